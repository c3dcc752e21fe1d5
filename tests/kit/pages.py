"""Pages only tests know: teams as a list, a record and actions.  Also the addresses of these tests."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path

from callboard.config.api import build
from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.pages import ActionPage, ListPage, Panel, RecordPage, page_urls
from callboard.kit.pages.acts import ACTION_PAGES
from callboard.kit.tables import Column, Table
from callboard.team import models
from callboard.team.actions.teams import change_team, create_team

# Records and actions that have pages of their own get these below; other tests must see the real ones.
REAL = (dict(register.record_urls), dict(ACTION_PAGES))


class PersonTable(Table):
    columns = [
        Column("name", "Name", link=True),
        Column("team", "Team"),
        Column("boss", "Manager", kind="person", value="team.manager"),
        Column("status", "Status", kind="chip"),
        Column("left_on", "Left", kind="date"),
        Column("status_since_at", "Since", kind="when"),
        Column("email", "Mail", kind="email"),
    ]


class Colleagues(ListPage):
    model = models.Person
    name = "test-colleagues"
    url = "test/colleagues/"
    title = "Colleagues"
    table = PersonTable
    order = ("name",)
    filters = [
        Search(("name", "email")),
        Choice("status", "Status"),
        Person("manager", "Manager", path="team__manager"),
        Between("left_on", "Left"),
        Between("status_since_at", "Since"),
        Flag("is_active", "Works here"),
    ]
    tabs = [("Away", "status=away")]
    buttons = [create_team]


class ColleagueRecord(RecordPage):
    model = models.Person
    name = "test-colleague"
    url = "test/colleagues/<int:pk>/"
    related = ("team__manager",)

    def facts(self, obj: models.Person) -> list[tuple[str, Any]]:
        return [("Mail", obj.email)]


class TeamTable(Table):
    columns = [Column("name", "Name", link=True), Column("manager", "Manager", kind="person")]


class Teams(ListPage):
    model = models.Team
    name = "test-teams"
    url = "test/teams/"
    title = "Teams"
    table = TeamTable
    order = ("name",)
    buttons = [create_team]


class TeamRecord(RecordPage):
    model = models.Team
    name = "test-team"
    url = "test/teams/<int:pk>/"
    buttons = [change_team]
    panels = [
        Panel("people", "People", table=PersonTable, rows=lambda team, actor: team.people.all()),
        Panel("later", "Later", table=PersonTable, rows=lambda team, actor: team.people.all(), lazy=True),
    ]

    def facts(self, obj: models.Team) -> list[tuple[str, Any, str]]:
        return [("Manager", obj.manager, "person")]

    def state(self, obj: models.Team) -> tuple[str, str] | None:
        return ("Department", "pend") if obj.is_department else None


class ChangeTeam(ActionPage):
    action = change_team
    labels = {"name": "What it is called"}

    def initial(self, request: HttpRequest, actor: Actor, target: models.Team) -> dict[str, Any]:
        return {}


OURS = (dict(register.record_urls), dict(ACTION_PAGES))


def show(record_urls: dict[str, Any], action_pages: dict[str, type[ActionPage]]) -> None:
    """Let records and actions lead to these pages."""
    register.record_urls.update(record_urls)
    ACTION_PAGES.update(action_pages)
    for name in set(ACTION_PAGES) - set(action_pages):
        del ACTION_PAGES[name]


show(*REAL)

urlpatterns = [
    *page_urls(Colleagues, ColleagueRecord, Teams, TeamRecord),
    path("", include("callboard.kit.urls")),
    path("api/v1/", build("tests").urls),
]

handler400 = "callboard.kit.errors.bad_request"
handler403 = "callboard.kit.errors.forbidden"
handler404 = "callboard.kit.errors.not_found"
handler500 = "callboard.kit.errors.server_error"
