"""The API: what pages show and do, for programs."""

import base64
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pydantic import TypeAdapter, ValidationError

from callboard.core.actions import Actor, Invalid, Param
from callboard.core.models import Log
from callboard.kit.actions import create_token, revoke_token
from callboard.kit.api.auth import Limit, TooMany
from callboard.kit.api.types import param_type
from callboard.kit.models import ApiToken
from callboard.team.actions import set_grant
from callboard.team.actions.teams import change_team, create_team
from callboard.team.models import Person, Role, Scope, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]
API = "/api/v1"


def token_of(person: Person, **fields: Any) -> ApiToken:
    return create_token(by=Actor("person", person=person), name="script", **fields)


@pytest.fixture
def call(admin: Person) -> Callable[..., Any]:
    """Ask the API as an administrator's program."""
    token = token_of(admin)
    return lambda *args, **kwargs: ask(token, *args, **kwargs)


def ask(token: ApiToken, method: str, path: str, body: Any = None, key: str = "") -> Any:
    headers = {"Authorization": f"Bearer {token.secret}", **({"Idempotency-Key": key} if key else {})}  # type: ignore[attr-defined]
    content = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    return getattr(Client(), method)(f"{API}{path}", headers=headers, **content)


@pytest.mark.parametrize(
    "method, path", [("get", "/test-teams"), ("get", "/test-team/1"), ("post", "/do/team.create_team")]
)
def test_without_a_token_it_is_401_in_the_one_shape(method: str, path: str) -> None:
    for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic eDp5"}):
        answer = getattr(Client(), method)(f"{API}{path}", headers=headers)
        assert answer.status_code == 401
        assert set(answer.json()) == {"error", "code", "fields"}


def test_a_list_has_the_rows_filters_and_pages_of_its_page(call: Callable[..., Any], admin: Person) -> None:
    team = Team.objects.create(name="East", manager=admin)
    for number in range(5):
        make.person(f"P{number}", team=team, status="away")
    first = call("get", "/test-colleagues?status=away&limit=3&sort=-name").json()
    assert [item["name"] for item in first["items"]] == ["P4", "P3", "P2"]
    assert first["items"][0]["boss"] == {
        "kind": "team.person",
        "id": admin.pk,
        "name": "Ada Admin",
        "url": f"/test/colleagues/{admin.pk}/",
    }
    second = call("get", f"/test-colleagues?status=away&limit=3&sort=-name&after={first['next']}").json()
    assert [item["name"] for item in second["items"]] == ["P1", "P0"]
    assert second["next"] is None


def test_thirty_rows_cost_the_queries_of_one(call: Callable[..., Any], admin: Person) -> None:
    call("get", "/test-colleagues")
    with CaptureQueriesContext(connection) as one:
        call("get", "/test-colleagues")
    for number in range(30):
        make.person(team=Team.objects.create(name=f"T{number}", manager=admin))
    with CaptureQueriesContext(connection) as thirty:
        call("get", "/test-colleagues")
    assert len(thirty) == len(one) <= 5


@pytest.mark.parametrize(
    "query", ["status=x", "sort=password", "after=zz", "limit=0", "limit=201", "limit=x", "manager=x", "statsu=here"]
)
def test_a_parameter_that_makes_no_sense_is_422(call: Callable[..., Any], query: str) -> None:
    assert call("get", f"/test-colleagues?{query}").status_code == 422


def test_a_record_has_its_columns_and_no_secret(call: Callable[..., Any], admin: Person) -> None:
    got = call("get", f"/test-colleague/{admin.pk}").json()
    assert got["name"] == "Ada Admin"
    assert got["team_id"] is None
    assert "password" not in got


@pytest.mark.parametrize("pk", ["0", "-1", str(2**63), "x"])
def test_an_id_out_of_bounds_is_422(call: Callable[..., Any], pk: str) -> None:
    assert call("get", f"/test-team/{pk}").status_code == 422


