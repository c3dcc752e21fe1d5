"""What is to be reached."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.board.actions import change_goal, set_goal
from callboard.board.models import Goal, Metric
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.tables import Column, Table
from callboard.team.queries import business_day


def holder(goal: Goal) -> str:
    """Whose goal it is."""
    return str(goal.holder) if goal.holder else said("The company")


class GoalTable(Table):
    columns = (
        Column("metric", _("What counts"), link=True),
        Column("holder", _("Whose"), value=holder, sort=None, needs=("person", "team")),
        Column("starts_on", _("Month"), kind="date"),
        Column("amount", _("Goal"), kind="number"),
    )


class Goals(ListPage):
    """Every goal, newest month first."""

    model = Goal
    title = _("Goals")
    url = "board/goals/"
    name = "goals"
    table = GoalTable
    filters = (
        Choice("metric", _("What counts")),
        Person("person", _("Rep")),
        Between("month", _("Month"), "starts_on"),
    )
    order = ("-starts_on", "-id")
    buttons = (set_goal,)
    bulk = (change_goal,)
    empty = Empty(_("No goals yet"), _("Set one, and the board shows the pace to it."), "target")


class GoalRecord(RecordPage):
    """One goal."""

    model = Goal
    url = "board/goals/<int:pk>/"
    name = "goal"
    related = ("person", "team")
    buttons = (change_goal,)

    def title(self, obj: Goal) -> str:
        return said("{what}, {whose}").format(what=obj.get_metric_display(), whose=holder(obj))

    def facts(self, obj: Goal) -> Sequence[Fact]:
        return [
            (_("Month"), obj.starts_on, "date"),
            (_("Goal"), obj.amount, "number"),
            (_("Rep"), obj.person, "person"),
            (_("Team"), obj.team),
        ]


class SetGoal(ActionPage):
    """New MRR of the whole company this month, the usual goal."""

    action = set_goal
    fields = ("metric", "amount", "month", "person", "team")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"metric": Metric.NEW_MRR, "month": business_day(clock.now()).replace(day=1)}


class ChangeGoal(ActionPage):
    """Leads to the list: a goal without an amount is gone."""

    action = change_goal

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("goals")
