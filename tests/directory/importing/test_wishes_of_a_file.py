"""Who had asked the other system for no sales is not written to by ours, whatever becomes of the row."""

import pytest

from callboard.core.actions import Actor, Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.directory.actions import start_import, stop_contacting
from callboard.directory.models import Account, Contact, Medium, Purpose, Scope, Suppression
from callboard.directory.queries import Denied, may_contact
from tests import make
from tests.directory.importing.sending import brought_in, read, started, undone

HUBSPOT = [
    "Record ID",
    "First Name",
    "Last Name",
    "Email",
    "Company name",
    "Unsubscribed from all email",
    "Contact owner",
]


@pytest.mark.django_db
def test_a_box_ticked_in_hubspot_is_a_wish_and_stays_when_the_import_is_taken_back(by: Actor) -> None:
    rows = [
        HUBSPOT,
        ["1", "Ann", "Lee", "ann@one.example", "One Agency", "true", ""],
        ["2", "Bob", "Ray", "bob@one.example", "One Agency", "false", ""],
        ["3", "Cy", "Fox", "cy@two.example", "Two Agency", "TRUE", "Nobody Of Ours"],
    ]
    batch = brought_in(rows, by=by, kind="contacts")
    ann = Contact.objects.get(name="Ann Lee")
    asked = {"medium": Medium.MAIL, "purpose": Purpose.SALES, "by": by, "now": make.NOW}
    assert isinstance(may_contact("ann@one.example", contact=ann, **asked), Denied)
    assert not isinstance(may_contact("bob@one.example", **asked), Denied)
    assert Suppression.objects.count() == 2, "of the refused row too"
    assert {*Suppression.objects.values_list("scope", flat=True)} == {Scope.MARKETING}
    undone(batch, by=by)
    assert Suppression.objects.count() == 2


@pytest.mark.django_db
def test_the_wish_of_somebody_we_know_is_kept_though_nothing_else_changes(by: Actor, hargrove: Account) -> None:
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    rows = [
        ["Name", "Email", "Phone", "Do not call", "Opt out"],
        ["Ray Hargrove", "ray@hargrove.example", "903-555-0142", "x", ""],
    ]
    batch = read(rows, by=by, kind="contacts")
    stop_contacting(Contact.objects.get(), by=by)
    slip = Log.objects.latest("at")
    started(batch, by=by)
    undo(slip, by=by)
    assert Suppression.objects.count() == 1, "what the file says is not taken back with a slip of ours"
    batch.refresh_from_db()
    with pytest.raises(Refused):
        start_import(batch, by=by)


@pytest.mark.django_db
def test_what_is_neither_yes_nor_no_is_said(by: Actor) -> None:
    batch = read([["Name", "Email", "Opt out"], ["Ann Lee", "ann@one.example", "maybe"]], by=by, kind="contacts")
    (row,) = batch.rows.all()
    assert (row.verdict, row.code) == ("refuse", "bad_cells")
    assert "neither yes nor no" in str(row.args if hasattr(row, "args") else row.plan)
