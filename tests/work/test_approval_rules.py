"""The rules approvals go by, and answers by mail."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from callboard.core import clock
from callboard.core.actions import Invalid
from callboard.core.answering import About, hints, plan
from callboard.core.clock import business_day
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.team.models import Person
from callboard.work.actions import (
    create_approval_rule,
    end_approval_rule,
    reopen_approval_rule,
)
from callboard.work.models import Approval, ApprovalKind, ApprovalRule, Approver
from callboard.work.queries.approvals import managers_of, rules_for
from tests import make
from tests.work.office import Office, now, refused, waits_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


# by mail


def about(approval: Approval, person: Person) -> About:
    return About(person, now(approval), clock.now().astimezone(person.tz))


def answered(approval: Approval, person: Person, text: str) -> str:
    found = plan(text, about(approval, person))
    if found.problem:
        return found.problem
    return " ".join(verb.act(make.actor(person), about(approval, person), given) for verb, given in found.steps)


@pytest.mark.parametrize("text", ["approve", "Approved.", "I approve", "approve, a good price"])
def test_a_mail_says_yes(office: Office, text: str) -> None:
    approval = office.asked()
    assert answered(approval, office.boss, text) == "Your yes to “A camera” is given: it is approved"
    assert now(approval).state == "approved"


@pytest.mark.parametrize(
    "text", ["reject, because it is too dear", "Rejected: it is too dear", "decline - it is too dear"]
)
def test_a_mail_says_no_with_its_reason(office: Office, text: str) -> None:
    approval = office.asked()
    assert answered(approval, office.boss, text).startswith("Rejected")
    assert approval.steps.get().because == "it is too dear"


def test_a_mail_without_a_reason_or_not_in_turn_does_nothing(office: Office) -> None:
    approval = office.asked()
    assert "not why" in answered(approval, office.boss, "reject")
    assert "does not wait for you" in answered(approval, office.dana, "approve")
    assert [line.partition(" ")[0] for line in hints(about(approval, office.boss))][:2] == ["approve", "reject,"]
    assert not any(line.startswith("approve") for line in hints(about(approval, office.dana)))
    assert now(approval).state == "open"


# the rules


def test_rules_hold_from_their_day_and_the_highest_amount_of_a_step_counts(office: Office) -> None:
    by, today = make.actor(office.admin), clock.business_day(clock.now())
    tomorrow = today + timedelta(days=1)
    later = create_approval_rule(
        by=by,
        kind=ApprovalKind.PURCHASE,
        over=Decimal(0),
        who=Approver.ROLE,
        role="finance",
        starts_on=tomorrow,  # type: ignore[arg-type]
    )
    assert rules_for("purchase", Decimal(5), today) == [office.first]
    assert rules_for("purchase", Decimal(5), tomorrow) == [later]
    high = create_approval_rule(
        by=by,
        kind=ApprovalKind.PURCHASE,
        over=Decimal(500),
        who=Approver.PERSON,
        person=office.finn,  # type: ignore[arg-type]
    )
    assert rules_for("purchase", Decimal(600), today) == [high]
    assert rules_for("purchase", Decimal(1000), today) == [high, office.second]
    end_approval_rule(high, by=by)
    assert rules_for("purchase", Decimal(600), today) == [office.first]
    reopen_approval_rule(ApprovalRule.objects.get(pk=high.pk), by=by)
    assert rules_for("purchase", Decimal(600), today) == [high]
    assert refused(lambda: reopen_approval_rule(ApprovalRule.objects.get(pk=office.first.pk), by=by)) == "followed"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"over": -1}, "over"),
        ({"step": 0}, "step"),
        ({"who": Approver.ROLE}, "role"),
        ({"role": "finance"}, "role"),
        ({"who": Approver.PERSON}, "person"),
        ({"starts_on": clock.now().date() - timedelta(days=9)}, "starts_on"),
    ],
)
def test_a_rule_that_names_nobody_or_nothing_is_refused(office: Office, given: dict[str, Any], field: str) -> None:
    given = {"kind": ApprovalKind.TRAVEL, "over": 0, **given}
    with pytest.raises(Invalid) as raised:
        create_approval_rule(by=make.actor(office.admin), **given)
    assert list(raised.value.errors) == [field]


def test_managers_in_a_circle_are_each_asked_once(office: Office) -> None:
    upper = make.team("Upper", manager=office.dana)
    office.boss.team = upper
    office.boss.save()
    assert managers_of(office.dana) == [office.boss]


def test_a_new_rule_undone_leaves_the_one_before(office: Office) -> None:
    admin = make.actor(office.admin)
    create_approval_rule(by=admin, kind=ApprovalKind.PURCHASE, over=Decimal(0), who=Approver.ROLE, role="finance")  # type: ignore[arg-type]
    undo(Log.objects.filter(action="work.create_approval_rule").latest("at"), by=admin)
    assert rules_for("purchase", Decimal(10), business_day(clock.now())) == [office.first]
    assert waits_for(office.asked()) == "Boss"
