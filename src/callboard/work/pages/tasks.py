"""My Day, the list of tasks, one task."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.refs import Ref, number_in, records
from callboard.core.registry import register
from callboard.kit.addresses import action_url
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, ListPage, RecordPage, ReportPage
from callboard.kit.pages.lists import Empty
from callboard.kit.why import why_url
from callboard.team.pages.setup import setup_on_my_day
from callboard.work.actions import (
    change_task,
    create_task,
    drop_task,
    finish_task,
    hand_over_task,
    pin_task,
    release_task,
    reopen_task,
    snooze_task,
    take_task,
    unpin_task,
    wake_task,
)
from callboard.work.actions.opening import due_text
from callboard.work.models import Task
from callboard.work.queries import day_of, reason_of, stake_label
from callboard.work.queries.day import Row
from callboard.work.queries.mine import day_topics
from callboard.work.tables import TaskTable, due_chip, state_chip

SHORT = 10


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
        day = day_of(actor.person, now, within=limit, people=people)
        here = reverse(self.name) + (f"?minutes={within}" if within else "")
        sources = sources_of([row.task for row in day.rows])
        return {
            "now": now,
            "day": day,
            "lines": [line_of(row, sources, actor, here) for row in day.rows],
            "below": day.to_do - len(day.rows),
            "here": here,
            "within": within,
            "short_url": f"{reverse(self.name)}?minutes={SHORT}",
            "all_url": reverse(self.name),
            "tasks_url": reverse("tasks"),
            "part_url": f"{here}{'&' if within else '?'}part=day",
            "topics": " ".join(day_topics(actor.person, people)),
            **(setup_on_my_day(actor) if limit is None else {}),
        }


class Tasks(ListPage):
    """Every task one may see."""

    model = Task
    title = _("Tasks")
    url = "tasks/"
    name = "tasks"
    table = TaskTable
    order = ("due_at", "id")
    buttons = [create_task]
    bulk = (finish_task, snooze_task, hand_over_task, drop_task, reopen_task)
    board = Board("state", {"open": reopen_task, "done": finish_task, "dropped": drop_task})
    filters = [
        Search(("title", "account__name")),
        Choice("state", _("State")),
        PersonFilter("owner", _("Owner")),
        Flag("promised", _("Promised")),
        Between("due_at", _("Due")),
    ]
    tabs = [
        (_("Mine, open"), "state=open&owner=me"),
        (_("Open"), "state=open"),
        (_("Nobody's"), "state=open&owner=none"),
    ]
    topics = ["work"]
    empty = Empty(_("No tasks yet"), _("A task is one next action of one person."), "list-check")


class TaskRecord(RecordPage):
    """One task."""

    model = Task
    url = "tasks/<int:pk>/"
    name = "task"
    related = ["account", "owner", "team", "done_by", "created_by"]
    timeline = False
    buttons = [
        finish_task,
        take_task,
        snooze_task,
        hand_over_task,
        change_task,
        pin_task,
        unpin_task,
        wake_task,
        release_task,
        drop_task,
        reopen_task,
    ]

    def state(self, obj: Task) -> tuple[Any, str] | None:
        """Due while it is open, else how it ended."""
        return (due_chip(obj) or state_chip(obj)) if obj.done_at is None else state_chip(obj)

    def subtitle(self, obj: Task) -> str:
        """Why it is here."""
        return reason_of(obj)

    def facts(self, obj: Task) -> list[tuple[Any, ...]]:
        """What is known of it."""
        source = sources_of([obj]).get(obj.source) if obj.source else None
        return [
            (_("Account"), obj.account, "account"),
            (_("Made for"), source),
            (_("Owner"), obj.owner, "person"),
            (_("Team"), obj.team),
            (_("Due"), obj.due_at, "when", why_url("task.rank", obj)),
            (_("Promised to the customer"), _("yes") if obj.promised else _("no")),
            (stake_label(obj) or _("Stake"), obj.stake, "money", why_url("task.stake", obj)),
            (_("Minutes it takes"), obj.minutes, "number"),
            (_("Snoozed until"), obj.snoozed_until_at, "when"),
            (_("Note"), obj.note, "prose"),
            (_("Made by"), obj.created_by, "person"),
            (_("Closed"), obj.done_at, "when"),
            (_("Closed by"), obj.done_by, "person"),
        ]


class CreateTask(ActionPage):
    """A task in a line."""

    action = create_task
    days = ("due",)
    submit = _("Add task")
    fields = ("title", "account", "due", "owner")
    labels = {"due": _("Due, as you say it")}
    text = _("Due is read as you say it: tue 9, +3, tomorrow 14:30, mar 12. Empty means some time.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Mine, the usual answer."""
        return {"owner": actor.person}


class ChangeTask(ActionPage):
    """Due in words here too."""

    action = change_task
    labels = {"due": _("Due, as you say it")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The task as it is."""
        return {
            "title": target.title,
            "due": due_text(target),
            "promised": target.promised,
            "stake": target.stake,
            "minutes": target.minutes,
            "note": target.note,
        }


class SnoozeTask(ActionPage):
    """Until when, in words."""

    action = snooze_task
    days = ("until",)
    submit = _("Snooze")
    text = _("Until when? tue 9, +1, +3, tomorrow 14:30. A day alone means when your work begins.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Tomorrow, the usual answer."""
        return {"until": "+1"}


class HandOver(ActionPage):
    """To whom."""

    action = hand_over_task
    submit = _("Hand over")
    labels = {"to": _("To"), "note": _("A word to them")}


def line_of(row: Row, sources: dict[Ref, Any], actor: Actor, here: str) -> Line:
    """A row with its addresses. An address is empty where the actor may not."""
    task, back = row.task, f"?{urlencode({'next': here})}"
    may_do, may_assign = finish_task.allowed(actor, task), hand_over_task.allowed(actor, task)
    return Line(
        row=row,
        url=begin_url(task, sources),
        open_label=begin_label(task, sources),
        finish_url=action_url(finish_task, task) if may_do else "",
        snooze_url=action_url(snooze_task, task) + back if may_do else "",
        hand_over_url=action_url(hand_over_task, task) + back if may_assign else "",
        take_url=action_url(take_task, task) if task.owner_id is None and may_do else "",
        nonce=uuid4().hex,
    )


def sources_of(tasks: Iterable[Task]) -> dict[Ref, Any]:
    """What the tasks were made for, one query a kind."""
    return records(task.source for task in tasks if task.source is not None)


def begin_url(task: Task, sources: dict[Ref, Any]) -> str:
    """Where working a task begins: where its kind says, else what it was made for, else its account, else itself."""
    kind = register.task_kind.get(task.kind)
    if kind is not None and kind.url is not None and (url := kind.url(task)):
        return url
    source = sources.get(task.source) if task.source is not None else None
    found = (url_of(source) if source is not None else "") or (url_of(task.account) if task.account else "")
    return found or url_of(task)


def begin_label(task: Task, sources: dict[Ref, Any]) -> str:
    """What the first button says."""
    kind = register.task_kind.get(task.kind)
    if kind is not None and kind.begin:
        return str(kind.begin)
    source = sources.get(task.source) if task.source is not None else None
    if source is not None:
        return said("Open {thing}").format(thing=source._meta.verbose_name)
    return said("Open account") if task.account_id else said("Open")
