"""A company that asks for approvals."""

from decimal import Decimal
from typing import Any

import pytest

from callboard.core.actions import Refused
from callboard.team.models import Person
from callboard.work.actions import approve_approval, create_approval_rule, reject_approval, request_approval
from callboard.work.models import Approval, ApprovalKind, Approver
from tests import make


class Office:
    """Somebody who asks, their manager, finance, an administrator; rules for purchases: the manager, from 1000 finance too."""

    def __init__(self) -> None:
        self.team = make.team("Sales")
        self.boss = make.person("Boss", roles=("sales_manager",))
        self.team.manager = self.boss
        self.team.save()
        self.dana = make.person("Dana", team=self.team)
        self.finn = make.person("Finn", roles=("finance",))
        self.admin = make.person("Admin", roles=("administrator",))
        by = make.actor(self.admin)
        self.first = create_approval_rule(by=by, kind=ApprovalKind.PURCHASE, over=Decimal(0))  # type: ignore[arg-type]
        self.second = create_approval_rule(
            by=by,
            kind=ApprovalKind.PURCHASE,
            over=Decimal(1000),
            step=2,
            who=Approver.ROLE,
            role="finance",  # type: ignore[arg-type]
        )

    def asked(self, amount: int = 400, **given: Any) -> Approval:
        given = {"title": "A camera", "kind": ApprovalKind.PURCHASE, **given}
        return request_approval(by=make.actor(self.dana), amount=Decimal(amount), **given)  # type: ignore[arg-type]


def now(approval: Approval) -> Approval:
    return Approval.objects.select_related("task__owner").get(pk=approval.pk)


def waits_for(approval: Approval) -> str:
    task = now(approval).task
    return str(task.owner) if task is not None else ""


def yes(approval: Approval, person: Person) -> None:
    approve_approval(now(approval), by=make.actor(Person.objects.get(pk=person.pk)))


def no(approval: Approval, person: Person, because: str = "Too dear.") -> None:
    reject_approval(now(approval), by=make.actor(Person.objects.get(pk=person.pk)), because=because)  # type: ignore[arg-type]


def refused(call: Any) -> str:
    with pytest.raises(Refused) as raised:
        call()
    return raised.value.refusal.code
