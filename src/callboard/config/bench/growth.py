"""A larger company by SQL: copies of what the demo has, under new names.  Every expression is ours; the history's triggers are off."""
# ruff: noqa: S608

import random
from typing import Any

from callboard.config.bench.limits import connect

#: Of each account, about what the size M of the promises has.
PEOPLE, MAILS, NOTES = 2, 3, 3
WORDS = 20_000
_SYLLABLES = [first + vowel for first in (*"bdfghklmnprstvw", "br", "tr", "st") for vowel in "aeiou"]


def grow(accounts: int) -> None:
    """Copies of accounts, with people, mails and notes, up to so many accounts."""
    rng = random.Random(5)
    words = sorted({"".join(rng.choices(_SYLLABLES, k=rng.choice((2, 2, 3)))).capitalize() for _ in range(WORDS)})
    name = "a.word || ' ' || b.word"
    with connect() as owner:
        owner.execute("SET session_replication_role = replica")
        numbered = "CREATE TEMP TABLE {} AS SELECT row_number() OVER () AS n, {} FROM {}"
        owner.execute(numbered.format("bench_word", "word", "unnest(%s::text[]) AS word"), [words])
        new = {"name": f"{name} || ' Insurance'", "sort_key": f"lower({name} || ' Insurance')", "legal_name": "''"}
        new |= {"number": "nextval('directory_account_number')", "phone": "''", "website": "''"}
        _copies(owner, "directory_account", accounts, len(words), 1, new)
        owner.execute(numbered.format("bench_account", "id", "directory_account"))
        owner.execute("ANALYZE bench_word")
        owner.execute("ANALYZE bench_account")
        at = {"account_id": "c.id"}
        person = {"name": name, "sort_key": f"lower({name})", **at}
        _copies(owner, "directory_contact", accounts * PEOPLE, len(words), accounts, person)
        mail = {"digest": "''", "key": "NULL", "uid": "NULL", **at}
        _copies(owner, "channels_message", accounts * MAILS, len(words), accounts, mail)
        _copies(owner, "journal_interaction", accounts * NOTES, len(words), accounts, {})
        owner.execute(
            "INSERT INTO journal_interactionaccount (interaction_id, account_id) SELECT i.id, c.id"
            f" FROM (SELECT id, 1 + floor(random() * {accounts})::int AS whose FROM journal_interaction) AS i"
            " JOIN bench_account AS c ON c.n = i.whose"
            " WHERE NOT EXISTS (SELECT FROM journal_interactionaccount AS l WHERE l.interaction_id = i.id)"
        )


def _copies(owner: Any, table: str, wanted: int, words: int, accounts: int, changed: dict[str, str]) -> None:
    """Copy the rows of a table round and round until there are so many.  changed: columns that get another expression,
    from t (the row), a and b (two words) and c (an account)."""
    question = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND column_name <> 'id'"
    columns = [row[0] for row in owner.execute(question, [table]).fetchall()]
    there = owner.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    missing = max(0, wanted - there)
    drawn = f"1 + floor(random() * {words})::int AS one, 1 + floor(random() * {words})::int AS two"
    drawn += f", 1 + floor(random() * {accounts})::int AS whose"
    rows = (
        f"SELECT s.*, {drawn} FROM {table} AS s CROSS JOIN generate_series(1, {missing // there + 1}) LIMIT {missing}"
    )
    joins = "JOIN bench_word AS a ON a.n = t.one JOIN bench_word AS b ON b.n = t.two"
    joins += " JOIN bench_account AS c ON c.n = t.whose" if changed.get("account_id") else ""
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f't."{column}"') for column in columns)
    owner.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM ({rows}) AS t {joins}")
