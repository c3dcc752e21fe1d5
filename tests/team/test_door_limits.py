"""How long somebody waits who tried too often, by address and by network."""

from datetime import UTC, datetime, timedelta

import pytest

from callboard.team.rules.door import Attempt, network_of, wait_for

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)


def tries(number: int, minutes: float, *, address: bool, network: bool) -> list[Attempt]:
    return [Attempt(NOW - timedelta(minutes=minutes), address, network) for _number in range(number)]


def test_waiting_is_as_long_as_the_oldest_of_five_is_young() -> None:
    assert wait_for(tries(4, 1, address=True, network=True), NOW) == timedelta(0)
    assert wait_for(tries(5, 1, address=True, network=True), NOW) == timedelta(minutes=4)
    assert wait_for(tries(5, 5, address=True, network=True), NOW) == timedelta(0)


def test_one_network_that_tries_many_addresses_waits() -> None:
    assert wait_for(tries(30, 1, address=False, network=True), NOW) > timedelta(0)


def test_one_address_tried_from_many_networks_waits_but_five_strangers_do_not_slow_its_owner() -> None:
    assert wait_for(tries(5, 1, address=True, network=False), NOW) == timedelta(0)
    assert wait_for(tries(60, 1, address=True, network=False), NOW) > timedelta(0)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("unix", ""),
    ],
)
def test_a_network_is_an_address_or_a_64(address: str, network: str) -> None:
    assert network_of(address) == network
