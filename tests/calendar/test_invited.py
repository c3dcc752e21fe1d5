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
from callboard.team.models import Person
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
