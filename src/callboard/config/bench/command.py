"""The command: start a company, measure each row, print the table."""

import argparse
import os
from pathlib import Path

from callboard.config.bench.company import company
from callboard.config.bench.measures import ROWS
from callboard.config.bench.rows import REFERENCE_INSERTS_S, Figure
from callboard.core.console import Console, Sentence

#: Accounts at scale 1 are 2,000: size S.
SCALES = {"S": 1.0, "M": 50.0}


def bench(arguments: argparse.Namespace) -> int:
    """Measure.  Exit code 1 when a floor is missed, so that a script notices."""
    if arguments.size not in SCALES:
        raise Sentence(f"Size {arguments.size} is not built yet; the sizes are: {', '.join(SCALES)}.")
    wanted = set((arguments.only or "").split(",")) - {""}
    rows = [row for row in ROWS if (row.name in wanted if wanted else not row.asked)]
    if not rows:
        raise Sentence(f"No row is called {arguments.only}; the rows are: {', '.join(row.name for row in ROWS)}.")
    console = Console(arguments.json)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
    missed = 0
    console.progress("Starting a company of its own to measure.")
    kept = Path(arguments.keep).absolute() if arguments.keep else None
    with company(SCALES[arguments.size], kept) as running:
        from callboard.config.bench.limits import inserts_a_second

        rate = inserts_a_second(1)
        speed = rate / REFERENCE_INSERTS_S
        console.row(
            f"This machine: {rate:,.0f} INSERT+commit a second, {speed:.2f} of the reference.",
            {"name": "machine", "value": rate, "unit": "/s"},
        )
        for row in rows:
            figure = row.measure(running, speed)
            missed += not figure.ok
            console.row(line(row.name, figure), fields(row.name, figure))
    console.summary(f"{len(rows)} rows, {missed} below their floor.", {"rows": len(rows), "missed": missed})
    return 1 if missed else 0


def line(name: str, figure: Figure) -> str:
    ratio = f"{figure.ratio:6.1f}x" if figure.ratio is not None else "       "
    state = "ok    " if figure.ok else "MISSED"
    return f"{state} {name:<24} {figure.value:>10,.2f} {figure.unit:<4} {ratio}  {figure.promise:<16} {figure.note}"


def fields(name: str, figure: Figure) -> dict[str, object]:
    return {
        "name": name,
        "value": round(figure.value, 4),
        "unit": figure.unit,
        "limit": figure.limit,
        "ratio": round(figure.ratio, 2) if figure.ratio is not None else None,
        "promise": figure.promise,
        "ok": figure.ok,
    }
