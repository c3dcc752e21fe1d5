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
from callboard.team.queries import business_day
from callboard.work.actions import (
    accept_handoff,
    change_improvement,
    create_improvement,
    drop_improvement,
    end_improvement,
    finish_handoff,
    reopen_improvement,
)
from callboard.work.models import Handoff, HandoffStep, Improvement
from callboard.work.queries.improvements import FEWEST, measured
from tests import make
from tests.work.handed import Company, did, last

pytestmark = pytest.mark.django_db
load_pages()


class Office(Company):
    """Billing: five hand-offs of three weeks ago that waited ten hours each, five of three days ago that waited two; the
    improvement is a week old."""

    def __init__(self) -> None:
        super().__init__(level=False)
        self.old = [self.waited(days=21, hours=10) for _number in range(FEWEST)]
        self.fresh = [self.waited(days=3, hours=2) for _number in range(FEWEST)]

    def waited(self, *, days: int, hours: int, until: int | None = None) -> Handoff:
        """Asked for so many days ago, accepted after so many hours and finished then, or so many days ago."""
        handoff = did(accept_handoff, self.open(days=days, hours=hours), self.bo)
        handoff = did(finish_handoff, handoff, self.bo, proof="Done")
        begins = clock.now() - timedelta(days=days)
        ended = clock.now() - timedelta(days=until) if until is not None else begins + timedelta(hours=hours)
        Handoff.objects.filter(pk=handoff.pk).update(ended_at=ended)
        HandoffStep.objects.filter(handoff=handoff, state="requested").update(until_at=begins + timedelta(hours=hours))
        return handoff

    def open(self, *, days: int, hours: int) -> Handoff:
        """Only asked for, so many days ago."""
        handoff = self.asked()
        begins = clock.now() - timedelta(days=days)
        Handoff.objects.filter(pk=handoff.pk).update(created_at=begins)
        HandoffStep.objects.filter(handoff=handoff).update(since_at=begins)
        return handoff

    def begun(self, **given: Any) -> Improvement:
        week_ago = business_day(clock.now()) - timedelta(days=7)
        given = {
            "title": "Two look at the mailbox",
            "team": self.billing,
            "figure": "waiting",
            "starts_on": week_ago,
            **given,
        }
        return create_improvement(by=make.actor(self.boss), **given)


@pytest.fixture
def office() -> Office:
    return Office()


def figures(improvement: Improvement) -> tuple[Any, int, Any, int]:
    found = measured(Improvement.objects.get(pk=improvement.pk), clock.now())
    return found.before, found.before_count, found.after, found.after_count


def test_before_and_after_are_added_up_as_the_report_adds_up(office: Office) -> None:
    improvement = office.begun()
    before, before_count, after, after_count = figures(improvement)
    assert (before_count, after_count) == (FEWEST, FEWEST)
    assert before == pytest.approx(Decimal(10), abs=Decimal("0.1"))
    assert after == pytest.approx(Decimal(2), abs=Decimal("0.1"))
    assert improvement.person == office.boss


def test_what_is_only_asked_for_counts_in_neither(office: Office) -> None:
    """One that just came in would count as no time lost at all, one that lies there for weeks as most of it."""
    improvement = office.begun()
    kept = figures(improvement)
    for days in (20, 3, 0):
        office.open(days=days, hours=0)
    did(accept_handoff, office.open(days=2, hours=0), office.bo)
    assert figures(improvement) == kept
    assert measured(improvement, clock.now()).left_out == 4


def test_what_went_both_ways_counts_in_neither(office: Office) -> None:
    improvement = office.begun()
    kept = figures(improvement)
    office.waited(days=10, hours=96, until=6)
    assert figures(improvement) == kept
    assert measured(improvement, clock.now()).left_out == 1


def test_of_too_few_there_is_no_figure_but_a_sentence(office: Office, client: Any) -> None:
    improvement = office.begun(starts_on=business_day(clock.now()) - timedelta(days=1))
    office.waited(days=0, hours=0)
    before, before_count, after, after_count = figures(improvement)
    assert (before_count, after, after_count) == (2 * FEWEST, None, 1)
    assert before is not None
    client.force_login(office.boss)
    assert "too few yet, it takes 5" in client.get(improvement.get_absolute_url()).content.decode()


def test_in_time_is_asked_of_finished_ones_with_a_service_level_alone(office: Office) -> None:
    improvement = office.begun(figure="rate")
    assert figures(improvement) == (None, FEWEST, None, FEWEST)
    office.level()
    for _number in range(FEWEST):
        office.waited(days=2, hours=1)
    before, _count, after, after_count = figures(improvement)
    assert (before, after, after_count) == (None, Decimal(100), 2 * FEWEST)


def test_the_weeks_before_it_bound_what_it_is_compared_with(office: Office) -> None:
    assert figures(office.begun(weeks=1))[:2] == (None, 0)
    assert figures(office.begun(weeks=3))[1] == FEWEST


def test_ended_its_figures_stay_and_reopened_they_follow(office: Office) -> None:
    improvement = office.begun()
    end_improvement(improvement, by=make.actor(office.boss))
    kept = figures(improvement)
    office.waited(days=2, hours=1)
    assert figures(improvement) == kept
    assert (Improvement.objects.get().after_count, Improvement.objects.get().state) == (FEWEST, "ended")
    with pytest.raises(Refused):
        end_improvement(Improvement.objects.get(), by=make.actor(office.boss))
    undo(last("end_improvement"), by=make.actor(office.boss))
    assert figures(improvement)[3] == FEWEST + 1
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
