"""A cell that becomes its action's field."""

from typing import Any

import pytest
from django.test import Client

from callboard.core.models import Log
from callboard.directory.actions import change_account, set_tier
from callboard.directory.models import Account, Tier
from callboard.team.models import Person
from tests import make
from tests.kit.conftest import signed_in

pytestmark = pytest.mark.django_db


def field(client: Client, account: Account, key: str, query: str = "") -> Any:
    return client.get(f"/accounts/?{query}&cell={account.pk}.{key}")


def hidden(html: str) -> dict[str, str]:
    import re

    return {
        name: value.replace("&quot;", '"')
        for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html)
    }


def write(client: Client, account: Account, key: str, value: str, given: dict[str, str]) -> Any:
    return client.post(f"/accounts/?cell={account.pk}.{key}", {**given, key: value})


def test_the_heads_say_which_columns_can_be_edited_and_by_whom(
    accounts: dict[str, Account], as_desk: Client, desk: Person
) -> None:
    heads = {head.key: head.edit for head in as_desk.get("/accounts/").context["table"].columns}
    assert {key for key, edit in heads.items() if edit} == {"name", "tier", "owner"}
    finance = signed_in(make.person("Fin", roles=("finance",)))
    assert not any(head.edit for head in finance.get("/accounts/").context["table"].columns)


def test_a_cell_is_saved_with_a_toast_that_can_undo_it(accounts: dict[str, Account], as_desk: Client) -> None:
    account = accounts["Abilene"]
    got = field(as_desk, account, "tier").content.decode()
    assert '<option value="A" selected>' in got
    answer = write(as_desk, account, "tier", "C", hidden(got))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'data-row="{account.pk}"' in html
    account.refresh_from_db()
    assert account.tier == Tier.C
    log = Log.objects.latest("at")
    assert f"/undo/{log.pk}/" in html
    as_desk.post(f"/undo/{log.pk}/")
    account.refresh_from_db()
    assert account.tier == Tier.A


def test_only_the_field_that_was_typed_is_given(accounts: dict[str, Account], as_desk: Client) -> None:
    account = accounts["Abilene"]
    Account.objects.filter(pk=account.pk).update(phone="not a number", note="kept")
    answer = write(as_desk, account, "name", "Abilene & Sons", hidden(field(as_desk, account, "name").content.decode()))
    assert answer.status_code == 200, answer.content
    account.refresh_from_db()
    assert (account.name, account.phone, account.note) == ("Abilene & Sons", "not a number", "kept")


def test_an_action_that_wants_all_its_fields_gets_the_others_as_they_are(desk: Person, as_desk: Client) -> None:
    account = make.account("Waco")
    person = make.contact(account, "Ann")
    order = make.order(account, make.product(), by=make.actor(desk), contact=person, note="Call first")
    url = f"/orders/?cell={order.pk}.start_on"
    answer = as_desk.post(url, {**hidden(as_desk.get(url).content.decode()), "start_on": "2030-01-07"})
    assert answer.status_code == 200, answer.content
    order.refresh_from_db()
    assert (str(order.start_on), order.contact, order.note) == ("2030-01-07", person, "Call first")


def test_a_wrong_value_is_said_beside_the_field(accounts: dict[str, Account], as_desk: Client) -> None:
    account = accounts["Abilene"]
    given = hidden(field(as_desk, account, "name").content.decode())
    for value, said in (
        ("", "Give the account a name"),
        ("x" * 400, "at most 200"),
        ("   ", "Give the account a name"),
    ):
        answer = write(as_desk, account, "name", value, given)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    account.refresh_from_db()
    assert account.name == "Abilene"


def test_two_people_in_one_cell_see_both_values(accounts: dict[str, Account], as_desk: Client, boss: Person) -> None:
    account = accounts["Abilene"]
    given = hidden(field(as_desk, account, "tier").content.decode())
    set_tier(account, by=make.actor(boss), tier=Tier.D)
    answer = write(as_desk, account, "tier", "B", given)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Mae Boss wrote <b>D</b>" in html
    assert '<option value="B" selected>' in html
    account.refresh_from_db()
    assert account.tier == Tier.D, "nothing is overwritten before somebody chose"
    assert write(as_desk, account, "tier", "B", hidden(html)).status_code == 200
    account.refresh_from_db()
    assert account.tier == Tier.B


def test_two_people_in_two_cells_of_one_row_do_not_meet(
    accounts: dict[str, Account], as_desk: Client, boss: Person
) -> None:
    account = accounts["Abilene"]
    given = hidden(field(as_desk, account, "tier").content.decode())
    change_account(account, by=make.actor(boss), name="Abilene North")
    assert write(as_desk, account, "tier", "B", given).status_code == 200
    account.refresh_from_db()
    assert (account.name, account.tier) == ("Abilene North", "B")


def test_whose_record_it_is_not_is_told_so(accounts: dict[str, Account], boss: Person) -> None:
    executive = signed_in(make.person("Al", roles=("account_executive",)))
    assert field(executive, accounts["Cypress"], "tier").status_code == 403
    assert write(executive, accounts["Cypress"], "tier", "B", {}).status_code == 403


@pytest.mark.parametrize("cell", ["", "7", "x.tier", "99999999999999999999.tier", "7.mrr", "7.nothing", "7.id"])
def test_a_cell_that_is_none_is_404(accounts: dict[str, Account], as_desk: Client, cell: str) -> None:
    assert as_desk.get(f"/accounts/?cell={cell}").status_code == 404
    assert as_desk.post(f"/accounts/?cell={cell}", {"tier": "A"}).status_code == 404
