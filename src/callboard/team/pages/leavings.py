"""Somebody leaves: everything they own, who gets what and what each would have then, on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.kit.filters import Choice
from callboard.kit.pages import Empty, ListPage, RecordPage
from callboard.kit.tables import Column, Table
from callboard.team.actions import (
    change_leaving,
    confirm_leaving,
    drop_leaving,
    leave_now,
    reopen_leaving,
    rule_leaving,
    take_back_leaving,
)
from callboard.team.models import How, Leaving, Person, Pool
from callboard.team.queries.leaving import Load, Part, Plan, ends_with, plan_of
from callboard.team.rules.leaving import Rule

State = Leaving.State
TONES = {State.DRAFT: "", State.PLANNED: "due", State.DONE: "won", State.WITHDRAWN: "", State.UNDONE: ""}
#: Columns of the preview of load; the kinds with most things have one each.
KINDS_SHOWN = 4
ROWS_DRAWN = 300


class LeavingTable(Table):
    columns = (
        Column("person", _("Person"), kind="person", link=True),
        Column("leaves_at", _("Leaves"), kind="when"),
        Column("state", _("State"), kind="chip", value=lambda row: (row.get_state_display(), TONES[State(row.state)])),
        Column("successor", _("Everything else goes to"), kind="person"),
        Column("problem", _("What is in the way")),
    )


class Leavings(ListPage):
    """People who leave and who left."""

    model = Leaving
    title = _("People who leave")
    url = "leavings/"
    name = "leavings"
    template = "team/list.html"
    table = LeavingTable
    filters = (Choice("state", _("State")),)
    order = ("-id",)
    empty = Empty(
        _("Nobody leaves"),
        _("Open the page of a person and choose “Prepare leaving”: it shows all they own and who gets it."),
        "door-exit",
    )


@dataclass(frozen=True)
class PartLine:
    """A kind of things as the page shows it."""

    part: Part
    rule: str
    things_url: str
    rule_url: str


@dataclass(frozen=True)
class LoadLine:
    """A receiver: (now, then) of the kinds shown, of the other kinds together, and of the money."""

    person: Person | None
    counts: Sequence[tuple[int, int]]
    rest: tuple[int, int]
    stake: tuple[Any, Any]
    gets: int


class LeavingRecord(RecordPage):
    """Who leaves when, what they own, who gets it, and what ends with them."""

    model = Leaving
    url = "leavings/<int:pk>/"
    name = "leaving"
    related = ("person", "person__team", "successor")
    timeline = False
    buttons = (
        confirm_leaving,
        reopen_leaving,
        take_back_leaving,
        change_leaving,
        drop_leaving,
        leave_now,
    )
    template = "team/leaving.html"
    topics = ("team.leaving",)

    def state(self, obj: Leaving) -> tuple[Any, str] | None:
        return obj.get_state_display(), TONES[State(obj.state)]

    def subtitle(self, obj: Leaving) -> str:
        return obj.person.title

    def facts(self, obj: Leaving) -> Sequence[Any]:
        return [
            (_("Left"), obj.done_at, "when") if obj.state == State.DONE else (_("Leaves"), obj.leaves_at, "when"),
            (_("Team"), obj.person.team),
            (_("Everything else goes to"), obj.successor, "person"),
            *([(_("Note"), obj.note)] if obj.note else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Leaving) -> dict[str, Any]:
        if obj.state not in (State.DRAFT, State.PLANNED):
            return {"over": True, "moves": moved(obj), "things_url": things_url(obj)}
        plan = plan_of(obj)
        ends = ends_with(obj.person, clock.business_day(clock.now()))
        return {"over": False, "ends": ends, "things_url": things_url(obj), **shown(obj, plan)}


def things_url(obj: Leaving, kind: str = "") -> str:
    """The list of things, one by one."""
    base = reverse("leaving-things", args=[obj.pk])
    return f"{base}?{urlencode({'kind': kind})}" if kind else base


def shown(obj: Leaving, plan: Plan) -> dict[str, Any]:
    """The plan for the template."""
    pools = {each.pk: each for each in Pool.objects.filter(pk__in=[p.rule.pool for p in plan.parts if p.rule.pool])}
    lines = [
        PartLine(
            part,
            rule_text(part.rule, plan, pools),
            things_url(obj, part.kind.name),
            f"{reverse('do', args=[rule_leaving.name, obj.pk])}?{urlencode({'kind': part.kind.name})}",
        )
        for part in plan.parts
    ]
    # Those of which there is most have a column each, money first.
    top = sorted(plan.parts, key=lambda part: (-bool(part.stake), -part.count))[:KINDS_SHOWN]
    names = [part.kind.name for part in top]
    return {
        "parts": lines,
        "loads": [_load_line(load, names, plan) for load in plan.loads],
        "columns": [part.kind.label for part in top],
        "rest": len(plan.parts) > len(top),
        "nobody": plan.nobody,
        "count": len(plan.handings),
        "successor": plan.people.get(plan.successor or 0),
        "open": obj.state == State.DRAFT,
    }


def _load_line(load: Load, names: Sequence[str], plan: Plan) -> LoadLine:
    others = [pair for name, pair in load.counts.items() if name not in names]
    money = load.stakes.get("directory.account", (0, 0))
    rest = (sum(now for now, _then in others), sum(then for _now, then in others))
    counts = [load.counts.get(name, (0, 0)) for name in names]
    return LoadLine(plan.people.get(load.person), counts, rest, money, load.gets)


def rule_text(rule: Rule, plan: Plan, pools: Mapping[int, Pool]) -> str:
    """A rule in words."""
    if rule.how == How.POOL:
        return str(_("{pool}, by load")).format(pool=pools.get(rule.pool or 0, ""))
    if rule.how == How.PERSON:
        return str(plan.people.get(rule.person or plan.successor or 0) or _("nobody yet"))
    return str(How(rule.how).label)


def moved(obj: Leaving) -> list[tuple[Any, list[tuple[Person, int]]]]:
    """What was handed on: each kind with who got how many."""
    labels = {kind.name: kind.label for kind in register.owned_kind}
    found: dict[str, dict[Person, int]] = {}
    for move in obj.moves.select_related("to").order_by("pk"):
        some = found.setdefault(move.kind, {})
        some[move.to] = some.get(move.to, 0) + 1
    return [(labels.get(kind, kind), list(some.items())) for kind, some in found.items()]
