"""Runs by the API: started, watched, looked at before, undone."""

from typing import Any

import pytest
from django.test import Client

from callboard.core.models import Run
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.core.running import finish

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(desk: Person) -> Any:
    from callboard.kit.actions import create_token

    token: Any = create_token(by=make.actor(desk), name="script")

    def call(method: str, path: str, body: Any = None, key: str = "") -> Any:
        headers = {"Authorization": f"Bearer {token.secret}", **({"Idempotency-Key": key} if key else {})}
        return getattr(Client(), method)(f"/api/v1{path}", body or {}, content_type="application/json", headers=headers)

    return call


def test_a_program_starts_a_run_watches_it_and_undoes_it(api: Any, accounts: list[Account]) -> None:
    body = {"verb": "directory.archive_account", "list": "accounts?q=agency"}
    made = api("post", "/runs", body, key="k1")
    assert made.status_code == 200, made.content
    assert (made.json()["state"], made.json()["total"]) == ("waiting", 5)
    assert api("post", "/runs", body, key="k1").json()["id"] == made.json()["id"]
    assert Run.objects.count() == 1
    pk = made.json()["id"]
    finish(Run.objects.get())
    found = api("get", f"/runs/{pk}").json()
    assert (found["state"], found["done"], found["refused"], found["url"]) == ("done", 4, 1, f"/runs/{pk}/")
    rows = api("get", f"/run-rows?run={pk}&outcome=refused").json()["items"]
    assert [row["name"] for row in rows] == ["Agency 000"]
    assert api("post", f"/runs/{pk}/stop").status_code == 409
    assert api("post", f"/runs/{pk}/resume").status_code == 409
    assert api("post", f"/runs/{pk}/again").json()["state"] == "waiting"
    finish(Run.objects.get(pk=pk))
    back = api("post", f"/runs/{pk}/undo").json()
    assert back["undoes"] == pk
    assert finish(Run.objects.get(pk=back["id"])).done == 4
    assert [item["id"] for item in api("get", "/runs").json()["items"]] == [back["id"], pk]


def test_a_program_may_look_before_it_starts(api: Any, accounts: list[Account]) -> None:
    body = {
        "verb": "directory.set_tier",
        "list": "accounts",
        "ids": [accounts[0].pk],
        "given": {"tier": "A"},
        "start": False,
    }
    made = api("post", "/runs", body).json()
    assert made["state"] == "draft"
    assert made["preview"] == {"checked": 1, "would": 1, "refusals": []}
    pk = made["id"]
    assert api("post", f"/runs/{pk}/start", {"given": {"tier": "A"}}).json()["state"] == "waiting"
    finish(Run.objects.get())
    assert Account.objects.get(pk=accounts[0].pk).tier == "A"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verb": "no.verb", "list": "accounts"}, 422),
        ({"verb": "directory.archive_account", "list": "nowhere"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?tier=Z"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?regoin=TX"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?f=region&o=is&v=TX"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?limit=5"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?where=name~has~%00"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?q=%00"}, 422),
        ({"verb": "directory.archive_account", "list": "accounts?q=\ud800"}, 422),
        ({"verb": "directory.archive_account", "list": f"accounts?owner={'9' * 1900}"}, 422),
        ({"verb": "directory.create_account", "rows": [{"name": "\ud800"}]}, 422),
        ({"verb": "directory.create_account", "rows": [{"name": float("nan")}]}, 422),
        ({"verb": "directory.set_tier", "list": "accounts", "given": {"tier": "Z"}}, 422),
        ({"verb": "directory.set_tier", "list": "accounts", "given": {"colour": 1}}, 422),
        ({"verb": "directory.archive_account", "list": "accounts", "ids": [0]}, 422),
        ({"verb": "team.grant_role", "list": "people", "given": {"role": "sdr"}}, 403),
        ({"list": "accounts"}, 422),
    ],
)
def test_a_program_is_told_what_is_wrong_and_nothing_is_left(
    api: Any, accounts: list[Account], body: dict[str, Any], status: int
) -> None:
    answer = api("post", "/runs", body)
    assert answer.status_code == status, answer.content
    assert answer.json()["error"]
    assert not Run.objects.exists()
