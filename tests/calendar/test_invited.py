"""We are asked by mail, answer, and are told what becomes of it."""

from datetime import date

import pytest

from callboard.calendar import actions as do
from callboard.calendar.models import Answer, Calendar, Event, EventState, Invitation, Layer
from callboard.channels.jobs import send_queued
from callboard.channels.models import Message
from callboard.core.actions import Actor, Refused
from callboard.core.models import Notice
from callboard.directory.models import Contact
from callboard.intake.models import QueueItem
from callboard.kit.pages import load_pages
from callboard.team.actions import set_setting
from callboard.team.models import Person
from tests import make
from tests.calendar.mailing import ANN, calendar_of, deliver, request
from tests.channels.post import Post

pytestmark = pytest.mark.django_db
load_pages()


def test_we_are_asked_and_answer(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    invitation = request(post, "LOCATION:Austin")
    assert (invitation.title, invitation.organizer, invitation.account) == ("Agents' board", ANN, ann.account)
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    send_queued.func()
    mail = post.last()
    method, found = calendar_of(mail)
    assert (method, mail["To"], found.events[0].uid) == ("REPLY", ANN, "ann-1")
    assert [(each.address, each.answer) for each in found.events[0].guests] == [("desk@ours.example", "accepted")]
    event = Event.objects.get()
    assert (event.calendar.owner, event.calendar.layer, event.place) == (dana, Layer.PERSONAL, "Austin")
    assert event.starts_on == date(2027, 3, 9)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.person, invitation.event) == ("accepted", dana, event)
    do.answer_invitation(invitation, by=by, answer=Answer.DECLINED)
    assert not Event.objects.standing().exists()


