"""Guests asked, answering, told of changes; and we are asked, answer, are told: by real mail, in and out."""

from datetime import date, timedelta

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Answer, Event
from callboard.channels.jobs import send_queued
from callboard.channels.models import Message
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, Notice
from callboard.core.undo import undo
from callboard.directory.actions import suppress_address
from callboard.directory.models import Contact, Scope
from callboard.intake.models import QueueItem
from callboard.kit.pages import load_pages
from callboard.team.models import Person
from tests import make
from tests.calendar.mailing import ANN, TEN, asked, calendar_of, deliver, request
from tests.channels.post import Post

pytestmark = pytest.mark.django_db
load_pages()


@pytest.fixture
def event(by: Actor) -> Event:
    calendar = do.create_calendar(by=by, name="Team", zone="America/Chicago")
    return do.create_event(
        by=by,
        calendar=calendar,
        title="Demo",
        starts_on=date(2027, 3, 9),
        starts="10",
        text="Discount up to 20 %, say nothing",
    )


def test_a_guest_gets_the_event_for_their_calendar(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    guest = asked(event, by, ann, text="Bring your numbers.")
    mail = post.last()
    assert (mail["To"], mail["Subject"], mail["From"].addresses[0].addr_spec) == (
        ANN,
        "Invitation: Demo",
        "desk@ours.example",
    )
    method, found = calendar_of(mail)
    (said,) = found.events
    assert (method, found.method) == ("REQUEST", "REQUEST")
    assert (said.summary, said.starts, said.zone, said.organizer) == (
        "Demo", TEN, "America/Chicago", "desk@ours.example"
    )  # fmt: skip
    assert [each.address for each in said.guests] == [ANN]
    words = mail.get_body(("plain",)).get_content()
    assert "Tuesday, March 9, 2027, 10:00 AM to 11:00 AM (America/Chicago)" in words and "Bring your numbers." in words
    assert "Discount" not in str(mail) and "Discount" not in said.text
    assert (guest.told_at is not None, guest.answer) == (True, "needs-action")
    with pytest.raises(Refused, match="knows the event"):
        do.send_invitations(event, by=by)


def test_their_answer_is_noted_and_is_no_work(post: Post, by: Actor, dana: Person, event: Event, ann: Contact) -> None:
    guest = asked(event, by, ann)
    said = f"Ann Lee has accepted this invitation: {event.title}"
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANN}", uid=event.uid, text=said)
    guest.refresh_from_db()
    assert guest.answer == Answer.ACCEPTED and guest.answered_at is not None
    assert not QueueItem.objects.exists()
    assert Notice.objects.get(person=dana).subject == "Demo: Ann Lee: Comes"


def test_what_they_write_beside_their_answer_is_work(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    guest = asked(event, by, ann)
    deliver(
        post, "REPLY", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ANN}", uid=event.uid, text="Can we do Thursday instead? Ann"
    )
    guest.refresh_from_db()
    assert guest.answer == Answer.DECLINED
    assert QueueItem.objects.count() == 1


