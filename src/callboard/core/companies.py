"""The two companies of a data folder: practice, and one's own.  Which is served is a word in a file; `up` reads it.

Knows no Django: `up` works before it is set up.
"""

from pathlib import Path

#: The choice, and who is to be the first person of a company that has none yet.
CHOICE, FIRST = "company", "first-person"


def choose_own(home: Path, first: str, token: str = "") -> None:
    """From the next start on the own company is served; ``first``: the mail address of its first person.

    token: of the link that signs them in once; whoever started knows it.
    """
    (home / FIRST).touch(mode=0o600)
    (home / FIRST).write_text(f"{first}\n{token}")
    fresh = home / f"{CHOICE}.new"
    fresh.write_text("own")
    fresh.rename(home / CHOICE)


def first_person(home: Path) -> tuple[str, str]:
    """The mail address of whoever started for real and the token of their link, once; "" where there is none."""
    try:
        found = (home / FIRST).read_text()
        (home / FIRST).unlink()
    except OSError:
        return "", ""
    first, _line, token = found.partition("\n")
    return first.strip(), token.strip()
