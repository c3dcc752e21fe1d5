"""Nothing yet, and far too much: every list without a row, every record with names of 400 letters and from right to left."""

from collections.abc import Callable

import pytest
from django.db import models
from django.db.models import Model
from playwright.sync_api import Page

from callboard.intake.models import QueueItem
from callboard.team.models import Person, PersonRole, Role
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record
from tests.stories.fits import not_held, runs_off
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

LOOKS = ((1280, 800), (390, 844))
#: One word, and a sentence that is written from right to left.
ENDLESS = "Versicherungsvermittlungsgesellschaft" * 11
ARABIC = "شركة التأمين والوساطة المتحدة " * 14
#: Texts the program itself reads.
KEPT = (
    "email",
    "number",
    "url",
    "zone",
    "color",
    "state",
    "kind",
    "host",
    "sha",
    "key",
    "token",
    "page",
    "path",
    "address",
    "domain",
)


def everybody() -> Person:
    person = make.person("Maximiliane Featherstonehaugh")
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    return person


def stretch(record: Model) -> None:
    """Fill each text of a record that people write: now with a word without end, now from right to left."""
    texts = {
        field.attname: (ENDLESS, ARABIC)[place % 2][: field.max_length or 400]
        for place, field in enumerate(record._meta.concrete_fields)
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not field.unique
        and type(field) in (models.CharField, models.TextField)
        and not any(part in field.name for part in KEPT)
        and (field.max_length or 400) >= 60
    }
    if texts:
        type(record)._default_manager.filter(pk=record.pk).update(**texts)


def looked_at(page: Page, address: str) -> list[str]:
    page.set_viewport_size({"width": LOOKS[0][0], "height": LOOKS[0][1]})
    answer = page.goto(address, wait_until="load")
    assert answer is not None and answer.ok, (address, answer and answer.status)
    found = []
    for width, height in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{address} at {width}: {each}" for each in [*runs_off(page, width), *not_held(page)]]
    return found


def test_a_list_without_a_row_says_what_it_is_and_what_to_press(house: House, signed_in: Callable[..., Page]) -> None:
    page = signed_in(everybody())
    wrong = []
    for shown in walk.lists():
        wrong += looked_at(page, f"{walk.address(shown)}?q=zzzz-nothing")
        rows, said = page.locator("[data-list] [data-row]").count(), page.locator(".empty:visible").count()
        wrong += [] if rows or said else [f"{shown.name}: neither rows nor a word"]
    wrong += looked_at(page, "/") + looked_at(page, "/inbox/")
    assert page.locator(".empty:visible").get_by_role("link", name="Connect the mailbox").count() == 1
    assert wrong == [], "\n".join(wrong)


def test_long_names_and_names_from_right_to_left_run_over_nothing(house: House, signed_in: Callable[..., Page]) -> None:
    person = everybody()
    page = signed_in(person)
    wrong: list[str] = []
    for shown in walk.records():
        record = any_record(shown.model, person)
        stretch(record)
        wrong += looked_at(page, walk.address(shown, record))
    item = any_record(QueueItem)
    stretch(item)
    for address in [*(walk.address(shown) for shown in walk.lists()), "/", "/inbox/", f"/inbox/{item.pk}/"]:
        wrong += looked_at(page, address)
    assert wrong == [], "\n".join(wrong)
