"""What is typed is understood, whatever it is; pure text, no database."""

import pytest

from callboard.core.search import asking, typos
from callboard.core.search.marking import around, pieces
from callboard.core.search.synonyms import read as synonyms_of
from callboard.core.search.words import fold, keys_of, placed, vector


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Mesa   VERDE\tInsurance ", "mesa verde insurance"),
        ("Müller-Lüdenscheid Straße", "muller-ludenscheid strasse"),
        ("\u202eمرحبا\u200f بالعالم", "مرحبا بالعالم"),
        ("x\0y", "xy"),
        ("ﬁne", "fine"),
    ],
)
def test_case_marks_and_invisible_signs_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_word_with_a_sign_in_it_is_found_whole_and_in_parts() -> None:
    assert list(placed("o'brien & at&t")) == [
        ("obrien", 1), ("o", 1), ("brien", 2), ("att", 3), ("at", 3), ("t", 4),
    ]  # fmt: skip


def test_a_telephone_is_found_by_its_last_digits_too() -> None:
    assert keys_of("+1 (903) 555-0142") == ["19035550142", "9035550142", "5550142"]
    assert keys_of(1003) == ["1003"]
    assert keys_of("Ray@Hargrove.example") == ["ray@hargrove.example"]


def test_a_lexeme_may_hold_a_quote_and_a_backslash() -> None:
    assert vector([("brien", 2)], ["o'b\\c"]) == "'brien':2 'o''b\\\\c'"


def terms(text: str) -> list[tuple[str, ...]]:
    return [term.words for term in asking.read(text).terms]


def test_words_phrases_and_what_must_not_be_there_are_told_apart() -> None:
    asked = asking.read('harg "lone star" -family -"north side" well-known')
    assert [(term.words, term.whole) for term in asked.terms] == [
        (("harg",), False), (("lone", "star"), True), (("well", "known"), False),
    ]  # fmt: skip
    assert [term.words for term in asked.without] == [("family",), ("north", "side")]


@pytest.mark.parametrize(
    "text", ["", "   ", '"', '""', "-", "--", "@", "#", "%", "_", "*", "(", ":", "'", "\\", "\0", "&|!"]
)
def test_signs_alone_ask_for_nothing(text: str) -> None:
    assert asking.read(text).empty


def test_a_first_sign_or_a_kind_limits_the_search() -> None:
    assert (asking.read("@dana").only, terms("@dana")) == ("@", [("dana",)])
    assert (asking.read("# 10 03").only, asking.read("# 10 03").keys) == ("#", ("1003",))
    kinds = {"order": "orders.order"}
    assert (asking.read("Order: rater", kinds).kind, asking.read("Order: rater", kinds).text) == (
        "orders.order",
        "rater",
    )
    assert asking.read("https://x.example", kinds).kind == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("(903) 555-0142", "9035550142"),
        ("+1 903 555 0142 x12", "19035550142"),
        ("555-0142", "5550142"),
        ("call RAY@hargrove.example", "ray@hargrove.example"),
        ("1003", "1003"),
    ],
)
def test_numbers_and_addresses_are_known_among_words(text: str, key: str) -> None:
    assert key in asking.read(text).keys


def test_two_numbers_are_not_a_telephone() -> None:
    assert terms("1003 1004") == [("1003",), ("1004",)]


def test_of_a_pasted_signature_the_address_is_meant() -> None:
    text = "Ray Hargrove\nPrincipal\nHargrove Insurance Agency\n(903) 555-0142\nray@hargrove.example"
    assert asking.read(text).keys == ("ray@hargrove.example",)
    assert asking.read(text.rpartition("\n")[0]).keys == ("9035550142",)


def test_what_a_thing_is_also_called_is_looked_for_too() -> None:
    (term,) = asking.read("ams").terms
    assert ("agency", "management", "system") in term.others
    (phrase, last) = asking.read("agency management system quote").terms
    assert (phrase.words, phrase.others) == (("agency", "management", "system"), (("ams",),))
    assert last.words == ("quote",)
    assert asking.read('"ams"').terms[0].others == ()


def test_synonyms_are_groups_with_remarks() -> None:
    assert synonyms_of("a, b c # both\n\n# nothing\n") == {("a",): (("b", "c"),), ("b", "c"): (("a",),)}


@pytest.mark.parametrize(
    ("typed", "word", "errors"),
    [("hargorve", "hargrove", 1), ("hargove", "hargrove", 1), ("hargrovee", "hargrove", 1),
     ("hargor", "hargrove", 1), ("jargrove", "hargrove", 1), ("smith", "jones", 3)],
)  # fmt: skip
def test_errors_are_counted_as_people_make_them(typed: str, word: str, errors: int) -> None:
    assert typos.distance(typed, word, 2) == errors


def test_the_nearest_words_come_first_and_strange_ones_not_at_all() -> None:
    assert typos.nearest("hargorve", ["hargrave", "hargrove", "harbor", "margarine"]) == ["hargrove", "hargrave"]
    assert typos.nearest("ab", ["abc", "xb"]) == ["abc"]
    assert "bolt" in typos.slips("blot")


def test_the_words_are_marked_where_they_stand() -> None:
    assert pieces("Hargrove & O'Brien", ["harg", "brien"]) == [
        ("Harg", True), ("rove & O'", False), ("Brien", True),
    ]  # fmt: skip
    assert pieces("Café Müller", ["mull"]) == [("Café ", False), ("Müller", True)]
    assert pieces("renewed", ["renewals"]) == [("renewed", True)]
    assert pieces("plain", []) == [("plain", False)]


def test_of_a_long_text_the_part_around_the_first_word_is_shown() -> None:
    text = "before " * 60 + "they want a renewal now " + "after " * 60
    shown = around(text, ["renewal"])
    assert shown.startswith("… before") and shown.endswith("after …")
    assert "want a renewal now" in shown and len(shown) < 240
    assert around(text, ["absent"]) == ""
