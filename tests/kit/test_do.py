"""An action's page: the form from the signature, a page without script, a dialog with it."""

import html
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core.models import Log
from callboard.team.models import Person, Team
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.pages")]

CREATE = "/do/team.create_team/"
HX = {"HX-Request": "true"}


def hidden(page: str) -> dict[str, str]:
    """What travels with the form of the action."""
    form = page[page.index('<form class="act"') :]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def change(team: Team) -> str:
    return f"/do/team.change_team/{team.pk}/"


@pytest.fixture
def team(db: None) -> Team:
    return Team.objects.create(name="East", address="east@ours.example", version=1)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_acts_without_signing_in(method: str) -> None:
    assert getattr(Client(), method)(CREATE)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_lacks_the_right_gets_403(as_desk: Client, team: Team, method: str) -> None:
    assert getattr(as_desk, method)(CREATE).status_code == 403
    assert getattr(as_desk, method)(change(team)).status_code == 403


@pytest.mark.parametrize(
    "url",
    [
        "/do/team.nothing/",
        "/do/team.change_team/",
        "/do/team.change_team/999/",
        f"/do/team.change_team/{2**63}/",
        f"{CREATE}1/",
    ],
)
def test_what_does_not_exist_is_404(as_admin: Client, url: str) -> None:
    assert as_admin.get(url).status_code == 404


def test_the_form_has_a_field_for_each_parameter(as_admin: Client) -> None:
    answer = as_admin.get(CREATE)
    fields = {name: type(field).__name__ for name, field in answer.context["form"].fields.items()}
    assert fields == {
        "name": "CharField",
        "manager": "RecordField",
        "is_department": "BooleanField",
        "address": "EmailField",
    }
    assert "autofocus" in answer.content.decode()


def test_a_creating_action_leads_to_the_new_record_and_says_what_was_done(as_admin: Client, admin: Person) -> None:
    start = hidden(as_admin.get(CREATE).content.decode())
    answer = as_admin.post(CREATE, {**start, "name": "West", "manager": admin.pk, "is_department": "on"}, follow=True)
    made = Team.objects.get(name="West")
    assert answer.redirect_chain == [(f"/test/teams/{made.pk}/", 302)]
    assert (made.manager, made.is_department) == (admin, True)
    assert "Added team" in answer.content.decode()


def test_the_same_form_sent_twice_acts_once(as_admin: Client) -> None:
    start = hidden(as_admin.get(CREATE).content.decode())
    for _ in range(2):
        assert as_admin.post(CREATE, {**start, "name": "West"}).status_code == 302
    assert Team.objects.count() == 1


def test_a_used_form_with_other_words_is_refused(as_admin: Client) -> None:
    start = hidden(as_admin.get(CREATE).content.decode())
    as_admin.post(CREATE, {**start, "name": "West"})
    assert as_admin.post(CREATE, {**start, "name": "North"}).status_code == 422
    assert Team.objects.count() == 1


def test_what_is_missing_is_said_beside_the_first_wrong_field(as_admin: Client) -> None:
    answer = as_admin.post(CREATE, {"name": "", "address": "no address"})
    form = answer.context["form"]
    assert answer.status_code == 422
    assert set(form.errors) == {"name", "address"}
    assert "autofocus" in form.fields["name"].widget.attrs


