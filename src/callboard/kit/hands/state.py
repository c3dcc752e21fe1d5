"""What the frame of every page needs of a person's hands, in one statement."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.urls import reverse

SHOWN = 5
#: A page is told of so many drafts; older ones are found on the page of parked things.
DRAFTS = 100
_QUESTION = """SELECT
(SELECT count(*) FROM kit_parked WHERE person_id = %(person)s AND taken_at IS NULL),
(SELECT json_agg(json_build_array(id, title)) FROM
  (SELECT id, title FROM kit_parked WHERE person_id = %(person)s AND taken_at IS NULL ORDER BY id DESC LIMIT %(shown)s) top),
(SELECT json_object_agg(key, rev) FROM
  (SELECT key, rev FROM kit_draft WHERE person_id = %(person)s ORDER BY saved_at DESC LIMIT %(drafts)s) typed),
(SELECT keys FROM kit_keymap WHERE person_id = %(person)s)"""


@dataclass(frozen=True)
class Parked:
    """A parked page for the menu of the frame."""

    pk: int
    title: str
    url: str


@dataclass(frozen=True)
class Hands:
    """parked: the newest of the stack, `count` in all.  drafts: {key: rev} as JSON.  keys: the person's map as JSON, "" for ours."""

    count: int = 0
    parked: list[Parked] = field(default_factory=list)
    drafts: str = "{}"
    keys: str = ""


def hands_of(person: Any) -> Hands:
    """One query."""
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, {"person": person.pk, "shown": SHOWN, "drafts": DRAFTS})
        count, top, drafts, keys = (_read(value) for value in cursor.fetchone())
    parked = [Parked(pk, title, reverse("parked-back", args=[pk])) for pk, title in top or []]
    return Hands(count, parked, json.dumps(drafts or {}), json.dumps(keys) if keys else "")


def _read(value: Any) -> Any:
    """JSON comes as text where the driver does not read it."""
    return json.loads(value) if isinstance(value, str) else value
