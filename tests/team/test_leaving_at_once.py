"""Somebody is deactivated while they are given something, on two connections: nothing ends up with who has left."""

from collections.abc import Callable
from datetime import date
from threading import Event, Thread
from time import sleep
from typing import Any

import pytest
from django.db import connection

from callboard.calendar.actions import create_calendar, create_event
from callboard.core.actions import ActionError, Invalid, Refused
from callboard.core.actor import Actor
from callboard.core.checks import run_all
from callboard.core.clock import now
from callboard.core.registry import register
from callboard.intake.actions import create_items, take_item
from callboard.intake.models import QueueItem, RoutingRule, State
from callboard.journal.models import DraftedInteraction, NoteTemplate
from callboard.kit.models import SavedView, Schedule
from callboard.orders.actions import create_order
from callboard.pipeline.actions import open_opportunity
from callboard.team.actions import (
    add_to_pool,
    deactivate_person,
    hand_on_work,
    reactivate_person,
    record_absence,
)
from callboard.team.actions.leaving import hand_on, owned_counts
from callboard.team.models import Person, PoolMember, Territory, TerritoryHolder
from callboard.work.actions import create_anchor, create_project, create_project_template, create_task
from tests import make
from tests.at_once import one_waits
from tests.intake import make as inbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator", "sales_support")))


def things(by: Actor, owner: Person) -> dict[str, Any]:
    """One thing of every kind somebody can own."""
    account = make.account("Hargrove", owner=owner)
    item = inbox.item()
    take_item(item, by=make.actor(owner))
    supported = make.account("Supported", owner=by.person)
    make.supporter(supported, owner)
    calendar = create_calendar(by=by, name="Team")
    return {
        "calendar.event": create_event(
            by=make.actor(owner), calendar=calendar, title="Demo", starts_on=date(2030, 3, 9)
        ),
        "work.anchor": create_anchor(by=make.actor(owner), name="Show", day_on=date(2030, 3, 9)),
        "work.project": create_project(by=make.actor(owner), name="Move in", day_on=date(2030, 3, 9)),
        "work.projecttemplate": create_project_template(by=make.actor(owner), name="Move in"),
        "team.team": make.team(manager=owner),
        "directory.account": account,
        "directory.supported": supported,
        "work.task": make.task(owner),
        "orders.order": make.order(account, make.product(), by=make.actor(owner), owner=owner),
        "pipeline.lead": make.lead(by=by, owner=owner),
        "pipeline.opportunity": make.opportunity(account, by=by, owner=owner),
        "intake.item": item,
        "intake.rule": RoutingRule.objects.create(position=1, name="To one", strategy="fixed", person=owner),
        "directory.territory": TerritoryHolder.objects.create(
            territory=Territory.objects.create(name="Texas"), person=owner, starts_on=make.NOW.date()
        ),
        "journal.template": NoteTemplate.objects.create(
            owner=owner, name="No answer", shortcut="na", text="Nobody answered.", shared=True, audience=["all"]
        ),
        "journal.draft": DraftedInteraction.objects.create(
            person=owner, direction="out", at=make.NOW, subject="Eleven cars", source="archive"
        ),
        "kit.view": SavedView.objects.create(
            owner=owner, page="accounts", name="Theirs", sharing="all", audience=["all"]
        ),
        "kit.schedule": Schedule.objects.create(owner=owner, page="accounts", name="Weekly", zone="America/Chicago"),
    }


KINDS = [
    "team.team",
    "directory.account",
    "directory.supported",
    "work.task",
    "work.anchor",
    "work.project",
    "work.projecttemplate",
    "calendar.event",
    "orders.order",
    "pipeline.lead",
    "pipeline.opportunity",
    "intake.item",
    "intake.rule",
    "directory.territory",
    "journal.template",
    "journal.draft",
    "kit.view",
    "kit.schedule",
]


def test_every_kind_that_can_be_owned_is_tried_here() -> None:
    assert {kind.name for kind in register.owned_kind} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_what_is_given_to_somebody_who_leaves_in_this_moment_is_refused_with_a_sentence(
    name: str, admin: Actor
) -> None:
    kind = register.owned_kind.get(name)
    assert kind is not None
    row, leaver = things(admin, make.person("Owen Owner"))[name], make.person("Lea Leaver")
    left, given = one_waits(lambda: deactivate_person(leaver, by=admin), lambda: hand_on(kind, row, leaver, admin))
    assert left is None
    assert isinstance(given, Refused | Invalid)
    assert "Lea Leaver no longer works here" in str(given)
    assert not kind.owned(leaver.pk).exists()
    assert list(run_all()) == []


def test_a_schedule_keeps_nobody_here_and_is_paused_for_whoever_was_given_it_in_this_moment(admin: Actor) -> None:
    kind = register.owned_kind.get("kit.schedule")
    assert kind is not None
    row, leaver = things(admin, make.person("Owen Owner"))["kit.schedule"], make.person("Lea Leaver")
    given, left = one_waits(lambda: hand_on(kind, row, leaver, admin), lambda: deactivate_person(leaver, by=admin))
    assert (given, left) == (None, None)
    assert not kind.owned(leaver.pk).exists()
    assert Schedule.objects.get().paused_note == "Lea Leaver has left."
    assert list(run_all()) == []


