"""Why an account is overdue."""

from types import SimpleNamespace
from typing import Any

import pytest

from callboard.board.models import ContactCount
from callboard.board.queries.contact.cadence import cadence_on, reported
from callboard.board.queries.contact.causes import causes_of, with_causes
from callboard.board.rules.causes import sentence_of
from callboard.directory.models import ContactEmail, Suppression
from callboard.directory.reading.addresses import address_hash
from callboard.work.models import Task
from tests import make
from tests.contact.conftest import DAY, FRIDAY, spoke

pytestmark = pytest.mark.django_db


def codes(account: Any) -> list[str]:
    row = with_causes(reported().filter(pk=account.pk).select_related("facts"), cadence_on()).get()
    return [cause.code for cause in causes_of(row)]


def said(account: Any) -> list[str]:
    row = with_causes(reported().filter(pk=account.pk).select_related("facts"), cadence_on()).get()
    return [sentence_of(cause.plain()) for cause in causes_of(row)]


def test_an_overdue_account_says_why(desk: SimpleNamespace) -> None:
    assert codes(desk.mesa) == []
    person = make.contact(desk.mesa, "Lena", email="lena@mesa.example", phone="+12105550100")
    ContactEmail.objects.filter(contact=person).update(bounced_at=FRIDAY - DAY)
    assert codes(desk.mesa) == ["bounced"]
    ContactEmail.objects.create(contact=person, address="other@mesa.example")
    assert codes(desk.mesa) == []
    Suppression.objects.create(address_hash=address_hash("+1 210 555 0100"), at=FRIDAY)
    assert codes(desk.mesa) == ["stopped"]
    make.interaction(desk.mesa, desk.dana, outcome="wrong_number", at=FRIDAY - 2 * DAY)
    spoke(desk.mesa, 40)
    assert codes(desk.mesa) == ["wrong_number", "stopped"]
    make.absence(desk.dana, (FRIDAY - DAY).date(), (FRIDAY + 4 * DAY).date())
    assert codes(desk.mesa)[0] == "away"
    load = {str(desk.dana.pk): {"open": 30, "middle": 10}, str(desk.ray.pk): {"open": 90, "middle": 10}}
    ContactCount.objects.create(day=FRIDAY.date(), counted_at=FRIDAY, figures={"load": load})
    assert codes(desk.mesa)[-1] == "load" and said(desk.mesa)[-1].endswith(
        "30 open tasks, 200% more than is usual in the team"
    )


def test_an_owner_who_was_away_twice_since_is_a_cause_and_before_it_is_none(desk: SimpleNamespace) -> None:
    make.absence(desk.dana, (FRIDAY - 60 * DAY).date(), (FRIDAY - 55 * DAY).date())
    assert codes(desk.mesa) == []
    make.absence(desk.dana, (FRIDAY - 30 * DAY).date(), (FRIDAY - 25 * DAY).date())
    make.absence(desk.dana, (FRIDAY - 12 * DAY).date(), (FRIDAY - 9 * DAY).date())
    row = with_causes(reported().filter(pk=desk.mesa.pk).select_related("facts"), cadence_on()).get()
    assert [(cause.code, cause.args) for cause in causes_of(row)] == [("was_away", {"times": 2})]


def test_a_task_of_yesterday_was_missed_and_who_never_spoke_says_so(desk: SimpleNamespace) -> None:
    Task.objects.filter(pk=desk.task.pk).update(due_at=FRIDAY - DAY)
    assert codes(desk.alamo) == ["missed"]
    spoke(desk.mesa, None)
    type(desk.mesa).objects.filter(pk=desk.mesa.pk).update(created_at=FRIDAY - 30 * DAY)
    assert codes(desk.mesa) == ["never"]
