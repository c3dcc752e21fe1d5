"""Deadlines set, moved by hand, put back on their anchor's day, done. Each is a task with a day that is worked out."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.money import Money
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.team.queries import company_calendar
from callboard.work.actions.closing import drop_task, finish_task, reopen_task
from callboard.work.actions.dated import check_days, due_of, keep, open_deadline, reason_of
from callboard.work.actions.kept import deadline_args
from callboard.work.actions.opening import closed, write_task
from callboard.work.models import Anchor, Deadline, StakeKind
from callboard.work.queries.anchors import off_its_anchor, with_due_day
from callboard.work.rules.anchors import day_from

KIND = "work.deadline"


@action(
    _("Set deadline"),
    said=_("Set “{result}”"),
    who="work.plan",
    undo="work.drop_deadline",
    icon="flag",
    roots=lambda given: {pk for pk in (_account_of(given),) if pk is not None},
)
def create_deadline(
    *,
    by: Actor,
    title: str,
    anchor: Anchor | None = None,
    days: int | None = None,
    business: bool = False,
    due_on: date | None = None,
    price: Money | None = None,
    owner: Person | None = None,
    account: Account | None = None,
    note: Text | None = None,
) -> Deadline:
    """So many days from an anchor (before it where negative), or on a day of its own; `price` is what missing it costs.
    Opens its task, for whoever sets it where no owner is said."""
    return open_deadline(
        by,
        KIND,
        anchor,
        days,
        business,
        due_on,
        title=title,
        owner=owner,
        account=account or (anchor.account if anchor is not None else None),
        stake=price,
        note=note or "",
    )


def _account_of(given: dict[str, Any]) -> int | None:
    account, anchor = given.get("account"), given.get("anchor")
    return account.pk if account is not None else anchor.account_id if anchor is not None else None


@action(
    _("Changed deadline"), said=_("Changed “{deadline}”"), who="work.plan", undo="work.put_deadline_back", icon="pencil"
)
def change_deadline(
    deadline: Deadline,
    *,
    by: Actor,
    title: str | None = None,
    days: int | None = None,
    business: bool | None = None,
    price: Money | None = None,
) -> Deadline:
    """What is not said stays. With other days it moves to the day they give; a fixed one has none."""
    task = deadline.task
    by.undo_args(**deadline_args(deadline))
    fields: dict[str, Any] = {}
    if title is not None:
        if not title.strip():
            raise Invalid({"title": _("Say what there is to do.")})
        fields["title"] = " ".join(title.split())[:200]
    if price is not None:
        fields |= {"stake": price, "stake_kind": StakeKind.TO_LOSE}
    if (days is not None and days != deadline.days) or (business is not None and business != deadline.business):
        check_days(deadline.anchor, deadline.days if days is None else days, False, None)
        deadline.days = deadline.days if days is None else days
        deadline.business = deadline.business if business is None else business
        fields |= _recounted(deadline)
    write_task(task, fields | reason_of(deadline), by)
    keep(deadline, by)
    return deadline


def _recounted(deadline: Deadline) -> dict[str, Any]:
    """Its day worked out anew, and the task's fields for it."""
    if deadline.anchor is None or deadline.days is None:
        raise Invalid({"days": _("It is fixed: it counts from no anchor.")})
    deadline.day_on = day_from(deadline.anchor.day_on, deadline.days, deadline.business, company_calendar())
    return due_of(deadline.day_on, deadline.anchor)


@action(
    _("Moved deadline"),
    said=_("Moved “{deadline}” to {on}"),
    who="work.plan",
    undo="work.set_deadline_day",
    icon="calendar-event",
)
def set_deadline_day(deadline: Deadline, *, by: Actor, on: date) -> Deadline:
    """Another day by hand. One that counts from an anchor asks from now on before it moves with it."""
    before = with_due_day(Deadline.objects.filter(pk=deadline.pk)).values_list("due_day", flat=True).get()
    if before is not None:
        by.undo_args(on=before)
    if deadline.days is None:
        deadline.day_on = on
    write_task(deadline.task, due_of(on, deadline.anchor), by)
    keep(deadline, by)
    return deadline


