"""``/calendar-feeds/<token>.ics``: what Outlook, Google and Apple fetch; and one's own feeds."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from callboard.calendar import actions
from callboard.calendar.actions.feeds import PURPOSE, RIGHT
from callboard.calendar.models import Calendar, Feed
from callboard.calendar.queries.giving import MOST, around, dates_of_others, given, spoken
from callboard.calendar.reading.ics import write_ics
from callboard.core import clock
from callboard.core.access import allows, visible
from callboard.core.actions import Actor
from callboard.core.company import public
from callboard.core.links import find_link
from callboard.core.speaking import speaking_to
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.kit.tables import Column, Table

TOUCH_EVERY = timedelta(minutes=1)
#: How often a calendar may ask; most ask less.
REFRESH = timedelta(minutes=15)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """The events as .ics, with the rights of whoever made the address; 304 where nothing changed since.

    410 with a sentence for an address that ended, or whose maker left or lost the right: a calendar keeps what it has and says
    that it cannot be read, while an empty file would take every event away."""
    now = clock.now()
    link = find_link(PURPOSE, token, now=now)
    found = Feed.objects.select_related("owner", "calendar").filter(link=link, ended_at=None).first() if link else None
    if found is None or not found.owner.is_active:
        return _gone(now_("This feed has ended. Ask whoever gave it to you for a new one."))
    with speaking_to(found.owner):
        actor = Actor("token", person=found.owner, name=f"calendar feed {found.pk}"[:60], via="api")
        if not allows(actor, RIGHT):
            return _gone(now_("Whoever made this feed may no longer give calendars away."))
        if found.calendar is not None and not may_see(actor, found.calendar):
            return _gone(now_("Whoever made this feed may no longer see this calendar."))
        body = _body(found, actor)
    if found.last_used_at is None or now - found.last_used_at > TOUCH_EVERY:
        # A note about the feed, not a change of it.
        Feed.objects.filter(pk=found.pk).update(last_used_at=now)
    return _answer(request, body)


def may_see(actor: Actor, calendar: Calendar) -> bool:
    return visible(Calendar.objects.filter(pk=calendar.pk), actor).exists()


def _body(found: Feed, actor: Actor) -> bytes:
    """Stamped with the last change of each event, so that the same events are the same file."""
    today = clock.business_day(clock.now())
    events = list(around(given(actor, found.calendar), today)[:MOST])
    said = spoken(events, found.detail)
    if found.others and found.calendar is None:
        said += dates_of_others(actor, today, found.owner.tz, found.detail)
    at = max((event.updated_at for event in events if event.updated_at), default=found.created_at or clock.now())
    return write_ics(said, at=at, name=found.name, refresh=REFRESH)


def _answer(request: HttpRequest, body: bytes) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    same = request.headers.get("If-None-Match", "") == etag
    response = HttpResponseNotModified() if same else HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _gone(sentence: str) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(sentence + "\n", status=410, content_type="text/plain; charset=utf-8", headers=headers)


class FeedTable(Table):
    columns = (
        Column("name", _("Feed"), link=True),
        Column("calendar", _("Calendar")),
        Column("detail", _("What it says"), value=lambda row: row.get_detail_display()),
        Column("created_at", _("Made"), kind="when"),
        Column("last_used_at", _("Last fetched"), kind="when"),
        Column("ended_at", _("Ended"), kind="when"),
    )


class Feeds(ListPage):
    """The actor's own feeds."""

    model = Feed
    title = _("Calendar feeds")
    url = "profile/calendar-feeds/"
    name = "calendar-feeds"
    table = FeedTable
    buttons = (actions.create_feed,)
    empty = Empty(
        _("No feeds yet"),
        _("An address by which Outlook, Google or your phone shows these calendars."),
        "rss",
        (actions.create_feed.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(Feed.objects.all(), actor)


class FeedRecord(RecordPage):
    """One feed; never its token."""

    model = Feed
    url = "profile/calendar-feeds/<int:pk>/"
    name = "calendar-feed"
    related = ("calendar", "owner")
    timeline = False
    buttons = (actions.end_feed,)

    def state(self, obj: Feed) -> tuple[Any, str] | None:
        return (_("Ended"), "pend") if obj.ended_at else None

    def facts(self, obj: Feed) -> Sequence[Any]:
        return [
            (_("Calendar"), obj.calendar or _("All that its owner sees")),
            (_("What it says"), obj.get_detail_display()),
            (_("Deadlines and absences"), _("Yes") if obj.others else _("No")),
            (_("Owner"), obj.owner, "person"),
            (_("Made"), obj.created_at, "when"),
            (_("Last fetched"), obj.last_used_at, "when"),
        ]


class CreateFeed(ActionPage):
    """Shows the address instead of leading on: it is shown nowhere again."""

    action = actions.create_feed
    fields = ("name", "calendar", "detail", "others")
    labels = {
        "name": _("What it is for"),
        "calendar": _("Calendar; empty for all you see"),
        "others": _("With deadlines, absences and other dates"),
    }
    text = _(
        "Another calendar fetches it by this address without signing in, read only, with your rights at that moment. "
        "Whoever has the address sees what it says; end it when it is no longer needed. It ends when you leave."
    )

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return visible(Calendar.objects.filter(archived_at=None), actor) if name == "calendar" else None

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        url = public(reverse("calendar-feed-ics", args=[getattr(result, "secret", "-")]))
        context = {"feed": result, "address": url, "list_url": reverse("calendar-feeds"), "back": reverse("calendar")}
        return self.render(request, context, "calendar/feed_made.html")


class EndFeed(ActionPage):
    action = actions.end_feed
    danger = True
    text = _("Calendars that fetch it get nothing from now on; what they have they may keep.")
