"""What reaches us of calendars by mail: answers of guests, invitations, what is called off (RFC 5546)."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.calendars import own_calendar
from callboard.calendar.actions.standing import work_out
from callboard.calendar.actions.writing import fill, who_is
from callboard.calendar.models import Answer, Event, EventState, Guest, Invitation, InvitationState
from callboard.calendar.reading.ics import Guest as ReadGuest
from callboard.calendar.reading.ics import ReadCalendar, ReadEvent, read_ics, write_ics
from callboard.calendar.rules.bringing import key_of, placed
from callboard.channels.actions import attach, send_message
from callboard.channels.models import Attachment, Message
from callboard.core import files
from callboard.core.actions import Actor, Refusal, Refused, Text, action
from callboard.core.notify import notify
from callboard.directory.models import Purpose
from callboard.team.queries import company_zone

#: People are told by these events of the notices.
ANSWERED, INVITED = "calendar_answered", "calendar_invited"
STATES = {
    Answer.ACCEPTED: InvitationState.ACCEPTED,
    Answer.TENTATIVE: InvitationState.TENTATIVE,
    Answer.DECLINED: InvitationState.DECLINED,
}
LIVE = (InvitationState.OPEN, InvitationState.ACCEPTED, InvitationState.TENTATIVE, InvitationState.DECLINED)


def take(attachments: Iterable[Attachment], by: Actor) -> None:
    """What mails say of calendars; part of an action.  Each file counts only for whoever sent the mail: nobody answers for another,
    and nobody calls off what another organizes."""
    for piece in attachments:
        try:
            found = read_ics(files.load(piece.sha), company_zone())
        except (OSError, ValueError):
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
    work for anybody, unless they wrote something: what programs write names the event."""
    reply = next((guest for guest in said.guests if guest.address.lower() == sender), None)
    if reply is None or reply.answer not in Answer.values:
        return
    uid, key = key_of(said)
    guests = Guest.objects.filter(event__uid=uid, event__removed_at=None, address__iexact=sender).select_related(
        "event"
    )
    guest = guests.filter(event__recurrence_of=key).first() or guests.filter(event__recurrence_of="").first()
    if guest is None:
        return
    if not message.reply_text.strip() or guest.event.title in message.reply_text:
        message.kind = Message.Kind.CALENDAR
        message.save(update_fields=["kind"])
    one_time = bool(key) and guest.event.recurrence_of != key
    if not one_time:
        guest.answer, guest.answered_at = reply.answer, by.now
        guest.save()
        by.changed(guest.event, topic="calendar")
    if guest.event.organizer is not None and guest.event.organizer.is_active:
        said_so = now_("{guest}: {answer}").format(guest=guest, answer=Answer(reply.answer).label)
        notify(
            guest.event.organizer,
            ANSWERED,
            by=by,
            subject=now_("{event}: {answer}").format(event=guest.event, answer=said_so),
            text=now_("For {day} alone.").format(day=key[:10]) if one_time else "",
            ref=guest.event,
        )


def _asked(piece: Attachment, said: ReadEvent, by: Actor) -> None:
    """Somebody asks us to come, or says it anew: what was asked before is over, what stands in a calendar moves along."""
    message = piece.message
    earlier = Invitation.objects.filter(uid=said.uid[:300], organizer__iexact=said.organizer, state__in=LIVE)
    if said.recurrence_of is not None or earlier.filter(sequence__gt=said.sequence).exists():
        return
    event = next(
        (each.event for each in earlier.select_related("event__calendar__owner") if each.event is not None), None
    )
    earlier.exclude(message=message).update(state=InvitationState.OVER)
    Invitation.objects.get_or_create(
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
            "place": said.place[:300],
            "organizer": said.organizer[:254],
            "ours": _ours(message, said),
            "sha": piece.sha,
            "event": event,
            "created_at": by.now,
            "updated_at": by.now,
        },
    )
    if event is not None and event.removed_at is None:
        fill(event, said, who_is([said]), by)
        event.state = EventState.TENTATIVE
        event.save()
        work_out([event], by.today)
        by.changed(event, topic="calendar")
        _tell_owner(event, now_("It was changed by {who}: answer again.").format(who=said.organizer), by)


