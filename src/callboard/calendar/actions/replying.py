"""We answer an invitation: they are told by mail, and what we come to stands in one's own calendar."""

from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.calendars import own_calendar
from callboard.calendar.actions.invited import LIVE, tell_owner, without
from callboard.calendar.actions.standing import work_out
from callboard.calendar.actions.writing import fill, show_to_guests, who_is
from callboard.calendar.models import Answer, Event, EventState, Invitation, InvitationState
from callboard.calendar.reading.ics import Guest, ReadEvent, read_ics, write_ics
from callboard.calendar.rules.bringing import placed
from callboard.channels.actions import attach, send_message
from callboard.core import files
from callboard.core.actions import Actor, Refusal, Refused, Text, action
from callboard.directory.models import Purpose
from callboard.team.queries import company_zone

STATES = {
    Answer.ACCEPTED: InvitationState.ACCEPTED,
    Answer.TENTATIVE: InvitationState.TENTATIVE,
    Answer.DECLINED: InvitationState.DECLINED,
}


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
    guest = Guest(invitation.ours, by.person.name if by.person is not None else "", answer)
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
    _tell_who_answered_before(invitation, words[answer], by)
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


def _tell_who_answered_before(invitation: Invitation, answer: str, by: Actor) -> None:
    """What stands in a colleague's calendar is theirs: they hear that another answered."""
    event = invitation.event
    if event is not None and event.removed_at is None and event.calendar.owner != by.person:
        who = by.person.name if by.person is not None else by.name
        tell_owner(event, now_("{who} answered: {answer}.").format(who=who, answer=answer), by)


def _stand(invitation: Invitation, said: ReadEvent, answer: str, by: Actor) -> Event | None:
    """In the calendar of whoever answers, as it was said; what they decline stands in it no more."""
    calendar = own_calendar(by)
    rows = Event.objects.filter(calendar=calendar, uid=said.uid[:300], recurrence_of="")
    event = rows.order_by(F("removed_at").desc(nulls_first=True), "-id").first()
    if answer == Answer.DECLINED:
        if event is not None and event.removed_at is None:
            event.removed_at = event.updated_at = by.now
            event.save()
            work_out([event], by.today)
            by.changed(event, topic="calendar")
        return event
    event = event or Event(calendar=calendar)
    fill(event, without(said, invitation.leaves), who_is([said]), by)
    event.account, event.removed_at = invitation.account, None
    event.state = EventState.TENTATIVE if answer == Answer.TENTATIVE else EventState.CONFIRMED
    event.save()
    show_to_guests([event], by)
    work_out([event], by.today)
    by.changed(event, topic="calendar")
    return event
