"""My Day: one ranked list, worked without leaving the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Action, Actor
from callboard.core.models import Run, RunTarget
from callboard.core.refs import Ref, kind_of, number_in
from callboard.core.registry import TaskKind, register
from callboard.kit.addresses import action_url
from callboard.kit.fields import verb
from callboard.kit.pages import ReportPage
from callboard.kit.pages.buttons import Button, key_of
from callboard.kit.pages.selecting import Selection
from callboard.kit.runs.words import title_of
from callboard.kit.why import why_url
from callboard.team.pages.setup import setup_on_my_day
from callboard.work.actions import (
    change_block,
    end_block,
    finish_task,
    hand_over_task,
    pin_task,
    snooze_task,
    take_task,
    unpin_task,
)
from callboard.work.models import Task, TimeBlock
from callboard.work.pages.begins import begin_label, begin_url, sources_of
from callboard.work.queries import day_of
from callboard.work.queries.away import fresh_absence
from callboard.work.queries.blocks import Cost, blocks_on, cost_of, running_of
from callboard.work.queries.day import Row
from callboard.work.queries.mine import day_topics

SHORT = 10
#: What can be done with several rows at once, beside what each row offers.
BATCH: tuple[Action[..., Any], ...] = (finish_task, snooze_task, hand_over_task, pin_task)


@dataclass(frozen=True)
class Line:
    """A row of My Day for its template: what it says, where it leads, what can be done with it without leaving."""

    row: Row
    url: str
    open_label: str
    finish_url: str
    snooze_url: str
    hand_over_url: str
    take_url: str
    pin_url: str
    nonce: str
    answers: Sequence[Button] = ()  #: how it is answered, where it is not finished by itself
    unfinished: str = ""  #: why not
    taken: bool = False  #: whether a run just started works on it: the keyboard stands on the next
    tomorrow: str = ""  #: the nonce of "Tomorrow", where one press is to put it off


@dataclass(frozen=True)
class Block:
    """A running block for its template."""

    block: TimeBlock
    cost: Cost
    end_url: str
    change_url: str
    nonce: str


class MyDay(ReportPage):
    """One ranked list of what waits for me."""

    title = _("My Day")
    url = ""
    name = "home"
    template = "work/my_day.html"
    parts = {"day": "work/my_day_part.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The day, its rows with their verbs."""
        now = clock.now()
        within = request.GET.get("minutes", "")
        limit = number_in(within) if len(within) < 4 else None
        people = policy().people(actor)
        zone = actor.person.tz
        blocks = blocks_on(actor.person, now.astimezone(zone).date(), zone)
        running = running_of(blocks, now)
        day = day_of(actor.person, now, within=limit, people=people, blocks=blocks)
        here = reverse(self.name) + (f"?minutes={within}" if within else "")
        sources = sources_of([row.task for row in day.rows])
        started, taken = started_by(actor, request.GET.get("run", ""))
        return {
            "now": now,
            "day": day,
            "lines": [line_of(row, sources, actor, here, taken) for row in day.rows],
            "started": started,
            "started_title": title_of(started) if started is not None else "",
            "below": day.to_do - len(day.rows),
            "running": block_of(running, now, here) if running is not None else None,
            "selection": batch_of(actor, here) if day.rows else None,
            "here": here,
            "within": within,
            "short_url": f"{reverse(self.name)}?minutes={SHORT}",
            "all_url": reverse(self.name),
            "tasks_url": reverse("tasks"),
            "weights_url": why_url("work.weights"),
            "away": fresh_absence(actor.person, now) if "part" not in request.GET else None,
            "part_url": f"{here}{'&' if within else '?'}part=day",
            "topics": " ".join(day_topics(actor.person, people)),
            **(setup_on_my_day(actor) if limit is None and running is None else {}),
        }


def started_by(actor: Actor, number: str) -> tuple[Run | None, frozenset[int]]:
    """The run one comes back from, and the tasks it still works on. No query where there is none."""
    pk = number_in(number) if number else None
    run = Run.objects.filter(pk=pk, person=actor.person_id, kind=kind_of(Task)).first() if pk is not None else None
    if run is None:
        return None, frozenset()
    waiting = run.targets.filter(outcome=RunTarget.Outcome.WAITING).values_list("target_id", flat=True)
    return run, frozenset(pk for pk in waiting if pk is not None)


def line_of(row: Row, sources: dict[Ref, Any], actor: Actor, here: str, taken: frozenset[int] = frozenset()) -> Line:
    """A row with its addresses. An address is empty where the actor may not.  taken: the tasks a run still works on."""
    task, back = row.task, f"?{urlencode({'next': here})}"
    may_do, may_assign = finish_task.allowed(actor, task), hand_over_task.allowed(actor, task)
    kind = register.task_kind.get(task.kind)
    unfinished = str(kind.unfinished) if kind is not None and kind.answers else ""
    return Line(
        row=row,
        url=begin_url(task, sources),
        open_label=begin_label(task, sources),
        finish_url=action_url(finish_task, task) if may_do and not unfinished else "",
        snooze_url=action_url(snooze_task, task) + back if may_do else "",
        hand_over_url=action_url(hand_over_task, task) + back if may_assign else "",
        take_url=action_url(take_task, task) if task.owner_id is None and may_do else "",
        pin_url=action_url(unpin_task if task.pinned else pin_task, task) if may_do else "",
        nonce=uuid4().hex,
        answers=_answers(kind, sources.get(task.source) if task.source is not None else None, actor, back),
        unfinished=unfinished,
        taken=task.pk in taken,
    )


def _answers(kind: TaskKind | None, source: Any, actor: Actor, back: str) -> Sequence[Button]:
    """The answers a task of a kind takes, by what it was made for; whose turn it is, the action says."""
    if kind is None or source is None:
        return ()
    found = [(register.actions[name], str(label)) for name, label in kind.answers]
    return [
        Button(each.name, label, action_url(each, source) + back, each.icon or "", key=key_of(each))
        for each, label in found
        if each.allowed(actor)
    ]


def block_of(block: TimeBlock, now: datetime, here: str) -> Block:
    """A running block with what it costs. One query."""
    change_url = f"{action_url(change_block, block)}?{urlencode({'next': here})}"
    return Block(block, cost_of(block, now), action_url(end_block, block), change_url, uuid4().hex)


def batch_of(actor: Actor, here: str) -> Selection | None:
    """The bar of the ticked rows: a verb over several is a run, seen before it is done, and leads back `here`; None for who may
    do nothing."""
    buttons: Sequence[Button] = [
        Button(each.name, verb(each), reverse("bulk", args=["tasks", each.name]), each.icon or "")
        for each in BATCH
        if each.allowed(actor)
    ]
    return Selection(buttons, "state=open&owner=me", back=here) if buttons else None