def test_a_record_that_is_not_there_is_404(call: Callable[..., Any]) -> None:
    answer = call("get", "/test-team/999999")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_an_action_acts_and_answers_with_the_record(call: Callable[..., Any], admin: Person) -> None:
    answer = call("post", "/do/team.create_team", {"name": "West", "manager": admin.pk})
    made = Team.objects.get()
    assert answer.status_code == 200
    assert answer.json()["result"] == {
        "kind": "team.team",
        "id": made.pk,
        "name": "West",
        "url": f"/test/teams/{made.pk}/",
    }
    assert Log.objects.get(action="team.create_team").via == "api"


def test_the_same_key_acts_once_and_answers_the_same(call: Callable[..., Any]) -> None:
    first, second = (call("post", "/do/team.create_team", {"name": "West"}, key="k1").json() for _ in range(2))
    assert first["result"] == second["result"]
    assert first["log"] == second["log"]
    other = call("post", "/do/team.create_team", {"name": "North"}, key="k1")
    assert (other.status_code, Team.objects.count()) == (422, 1)


def test_an_edit_changes_what_is_given_and_can_be_undone(call: Callable[..., Any]) -> None:
    team = Team.objects.create(name="East", address="a@ours.example")
    answer = call(
        "post", "/do/team.change_team", {"target": team.pk, "version": team.version, "name": "East 2"}, key="k"
    )
    team.refresh_from_db()
    assert (team.name, team.address) == ("East 2", "a@ours.example")
    assert call("post", f"/undo/{answer.json()['log']}").status_code == 200
    team.refresh_from_db()
    assert team.name == "East"


def test_an_old_version_is_a_conflict(call: Callable[..., Any]) -> None:
    team = Team.objects.create(name="East")
    answer = call("post", "/do/team.change_team", {"target": team.pk, "version": team.version + 1, "name": "x"})
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


@pytest.mark.parametrize(
    "body, fields",
    [
        ({}, {"name"}),
        ({"name": ""}, {"name"}),
        ({"name": "a\0"}, {"name"}),
        ({"name": "x" * 200}, {"name"}),
        ({"name": "x", "address": "no address"}, {"address"}),
        ({"name": "x", "manager": 0}, {"manager"}),
        ({"name": "x", "manager": 2**63}, {"manager"}),
        ({"name": "x", "manager": 999999}, {"manager"}),
        ({"name": "x", "is_department": "perhaps"}, {"is_department"}),
        ([], {"name"}),
    ],
)
def test_bad_input_is_422_with_the_field(call: Callable[..., Any], body: Any, fields: set[str]) -> None:
    answer = call("post", "/do/team.create_team", body)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == fields
    assert not Team.objects.exists()


@pytest.mark.parametrize(
    "kind, value", [(datetime, "2026-11-01T01:30:00"), (datetime, "0001-01-01T00:00:00Z"), (date, "0001-01-01")]
)
def test_an_hour_without_its_offset_and_a_year_of_no_calendar_are_refused(kind: Any, value: str) -> None:
    adapter = TypeAdapter(param_type(change_team, Param("at", kind)))
    with pytest.raises(ValidationError):
        adapter.validate_python(value)
    assert adapter.validate_json('"2026-11-01T01:30:00-05:00"' if kind is datetime else '"2026-11-01"')


