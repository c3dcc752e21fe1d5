"""What people are told, and when they are left alone."""

from datetime import datetime, time
from typing import Any

from django.utils.translation import gettext as now_text
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.models import Notice
from callboard.core.notify import NOTICE_LEFT, notify
from callboard.core.reading import forget
from callboard.core.registry import NotificationEvent, register
from callboard.kit.when import time_text
from callboard.team.models import MailWay, NoticeChoice, Person, QuietTime, Team
from callboard.team.queries.notices import choices_of, next_after
from callboard.team.rules.quiet import Quiet

LONGEST_MINUTES = 14 * 24 * 60


@action(_("Chose what I am told"), who="team.own", undo="team.choose_notice", icon="bell")
def choose_notice(
    person: Person,
    *,
    by: Actor,
    event: str,
    page: bool | None = None,
    mail: MailWay | None = None,
    desktop: bool | None = None,
) -> Person:
    """How a person is told of one event; what is not given stays.  Invalid where it would silence what must be heard."""
    known = _known(event)
    before = _choice(known, person=person)
    by.undo_args(event=event, page=before.page, mail=before.mail, desktop=before.desktop)
    _write(by, known, {"page": page, "mail": mail, "desktop": desktop}, person=person)
    return person


@action(_("Chose what everybody is told"), who="team.manage", undo="team.choose_notice_for_all", icon="bell")
def choose_notice_for_all(
    *,
    by: Actor,
    event: str,
    team: Team | None = None,
    page: bool | None = None,
    mail: MailWay | None = None,
    desktop: bool | None = None,
    escalate_minutes: int | None = None,
) -> NoticeChoice:
    """How a team, or without one the company, is told of an event where nobody chose otherwise.

    `escalate_minutes`: unread for so long, the stand-in or the manager is told; 0 never.
    """
    known = _known(event)
    if escalate_minutes is not None and not 0 <= escalate_minutes <= LONGEST_MINUTES:
        raise Invalid({"escalate_minutes": _("Between 0 and two weeks of minutes.")})
    before = _choice(known, team=team)
    by.undo_args(
        event=event,
        team=team,
        page=before.page,
        mail=before.mail,
        desktop=before.desktop,
        escalate_minutes=before.escalate_minutes,
    )
    given = {"page": page, "mail": mail, "desktop": desktop, "escalate_minutes": escalate_minutes}
    return _write(by, known, given, team=team)


@action(_("Set quiet time"), who="team.own", undo="team.set_quiet_time", icon="bell-off")
def set_quiet_time(
    person: Person,
    *,
    by: Actor,
    quiet_from: str = "",
    quiet_to: str = "",
    only_hours: bool | None = None,
    digest_at: str = "",
) -> Person:
    """When a person is left alone, like 19:00 to 7:00, in their own zone; empty means as the company.

    Urgent notices come all the same.
    """
    given: dict[str, Any] = {
        name: _time(name, text)
        for name, text in (("quiet_from", quiet_from), ("quiet_to", quiet_to), ("digest_at", digest_at))
    }
    if (given["quiet_from"] is None) != (given["quiet_to"] is None):
        missing = "quiet_to" if given["quiet_to"] is None else "quiet_from"
        raise Invalid({missing: _("Say both, or neither.")})
    given["only_hours"] = only_hours
    row = QuietTime.objects.filter(person=person).first() or QuietTime(person=person, created_at=by.now)
    by.undo_args(
        quiet_from=_text(row.quiet_from),
        quiet_to=_text(row.quiet_to),
        only_hours=row.only_hours,
        digest_at=_text(row.digest_at),
    )
    for name, value in given.items():
        setattr(row, name, value)
    row.updated_at = by.now
    row.save()
    return person


@action(_("Told the next person"), who="kit.tell", final=NOTICE_LEFT, icon="bell")
def escalate_notice(notice: Notice, *, by: Actor) -> Notice:
    """What one person did not read in time is told to who stands in for them, else to their manager; once."""
    notice.escalate_at, notice.updated_at = None, by.now
    notice.save(update_fields=["escalate_at"])
    to = next_after(notice.person, by.now)
    if to is not None:
        from callboard.core.delivery import record_of

        subject = now_text("{name} has not read: {subject}").format(name=notice.person.name, subject=notice.subject)
        notify(to, notice.event, by=by, subject=subject, text=notice.text, ref=record_of(notice))
    return notice


@escalate_notice.can
def _escalate(notice: Notice, now: datetime) -> Refusal | None:
    if notice.read_at is not None:
        return Refusal("read", _("It is read."))
    if notice.escalate_at is None:
        return Refusal("told", _("The next person was told already."))
    return None


def _known(event: str) -> NotificationEvent:
    known = register.notification_event.get(event)
    if known is None or known.fixed:
        raise Invalid({"event": _("There is no such notice to choose.")})
    return known


def _choice(event: NotificationEvent, *, person: Person | None = None, team: Team | None = None) -> Any:
    return next(one for one in choices_of(person=person, team=team) if one.event is event)


def _write(
    by: Actor,
    event: NotificationEvent,
    given: dict[str, Any],
    *,
    person: Person | None = None,
    team: Team | None = None,
) -> NoticeChoice:
    """Keep what is given and look that somebody still hears of it."""
    row = NoticeChoice.objects.filter(person=person, team=team, event=event.name).first()
    row = row or NoticeChoice(person=person, team=team, event=event.name, created_at=by.now)
    for name, value in given.items():
        if value is not None:
            setattr(row, name, value)
    row.updated_at = by.now
    row.save()
    forget()
    if not event.can_mute and row.page is False and row.mail == MailWay.OFF:
        raise Invalid({"": _("“{label}” cannot be silenced: keep the bell or the mail.").format(label=event.label)})
    return row


def _time(name: str, text: str) -> time | None:
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip().zfill(5))
    except ValueError:
        raise Invalid({name: _("“{text}” is no time. Write it like 19:00.").format(text=text)}) from None


def _text(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else ""


def quiet_text(quiet: Quiet) -> str:
    """Quiet time as a sentence, its times as the reader's language writes them."""
    parts = []
    if quiet.starts != quiet.ends:
        parts.append(
            now_text("quiet from {starts} to {ends}").format(starts=time_text(quiet.starts), ends=time_text(quiet.ends))
        )
    if quiet.only_hours:
        parts.append(now_text("mail only in working hours"))
    parts.append(now_text("digest at {at}").format(at=time_text(quiet.digest_at)))
    return ", ".join(parts)
