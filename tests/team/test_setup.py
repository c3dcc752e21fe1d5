"""The set-up list: done is what the data says; steps are skipped, opened again, tried."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.intake.actions import create_rule
from callboard.intake.models import QueueItem
from callboard.intake.models.routing import How
from callboard.team.actions import add_holiday, reopen_step, set_setting, skip_step
from callboard.team.address import _fault
from callboard.team.matrix import MATRIX
from callboard.team.models import Person, Pool, PoolMember
from callboard.team.queries.setup import setup_of
from callboard.team.rules.settings import address, only_here
from tests import make

pytestmark = pytest.mark.django_db
ROLES = ("administrator", "sales_support", "sales_manager")


@pytest.fixture
def person(client: Client) -> Person:
    made = make.person("Ada Admin", roles=ROLES)
    client.force_login(made)
    return made


@pytest.fixture
def admin(person: Person) -> Actor:
    return make.actor(person)


def open_steps(actor: Actor) -> list[str]:
    return [step.entry.name for step in setup_of(actor).steps if step.open]


def test_an_empty_company_has_every_step_open_in_its_order(admin: Actor) -> None:
    assert open_steps(admin) == ["company", "hours", "holidays", "mailbox", "people", "products", "goals", "routing"]
    assert {entry.operation for entry in register.setup_step} <= set(MATRIX)


def test_a_step_is_done_when_the_thing_is_there(admin: Actor) -> None:
    set_setting(by=admin, name="company.name", value="Lakeside")
    set_setting(by=admin, name="company.day_starts", value="7:30")
    add_holiday(by=admin, on=clock.now().date() + timedelta(days=40), name="Ours", region="CA")
    make.person()
    make.product()
    assert open_steps(admin) == ["holidays", "mailbox", "goals", "routing"]
    add_holiday(by=admin, on=clock.now().date() + timedelta(days=40), name="Ours too", region="US")
    there = {step.entry.name: step.there for step in setup_of(admin).steps}
    assert there["company"] == "Lakeside, America/Chicago, US"
    assert there["hours"] == "07:30–17:00"
    assert there["holidays"] == "1 holiday ahead, next Ours too"
    assert (there["people"], there["products"]) == ("2 people", "1 product")


def test_a_step_is_skipped_opened_again_and_each_is_taken_back(admin: Actor) -> None:
    skip_step(by=admin, name="goals")
    assert "goals" not in open_steps(admin)
    with pytest.raises(Invalid, match="skipped already"):
        skip_step(by=admin, name="goals")
    reopen_step(by=admin, name="goals")
    assert "goals" in open_steps(admin)
    undo(Log.objects.get(action=reopen_step.name), by=admin)
    assert "goals" not in open_steps(admin)
    for name, verb in (("no.such", skip_step), ("hours", reopen_step)):
        with pytest.raises(Invalid):
            verb(by=admin, name=name)


def test_everybody_sees_the_steps_they_may_do_and_my_day_shows_them_while_one_is_open(
    client: Client, admin: Actor
) -> None:
    page = client.get("/").content.decode()
    assert "The first hour" in page and "1 of 9 set up" in page and "Connect it" in page
    other = Client()
    other.force_login(make.person(roles=("account_executive",)))
    assert "The first hour" not in other.get("/").content.decode()
    assert other.get("/setup/").status_code == 403
    other.force_login(make.person(roles=("sales_manager",)))
    page = other.get("/setup/").content.decode()
    assert "Set a goal" in page and "Connect it" not in page and "team.skip_step" not in page
    for name in open_steps(admin):
        skip_step(by=admin, name=name)
    assert "The first hour" not in client.get("/").content.decode()
    assert "Everything is set up" in client.get("/setup/").content.decode()


def tried(client: Client, step: str, **given: str) -> str:
    answer = client.post("/setup/", {"step": step, **given}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_tests_of_the_company_say_what_is_so(client: Client, admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    add_holiday(by=admin, on=date(2026, 3, 10), name="Texas Tuesday", region="US")
    assert "it is 10:00, Monday, March 9" in tried(client, "company")
    assert "open now, until 17:00" in tried(client, "hours")
    said = tried(client, "holidays")
    assert "The next business day is Wednesday, March 11" in said and "Texas Tuesday, Tuesday, March 10" in said
    monkeypatch.setattr(clock, "now", lambda: make.NOW + timedelta(hours=12))
    assert "It opens Wednesday, March 11 at 08:00" in tried(client, "hours")


def test_an_invitation_is_sent_to_whoever_tries_it(client: Client, person: Person) -> None:
    assert f"It has left for {person.email}" in tried(client, "people")
    assert mail.outbox[0].to == [person.email]
    assert "how an invitation arrives" in mail.outbox[0].body


def test_an_address_nobody_else_can_open_is_said_wherever_it_matters(
    client: Client, admin: Actor, settings: Any
) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    assert "address" in open_steps(admin)
    warning = "opens on the computer Callboard runs on and nowhere else"
    for page in ("/setup/", "/do/team.create_person/", f"/do/team.invite_person/{make.person().pk}/"):
        assert warning in client.get(page).content.decode(), page
    assert warning in tried(client, "address") and warning in tried(client, "people")
    set_setting(by=admin, name="company.address", value="http://192.0.2.7:8000")
    assert "address" not in open_steps(admin)
    for page in ("/setup/", "/do/team.create_person/"):
        assert warning not in client.get(page).content.decode(), page


def test_whether_callboard_answers_at_the_address_is_tried(
    client: Client, admin: Actor, live_server: Any, settings: Any
) -> None:
    settings.PUBLIC_URL = f"http://unserved.invalid:{urlsplit(live_server.url).port}"
    assert "Nothing of ours answers at" in tried(client, "address")
    ours = live_server.url.replace("localhost", "127.0.0.1")
    assert _fault(ours) == ""
    assert _fault(f"{ours}/people") == "HTTP 404"
    settings.PUBLIC_URL = "https://desk.example"
    assert "CALLBOARD_URL=https://desk.example" in tried(client, "address")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("desk.lakeside.example", "https://desk.lakeside.example"),
        (" http://192.168.1.20:8000/ ", "http://192.168.1.20:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("", ""),
    ],
)
def test_the_address_is_kept_as_it_begins_a_link(given: str, kept: str) -> None:
    assert address(given) == kept


@pytest.mark.parametrize(
    "given", ["ftp://desk.example", "https://desk.example/app", "http://", "a b", "http://x:99999"]
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="without a path"):
        address(given)


@pytest.mark.parametrize(
    ("given", "alone"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("http://0.0.0.0:8000", True),
        ("http://192.168.1.20:8000", False),
        ("https://desk.example", False),
    ],
)
def test_an_address_of_this_machine_only_is_known(given: str, alone: bool) -> None:
    assert only_here(given) is alone


def test_a_mailbox_that_is_not_there_is_said(client: Client, person: Person) -> None:
    assert "Connect one first" in tried(client, "mailbox")


def test_who_would_get_a_message_is_decided_by_the_rules_and_leaves_nothing(client: Client, admin: Actor) -> None:
    given = {"sender": "Sarah <sarah@agency.example>", "subject": "Demo for 6 producers", "text": "What does it cost?"}
    said = tried(client, "routing", **given)
    assert "Nobody would get it: it would wait in the Inbox" in said and "No rule fits" in said
    pool = Pool.objects.create(name="Desk")
    PoolMember.objects.create(pool=pool, person=make.person("Dana Whitfield", zone="UTC"))
    create_rule(by=admin, name="Everything", strategy=How.ROUND_ROBIN, pool=pool)
    said = tried(client, "routing", **given)
    assert "Dana Whitfield" in said or "Nobody would get it now" in said  # at night nobody is there
    assert "nobody we know" in said
    assert "a mail address" in tried(client, "routing", sender="Sarah")
    assert not QueueItem.objects.exists()


def test_a_test_is_for_who_may_do_the_step(client: Client, db: None) -> None:
    client.force_login(make.person(roles=("sales_manager",)))
    assert client.post("/setup/", {"step": "people"}).status_code == 403
    assert client.post("/setup/", {"step": "no.such"}).status_code == 404
    assert client.post("/setup/", {"step": "goals"}).status_code == 404


def test_without_script_the_whole_page_says_what_came_of_a_test(client: Client, person: Person) -> None:
    page = client.post("/setup/", {"step": "mailbox"}).content.decode()
    assert "Connect one first" in page and "The first hour" in page
