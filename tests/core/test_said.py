"""What was done, as a sentence that names the record and that another language may turn round."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db.models import TextChoices
from django.utils import timezone, translation

from callboard.core.said import named, told


class Colour(TextChoices):
    RED = "red", "deep red"


@dataclass
class Order:
    number: int
    account: str


ORDER = Order(1042, "Smith Insurance")


def test_the_record_stands_where_the_sentence_wants_it() -> None:
    values = {"order": ORDER, "result": ORDER}
    english = told("Accepted order", "Accepted order {order.number} of {order.account}", values, ORDER)
    german = told("Auftrag angenommen", "Auftrag {order.number} von {order.account} angenommen", values, ORDER)
    assert english == "Accepted order 1042 of Smith Insurance"
    assert german == "Auftrag 1042 von Smith Insurance angenommen"


def test_without_a_sentence_it_is_what_was_done_and_to_what() -> None:
    assert told("Removed note", "", {}, "Call, March 9") == "Removed note: Call, March 9"
    assert told("Routed what waits", "", {}, None) == "Routed what waits"


def test_what_is_no_longer_there_is_not_named() -> None:
    assert told("Changed goal", "Changed goal {result}", {"result": None}, "MRR") == "Changed goal: MRR"


def test_a_choice_is_said_by_its_label_and_a_date_as_pages_write_it() -> None:
    values = {"colour": Colour.RED, "day": date(2026, 3, 9), "at": datetime(2026, 3, 9, 15, 30, tzinfo=UTC)}
    with translation.override("en"), timezone.override("America/Chicago"):
        said = told("", "Painted {colour} on {day}, {at}", values, None)
    assert said == "Painted deep red on Mar 9, 2026, Mar 9, 2026, 10:30 AM"


def test_a_name_with_braces_is_only_a_name() -> None:
    assert told("", "Changed {account}", {"account": "{evil.__class__}"}, None) == "Changed {evil.__class__}"


@pytest.mark.parametrize(
    ("sentence", "names"), [("Accepted order {order.number} of {order.account}", {"order"}), ("Done", set())]
)
def test_a_sentence_says_what_it_names(sentence: str, names: set[str]) -> None:
    assert named(sentence) == names
