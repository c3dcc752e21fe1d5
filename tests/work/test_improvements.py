"""Improvements: the figure before and after, live while they run, kept once they ended; begun from the report's row."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.undo import undo
from callboard.kit.pages import load_pages
from callboard.work.actions import (
    change_improvement,
    create_improvement,
    drop_improvement,
    end_improvement,
    reopen_improvement,
)
from callboard.work.models import Handoff, HandoffStep, Improvement
from callboard.work.queries.improvements import measured
from tests import make
from tests.work.handed import Company, last

pytestmark = pytest.mark.django_db
load_pages()


class Office(Company):
    """Four hand-offs to Billing of two weeks ago that waited ten hours each, two of today that waited two."""

    def __init__(self) -> None:
        super().__init__(level=False)
        self.old = [self.waited(days=14, hours=10) for _number in range(4)]
        self.fresh = [self.waited(days=0, hours=2) for _number in range(2)]

    def waited(self, *, days: int, hours: int) -> Handoff:
        handoff = self.asked()
        begins = clock.now() - timedelta(days=days)
        Handoff.objects.filter(pk=handoff.pk).update(created_at=begins)
        HandoffStep.objects.filter(handoff=handoff).update(since_at=begins, until_at=begins + timedelta(hours=hours))
        return handoff

    def begun(self, **given: Any) -> Improvement:
        given = {"title": "Two look at the mailbox", "team": self.billing, "figure": "waiting", **given}
        return create_improvement(by=make.actor(self.boss), **given)


@pytest.fixture
def office() -> Office:
    return Office()


def figures(improvement: Improvement, hours_later: float = 3) -> tuple[Any, int, Any, int]:
    """As they stand a little later: steps that are still to end have ended."""
    found = measured(Improvement.objects.get(pk=improvement.pk), clock.now() + timedelta(hours=hours_later))
    return found.before, found.before_count, found.after, found.after_count


def test_before_and_after_are_the_reports_figures(office: Office) -> None:
    improvement = office.begun()
    before, before_count, after, after_count = figures(improvement)
    assert (before_count, after_count) == (4, 2)
    assert before == pytest.approx(Decimal(10), abs=Decimal("0.1"))
    assert after == pytest.approx(Decimal(2), abs=Decimal("0.1"))
    assert improvement.person == office.boss


def test_the_weeks_before_it_bound_what_it_is_compared_with(office: Office) -> None:
    assert figures(office.begun(weeks=1))[:2] == (None, 0)
    assert figures(office.begun(weeks=3))[1] == 4


def test_ended_its_figures_stay_and_reopened_they_follow(office: Office) -> None:
    improvement = office.begun()
    end_improvement(improvement, by=make.actor(office.boss))
    kept = figures(improvement)
    office.waited(days=0, hours=1)
    assert figures(improvement) == kept
    assert (Improvement.objects.get().after_count, Improvement.objects.get().state) == (2, "ended")
    with pytest.raises(Refused):
        end_improvement(Improvement.objects.get(), by=make.actor(office.boss))
    undo(last("end_improvement"), by=make.actor(office.boss))
    assert figures(improvement)[3] == 3
    assert Improvement.objects.get().before is None


def test_every_verb_is_taken_back(office: Office) -> None:
    boss = make.actor(office.boss)
    improvement = office.begun()
    undo(last("create_improvement"), by=boss)
    assert Improvement.objects.get().state == "dropped"
    reopen_improvement(Improvement.objects.get(), by=boss)
    change_improvement(Improvement.objects.get(), by=boss, title="Three do", weeks=4)
    undo(last("change_improvement"), by=boss)
    assert (Improvement.objects.get().title, Improvement.objects.get().weeks) == (improvement.title, 8)
    drop_improvement(Improvement.objects.get(), by=boss)
    undo(last("drop_improvement"), by=boss)
    assert Improvement.objects.get().state == "running"


@pytest.mark.parametrize(
    ("given", "field"), [({"title": " "}, "title"), ({"weeks": 0}, "weeks"), ({"weeks": 53}, "weeks")]
)
def test_bad_input_is_said_at_its_field(office: Office, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as raised:
        office.begun(**given)
    assert list(raised.value.errors) == [field]
    with pytest.raises(Invalid):
        office.begun(team=office.ann.team)


def test_what_has_not_begun_cannot_end_and_whose_it_is_says_the_matrix(office: Office) -> None:
    improvement = office.begun(starts_on=(clock.now() + timedelta(days=9)).date())
    with pytest.raises(Refused):
        end_improvement(improvement, by=make.actor(office.boss))
    with pytest.raises(Forbidden):
        drop_improvement(improvement, by=make.actor(office.ann))


def test_the_reports_row_leads_to_it_and_its_page_says_both(office: Office, client: Any) -> None:
    client.force_login(office.boss)
    begin = f"/do/work.create_improvement/?team={office.billing.pk}"
    assert begin in client.get("/handoffs/time/").content.decode()
    form = client.get(begin).content.decode()
    assert f'value="{office.billing.pk}" selected' in form
    improvement = office.begun()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get(improvement.get_absolute_url()).content.decode()
    assert len(asked) <= 12
    assert "8 weeks before" in page
    assert "10.0" in page
    assert client.get("/api/v1/improvements").json()["items"][0]["title"] == improvement.title
