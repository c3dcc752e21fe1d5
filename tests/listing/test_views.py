"""Saved views: kept, opened, changed, shared, made the first, removed and brought back."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Forbidden, Invalid
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.directory.models import Account
from callboard.kit.listing import actions, links, schedules
from callboard.kit.listing.models import SavedView, Sharing, ViewDefault
from callboard.team.actions import change_person
from callboard.team.models import Person
from tests import make
from tests.kit.conftest import signed_in

pytestmark = pytest.mark.django_db
Names = Callable[[str], list[str]]


def keep(person: Person, name: str = "Big", **state: list[str]) -> SavedView:
    query = json.dumps(state or {"where": ["mrr~ge~300"], "sort": ["-mrr"]})
    return actions.save_view(by=make.actor(person), name=name, page="accounts", query=query)


def take_back(person: Person) -> Any:
    return undo(Log.objects.latest("at"), by=make.actor(person))


def tabs(client: Client, url: str = "/accounts/?view=all") -> list[str]:
    return [str(tab.label) for tab in client.get(url).context["page"].tabs]


def test_a_list_is_kept_as_it_is_seen_and_opens_so_again(
    accounts: dict[str, Account], as_desk: Client, names: Names
) -> None:
    seen = as_desk.get("/accounts/?where=mrr~ge~300&sort=-mrr&cols=name,mrr&group=tier").context["bar"]
    form = as_desk.get(seen.save_url)
    fields = {name: form.context["form"].initial.get(name) for name in ("page", "query")}
    answer = as_desk.post("/do/kit.save_view/", {**fields, "name": "  Big   ones "})
    view = SavedView.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/?view={view.pk}")
    assert view.name == "Big ones"
    shown = as_desk.get(answer["Location"])
    assert [head.key for head in shown.context["table"].columns] == ["name", "mrr"]
    assert len(shown.context["shown"].groups) == 3
    assert [(str(tab.label), tab.on) for tab in shown.context["page"].tabs][-1] == ("Big ones", True)
    assert names(f"view={view.pk}") == ["Elgin", "Delgado", "Cypress"]


def test_what_departs_from_a_view_says_so_and_can_be_kept_in_it(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    view = keep(desk)
    page = as_desk.get(f"/accounts/?view={view.pk}").context
    assert (page["bar"].changed, page["bar"].keep_url) == (False, "")
    narrower = page["page"].chips[0].remove_url
    assert narrower == f"/accounts/?sort=-mrr&from={view.pk}"
    changed = as_desk.get(narrower).context["bar"]
    assert changed.changed
    assert changed.reset_url == f"/accounts/?view={view.pk}"
    form = as_desk.get(changed.keep_url).context["form"]
    as_desk.post(f"/do/kit.save_view_changes/{view.pk}/", {"query": form.initial["query"]})
    view.refresh_from_db()
    assert view.query == {"sort": ["-mrr"]}
    take_back(desk)
    view.refresh_from_db()
    assert view.query == {"where": ["mrr~ge~300"], "sort": ["-mrr"]}


def test_a_list_that_cannot_be_read_is_not_kept(accounts: dict[str, Account], desk: Person, as_desk: Client) -> None:
    wrong = {"where": ["mrr~ge~lots"]}
    bar = as_desk.get("/accounts/?where=mrr~ge~lots").context["bar"]
    assert (bar.save_url, bar.keep_url, bar.send) == ("", "", [])
    said = "MRR: “lots” is no number. Mend it in the list’s filters, then save."
    answer = as_desk.post("/do/kit.save_view/", {"page": "accounts", "query": json.dumps(wrong), "name": "Big"})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not SavedView.objects.exists()
    view = keep(desk)
    with pytest.raises(Invalid, match="is no number"):
        actions.save_view_changes(view, by=make.actor(desk), query=json.dumps(wrong))
    for make_one in (links.create_live_link, schedules.create_schedule):
        with pytest.raises(Invalid, match="is no number"):
            make_one(by=make.actor(desk), name="Big", page="accounts", query=json.dumps(wrong))


def test_a_view_is_seen_by_whom_it_is_shared_with(accounts: dict[str, Account], desk: Person, boss: Person) -> None:
    mate = make.person("Tom Mate", team=desk.team)
    view = keep(desk, "Desk")
    assert "Desk" not in tabs(signed_in(mate))
    actions.share_view(view, by=make.actor(desk), sharing=Sharing.TEAM)
    assert "Desk" in tabs(signed_in(mate))
    assert "Desk" not in tabs(signed_in(boss))
    actions.share_view(view, by=make.actor(desk), sharing=Sharing.ALL)
    assert "Desk" in tabs(signed_in(boss))
    take_back(desk)
    assert "Desk" not in tabs(signed_in(boss))
    answer = signed_in(boss).get(f"/accounts/?view={view.pk}")
    assert "no longer there, or no longer shared" in answer.content.decode()


def test_a_shared_view_shows_everybody_their_own(accounts: dict[str, Account], desk: Person, boss: Person) -> None:
    view = keep(desk, "My own", owner=["me"])
    actions.share_view(view, by=make.actor(desk), sharing=Sharing.ALL)
    rows = signed_in(boss).get(f"/accounts/?view={view.pk}").context["table"].rows
    assert [row.obj.name for row in rows] == ["Cypress", "Delgado"]


def test_only_its_owner_or_their_manager_changes_a_view(desk: Person, boss: Person) -> None:
    view = keep(desk)
    stranger = make.actor(make.person("Sid", roles=("account_executive",)))
    for action, given in ((actions.rename_view, {"name": "x"}), (actions.delete_view, {})):
        with pytest.raises(Forbidden):
            action(view, by=stranger, **given)
    sdr = make.actor(make.person("Eva", roles=("sdr",)))
    mine = actions.save_view(by=sdr, name="Mine", page="accounts", query="{}")
    with pytest.raises(Forbidden):
        actions.share_view(mine, by=sdr, sharing=Sharing.ALL)
    desk.team.manager = boss
    desk.team.save()
    actions.rename_view(view, by=make.actor(Person.objects.get(pk=boss.pk)), name="Theirs")


def test_a_list_opens_with_my_first_view_else_with_my_teams(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    ours, mine = keep(desk, "Ours"), keep(desk, "Mine", owner=["me"])
    by = make.actor(desk)
    with pytest.raises(Invalid):
        actions.make_default_view(ours, by=by, whose=actions.For.TEAM)
    actions.share_view(ours, by=by, sharing=Sharing.TEAM)
    actions.make_default_view(ours, by=by, whose=actions.For.TEAM)
    mate = signed_in(make.person("Tom Mate", team=desk.team))
    assert as_desk.get("/accounts/")["Location"] == mate.get("/accounts/")["Location"] == f"/accounts/?view={ours.pk}"
    actions.make_default_view(mine, by=by)
    assert as_desk.get("/accounts/")["Location"] == f"/accounts/?view={mine.pk}"
    assert mate.get("/accounts/")["Location"] == f"/accounts/?view={ours.pk}"
    whole = as_desk.get("/accounts/?view=all")
    assert len(whole.context["table"].rows) == 5
    assert next((str(tab.label), tab.url, tab.on) for tab in whole.context["page"].tabs) == (
        "All",
        "/accounts/?view=all",
        True,
    )
    take_back(desk)
    assert as_desk.get("/accounts/")["Location"] == f"/accounts/?view={ours.pk}"


def test_undoing_a_change_of_the_first_view_brings_the_one_before_back(desk: Person, as_desk: Client) -> None:
    one, two = keep(desk, "One"), keep(desk, "Two")
    actions.make_default_view(one, by=make.actor(desk))
    actions.make_default_view(two, by=make.actor(desk))
    take_back(desk)
    assert as_desk.get("/accounts/")["Location"] == f"/accounts/?view={one.pk}"


def test_a_removed_view_is_brought_back_by_undo(accounts: dict[str, Account], desk: Person, as_desk: Client) -> None:
    view = keep(desk)
    actions.make_default_view(view, by=make.actor(desk))
    answer = as_desk.post(f"/do/kit.delete_view/{view.pk}/", {}, follow=True)
    assert "Big" not in tabs(as_desk)
    assert "Undo" in answer.content.decode()
    assert as_desk.get("/accounts/").status_code == 200, "a removed view is nobody's first"
    take_back(desk)
    assert "Big" in tabs(as_desk)
    assert as_desk.get("/accounts/")["Location"] == f"/accounts/?view={view.pk}"


def test_a_view_whose_parts_are_gone_still_opens_and_says_which(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    view = keep(
        desk, "Old", segment=["gold"], where=["score~ge~3", "mrr~ge~300"], cols=["name,health,mrr"], sort=["health"]
    )
    answer = as_desk.get(f"/accounts/?view={view.pk}")
    assert [row.obj.name for row in answer.context["table"].rows] == ["Cypress", "Delgado", "Elgin"]
    said = " ".join(answer.context["page"].problems)
    assert all(word in said for word in ("segment", "score", "health"))
    assert len(answer.context["page"].problems) == 4
    assert [head.key for head in answer.context["table"].columns] == ["name", "mrr"]


@pytest.mark.parametrize(
    "given",
    [
        {"name": " ", "page": "accounts", "query": "{}"},
        {"name": "X", "page": "nowhere", "query": "{}"},
        {"name": "X", "page": "account", "query": "{}"},
        {"name": "X", "page": "accounts", "query": "["},
        {"name": "X", "page": "accounts", "query": "[]"},
        {"name": "X", "page": "accounts", "query": '{"where": "mrr"}'},
        {"name": "X", "page": "accounts", "query": json.dumps({"where": ["x" * 9000]})},
        {"name": "BIG", "page": "accounts", "query": "{}"},
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(desk: Person, given: dict[str, str]) -> None:
    keep(desk)
    with pytest.raises(Invalid) as refused:
        actions.save_view(by=make.actor(desk), **given)
    assert str(refused.value)


def test_a_view_keeps_no_place_in_the_list(desk: Person) -> None:
    view = keep(desk, "X", after=["abc"], month=["2026-03"], view=["7"], owner=["me"])
    assert view.query == {"owner": ["me"]}


def test_views_are_saved_opened_and_listed_by_the_api(accounts: dict[str, Account], as_desk: Client) -> None:
    body = {"name": "By API", "page": "accounts", "query": json.dumps({"owner": ["me"]})}
    made = as_desk.post("/api/v1/do/kit.save_view", body, content_type="application/json")
    if made.status_code == 403:  # a session needs its CSRF token; a token of the API does not
        token = actions_token(as_desk)
        made = Client().post("/api/v1/do/kit.save_view", body, content_type="application/json", headers=token)
    assert made.status_code == 200, made.content
    view = SavedView.objects.get()
    listed = as_desk.get("/api/v1/saved-views").json()["items"]
    assert [item["name"] for item in listed] == ["By API"]
    rows = as_desk.get(f"/api/v1/accounts?view={view.pk}").json()["items"]
    assert [row["name"] for row in rows] == ["Abilene", "Brazos"]


def actions_token(client: Client) -> dict[str, str]:
    from callboard.kit.actions import create_token

    person = Person.objects.get(pk=client.session["_auth_user_id"])
    return {"Authorization": f"Bearer {create_token(by=make.actor(person), name='script').secret}"}


def test_what_stands_beside_a_view_is_refused_where_a_program_would_get_more_rows(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    view = keep(desk, region=["TX"])
    answer = as_desk.get(f"/api/v1/accounts?view={view.pk}&tier=A")
    assert answer.status_code == 422
    assert "“tier” beside it" in answer.json()["error"]
    assert len(as_desk.get(f"/api/v1/accounts?view={view.pk}&limit=50").json()["items"]) == 5


def test_the_first_view_of_a_team_is_one_it_sees_and_of_the_same_list(desk: Person) -> None:
    by = make.actor(desk)
    shared, private = keep(desk, "Shared"), keep(desk, "Private")
    other = actions.save_view(by=by, name="Orders", page="orders")
    actions.share_view(shared, by=by, sharing=Sharing.TEAM)
    for before, whose in ((private, actions.For.TEAM), (other, actions.For.ME), (other, actions.For.TEAM)):
        with pytest.raises(Invalid) as refused:
            actions.reset_default_view(shared, by=by, whose=whose, before=before)
        assert set(refused.value.errors) == {"before"}
    assert not ViewDefault.objects.exists()
    actions.make_default_view(shared, by=by, whose=actions.For.TEAM)
    actions.share_view(shared, by=by, sharing=Sharing.MINE)
    actions.reset_default_view(shared, by=by, whose=actions.For.TEAM)
    assert not ViewDefault.objects.exists(), "who shares it no more can still take it from the front"


def test_a_view_shared_with_the_team_follows_its_owner_to_another_and_back(desk: Person) -> None:
    admin, old = make.person("Ada", roles=("administrator",)), desk.team
    view, everybodys = keep(desk, "Ours"), keep(desk, "Everybody's")
    actions.share_view(view, by=make.actor(desk), sharing=Sharing.TEAM)
    actions.share_view(everybodys, by=make.actor(desk), sharing=Sharing.ALL)
    west = make.team("West")
    change_person(desk, by=make.actor(admin), team=west)
    view.refresh_from_db()
    assert view.audience == [f"team:{west.pk}", f"person:{desk.pk}"]
    mate, former = make.person("New mate", team=west), make.person("Old mate", team=old)
    assert "Ours" in tabs(signed_in(mate)) and "Ours" not in tabs(signed_in(former))
    assert "Everybody's" in tabs(signed_in(former))
    take_back(admin)
    assert "Ours" in tabs(signed_in(former)) and "Ours" not in tabs(signed_in(mate))
