import pytest

from callboard.directory.models import Account, Contact
from callboard.directory.queries import find_accounts, find_contacts, match_address, match_addresses, match_phone
from callboard.directory.reading.addresses import e164, is_free_mail, mail_address
from callboard.directory.reading.names import distinctive
from tests import make


@pytest.fixture
def ray(hargrove: Account) -> Contact:
    return make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")


def test_an_address_finds_its_person_whatever_its_case(ray: Contact) -> None:
    assert match_address("Ray Hargrove <RAY@hargrove.example>") == (ray, ray.account)


def test_an_unknown_address_finds_the_account_of_its_domain(ray: Contact, hargrove: Account) -> None:
    assert match_address("new@hargrove.example") == (None, hargrove)


def test_free_mail_finds_nobody_but_its_exact_owner(hargrove: Account) -> None:
    cody = make.contact(hargrove, "Cody", email="cody.h@gmail.com")
    assert match_address("cody.h@gmail.com") == (cody, hargrove)
    assert match_address("somebody@gmail.com") == (None, None)


def test_many_addresses_cost_two_queries(ray: Contact, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(2):
        found = match_addresses([*(f"p{n}@hargrove.example" for n in range(30)), "ray@hargrove.example", "x@y.example"])
    assert len(found) == 31


def test_a_number_finds_its_person_a_shared_one_only_the_account(ray: Contact, hargrove: Account) -> None:
    assert match_phone("+19035550142") == (ray, hargrove)
    make.contact(hargrove, "Lupe", phone="+19035550142")
    assert match_phone("+19035550142") == (None, hargrove)
    make.contact(make.account("Other"), "Ann", phone="+19035550142")
    assert match_phone("+19035550142") == (None, None)


def test_the_number_of_an_account_finds_it(db: None) -> None:
    account = make.account("Tyler Agency", phone="+19035550199")
    assert match_phone("+19035550199") == (None, account)
    assert match_phone("+19035550000") == (None, None)


@pytest.mark.parametrize("words", ["hargrove", "Insur harg", "hargrov insurance", "Hargorve"])
def test_a_part_of_the_name_finds_the_account_typing_errors_included(hargrove: Account, words: str) -> None:
    make.account("Mesa Verde")
    assert find_accounts(words)[0] == hargrove


def test_what_begins_with_the_words_comes_first(db: None) -> None:
    later, first = make.account("Old Cypress Agency"), make.account("Cypress Creek Agency")
    assert find_accounts("cypress") == [first, later]


def test_a_number_finds_its_account(hargrove: Account) -> None:
    hargrove.refresh_from_db()
    assert find_accounts(f"#{hargrove.number}") == [hargrove]


def test_nothing_typed_finds_nothing(hargrove: Account) -> None:
    assert find_accounts("  ") == []


def test_people_are_found_by_name_and_by_the_beginning_of_an_address(ray: Contact) -> None:
    assert find_contacts("ray h") == [ray]
    assert find_contacts("RAY@harg") == [ray]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("(903) 555-0142", "+19035550142"),
        ("903.555.0142 x12", "+19035550142"),
        ("1-903-555-0142", "+19035550142"),
        ("+44 20 7946 0958", "+442079460958"),
        ("call Ray", None),
        ("", None),
    ],
)
def test_numbers_as_people_type_them(typed: str, kept: str | None) -> None:
    assert e164(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ray <Ray@Hargrove.Example>", "ray@hargrove.example"),
        ("ray.h+rater@mail.hargrove.example", "ray.h+rater@mail.hargrove.example"),
        ("ray@hargrove", None),
        ("ray@hargrove.example, lupe@hargrove.example", None),
        (".ray@hargrove.example", None),
        ("a..b@hargrove.example", None),
    ],
)
def test_addresses_as_people_type_them(typed: str, kept: str | None) -> None:
    assert mail_address(typed) == kept


def test_free_mail_is_known_by_its_domain() -> None:
    assert [is_free_mail(name) for name in ("GMAIL.com", "yahoo.com", "hargrove.example")] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Hargrove Insurance Agency, LLC", "Hargrove"),
        ("The Mesa Verde Insurance Group", "Mesa Verde"),
        ("Insurance Agency", "Insurance Agency"),
    ],
)
def test_what_tells_a_name_from_others(name: str, kept: str) -> None:
    assert distinctive(name) == kept
