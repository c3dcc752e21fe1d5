"""What copies a person: merges, imports and their files, file names, tags, runs. And what comes after an erasure."""

import os
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.core.actions import Actor, Refused
from callboard.core.files import path_of
from callboard.core.runs.actions import prepare_run
from callboard.directory.actions import (
    add_email,
    add_phone,
    change_contact,
    erase_contact,
    map_import,
    merge_contacts,
    start_import,
    undo_import,
    undo_merge,
)
from callboard.directory.models import Account, Contact, Import, Merge
from callboard.journal.actions import attach_file, log_interaction, write_note
from callboard.team.models import Person
from tests import make
from tests.at_once import one_waits
from tests.directory.importing.sending import brought_in, read, sent, worked
from tests.directory.test_erasing import where_it_stands

NAME, MAIL, NUMBER = "Zebulon Quartermain", "zeb@hargrove.example", "+19035550111"
HEADS = ["Company", "Name", "Email", "Job title"]
HARGROVE = "Hargrove Insurance Agency"


def erased(contact: Contact, admin: Actor) -> None:
    erase_contact(Contact.objects.get(pk=contact.pk), by=admin, reason="letter")


@pytest.fixture
def zeb(hargrove: Account) -> Contact:
    return make.contact(hargrove, NAME, email=MAIL)


@pytest.mark.parametrize("by_the_gone_one", [False, True])
def test_a_merged_record_goes_with_the_one_it_went_into(
    by: Actor, hargrove: Account, zeb: Contact, admin: Actor, by_the_gone_one: bool
) -> None:
    other = make.contact(hargrove, "Zeb Quart Q.", email="second@hargrove.example", phone=NUMBER, note="Has a boat")
    change_contact(other, by=by, title="Captain of the Ethelred")
    merge = merge_contacts(by=by, keep=zeb, gone=other, take="title")
    make.indexed()
    erased(other if by_the_gone_one else zeb, admin)
    texts = ("quart", "has a boat", "ethelred", MAIL, "second@", "9035550111")
    assert where_it_stands(*texts) == {}
    with pytest.raises(Refused, match="erased"):
        undo_merge(merge, by=by)
    assert Merge.objects.count() == 1


def test_names_of_files_tags_and_runs_go(
    by: Actor, dana: Person, hargrove: Account, zeb: Contact, admin: Actor
) -> None:
    note = make.interaction(hargrove, dana, text="x", contact=zeb)
    attach_file(note, by=by, file=SimpleUploadedFile(f"{NAME} passport.pdf", b"%PDF-1.4 x"))
    Account.objects.filter(pk=hargrove.pk).update(tags=["zebulon quartermain", "other"], custom={"who": f"Ask {NAME}"})
    prepare_run(by=by, verb="directory.mark_left", source="contacts", ids=str(zeb.pk)).targets.update(name=NAME)
    erased(zeb, admin)
    assert where_it_stands("quartermain") == {}
    hargrove.refresh_from_db()
    assert hargrove.tags == ["[erased]", "other"]


def test_imports_lose_the_rows_and_the_file(
    by: Actor, hargrove: Account, admin: Actor, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    rows = [
        HEADS,
        [HARGROVE, NAME, MAIL, "X"],
        [HARGROVE, NAME, "zeb at hargrove", "Y"],
        [HARGROVE, "Ada Other", "no", "Z"],
        [HARGROVE, "Cy Good", "cy@hargrove.example", "Z"],
    ]
    batch = brought_in(rows, by=by, kind="contacts")
    kept = brought_in([HEADS, [HARGROVE, "Joan Zebulon", "joan@hargrove.example", "X"]], by=by, kind="contacts")
    make.indexed()
    for each in (batch, kept):
        os.utime(path_of(each.sha), (0, 0))
    with django_capture_on_commit_callbacks(execute=True):
        erased(Contact.objects.get(name=NAME), admin)
    assert where_it_stands("quartermain", MAIL, "zeb at") == {}
    assert not path_of(batch.sha).exists()
    assert path_of(kept.sha).exists(), "a file that names somebody else stays"
    batch.refresh_from_db()
    assert (batch.sha, batch.counts) == ("", {"leave": 2, "is_kept": 1, "refuse": 1, "create": 1, "is_done": 1})
    assert [row.said for row in batch.rows.order_by("position")][:2] == ["Erased", "Erased"]
    assert "Ada Other" in str(batch.rows.get(verdict="refuse").values)
    client.force_login(by.person)
    page = client.get(f"/imports/{batch.pk}/").text
    assert "Somebody in this file was erased" in page
    assert "errors.xlsx" not in page
    assert client.get(f"/imports/{batch.pk}/errors.xlsx").status_code == 409
    undo_import(batch, by=by)
    worked(batch)
    assert Contact.objects.filter(name="[erased]").count() == 1
    assert not Contact.objects.filter(name="Cy Good").exists()


def test_a_file_not_yet_read_goes_and_says_why(by: Actor, zeb: Contact, admin: Actor) -> None:
    batch = sent([HEADS, [HARGROVE, NAME, "", ""]], by=by, kind="contacts")
    erased(zeb, admin)
    batch.refresh_from_db()
    assert (batch.state, batch.sha, batch.sample) == ("failed", "", [["", "", "", ""]])
    with pytest.raises(Refused, match="erased"):
        map_import(batch, by=by, mapping="{}")


def test_an_import_planned_before_writes_nothing_to_them(
    by: Actor, hargrove: Account, zeb: Contact, admin: Actor
) -> None:
    heads = [*HEADS, "Mobile phone"]
    rows = [
        [HARGROVE, NAME, MAIL, "Boat captain", "+1 903 555 0177"],
        [HARGROVE, "Ada Other", "ada@hargrove.example", "Y", ""],
    ]
    batch = read([heads, *rows], by=by, kind="contacts")
    erased(zeb, admin)
    start_import(batch, by=by)
    worked(batch)
    zeb.refresh_from_db()
    assert (zeb.name, zeb.title, zeb.phones.count(), zeb.emails.count()) == ("[erased]", "", 0, 0)
    assert Contact.objects.get(name="Ada Other").account == hargrove
    assert Import.objects.get().rows.get(said="Erased").values == {"account.name": HARGROVE}


def test_no_verb_does_anything_to_or_with_an_erased_person(
    by: Actor, hargrove: Account, zeb: Contact, admin: Actor
) -> None:
    before = Contact.objects.get(pk=zeb.pk)
    erased(zeb, admin)
    for verb in (
        lambda: add_email(before, by=by, address="new@zeb.example"),
        lambda: add_phone(before, by=by, number=NUMBER),
        lambda: change_contact(before, by=by, title="Captain"),
        lambda: write_note(hargrove, by=by, text="Spoke to them", contact=before),
        lambda: log_interaction(by=by, kind="call", accounts=[hargrove], text="Two of them", others=[before]),
    ):
        with pytest.raises(Refused, match="erased"):
            verb()


@pytest.mark.django_db(transaction=True)
def test_who_adds_an_address_at_the_same_moment_is_told(by: Actor, admin: Actor, ray: Contact) -> None:
    raised = one_waits(
        lambda: erased(ray, admin),
        lambda: add_email(Contact.objects.get(pk=ray.pk), by=by, address="new@ray.example"),
    )
    assert isinstance(raised[1], Refused)
    assert not ray.emails.exists()