def test_who_came_in_between_is_an_objection_and_no_fault(
    call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        create_team, "body", lambda **_: Team.objects.bulk_create([Team(pk=1, name="a"), Team(pk=1, name="b")])
    )
    answer = call("post", "/do/team.create_team", {"name": "x"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert "there already" in answer.json()["error"]
    assert not Team.objects.exists()


def test_what_is_no_json_is_400(admin: Person) -> None:
    headers = {"Authorization": f"Bearer {token_of(admin).secret}"}  # type: ignore[attr-defined]
    answer = Client().post(f"{API}/do/team.create_team", data="{", content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_who_lacks_the_right_gets_403(desk: Person) -> None:
    answer = ask(token_of(desk), "post", "/do/team.create_team", {"name": "West"})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_a_page_may_call_with_its_session_and_the_csrf_token(admin: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin)
    assert client.get(f"{API}/test-teams").status_code == 200
    body = json.dumps({"name": "West"})
    post = {"data": body, "content_type": "application/json"}
    assert client.post(f"{API}/do/team.create_team", **post).status_code == 403  # type: ignore[arg-type]
    client.get("/do/team.create_team/")
    headers = {"X-CSRFToken": client.cookies[settings.CSRF_COOKIE_NAME].value}
    assert client.post(f"{API}/do/team.create_team", **post, headers=headers).status_code == 200  # type: ignore[arg-type]


def test_a_token_is_kept_hashed_and_ends(admin: Person) -> None:
    token = token_of(admin, expires_on=date(2999, 1, 1))
    assert token.secret not in str(vars(ApiToken.objects.get()))  # type: ignore[attr-defined]
    assert ask(token, "get", "/test-teams").status_code == 200
    assert ApiToken.objects.get().last_used_at is not None
    ApiToken.objects.update(expires_on=date(2020, 1, 1))
    assert ask(token, "get", "/test-teams").status_code == 401


def test_a_revoked_token_and_one_of_who_left_are_refused(admin: Person, desk: Person) -> None:
    token, other = token_of(admin), token_of(desk)
    revoke_token(token, by=make.actor(admin))
    Person.objects.filter(pk=desk.pk).update(is_active=False, left_on=date(2026, 1, 1))
    assert [ask(each, "get", "/test-teams").status_code for each in (token, other)] == [401, 401]


def test_a_token_ends_with_the_right_to_have_one(admin: Person, desk: Person) -> None:
    token = token_of(desk)
    assert ask(token, "get", "/test-teams").status_code == 200
    set_grant(by=make.actor(admin), operation="kit.tokens", role=Role.SALES_SUPPORT, scope=Scope.NONE)
    assert ask(token, "get", "/test-teams").status_code == 401


def test_nobody_revokes_a_token_of_somebody_else(admin: Person, desk: Person) -> None:
    token = token_of(admin)
    answer = ask(token_of(desk), "post", "/do/kit.revoke_token", {"target": token.pk})
    assert answer.status_code == 404


def test_a_token_cannot_make_a_token(call: Callable[..., Any]) -> None:
    assert call("post", "/do/kit.create_token", {"name": "another"}).status_code == 422


def test_a_day_that_is_past_ends_no_token(admin: Person) -> None:
    with pytest.raises(Invalid):
        token_of(admin, expires_on=date(2020, 1, 1))


def test_the_limit_lets_a_burst_through_then_the_rate() -> None:
    limit = Limit(60)
    for _ in range(10):
        limit.take("a", 0.0)
    with pytest.raises(TooMany):
        limit.take("a", 0.0)
    limit.take("b", 0.0)
    limit.take("a", 1.0)
    with pytest.raises(TooMany):
        limit.take("a", 1.0)


def test_over_the_limit_is_429_with_a_time(call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from callboard.kit.api import auth

    monkeypatch.setattr(auth, "limit", Limit(6))
    answers = [call("get", "/test-teams") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert int(answers[1]["Retry-After"]) >= 1


def test_every_operation_declares_every_answer() -> None:
    paths = Client().get(f"{API}/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for operation in methods.values():
            assert set(operation["responses"]) >= {"200", "400", "401", "403", "404", "409", "422", "429"}, path


def test_a_key_too_long_is_400(call: Callable[..., Any]) -> None:
    assert call("post", "/do/team.create_team", {"name": "x"}, key="k" * 201).status_code == 400


def test_a_file_comes_in_base64() -> None:
    from callboard.kit.api.types import FileIn

    assert FileIn(name="a.txt", content=base64.b64encode(b"hi").decode()).uploaded().read() == b"hi"
    with pytest.raises(ValueError, match="Base64"):
        FileIn(name="a.txt", content="%%").uploaded()
