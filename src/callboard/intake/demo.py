"""The practice company's queue: eighteen months of answered mail, and what waits this morning.  Set-based."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.copies import Copied
from callboard.core.demo import World, write
from callboard.intake.actions.routing import decision_row, turn_rows
from callboard.intake.models import Assignment, Decision, Medium, QueueItem, RoutingRule, State, Turn, Wants
from callboard.intake.queries import Desk, desk_now, item_facts
from callboard.intake.queries.checks import KIND, TASK_KIND
from callboard.intake.queries.settings import desk_with_people
from callboard.intake.reading.intent import Facts, Intent, read_intent
from callboard.intake.rules import Mode, decide_all
from callboard.intake.rules.due import answer_due, priority_of, units_of
from callboard.intake.seeds import everything_else, usual_rules
from callboard.team.models import Person, Pool, Setting
from callboard.work.demo import ONCE
from callboard.work.models import Promise, Task, TaskState

#: Somebody has an item this long before it is answered, where nobody wrote an answer.
HELD = timedelta(hours=3)
SPAM_FROM = 0.8
PATIENCE_MIN = 30 * 24 * 60


@dataclass(frozen=True)
class Given:
    """An item somebody got: when, why, and since when it is done (None: still open)."""

    item: QueueItem
    person: Person
    at: datetime
    code: str
    done_at: datetime | None
    rule_id: int | None = None
    args: dict[str, Any] | None = None


def build(world: World) -> None:
    """Rules, items of every mail a person wrote, their assignments and tasks.  Needs channels' messages."""
    _rules(world)
    wrote = [m for m in world.made.get("messages", []) if m.direction == "in" and m.kind == Message.Kind.MESSAGE]
    fresh = {message.pk for message in world.made.get("fresh_messages", [])}
    desk = desk_now(world.now, clock.business_day(world.now))
    answers = _answers(world.made.get("messages", []))
    past = [_item(message, desk, world.now) for message in wrote if message.pk not in fresh]
    today = [_item(message, desk, world.now) for message in wrote if message.pk in fresh]
    for item in today:  # nobody of the practice company is written to because it was made just now
        item.warned_at = item.escalated_at = world.now
    done = [_past(world, item, answers) for item in past]
    _write(past, done, desk)
    _write(today, _route(world, today, desk), desk)
    world.keep("items", [*past, *today])


def copies(world: World, times: int) -> list[Copied]:
    """Items that are done, with who had them, and every task but those of this morning's mail."""
    sender = "LEFT JOIN directory_contact AS c ON c.id = {contact_id}"
    renamed = "coalesce(replace(t.title, o.name, a.name), t.title)"
    accounts = "LEFT JOIN directory_account AS o ON o.id = t.account_id"
    accounts += " LEFT JOIN directory_account AS a ON a.id = {account_id}"
    once = ", ".join(f"'{kind}'" for kind in ONCE)
    return [
        Copied(QueueItem, {"sender": "coalesce(c.name, t.sender)"}, sender, where=f"t.state = '{State.DONE}'"),
        Copied(Assignment, where="t.ended_at IS NOT NULL"),
        Copied(
            Task,
            {"title": f"left({renamed}, 200)"},
            accounts,
            where=f"t.kind NOT IN ({once}) AND (t.state <> 'open' OR t.source_kind <> '{KIND}')",
        ),
        Copied(Promise, where=f"t.task_id NOT IN (SELECT id FROM work_task WHERE kind IN ({once}))"),  # noqa: S608
    ]


def _rules(world: World) -> None:
    """The usual rules and the one after them.  Proposals of the practice company wait for whoever tries it out, not ten minutes."""
    patience = Setting(key="intake.proposal_minutes", value=PATIENCE_MIN, valid_from_on=world.since.date())
    write(Setting, [patience])
    pools = {pool.name: pool for pool in Pool.objects.all()}
    rows = [{**row.values, "pool": pools.get(row.pool)} for row in usual_rules() if row.pool in ("", *pools)]
    desk = desk_with_people()
    rows += [everything_else(desk)] if desk is not None else []
    since = {"created_at": world.since, "updated_at": world.since, "version": 1}
    write(
        RoutingRule,
        [RoutingRule(position=position, **row, **since) for position, row in enumerate(rows, start=1)],
    )


def _answers(messages: list[Message]) -> dict[int, Message]:
    """Our first answer in each conversation."""
    found: dict[int, Message] = {}
    for message in messages:
        if message.direction == "out" and message.thread_id is not None:
            found.setdefault(message.thread_id, message)
    return found


