"""Anchors set, changed, handed over, removed. How they move, and what moves with them: shifting.py."""

import json
from datetime import date, datetime
from zoneinfo import available_timezones

from django.db.models import TextChoices
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.leavers import must_work_here
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.team.queries import company_calendar
from callboard.work.actions.closing import drop_task, reopen_task
from callboard.work.actions.dated import due_of, reason_of
from callboard.work.actions.opening import write_task
from callboard.work.models import Anchor, AnchorKind, Task, TaskState
from callboard.work.queries.anchors import chain_of, deadlines_of
from callboard.work.rules.anchors import MOST_DAYS, day_from

NAME = 200


class Leftover(TextChoices):
    """What becomes of what counted from an anchor that is no more."""

    KEEP = "keep", _("They stay, on the days they have")
    DROP = "drop", _("They are dropped too")


@action(
    _("Set anchor"),
    said=_("Set “{result}”"),
    who="work.plan",
    undo="work.remove_anchor",
    icon="anchor",
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def create_anchor(
    *,
    by: Actor,
    name: str,
    kind: AnchorKind = AnchorKind.OTHER,
    day_on: date | None = None,
    place: str = "",
    zone: str = "",
    account: Account | None = None,
    owner: Person | None = None,
    after: Anchor | None = None,
    after_days: int | None = None,
    after_business: bool = False,
) -> Anchor:
    """A day others count from; of whoever sets it where no owner is said. Either its day is said, or which anchor it
    follows and by how many days."""
    anchor = Anchor(
        name=_named(name),
        kind=kind,
        place=" ".join(place.split())[:NAME],
        zone=known_zone(zone),
        account=account,
        owner=owner or by.person,
        created_at=by.now,
    )
    must_work_here(owner=anchor.owner)
    if after is not None:
        if day_on is not None:
            raise Invalid({"day_on": _("Say its day, or what it follows: not both.")})
        day_on = tied(anchor, after, after_days, after_business)
    elif after_days is not None or day_on is None:
        raise Invalid({"after" if after_days is not None else "day_on": _("Say its day, or what it follows.")})
    anchor.day_on = day_on
    keep(anchor, by)
    return anchor


@action(_("Changed anchor"), said=_("Changed “{anchor}”"), who="work.plan", undo="work.change_anchor", icon="pencil")
def change_anchor(
    anchor: Anchor,
    *,
    by: Actor,
    name: str | None = None,
    kind: AnchorKind | None = None,
    place: str | None = None,
    zone: str | None = None,
) -> Anchor:
    """What is not said stays. Its day is moved (move_anchor), never changed. In another zone what counts from it is due on
    the same days by the clock there."""
    by.undo_args(name=anchor.name, kind=anchor.kind, place=anchor.place, zone=anchor.zone)
    before = list(deadlines_of([anchor.pk]).filter(task__state=TaskState.OPEN))
    anchor.name = anchor.name if name is None else _named(name)
    anchor.kind = kind or anchor.kind
    anchor.place = anchor.place if place is None else " ".join(place.split())[:NAME]
    anchor.zone = anchor.zone if zone is None else known_zone(zone)
    keep(anchor, by)
    for deadline in before:
        deadline.anchor = anchor
        due = due_of(deadline.due_day, anchor) if deadline.due_day is not None else {}
        write_task(deadline.task, {**due, **reason_of(deadline)}, by)
    return anchor


@action(
    _("Untied anchor"), said=_("“{anchor}” stands by itself"), who="work.plan", undo="work.tie_anchor", icon="unlink"
)
def untie_anchor(anchor: Anchor, *, by: Actor) -> Anchor:
    """It follows no other any more, and stays on its day."""
    if anchor.after is None or anchor.after_days is None:
        raise Refused(Refusal("untied", _("It follows no other.")))
    by.undo_args(to=anchor.after, days=anchor.after_days, business=anchor.after_business)
    anchor.after, anchor.after_days, anchor.after_business = None, None, False
    keep(anchor, by)
    return anchor


@action(
    _("Handed anchor over"),
    said=_("Handed “{anchor}” over to {to}"),
    who="work.plan",
    undo="work.hand_over_anchor",
    icon="arrow-forward-up",
)
def hand_over_anchor(anchor: Anchor, *, by: Actor, to: Person) -> Anchor:
    """A colleague keeps its day from now on. What counts from it stays with whom it is."""
    must_work_here(to=to)
    if to.pk == anchor.owner_id:
        raise Refused(Refusal("has_it", _("{name} has it already."), name=to.name))
    if anchor.owner is not None:
        by.undo_args(to=anchor.owner)
    anchor.owner = to
    keep(anchor, by)
    return anchor


@action(
    _("Removed anchor"), said=_("Removed “{anchor}”"), who="work.plan", undo="work.restore_anchor", icon="trash",
    preview=True,
)  # fmt: skip
def remove_anchor(anchor: Anchor, *, by: Actor, deadlines: Leftover = Leftover.KEEP) -> Anchor:
    """It takes no place. What counts from it stays on the days it has, or is dropped; anchors that follow it stay where
    they are."""
    dropped: list[int] = []
    kept = 0
    for deadline in deadlines_of([anchor.pk]).filter(task__state=TaskState.OPEN):
        if deadlines == Leftover.DROP:
            drop_task(deadline.task, by=by)
            dropped.append(deadline.task_id)
        else:
            kept += 1
    _say_removed(by, dropped=len(dropped), kept=kept)
    by.undo_args(tasks=json.dumps(dropped))
    anchor.removed_at = by.now
    keep(anchor, by)
    return anchor


def _say_removed(by: Actor, *, dropped: int, kept: int) -> None:
    if dropped:
        by.say(said("Deadlines dropped with it: {n}").format(n=dropped))
    if kept:
        by.say(said("Deadlines that stay on their days: {n}").format(n=kept))


@change_anchor.can
@untie_anchor.can
@hand_over_anchor.can
@remove_anchor.can
def _stands(anchor: Anchor, now: datetime) -> Refusal | None:
    return removed(anchor)


@action(_("Restored anchor"), said=_("Restored “{anchor}”"), who="work.plan", undo="work.remove_anchor", icon="rotate")
def restore_anchor(anchor: Anchor, *, by: Actor, tasks: Text | None = None) -> Anchor:
    """It takes place after all. tasks: ids, as JSON, of what was dropped with it and is opened again."""
    anchor.removed_at = None
    must_work_here(owner=anchor.owner)
    if anchor.after is not None and anchor.after_days is not None:
        day = day_from(anchor.after.day_on, anchor.after_days, anchor.after_business, company_calendar())
        if day != anchor.day_on:
            by.say(said("“{name}” has moved since: it no longer follows it.").format(name=anchor.after))
            anchor.after, anchor.after_days, anchor.after_business = None, None, False
    keep(anchor, by)
    for task in Task.objects.filter(deadline__anchor=anchor, state=TaskState.DROPPED, pk__in=ids_of(tasks)):
        reopen_task(task, by=by)
    return anchor


@restore_anchor.can
def _is_removed(anchor: Anchor, now: datetime) -> Refusal | None:
    return Refusal("there", _("It is not removed.")) if anchor.removed_at is None else None


def ids_of(text: str | None) -> list[int]:
    """Ids that were kept as JSON for an undo. Invalid for anything else."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        found = None
    if not isinstance(found, list) or not all(isinstance(each, int) for each in found):
        raise Invalid({"tasks": _("Ids of tasks, as JSON.")})
    return found


def removed(anchor: Anchor) -> Refusal | None:
    """Why nothing counts from it any more."""
    return Refusal("removed", _("This anchor is removed.")) if anchor.removed_at is not None else None


def tied(anchor: Anchor, to: Anchor, days: int | None, business: bool) -> date:
    """Let an anchor follow another, unsaved; the day it stands on then. Invalid: by no days, a removed one, in a circle."""
    if days is None or abs(days) > MOST_DAYS:
        raise Invalid({"days" if anchor.pk else "after_days": _("By how many days? Negative is before it.")})
    field = "to" if anchor.pk else "after"
    chain = chain_of(to)
    if to.removed_at is not None:
        raise Invalid({field: _("This anchor is removed.")})
    if anchor.pk in {each.pk for each in chain}:
        way = " > ".join(str(each) for each in [anchor, *chain])
        raise Invalid({field: _("They would follow each other in a circle: {way}").format(way=way)})
    anchor.after, anchor.after_days, anchor.after_business = to, days, business
    return day_from(chain[0].day_on, days, business, company_calendar())


def keep(anchor: Anchor, by: Actor) -> None:
    """Save it and tell the open pages."""
    anchor.updated_at = by.now
    anchor.save()
    by.changed(anchor)
    by.changed(anchor, topic="work")


def known_zone(zone: str) -> str:
    """Invalid for a zone nobody knows."""
    if zone and zone not in available_timezones():
        raise Invalid({"zone": _("There is no time zone “{zone}”.").format(zone=zone[:60])})
    return zone


def _named(name: str) -> str:
    found = " ".join(name.split())[:NAME]
    if not found:
        raise Invalid({"name": _("Give it a name.")})
    return found
