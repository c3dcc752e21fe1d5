"""Which rows are new, which change a record we have, and which nobody but a person can tell."""

import pytest

from callboard.core.actions import Actor, Invalid, Refused
from callboard.directory.actions import (
    accept_fields,
    archive_account,
    ask_again,
    leave_out,
    make_new,
    use_existing,
)
from callboard.directory.models import Account, Contact
from callboard.directory.rules.importing.places import region_of
from callboard.team.models import Person
from tests import make
from tests.directory.importing.sending import brought_in, read, row, started, verdicts

HEADS = ("Agency", "City", "Phone", "Domain")


def plan(batch: object, position: int) -> tuple[str, str]:
    found = row(batch, position)  # type: ignore[arg-type]
    return found.verdict, found.code


def test_our_number_leaves_no_doubt_and_one_we_do_not_have_is_refused(by: Actor) -> None:
    account = make.account("Acme", city="Waco")
    rows = [("Account number", "Agency", "City"), (f"#{account.number}", "Acme Group", "Waco"), ("999999", "x", "")]
    batch = read(rows, by=by)
    assert verdicts(batch) == [(2, "update", ""), (3, "refuse", "unknown_number")]


def test_two_locations_of_one_network_are_always_asked(by: Actor) -> None:
    waco = make.account("Northstar Insurance", city="Waco", domain="northstar.example")
    batch = read([HEADS, ("Northstar Insurance", "Bend", "", "northstar.example")], by=by)
    assert plan(batch, 2) == ("ask", "same_domain")
    assert row(batch, 2).plan["candidates"][0]["account"] == waco.pk


def test_two_locations_within_one_file_are_asked_as_well(by: Actor) -> None:
    rows = [HEADS, ("Northstar", "Waco", "", "northstar.example"), ("Northstar", "Bend", "", "northstar.example")]
    batch = read(rows, by=by)
    assert verdicts(batch) == [(2, "create", ""), (3, "ask", "row_domain")]
    make_new(row(batch, 3), by=by)
    started(batch, by=by)
    assert sorted(Account.objects.values_list("name", "city")) == [("Northstar", "Bend"), ("Northstar", "Waco")]


def test_an_account_of_a_network_is_asked_even_in_the_same_town(by: Actor) -> None:
    network = make.account("Northstar Network")
    make.account("Northstar Waco", city="Waco", parent=network, phone="+12545550142")
    assert plan(read([HEADS, ("Northstar", "Waco", "254-555-0142", "")], by=by), 2) == ("ask", "network")


def test_the_same_name_is_asked_and_a_nearly_same_one(by: Actor) -> None:
    make.account("Hollis Insurance Agency", city="Waco")
    rows = [
        HEADS,
        ("Hollis Insurance Agency", "", "", ""),
        ("Hollis Insurance", "Waco", "", ""),
        ("Hollander", "", "", ""),
    ]
    assert verdicts(read(rows, by=by)) == [(2, "ask", "same_name"), (3, "ask", "like_name"), (4, "create", "")]


def test_a_misspelt_name_is_asked(by: Actor) -> None:
    account = make.account("Zimmerman Coverage", city="Waco", street="12 Oak Street", postal_code="76701", region="TX")
    rows = [("Agency", "Street", "City", "State", "Zip"), ("Simmerman Coverage", "12 Oak St", "Waco", "TX", "76701")]
    batch = read(rows, by=by)
    assert plan(batch, 2) == ("ask", "like_name")
    assert row(batch, 2).plan["candidates"][0]["account"] == account.pk


def test_a_number_and_a_name_together_are_enough(by: Actor) -> None:
    account = make.account("Hollis Insurance", city="Waco", phone="+12545550142")
    batch = read([HEADS, ("HOLLIS Insurance Agency", "Waco", "(254) 555-0142", "")], by=by)
    assert plan(batch, 2) == ("update", "")
    assert row(batch, 2).plan["account"]["id"] == account.pk


def test_a_free_mail_domain_says_nothing(by: Actor) -> None:
    make.contact(make.account("Acme"), "Ray", email="ray@gmail.com")
    rows = [("Agency", "Name", "Email"), ("Birch", "Ann", "ann@gmail.com")]
    assert plan(read(rows, by=by, kind="contacts"), 2) == ("create", "")


def test_somebody_we_know_at_another_account_may_have_moved(by: Actor, hargrove: Account) -> None:
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example")
    rows = [("Agency", "Name", "Email"), ("Birch Agency", "Ray Hargrove", "ray@hargrove.example")]
    assert plan(read(rows, by=by, kind="contacts"), 2) == ("ask", "elsewhere")


