"""Every page: a sign-in, a right, the strict policy, its orders and filters.  Written once; a new page is walked by existing."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.test import Client
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.kit import filters
from callboard.kit.pages import ListPage, Page, RecordPage
from callboard.kit.pages.selecting import maker
from callboard.kit.paging import page_of

pytestmark = pytest.mark.django_db

LISTS = pytest.mark.parametrize("shown", walk.lists(), ids=walk.named)
RECORDS = pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
PLAIN = pytest.mark.parametrize("shown", walk.plain(), ids=walk.named)

POLICY = ("default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'none'")


@PLAIN
def test_nobody_opens_a_page_without_signing_in(shown: type[Page]) -> None:
    answer = Client().get(walk.address(shown))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


@RECORDS
def test_nobody_opens_a_record_without_signing_in(shown: type[RecordPage]) -> None:
    assert Client().get(walk.address(shown, any_record(shown.model)))["Location"].startswith("/sign-in/")


@PLAIN
def test_a_page_opens_for_who_may_and_not_for_who_may_not(shown: type[Page]) -> None:
    answer = walk.signed_in(walk.somebody(shown.operation())).get(walk.address(shown))
    assert answer.status_code in (200, 302)
    policy = answer["Content-Security-Policy"]
    assert all(part in policy for part in POLICY)
    assert "unsafe" not in policy
    if shown.operation():
        assert walk.signed_in(walk.nobody()).get(walk.address(shown)).status_code == 403


@RECORDS
def test_a_record_opens_for_who_may_and_not_for_who_may_not(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    record = any_record(shown.model, person)
    answer = walk.signed_in(person).get(walk.address(shown, record))
    assert answer.status_code == 200
    assert all(part in answer["Content-Security-Policy"] for part in POLICY)
    assert walk.signed_in(walk.nobody()).get(walk.address(shown, record)).status_code in (403, 404)
    assert (
        walk.signed_in(person).get(walk.address(shown, record).replace(str(record.pk), "999999999")).status_code == 404
    )


def _actor(person: Any) -> Any:
    from callboard.core.actions import Actor
    from callboard.team.models import Person

    return Actor("person", person=Person.objects.get(pk=person.pk))


@LISTS
def test_every_order_every_filter_and_every_export_works(shown: type[ListPage]) -> None:
    person = walk.somebody(shown.operation())
    for _ in range(2):
        any_record(shown.model, person)
    client = walk.signed_in(person)
    asked = queries(shown, person)
    for query in asked:
        answer = client.get(f"{walk.address(shown)}?{query}&part=rows")
        assert answer.status_code == 200, query
        assert answer.context["page"].problems == [], query
    for query in ("", asked[-1] if asked else ""):
        exported = client.get(f"{walk.address(shown)}?{query}&format=csv")
        rows = list(csv.reader(io.StringIO(b"".join(exported.streaming_content).decode("utf-8-sig"))))  # type: ignore[attr-defined]
        assert {len(row) for row in rows} == {len(shown().the_table().all)}, query
        workbook = client.get(f"{walk.address(shown)}?{query}&format=xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(workbook.streaming_content))).active  # type: ignore[attr-defined]
        unseen = sum(each.max - each.min + 1 for each in sheet.column_dimensions.values() if each.hidden)
        assert (sheet.max_row, sheet.max_column - unseen) == (len(rows), len(rows[0])), query


def queries(shown: type[ListPage], person: Any) -> list[str]:
    """One address for each way to sort and to filter."""
    found = [f"sort={sign}{key}" for key in shown().the_table().sortable() for sign in ("", "-")]
    found += [tab[1] for tab in shown.tabs]
    for each in shown().all_filters():
        control = each.control({}, shown.model, _actor(person))
        found += [f"{control.key}={value}" for value, _label, _on in control.options[:4]]
        if isinstance(each, filters.Search):
            found += [f"{each.key}={text}" for text in ("a", "ab", "abc", "a%25b", "O'Hara")]
        if isinstance(each, filters.Between):
            start, end = each.names()
            found += [f"{start}=2026-01-01", f"{end}=2026-12-31", f"{start}=2026-01-01&{end}=2026-12-31"]
    return found


@LISTS
def test_a_list_walks_page_by_page_in_each_order(shown: type[ListPage]) -> None:
    person = walk.somebody(shown.operation())
    for _ in range(5):
        any_record(shown.model, person)
    page, actor = shown(), _actor(person)
    table = page.the_table()
    everything = page.queryset(actor).count()
    for sort in ("", *(f"{sign}{key}" for key in table.sortable() for sign in ("", "-"))):
        seen: list[int] = []
        query = {"sort": [sort]}
        for _ in range(everything):
            asked = page.read(query, actor, table)
            part = page_of(page.rows(actor, asked, table), asked.keys, asked.cursor, 2, count=False)
            seen += [row.pk for row in part.rows]
            if part.next is None:
                break
            query["after"] = [part.next]
        assert len(seen) == len(set(seen)) == everything, sort


@LISTS
def test_what_a_list_offers_for_many_can_be_looked_at_for_all_its_rows(shown: type[ListPage]) -> None:
    for verb in shown.bulk:
        person = walk.somebody(verb.who, shown.operation())
        client = walk.signed_in(person)
        for _ in range(2):
            any_record(shown.model, person)
        answer = client.post(f"/bulk/{shown.name}/{verb.name}/", {"all": "1"}, follow=True)
        assert answer.status_code == 200, verb.name
        if answer.redirect_chain[-1][0].startswith("/runs/"):
            assert answer.context["title"], verb.name
            assert "expected" in answer.context or answer.context["form"].fields, verb.name


@LISTS
def test_rows_pasted_into_a_list_are_read_or_refused(shown: type[ListPage]) -> None:
    action, page = maker(shown()), f"/paste/{shown.name}/"
    if action is None:
        assert walk.signed_in(walk.somebody(shown.operation())).get(page).status_code == 404
        return
    client = walk.signed_in(walk.somebody(action.who, shown.operation()))
    assert client.get(page).status_code == 200
    answer = client.post(page, {"text": "a\tb\nc\td", "read": "1"}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0].startswith("/runs/")
    assert len(answer.context["expected"].lines) == 2
