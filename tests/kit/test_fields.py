"""Every type a signature may have becomes a field, and comes back as the type it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.http import QueryDict
from django.template import Context, Template
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from callboard.core.actions import Action, Actor, File, Text, action
from callboard.core.money import Money
from callboard.core.registry import register
from callboard.kit.api.acts import body_schema
from callboard.kit.export import plain
from callboard.kit.fields import words
from callboard.kit.forms import ActionForm
from callboard.team.models import Person, Status
from tests import make

pytestmark = pytest.mark.django_db


class Colour(Enum):
    DARK_RED = "r"
    BLUE = "b"


class Size(models.IntegerChoices):
    """An enum of numbers: the form sends their text."""

    NONE = 0, "None"
    LARGE = 3, "Large"


@pytest.fixture
def everything() -> Iterator[Action[..., Any]]:
    """An action with a parameter of every type."""

    @action("Tried", who="team.manage", final="a test")
    def try_everything(
        *,
        by: Actor,
        line: str,
        lines: Text,
        count: int,
        share: Decimal,
        price: Money,
        day: date,
        at: datetime,
        sure: bool,
        colour: Colour,
        size: Size,
        status: Status,
        who: Person,
        crowd: list[Person],
        paper: File,
        maybe: int | None = None,
        note: str = "",
    ) -> None:
        """Nothing."""

    yield try_everything
    del register.actions[try_everything.name]


def form(verb: Action[..., Any], data: str, files: Any = None) -> ActionForm:
    with timezone.override("America/Chicago"):
        made = ActionForm(verb, make.actor(make.person(roles=("administrator",))), data=QueryDict(data), files=files)
        made.is_valid()
    return made


def test_each_type_comes_back_as_itself(everything: Action[..., Any]) -> None:
    one, two = make.person("One"), make.person("Two")
    data = (
        f"line=a&lines=b%0Ac&count=3&share=0.25&price=9.90&day=2026-03-09&at=2026-03-09T10:15&sure=on&colour=b&size=0"
        f"&status=away&who={one.pk}&crowd={two.pk}&crowd={one.pk}"
    )
    files = MultiValueDict({"paper": [SimpleUploadedFile("a.txt", b"hi")]})
    made = form(everything, data, files)
    assert made.errors == {}
    given = made.arguments()
    assert given.pop("paper").read() == b"hi"
    assert given == {
        "line": "a",
        "lines": "b\nc",
        "count": 3,
        "share": Decimal("0.25"),
        "price": Decimal("9.90"),
        "day": date(2026, 3, 9),
        "at": datetime(2026, 3, 9, 15, 15, tzinfo=UTC),
        "sure": True,
        "colour": Colour.BLUE,
        "size": Size.NONE,
        "status": Status.AWAY,
        "who": one,
        "crowd": [two, one],
        "maybe": None,
        "note": "",
    }


def test_what_is_missing_or_wrong_is_said_field_by_field(everything: Action[..., Any]) -> None:
    empty = set(form(everything, "").errors)
    assert empty == {
        "line",
        "lines",
        "count",
        "share",
        "price",
        "day",
        "at",
        "colour",
        "size",
        "status",
        "who",
        "crowd",
        "paper",
    }
    wrong = form(
        everything, f"count={2**63}&share=x&price=1.234&day=2026-02-30&at=soon&colour=g&size=7&who=0&crowd=x&maybe=y"
    )
    assert set(wrong.errors) >= {"count", "share", "price", "day", "at", "colour", "size", "who", "crowd", "maybe"}


def test_what_is_wrong_is_said_in_our_words_and_once(everything: Action[..., Any]) -> None:
    wrong = form(everything, "count=many&share=x&price=1.234&day=soon&at=soon&colour=g&status=away&line=" + "a" * 301)
    said = {name: [str(each) for each in wrong.errors[name]] for name in wrong.errors}
    assert said["count"] == ["This is no whole number. Write it like 25."]
    assert said["share"] == ["This is no number. Write it like 1,250.50."]
    assert said["price"] == ["At most 2 digits after the point."]
    assert said["day"] == ["This is no day. Write it like 2026-11-26."]
    assert said["colour"] == ["“g” is not on the list. Choose one that is."]
    assert said["who"] == ["This has to be answered."]
    assert said["line"] == ["Write it in at most 300 characters; these are 301."]
    person = register.actions["team.create_person"]
    made = ActionForm(person, make.actor(make.person(roles=("administrator",))), data=QueryDict("name=M&email=maria"))
    assert made.errors["email"] == ["This is no mail address. Write it like name@company.com."]


@pytest.mark.parametrize("typed", ["$1,250.50", "1250.5", "1,250.50", "1 250.50"])
def test_an_amount_is_taken_as_people_write_it(everything: Action[..., Any], typed: str) -> None:
    made = form(everything, f"price={typed}")
    assert "price" not in made.errors and made.cleaned_data["price"] == Decimal("1250.50")
    assert 'type="number" name="price"' not in made.as_p()


def test_the_form_renders_and_carries_files(everything: Action[..., Any]) -> None:
    made = ActionForm(everything, make.actor(make.person(roles=("administrator",))))
    html = made.as_p()
    for part in ('type="date"', 'type="datetime-local"', 'type="file"', "<textarea", "multiple", "Dark red"):
        assert part in html
    assert made.is_multipart()


def test_the_same_types_describe_the_body_of_the_api(everything: Action[..., Any]) -> None:
    properties = body_schema(everything).model_json_schema()["properties"]
    assert set(properties) == {param.name for param in everything.params}
    assert properties["who"]["maximum"] == 2**63 - 1
    assert properties["crowd"]["items"]["minimum"] == 1


def test_words_of_a_name() -> None:
    assert words("start_on") == "Start on"


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""),
        (True, "1"),
        (Decimal("-1.50"), "-1.50"),
        (Decimal("264.0000000000"), "264.00"),
        (Decimal("0.1250000000"), "0.125"),
        (Decimal("12"), "12"),
        (date(2026, 3, 9), "2026-03-09"),
        (("Late", "over"), "Late"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("\n=1", "'\n=1"),
        ("-", "'-"),
    ],
)
def test_a_value_in_an_export(value: Any, text: str) -> None:
    assert plain(value) == text


def test_a_choice_the_action_answers_itself_offers_no_empty_answer_and_is_not_called_optional() -> None:
    @action("Painted", who="team.manage", final="a test")
    def paint(*, by: Actor, colour: Colour = Colour.BLUE, other: Colour | None = None) -> None:
        """Nothing."""

    try:
        form = ActionForm(paint, make.actor(make.person()))
        assert [value for value, _label in form.fields["colour"].widget.choices] == ["r", "b"]  # type: ignore[attr-defined]
        assert "" in [value for value, _label in form.fields["other"].widget.choices]  # type: ignore[attr-defined]
        drawn = Template("{% load ui %}{% field form.colour %}|{% field form.other %}").render(Context({"form": form}))
        assert ["optional" in part for part in drawn.split("|")] == [False, True]
    finally:
        del register.actions[paint.name]
