"""The words of all titles: what typed words may be slips of."""

import pytest

from callboard.core.search import lexicon
from callboard.core.search.models import SearchWord

pytestmark = pytest.mark.django_db


def words(*given: str) -> None:
    SearchWord.objects.bulk_create([SearchWord(word=word) for word in given], ignore_conflicts=True)


def test_what_hundreds_of_words_hold_is_no_slip_and_its_own_slips_are_still_found() -> None:
    words("hargrove", "insurances", *(f"agency{number:03}insurance" for number in range(lexicon.COMMON)))
    known = lexicon.look_up(["hragrove", "insurance", "insurences"])
    assert known.near == {"hragrove": ["hargrove"], "insurences": ["insurances"]}


def test_a_word_that_is_there_is_still_a_slip_of_another() -> None:
    words("hargrove", "hargrave")
    assert lexicon.look_up(["hargrave"]).near == {"hargrave": ["hargrove"]}
