"""An anchor moves: what counts from it moves, stays, or asks; anchors that follow it move too. All of it is taken back in one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import events
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.team.queries import company_calendar, holiday_names
from callboard.work.actions.anchors import keep, removed, tied
from callboard.work.actions.dated import due_of
from callboard.work.actions.dated import keep as keep_deadline
from callboard.work.actions.opening import write_task
from callboard.work.models import Anchor, Deadline
from callboard.work.queries.anchors import deadlines_of, followers_of, verdict_of
from callboard.work.rules.anchors import Fate, Verdict, day_from

#: Why one stays or asks, and what may be done about it.
WHY = {
    "done": _("it is closed"),
    "fixed": _("its day is fixed"),
    "same": _("it is there already"),
    "by_hand": _("somebody moved it by hand"),
    "told": _("the customer was told"),
    "past": _("that day is past"),
    "closed": _("{closed} is no day of work; the day of work before is meant"),
}


@dataclass
class Before:
    """How everything stood, so that it can stand so again: JSON of anchors [id, day, follows, by days, of work] and
    deadlines [id, day, task's due instant, day the customer was told, the due instant it got]."""

    anchors: list[list[Any]] = field(default_factory=list)
    deadlines: list[list[Any]] = field(default_factory=list)

    def of_anchor(self, anchor: Anchor) -> None:
        self.anchors.append([anchor.pk, f"{anchor.day_on}", anchor.after_id, anchor.after_days, anchor.after_business])

    def text(self) -> Text:
        return Text(json.dumps({"anchors": self.anchors, "deadlines": self.deadlines}))


@action(
    _("Moved anchor"),
    said=_("Moved “{anchor}” to {to}"),
    who="work.plan",
    undo="work.move_anchor_back",
    icon="calendar-event",
    preview=True,
)
def move_anchor(
    anchor: Anchor,
    *,
    by: Actor,
    to: date,
    also: list[Deadline] = [],  # noqa: B006  the form's default; never changed
) -> Anchor:
    """It takes place on another day. What counts from it moves with it; what is done or fixed stays; what was moved by
    hand, told to the customer, or would fall on a past day or one of rest asks: it stays, unless it is one of `also`.
    Tells `anchor_moved`."""
    if to == anchor.day_on:
        raise Invalid({"to": _("It is on that day.")})
    before = Before()
    before.of_anchor(anchor)
    if anchor.after is not None:
        by.say(said("It no longer follows “{name}”: it was moved by itself.").format(name=anchor.after))
        anchor.after, anchor.after_days, anchor.after_business = None, None, False
    shift(anchor, to, by, before, {each.pk for each in also})
    return anchor


@action(
    _("Tied anchor"),
    said=_("“{anchor}” follows “{to}”"),
    who="work.plan",
    undo="work.move_anchor_back",
    icon="link",
    preview=True,
)
def tie_anchor(anchor: Anchor, *, by: Actor, to: Anchor, days: int, business: bool = False) -> Anchor:
    """It follows another from now on, by so many days, and moves there now; what counts from it moves as it does when an
    anchor is moved. Invalid where it would follow itself."""
    before = Before()
    before.of_anchor(anchor)
    shift(anchor, tied(anchor, to, days, business), by, before, set())
    return anchor


@move_anchor.can
@tie_anchor.can
def _stands(anchor: Anchor, now: datetime) -> Refusal | None:
    return removed(anchor)


@action(
    _("Moved anchor back"),
    said=_("“{anchor}” is back on {result.day_on}"),
    who="work.plan",
    final=_("Move it again."),
    icon="arrow-back-up",
    # What a move kept is the program's own to give back.
    served=False,
)
def move_anchor_back(anchor: Anchor, *, by: Actor, back: Text) -> Anchor:
    """As it stood before it was moved (`back`: what that kept). What was moved by hand or closed since stays so."""
    anchors, deadlines = _read(back)
    held = {each.pk: each for each in Anchor.objects.filter(pk__in=[row[0] for row in anchors])} | {anchor.pk: anchor}
    for pk, day, after, days, business in anchors:
        one = held.get(pk)
        if one is None:
            continue
        if after is not None and after != one.after_id:
            # What was tied since may close a circle.
            tied(one, Anchor.objects.get(pk=after), days, business)
        one.day_on, one.after_id, one.after_days, one.after_business = date.fromisoformat(day), after, days, business
        keep(one, by)
    found = {
        each.pk: each
        for each in Deadline.objects.filter(pk__in=[row[0] for row in deadlines]).select_related("task", "anchor")
    }
    for pk, day, due, told, got in deadlines:
        deadline = found.get(pk)
        if deadline is None:
            continue
        deadline.day_on = date.fromisoformat(day)
        deadline.told_on = date.fromisoformat(told) if told else deadline.told_on
        if _instant(got) == deadline.task.due_at and deadline.task.done_at is None:
            write_task(deadline.task, {"due_at": _instant(due)}, by)
        keep_deadline(deadline, by)
    for pk, *_rest in anchors:
        events.anchor_moved.send(by, anchor_id=pk)
    return Anchor.objects.get(pk=anchor.pk)


def _read(back: str) -> tuple[list[list[Any]], list[list[Any]]]:
    """What `Before.text` wrote. Invalid for anything else."""
    try:
        found = json.loads(back)
        anchors = [[int(row[0]), str(date.fromisoformat(row[1])), *row[2:5]] for row in found["anchors"]]
        deadlines = [[int(row[0]), str(date.fromisoformat(row[1])), *row[2:5]] for row in found["deadlines"]]
    except (ValueError, KeyError, TypeError, IndexError):
        raise Invalid({"back": _("This is not what a move kept.")}) from None
    if any(len(row) != 5 for row in [*anchors, *deadlines]):
        raise Invalid({"back": _("This is not what a move kept.")})
    return anchors, deadlines


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def shift(anchor: Anchor, to: date, by: Actor, before: Before, also: set[int]) -> None:
    """Let an anchor and all that follow it stand on other days, and what counts from them with it. Says what moves, what
    stays, what asks; keeps how it stood in `before` for the undo."""
    calendar = company_calendar()
    chain = [anchor, *followers_of(anchor)]
    days = {anchor.pk: to}
    lines: list[str] = []
    judged: list[tuple[Any, Verdict, bool]] = []
    for one in chain[1:]:
        before.of_anchor(one)
        days[one.pk] = day_from(days[one.after_id or 0], one.after_days or 0, one.after_business, calendar)
        lines.append(said("“{name}” follows it, to {day}").format(name=one, day=said_day(days[one.pk])))
    counts = dict.fromkeys(Fate, 0)
    found = list(deadlines_of([one.pk for one in chain]))
    for deadline in found:
        verdict = verdict_of(deadline, days[deadline.anchor_id or 0], calendar, by.today)
        moves = verdict.fate == Fate.MOVES or (verdict.fate == Fate.ASKS and deadline.pk in also)
        counts[Fate.MOVES if moves else verdict.fate] += 1
        judged.append((deadline, verdict, moves))
        _apply(deadline, verdict, moves, by, before)
    for one in chain:
        one.day_on = days[one.pk]
        keep(one, by)
        if one.account_id is not None:
            title = said("{name} is on {day}").format(name=one.name, day=said_day(one.day_on))
            by.timeline(one.account_id, "work.anchor_moved", ref=one, title=title)
    if found:
        by.say(
            said("Deadlines that move: {moves}, stay: {stays}, ask: {asks}.").format(
                moves=counts[Fate.MOVES], stays=counts[Fate.STAYS], asks=counts[Fate.ASKS]
            )
        )
    if by.dry:
        rest = holiday_names({verdict.closed for _deadline, verdict, _moves in judged if verdict.closed is not None})
        for line in (*lines, *(line_of(deadline, verdict, moves, rest) for deadline, verdict, moves in judged)):
            by.say(line)
    by.undo_args(back=before.text())
    for one in chain:
        events.anchor_moved.send(by, anchor_id=one.pk)


def _apply(deadline: Any, verdict: Verdict, moves: bool, by: Actor, before: Before) -> None:
    """Write what the verdict says. What asks and stays keeps its day; from now on it is one by hand."""
    if deadline.days is None:
        return
    was, told = deadline.task.due_at, deadline.told_on
    before.deadlines.append([deadline.pk, f"{deadline.day_on}", _iso(was), f"{told}" if told and moves else None, None])
    deadline.day_on = verdict.to
    if moves:
        deadline.told_on = None
        write_task(deadline.task, due_of(verdict.to, deadline.anchor), by)
    before.deadlines[-1][-1] = _iso(deadline.task.due_at)
    deadline.updated_at = by.now
    deadline.save()
    by.changed(deadline)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def line_of(deadline: Any, verdict: Verdict, moves: bool, holidays: Mapping[date, str]) -> str:
    """What becomes of one, in a sentence. holidays: what days of rest are called."""
    words = {"what": str(deadline), "from": said_day(deadline.due_day), "to": said_day(verdict.to)}
    if moves and verdict.fate == Fate.MOVES:
        return said("Moves: {what}, {from} to {to}").format(**words)
    words["why"] = str(WHY[verdict.why])
    if verdict.closed is not None:
        day, name = said_day(verdict.closed), holidays.get(verdict.closed, "")
        words["why"] = words["why"].format(closed=f"{day} ({name})" if name else day)
    if moves:
        return said("Moves, as you say: {what}, {from} to {to} ({why})").format(**words)
    if verdict.fate == Fate.STAYS:
        return said("Stays: {what}, {from} ({why})").format(**words)
    return said("Asks: {what} would go from {from} to {to}; {why}").format(**words)


def said_day(day: date | None) -> str:
    """ "Mon, Jul 6, 2026"; "no day" for none."""
    return str(date_format(day, "D, M j, Y")) if day is not None else said("no day")
