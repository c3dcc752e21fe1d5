"""Whether a mail is from whom it says: what the servers the company trusts say of it."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from callboard.channels.reading.proof import Said, proof_of
from callboard.team.queries import setting

SETTING = "channels.trusted_servers"
#: What such a name may be made of: what needs no quotes in a header.
NAME = re.compile(r"[^\s,;=\"()<>@]+")


def trusted_servers() -> frozenset[str]:
    """The authserv-ids the company trusts, in lower case; none where it named none."""
    return frozenset(_names(setting(SETTING)))


def proof(said: Sequence[Said]) -> str:
    """pass, fail, or "" where nobody trusted says anything.  `said`: of a mail or its header (`vouched`)."""
    return proof_of(said, trusted_servers())


def known_servers(value: str) -> str:
    """The setting as it is kept.  ValueError for what is no name of a server."""
    names = _names(value)
    wrong = next((name for name in names if not NAME.fullmatch(name)), None)
    if wrong is not None:
        raise ValueError(_("“{text}” is no name of a mail server, like mx.example.com.").format(text=wrong[:80]))
    return ", ".join(dict.fromkeys(names))


def _names(value: str) -> list[str]:
    """A dot at the end makes no other server."""
    return [name for text in value.replace(",", " ").lower().split() if (name := text.rstrip("."))]
