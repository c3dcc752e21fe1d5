"""What the receiving server says of a sender (RFC 8601): the newest Authentication-Results of a mail."""

from __future__ import annotations

import re

RESULT = re.compile(r"\b(dmarc|dkim|spf)\s*=\s*([a-z]+)", re.IGNORECASE)
COMMENT = re.compile(r"\([^()]*\)")


def proof_of(values: list[str]) -> str:
    """pass, fail, or "" where nothing is said.  `values`: the headers, the topmost (our own server's) first.

    fail: DMARC failed; or DKIM failed and nothing else vouches for the sender.
    """
    if not values:
        return ""
    found: dict[str, set[str]] = {}
    for method, result in RESULT.findall(COMMENT.sub(" ", values[0])):
        found.setdefault(method.lower(), set()).add(result.lower())
    if "dmarc" in found:
        return "pass" if "pass" in found["dmarc"] else "fail" if "fail" in found["dmarc"] else ""
    if "pass" in found.get("dkim", set()):
        return "pass"
    if "fail" in found.get("dkim", set()) and "pass" not in found.get("spf", set()):
        return "fail"
    return ""
