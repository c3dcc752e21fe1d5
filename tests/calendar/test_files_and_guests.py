"""Guests of an event that a file brought: whom the file names come and go with it, whom we asked stay; and what its page names."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Answer, Calendar, Event, EventFile
from callboard.core.access import may_see
from callboard.core.actions import Actor, Refused
from callboard.directory.models import Contact
from callboard.kit.pages import load_pages
from tests import make

pytestmark = pytest.mark.django_db
load_pages()
BOB = "ATTENDEE;CN=Bob:mailto:bob@agency.example"


def brought(by: Actor, team: Calendar, *lines: str) -> EventFile:
    start = ["DTSTART:20270309T160000Z", "DTEND:20270309T170000Z"]
    event = ["BEGIN:VEVENT", "UID:file-1", *start, *lines, "END:VEVENT"]
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""])
    read = do.read_event_file(team, by=by, file=SimpleUploadedFile("a.ics", text.encode(), "text/calendar"))
    do.bring_in_events(read, by=by)
    return EventFile.objects.get(pk=read.pk)


def names() -> list[str]:
    return sorted(str(guest) for guest in Event.objects.get().guests.all())


def test_a_newer_file_takes_its_own_guests_out_and_keeps_whom_we_asked(by: Actor, team: Calendar, ann: Contact) -> None:
    brought(by, team, "SUMMARY:One", BOB)
    do.add_guest(Event.objects.get(), by=by, contact=ann)
    assert names() == ["Ann Lee", "Bob"]
    second = brought(by, team, "SUMMARY:Two", "SEQUENCE:1")
    assert names() == ["Ann Lee"]
    do.take_events_back(second, by=by)
    assert (names(), Event.objects.get().title) == (["Ann Lee", "Bob"], "One")


def test_a_file_that_says_nothing_new_says_so_whoever_we_asked_beside(by: Actor, team: Calendar, ann: Contact) -> None:
    brought(by, team, "SUMMARY:One", BOB)
    do.add_guest(Event.objects.get(), by=by, contact=ann)
    with pytest.raises(Refused, match="stands in the calendar already"):
        brought(by, team, "SUMMARY:One", BOB)


@pytest.mark.parametrize("sequences", [("0",), ("0", "1")])
def test_a_file_taken_back_leaves_an_event_whose_guests_are_others_since(
    by: Actor, team: Calendar, ann: Contact, sequences: tuple[str, ...]
) -> None:
    for number in sequences:
        file = brought(by, team, f"SUMMARY:Version {number}", f"SEQUENCE:{number}")
    do.add_guest(Event.objects.get(), by=by, contact=ann)
    do.take_events_back(file, by=by)
    event = Event.objects.standing().get()
    assert (names(), event.title) == (["Ann Lee"], f"Version {sequences[-1]}")
    assert by.said[-1] == "1 stays as somebody changed it since."


def test_a_file_taken_back_leaves_what_its_guests_answered(by: Actor, team: Calendar) -> None:
    file = brought(by, team, "SUMMARY:One", BOB)
    event = Event.objects.get()
    do.note_answer(event, by=by, guest=event.guests.get(), answer=Answer.ACCEPTED)
    do.take_events_back(file, by=by)
    assert Event.objects.standing().get().guests.get().answer == Answer.ACCEPTED


@pytest.mark.parametrize("more", [(), ("DTSTART:soon",)])
def test_the_page_of_a_file_names_no_private_event(by: Actor, team: Calendar, more: tuple[str, ...]) -> None:
    """Neither one that was brought in nor one that could not be read."""
    secret = "\r\n".join(
        ["BEGIN:VEVENT", "UID:oncologist-1", "CLASS:PRIVATE", "SUMMARY:Oncologist", *(more or ("DTSTART:20270309T160000Z",)), "END:VEVENT"]
    )  # fmt: skip
    open_one = "\r\n".join(["BEGIN:VEVENT", "UID:o-1", "SUMMARY:Congress", "DTSTART:20270309T160000Z", "END:VEVENT"])
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", secret, open_one, "END:VCALENDAR", ""])
    read = do.read_event_file(team, by=by, file=SimpleUploadedFile("a.ics", text.encode(), "text/calendar"))
    do.bring_in_events(read, by=by)
    client = Client()
    client.force_login(make.person("Lee", roles=("account_executive",)))
    page = client.get(f"/calendar-files/{read.pk}/").content.decode()
    assert "Congress" in page and "Private" in page
    assert "ncologist" not in page
    assert "ncologist" not in str(EventFile.objects.get().rows)


def test_a_colleague_who_is_asked_sees_it_after_a_newer_file_too(by: Actor) -> None:
    lee = make.person("Lee", roles=("sales_support",))
    own = do.create_event(by=by, title="Mine", starts_on=make.NOW.date()).calendar
    brought(by, own, "SUMMARY:One", BOB)
    event = Event.objects.get(uid="file-1")
    do.add_guest(event, by=by, person=lee)
    brought(by, own, "SUMMARY:Two", BOB, "SEQUENCE:1")
    event.refresh_from_db()
    assert event.title == "Two" and may_see(make.actor(lee), event)
