"""In whose words a sentence is said: a person's language and time zone, in a request as in a job."""

import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import get_supported_language_variant


def zone_of(person: Any) -> zoneinfo.ZoneInfo | None:
    """The person's zone; None (the site's) where it is missing or unknown."""
    name = getattr(person, "zone", "")
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def language_of(person: Any) -> str:
    """The person's language where we speak it, else the one that is on."""
    name = getattr(person, "locale", "")
    try:
        return get_supported_language_variant(name) if name else translation.get_language() or "en"
    except LookupError:
        return translation.get_language() or "en"


@contextmanager
def speaking_to(person: Any) -> Iterator[None]:
    """Sentences made inside are in the person's language, with their hours."""
    with timezone.override(zone_of(person)), translation.override(language_of(person)):
        yield