def test_what_the_action_objects_to_stands_beside_the_field(as_admin: Client, team: Team) -> None:
    answer = as_admin.post(CREATE, {"name": "East"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["name"]


def test_an_edit_starts_with_the_record_and_keeps_what_was_not_touched(as_admin: Client, team: Team) -> None:
    page = as_admin.get(change(team)).content.decode()
    assert 'value="east@ours.example"' in page
    assert "What it is called" in page
    as_admin.post(change(team), {**hidden(page), "name": "East 2", "address": ""})
    team.refresh_from_db()
    assert (team.name, team.address) == ("East 2", "")


def test_two_edits_of_one_field_conflict_and_the_typed_text_is_kept(as_admin: Client, team: Team) -> None:
    start = hidden(as_admin.get(change(team)).content.decode())
    Team.objects.filter(pk=team.pk).update(name="Elsewhere")
    answer = as_admin.post(change(team), {**start, "name": "Mine", "address": team.address})
    assert answer.status_code == 409
    assert "Somebody changed name" in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()


def test_two_edits_of_different_fields_do_not_conflict(as_admin: Client, team: Team) -> None:
    start = hidden(as_admin.get(change(team)).content.decode())
    Team.objects.filter(pk=team.pk).update(address="new@ours.example")
    answer = as_admin.post(change(team), {**start, "name": "Mine", "address": "east@ours.example"})
    team.refresh_from_db()
    assert (answer.status_code, team.name, team.address) == (302, "Mine", "new@ours.example")


def test_undo_is_offered_and_takes_it_back(as_admin: Client, team: Team) -> None:
    start = hidden(as_admin.get(change(team)).content.decode())
    page = as_admin.post(change(team), {**start, "name": "Mine", "address": team.address}, follow=True).content.decode()
    log = Log.objects.get(action="team.change_team")
    assert f"/undo/{log.pk}/" in page
    assert as_admin.post(f"/undo/{log.pk}/").status_code == 302
    team.refresh_from_db()
    assert team.name == "East"


def test_it_says_what_was_done_to_which_record_and_undo_says_what_it_did(as_admin: Client, team: Team) -> None:
    page = as_admin.get(change(team)).content.decode()
    said = as_admin.post(change(team), {**hidden(page), "name": "Mine", "address": ""}, follow=True)
    assert "<span>Changed team Mine</span>" in said.content.decode()
    log = Log.objects.get(action="team.change_team")
    here = {"Referer": f"http://testserver/test/teams/{team.pk}/"}
    undone = as_admin.post(f"/undo/{log.pk}/", headers=here, follow=True)
    assert "<span>Undone. Changed team East</span>" in undone.content.decode()


def test_the_browser_is_told_that_what_was_typed_is_here(as_admin: Client, team: Team) -> None:
    page = as_admin.get(change(team)).content.decode()
    nonce = hidden(page)["nonce"]
    wrong = as_admin.post(change(team), {**hidden(page), "name": ""})
    assert (wrong.status_code, f"saved-{nonce}" in wrong.cookies) == (422, False)
    right = as_admin.post(change(team), {**hidden(page), "name": "Mine"})
    assert right.cookies[f"saved-{nonce}"]["max-age"] == 300
    odd = as_admin.post(change(team), {"name": "Yours", "nonce": "a b; Path=/evil"})
    assert [name for name in odd.cookies if name.startswith("saved-")] == []


def test_a_form_sent_after_the_session_ended_leads_back_to_the_page_it_stood_on(client: Client, team: Team) -> None:
    where = {"Referer": f"http://testserver/test/teams/{team.pk}/?x=1"}
    answer = client.post(change(team), {"name": "Mine"}, headers=where)
    assert answer["Location"] == f"/sign-in/?next=%2Ftest%2Fteams%2F{team.pk}%2F%3Fx%3D1&typed=1"
    answer = client.post(change(team), {"name": "Mine"}, headers={"Referer": "https://evil.example/"})
    assert answer["Location"].startswith("/sign-in/?next=%2Fdo%2F")


def test_undo_needs_the_right_of_what_undoes(as_admin: Client, as_desk: Client, team: Team) -> None:
    as_admin.post(change(team), {"name": "Mine", "address": team.address})
    log = Log.objects.get(action="team.change_team")
    as_desk.post(f"/undo/{log.pk}/")
    team.refresh_from_db()
    assert team.name == "Mine"


def test_a_dialog_gets_the_form_alone_and_after_success_an_address(as_admin: Client) -> None:
    page = as_admin.get(CREATE, headers=HX).content.decode()
    assert "<html" not in page and "<form" in page
    answer = as_admin.post(CREATE, {**hidden(page), "name": "West"}, headers=HX)
    made = Team.objects.get(name="West")
    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"/test/teams/{made.pk}/")


def test_an_edit_in_a_dialog_stays_where_it_was_opened(as_admin: Client, team: Team) -> None:
    where = {**HX, "HX-Current-URL": "http://testserver/test/teams/?sort=-name"}
    answer = as_admin.post(change(team), {"name": "Mine", "address": ""}, headers=where)
    assert answer["HX-Redirect"] == "/test/teams/?sort=-name"


@pytest.mark.parametrize(
    "evil",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http://testserver/\\evil.example/",
        "http://testserver//evil.example/",
    ],
)
def test_it_never_leads_to_another_site(as_admin: Client, team: Team, evil: str) -> None:
    answer = as_admin.post(change(team), {"name": "Mine", "address": "", "next": evil})
    assert answer["Location"] == f"/test/teams/{team.pk}/"
    answer = as_admin.post(change(team), {"name": "Yours", "address": "", "next": evil}, headers=HX)
    assert answer["HX-Redirect"] == f"/test/teams/{team.pk}/"


