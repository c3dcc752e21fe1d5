"""What a receiving server says of a sender: the Authentication-Results of a mail (RFC 8601).

Anybody can write such a header into their own mail.  Each begins with the name of the server that wrote it, the authserv-id
(section 2.2), and only those of servers one trusts may be believed (section 4.1); a server that keeps to section 5 takes away
whatever came in under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

#: The name of the server that wrote a header, and what it said of the sender: pass, fail or "".
Said = tuple[str, str]
#: One section of the header: the method it begins with and its result.  What comes after was chosen by the sender.
RESULT = re.compile(r"\s*(dmarc|dkim|spf)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
#: A comment or a quoted text, which may hold the semicolon that parts the sections.
ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"")
COMMENT = re.compile(r"\([^()]*\)")
#: The first section: the authserv-id, perhaps quoted, and perhaps the version of the format, which is 1.
SERVER = re.compile(r"\s*(?:\"([^\"]*)\"|([^\s;\"=]+))(?:\s+1)?\s*(?:;|$)")


def said_of(values: Iterable[str]) -> tuple[Said, ...]:
    """What each header says, the topmost (the newest) first.  A server that names itself in no readable way is ""."""
    return tuple((_server(value), _result(value)) for value in values)


def proof_of(said: Sequence[Said], trusted: Collection[str] = ()) -> str:
    """pass, fail, or "" where nothing is said.  trusted: authserv-ids in lower case; the topmost header of theirs that says
    anything counts.  Without any the topmost header counts, whoever wrote it."""
    if not trusted:
        return said[0][1] if said else ""
    return next((result for server, result in said if result and server in trusted), "")


def _server(value: str) -> str:
    found = SERVER.match(COMMENT.sub(" ", value))
    return (found[1] or found[2] or "").lower() if found else ""


def _result(value: str) -> str:
    """fail: DMARC failed; or DKIM failed and nothing else vouches for the sender."""
    found: dict[str, set[str]] = {}
    for section in ASIDE.sub(" ", value).split(";"):
        if said := RESULT.match(section):
            found.setdefault(said[1].lower(), set()).add(said[2].lower())
    for method in ("dmarc", "dkim"):
        if "pass" in found.get(method, ()):
            return "pass"
        if "fail" in found.get(method, ()) and (method == "dmarc" or "pass" not in found.get("spf", ())):
            return "fail"
    return ""
