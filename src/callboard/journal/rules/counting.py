"""What an interaction counts as (design: the three clocks), and how it is said in a line."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.directory.models import Medium
from callboard.journal.models import Interaction, Kind, Outcome

#: An answered call shorter than this was no conversation.
LEAST_S = 30
FACE_TO_FACE = frozenset({Kind.MEETING, Kind.DEMO, Kind.VISIT})
REACHED = frozenset(
    {
        Outcome.SPOKE,
        Outcome.WITH_STAFF,
        Outcome.CALL_BACK,
        Outcome.INTERESTED,
        Outcome.NOT_NOW,
        Outcome.DECLINED,
    }
)
MEDIUM_OF = {Kind.CALL: Medium.PHONE, Kind.MAIL: Medium.MAIL, Kind.TEXT: Medium.TEXT}
#: The hour of a next step nobody said an hour for.
DAY_HOUR = time(17)


def conversed(kind: str, outcome: str | None, duration_s: int | None) -> bool:
    """Whether both spoke: a meeting, demo or visit that was not missed, or a call answered for 30 s or more.

    A call without a known duration counts by its outcome alone. A mail or text of ours is never a conversation:
    their reply is, and that the mailbox sees.
    """
    if kind in FACE_TO_FACE:
        return outcome != Outcome.NO_ANSWER
    return kind == Kind.CALL and outcome in REACHED and (duration_s is None or duration_s >= LEAST_S)


def medium_of(kind: str) -> Medium | None:
    """By which medium we tried; None for what is no attempt of ours to reach them."""
    return MEDIUM_OF.get(Kind(kind))


def title_of(interaction: Interaction) -> str:
    """`Call with Ray Hargrove, spoke, 8 min`: the line of the timeline."""
    kind = interaction.get_kind_display()
    if interaction.contact is not None:
        kind = _("{kind} with {name}").format(kind=kind, name=interaction.contact)
    parts = [kind]
    if interaction.outcome:
        parts.append(str(interaction.get_outcome_display()).lower())
    if interaction.duration_s:
        minutes = max(1, round(interaction.duration_s / 60))
        parts.append(ngettext("{n} min", "{n} min", minutes).format(n=minutes))
    return ", ".join(parts)


def text_of(interaction: Interaction) -> str:
    """The note, and what comes next on a line of its own."""
    lines = [interaction.text] if interaction.text else []
    if interaction.next_step:
        on = interaction.next_on
        day = f", {on:%b} {on.day}" if on else ""
        lines.append(_("Next: {step}{day}").format(step=interaction.next_step, day=day))
    return "\n".join(lines)


def due_at(on: date, zone: ZoneInfo) -> datetime:
    """The instant a next step of that day is due."""
    return datetime.combine(on, DAY_HOUR, zone)
