"""The company's settings, for core and kit: team keeps them, ``settings.COMPANY_SETTING`` names the function."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def setting(name: str) -> Any:
    """The value of a registered setting.  KeyError for an unknown name."""
    return _reader()(name)


@cache
def _reader() -> Callable[[str], Any]:
    found: Callable[[str], Any] = import_string(settings.COMPANY_SETTING)
    return found
