"""The page of a drafted interaction: who reads it, when it becomes a task, what leads, its keys."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.journal.actions import dismiss_draft, keep_draft
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Grant, Person
from tests import make
from tests.journal.test_drafts import LATE, SAID, asked, drafted
from tests.journal.test_drafts import late as late


def lines(client: Client, draft: DraftedInteraction) -> str:
    page = client.get(f"/drafted/{draft.pk}/").content.decode()
    return re.findall(r'<p class="t12 mut mt3">(.*?)</p>', page, re.DOTALL)[0]


def test_its_page_says_who_reads_it_before_and_after(dana: Person, ray: Contact, by: Actor, client: Client) -> None:
    draft = drafted(dana)
    client.force_login(dana)
    after = "the note, once it is kept: everybody here."
    assert lines(client, draft).endswith(
        f"this draft: you, Sales manager of the team, Administrator; the mail: everybody here; {after}"
    )
    client.force_login(make.person(roles=("administrator",)))
    assert "this draft: Dana Whitfield, Sales manager of the team" in lines(client, draft)
    Grant.objects.create(operation="journal.drafts", role="sales_manager", scope="own")
    Grant.objects.create(operation="journal.view", role="finance", scope="own")
    assert "this draft: Dana Whitfield, Administrator; " in lines(client, draft)
    assert "everybody here." not in lines(client, draft)
    keep_draft(draft, by=by, text=SAID)
    assert "the note: Dana Whitfield, Sales support" in lines(client, draft)
    assert "this draft" not in lines(client, draft)


def test_its_page_says_when_it_becomes_a_task(
    dana: Person, ray: Contact, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page stands in for the clock: half an hour before four in Texas, at four, and once the task is there."""
    draft = drafted(dana)
    client.force_login(dana)
    monkeypatch.setattr(clock, "now", lambda: LATE - timedelta(hours=1))
    assert lines(client, draft).startswith("To be written up: a task from 4:00 PM.")
    monkeypatch.setattr(clock, "now", lambda: LATE)
    assert lines(client, draft).startswith("To be written up: a task within ten minutes.")
    asked()
    assert lines(client, draft).startswith("To be written up: a task of Dana Whitfield.")
    make.interaction(ray.account, dana, at=LATE - timedelta(hours=2))
    assert lines(client, draft).startswith("Who reads it")


def leading(client: Client, draft: DraftedInteraction) -> list[str]:
    page = client.get(f"/drafted/{draft.pk}/").content.decode()
    main = page[page.index("rc-head") :]
    found = re.findall(r'<(?:a|button)[^>]*class="btn btn-primary[^>]*>(.*?)</(?:a|button)>', main, re.DOTALL)
    return [words_of(each) for each in found]


def words_of(button: str) -> str:
    """What it says, without its keys."""
    return re.sub(r"<kbd.*?</kbd>|<[^>]+>", "", button).strip()


def test_its_verbs_have_the_keys_of_the_house(client: Client, dana: Person, ray: Contact) -> None:
    client.force_login(dana)
    page = client.get(f"/drafted/{drafted(dana).pk}/").content.decode()
    pressed = re.findall(r'<(?:a|button)[^>]*data-key="([ado])"[^>]*>(.*?)</(?:a|button)>', page, re.DOTALL)
    assert {key: words_of(said) for key, said in pressed} == {"a": "Save note", "d": "Dismiss draft", "o": "Give draft"}


def test_its_page_has_one_leading_verb(client: Client, dana: Person, ray: Contact, by: Actor) -> None:
    client.force_login(dana)
    known = drafted(dana)
    stranger = drafted(dana, "Zoe <zoe@nowhere.example>", id="two@ours.example")
    assert leading(client, known) == ["Save note"]
    assert leading(client, stranger) == ["Put on an account"]
    dismiss_draft(known, by=by)
    assert leading(client, known) == ["Reopen draft"]
