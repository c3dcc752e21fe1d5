"""What a preview says before anything is done: which records, from what to what, and what they are worth."""

from decimal import Decimal

import pytest
from django.test import Client
from lxml import html

from callboard.core.models import Run
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(desk: Person) -> list[Account]:
    ines = make.person("Ines Duarte")
    owners = [ines, None, ines]
    return [make.account(f"Agency {n}", owner=owners[n], tier="B", mrr=Decimal(100 * n)) for n in range(3)]


def chosen(client: Client, verb: str, accounts: list[Account]) -> str:
    ids = [account.pk for account in accounts]
    return str(client.post(f"/bulk/accounts/directory.{verb}/", {"id": ids})["Location"])


def lines(answer: object) -> list[str]:
    tree = html.fromstring(answer.content.decode())  # type: ignore[attr-defined]
    return [" ".join(" ".join(at.itertext()).split()) for at in tree.xpath("//ul[@class='rows']/li")]


def test_each_record_is_named_with_what_it_had_and_would_have_and_its_amount(
    as_desk: Client, accounts: list[Account], desk: Person
) -> None:
    page = chosen(as_desk, "set_owner", accounts)
    answer = as_desk.get(page)
    assert "3 accounts" in answer.content.decode()
    assert (answer.context["worth"].label, answer.context["worth"].amount) == ("MRR", Decimal(300))
    victor = make.person("Victor Salas")
    seen = as_desk.post(page, {"owner": victor.pk, "role": "owner"})
    assert lines(seen) == [
        "Agency 0 Owner: Ines Duarte → Victor Salas",
        "Agency 1 Owner: nobody → Victor Salas $100",
        "Agency 2 Owner: Ines Duarte → Victor Salas $200",
    ]
    assert not Account.objects.filter(owner=victor).exists(), "nothing is done yet"
    supports = as_desk.post(page, {"owner": victor.pk, "role": "support"})
    assert lines(supports)[0] == "Agency 0 Victor Salas supports it"


def test_what_is_so_already_and_what_only_a_timeline_says(as_desk: Client, accounts: list[Account]) -> None:
    answer = as_desk.post(chosen(as_desk, "set_tier", accounts[:2]), {"tier": "B"})
    assert lines(answer) == ["Agency 0 It is so already", "Agency 1 It is so already $100"]
    assert lines(as_desk.get(chosen(as_desk, "archive_account", accounts[:1])))[0] == "Agency 0 Account archived"


@pytest.mark.parametrize(("verb", "field"), [("set_owner", "owner"), ("set_tier", "tier")])
def test_emptying_a_field_of_all_is_never_what_a_field_left_out_means(
    as_desk: Client, accounts: list[Account], verb: str, field: str
) -> None:
    page = chosen(as_desk, verb, accounts)
    form = as_desk.get(page).context["form"]
    labels = [str(label) for _value, label in form.fields[field].widget.choices]
    assert labels[:2] == ["Choose", "nobody" if field == "owner" else "none"]
    assert form.fields[field].required
    refused = as_desk.post(page, {field: ""})
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {field})
    seen = as_desk.post(page, {field: "none"})
    assert seen.status_code == 200
    assert lines(seen)[0] == ("Agency 0 Owner: Ines Duarte → nobody" if field == "owner" else "Agency 0 Tier: B → none")
    sent = {field: "none", "start": "1", "seen": seen.context["seen"], "nonce": "n"}
    assert as_desk.post(page, sent).status_code == 302
    assert Run.objects.get().given[field] is None


def test_of_many_people_nobody_is_written(
    as_desk: Client, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callboard.kit.fields.SELECT_AT_MOST", 1)
    page = chosen(as_desk, "set_owner", accounts)
    assert "Write “none” where nobody is meant." in as_desk.get(page).content.decode()
    assert lines(as_desk.post(page, {"owner": "none"}))[0] == "Agency 0 Owner: Ines Duarte → nobody"
