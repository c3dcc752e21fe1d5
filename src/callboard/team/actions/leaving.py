"""A person leaves: everything they own is handed on first, then their access ends."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Value
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.core.registry import OwnedKind, register
from callboard.kit.actions import links, schedules
from callboard.kit.models import ApiToken
from callboard.team.actions.door import end_sessions
from callboard.team.actions.rights import refuse_last_administrator
from callboard.team.models import Person


@action(
    _("Deactivated person"),
    said=_("Deactivated {person}"),
    who="team.manage",
    undo="team.reactivate_person",
    icon="user-minus",
)
def deactivate_person(person: Person, *, by: Actor, left_on: date | None = None) -> Person:
    """End a person's access: sessions, tokens, pools, cover. Refused while they own anything."""
    refuse_last_administrator_if_one(person)
    # Waits for whoever gives them something in this moment (see core.leavers); then what they own is asked once more.
    Person.objects.select_for_update().get(pk=person.pk)
    refusal = _owns(person)
    if refusal is not None:
        raise Refused(refusal)
    person.is_active = False
    person.left_on = left_on or by.today
    person.updated_at = by.now
    person.save()
    person.pools.all().delete()
    person.covers.filter(ends_on__gte=by.today).update(cover=None, updated_at=by.now)
    ApiToken.objects.filter(person=person, revoked_at=None).update(revoked_at=by.now)
    links.end_all(person, by.now)
    schedules.pause_all(person, by.now)
    end_sessions(person, by.now)
    for part in register.leaver:
        part.value(by, person)
    by.changed(person, topic="rights")
    return person


@deactivate_person.can
def _deactivate_person(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", _("{name} left on {on}."), name=person.name, on=person.left_on)
    return _owns(person)


def _owns(person: Person) -> Refusal | None:
    owned = [(kind, count) for kind, count in owned_counts(person) if kind.blocks]
    if owned:
        things = ", ".join(f"{count} {kind.label}" for kind, count in owned)
        return Refusal("owns_work", _("{name} still owns {things}. Hand it on first."), name=person.name, things=things)
    return None


@action(
    _("Reactivated person"),
    said=_("Reactivated {person}"),
    who="team.manage",
    undo="team.deactivate_person",
    icon="user-check",
)
def reactivate_person(person: Person, *, by: Actor) -> Person:
    """The person works here again, with the roles they had; pools and tokens are given anew."""
    person.is_active = True
    person.left_on = None
    person.updated_at = by.now
    person.save()
    by.changed(person, topic="rights")
    return person


@reactivate_person.can
def _reactivate_person(person: Person, now: datetime) -> Refusal | None:
    return Refusal("works_here", _("{name} works here."), name=person.name) if person.is_active else None


@action(
    _("Handed work on"),
    said=_("Handed the work of {person} on to {to}"),
    who="team.manage",
    final=_("Hand it back one by one; each has its own line."),
    icon="users",
    preview=True,
)
def hand_on_work(person: Person, *, by: Actor, to: Person) -> Person:
    """Give everything a person owns to somebody else, each thing by its own action."""
    must_work_here(to=to)
    if to.pk == person.pk:
        raise Invalid({"to": _("Choose somebody else.")})
    found = [(kind, list(kind.owned(person.pk))) for kind in register.owned_kind]
    stuck = [str(kind.label) for kind, rows in found if rows and not kind.hand_on]
    if stuck:
        raise Refused(Refusal("by_hand", _("Hand these on by hand first: {things}."), things=", ".join(stuck)))
    by.run.require_roots({root for _kind, rows in found for row in rows for root in row.roots()})
    for kind, rows in found:
        for row in rows:
            # A task takes its queue item along: what went with another thing is not handed on twice.
            if kind.owned(person.pk).filter(pk=row.pk).exists():
                hand_on(kind, row, to, by)
    return person


def owned_counts(person: Person) -> list[tuple[OwnedKind, int]]:
    """What a person still owns: kinds with their counts, none that is zero."""
    counts = dict(_counts(person.pk))
    return [(kind, counts[kind.name]) for kind in register.owned_kind if counts.get(kind.name)]


def _counts(pk: int) -> Iterable[tuple[str, int]]:
    """(name of the kind, count) of every kind of which there is something, in one query."""
    parts = [
        kind.owned(pk).order_by().annotate(kind_=Value(kind.name)).values("kind_").annotate(count_=Count("pk"))
        for kind in register.owned_kind
    ]
    rows = [part.values_list("kind_", "count_") for part in parts]
    return rows[0].union(*rows[1:], all=True) if rows else []


def refuse_last_administrator_if_one(person: Person) -> None:
    """Refused when the person is the only administrator."""
    if person.roles.filter(role="administrator").exists():
        refuse_last_administrator(person)


def hand_on(kind: OwnedKind, row: Any, to: Person, by: Actor) -> None:
    """Run the kind's own action; its one argument that is a person is the new owner."""
    verb = register.actions[kind.hand_on]
    name = next(param.name for param in verb.params if param.type is Person)
    verb(row, by=by, **{name: to}, **kind.given)
