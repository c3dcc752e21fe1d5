"""Approvals: by rules with dates and amounts, step by step; nobody's own; whoever is away or leaves loses none."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, action
from callboard.core.models import Log, Notice, TimelineEntry
from callboard.core.registry import Part, register
from callboard.core.undo import undo
from callboard.directory.models import Account
from callboard.team.actions import deactivate_person, hand_on_work
from callboard.team.models import Person
from callboard.work.actions import (
    ask_approval,
    create_approval_rule,
    drop_task,
    finish_task,
    hand_over_task,
    reopen_task,
    request_approval,
    withdraw_approval,
)
from callboard.work.models import Approval, ApprovalKind, ApprovalRule, Approver, Task
from tests import make
from tests.at_once import one_waits
from tests.work.office import Office, no, now, refused, waits_for, yes

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_small_amount_needs_one_yes_a_large_one_two_in_order(office: Office) -> None:
    small, large = office.asked(999), office.asked(1000)
    assert (waits_for(small), waits_for(large)) == ("Boss", "Boss")
    yes(small, office.boss)
    yes(large, office.boss)
    assert (now(small).state, now(large).state, waits_for(large)) == ("approved", "open", "Finn")
    yes(large, office.finn)
    assert now(large).state == "approved"
    assert list(large.steps.values_list("number", "state", "decided_by__name")) == [
        (1, "approved", "Boss"), (2, "approved", "Finn"),
    ]  # fmt: skip
    assert not Task.objects.open().exists()
    assert Notice.objects.filter(person=office.dana, event="approval_decided").count() == 2


def test_what_waits_for_whom_one_stands_in_for_is_in_ones_list(office: Office, client: Client) -> None:
    office.asked(500, title="A projector")
    cy = make.person("Cy Cover", roles=("sales_manager",))
    client.force_login(cy)
    assert "A projector" not in client.get("/approvals/?state=open&waits=me").content.decode()
    today = clock.now().date()
    make.absence(office.boss, today - timedelta(days=1), today + timedelta(days=1), cover=cy)
    client.force_login(Person.objects.get(pk=cy.pk))
    assert "A projector" in client.get("/approvals/?state=open&waits=me").content.decode()


def test_a_no_ends_it_and_says_why(office: Office) -> None:
    account = make.account()
    approval = office.asked(5000, account=account)
    with pytest.raises(Invalid):
        no(approval, office.boss, " ")
    no(approval, office.boss)
    assert now(approval).state == "rejected"
    assert Notice.objects.get(person=office.dana, event="approval_decided").text == "Too dear."
    assert TimelineEntry.objects.filter(root_id=account.pk, kind="work.approval_rejected").count() == 1
    assert refused(lambda: yes(approval, office.boss)) == "decided"


def test_nobody_approves_their_own_and_nobody_out_of_turn(office: Office) -> None:
    approval = office.asked()
    assert refused(lambda: yes(approval, office.dana)) == "own"
    assert refused(lambda: yes(approval, office.finn)) == "not_turn"
    # Whoever manages the team asks: it goes to whoever manages them, here nobody, so to the administrators.
    own = request_approval(by=make.actor(office.boss), kind=ApprovalKind.PURCHASE, amount=Decimal(5), title="X")  # type: ignore[arg-type]
    assert waits_for(own) == "Admin"
    # The only administrator of a company without a manager asks: nobody may say yes, so nothing is asked.
    with pytest.raises(Invalid):
        request_approval(by=make.actor(office.admin), kind=ApprovalKind.PURCHASE, amount=Decimal(5), title="X")  # type: ignore[arg-type]


def test_who_stands_in_answers_but_not_what_they_asked_themselves(office: Office) -> None:
    today = clock.now().date()
    make.absence(office.boss, today - timedelta(days=1), today + timedelta(days=5), cover=office.dana)
    approval = office.asked()
    assert refused(lambda: yes(approval, office.dana)) == "own"
    other = make.person("Other", team=office.team)
    theirs = request_approval(by=make.actor(other), kind=ApprovalKind.PURCHASE, amount=Decimal(5), title="X")  # type: ignore[arg-type]
    yes(theirs, office.dana)
    assert now(theirs).state == "approved"
    assert theirs.steps.get().decided_by == office.dana


def test_no_rule_is_said_with_kind_and_amount(office: Office) -> None:
    with pytest.raises(Invalid) as raised:
        office.asked(50, kind=ApprovalKind.TRAVEL)
    assert "Travel" in raised.value.errors["kind"]
    for given, field in (({"title": " "}, "title"), ({"amount": -1}, "amount")):
        with pytest.raises(Invalid) as raised:
            office.asked(**given)
        assert list(raised.value.errors) == [field]


def test_its_task_is_closed_by_an_answer_alone(office: Office) -> None:
    approval = office.asked()
    task = Task.objects.get()
    by = make.actor(office.boss)
    assert refused(lambda: finish_task(task, by=by)) == "answer"
    assert refused(lambda: drop_task(Task.objects.get(), by=by)) == "answer"
    yes(approval, office.boss)
    assert refused(lambda: reopen_task(Task.objects.get(), by=by)) == "answer"


def test_given_on_it_goes_to_whom_the_rule_names_never_to_who_asks(office: Office) -> None:
    approval = office.asked()
    hand_over_task(Task.objects.get(), by=make.actor(office.boss), to=office.dana)
    assert waits_for(approval) == "Admin"
    assert approval.steps.get().sent_to == office.admin
    assert Notice.objects.filter(event="approval_asked", person=office.admin).count() == 1


def test_whoever_leaves_loses_no_approval_and_no_rule(office: Office) -> None:
    by = make.actor(office.admin)
    create_approval_rule(
        by=by,
        kind=ApprovalKind.OTHER,
        over=Decimal(0),
        who=Approver.PERSON,
        person=office.finn,
        backup=office.boss,  # type: ignore[arg-type]
    )
    approval = office.asked(kind=ApprovalKind.OTHER)
    assert waits_for(approval) == "Finn"
    hand_on_work(office.finn, by=by, to=office.dana)
    assert waits_for(approval) == "Boss"
    deactivate_person(Person.objects.get(pk=office.finn.pk), by=by)
    rule = ApprovalRule.objects.get(kind="other")
    assert (rule.person, rule.backup) == (office.boss, None)
    second = make.person("Second", roles=("administrator",))
    office.team.manager = None
    office.team.save()
    hand_on_work(office.boss, by=by, to=office.dana)
    deactivate_person(Person.objects.get(pk=office.boss.pk), by=by)
    assert ApprovalRule.objects.get(kind="other").who == "manager"
    assert waits_for(approval) == "Admin"
    assert Notice.objects.filter(person=second, event="approval_moved").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_one_is_told(office: Office) -> None:
    approval = office.asked()
    raised = one_waits(lambda: yes(approval, office.boss), lambda: no(approval, office.boss))
    assert sorted(type(each).__name__ for each in raised) in (["NoneType", "Refused"], ["Conflict", "NoneType"])
    assert now(approval).steps.count() == 1


def test_withdrawn_by_whoever_asked_alone(office: Office) -> None:
    approval = office.asked()
    assert refused(lambda: withdraw_approval(now(approval), by=make.actor(office.boss))) == "not_yours"
    undo(Log.objects.get(action="work.request_approval"), by=make.actor(office.dana))
    assert now(approval).state == "withdrawn"
    assert Task.objects.get().state == "dropped"


def test_the_app_that_asked_hears_what_was_said(office: Office) -> None:
    heard: list[tuple[str, str]] = []

    @action("Asked in a test", who="work.ask", final="A test.")
    def ask_in_test(account: Account, *, by: Actor) -> Account:
        ask_approval(by=by, kind="purchase", amount=Decimal(10), title="From above", account=account)
        return account

    register.approval.add(Part("purchase", lambda by, approval: heard.append((approval.title, approval.state))))
    try:
        ask_in_test(make.account(owner=office.dana), by=make.actor(office.dana))
        yes(Approval.objects.get(), office.boss)
    finally:
        del register.approval._by_name["purchase"]
        del register.actions[ask_in_test.name]
    assert heard == [("From above", "approved")]
