"""Every setting as it is and how it came to be so: the history the database keeps, tied to who did it."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from callboard.core.db import rows
from callboard.core.registry import SettingEntry, register
from callboard.team.queries.company import dated, settings_on
from callboard.team.rules.settings import only_here


@dataclass(frozen=True)
class Touch:
    """One change. value: as it is stored, None for the default; gone: the value was taken away; by: "" for the program."""

    name: str
    at: datetime
    by: str
    value: Any
    valid_from_on: date
    gone: bool


@dataclass(frozen=True)
class Known:
    """A setting today. own: whether somebody gave it a value; ahead: (from when, value) that do not hold yet."""

    entry: SettingEntry
    value: Any
    own: bool
    ahead: list[tuple[date, Any]]
    last: Touch | None

    @property
    def changed(self) -> bool:
        """Whether it is another than the default."""
        return bool(self.value != self.entry.default)


_TOUCHES = """
    SELECT {once} event.key, log.at, COALESCE(person.name, ''), event.value::text, event.valid_from_on,
           event.pgh_label = 'delete'
    FROM team_settingevent event
    JOIN core_log log ON log.id = (event.pgh_context ->> 'log')::uuid
    LEFT JOIN team_person person ON person.id = log.person_id
    {where} ORDER BY {first} event.pgh_id DESC
"""
_LAST = _TOUCHES.format(once="DISTINCT ON (event.key)", where="", first="event.key,")
_ALL = _TOUCHES.format(once="", where="WHERE event.key = %s", first="") + " LIMIT 200"


def known_settings() -> list[Known]:
    """Every setting in the order of their groups. Two queries."""
    last = {touch.name: touch for touch in _touches(_LAST, [])}
    values, now, later = settings_on([entry.name for entry in register.setting]), *dated()
    return [
        Known(
            entry,
            values[entry.name],
            now.get(entry.name) is not None,
            [(on, value) for name, on, value in later if name == entry.name],
            last.get(entry.name),
        )
        for entry in register.setting
    ]


def touches_of(name: str) -> list[Touch]:
    """The changes of one setting, the newest first; at most 200."""
    return _touches(_ALL, [name])


def _touches(statement: str, given: list[Any]) -> list[Touch]:
    return [
        Touch(name, at, by, json.loads(value), on, gone) for name, at, by, value, on, gone in rows.ask(statement, given)
    ]


def opens_nowhere_else(address: str) -> str:
    """The sentence of an address that only the machine we run on can open; "" for any other."""
    if not only_here(address):
        return ""
    sentence = _(
        "Links in mails begin with {address}, which opens on the computer Callboard runs on and nowhere else. Start "
        "Callboard with “{command}”, then write the "
        "address people open into the settings."
    )
    return sentence.format(address=address, command=f"{settings.PROGRAM} up --host 0.0.0.0")
