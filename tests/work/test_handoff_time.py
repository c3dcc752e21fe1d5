"""Where the time of hand-offs is lost: by department, in its hours, in parts; as a page and a workbook."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.team.models import Team
from callboard.work.actions import accept_handoff, ask_back, withdraw_handoff
from callboard.work.models import Handoff, HandoffStep
from callboard.work.queries.lost import lost
from tests import make
from tests.work.handed import Company, did

pytestmark = pytest.mark.django_db
#: A Monday morning in Texas, when an office from 8 to 17 has just opened.
MONDAY = datetime(2026, 3, 9, 13, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def company() -> Company:
    made = Company()
    Team.objects.filter(pk=made.billing.pk).update(hours="Mon-Fri 08:00-17:00", zone="America/Chicago")
    made.billing.refresh_from_db()
    return made


def went(handoff: Handoff, *parts: tuple[str, float]) -> None:
    """As if it had stood in these states for so many hours each, from that Monday on."""
    HandoffStep.objects.filter(handoff=handoff).delete()
    at = MONDAY
    for state, hours in parts:
        until = at + hours * HOUR
        HandoffStep.objects.create(handoff=handoff, state=state, since_at=at, until_at=until)
        at = until


def test_hours_of_work_are_added_up_by_whose_turn_it_was(company: Company) -> None:
    went(company.asked(), ("requested", 2), ("accepted", 3), ("asked_back", 2), ("accepted", 1))
    # From 13 o'clock on Monday to 9 on Tuesday: four hours of Monday, one of Tuesday.
    went(company.asked(), ("requested", 5), ("returned", 20))
    (row,) = lost(make.actor(company.ann))
    assert (row.count, row.hours) == (2, {"waiting": 7.0, "work": 4.0, "ours": 7.0})
    assert (row.each("waiting"), row.each("work")) == (3.5, 2.0)


def test_withdrawn_ones_and_other_days_are_left_out(company: Company) -> None:
    withdrawn = company.asked()
    did(withdraw_handoff, withdrawn, company.ann)
    assert lost(make.actor(company.ann)) == []
    handoff = company.asked()
    day = handoff.created_at.date()
    assert lost(make.actor(company.ann), until=day - timedelta(days=2)) == []
    assert [row.count for row in lost(make.actor(company.ann), since=day - timedelta(days=2))] == [1]


def test_the_page_leads_to_the_rows_and_leaves_as_a_file(client: Client, company: Company) -> None:
    did(ask_back, did(accept_handoff, company.asked(), company.bo), company.bo, question="Which bank?")
    client.force_login(company.ann)
    page = client.get("/handoffs/time/").content.decode()
    assert f"/handoffs/?team={company.billing.pk}" in page
    assert b"Billing" in client.get("/handoffs/time/?format=csv").getvalue()
    assert client.get("/handoffs/time/?format=xlsx").getvalue().startswith(b"PK")


def test_more_hand_offs_ask_no_more_statements(company: Company) -> None:
    def asked() -> int:
        actor: Any = make.actor(company.ann)
        with CaptureQueriesContext(connection) as seen:
            lost(actor)
        return len(seen)

    company.asked()
    few = asked()
    for _number in range(5):
        company.asked()
    assert asked() <= few
