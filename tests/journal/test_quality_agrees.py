"""The score beside what people think of notes, written by some who had not seen the rules and rated by others.

The first sixty are spent: the rules have learned from them, so that their figure says only that nothing was unlearned.
The second sixty measure, once.
"""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from callboard.journal.rules.quality import Note, score

SAMPLES = Path(__file__).parent / "samples"
RATED = {"bad": 0, "weak": 1, "good": 2}
#: What the notes are to the rules: file, its name in the printed line, the least rank correlation.
SETS = (("notes60.json", "learned from", 0.7), ("notes60b.json", "never seen by the rules", 0.6))
DRAWS = 2000


def as_note(row: dict[str, Any]) -> Note:
    """A sample as the rules read it; days of work are Monday to Friday."""
    on, written = date.fromisoformat(row["happened_on"][:10]), date.fromisoformat(row["written_on"][:10])
    after = (on + timedelta(days=n) for n in range(1, (written - on).days + 1))
    return Note(
        text=row["text"] or "",
        kind=row["kind"],
        outcome=row["outcome"] or "",
        contact=row["contact"] or "",
        accounts=(row["account"],) if row["account"] else (),
        next_step=row["next_step"] or "",
        next_on=date.fromisoformat(row["next_on"][:10]) if row["next_on"] else None,
        duration_s=row["duration_s"],
        on=on,
        written_on=written,
        late_days=sum(day.weekday() < 5 for day in after),
    )


def ranks(values: list[float]) -> list[float]:
    """The rank of each, the mean of the ranks where several are equal."""
    order = sorted(values)
    first = {value: order.index(value) for value in set(values)}
    return [first[value] + (order.count(value) - 1) / 2 for value in values]


def correlation(one: list[float], other: list[float]) -> float:
    """Spearman's: the correlation of the ranks."""
    a, b = ranks(one), ranks(other)
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    both = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    size = (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5
    return both / size if size else 0.0


def interval(pairs: list[tuple[float, float]], seed: int = 60) -> tuple[float, float]:
    """Where it lies in 95 of 100 draws with replacement."""
    rng = random.Random(seed)
    found = sorted(correlation(*map(list, zip(*rng.choices(pairs, k=len(pairs)), strict=True))) for _ in range(DRAWS))
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def test_the_rank_correlation_is_that_of_the_books() -> None:
    assert ranks([3, 1, 3, 2]) == [2.5, 0, 2.5, 1]
    assert correlation([1, 2, 3, 4], [10, 20, 30, 40]) == pytest.approx(1)
    assert correlation([1, 2, 3, 4], [4, 3, 2, 1]) == pytest.approx(-1)
    # Worked by hand: the ranks differ by 1, 1, 1, 1 and 0 of five, so 1 - 6 * 4 / (5 * 24).
    assert correlation([1, 2, 3, 4, 5], [2, 1, 5, 2.5, 5.5]) == pytest.approx(0.8)


@pytest.mark.parametrize(("name", "what", "floor"), SETS, ids=["learned-from", "fresh"])
def test_the_score_agrees_with_people_on_sixty_notes(
    name: str, what: str, floor: float, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads((SAMPLES / name).read_text())
    pairs = [(float(score(as_note(row)).total), float(RATED[row["rating"]])) for row in rows]
    found = correlation([one for one, _other in pairs], [other for _one, other in pairs])
    low, high = interval(pairs)
    with capsys.disabled():
        print(f"\nnote quality, {what}: rank correlation {found:.2f} ({low:.2f} to {high:.2f}) on {len(rows)} notes")
    assert len(rows) == 60
    assert found >= floor
