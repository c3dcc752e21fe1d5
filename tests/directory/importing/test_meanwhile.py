"""What happened between the look at the rows and their turn: merges, other imports, accounts that belong elsewhere by now."""

import pytest

from callboard.core.actions import Actor
from callboard.directory.actions import make_new, merge_accounts, merge_contacts, set_parent, start_import, use_existing
from callboard.directory.actions.importing.chunks import work_chunk
from callboard.directory.models import Account, Contact, ContactEmail
from callboard.directory.pages.importing.said import why
from callboard.directory.queries import in_circle
from tests import make
from tests.at_once import one_waits
from tests.directory.importing.sending import read, row, started, undone, verdicts

NEW = (("Company", "Domain", "City", "State"), ("Brand New Agency", "brandnew.example", "Waco", "TX"))
PARENTS = ["account.number", "account.name", "account.parent"]


def parents(*rows: tuple[Account, Account]) -> list[tuple[str, ...]]:
    heads = ("Account number", "Company", "Parent account")
    return [heads, *((str(each.number), each.name, above.name) for each, above in rows)]


# Merged meanwhile


def test_a_person_comes_to_the_account_that_was_kept(by: Actor, hargrove: Account, twin: Account) -> None:
    rows = (("Company", "Name", "Email"), ("Hargrove Ins.", "Zeb Quart", "zeb@hargrove-ins.example"))
    batch = read(rows, by=by, kind="contacts")
    merge_accounts(by=by, keep=hargrove, gone=twin)
    started(batch, by=by)
    assert Contact.objects.get(name="Zeb Quart").account == hargrove


def test_a_namesake_at_the_kept_account_is_a_question(by: Actor, hargrove: Account, twin: Account) -> None:
    there = make.contact(hargrove, "Zeb Quart")
    rows = (("Company", "Name", "Email"), ("Hargrove Ins.", "Zeb Quart", "zeb@hargrove-ins.example"))
    batch = read(rows, by=by, kind="contacts")
    merge_accounts(by=by, keep=hargrove, gone=twin)
    batch = started(batch, by=by)
    assert row(batch, 2).said == "There is a Zeb Quart at this account now."
    use_existing(row(batch, 2), by=by)
    started(batch, by=by)
    assert ContactEmail.objects.get(address="zeb@hargrove-ins.example").contact == there


def test_a_change_goes_to_the_kept_record_or_is_asked(by: Actor, hargrove: Account, twin: Account) -> None:
    rows = (("Company", "Domain", "City"), ("Hargrove Ins.", "hargrove-ins.example", "Waco"))
    batch = read(rows, by=by)
    merge_accounts(by=by, keep=hargrove, gone=twin)
    batch = started(batch, by=by)
    asked = row(batch, 2)
    assert (asked.verdict, asked.code) == ("ask", "meanwhile")
    assert "was merged into Hargrove Insurance Agency" in asked.said
    use_existing(asked, by=by)
    started(batch, by=by)
    hargrove.refresh_from_db()
    twin.refresh_from_db()
    assert (hargrove.city, twin.city) == ("Waco", "")


def test_a_change_of_a_merged_person_goes_to_the_kept_one(by: Actor, hargrove: Account, ray: Contact) -> None:
    kept = make.contact(hargrove, "Raymond H", email="r@hargrove.example", phone="+19035550177")
    heads = ("Company", "Name", "Email", "Second email", "Job title", "Mobile phone")
    rows = (heads, (hargrove.name, ray.name, "ray@hargrove.example", "r@hargrove.example", "Owner", "903-555-0177"))
    columns = ["account.name", "contact.name", "contact.email", "", "contact.title", "contact.mobile"]
    batch = read(rows, by=by, kind="contacts", columns=columns)
    merge_contacts(by=by, keep=kept, gone=ray)
    batch = started(batch, by=by)
    assert row(batch, 2).outcome == "done"
    ray.refresh_from_db()
    kept.refresh_from_db()
    assert (ray.title, kept.title) == ("", "Owner")
    assert kept.phones.filter(e164="+19035550177").count() == 1


# Brought in meanwhile


