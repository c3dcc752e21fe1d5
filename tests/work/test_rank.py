"""The order of My Day, as judgements; and the words for when something is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from callboard.work.rules.due import due_word
from callboard.work.rules.rank import WEIGHT, rank, score

TEXAS = ZoneInfo("America/Chicago")
#: Tuesday, March 10, 10:42 in Texas.
NOW = datetime(2026, 3, 10, 10, 42, tzinfo=TEXAS)


@dataclass
class Waiting:
    """A task as the order sees it."""

    title: str
    due_at: datetime | None = None
    due_kind: str = "by"
    stake: Decimal | None = None
    promised: bool = False
    pinned: bool = False
    created_at: datetime | None = NOW
    pk: int = 0


def at(day: int, hour: int = 17, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=TEXAS)


def first(*tasks: Waiting) -> str:
    for number, task in enumerate(tasks):
        task.pk = len(tasks) - number
    return rank(tasks, NOW, TEXAS)[0].title


def test_the_mockups_day_stands_in_the_mockups_order() -> None:
    day = [
        Waiting("Call Ray Hargrove back", at(9), "day", Decimal(1164), promised=True),
        Waiting("Pre-demo check", at(10, 10, 55), "by", Decimal(310)),
        Waiting("Desk check: order 2071", at(10, 11), "by", Decimal(420)),
        Waiting("Answer: which counties", at(10, 11, 30), "by", Decimal(268)),
        Waiting("Save call: cancellation 318", at(10, 14), "at", Decimal(389)),
        Waiting("Pay booth balance", at(10, 17), "by", Decimal(2400)),
        Waiting("Write up call", at(10), "day"),
        Waiting("Offer agency website", at(11), "day", Decimal(199)),
    ]
    assert [task.title for task in rank(reversed(day), NOW, TEXAS)] == [task.title for task in day]


def test_a_broken_promise_comes_before_a_larger_overdue_task() -> None:
    assert (
        first(Waiting("money", at(2), stake=Decimal(90000)), Waiting("promise", at(10, 10), promised=True)) == "promise"
    )


def test_a_promise_that_can_still_be_kept_does_not_jump_the_overdue() -> None:
    assert first(Waiting("kept", at(10, 11), promised=True), Waiting("late", at(10, 10))) == "late"


def test_money_does_not_bring_next_week_before_today() -> None:
    assert first(Waiting("rich", at(16), stake=Decimal(1000000)), Waiting("today", at(10), "day")) == "today"


def test_money_does_not_bring_friday_before_wednesday() -> None:
    rich = Waiting("friday", at(13), "day", Decimal(1000000), created_at=NOW - timedelta(days=30))
    assert first(rich, Waiting("wednesday", at(11), "day")) == "wednesday"


def test_a_million_in_the_evening_does_not_overtake_the_next_hour() -> None:
    assert first(Waiting("evening", at(10, 17), stake=Decimal(1000000)), Waiting("soon", at(10, 11, 30))) == "soon"


def test_money_decides_between_equals() -> None:
    assert first(Waiting("poor", at(10), "day", Decimal(100)), Waiting("rich", at(10), "day", Decimal(5000))) == "rich"


def test_of_two_that_are_as_late_the_larger_amount_stands_above_however_old_the_other_is() -> None:
    """Two calls of two days ago: nobody sees how long each has been on the list, everybody sees what each is worth."""
    old = Waiting("7,114", at(8), "day", Decimal(7114), created_at=NOW - timedelta(days=45))
    assert first(old, Waiting("7,260", at(8), "day", Decimal(7260), created_at=NOW - timedelta(days=1))) == "7,260"


def test_late_by_the_same_word_is_late_alike() -> None:
    """Both say "1 day over", the one since yesterday's morning and the other since its evening."""
    morning, evening = Waiting("poor", at(9, 8), stake=Decimal(900)), Waiting("rich", at(9, 17), stake=Decimal(9000))
    said = {due_word(task.due_at, task.due_kind, NOW, TEXAS).text for task in (morning, evening)}
    assert said == {"1 day over"} and first(morning, evening) == "rich"
    assert (
        first(Waiting("two hours", at(10, 8, 20)), Waiting("the same", at(10, 8, 5), stake=Decimal(50))) == "the same"
    )


