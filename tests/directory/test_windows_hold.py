"""No sales or campaign contact ever passes outside of its window. What is open is worked out here from figures typed from
research/domain.md B1, by other code than the program's."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.directory.queries import Asked, may_contact_all
from tests import make

NEW_YORK, CHICAGO, DENVER, LOS_ANGELES = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
PHOENIX, HONOLULU = "America/Phoenix", "Pacific/Honolulu"

#: State: (first hour, last hour) on a weekday, on a Saturday, on a Sunday; None for no call. The federal 8-21 is in it.
HOURS: dict[str, tuple[tuple[int, int] | None, ...]] = {
    "AL": ((8, 20), (8, 20), None),
    "CT": ((9, 20), (9, 20), (9, 20)),
    "FL": ((8, 20), (8, 20), (8, 20)),
    "KY": ((10, 21), (10, 21), (10, 21)),
    "LA": ((8, 20), (8, 20), None),
    "MD": ((8, 20), (8, 20), (8, 20)),
    "MA": ((8, 20), (8, 20), (8, 20)),
    "MI": ((9, 21), (9, 21), (9, 21)),
    "MN": ((9, 21), (9, 21), (9, 21)),
    "MS": ((8, 20), (8, 20), None),
    "NV": ((9, 20), (9, 20), (9, 20)),
    "NM": ((9, 21), (9, 21), (9, 21)),
    "OK": ((8, 20), (8, 20), (8, 20)),
    "PA": ((8, 21), (8, 12), (8, 21)),
    "RI": ((9, 18), None, None),
    "TX": ((9, 21), (9, 21), (12, 21)),
    "WA": ((8, 20), (8, 20), (8, 20)),
}
UNKNOWN = ((9, 20), (9, 20), None)
#: No call on these days of 2026 where a state names holidays.
HOLIDAYS, NO_HOLIDAYS = {"2026-01-01", "2026-07-04", "2026-11-26", "2026-12-25"}, {"AL", "LA", "PA"}
#: Town: state, ZIP, zone, a number there.
TOWNS = {
    "Birmingham": ("AL", "35203", CHICAGO, "+12055550142"),
    "Hartford": ("CT", "06103", NEW_YORK, "+18605550142"),
    "Orlando": ("FL", "32801", NEW_YORK, "+14075550142"),
    "Pensacola": ("FL", "32501", CHICAGO, "+18505550142"),
    "Louisville": ("KY", "40202", NEW_YORK, "+15025550142"),
    "Bowling Green": ("KY", "42101", CHICAGO, "+12705550142"),
    "New Orleans": ("LA", "70112", CHICAGO, "+15045550142"),
    "Baltimore": ("MD", "21202", NEW_YORK, "+14105550142"),
    "Boston": ("MA", "02110", NEW_YORK, "+16175550142"),
    "Detroit": ("MI", "48226", NEW_YORK, "+13135550142"),
    "Duluth": ("MN", "55802", CHICAGO, "+12185550142"),
    "Jackson": ("MS", "39201", CHICAGO, "+16015550142"),
    "Reno": ("NV", "89501", LOS_ANGELES, "+17755550142"),
    "Santa Fe": ("NM", "87501", DENVER, "+15055550142"),
    "Tulsa": ("OK", "74103", CHICAGO, "+19185550142"),
    "Erie": ("PA", "16501", NEW_YORK, "+18145550142"),
    "Newport": ("RI", "02840", NEW_YORK, "+14015550142"),
    "Tyler": ("TX", "75701", CHICAGO, "+19035550142"),
    "El Paso": ("TX", "79901", DENVER, "+19155550142"),
    "Spokane": ("WA", "99201", LOS_ANGELES, "+15095550142"),
    "Phoenix": ("AZ", "85004", PHOENIX, "+16025550142"),
    "Honolulu": ("HI", "96813", HONOLULU, "+18085550142"),
    "Denver": ("CO", "80202", DENVER, "+13035550142"),
}
#: Half a minute past every minute of 2026.
MINUTES = 365 * 24 * 60
BEGIN = datetime(2026, 1, 1, 0, 0, 30, tzinfo=UTC)


def open_there(town: str, now: datetime) -> bool:
    state, _zip, zone, _number = TOWNS[town]
    local = now.astimezone(ZoneInfo(zone))
    if state in NO_HOLIDAYS and f"{local:%Y-%m-%d}" in HOLIDAYS:
        return False
    weekday, saturday, sunday = HOURS.get(state, UNKNOWN)
    hours = {"Sat": saturday, "Sun": sunday}.get(f"{local:%a}", weekday)
    return hours is not None and hours[0] <= int(f"{local:%H}") < hours[1]


@pytest.fixture
def people(db: None) -> dict[str, Contact]:
    """One in each town; where they are is written, their number is of their own town or of another."""
    found = {}
    for town, (state, zip_, _zone, _number) in TOWNS.items():
        found[town] = make.contact(make.account(town, region=state, postal_code=zip_, city=town))
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minute=st.integers(0, MINUTES - 1),
    purpose=st.sampled_from(["sales", "campaign"]),
    medium=st.sampled_from(["phone", "text"]),
    elsewhere=st.sampled_from([*TOWNS]),
)
@example(minute=(31 + 28 + 7) * 24 * 60 + 8 * 60, purpose="sales", medium="phone", elsewhere="Honolulu")
def test_nothing_passes_outside_of_the_window_of_any_place_they_may_be_in(
    people: dict[str, Contact], minute: int, purpose: str, medium: str, elsewhere: str
) -> None:
    now, by = BEGIN + timedelta(minutes=minute), Actor.clock("test")
    own = [Asked(TOWNS[town][3], medium, purpose, contact) for town, contact in people.items()]
    far = [Asked(TOWNS[elsewhere][3], medium, purpose, contact) for contact in people.values()]
    strangers = [Asked(TOWNS[elsewhere][3], medium, purpose)]
    answers = may_contact_all([*own, *far, *strangers], by=by, now=now)
    for number, town in enumerate(people):
        here, there = open_there(town, now), open_there(elsewhere, now)
        assert bool(answers[number]) <= here, (town, now)
        assert bool(answers[len(own) + number]) <= (here and there), (town, elsewhere, now)
        if HOURS.get(TOWNS[town][0]) and TOWNS[town][0] not in NO_HOLIDAYS:
            assert bool(answers[number]) == here, (town, now)
    assert bool(answers[-1]) <= open_there(elsewhere, now)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minute=st.integers(0, MINUTES - 1), town=st.sampled_from([*TOWNS]))
def test_the_next_moment_is_open_and_nothing_before_it_is(people: dict[str, Contact], minute: int, town: str) -> None:
    now, by = BEGIN + timedelta(minutes=minute), Actor.clock("test")
    asked = Asked(TOWNS[town][3], "phone", "sales", people[town])
    denied = may_contact_all([asked], by=by, now=now)[0]
    if denied:
        return
    opens = denied.opens_at()
    assert opens is not None
    assert opens > now
    assert open_there(town, opens)
    between = [now + timedelta(minutes=n) for n in range(0, int((opens - now).total_seconds() // 60), 30)]
    before = [each for each in between if each < opens]
    state = TOWNS[town][0]
    if state not in NO_HOLIDAYS:
        assert not any(open_there(town, each) for each in before)
        assert not open_there(town, opens - timedelta(minutes=1))
