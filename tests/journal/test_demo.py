"""The practice company's salespeople find captured mail on their first page."""

from datetime import UTC, datetime

import pytest

from callboard.channels.models import Message
from callboard.core.demo import World
from callboard.directory import demo as directory
from callboard.journal import demo
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.demo import drafts
from callboard.journal.models import DraftedInteraction
from callboard.journal.queries import not_written_up
from callboard.team import demo as team
from callboard.work.models import Task


@pytest.mark.django_db
def test_every_salesperson_has_drafts_and_one_mail_to_write_up(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(seed=1, now=datetime(2026, 11, 24, 16, tzinfo=UTC), scale=0.02)
    for part in (team, directory):
        part.build(world)
    made, rolls = drafts.build, []

    def watched(given: World) -> None:
        before = given.rng.getstate()
        made(given)
        rolls.append(given.rng.getstate() == before)

    monkeypatch.setattr(demo.drafts, "build", watched)
    demo.build(world)
    assert rolls == [True], "what other rooms draw stays what it was"
    owners = {contact.account.owner_id for contact in world["contacts"]} - {None}
    open_ones = DraftedInteraction.objects.filter(state="open", account__isnull=False, contacts__isnull=False)
    assert set(open_ones.values_list("person", flat=True)) == owners
    assert set(open_ones.values_list("direction", flat=True)) == {"in", "out"}
    tasks = Task.objects.filter(kind=UNWRITTEN, state="open")
    assert sorted(tasks.values_list("owner", flat=True)) == sorted(owners)
    seen = Message.objects.filter(pk__in=tasks.values("source_id"))
    assert set(seen.values_list("direction", "capture")) == {("out", "archive")}
    days = {task.reason_args["day"] for task in tasks}
    (day,) = {datetime.fromisoformat(each).date() for each in days}
    # The clock asks for the same: nobody wrote about these accounts that day, or somebody did.
    asked = set(not_written_up(day, day).values_list("pk", flat=True))
    assert asked <= set(seen.values_list("pk", flat=True))
    assert not Message.objects.filter(received_at__gt=world.now).exists()
