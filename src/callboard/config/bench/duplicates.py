"""The search for duplicates: a table of accounts made with a seed, searched by the command in a process of its own."""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_most

ACCOUNTS, TWINS = 100_000, 0.05
MEMORY_MIB = 1024
HEADER = ("id", "name", "street", "city", "state", "zip", "phone", "website")
Row = list[str]


def dedupe_large(company: Company, speed: float) -> Figure:
    """100,000 accounts, one in twenty a misspelt copy; the note tells the memory and how many copies were found."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "accounts.csv"
        twins = write_table(table, ACCOUNTS, seed=7)
        seconds, mib, found = searched(table)
    figure = at_most(seconds, 180.0, speed, "s")
    recall = len(found & twins) / len(twins)
    note = f"{mib:,.0f} MiB (<= {MEMORY_MIB}); {recall:.1%} of {len(twins):,} copies, {len(found):,} pairs"
    return Figure(figure.value, figure.unit, None, None, figure.promise, figure.ok and mib <= MEMORY_MIB, note)


def searched(table: Path) -> tuple[float, float, set[tuple[str, str]]]:
    """Seconds, the most memory in MiB, and the pairs that `callboard dedupe` found."""
    import json

    command = [sys.executable, "-m", "callboard.config.cli", "dedupe", "account", "--file", str(table), "--json"]
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=out)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"dedupe ended with {child.returncode}")
        out.seek(0)
        rows = [json.loads(line) for line in out]
    pairs = {(row["a"], row["b"]) for row in rows if "a" in row}
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return seconds, used.ru_maxrss / unit, {(min(a, b), max(a, b)) for a, b in pairs}


def write_table(path: Path, rows: int, seed: int) -> set[tuple[str, str]]:
    """A table of that many accounts and which of them are copies of others. The same seed makes the same."""
    rng = random.Random(seed)
    made = [_account(rng) for _ in range(round(rows * (1 - TWINS)))]
    chosen = rng.sample(range(len(made)), rows - len(made))
    copies = [_copy(made[place], rng) for place in chosen]
    with path.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target)
        writer.writerow(HEADER)
        writer.writerows([str(at), *row] for at, row in enumerate([*made, *copies]))
    pairs = {(str(place), str(len(made) + at)) for at, place in enumerate(chosen)}
    return {(min(a, b), max(a, b)) for a, b in pairs}


def _account(rng: random.Random) -> Row:
    from callboard.directory.demo import words

    city, region, zip3, area, _zone = rng.choice(words.CITIES)
    first, second = rng.choice(words.LAST), rng.choice(words.LAST)
    kinds = (
        f"{first} {rng.choice(words.AFTER_NAME)}",
        f"{first} & {second} {rng.choice(words.AFTER_PLACE)}",
        f"{rng.choice(words.PLACES)} {rng.choice(words.AFTER_PLACE)}",
        f"{rng.choice(words.FIRST)} {first} {rng.choice(words.AFTER_NAME)}",
    )
    name = rng.choice(kinds)
    street = f"{rng.randint(100, 9900)} {rng.choice(words.STREETS)}"
    site = f"{name.lower().replace(' ', '').replace('&', '')}{rng.randint(1, 999)}.example"
    phone = f"({area}) {rng.randint(200, 999)}-{rng.randint(0, 9999):04}"
    return [name, street, city, region, f"{zip3}{rng.randint(1, 99):02}", phone, site if rng.random() < 0.6 else ""]


def _copy(row: Row, rng: random.Random) -> Row:
    """The same account as somebody else would write it down: one to three things otherwise."""
    name, street, city, region, code, phone, site = row
    for change in rng.sample(range(6), rng.randint(1, 3)):
        if change == 0:
            name = _slip(name, rng)
        elif change == 1:
            name = name.replace("Insurance Agency", "Ins. Agcy").replace(" & ", " and ") + rng.choice(
                ("", ", LLC", " Inc.")
            )
        elif change == 2:
            street = street.replace(" St", " Street").replace(" Ave", " Avenue").replace(" Ln", " Lane")
        elif change == 3:
            phone = rng.choice(("", f"({phone[1:4]}) {rng.randint(200, 999)}-{rng.randint(0, 9999):04}"))
        elif change == 4:
            site, code = "", rng.choice(("", code))
        else:
            street = rng.choice(("", _slip(street, rng)))
    return [name, street, city, region, code, phone, site]


def _slip(text: str, rng: random.Random) -> str:
    """Two letters change places, one is left out, or one is doubled."""
    at = rng.randrange(1, max(len(text) - 2, 2))
    turned = (
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + text[at + 1 :],
        text[: at + 1] + text[at:],
    )
    return rng.choice(turned)
