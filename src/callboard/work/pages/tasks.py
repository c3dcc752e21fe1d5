"""The list of tasks, one task."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.kit.why import why_url
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
from callboard.work.pages.begins import sources_of
from callboard.work.queries import reason_of, stake_label
from callboard.work.tables import TaskTable, due_chip, state_chip


class Tasks(ListPage):
    """Every task one may see."""

    model = Task
    title = _("Tasks")
    url = "tasks/"
    name = "tasks"
    table = TaskTable
    order = ("due_at", "id")
    buttons = [create_task]
    bulk = (finish_task, snooze_task, hand_over_task, drop_task, reopen_task, pin_task)
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
