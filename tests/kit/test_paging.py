"""Keyset paging: whatever the order, walking forward and back shows every row once."""

from datetime import date
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.kit import paging
from callboard.kit.paging import BadCursor, Cursor, decode, encode, keys_of, ordering, page_of
from callboard.team.models import Person, Team

ORDERS = [
    ("name",),
    ("-name",),
    ("left_on",),
    ("-left_on",),
    ("team__name", "-name"),
    ("-team__name", "left_on", "name"),
    ("title", "-left_on", "-id"),
    ("-id",),
]


@pytest.fixture
def people(db: None) -> int:
    teams = [Team.objects.create(name=name) for name in ("East", "West")]
    made = []
    for number in range(23):
        left = date(2026, 1, 1 + number % 4) if number % 3 else None
        team = teams[number % 2] if number % 5 else None
        made.append(
            Person(
                email=f"p{number}@example.com",
                name=f"Name {number % 7}",
                title="x" if number % 2 else "",
                team=team,
                left_on=left,
                is_active=left is None,
            )
        )
    Person.objects.bulk_create(made)
    return len(made)


@pytest.mark.parametrize("order", ORDERS)
def test_walking_forward_shows_each_row_once_in_the_order_of_one_query(people: int, order: tuple[str, ...]) -> None:
    keys = keys_of(Person, order)
    whole = list(Person.objects.order_by(*ordering(keys)))
    seen, text = [], ""
    for _ in range(people):
        part = page_of(Person.objects.select_related("team"), keys, decode(text, keys) if text else None, 4)
        seen += part.rows
        if part.next is None:
            break
        text = part.next
    assert seen == whole


@pytest.mark.parametrize("order", ORDERS)
def test_walking_back_shows_the_same_pages_again(people: int, order: tuple[str, ...]) -> None:
    keys = keys_of(Person, order)
    pages = [page_of(Person.objects.all(), keys, None, 4)]
    while pages[-1].next:
        pages.append(page_of(Person.objects.all(), keys, decode(pages[-1].next, keys), 4))
    for before, after in reversed(list(pairwise(pages))):
        assert after.previous is not None
        back = page_of(Person.objects.all(), keys, decode(after.previous, keys), 4)
        assert (back.rows, back.above) == (before.rows, before.above)
        assert back.next == before.next
    assert pages[0].previous is None


def test_an_order_of_one_direction_is_compared_as_a_row_value(people: int) -> None:
    keys = keys_of(Person, ("-name",))
    first = page_of(Person.objects.all(), keys, None, 4)
    assert first.next is not None
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page_of(Person.objects.all(), keys, decode(first.next, keys), 4, count=False)
    assert "ROW(" in asked[0]["sql"].upper()
    assert " OR " not in asked[0]["sql"]


def test_the_count_stops_at_its_limit(people: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNT_LIMIT", 10)
    part = page_of(Person.objects.all(), keys_of(Person, ("name",)), None, 5)
    assert part.total == 11


def test_a_short_list_costs_one_query(people: int) -> None:
    with CaptureQueriesContext(connection) as asked:
        part = page_of(Person.objects.all(), keys_of(Person, ("name",)), None, 50)
    assert len(asked) == 1
    assert part.total == people


@pytest.mark.parametrize(
    "text", ["", "x", "%%%", "W10", "bnVsbA", "W2ZhbHNlLDAsWzEsMiwzXV0", encode(Cursor((None, 4)))]
)
def test_a_cursor_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        decode(text, keys_of(Person, ("name",)))


@pytest.mark.parametrize("value", ["\0", "\ud800"])
def test_a_cursor_with_what_no_database_takes_is_refused(value: str) -> None:
    with pytest.raises(BadCursor):
        decode(encode(Cursor((value, 4))), keys_of(Person, ("name",)))


def test_a_cursor_with_a_number_too_big_for_the_database_is_refused() -> None:
    with pytest.raises(BadCursor):
        decode(encode(Cursor(("Ada", 2**63))), keys_of(Person, ("name",)))
