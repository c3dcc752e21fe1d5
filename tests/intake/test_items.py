"""What people do with items: state, log, refused by right, refused by state, two at once."""

from collections.abc import Callable
from typing import Any

import pytest

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log
from callboard.intake.actions import (
    accept_proposal,
    assign_item,
    correct_item,
    finish_item,
    hand_over_item,
    ignore_item,
    put_back_item,
    reopen_item,
    route_item,
    take_item,
)
from callboard.intake.jobs import every_minute
from callboard.intake.models import Assignment, QueueItem, Wants
from callboard.intake.models.routing import Sends
from callboard.team.actions import hand_on_work
from callboard.team.models import Person
from callboard.work.actions import drop_task, finish_task, hand_over_task, reopen_task
from callboard.work.models import Task
from tests.at_once import at_once
from tests.intake.make import CLOCK, actor, ago, item, person, pool, rule

pytestmark = pytest.mark.django_db


def whole(made: QueueItem) -> bool:
    """The house's law: an assigned item has one open assignment and one open task of the same person; else none."""
    made.refresh_from_db()
    tasks = list(Task.objects.open().filter(source_kind="intake.queueitem", source_id=made.pk))
    given = list(Assignment.objects.filter(item=made, ended_at=None))
    if made.state != "assigned":
        return not tasks and not given
    return [task.owner for task in tasks] == [made.person] == [one.person for one in given]


def logged(name: str, made: QueueItem, by: Person) -> bool:
    return Log.objects.filter(action=f"intake.{name}", target_id=made.pk, person=by).exists()


@pytest.fixture
def desk() -> Person:
    return person("Dana Whitfield")


@pytest.fixture
def waiting(desk: Person) -> QueueItem:
    pool("Sales support", desk)
    return item()


