"""The frame and what belongs to no record: the rail, toasts, problems, health, tokens."""

import json
import re

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from callboard.core.actions import Actor, Busy, Conflict, Forbidden, Invalid, Refusal, Refused
from callboard.core.registry import Entries, Nav, register
from callboard.kit import errors, nav
from callboard.kit.middleware import PersonMiddleware
from callboard.kit.models import ApiToken
from callboard.team.models import Person, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]


@pytest.fixture
def rail(monkeypatch: pytest.MonkeyPatch) -> "Entries[Nav]":
    entries: Entries[Nav] = Entries("nav entry")
    monkeypatch.setattr(register, "nav", entries)
    return entries


def test_the_rail_shows_what_a_person_may_open_with_badges(rail: "Entries[Nav]", desk: Person) -> None:
    rail.add(Nav("teams", "team", "Teams", "test-teams", "users", badge=lambda actor: Team.objects.all()))
    rail.add(Nav("none", "team", "None", "test-teams", "users", badge=lambda actor: Team.objects.none()))
    for number in range(3):
        Team.objects.create(name=f"Waiting {number}")
    rail.add(Nav("people", "today", "People", "test-colleagues", "user", operation="team.manage"))
    rail.add(Nav("nowhere", "today", "Nowhere", "no-such-page", "user"))
    request = RequestFactory().get("/test/teams/5/")
    groups = nav.rail_of(request, Actor("person", person=desk)).groups
    assert [(str(group.label), [(item.label, item.badge, item.on) for item in group.items]) for group in groups] == [
        ("Team", [("Teams", Team.objects.count(), True), ("None", 0, True)])
    ]


def test_a_part_of_a_page_pays_for_no_badge(rail: "Entries[Nav]", as_desk: Client) -> None:
    asked: list[int] = []
    rail.add(Nav("teams", "team", "Teams", "test-teams", "users", badge=lambda actor: asked.append(1)))
    as_desk.get("/test/teams/?part=rows")
    assert asked == []
    as_desk.get("/test/teams/")
    assert asked == [1]


def test_new_offers_the_creating_actions_one_may_do(admin: Person, desk: Person) -> None:
    def urls(person: Person) -> set[str]:
        return {item.url for item in nav.new_items(Actor("person", person=person))}

    assert "/do/team.create_team/" in urls(admin)
    assert "/do/team.create_team/" not in urls(desk)


@pytest.mark.parametrize(
    "error, status, text",
    [
        (Forbidden("orders.accept"), 403, "orders.accept"),
        (Refused(Refusal("closed", "It is closed.")), 409, "It is closed."),
        (Conflict(), 409, "Somebody changed this record"),
        (Invalid({"name": "It is taken."}), 422, "It is taken."),
        (Busy(), 503, "Too many people"),
    ],
)
def test_an_action_refused_in_a_plain_view_becomes_a_page(
    error: Exception, status: int, text: str, desk: Person
) -> None:
    request = RequestFactory().get("/x/")
    request.user = desk
    answer = PersonMiddleware(lambda request: None).process_exception(request, error)  # type: ignore[arg-type, return-value]
    assert answer is not None
    assert answer.status_code == status
    assert text in answer.content.decode()


@pytest.mark.urls("callboard.config.urls")
def test_new_stands_under_the_heads_of_the_rail() -> None:
    person = make.person(roles=("administrator", "sales_support"))
    heads = [str(item.group) for item in nav.new_items(Actor("person", person=person))]
    order = ["Customers", "Today", "Work", "Team", "More", "Set up"]
    assert heads[0] == "Customers"
    assert heads == sorted(heads, key=order.index)


@pytest.mark.urls("callboard.config.urls")
def test_new_offers_what_makes_a_record_and_nothing_else() -> None:
    offered = {
        item.url
        for item in nav.new_items(Actor("person", person=make.person(roles=("administrator", "sales_support"))))
    }
    assert "/do/directory.create_account/" in offered
    assert not {"/do/kit.read_all_notices/", "/do/intake.route_waiting/"} & offered


