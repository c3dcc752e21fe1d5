"""Time blocks: kept, changed, ended, undone; what shows through one, what it costs, who is told."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log
from callboard.team.actions import deactivate_person
from callboard.team.models import Person
from callboard.team.queries import available
from callboard.work.actions import block_time, change_block, end_block
from callboard.work.models import DueKind, TimeBlock
from callboard.work.queries import day_of
from callboard.work.queries.blocks import blocks_on, cost_of
from tests import make

pytestmark = pytest.mark.django_db
#: Tuesday, March 10, 10:42 in Texas.
NOW = datetime(2026, 3, 10, 15, 42, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield")


@pytest.fixture
def by(dana: Person) -> Actor:
    return Actor("person", person=dana)


def block(person: Person, starts: datetime = NOW - HOUR, ends: datetime = NOW + HOUR) -> TimeBlock:
    return TimeBlock.objects.create(person=person, purpose="the proposal", starts_at=starts, ends_at=ends)


def _later(at: str) -> str:
    """A time of a day next week, in words."""
    return f"{(clock.now() + timedelta(days=7)):%b %d} {at}"


def undo(by: Actor, record: object) -> None:
    log = Log.objects.order_by("-at").first()
    assert log is not None
    from callboard.core.actions import register

    register.actions[log.action].undo_of(log, by=by)


def test_time_is_kept_in_words(by: Actor) -> None:
    now = block_time(by=by, purpose="  Write the   proposal ", until="45 min")
    assert (now.purpose, now.ends_at - now.starts_at) == ("Write the proposal", timedelta(minutes=45))
    later = block_time(by=by, purpose="Calls", starts="+3", until="11:30")
    zone = by.person.tz
    begins, ends = later.starts_at.astimezone(zone), later.ends_at.astimezone(zone)
    assert (begins.hour, ends.hour, ends.minute, begins.date()) == (8, 11, 30, ends.date())


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        ({"purpose": " "}, "purpose", "what the time is for"),
        ({"purpose": "x" * 121}, "purpose", "120 characters"),
        ({"purpose": "x", "starts": "some day"}, "starts", "is no time"),
        ({"purpose": "x", "until": "some day"}, "until", "is no time"),
        ({"purpose": "x", "until": "+3"}, "until", "time or a length"),
        ({"purpose": "x", "until": "2 min"}, "until", "shorter than five"),
        ({"purpose": "x", "until": "13 h"}, "until", "longer than twelve"),
    ],
)
def test_what_is_no_time_is_said_at_its_field(by: Actor, given: dict[str, str], field: str, words: str) -> None:
    with pytest.raises(Invalid) as caught:
        block_time(by=by, **given)
    assert words in str(caught.value.errors[field])
    assert not TimeBlock.objects.exists()


@pytest.mark.parametrize(
    ("begins", "until", "meant"),
    [
        ("10", "9", "did you mean “9:00 PM”?"),
        ("10:30", "at 10:15", "did you mean “10:15 PM”?"),
        ("9 pm", "8 pm", "Say a later time"),
        ("10 pm", "2 am", "2:00 AM”?"),
        ("9", "9", "did you mean “9:00 PM”?"),
    ],
)
def test_an_end_before_its_start_is_not_taken_for_the_next_days(by: Actor, begins: str, until: str, meant: str) -> None:
    with pytest.raises(Invalid) as caught:
        block_time(by=by, purpose="Proposal", starts=_later(begins), until=until)
    sentence = str(caught.value.errors["until"])
    assert sentence.startswith("That ends before it begins at ")
    assert meant in sentence
    assert not TimeBlock.objects.exists()


def test_what_is_offered_for_an_end_before_its_start_is_understood(by: Actor) -> None:
    with pytest.raises(Invalid) as caught:
        block_time(by=by, purpose="Proposal", starts=_later("10 pm"), until="2 am")
    meant = str(caught.value.errors["until"]).split("“")[1].split("”")[0]
    made = block_time(by=by, purpose="Proposal", starts=_later("10 pm"), until=meant)
    assert made.ends_at - made.starts_at == timedelta(hours=4)
    with pytest.raises(Invalid, match="ends before it begins"):
        change_block(made, by=by, until="9 pm")


def test_two_blocks_of_one_person_do_not_overlap(by: Actor) -> None:
    block_time(by=by, purpose="first", until="60 min")
    with pytest.raises(Invalid) as caught:
        block_time(by=by, purpose="second", until="10 min")
    assert "“first” has your time from" in str(caught.value.errors["starts"])
    block_time(by=Actor("person", person=make.person()), purpose="another's", until="10 min")


def test_a_block_is_ended_and_resumed_changed_and_put_back(by: Actor) -> None:
    made = block_time(by=by, purpose="proposal", until="60 min")
    ends = made.ends_at
    end_block(made, by=by)
    assert not TimeBlock.objects.running(clock.now()).exists()
    with pytest.raises(Refused):
        change_block(made, by=by, purpose="x")
    undo(by, made)
    assert TimeBlock.objects.running(clock.now()).get() == made
    made.refresh_from_db()
    change_block(made, by=by, purpose="proposal and mail", until="3 h")
    made.refresh_from_db()
    assert made.ends_at > ends
    undo(by, made)
    made.refresh_from_db()
    assert (made.purpose, made.ends_at) == ("proposal", ends)


def test_who_keeps_time_is_not_free_and_routing_hears_why(dana: Person) -> None:
    free = available(NOW, [dana])[dana.pk]
    running = block(dana)
    answer = available(NOW, [dana])[dana.pk]
    assert free.free
    assert (answer.reason, answer.until_at) == ("blocked", running.ends_at)
    assert available(running.ends_at, [dana])[dana.pk].free
    assert available(NOW - 2 * HOUR, [dana])[dana.pk].free


def test_a_block_keeps_all_away_but_pins_and_promises_due_before_it_ends(dana: Person) -> None:
    """The rule in words, as judgements: what a customer was promised outlives one's wish to be left alone."""
    make.task(dana, "pinned", pinned=True)
    make.task(dana, "promise broken", promised=True, due_at=NOW - 2 * HOUR)
    make.task(dana, "promise in half an hour", promised=True, due_at=NOW + HOUR / 2)
    make.task(dana, "promise of the afternoon", promised=True, due_at=NOW + 3 * HOUR, stake=Decimal(100))
    make.task(dana, "promise of today", promised=True, due_at=NOW, due_kind=DueKind.DAY)
    make.task(dana, "late", due_at=NOW - 2 * HOUR, stake=Decimal(-40))
    make.task(dana, "undated")
    running = block(dana)
    day = day_of(dana, NOW, blocks=[running])
    assert [row.task.title for row in day.rows] == ["pinned", "promise broken", "promise in half an hour"]
    assert (day.to_do, day.kept, day.kept_stake) == (3, 4, Decimal(140))
    after = day_of(dana, running.ends_at, blocks=[running])
    assert (after.to_do, after.kept, after.kept_stake) == (7, 0, None)