@pytest.mark.parametrize("name", [name for name in KINDS if name != "kit.schedule"])
def test_who_is_given_something_in_this_moment_cannot_leave(name: str, admin: Actor) -> None:
    kind = register.owned_kind.get(name)
    assert kind is not None
    row, leaver = things(admin, make.person("Owen Owner"))[name], make.person("Lea Leaver")
    given, left = one_waits(lambda: hand_on(kind, row, leaver, admin), lambda: deactivate_person(leaver, by=admin))
    assert given is None
    assert isinstance(left, Refused)
    assert left.refusal.code == "owns_work"
    assert Person.objects.get(pk=leaver.pk).is_active
    assert list(run_all()) == []


def test_who_leaves_in_this_moment_cannot_take_anything_themselves(admin: Actor) -> None:
    leaver, item, account = make.person("Lea Leaver"), inbox.item(), make.account()
    by = make.actor(leaver)
    product = make.product()
    for take in (
        lambda: take_item(item, by=by),
        lambda: create_task(by=by, title="Call them"),
        lambda: create_order(by=by, account=account, product=product),
        lambda: open_opportunity(account, by=by, name="More seats"),
    ):
        left, took = one_waits(lambda: deactivate_person(leaver, by=admin), take)
        assert left is None
        assert isinstance(took, Refused)
        assert "Lea Leaver no longer works here" in str(took)
        reactivate_person(leaver, by=admin)
    assert list(run_all()) == []


def test_mail_routed_in_this_moment_goes_to_somebody_else(admin: Actor) -> None:
    """Nobody chose the leaver: the rules decide again, and nothing is refused or lost."""
    leaver, stays = make.person("Lea Leaver"), make.person("Stays")
    inbox.rule(pool=inbox.pool("Desk", leaver, stays))
    messages = [inbox.message() for _ in range(4)]
    left, routed = one_waits(
        lambda: deactivate_person(leaver, by=admin), lambda: create_items(messages=messages, by=inbox.CLOCK)
    )
    assert (left, routed) == (None, None)
    assert {item.person for item in QueueItem.objects.filter(state=State.ASSIGNED)} == {stays}
    assert QueueItem.objects.count() == 4
    assert list(run_all()) == []


def test_who_leaves_in_this_moment_joins_no_pool_and_covers_nobody(admin: Actor) -> None:
    leaver, pool, away = make.person("Lea Leaver"), inbox.pool(), make.person()
    left, joined = one_waits(
        lambda: deactivate_person(leaver, by=admin), lambda: add_to_pool(pool, by=admin, person=leaver)
    )
    assert left is None
    assert "Lea Leaver no longer works here" in str(joined)
    assert not PoolMember.objects.filter(person=leaver).exists()
    reactivate_person(leaver, by=admin)
    left, covers = one_waits(
        lambda: deactivate_person(leaver, by=admin),
        lambda: record_absence(away, by=admin, starts_on=date(2099, 1, 1), ends_on=date(2099, 1, 2), cover=leaver),
    )
    assert left is None
    assert covers is not None
    assert not away.absences.exists()


def test_all_work_handed_to_somebody_who_leaves_in_this_moment_stays_where_it_was(admin: Actor) -> None:
    owner, leaver = make.person("Owen Owner"), make.person("Lea Leaver")
    things(admin, owner)
    left, handed = one_waits(
        lambda: deactivate_person(leaver, by=admin), lambda: hand_on_work(owner, by=admin, to=leaver)
    )
    assert left is None
    assert handed is not None
    assert [kind.name for kind in register.owned_kind if not kind.owned(owner.pk).exists()] == []
    assert list(run_all()) == []


def test_after_many_of_both_at_once_nothing_is_owned_by_who_has_left(admin: Actor) -> None:
    owner = make.person("Owen Owner")
    leavers = [make.person(f"Leaver {number}") for number in range(2)]
    rows = things(admin, owner)
    counts = {"left": 0, "given": 0, "refused": 0}
    unexpected: list[BaseException] = []
    over = Event()

    def leave(leaver: Person) -> None:
        person = Person.objects.get(pk=leaver.pk)
        hand_on_work(person, by=admin, to=owner)
        deactivate_person(person, by=admin)
        counts["left"] += 1
        assert owned_counts(person) == []
        reactivate_person(person, by=admin)

    def give(number: int) -> None:
        kind = register.owned_kind.get(KINDS[number % len(KINDS)])
        assert kind is not None
        row = rows[kind.name]
        person = Person.objects.get(pk=leavers[number % len(leavers)].pk)
        hand_on(kind, type(row).objects.get(pk=row.pk), person, admin)
        counts["given"] += 1

    def repeat(call: Callable[[Any], None], *what: Any) -> None:
        number = 0
        try:
            while not over.is_set():
                number += 1
                try:
                    call(*what or [number])
                except ActionError:
                    counts["refused"] += 1
        except BaseException as error:
            unexpected.append(error)
        finally:
            connection.close()

    jobs = [(leave, leavers[0]), (leave, leavers[1]), (give,), (give,), (give,)]
    threads = [Thread(target=repeat, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    until = now().timestamp() + 30
    while counts["left"] < 20 and now().timestamp() < until and not unexpected:
        sleep(0.1)
    over.set()
    for thread in threads:
        thread.join(timeout=60)
    assert unexpected == []
    assert counts["left"] >= 3 and counts["given"] >= 3, counts
    assert list(run_all()) == []
