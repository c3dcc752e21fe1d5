"""The page of a group: the list opens it, members are added and ended there, a membership to come to an end says until when."""

from datetime import date, timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log
from callboard.directory.actions import add_member, join_network, leave_network
from callboard.directory.models import Account, NetworkMembership
from callboard.team.models import Person
from tests import make


@pytest.fixture
def network(dana: Person) -> Account:
    return make.account("Lone Star Agents Group", owner=dana, kind="network")


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_the_list_opens_the_page_of_the_group(web: Client, by: Actor, hargrove: Account, network: Account) -> None:
    join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1))
    text = web.get("/groups/").content.decode()
    assert f'data-url="/groups/{network.pk}/"' in text and f'href="/groups/{network.pk}/"' in text


def test_a_member_is_added_and_ended_at_the_page(web: Client, by: Actor, hargrove: Account, network: Account) -> None:
    page = f"/groups/{network.pk}/"
    assert f"/do/directory.add_member/{network.pk}/" in web.get(page).content.decode()
    answer = web.post(f"/do/directory.add_member/{network.pk}/", {"account": hargrove.pk, "starts_on": "2025-01-01"})
    assert answer.status_code == 302 and answer["Location"] == page
    joined = NetworkMembership.objects.get(account=hargrove, network=network)
    text = web.get(page).content.decode()
    assert f"/do/directory.leave_network/{joined.pk}/" in text and "End membership" in text
    with pytest.raises(Invalid) as again:
        add_member(network, by=by, account=hargrove)
    assert list(again.value.errors) == ["account"] and "since Jan 1, 2025 already" in str(again.value)
    add_member.undo_of(Log.objects.get(action="directory.add_member"), by=by)
    assert not NetworkMembership.objects.exists()


def test_an_agency_has_no_members_by_contract(web: Client, by: Actor, hargrove: Account) -> None:
    with pytest.raises(Refused, match="is no network"):
        add_member(hargrove, by=by, account=make.account("Mesa"))


def test_a_membership_says_until_when_and_a_refusal_once(
    web: Client, by: Actor, hargrove: Account, network: Account
) -> None:
    today = clock.business_day(clock.now())
    joined = join_network(hargrove, by=by, network=network)
    answer = web.post(f"/do/directory.leave_network/{joined.pk}/", {"ends_on": ""})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert text.count("remove it instead") == 1 and f"It joined on {today:%b} {today.day}, {today.year}" in text
    leave_network(joined, by=by, ends_on=today + timedelta(days=5))
    page = web.get(f"/network-memberships/{joined.pk}/").content.decode()
    assert ">until " in page and ">Ended<" not in page
    NetworkMembership.objects.filter(pk=joined.pk).update(starts_on=today - timedelta(days=9), ends_on=today)
    assert ">Ended<" in web.get(f"/network-memberships/{joined.pk}/").content.decode()
