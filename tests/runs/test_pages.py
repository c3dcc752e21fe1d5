"""From ticked rows to a run and back: the list, the preview, the page of the run."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.models import Log, Run
from callboard.directory.models import Account
from tests import make
from tests.core.running import finish
from tests.runs.conftest import signed_in

pytestmark = pytest.mark.django_db

ARCHIVE = "/bulk/accounts/directory.archive_account/"
TIER = "/bulk/accounts/directory.set_tier/"


def chosen(client: Client, url: str, accounts: list[Account], **more: Any) -> Run:
    """Tick these rows and press the button."""
    answer = client.post(url, {"id": [account.pk for account in accounts], **more})
    run = Run.objects.latest("id")
    assert (answer.status_code, answer["Location"]) == (302, f"/runs/{run.pk}/")
    return run


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None
    return found[1]


def test_a_list_offers_what_may_be_done_to_many_and_a_box_for_each_row(
    as_desk: Client, accounts: list[Account]
) -> None:
    html = as_desk.get("/accounts/").content.decode()
    assert f'formaction="{ARCHIVE}"' in html
    assert html.count('name="id"') == 5
    assert 'name="all"' not in html


def test_who_may_do_nothing_to_many_sees_no_boxes(accounts: list[Account]) -> None:
    html = signed_in(make.person(roles=("finance",))).get("/accounts/").content.decode()
    assert 'name="id"' not in html and 'id="bulk"' not in html


def test_more_than_a_page_can_be_meant_by_its_filters(
    as_desk: Client, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callboard.kit.pages.lists.ListPage.size", 2)
    html = as_desk.get("/accounts/?q=agency&sort=-name").content.decode()
    assert "All 5 that match" in html
    run = chosen(as_desk, TIER, accounts[:1], all="1", query=hidden(html, "query").replace("&amp;", "&"))
    assert run.total == 5
    assert list(run.targets.order_by("position").values_list("target_id", flat=True)) == [
        one.pk for one in reversed(accounts)
    ]


def test_nothing_ticked_or_a_filter_that_is_gone_leads_back_with_the_sentence(
    as_desk: Client, accounts: list[Account]
) -> None:
    answer = as_desk.post(ARCHIVE, {"query": "sort=-name"}, follow=True)
    assert answer.redirect_chain == [("/accounts/?sort=-name", 302)]
    assert "Nothing is chosen" in answer.content.decode()
    answer = as_desk.post(ARCHIVE, {"all": "1", "query": "tier=Z"}, follow=True)
    assert "has no choice" in answer.content.decode()
    assert not Run.objects.exists()


def test_filters_too_long_to_be_kept_are_refused_and_never_cut(as_desk: Client, accounts: list[Account]) -> None:
    """Cut, they would mean more rows than the page counted."""
    lacking = [("where", f"name~lacks~{'é' * 97}{number:03}") for number in range(11)]
    query = urlencode([*lacking, ("where", "name~has~Agency 1")])
    assert len(query) > 2000
    page = as_desk.get(f"/accounts/?{query}")
    assert len(page.context["table"].rows) == 1
    answer = as_desk.post(ARCHIVE, {"all": "1", "query": query}, follow=True)
    assert "too long for a run" in answer.content.decode()
    assert not Run.objects.exists()
    assert chosen(as_desk, TIER, accounts[:2], query=query).total == 2


def test_a_bulk_address_takes_only_what_the_list_offers(as_desk: Client, accounts: list[Account]) -> None:
    assert as_desk.get(ARCHIVE).status_code == 405
    assert as_desk.post("/bulk/accounts/directory.change_account/", {"id": 1}).status_code == 404
    assert as_desk.post("/bulk/nothing/directory.archive_account/", {"id": 1}).status_code == 404
    assert Client().post(ARCHIVE, {"id": 1})["Location"].startswith("/sign-in/")
    finance = signed_in(make.person(roles=("finance",)))
    assert finance.post(ARCHIVE, {"id": accounts[0].pk}).status_code == 403


def test_the_preview_says_what_would_happen_before_anything_does(as_desk: Client, accounts: list[Account]) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    html = as_desk.get(f"/runs/{run.pk}/").content.decode()
    assert "4 of 5 accounts would be done" in html
    assert "It pays $58 a month" in html
    assert f"/accounts/{accounts[0].pk}/" in html
    assert "Account archived" in html
    assert not Account.objects.exclude(archived_at=None).exists()


def test_a_run_starts_only_with_what_was_seen_and_can_be_undone(as_desk: Client, accounts: list[Account]) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    page = f"/runs/{run.pk}/"
    assert as_desk.post(page, {"start": "1"}).status_code == 200
    run.refresh_from_db()
    assert run.state == "draft"
    html = as_desk.get(page).content.decode()
    sent = {"start": "1", "seen": hidden(html, "seen"), "nonce": "n1"}
    answer = as_desk.post(page, sent, follow=True)
    html = answer.content.decode()
    assert "Started: Archive account, 5 accounts" in html
    assert f"/undo/{Log.objects.get(action='core.start_run').pk}/" in html
    assert as_desk.post(page, sent).status_code == 405  # it is no draft any more
    run = finish(run)
    assert (run.done, run.refused) == (4, 1)
    html = as_desk.get(page).content.decode()
    assert "4 of 5 accounts done in" in html
    assert "It pays $58 a month. Cancel its subscriptions first." in html
    assert as_desk.post(f"/do/core.undo_run/{run.pk}/", {}).status_code == 302
    back = finish(Run.objects.get(undoes=run))
    assert back.done == 4
    assert "Undo: Archive account" in as_desk.get(f"/runs/{back.pk}/").content.decode()
    assert not Account.objects.exclude(archived_at=None).exists()


def test_the_arguments_are_asked_for_and_changed_ones_are_seen_again(as_desk: Client, accounts: list[Account]) -> None:
    run = chosen(as_desk, "/bulk/accounts/directory.set_owner/", accounts)
    page, owner = f"/runs/{run.pk}/", make.person("Olga Owner")
    html = as_desk.get(page).content.decode()
    assert 'name="owner"' in html and 'name="start"' not in html
    html = as_desk.post(page, {"owner": owner.pk, "role": "owner"}).content.decode()
    assert "5 accounts would be done" in html
    seen = hidden(html, "seen")
    other = make.person("Otto Other")
    html = as_desk.post(page, {"owner": other.pk, "role": "owner", "seen": seen, "start": "1"}).content.decode()
    assert 'name="start"' in html
    run.refresh_from_db()
    assert run.state == "draft"
    sent = {"owner": other.pk, "role": "owner", "seen": hidden(html, "seen"), "start": "1", "nonce": "n2"}
    assert as_desk.post(page, sent).status_code == 302
    assert finish(run).done == 5
    assert set(Account.objects.values_list("owner", flat=True)) == {other.pk}
    assert "Otto Other" in as_desk.get(page).content.decode()


def test_arguments_that_do_not_fit_are_refused_beside_the_field(as_desk: Client, accounts: list[Account]) -> None:
    run = chosen(as_desk, "/bulk/accounts/directory.set_owner/", accounts)
    answer = as_desk.post(f"/runs/{run.pk}/", {"owner": "10000000000", "role": "nobody"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"owner", "role"}


def test_what_was_taken_back_is_called_undone_and_by_the_words_of_the_verb(
    as_desk: Client, accounts: list[Account]
) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    page = f"/runs/{run.pk}/"
    seen = hidden(as_desk.get(page).content.decode(), "seen")
    as_desk.post(page, {"start": "1", "seen": seen, "nonce": "n5"})
    finish(run)
    line = Log.objects.get(action="core.start_run")
    said = as_desk.post(f"/undo/{line.pk}/", {}, follow=True).content.decode()
    assert f"Undone. Put back: Archive account, run {run.pk}" in said
    assert "directory.archive_account" not in said.partition("toasts")[2].partition("</div>")[0]
    under_way = as_desk.get(page)
    assert str(under_way.context["head"].state[0]) == "Being undone"
    assert "0 of 4 accounts put back so far" in under_way.content.decode()
    back = finish(Run.objects.get(undoes=run))
    shown = as_desk.get(page)
    assert str(shown.context["head"].state[0]) == "Undone"
    html = shown.content.decode()
    assert "Undone: 4 of 4 accounts put back" in html
    assert f'href="/runs/{back.pk}/"' in html
    states = {row.obj.pk: str({c.key: v for c, v in row.cells}["state"][0]) for row in rows_of(as_desk)}
    assert states == {run.pk: "Undone", back.pk: "Finished"}
    as_desk.post(f"/do/core.undo_run/{back.pk}/", {})
    finish(Run.objects.get(undoes=back))
    assert str(as_desk.get(page).context["head"].state[0]) == "Finished", "what was undone was done again"


def rows_of(client: Client, query: str = "") -> list[Any]:
    return list(client.get(f"/runs/{query}").context["table"].rows)


def test_a_run_that_was_prepared_and_left_is_found_by_whoever_prepared_it(
    as_desk: Client, as_admin: Client, accounts: list[Account]
) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    (row,) = rows_of(as_desk)
    assert (row.obj.pk, row.url, str({c.key: v for c, v in row.cells}["state"][0])) == (
        run.pk,
        f"/runs/{run.pk}/",
        "Not started",
    )
    assert [row.obj.pk for row in rows_of(as_desk, "?state=draft")] == [run.pk]
    assert rows_of(as_admin) == [], "what somebody else only thinks of is nobody's business"


def test_a_large_run_wants_a_tick_that_says_how_many(
    as_desk: Client, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callboard.core.company.setting", lambda name: 3)
    run = chosen(as_desk, ARCHIVE, accounts)
    page = f"/runs/{run.pk}/"
    html = as_desk.get(page).content.decode()
    assert "Yes, all 5 accounts" in html
    sent = {"start": "1", "seen": hidden(html, "seen"), "nonce": "n3"}
    answer = as_desk.post(page, sent)
    assert answer.status_code == 422
    assert "5 records, more than 3" in answer.content.decode()
    assert as_desk.post(page, {**sent, "large": "1"}).status_code == 302


def test_a_stranger_sees_no_run_of_somebody_else_but_the_administrator_does(
    as_desk: Client, as_admin: Client, accounts: list[Account]
) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    Run.objects.update(state="done")
    stranger = signed_in(make.person())
    assert stranger.get(f"/runs/{run.pk}/").status_code == 404
    assert "Archive account" not in stranger.get("/runs/").content.decode().partition("<main")[2]
    assert as_admin.get(f"/runs/{run.pk}/").status_code == 200
    assert "Archive account" in as_admin.get("/runs/").content.decode()


def test_the_rows_of_a_run_are_a_list_filtered_by_outcome_and_exported(
    as_desk: Client, accounts: list[Account]
) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    seen = hidden(as_desk.get(f"/runs/{run.pk}/").content.decode(), "seen")
    as_desk.post(f"/runs/{run.pk}/", {"start": "1", "seen": seen, "nonce": "n4"})
    finish(run)
    html = as_desk.get(f"/runs/rows/?run={run.pk}&outcome=refused").content.decode()
    assert f"/accounts/{accounts[0].pk}/" in html and f"/accounts/{accounts[1].pk}/" not in html
    answer = as_desk.get(f"/runs/rows/?run={run.pk}&outcome=refused&format=csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert lines[1].startswith("Agency 000,Refused,It pays $58 a month.")
    assert "A run has a number" in as_desk.get("/runs/rows/?run=x").content.decode()


def test_a_run_page_costs_the_same_few_questions_for_many_targets(as_desk: Client, accounts: list[Account]) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    Run.objects.update(state="done", refused=5)
    run.targets.update(outcome="refused", sentence="No.")
    as_desk.get(f"/runs/{run.pk}/")
    with CaptureQueriesContext(connection) as asked:
        as_desk.get(f"/runs/{run.pk}/")
    assert len(asked) <= 11, [query["sql"][:120] for query in asked]


def test_a_run_is_live_until_it_is_over_and_offers_what_fits_its_state(
    as_desk: Client, accounts: list[Account]
) -> None:
    run = chosen(as_desk, ARCHIVE, accounts)
    page = f"/runs/{run.pk}/"

    def offered(**state: Any) -> list[str]:
        Run.objects.update(**state)
        answer = as_desk.get(page)
        assert (f'data-live="run:{run.pk}"' in answer.content.decode()) == (state["state"] in ("waiting", "working"))
        return [button.name for button in answer.context["head"].buttons]

    now = clock.now()
    assert offered(state="working", touched_at=now, started_at=now) == ["core.stop_run"]
    assert offered(state="working", touched_at=now - timedelta(minutes=1)) == ["core.stop_run", "core.resume_run"]
    assert "Its worker is gone" in as_desk.get(page).content.decode()
    assert offered(state="stopped") == ["core.resume_run"]
    run.targets.update(outcome="done")
    assert offered(state="done", done=4, refused=1, finished_at=now) == ["core.retry_run", "core.undo_run"]
