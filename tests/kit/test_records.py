"""A record's page: head, facts, timeline, panels; what one may not see does not exist."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core.links import url_of
from callboard.core.models import TimelineEntry
from callboard.team.models import Person, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]


@pytest.fixture
def team(desk: Person) -> Team:
    return Team.objects.create(name="East", manager=desk, is_department=True)


def url(team: Team) -> str:
    return f"/test/teams/{team.pk}/"


def test_a_record_page_registers_the_address_of_its_kind(team: Team) -> None:
    assert url_of(team) == url(team) == team.get_absolute_url()


def test_it_shows_title_state_facts_and_panels(as_desk: Client, team: Team) -> None:
    make.person("Zoe", team=team)
    html = as_desk.get(url(team)).content.decode()
    for text in ("East", "Department", "Dana Desk", "People", "Zoe", 'hx-get="?panel=later"'):
        assert text in html


def test_buttons_are_for_those_who_may_press_them(as_admin: Client, as_desk: Client, team: Team) -> None:
    assert f"/do/team.change_team/{team.pk}/" in as_admin.get(url(team)).content.decode()
    assert "/do/team.change_team/" not in as_desk.get(url(team)).content.decode()


def test_thirty_rows_in_a_panel_cost_the_queries_of_one(as_desk: Client, team: Team) -> None:
    make.person("P", team=team)
    as_desk.get(url(team))
    with CaptureQueriesContext(connection) as one:
        as_desk.get(url(team))
    for number in range(30):
        make.person(f"P{number}", team=team)
    with CaptureQueriesContext(connection) as thirty:
        as_desk.get(url(team))
    assert len(thirty) == len(one) <= 12


def test_a_lazy_panel_is_fetched_alone(as_desk: Client, team: Team) -> None:
    make.person("Zoe", team=team)
    html = as_desk.get(f"{url(team)}?panel=later").content.decode()
    assert "Zoe" in html and "<html" not in html
    assert as_desk.get(f"{url(team)}?panel=nothing").status_code == 404


@pytest.mark.parametrize("pk", ["999999", str(2**63), "9" * 30])
def test_what_is_not_there_is_404(as_desk: Client, pk: str) -> None:
    answer = as_desk.get(f"/test/teams/{pk}/")
    assert answer.status_code == 404
    assert "This page is not here" in answer.content.decode()


def entry(team: Team, number: int, audience: list[str]) -> TimelineEntry:
    return TimelineEntry(
        root_id=1,
        at=make.NOW + timedelta(minutes=number),
        kind="test",
        ref_kind="team.team",
        ref_id=team.pk,
        title=f"Entry {number:02}",
        audience=audience,
    )


def test_the_timeline_is_newest_first_a_page_at_a_time(as_desk: Client, team: Team) -> None:
    TimelineEntry.objects.bulk_create(entry(team, number, ["all"]) for number in range(45))
    answer = as_desk.get(url(team))
    assert [line.title for line in answer.context["entries"]] == [f"Entry {n:02}" for n in range(44, 14, -1)]
    older = as_desk.get(url(team) + answer.context["older_url"])
    assert [line.title for line in older.context["entries"]] == [f"Entry {n:02}" for n in range(14, -1, -1)]
    assert older.context["older_url"] == ""


def test_the_timeline_hides_what_is_not_for_this_person(as_desk: Client, desk: Person, team: Team) -> None:
    audiences = [["all"], ["person:999999"], [f"person:{desk.pk}"], ["all", f"-person:{desk.pk}"], []]
    TimelineEntry.objects.bulk_create(entry(team, number, audience) for number, audience in enumerate(audiences))
    assert [line.title for line in as_desk.get(url(team)).context["entries"]] == ["Entry 02", "Entry 00"]
