"""What is found, in which order, with how many questions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core.actor import Actor
from callboard.core.search import finding
from callboard.core.search.finding import Limits, find
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def titles(by: Actor, text: str, **limits: object) -> list[str]:
    return [hit.title for hit in find(by, text, Limits(**limits)).hits]  # type: ignore[arg-type]


@pytest.fixture
def company(dana: Person) -> dict[str, Account]:
    tom = make.person("Tom Okafor")
    names = ("Hargrove Insurance Agency", "Cypress Creek Agency", "Old Cypress Coverage", "Lone Star Family Insurance")
    made = {name: make.account(name, owner=tom) for name in names}
    ray = make.contact(made[names[0]], "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    ray.note = "Prefers mail in the morning"
    ray.save()
    make.indexed()
    return made


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hargrove ins", "Hargrove Insurance Agency"),
        ("Hargorve", "Hargrove Insurance Agency"),
        ("grove", "Hargrove Insurance Agency"),
        ("insur harg", "Hargrove Insurance Agency"),
        ("ray@hargrove.example", "Ray Hargrove"),
        ("ray@harg", "Ray Hargrove"),
        ("(903) 555-0142", "Ray Hargrove"),
        ("555-0142", "Ray Hargrove"),
        ("903 555", "Ray Hargrove"),
        ("9035550", "Ray Hargrove"),
        ("0142", "Ray Hargrove"),
        ("lo", "Lone Star Family Insurance"),
        ('"lone star"', "Lone Star Family Insurance"),
        ("mornings", "Ray Hargrove"),
        ("@ray", "Ray Hargrove"),
        ("account:harg", "Hargrove Insurance Agency"),
        ("contact:harg", "Ray Hargrove"),
        ("LONE STÁR", "Lone Star Family Insurance"),
    ],
)
def test_part_of_what_is_known_finds_it(company: dict[str, Account], by: Actor, text: str, first: str) -> None:
    assert titles(by, text)[:1] == [first]


def test_the_account_of_a_number_comes_before_a_telephone_that_ends_so(dana: Person, by: Actor) -> None:
    account = make.account("Mesa Verde")
    ending = f"{account.number % 10000:04}"
    for name in ("Ana One", "Ben Two"):
        make.contact(make.account(f"Agency of {name}"), name, phone=f"+1903555{ending}")
    make.indexed()
    assert titles(by, ending)[0] == "Mesa Verde"
    assert set(titles(by, ending)) == {"Mesa Verde", "Ana One", "Ben Two"}


def test_what_begins_so_comes_before_what_contains_it_and_both_before_what_is_near(
    company: dict[str, Account], by: Actor
) -> None:
    make.account("Cypres Point")
    make.indexed()
    assert titles(by, "cypress") == ["Cypress Creek Agency", "Old Cypress Coverage", "Cypres Point"]


def test_ones_own_come_first_and_what_is_archived_last(company: dict[str, Account], dana: Person, by: Actor) -> None:
    make.account("Cypress Archive", owner=dana, archived_at=make.NOW)
    make.account("Cypress Zenith", owner=dana)
    make.indexed()
    assert titles(by, "cypress")[:3] == ["Cypress Zenith", "Cypress Archive", "Cypress Creek Agency"]


def test_the_newest_of_equals_comes_first(dana: Person, by: Actor) -> None:
    make.task(dana, "Call about seats", updated_at=make.NOW - timedelta(days=3))
    newest = make.task(dana, "Call about seats", updated_at=make.NOW)
    make.indexed()
    assert find(by, "about seats").hits[0].ref.id == newest.pk


def test_a_typing_error_is_named_and_only_where_something_is_found(company: dict[str, Account], by: Actor) -> None:
    assert find(by, "hargorve insurnce").meant == "hargrove insurance"
    assert find(by, "hargrove").meant == ""
    assert find(by, "qwxyzz").meant == ""


def test_what_must_not_be_there_is_left_out(company: dict[str, Account], by: Actor) -> None:
    assert titles(by, "cypress -old") == ["Cypress Creek Agency"]
    assert titles(by, 'insurance -"lone star"') == ["Hargrove Insurance Agency", "Ray Hargrove"]


def test_a_phrase_stands_side_by_side(company: dict[str, Account], by: Actor) -> None:
    make.account("Star of the Lone Prairie")
    make.indexed()
    assert titles(by, '"lone star"') == ["Lone Star Family Insurance"]


def test_a_number_finds_its_record_and_words_beside_it_count(company: dict[str, Account], by: Actor) -> None:
    account = company["Cypress Creek Agency"]
    account.refresh_from_db()
    assert titles(by, f"#{account.number}") == ["Cypress Creek Agency"]
    assert titles(by, f"cypress {account.number}") == ["Cypress Creek Agency"]
    assert titles(by, f"hargrove {account.number}") == []


def test_limits_narrow_it(company: dict[str, Account], by: Actor, dana: Person) -> None:
    hargrove = company["Hargrove Insurance Agency"]
    mine = make.account("Hargrove North", owner=dana)
    Account.objects.filter(pk=mine.pk).update(updated_at=make.NOW + timedelta(days=40))
    nobodys = make.account("Hargrove South")
    make.indexed()
    assert titles(by, "hargrove", kinds=("directory.contact",)) == ["Ray Hargrove"]
    assert titles(by, "hargrove", owners=(dana.pk,)) == [mine.name]
    assert titles(by, "hargrove", owners=(0,)) == [nobodys.name]
    assert set(titles(by, "hargrove", account=hargrove.pk)) == {hargrove.name, "Ray Hargrove"}
    assert titles(by, "hargrove", since=make.NOW + timedelta(days=30)) == [mine.name]
    assert mine.name not in titles(by, "hargrove", until=make.NOW + timedelta(days=30))


def test_one_of_the_words_is_enough_where_that_is_asked(company: dict[str, Account], by: Actor) -> None:
    assert titles(by, "hargrove cypress") == []
    found = find(by, "hargrove cypress", any_word=True)
    assert {"Hargrove Insurance Agency", "Cypress Creek Agency"} <= {hit.title for hit in found.hits}


def test_what_a_thing_is_also_called_finds_it(dana: Person, by: Actor) -> None:
    make.task(dana, "Import from their agency management system")
    make.indexed()
    assert titles(by, "ams") == ["Import from their agency management system"]


@pytest.mark.parametrize(
    "name", ["مكتب التأمين الأول", "Ω" * 190, "北京保险代理", "O'Brien & Söhne %_\\ GmbH", "a:*&|!()<-> 'x'"]
)
def test_names_of_every_script_and_sign_are_found_as_they_are_written(by: Actor, name: str) -> None:
    make.account(name)
    make.account("Other Agency")
    make.indexed()
    assert titles(by, name)[:1] == [name]


@pytest.mark.parametrize(
    "text",
    ["%", "_", "%%%", "\\", "a%b_c", "'; drop table", "a & | ! (", ":*", "<->", "\0", "x" * 5000,
     "the", "and the", "-the", "9" * 60, "#" + "9" * 60, "@@", "\u202e", "=k:directory.account", "=n"]
)  # fmt: skip
def test_whatever_is_typed_is_no_error_and_finds_nothing_it_should_not(
    company: dict[str, Account], by: Actor, text: str
) -> None:
    assert titles(by, text) == []


def test_a_palette_costs_two_questions_and_three_with_a_typing_error(company: dict[str, Account], by: Actor) -> None:
    find(by, "warm up the rights")
    for text, most in (("hargrove", 3), ("cypress", 3), ("hargorve", 3), ("agency", 3)):
        with CaptureQueriesContext(connection) as asked:
            assert find(by, text).hits
        assert len(asked) <= most, [query["sql"][:80] for query in asked]


def test_many_records_of_many_kinds_are_asked_for_rights_in_one_question(
    company: dict[str, Account], by: Actor, dana: Person
) -> None:
    for account in company.values():
        make.task(dana, "Call about the agency", account=account)
        make.interaction(account, dana, text="Talked about the agency")
    make.indexed()
    found = find(by, "agency")
    assert len({hit.ref.kind for hit in found.hits}) >= 3
    with CaptureQueriesContext(connection) as asked:
        finding.seen_of(by, found.hits)
        finding.texts_of(by, [hit.ref for hit in found.hits])
    assert len(asked) == 2
