"""Rows become accounts and people, once each, with everything a record owes."""

import pytest
from django.apps import apps

from callboard.core.actions import Actor, Text
from callboard.core.models import Change, Log, TimelineEntry
from callboard.core.registry import register
from callboard.directory.actions import create_field
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    Contact,
    ContactEmail,
    ExternalId,
    FieldKind,
    Import,
    ImportState,
    Noun,
)
from callboard.team.models import Person
from tests import make
from tests.directory.importing.sending import brought_in, read, row, started, undone, verdicts, worked

HUBSPOT = (
    ("Record ID", "First Name", "Last Name", "Email", "Phone Number", "Job Title", "Associated Company",
     "Associated Company IDs", "Company Domain Name", "Contact owner", "Lifecycle Stage"),
    ("101", "Ray", "Alvarez", "ray@acme.example", "(512) 555-0142", "Principal", "Acme Insurance", "9001", "acme.example",
     "Dana Whitfield", "customer"),
    ("102", "Ann", "Lee", "ann@acme.example", "512-555-0143", "CSR", "Acme Insurance", "9001", "acme.example", "", "lead"),
    ("103", "Joe", "Birch", "joe@birch.example", "", "", "Birch Agency", "9002", "birch.example", "", ""),
)  # fmt: skip


def test_a_hubspot_export_becomes_accounts_and_people(by: Actor, dana: Person) -> None:
    batch = brought_in(HUBSPOT, by=by, kind="contacts")
    assert batch.mapping["system"] == "hubspot"
    assert batch.state == ImportState.DONE
    assert batch.counts == {"create": 3, "is_done": 3}
    acme = Account.objects.get(name="Acme Insurance")
    assert acme.owner == dana
    assert AccountDomain.objects.get(account=acme).domain == "acme.example"
    assert sorted(acme.contacts.values_list("name", "title")) == [("Ann Lee", "CSR"), ("Ray Alvarez", "Principal")]
    assert ContactEmail.objects.get(address="ray@acme.example").primary
    assert set(ExternalId.objects.values_list("system", "kind", "value")) == {
        ("hubspot", "account", "9001"), ("hubspot", "account", "9002"),
        ("hubspot", "contact", "101"), ("hubspot", "contact", "102"), ("hubspot", "contact", "103"),
    }  # fmt: skip


def test_what_a_record_owes_is_written_with_it(by: Actor) -> None:
    batch = brought_in(HUBSPOT, by=by, kind="contacts")
    account = Account.objects.get(name="Birch Agency")
    contact = Contact.objects.get(name="Joe Birch")
    assert AccountFacts.objects.filter(account=account).exists()
    assert TimelineEntry.objects.get(root_id=account.pk, kind="directory.account_created").text == "From a.csv"
    for kind, pk in (("directory.account", account.pk), ("directory.contact", contact.pk)):
        log = Log.objects.get(action="directory.bring_in", result_kind=kind, result_id=pk)
        assert (log.cause_id, log.person_id, log.via) == (batch.log_id, by.person_id, "import")
        assert Change.objects.filter(kind=kind, object_id=pk, topic=kind).exists()
    for name, number in (("Account", 2), ("Contact", 3), ("ContactEmail", 3), ("ContactPhone", 2)):
        events = apps.get_model("directory", f"{name}Event")._default_manager.all()
        assert [(each.pgh_label, each.pgh_context["action"]) for each in events] == [
            ("insert", "directory.bring_in")
        ] * number
        assert {each.pgh_obj_id for each in events} == {each.id for each in events}
    differences = [found for check in register.check if check.name.startswith("directory.") for found in check.run()]
    assert differences == []


def test_the_same_file_twice_changes_nothing(by: Actor) -> None:
    brought_in(HUBSPOT, by=by, kind="contacts")
    versions = dict(Account.objects.values_list("pk", "version"))
    again = read(HUBSPOT, by=by, kind="contacts")
    assert [verdict for _position, verdict, _code in verdicts(again)] == ["same", "same", "same"]
    assert dict(Account.objects.values_list("pk", "version")) == versions


def test_an_undone_import_leaves_nothing_and_can_be_brought_in_again(by: Actor) -> None:
    batch = brought_in(HUBSPOT, by=by, kind="contacts")
    batch = undone(batch, by=by)
    assert batch.state == ImportState.UNDONE
    assert not Account.objects.exists()
    assert not Contact.objects.exists()
    assert not ExternalId.objects.exists()
    again = brought_in(HUBSPOT, by=by, kind="contacts")
    assert again.counts == {"create": 3, "is_done": 3}


def test_what_somebody_changed_since_stays_and_is_named(by: Actor) -> None:
    from callboard.directory.actions import change_account

    batch = brought_in(HUBSPOT, by=by, kind="contacts")
    change_account(Account.objects.get(name="Birch Agency"), by=by, city="Bend")
    batch = undone(batch, by=by)
    assert list(Account.objects.values_list("name", flat=True)) == ["Birch Agency"]
    kept = row(batch, 4)
    assert (kept.outcome, kept.said) == ("kept", "Birch Agency was changed since.")


