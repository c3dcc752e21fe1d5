"""The statistics, beside what scipy 1.17 says of the same numbers, and the sentence made of them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callboard.board.pages import evenness as said
from callboard.board.rules.evenness import (
    compare,
    groups_of,
    median,
    median_interval,
    widest,
    wilson,
)

#: rng.poisson(41, 30) and a few of rng.poisson(32, 60), numpy's default_rng(5).
SPANISH = [47, 41, 27, 39, 44, 40, 39, 44, 42, 50, 44, 49, 45, 41, 35, 47, 33, 40, 36, 47, 41, 39, 42, 46, 45, 35, 32, 44, 47, 39]  # fmt: skip


def test_the_interval_of_a_share_is_wilsons() -> None:
    # scipy.stats.binomtest(7, 10).proportion_ci(method="wilson"), and of 0 in 12
    assert wilson(7, 10) == pytest.approx((0.39677814746114526, 0.892208732593699))
    assert wilson(0, 12) == pytest.approx((0.0, 0.24249400665524085))
    assert wilson(0, 0) == (0.0, 1.0)


def test_two_samples_with_ties_are_compared_as_mann_and_whitney_do() -> None:
    # scipy.stats.mannwhitneyu([1,2,2,3,5], [2,3,3,4,6,7], method="asymptotic"): U 7, p .163
    found = compare(Counter([1, 2, 2, 3, 5]), Counter([2, 3, 3, 4, 6, 7]))
    assert found.p == pytest.approx(0.16304505585423734) and found.above == pytest.approx(7 / 30)


def test_all_alike_is_no_difference() -> None:
    found = compare({4: 30}, {4: 50})
    assert (found.above, found.p) == (0.5, 1.0)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20), st.lists(st.integers(0, 60), min_size=1, max_size=20))
def test_who_is_compared_with_whom_turns_the_effect_and_keeps_the_chance(one: list[int], other: list[int]) -> None:
    here, there = compare(Counter(one), Counter(other)), compare(Counter(other), Counter(one))
    assert here.p == pytest.approx(there.p) and here.above == pytest.approx(1 - there.above)
    assert 0 <= here.p <= 1


@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_the_middle_lies_in_its_interval(values: list[int]) -> None:
    low, high = median_interval(Counter(values))
    assert low <= median(Counter(values)) <= high


def test_the_difference_is_one_sentence_with_its_size_and_its_worth() -> None:
    even = Counter({32: 200})
    lines = said.lines_of("language", "wait", groups_of({"es": Counter(SPANISH), "en": even}), {})
    sentence = said.sentence_of(lines)
    assert sentence == (
        "Spanish: accounts wait 9.5 days longer than the others (41.5 against 32); "
        "30 accounts, and so much is hardly chance."
    )


def test_what_may_be_chance_is_said_to_be() -> None:
    one, other = Counter([10, 12, 20, 25, 30, 31, 33, 40, 41, 42, 50]), Counter([9, 12, 18, 24, 29, 31, 33, 38, 41, 44])
    sentence = said.sentence_of(said.lines_of("region", "wait", groups_of({"TX": one, "OK": other}), {}))
    assert "so it may be chance." in sentence


def test_small_groups_are_said_to_be_too_small() -> None:
    groups = groups_of({"A": Counter([90] * 9), "B": Counter([10] * 5)})
    assert widest(groups) is None
    lines = said.lines_of("tier", "score", groups, {})
    assert said.sentence_of(lines) == "Every group has fewer than 10, too small to be compared."
    assert {line.verdict for line in lines} == {"too small to be compared"}


def test_the_more_groups_the_more_it_takes_to_be_no_chance() -> None:
    values = {str(n): Counter(range(20)) for n in range(5)}
    values["9"] = Counter(range(4, 24))
    alone = groups_of({"9": values["9"], "rest": Counter(dict.fromkeys(range(20), 5))})
    among = groups_of(values)
    p = {group.key: group.p for group in among}["9"]
    assert p == pytest.approx(min(1.0, 6 * {group.key: group.p for group in alone}["9"]))
