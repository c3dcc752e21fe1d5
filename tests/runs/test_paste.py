"""Rows copied from a spreadsheet: read, mapped, seen row by row, then made as a run."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Invalid
from callboard.core.models import Run
from callboard.core.runs import working
from callboard.directory.models import Account
from callboard.kit.numbers import plain_number
from callboard.kit.runs.cells import cut
from callboard.orders.models import Product
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make
from tests.runs.conftest import signed_in

PASTE = "/paste/accounts/"


# Reading


def test_what_a_spreadsheet_copies_is_cut_into_cells() -> None:
    assert cut("Name\tTown\r\nOne\tTyler\r\n\r\n") == [["Name", "Town"], ["One", "Tyler"]]
    assert cut('a\t"two\nlines"\tc') == [["a", "two\nlines", "c"]]
    assert cut("Name;Town\nOne;Tyler") == [["Name", "Town"], ["One", "Tyler"]]
    assert cut("one\ntwo, with a comma") == [["one"], ["two, with a comma"]]
    assert cut("  \n\n") == []


def test_too_many_rows_and_an_open_quotation_mark_are_said() -> None:
    with pytest.raises(Invalid, match="at most 5,000"):
        cut("x\n" * 5002)
    with pytest.raises(Invalid, match="quotation mark"):
        cut('a\t"' + "x" * 200_000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.50", "1234.50"),
        ("$1,234.50", "1234.50"),
        ("1.234,50 €", "1234.50"),
        ("1 234,5", "1234.5"),
        ("1\u202f234\u202f567,8", "1234567.8"),
        ("1,234", "1234"),
        ("1,234,567", "1234567"),
        ("0,5", "0.5"),
        ("12,34", "12.34"),
        ("1.234", "1.234"),
        ("(12.50)", "-12.50"),
        ("\u22127", "-7"),
        ("1'234.5", "1234.5"),
        ("seven", "seven"),
        ("1.2.3,4,5", "1.2.3,4,5"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: str) -> None:
    assert plain_number(text) == value


# The page

pytestmark = pytest.mark.django_db


def columns(html: str) -> dict[str, str]:
    """What each column was taken for."""
    found = re.findall(r'<select[^>]*name="(column-\d+)">(.*?)</select>', html, re.S)
    return {name: next(iter(re.findall(r'value="(\w*)" selected', options)), "") for name, options in found}


def read(client: Client, url: str, text: str, **mapping: str) -> Run:
    """Both steps: the columns as they were guessed (or as said here), then the draft."""
    guessed = client.post(url, {"text": text})
    assert guessed.status_code == 200, guessed.context["error"]
    html = guessed.content.decode()
    headed = {"headed": "1"} if re.search(r'name="headed" value="1" checked', html) else {}
    answer = client.post(url, {"text": text, "read": "1", **columns(html), **headed, **mapping})
    run = Run.objects.latest("id")
    assert (answer.status_code, answer["Location"]) == (302, f"/runs/{run.pk}/")
    return run


def worked(client: Client, run: Run, **more: str) -> Run:
    html = (
        client.post(f"/runs/{run.pk}/", more).content.decode()
        if more
        else client.get(f"/runs/{run.pk}/").content.decode()
    )
    seen = re.search(r'name="seen" value="(\w*)"', html)
    assert seen is not None
    assert client.post(f"/runs/{run.pk}/", {"start": "1", "seen": seen[1], "nonce": "n", **more}).status_code == 302
    while working.work_chunk(run.pk):
        pass
    run.refresh_from_db()
    return run


def test_a_list_with_a_creating_action_takes_pasted_rows(as_desk: Client) -> None:
    make.account()
    assert f'href="{PASTE}"' in as_desk.get("/accounts/").content.decode()
    assert "/paste/" not in as_desk.get("/contacts/").content.decode()
    assert "/paste/" not in as_desk.get("/profile/tokens/").content.decode()


def test_who_may_make_none_pastes_none(as_desk: Client) -> None:
    finance = signed_in(make.person(roles=("finance",)))
    make.account()
    assert "/paste/" not in finance.get("/accounts/").content.decode()
    assert finance.get(PASTE).status_code == 403
    assert as_desk.get("/paste/contacts/").status_code == 404
    assert as_desk.get("/paste/nothing/").status_code == 404
    assert Client().get(PASTE)["Location"].startswith("/sign-in/")


def test_heads_name_the_columns_in_any_order_and_case(as_desk: Client) -> None:
    html = as_desk.post(PASTE, {"text": "town\tNAME\tColour\nTyler\tPine Agency\tred"}).content.decode()
    assert list(columns(html).values()) == ["", "name", ""]
    html = as_desk.post(PASTE, {"text": "City\tName\tTier\nTyler\tPine Agency\tA"}).content.decode()
    assert list(columns(html).values()) == ["city", "name", "tier"]


def test_without_heads_the_order_of_the_form_counts(as_desk: Client) -> None:
    html = as_desk.post(PASTE, {"text": "Pine Agency\tAgency\nOak Agency\tAgency"}).content.decode()
    assert list(columns(html).values()) == ["name", "kind"]
    assert 'name="headed" value="1" checked' not in html


def test_each_row_is_seen_then_made_or_refused(as_desk: Client, desk: Person) -> None:
    make.account("Pine Agency", city="Tyler")
    text = "\n".join(
        [
            "Name\tCity\tTier\tOwner\tPhone",
            "Oak Agency\tWaco\ta\tDana Desk\t(254) 555-0100",
            "Pine Agency\tTyler\t\t\t",
            "\tAustin\t\t\t",
            "Elm Agency\tWaco\tZ\tNobody Here\t",
            "Birch Agency\tWaco\t\t\tno number",
            "عمرو Insurance " + "x" * 400 + "\tWaco\t\t\t",
        ]
    )
    run = read(as_desk, PASTE, text)
    html = as_desk.get(f"/runs/{run.pk}/").content.decode()
    assert "1 of 6 rows would be done" in html
    assert "Row by row" in html and "Oak Agency · Waco" in html
    assert "It looks like one that is here already." in html and "Duplicate" in html
    assert "Name is missing." in html
    assert "Nothing here is called “Nobody Here”" in html
    assert "“no number” is no phone number." in html
    assert Account.objects.count() == 1
    run = worked(as_desk, run)
    assert (run.done, run.refused) == (1, 5)
    made = Account.objects.get(name="Oak Agency")
    assert (made.city, made.tier, made.owner_id, made.phone) == ("Waco", "A", desk.pk, "+12545550100")
    assert as_desk.post(f"/do/core.undo_run/{run.pk}/", {}).status_code == 302
    while working.work_chunk(Run.objects.latest("id").pk):
        pass
    made.refresh_from_db()
    assert made.archived_at is not None


def test_the_same_row_twice_is_one_record_and_duplicates_are_made_where_they_are_meant(as_desk: Client) -> None:
    text = "Name\tCity\nOak Agency\tWaco\nOak Agency\tWaco"
    run = read(as_desk, PASTE, text)
    assert "1 of 2 rows would be done" in as_desk.get(f"/runs/{run.pk}/").content.decode()
    run = worked(as_desk, run, confirmed="on")
    assert (run.done, run.refused) == (2, 0)
    assert Account.objects.filter(name="Oak Agency").count() == 2


def test_numbers_days_and_yes_or_no_are_read_as_people_write_them(as_desk: Client) -> None:
    account = make.account("Oak Agency")
    text = "Title\tAccount\tStake\tPromised\tDue\nCall\tOak Agency\t$1,234.50\tx\t+3\nMail\tOak Agency\tmuch\tperhaps\t"
    run = worked(as_desk, read(as_desk, "/paste/tasks/", text))
    assert (run.done, run.refused) == (1, 1)
    task = Task.objects.get()
    assert (task.account_id, task.stake, task.promised) == (account.pk, Decimal("1234.50"), True)
    why = run.targets.get(outcome="refused").sentence
    assert "neither yes nor no" in why and "Stake" in why


def test_columns_can_be_set_by_hand_and_none_twice(as_desk: Client) -> None:
    text = "Oak Agency\tWaco"
    answer = as_desk.post(PASTE, {"text": text, "read": "1", "column-0": "name", "column-1": "name"})
    assert answer.status_code == 422
    assert "Two columns are “Name”" in answer.content.decode()
    answer = as_desk.post(PASTE, {"text": text, "read": "1", "column-0": "", "column-1": ""})
    assert "at least one column" in answer.content.decode()
    run = worked(as_desk, read(as_desk, PASTE, text, **{"column-1": "city"}))
    assert run.done == 1
    assert Account.objects.get().city == "Waco"


def test_nothing_pasted_is_said(as_desk: Client) -> None:
    answer = as_desk.post(PASTE, {"text": " \n "})
    assert answer.status_code == 422
    assert "Nothing was pasted" in answer.content.decode()


@pytest.mark.parametrize("name", ["products", "orders", "leads", "people", "teams", "pools", "holidays", "goals"])
def test_every_list_that_makes_something_shows_its_columns(as_admin: Client, name: str) -> None:
    person = Person.objects.get()
    for role in ("sales_manager", "sales_support"):
        person.roles.create(role=role)
    answer = as_admin.get(f"/paste/{name}/")
    assert answer.status_code == 200
    assert any(required for _name, _label, required in answer.context["fields"])


def test_a_column_no_input_takes_is_left_out(as_admin: Client) -> None:
    Person.objects.get().roles.create(role="sales_manager")
    run = worked(as_admin, read(as_admin, "/paste/products/", "Code\tName\tPrice\tShelf\nR1\tRater\t48,50\t7"))
    assert run.done == 1
    assert Product.objects.get(code="R1").price == Decimal("48.50")


def test_a_program_brings_rows_too(as_desk: Client, desk: Person) -> None:
    from callboard.kit.actions import create_token

    token: Any = create_token(by=make.actor(desk), name="script")
    body = {"verb": "directory.create_account", "rows": [{"name": "Oak Agency", "city": "Waco"}, {"city": "Waco"}]}
    headers = {"Authorization": f"Bearer {token.secret}"}
    made = Client().post("/api/v1/runs", body, content_type="application/json", headers=headers)
    assert made.status_code == 200, made.content
    run = Run.objects.get(pk=made.json()["id"])
    while working.work_chunk(run.pk):
        pass
    run.refresh_from_db()
    assert (run.done, run.refused) == (1, 1)
