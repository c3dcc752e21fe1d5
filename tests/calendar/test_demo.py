"""The practice company's calendars: the same each time, and nothing for `check` to find."""

from datetime import UTC, datetime

import pytest

from callboard.calendar import demo
from callboard.calendar.checks import occurrences
from callboard.calendar.models import Calendar, Event, Guest, Layer, Occurrence
from callboard.core.demo import World
from callboard.directory import demo as directory
from callboard.team import demo as team

pytestmark = pytest.mark.django_db


def test_every_layer_has_something_series_have_exceptions_and_check_finds_nothing() -> None:
    world = World(seed=1, now=datetime(2026, 11, 24, 16, tzinfo=UTC), scale=0.02)
    team.build(world)
    directory.build(world)
    drawn = world.rng.getstate()
    demo.build(world)
    assert world.rng.getstate() == drawn, "what the rooms above make stays as it was"
    assert set(Calendar.objects.values_list("layer", flat=True)) == set(Layer.values)
    assert Event.objects.filter(calendar__name="Customer meetings", account__isnull=False).exists()
    for event in Event.objects.filter(calendar__layer=Layer.PERSONAL):
        assert event.audience == [f"own:{event.organizer_id}"], "nobody else sees it"
    sweep = Event.objects.get(title="Friday sweep", series=None)
    assert len(sweep.leaves) == 1 and sweep.changed.count() == 1
    keys = set(Occurrence.objects.filter(event=sweep).values_list("key", flat=True))
    assert keys and not keys & {*sweep.leaves, sweep.changed.get().recurrence_of}
    assert Guest.objects.exists()
    assert list(occurrences()) == []
