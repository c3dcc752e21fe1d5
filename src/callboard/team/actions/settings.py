"""Settings: one value from a day on."""

import json
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import connection
from django.db.models import JSONField, Value
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.given import read_json
from callboard.core.reading import forget
from callboard.core.registry import SettingEntry, register
from callboard.team.models import Setting
from callboard.team.queries import setting
from callboard.team.queries.company import HOURS, begins, hours_turned
from callboard.team.rules.settings import LONGEST_TEXT

YES = {"true", "yes", "on", "1"}
NO = {"false", "no", "off", "0", ""}
BIGGEST = 10**9
WRITTEN = {
    int: _("Write a whole number, 0 or more, like 240."),
    Decimal: _("Write a number, 0 or more, with a point: 1.5."),
    time: _("Write a time of the day like 17:30."),
    bool: _("Write yes or no."),
    str: _("Write it in at most {n} characters.").format(n=LONGEST_TEXT),
}
#: One change of the office hours at a time.
HOURS_LOCK = 0x0CA11B0E
TURNED = {
    "company.day_starts": _("The office cannot open when it is closed already. Change the other one first."),
    "company.day_ends": _("The office cannot close before it opens. Change the other one first."),
}
#: The default holds again: a null in JSON, where a null of the database would be no value at all.
DEFAULT = Value(None, JSONField())


@action(
    _("Changed setting"),
    said=_("Changed setting “{result}”"),
    who="team.manage",
    undo="team.put_setting_back",
    icon="settings",
)
def set_setting(
    *, by: Actor, name: str, value: str, valid_from_on: date | None = None, seen: str | None = None
) -> Setting:
    """Give a registered setting a value from a day on (today where none is said). Invalid for what its type cannot read.

    seen: the value it had when somebody began to change it; Refused where it is another by now.
    """
    entry = _entry(name)
    stored = _stored(entry, value)
    on = valid_from_on or by.today
    if seen is not None and seen != (now := as_text(setting(name))):
        sentence = _(
            "Somebody changed “{label}” to {value} in the meantime. Look at it and change it again if need be."
        )
        raise Refused(Refusal("changed", sentence, label=str(entry.label), value=now or "–"))
    written = _write(name, on, stored, by)
    if turned := _hours_turned(name, on):
        raise Invalid({"value": turned})
    return written


@action(
    _("Set back to the default"),
    said=_("Set back “{result}”"),
    who="team.manage",
    undo="team.put_setting_back",
    icon="arrow-back-up",
)
def reset_setting(*, by: Actor, name: str) -> Setting:
    """From today on the default holds, also where a later version has another one."""
    _entry(name)
    written = _write(name, by.today, DEFAULT, by)
    _refuse_turned_hours(name, by.today)
    return written


@action(
    _("Put setting back"),
    said=_("Put setting {name} back"),
    who="team.manage",
    final=_("Change it again."),
    icon="arrow-back-up",
)
def put_setting_back(*, by: Actor, name: str, valid_from_on: date, was: Text) -> None:
    """What a change of that day replaced holds again. was: the value as JSON, empty where no value began on that day."""
    before = _kept(_entry(name), was)
    _one_at_a_time(name)
    row = Setting.objects.filter(key=name, valid_from_on=valid_from_on)
    if not was:
        row.delete()
    elif found := row.first():
        found.value, found.updated_at = DEFAULT if before is None else before, by.now
        found.save()
    forget()
    _refuse_turned_hours(name, valid_from_on)


def as_text(value: Any) -> str:
    """A setting's value as it is typed."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _entry(name: str) -> SettingEntry:
    entry = register.setting.get(name)
    if entry is None:
        raise Invalid({"name": _("There is no such setting.")})
    return entry


def _one_at_a_time(name: str) -> None:
    """Whoever changes the other hour waits, and sees this one when they look whether both are in order."""
    if name in HOURS:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOURS_LOCK])


def _write(name: str, on: date, stored: Any, by: Actor) -> Setting:
    _one_at_a_time(name)
    on = begins(on)
    row = Setting.objects.select_for_update(no_key=True).filter(key=name, valid_from_on=on).first()
    by.undo_args(name=name, valid_from_on=on, was=json.dumps(row.value) if row is not None else "")
    if row is None:
        row = Setting(key=name, valid_from_on=on, created_at=by.now)
    row.value, row.updated_at = stored, by.now
    row.save()
    if stored is DEFAULT:
        row.refresh_from_db(fields=["value"])
    forget()
    return row


def _hours_turned(name: str, since: date) -> str:
    """Why the hours cannot be so; "" where they can. Asked once they are written: what holds on a day is read, not guessed."""
    day = hours_turned(name, since)
    if day is None:
        return ""
    if day != since:
        sentence = _("From {day} on the office would close before it opens. Change what begins on that day first.")
        return sentence.format(day=date_format(day, "F j, Y"))
    return str(TURNED[name])


def _refuse_turned_hours(name: str, since: date) -> None:
    if sentence := _hours_turned(name, since):
        raise Refused(Refusal("hours", sentence))


def _kept(entry: SettingEntry, was: str) -> Any:
    """What a setting was, from its JSON: nothing a person could not have typed. None for nothing, and for the default."""
    try:
        before = read_json(was) if was else None
    except ValueError:
        before = []
    if before is None:
        return None
    if not isinstance(before, bool | int | str):
        raise Invalid({"was": _("This is no value a setting had.")})
    try:
        return _stored(entry, as_text(before))
    except Invalid as error:
        raise Invalid({"was": str(error)}) from None


def _stored(entry: SettingEntry, value: str) -> Any:
    """The JSON value of what was typed."""
    text = value.strip()
    try:
        parsed = _parsed(entry.kind, text)
    except (ValueError, InvalidOperation):
        raise Invalid({"value": WRITTEN[entry.kind]}) from None
    if entry.check is None:
        return parsed
    try:
        return entry.check(parsed)
    except ValueError as fault:
        raise Invalid({"value": str(fault)}) from None


def _parsed(kind: type, text: str) -> Any:
    if kind is bool:
        if text.lower() not in YES | NO:
            raise ValueError
        return text.lower() in YES
    if kind is time:
        hour, _colon, minute = text.partition(":")
        return f"{time(int(hour), int(minute or 0)):%H:%M}"
    if kind is str:
        if len(text) > LONGEST_TEXT:
            raise ValueError
        return text
    number = Decimal(text)
    if not number.is_finite() or not 0 <= number <= BIGGEST or (kind is int and number != int(number)):
        raise ValueError
    return int(number) if kind is int else str(number)
