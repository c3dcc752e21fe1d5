"""Service levels and their clocks: which level holds, hours and levels that change, warned, late, in time, taken back."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from callboard.core import clock
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Log, Notice
from callboard.core.undo import undo
from callboard.team.actions import set_team_hours
from callboard.team.queries import calendars_of_teams
from callboard.work.actions import (
    accept_handoff,
    end_service_level,
    finish_handoff,
    reopen_service_level,
)
from callboard.work.actions.handing import KIND
from callboard.work.models import Clock, ClockState, Handoff
from callboard.work.queries.clocks import level_for, reading_of
from callboard.work.rules.clocks import due_at
from tests import make
from tests.work.handed import ALWAYS, Company, did, last, later, now, tick

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def company() -> Company:
    return Company()


def resolution(handoff: Handoff) -> Clock:
    found = now(handoff).resolution
    assert found is not None
    return found


def notices(event: str) -> list[str]:
    return sorted(Notice.objects.filter(event=event).values_list("person__name", flat=True))


def test_the_level_that_says_more_holds() -> None:
    company, today = Company(level=False), clock.business_day(clock.now())
    plain, tier_a = company.level(), company.level(tier="A")
    own, own_a = company.level(team=company.billing), company.level(team=company.billing, tier="A")
    assert level_for(KIND, None, "B", today) == plain
    assert level_for(KIND, None, "A", today) == tier_a
    assert level_for(KIND, company.billing.pk, "", today) == own
    assert level_for(KIND, company.billing.pk, "A", today) == own_a
    end_service_level(own_a, by=make.actor(company.boss))
    assert level_for(KIND, company.billing.pk, "A", today) == own
    assert level_for(KIND, company.billing.pk, "A", today - timedelta(days=1)) is None


def test_a_level_follows_another_from_its_day(company: Company) -> None:
    by, today = make.actor(company.boss), clock.business_day(clock.now())
    first = level_for(KIND, None, "", today)
    assert first is not None
    second = company.level(resolution_hours=Decimal(4), starts_on=today + timedelta(days=3))
    first.refresh_from_db()
    assert first.ends_on == second.starts_on
    assert level_for(KIND, None, "", today) == first
    assert level_for(KIND, None, "", today + timedelta(days=3)) == second
    with pytest.raises(Refused):
        reopen_service_level(first, by=by)
    end_service_level(second, by=by)
    assert reopen_service_level(first, by=by).ends_on is None


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"resolution_hours": None, "response_hours": None}, "response_hours"),
        ({"resolution_hours": Decimal(0)}, "resolution_hours"),
        ({"response_hours": Decimal(9)}, "response_hours"),
        ({"response_hours": Decimal(99999), "resolution_hours": None}, "response_hours"),
    ],
)
def test_what_is_no_service_level_is_said_at_its_field(company: Company, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as raised:
        company.level(**given)
    assert list(raised.value.errors) == [field]


def test_only_who_may_sets_them(company: Company) -> None:
    company.boss = company.ann
    with pytest.raises(Forbidden):
        company.level()


def test_without_a_level_nothing_is_counted() -> None:
    handoff = now(Company(level=False).asked())
    assert (handoff.response, handoff.resolution, handoff.task.due_at) == (None, None, None)
    assert tick() == 0


def test_due_instants_are_reckoned_in_the_departments_hours(company: Company) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    set_team_hours(company.billing, by=admin, hours="Tue 9:00-10:00", zone="Berlin")  # type: ignore[arg-type]
    company.billing.refresh_from_db()
    made = resolution(company.asked())
    calendar = calendars_of_teams([company.billing])[company.billing.pk]
    assert (calendar.zone, list(calendar.week)) == ("Europe/Berlin", [1])
    assert made.due_at == due_at(calendar, reading_of(made))
    assert made.due_at is not None
    assert made.due_at - made.started_at > timedelta(weeks=6)


def test_hours_that_change_move_what_runs_and_its_task(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    before = resolution(handoff)
    assert handoff.task.due_at == before.due_at
    assert tick() == 0
    admin = make.person(roles=("administrator",))
    set_team_hours(company.billing, by=make.actor(admin), hours="Mon 9:00-10:00")  # type: ignore[arg-type]
    assert tick() == 1
    after = resolution(handoff)
    assert after.due_at is not None
    assert before.due_at is not None
    assert after.due_at > before.due_at
    assert now(handoff).task.due_at == after.due_at
    assert tick() == 0


def test_a_holiday_makes_late_what_was_late_no_more(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    later(resolution(handoff), 9)
    assert tick() == 1
    assert resolution(handoff).breached_at is not None
    admin = make.person(roles=("administrator",))
    set_team_hours(company.billing, by=make.actor(admin), hours="Mon 9:00-9:10")  # type: ignore[arg-type]
    tick()
    assert resolution(handoff).breached_at is None


def test_another_level_of_the_same_day_counts_what_began_that_day(company: Company) -> None:
    handoff = company.asked()
    company.level(resolution_hours=Decimal(2))
    assert tick() == 2
    assert resolution(handoff).allowed_seconds == 2 * 3600
    company.level(starts_on=clock.business_day(clock.now()) + timedelta(days=1), resolution_hours=Decimal(5))
    tick()
    assert resolution(handoff).allowed_seconds == 2 * 3600


def test_a_warning_comes_once_before_the_end_and_lateness_once_after(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    later(resolution(handoff), 7)
    assert tick() == 1
    assert tick() == 0
    assert notices("handoff_near") == ["Bo"]
    later(resolution(handoff), 2)
    assert tick() == 1
    assert tick() == 0
    assert notices("handoff_late") == ["Ann", "Bo"]
    late = resolution(handoff)
    assert late.breached_at == late.due_at
    did(finish_handoff, handoff, company.bo, proof="Done.")
    assert resolution(handoff).state == ClockState.MISSED


def test_what_is_done_too_late_is_late_before_anybody_was_told(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    later(resolution(handoff), 9)
    did(finish_handoff, handoff, company.bo, proof="Done.")
    late = resolution(handoff)
    assert (late.state, late.breached_at is not None) == (ClockState.MISSED, True)


def test_done_in_time_and_taken_back_it_runs_as_if_it_had_never_stopped(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    due = resolution(handoff).due_at
    did(finish_handoff, handoff, company.bo, proof="Done.")
    assert resolution(handoff).state == ClockState.MET
    undo(last("finish_handoff"), by=make.actor(company.bo))
    again = resolution(handoff)
    assert again.state == ClockState.RUNNING
    assert again.due_at is not None
    assert due is not None
    assert abs(again.due_at - due) < timedelta(seconds=3)


def test_the_clock_logs_what_it_says(company: Company) -> None:
    later(resolution(company.asked()), 9)
    tick()
    assert Log.objects.filter(action="work.miss_clock").count() == 1


@pytest.mark.parametrize("hours", ["noon", "Mon 17-8"])
def test_hours_of_a_team_that_cannot_be_read_are_said(company: Company, hours: str) -> None:
    by = make.actor(make.person(roles=("administrator",)))
    with pytest.raises(Invalid) as raised:
        set_team_hours(company.billing, by=by, hours=hours)  # type: ignore[arg-type]
    assert list(raised.value.errors) == ["hours"]
    with pytest.raises(Invalid) as raised:
        set_team_hours(company.billing, by=by, hours=ALWAYS, zone="Atlantis")  # type: ignore[arg-type]
    assert list(raised.value.errors) == ["zone"]
