"""A calendar as an address that Outlook, Google and Apple fetch again and again."""

from datetime import datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import Calendar, Detail, Feed
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.links import create_link, hashed
from callboard.core.models import Link
from callboard.team.models import Person

#: The purpose of the tokens in core.Link, and the right without which a feed gives nothing.
PURPOSE, RIGHT = "calendar", "calendar.feeds"
MOST = 50


@action(_("Made calendar feed"), said=_("Made the feed “{result}”"), who=RIGHT, undo="calendar.end_feed", icon="rss")
def create_feed(
    *, by: Actor, name: str, calendar: Calendar | None = None, detail: Detail = Detail.ALL, others: bool = False
) -> Feed:
    """An address that gives a calendar, or all one sees, with the rights its maker has at that moment.

    others: with the dates other apps know, deadlines and absences among them.  The result carries the token as `secret`, this once.
    """
    if by.kind != "person" or by.person is None:
        raise Invalid({"": now_("Only a person can make a feed.")})
    title = " ".join(name.split())[:80]
    if not title:
        raise Invalid({"name": now_("Give it a name.")})
    if others and calendar is not None:
        raise Invalid(
            {"others": now_("A single calendar has no other dates: leave the calendar empty for everything.")}
        )
    if Feed.objects.filter(owner=by.person, ended_at=None).count() >= MOST:
        raise Invalid({"": now_("You have {n} feeds, and that is the most. End one first.").format(n=MOST)})
    token = create_link(PURPOSE, now=by.now, person=by.person)
    made = Feed(
        owner=by.person,
        name=title,
        calendar=calendar,
        detail=detail,
        others=others,
        link=Link.objects.get(token_hash=hashed(token)),
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    made.secret = token
    return made


@action(
    _("Ended calendar feed"),
    said=_("Ended the feed “{feed}”"),
    who=RIGHT,
    final=_("An ended feed stays ended: whoever had it must be given a new one."),
    icon="rss",
)
def end_feed(feed: Feed, *, by: Actor) -> Feed:
    """The address gives nothing any more, at once."""
    Link.objects.filter(pk=feed.link_id, revoked_at=None).update(revoked_at=by.now)
    feed.ended_at = feed.updated_at = by.now
    feed.save(update_fields=["ended_at"])
    return feed


@end_feed.can
def _not_ended(feed: Feed, now: datetime) -> Refusal | None:
    return Refusal("ended", _("It has ended already.")) if feed.ended_at else None


def end_feeds(by: Actor, person: Person) -> None:
    """Whoever leaves: their addresses give nothing any more."""
    for feed in Feed.objects.filter(owner=person, ended_at=None):
        end_feed(feed, by=by)
