"""Templates, files, who took part, what is pinned, and notes of leads."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.core import clock, files
from callboard.core.actions import Actor, Forbidden, Invalid, Text
from callboard.core.models import Log, TimelineEntry
from callboard.core.registry import register
from callboard.directory.models import Account, AccountFacts, Contact
from callboard.journal.actions import (
    attach_file,
    change_interaction,
    change_note_template,
    create_note_template,
    log_interaction,
    pin_note,
    remove_file,
    remove_note_template,
    share_note_template,
    unpin_note,
    unshare_note_template,
    write_note,
)
from callboard.journal.models import Interaction, InteractionFile, Kind, NoteTemplate, Outcome
from callboard.journal.queries import templates_for
from callboard.pipeline.actions import convert_lead, note_lead
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make

LEFT_WORD = Text("Left word for {name} at {account} about the contract renewal. {me}")


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def template(by: Actor, **fields: Any) -> NoteTemplate:
    given = {"name": "Left word", "shortcut": ";LVM", "text": LEFT_WORD, "outcome": Outcome.VOICEMAIL, "next_days": 3}
    return create_note_template(by=by, **{**given, **fields})


def offered(page: str) -> dict[str, Any]:
    found = re.search(r'data-templates="([^"]*)"', page)
    return json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'")) if found else {}


# Templates


def test_a_template_is_its_writers_until_it_is_given_to_everybody(by: Actor) -> None:
    made, other = template(by), make.actor(make.person())
    assert made.shortcut == "lvm"
    assert [list(templates_for(who)) for who in (by, other)] == [[made], []]
    share_note_template(made, by=make.actor(make.person(roles=("sales_manager",))))
    assert list(templates_for(other)) == [made]
    unshare_note_template(made, by=by)
    assert list(templates_for(other)) == []


def test_only_who_may_gives_a_template_to_everybody(hargrove: Account) -> None:
    seller = make.actor(make.person(roles=("account_executive",)))
    made = template(seller)
    with pytest.raises(Forbidden):
        share_note_template(made, by=seller)
    with pytest.raises(Forbidden):
        remove_note_template(template(make.actor(make.person())), by=seller)


def test_a_shortcut_is_good_and_free_and_a_template_says_something(by: Actor) -> None:
    template(by)
    for fields, wrong in (
        ({}, {"shortcut"}),
        ({"shortcut": "left word"}, {"shortcut"}),
        ({"shortcut": "x", "text": Text(" "), "outcome": None}, {"text"}),
        ({"shortcut": "y", "name": " ", "next_days": 999}, {"name", "next_days"}),
    ):
        with pytest.raises(Invalid) as stopped:
            template(by, **fields)
        assert set(stopped.value.errors) == wrong
    assert NoteTemplate.objects.count() == 1


def test_the_box_knows_ones_own_template_before_everybodys_of_the_same_shortcut(
    web: Client, by: Actor, hargrove: Account, ray: Contact
) -> None:
    common = template(make.actor(make.person()), text=Text("Theirs."))
    share_note_template(common, by=by)
    mine = template(by)
    found = offered(web.get(hargrove.get_absolute_url()).content.decode())["lvm"]
    assert (
        found["text"] == "Left word for {name} at Hargrove Insurance Agency about the contract renewal. Dana Whitfield"
    )
    assert (found["outcome"], bool(found["on"])) == ("voicemail", True)
    change_note_template(mine, by=by, text=Text("Mine now."))
    remove_note_template(mine, by=by)
    assert offered(web.get(hargrove.get_absolute_url()).content.decode())["lvm"]["text"] == "Theirs."


def test_the_places_of_a_template_are_filled_in_and_never_kept_open(by: Actor, hargrove: Account, ray: Contact) -> None:
    step = "Call {name} again"
    made = write_note(hargrove, by=by, text=LEFT_WORD, contact=ray, next_step=step, outcome=Outcome.VOICEMAIL)
    assert made.text == "Left word for Ray at Hargrove Insurance Agency about the contract renewal. Dana Whitfield"
    assert made.next_step == Task.objects.get().title == "Call Ray again"
    with pytest.raises(Invalid) as error:
        write_note(hargrove, by=by, text=LEFT_WORD, next_step=step, outcome=Outcome.VOICEMAIL)
    assert set(error.value.errors) == {"text", "next_step"}
    assert "“{name}” is still open" in error.value.errors["text"]
    assert Interaction.objects.count() == 1
    assert change_interaction(made, by=by, text=Text("{name} called back.")).text == "Ray called back."
    plain = write_note(hargrove, by=by, text=Text("Their form has {fields} of its own."))
    with pytest.raises(Invalid):
        change_interaction(plain, by=by, next_step=step)


def test_a_lead_is_named_where_a_template_names_somebody(by: Actor) -> None:
    lead = make.lead("Hector Ruiz", by=by, owner=by.person, company="Ruiz Insurance")
    made = note_lead(lead, by=by, text=LEFT_WORD)
    assert made.text.startswith("Left word for Hector at Ruiz Insurance about")


def test_a_template_has_only_places_that_are_filled_in(by: Actor) -> None:
    with pytest.raises(Invalid) as error:
        template(by, text=Text("Left word for {nmae}."))
    assert "“{nmae}” is filled in by nothing" in error.value.errors["text"]


def test_removing_a_template_can_be_undone(by: Actor) -> None:
    made = template(by)
    remove_note_template(made, by=by)
    remove_note_template.undo_of(Log.objects.get(action="journal.remove_note_template"), by=by)
    assert list(templates_for(by)) == [made]


# Files


def test_a_file_comes_with_a_note_and_is_downloaded_by_who_sees_the_note(
    web: Client, by: Actor, hargrove: Account
) -> None:
    photo = SimpleUploadedFile("board.jpg", b"a photo")
    made = log_interaction(by=by, kind=Kind.VISIT, accounts=[hargrove], text=Text("Whiteboard."), file=photo)
    kept = InteractionFile.objects.get()
    assert (kept.interaction, kept.name, kept.size, files.load(kept.sha)) == (made, "board.jpg", 7, b"a photo")
    page = web.get(made.get_absolute_url()).content.decode()
    assert f"/note-files/{kept.pk}/" in page
    answer = web.get(f"/note-files/{kept.pk}/")
    assert (b"".join(answer.streaming_content), answer["Content-Type"]) == (b"a photo", "application/octet-stream")  # type: ignore[attr-defined]
    assert "sandbox" in answer["Content-Security-Policy"]
    nobody = Client()
    nobody.force_login(make.person(roles=()))
    assert nobody.get(f"/note-files/{kept.pk}/").status_code in (403, 404)


def test_a_file_is_taken_off_and_put_back(web: Client, by: Actor, hargrove: Account) -> None:
    kept = attach_file(make.interaction(hargrove, by.person), by=by, file=SimpleUploadedFile("a.txt", b"x"))
    remove_file(kept, by=by)
    assert web.get(f"/note-files/{kept.pk}/").status_code == 404
    remove_file.undo_of(Log.objects.get(action="journal.remove_file"), by=by)
    back = web.get(f"/note-files/{kept.pk}/")
    assert b"".join(back.streaming_content) == b"x"  # type: ignore[attr-defined]


def test_an_empty_file_is_refused_and_nothing_is_written(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid):
        log_interaction(by=by, kind=Kind.NOTE, accounts=[hargrove], text=Text("x"), file=SimpleUploadedFile("a", b""))
    assert not Interaction.objects.exists()


# Who took part


def test_people_of_ours_and_theirs_take_part(web: Client, by: Actor, hargrove: Account, ray: Contact) -> None:
    lupe, marcus = make.contact(hargrove, "Lupe Ortiz"), make.person("Marcus Reyes")
    made = log_interaction(
        by=by, kind=Kind.MEETING, accounts=[hargrove], contact=ray, text=Text("Half year."),
        colleagues=[marcus, by.person], others=[lupe, ray],
    )  # fmt: skip
    assert (list(made.colleagues.all()), list(made.others.all())) == ([marcus], [lupe])
    assert "Half year." in web.get(lupe.get_absolute_url()).content.decode()
    page = web.get(made.get_absolute_url()).content.decode()
    assert "Marcus Reyes" in page
    assert "Lupe Ortiz" in page


# Pinned


def test_a_pinned_note_stays_pinned_when_it_is_changed(by: Actor, hargrove: Account) -> None:
    made = make.interaction(hargrove, by.person)
    pin_note(made, by=by)
    assert TimelineEntry.objects.get(ref_kind="journal.interaction").pinned
    change_interaction(made, by=by, text=Text("Never on Mondays."))
    line = TimelineEntry.objects.get(ref_kind="journal.interaction")
    assert (line.pinned, line.text) == (True, "Never on Mondays.")
    assert list(register.check["journal.timeline"].run()) == []
    unpin_note(made, by=by)
    assert not TimelineEntry.objects.get(ref_kind="journal.interaction").pinned


def test_what_a_note_said_before_stands_on_its_page(web: Client, by: Actor, hargrove: Account) -> None:
    made = make.interaction(hargrove, by.person, text="First words.")
    change_interaction(made, by=by, text=Text("Second words."))
    page = web.get(made.get_absolute_url()).content.decode()
    assert "First words." in page
    assert "Second words." in page


# Contacts and leads


def test_a_note_of_a_contacts_page_stands_on_their_account_and_leads_back(
    web: Client, hargrove: Account, ray: Contact
) -> None:
    page = web.get(ray.get_absolute_url()).content.decode()
    url = f"/do/journal.write_note/{hargrove.pk}/?contact={ray.pk}"
    assert f'action="{url}"' in page
    form = {"text": "Likes mornings.", "contact": ray.pk, "next": ray.get_absolute_url(), "nonce": "n1"}
    answer = web.post(url, form)
    assert answer["Location"] == ray.get_absolute_url()
    made = Interaction.objects.get()
    assert (made.contact, list(made.accounts.all())) == (ray, [hargrove])


def test_a_note_on_a_lead_stands_there_and_goes_with_it_to_the_account(web: Client, by: Actor) -> None:
    lead = make.lead("Maria Lopez", by=by, owner=by.person, company="Lopez Agency")
    state = lead.state
    on = clock.business_day(clock.now()) + timedelta(days=3)
    answer = web.post(
        f"/do/pipeline.note_lead/{lead.pk}/",
        {
            "text": "Wants a demo of the rater.",
            "outcome": "interested",
            "next_step": "Book it",
            "next_on": on,
            "nonce": "n",
        },
    )
    assert answer.status_code == 302
    made = Interaction.objects.get()
    lead.refresh_from_db()
    assert (made.about_kind, made.about_id, list(made.accounts.all())) == ("pipeline.lead", lead.pk, [])
    assert (lead.state, lead.first_touch_at) == (state, made.at)
    assert Task.objects.open().get().title == "Book it"
    assert "Wants a demo of the rater." in web.get(lead.get_absolute_url()).content.decode()
    assert web.get("/interactions/").status_code == 200
    assert [each.kind for check in ("accounts", "timeline") for each in register.check[f"journal.{check}"].run()] == []
    convert_lead(lead, by=by)
    lead.refresh_from_db()
    assert lead.account is not None
    assert "Wants a demo of the rater." in web.get(lead.account.get_absolute_url()).content.decode()
    assert AccountFacts.objects.get(account=lead.account).last_conversation_at == made.at


def test_a_note_that_says_nothing_is_refused_on_a_lead_too(by: Actor) -> None:
    with pytest.raises(Invalid):
        note_lead(make.lead(by=by), by=by)
