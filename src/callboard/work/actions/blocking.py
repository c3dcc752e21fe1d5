"""Time kept for one thing: the queue stays away, colleagues see it, and it says what it costs."""

from datetime import datetime, time, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Person
from callboard.team.reading.when import WEEKDAYS, When, is_clock
from callboard.work.actions.opening import read_or_invalid
from callboard.work.models import TimeBlock

#: How long a block is where nothing else is said, and how short and long one may be.
USUAL, SHORTEST, LONGEST = timedelta(minutes=90), timedelta(minutes=5), timedelta(hours=12)
PURPOSE = 120
#: A day alone means its first hour of work, as most have it.
MORNING = time(8)


@action(
    _("Blocked time"),
    said=_("Kept time for “{result.purpose}” until {result.ends_at}"),
    who="team.own",
    undo="work.end_block",
    icon="clock-hour-4",
)
def block_time(*, by: Actor, purpose: str, starts: str = "", until: str = "") -> TimeBlock:
    """Keep time for one thing, from now or from `starts` ("14:00", "tue 9:30") until `until` ("11:30", "90 min").

    Meanwhile routing passes over the person and My Day keeps other work away. Invalid for words that are no time, and where
    the person has another block then."""
    if by.person is None:
        raise Refused(Refusal("nobody", _("Only a person can keep time for something.")))
    must_work_here(purpose=by.person)
    block = TimeBlock(person=by.person, purpose=_purpose(purpose), created_at=by.now)
    block.starts_at = _starts(starts, by.person, by) if starts.strip() else by.now
    block.ends_at = _until(until, block.starts_at, by.person, by) if until.strip() else block.starts_at + USUAL
    return _save(block, by)


@action(_("Changed time block"), said=_("Changed “{block}”"), who="team.own", undo="work.put_block_back", icon="pencil")
def change_block(
    block: TimeBlock, *, by: Actor, purpose: str | None = None, starts: str | None = None, until: str | None = None
) -> TimeBlock:
    """What is not said stays; a new start alone keeps the length."""
    _remember(block, by)
    length = block.ends_at - block.starts_at
    if purpose is not None:
        block.purpose = _purpose(purpose)
    if starts:
        block.starts_at = _starts(starts, block.person, by)
        block.ends_at = block.starts_at + length
    if until:
        block.ends_at = _until(until, block.starts_at, block.person, by)
    return _save(block, by)


@action(_("Ended time block"), said=_("Ended “{block}”"), who="team.own", undo="work.resume_block", icon="player-stop")
def end_block(block: TimeBlock, *, by: Actor) -> TimeBlock:
    """The queue may come again. One that has not begun never does."""
    block.ended_at = by.now
    return _save(block, by)


@action(
    _("Resumed time block"), said=_("Resumed “{block}”"), who="team.own", undo="work.end_block", icon="clock-hour-4"
)
def resume_block(block: TimeBlock, *, by: Actor) -> TimeBlock:
    """It holds until its end after all."""
    block.ended_at = None
    return _save(block, by)


@action(
    _("Put time block back"), said=_("Put “{block}” back"), who="team.own", final=_("Change it again."), icon="rotate"
)
def put_block_back(block: TimeBlock, *, by: Actor, purpose: str, starts_at: datetime, ends_at: datetime) -> TimeBlock:
    """As it was before it was changed."""
    block.purpose, block.starts_at, block.ends_at = _purpose(purpose), starts_at, ends_at
    return _save(block, by)


@change_block.can
def _change_block(block: TimeBlock, now: datetime) -> Refusal | None:
    return over(block, now)


@end_block.can
def _end_block(block: TimeBlock, now: datetime) -> Refusal | None:
    return over(block, now)


@put_block_back.can
def _put_block_back(block: TimeBlock, now: datetime) -> Refusal | None:
    return Refusal("over", _("This time block is over.")) if block.ended_at is not None else None


@resume_block.can
def _resume_block(block: TimeBlock, now: datetime) -> Refusal | None:
    if block.ended_at is None:
        return Refusal("runs", _("This time block was not ended."))
    return Refusal("over", _("This time block is over.")) if block.ends_at <= now else None


