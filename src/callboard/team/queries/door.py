"""Who is signed in where, and how long the next try at the door waits."""

import hashlib
import re
from datetime import datetime, timedelta

from django.db.models import Q

from callboard.team.models import Person, Session, SignIn, SignInAttempt
from callboard.team.rules.door import LONGEST, Attempt, wait_for

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def wait_at_door(address: str, network: str, now: datetime) -> timedelta:
    """How long a try for an address from a network has to wait; zero for none."""
    hashed = address_hash(address)
    rows = SignInAttempt.objects.filter(Q(address_hash=hashed) | Q(network=network), at__gt=now - LONGEST)
    return wait_for((Attempt(row.at, row.address_hash == hashed, row.network == network) for row in rows), now)


def address_hash(address: str) -> str:
    """What is kept of an address that was tried: it may be a password typed into the wrong field."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


def live_sign_ins(person: Person, now: datetime) -> list[SignIn]:
    """Where a person is signed in now, the newest first."""
    rows = list(person.sign_ins.filter(ended_at=None))
    keys = [row.session_key for row in rows]
    alive = set(Session.objects.filter(session_key__in=keys, expire_date__gt=now).values_list("session_key", flat=True))
    return [row for row in rows if row.session_key in alive]


def browser_of(agent: str) -> str:
    """A browser in two words, from what it says of itself: "Firefox, Linux"."""
    names = [next((name for sign, name in known if re.search(sign, agent)), "") for known in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in names if name)
