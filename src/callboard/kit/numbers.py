"""Numbers as people and programs write them."""

import re
from decimal import Decimal

from django.utils import formats

_GROUPED = re.compile(r"[-+]?\d{1,3}(?:([ .,'\u00a0\u202f])\d{3})(?:\1\d{3})*")
_MONEY = re.compile(r"[$€£\s\u00a0\u202f]")


def plain_number(text: str) -> str:
    """A number with a point and nothing else: of "$1,234.50", "1.234,50", "1 234,5", "(12)".  What is no number stays.

    "1,234" and "1.234" alone are read as the person's language groups numbers.
    """
    plain = _plain(_bare(text))
    try:
        Decimal(plain)
    except ArithmeticError:
        return text.strip()
    return plain


def _bare(text: str) -> str:
    """Without currency, spaces and brackets of a loss."""
    bare = _MONEY.sub("", text).replace("\u2212", "-").replace("'", "")
    return f"-{bare[1:-1]}" if bare.startswith("(") and bare.endswith(")") else bare


def _plain(text: str) -> str:
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return text
    mark, other = text[last], "," if text[last] == "." else "."
    groups = text.count(mark) > 1 or (other not in text and mark != formats.get_format("DECIMAL_SEPARATOR"))
    grouped = groups and bool(_GROUPED.fullmatch(text))
    if not grouped and other in text[:last] and not _GROUPED.fullmatch(text[:last]):
        return text
    return text.replace(other, "").replace(mark, "" if grouped else ".")
