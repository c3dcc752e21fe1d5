"""Settings when a zone or a cut-off takes the company back into a day that was over: what had begun stays begun."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Log
from callboard.core.reading import forget
from callboard.core.undo import undo
from callboard.team.actions import reset_setting, set_setting
from callboard.team.models import Setting
from callboard.team.queries import company_zone, setting
from callboard.team.queries.company import dated, settings_on
from tests import make

pytestmark = pytest.mark.django_db

#: 00:20 in Chicago, still the evening before in Denver.
AFTER_MIDNIGHT = datetime(2026, 11, 27, 6, 20, tzinfo=UTC)
#: 11:00 in Tokyo, the evening before in Chicago.
IN_TOKYO = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
BUNDLE = "notices.bundle_minutes"


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person(roles=("administrator",)))


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)
    forget()


def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> None:
    Setting.objects.create(key="company.zone", valid_from_on=date(2020, 1, 1), value="Asia/Tokyo")
    at(IN_TOKYO, monkeypatch)


def test_what_was_set_today_holds_on_after_moving_west(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    at(AFTER_MIDNIGHT, monkeypatch)
    set_setting(by=admin, name=BUNDLE, value="9")
    set_setting(by=admin, name="company.zone", value="America/Denver")
    today = clock.business_day(AFTER_MIDNIGHT)
    assert (today, dated()[1]) == (date(2026, 11, 26), [])
    assert (setting(BUNDLE), settings_on([BUNDLE], today), setting(BUNDLE, date(2026, 11, 25))) == (9, {BUNDLE: 9}, 5)


def test_the_newer_value_is_not_replaced_at_midnight_by_the_older(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_tokyo(monkeypatch)
    set_setting(by=admin, name=BUNDLE, value="9")
    set_setting(by=admin, name="company.zone", value="America/Chicago")
    set_setting(by=admin, name=BUNDLE, value="12")
    for hours in (0, 1, 48):
        at(IN_TOKYO + timedelta(hours=hours), monkeypatch)
        assert (setting(BUNDLE), company_zone()) == (12, "America/Chicago")
    undo(Log.objects.get(action=set_setting.name, undo_args__was="9"), by=admin)
    assert setting(BUNDLE) == 9


def test_from_tomorrow_on_is_from_tomorrow_on_after_moving_west(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    in_tokyo(monkeypatch)
    set_setting(by=admin, name="company.zone", value="America/Chicago")
    set_setting(by=admin, name=BUNDLE, value="12", valid_from_on=date(2026, 11, 28))
    assert (setting(BUNDLE), [row[0] for row in dated()[1]]) == (5, [BUNDLE])
    at(datetime(2026, 11, 28, 7, tzinfo=UTC), monkeypatch)
    assert (setting(BUNDLE), dated()[1]) == (12, [])


def test_reset_after_moving_west_it_stays_the_default(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    in_tokyo(monkeypatch)
    for name, value in ((BUNDLE, "9"), ("company.zone", "America/Denver")):
        set_setting(by=admin, name=name, value=value)
    for name in (BUNDLE, "company.zone"):
        reset_setting(by=admin, name=name)
    for hours in (0, 48):
        at(IN_TOKYO + timedelta(hours=hours), monkeypatch)
        assert (setting(BUNDLE), company_zone()) == (5, "America/Chicago")


def test_turned_hours_are_refused_after_moving_west_too(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    in_tokyo(monkeypatch)
    set_setting(by=admin, name="company.zone", value="America/Chicago")
    with pytest.raises(Invalid, match="cannot close before it opens"):
        set_setting(by=admin, name="company.day_ends", value="07:00")


def test_a_zone_and_a_cut_off_of_one_day_are_undone_one_by_one(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    at(AFTER_MIDNIGHT, monkeypatch)
    for name, value in (("company.zone", "America/Denver"), ("company.cut_off", "18:00")):
        set_setting(by=admin, name=name, value=value)
    logs = {log.undo_args["name"]: log for log in Log.objects.filter(action=set_setting.name)}
    assert (company_zone(), setting("company.cut_off")) == ("America/Denver", time(18))
    undo(logs["company.zone"], by=admin)
    assert (company_zone(), setting("company.cut_off")) == ("America/Chicago", time(18))
    undo(logs["company.cut_off"], by=admin)
    assert not Setting.objects.exists()


@pytest.mark.parametrize("first", ["company.zone", "company.cut_off"])
def test_a_zone_and_a_cut_off_of_one_day_begin_together(
    admin: Actor, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    """Whichever was set first, and whichever of the two alone would bring the day sooner."""
    at(IN_TOKYO - timedelta(days=7), monkeypatch)
    values = {"company.zone": "Asia/Tokyo", "company.cut_off": "17:00"}
    for name in sorted(values, key=lambda name: name != first):
        set_setting(by=admin, name=name, value=values[name], valid_from_on=date(2026, 12, 1))
    # 17:00 in Tokyo is when both together make it December 1.
    together = datetime(2026, 11, 30, 8, tzinfo=UTC)
    for moment, held in ((together - timedelta(minutes=1), False), (together, True)):
        at(moment, monkeypatch)
        assert (company_zone() == "Asia/Tokyo", setting("company.cut_off") == time(17)) == (held, held)
        assert clock.business_day(clock.now()) == date(2026, 11, 30) + timedelta(days=held)
