"""Mentions in notes and tasks: found, told once, only to who may see it, and links in the text."""

from typing import Any

import pytest
from django.test import Client

from callboard.core.models import Notice
from callboard.journal.actions import change_interaction, write_note
from callboard.kit.pages import load_pages
from callboard.kit.pieces.prose import prose
from callboard.team.models import Mention, Person
from callboard.team.reading.mentions import Known, mentions_in
from callboard.work.actions import change_task, create_task, hand_over_task
from tests import make

load_pages()
PEOPLE = [
    Known(1, "Dana Reed", "dana.reed"),
    Known(2, "Dana Reedson", "dana2"),
    Known(3, "Ray Hargrove", "ray"),
    Known(4, "José Núñez", "jose"),
    Known(5, "דנה כהן", "dk"),
]


@pytest.mark.parametrize(
    "text, ids",
    [
        ("@Dana Reed please", [1]),
        ("@Dana Reedson, and @ray.", [2, 3]),
        ("@Dana", []),
        ("@Ray has it; (@José Núñez too)", [3, 4]),
        ("@RAY HARGROVE", [3]),
        ("write to ray@ours.example or me+@Ray", []),
        ("@dana.reed: look", [1]),
        ("שאל את @דנה כהן היום", [5]),
        ("@Rayleigh scatters", []),
        ("", []),
        ("@" * 2000 + "Ray", []),
    ],
)
def test_who_a_text_mentions(text: str, ids: list[int]) -> None:
    found = mentions_in(text, PEOPLE)
    assert [one.id for one in found] == ids
    assert all(text[one.start] == "@" for one in found)


def test_a_name_several_have_mentions_nobody_and_their_address_does() -> None:
    twins = [Known(1, "Dana Reed", "dana"), Known(2, "Dana Reed", "dana2")]
    assert mentions_in("@Dana Reed", twins) == []
    assert [one.id for one in mentions_in("@dana2", twins)] == [2]


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person, event="mention", read_at=None).values_list("subject", flat=True))


def test_a_note_tells_whom_it_mentions_once_whatever_is_changed_in_it(dana: Person, ray: Person) -> None:
    by = make.actor(ray)
    note = write_note(make.account("Hill Country"), by=by, text="Ask @Dana Reed about seats. @Ray Hargrove knows.")
    assert told(dana) == ["Ray Hargrove mentions you: Hill Country"]
    assert told(ray) == []
    change_interaction(note, by=by, text="Ask @Dana Reed about six seats.")
    assert len(told(dana)) == 1
    change_interaction(note, by=by, text="Never mind.")
    assert told(dana) == []
    change_interaction(note, by=by, text="Ask @Dana Reed after all.")
    assert told(dana) == []
    assert Mention.objects.get().removed_at is None


def test_who_may_not_see_the_record_is_not_told_and_the_writer_hears_it(ray: Person) -> None:
    make.person("Nia New", roles=())
    by = make.actor(ray)
    write_note(make.account(), by=by, text="@Nia New look")
    assert not Notice.objects.exists()
    assert "Nia New may not see this, so nobody told them." in by.said


def test_tasks_mention_in_title_and_note_and_when_handed_over(dana: Person, ray: Person) -> None:
    by = make.actor(ray)
    task = create_task(by=by, title="Quote for @Dana Reed")
    assert told(dana) == ["Ray Hargrove mentions you: Quote for @Dana Reed"]
    eve = make.person("Eve Moor")
    change_task(task, by=by, note="with @Eve Moor")
    assert len(told(eve)) == 1
    hand_over_task(task, by=by, to=dana, note="ask @Eve Moor")
    assert len(told(eve)) == 1


def test_what_a_customer_writes_mentions_nobody(dana: Person) -> None:
    from callboard.intake.actions import create_item, take_item
    from callboard.intake.models import Medium

    ray = make.person("Ray")
    item = create_item(by=make.actor(ray), medium=Medium.MANUAL, sender="Bo", subject="@Dana Reed", text="@Dana Reed")
    take_item(item, by=make.actor(ray))
    assert told(dana) == []


def test_mentions_are_links_and_everything_else_is_escaped(dana: Person) -> None:
    shown = prose("<b>Ask</b> @Dana Reed\n& go")
    assert f'<a class="at" href="/people/{dana.pk}/" title="Dana Reed">@Dana Reed</a>' in shown
    assert shown.startswith("&lt;b&gt;Ask&lt;/b&gt; ") and shown.endswith("<br>&amp; go")
    assert prose(None) == ""


def test_a_text_without_an_at_asks_nothing(dana: Person, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        prose("Nothing here.")


def test_the_box_suggests_people_and_says_who_may_not_see_it(dana: Person, ray: Person) -> None:
    make.person("Danny New", roles=())
    client = Client()
    client.force_login(ray)
    account = make.account()
    found = client.get("/mention/", {"q": "dan", "kind": "directory.account", "id": account.pk}).json()["people"]
    assert [(one["name"], one["sees"]) for one in found] == [("Dana Reed", True), ("Danny New", False)]
    assert found[0]["text"] == "@Dana Reed"
    page = client.get(account.get_absolute_url()).content.decode()
    assert f'data-mention-id="{account.pk}"' in page
    assert client.get("/mention/", {"q": "x" * 400, "kind": "no.such", "id": "9" * 30}).json() == {"people": []}


def test_people_called_the_same_are_suggested_by_their_address(ray: Person) -> None:
    one, two = make.person("Sam Lee"), make.person("Sam Lee")
    client = Client()
    client.force_login(ray)
    found = {each["text"] for each in client.get("/mention/?q=sam").json()["people"]}
    assert found == {f"@{one.email.partition('@')[0]}", f"@{two.email.partition('@')[0]}"}


def test_the_page_says_whom_nobody_told(ray: Person) -> None:
    make.person("Nia New", roles=())
    client = Client()
    client.force_login(ray)
    account = make.account()
    answer = client.post(f"/do/journal.write_note/{account.pk}/", {"text": "@Nia New look"}, follow=True)
    assert "Nia New may not see this" in answer.content.decode()


def test_the_notice_shows_what_was_written(dana: Person, ray: Person, client: Client) -> None:
    write_note(make.account("Hill Country"), by=make.actor(ray), text="Ask @Dana Reed about <b>six</b> seats.")
    client.force_login(dana)
    assert "about &lt;b&gt;six&lt;/b&gt; seats." in client.get("/notices/").content.decode()
