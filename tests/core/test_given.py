"""What comes from outside: numbers, texts and JSON that Python or the database would stumble over."""

import json
from typing import Any

import pytest

from callboard.core.given import DEEPEST, cleaned, read_json, storable
from callboard.core.refs import BIGGEST, number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("7", 7),
        (str(BIGGEST), BIGGEST),
        ("\u0664\u0662", 42),
        (str(BIGGEST + 1), None),
        ("9" * 5000, None),
        ("-7", None),
        ("7.5", None),
        ("\u00b2", None),
        ("", None),
        (" 7", None),
    ],
)
def test_a_number_is_read_where_the_database_can_hold_it(text: str, number: int | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize("found", [None, 7, "Brăila", {"a": [1.5, {"b": "😀"}]}, [], "\n\t\u202e"])
def test_json_is_read_as_it_is(found: Any) -> None:
    assert read_json(json.dumps(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "NaN",
        "-Infinity",
        "1e400",
        "9" * 5000,
        '"\\u0000"',
        '"\\ud800"',
        '{"\\udc00": 1}',
        '[[{"a": ["\\u0000"]}]]',
        "[" * 60_000,
        '{"a":' * 60_000,
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
    ],
    ids=lambda text: text[:20],
)
def test_json_that_nobody_can_keep_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_json(text)


def test_a_text_is_cleaned_of_what_no_database_keeps() -> None:
    assert cleaned("a\0b\ud800c😀") == "abc😀"
    assert not storable("\0") and not storable("\ud800") and storable("😀 \u202e")
