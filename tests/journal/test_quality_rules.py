"""The rules of quality beside the examples they give of themselves: what a person would agree with."""

from typing import Any

import pytest

from callboard.journal.pages.checking import MISSING
from callboard.journal.rules.quality import PARTS, Note, Record, score
from callboard.journal.rules.quality.examples import ASIDE, DECLINED, GOOD, KNOWN, NOTHING, VOICEMAIL

RULES = [(part, rule) for part, (_points, _label, rules) in PARTS.items() for rule in rules]
EXAMPLES = [
    pytest.param(rule, given, kept, id=f"{rule.name}-{'keeps' if kept else 'breaks'}-{number}")
    for _part, rule in RULES
    for kept, some in ((True, rule.keep), (False, rule.broken))
    for number, given in enumerate(some)
]


def both(given: Any) -> tuple[Note, Record]:
    return given if isinstance(given, tuple) else (given, Record())


@pytest.mark.parametrize(("rule", "given", "kept"), EXAMPLES)
def test_a_rule_agrees_with_its_examples(rule: Any, given: Any, kept: bool) -> None:
    note, record = both(given)
    found = [each for each in score(note, record).findings if each.rule == rule.name]
    assert (not found) == kept, found
    for each in found:
        assert "{" not in each.sentence


def test_every_rule_has_an_example_that_keeps_it_and_one_that_breaks_it() -> None:
    assert [rule.name for _part, rule in RULES if not (rule.keep and rule.broken)] == []
    assert len({rule.name for _part, rule in RULES}) == len(RULES)


def test_what_is_missing_has_a_word_for_every_rule_of_its_part() -> None:
    assert {rule.name for rule in PARTS["complete"][2]} <= set(MISSING)


def test_the_points_of_the_parts_are_a_hundred_and_each_parts_rules_can_lose_them() -> None:
    assert sum(points for points, _label, _rules in PARTS.values()) == 100
    for part, (points, _label, rules) in PARTS.items():
        assert sum(rule.points for rule in rules) >= points, part


@pytest.mark.parametrize("note", [GOOD, NOTHING, VOICEMAIL, DECLINED, ASIDE])
def test_a_good_note_of_any_kind_scores_high_without_advice(note: Note) -> None:
    found = score(note, KNOWN)
    assert (found.total, found.advice) == (100, None), found


@pytest.mark.parametrize(
    "text", ["called", "ok", "talked", "CALLED AGAIN", "see email", "touched base, will f/u", "good call!!!", "vm"]
)
def test_a_note_that_says_nothing_scores_low(text: str) -> None:
    assert score(GOOD.but(text=text, outcome="", contact="", next_step="", next_on=None)).total < 60


def test_a_contradiction_is_the_one_line_of_advice_before_what_is_missing() -> None:
    found = score(GOOD.but(text="Call him Tuesday Dec 3.", next_step="", next_on=None))
    assert found.advice is not None
    assert found.advice.rule == "weekday"
    assert found.advice.sentence == "December 3 is a Thursday, not as written: “Tuesday Dec 3”."
    assert found.advice.doubt is not None
    assert found.advice.doubt.fix == "Thursday Dec 3"


def test_a_score_is_between_nothing_and_a_hundred_whatever_is_written() -> None:
    worst = GOOD.but(
        text="THX U IDIOT!!! spoke to Roy 903-555-0143 Tuesday Dec 3 they have 5 seats",
        outcome="no_answer",
        late_days=9,
    )
    found = score(worst, KNOWN)
    assert 0 <= found.total < 60
    assert all(0 <= kept <= PARTS[part][0] for part, kept in found.parts.items())
    assert 0 <= score(Note(text="")).total <= 100