def over(block: TimeBlock, now: datetime) -> Refusal | None:
    """Why nothing can be changed any more; None for one that runs or is still to come."""
    return Refusal("over", _("This time block is over.")) if block.until_at <= now else None


def end_blocks(by: Actor, person: Person) -> None:
    """Whoever leaves keeps no time any more."""
    for block in TimeBlock.objects.filter(person=person, ended_at=None, ends_at__gt=by.now):
        end_block(block, by=by)


def _purpose(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise Invalid({"purpose": _("Say what the time is for.")})
    if len(said) > PURPOSE:
        raise Invalid({"purpose": _("Say it in {n} characters.").format(n=PURPOSE)})
    return said


def _starts(text: str, person: Person, by: Actor) -> datetime:
    when, zone = read_or_invalid("starts", text, person, by)
    return when.instant(by.now.astimezone(zone), MORNING)


def _until(text: str, starts_at: datetime, person: Person, by: Actor) -> datetime:
    """Read from the start on: "11:30" is that morning's, "90 min" is its length. A time alone is one of the same day."""
    when, zone = read_or_invalid("until", text, person, by, at=starts_at)
    if when.at is None and when.exact is None:
        raise Invalid({"until": _("Say a time or a length, like 11:30 or 90 min.")})
    begins = starts_at.astimezone(zone)
    if when.at is not None and when.on > begins.date() and is_clock(text):
        raise Invalid({"until": _before(when, begins)})
    return when.instant(begins, MORNING)


def _before(when: When, begins: datetime) -> str:
    """That it would end before it begins, and what was perhaps meant: twelve hours later, else that time of the next day."""
    said, at = _clock(begins), when.at or MORNING
    evening = datetime.combine(begins.date(), at, begins.tzinfo) + timedelta(hours=12)
    next_day = datetime.combine(when.on, at, begins.tzinfo)
    if evening.date() == begins.date() and evening > begins:
        meant = _clock(evening)
    elif next_day - begins <= LONGEST:
        meant = f"{WEEKDAYS[when.on.weekday()]} {_clock(next_day)}"
    else:
        return _("That ends before it begins at {begins}. Say a later time, or a length like 90 min.").format(
            begins=said
        )
    sentence = _("That ends before it begins at {begins}: did you mean “{meant}”? A length will do too, like 90 min.")
    return sentence.format(begins=said, meant=meant)


def _clock(local: datetime) -> str:
    return formats.time_format(local.time(), "g:i A")


def _save(block: TimeBlock, by: Actor) -> TimeBlock:
    if block.ended_at is None:
        _check(block, by)
    block.updated_at = by.now
    block.save()
    by.changed(block)
    by.changed(block, topic="presence")
    by.changed(block, topic=f"person:{block.person_id}")
    return block


def _check(block: TimeBlock, by: Actor) -> None:
    length = block.ends_at - block.starts_at
    if length < SHORTEST:
        raise Invalid({"until": _("That is shorter than five minutes.")})
    if length > LONGEST:
        raise Invalid({"until": _("That is longer than twelve hours. An absence says that you are away.")})
    if block.ends_at <= by.now:
        raise Invalid({"until": _("That is past. Choose a later time.")})
    others = TimeBlock.objects.filter(person=block.person_id, ended_at=None).exclude(pk=block.pk)
    other = others.filter(starts_at__lt=block.ends_at, ends_at__gt=block.starts_at).first()
    if other is not None:
        sentence = _("“{purpose}” has your time from {starts} until {ends}.")
        starts, ends = (
            formats.date_format(timezone.localtime(at), "D g:i A") for at in (other.starts_at, other.ends_at)
        )
        raise Invalid({"starts": sentence.format(purpose=other.purpose, starts=starts, ends=ends)})


def _remember(block: TimeBlock, by: Actor) -> None:
    by.undo_args(purpose=block.purpose, starts_at=block.starts_at, ends_at=block.ends_at)
