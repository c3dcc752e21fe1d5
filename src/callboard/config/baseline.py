"""Write `core/db/baseline.sql` anew: `python -m callboard.config.baseline`, with CALLBOARD_HOME an empty folder, makes every
migration there from nothing and writes what came of it. Wanted before a release, or when new migrations have become slow;
tests/config/test_baseline.py holds both ways to the same tables, rights and rows.
"""

import os
import re
import sys

#: Tables whose rows Django writes after every migrate.
WRITTEN_AFTER = ("django_content_type", "auth_permission")
#: What only psql reads, remarks, and what a database is given before its first table.
NOT_OURS = re.compile(
    r"\\|--|ALTER DEFAULT PRIVILEGES|SELECT pg_catalog\.set_config|SET |$"
    rf"|SELECT pg_catalog\.setval\('public\.({'|'.join(WRITTEN_AFTER)})_id_seq'"
)
#: A function may name a table that comes after it.
BEGINS = "SET LOCAL check_function_bodies TO off;\n"


def dump(*leave_out: str) -> str:
    """The connected database as SQL that PostgreSQL reads, without the rows of the tables to leave out."""
    from callboard.config import databases

    tables = [f"--exclude-table-data={table}" for table in (*WRITTEN_AFTER, *leave_out)]
    text = databases.run("pg_dump", ["--no-owner", "--inserts", "--rows-per-insert=100", *tables], databases.current())
    return BEGINS + "".join(_ours(text))


def _ours(text: str) -> list[str]:
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        quoted = len(re.findall(r"\$\w*\$", line)) % 2 == 1
        # Every line of a function's body is kept.
        if inside or quoted or not NOT_OURS.match(line):
            kept.append(line)
        inside = inside != quoted
    return kept


def main() -> int:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "callboard.config.settings", "CALLBOARD_DB_OWNER": "1"}
    import django
    from django.core.management import call_command

    django.setup()
    from callboard.config.prepare import prepare_role
    from callboard.core.db import baseline

    prepare_role()
    call_command("migrate", interactive=False, verbosity=0, from_nothing=True)
    baseline.FILE.write_text(dump(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
