"""What reaches us of calendars by mail: answers of guests, invitations, what is called off (RFC 5546)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as now_

from callboard.calendar.actions.standing import work_out
from callboard.calendar.actions.writing import fill, show_to_guests, who_is
from callboard.calendar.models import Answer, Event, EventState, Guest, Invitation, InvitationState
from callboard.calendar.queries.asked import fingerprint
from callboard.calendar.queries.giving import one_time_of
from callboard.calendar.queries.times import on_the_wall
from callboard.calendar.reading.ics import ReadCalendar, ReadEvent, read_ics
from callboard.calendar.rules.asking import written_by_a_program
from callboard.calendar.rules.bringing import key_of, placed
from callboard.channels.models import Attachment, Message
from callboard.channels.queries.proof import proof
from callboard.channels.queries.stored import read_stored
from callboard.core import files
from callboard.core.actions import Actor
from callboard.core.notify import notify
from callboard.team.queries import company_zone

#: People are told by these events of the notices.
ANSWERED, INVITED = "calendar_answered", "calendar_invited"
#: What an answer was about: where the same address is asked the same again, the answer stands.
ASKED_FOR = ("sequence", "title", "starts", "ends", "zone", "rule", "place")
LIVE = (InvitationState.OPEN, InvitationState.ACCEPTED, InvitationState.TENTATIVE, InvitationState.DECLINED)


def take(attachments: Iterable[Attachment], by: Actor) -> None:
    """What mails say of calendars; part of an action.  Each file counts only for whoever sent the mail: nobody answers for another,
    and nobody calls off what another organizes.  A mail that is proven to be from somebody else says nothing."""
    for piece in attachments:
        try:
            found = read_ics(files.load(piece.sha), company_zone())
        except (OSError, ValueError):
            continue
        if found.method and proof(read_stored(piece.message.raw_sha).vouched) == "fail":
            continue
        for event in found.events:
            _take(piece, found, placed(event, company_zone()), by)


def _take(piece: Attachment, found: ReadCalendar, said: ReadEvent, by: Actor) -> None:
    sender = piece.message.from_address.lower()
    if found.method == "REPLY":
        _answered(piece.message, said, sender, by)
    elif found.method == "REQUEST" and said.organizer.lower() == sender:
        _asked(piece, said, by)
    elif found.method == "CANCEL" and said.organizer.lower() == sender:
        _called_off(said, sender, by)


def _answered(message: Message, said: ReadEvent, sender: str, by: Actor) -> None:
    """A guest answers for themselves; an answer to an older version counts as well, for it is what they said last.  The mail is no
    work for anybody, unless they wrote something."""
    reply = next((guest for guest in said.guests if guest.address.lower() == sender), None)
    if reply is None or reply.answer not in Answer.values:
        return
    guest, day = _guest_of(said, sender)
    if guest is None:
        return
    if not message.reply_text.strip() or written_by_a_program(message.reply_text, guest.event.title):
        message.kind = Message.Kind.CALENDAR
        message.save(update_fields=["kind"])
    if not day:
        guest.answer, guest.answered_at = reply.answer, by.now
        guest.save()
        # Who takes a file back leaves what was answered since.
        Event.objects.filter(pk=guest.event_id).update(version=F("version") + 1)
        by.changed(guest.event, topic="calendar")
    tell_organizer(guest, reply.answer, by, now_("For {day} alone.").format(day=day) if day else "")


def _guest_of(said: ReadEvent, sender: str) -> tuple[Guest | None, str]:
    """Who answers; and for which day alone, where only the whole series has them as a guest."""
    uid = said.uid[:300]
    alone = one_time_of(uid)
    rows = Guest.objects.filter(event__uid__in=[uid, alone[0]], event__removed_at=None, address__iexact=sender)
    found = {(each.event.uid, each.event.recurrence_of): each for each in rows.select_related("event").order_by("-id")}
    series = found.get((uid, ""))
    key = key_of(said, next(iter(found.values())).event.zone)[1] if found else ""
    guest = found.get((uid, key)) or found.get(alone)
    return (guest, "") if guest is not None else (series, key[:10])


def tell_organizer(guest: Guest, answer: str, by: Actor, text: str = "") -> None:
    """Whoever organizes an event hears what a guest said."""
    event = guest.event
    if event.organizer is None or not event.organizer.is_active:
        return
    said_so = now_("{guest}: {answer}").format(guest=guest, answer=Answer(answer).label)
    subject = now_("{event}: {answer}").format(event=event, answer=said_so)
    notify(event.organizer, ANSWERED, by=by, subject=subject, text=text, ref=event)


def _asked(piece: Attachment, said: ReadEvent, by: Actor) -> None:
    """Somebody asks us to come, or says it anew: what the same address was asked before is over, what stands in our own calendars
    moves along.  What says nothing new leaves every answer as it is."""
    message, ours = piece.message, _ours(piece.message, said)
    known = Invitation.objects.filter(uid=said.uid[:300], organizer__iexact=said.organizer)
    if said.recurrence_of is not None or known.filter(sequence__gt=said.sequence).exists():
        return
    before = known.filter(ours__iexact=ours, state__in=LIVE).exclude(message=message).order_by("-id").first()
    asked, new = Invitation.objects.get_or_create(
        message=message,
        uid=said.uid[:300],
        defaults={
            "account": message.account,
            "sequence": said.sequence,
            "title": said.summary[:300],
            "starts": said.starts.isoformat(),
            "ends": said.ends.isoformat(),
            "zone": said.zone,
            "rule": said.rule,
            "leaves": before.leaves if before is not None else [],
            "place": said.place[:300],
            "organizer": said.organizer[:254],
            "ours": ours,
            "sha": piece.sha,
            "event": before.event if before is not None else None,
            "created_at": by.now,
            "updated_at": by.now,
        },
    )
    if new and before is not None:
        if all(getattr(asked, name) == getattr(before, name) for name in ASKED_FOR):
            asked.state, asked.person = before.state, before.person
            asked.save()
        known.filter(ours__iexact=ours, state__in=LIVE).exclude(pk=asked.pk).update(state=InvitationState.OVER)
    rows = Event.objects.standing().filter(uid=said.uid[:300], recurrence_of="", calendar__owner__isnull=False)
    for event in rows.filter(organizer_address__iexact=said.organizer).select_related("calendar__owner", "organizer"):
        _move_along(event, without(said, asked.leaves), by)


def _move_along(event: Event, said: ReadEvent, by: Actor) -> None:
    knew, state = fingerprint(event), event.state
    fill(event, said, who_is([said]), by)
    event.state = state
    anew = state == EventState.CANCELLED or fingerprint(event) != knew
    if anew:
        event.state = EventState.TENTATIVE
    event.save()
    show_to_guests([event], by)
    work_out([event], by.today)
    by.changed(event, topic="calendar")
    if anew:
        tell_owner(event, now_("It was changed by {who}: answer again.").format(who=said.organizer), by)


def _called_off(said: ReadEvent, sender: str, by: Actor) -> None:
    """The whole, or one time of a series alone; what was said before the newest version is not heard."""
    uid, key = key_of(said)
    asked = Invitation.objects.filter(uid=uid, organizer__iexact=sender, state__in=LIVE, sequence__lte=said.sequence)
    if not key:
        asked.update(state=InvitationState.CALLED_OFF, sequence=said.sequence)
    for invitation in asked if key else ():
        invitation.leaves = [*invitation.leaves, key_of(said, invitation.zone)[1]]
        invitation.save()
    rows = Event.objects.standing().filter(uid=uid, organizer_address__iexact=sender, sequence__lte=said.sequence)
    # What stands instead of one time comes before its series: where it does, nothing has to be left out.
    for event in rows.select_related("calendar__owner", "organizer").order_by("-recurrence_of", "id"):
        if _goes(event, said):
            event.updated_at = by.now
            event.save()
            work_out([event], by.today)
            by.changed(event, topic="calendar")
            off = now_("{who} called {day} off.") if key else now_("{who} called it off.")
            tell_owner(event, off.format(who=said.organizer, day=key[:10]), by)


def _goes(event: Event, said: ReadEvent) -> bool:
    """Calls an event off, or leaves that time of it out; whether that is anything new."""
    key = key_of(said, event.zone)[1]
    if not key or event.recurrence_of == key:
        was, event.state = event.state, EventState.CANCELLED
        return was != EventState.CANCELLED
    if event.recurrence_of or event.changed.filter(recurrence_of=key, removed_at=None).exists():
        return False
    if key in event.leaves or isinstance(on_the_wall(key), datetime) is event.all_day:
        return False
    event.leaves = [*event.leaves, key]
    return True


def without(said: ReadEvent, keys: Iterable[str]) -> ReadEvent:
    """A series without times that were called off alone; a day is no time of what has hours."""
    left = {at for each in keys if isinstance(at := on_the_wall(each), datetime) is not said.all_day}
    return replace(said, leaves=tuple(sorted({*said.leaves, *left})))


def tell_owner(event: Event, text: str, by: Actor) -> None:
    person = event.calendar.owner or event.organizer
    if person is not None and person.is_active:
        notify(person, INVITED, by=by, subject=event.title, text=text, ref=event)


def _ours(message: Message, said: ReadEvent) -> str:
    """The address of ours that was asked: the guest it came to."""
    box = message.mailbox.address if message.mailbox is not None else ""
    came_to = {box.lower(), *(str(each).lower() for each in message.to)}
    return next((guest.address for guest in said.guests if guest.address.lower() in came_to), box)[:254]