def test_the_same_file_by_two_people_makes_one_account(by: Actor, admin: Actor) -> None:
    first, second = read(NEW, by=by), read(NEW, by=admin)
    started(first, by=by)
    second = started(second, by=admin)
    asked = row(second, 2)
    assert (asked.verdict, asked.code) == ("ask", "meanwhile")
    assert asked.said == "Brand New Agency has this name or mail domain by now."
    account = Account.objects.get(name="Brand New Agency")
    assert [each["account"] for each in asked.plan["candidates"]] == [account.pk]
    use_existing(asked, by=admin)
    assert row(second, 2).verdict == "same"


@pytest.mark.django_db(transaction=True)
def test_two_imports_in_the_same_moment_make_one_account(by: Actor, admin: Actor) -> None:
    first, second = read(NEW, by=by), read(NEW, by=admin)
    start_import(first, by=by)
    start_import(second, by=admin)
    assert one_waits(lambda: work_chunk(first.pk), lambda: work_chunk(second.pk)) == [None, None]
    assert Account.objects.filter(name="Brand New Agency").count() == 1
    assert row(second, 2).code == "meanwhile"


def test_whoever_says_it_is_another_one_is_not_asked_again(by: Actor, admin: Actor) -> None:
    first, second = read(NEW, by=by), read(NEW, by=admin)
    started(first, by=by)
    second = started(second, by=admin)
    make_new(row(second, 2), by=admin)
    started(second, by=admin)
    assert Account.objects.filter(name="Brand New Agency").count() == 2


def test_rows_of_one_file_are_not_in_each_others_way(by: Actor) -> None:
    rows = (*NEW, ("Brand New Agency", "other.example", "Bend", "OR"))
    batch = started(read(rows, by=by), by=by)
    assert batch.counts == {"create": 2, "is_done": 2}


# Part of itself


def test_two_rows_of_one_file_make_no_circle(by: Actor) -> None:
    one, two = make.account("Alpha Agency"), make.account("Beta Agency")
    batch = read(parents((one, two), (two, one)), by=by, columns=PARENTS)
    assert verdicts(batch) == [(2, "update", ""), (3, "refuse", "circle")]
    assert why(row(batch, 3)) == "“Alpha Agency” is itself part of this account."
    started(batch, by=by)
    assert Account.objects.get(pk=one.pk).parent == two
    assert not in_circle(one.pk, two.pk)


def test_a_grandchild_becomes_no_parent(by: Actor) -> None:
    top = make.account("Alpha Agency")
    middle = make.account("Beta Agency", parent=top)
    below = make.account("Gamma Agency", parent=middle)
    batch = read(parents((top, below)), by=by, columns=PARENTS)
    assert verdicts(batch) == [(2, "refuse", "circle")]


def test_what_belongs_elsewhere_by_now_makes_no_circle(by: Actor) -> None:
    """Right when the rows were looked at: it is asked again under lock, also between rows of one chunk."""
    one, two, three = (make.account(name) for name in ("Alpha Agency", "Beta Agency", "Gamma Agency"))
    batch = read(parents((one, two), (two, three)), by=by, columns=PARENTS)
    set_parent(three, by=by, parent=one)
    batch = started(batch, by=by)
    assert (row(batch, 2).outcome, row(batch, 3).outcome) == ("done", "refused")
    assert row(batch, 3).said == "Gamma Agency is itself part of Beta Agency."
    assert not in_circle(one.pk, two.pk, three.pk)


def test_taking_it_back_makes_no_circle(by: Actor) -> None:
    one, two, other = (make.account(name) for name in ("Alpha Agency", "Beta Agency", "Other Agency"))
    set_parent(one, by=by, parent=two)
    batch = started(read(parents((one, other)), by=by, columns=PARENTS), by=by)
    two.refresh_from_db()
    one.refresh_from_db()
    set_parent(two, by=by, parent=one)
    batch = undone(batch, by=by)
    assert row(batch, 2).said == "What it belonged to is itself part of Alpha Agency by now."
    assert not in_circle(one.pk, two.pk)


@pytest.mark.parametrize("known", [True, False])
def test_what_an_account_is_to_belong_to_was_merged(by: Actor, known: bool) -> None:
    one, top, kept = make.account("Alpha Agency"), make.account("Top"), make.account("Kept")
    rows = parents((one, top)) if known else [("Company", "Parent account"), ("Fresh Agency", "Top")]
    batch = read(rows, by=by, columns=PARENTS if known else PARENTS[1:])
    merge_accounts(by=by, keep=kept, gone=top)
    started(batch, by=by)
    assert Account.objects.get(name="Alpha Agency" if known else "Fresh Agency").parent == kept
