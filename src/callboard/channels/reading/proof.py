"""What a receiving server says of a sender: the Authentication-Results of a mail (RFC 8601).

Anybody can write such a header into their own mail.  Each begins with the name of the server that wrote it, the authserv-id
(section 2.2), and only those of servers one trusts may be believed (section 4.1); a server that keeps to section 5 takes away
whatever came in under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

#: The name of the server that wrote a header, and what it said of the sender: pass, fail, none or "" (`said_of`).
Said = tuple[str, str]
NONE = "none"
#: One section of the header: the method it begins with and its result.  What comes after was chosen by the sender.
RESULT = re.compile(r"\s*(dmarc|dkim|spf)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
#: Whose signature, envelope or From it was: the domain, perhaps as that of an address.
ABOUT = {
    "dmarc": re.compile(r"\sheader\.from\s*=\s*(\S+)", re.IGNORECASE),
    "dkim": re.compile(r"\sheader\.[di]\s*=\s*(\S+)", re.IGNORECASE),
    "spf": re.compile(r"\ssmtp\.mailfrom\s*=\s*(\S+)", re.IGNORECASE),
}
PASS = re.compile("pass", re.IGNORECASE)
#: What of a quoted text would be read as part of the header around it.
SPECIAL = re.compile(r"[\s;=\"()@]")
#: The first section: the authserv-id, perhaps quoted, and perhaps the version of the format, which is 1.
SERVER = re.compile(r"\s*(?:\"([^\"]*)\"|([^\s;\"=]+))(?:\s+1)?\s*(?:;|$)")


def said_of(values: Iterable[str], sender: str) -> tuple[Said, ...]:
    """What each header says of `sender`, the address the mail is from; the topmost (the newest) first.  none: it looked for what
    the sender's domain asks for (DMARC) and found nothing.  A server that names itself in no readable way is ""."""
    domain = _domain(sender)
    return tuple((_server(text), _result(text, domain)) for text in map(_plain, values))


def proof_of(said: Sequence[Said], trusted: Collection[str] = ()) -> str:
    """pass, fail, or "" where nothing is said.  trusted: authserv-ids in lower case; the topmost header of theirs that says
    anything counts.  Without any the topmost header counts, whoever wrote it."""
    if trusted:
        said = [(server, result) for server, result in said if result and server in trusted]
    return said[0][1] if said and said[0][1] != NONE else ""


def _plain(value: str) -> str:
    """Without comments, which nest, and with nothing in quoted texts that parts sections (RFC 5322, section 3.2).  Where one
    never ends nobody can say what was the sender's: then nothing passed, and what failed did."""
    found: list[str] = []
    depth, quoted, escaped = 0, False, False
    for letter in value:
        if escaped:
            found.append("_" if quoted else "")
            escaped = False
        elif letter == "\\" and (depth or quoted):
            escaped = True
        elif letter == '"' and not depth:
            quoted = not quoted
            found.append(letter)
        elif quoted:
            found.append(SPECIAL.sub("_", letter))
        elif letter == "(" or (letter == ")" and depth):
            depth += 1 if letter == "(" else -1
            found.append(" ")
        elif not depth:
            found.append(letter)
    return PASS.sub(NONE, value) if depth or quoted else "".join(found)


def _server(text: str) -> str:
    found = SERVER.match(text)
    return (found[1] or found[2] or "").lower() if found else ""


def _result(text: str, domain: str) -> str:
    """pass: DMARC passed; or a signature or envelope of the sender's own domain did.  fail: DMARC failed; or DKIM failed and
    no envelope passed."""
    said: set[tuple[str, str]] = set()
    proven = False
    for section in text.split(";"):
        if found := RESULT.match(section):
            method, result = found[1].lower(), found[2].lower()
            said.add((method, result))
            about = ABOUT[method].search(section)
            named = _domain(about[1]) if about else domain if method == "dmarc" else ""
            proven = proven or (result == "pass" and _aligned(named, domain))
    if ("dmarc", "fail") in said:
        return "fail"
    if proven:
        return "pass"
    if ("dkim", "fail") in said and ("spf", "pass") not in said:
        return "fail"
    return NONE if any(method == "dmarc" for method, _result in said) else ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip('<>".').lower()


def _aligned(one: str, other: str) -> bool:
    """Whether two domains belong to one owner: the same, or one below the other (RFC 7489, section 3.1, without a list of
    suffixes: nobody signs for a suffix)."""
    return bool(one and other) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))
