"""The timeline of a record for programs: whose it is, page by page, and what is hidden stays hidden."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.kit.actions import create_token
from callboard.kit.api.timeline import Entries
from callboard.team.models import Grant, Person, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]


@pytest.fixture
def team(admin: Person) -> Team:
    return Team.objects.create(name="East", manager=admin)


@pytest.fixture
def program(admin: Person) -> dict[str, str]:
    return bearer(admin)


def bearer(person: Person) -> dict[str, str]:
    token: Any = create_token(by=Actor("person", person=person), name="script")
    return {"Authorization": f"Bearer {token.secret}"}


def written(team: Team, numbers: range, by: Person | None = None, audience: tuple[str, ...] = ("all",)) -> None:
    TimelineEntry.objects.bulk_create(
        TimelineEntry(
            root_id=1,
            at=make.NOW + timedelta(minutes=number),
            kind="test",
            ref_kind="team.team",
            ref_id=team.pk,
            title=f"Entry {number:03}",
            person=by,
            audience=list(audience),
        )
        for number in numbers
    )


def asked(team: Team, program: dict[str, str], query: str = "", status: int = 200) -> dict[str, Any]:
    answer = Client().get(f"/api/v1/test-team/{team.pk}/timeline{query}", headers=program)
    assert answer.status_code == status, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_an_entry_says_when_what_who_and_about_which_record(team: Team, admin: Person, program: dict[str, str]) -> None:
    written(team, range(1), by=admin)
    found = asked(team, program)
    Entries.model_validate(found)
    (entry,) = found["items"]
    assert (entry["title"], entry["kind"], entry["text"], entry["pinned"]) == ("Entry 000", "test", "", False)
    assert entry["at"] == make.NOW.isoformat().replace("+00:00", "Z")
    assert (entry["person"]["kind"], entry["person"]["id"], entry["person"]["name"]) == (
        "team.person",
        admin.pk,
        str(admin),
    )
    assert entry["about"] == {"kind": "team.team", "id": team.pk, "url": f"/test/teams/{team.pk}/"}
    assert (found["next"], found["previous"]) == (None, None)


def pages_of(team: Team, program: dict[str, str], limit: int) -> Iterator[dict[str, Any]]:
    after = ""
    while True:
        found = asked(team, program, f"?limit={limit}{after}")
        yield found
        if found["next"] is None:
            return
        after = f"&after={found['next']}"


def test_it_is_newest_first_and_each_entry_stands_on_one_page(team: Team, program: dict[str, str]) -> None:
    written(team, range(205))
    pages = list(pages_of(team, program, 200))
    assert [len(page["items"]) for page in pages] == [200, 5]
    titles = [entry["title"] for page in pages for entry in page["items"]]
    assert titles == [f"Entry {number:03}" for number in reversed(range(205))]


def test_what_happens_meanwhile_moves_no_page(team: Team, program: dict[str, str]) -> None:
    written(team, range(4))
    first = asked(team, program, "?limit=2")
    written(team, range(10, 12))
    second = asked(team, program, f"?limit=2&after={first['next']}")
    assert [entry["title"] for entry in second["items"]] == ["Entry 001", "Entry 000"]
    back = asked(team, program, f"?limit=2&after={second['previous']}")
    assert [entry["title"] for entry in back["items"]] == ["Entry 003", "Entry 002"]


def test_fifty_come_unasked_and_two_hundred_at_most(team: Team, program: dict[str, str]) -> None:
    written(team, range(60))
    assert len(asked(team, program)["items"]) == 50
    for wrong in ("0", "201", "many", "-1"):
        assert "limit" in asked(team, program, f"?limit={wrong}", 422)["fields"]


def test_a_cursor_of_another_list_is_refused_with_a_sentence(team: Team, program: dict[str, str]) -> None:
    for cursor in ("nonsense", "W10", "bnVsbA"):
        answer = asked(team, program, f"?after={cursor}", 422)
        assert (answer["code"], list(answer["fields"])) == ("invalid", ["after"])


def test_what_is_not_for_this_person_is_not_there(team: Team, admin: Person, desk: Person) -> None:
    for number, audience in enumerate(
        [("all",), ("person:999999",), (f"person:{desk.pk}",), ("all", f"-person:{desk.pk}"), ()]
    ):
        written(team, range(number, number + 1), audience=audience)
    seen = {entry["title"] for entry in asked(team, bearer(desk))["items"]}
    assert seen == {"Entry 000", "Entry 002"}
    assert {entry["title"] for entry in asked(team, bearer(admin))["items"]} == {"Entry 000", "Entry 003"}


def test_without_token_right_or_record_there_is_nothing(team: Team, program: dict[str, str]) -> None:
    url = f"/api/v1/test-team/{team.pk}/timeline"
    assert Client().get(url).status_code == 401
    nobody = make.person("Nobody", roles=("sales_support",))
    headers = bearer(nobody)
    Grant.objects.create(operation="team.view", role="sales_support", scope="none")
    assert Client().get(url, headers=headers).status_code == 403
    for pk in ("0", "999999", str(2**63)):
        assert Client().get(f"/api/v1/test-team/{pk}/timeline", headers=program).status_code in (404, 422)


def test_a_record_without_a_timeline_has_no_such_address(program: dict[str, str]) -> None:
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/test-team/{pk}/timeline", "/api/v1/absence/{pk}"} <= paths.keys()
    assert "/api/v1/absence/{pk}/timeline" not in paths
    assert Client().get("/api/v1/absence/1/timeline", headers=program).status_code == 404


def test_two_hundred_entries_cost_the_queries_of_one(team: Team, admin: Person, program: dict[str, str]) -> None:
    counts = []
    for more in (range(1), range(1, 200)):
        written(team, more, by=admin)
        asked(team, program, "?limit=200")
        with CaptureQueriesContext(connection) as queries:
            asked(team, program, "?limit=200")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 5
