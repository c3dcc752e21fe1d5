"""What can be done on the board: a goal set, a day closed."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from callboard.board.models import CloseTick, DayClose, Goal, Metric
from callboard.board.queries.closing import day_to_close, days_of_close, snapshot_of, summary_of
from callboard.board.queries.figures import totals
from callboard.board.queries.ticks import ticks_of
from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.errors import Invalid
from callboard.orders.actions.posting import hold_the_books, lock_days
from callboard.orders.models import PeriodLock
from callboard.team.models import Person, Team


@action(_("Set goal"), said=_("Set the goal {result}"), who="board.goals", undo="board.change_goal", icon="target")
def set_goal(
    *,
    by: Actor,
    metric: Metric,
    amount: Decimal,
    month: date | None = None,
    person: Person | None = None,
    team: Team | None = None,
) -> Goal:
    """What a person, a team or (with neither) the company is to reach in a month; a goal set before is replaced."""
    _check_goal(amount, person, team)
    starts_on = (month or by.today).replace(day=1)
    known = Goal.objects.filter(metric=metric, person=person, team=team, starts_on=starts_on).first()
    goal = known or Goal(metric=metric, person=person, team=team, starts_on=starts_on, created_at=by.now)
    by.undo_args(amount=goal.amount if known else None)
    return _write(goal, amount, by)


@action(
    _("Changed goal"), said=_("Changed the goal {goal}"), who="board.goals", undo="board.change_goal", icon="pencil"
)
def change_goal(goal: Goal, *, by: Actor, amount: Decimal | None = None) -> Goal | None:
    """Another amount; without one there is no goal any more."""
    by.undo_args(amount=goal.amount)
    by.changed(goal, topic="board")
    if amount is None:
        goal.delete()
        return None
    _check_goal(amount, goal.person, goal.team)
    return _write(goal, amount, by)


@action(
    _("Closed the day"),
    said=_("Closed {result.day}"),
    who="board.close",
    final=_("A closed day stays closed."),
    icon="lock",
)
def close_day(*, by: Actor, day: date | None = None) -> DayClose:
    """Freeze a business day, with the days off before it. Refused while a tick is open. Nothing books into it again.

    A later correction is an entry of its own day that names this one.
    """
    hold_the_books()
    chosen = day or day_to_close(by.today)
    _may_close(chosen, by.today)
    days = days_of_close(chosen)
    ticks = ticks_of(days)
    missing = [str(tick.tick.label) for tick in ticks if tick.open]
    if missing:
        raise Refused(Refusal("ticks_open", _("Still open: {ticks}."), ticks="; ".join(missing)))
    close = DayClose.objects.create(
        day=chosen,
        closed_at=by.now,
        closed_by=by.person,
        snapshot=snapshot_of(days),
        summary=summary_of(totals(days[0], days[-1])),
    )
    CloseTick.objects.bulk_create(
        [CloseTick(day=chosen, tick=each.tick, ticked_by=by.person, at=by.now, note=each.text) for each in ticks]
    )
    lock_days(days, by)
    by.changed(close, topic="board")
    return close


def _may_close(day: date, today: date) -> None:
    if PeriodLock.objects.filter(day=day).exists():
        raise Refused(Refusal("closed", _("{day} is closed already."), day=day))
    if day > today:
        raise Refused(Refusal("to_come", _("{day} is still to come."), day=day))
    due = day_to_close(today)
    if day != due:
        raise Refused(Refusal("not_next", _("{due} is to be closed first."), due=due))


def _check_goal(amount: Decimal, person: Person | None, team: Team | None) -> None:
    if amount <= 0:
        raise Invalid({"amount": _("A goal is more than 0.")})
    if person is not None and team is not None:
        raise Invalid({"team": _("A goal is a person's or a team's, not both.")})


def _write(goal: Goal, amount: Decimal, by: Actor) -> Goal:
    goal.amount, goal.updated_at = amount, by.now
    goal.save()
    by.changed(goal, topic="board")
    return goal