def test_of_the_largest_amounts_the_larger_still_comes_first() -> None:
    assert (
        first(Waiting("large", at(8), "day", Decimal(150000)), Waiting("larger", at(8), "day", Decimal(400000)))
        == "larger"
    )


def test_age_decides_where_there_is_no_money() -> None:
    old = Waiting("old", at(10), "day", created_at=NOW - timedelta(days=5))
    assert first(Waiting("new", at(10), "day"), old) == "old"


def test_what_is_pinned_is_on_top() -> None:
    assert first(Waiting("late", at(2), promised=True), Waiting("pinned", pinned=True)) == "pinned"


def test_without_a_date_comes_after_this_week_and_before_far_away() -> None:
    tasks = [Waiting("far", at(30)), Waiting("undated"), Waiting("friday", at(13))]
    assert [task.title for task in rank(tasks, NOW, TEXAS)] == ["friday", "undated", "far"]


def test_two_days_late_comes_before_one_day_late() -> None:
    assert first(Waiting("one", at(9), "day"), Waiting("two", at(8), "day")) == "two"


def test_a_score_says_what_it_is_made_of() -> None:
    words = [word for word, _points in score(Waiting("x", at(9), promised=True, stake=Decimal(100)), NOW, TEXAS).parts]
    assert words == ["broken promise", "overdue", "late", "stake"]
    words = [word for word, _points in score(Waiting("x", at(9)), NOW, TEXAS).parts]
    assert words == ["overdue", "late", "age"]


@pytest.mark.parametrize(
    ("due_at", "kind", "text", "tone"),
    [
        (at(9), "day", "1 day over", "over"),
        (at(6), "by", "4 days over", "over"),
        (at(10, 10, 30), "by", "12 min over", "over"),
        (at(10, 8), "at", "2 h over", "over"),
        (at(10, 10, 55), "by", "by 10:55", "due"),
        (at(10, 11, 42), "by", "by 11:42", "due"),
        (at(10, 11, 43), "by", "by 11:43", ""),
        (at(10, 14), "at", "2:00 PM", ""),
        (at(10, 12, 5), "by", "by 12:05 PM", ""),
        (at(10, 8), "day", "today", ""),
        (at(11), "by", "Wed", ""),
        (at(16), "day", "Mon", ""),
        (at(18), "day", "Mar 18", ""),
        (datetime(2027, 3, 18, tzinfo=TEXAS), "day", "Mar 18, 2027", ""),
        (None, "by", "", ""),
    ],
)
def test_due_is_said_in_words_people_say(due_at: datetime | None, kind: str, text: str, tone: str) -> None:
    word = due_word(due_at, kind, NOW, TEXAS)
    assert (word.text, word.tone) == (text, tone)


def test_the_same_instant_is_another_day_in_another_zone() -> None:
    instant = at(10, 23)
    assert due_word(instant, "day", NOW, TEXAS).text == "today"
    assert due_word(instant, "day", NOW, ZoneInfo("Europe/Berlin")).text == "Wed"


def test_the_steps_lie_further_apart_than_money_and_age_can_reach() -> None:
    """The sentence above the table is true of its numbers: what is due nearer comes first, whatever is at stake."""
    money = WEIGHT["stake"].worth(99)
    assert money >= WEIGHT["age"].worth(99)
    steps = [
        WEIGHT["overdue"].worth(0),
        WEIGHT["today at a time"].worth(0),
        WEIGHT["today at a time"].worth(99),
        WEIGHT["today"].worth(0),
        WEIGHT["tomorrow"].worth(0),
        *(WEIGHT["this week"].worth(days) for days in range(6)),
        WEIGHT["undated"].worth(0),
        WEIGHT["later"].worth(0),
    ]
    assert all(higher - lower > money for higher, lower in pairwise(steps))
    assert WEIGHT["broken promise"].worth(0) > WEIGHT["late"].worth(99) + money
    assert WEIGHT["pinned"].worth(0) > sum(
        WEIGHT[word].worth(99) for word in ("broken promise", "overdue", "late", "stake")
    )
