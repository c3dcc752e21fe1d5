"""Guests of an event: asked by mail, told of what changed, told that it is off; and what they answered (RFC 5546, 6047)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.invited import tell_organizer
from callboard.calendar.actions.parts import gone, show, stand
from callboard.calendar.models import Answer, Event, Guest
from callboard.calendar.queries.asked import fingerprint, outside, whole
from callboard.calendar.reading.ics import ReadEvent, write_ics
from callboard.calendar.rules.asking import cancelling, inviting
from callboard.channels.actions import attach, send_message
from callboard.channels.queries import desk_mailboxes
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.notify import notify
from callboard.directory.models import Contact, Purpose
from callboard.directory.queries import match_address
from callboard.directory.rules import mail_address
from callboard.team.models import Person

#: People are told of by this event of the notices.
ASKED = "calendar_asked"
MOST = 100


@action(
    _("Added guest"),
    said=_("Added {result} to “{event}”"),
    who="calendar.edit",
    undo="calendar.remove_guest",
    icon="user-plus",
)
def add_guest(
    event: Event,
    *,
    by: Actor,
    person: Person | None = None,
    contact: Contact | None = None,
    address: str = "",
    optional: bool = False,
) -> Guest:
    """One of us, a contact, or an address.  A colleague sees the event and is told at once; anybody else when the invitations are
    sent.  Invalid."""
    if (person is not None) + (contact is not None) + bool(address.strip()) != 1:
        raise Invalid({"": _("Choose a colleague, a contact or an address: one of them.")})
    if event.guests.count() >= MOST:
        raise Invalid({"": now_("An event has at most {n} guests.").format(n=MOST)})
    guest = _guest(event, person, contact, address)
    if event.guests.filter(person=guest.person, address__iexact=guest.address).exists():
        raise Refused(Refusal("there", _("They are asked already.")))
    guest.optional, guest.created_at, guest.updated_at = optional, by.now, by.now
    guest.save()
    by.undo_args(guest=guest)
    _seen_by_guests(event, by)
    if guest.person is not None and guest.person != by.person:
        subject = now_("You are asked to come: {event}").format(event=event)
        notify(guest.person, ASKED, by=by, subject=subject, text="", ref=event)
    return guest


def _seen_by_guests(event: Event, by: Actor) -> None:
    """Whoever is asked sees it, also in somebody's own calendar; it is another version, so that no file takes them back unseen."""
    show(event, by)
    stand(event, by)


def _guest(event: Event, person: Person | None, contact: Contact | None, address: str) -> Guest:
    if person is not None:
        return Guest(event=event, person=person, name=person.name[:120])
    if contact is not None:
        found = contact.emails.order_by("id").first()
        if found is None:
            raise Invalid({"contact": _("This contact has no mail address.")})
        return Guest(event=event, contact=contact, address=found.address[:254], name=contact.name[:120])
    written = mail_address(address)
    if written is None:
        raise Invalid({"address": now_("“{text}” is no mail address.").format(text=address[:80])})
    colleague = Person.objects.filter(email__iexact=written, is_active=True).first()
    if colleague is not None:
        return _guest(event, colleague, None, "")
    known = match_address(written)[0]
    return Guest(event=event, contact=known, address=written[:254], name=known.name[:120] if known else "")


@action(
    _("Removed guest"),
    said=_("Removed {guest} from “{event}”"),
    who="calendar.edit",
    undo="calendar.add_guest",
    icon="user-minus",
)
def remove_guest(event: Event, *, by: Actor, guest: Guest) -> Event:
    """Whoever was invited by mail is not told: call it off for them first."""
    if guest.event_id != event.pk:
        raise Invalid({"guest": _("This is no guest of this event.")})
    who: dict[str, Any] = {"address": guest.address} if guest.person is None else {"person": guest.person}
    by.undo_args(**who, optional=guest.optional)
    if guest.told:
        by.say(now_("{guest} has the invitation and is not told.").format(guest=guest))
    guest.delete()
    _seen_by_guests(event, by)
    return event


@action(
    _("Noted answer"),
    said=_("{guest}: {guest.answer_label}"),
    who="calendar.edit",
    undo="calendar.note_answer",
    icon="user-check",
)
def note_answer(event: Event, *, by: Actor, guest: Guest, answer: Answer) -> Event:
    """What a guest said, on the phone say."""
    if guest.event_id != event.pk:
        raise Invalid({"guest": _("This is no guest of this event.")})
    by.undo_args(guest=guest, answer=guest.answer)
    return _answered(guest, answer, event, by)


