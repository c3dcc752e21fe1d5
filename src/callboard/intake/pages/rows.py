"""The rows of the queue in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.intake.models import Medium, QueueItem, State, Wants
from callboard.kit.when import ago_text, clock_text, full_text, span_text
from callboard.team.models import Person
from callboard.team.rules.free import Free

ICONS = {Medium.MAIL: "mail", Medium.FORM: "forms", Medium.PHONE: "phone-incoming", Medium.MANUAL: "note"}
TONES = {
    Wants.CANCELLATION: "lost",
    Wants.NEW_LEAD: "acc",
    Wants.ORDER_CHANGE: "won",
}
SOON = timedelta(minutes=30)
SPAN_UNTIL = timedelta(hours=4)


@dataclass(frozen=True)
class Row:
    """One line of the queue."""

    pk: int
    url: str
    icon: str
    came_by: str
    who: str
    subject: str
    when: str
    when_full: str
    due: bool
    chip: str
    tone: str
    note: str
    on: bool
    dim: bool


@dataclass(frozen=True)
class Presence:
    """Somebody on the desk strip."""

    name: str
    cue: str
    reason: str


def rows_of(items: Sequence[QueueItem], chosen: int | None, now: datetime, query: str, me: int | None) -> list[Row]:
    """Rows for the template; `query` keeps the view of the queue in the links."""
    return [_row(item, item.pk == chosen, now, query, me) for item in items]


def _row(item: QueueItem, on: bool, now: datetime, query: str, me: int | None) -> Row:
    soon = not item.closed and item.answered_at is None and item.due_at is not None and item.due_at <= now + SOON
    waited = now - item.received_at
    return Row(
        pk=item.pk,
        url=f"{reverse('item', args=[item.pk])}{query}",
        icon=ICONS.get(Medium(item.medium), "mail"),
        came_by=str(Medium(item.medium).label),
        who=item.sender,
        subject=item.subject or _("(no subject)"),
        when=span_text(waited) if item.waits and waited < SPAN_UNTIL else ago_text(item.received_at, now),
        when_full=full_text(item.received_at),
        due=soon,
        chip=item.wants_text,
        tone=TONES.get(Wants(item.wants), ""),
        note=note_of(item, now, me),
        on=on,
        dim=item.closed or (item.person_id is not None and item.person_id != me),
    )


def note_of(item: QueueItem, now: datetime, me: int | None) -> str:
    """What stands beside the intent: whose it is, or what is odd about it."""
    if item.error:
        return _("could not be read well")
    if item.state == State.ASSIGNED and item.person_id != me:
        return _("with {who}").format(who=item.person)
    if item.state == State.PROPOSED:
        return _("for {who}").format(who=item.proposed_to)
    if item.closed:
        return item.get_state_display().lower()
    if item.due_at is not None and item.due_at < now and item.answered_at is None:
        return _("due {when}").format(when=clock_text(item.due_at))
    if item.account is not None:
        return str(item.account)
    return _("no rule fits") if item.why_code == "no_rule" else _("no match yet")


def presence(person: Person, free: Free) -> Presence:
    """A name with its cue and, when busy, why."""
    reasons = {
        "absent": _("away"),
        "holiday": _("public holiday"),
        "outside_hours": _("off"),
        "blocked": _("time block"),
        "on_call": _("on a call"),
        "wrap_up": _("wrap-up"),
        "away": _("away"),
        "left": _("left"),
    }
    first = person.name.split(" ")[0]
    if free.free:
        return Presence(first, "ok", "")
    return Presence(
        first, "busy" if free.reason in ("on_call", "wrap_up", "blocked") else "off", reasons.get(free.reason, "")
    )
