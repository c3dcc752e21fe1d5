"""Live links: a list as an address for a spreadsheet, read only, ended at any time."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.links import create_link, hashed
from callboard.core.models import Link
from callboard.kit.listing.actions import EMPTY, check_page, owner_of, state_of
from callboard.kit.listing.models import LiveLink

#: The purpose of the tokens in core.Link.
PURPOSE = "list"
MOST = 50
#: Rows one fetch gives; a spreadsheet takes no more than a million.
ROWS = 100_000


@action(_("Made live link"), who="kit.links", undo="kit.end_live_link", icon="link")
def create_live_link(
    *, by: Actor, name: str, page: str, query: Text = EMPTY, expires_on: date | None = None
) -> LiveLink:
    """An address that gives the list's rows as CSV without signing in, with the rights its maker has at that moment.

    The result carries the token as `secret`, this once.
    """
    person_id = owner_of(by)
    if by.kind != "person":
        raise Invalid({"": now_("Only a person can make a live link.")})
    state = state_of(query)
    check_page(page, by, state)
    title = " ".join(name.split())
    if not title:
        raise Invalid({"name": now_("Give it a name.")})
    if expires_on is not None and expires_on <= by.today:
        raise Invalid({"expires_on": now_("That day is past. Choose a later one, or none.")})
    if LiveLink.objects.filter(owner_id=person_id, ended_at=None).count() >= MOST:
        raise Invalid({"": now_("You have {n} live links, and that is the most. End one first.").format(n=MOST)})
    token = create_link(PURPOSE, now=by.now, scope={"page": page}, person=by.person)
    made = LiveLink(
        owner_id=person_id,
        page=page,
        name=title,
        query=state,
        link=Link.objects.get(token_hash=hashed(token)),
        expires_on=expires_on,
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    made.secret = token
    return made


@action(
    _("Ended live link"),
    who="kit.links",
    final=_("An ended link stays ended: whoever had it must be given a new one."),
    icon="unlink",
)
def end_live_link(link: LiveLink, *, by: Actor) -> LiveLink:
    """The address gives nothing any more, at once."""
    return _end(link, by.now)


@end_live_link.can
def _not_ended(link: LiveLink, now: datetime) -> Refusal | None:
    return Refusal("ended", _("It has ended already.")) if link.ended_at else None


def _end(link: LiveLink, now: datetime) -> LiveLink:
    Link.objects.filter(pk=link.link_id, revoked_at=None).update(revoked_at=now)
    link.ended_at = link.updated_at = now
    link.save(update_fields=["ended_at"])
    return link


def end_all(person: Any, now: datetime) -> None:
    """Their live links end with whoever leaves; called inside the action that lets them go."""
    for link in LiveLink.objects.filter(owner=person, ended_at=None):
        _end(link, now)
