"""What a deadline is made of: its day, its task's fields for it, and the sentence why it is due then."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid
from callboard.core.money import Money
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.team.queries import company_calendar, company_zone
from callboard.work.actions.opening import open_task
from callboard.work.models import Anchor, Deadline, DueKind, StakeKind
from callboard.work.rules.anchors import MOST_DAYS, day_from

#: The argument of a reason that says of which project the task is a step.
PROJECT = "project_id"
#: The hour of a deadline, on the wall of the place: the end of the office's day.
HOUR = time(17)


def open_deadline(
    by: Actor,
    kind: str,
    anchor: Anchor | None,
    days: int | None,
    business: bool,
    due_on: date | None,
    *,
    account: Account | None = None,
    owner: Person | None = None,
    stake: Money | None = None,
    reason_args: dict[str, Any] | None = None,
    **task: Any,
) -> Deadline:
    """A deadline with its task of a kind, inside an action's body; `task` is what else `open_task` takes. Invalid for days
    that make no day."""
    check_days(anchor, days, business, due_on)
    if anchor is not None and days is not None:
        day = day_from(anchor.day_on, days, business, company_calendar())
    elif due_on is not None:
        day = due_on
    else:
        raise Invalid({"due_on": _("Say by which day, or how many days from an anchor.")})
    deadline = Deadline(anchor=anchor, days=days, business=business, day_on=day, created_at=by.now)
    why = reason_of(deadline)
    deadline.task = open_task(
        by=by,
        kind=kind,
        account=account,
        owner=owner or (by.person if task.get("team") is None else None),
        stake=stake,
        stake_kind=StakeKind.TO_LOSE if stake is not None else "",
        reason_code=why["reason_code"],
        reason_args=why["reason_args"] | (reason_args or {}),
        **due_of(day, anchor),
        **task,
    )
    keep(deadline, by)
    if not company_calendar().works_on(day):
        by.say(_("Nobody works on {day}.").format(day=f"{day:%A, %Y-%m-%d}"))
    return deadline


def check_days(anchor: Anchor | None, days: int | None, business: bool, due_on: date | None) -> None:
    """Invalid: two days said, days of nothing, a removed anchor."""
    if days is not None and due_on is not None:
        raise Invalid({"due_on": _("Say a day, or how many days from the anchor: not both.")})
    if days is not None and anchor is None:
        raise Invalid({"anchor": _("So many days from what?")})
    if days is None and business:
        raise Invalid({"days": _("How many days of work?")})
    if days is not None and abs(days) > MOST_DAYS:
        raise Invalid({"days": _("That is too far from the anchor.")})
    if anchor is not None and anchor.removed_at is not None:
        raise Invalid({"anchor": _("This anchor is removed.")})


def due_of(day: date, anchor: Anchor | None) -> dict[str, Any]:
    """The task's fields of a day: at a place with a clock of its own by its office's end, else some time that day."""
    ours = company_zone()
    zone = (anchor.zone if anchor is not None else "") or ours
    kind = DueKind.DAY if zone == ours else DueKind.BY
    return {"due_at": datetime.combine(day, HOUR, ZoneInfo(zone)), "due_kind": kind}


def reason_of(deadline: Deadline) -> dict[str, Any]:
    """The task's fields that say why it is due then."""
    # Which project it is a step of is not the deadline's to say.
    held = deadline.task.reason_args if deadline.task_id is not None else {}
    kept = {PROJECT: held[PROJECT]} if PROJECT in held else {}
    if deadline.anchor is None or deadline.days is None:
        return {"reason_code": "fixed", "reason_args": kept}
    anchor = deadline.anchor
    arguments = {"anchor": anchor.name, "anchor_id": anchor.pk, "days": deadline.days, "business": deadline.business}
    return {"reason_code": "counts", "reason_args": arguments | kept}


def keep(deadline: Deadline, by: Actor) -> None:
    """Save it and tell the open pages."""
    deadline.updated_at = by.now
    deadline.save()
    by.changed(deadline)
    if deadline.anchor is not None:
        by.changed(deadline.anchor)