GOOGLE = """Ann Lee has accepted this invitation.

Demo
Tuesday Mar 9, 2027 10am - 11am
Central Time - Chicago

Invitation from Google Calendar: https://calendar.google.com/calendar/
"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ann Lee has accepted this invitation: Demo", Message.Kind.CALENDAR),
        ("ann@agency.example has tentatively accepted this invitation.", Message.Kind.CALENDAR),
        ("Accepted: Demo", Message.Kind.CALENDAR),
        (GOOGLE, Message.Kind.CALENDAR),
        (GOOGLE.replace("invitation.", 'invitation with this note: "Call me first"'), Message.Kind.MESSAGE),
        ("No more Demo please. We cancel our contract by the end of the month.", Message.Kind.MESSAGE),
        ("Ann Lee has accepted this invitation: Demo\nWe cancel our contract.", Message.Kind.MESSAGE),
        ("Demo", Message.Kind.MESSAGE),
    ],
)
def test_words_of_a_guest_are_work_whatever_they_name(
    post: Post, by: Actor, event: Event, ann: Contact, words: str, kind: str
) -> None:
    guest = asked(event, by, ann)
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANN}", uid=event.uid, text=words)
    guest.refresh_from_db()
    assert guest.answer == Answer.ACCEPTED
    assert Message.objects.get(direction="in").kind == kind
    assert QueueItem.objects.count() == (kind == Message.Kind.MESSAGE)


def test_no_title_hides_no_words(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    asked(event, by, ann)
    Event.objects.update(title="")
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ANN}", uid=event.uid, text="We cancel our contract.")
    assert QueueItem.objects.count() == 1


def test_the_answer_to_one_time_alone_is_noted(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    series = do.create_event(by=by, title="Sweep", starts_on=TEN.date(), starts="9", repeats="weekly", times=4)  # type: ignore[arg-type]
    one = do.change_one(series, by=by, key="2027-03-16T09:00:00", starts="11", ends="12")
    guest = asked(one, by, ann)
    said = calendar_of(post.last())[1].events[0]
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANN}", uid=said.uid)
    guest.refresh_from_db()
    assert guest.answer == Answer.ACCEPTED
    assert Notice.objects.get(person=dana).text == ""


def test_a_guest_of_the_series_answers_for_one_day(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    series = do.create_event(by=by, title="Sweep", starts_on=TEN.date(), starts="9", repeats="weekly", times=4)  # type: ignore[arg-type]
    guest = asked(series, by, ann)
    day = ("DTSTART:20270316T140000Z", "RECURRENCE-ID:20270316T140000Z")
    deliver(post, "REPLY", *day, f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ANN}", uid=series.uid)
    guest.refresh_from_db()
    assert guest.answer == Answer.NEEDS_ACTION
    assert Notice.objects.get(person=dana).text == "For 2027-03-16 alone."


def test_nobody_answers_for_another(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    guest = asked(event, by, ann)
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANN}", uid=event.uid, sender="bob@elsewhere.example")
    guest.refresh_from_db()
    assert guest.answer == Answer.NEEDS_ACTION
    assert QueueItem.objects.count() == 1


def test_a_moved_event_is_sent_again_to_those_who_had_it(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    guest = asked(event, by, ann)
    do.hand_over_event(event, by=by, to=make.person("Lee Park"))
    with pytest.raises(Refused):  # nothing they have in their calendar is another
        do.send_invitations(event, by=by)
    do.move_event(event, by=by, starts_on=date(2027, 3, 10))
    do.send_invitations(event, by=by)
    send_queued.func()
    mail = post.last()
    _method, found = calendar_of(mail)
    assert (mail["Subject"], found.events[0].sequence, found.events[0].starts) == (
        "Changed: Demo",
        1,
        TEN + timedelta(days=1),
    )
    do.call_off(event, by=by)
    send_queued.func()
    method, found = calendar_of(post.last())
    guest.refresh_from_db()
    assert (method, found.events[0].sequence, guest.told) == ("CANCEL", 2, "")


def test_whom_we_may_not_write_to_is_left_out_and_named(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    guest = do.add_guest(event, by=by, contact=ann)
    other = do.add_guest(event, by=by, address="carol@agency.example")
    suppress_address(by=by, address=ANN, scope=Scope.ALL)
    do.send_invitations(event, by=by)
    for each in (guest, other):
        each.refresh_from_db()
    assert (bool(other.told), bool(guest.told)) == (True, False)
    assert by.said[0].startswith("Not told: Ann Lee: ")
    with pytest.raises(Refused):  # nobody is left whom we may tell
        do.send_invitations(event, by=by)


def test_guests_are_added_and_taken_out(by: Actor, event: Event, ann: Contact) -> None:
    lee = make.person("Lee Park")
    do.add_guest(event, by=by, address=lee.email.upper())
    assert event.guests.get().person == lee
    assert Notice.objects.get(person=lee).subject == "You are asked to come: Demo"
    with pytest.raises(Refused, match="asked already"):
        do.add_guest(event, by=by, person=lee)
    with pytest.raises(Invalid, match="one of them"):
        do.add_guest(event, by=by)
    with pytest.raises(Invalid, match="no mail address"):
        do.add_guest(event, by=by, address="nobody at home")
    undo(Log.objects.filter(action="calendar.add_guest").latest("at"), by=by)
    assert not event.guests.exists()
    undo(Log.objects.filter(action="calendar.remove_guest").latest("at"), by=by)
    assert event.guests.get().person == lee
    guest = do.add_guest(event, by=by, contact=ann)
    do.note_answer(event, by=by, guest=guest, answer=Answer.ACCEPTED)
    undo(Log.objects.filter(action="calendar.note_answer").latest("at"), by=by)
    guest.refresh_from_db()
    assert guest.answer == Answer.NEEDS_ACTION


def test_the_event_shows_who_comes_and_who_does_not_know(
    client: Client, post: Post, by: Actor, dana: Person, event: Event, ann: Contact
) -> None:
    client.force_login(dana)
    asked(event, by, ann)
    page = client.get(f"/events/{event.pk}/").content.decode()
    assert "Ann Lee" in page and "not asked yet" not in page
    for answer in Answer:
        do.note_answer(event, by=by, guest=event.guests.get(), answer=answer)
        assert str(answer.label) in client.get(f"/events/{event.pk}/").content.decode()
    do.move_event(Event.objects.get(pk=event.pk), by=by, starts_on=date(2027, 3, 12))
    assert "does not know the change" in client.get(f"/events/{event.pk}/").content.decode()
    invitation = request(post)
    page = client.get(f"/invitations/{invitation.pk}/").content.decode()
    assert "Tuesday, March 9, 2027" in page
    address = f"/invitations/{invitation.pk}/"
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    assert "Accepted" in client.get(address).content.decode()
    assert address in client.get(f"/messages/{invitation.message_id}/").content.decode()
    assert address in client.get(f"/inbox/{QueueItem.objects.get().pk}/").content.decode()


def test_removing_an_event_says_who_has_the_invitation(post: Post, by: Actor, event: Event, ann: Contact) -> None:
    do.add_guest(event, by=by, address="new@else.example")
    asked(event, by, ann)
    by.said.clear()
    Event.objects.get().guests.filter(contact=None).update(told="")
    do.remove_event(Event.objects.get(), by=by)
    assert by.said == ["They have the invitation and are not told: Ann Lee."]


def test_a_rep_sends_no_invitations_for_what_is_not_theirs(post: Post, event: Event, ann: Contact) -> None:
    rep = make.actor(make.person("Lee Park", roles=("account_executive",)))
    with pytest.raises(Forbidden):
        do.add_guest(event, by=rep, contact=ann)
    with pytest.raises(Forbidden):
        do.send_invitations(event, by=rep)


def test_without_a_mailbox_nothing_is_sent(by: Actor, event: Event, ann: Contact) -> None:
    do.add_guest(event, by=by, contact=ann)
    with pytest.raises(Refused, match="No mailbox"):
        do.send_invitations(event, by=by)
    assert not Message.objects.exists()


def test_a_colleague_says_whether_they_come_and_whoever_asked_hears_it(by: Actor, dana: Person, event: Event) -> None:
    lee = make.actor(make.person("Lee Park", roles=("account_executive",)))
    with pytest.raises(Refused, match="not asked"):
        do.answer_event(event, by=lee, answer=Answer.ACCEPTED)
    guest = do.add_guest(event, by=by, person=lee.person)
    do.answer_event(event, by=lee, answer=Answer.ACCEPTED)
    guest.refresh_from_db()
    assert (guest.answer, guest.answered_at is not None) == (Answer.ACCEPTED, True)
    assert Notice.objects.get(person=dana).subject == "Demo: Lee Park: Comes"
    with pytest.raises(Forbidden):
        do.note_answer(event, by=lee, guest=guest, answer=Answer.DECLINED)
    undo(Log.objects.filter(action="calendar.answer_event").latest("at"), by=lee)
    guest.refresh_from_db()
    assert guest.answer == Answer.NEEDS_ACTION