def test_a_namesake_at_the_same_account_is_asked(by: Actor, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example")
    rows = [("Agency", "Name", "Email"), ("Hargrove", "Ray Hargrove", "r.hargrove@hargrove.example")]
    batch = read(rows, by=by, kind="contacts")
    assert plan(batch, 2) == ("ask", "same_person")
    use_existing(row(batch, 2), by=by)
    started(batch, by=by)
    assert Contact.objects.get() == ray
    assert ray.emails.count() == 2


def test_a_person_without_an_account_is_refused_and_one_of_a_known_domain_is_not(by: Actor, hargrove: Account) -> None:
    rows = [("Name", "Email"), ("Ann Lee", "ann@hargrove.example"), ("Joe", "joe@gmail.com"), ("", "")]
    batch = brought_in(rows, by=by, kind="contacts")
    assert verdicts(batch) == [(2, "create", ""), (3, "refuse", "no_employer")]
    assert Contact.objects.get(name="Ann Lee").account == hargrove


def test_answers_can_be_taken_back_and_what_is_over_is_not_answered(by: Actor) -> None:
    account = make.account("Acme", city="Waco", domain="acme.example")
    batch = read([HEADS, ("Acme Bend", "Bend", "", "acme.example"), ("New One", "", "", "")], by=by)
    use_existing(row(batch, 2), by=by)
    assert plan(batch, 2) == ("update", "")
    ask_again(row(batch, 2), by=by)
    assert plan(batch, 2) == ("ask", "same_domain")
    with pytest.raises(Invalid):
        use_existing(row(batch, 2), by=by, candidate=7)
    leave_out(row(batch, 2), by=by)
    batch = started(batch, by=by)
    assert batch.counts == {"leave": 1, "create": 1, "is_done": 1}
    with pytest.raises(Refused):
        leave_out(row(batch, 3), by=by)
    account.refresh_from_db()
    assert account.city == "Waco"


def test_a_question_can_be_answered_after_the_others_are_in(by: Actor) -> None:
    make.account("Acme", city="Waco", domain="acme.example")
    batch = brought_in([HEADS, ("Acme Bend", "Bend", "", "acme.example"), ("New One", "", "", "")], by=by)
    make_new(row(batch, 2), by=by)
    started(batch, by=by)
    assert set(Account.objects.values_list("name", flat=True)) == {"Acme", "Acme Bend", "New One"}


def test_an_archived_account_is_asked(by: Actor) -> None:
    archive_account(make.account("Acme", domain="acme.example"), by=by)
    assert plan(read([HEADS, ("Acme", "", "", "acme.example")], by=by), 2) == ("ask", "archived")


def test_fields_can_be_chosen_one_by_one(by: Actor) -> None:
    account = make.account("Acme", city="Waco", domain="acme.example", phone="+12545550100")
    batch = read([HEADS, ("Acme", "Waco", "254-555-0142", "acme.example")], by=by)
    accept_fields(row(batch, 2), by=by, fields="")
    assert row(batch, 2).verdict == "same"
    account.refresh_from_db()
    assert account.phone == "+12545550100"


def test_every_cell_that_cannot_be_read_is_named_with_its_column(by: Actor, dana: Person) -> None:
    rows = [("Agency", "Tier", "Owner", "Phone", "Email"), ("Acme", "Z", "Nobody Known", "12", "no address")]
    found = row(read(rows, by=by), 2)
    assert found.verdict == "refuse"
    cells = found.plan["args"]["cells"]
    for words in ("Tier: “Z” is none of", "Nobody who works here", "“12” is no phone", "“no address” is no mail"):
        assert words in cells


def test_a_day_that_may_be_two_is_refused_until_somebody_says_which(by: Actor, hargrove: Account) -> None:
    rows = [("Name", "Email", "Left on"), ("Ann", "ann@hargrove.example", "3/4/2026")]
    batch = read(rows, by=by, kind="contacts")
    assert plan(batch, 2) == ("refuse", "bad_cells")
    batch = read(rows, by=by, kind="contacts", days={"2": "dmy"})
    assert row(batch, 2).values["contact.left_on"] == "2026-04-03"


def test_a_salesforce_and_an_outlook_file_are_known_by_their_heads(by: Actor) -> None:
    sales = [
        ("Account ID", "Account Name", "Billing Street", "Billing City", "Billing State/Province", "Billing Zip/Postal Code",
         "Phone", "Contact ID", "First Name", "Last Name", "Email", "Mobile"),
        ("001x", "Acme Insurance", "1 Oak St", "Waco", "Texas", "76701", "254-555-0142", "003x", "Ray", "Alvarez",
         "ray@acme.example", "254-555-0143"),
    ]  # fmt: skip
    brought_in(sales, by=by)
    acme = Account.objects.get(name="Acme Insurance")
    assert (acme.region, acme.postal_code) == ("TX", "76701")
    assert acme.contacts.get().phones.count() == 2
    outlook = [
        ("Title", "First Name", "Last Name", "Company", "Job Title", "Business Street", "Business City", "Business State",
         "E-mail Address", "E-mail Display Name", "Business Phone", "Mobile Phone"),
        ("Mr.", "Joe", "Birch", "Birch Agency", "Principal", "2 Elm St", "Bend", "OR", "joe@birch.example", "Joe Birch (x)",
         "541-555-0100", ""),
    ]  # fmt: skip
    batch = brought_in(outlook, by=by, kind="contacts")
    assert batch.mapping["system"] == "outlook"
    joe = Contact.objects.get(name="Joe Birch")
    assert (joe.title, joe.account.name, joe.account.city) == ("Principal", "Birch Agency", "Bend")


def test_cards_are_rows_too(by: Actor) -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ray Alvarez\nORG:Acme Insurance\nTEL;TYPE=cell:254-555-0142\nEMAIL:ray@acme.example\nEND:VCARD\n"
    brought_in(card, by=by, kind="contacts", name="ray.vcf")
    ray = Contact.objects.get()
    assert (ray.name, ray.account.name, ray.phones.get().kind) == ("Ray Alvarez", "Acme Insurance", "mobile")


def test_a_file_that_is_no_table_is_refused_at_once(by: Actor) -> None:
    with pytest.raises(Invalid, match="empty"):
        read(b"", by=by)
    with pytest.raises(Invalid, match="No import is called"):
        read([HEADS], by=by, kind="spaceships")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tex.", "TX"),
        ("Texas", "TX"),
        ("tx", "TX"),
        ("N. Mex.", "NM"),
        ("N.Y.", "NY"),
        ("W. Va.", "WV"),
        ("Ontario", "Ontario"),
    ],
)
def test_a_state_is_read_in_every_way_it_is_written(written: str, read: str) -> None:
    assert region_of(written) == read