def test_taking_makes_an_assignment_and_a_task(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    assert whole(waiting)
    assert (waiting.state, waiting.person, waiting.why_code) == ("assigned", desk, "taken")
    assert logged("take_item", waiting, desk)


def test_the_second_to_take_it_is_told_who_has_it(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    with pytest.raises(Refused, match="Dana Whitfield has it"):
        take_item(waiting, by=actor(person("Tom")))
    assert whole(waiting)


def test_taking_can_be_undone(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    log = Log.objects.get(action="intake.take_item")
    take_item.undo_of(log, by=actor(desk))
    assert whole(waiting)
    assert (waiting.state, waiting.held) == ("waiting", True)


def test_giving_names_who_gave_it(waiting: QueueItem, desk: Person) -> None:
    tom = person("Tom")
    assign_item(waiting, person=tom, by=actor(desk))
    assert whole(waiting)
    assert (waiting.person, waiting.why_args["by"]) == (tom, desk.pk)
    assert logged("assign_item", waiting, desk)


def test_nothing_is_given_to_somebody_who_left(waiting: QueueItem, desk: Person) -> None:
    gone = person("Gone", is_active=False, left_on="2026-01-01")
    with pytest.raises(Invalid, match="no longer works here"):
        assign_item(waiting, person=gone, by=actor(desk))


def test_handing_over_replaces_the_task_and_can_be_undone(waiting: QueueItem, desk: Person) -> None:
    tom = person("Tom")
    take_item(waiting, by=actor(desk))
    hand_over_item(waiting, person=tom, by=actor(desk))
    assert whole(waiting)
    assert waiting.person == tom
    assert Task.objects.filter(owner=desk, state="dropped").count() == 1
    hand_over_item.undo_of(Log.objects.get(action="intake.hand_over_item"), by=actor(desk))
    assert whole(waiting)
    assert waiting.person == desk


def test_an_item_is_not_handed_to_whoever_has_it_nor_before_somebody_has_it(waiting: QueueItem, desk: Person) -> None:
    with pytest.raises(Refused, match="Nobody has it"):
        hand_over_item(waiting, person=desk, by=actor(desk))
    take_item(waiting, by=actor(desk))
    with pytest.raises(Invalid, match="has it already"):
        hand_over_item(waiting, person=desk, by=actor(desk))


def test_what_is_put_back_waits_for_a_person_and_no_rule_takes_it(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    put_back_item(waiting, by=actor(desk))
    rule(pool=pool("Sales", desk))
    item("Another")
    assert whole(waiting)
    assert (waiting.state, waiting.held) == ("waiting", True)
    route_item(waiting, by=actor(desk))
    assert whole(waiting)
    assert waiting.person == desk


def test_finishing_closes_item_and_task_and_can_be_undone(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    finish_item(waiting, by=actor(desk))
    assert whole(waiting)
    assert waiting.state == "done"
    assert Task.objects.get().state == "done"
    with pytest.raises(Refused, match="done already"):
        finish_item(waiting, by=actor(desk))
    finish_item.undo_of(Log.objects.get(action="intake.finish_item"), by=actor(desk))
    assert whole(waiting)
    assert waiting.person == desk


def test_finishing_the_task_finishes_the_item(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    finish_task(Task.objects.get(), by=actor(desk))
    assert whole(waiting)
    assert waiting.state == "done"


def test_an_item_follows_its_task_wherever_it_is_moved(waiting: QueueItem, desk: Person) -> None:
    tom = person("Tom")
    take_item(waiting, by=actor(desk))
    hand_over_task(Task.objects.open().get(), to=tom, by=actor(desk))
    assert whole(waiting)
    assert waiting.person == tom
    drop_task(Task.objects.open().get(), by=actor(tom))
    assert whole(waiting)
    assert (waiting.state, waiting.held) == ("waiting", True)


def test_a_finished_task_that_is_reopened_opens_its_item_again(waiting: QueueItem, desk: Person) -> None:
    take_item(waiting, by=actor(desk))
    task = Task.objects.get()
    finish_task(task, by=actor(desk))
    reopen_task(task, by=actor(desk))
    assert whole(waiting)
    assert waiting.person == desk
    finish_item(waiting, by=actor(desk))
    reopen_item(waiting, person=person("Tom"), by=actor(desk))
    with pytest.raises(Refused, match="Tom has it now"):
        reopen_task(task, by=actor(desk))
    assert whole(waiting)


def test_setting_aside_as_spam_is_remembered_and_undone(waiting: QueueItem, desk: Person) -> None:
    ignore_item(waiting, spam=True, by=actor(desk))
    assert whole(waiting)
    assert (waiting.state, waiting.spam, waiting.wants) == ("ignored", True, "spam")
    ignore_item.undo_of(Log.objects.get(action="intake.ignore_item"), by=actor(desk))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.spam) == ("waiting", False)


def test_only_what_is_closed_is_brought_back(waiting: QueueItem, desk: Person) -> None:
    with pytest.raises(Refused, match="open already"):
        reopen_item(waiting, by=actor(desk))


def test_correcting_the_intent_routes_again_and_keeps_what_was_read(desk: Person) -> None:
    tom = person("Tom")
    rule("Billing", pool=pool("Billing", tom), intents="billing")
    made = item("Hello", "Hello there")
    assert made.state == "waiting"
    correct_item(made, intent=Wants.BILLING, by=actor(desk))
    assert whole(made)
    assert (made.person, made.wants, made.corrected_intent) == (tom, "billing", "billing")
    assert made.intent != "billing"


def test_correcting_the_person_takes_it_from_whoever_had_it(waiting: QueueItem, desk: Person) -> None:
    tom = person("Tom")
    take_item(waiting, by=actor(desk))
    correct_item(waiting, intent=Wants(waiting.intent), person=tom, by=actor(desk))
    assert whole(waiting)
    assert (waiting.person, waiting.why_code, waiting.corrected_intent) == (tom, "corrected", "")


def test_accepting_a_proposal_gives_it(desk: Person) -> None:
    tom = person("Tom")
    rule(pool=pool("Sales", tom), mode=Sends.PROPOSE)
    made = item()
    accept_proposal(made, by=actor(desk))
    assert whole(made)
    assert (made.person, made.why_code) == (tom, "accepted")


def test_a_proposal_for_somebody_who_left_is_routed_anew(desk: Person) -> None:
    tom, ann = person("Tom"), person("Ann")
    rule(pool=pool("Sales", tom, ann), mode=Sends.PROPOSE)
    made = item()
    gone = made.proposed_to
    assert gone is not None
    Person.objects.filter(pk=gone.pk).update(is_active=False, left_on="2026-03-01")
    QueueItem.objects.update(proposed_at=ago(days=5))
    every_minute.func(0)
    made.refresh_from_db()
    assert (made.state, {made.proposed_to, gone}) == ("proposed", {tom, ann})


def test_without_a_proposal_there_is_nothing_to_accept(waiting: QueueItem, desk: Person) -> None:
    with pytest.raises(Refused, match="no proposal"):
        accept_proposal(waiting, by=actor(desk))


def test_a_proposal_nobody_answers_goes_by_itself(desk: Person) -> None:
    tom = person("Tom")
    rule(pool=pool("Sales", tom), mode=Sends.PROPOSE)
    made = item()
    every_minute.func(0)
    assert QueueItem.objects.get().state == "proposed"
    QueueItem.objects.update(proposed_at=ago(days=5))
    every_minute.func(0)
    assert whole(made)
    assert (made.person, made.why_code) == (tom, "timed_out")


@pytest.mark.parametrize(
    "act",
    [
        lambda made, by: take_item(made, by=by),
        lambda made, by: finish_item(made, by=by),
        lambda made, by: ignore_item(made, by=by),
        lambda made, by: route_item(made, by=by),
        lambda made, by: correct_item(made, intent=Wants.BILLING, by=by),
        lambda made, by: assign_item(made, person=by.person, by=by),
        lambda made, by: hand_over_item(made, person=by.person, by=by),
        lambda made, by: put_back_item(made, by=by),
        lambda made, by: accept_proposal(made, by=by),
        lambda made, by: reopen_item(made, by=by),
    ],
)
def test_who_may_not_work_the_queue_is_refused(waiting: QueueItem, act: Callable[[Any, Actor], Any]) -> None:
    for role in ("administrator", "account_executive"):
        with pytest.raises(Forbidden):
            act(waiting, actor(person(roles=(role,))))
    assert whole(waiting)


def test_an_executive_works_what_is_theirs(waiting: QueueItem, desk: Person) -> None:
    marcus = person("Marcus", roles=("account_executive",))
    assign_item(waiting, person=marcus, by=actor(desk))
    waiting.refresh_from_db()
    finish_item(waiting, by=actor(marcus))
    assert whole(waiting)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_one_wins_and_the_other_is_told(transactional_db: None) -> None:
    people = [person("Dana"), person("Tom")]
    made = item()
    raised = at_once(*[lambda one=one: take_item(QueueItem.objects.get(pk=made.pk), by=actor(one)) for one in people])
    winner = QueueItem.objects.get().person
    assert winner is not None
    assert sorted(map(str, raised)) == sorted(["None", f"{winner.name} has it."])
    assert whole(made)


def test_the_clock_can_route_but_not_take(waiting: QueueItem) -> None:
    with pytest.raises(Invalid, match="Only a person"):
        take_item(waiting, by=CLOCK)


def test_who_leaves_hands_on_items_with_their_tasks(desk: Person) -> None:
    tom, ann = person("Tom"), person("Ann")
    made = item()
    assign_item(made, person=tom, by=actor(desk))
    hand_on_work(tom, by=CLOCK, to=ann)
    assert whole(made)
    assert made.person == ann
