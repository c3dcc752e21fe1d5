"""Improvements: the list, one with its figure before and after, the forms."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.filters import Choice, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, Empty, ListPage, Panel, RecordPage
from callboard.kit.tables import Column, Table
from callboard.team.models import Team
from callboard.work import actions
from callboard.work.models import Improvement, ImprovementState
from callboard.work.pages.handoffs import departments
from callboard.work.queries.improvements import FEWEST, measured

TONES = {ImprovementState.RUNNING: "acc", ImprovementState.ENDED: "won", ImprovementState.DROPPED: "pend"}


def begin_url(team: Team) -> str:
    """Where an improvement of a department is begun."""
    return f"{reverse('do', args=[actions.create_improvement.name])}?{urlencode({'team': team.pk})}"


def state_of(one: Improvement) -> tuple[Any, str]:
    """Where it stands, as a chip."""
    return one.get_state_display(), TONES[ImprovementState(one.state)]


class ImprovementTable(Table):
    columns = [
        Column("title", _("What is changed"), link=True),
        Column("team", _("Department")),
        Column("person", _("By"), kind="person"),
        Column("state", _("State"), kind="chip", value=state_of, sort="state"),
        Column("figure", _("Measured by"), value=lambda row: row.get_figure_display(), sort="figure"),
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("Until, not included"), kind="date"),
        Column("before", _("Before"), kind="number", total=False),
        Column("after", _("After"), kind="number", total=False),
    ]


class Improvements(ListPage):
    """What was changed in how hand-offs go; the figures of those that ended."""

    model = Improvement
    title = _("Improvements")
    url = "improvements/"
    name = "improvements"
    near = ("handoff-time",)
    table = ImprovementTable
    order = ("-id",)
    buttons = (actions.create_improvement,)
    filters = (
        Search(("title", "text")),
        Choice("state", _("State")),
        Choice("team", _("Department"), rows=lambda: departments().values("pk", "name")),
        PersonFilter("person", _("By")),
    )
    tabs = ((_("Running"), "state=running"), (_("Ended"), "state=ended"))
    topics = ("work",)
    paste = False
    empty = Empty(
        _("No improvements yet"),
        _(
            "An improvement says what is changed in how hand-offs go, from which day, and shows the figure before and after."
        ),
        "trending-up",
        (actions.create_improvement.name,),
    )


class ImprovementRecord(RecordPage):
    """One improvement with its figure before and after."""

    model = Improvement
    url = "improvements/<int:pk>/"
    name = "improvement"
    related = ("team", "person")
    timeline = False
    buttons = (
        actions.end_improvement,
        actions.change_improvement,
        actions.reopen_improvement,
        actions.drop_improvement,
    )
    panels = (
        Panel(
            "measured",
            _("Before and after"),
            "work/improvement_panel.html",
            context=lambda record, actor: {
                "found": measured(record, clock.now()),
                "record": record,
                "fewest": FEWEST,
            },
            place="middle",
        ),
    )

    def state(self, obj: Improvement) -> tuple[Any, str] | None:
        return state_of(obj)

    def owner(self, obj: Improvement) -> Any:
        return obj.person

    def facts(self, obj: Improvement) -> Sequence[Any]:
        found = [
            (_("Department"), obj.team),
            (_("By"), obj.person, "person"),
            (_("Why and how"), obj.text, "prose"),
            (_("Measured by"), obj.get_figure_display()),
            (_("Weeks before it"), obj.weeks, "number"),
            (_("From"), obj.starts_on, "date"),
            (_("Until, not included"), obj.ends_on, "date"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class CreateImprovement(ActionPage):
    action = actions.create_improvement
    submit = _("Begin")
    text = _(
        "Its figures count hand-offs that were asked for and finished before that day, and asked for and finished since."
        " What is still open does not count."
    )
    fields = ("title", "team", "figure", "starts_on", "weeks", "person", "text")
    labels = {
        "starts_on": _("From; empty: today"),
        "weeks": _("Compared with so many weeks before"),
        "person": _("By; empty: you"),
    }

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return departments() if name == "team" else None

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The department of the report's row, and oneself."""
        team = request.GET.get("team", "")
        return {"person": actor.person, **({"team": team} if team.isdecimal() else {})}