def _item(message: Message, desk: Desk, now: datetime) -> QueueItem:
    intent: Intent = read_intent(message.subject, message.reply_text, Facts(known=message.account_id is not None))
    at = message.received_at or message.sent_at or now
    tier = (message.account.tier or "") if message.account else ""
    return QueueItem(
        message=message,
        medium=Medium.MAIL,
        subject=message.subject[:300],
        sender=message.from_name or message.from_address,
        intent=intent.code,
        confidence=intent.confidence,
        intent_words=list(intent.words),
        spam=intent.code == Wants.SPAM and intent.confidence >= SPAM_FROM and message.account_id is None,
        account=message.account,
        contact=message.contact,
        priority=priority_of(intent.code),
        received_at=at,
        due_at=answer_due(at, tier, desk.settings.answer_minutes, desk.calendar),
        created_at=at,
        updated_at=at,
        version=1,
    )


def _past(world: World, item: QueueItem, answers: dict[int, Message]) -> Given:
    """Done by whoever answered; without an answer by the owner or somebody of the desk."""
    answer = answers.get(item.message.thread_id or 0) if item.message else None
    if answer is not None and answer.by_person is not None and answer.received_at is not None:
        person, done_at = answer.by_person, max(answer.received_at, item.received_at)
        item.answered_at = done_at
    else:
        owner = item.account.owner if item.account else None
        person = owner if owner is not None and owner.is_active else world.rng.choice(world["desk"])
        done_at = min(item.received_at + HELD, world.now)
    item.state, item.person, item.closed_at, item.updated_at = State.DONE, person, done_at, done_at
    if world.rng.random() < 0.04:
        item.corrected_intent = Wants.QUESTION if item.intent != Wants.QUESTION else Wants.SUPPORT
    item.why_code, item.why_args = "taken", {"person": person.pk}
    return Given(item, person, item.received_at, "taken", done_at)


def _route(world: World, items: list[QueueItem], desk: Desk) -> list[Given]:
    """Today's mail goes through the rules themselves; what they propose or cannot give waits."""
    write(QueueItem, items)
    routed = [item for item in items if not item.spam]
    by_id = {item.pk: item for item in routed}
    facts = item_facts(routed, desk, clock.business_day(world.now))
    decisions = decide_all(facts.values(), desk.rules, desk.people, desk.loads, desk.turns, world.now)
    people = {person.pk: person for person in world["people"]}
    given: list[Given] = []
    for one in decisions:
        item = by_id[one.item]
        item.pool_id, item.why_code, item.why_args, item.rule_id = one.pool, one.code, one.args, one.rule
        if one.winner is None:
            continue
        person = people[one.winner]
        if one.mode is Mode.PROPOSE:
            item.state, item.proposed_to, item.proposed_at = State.PROPOSED, person, world.now
            continue
        item.state, item.person = State.ASSIGNED, person
        given.append(Given(item, person, item.received_at, one.code, None, one.rule, one.args))
    write(Decision, [decision_row(one, facts[one.item], world.now) for one in decisions])
    write(Turn, turn_rows(decisions, desk, world.now))
    changed = ["state", "person", "proposed_to", "proposed_at", "pool", "rule", "why_code", "why_args"]
    QueueItem.objects.bulk_update(items, changed, batch_size=500)
    return given


def _write(items: list[QueueItem], given: list[Given], desk: Desk) -> None:
    write(QueueItem, [item for item in items if item.pk is None])
    tasks = write(Task, [_task(one) for one in given])
    write(Assignment, [_assignment(one, task, desk) for one, task in zip(given, tasks, strict=True)])


def _task(one: Given) -> Task:
    item = one.item
    return Task(
        title=f"Answer: {item.subject or item.sender}"[:200],
        kind=TASK_KIND,
        account=item.account,
        owner=one.person,
        state=TaskState.DONE if one.done_at else TaskState.OPEN,
        due_at=item.due_at,
        reason_code=one.code,
        reason_args={"intent": item.wants, "sender": item.sender},
        source_kind=KIND,
        source_id=item.pk,
        done_at=one.done_at,
        done_by=one.person if one.done_at else None,
        created_at=one.at,
        updated_at=one.done_at or one.at,
        version=1,
    )


def _assignment(one: Given, task: Task, desk: Desk) -> Assignment:
    return Assignment(
        item=one.item,
        person=one.person,
        rule_id=one.rule_id,
        task=task,
        assigned_at=one.at,
        units=units_of(one.item.wants, one.item.medium, desk.settings.units),
        ended_at=one.done_at,
        why_code=one.code,
        why_args=one.args or {"person": one.person.pk},
        created_at=one.at,
        updated_at=one.done_at or one.at,
        version=1,
    )