def test_a_refusal_is_a_409_with_its_sentence(as_admin: Client, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    from callboard.core.actions import Refusal
    from callboard.team.actions.teams import change_team

    monkeypatch.setattr(
        change_team, "_can", lambda target, now: Refusal("closed", "{name} is closed.", name=target.name)
    )
    for answer in (as_admin.get(change(team)), as_admin.post(change(team), {"name": "x"})):
        assert answer.status_code == 409
        assert "East is closed." in answer.content.decode()
    assert "East is closed." in as_admin.get(f"/test/teams/{team.pk}/").content.decode()


def test_a_preview_shows_what_would_happen_and_changes_nothing(as_admin: Client, team: Team) -> None:
    start = hidden(as_admin.get(change(team)).content.decode())
    answer = as_admin.post(change(team), {**start, "name": "Mine", "address": "", "preview": "1"})
    assert answer.status_code == 200
    assert "1 record changes" in answer.content.decode()
    team.refresh_from_db()
    assert team.name == "East"


def test_few_records_are_a_select_and_many_are_searched(as_admin: Client, admin: Person) -> None:
    assert f'<option value="{admin.pk}"' in as_admin.get(CREATE).content.decode()
    Person.objects.bulk_create(Person(email=f"m{n}@x.example", name=f"Many {n}") for n in range(201))
    page = as_admin.get(CREATE).content.decode()
    assert "<datalist" in page and f'<option value="{admin.pk}"' not in page
    with CaptureQueriesContext(connection) as asked:
        found = as_admin.get(
            "/options/team.person/?action=team.create_team&field=manager&manager=many+1"
        ).content.decode()
    assert found.count("<option") == 20
    assert len(asked) <= 6


def test_a_searched_record_is_named_by_number_or_by_name(as_admin: Client) -> None:
    Person.objects.bulk_create(Person(email=f"m{n}@x.example", name=f"Many {n % 200}") for n in range(205))
    last = Person.objects.get(name="Many 150")
    for text in (f"Many 150 · #{last.pk}", str(last.pk), "many 150"):
        answer = as_admin.post(CREATE, {"name": f"T {text}", "manager": text})
        assert answer.status_code == 302, answer.content
        assert Team.objects.get(name=f"T {text}").manager == last
    for text in ("Many 0", "#99999999999999999999", "9" * 5000, "nobody"):
        assert as_admin.post(CREATE, {"name": "U", "manager": text}).status_code == 422
        assert as_admin.get(CREATE, {"manager": text}).status_code == 200


def test_suggestions_need_the_right_and_a_field_that_exists(as_admin: Client, as_desk: Client) -> None:
    url = "/options/team.person/?action=team.create_team&field="
    assert as_desk.get(f"{url}manager").status_code == 403
    assert as_admin.get(f"{url}name").status_code == 404
    assert as_admin.get(f"{url}nothing").status_code == 404
    assert as_admin.get("/options/team.team/?action=team.create_team&field=manager").status_code == 404
    assert Client().get(f"{url}manager").status_code == 302


def test_somebody_who_left_is_not_offered(as_admin: Client) -> None:
    gone = make.person("Gone", is_active=False, left_on="2026-01-01")
    assert as_admin.post(CREATE, {"name": "West", "manager": gone.pk}).status_code == 422


@pytest.mark.parametrize("broken", ["{", '{"manager": 99999}', '{"name": {}}', "[" * 60_000])
def test_a_form_changed_on_its_way_is_refused(as_admin: Client, team: Team, broken: str) -> None:
    answer = as_admin.post(change(team), {"name": "Mine", "address": "", "based_on_": broken})
    assert answer.status_code in (409, 422)


def test_nul_in_a_field_is_a_422(as_admin: Client) -> None:
    answers: list[Any] = [
        as_admin.post(CREATE, {"name": "a\0b"}),
        as_admin.post(CREATE, {"name": "b", "manager": "\0"}),
    ]
    assert answers[0].status_code == 422
    assert answers[1].status_code in (302, 422)
