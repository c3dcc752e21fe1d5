"""Everything routing looks at, gathered for a whole batch in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Max, Q, Sum

from callboard.channels.models import Message
from callboard.directory.models import Account, AccountOwner
from callboard.intake.models import Assignment, QueueItem, RoutingRule, Turn
from callboard.intake.queries.settings import IntakeSettings, desk_pool, intake_settings
from callboard.intake.rules import (
    Conditions,
    ItemFacts,
    Loads,
    Mode,
    People,
    PersonFacts,
    Rule,
    Rules,
    Strategy,
    TurnFacts,
    Turns,
)
from callboard.intake.rules.due import units_of
from callboard.team.models import Person, PoolMember
from callboard.team.queries import available, company_calendar, cover_of
from callboard.team.rules.business_time import WorkCalendar, is_open

#: What keeps a person from getting a mail; a call asks for more.
LASTING = frozenset({"left", "absent", "blocked"})
IDLE_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Desk:
    """What a batch of decisions stands on."""

    rules: Rules
    people: People
    loads: Loads
    turns: Turns
    settings: IntakeSettings
    calendar: WorkCalendar


def desk_now(now: datetime, on: date, *, table: Iterable[RoutingRule] | None = None) -> Desk:
    """The routing table, the people, their loads and turns at an instant.  `table` tries other rules."""
    settings = intake_settings(on)
    rows = list(RoutingRule.objects.filter(active=True) if table is None else table)
    return Desk(
        rules=Rules(rule_facts(row) for row in rows),
        people=people_facts(now, settings),
        loads=loads_now(now),
        turns=turns_of(rows),
        settings=settings,
        calendar=company_calendar(),
    )


def rule_facts(row: RoutingRule) -> Rule:
    """A row of the routing table as the decision reads it."""
    asked = row.conditions
    conditions = Conditions(
        tiers=frozenset(asked.get("tiers", ())),
        states=frozenset(asked.get("states", ())),
        languages=frozenset(asked.get("languages", ())),
        channels=frozenset(asked.get("channels", ())),
        mailboxes=frozenset(asked.get("mailboxes", ())),
        known=asked.get("known"),
        has_owner=asked.get("has_owner"),
        in_hours=asked.get("in_hours"),
        confidence=float(asked.get("confidence", 0)),
    )
    return Rule(
        id=row.pk,
        position=row.position,
        name=row.name,
        strategy=Strategy(row.strategy),
        version=row.edition,
        intents=frozenset(row.intents),
        conditions=conditions,
        pool=row.pool_id,
        person=row.person_id,
        role=row.role,
        mode=Mode(row.mode),
        past_limit=row.past_limit,
        same_language=row.same_language,
    )


def people_facts(now: datetime, settings: IntakeSettings) -> People:
    """Everyone who works here, with their pools, and why they cannot take anything now."""
    people = list(Person.objects.active())
    free = available(now, people)
    weights: dict[int, dict[int, int]] = {}
    limits: dict[int, dict[int, Decimal]] = {}
    for member in PoolMember.objects.all():
        weights.setdefault(member.person_id, {})[member.pool_id] = member.weight
        if member.unit_limit is not None:
            limits.setdefault(member.person_id, {})[member.pool_id] = Decimal(member.unit_limit)
    desk = desk_pool(settings.desk_pool)
    return People(
        (_person(person, str(free[person.pk].reason), weights, limits, settings, now) for person in people),
        desk.pk if desk else None,
    )


def _person(
    person: Person,
    reason: str,
    weights: dict[int, dict[int, int]],
    limits: dict[int, dict[int, Decimal]],
    settings: IntakeSettings,
    now: datetime,
) -> PersonFacts:
    cause = reason if reason in LASTING else ""
    return PersonFacts(
        id=person.pk,
        name=person.name,
        pools=weights.get(person.pk, {}),
        cause=cause,
        cover=cover_of(person, now) if cause else None,
        limit=settings.unit_limit,
        limits=limits.get(person.pk, {}),
        languages=frozenset({"en", person.locale.split("-")[0]}),
    )


def loads_now(now: datetime) -> Loads:
    """Units everybody holds in open assignments, and when they last got one in the last 30 days."""
    held = Assignment.objects.filter(ended_at=None).values_list("person").annotate(units=Sum("units"))
    recent = Assignment.objects.filter(assigned_at__gte=now - IDLE_WITHIN)
    return Loads(dict(held), dict(recent.values_list("person").annotate(last=Max("assigned_at"))))


def turns_of(rows: Sequence[RoutingRule]) -> Turns:
    """Where every rotation stands."""
    turns = Turns()
    for turn in Turn.objects.filter(rule__in=rows):
        mine = turns.by_rule.setdefault(turn.rule_id, {})
        mine[turn.person_id] = TurnFacts(turn.count, turn.start, turn.end, turn.number)
    return turns


def item_facts(items: Sequence[QueueItem], desk: Desk, on: date) -> dict[int, ItemFacts]:
    """Items as the rules see them, by id.  `message` must be loaded with them.  Four queries."""
    accounts = Account.objects.in_bulk({item.account_id for item in items if item.account_id})
    support = support_of(accounts, on)
    threads = thread_people({item.message.thread_id for item in items if item.message and item.message.thread_id})
    found = {}
    for item in items:
        account = accounts.get(item.account_id) if item.account_id else None
        message = item.message
        thread = message.thread_id if message else None
        found[item.pk] = ItemFacts(
            id=item.pk,
            intent=item.wants,
            received_at=item.received_at,
            channel=item.medium,
            confidence=item.confidence,
            priority=item.priority,
            units=units_of(item.wants, item.medium, desk.settings.units),
            tier=(account.tier or "") if account else "",
            state=account.region if account else "",
            mailbox=message.mailbox_id if message else None,
            known=account is not None,
            account=item.account_id,
            owner=account.owner_id if account else None,
            support=support.get(item.account_id) if item.account_id else None,
            thread_person=threads.get(thread) if thread else None,
            in_hours=is_open(desk.calendar, item.received_at),
        )
    return found


def support_of(account_ids: Iterable[int], on: date) -> dict[int, int]:
    """The account manager of each account on a day; absent where there is none."""
    current = AccountOwner.objects.filter(account__in=list(account_ids), role="support", starts_on__lte=on)
    return dict(current.filter(Q(ends_on=None) | Q(ends_on__gt=on)).values_list("account_id", "person_id"))


def thread_people(threads: set[int]) -> dict[int, int]:
    """Who has each conversation: the last person given an item of it, else who wrote in it last."""
    if not threads:
        return {}
    wrote = Message.objects.filter(thread__in=threads, direction="out", by_person__isnull=False)
    found = dict(wrote.order_by("id").values_list("thread_id", "by_person_id"))
    had = QueueItem.objects.filter(message__thread__in=threads, person__isnull=False)
    return found | dict(had.order_by("received_at", "id").values_list("message__thread_id", "person_id"))
