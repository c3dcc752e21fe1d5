"""The open questions of an import on one page: each row beside the records it may be, answered where it stands."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core.actions import Actor
from callboard.core.models import Log, Run
from callboard.core.runs.actions import undo_run
from callboard.directory.actions import ask_again, change_account, make_new
from callboard.directory.models import Account, Contact, Import, ImportRow
from callboard.directory.pages.importing.questions import SHOWN
from callboard.team.models import Person
from tests import make
from tests.core.running import finish
from tests.core.running import started as started_run
from tests.directory.importing.sending import mapped, read, row, sent, started, verdicts
from tests.directory.importing.test_correcting import downloaded, saved

HEADS = ("Agency", "City", "State", "Phone", "Website")


@pytest.fixture
def desk(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def asked(by: Actor, count: int) -> Import:
    """Rows that are called as accounts elsewhere are."""
    for number in range(count):
        make.account(f"Agency {number:03} Insurance", city="Tyler", region="TX")
    rows = [(f"Agency {number:03} Insurance", "Bend", "OR", "", "") for number in range(count)]
    return read([HEADS, *rows], by=by)


def shown(desk: Client, batch: Import, **query: int) -> str:
    answer = desk.get(f"/imports/{batch.pk}/questions/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(page: str) -> list[int]:
    return [int(found) for found in re.findall(r'id="q-(\d+)"', page)]


def test_a_row_stands_beside_each_record_it_may_be_with_score_and_what_differs(desk: Client, by: Actor) -> None:
    one = make.account("Acme Insurance", city="Tyler", region="TX", phone="+19035550142")
    two = make.account("Acme Insurance", city="Waco", region="TX")
    batch = read([HEADS, ("Acme Insurance", "Bend", "OR", "903-555-0142", "")], by=by)
    page = shown(desk, batch)
    assert numbers(page) == [2]
    for words in (
        f"#{one.number}",
        f"#{two.number}",
        "same phone",
        "In the file",
        "Tyler",
        "Waco",
        "Bend",
        "+19035550142",
    ):
        assert words in page
    assert len(re.findall(r"<b>(?:Tyler|Waco)</b><span class=\"vh\"> differs", page)) == 2
    assert "<b>Acme Insurance</b>" not in page
    assert len(re.findall(r">0\.\d\d", page)) == 2


def test_an_answer_is_given_in_place_and_undone(desk: Client, by: Actor) -> None:
    batch = asked(by, 3)
    first = row(batch, 2)
    answer = desk.post(f"/imports/{batch.pk}/questions/", {"row": first.pk, "answer": "1", "after": "0"}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[0][0].endswith("questions/?after=0&at=2")
    assert numbers(page) == [3, 4]
    assert row(batch, 2).verdict == "same" or row(batch, 2).verdict == "update"
    log = Log.objects.get(action="directory.use_existing")
    assert f"/undo/{log.pk}/" in page
    desk.post(f"/undo/{log.pk}/")
    assert row(batch, 2).verdict == "ask"
    for position, given in ((2, "new"), (3, "leave")):
        desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, position).pk, "answer": given})
    assert [verdict for _position, verdict, _code in verdicts(batch)] == ["create", "leave", "ask"]


def test_the_keyboard_stands_on_the_question_behind_the_answered_one(desk: Client, by: Actor) -> None:
    batch = asked(by, 4)
    address = f"/imports/{batch.pk}/questions/"
    page = desk.post(address, {"row": row(batch, 3).pk, "answer": "new"}, follow=True).content.decode()
    assert re.findall(r'class="panel mt3 cur"[^>]*id="q-(\d+)"', page) == ["4"]
    ask_again(row(batch, 3), by=by)  # undone: it stands on that one again
    assert re.findall(r'class="panel mt3 cur"[^>]*id="q-(\d+)"', shown(desk, batch, at=3)) == ["3"]


@pytest.mark.parametrize("answer", ["", "7", "x", "-1"])
def test_no_answer_is_said(desk: Client, by: Actor, answer: str) -> None:
    batch = asked(by, 1)
    page = desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, 2).pk, "answer": answer}, follow=True)
    assert "This is no answer to it" in page.content.decode() or "The row has 1 candidates" in page.content.decode()
    assert row(batch, 2).verdict == "ask"


def test_a_row_of_another_import_is_not_answered_here(desk: Client, by: Actor) -> None:
    one, other = asked(by, 1), read([HEADS, ("Agency 000 Insurance", "Bend", "OR", "", "")], by=by)
    desk.post(f"/imports/{one.pk}/questions/", {"row": row(other, 2).pk, "answer": "new"})
    assert row(other, 2).verdict == "ask"


def test_who_answered_first_is_told_to_the_second(desk: Client, by: Actor) -> None:
    batch = asked(by, 1)
    make_new(row(batch, 2), by=by)
    ImportRow.objects.filter(batch=batch).update(outcome="done")
    page = desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, 2).pk, "answer": "1"}, follow=True)
    assert "The row has been brought in" in page.content.decode()


def test_ten_thousand_are_pages_and_statements_do_not_grow_with_rows(desk: Client, by: Actor) -> None:
    batch = asked(by, 2)
    shown(desk, batch)
    with CaptureQueriesContext(connection) as few:
        shown(desk, batch)
    batch = asked(by, SHOWN + 5)
    with CaptureQueriesContext(connection) as many:
        page = shown(desk, batch)
    assert len(many) == len(few) <= 20
    assert numbers(page) == [*range(2, SHOWN + 2)]
    assert f"questions/?after={SHOWN + 1}" in page
    assert numbers(shown(desk, batch, after=SHOWN + 1)) == [*range(SHOWN + 2, SHOWN + 7)]


def test_people_are_compared_with_their_account(desk: Client, by: Actor, hargrove: Account) -> None:
    make.contact(hargrove, "Ann Lee", email="ann@hargrove.example")
    rows = (("Company", "Domain", "Name", "Email"), (hargrove.name, "", "Ann Lee", "ann.lee@elsewhere.example"))
    batch = read(rows, by=by, kind="contacts")
    assert row(batch, 2).code == "same_name"
    desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, 2).pk, "answer": "1"})
    page = shown(desk, batch)
    assert row(batch, 2).code == "same_person"
    assert "<b>ann@hargrove.example</b>" in page
    desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, 2).pk, "answer": "new"})
    started(batch, by=by)
    assert Contact.objects.filter(name="Ann Lee").count() == 2


def test_what_changed_on_both_sides_is_answered_here_too(desk: Client, by: Actor, hargrove: Account) -> None:
    change_account(hargrove, by=by, city="Tyler")
    book = downloaded(desk, "/accounts/?format=xlsx")
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("Town") + 1).value = "Dallas, TX"
    sheet.cell(2, heads.index("Tier") + 1).value = "C"
    change_account(hargrove, by=by, city="Austin")
    batch = mapped(sent(saved(book), by=by, name="accounts.xlsx"), by=by)
    page = shown(desk, batch)
    for words in ("Here now", "Dallas", "<b>Austin</b>", "As it is here"):
        assert words in page
    desk.post(f"/imports/{batch.pk}/questions/", {"row": row(batch, 2).pk, "answer": "ours"})
    started(batch, by=by)
    hargrove.refresh_from_db()
    assert (hargrove.city, hargrove.tier) == ("Austin", "C")


def test_the_same_answer_for_all_that_are_alike_is_a_run(desk: Client, by: Actor) -> None:
    batch = asked(by, 3)
    make.account("Two Places", city="Tyler", region="TX")
    make.account("Two Places", city="Waco", region="TX")
    other = read([HEADS, ("Two Places", "Bend", "OR", "", ""), ("Agency 000 Insurance", "Bend", "OR", "", "")], by=by)
    page = shown(desk, batch)
    assert "3 are the one we have" in page
    (query,) = {found.replace("&amp;", "&") for found in re.findall(r'name="query" value="([^"]+one=1)"', page)}
    answer = desk.post("/bulk/import-rows/directory.use_existing/", {"all": "1", "query": query})
    assert answer.status_code == 302
    assert desk.get(answer.headers["Location"]).status_code == 200
    run = finish(started_run(Run.objects.get(), by, '{"candidate": 1}'))
    assert run.done == 3
    assert "ask" not in {verdict for _position, verdict, _code in verdicts(batch)}
    assert finish(undo_run(run, by=by)).done == 3
    assert {verdict for _position, verdict, _code in verdicts(batch)} == {"ask"}
    assert {verdict for _position, verdict, _code in verdicts(other)} == {"ask"}
    assert "are the one we have" not in shown(desk, other)
