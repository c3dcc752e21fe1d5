"""The board's questions are kept for a period: they take nothing from the clock themselves."""

from datetime import timedelta

import pytest

from callboard.board.pages.board import GROUPINGS, _questions, asked_for
from callboard.core import clock
from callboard.core.asking import statement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("period", ["today", "month", "quarter", "year"])
def test_a_quarter_of_an_hour_later_the_same_is_asked(period: str, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = clock.now().replace(hour=12)
    asked = []
    for instant in (noon, noon + timedelta(minutes=15)):
        monkeypatch.setattr(clock, "now", lambda instant=instant: instant)
        wanted, grouping = asked_for({"period": period, "by": by})
        made = statement(_questions(wanted, wanted, grouping))
        asked.append((wanted, made.text, repr(made.values)))
    assert asked[0] == asked[1]
