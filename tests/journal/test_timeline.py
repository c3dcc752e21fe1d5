"""The timeline of an account, its group, a contact, one of ours: filters, pinned, new since the last visit, pages, files."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.actions import Actor, Text
from callboard.core.models import TimelineEntry
from callboard.directory.models import Account, Contact
from callboard.journal.actions import log_interaction, pin_note, write_note
from callboard.journal.models import Kind
from callboard.kit.actions import create_token
from callboard.kit.models import Visit
from callboard.kit.pages import load_pages
from callboard.team.models import Person
from tests import make

MANY = 10_000
load_pages()


@pytest.fixture
def marcus(db: None) -> Person:
    return make.person("Marcus Reyes")


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def titles(web: Client, record: Any, query: str = "") -> list[str]:
    answer = web.get(f"{record.get_absolute_url()}?part=timeline{query}")
    assert answer.status_code == 200
    return [line.title for line in answer.context["entries"]]


def entry(account: Account, number: int, **fields: Any) -> TimelineEntry:
    given = {"kind": "journal.note", "ref_kind": "journal.interaction", "ref_id": number, "audience": ["all"], **fields}
    return TimelineEntry(
        root_id=account.pk,
        at=make.NOW + timedelta(minutes=number),
        title=f"Entry {number:05}",
        text=f"Said {number}",
        **given,
    )


def test_it_is_filtered_by_kind_person_day_and_words_and_says_what_is_wrong(
    web: Client, hargrove: Account, dana: Person, marcus: Person
) -> None:
    TimelineEntry.objects.bulk_create(
        [
            entry(hargrove, 1, person=dana),
            entry(hargrove, 2, person=marcus, kind="journal.call"),
            entry(hargrove, 3, person=marcus),
        ]
    )
    assert titles(web, hargrove, "&kind=journal.call") == ["Entry 00002"]
    assert titles(web, hargrove, "&by=me") == ["Entry 00001"]
    assert titles(web, hargrove, f"&by={marcus.pk}&kind=journal.note,journal.call") == ["Entry 00003", "Entry 00002"]
    assert titles(web, hargrove, "&q=said+3") == ["Entry 00003"]
    assert titles(web, hargrove, "&at_from=2026-03-09&at_to=2026-03-09&q=entry") == [
        "Entry 00003",
        "Entry 00002",
        "Entry 00001",
    ]
    assert titles(web, hargrove, "&at_from=2026-03-10") == []
    page = web.get(f"{hargrove.get_absolute_url()}?at_from=soon&kind=spell").content.decode()
    assert "“soon” is no date" in page
    assert "Entry 0000" not in page


def test_the_filters_are_fetched_when_they_are_opened(web: Client, hargrove: Account) -> None:
    page = web.get(f"{hargrove.get_absolute_url()}?part=timeline-filters&by=me").content.decode()
    assert 'name="at_from"' in page
    assert 'value="journal.call"' in page


def test_at_ten_thousand_entries_a_page_asks_what_it_asks_at_one(web: Client, hargrove: Account, dana: Person) -> None:
    TimelineEntry.objects.bulk_create([entry(hargrove, 1, person=dana)])
    before = [_asked(web, hargrove, query) for query in ("", "&q=said", "&by=me")]
    TimelineEntry.objects.bulk_create(entry(hargrove, number, person=dana) for number in range(2, MANY + 1))
    after = [_asked(web, hargrove, query) for query in ("", "&q=said", "&by=me")]
    assert after == before
    assert max(after) <= 4, after  # the session, and three of its own


def _asked(web: Client, record: Any, query: str) -> int:
    titles(web, record, query)
    with CaptureQueriesContext(connection) as asked:
        titles(web, record, query)
    return len(asked)


def test_ten_thousand_are_walked_by_keyset_and_leave_as_a_file(web: Client, hargrove: Account, dana: Person) -> None:
    TimelineEntry.objects.bulk_create(entry(hargrove, number, person=dana) for number in range(1, 101))
    seen: list[str] = []
    url = f"{hargrove.get_absolute_url()}?part=timeline"
    while url:
        answer = web.get(url)
        seen += [line.title for line in answer.context["entries"]]
        older = answer.context["older_url"]
        url = f"{hargrove.get_absolute_url()}{older}" if older else ""
    assert seen == [f"Entry {number:05}" for number in range(100, 0, -1)]
    file = web.get(f"{hargrove.get_absolute_url()}?part=timeline&format=csv&q=said+7")
    rows = list(csv.reader(io.StringIO(b"".join(file.streaming_content).decode("utf-8-sig"))))  # type: ignore[attr-defined]
    assert rows[0] == ["When", "What", "Title", "Text", "By", "Pinned"]
    assert [row[2] for row in rows[1:]] == [f"Entry {number:05}" for number in range(100, 0, -1) if "7" in str(number)]
    assert web.get(f"{hargrove.get_absolute_url()}?part=timeline&format=pdf").status_code == 404


def test_a_pinned_note_stands_above_and_in_its_place_when_something_is_looked_for(
    web: Client, by: Actor, hargrove: Account
) -> None:
    pinned = write_note(hargrove, by=by, text=Text("Never on Mondays."))
    make.interaction(hargrove, by.person)
    pin_note(pinned, by=by)
    answer = web.get(hargrove.get_absolute_url())
    assert [line.text for line in answer.context["pinned"]] == ["Never on Mondays."]
    assert [line.title for line in answer.context["entries"]] == ["Call, spoke"]
    assert titles(web, hargrove, "&q=mondays") == ["Note"]


def beat(web: Client, record: Account) -> None:
    web.post("/here/", {"kind": "directory.account", "id": record.pk})


def new(web: Client, record: Account) -> list[str]:
    return [line.text for line in web.get(record.get_absolute_url()).context["entries"] if line.new]


def later(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    at = clock.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clock, "now", lambda: at)


def test_what_others_wrote_since_the_last_visit_is_marked_and_stays_marked_while_one_reads(
    web: Client, by: Actor, hargrove: Account, marcus: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(hargrove, by=make.actor(marcus), text=Text("Before."))
    assert new(web, hargrove) == []
    beat(web, hargrove)
    later(monkeypatch, 60)
    write_note(hargrove, by=make.actor(marcus), text=Text("Since then."))
    write_note(hargrove, by=by, text=Text("My own."))
    # Written now, of last week: new all the same.
    log_interaction(
        by=make.actor(marcus),
        kind=Kind.NOTE,
        accounts=[hargrove],
        text=Text("Late."),
        at=clock.now() - timedelta(days=7),
    )
    assert new(web, hargrove) == ["Since then.", "Late."]
    page = web.get(hargrove.get_absolute_url()).content.decode()
    assert "2 new since your visit" in page
    for minutes in (0, 5, 5):
        later(monkeypatch, minutes)
        beat(web, hargrove)
        assert new(web, hargrove) == ["Since then.", "Late."], minutes
    later(monkeypatch, 60)
    assert new(web, hargrove) == []
    assert Visit.objects.count() == 1


def test_a_visit_is_of_one_person_and_one_record(
    web: Client, by: Actor, hargrove: Account, marcus: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    beat(web, hargrove)
    other = Client()
    other.force_login(marcus)
    later(monkeypatch, 60)
    write_note(hargrove, by=make.actor(make.person()), text=Text("News."))
    assert (new(web, hargrove), new(other, hargrove)) == (["News."], [])


def test_reading_a_page_writes_no_visit(web: Client, hargrove: Account) -> None:
    web.get(hargrove.get_absolute_url())
    assert not Visit.objects.exists()


def test_a_groups_timeline_has_its_members_lines_with_their_names_each_thing_once(
    web: Client, by: Actor, hargrove: Account
) -> None:
    north, south = (make.account(f"Hargrove {name}", parent=hargrove) for name in ("North", "South"))
    below = make.account("Hargrove Far South", parent=south)
    log_interaction(by=by, kind=Kind.MEETING, accounts=[north, south], text=Text("Cluster lunch."))
    write_note(below, by=by, text=Text("Far away."))
    write_note(make.account("Somebody else"), by=by, text=Text("Not theirs."))
    assert titles(web, hargrove) == []
    answer = web.get(f"{hargrove.get_absolute_url()}?of=group")
    assert sorted((line.text, line.chip[0]) for line in answer.context["entries"]) == [
        ("Cluster lunch.", "Hargrove North"),
        ("Far away.", "Hargrove Far South"),
    ]
    assert "Whole group" in web.get(hargrove.get_absolute_url()).content.decode()
    assert "Whole group" not in web.get(north.get_absolute_url()).content.decode()
    assert web.get(f"{hargrove.get_absolute_url()}?part=timeline&of=elsewhere").status_code == 404


def test_a_contacts_timeline_goes_with_them_over_all_their_accounts(
    web: Client, by: Actor, hargrove: Account, ray: Contact
) -> None:
    mesa = make.account("Mesa Verde")
    log_interaction(by=by, kind=Kind.MEETING, accounts=[hargrove, mesa], contact=ray, text=Text("Both offices."))
    log_interaction(by=by, kind=Kind.MEETING, accounts=[mesa], others=[ray], text=Text("Came along."))
    make.interaction(mesa, by.person)
    ray.account = mesa
    ray.save()
    found = web.get(ray.get_absolute_url()).context["entries"]
    assert sorted(line.text for line in found) == ["Both offices.", "Came along."]


def test_what_one_of_ours_did_today_stands_on_their_page(
    web: Client, by: Actor, hargrove: Account, marcus: Person
) -> None:
    write_note(hargrove, by=by, text=Text("Mine of today."))
    write_note(hargrove, by=make.actor(marcus), text=Text("Not mine."))
    log_interaction(
        by=by, kind=Kind.CALL, accounts=[hargrove], text=Text("Last week."), at=clock.now() - timedelta(days=7)
    )
    assert by.person is not None
    answer = web.get(by.person.get_absolute_url())
    assert [line.text for line in answer.context["entries"]] == ["Mine of today.", "Last week."]
    today = next(url for url, label in answer.context["tl_quick"] if str(label) == "Today")
    found = web.get(f"{by.person.get_absolute_url()}{today}").context["entries"]
    assert [(line.text, line.chip[0]) for line in found] == [("Mine of today.", "Hargrove Insurance Agency")]


def test_the_api_filters_as_the_page_does(by: Actor, hargrove: Account) -> None:
    write_note(hargrove, by=by, text=Text("Nine seats."))
    make.interaction(hargrove, by.person)
    token: Any = create_token(by=by, name="script")
    asked = {"HTTP_AUTHORIZATION": f"Bearer {token.secret}"}
    url = f"/api/v1/account/{hargrove.pk}/timeline"
    assert [row["text"] for row in Client().get(f"{url}?q=nine", **asked).json()["items"]] == ["Nine seats."]  # type: ignore[arg-type]
    assert len(Client().get(f"{url}?by=me&kind=journal.call", **asked).json()["items"]) == 1  # type: ignore[arg-type]
    for wrong in ("at_from=soon", "kind=spell", "of=moon"):
        assert Client().get(f"{url}?{wrong}", **asked).status_code == 422, wrong  # type: ignore[arg-type]
