"""The company's settings, for core and kit: team keeps them, ``settings.COMPANY_SETTING`` names the function."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def setting(name: str) -> Any:
    """The value of a registered setting.  KeyError for an unknown name."""
    return _reader()(name)


def public(path: str = "") -> str:
    """Where people open a path of ours: below what the company said, else below where this server runs."""
    return f"{setting('company.address') or settings.PUBLIC_URL}{path}"


def here(address: str) -> str:
    """The same address on the machine we run on: good also where what the company said leads nowhere."""
    return settings.PUBLIC_URL + address.removeprefix(public())


@cache
def _reader() -> Callable[[str], Any]:
    found: Callable[[str], Any] = import_string(settings.COMPANY_SETTING)
    return found
