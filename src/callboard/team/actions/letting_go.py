"""Somebody goes: everything is handed on as planned and their access ends; and comes back, while nothing was touched."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.models import Log
from callboard.core.notify import notify
from callboard.core.registry import OwnedKind
from callboard.core.speaking import speaking_to
from callboard.kit.models import Schedule
from callboard.team.actions.leaving import deactivate_person, hand_on, reactivate_person
from callboard.team.actions.leavings import over, refuse_unplaced, saved
from callboard.team.models import Absence, Leaving, LeavingMove, Person, PoolMember
from callboard.team.queries.leaving import kinds, plan_of

State = Leaving.State
#: Things named in a sentence.
NAMED = 3


@action(
    gettext_lazy("Had person leave now"),
    said=gettext_lazy("{leaving} has left; everything is handed on"),
    who="team.manage",
    undo="team.take_back_leaving",
    icon="door-exit",
)
def leave_now(leaving: Leaving, *, by: Actor) -> Leaving:
    """Now: everything they own is handed on as planned, each thing by its own action, and their access ends."""
    person = Person.objects.select_for_update().get(pk=leaving.person_id)
    plan = plan_of(leaving)
    refuse_unplaced(plan.nobody)
    by.run.require_roots({each.thing.account for each in plan.handings if each.thing.account is not None})
    by_name = {kind.name: kind for kind in kinds()}
    receivers = Person.objects.in_bulk({each.to for each in plan.handings if each.to is not None})
    moves = []
    for each in plan.handings:
        kind = by_name[each.thing.kind]
        # A task takes its queue item along: what went with another thing is not handed on twice.
        row = kind.owned(person.pk).filter(pk=each.thing.pk).first()
        if row is not None and each.to is not None:
            hand_on(kind, row, receivers[each.to], by)
            moves.append(LeavingMove(leaving=leaving, kind=kind.name, record=row.pk, to_id=each.to, how=each.how))
    LeavingMove.objects.bulk_create(moves)
    leaving.ended = _what_ends(person, by)
    deactivate_person(person, by=by, left_on=by.now.astimezone(person.tz).date())
    leaving.state, leaving.done_at, leaving.problem = State.DONE, by.now, ""
    _tell(leaving, moves, receivers, by)
    return saved(leaving, by)


@leave_now.can
def _may_leave_now(leaving: Leaving, now: datetime) -> Refusal | None:
    return None if leaving.state in (State.DRAFT, State.PLANNED) else over(leaving)


@action(
    gettext_lazy("Took leaving back"),
    said=gettext_lazy("{leaving} works here again, with what they had"),
    who="team.manage",
    final=gettext_lazy("Prepare it anew."),
    icon="arrow-back-up",
)
def take_back_leaving(leaving: Leaving, *, by: Actor) -> Leaving:
    """They work here again and get back what was handed on, with pools, cover and schedules. Refused where something of it
    was worked on or given on since; tokens and sign-ins are made anew."""
    moves = list(leaving.moves.select_related("to").order_by("-pk"))
    by_name = {kind.name: kind for kind in kinds()}
    touched = _touched(leaving, moves, by_name)
    if touched:
        names = ", ".join(touched[:NAMED])
        sentence = _("Something was done since with {things}. Hand things back one by one, by their own pages.")
        raise Refused(Refusal("touched", sentence, things=names))
    person = Person.objects.get(pk=leaving.person_id)
    reactivate_person(person, by=by)
    rows: list[tuple[OwnedKind, Any]] = [
        (by_name[move.kind], by_name[move.kind].owned(move.to_id).get(pk=move.record)) for move in moves
    ]
    by.run.require_roots({root for _kind, row in rows for root in row.roots()})
    person = Person.objects.get(pk=leaving.person_id)
    for (kind, row), move in zip(rows, moves, strict=True):
        # A task that took its item along gave it back already.
        if kind.owned(move.to_id).filter(pk=row.pk).exists():
            hand_on(kind, row, person, by)
    _bring_back(leaving.ended, person, by)
    leaving.state = State.UNDONE
    return saved(leaving, by)


@take_back_leaving.can
def _may_take_back(leaving: Leaving, now: datetime) -> Refusal | None:
    if leaving.state != State.DONE:
        return Refusal("not_gone", gettext_lazy("{name} has not left by it."), name=leaving.person.name)
    return None


@action(
    gettext_lazy("Noted what is in the way of a leaving"),
    said=gettext_lazy("Noted what is in the way"),
    who="team.carry_leavings",
    final=gettext_lazy("It is tried again."),
    icon="alert-triangle",
)
def note_problem(leaving: Leaving, *, by: Actor, problem: str) -> Leaving:
    """The program: it could not be done at its moment, and why."""
    leaving.problem = problem[:300]
    subject = _("{name} could not leave at their moment").format(name=leaving.person)
    for person in Person.objects.active().with_role("administrator").distinct():
        notify(person, "leaving_stuck", by=by, subject=subject, text=leaving.problem, ref=leaving)
    return saved(leaving, by)


def _tell(leaving: Leaving, moves: list[LeavingMove], receivers: dict[int, Person], by: Actor) -> None:
    """Whoever got something hears what in one sentence."""
    labels = {kind.name: kind.label for kind in kinds()}
    for pk, person in receivers.items():
        got: dict[str, int] = {}
        for move in moves:
            if move.to_id == pk:
                got[move.kind] = got.get(move.kind, 0) + 1
        if got and pk != by.person_id:
            with speaking_to(person):
                subject = _("{name} has left: this is with you now").format(name=leaving.person)
                text = ", ".join(f"{count} {labels[name]}" for name, count in got.items())
                notify(person, "work_handed_on", by=by, subject=subject, text=text)


def _what_ends(person: Person, by: Actor) -> dict[str, Any]:
    """What ends with them and comes back if it is taken back."""
    schedules = Schedule.objects.filter(owner=person, ended_at=None, paused_at=None)
    covers = person.covers.filter(ends_on__gte=by.today, withdrawn_at=None)
    return {
        "pools": list(person.pools.values("pool_id", "weight", "unit_limit")),
        "covers": list(covers.values_list("pk", flat=True)),
        "schedules": list(schedules.values_list("pk", flat=True)),
    }


def _bring_back(ended: dict[str, Any], person: Person, by: Actor) -> None:
    for row in ended.get("pools", ()):
        given = {**row, "created_at": by.now, "updated_at": by.now}
        PoolMember.objects.get_or_create(pool_id=given.pop("pool_id"), person=person, defaults=given)
    covers = Absence.objects.filter(pk__in=ended.get("covers", ()), cover=None, withdrawn_at=None)
    covers.update(cover=person, updated_at=by.now)
    schedules = Schedule.objects.filter(pk__in=ended.get("schedules", ()), owner=person)
    schedules.update(paused_at=None, paused_note="", updated_at=by.now)


def _touched(leaving: Leaving, moves: list[LeavingMove], by_name: dict[str, OwnedKind]) -> list[str]:
    """The names of things that were given on or worked on since."""
    found = []
    for name in dict.fromkeys(move.kind for move in moves):
        kind, some = by_name[name], [move for move in moves if move.kind == name]
        model = kind.owned(0).model
        ids = [move.record for move in some]
        later = set(
            Log.objects.filter(
                target_kind=model._meta.label_lower, target_id__in=ids, at__gt=leaving.done_at
            ).values_list("target_id", flat=True)
        )
        for move in some:
            if move.record in later or not kind.owned(move.to_id).filter(pk=move.record).exists():
                row = model._default_manager.filter(pk=move.record).first()
                found.append(str(row or kind.label))
    return found
