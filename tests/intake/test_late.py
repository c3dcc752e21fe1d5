"""A customer's message is never read by nobody without somebody being told."""

import pytest

from callboard.core.actions import Invalid, Text
from callboard.core.models import Notice
from callboard.intake.actions import reply_to_item, take_item
from callboard.intake.jobs import tell_of_late_items
from callboard.intake.models import QueueItem
from callboard.team.models import Person, Team
from tests.intake.make import actor, ago, item, person, pool

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> Person:
    return person("Carol Reyes")


@pytest.fixture
def desk(boss: Person) -> Person:
    made = person("Dana Whitfield", team=Team.objects.create(name="Desk", manager=boss))
    pool("Desk", made)
    return made


def told(event: str = "intake.late") -> list[str]:
    return list(Notice.objects.filter(event=event).order_by("id").values_list("person__name", flat=True))


def late(made: QueueItem, **span: float) -> None:
    QueueItem.objects.filter(pk=made.pk).update(due_at=ago(**span))


def test_the_desk_hears_once_of_what_nobody_took(desk: Person) -> None:
    made = item("Are you there?")
    tell_of_late_items.func(0)
    assert told() == []
    late(made, minutes=1)
    tell_of_late_items.func(0)
    tell_of_late_items.func(0)
    assert told() == ["Dana Whitfield"]
    assert "Are you there?" in Notice.objects.get().subject


def test_whoever_has_it_hears_of_it_and_their_manager_an_hour_later(desk: Person, boss: Person) -> None:
    tom = person("Tom Becker", team=desk.team)
    made = item()
    take_item(made, by=actor(tom))
    late(made, hours=2)
    tell_of_late_items.func(0)
    assert told() == ["Tom Becker"]
    QueueItem.objects.update(warned_at=ago(hours=1.5), received_at=ago(hours=9))
    tell_of_late_items.func(0)
    tell_of_late_items.func(0)
    assert told() == ["Tom Becker", "Carol Reyes"]


def test_before_any_pool_is_set_up_the_desk_hears_of_it() -> None:
    person("Ada Admin", roles=("administrator",))
    person("Dana Whitfield")
    late(item(), minutes=1)
    tell_of_late_items.func(0)
    assert told() == ["Dana Whitfield"]


def test_nobody_is_told_of_what_was_answered(desk: Person) -> None:
    made = item()
    late(made, minutes=1)
    reply_to_item(made, text=Text("Here I am."), by=actor(desk))
    tell_of_late_items.func(0)
    assert told() == []


def test_the_second_answer_to_the_same_mail_is_warned_about(desk: Person) -> None:
    made = item()
    reply_to_item(made, text=Text("Yes."), by=actor(desk))
    made.refresh_from_db()
    tom = person("Tom Becker")
    with pytest.raises(Invalid, match="Dana Whitfield answered it already"):
        reply_to_item(made, text=Text("No."), by=actor(tom))
    reply_to_item(made, text=Text("One more thing."), by=actor(desk))
    reply_to_item(made, text=Text("No."), again=True, by=actor(tom))
