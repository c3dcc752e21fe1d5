"""The page of results and the API: filters, tabs with counts, pages, what to try when nothing is there."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.conformance import walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def web(dana: Person) -> Client:
    return walk.signed_in(dana)


def rows(html: str) -> list[str]:
    return re.findall(r'<li data-row="([^"]+)"', html)


def page(web: Client, **query: object) -> str:
    answer = web.get("/search/", query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_results_show_where_the_words_stand(web: Client, dana: Person) -> None:
    account = make.account("Hargrove Insurance Agency")
    make.interaction(account, dana, text="Long talk. They asked for the renewal in writing.")
    make.indexed()
    assert '<mark class="hit">Hargr</mark>ove' in page(web, q="hargr")
    assert 'for the <mark class="hit">renewal</mark> in writing' in page(web, q="renewals")


def test_a_name_cannot_bring_a_tag(web: Client) -> None:
    make.account("<b>Bold</b> & Sons")
    make.indexed()
    html = page(web, q="bold")
    assert "&lt;b&gt;<mark" in html and "<b>Bold" not in html


def test_tabs_count_each_kind_and_choose_it(web: Client) -> None:
    account = make.account("Hargrove Insurance Agency")
    for name in ("Ray Hargrove", "Cody Hargrove"):
        make.contact(account, name)
    make.indexed()
    html = page(web, q="hargrove")
    assert 'kind=directory.contact"><span class="tab-t">Contacts</span><span class="n">2</span>' in html
    only = page(web, q="hargrove", kind="directory.contact")
    assert len(rows(only)) == 2
    assert 'Accounts</span><span class="n">1</span>' in only, "the other kinds keep their counts"


def test_filters_are_chips_and_nonsense_is_named(web: Client, dana: Person) -> None:
    mine = make.account("Hargrove North", owner=dana)
    make.account("Hargrove South")
    make.indexed()
    html = page(web, q="hargrove", owner="me")
    assert rows(html) == [mine.get_absolute_url()]
    assert "Remove the filter Owner: me" in html
    assert rows(page(web, q="hargrove", account=mine.pk)) == [mine.get_absolute_url()]
    assert "No account “999999” is known to you." in page(web, q="hargrove", account="999999")
    assert "No account “999" in page(web, q="9" * 1900, account="9" * 5000)
    assert "is no date" in page(web, q="hargrove", at_from="soon")
    assert len(rows(page(web, q="hargrove", kind="no.such", owner="x", at_from="2026-03-09", at_to="2026-03-09"))) == 2


def test_pages_follow_each_other_without_a_gap(web: Client) -> None:
    for number in range(60):
        account = make.account(f"Agency number {number}")
        Account.objects.filter(pk=account.pk).update(updated_at=make.NOW + timedelta(minutes=number))
    make.indexed()
    seen: list[str] = []
    html = page(web, q="agency")
    while True:
        seen += rows(html)
        forth = re.search(r'rel="next" href="([^"]+)"', html)
        if forth is None:
            break
        html = web.get(forth.group(1).replace("&amp;", "&")).content.decode()
    assert len(seen) == len(set(seen)) == 60
    back = re.search(r'rel="prev" href="([^"]+)"', html)
    assert back is not None
    assert rows(web.get(back.group(1).replace("&amp;", "&")).content.decode()) == seen[25:50]
    assert "no longer exists" in page(web, q="agency", after="zzz")


def test_nothing_found_says_what_to_try(web: Client, dana: Person) -> None:
    make.account("Hargrove Insurance Agency")
    make.account("Cypress Creek Agency")
    make.indexed()
    assert "Search everything you may see" in page(web, q="")
    both = page(web, q="hargrove cypress")
    assert "Nothing is called" in both and "Has some of these words" in both and len(rows(both)) == 2
    assert "Search everywhere" in page(web, q="hargrove", owner="me")
    mended = page(web, q="hargorve")
    assert "looks most like it" in mended and 'href="/search/?q=hargrove"' in mended


def test_a_full_page_of_results_costs_few_questions(web: Client, dana: Person) -> None:
    counts = []
    for more in (1, 30):
        for _ in range(more):
            account = make.account("Agency of somebody", owner=dana)
            make.interaction(account, dana, text="About the agency")
            make.task(dana, "Call the agency", account=account)
        make.indexed()
        page(web, q="agency")
        with CaptureQueriesContext(connection) as asked:
            page(web, q="agency")
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 12, counts


def test_the_api_gives_what_the_page_shows(dana: Person) -> None:
    account = make.account("Hargrove Insurance Agency", city="Tyler")
    make.interaction(account, dana, text="They asked for the unicorn edition.")
    make.indexed()
    token = walk.bearer(dana)
    told = Client().get("/api/v1/search", {"q": "hargrove"}, headers=token).json()
    assert told["items"][0] | {"at": None} == {
        "kind": "directory.account", "id": account.pk, "url": account.get_absolute_url(), "title": account.name,
        "detail": "Tyler", "state": "", "text": "", "at": None,
    }  # fmt: skip
    assert told["counts"] == {"directory.account": 1, "journal.interaction": 1}
    note = Client().get("/api/v1/search", {"q": "unicorn"}, headers=token).json()["items"][0]
    assert (note["kind"], note["text"], note["state"]) == (
        "journal.interaction",
        "They asked for the unicorn edition.",
        "Call",
    )
    assert Client().get("/api/v1/search", {"q": "hargorve"}, headers=token).json()["meant"] == "hargrove"
    first = Client().get("/api/v1/search", {"q": "hargrove", "limit": 1}, headers=token).json()
    second = Client().get("/api/v1/search", {"q": "hargrove", "limit": 1, "after": first["next"]}, headers=token).json()
    assert [item["kind"] for item in first["items"] + second["items"]] == ["directory.account", "journal.interaction"]
    for wrong in (
        {},
        {"q": "a", "limit": 0},
        {"q": "a", "owner": "x"},
        {"q": "a", "after": "zzz"},
        {"q": "a", "at_from": "soon"},
    ):
        assert Client().get("/api/v1/search", wrong, headers=token).status_code == 422, wrong
