"""How large and how fine a number of a field of one's own may be."""

import pytest

from callboard.directory.models import CustomField, FieldKind, Noun
from callboard.directory.rules.custom import value_of

FIELD = CustomField(noun=Noun.ACCOUNT, name="score", label="Score", kind=FieldKind.NUMBER)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1e3", "1000"),
        ("0.333333333333333", "0.333333333333333"),
        ("1.50", "1.5"),
        ("0e-999999", "0"),
        ("-2e-3", "-0.002"),
    ],
)
def test_numbers_are_kept_by_their_digits(text: str, kept: str) -> None:
    assert value_of(FIELD, text) == kept


@pytest.mark.parametrize("text", ["1e-999999", "1e-21", "-1E-400", "1e-99999999999999999999", "0." + "3" * 40])
def test_a_number_without_an_end_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"Score: no more than 20 digits behind the point|is no number"):
        value_of(FIELD, text)


@pytest.mark.parametrize("text", ["1e999999", "1e12", "inf", "nan"])
def test_a_number_too_large_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        value_of(FIELD, text)