def test_what_they_move_moves_here_and_is_answered_again(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    first = request(post)
    do.answer_invitation(first, by=by, answer=Answer.ACCEPTED)
    second = request(post, "SEQUENCE:1", "DTSTART:20270311T160000Z", "DTEND:20270311T170000Z")
    first.refresh_from_db()
    event = Event.objects.get()
    assert (first.state, second.state, second.event) == ("over", "open", event)
    assert (event.starts_on, event.state) == (date(2027, 3, 11), EventState.TENTATIVE)
    assert Notice.objects.filter(person=dana, subject="Agents' board").exists()
    with pytest.raises(Refused, match="newer"):
        do.answer_invitation(first, by=by, answer=Answer.ACCEPTED)
    do.answer_invitation(second, by=by, answer=Answer.ACCEPTED)
    assert Event.objects.get().state == EventState.CONFIRMED
    older = request(post, "SEQUENCE:0", "DTSTART:20270320T160000Z")
    assert older == second
    assert Event.objects.get().starts_on == date(2027, 3, 11)


def test_only_who_organizes_it_calls_it_off(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    invitation = request(post)
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    off = (f"ORGANIZER:mailto:{ANN}", "SUMMARY:Agents' board", "SEQUENCE:1")
    deliver(post, "CANCEL", *off, sender="bob@elsewhere.example", uid="ann-1")
    assert Event.objects.get().state == EventState.CONFIRMED
    deliver(post, "CANCEL", *off, uid="ann-1")
    invitation.refresh_from_db()
    assert (Event.objects.get().state, invitation.state) == (EventState.CANCELLED, "off")
    assert Notice.objects.filter(person=dana, text__contains="called it off").exists()


def test_a_mail_with_a_broken_calendar_is_a_mail(post: Post, ann: Contact) -> None:
    deliver(post, "REQUEST", "DTSTART:soon", uid="broken", text="Here is the invitation")
    assert Message.objects.get().state == Message.State.READ
    assert QueueItem.objects.count() == 1 and not Invitation.objects.exists()


def test_the_calendars_of_the_company_are_not_touched_by_a_strangers_mail(post: Post, by: Actor) -> None:
    calendar = do.create_calendar(by=by, name="Shows", zone="America/Chicago")
    event = do.create_event(by=by, calendar=calendar, title="Congress", starts_on=date(2027, 4, 14))
    deliver(post, "CANCEL", "ORGANIZER:mailto:bob@elsewhere.example", sender="bob@elsewhere.example", uid=event.uid)
    deliver(post, "REQUEST", "ORGANIZER:mailto:bob@elsewhere.example", sender="bob@elsewhere.example", uid=event.uid)
    event.refresh_from_db()
    assert (event.state, event.starts_on, event.calendar) == (EventState.CONFIRMED, date(2027, 4, 14), calendar)
    assert Calendar.objects.count() == 1


OFF = (f"ORGANIZER:mailto:{ANN}", "SUMMARY:Agents' board")
SECOND = ("DTSTART:20270316T160000Z", "DTEND:20270316T170000Z")


def keys(event: Event) -> list[str]:
    return [each.key[:10] for each in event.occurrences.order_by("key")]


@pytest.mark.parametrize("at", ["RECURRENCE-ID:20270316T160000Z", "RECURRENCE-ID;TZID=America/Chicago:20270316T110000"])
def test_one_time_called_off_is_left_out_and_the_others_stand(
    post: Post, by: Actor, dana: Person, ann: Contact, at: str
) -> None:
    invitation = request(post, "RRULE:FREQ=WEEKLY;COUNT=3")
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    deliver(post, "CANCEL", *OFF, *SECOND, "SEQUENCE:1", at, uid="ann-1")
    invitation.refresh_from_db()
    event = Event.objects.get()
    assert (invitation.state, event.state, keys(event)) == ("accepted", "confirmed", ["2027-03-09", "2027-03-23"])
    assert Notice.objects.filter(person=dana, text=f"{ANN} called 2027-03-16 off.").exists()


def test_one_time_called_off_before_we_answer_is_left_out_of_what_we_accept(
    post: Post, by: Actor, ann: Contact
) -> None:
    invitation = request(post, "RRULE:FREQ=WEEKLY;COUNT=3")
    deliver(post, "CANCEL", *OFF, *SECOND, "RECURRENCE-ID:20270316T160000Z", uid="ann-1")
    invitation.refresh_from_db()
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    assert keys(Event.objects.get()) == ["2027-03-09", "2027-03-23"]
    again = request(post, "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:1")
    assert again.pk != invitation.pk and keys(Event.objects.get()) == ["2027-03-09", "2027-03-23"]


def test_a_time_that_was_changed_here_is_called_off_in_its_place(post: Post, by: Actor, ann: Contact) -> None:
    do.answer_invitation(request(post, "RRULE:FREQ=WEEKLY;COUNT=3"), by=by, answer=Answer.ACCEPTED)
    one = do.change_one(Event.objects.get(), by=by, key="2027-03-16T16:00:00", text="Bring the list")
    deliver(post, "CANCEL", *OFF, *SECOND, "SEQUENCE:1", "RECURRENCE-ID:20270316T160000Z", uid="ann-1")
    one.refresh_from_db()
    series = Event.objects.get(series=None)
    assert (one.state, series.state, series.leaves) == ("cancelled", "confirmed", [])


def test_a_forged_mail_calls_nothing_off_answers_nothing_and_asks_nothing(post: Post, by: Actor, ann: Contact) -> None:
    boss = make.actor(make.person("Adm", roles=("administrator",)))
    set_setting(by=boss, name="channels.trusted_servers", value="mx.ours.example")
    do.answer_invitation(request(post), by=by, answer=Answer.ACCEPTED)
    mine = do.create_event(by=by, title="Demo", starts_on=date(2027, 3, 12), starts="10")
    guest = do.add_guest(mine, by=by, contact=ann)
    forged = "mx.ours.example; dmarc=fail header.from=agency.example; spf=fail smtp.mailfrom=evil.example"
    deliver(post, "CANCEL", *OFF, "SEQUENCE:1", uid="ann-1", vouched=forged)
    deliver(post, "REPLY", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ANN}", uid=mine.uid, vouched=forged)
    deliver(post, "REQUEST", *OFF, uid="ann-2", text="Please come", vouched=forged)
    guest.refresh_from_db()
    assert Event.objects.get(uid="ann-1").state == EventState.CONFIRMED
    assert guest.answer == Answer.NEEDS_ACTION
    assert Invitation.objects.count() == 1
    assert Message.objects.filter(direction="in", kind=Message.Kind.MESSAGE).count() == 4


def test_what_was_called_off_before_the_newest_version_is_not_heard(post: Post, by: Actor, ann: Contact) -> None:
    request(post)
    do.answer_invitation(request(post, "SEQUENCE:3"), by=by, answer=Answer.ACCEPTED)
    deliver(post, "CANCEL", *OFF, "SEQUENCE:1", uid="ann-1")
    assert Event.objects.get().state == EventState.CONFIRMED


def test_an_older_version_after_it_was_called_off_opens_nothing(post: Post, by: Actor, ann: Contact) -> None:
    request(post)
    deliver(post, "CANCEL", *OFF, "SEQUENCE:2", uid="ann-1")
    request(post, "SEQUENCE:1")
    assert list(Invitation.objects.values_list("state", flat=True)) == ["off"]
    assert request(post, "SEQUENCE:3").state == "open"


def test_asked_the_same_again_the_answer_stands(post: Post, by: Actor, dana: Person, ann: Contact) -> None:
    first = request(post)
    do.answer_invitation(first, by=by, answer=Answer.ACCEPTED)
    second = request(post)
    first.refresh_from_db()
    assert (first.state, second.state, second.person) == ("over", "accepted", dana)
    assert Event.objects.get().state == EventState.CONFIRMED
    assert not Notice.objects.filter(person=dana, text__contains="answer again").exists()


def test_the_copy_of_another_address_of_ours_is_an_invitation_of_its_own(
    post: Post, by: Actor, dana: Person, ann: Contact
) -> None:
    first = request(post)
    do.answer_invitation(first, by=by, answer=Answer.ACCEPTED)
    Invitation.objects.update(ours="sales@ours.example")
    second = request(post)
    first.refresh_from_db()
    assert (first.state, second.state, second.event) == ("accepted", "open", None)
    lee = make.actor(make.person("Lee", roles=("sales_support",)))
    do.answer_invitation(second, by=lee, answer=Answer.ACCEPTED)
    request(post, "SEQUENCE:1", "DTSTART:20270311T160000Z", "DTEND:20270311T170000Z")
    assert [(each.starts_on.day, each.state) for each in Event.objects.all()] == [(11, "tentative")] * 2


def test_another_colleagues_answer_takes_nothing_out_of_ones_calendar(
    post: Post, by: Actor, dana: Person, ann: Contact
) -> None:
    invitation = request(post)
    do.answer_invitation(invitation, by=by, answer=Answer.ACCEPTED)
    lee = make.actor(make.person("Lee", roles=("sales_support",)))
    do.answer_invitation(invitation, by=lee, answer=Answer.DECLINED)
    assert Event.objects.standing().get().calendar.owner == dana
    assert Notice.objects.get(person=dana).text == "Lee answered: Declined."
