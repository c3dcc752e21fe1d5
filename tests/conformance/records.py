"""A plain record of any model, made from its fields.  What needs more has a function in `tests.make.MAKERS`."""

import uuid
from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model
from tests import make

from callboard.core import files
from callboard.core.access import access_of
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.work.models import Deadline

serial = count(1)
ICS = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u%d\nDTSTART;VALUE=DATE:20260310\nEND:VEVENT\nEND:VCALENDAR\n"


def two_accounts(*names: str) -> dict[str, Any]:
    """Two accounts, the older first, by these names."""
    return {name: make.account(f"Λογαριασμός {next(serial)}") for name in names}


MAKERS: dict[str, Callable[[], Any]] = getattr(make, "MAKERS", {})
#: Values a constraint of the database wants.
WANTED: dict[str, Callable[[int], dict[str, Any]]] = {
    "core.run": lambda number: {"action": "team.set_status", "kind": "team.person", "state": "done"},
    "kit.savedview": lambda number: {"page": "accounts", "audience": ["all"]},
    "kit.livelink": lambda number: {"page": "accounts"},
    "kit.schedule": lambda number: {"page": "accounts", "zone": "America/Chicago"},
    "journal.interaction": lambda number: {"text": f"Κείμενο {number}"},
    "journal.notetemplate": lambda number: {
        "shortcut": f"x{number}",
        "text": f"Κείμενο {number}",
        "audience": ["all"],
    },
    "journal.interactionfile": lambda number: {"name": f"Ω{number}", "sha": files.store(b"x"), "size": 1},
    "intake.queueitem": lambda number: {"person": None, "proposed_to": None},
    "directory.contactemail": lambda number: {"address": f"a{number}@example.com"},
    "directory.contactphone": lambda number: {"e164": f"+1512555{number:04}"},
    "directory.override": lambda number: {"ends_at": make.NOW + timedelta(days=number, hours=2), "starts_at": make.NOW},
    "directory.import": lambda number: {"kind": "accounts"},
    "directory.location": lambda number: {"city": f"Πόλη {number}"},
    "directory.customfield": lambda number: {"name": f"own_{number}", "noun": "account"},
    "directory.duplicatepair": lambda number: {"kind": "account", **two_accounts("account_a", "account_b")},
    "directory.duplicatesearch": lambda number: {"kind": "account", "state": "done"},
    "directory.merge": lambda number: {"kind": "account", **two_accounts("kept_account", "gone_account")},
    "work.approval": lambda number: {"state": "open", "task": make.task()},
    "work.servicelevel": lambda number: {
        "resolution_hours": number,
        "starts_on": make.NOW.date(),
        "ends_on": make.NOW.date(),
    },
    "work.clock": lambda number: {"since_at": make.NOW, "due_at": make.NOW, "used_seconds": number},
    "work.handoff": lambda number: {
        "task": make.task(title=f"Έργο {number}"),
        "team": make.team(f"Τμήμα {number}", is_department=True),
    },
    "work.approvalrule": lambda number: {"over": number},
    "calendar.calendar": lambda number: {"owner": None},
    "calendar.invitation": lambda number: {
        "starts": "2026-03-10",
        "ends": "2026-03-10",
        "sha": files.store(ICS % number),
    },
    "calendar.eventfile": lambda number: {"sha": files.store(ICS % number), "zone": "UTC"},
    "calendar.event": lambda number: {"starts_on": make.NOW.date(), "ends_on": make.NOW.date()},
    "calendar.guest": lambda number: {"address": f"g{number}@example.com"},
    "work.timeblock": lambda number: {
        "starts_at": make.NOW + timedelta(hours=number),
        "ends_at": make.NOW + timedelta(hours=number, minutes=30),
    },
    "directory.accountdomain": lambda number: {"domain": f"agency{number}.example"},
}
#: What a record is never without.
AFTER: dict[str, Callable[[Any, Person | None], Any]] = {
    "journal.interaction": lambda made, owner: made.account_links.create(account=any_record(Account, owner)),
    "work.projectstep": lambda made, owner: Deadline.objects.create(task=made.task, day_on=make.NOW.date()),
}


def any_record(model: type[Model], owner: Person | None = None) -> Any:
    """A saved record; what it must refer to is made too.  `owner`: who it belongs to where it belongs to somebody.

    Texts are Greek, so that a walk for untranslated English does not stumble over data.
    """
    maker = MAKERS.get(model._meta.label_lower)
    if maker is not None:
        return maker()
    if model is Person:
        return make.person(f"Πρόσωπο {next(serial)}")
    if model is Account:
        return make.account(f"Λογαριασμός {next(serial)}", owner=owner)
    number = next(serial)
    given = WANTED[model._meta.label_lower](number) if model._meta.label_lower in WANTED else {}
    mine = {path.split("__")[0] for path in access_of(model).own.split()}
    values = {
        field.name: owner
        if owner is not None and field.name in mine and field.related_model is Person
        else _value(field, owner, number)
        for field in model._meta.concrete_fields
        if _needed(field, mine) and field.name not in given
    }
    made = model._default_manager.create(**values, **given)
    after = AFTER.get(model._meta.label_lower)
    if after is not None:
        after(made, owner)
    return made


def _needed(field: "models.Field[Any, Any]", mine: set[str]) -> bool:
    if field.generated or (field.primary_key and not field.is_relation):
        return False
    if field.name in mine:
        return True
    if field.null or field.has_default() or field.has_db_default():
        return False
    return not (field.blank and field.empty_strings_allowed and not field.is_relation)


def _value(field: "models.Field[Any, Any]", owner: Person | None, number: int) -> Any:
    if field.is_relation:
        related: Any = field.related_model
        return any_record(related, owner)
    if field.choices:
        return next(value for value, _label in field.flatchoices if value != "")
    for kind, value in _plain(number):
        if isinstance(field, kind):
            return value[: field.max_length] if isinstance(value, str) and field.max_length else value
    raise NotImplementedError(f"{field}: say how to make one in tests.make.MAKERS")


def _plain(number: int) -> list[tuple[type[Any], Any]]:
    # All instants of a record are one, and all days, so that nothing ends before it starts.
    return [
        (models.EmailField, f"a{number}@example.com"),
        (models.BooleanField, False),
        (models.DateTimeField, make.NOW + timedelta(minutes=number)),
        (DateRangeField, DateRange(make.NOW.date(), make.NOW.date() + timedelta(days=1))),
        (models.DateField, make.NOW.date() + timedelta(days=number)),
        (models.TimeField, time(9, 0)),
        (models.DurationField, timedelta(hours=1)),
        (models.DecimalField, Decimal(1)),
        (models.FloatField, 1.0),
        (models.IntegerField, number),
        (models.UUIDField, uuid.uuid4()),
        (models.JSONField, {}),
        (models.CharField, f"Ω{number}"),
        (models.TextField, f"Κείμενο {number}"),
        (models.GenericIPAddressField, "127.0.0.1"),
        (models.Field, []),
    ]
