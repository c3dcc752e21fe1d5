"""The two companies of a data folder: practice, and one's own.  Which is served is a word in a file; `up` reads it.

Knows no Django: `up` works before it is set up.
"""

from pathlib import Path

#: The choice, and who is to be the first person of a company that has none yet.
CHOICE, FIRST = "company", "first-person"


def choose_own(home: Path, first: str) -> None:
    """From the next start on the own company is served; ``first``: the mail address of its first person."""
    (home / FIRST).write_text(first)
    fresh = home / f"{CHOICE}.new"
    fresh.write_text("own")
    fresh.rename(home / CHOICE)


def first_person(home: Path) -> str:
    """The mail address of whoever started for real, once; "" where nobody did."""
    try:
        found = (home / FIRST).read_text().strip()
        (home / FIRST).unlink()
    except OSError:
        return ""
    return found
