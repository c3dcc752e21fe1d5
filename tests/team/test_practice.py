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
    assert first_person(home) == "ann@own.example"
    assert first_person(home) == ""


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