@action(
    _("Answered"),
    said=_("You answered to “{event}”"),
    who="calendar.view",
    undo="calendar.answer_event",
    icon="user-check",
)
def answer_event(event: Event, *, by: Actor, answer: Answer) -> Event:
    """Whether whoever acts comes to what they are asked to; whoever organizes it is told. Refused for who is not asked."""
    own = event.guests.filter(person=by.person_id).select_related("event__organizer")
    guest = own.first() if by.person_id is not None else None
    if guest is None:
        raise Refused(Refusal("not_asked", _("You are not asked to it.")))
    by.undo_args(answer=guest.answer)
    if event.organizer_id != by.person_id:
        tell_organizer(guest, answer, by)
    return _answered(guest, answer, event, by)


def _answered(guest: Guest, answer: Answer, event: Event, by: Actor) -> Event:
    guest.answer, guest.answered_at = answer, by.now
    guest.save()
    # Another version: who takes a file back leaves what was answered since.
    event.updated_at = by.now
    event.save()
    by.changed(event, topic="calendar")
    return event


@action(
    _("Sent invitations"),
    said=_("Sent invitations to “{event}”"),
    who="calendar.edit",
    final=_("What was sent is sent. Call it off, and they are told."),
    icon="send",
)
def send_invitations(
    event: Event, *, by: Actor, text: Text | None = None, purpose: Purpose = Purpose.SERVICE, everybody: bool = False
) -> Event:
    """A mail to each guest outside who does not know the event as it is now, with the event for their calendar.

    text: what they read, in the mail and in their calendar; never the event's own text.  everybody: also to those who know it.
    Whom may not be written to is left out and named; Refused where nobody is left."""
    known = fingerprint(event)
    waiting = [guest for guest in outside(event) if everybody or guest.told != known]
    if not waiting:
        raise Refused(Refusal("told", _("Every guest outside knows the event as it is.")))
    _from_the_desk(event, by, again=any(guest.told for guest in waiting))
    written = str(text or "").strip()
    told = _tell(event, waiting, by, purpose, lambda said: inviting(said, written), "REQUEST", written)
    Guest.objects.filter(pk__in=told).update(told=known, told_at=by.now)
    return event


@action(
    _("Called off by mail"),
    said=_("Called “{event}” off by mail"),
    who="calendar.edit",
    final=_("What was sent is sent. Send the invitations again, and they are told."),
    icon="calendar-x",
)
def call_off(event: Event, *, by: Actor, text: Text | None = None) -> Event:
    """Everybody who has the invitation is told that it does not take place; in the calendar it stays what it is."""
    invited = [guest for guest in outside(event) if guest.told]
    if not invited:
        raise Refused(Refusal("nobody", _("Nobody outside has an invitation.")))
    _from_the_desk(event, by, again=True)
    written = str(text or "").strip()
    told = _tell(event, invited, by, Purpose.SERVICE, lambda said: cancelling(said, written), "CANCEL", written)
    Guest.objects.filter(pk__in=told).update(told="", told_at=None, answer=Answer.NEEDS_ACTION, answered_at=None)
    return event


@add_guest.can
@answer_event.can
@send_invitations.can
def _may_ask(event: Event, now: datetime) -> Refusal | None:
    return gone(event)


def _from_the_desk(event: Event, by: Actor, *, again: bool) -> None:
    """It comes from the shared mailbox, so that answers come back where we read them.  again: a newer version of it."""
    box = desk_mailboxes().first()
    if box is None:
        raise Refused(Refusal("mailbox", _("No mailbox is connected that could send it.")))
    event.organizer_address, event.updated_at = box.address, by.now
    event.sequence += again
    event.save()


def _tell(
    event: Event,
    guests: Iterable[Guest],
    by: Actor,
    purpose: str,
    mail: Callable[[ReadEvent], tuple[str, str]],
    method: str,
    written: str,
) -> list[int]:
    """The numbers of those who were told.  One mail each, with the event as a file.  Raises the refusal where it holds for everybody."""
    # What they were told, and nothing of our own.
    said = [replace(each, text=written, categories=(), alarms=(), private=False) for each in whole(event)]
    subject, text = mail(said[0])
    raw = write_ics(said, at=by.now, method=method)
    refused: list[str] = []
    told: list[int] = []
    for guest in guests:
        try:
            with by.savepoint():
                message = send_message(
                    by=by,
                    to=guest.address,
                    subject=subject,
                    text=Text(text),
                    purpose=Purpose(purpose),
                    contact=guest.contact,
                    account=guest.contact.account if guest.contact is not None else event.account,
                    key=f"event-{event.pk}-{guest.pk}-{event.version}-{method.lower()}",
                )
                attach(message, "invite.ics", f"text/calendar; method={method}", raw, by)
        except (Refused, Invalid) as error:
            refused.append(f"{guest}: {error}")
            continue
        told.append(guest.pk)
    if not told:
        raise Refused(Refusal("nobody", _("{why}"), why=" ".join(refused)))
    if refused:
        by.say(now_("Not told: {who}").format(who=" ".join(refused)))
    by.changed(event, topic="calendar")
    return told
