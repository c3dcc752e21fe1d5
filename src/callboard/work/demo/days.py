"""The practice company's shows with what has to be done before each, and who has to say yes to what."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from callboard.core.demo import World, update, write
from callboard.team.models import Role
from callboard.work.models import (
    Anchor,
    AnchorKind,
    Approval,
    ApprovalKind,
    ApprovalRule,
    ApprovalState,
    ApprovalStep,
    Approver,
    Deadline,
    DueKind,
    StakeKind,
    Task,
)
from callboard.work.queries.approvals import candidates

DAY = timedelta(days=1)
#: The shows where no calendar names one, with the days until each.
SHOWS = (("Gulf States Expo", "New Orleans, Hall C", 52), ("Rater Users Week", "Orlando", 80))
#: What has to be done before a show opens: title, days before, what missing it costs.
BEFORE = (
    ("Order power and network", 28, 640),
    ("Send badge names", 14, 150),
    ("Ship the demo screens", 9, 1250),
)
#: Who says yes: to what, from which amount on, in which step, who, of which role.
RULES = (
    (ApprovalKind.PURCHASE, 0, 1, Approver.MANAGER, ""),
    (ApprovalKind.PURCHASE, 1000, 2, Approver.ROLE, Role.FINANCE),
    (ApprovalKind.DISCOUNT, 1000, 1, Approver.MANAGER, ""),
)
#: What was asked for: title, amount, what for, what was said and why.
ASKED = (
    ("Headsets for two new colleagues", 380, "They start on the first.", ApprovalState.APPROVED, "The usual ones."),
    ("Banner wall for the booth", 1450, "The old one does not name the website.", ApprovalState.OPEN, ""),
)


def build(world: World) -> None:
    """Two shows with their deadlines, the rules of approval, one approval decided and one that waits. Draws nothing: what the
    rooms above make stays as it was."""
    owner = world["desk"][-1]
    for name, place, on in _shows(world):
        _show(world, owner, name, place, on)
    rules = write(
        ApprovalRule,
        [
            ApprovalRule(
                kind=kind,
                over=Decimal(over),
                step=step,
                who=who,
                role=role,
                starts_on=world.since.date(),
                **_when(world),
            )
            for kind, over, step, who, role in RULES
        ],
    )
    for asked in ASKED:
        _approval(world, rules[0], world["executives"][0], *asked)


def _when(world: World) -> dict[str, Any]:
    return {"created_at": world.now, "updated_at": world.now, "version": 1}


def _shows(world: World) -> list[tuple[str, str, date]]:
    """The next two of the calendar for which something is still to be done."""
    today = world.now.date()
    events = [each for each in world.made.get("events", []) if each.categories == ["Convention"]]
    ahead = sorted((each.starts_on, each.title, each.place) for each in events if each.starts_on > today + 30 * DAY)
    found = [(title, place, on) for on, title, place in ahead[: len(SHOWS)]]
    return found or [(name, place, today + days * DAY) for name, place, days in SHOWS]


def _show(world: World, owner: Any, name: str, place: str, on: date) -> None:
    anchor = Anchor(name=name, kind=AnchorKind.SHOW_OPENS, day_on=on, place=place, owner=owner, **_when(world))
    write(Anchor, [anchor])
    tasks = [
        Task(
            title=f"{title}: {name}"[:200],
            kind="work.deadline",
            owner=owner,
            created_by=owner,
            minutes=30,
            stake=Decimal(price),
            stake_kind=StakeKind.TO_LOSE,
            due_kind=DueKind.DAY,
            due_at=datetime.combine(on - before * DAY, time(17), owner.tz),
            reason_code="counts",
            reason_args={"anchor": name, "anchor_id": anchor.pk, "days": -before, "business": False},
            **_when(world),
        )
        for title, before, price in BEFORE
    ]
    write(Task, tasks)
    write(
        Deadline,
        [
            Deadline(task=task, anchor=anchor, days=-before, day_on=on - before * DAY, **_when(world))
            for task, (_title, before, _price) in zip(tasks, BEFORE, strict=True)
        ],
    )


def _approval(
    world: World, rule: ApprovalRule, asker: Any, title: str, amount: int, text: str, state: ApprovalState, because: str
) -> None:
    person = candidates(rule, asker, (), world.now)[0]
    waits = state == ApprovalState.OPEN
    task = _task(world, asker, person, title, amount, text) if waits else None
    decided = {} if waits else {"decided_at": world.now - DAY}
    approval = Approval(
        title=title,
        kind=rule.kind,
        amount=Decimal(amount),
        text=text,
        asked_by=asker,
        state=state,
        step=1,
        task=task,
        **decided,
        **_when(world),
    )
    write(Approval, [approval])
    if task is not None:
        task.source_kind, task.source_id = Approval._meta.label_lower, approval.pk
        update([task], ["source_kind", "source_id"])
    said = {} if waits else {"decided_by": person, "because": because, **decided}
    write(
        ApprovalStep,
        [ApprovalStep(approval=approval, number=1, rule=rule, sent_to=person, state=state, **said, **_when(world))],
    )


def _task(world: World, asker: Any, person: Any, title: str, amount: int, text: str) -> Task:
    (task,) = write(
        Task,
        [
            Task(
                title=f"Approve: {title}",
                kind="work.approval",
                owner=person,
                created_by=asker,
                stake=Decimal(amount),
                reason_code="asks",
                reason_args={"name": asker.name, "text": text},
                **_when(world),
            )
        ],
    )
    return task
