"""The practice company says what it is; one's own begins beside it."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from callboard.core.companies import first_person
from callboard.team.actions import start_for_real
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME, settings.MAY_START, settings.COMPANY = tmp_path, True, "practice"
    return tmp_path


def test_every_page_of_the_practice_company_says_so_and_none_of_the_own_one(client: Client, settings: Any) -> None:
    client.force_login(make.person())
    settings.COMPANY = "practice"
    assert b"Start for real" in client.get("/accounts/").content
    settings.COMPANY = "own"
    assert b"Start for real" not in client.get("/accounts/").content
    assert b"callboard up --practice" in client.get("/practice/").content


def test_an_administrator_starts_for_real(client: Client, home: Path, django_capture_on_commit_callbacks: Any) -> None:
    client.force_login(make.person(roles=("administrator",)))
    assert b"/do/team.start_for_real/" in client.get("/practice/").content
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/do/team.start_for_real/", {"email": "Ann@Own.example"})
    assert "Your own company starts now" in answer.content.decode()
    assert (home / "company").read_text() == "own"
    address, token = first_person(home)
    assert address == "ann@own.example" and first_person(home) == ("", "")
    assert f'data-leads="/sign-in/link/{token}/"' not in answer.content.decode()  # testserver is not this machine alone


def test_who_sits_at_the_computer_is_led_into_the_own_company(
    client: Client, home: Path, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    client.force_login(make.person(roles=("administrator",)))
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post("/do/team.start_for_real/", {"email": "ann@own.example"}).content.decode()
    address, token = first_person(home)
    assert token and f'data-leads="/sign-in/link/{token}/"' in page
    assert Client().get(f"/sign-in/link/{token}/").status_code == 410  # not of the practice company
    with django_capture_on_commit_callbacks(execute=True):
        form = {"email": "ann@own.example"}
        far = client.post("/do/team.start_for_real/", form, REMOTE_ADDR="192.0.2.9").content.decode()
    assert 'data-leads=""' in far and "terminal" in far


def test_no_invented_person_becomes_the_first_of_the_own_company(client: Client, home: Path) -> None:
    carol = make.person("Carol Reyes", roles=("administrator",))
    client.force_login(carol)
    assert carol.email not in client.get("/practice/").content.decode()
    answer = client.post("/do/team.start_for_real/", {"email": carol.email})
    assert answer.status_code == 422 and "an invented person" in answer.content.decode()


def test_a_dry_run_chooses_nothing(home: Path, django_capture_on_commit_callbacks: Any) -> None:
    by = make.actor(make.person(roles=("administrator",)))
    with django_capture_on_commit_callbacks(execute=True):
        assert start_for_real.dry_run(by=by, email="ann@own.example").error is None
    assert not (home / "company").exists()


def test_where_the_start_was_told_which_company_it_serves_the_page_says_how(
    client: Client, home: Path, settings: Any
) -> None:
    settings.MAY_START = False
    client.force_login(make.person(roles=("administrator",)))
    page = client.get("/practice/").content.decode()
    assert "CALLBOARD_COMPANY=own" in page and "/do/team.start_for_real/" not in page
    assert client.post("/do/team.start_for_real/", {"email": "ann@own.example"}).status_code == 409
    client.force_login(make.person())
    assert "An administrator starts it" in client.get("/practice/").content.decode()


def test_what_is_no_address_is_said(client: Client, home: Path) -> None:
    client.force_login(make.person(roles=("administrator",)))
    assert client.post("/do/team.start_for_real/", {"email": "ann"}).status_code == 422
    assert not (home / "company").exists()
