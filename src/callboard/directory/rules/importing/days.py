"""The days people write in tables."""

import re
from datetime import date, datetime

from django.utils.translation import gettext as _


def day_of(text: str, order: str) -> str:
    """As 2026-03-01.  A day that can be read in two ways is refused until somebody said which comes first."""
    plain = text.partition("T")[0].strip()
    if len(plain) > 10 and plain[4:5] == "-":
        plain = plain[:10]
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        pass
    year_first = re.fullmatch(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: .*)?", plain)
    if year_first:
        return _of_numbers(text, int(year_first[2]), int(year_first[3]), int(year_first[1]), "mdy")
    numbers = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?", plain)
    if numbers:
        return _of_numbers(text, int(numbers[1]), int(numbers[2]), int(numbers[3]), order)
    for form in ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%B %d %Y", "%b %d %Y"):
        try:
            return datetime.strptime(plain, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError(_("“{text}” is no day; write it like 2026-03-01.").format(text=text[:40]))


def _of_numbers(text: str, first: int, second: int, year: int, order: str) -> str:
    if first > 12 or second > 12 or first == second:
        order = "dmy" if first > 12 else "mdy"
    elif order not in ("dmy", "mdy"):
        sentence = _("“{text}” may be a day of two months. Say on the page of columns which comes first.")
        raise ValueError(sentence.format(text=text[:40]))
    day, month = (first, second) if order == "dmy" else (second, first)
    full = year + (2000 if year < 70 else 1900) if year < 100 else year
    try:
        return date(full, month, day).isoformat()
    except ValueError:
        raise ValueError(_("“{text}” is no day; write it like 2026-03-01.").format(text=text[:40])) from None
