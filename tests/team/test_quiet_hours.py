"""When one is left alone: quiet hours, days off, and when the digest comes."""

from datetime import UTC, datetime, time

from callboard.team.rules.business_time import WorkCalendar
from callboard.team.rules.quiet import Quiet, digest_time, quiet_until
from tests.team.office import OFFICE, chicago


def test_quiet_hours_hold_until_the_morning_and_days_off_until_the_next_day_of_work() -> None:
    quiet = Quiet(time(19), time(7), True, time(8))
    assert quiet_until(quiet, OFFICE, chicago(9, 10)) is None
    assert quiet_until(quiet, OFFICE, chicago(9, 17, 30)) == chicago(10, 8)
    assert quiet_until(quiet, OFFICE, chicago(13, 22)) == chicago(16, 8)
    always = Quiet(time(19), time(7), False, time(8))
    assert quiet_until(always, OFFICE, chicago(14, 12)) is None
    assert quiet_until(always, OFFICE, chicago(14, 23)) == chicago(15, 7)
    assert quiet_until(always, OFFICE, chicago(14, 3)) == chicago(14, 7)


def test_quiet_hours_by_day_hold_until_they_end_and_the_same_time_twice_is_never_quiet() -> None:
    assert quiet_until(Quiet(time(12), time(13), False, time(8)), OFFICE, chicago(9, 12, 20)) == chicago(9, 13)
    assert quiet_until(Quiet(time(7), time(7), False, time(8)), OFFICE, chicago(9, 3)) is None


def test_nothing_is_held_for_ever() -> None:
    nobody = WorkCalendar("America/Chicago", {})
    assert quiet_until(Quiet(time(19), time(7), True, time(8)), nobody, chicago(9, 10)) is None
    covering = Quiet(time(7), time(18), True, time(8))
    assert quiet_until(covering, OFFICE, chicago(9, 10)) is not None


def test_the_digest_comes_on_the_next_day_of_work_by_the_wall_clock_over_a_change_of_the_clocks() -> None:
    quiet = Quiet(time(19), time(7), True, time(8))
    assert digest_time(quiet, OFFICE, chicago(9, 7)) == chicago(9, 8)
    assert digest_time(quiet, OFFICE, chicago(13, 10)) == chicago(16, 8)
    assert digest_time(quiet, OFFICE, datetime(2026, 3, 6, 20, tzinfo=UTC)) == chicago(9, 8)
