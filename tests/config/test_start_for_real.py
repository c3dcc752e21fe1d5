"""Started for real on a page: `up` goes on with the own company, and its first person is signed in."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from callboard.config import up
from callboard.config.places import company
from callboard.config.prepare import signin_sentence
from callboard.config.supervision import Supervisor
from callboard.core.companies import choose_own
from callboard.team.models import Person, PersonRole


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing told this start which company it serves."""
    for name in ("CALLBOARD_COMPANY", "DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_OWNER_URL"):
        monkeypatch.delenv(name, raising=False)


def nobody(home: Path) -> Supervisor:
    return Supervisor([], home / "record.json", {}, lambda text: None)


def test_up_turns_to_the_own_company_when_a_page_chose_it(alone: None, tmp_path: Path) -> None:
    later = threading.Timer(0.5, lambda: choose_own(tmp_path, "ann@own.example"))
    later.start()
    assert up.look_after(nobody(tmp_path), tmp_path, "practice") == up.AGAIN
    later.join()
    assert company(tmp_path) == "own"


@pytest.mark.parametrize("name", ["CALLBOARD_COMPANY", "DATABASE_URL"])
def test_a_start_that_was_told_its_company_keeps_it(
    alone: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv(name, {"CALLBOARD_COMPANY": "practice"}.get(name, "postgres://somewhere/there"))
    choose_own(tmp_path, "ann@own.example")
    supervisor = nobody(tmp_path)
    threading.Timer(1.5, supervisor.stop).start()
    begun = time.monotonic()
    assert up.look_after(supervisor, tmp_path, "practice") == 0
    assert time.monotonic() - begun > 1
    assert not up.may_start("practice")


@pytest.mark.django_db
def test_whoever_started_for_real_is_the_first_person_of_the_empty_company(
    settings: Any, tmp_path: Path, client: Client
) -> None:
    settings.HOME = tmp_path
    assert "Nobody is registered yet" in signin_sentence()
    choose_own(tmp_path, "ann@own.example", token := "known-to-the-browser-that-started")
    assert signin_sentence().startswith("Sign in as Ann (works once, within 24 hours): http")
    assert PersonRole.objects.filter(person=Person.objects.get(), role="administrator").exists()
    client.post(f"/sign-in/link/{token}/")
    assert client.get("/profile/").status_code == 200
    choose_own(tmp_path, "eve@own.example")
    signin_sentence()
    assert Person.objects.count() == 1
