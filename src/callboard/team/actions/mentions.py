"""Mentions: called inside the bodies of actions that write a text our people read."""

from django.utils.translation import gettext as _

from callboard.core.access import may_see
from callboard.core.actions import Actor
from callboard.core.models import Model, Notice
from callboard.core.notify import notify
from callboard.core.refs import kind_of
from callboard.team.models import Mention, Person
from callboard.team.queries.mentions import mentioned

EVENT = "mention"
SHOWN = 1000


def tell_mentioned(record: Model, *, by: Actor, text: str, before: str = "", about: str = "") -> None:
    """Tell whom `text`, standing on `record`, mentions, each once; who may not see the record is named to the writer.

    `before`: the text until now; who is no longer in it has no new notice of it any more.  `about`: what the record is
    called in the notice.
    """
    if "@" not in text and "@" not in before:
        return
    wanted = {one.id for one in mentioned(text)} - {by.person_id}
    kind = kind_of(record)
    rows = {row.person_id: row for row in Mention.objects.filter(ref_kind=kind, ref_id=record.pk)}
    for pk in rows.keys() - wanted:
        _take_back(rows[pk], by)
    people = Person.objects.active().filter(pk__in=wanted)
    for person in people.order_by("id"):
        _mention(person, rows.get(person.pk), record, text, about, by)


def _mention(person: Person, row: Mention | None, record: Model, text: str, about: str, by: Actor) -> None:
    if not may_see(Actor("person", person=person), record):
        by.say(_("{name} may not see this, so nobody told them.").format(name=person.name))
        return
    if row is not None:
        if row.removed_at is not None:
            row.removed_at, row.updated_at = None, by.now
            row.save(update_fields=["removed_at"])
        return
    Mention.objects.create(
        ref_kind=kind_of(record), ref_id=record.pk, person=person, created_at=by.now, updated_at=by.now
    )
    who = by.person.name if by.person is not None else _("Somebody")
    subject = _("{who} mentions you: {what}").format(who=who, what=about or record)
    notify(person, EVENT, by=by, subject=subject, text=text[:SHOWN], ref=record)


def _take_back(row: Mention, by: Actor) -> None:
    """Not mentioned any more: what they have not read yet goes, what they have stays."""
    if row.removed_at is not None:
        return
    row.removed_at, row.updated_at = by.now, by.now
    row.save(update_fields=["removed_at"])
    unread = Notice.objects.filter(
        person=row.person_id, event=EVENT, ref_kind=row.ref_kind, ref_id=row.ref_id, read_at=None
    )
    for notice in unread:
        notice.read_at, notice.updated_at = by.now, by.now
        notice.save(update_fields=["read_at"])
        by.changed(notice, topic=notice.topic)
