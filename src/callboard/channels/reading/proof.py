"""What the receiving server says of a sender (RFC 8601): the newest Authentication-Results of a mail."""

from __future__ import annotations

import re

#: One section of the header: the method it begins with and its result.  What comes after was chosen by the sender.
RESULT = re.compile(r"\s*(dmarc|dkim|spf)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
#: A comment or a quoted text, which may hold the semicolon that parts the sections.
ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"")


def proof_of(values: list[str]) -> str:
    """pass, fail, or "" where nothing is said.  `values`: the headers, the topmost (our own server's) first.

    fail: DMARC failed; or DKIM failed and nothing else vouches for the sender.
    """
    if not values:
        return ""
    found: dict[str, set[str]] = {}
    for section in ASIDE.sub(" ", values[0]).split(";"):
        if said := RESULT.match(section):
            found.setdefault(said[1].lower(), set()).add(said[2].lower())
    for method in ("dmarc", "dkim"):
        if "pass" in found.get(method, ()):
            return "pass"
        if "fail" in found.get(method, ()) and (method == "dmarc" or "pass" not in found.get("spf", ())):
            return "fail"
    return ""
