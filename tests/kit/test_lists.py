"""A list: filtered, sorted, paged, exported as seen."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.kit.pages import lists
from callboard.team.models import Person, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]

LIST = "/test/colleagues/"


def rows(client: Client, query: str = "") -> list[str]:
    """The first column of what is seen, by the export of the same address."""
    answer = client.get(f"{LIST}?{query}&format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text))][1:]


def test_nobody_sees_a_list_without_signing_in() -> None:
    answer = Client().get(LIST)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/?next=")


def test_a_part_of_a_page_gets_401_instead_of_a_sign_in_form() -> None:
    answer = Client().get(LIST, headers={"HX-Request": "true"})
    # The page itself says so and offers the way; a header that leads away would take typed text out of sight.
    assert (answer.status_code, "HX-Redirect" in answer) == (401, False)


def test_a_list_shows_rows_links_and_the_range(as_desk: Client, desk: Person) -> None:
    html = as_desk.get(LIST).content.decode()
    assert f"/test/colleagues/{desk.pk}/" in html
    assert "1–1 of 1" in html


def test_thirty_rows_cost_the_queries_of_one(as_desk: Client) -> None:
    boss = make.person("Boss")
    Person.objects.update(team=Team.objects.create(name="T0", manager=boss))
    as_desk.get(LIST)
    with CaptureQueriesContext(connection) as one:
        as_desk.get(LIST)
    for number in range(30):
        person = make.person(f"P{number}", left_on=None)
        person.team = Team.objects.create(name=f"Team {number}", manager=boss)
        person.save()
    with CaptureQueriesContext(connection) as thirty:
        as_desk.get(LIST)
    assert len(thirty) == len(one)
    assert len(one) <= 12


@pytest.mark.parametrize("key", ["name", "team", "boss", "status", "left_on", "status_since_at", "email"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_column_sorts_both_ways_over_all_pages(
    as_desk: Client, monkeypatch: pytest.MonkeyPatch, key: str, sign: str
) -> None:
    boss = make.person("Boss")
    teams = [Team.objects.create(name=f"T{number}", manager=boss if number else None) for number in range(3)]
    for number in range(9):
        make.person(f"P{number % 4}", team=teams[number % 3] if number % 4 else None)
    monkeypatch.setattr(lists.ListPage, "size", 3)
    url, seen = f"{LIST}?sort={sign}{key}", []
    for _ in range(9):
        answer = as_desk.get(url)
        assert answer.status_code == 200
        seen += [row.obj.pk for row in answer.context["table"].rows]
        url = answer.context["pager"].next_url
        assert ('rel="next"' in answer.content.decode()) == bool(url)
        if not url:
            break
    assert len(seen) == len(set(seen)) == Person.objects.count()
    assert rows(as_desk, f"sort={sign}{key}") == [Person.objects.get(pk=pk).name for pk in seen]


def test_a_head_says_how_it_is_sorted_and_turns_it_round(as_desk: Client) -> None:
    heads = {head.key: head for head in as_desk.get(f"{LIST}?sort=email").context["table"].columns}
    assert (heads["email"].sorted, heads["email"].url) == ("asc", f"{LIST}?sort=-email")
    assert heads["name"].sorted == ""


def test_filters_narrow_the_list_and_stand_as_chips(as_desk: Client, desk: Person) -> None:
    boss = make.person("Mae Boss")
    team = Team.objects.create(name="East", manager=boss)
    make.person("Ann", status="away", team=team)
    make.person("Ben", status_since_at=datetime(2026, 3, 9, 23, 30, tzinfo=UTC))
    make.person("Cleo", is_active=False, left_on=date(2026, 2, 1))
    assert rows(as_desk, "status=away") == ["Ann"]
    assert rows(as_desk, f"manager={boss.pk}") == ["Ann"]
    assert rows(as_desk, "manager=me") == []
    assert rows(as_desk, "left_on_from=2026-02-01&left_on_to=2026-02-01") == ["Cleo"]
    assert rows(as_desk, "is_active=0") == ["Cleo"]
    assert rows(as_desk, "q=cle") == ["Cleo"]
    assert rows(as_desk, "q=cl") == ["Cleo"]
    assert rows(as_desk, "q=le") == []
    page = as_desk.get(f"{LIST}?status=away&q=an&sort=-name").context["page"]
    assert [(str(chip.label), chip.value) for chip in page.chips] == [("Search", "“an”"), ("Status", "Away")]
    assert page.chips[1].remove_url == f"{LIST}?q=an&sort=-name"


def test_an_instant_belongs_to_the_day_it_falls_on_for_the_reader(as_desk: Client) -> None:
    # 23:30 UTC on the 9th is still the 9th in Chicago; 03:00 UTC on the 10th too.
    make.person("Late", status_since_at=datetime(2026, 3, 10, 3, 0, tzinfo=UTC))
    assert rows(as_desk, "status_since_at_from=2026-03-09&status_since_at_to=2026-03-09") == ["Late"]
    assert rows(as_desk, "status_since_at_from=2026-03-10") == []


@pytest.mark.parametrize(
    "query",
    [
        "status=nonsense",
        "manager=99999999999999999999",
        "manager=x",
        "left_on_from=2026-13-40",
        "left_on_from=yesterday",
        "left_on_from=2026-03-02&left_on_to=2026-03-01",
        "left_on_from=yesterday&left_on_to=2026-03-01",
        "is_active=maybe",
    ],
)
def test_a_filter_that_cannot_be_read_is_said_kept_and_shows_no_row(as_desk: Client, query: str) -> None:
    answer = as_desk.get(f"{LIST}?{query}&is_active=1" if "is_active" not in query else f"{LIST}?{query}")
    assert answer.status_code == 200
    page = answer.context["page"]
    assert len(page.problems) == 1
    assert [chip.wrong for chip in page.chips if chip.wrong] == page.problems
    assert query.split("&")[0] in page.filters_url
    assert list(answer.context["table"].rows) == []
    assert rows(as_desk, query) == []
    assert as_desk.get(page.clear_url).context["table"].rows != []


def test_of_several_choices_one_that_is_unknown_is_left_out(as_desk: Client) -> None:
    make.person("Ann", status="away")
    page = as_desk.get(f"{LIST}?status=away,nonsense").context["page"]
    assert (len(page.problems), page.wrong) == (1, [])
    assert rows(as_desk, "status=away,nonsense") == ["Ann"]


@pytest.mark.parametrize("query", ["sort=password", "sort=nothing", "after=xyz", "after=W10"])
def test_an_order_or_a_place_that_makes_no_sense_is_said_and_left_out(as_desk: Client, query: str) -> None:
    answer = as_desk.get(f"{LIST}?{query}")
    assert answer.status_code == 200
    assert len(answer.context["page"].problems) == 1
    assert len(answer.context["table"].rows) == 1


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b", "status=%00", "after=%00", "sort=%00", "manager=%00"])
def test_nul_in_an_address_is_no_error(as_desk: Client, query: str) -> None:
    assert as_desk.get(f"{LIST}?{query}").status_code == 200


def test_an_export_cannot_carry_a_formula(as_desk: Client) -> None:
    for name in ("=1+1", "+1", "-1", "@x", "\tx", "plain"):
        make.person(name)
    assert set(rows(as_desk)) == {"'=1+1", "'+1", "'-1", "'@x", "'\tx", "plain", "Dana Desk"}


def test_an_export_has_the_filter_and_the_order_seen(as_desk: Client) -> None:
    for name in ("Ann", "Ben", "Abe"):
        make.person(name)
    assert rows(as_desk, "sort=-name") == ["Dana Desk", "Ben", "Ann", "Abe"]


def test_the_rows_alone_can_be_fetched_again(as_desk: Client) -> None:
    html = as_desk.get(f"{LIST}?part=rows").content.decode()
    assert "<html" not in html
    assert 'data-live="team.person"' in html


def test_an_empty_list_offers_the_first_step(as_admin: Client) -> None:
    html = as_admin.get("/test/teams/").content.decode()
    assert "Nothing here yet" in html
    assert "/do/team.create_team/" in html


def test_who_may_not_make_one_sees_no_button(as_desk: Client) -> None:
    assert "/do/team.create_team/" not in as_desk.get("/test/teams/").content.decode()


def test_a_tab_is_on_when_its_filter_is(as_desk: Client) -> None:
    tabs = as_desk.get(f"{LIST}?status=away").context["page"].tabs
    assert [(tab.label, tab.on) for tab in tabs] == [("All", False), ("Away", True)]


def test_a_list_takes_no_post(as_desk: Client) -> None:
    assert as_desk.post(LIST).status_code == 405
