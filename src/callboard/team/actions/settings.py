"""Settings: one value from a day on."""

from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, action
from callboard.core.registry import SettingEntry, register
from callboard.team.models import Setting
from callboard.team.queries import setting

YES = {"true", "yes", "on", "1"}
NO = {"false", "no", "off", "0", ""}


@action(
    _("Changed setting"), said=_("Changed setting {name}"), who="team.manage", undo="team.set_setting", icon="settings"
)
def set_setting(*, by: Actor, name: str, value: str, valid_from_on: date | None = None) -> Setting:
    """Give a registered setting a value from a day on (today where none is said). Invalid for what its type cannot read."""
    entry = register.setting.get(name)
    if entry is None:
        raise Invalid({"name": _("There is no such setting.")})
    stored = _stored(entry, value)
    on = valid_from_on or by.today
    before = setting(name, on)
    by.undo_args(name=name, value=as_text(before), valid_from_on=on)
    row, _made = Setting.objects.update_or_create(
        key=name,
        valid_from_on=on,
        defaults={"value": stored, "updated_at": by.now},
        create_defaults={"value": stored, "created_at": by.now, "updated_at": by.now},
    )
    return row


def as_text(value: Any) -> str:
    """A setting's value as it is typed."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _stored(entry: SettingEntry, value: str) -> Any:
    """The JSON value of what was typed."""
    text = value.strip()
    try:
        return _parsed(entry, text)
    except (ValueError, InvalidOperation):
        raise Invalid({"value": _("This setting cannot be “{value}”.").format(value=text)}) from None


def _parsed(entry: SettingEntry, text: str) -> Any:
    if entry.name.endswith(".zone") and text not in available_timezones():
        raise ValueError
    if entry.kind is bool:
        if text.lower() not in YES | NO:
            raise ValueError
        return text.lower() in YES
    if entry.kind is int:
        return int(text)
    if entry.kind is Decimal:
        return str(Decimal(text))
    if entry.kind is time:
        return f"{time.fromisoformat(text):%H:%M}"
    return text
