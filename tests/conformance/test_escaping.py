"""What people typed is shown as they typed it: no page takes a name, a note or a subject for markup."""

from typing import Any

import pytest
from django.db import DatabaseError, models, transaction
from django.db.models import Model
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record
from tests.conformance.test_queries import LISTS, RECORDS, addresses, crowd, everything

from callboard.kit.pages import ListPage, RecordPage
from callboard.team.models import Person

__all__ = ["everything"]

pytestmark = pytest.mark.django_db

MARK = "<u data-typed>\"'&"
#: Shorter texts are codes: a state, a size, a kind.
ROOM = 40
#: Read by the program, typed by nobody.
KEPT_FOR_US = {"zone", "locale", "password", "action", "query", "page", "path", "sort_key", "key", "intent", "prefix"}


@LISTS
def test_a_list_shows_markup_as_text(shown: type[ListPage], everything: Person) -> None:
    record = any_record(shown.model, everything)
    typed = type_into(record)
    look(shown, everything, None)
    assert typed or not texts(type(record))


@RECORDS
def test_a_record_shows_markup_as_text(shown: type[RecordPage], everything: Person) -> None:
    record = any_record(shown.model, everything)
    crowd(record, 1, everything)
    type_into(record)
    look(shown, everything, record)


def test_my_day_the_pipeline_and_the_palette_show_markup_as_text(everything: Person) -> None:
    Person.objects.filter(pk=everything.pk).update(name=MARK)
    account = make.account(MARK, owner=everything)
    make.task(everything, MARK, account=account, note=MARK)
    make.opportunity(account, by=make.actor(everything), name=MARK)
    client = walk.signed_in(everything)
    for url in ("/", "/pipeline/", "/opportunities/?display=board", f"/palette/?on=/accounts/{account.pk}/", "/board/"):
        answer = client.get(url)
        assert raw(answer) == [], url
        assert "&lt;u data-typed" in answer.content.decode(), url


def look(shown: Any, person: Person, record: Model | None) -> None:
    client = walk.signed_in(person)
    for url in addresses(shown, person, record):
        headers = {"HX-Request": "true"} if "?" in url else {}
        assert raw(client.get(url, headers=headers)) == [], url


def raw(answer: Any) -> list[str]:
    """Where the markup stands as markup, or breaks out of an attribute."""
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    page = answer.content.decode()
    return [
        page[max(0, at - 80) : at + 40] for at in (page.find("<u data-typed"), page.find('data-typed&gt;"')) if at >= 0
    ]


def texts(model: type[Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in KEPT_FOR_US
        and (field.max_length or 1000) >= ROOM
    ]


def type_into(record: Model, seen: set[Model] | None = None) -> int:
    """The mark into every text of the record and of what it names, as far as the database takes it; how many took it."""
    seen = set() if seen is None else seen
    if record in seen or not walk.is_ours(type(record)):
        return 0
    seen.add(record)
    took = 0
    for name in texts(type(record)):
        try:
            with transaction.atomic():
                took += type(record)._default_manager.filter(pk=record.pk).update(**{name: f"{MARK} {record.pk}"})
        except DatabaseError:  # a constraint, or a ledger nobody may change
            continue
    for field in record._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and (named := getattr(record, field.name)) is not None:
            took += type_into(named, seen)
    return took
