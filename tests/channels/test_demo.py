"""The practice company's mail holds together."""

from datetime import UTC, datetime

import pytest

from callboard.channels import demo
from callboard.channels.models import Message, Thread
from callboard.core.demo import World
from callboard.directory import demo as directory
from callboard.directory.models import Attempt
from callboard.team import demo as team


@pytest.mark.django_db
def test_the_practice_company_has_mail() -> None:
    world = World(seed=1, now=datetime(2026, 11, 23, 16, tzinfo=UTC), scale=0.02)
    for part in (team, directory, demo):
        part.build(world)
    assert world["fresh_messages"]
    assert all(message.thread_id for message in world["messages"])
    out = Message.objects.filter(direction="out")
    assert out.count() == Attempt.objects.count() > 20
    assert Thread.objects.count() == Message.objects.filter(in_reply_to="").count()
    assert not Message.objects.filter(received_at__gt=world.now).exists()
    assert Message.objects.exclude(direction="in").exclude(in_reply_to="").count() == out.count()
