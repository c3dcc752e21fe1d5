"""An import taken back leaves whatever others have put on its records, and the records with it."""

import pytest

from callboard.core.actions import Actor, Text
from callboard.directory.actions import (
    add_domain,
    add_email,
    add_phone,
    mark_different,
    merge_accounts,
    merge_contacts,
)
from callboard.directory.models import Account, Contact, DuplicatePair, ImportRow, ImportState, Twins
from callboard.team.models import OwnerRole, Person
from tests import make
from tests.directory.importing.sending import brought_in, row, undone

PEOPLE = (
    ("Company", "Domain", "Name", "Email", "Mobile"),
    ("New One", "newone.example", "Zeb Quart", "zeb@newone.example", "903-555-0177"),
    ("New Two", "newtwo.example", "Ann Quart", "ann@newtwo.example", ""),
)
ACCOUNTS = (("Company", "Domain"), ("New One", "newone.example"), ("New Two", "newtwo.example"))


def said(rows: list[ImportRow]) -> list[tuple[str, str]]:
    return [(each.outcome, each.said) for each in rows]


def test_an_address_or_number_added_by_hand_keeps_the_person(by: Actor) -> None:
    batch = brought_in(PEOPLE, by=by, kind="contacts")
    add_email(Contact.objects.get(name="Zeb Quart"), by=by, address="second@newone.example")
    add_phone(Contact.objects.get(name="Ann Quart"), by=by, number="+19035550199")
    batch = undone(batch, by=by)
    assert said([row(batch, 2), row(batch, 3)]) == [
        ("kept", "There is more about the person since: mail address."),
        ("kept", "There is more about the person since: phone number."),
    ]
    assert sorted(Contact.objects.values_list("name", flat=True)) == ["Ann Quart", "Zeb Quart"]
    assert Account.objects.count() == 2


def test_a_domain_or_another_owner_keeps_the_account(by: Actor, priya: Person) -> None:
    batch = brought_in(ACCOUNTS, by=by)
    one, two = Account.objects.order_by("name")
    add_domain(one, by=by, domain="hand.example")
    two.owners.create(person=priya, role=OwnerRole.SUPPORT, starts_on="2026-01-01")
    batch = undone(batch, by=by)
    assert said([row(batch, 2), row(batch, 3)]) == [
        ("kept", "There is more on the account since: mail domain."),
        ("kept", "There is more on the account since: owner of an account."),
    ]
    assert Account.objects.count() == 2


def test_what_another_import_added_stays_with_its_person(by: Actor) -> None:
    first = brought_in(PEOPLE, by=by, kind="contacts")
    brought_in(
        (("Name", "Email", "Mobile"), ("Ann Quart", "ann@newtwo.example", "903-555-0188")), by=by, kind="contacts"
    )
    first = undone(first, by=by)
    assert row(first, 2).outcome == "undone"
    assert row(first, 3).outcome == "kept"
    assert Contact.objects.get().phones.get().e164 == "+19035550188"


def test_a_merge_keeps_both_and_a_row_that_changed_one_says_so(by: Actor, hargrove: Account) -> None:
    other = make.contact(hargrove, "Raymond", email="r@hargrove.example")
    ray = make.contact(hargrove, "Ray", email="ray@hargrove.example")
    batch = brought_in((("Name", "Email", "Title"), ("Ray", "ray@hargrove.example", "CSR")), by=by, kind="contacts")
    merge_contacts(by=by, keep=other, gone=ray, take="title")
    batch = undone(batch, by=by)
    assert said([row(batch, 2)]) == [("kept", "Ray was merged since.")]
    made = brought_in(ACCOUNTS, by=by)
    merge_accounts(by=by, keep=Account.objects.get(name="New One"), gone=Account.objects.get(name="New Two"))
    made = undone(made, by=by)
    assert [row(made, 2).outcome, row(made, 3).outcome] == ["kept", "kept"]


@pytest.mark.parametrize("decided", [False, True])
def test_only_a_pair_somebody_decided_keeps_its_records(by: Actor, hargrove: Account, decided: bool) -> None:
    batch = brought_in(ACCOUNTS, by=by)
    one = Account.objects.get(name="New One")
    pair = DuplicatePair.objects.create(kind=Twins.ACCOUNT, account_a=hargrove, account_b=one, score="0.9")
    if decided:
        mark_different(pair, by=by)
    batch = undone(batch, by=by)
    assert batch.state == ImportState.UNDONE
    assert row(batch, 2).outcome == ("kept" if decided else "undone")
    assert DuplicatePair.objects.exists() == decided


def test_a_note_about_a_person_keeps_them(by: Actor) -> None:
    from callboard.journal.actions import log_interaction

    batch = brought_in(PEOPLE, by=by, kind="contacts")
    zeb, ann = Contact.objects.order_by("-name")
    log_interaction(by=by, kind="call", accounts=[zeb.account], contact=zeb, others=[ann], text=Text("They want more"))
    batch = undone(batch, by=by)
    assert [row(batch, 2).outcome, row(batch, 3).outcome] == ["kept", "kept"]
    assert "broke" not in row(batch, 2).said + row(batch, 3).said
