"""Somebody leaves: prepared with a preview of who gets what, done at a moment, taken back while nothing touched it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.leavers import must_work_here
from callboard.core.registry import OwnedKind, register
from callboard.team.actions.leaving import (
    refuse_last_administrator_if_one,
)
from callboard.team.models import How, Leaving, Person, Pool
from callboard.team.queries.leaving import plan_of

State = Leaving.State
#: Things named in a sentence.
NAMED = 3


@action(
    gettext_lazy("Prepared leaving"),
    said=gettext_lazy("Prepared the leaving of {person}"),
    who="team.manage",
    undo="team.drop_leaving",
    icon="door-exit",
)
def prepare_leaving(
    person: Person, *, by: Actor, leaves_at: datetime, successor: Person | None = None, note: Text | None = None
) -> Leaving:
    """Say when somebody leaves and who gets what no rule places. Nothing changes for anybody before it is confirmed."""
    _check(person, successor)
    if person.leavings.filter(state__in=[State.DRAFT, State.PLANNED]).exists():
        raise Refused(Refusal("prepared", _("The leaving of {name} is prepared already."), name=person.name))
    made = Leaving(
        person=person, leaves_at=leaves_at, successor=successor, note=note or "", created_at=by.now, updated_at=by.now
    )
    made.save()
    return made


@prepare_leaving.can
def _may_prepare(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", gettext_lazy("{name} no longer works here."), name=person.name)
    return None


@action(
    gettext_lazy("Changed leaving"),
    said=gettext_lazy("Changed the leaving of {leaving}"),
    who="team.manage",
    undo="team.change_leaving",
    icon="pencil",
)
def change_leaving(
    leaving: Leaving,
    *,
    by: Actor,
    leaves_at: datetime | None = None,
    successor: Person | None = None,
    note: Text | None = None,
) -> Leaving:
    """Change what is given; what is not stays."""
    _check(leaving.person, successor)
    given = {"leaves_at": leaves_at, "successor": successor, "note": note}
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(leaving, field) for field in wanted})
    for field, value in wanted.items():
        setattr(leaving, field, value)
    return saved(leaving, by)


@action(
    gettext_lazy("Chose who gets a kind of things"),
    said=gettext_lazy("Chose who gets what of {leaving}"),
    who="team.manage",
    final=gettext_lazy("Choose again."),
    icon="users",
)
def rule_leaving(
    leaving: Leaving, *, by: Actor, kind: str, how: How, person: Person | None = None, pool: Pool | None = None
) -> Leaving:
    """Let the things of a kind go to whoever holds their territory, has their account, to a team or pool by load, or to one
    person (without one: to whoever gets everything else)."""
    found = _kind(kind)
    _check(leaving.person, person)
    _check_how(found, how, person, pool, leaving)
    values: dict[str, Any] = {"how": how, "person": person, "pool": pool, "updated_at": by.now}
    if how == How.PERSON and person is None:
        leaving.rules.filter(kind=kind, record=None).delete()
        if found.by_territory is not None or found.account:
            raise Invalid({"person": _("Say who.")})
    else:
        leaving.rules.update_or_create(
            kind=kind, record=None, defaults=values, create_defaults=values | {"created_at": by.now}
        )
    return saved(leaving, by)


@action(
    gettext_lazy("Chose who gets one thing"),
    said=gettext_lazy("Chose who gets one thing of {leaving}"),
    who="team.manage",
    final=gettext_lazy("Choose again; without a person the rule decides."),
    icon="hand-grab",
)
def choose_receiver(leaving: Leaving, *, by: Actor, kind: str, record: int, person: Person | None = None) -> Leaving:
    """Let one thing go to somebody by hand, whatever the rule says; without a person the rule decides again."""
    found = _kind(kind)
    _check(leaving.person, person)
    if not found.owned(leaving.person_id).filter(pk=record).exists():
        raise Invalid({"record": _("{name} does not own this.").format(name=leaving.person)})
    if person is None:
        leaving.rules.filter(kind=kind, record=record).delete()
    else:
        values: dict[str, Any] = {"how": How.PERSON, "person": person, "updated_at": by.now}
        leaving.rules.update_or_create(
            kind=kind, record=record, defaults=values, create_defaults=values | {"created_at": by.now}
        )
    return saved(leaving, by)


@action(
    gettext_lazy("Confirmed leaving"),
    said=gettext_lazy("{leaving} leaves on {leaving.leaves_at}"),
    who="team.manage",
    undo="team.reopen_leaving",
    icon="calendar-event",
)
def confirm_leaving(leaving: Leaving, *, by: Actor) -> Leaving:
    """Let it happen at its moment: everything is handed on and their access ends. Before, it can be put back."""
    refuse_last_administrator_if_one(leaving.person)
    refuse_unplaced(plan_of(leaving).nobody)
    leaving.state, leaving.problem = State.PLANNED, ""
    return saved(leaving, by)


@action(
    gettext_lazy("Put leaving back"),
    said=gettext_lazy("The leaving of {leaving} is being prepared again"),
    who="team.manage",
    undo=confirm_leaving,
    icon="arrow-back-up",
)
def reopen_leaving(leaving: Leaving, *, by: Actor) -> Leaving:
    """Nothing happens at the moment it named; it is prepared on."""
    leaving.state, leaving.problem = State.DRAFT, ""
    return saved(leaving, by)


@reopen_leaving.can
def _may_reopen(leaving: Leaving, now: datetime) -> Refusal | None:
    if leaving.state in (State.PLANNED, State.WITHDRAWN):
        return None
    return Refusal(
        "not_planned", gettext_lazy("It is not planned: {state}."), state=leaving.get_state_display().lower()
    )


@action(
    gettext_lazy("Dropped leaving"),
    said=gettext_lazy("{leaving} stays after all"),
    who="team.manage",
    undo=reopen_leaving,
    icon="x",
)
def drop_leaving(leaving: Leaving, *, by: Actor) -> Leaving:
    """They stay after all. What was prepared is kept and can be taken up again."""
    leaving.state = State.WITHDRAWN
    return saved(leaving, by)


@change_leaving.can
@drop_leaving.can
def _is_open(leaving: Leaving, now: datetime) -> Refusal | None:
    return None if leaving.state in (State.DRAFT, State.PLANNED) else over(leaving)


@rule_leaving.can
@choose_receiver.can
@confirm_leaving.can
def _is_draft(leaving: Leaving, now: datetime) -> Refusal | None:
    if leaving.state == State.PLANNED:
        return Refusal("planned", gettext_lazy("It is planned. Put it back to change who gets what."))
    return None if leaving.state == State.DRAFT else over(leaving)


def refuse_unplaced(count: int) -> None:
    """Refused where things go to nobody."""
    if count:
        sentence = _("{n} things go to nobody. Say who gets everything else.")
        raise Refused(Refusal("unplaced", sentence, n=count))


def _check(leaver: Person, other: Person | None) -> None:
    must_work_here(person=other)
    if other is not None and other.pk == leaver.pk:
        raise Invalid({"person": _("Choose somebody else: it is {name} who leaves.").format(name=leaver)})


def _check_how(kind: OwnedKind, how: How, person: Person | None, pool: Pool | None, leaving: Leaving) -> None:
    if how == How.TERRITORY and kind.by_territory is None:
        raise Invalid({"how": _("These have no territory.")})
    if how == How.ACCOUNT and not kind.account:
        raise Invalid({"how": _("These belong to no account.")})
    if how == How.POOL and (pool is None or not pool.members.exclude(person=leaving.person).exists()):
        raise Invalid({"pool": _("Choose a pool somebody else is in.")})
    if how == How.TEAM and leaving.person.team_id is None:
        raise Invalid({"how": _("{name} is in no team.").format(name=leaving.person)})


def _kind(name: str) -> OwnedKind:
    found = next((kind for kind in register.owned_kind if kind.name == name), None)
    if found is None:
        raise Invalid({"kind": _("Nothing is called “{kind}”.").format(kind=name[:40])})
    return found


def over(leaving: Leaving) -> Refusal:
    """Why nothing can be done with it any more."""
    return Refusal("over", gettext_lazy("It is over: {state}."), state=leaving.get_state_display().lower())


def saved(leaving: Leaving, by: Actor) -> Leaving:
    """Written, with its moment."""
    leaving.updated_at = by.now
    leaving.save()
    return leaving
