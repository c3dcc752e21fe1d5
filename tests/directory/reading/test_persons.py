"""Whom a text is about: whole addresses, whole numbers, whole names, and nobody else's."""

import pytest

from callboard.directory.reading.persons import Finder, squeezed, ways_to_write


def finder(*names: str, mails: str = "", numbers: str = "", spared: str = "", words: str = "") -> Finder:
    ways = frozenset(way for name in names for way in ways_to_write(name) if len(way) > 1)
    some = (frozenset(filter(None, text.split(","))) for text in (mails, numbers))
    return Finder(*some, ways, words=frozenset(words.split()), spared=frozenset(filter(None, spared.split(","))))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Write to ann@a.example.", "Write to [erased]."),
        ("<ANN@a.example>, joann@a.example, ann@a.example.org", "<[erased]>, joann@a.example, ann@a.example.org"),
        ("mailto:ann@a.example?subject=x", "mailto:[erased]?subject=x"),
        ("q=ann%40a.example&page=2", "q=[erased]&page=2"),
        ("mary-ann@a.example and ann@a.example-b.example", "mary-ann@a.example and ann@a.example-b.example"),
    ],
)
def test_a_mail_address_is_whole(text: str, left: str) -> None:
    assert finder(mails="ann@a.example").without(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("call (903) 555-0142.", "call [erased]."),
        ("+1 903.555.0142 or 1-903-555-0142 x12", "[erased] or [erased] x12"),
        ("+19035550142", "[erased]"),
        ("policy 1239035550142, 90355501421, 12-903-555-0142", "policy 1239035550142, 90355501421, 12-903-555-0142"),
        ("+44 903 555 0142", "+44 903 555 0142"),
    ],
)
def test_a_number_is_whole(text: str, left: str) -> None:
    assert finder(numbers="+19035550142").without(text) == left


def test_a_foreign_number_needs_its_plus_or_its_zero() -> None:
    found = finder(numbers="+4955501,+493012345678")
    assert found.without("Policy 4955501, +14955501422, +49 55501") == "Policy 4955501, +14955501422, [erased]"
    assert found.without("030 12345678, +49 (0)30 12345678") == "[erased], [erased]"


@pytest.mark.parametrize(
    "name",
    [
        "Zebulon Quartermain Jr.", "Zebulon (Zeb) Quartermain", "Zebulon Quartermain (retired)", "Dr. Zebulon Quartermain",
        'Zebulon "Zeb" Quartermain', "Zebulon Q. Quartermain", "Zebulon  Quartermain",
    ],
)  # fmt: skip
def test_a_name_is_found_as_people_write_it(name: str) -> None:
    found = finder(name)
    for text in (name, f"Spoke to {name} about it", f"{name}'s boat", "Zebulon Quartermain called", "Zebulon\nQuartermain",
                 "ZEBULON QUARTERMAIN", "Zebulon_Quartermain_passport.pdf", "?q=zebulon+quartermain"):  # fmt: skip
        assert "quartermain" not in found.without(text).lower(), text


@pytest.mark.parametrize(
    "text",
    [
        "Joann Lee",
        "Ann Leeds",
        "Mary-Ann Lee",
        "Ann Lee-Park",
        "Spoke to Ann. Lee called",
        "Bob Lee, Ann and Cy",
        "Ann and Lee",
    ],
)
def test_another_name_that_contains_it_is_another(text: str) -> None:
    assert finder("Ann Lee").without(text) == text


def test_longer_names_of_others_are_spared() -> None:
    found = finder("Anna Lee", spared="Anna Lee Park,Hargrove Agency", words="Anna Hargrove")
    assert found.without("Anna Lee Park met Anna Lee. Hargrove Agency, Anna") == (
        "Anna Lee Park met [erased]. Hargrove Agency, [erased]"
    )


def test_a_first_name_that_is_a_word_counts_with_its_capital() -> None:
    found = finder(words="Will Ethelred")
    assert found.without("They will call. Will is out; ETHELRED and ethelred too.") == (
        "They will call. [erased] is out; [erased] and [erased] too."
    )
    assert found.without("will@a.example, https://ethelred.example") == "will@a.example, https://ethelred.example"


def test_what_a_json_value_says_is_cleaned_string_by_string() -> None:
    assert finder("Zeb Quart").cleaned({"a": ["Zeb\nQuart", 7, None], "b": {"c": "x"}}) == {
        "a": ["[erased]", 7, None],
        "b": {"c": "x"},
    }


def test_a_long_text_takes_no_long_time() -> None:
    text = "Zeb " * 100_000 + "a" * 400_000
    assert finder("Zeb Quart", mails="zeb@a.example", numbers="+19035550142").without(text) == text


def test_candidates_are_looked_for_without_marks() -> None:
    assert squeezed("(903) 555-0142; Zeb\nQuart%20 ann%40a.example") == "9035550142zebquartann@aexample"
