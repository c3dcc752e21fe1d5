"""Somebody asked us to stop: by every way there is to them, those we learn of later too."""

import json
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, Refused, Text, action
from callboard.core.params import encode
from callboard.directory import queries, rules
from callboard.directory.models import Contact, Scope, Suppression


@action(
    gettext_lazy("Stopped contacting"),
    said=gettext_lazy("Stopped contacting {contact}"),
    who="directory.consent",
    undo="directory.resume_contacting",
    icon="ban",
)
def stop_contacting(contact: Contact, *, by: Actor, scope: Scope = Scope.MARKETING, reason: str = "") -> Contact:
    """They asked us to stop, on the phone or otherwise: every address and number of theirs, for everybody here, at once, and
    every one added later. Only hashes are kept, so it goes on counting when the person is erased."""
    made = _stopped(contact, by, scope, reason[:300])
    if not made:
        raise Refused(Refusal("stopped", gettext_lazy("That is what they asked for already.")))
    by.undo_args(made=json.dumps(made), at=by.now)
    title = _("{name} asked: {what}").format(name=contact, what=Scope(scope).label)
    by.timeline(contact.account_id, "directory.stopped", ref=contact, title=title, text=reason[:300])
    return contact


def _stopped(contact: Contact, by: Actor, scope: Scope, reason: str) -> list[tuple[int, dict[str, Any] | None]]:
    """What was written: each row's id and what it was before, None for a new one; nothing where they had asked for as much.

    One of the rows is the person's own; where every row of theirs is somebody else's too (an office's number), or there is
    none, it stands by itself. A row of somebody else's is touched, so that taking that back leaves it."""
    hashes = [*dict.fromkeys(queries.hashes_of(contact)), rules.person_hash(contact.pk)]
    rows = Suppression.objects.filter(address_hash__in=hashes).select_for_update()
    known = {row.address_hash: row for row in rows}
    made, carried, asked = [], False, False
    for each in hashes:
        own = each == hashes[-1]
        if own and carried and each not in known:
            break
        row = known.get(each) or Suppression(address_hash=each, created_at=by.now)
        before = _as_it_is(row) if row.pk else None
        wider = before is None or row.scope not in (Scope.ALL, scope)
        theirs = row.contact_id in (None, contact.pk)
        carried = carried or theirs
        if not wider and row.contact_id == contact.pk:
            continue
        asked = asked or wider or theirs
        row.contact_id = row.contact_id or contact.pk
        if wider:
            row.scope, row.reason, row.at = scope, reason, by.now
        row.updated_at = by.now
        row.save()
        made.append((row.pk, before))
    return made if asked else []


def _as_it_is(row: Suppression) -> dict[str, Any]:
    return {name: encode(getattr(row, name)) for name in ("scope", "reason", "at", "contact_id", "updated_at")}


@stop_contacting.can
def _may_stop(contact: Contact, now: datetime) -> Refusal | None:
    if queries.asked_themselves(contact):
        return Refusal("asked_for_nothing", gettext_lazy("They asked for nothing at all already."))
    return None


@action(
    gettext_lazy("Resumed contacting"),
    said=gettext_lazy("Took it back: {contact} had not asked to stop"),
    who="directory.consent",
    final=gettext_lazy("Only the person can ask us to stop again."),
    served=False,
)
def resume_contacting(contact: Contact, *, by: Actor, made: Text, at: datetime) -> Contact:
    """Take back what stopping wrote, and only that: a row that somebody asked for since (by the link in a mail, for the same
    number, to a colleague) stands, for its address alone. made: `_stopped` as JSON; at: when it wrote them."""
    was = dict(json.loads(made))
    for row in Suppression.objects.filter(pk__in=was).order_by("pk").select_for_update():
        before = was[row.pk]
        if row.updated_at != at:
            if row.contact_id == contact.pk:
                row.contact_id, row.updated_at = before and before["contact_id"], by.now
                row.save(update_fields=["contact"])
            by.say(_("One address or number stays as it is: somebody asked for it since."))
        elif before is None:
            row.delete()
        else:
            for name, value in before.items():
                setattr(row, name, value)
            row.save()
    return contact