def test_problems_render_without_a_database(django_assert_num_queries: object) -> None:
    request = RequestFactory().get("/x/")
    with CaptureQueriesContext(connection) as asked:
        pages = [
            errors.bad_request(request),
            errors.forbidden(request, PermissionDenied()),
            errors.not_found(request),
            errors.server_error(request),
            errors.csrf_failure(request),
        ]
    assert [page.status_code for page in pages] == [400, 403, 404, 500, 403]
    assert len(asked) == 0


def test_a_page_is_in_the_zone_and_language_of_its_reader(admin: Person) -> None:
    admin.zone, admin.locale = "Asia/Tokyo", "en-us"
    seen: list[tuple[str, str | None]] = []

    def look(request: HttpRequest) -> HttpResponse:
        seen.append((timezone.get_current_timezone_name(), translation.get_language()))
        return HttpResponse()

    request = RequestFactory().get("/x/")
    for zone in ("Asia/Tokyo", "Nowhere/Land", ""):
        admin.zone = zone
        request.user = admin
        PersonMiddleware(look)(request)
    assert seen == [("Asia/Tokyo", "en"), ("UTC", "en"), ("UTC", "en")]


def test_health_needs_no_sign_in_and_knows_of_missing_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get("/health/").json() == {"database": True, "migrations": True}
    monkeypatch.setattr("callboard.kit.views.MigrationExecutor.migration_plan", lambda self, nodes: [1])
    answer = Client().get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"database": True, "migrations": False})


def test_undo_of_nothing_is_404_and_of_nobody_a_sign_in(as_desk: Client) -> None:
    url = "/undo/00000000-0000-0000-0000-000000000000/"
    assert as_desk.post(url).status_code == 404
    assert as_desk.get(url).status_code == 405
    assert Client().post(url).status_code == 302


def test_a_token_is_shown_once_on_its_page(as_desk: Client, desk: Person) -> None:
    form = as_desk.get("/do/kit.create_token/").content.decode()
    nonce = re.search(r'name="nonce" value="(\w+)"', form)
    assert nonce is not None
    sent = {"name": "script", "nonce": nonce[1]}
    html = as_desk.post("/do/kit.create_token/", sent).content.decode()
    secret = re.search(r'value="(cb_[^"]+)"', html)
    assert secret is not None
    again = as_desk.post("/do/kit.create_token/", sent).content.decode()
    assert secret[1] not in again
    assert secret[1] not in as_desk.get("/profile/tokens/").content.decode()
    assert Client().get("/api/v1/test-teams", headers={"Authorization": f"Bearer {secret[1]}"}).status_code == 200


def test_nobody_sees_the_tokens_of_others(as_desk: Client, as_admin: Client, desk: Person) -> None:
    token = ApiToken.objects.create(person=desk, name="mine", secret_hash="x", hint="cb_abcd")
    assert "cb_abcd" in as_desk.get("/profile/tokens/").content.decode()
    assert "cb_abcd" not in as_admin.get("/profile/tokens/").content.decode()
    assert as_admin.get(f"/profile/tokens/{token.pk}/").status_code == 404
    assert as_admin.post(f"/do/kit.revoke_token/{token.pk}/").status_code == 404


def test_every_page_has_the_strict_policy(as_desk: Client) -> None:
    policy = as_desk.get("/test/teams/")["Content-Security-Policy"]
    for part in ("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy


def test_an_expired_form_is_a_page_of_ours(admin: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin)
    answer = client.post("/do/team.create_team/", {"name": "x"})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()
    assert not Team.objects.filter(name="x").exists()
    assert settings.CSRF_FAILURE_VIEW == "callboard.kit.errors.csrf_failure"


def test_a_signed_in_page_is_kept_in_no_cache(as_desk: Client) -> None:
    answer = as_desk.get("/test/teams/")
    assert answer["Cache-Control"] == "no-store"
    assert "HX-Request" in answer["Vary"]


def test_a_program_gets_json_when_nothing_is_there(as_desk: Client) -> None:
    answer = as_desk.get("/api/v1/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    request = RequestFactory().get("/api/v1/teams")
    assert json.loads(errors.server_error(request).content)["code"] == "failed"
