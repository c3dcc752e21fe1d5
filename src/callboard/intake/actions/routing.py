"""Routing written down: who gets what, the record of the decision, the turns taken."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, action
from callboard.core.actor import Actor as By
from callboard.intake import rules
from callboard.intake.actions.giving import Writes, explain, give
from callboard.intake.models import Decision, QueueItem, RoutingRule, State, Turn
from callboard.intake.models.items import ItemQuery
from callboard.intake.queries import Desk, desk_now, item_facts
from callboard.team.models import Person

#: One routing at a time: two would give the same turn twice.
ROUTING_LOCK = 0x0CA11B0B
#: How many older items that waited for somebody free are tried again with the new ones.
TRIED_AGAIN = 200
NOBODY_FREE = ("nobody_free",)


def route(items: Sequence[QueueItem], *, by: By, again: Sequence[str] = NOBODY_FREE) -> list[rules.Decision]:
    """Decide items nobody has and write it down.

    Those that wait for a reason of `again` are tried with them, oldest first, so that nothing overtakes them.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ROUTING_LOCK])
    desk = desk_now(by.now, by.today)
    every = {item.pk: item for item in [*_waiting_because(again), *items]}
    by.run.require_roots({item.account_id for item in every.values() if item.account_id})
    facts = item_facts(list(every.values()), desk, by.today)
    decisions = rules.decide_all(facts.values(), desk.rules, desk.people, desk.loads, desk.turns, by.now)
    asked = {item.pk for item in items}
    _record([one for one in decisions if one.winner or one.item in asked], facts, by)
    _keep_turns(decisions, desk, by)
    table = RoutingRule.objects.in_bulk({one.rule for one in decisions if one.rule})
    people = Person.objects.in_bulk({one.winner for one in decisions if one.winner})
    writes = Writes()
    for decision in decisions:
        _apply(every[decision.item], decision, facts[decision.item], table, people, by, writes)
    writes.flush()
    return decisions


def _waiting_because(codes: Sequence[str]) -> list[QueueItem]:
    """Locked; what somebody is taking at this moment is left to them."""
    locked = tried_again(codes).select_for_update(no_key=True, skip_locked=True, of=("self",))
    return list(locked.select_related("message")[:TRIED_AGAIN])


def tried_again(codes: Sequence[str] = NOBODY_FREE) -> ItemQuery:
    """What waits for one of these reasons and for no person's decision."""
    return QueueItem.objects.waiting().filter(state=State.WAITING, held=False, why_code__in=codes)


def accounts_waiting() -> set[int]:
    """The accounts of what will be tried again: asked for with the first lock, so that the run does not start over."""
    ids = tried_again().values_list("account", flat=True)[:TRIED_AGAIN]
    return {account for account in ids if account}


def _apply(
    item: QueueItem,
    decision: rules.Decision,
    facts: rules.ItemFacts,
    table: dict[int, RoutingRule],
    people: dict[int, Person],
    by: By,
    writes: Writes,
) -> None:
    rule = table.get(decision.rule) if decision.rule else None
    item.pool_id = decision.pool
    if decision.winner is None:
        if item.why_code != decision.code or item.version == 0:
            explain(item, decision.code, decision.args, by=by, writes=writes)
        return
    person = people[decision.winner]
    if decision.mode is rules.Mode.SEND:
        give(item, person, decision.code, decision.args, by=by, rule=rule, units=facts.units, writes=writes)
        return
    item.state, item.proposed_to, item.proposed_at = State.PROPOSED, person, by.now
    explain(item, decision.code, decision.args, by=by, rule=rule, writes=writes)


def _record(decisions: Sequence[rules.Decision], facts: dict[int, rules.ItemFacts], by: By) -> None:
    Decision.objects.bulk_create(decision_row(one, facts[one.item], by.now) for one in decisions)


def decision_row(one: rules.Decision, facts: rules.ItemFacts, at: datetime) -> Decision:
    """A decision as it is kept: compact, with the facts, so that the full list of the refused can be recomputed."""
    return Decision(
        item_id=one.item,
        rule_id=one.rule,
        rule_edition=one.rule_version,
        facts_digest=facts.digest(),
        facts=asdict(facts) | {"received_at": facts.received_at.isoformat(), "units": str(facts.units)},
        winner_id=one.winner,
        code=one.code,
        args=one.args,
        counts=one.counts,
        nearest=[list(pair) for pair in one.nearest],
        at=at,
    )


def _keep_turns(decisions: Sequence[rules.Decision], desk: Desk, by: By) -> None:
    Turn.objects.bulk_create(
        turn_rows(decisions, desk, by.now),
        update_conflicts=True,
        unique_fields=["rule", "person"],
        update_fields=["count", "start", "end", "number", "last_at"],
    )


def turn_rows(decisions: Sequence[rules.Decision], desk: Desk, at: datetime) -> list[Turn]:
    """Where the rotations stand after these decisions: a row for each who got a turn."""
    took = sorted({(one.rule, one.winner) for one in decisions if one.rule and one.winner})
    return [
        Turn(rule_id=rule, person_id=person, last_at=at, **asdict(desk.turns.by_rule[rule][person]))
        for rule, person in took
        if person in desk.turns.of(rule)
    ]


@action(_("Routed item"), said=_("Routed “{item}”"), who="intake.work", final=_("It can be handed over or put back."))
def route_item(item: QueueItem, *, by: Actor) -> QueueItem:
    """Let the rules decide a waiting item again."""
    item.held = False
    route([item], by=by)
    return item


@route_item.can
def _waits(item: QueueItem, now: Any) -> Refusal | None:
    from callboard.intake.actions.items import not_waiting

    return not_waiting(item)


@action(_("Routed what waits"), who="intake.work", final=_("Each can be handed over or put back."))
def route_waiting(*, by: Actor) -> None:
    """Try again everything that waits for somebody free, or for a rule that fits."""
    route([], by=by, again=(*NOBODY_FREE, "no_rule"))
