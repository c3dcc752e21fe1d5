"""What a new company starts with: the calling hours that were read in a named source."""

import csv
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

#: The day the file was written.
AT = datetime(2026, 11, 26, tzinfo=UTC)
YES_NO = ("holidays", "customers_exempt", "binds_business")


def write(apps: Any, schema: Any = None) -> None:
    """The rows of calling_hours.csv, for a migration or a test that emptied the table."""
    window = apps.get_model("directory", "CallingWindow")
    text = files(__package__).joinpath("calling_hours.csv").read_text(encoding="utf-8")
    window.objects.bulk_create(window(**_fields(row)) for row in csv.DictReader(text.splitlines()))


def _fields(row: dict[str, str]) -> dict[str, Any]:
    return {
        **row,
        **{name: row[name] == "yes" for name in YES_NO},
        "attempts": int(row["attempts"]) if row["attempts"] else None,
        "starts_on": date.fromisoformat(row["starts_on"]),
        "created_at": AT,
        "updated_at": AT,
        "version": 1,
    }
