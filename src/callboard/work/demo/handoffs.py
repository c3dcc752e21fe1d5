"""The practice company's hand-offs: beside the tasks of orders, and what was asked of departments by hand, with service levels."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from callboard.core.demo import World, update, write
from callboard.team.models import Person
from callboard.work.actions.handing import KIND
from callboard.work.models import (
    Clock,
    ClockState,
    DueKind,
    Handoff,
    HandoffState,
    HandoffStep,
    Measure,
    ServiceLevel,
    Task,
    TaskState,
)

HOUR = timedelta(hours=1)
DONE = "It is set up and was tried with them."
REQUESTED, ACCEPTED, ASKED_BACK = HandoffState.REQUESTED, HandoffState.ACCEPTED, HandoffState.ASKED_BACK
RETURNED, FINISHED, WITHDRAWN = HandoffState.RETURNED, HandoffState.FINISHED, HandoffState.WITHDRAWN
#: What was asked by hand: what, the words, the state it is in.
ASKED = (
    ("Set up direct debit", "The mandate came by mail this morning.", REQUESTED),
    ("Correct the invoice of last month", "They were billed for two seats too many.", ACCEPTED),
    ("Move the training a week", "Their office moves that week.", ASKED_BACK),
    ("Import their old contacts", "The file is on the account.", RETURNED),
    ("Send a credit note", "As agreed on the phone.", FINISHED),
    ("Train the new hires", "Three people, all in sales.", FINISHED),
    ("Change the billing contact", "The old one left.", WITHDRAWN),
)
#: What the department said where it is the turn of whoever asked.
SAID = {ASKED_BACK: "Which week suits them?", RETURNED: "The file has no names in it."}
RESPONSE_HOURS, RESOLUTION_HOURS = Decimal(4), Decimal(24)


def beside(tasks: Sequence[Any], asked_by: Any, texts: Sequence[str]) -> list[Handoff]:
    """The hand-off of each task that its state says: open and nobody's it is requested, somebody's accepted."""
    handoffs = write(
        Handoff,
        [
            Handoff(
                task=task,
                account=task.account,
                team=task.team,
                text=text,
                requested_by=asked_by,
                accepted_by_id=task.owner_id,
                state=_state(task),
                wanted_at=task.due_at,
                proof=DONE if task.state == TaskState.DONE else "",
                ended_at=task.done_at,
                **_at(task.created_at),
            )
            for task, text in zip(tasks, texts, strict=True)
        ],
    )
    for handoff in handoffs:
        handoff.task.reason_args = {**handoff.task.reason_args, "handoff_id": handoff.pk}
    update(tasks, ["reason_args"])
    write(HandoffStep, [step for handoff in handoffs for step in _steps(handoff)])
    return handoffs


def build(world: World) -> None:
    """A service level since the beginning, and for each department a hand-off in every state. Needs accounts."""
    accounts, departments = world.made.get("accounts", []), world.made.get("departments", [])
    if not accounts or not departments:
        return
    (level,) = write(
        ServiceLevel,
        [
            ServiceLevel(
                kind=KIND,
                response_hours=RESPONSE_HOURS,
                resolution_hours=RESOLUTION_HOURS,
                starts_on=world.since.date(),
                **_at(world.since),
            )
        ],
    )
    members: dict[int, Person] = {}
    for person in world["people"]:
        members.setdefault(person.team_id, person)
    for team in departments:
        asked = [_asked(world, team, members[team.pk], accounts, state) for _what, _text, state in ASKED]
        tasks = write(Task, asked)
        rows = []
        for task, (what, text, state) in zip(tasks, ASKED, strict=True):
            task.title = what
            rows.append(_handoff(task, text, state, members[team.pk], level))
        handoffs = write(Handoff, rows)
        for handoff in handoffs:
            handoff.task.source_kind, handoff.task.source_id = Handoff._meta.label_lower, handoff.pk
            handoff.task.reason_code = handoff.state
            handoff.task.reason_args = {
                "name": str(handoff.requested_by), "team": team.name, "text": SAID.get(HandoffState(handoff.state), "")
            }  # fmt: skip
        update(tasks, ["title", "source_kind", "source_id", "reason_code", "reason_args"])
        write(HandoffStep, [step for handoff in handoffs for step in _steps(handoff)])


def _asked(world: World, team: Any, member: Person, accounts: list[Any], state: HandoffState) -> Task:
    """The task of one of ASKED, in the turn its state says."""
    asker = world.rng.choice([*world["desk"], *world["executives"]])
    begun = world.now - world.rng.randint(3, 60) * HOUR
    over = {FINISHED: TaskState.DONE, WITHDRAWN: TaskState.DROPPED}.get(state)
    owner = asker if state in SAID else None if state == REQUESTED else member
    return Task(
        title=team.name,
        kind=KIND,
        account=world.rng.choice(accounts),
        owner=owner,
        team=team,
        state=over or TaskState.OPEN,
        done_at=begun + 2 * HOUR if over else None,
        done_by=member if over else None,
        created_by=asker,
        due_at=world.now + world.rng.randint(2, 40) * HOUR,
        due_kind=DueKind.BY,
        **_at(begun),
    )


def _handoff(task: Any, text: str, state: HandoffState, member: Person, level: ServiceLevel) -> Handoff:
    return Handoff(
        task=task,
        account=task.account,
        team=task.team,
        text=text,
        requested_by_id=task.created_by_id,
        accepted_by=None if state in (REQUESTED, WITHDRAWN, RETURNED) else member,
        state=state,
        response=_clock(task, Measure.RESPONSE, state, level),
        resolution=_clock(task, Measure.RESOLUTION, state, level),
        proof=DONE if state == FINISHED else "",
        ended_at=task.done_at,
        **_at(task.created_at),
    )


def _clock(task: Task, measure: Measure, state: HandoffState, level: ServiceLevel) -> Clock:
    """One clock as it stands; those that run carry no print of hours, so that the next minute reckons them."""
    hours = RESPONSE_HOURS if measure == Measure.RESPONSE else RESOLUTION_HOURS
    stands = ClockState.DROPPED if state == WITHDRAWN else ClockState.MET
    if measure == Measure.RESOLUTION and state in SAID:
        stands = ClockState.PAUSED
    runs = state == REQUESTED or (measure == Measure.RESOLUTION and state == ACCEPTED)
    begun: Any = task.created_at
    due_at = begun + float(hours) * HOUR + timedelta(days=30)
    (clock,) = write(
        Clock,
        [
            Clock(
                kind=KIND,
                measure=measure,
                level=level,
                team_id=task.team_id,
                tier=task.account.tier or "" if task.account is not None else "",
                state=ClockState.RUNNING if runs else stands,
                started_at=begun,
                allowed_seconds=int(hours * 3600),
                since_at=begun if runs else None,
                stood_at=None if runs else begun + HOUR,
                due_at=due_at,
                warn_at=due_at,
                **_at(begun),
            )
        ],
    )
    return clock


def _state(task: Task) -> HandoffState:
    if task.state == TaskState.DONE:
        return FINISHED
    return WITHDRAWN if task.state == TaskState.DROPPED else ACCEPTED if task.owner_id is not None else REQUESTED


def _steps(handoff: Handoff) -> list[HandoffStep]:
    """From being asked to where it stands: each an hour after the one before, the last before the hand-off ended."""
    state = HandoffState(handoff.state)
    through = [ACCEPTED] if state in (FINISHED, ASKED_BACK) and handoff.accepted_by_id is not None else []
    states = list(dict.fromkeys([REQUESTED, *through, state]))
    begun: Any = handoff.created_at
    end = handoff.ended_at or begun + (len(states) - 1) * HOUR
    moments = [begun + (end - begun) * number / max(1, len(states) - 1) for number in range(len(states))]
    return [
        HandoffStep(
            handoff=handoff,
            state=each,
            person_id=handoff.requested_by_id if each == REQUESTED else handoff.accepted_by_id,
            text=SAID.get(each, handoff.proof if each == FINISHED else ""),
            since_at=moments[place],
            until_at=moments[place + 1] if place + 1 < len(states) else None,
            **_at(moments[place]),
        )
        for place, each in enumerate(states)
    ]


def _at(moment: datetime | None) -> dict[str, Any]:
    return {"created_at": moment, "updated_at": moment, "version": 1}
