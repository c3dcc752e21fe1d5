"""Possible duplicates: asked on entry, found by a search and after each change, decided by people, remembered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.directory.actions import (
    add_contact,
    change_account,
    create_account,
    mark_different,
    merge_accounts,
    reopen_pair,
    search_duplicates,
    stop_search,
)
from callboard.directory.jobs import duplicates as jobs
from callboard.directory.models import Account, Contact, DuplicatePair, DuplicateSearch, PairState, SearchState, Twins
from callboard.directory.queries import candidates_for
from callboard.directory.reading.duplicates import Kind
from callboard.directory.reading.duplicates.record import make as row
from tests import make
from tests.numbered import number_all

HOME = {"street": "12 Oak St", "city": "Tyler", "region": "TX", "postal_code": "75701"}


@pytest.fixture
def twin(db: None) -> Account:
    """Hargrove again, as somebody else wrote it down."""
    return make.account("Hargrove Ins. Agcy", phone="+19035550142", **HOME)


@pytest.fixture
def first(hargrove: Account) -> Account:
    Account.objects.filter(pk=hargrove.pk).update(phone="+19035550142", **HOME)
    hargrove.refresh_from_db()
    return hargrove


def search(by: Actor, kind: Twins = Twins.ACCOUNT) -> DuplicateSearch:
    made = search_duplicates(by=by, kind=kind)
    jobs.work_on_search(search=made.pk)
    made.refresh_from_db()
    return made


# On entry


@pytest.mark.parametrize(
    "given",
    [
        {"name": "Hargrove Insurance", "city": "Tyler"},
        {"name": "Hargrove Insurnace Agency"},
        {"name": "Something else", "phone": "(903) 555-0142"},
        {"name": "Whatever LLC", "website": "https://www.hargrove.example/about"},
    ],
)
def test_whoever_enters_what_looks_like_one_we_have_is_told_which_how_sure_and_why(
    by: Actor, first: Account, given: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as stopped:
        create_account(by=by, **given)
    said = stopped.value.errors["confirmed"]
    assert (f"Hargrove Insurance Agency (#{first.number}, Tyler, TX): " in said and "0." in said) or "1.0" in said
    assert any(word in said for word in ("same phone", "alike", "same mail domain", "same name"))
    made = create_account(by=by, confirmed=True, **given)
    pair = DuplicatePair.objects.get(account_a=first, account_b=made)
    assert (pair.state, pair.found_by) == (PairState.OPEN, "entry") and pair.reasons


@pytest.mark.parametrize("name", ["Delgado Insurance Agency", "Bluebonnet Insurance Agency", "Hart & Grove Feed"])
def test_an_agency_that_shares_only_usual_words_is_not_asked_about(by: Actor, first: Account, name: str) -> None:
    assert create_account(by=by, name=name, city="Tyler")


def test_a_branch_at_another_address_is_said_to_be_another_place(by: Actor, first: Account) -> None:
    with pytest.raises(Invalid, match="street differs"):
        create_account(
            by=by, name="Hargrove Insurance Agency", street="480 Loop 323", city="Longview", phone="903-555-0142"
        )


def test_who_was_archived_or_merged_is_not_offered(by: Actor, first: Account, twin: Account) -> None:
    merge_accounts(by=by, keep=first, gone=twin)
    with pytest.raises(Invalid) as stopped:
        create_account(by=by, name="Hargrove Ins", phone="903-555-0142")
    assert f"#{twin.number}" not in str(stopped.value) and f"#{first.number}" in str(stopped.value)


def test_a_person_of_the_same_name_or_mail_is_asked_about(by: Actor, hargrove: Account) -> None:
    make.contact(hargrove, "Marisol Delgado", email="marisol@hargrove.example")
    for given in ({"name": "Marisoll Delgado"}, {"name": "Delgado, Marisol"}):
        with pytest.raises(Invalid, match="Marisol Delgado, Hargrove Insurance Agency: "):
            add_contact(hargrove, by=by, **given)


def test_a_colleague_with_the_office_number_is_not_asked_about(by: Actor, hargrove: Account) -> None:
    make.contact(hargrove, "Ray Hargrove", phone="+19035550142")
    assert add_contact(hargrove, by=by, name="Lupe Ortiz", phone="903-555-0142")


def test_many_rows_are_asked_about_in_as_many_queries_as_two(first: Account) -> None:
    counts = []
    for number in (2, 40):
        rows = [row(at, name=f"Hargrove Agency {at}", phones=["9035550142"], city="Tyler") for at in range(number)]
        with CaptureQueriesContext(connection) as asked:
            found = candidates_for(rows, Kind.ACCOUNT)
        assert all(each and each[0].pk == first.pk for each in found)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9  # two savepoint marks and the threshold among them


def test_candidates_of_people_and_of_nothing(hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    (found,) = candidates_for([row("", name="R Hargrove", mails=["ray@hargrove.example"])], Kind.CONTACT)
    assert found[0].pk == ray.pk and "same mail" in found[0].why
    assert candidates_for([], Kind.ACCOUNT) == []
    assert candidates_for([row("", name="")], Kind.CONTACT) == [[]]


# Search


def test_a_search_finds_keeps_and_says_how_far_it_is(by: Actor, first: Account, twin: Account) -> None:
    make.account("Delgado Agency")
    made = search(by)
    assert (made.state, made.done, made.total, made.found, made.new) == (SearchState.DONE, 3, 3, 1, 1)
    pair = DuplicatePair.objects.get()
    assert (pair.account_a, pair.account_b, pair.apart) == (first, twin, False)
    assert pair.score > 0.9 and "same phone" in pair.reasons
    assert (search(by).new, DuplicatePair.objects.count()) == (0, 1)


def test_not_the_same_is_remembered_and_can_be_taken_back(by: Actor, first: Account, twin: Account) -> None:
    search(by)
    pair = mark_different(DuplicatePair.objects.get(), by=by)
    assert pair.decided_by == by.person
    search(by)
    pair.refresh_from_db()
    assert pair.state == PairState.DIFFERENT
    with pytest.raises(Refused):
        mark_different(pair, by=by)
    opened = reopen_pair(pair, by=by)
    assert (opened.state, opened.decided_by) == (PairState.OPEN, None)


def test_an_open_pair_that_is_none_any_more_goes(by: Actor, first: Account, twin: Account) -> None:
    search(by)
    change_account(
        twin, by=by, name="Ortiz Coverage", phone="903-555-0199", street="9 Elm St", city="Waco", postal_code="76701"
    )
    search(by)
    assert not DuplicatePair.objects.exists()


def test_a_place_of_the_same_network_or_name_elsewhere_is_apart(by: Actor, first: Account) -> None:
    make.account(
        "Hargrove Insurance Agency",
        street="480 Loop 323",
        city="Longview",
        region="TX",
        postal_code="75601",
        phone=first.phone,
    )
    search(by)
    pair = DuplicatePair.objects.get()
    assert pair.apart and "street differs" in pair.reasons


def test_one_search_a_kind_at_once_and_it_can_be_stopped(by: Actor, first: Account, twin: Account) -> None:
    made = search_duplicates(by=by, kind=Twins.ACCOUNT)
    with pytest.raises(Refused, match="under way"):
        search_duplicates(by=by, kind=Twins.ACCOUNT)
    search_duplicates(by=by, kind=Twins.CONTACT)
    stop_search(made, by=by)
    jobs.work_on_search(search=made.pk)
    made.refresh_from_db()
    assert made.state == SearchState.STOPPED and not DuplicatePair.objects.exists()


def test_a_search_that_fails_says_so(by: Actor, first: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "THRESHOLD", 2.0)
    made = search_duplicates(by=by, kind=Twins.ACCOUNT)
    jobs.work_on_search(search=made.pk)
    made.refresh_from_db()
    assert made.state == SearchState.FAILED and made.error


def test_who_may_not_merge_does_not_search(db: None) -> None:
    with pytest.raises(Forbidden):
        search_duplicates(by=make.actor(make.person(roles=("account_executive",))), kind=Twins.ACCOUNT)


def test_each_night_both_kinds_are_searched(first: Account, twin: Account) -> None:
    jobs.search_nightly(timestamp=0)
    for made in DuplicateSearch.objects.all():
        jobs.work_on_search(search=made.pk)
    assert set(DuplicateSearch.objects.values_list("kind", "state")) == {("account", "done"), ("contact", "done")}
    assert DuplicatePair.objects.count() == 1


# What is new


@pytest.mark.django_db(transaction=True)
def test_what_is_made_or_changed_is_compared_within_the_minute() -> None:
    by = make.actor(make.person())
    make.account("Hargrove Insurance Agency", phone="+19035550142", **HOME)
    look()  # what was there before is the search's
    other = create_account(by=by, name="Ortiz Coverage")
    look()
    assert not DuplicatePair.objects.exists()
    change_account(other, by=by, name="Hargrove Insurance", phone="903-555-0142", street="12 Oak Street", city="Tyler")
    look()
    assert DuplicatePair.objects.get().score > 0.9
    change_account(other, by=by, name="Ortiz Coverage", phone="903-555-0188", street="9 Elm St", city="Waco")
    look()
    assert not DuplicatePair.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_new_mail_address_brings_two_people_together() -> None:
    by, hargrove = make.actor(make.person()), make.account("Hargrove")
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    look()
    other = add_contact(make.account("Elsewhere"), by=by, name="Ray Hargrove", phone="903-555-0142", confirmed=True)
    DuplicatePair.objects.all().delete()
    look()
    assert DuplicatePair.objects.get().contact_b == Contact.objects.get(pk=other.pk)


def look() -> None:
    number_all()
    jobs.look_at_new(timestamp=0)
