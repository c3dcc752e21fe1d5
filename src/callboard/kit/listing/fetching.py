"""``/live/<token>.csv``: what a spreadsheet fetches.  Rights are asked at every fetch; nothing else is asked of the caller."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actor import Actor
from callboard.core.links import find_link
from callboard.core.speaking import speaking_to
from callboard.kit.export import csv_response, in_pieces
from callboard.kit.listing.links import PURPOSE, ROWS
from callboard.kit.listing.models import LiveLink
from callboard.kit.listing.rows import Kept, kept_rows

#: Whoever loses it has no live links any more.
RIGHT = "kit.links"
TOUCH_EVERY = timedelta(minutes=1)


@require_safe
def live(request: HttpRequest, token: str) -> HttpResponseBase:
    """The rows as CSV.

    410 with a sentence for a link that ended, expired, or whose maker left or lost the right; 409 with a sentence while
    its filter cannot be read, or would give more rows than were meant.  An error and no file that says why: Excel's Power
    Query keeps the rows it has, says that the refresh failed and names this address, where the sentence stands.  A file
    would take the place of the rows: every pivot and sum on them would be zero, and a refresh by the clock shows nobody
    the sentence.  The maker, who alone can mend it, reads it on the link's page.
    """
    now = clock.now()
    found = find_link(PURPOSE, token, now=now)
    link = LiveLink.objects.select_related("owner").filter(link=found, ended_at=None).first() if found else None
    over = link is not None and link.expires_on is not None and link.expires_on < clock.business_day(now)
    if link is None or over or not link.owner.is_active:
        return _gone(_("This link has ended. Ask whoever gave it to you for a new one."))
    with speaking_to(link.owner):
        actor = Actor("token", person=link.owner, name=f"live link {link.pk}"[:60], via="api")
        kept = kept_rows(link, actor)
        if kept is None:
            return _gone(_("Whoever made this link may no longer see this list."))
        if not allows(actor, RIGHT):
            return _gone(_("Whoever made this link may no longer make live links."))
        if sentence := why_not(kept):
            return _refused(sentence, 409)
        response = csv_response(kept.page.name, kept.columns, in_pieces(kept.rows[:ROWS]))
        if link.last_used_at is None or now - link.last_used_at > TOUCH_EVERY:
            # A note about the link, not a change of it.
            LiveLink.objects.filter(pk=link.pk).update(last_used_at=now)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def why_not(kept: Kept) -> str:
    """Why a spreadsheet gets no rows of this list; "" where it gets them."""
    if kept.unread:
        said = _("No rows, for a filter of this link cannot be read: {why} Make a new link from the mended list.")
        return said.format(why=" ".join(kept.unread))
    if kept.wider:
        said = _(
            "No rows, for without a filter that is gone there would be too many: {why} Make a new link from the list."
        )
        return said.format(why=" ".join(kept.wider))
    return ""


def _gone(sentence: str) -> HttpResponse:
    return _refused(sentence, 410)


def _refused(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(
        sentence + "\n", status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