@action(
    _("Put deadline back on its anchor"),
    said=_("“{deadline}” is due on {result.day_on}, as its anchor says"),
    who="work.plan",
    undo="work.set_deadline_day",
    icon="anchor",
)
def follow_anchor(deadline: Deadline, *, by: Actor) -> Deadline:
    """On the day its anchor gives it, and moving with it again."""
    found = with_due_day(Deadline.objects.filter(pk=deadline.pk)).get()
    if not off_its_anchor(found):
        raise Refused(Refusal("follows", _("It is on the day its anchor gives it.")))
    if found.due_day is not None:
        by.undo_args(on=found.due_day)
    write_task(deadline.task, due_of(deadline.day_on, deadline.anchor), by)
    keep(deadline, by)
    return deadline


@action(
    _("Noted that the customer was told"),
    said=_("The customer was told of “{deadline}”"),
    who="work.plan",
    undo="work.forget_deadline_told",
    icon="message-check",
)
def mark_deadline_told(deadline: Deadline, *, by: Actor) -> Deadline:
    """The customer knows this day: it asks before it moves with its anchor."""
    deadline.told_on = by.today
    keep(deadline, by)
    return deadline


@action(
    _("Noted that the customer was not told"),
    said=_("The customer was not told of “{deadline}”"),
    who="work.plan",
    undo="work.mark_deadline_told",
    icon="message-x",
)
def forget_deadline_told(deadline: Deadline, *, by: Actor) -> Deadline:
    """They do not know it after all."""
    deadline.told_on = None
    keep(deadline, by)
    return deadline


@action(_("Finished deadline"), said=_("Kept “{deadline}”"), who="work.do", undo="work.reopen_deadline", icon="check")
def finish_deadline(deadline: Deadline, *, by: Actor) -> Deadline:
    """Its task is done."""
    finish_task(deadline.task, by=by)
    keep(deadline, by)
    return deadline


@action(_("Dropped deadline"), said=_("Dropped “{deadline}”"), who="work.plan", undo="work.reopen_deadline", icon="x")
def drop_deadline(deadline: Deadline, *, by: Actor) -> Deadline:
    """It need not be kept: its task is dropped."""
    drop_task(deadline.task, by=by)
    keep(deadline, by)
    return deadline


@action(
    _("Reopened deadline"),
    said=_("Reopened “{deadline}”"),
    who="work.plan",
    final=_("Finish or drop it again."),
    icon="rotate",
)
def reopen_deadline(deadline: Deadline, *, by: Actor) -> Deadline:
    """It is to be kept after all."""
    reopen_task(deadline.task, by=by)
    keep(deadline, by)
    return deadline


@change_deadline.can
@set_deadline_day.can
@finish_deadline.can
@drop_deadline.can
def _is_open(deadline: Deadline, now: datetime) -> Refusal | None:
    return closed(deadline.task)


@follow_anchor.can
def _may_follow(deadline: Deadline, now: datetime) -> Refusal | None:
    if deadline.anchor is None or deadline.days is None:
        return Refusal("fixed", _("It is fixed: it counts from no anchor."))
    if deadline.anchor.removed_at is not None:
        return Refusal("removed", _("This anchor is removed."))
    return closed(deadline.task)


@mark_deadline_told.can
def _not_told(deadline: Deadline, now: datetime) -> Refusal | None:
    return Refusal("told", _("They were told.")) if deadline.told_on is not None else closed(deadline.task)


@forget_deadline_told.can
def _told(deadline: Deadline, now: datetime) -> Refusal | None:
    return Refusal("not_told", _("They were not told.")) if deadline.told_on is None else None


@reopen_deadline.can
def _is_closed(deadline: Deadline, now: datetime) -> Refusal | None:
    return reopen_task.refusal(deadline.task, now)