def test_a_block_says_what_it_costs(dana: Person) -> None:
    running = block(dana)
    make.task(dana, "due meanwhile", due_at=NOW - HOUR / 2, stake=Decimal(300))
    make.task(dana, "due before", due_at=NOW - 2 * HOUR, stake=Decimal(1000))
    make.task(dana, "due later", due_at=NOW + HOUR / 2)
    make.task(dana, "came in", created_at=NOW - HOUR / 2, stake=Decimal(70))
    make.task(dana, "done in time", due_at=NOW - HOUR / 2, state="done", done_at=NOW - HOUR * 3 / 4, done_by=dana)
    make.task(make.person(), "another's", due_at=NOW - HOUR / 2)
    cost = cost_of(running, NOW)
    assert (cost.due, cost.due_stake, cost.came, cost.came_stake) == (1, Decimal(300), 1, Decimal(70))
    at_its_end = cost_of(running, NOW + 5 * HOUR)
    assert at_its_end.due == 2


def test_the_line_of_time_shows_blocks(dana: Person) -> None:
    running = block(dana)
    stops = day_of(dana, NOW, blocks=blocks_on(dana, NOW.astimezone(dana.tz).date(), dana.tz)).stops
    assert [(stop.title, stop.text, stop.past) for stop in stops] == [("the proposal", "until 11:42", False)]
    ended_before = block(dana, NOW + 2 * HOUR, NOW + 3 * HOUR)
    TimeBlock.objects.filter(pk=ended_before.pk).update(ended_at=NOW)
    assert blocks_on(dana, NOW.astimezone(dana.tz).date(), dana.tz) == [running]


def test_whoever_leaves_keeps_no_time(by: Actor, dana: Person) -> None:
    made = block_time(by=by, purpose="proposal", until="60 min")
    admin = make.person(roles=("administrator",))
    deactivate_person(dana, by=Actor("person", person=admin))
    made.refresh_from_db()
    assert made.ended_at is not None


def test_my_day_shows_the_block_and_ends_it_with_a_press(client: Client, by: Actor, dana: Person) -> None:
    client.force_login(dana)
    make.task(dana, "something else", due_at=clock.now() - HOUR, stake=Decimal(500))
    client.post("/do/work.block_time/", {"purpose": "the proposal", "until": "45 min"})
    page = client.get("/").content.decode()
    for words in ("the proposal", "1 kept away", "$500", "Nothing disturbs you"):
        assert words in page
    assert "something else" not in page.partition('id="day-hours"')[0]
    made = TimeBlock.objects.get()
    answer = client.post(f"/do/work.end_block/{made.pk}/", {"nonce": "n", "next": "/"})
    assert answer.headers["Location"] == "/"
    page = client.get("/").content.decode()
    assert "something else" in page and "kept away" not in page


def test_colleagues_see_it_on_their_page_and_may_not_end_it(client: Client, by: Actor, dana: Person) -> None:
    made = block_time(by=by, purpose="the proposal", until="45 min")
    colleague = make.person(roles=("account_executive",))
    client.force_login(colleague)
    assert "the proposal" in client.get("/time-blocks/").content.decode()
    page = client.get(f"/time-blocks/{made.pk}/").content.decode()
    assert "Running" in page and "end_block" not in page
    assert client.post(f"/do/work.end_block/{made.pk}/", {}).status_code in (403, 404)