def _called_off(said: ReadEvent, sender: str, by: Actor) -> None:
    uid, key = key_of(said)
    Invitation.objects.filter(uid=uid, organizer__iexact=sender, state__in=LIVE).update(
        state=InvitationState.CALLED_OFF
    )
    if key:
        return
    rows = Event.objects.standing().filter(uid=uid, recurrence_of="", organizer_address__iexact=sender)
    for event in rows.exclude(state=EventState.CANCELLED).select_related("calendar__owner", "organizer"):
        event.state, event.updated_at = EventState.CANCELLED, by.now
        event.save()
        by.changed(event, topic="calendar")
        _tell_owner(event, now_("{who} called it off.").format(who=said.organizer), by)


def _tell_owner(event: Event, text: str, by: Actor) -> None:
    person = event.calendar.owner or event.organizer
    if person is not None and person.is_active:
        notify(person, INVITED, by=by, subject=event.title, text=text, ref=event)


def _ours(message: Message, said: ReadEvent) -> str:
    """The address of ours that was asked: the guest it came to."""
    box = message.mailbox.address if message.mailbox is not None else ""
    came_to = {box.lower(), *(str(each).lower() for each in message.to)}
    return next((guest.address for guest in said.guests if guest.address.lower() in came_to), box)[:254]


@action(
    _("Answered invitation"),
    said=_("Answered “{invitation}”"),
    who="calendar.edit",
    final=_("What was sent is sent. Answer again, and they are told."),
    icon="calendar-check",
)
def answer_invitation(invitation: Invitation, *, by: Actor, answer: Answer, text: Text | None = None) -> Invitation:
    """They are told by mail; what is accepted, or may be, stands in one's own calendar, what is declined no longer does."""
    if answer not in STATES:
        raise Refused(Refusal("answer", _("Say whether you come.")))
    said = _said(invitation)
    written = str(text or "").strip()
    words = {Answer.ACCEPTED: now_("Accepted"), Answer.TENTATIVE: now_("Maybe"), Answer.DECLINED: now_("Declined")}
    message = send_message(
        by=by,
        to=invitation.organizer,
        subject=f"{words[answer]}: {invitation.title}",
        text=Text(written or f"{words[answer]}: {invitation.title}"),
        purpose=Purpose.ANSWER,
        answers=invitation.message,
    )
    guest = ReadGuest(invitation.ours, by.person.name if by.person is not None else "", answer)
    reply = ReadEvent(
        said.uid,
        said.starts,
        said.ends,
        said.zone,
        said.summary,
        organizer=said.organizer,
        guests=(guest,),
        sequence=said.sequence,
    )
    attach(message, "answer.ics", "text/calendar; method=REPLY", write_ics([reply], at=by.now, method="REPLY"), by)
    invitation.event = _stand(invitation, said, answer, by)
    invitation.state, invitation.person, invitation.updated_at = STATES[answer], by.person, by.now
    invitation.save()
    by.changed(invitation, topic="calendar")
    return invitation


@answer_invitation.can
def _may_answer(invitation: Invitation, now: datetime) -> Refusal | None:
    if invitation.state in LIVE:
        return None
    return Refusal("over", _("It cannot be answered: {state}."), state=invitation.get_state_display().lower())


def _said(invitation: Invitation) -> ReadEvent:
    try:
        found = read_ics(files.load(invitation.sha), company_zone())
    except (OSError, ValueError):
        raise Refused(Refusal("file", _("The invitation itself is not there any more."))) from None
    said = next((each for each in found.events if each.uid[:300] == invitation.uid), None)
    if said is None:
        raise Refused(Refusal("file", _("The file of this invitation holds another event.")))
    return placed(said, company_zone())


def _stand(invitation: Invitation, said: ReadEvent, answer: str, by: Actor) -> Event | None:
    """In the calendar of whoever answers, as it was said."""
    event = invitation.event
    if answer == Answer.DECLINED:
        if event is not None and event.removed_at is None:
            event.removed_at = event.updated_at = by.now
            event.save()
            work_out([event], by.today)
            by.changed(event, topic="calendar")
        return event
    calendar = event.calendar if event is not None else own_calendar(by)
    standing = Event.objects.standing().filter(calendar=calendar, uid=said.uid[:300], recurrence_of="").first()
    event = standing or event or Event(calendar=calendar)
    fill(event, said, who_is([said]), by)
    event.account, event.removed_at = invitation.account, None
    event.state = EventState.TENTATIVE if answer == Answer.TENTATIVE else EventState.CONFIRMED
    event.save()
    work_out([event], by.today)
    by.changed(event, topic="calendar")
    return event
