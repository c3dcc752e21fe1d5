"""The words of all titles: what typed words may be slips of."""

import pytest

from callboard.channels.models import Mailbox
from callboard.core.search import index, lexicon
from callboard.core.search.models import SearchWord
from tests import make

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


def test_words_of_addresses_are_begun_but_nobody_spells_them() -> None:
    Mailbox.objects.create(name="Boone", address="ray@boonefieldinsurance.com")
    make.indexed()
    known = lexicon.look_up(["boonefieldins", "boonefeildinsurance", "bonoe"])
    assert known.begun["boonefieldins"] == ("boonefieldinsurance",)
    assert known.near == {"bonoe": ["boone"]}


def test_a_word_that_was_in_addresses_alone_is_spelled_once_a_title_has_it() -> None:
    Mailbox.objects.create(name="Desk", address="ray@boonefield.com")
    make.indexed()
    assert lexicon.look_up(["bonofield"]).near == {}
    Mailbox.objects.create(name="Boonefield", address="ray@other.com")
    make.indexed()
    assert lexicon.look_up(["bonofield"]).near == {"bonofield": ["boonefield"]}


def test_a_word_nothing_has_any_more_is_forgotten() -> None:
    words("hargrove")
    Mailbox.objects.create(name="Boonefield", address="ray@other.com")
    make.indexed()
    index.forget_words()
    assert set(SearchWord.objects.filter(word__in=["hargrove", "boonefield"]).values_list("word", flat=True)) == {
        "boonefield"
    }
