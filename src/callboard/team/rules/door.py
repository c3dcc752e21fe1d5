"""How long a guesser has to wait. Nobody is ever locked out: waiting ends by itself, and a mailed link always works."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address


@dataclass(frozen=True)
class Limit:
    """At most `tries` failed tries within `window`."""

    tries: int
    window: timedelta


#: One address from one network, one network whatever the address, one address from anywhere.
PAIR = Limit(5, timedelta(minutes=5))
NETWORK = Limit(30, timedelta(minutes=5))
ADDRESS = Limit(60, timedelta(minutes=15))
LONGEST = max(limit.window for limit in (PAIR, NETWORK, ADDRESS))


@dataclass(frozen=True)
class Attempt:
    """A failed try: whether it was for the address asked about, whether it came from the same network."""

    at: datetime
    same_address: bool
    same_network: bool


def wait_for(attempts: Iterable[Attempt], now: datetime) -> timedelta:
    """How long the next try has to wait; zero for none."""
    known = list(attempts)
    return max(
        _wait([each.at for each in known if each.same_address and each.same_network], PAIR, now),
        _wait([each.at for each in known if each.same_network], NETWORK, now),
        _wait([each.at for each in known if each.same_address], ADDRESS, now),
    )


def network_of(address: str) -> str:
    """What counts as one network: an IPv4 address, or the /64 an IPv6 address lies in."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return f"{IPv6Address(int(found) >> 64 << 64)}/64"
    return str(found)


def _wait(times: list[datetime], limit: Limit, now: datetime) -> timedelta:
    recent = sorted(at for at in times if now - at < limit.window)
    if len(recent) < limit.tries:
        return timedelta(0)
    return recent[-limit.tries] + limit.window - now
