"""Files people open: as a download under a policy of its own, never shown by the browser itself."""

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from callboard.core import files

#: No script, no form, no picture from elsewhere, no origin: nothing in a file can act or tell that it was read.
LOCKED = (
    "default-src 'none'; style-src 'none'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
)
SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox"


def locked(response: HttpResponseBase) -> HttpResponseBase:
    """The answer with a policy of its own, under which its content can do nothing."""
    response._csp_exempt = True  # type: ignore[attr-defined]
    response["Content-Security-Policy"] = LOCKED + SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, max-age=3600"
    return response


def download(sha: str, name: str, mime: str = "application/octet-stream") -> HttpResponseBase:
    """A stored file as a download. Http404 where it is not there."""
    try:
        content = files.path_of(sha).open("rb")
    except (OSError, ValueError):
        raise Http404(_("The file is not there.")) from None
    return locked(FileResponse(content, as_attachment=True, filename=name, content_type=mime))
