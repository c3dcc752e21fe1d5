"""The pages of territories: the market, a draft with its comparison, the accounts one by one, who answered on a day."""

from decimal import Decimal

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory import actions as do
from callboard.directory.jobs import carry_changes
from callboard.directory.models import AccountOwner
from callboard.directory.pages import territories
from callboard.directory.pages.territories import TerritoryAccounts
from callboard.directory.queries.coverage import market
from callboard.team.models import Person, TerritoryTerms
from tests import make
from tests.directory.territory import drafted

pytestmark = pytest.mark.django_db


def test_the_pages_show_it_and_the_moving_accounts_leave_as_a_file(
    boss: Actor, priya: Person, tom: Person, client: Client
) -> None:
    account = make.account("Texan Agency", owner=priya, region="TX", mrr=Decimal(120))
    change, texas = drafted(boss, "Texas", tom, states="TX")
    client.force_login(boss.person)
    page = client.get(f"/territory-changes/{change.pk}/").content.decode()
    compared = f"/territory-changes/{change.pk}/compared/"
    assert "Take out" in page and "Tom Becker" in page and f'hx-get="{compared}"' in page
    page = client.get(compared, headers={"HX-Request": "true"}).content.decode()
    for words in ("1 account changes hands", "Priya Raman", "Tom Becker", "No territory covers them"):
        assert words in page
    url = f"/territories/accounts/?show=moving&change={change.pk}"
    assert "Texan Agency" in client.get(url).content.decode()
    file = b"".join(client.get(f"{url}&format=csv").streaming_content).decode()
    assert "Texan Agency" in file and "Tom Becker" in file
    do.publish_change(change, by=boss)
    carry_changes(0)
    assert "Texan Agency" in client.get(url).content.decode()
    page = client.get("/territories/").content.decode()
    assert "Texas" in page and "TX" in page and "$120" not in page
    counted = client.get("/territories/?part=market").content.decode()
    assert "$120" in counted and "…" not in counted
    assert "$120" in client.get(f"/territories/?part=figures&territory={texas.pk}").content.decode()
    assert client.get(f"/territories/{texas.pk}/").status_code == 200
    page = client.get(f"/accounts/{account.pk}/owners/?on=2025-06-01").content.decode()
    assert "On June 1, 2025" in page and "Priya Raman" in page and "Texas" in page
    assert "is no day" in client.get(f"/accounts/{account.pk}/owners/?on=soon").content.decode()
    assert len(market(clock.business_day(clock.now()), boss).lines) == 1


def test_a_long_list_shows_its_beginning_and_the_file_has_all(
    boss: Actor, priya: Person, tom: Person, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        make.account(f"Texan {number}", owner=priya, region="TX", postal_code="75201")
    make.account("Ohioan", owner=priya, region="OH")
    change, texas = drafted(boss, "Texas", tom, states="TX", order=20)
    dallas = do.create_territory(by=boss, name="Dallas")
    do.plan_terms(change, by=boss, territory=dallas, postal="752", order=10)
    do.publish_change(change, by=boss)
    carry_changes(0)
    monkeypatch.setattr(TerritoryAccounts, "drawn", 2)
    client.force_login(boss.person)
    url = "/territories/accounts/?show=all"
    page = client.get(url).content.decode()
    assert "5 accounts" in page and "These are the first 2; the file has all." in page
    assert [name in page for name in ("Ohioan", "Texan 0", "Texan 1")] == [True, True, False]
    file = b"".join(client.get(f"{url}&format=csv").streaming_content).decode()
    assert [f"Texan {number}" in file for number in range(4)] == [True] * 4
    monkeypatch.setattr(territories, "COUNT_LIMIT", 3)
    assert "more than 3 accounts" in client.get(url).content.decode()
    found = market(clock.business_day(clock.now()), boss)
    assert (found.double, found.uncovered.accounts) == (4, 1)
    assert {line.name: line.sum.accounts for line in found.lines} == {"Dallas": 4, "Texas": 0}
    page = client.get(f"/territories/accounts/?territory={texas.pk}").content.decode()
    assert "0 accounts" in page and "No account is here." in page


def test_a_draft_is_nobodys_business_before_it_is_published(boss: Actor, priya: Person, client: Client) -> None:
    change, _texas = drafted(boss, "Texas", priya, states="TX")
    client.force_login(priya)
    for page in ("", "compared/"):
        assert client.get(f"/territory-changes/{change.pk}/{page}").status_code in (403, 404)
    page = client.get(f"/territories/accounts/?change={change.pk}&show=moving").content.decode()
    assert "for the new year" not in page


def test_states_are_understood_by_their_names_and_what_is_none_is_refused(boss: Actor, client: Client) -> None:
    make.account("Abroad", region="Bavaria")
    change, territory = drafted(boss, "Southeast", states="Georgia, al, Bavaria")
    assert TerritoryTerms.objects.get(change=change, territory=territory).states == ["GA", "AL", "Bavaria"]
    client.force_login(boss.person)
    form = {"territory": territory.pk, "states": "GA, Atlantis", "order": 10}
    answer = client.post(f"/do/directory.plan_terms/{change.pk}/?territory={territory.pk}", form)
    assert answer.status_code == 422 and "“Atlantis” cannot be read here" in answer.content.decode()


def test_what_is_left_empty_for_a_territory_whose_terms_were_not_shown_stays(boss: Actor, client: Client) -> None:
    change, territory = drafted(boss, "Southeast", states="GA, AL", tiers="A")
    client.force_login(boss.person)
    url, form = f"/do/directory.plan_terms/{change.pk}/", {"territory": territory.pk, "order": 10}
    assert client.post(url, form).status_code == 302
    kept = TerritoryTerms.objects.get(change=change, territory=territory)
    assert (kept.states, kept.tiers, kept.order) == (["GA", "AL"], ["A"], 10)
    assert client.post(f"{url}?territory={territory.pk}", {**form, "states": "GA"}).status_code == 302
    kept = TerritoryTerms.objects.get(change=change, territory=territory)
    assert (kept.states, kept.tiers) == (["GA"], [])


def test_whoever_publishes_sees_who_gains_and_loses_beside_the_day(boss: Actor, tom: Person, client: Client) -> None:
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    client.force_login(boss.person)
    page = client.get(f"/do/directory.publish_change/{change.pk}/").content.decode()
    assert f'hx-get="/territory-changes/{change.pk}/compared/"' in page and 'name="starts_on"' in page


def test_whoever_gains_reads_it_and_a_change_taken_back_the_same_day_leaves_no_trace_in_who_owned_it(
    boss: Actor, priya: Person, tom: Person, client: Client
) -> None:
    account = make.account("Texan", owner=priya, region="TX")
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    do.publish_change(change, by=boss)
    carry_changes(0)
    client.force_login(tom)
    assert "1 account is yours now" in client.get("/notices/").content.decode()
    change.refresh_from_db()
    do.take_back_change(change, by=boss)
    carry_changes(0)
    assert "a change of territories was taken back" in client.get("/notices/").content.decode()
    owned = AccountOwner.objects.get(account=account)
    assert (owned.person, owned.ends_on, owned.starts_on.year) == (priya, None, 2025)
