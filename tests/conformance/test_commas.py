"""A language whose decimals have a comma: people read one, browsers are told a point, and nothing changes by being saved."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.core.actions import Action
from callboard.kit.kept import forget_kept
from callboard.kit.pages import Page, RecordPage
from callboard.pipeline.models import Opportunity
from callboard.team.models import Person

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
#: Attributes a browser reads as numbers.
DRAWN = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")


@pytest.fixture(autouse=True)
def german(settings: Settings) -> Iterator[None]:
    """German is spoken; its texts are not translated, its numbers are."""
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    forget_kept()
    yield
    forget_kept()


def reader(person: Person) -> Client:
    Person.objects.filter(pk=person.pk).update(locale="de")
    return walk.signed_in(Person.objects.get(pk=person.pk))


def misread(page: str) -> list[str]:
    """Numbers of a page that a browser would not read."""
    tree = html.fromstring(page)
    wrong = [
        f"{at.tag} {name}={at.get(name)}" for at in tree.xpath("//svg//*") for name in DRAWN if not reads(at.get(name))
    ]
    wrong += [
        f"points {pair}"
        for at in tree.xpath("//svg//@points")
        for pair in at.split()
        if not all(map(reads, pair.split(",", 1)))
    ]
    fields = tree.xpath("//input[@type='number' or @type='range']")
    return wrong + [
        f"{at.get('name')} {name}={at.get(name)}"
        for at in fields
        for name in ("value", "min", "max")
        if not reads(at.get(name))
    ]


def reads(text: str | None) -> bool:
    return not text or NUMBER.fullmatch(text) is not None


def test_the_reader_finds_what_a_browser_misreads() -> None:
    page = '<form><svg><rect width="1,5"/><polyline points="1,2 1,5,2,5"/></svg><input type="number" name="a" value="1,50"></form>'
    assert len(misread(page)) == 3
    assert (
        misread('<svg><rect width="1.5"/><polyline points="1,2 1.5,2"/></svg><input type="number" value="1.50">') == []
    )


@pytest.mark.parametrize("shown", walk.plain(), ids=walk.named)
def test_a_page_tells_browsers_numbers_they_read(shown: type[Page]) -> None:
    person = walk.somebody(shown.operation())
    if shown.model is not None:
        any_record(shown.model, person)
    assert misread(reader(person).get(walk.address(shown), follow=True).content.decode()) == []


@pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
def test_a_record_tells_browsers_numbers_they_read(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    record = any_record(shown.model, person)
    assert misread(reader(person).get(walk.address(shown, record)).content.decode()) == []


@pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
def test_a_form_tells_browsers_numbers_they_read(action: Action[..., Any]) -> None:
    person = walk.somebody(action.who, *([walk.view_of(action.target_model)] if action.target_model else []))
    url = f"/do/{action.name}/"
    if action.target_model is not None:
        url += f"{any_record(action.target_model, person).pk}/"
    assert misread(reader(person).get(url).content.decode()) == []


def test_people_read_a_comma_and_an_amount_that_is_saved_untouched_stays_what_it_is() -> None:
    person = walk.somebody("pipeline.work", walk.view_of(Opportunity))
    by = make.actor(person)
    opportunity = make.opportunity(
        make.account("Hargrove", owner=person), by=by, owner=person, value_mrr=Decimal("1234.50")
    )
    client = reader(person)
    assert "$1.234,50" in client.get(opportunity.get_absolute_url()).content.decode()
    form = client.get(f"/do/pipeline.change_opportunity/{opportunity.pk}/").context["form"]
    sent = {name: form[name].value() if form[name].value() is not None else "" for name in form.fields}
    hidden = re.findall(r'name="(nonce|version)" value="([^"]*)"', str(form))
    answer = client.post(f"/do/pipeline.change_opportunity/{opportunity.pk}/", {**sent, **dict(hidden)})
    assert answer.status_code == 302
    opportunity.refresh_from_db()
    assert opportunity.value_mrr == Decimal("1234.50")
