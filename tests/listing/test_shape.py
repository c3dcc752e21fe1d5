"""What an address makes of a list: conditions, several orders, columns, groups."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from lxml import html

from callboard.core import clock
from callboard.directory.models import Account, AccountFacts
from callboard.kit.listing import address, grouping, sums
from callboard.team.actions import set_grant
from callboard.team.models import Person, Role, Scope
from tests import make

pytestmark = pytest.mark.django_db
Names = Callable[[str], list[str]]


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


def test_several_columns_sort_and_shift_adds_one(accounts: dict[str, Account], names: Names, as_desk: Client) -> None:
    assert names("sort=tier,-mrr") == ["Cypress", "Abilene", "Elgin", "Brazos", "Delgado"]
    heads = {head.key: head for head in as_desk.get("/accounts/?sort=tier,-mrr").context["table"].columns}
    assert [(heads[key].sorted, heads[key].place) for key in ("tier", "mrr")] == [("asc", 1), ("desc", 2)]
    assert heads["owner"].url == "/accounts/?sort=owner"
    assert heads["owner"].add_url == "/accounts/?sort=tier%2C-mrr%2Cowner"
    assert heads["mrr"].add_url == "/accounts/?sort=tier%2Cmrr"


def test_several_orders_walk_page_by_page(as_desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        make.account(f"A{number}", tier=["A", "B", None][number % 3], mrr=Decimal(number % 4))
    monkeypatch.setattr("callboard.kit.pages.lists.ListPage.size", 5)
    url, seen = "/accounts/?sort=-tier,mrr", []
    while url:
        answer = as_desk.get(url)
        seen += [row.obj.pk for row in answer.context["table"].rows]
        url = answer.context["pager"].next_url
    assert len(seen) == len(set(seen)) == 12


def test_columns_are_chosen_ordered_and_sized(accounts: dict[str, Account], as_desk: Client) -> None:
    html = as_desk.get("/accounts/?cols=mrr:120,name,number").content.decode()
    assert '<col width="120">' in html
    answer = as_desk.get("/accounts/?cols=mrr:120,name,number&format=csv")
    first = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[0]
    assert first == "MRR,Account,Number"


def test_a_form_of_columns_becomes_one_short_address(as_desk: Client) -> None:
    answer = as_desk.get(
        "/accounts/?shape=1&col=name&col=tier&width-tier=90&width-name=&s1=mrr&d1=-&s2=&group=owner&customer=1"
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/?group=owner&customer=1&cols=name%2Ctier%3A90&sort=-mrr"


def test_rows_of_the_builder_become_conditions_also_with_a_comma_for_the_point() -> None:
    query = {"f": ["mrr", "", "city"], "o": ["ge", "is", "has"], "v": ["1.234,50", "", "5.123"], "q": [""]}
    with translation.override("de"):
        assert address.folded(query, {"mrr"}) == {"where": ["mrr~ge~1234.50", "city~has~5.123"]}
    assert address.folded({"f": ["mrr"], "o": ["ge"], "v": ["1,234.50"]}, {"mrr"}) == {"where": ["mrr~ge~1234.50"]}


def test_the_count_of_what_is_being_chosen_is_a_sentence(accounts: dict[str, Account], as_desk: Client) -> None:
    answer = as_desk.get("/accounts/?part=count&where=mrr~ge~300")
    assert answer.content.decode() == "3 rows"


def test_groups_have_counts_sums_and_lead_to_their_rows(
    accounts: dict[str, Account], as_desk: Client, names: Names
) -> None:
    shown = as_desk.get("/accounts/?group=owner").context["shown"]
    found = {str(group.label): group for group in shown.groups}
    assert {label: group.count for label, group in found.items()} == {"Dana Desk": 2, "Mae Boss": 2, "none": 1}
    sums_of = {label: {c.key: v for c, v in group.cells}["mrr"] for label, group in found.items()}
    assert sums_of == {"Dana Desk": 300, "Mae Boss": 700, "none": 500}
    for label, wanted in (("Mae Boss", ["Cypress", "Delgado"]), ("none", ["Elgin"])):
        assert names(found[label].only_url.partition("?")[2]) == wanted
    assert [row.obj.name for row in found["Dana Desk"].rows] == ["Abilene", "Brazos"]


def test_a_group_closes_and_stays_closed_in_the_address(accounts: dict[str, Account], as_desk: Client) -> None:
    shown = as_desk.get("/accounts/?group=tier").context["shown"]
    closed = as_desk.get(shown.groups[0].toggle_url).context["shown"]
    assert [group.open for group in closed.groups] == [False, True, True]
    assert closed.groups[0].rows == []
    everything = as_desk.get(closed.none_url).context["shown"]
    assert [group.open for group in everything.groups] == [False, False, False]


@pytest.mark.parametrize("group", ["tier", "owner", "kind", "region", "city", "customer", "renewal", "created_at"])
def test_every_kind_of_field_groups_and_each_group_leads_to_as_many_rows_as_it_says(
    accounts: dict[str, Account], as_desk: Client, names: Names, group: str
) -> None:
    today = timezone.localdate(clock.now())
    for days, account in enumerate(accounts.values()):
        AccountFacts.objects.filter(account=account).update(renewal_on=today + timedelta(days=days * 20))
    answer = as_desk.get(f"/accounts/?group={group}")
    if group == "customer":  # a rule over other tables, no field
        assert answer.context["page"].problems
        return
    groups = answer.context["shown"].groups
    assert sum(each.count for each in groups) == 5
    for each in groups:
        assert len(names(each.only_url.partition("?")[2])) == each.count, each.label


def test_more_groups_than_are_shown_are_all_counted_and_it_says_so(
    as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "GROUPS", 4)
    for number in range(7):
        make.account(f"A{number}", city=f"City {number}", mrr=Decimal(10))
    make.account("Second", city="City 6", mrr=Decimal(10))
    answer = as_desk.get("/accounts/?group=city")
    shown = answer.context["shown"]
    assert shown.text == "8 in 7 groups"
    assert "the 4 largest of 7 groups" in answer.content.decode()
    assert len(shown.groups) == 4 and {group.count for group in shown.groups} == {1, 2}
    assert (shown.totals.count, shown.totals.sums["mrr"]) == (8, 80)


@pytest.mark.parametrize(
    ("city", "other"),
    [
        ("Austin", "austin"),
        ("none", ""),
        ("all", ""),
        ("none-", ""),
        ("a|b", "a"),
        ("=x", "x"),
        ("=a%7Cb", "a|b"),
        ("a~b", "a"),
        (" lead", "lead"),
        (" ", ""),
        ("100%", "100_"),
        ("\\", ""),
        ("x,y", "x"),
    ],
)
def test_a_group_of_any_text_opens_alone_and_leads_to_its_own_rows(
    as_desk: Client, names: Names, city: str, other: str
) -> None:
    make.account("One", city=city)
    make.account("Two", city=other)
    for number in range(13):
        make.account(f"A{number}", city=f"City {number}")
    groups = as_desk.get("/accounts/?group=city").context["shown"].groups
    group = next(each for each in groups if each.label == city and each.record is None and each.only_url.count("exact"))
    opened = as_desk.get(group.toggle_url).context["shown"].groups
    assert [[row.obj.name for row in each.rows] for each in opened if each.rows] == [["One"]]
    assert names(group.only_url.partition("?")[2]) == ["One"]


def test_a_group_of_a_long_text_leads_to_its_rows(as_desk: Client, names: Names) -> None:
    make.account("One", legal_name="L" * 150)
    make.account("Two", legal_name="L" * 149 + "M")
    groups = as_desk.get("/accounts/?group=legal_name&cols=name,legal_name").context["shown"].groups
    assert [names(group.only_url.partition("?")[2]) for group in groups] == [["One"], ["Two"]]


def test_an_exact_text_keeps_its_spaces_in_the_builder() -> None:
    query = {"f": ["city", "city"], "o": ["exact", "is"], "v": [" lead", " lead"]}
    assert address.folded(query)["where"] == ["city~exact~ lead", "city~is~lead"]


def test_a_group_names_no_record_one_may_not_see(desk: Person, as_desk: Client) -> None:
    secret = make.account("Secret Agency", owner=make.person("Olga"))
    make.task(desk, account=secret)
    set_grant(
        by=make.actor(make.person("Ada", roles=("administrator",))),
        operation="directory.view",
        role=Role.SALES_SUPPORT,
        scope=Scope.NONE,
    )
    answer = as_desk.get("/tasks/?group=account&cols=title")
    assert "Secret Agency" not in answer.content.decode()
    (group,) = answer.context["shown"].groups
    assert (group.label, group.count) == ("one you do not see", 1)
    alone = as_desk.get(group.only_url)
    assert len(alone.context["table"].rows) == 1 and not alone.context["page"].problems
    assert "Secret Agency" not in alone.content.decode()


def test_amounts_that_are_added_up_by_the_database_are_summed_too(
    desk: Any, boss: Any, as_desk: Client, accounts: dict[str, Account]
) -> None:
    product = make.product(price=58)
    for quantity in (1, 2):
        make.order(accounts["Abilene"], product, by=make.actor(desk), quantity=quantity)
    answer = as_desk.get("/orders/?group=state")
    (group,) = answer.context["shown"].groups
    assert (group.count, {c.key: v for c, v in group.cells}["mrr"]) == (2, Decimal(174))
    cells = {c.key: v for c, v in answer.context["totals"].cells}
    assert cells["mrr"] == Decimal(174)


def test_the_totals_are_of_all_pages_and_of_none_beyond_the_bound(
    accounts: dict[str, Account], as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callboard.kit.pages.lists.ListPage.size", 2)
    answer = as_desk.get("/accounts/")
    assert {c.key: v for c, v in answer.context["totals"].cells}["mrr"] == Decimal(1500)
    monkeypatch.setattr(sums, "COUNT_LIMIT", 3)
    monkeypatch.setattr("callboard.kit.listing.drawing.COUNT_LIMIT", 3)
    html = as_desk.get("/accounts/").content.decode()
    assert "narrow the list to see sums" in html
    assert "1,500" not in html


def test_ticked_rows_carry_what_the_bar_adds_up(accounts: dict[str, Account], as_desk: Client) -> None:
    for query in ("", "?group=tier"):
        tree = html.fromstring(as_desk.get(f"/accounts/{query}").content.decode())
        amounts = tree.xpath("//input[@name='id']/@data-amount")
        assert sorted(map(Decimal, amounts)) == [100, 200, 300, 400, 500]
        (bar,) = tree.xpath("//*[@data-amounts]")
        assert bar.get("data-amounts") == "MRR"
        assert bar.get("data-all") == "$1,500"
    without = as_desk.get("/accounts/?cols=name,tier").content.decode()
    assert "data-amount" not in without


def test_too_many_rows_are_not_grouped_and_it_says_so(
    accounts: dict[str, Account], as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sums, "GROUP_LIMIT", 3)
    answer = as_desk.get("/accounts/?group=tier")
    assert "too many to group" in answer.context["shown"].notice
    assert len(answer.context["table"].rows) == 5


@pytest.mark.parametrize(
    "query", ["", "group=owner", "show=calendar", "where=owner~is~me&sort=tier,-mrr&cols=name,mrr,owner,parent"]
)
def test_no_way_of_showing_a_list_costs_more_than_twelve_queries(
    accounts: dict[str, Account], as_desk: Client, query: str
) -> None:
    as_desk.get(f"/accounts/?{query}")
    with CaptureQueriesContext(connection) as asked:
        assert as_desk.get(f"/accounts/?{query}").status_code == 200
    assert len(asked) <= 12, [each["sql"][:160] for each in asked]


def test_a_name_of_400_letters_and_right_to_left_text_do_no_harm(as_desk: Client, names: Names) -> None:
    make.account("ש" * 200, city="x" * 100, tier="A")
    for query in ("group=city", "show=calendar&date=created_at", "where=city~is~" + "x" * 100, "where=name~has~ש"):
        assert as_desk.get(f"/accounts/?{query}").status_code == 200
    assert len(names("where=name~has~ש")) == 1


def test_the_api_takes_conditions_and_several_orders(accounts: dict[str, Account], as_desk: Client) -> None:
    answer = as_desk.get("/api/v1/accounts?where=mrr~ge~200&where=tier~known&sort=tier,-mrr")
    assert [item["name"] for item in answer.json()["items"]] == ["Cypress", "Elgin", "Brazos"]
    assert as_desk.get("/api/v1/accounts?where=mrr~ge~lots").status_code == 422


def test_no_two_fields_of_a_list_are_called_the_same(boss: Any) -> None:
    from callboard.kit.listing.conditions import shown_subjects
    from callboard.kit.listing.shape import Shape
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


def test_no_filter_has_the_name_of_a_part_of_the_state() -> None:
    from callboard.kit.pages import PAGES, ListPage, load_pages

    load_pages()
    taken = {
        (page.name, name)
        for page in PAGES.values()
        if issubclass(page, ListPage)
        for each in page().all_filters()
        for name in each.names()
        if name in address.RESERVED
    }
    assert taken == set()
