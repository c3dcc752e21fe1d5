"""What the conditions of an address ask of a list, and what is said where they cannot be read."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone, translation
from lxml import html

from callboard.core import clock
from callboard.directory.models import Account, AccountFacts
from callboard.kit.listing import address
from tests import make
from tests.listing.conftest import Names

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("where=mrr~ge~300", ["Cypress", "Delgado", "Elgin"]),
        ("where=mrr~le~200", ["Abilene", "Brazos"]),
        ("where=tier~is~A", ["Abilene", "Cypress"]),
        ("where=tier~not~A", ["Brazos", "Delgado", "Elgin"]),
        ("where=tier~empty", ["Delgado"]),
        ("where=tier~known", ["Abilene", "Brazos", "Cypress", "Elgin"]),
        ("where=owner~is~me", ["Abilene", "Brazos"]),
        ("where=owner~not~me", ["Cypress", "Delgado", "Elgin"]),
        ("where=city~has~AUST", ["Brazos", "Cypress"]),
        ("where=city~lacks~aust", ["Abilene", "Delgado", "Elgin"]),
        ("where=city~empty", ["Elgin"]),
        ("where=name~starts~del", ["Delgado"]),
        ("where=mrr~ge~300&where=tier~is~A", ["Cypress"]),
        ("where=mrr~ge~500&where=tier~is~A&match=any", ["Abilene", "Cypress", "Elgin"]),
        ("where=mrr~ge~500&where=tier~is~A&match=any&owner=me", ["Abilene"]),
    ],
)
def test_conditions_narrow_a_list(accounts: dict[str, Account], names: Names, query: str, found: list[str]) -> None:
    assert names(query) == found


def test_days_can_be_counted_from_today(accounts: dict[str, Account], names: Names) -> None:
    today = timezone.localdate(clock.now())
    for name, days in (("Abilene", -40), ("Brazos", -3), ("Cypress", 5), ("Delgado", 90)):
        AccountFacts.objects.filter(account=accounts[name]).update(renewal_on=today + timedelta(days=days))
    assert names("where=renewal~next~30") == ["Cypress"]
    assert names("where=renewal~last~7") == ["Brazos"]
    assert names(f"where=renewal~from~{today}") == ["Cypress", "Delgado"]
    assert names("where=renewal~empty") == ["Elgin"]


@pytest.mark.parametrize(
    "query",
    [
        "where=nothing~is~1",
        "where=mrr~has~3",
        "where=mrr~ge~lots",
        "where=mrr~ge~NaN",
        "where=mrr~ge~",
        "where=renewal~next~-3",
        "where=renewal~on~yesterday",
        "where=tier~is~Z",
        "where=owner~is~99999999999999999999",
        "where=%00",
        "where=account~is~7",
        "cols=nothing",
        "sort=nothing",
        "group=nothing",
        "show=nothing",
        "show=board",
        "show=calendar&date=nothing",
        "view=99999",
        "view=x",
    ],
)
def test_what_makes_no_sense_is_said_once(accounts: dict[str, Account], as_desk: Client, query: str) -> None:
    answer = as_desk.get(f"/accounts/?{query}")
    assert answer.status_code == 200
    assert len(answer.context["page"].problems) == 1


@pytest.mark.parametrize(
    "query",
    ["beside={n}", "owner={n}", "cell={n}.tier", "cols=name:{n}", "month={n}&show=calendar", "after={n}", "view={n}"],
)
def test_a_number_of_thousands_of_digits_is_no_fault_of_the_server(
    accounts: dict[str, Account], as_desk: Client, query: str
) -> None:
    assert as_desk.get(f"/accounts/?{query.format(n='9' * 5000)}").status_code in (200, 404)


@pytest.mark.parametrize(
    "query", ["where=name~has~%00", "where=city~is~%00", "q=%00", "sort=name&after=%00", "view=%00"]
)
def test_nul_in_an_address_is_left_out_and_refused_where_a_program_asks(
    accounts: dict[str, Account], as_desk: Client, query: str
) -> None:
    assert as_desk.get(f"/accounts/?{query}").status_code == 200
    assert as_desk.get(f"/api/v1/accounts?{query}").status_code == 422


#: What the builder sends for one condition: field, operator, value; and what is wrong with it.
HALF = [
    ("mrr", "ge", "lots", "MRR: “lots” is no number."),
    ("mrr", "ge", "", "MRR: say what it is compared with."),
    ("mrr", "", "500", "MRR: say how it is compared."),
    ("mrr", "has", "5", "MRR cannot be asked for “contains”."),
    ("", "", "1500", "Choose the field that “1500” is about."),
    ("renewal", "on", "soon", "Renewal: “soon” is no date; write it like 2026-03-31."),
    ("tier", "is", "Z", "Tier has no choice “Z”."),
    ("name", "has", "x" * 101, "Account: no more than 100 letters can be looked for at once."),
]


@pytest.mark.parametrize(("field", "operator", "value", "said"), HALF)
def test_a_condition_that_cannot_be_read_stays_and_shows_no_row(
    accounts: dict[str, Account], as_desk: Client, names: Names, field: str, operator: str, value: str, said: str
) -> None:
    typed = urlencode([("f", "tier"), ("o", "is"), ("v", "A"), ("f", field), ("o", operator), ("v", value)])
    answer = as_desk.get(f"/accounts/?{typed}", follow=True)
    page = answer.context["page"]
    assert (page.problems, page.wrong) == ([said], [said])
    assert (answer.context["table"].rows, answer.context["totals"], answer.context["pager"].text) == ([], None, "")
    assert "This filter cannot be read" in answer.content.decode()
    assert [chip.wrong for chip in page.chips] == ["", said]
    query = answer.redirect_chain[-1][0].partition("?")[2]
    opened = as_desk.get(f"/accounts/?{query}&part=filters", headers={"HX-Request": "true"})
    assert opened.context["builder"].rows == [("tier", "is", "A", ""), (field, operator, value, said)]
    assert opened.content.decode().count('class="cond bad"') == 1
    assert names(query) == []
    assert as_desk.get(f"/accounts/?{query}&part=count").content.decode() == said
    assert as_desk.get(page.chips[1].remove_url).context["page"].problems == []
    for shape in ("match=any", "group=tier", "show=calendar"):
        other = as_desk.get(f"/accounts/?{query}&{shape}")
        assert (other.context["table"].rows, other.context["shown"].display, other.context["totals"]) == ([], "", None)


def test_a_search_for_more_than_is_looked_for_is_refused_and_not_cut(
    accounts: dict[str, Account], as_desk: Client, names: Names
) -> None:
    make.account("a" * 100)
    assert names("q=" + "a" * 100) == ["a" * 100]
    answer = as_desk.get("/accounts/?q=" + "a" * 101)
    assert answer.context["page"].wrong == ["Search: no more than 100 letters can be looked for at once."]
    assert answer.context["table"].rows == []
    assert as_desk.get("/api/v1/accounts?q=" + "a" * 101).status_code == 422


def test_days_the_wrong_way_round_stay_in_their_fields_and_show_no_row(
    accounts: dict[str, Account], as_desk: Client, names: Names
) -> None:
    query = "renewal_from=2026-05-02&renewal_to=2026-05-01"
    answer = as_desk.get(f"/accounts/?{query}")
    assert answer.context["page"].wrong == ["Renewal ends before it starts."]
    assert names(query) == []
    form = as_desk.get(answer.context["page"].filters_url, headers={"HX-Request": "true"}).content.decode()
    assert "Renewal ends before it starts." in form
    assert 'name="renewal_from" value="2026-05-02"' in form
    assert names("renewal_from=soon&renewal_to=2030-01-01") == [], "one day that can be read is not what was meant"


@pytest.mark.parametrize("typed", ["$1,500", "1,500.00", "1 500", "$ 1500", "1500"])
def test_an_amount_is_taken_as_the_page_prints_it(as_desk: Client, names: Names, typed: str) -> None:
    for name, mrr in (("Large", 1500), ("Small", 1499)):
        make.account(name, mrr=Decimal(mrr))
    answer = as_desk.get(f"/accounts/?{urlencode({'f': 'mrr', 'o': 'ge', 'v': typed})}")
    assert answer["Location"] == "/accounts/?where=mrr~ge~1500" + (".00" if typed.endswith(".00") else "")
    assert names(answer["Location"].partition("?")[2]) == ["Large"]


def test_a_chip_says_the_condition_and_takes_it_away(accounts: dict[str, Account], as_desk: Client) -> None:
    page = as_desk.get("/accounts/?where=mrr~ge~300&where=tier~is~A&match=any&sort=-mrr").context["page"]
    assert [(str(chip.label), chip.value, chip.key) for chip in page.chips] == [
        ("MRR", "at least 300", "where"),
        ("Tier", "is A", "or"),
    ]
    assert page.chips[0].remove_url == "/accounts/?where=tier~is~A&sort=-mrr"


def test_rows_of_the_builder_become_conditions_also_with_a_comma_for_the_point() -> None:
    query = {"f": ["mrr", "", "city"], "o": ["ge", "is", "has"], "v": ["1.234,50", "", "5.123"], "q": [""]}
    with translation.override("de"):
        assert address.folded(query, {"mrr"}) == {"where": ["mrr~ge~1234.50", "city~has~5.123"]}
    assert address.folded({"f": ["mrr"], "o": ["ge"], "v": ["1,234.50"]}, {"mrr"}) == {"where": ["mrr~ge~1234.50"]}


def test_an_exact_text_keeps_its_spaces_in_the_builder() -> None:
    query = {"f": ["city", "city"], "o": ["exact", "is"], "v": [" lead", " lead"]}
    assert address.folded(query)["where"] == ["city~exact~ lead", "city~is~lead"]


def test_no_two_fields_of_a_list_are_called_the_same(boss: Any) -> None:
    from callboard.kit.listing.shape import Shape
    from callboard.kit.listing.subjects import shown_subjects
    from callboard.kit.pages import PAGES, ListPage, load_pages

    load_pages()
    lists = [page() for page in PAGES.values() if issubclass(page, ListPage) and "test" not in page.name]
    assert len(lists) > 20
    for page in lists:
        known = shown_subjects(Shape(page, {}, page.the_table(), make.actor(boss)).known)
        labels = [each["label"] for each in known]
        assert sorted(labels) == sorted(set(labels)), page.name
        if page.name == "accounts":
            assert {"Archived", "Archived, date"} <= set(labels)


def test_the_days_of_a_filter_say_which_is_the_first(accounts: dict[str, Account], as_desk: Client) -> None:
    form = as_desk.get("/accounts/?part=filters", headers={"HX-Request": "true"}).content.decode()
    labels = {
        at.get("name"): " ".join(at.getparent().text_content().split())
        for at in html.fromstring(form).xpath("//input[@type='date']")
    }
    assert labels["renewal_from"] == "from"
    assert labels["renewal_to"] == "to"
