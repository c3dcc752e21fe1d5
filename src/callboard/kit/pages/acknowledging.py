"""That a form was saved, said to the browser that keeps a draft of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from callboard.kit.forms import NONCE

NONCE_LENGTH = 64
SAVED_S = 300


def acknowledged(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Tell the browser that what the form held is here, so that it may forget its draft (forms.js)."""
    nonce = request.POST.get(NONCE, "")
    if nonce.isascii() and nonce.replace("-", "").isalnum() and len(nonce) <= NONCE_LENGTH:
        response.set_cookie(
            f"saved-{nonce}", "1", max_age=SAVED_S, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
        )
    return response
