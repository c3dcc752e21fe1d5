"""What teams owe after an order was accepted: hand-offs, from acceptance to proof; the tasks of before become hand-offs."""

from datetime import timedelta
from decimal import Decimal
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from callboard.core.undo import undo
from callboard.orders import actions
from callboard.orders.models import Order, OrderStep
from callboard.work.actions import accept_handoff, create_service_level, finish_handoff, take_task
from callboard.work.jobs import read_clocks
from callboard.work.models import Clock, Handoff, HandoffStep, Task
from tests import make
from tests.work.handed import ALWAYS, did, last, now, waits_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed(scene: SimpleNamespace) -> SimpleNamespace:
    """An accepted order that owes two steps: Bo's Onboarding builds and trains."""
    scene.boss = make.person("Boss", roles=("sales_manager",))
    scene.team = make.team("Onboarding", is_department=True, hours=ALWAYS)
    scene.bo = make.person("Bo", roles=("department",), team=scene.team)
    for title, days in (("Build", 3), ("Train", 6)):
        actions.add_fulfilment_step(scene.rater, by=scene.carol, team=scene.team, title=title, business_days=days)
    scene.order = make.order(scene.account, scene.rater, by=scene.priya)
    actions.submit_order(scene.order, by=scene.priya)
    make.check_everything(scene.order, by=scene.dana)
    actions.accept_order(scene.order, by=scene.dana)
    return scene


def handed(title: str) -> Handoff:
    return now(Handoff.objects.get(task__title=title))


def test_accepted_it_opens_hand_offs_and_the_last_proof_completes_it(owed: SimpleNamespace) -> None:
    build, train = handed("Build"), handed("Train")
    assert (build.state, waits_for(build), build.requested_by) == ("requested", "Onboarding", owed.dana.person)
    assert build.wanted_at is not None
    assert build.task.due_at == build.wanted_at
    assert (build.task.kind, build.task.reason_code) == ("orders.fulfil", "fulfil")
    for handoff in (build, train):
        assert Order.objects.get(pk=owed.order.pk).state == "accepted"
        did(accept_handoff, handoff, owed.bo)
        did(finish_handoff, handoff, owed.bo, proof="It runs.")
    assert Order.objects.get(pk=owed.order.pk).state == "complete"


def test_taking_its_task_is_accepting_it(owed: SimpleNamespace) -> None:
    build = handed("Build")
    take_task(build.task, by=make.actor(owed.bo))
    assert (handed("Build").state, handed("Build").accepted_by, waits_for(build)) == ("accepted", owed.bo, "Bo")
    undo(last("take_task"), by=make.actor(owed.bo))
    assert (handed("Build").state, handed("Build").accepted_by, waits_for(build)) == ("requested", None, "Onboarding")


def test_my_day_leads_to_the_hand_off_and_its_page_to_the_order(owed: SimpleNamespace, client: Any) -> None:
    build = did(accept_handoff, handed("Build"), owed.bo)
    client.force_login(owed.bo)
    assert f'href="{build.get_absolute_url()}"' in client.get("/").content.decode()
    client.force_login(owed.dana.person)
    assert owed.order.get_absolute_url() in client.get(build.get_absolute_url()).content.decode()
    order = client.get(owed.order.get_absolute_url()).content.decode()
    assert build.get_absolute_url() in order
    assert "Accepted" in order


def before_hand_offs(owed: SimpleNamespace) -> dict[str, Task]:
    """The steps as they were: tasks alone, one of each kind of state."""
    HandoffStep.objects.all().delete()
    Handoff.objects.all().delete()
    Clock.objects.all().delete()
    first = OrderStep.objects.select_related("task").order_by("id")[0]
    made = {"open": first.task}
    Task.objects.filter(pk=first.task.pk).update(owner=None, reason_args={"order": "O 1", "line": "3 × Rater"})
    for state in ("taken", "done", "dropped"):
        made[state] = make.task(owed.bo, f"Was {state}", kind="orders.fulfil", account=owed.account, team=owed.team)
    for state in ("done", "dropped"):
        Task.objects.filter(pk=made[state].pk).update(state=state, done_at=timezone.now(), done_by=owed.bo)
    OrderStep.objects.exclude(pk=first.pk).delete()
    Task.objects.exclude(pk__in=[task.pk for task in made.values()]).delete()
    return made


def migrate() -> None:
    with connection.cursor() as cursor:
        for statement in import_module("callboard.orders.migrations.0008_steps_are_handoffs").STATEMENTS:
            cursor.execute(statement)


def test_tasks_of_before_become_hand_offs_in_their_state(owed: SimpleNamespace) -> None:
    made = before_hand_offs(owed)
    migrate()
    found = {name: now(Handoff.objects.get(task=task)) for name, task in made.items()}
    assert {name: each.state for name, each in found.items()} == {
        "open": "requested", "taken": "accepted", "done": "finished", "dropped": "withdrawn"
    }  # fmt: skip
    assert {name: list(each.steps.values_list("state", flat=True)) for name, each in found.items()} == {
        "open": ["requested"],
        "taken": ["requested", "accepted"],
        "done": ["requested", "accepted", "finished"],
        "dropped": ["requested", "accepted", "withdrawn"],
    }
    assert [each.steps.filter(until_at=None).count() for each in found.values()] == [1, 1, 1, 1]
    assert (found["open"].text, found["open"].requested_by) == ("O 1: 3 × Rater", owed.dana.person)
    assert found["taken"].accepted_by == owed.bo
    assert found["done"].proof
    assert not Clock.objects.exists()
    migrate()
    assert Handoff.objects.count() == len(made)
    did(finish_handoff, found["taken"], owed.bo, proof="It runs.")
    did(accept_handoff, found["open"], owed.bo)
    did(finish_handoff, found["open"], owed.bo, proof="It runs.")
    assert Order.objects.get(pk=owed.order.pk).state == "complete"


def test_what_is_open_gets_the_clock_of_its_level(owed: SimpleNamespace) -> None:
    made = before_hand_offs(owed)
    create_service_level(
        by=make.actor(owed.boss), team=owed.team, response_hours=Decimal(1), resolution_hours=Decimal(8)
    )
    Task.objects.filter(pk=made["taken"].pk).update(created_at=timezone.now())
    before = make.task(owed.bo, "Before the level", kind="orders.fulfil", account=owed.account, team=owed.team)
    Task.objects.filter(pk=before.pk).update(created_at=timezone.now() - timedelta(days=9))
    migrate()
    assert Handoff.objects.get(task=before).resolution is None
    found = {name: now(Handoff.objects.get(task=task)) for name, task in made.items()}
    assert [name for name, each in found.items() if each.response is not None] == ["open"]
    assert [name for name, each in found.items() if each.resolution is not None] == ["open", "taken"]
    read_clocks(timestamp=0)
    response, resolution = now(found["open"]).response, now(found["open"]).resolution
    assert response is not None
    assert resolution is not None
    # Working time that never ends lacks the last minute of each day (tests.work.handed.ALWAYS).
    assert 0 <= (resolution.due_at - response.due_at).total_seconds() - 7 * 3600 <= 60  # type: ignore[operator]
    assert response.reckoned_by
