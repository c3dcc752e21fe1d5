"""What a page may ask of the database: 12 queries, its frame included; a part of one 3, beside who it is for; neither grows with rows.

One row, a dozen or thirty, and a whole practice company: each page of the house is asked for with all it shows and part by part.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.config import demo
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.kit.pages import ListPage, Page, RecordPage, ReportPage
from callboard.kit.pages.panels import panels_of
from callboard.team.models import Person, PersonRole, Role

pytestmark = pytest.mark.django_db

A_PAGE, A_PART = 12, 3
#: The statement with the session, the person and their rights.
WHO = "JOIN team_session AS session"
#: How many rows point at a record that is asked for: enough to see one query each.
DOZEN = 12
RECORDS_SEEN = 4

LISTS = pytest.mark.parametrize("shown", walk.lists(), ids=walk.named)
RECORDS = pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
REPORTS = pytest.mark.parametrize(
    "shown", [page for page in walk.plain() if issubclass(page, ReportPage)], ids=walk.named
)


@pytest.fixture
def everything() -> Person:
    """Somebody who sees every button and every panel."""
    person = walk.somebody()
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    return person


def asked_by(client: Client, url: str) -> list[str]:
    """The statements of a page or part that was asked for before, so that nothing of the process is new to it."""
    headers = {"HX-Request": "true"} if "?" in url else {}
    answer = client.get(url, headers=headers)
    if answer.status_code == 302:
        return []
    assert answer.status_code == 200, (url, answer.status_code)
    with CaptureQueriesContext(connection) as asked:
        client.get(url, headers=headers)
    return [query["sql"] for query in asked]


def addresses(shown: type[Page], person: Person, record: Any = None) -> Iterator[str]:
    """The page and each of its parts."""
    by_id = record is None or "<int:pk>" in shown.url
    whole = walk.address(shown, record) if by_id else record.get_absolute_url()
    yield whole
    yield from (f"{whole}?part={name}" for name in shown.parts)
    if issubclass(shown, ListPage):
        yield f"{whole}?part=rows"
        yield f"{whole}?part=filters"
    if issubclass(shown, RecordPage):
        if shown.timeline:
            yield f"{whole}?part=timeline"
        actor = Actor("person", person=Person.objects.get(pk=person.pk))
        for panel in panels_of(shown.panels, shown.model._meta.label_lower, actor):
            yield f"{whole}?panel={panel.name}"


def too_many(client: Client, url: str) -> str:
    """What is wrong with the count of an address; "" for nothing."""
    asked = asked_by(client, url)
    part = "?" in url
    if part and asked:
        assert [WHO in each for each in asked] == [True, *([False] * (len(asked) - 1))], asked
        asked = asked[1:]
    most = A_PART if part else A_PAGE
    said = "\n  ".join(each[:200] for each in asked)
    return f"{url}: {len(asked)} of {most}\n  {said}" if len(asked) > most else ""


def check(shown: type[Page], person: Person, record: Model | None = None) -> dict[str, int]:
    """Each address within its limit; how many queries each asks."""
    client = walk.signed_in(person)
    urls = list(addresses(shown, person, record))
    wrong = [found for url in urls if (found := too_many(client, url))]
    assert not wrong, "\n".join(wrong)
    return {url: len(asked_by(client, url)) for url in urls}


def grown(before: dict[str, int], after: dict[str, int]) -> dict[str, tuple[int, int]]:
    return {url: (before[url], count) for url, count in after.items() if count > before[url]}


@LISTS
def test_a_list_of_thirty_asks_what_a_list_of_one_asks(shown: type[ListPage], everything: Person) -> None:
    counts = []
    for more in (1, 29):
        for _ in range(more):
            any_record(shown.model, everything)
        counts.append(check(shown, everything))
    assert grown(*counts) == {}


@RECORDS
def test_a_record_many_rows_point_at_asks_what_a_lonely_one_asks(shown: type[RecordPage], everything: Person) -> None:
    record = any_record(shown.model, everything)
    crowd(record, 1, everything)
    before = check(shown, everything, record)
    crowd(record, DOZEN, everything)
    assert grown(before, check(shown, everything, record)) == {}


def crowd(record: Model, number: int, person: Person) -> None:
    """So many more rows of everything that points at the record, as far as the database lets them."""
    for relation in record._meta.related_objects:
        field, other = relation.field, relation.related_model
        if not walk.is_ours(other) or not isinstance(field, models.ForeignKey) or field.unique:
            continue
        for _ in range(number):
            try:
                with transaction.atomic():
                    made = any_record(other, person)
                    other._default_manager.filter(pk=made.pk).update(**{field.name: record})
            except DatabaseError:  # a constraint, or a ledger nobody may change
                break


@REPORTS
def test_a_report_stays_within_its_queries(shown: type[ReportPage], everything: Person) -> None:
    check(shown, everything)


def test_in_the_practice_company_every_page_and_part_stays_within_its_queries() -> None:
    demo.build(scale=0.03)
    person = PersonRole.objects.filter(role=Role.ADMINISTRATOR).order_by("person_id")[0].person
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    client, actor, wrong = walk.signed_in(person), Actor("person", person=person), []
    for shown in (page for page in walk.pages() if page.template or issubclass(page, RecordPage)):
        model = walk.model_of(shown) if "<" in shown.url else None
        # Of what is one person's own there may be none they see.
        seen = visible(model._default_manager.order_by("-pk"), actor)[:RECORDS_SEEN] if model is not None else [None]
        for record in seen:
            wrong += [found for url in addresses(shown, person, record) if (found := too_many(client, url))]
    assert not wrong, "\n".join(wrong)
