"""The practice company's plain tasks: what people wrote down for themselves. The rest comes from the rooms above."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from callboard.core.demo import World, batched, update, write
from callboard.directory.models import AccountFacts
from callboard.work.actions.promising import is_late
from callboard.work.demo import days as days_of
from callboard.work.demo import handoffs, templates
from callboard.work.models import (
    Anchor,
    Deadline,
    DueKind,
    Project,
    ProjectStep,
    Promise,
    PromiseState,
    StakeKind,
    StepTie,
    Task,
    TaskState,
)
from callboard.work.queries.facts import next_promises_of, open_items_of

DAY = timedelta(days=1)
#: What people note: title, why, promised, what the money is, minutes.
NOTED = (
    ("Call {name} back", "You promised an answer about seat prices", True, StakeKind.MRR_AT_STAKE, 10),
    ("Send {name} the comparison", "They asked for it on the last call", True, StakeKind.POSSIBLE_MRR, 15),
    ("Check the logo for {name}", "The website waits for it", False, None, 5),
    ("Offer the agency website", "Rater for over a year, no website of ours", False, StakeKind.POSSIBLE_MRR, 20),
    ("Ask {name} about the new office", "A second location was mentioned", False, None, 10),
    ("Prepare the review with {name}", "Twice a year for this tier", False, StakeKind.MRR, 30),
)
#: Due this many days from today, and how it is meant.
DUE = ((-1, DueKind.DAY), (0, DueKind.BY), (0, DueKind.DAY), (1, DueKind.DAY), (3, DueKind.BY), (8, DueKind.DAY))

#: Kinds of tasks with a row beside them that is written once: their copies would be half of something.
ONCE = ("work.approval", "work.deadline", "work.handoff", "work.step")
#: Three projects that want the same days of the first of the desk: name, in how many days, steps (title, days before the
#: project's day, minutes, price of missing it), each waiting for the one before.
PROJECTS = (
    (
        "Trade show in Dallas",
        24,
        (
            ("Book the booth", 17, 240, 900),
            ("Pack and ship the crate", 10, 1500, 1800),
            ("Train the crew", 3, 480, 400),
        ),
    ),
    (
        "Renewal wave of spring",
        18,
        (
            ("List what ends", 14, 480, 0),
            ("Write every offer", 4, 1900, 5200),
            ("Call who has not answered", 1, 900, 3100),
        ),
    ),
    (
        "Migration of a network",
        16,
        (
            ("Agree on the fields", 13, 300, 0),
            ("Move the accounts", 2, 1800, 7400),
            ("Check with the customer", 0, 240, 0),
        ),
    ),
)
#: So many accounts are settled at a time.
SETTLED = 5000


def build(world: World) -> None:
    """Open tasks for the desk and the executives, and a past of finished ones. Needs accounts; without any, does nothing."""
    accounts = world.made.get("accounts", [])
    people = [*world["desk"], *world["executives"]]
    if not accounts:
        return
    ahead = [_open(world, person, accounts, number) for person in people for number in range(world.count(5))]
    past = [_done(world, person, accounts) for person in people for _number in range(world.count(20))]
    tasks = world.keep("tasks", write(Task, [*ahead, *past]))
    write(Promise, [_promise(world, task) for task in tasks if task.promised])
    handoffs.build(world)
    for name, days, steps in PROJECTS:
        _project(world, world["desk"][0], name, world.now.astimezone(world["desk"][0].tz).date() + days * DAY, steps)
    templates.build(world, PROJECTS)
    days_of.build(world)


def _project(world: World, person: Any, name: str, on: date, steps: Any) -> None:
    """A project with its own anchor; every step waits for the one before it."""
    when = {"created_at": world.now, "updated_at": world.now, "version": 1}
    (anchor,) = write(Anchor, [Anchor(name=name, day_on=on, owner=person, **when)])
    (project,) = write(Project, [Project(name=name, owner=person, anchor=anchor, own_anchor=True, **when)])
    tasks = world.keep(
        f"project:{name}",
        write(
            Task,
            [
                Task(
                    title=title,
                    kind="work.step",
                    owner=person,
                    created_by=person,
                    minutes=minutes,
                    stake=Decimal(price) if price else None,
                    stake_kind=StakeKind.TO_LOSE if price else "",
                    due_kind=DueKind.DAY,
                    due_at=datetime.combine(on - before * DAY, time(17), person.tz),
                    reason_code="counts",
                    reason_args={
                        "anchor": name,
                        "anchor_id": anchor.pk,
                        "days": -before,
                        "business": False,
                        "project_id": project.pk,
                    },
                    **when,
                )
                for title, before, minutes, price in steps
            ],
        ),
    )
    days = zip(tasks, steps, strict=True)
    write(
        Deadline,
        [Deadline(task=task, anchor=anchor, days=-step[1], day_on=on - step[1] * DAY, **when) for task, step in days],
    )
    made = write(ProjectStep, [ProjectStep(project=project, task=task, **when) for task in tasks])
    write(StepTie, [StepTie(step=after, waits_for=before, **when) for before, after in pairwise(made)])


def settle(world: World) -> None:
    """The facts of accounts that follow from tasks, when every room above has written its own."""
    for some in batched(AccountFacts.objects.order_by("pk").iterator(), SETTLED):
        rows = {row.pk: row for row in some}
        items, promises = open_items_of(rows), next_promises_of(rows)
        for pk, row in rows.items():
            row.open_items, row.next_promise_on = items.get(pk), promises.get(pk)
        update(some, ["open_items", "next_promise_on"])


def _open(world: World, person: Any, accounts: list[Any], number: int) -> Task:
    days, kind = DUE[(number + world.rng.randrange(2)) % len(DUE)]
    due_at = _at(world, person, days, world.rng.choice((10, 11, 14, 16)))
    return _task(world, person, accounts, due_at=due_at, due_kind=kind, created_at=due_at - 3 * DAY)


def _promise(world: World, task: Task) -> Promise:
    """The other half of a promised task."""
    kept = task.done_at is not None and task.due_at is not None and task.done_at <= task.due_at
    late = task.done_at is None and is_late(task, world.now)
    state = PromiseState.KEPT if kept else PromiseState.BROKEN if late or task.done_at else PromiseState.OPEN
    return Promise(
        task=task,
        promised_by=task.owner,
        team_id=task.owner.team_id if task.owner is not None else None,
        first_due_at=task.due_at,
        state=state,
        decided_at=None if state == PromiseState.OPEN else task.done_at or task.due_at,
        created_at=task.created_at,
        updated_at=task.updated_at,
        version=1,
    )


def _done(world: World, person: Any, accounts: list[Any]) -> Task:
    done_at = world.moment(end=world.now - DAY)
    return _task(
        world,
        person,
        accounts,
        due_at=done_at + DAY,
        created_at=done_at - 2 * DAY,
        state=TaskState.DONE,
        done_at=done_at,
        done_by=person,
    )


def _task(world: World, person: Any, accounts: list[Any], **fields: Any) -> Task:
    title, why, promised, stake_kind, minutes = world.rng.choice(NOTED)
    own = [account for account in accounts[:400] if account.owner_id == person.pk] or accounts
    account = world.rng.choice(own)
    stake = Decimal(world.rng.randrange(60, 1200)) if stake_kind else None
    return Task(
        title=title.format(name=account.name)[:200],
        note=why,
        promised=promised,
        stake=stake,
        stake_kind=stake_kind or "",
        minutes=minutes,
        account=account,
        owner=person,
        created_by=person,
        updated_at=fields["created_at"],
        version=1,
        **fields,
    )


def _at(world: World, person: Any, days: int, hour: int) -> datetime:
    """An hour of a day in the person's zone, days from today."""
    return datetime.combine(world.now.astimezone(person.tz).date() + days * DAY, time(hour), person.tz)