def test_what_others_built_on_stays_and_says_what_it_is(by: Actor, dana: Person) -> None:
    batch = brought_in(HUBSPOT, by=by, kind="contacts")
    make.task(dana, "Call them", account=Account.objects.get(name="Birch Agency"))
    batch = undone(batch, by=by)
    assert Account.objects.get().name == "Birch Agency"
    assert "task" in row(batch, 4).said


def test_an_update_is_put_back(by: Actor) -> None:
    account = make.account("Acme Insurance", city="Waco", domain="acme.example", phone="+15125550100")
    rows = [("Company name", "City", "Phone", "Domain"), ("Acme Insurance", "Waco", "512-555-0199", "acme.example")]
    batch = brought_in(rows, by=by)
    account.refresh_from_db()
    assert account.phone == "+15125550199"
    assert row(batch, 2).plan["account"]["changes"] == {"account.phone": ["+15125550100", "+15125550199"]}
    undone(batch, by=by)
    account.refresh_from_db()
    assert account.phone == "+15125550100"


def test_a_person_we_know_gets_what_is_new_and_keeps_the_rest(by: Actor, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", title="Owner")
    rows = [("Email", "Mobile", "Title"), ("ray@hargrove.example", "903-555-0177", "")]
    batch = brought_in(rows, by=by, kind="contacts")
    ray.refresh_from_db()
    assert ray.title == "Owner"
    assert list(ray.phones.values_list("e164", "kind")) == [("+19035550177", "mobile")]
    undone(batch, by=by)
    assert not ray.phones.exists()


def test_a_chunk_that_dies_is_done_once_and_whole(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The transaction is cut after the records and before the rows: nothing of the chunk is there, and the next try does it."""
    from callboard.directory.actions import start_import
    from callboard.directory.actions.importing import chunks

    batch = read(HUBSPOT, by=by, kind="contacts")
    start_import(batch, by=by)

    def die(rows: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(chunks, "store", die)
        chunks.work_chunk(batch.pk)
    assert not Account.objects.exists()
    worked(batch)
    assert Account.objects.count() == 2
    assert Contact.objects.count() == 3


def test_a_mail_address_somebody_got_meanwhile_makes_the_row_a_question(by: Actor, hargrove: Account) -> None:
    batch = read(HUBSPOT, by=by, kind="contacts")
    make.contact(hargrove, "Raymond", email="ray@acme.example")
    batch = started(batch, by=by)
    asked = row(batch, 2)
    assert (asked.verdict, asked.code) == ("ask", "meanwhile")
    assert "Raymond" in asked.said
    assert row(batch, 3).code == "waits_row"
    assert Import.objects.get(pk=batch.pk).counts["is_done"] == 1


def test_fields_of_the_companys_own_are_brought_in_changed_and_put_back(by: Actor) -> None:
    create_field(
        by=Actor.clock("test"),
        noun=Noun.ACCOUNT,
        name="appetite",
        label="Appetite",
        kind=FieldKind.CHOICE,
        options=Text("Trucks\nFarms"),
    )
    account = make.account("Acme", city="Waco", domain="acme.example", custom={"appetite": "Trucks"})
    rows = [
        ("Agency", "City", "Domain", "Appetite", "DBA"),
        ("Acme", "Waco", "acme.example", "farms", ""),
        ("Birch", "Bend", "birch.example", "Trucks", "Birch & Co"),
        ("Cedar", "Bend", "cedar.example", "Ships", ""),
    ]
    batch = brought_in(rows, by=by)
    account.refresh_from_db()
    birch = Account.objects.get(name="Birch")
    assert (account.custom, birch.custom, birch.trade_name) == (
        {"appetite": "Farms"},
        {"appetite": "Trucks"},
        "Birch & Co",
    )
    assert "“Ships” is not in its list" in row(batch, 4).plan["left"]["account.custom.appetite"]
    assert Account.objects.get(name="Cedar").custom == {}
    undone(batch, by=by)
    account.refresh_from_db()
    assert account.custom == {"appetite": "Trucks"}


def test_a_day_of_an_own_field_is_read_as_hubspot_writes_it(by: Actor) -> None:
    create_field(by=Actor.clock("pack"), noun=Noun.ACCOUNT, label="Customer since", kind=FieldKind.DATE)
    heads, days = ["Company name", "Customer since"], ("2024-08-21 14:05", "08/21/2024", "Aug 21, 2024")
    batch = brought_in([heads, *([f"Agency {place}", day] for place, day in enumerate(days))], by=by)
    assert {row.verdict for row in batch.rows.all()} == {"create"}
    kept = {value for custom in Account.objects.values_list("custom", flat=True) for value in custom.values()}
    assert kept == {"2024-08-21"}


def test_a_cell_of_an_own_field_is_named_once(by: Actor) -> None:
    create_field(by=Actor.clock("pack"), noun=Noun.ACCOUNT, label="Producers", kind=FieldKind.NUMBER)
    batch = read([["Company name", "Producers"], ["Agency", "many"]], by=by)
    assert str(row(batch, 2).plan).count("Producers") == 1
