"""What the link in a mail opens: a page with one button. Opening it does nothing, because mail scanners open links; pressing
it, or the mail program pressing it (RFC 8058), takes the address off at once. Nobody signs in."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.links import find_link
from callboard.core.speaking import speaking_to
from callboard.directory.actions import unsubscribe as unsubscribe_address
from callboard.directory.queries import UNSUBSCRIBE, suppression_of
from callboard.team.queries import setting

#: Longer than any of ours.
LONGEST = 100


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """404 for a link that is none of ours."""
    link = find_link(UNSUBSCRIBE, token, now=clock.now()) if len(token) <= LONGEST else None
    status, done = 200, False
    if link is None:
        status = 404
    elif request.method == "POST":
        try:
            with speaking_to(None):
                unsubscribe_address(by=Actor.clock("directory.unsubscribe"), token=token)
        except Invalid:  # taken back between the two
            status = 404
        done = status == 200
    else:
        done = suppression_of(link.scope["address"]) is not None
    context = {"known": status == 200, "done": done, "company": setting("company.name")}
    response = TemplateResponse(request, "directory/unsubscribe.html", context, status=status).render()
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
