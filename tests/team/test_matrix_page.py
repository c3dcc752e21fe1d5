"""The matrix as a page: changed, looked at first, saved in one go."""

import re
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.team.actions import change_matrix, set_grant
from callboard.team.matrix import ROWS
from callboard.team.models import Grant, Person, Role, Scope
from callboard.team.queries.matrix import cells_now
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> Person:
    made = make.person("Ada Admin", roles=("administrator",))
    client.force_login(made)
    return made


@pytest.fixture
def admin(person: Person) -> Actor:
    return make.actor(person)


def chosen(page: str) -> dict[str, str]:
    """The form of the page as a browser would send it untouched."""
    found = {}
    for name, options in re.findall(r'<select class="form-select" name="([^"]+)".*?>(.*?)</select>', page, re.S):
        found[name] = re.findall(r'value="(\w+)" selected', options)[0]
    return found | {"seen": re.findall(r'name="seen" value="([^"]*)"', page)[0]}


def hidden(page: str) -> dict[str, str]:
    """What the form that saves carries."""
    form = re.findall(r'<form[^>]*action="/do/team.change_matrix/".*?</form>', page, re.S)[0]
    return dict(re.findall(r'name="(changes|seen)" value="([^"]*)"', form))


def test_only_what_the_company_changed_is_one_box_and_codes_do_not_stand_in_the_way(
    client: Client, admin: Actor
) -> None:
    change_matrix(by=admin, changes="board.close finance all")
    page = client.get("/matrix/").content.decode()
    assert 'name="only" value="changed"' in page and ">board.close<" not in page
    rows = re.findall(r'<tr data-sift="', client.get("/matrix/?only=changed").content.decode())
    assert len(rows) == 1


def test_several_cells_are_changed_in_one_go_and_taken_back_in_one(admin: Actor) -> None:
    set_grant(by=admin, operation="orders.view", role=Role.FINANCE, scope=Scope.TEAM)
    change_matrix(by=admin, changes="board.close finance all\norders.view finance none\n")
    assert dict(Grant.objects.values_list("operation", "scope")) == {"board.close": "all", "orders.view": "none"}
    undo(Log.objects.get(action=change_matrix.name), by=admin)
    assert dict(Grant.objects.values_list("operation", "scope")) == {"orders.view": "team"}


def test_a_cell_set_to_what_the_table_says_leaves_nothing_behind(admin: Actor) -> None:
    change_matrix(by=admin, changes="board.close finance all")
    change_matrix(by=admin, changes="board.close finance none")
    assert not Grant.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ("team.manage administrator none", "Administrators keep"),
        ("team.view administrator none", "Administrators keep"),
        ("channels.carry finance all", "Only the program itself"),
        ("no.such finance all", "no such operation"),
        ("team.manage sales_manager own", "choose none or all"),
        ("board.close finance", "cannot be read"),
        ("board.close pirate all", "cannot be read"),
    ],
)
def test_what_the_matrix_cannot_say_gets_a_sentence(admin: Actor, changes: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        change_matrix(by=admin, changes=changes)


def test_of_two_who_change_a_cell_the_second_is_told(admin: Actor) -> None:
    change_matrix(by=admin, changes="board.close finance all", seen="board.close finance none")
    with pytest.raises(Refused, match="Close the day, Finance: All"):
        change_matrix(by=admin, changes="board.close finance none", seen="board.close finance none")
    change_matrix(by=admin, changes="board.goals finance all", seen="board.goals finance none")
    with pytest.raises(Refused, match="in the meantime"):
        first = Log.objects.filter(action=change_matrix.name).order_by("at")[0]
        change_matrix(by=admin, changes="board.close finance none")
        undo(first, by=admin)


def test_a_right_taken_away_since_is_not_given_back_by_an_undo(admin: Actor) -> None:
    other = make.actor(make.person(roles=("administrator",)))
    cell: dict[str, Any] = {"operation": "journal.drafts", "role": Role.SALES_SUPPORT}
    for taken in (
        lambda: set_grant(by=other, **cell, scope=Scope.NONE),
        lambda: change_matrix(by=other, changes="journal.drafts sales_support none"),
    ):
        set_grant(by=admin, **cell, scope=Scope.TEAM)
        mine = Log.objects.filter(action=set_grant.name).latest("at")
        taken()
        with pytest.raises(Refused, match=r"since|in the meantime"):
            undo(mine, by=admin)
        assert cells_now()["journal.drafts", "sales_support"] == Scope.NONE
        set_grant(by=admin, **cell, scope=Scope.TEAM)
        undo(Log.objects.filter(action=set_grant.name).latest("at"), by=admin)
        assert cells_now()["journal.drafts", "sales_support"] == Scope.NONE


def test_the_page_says_who_gains_and_who_loses_before_anything_is_saved(client: Client, person: Person) -> None:
    make.person("Fay Finance", roles=("finance",))
    make.person("Mel Manager", roles=("finance", "sales_manager"))
    form = chosen(client.get("/matrix/").content.decode())
    assert len(form) > 280
    form |= {"board.close finance": "all", "orders.view finance": "none"}
    page = client.post("/matrix/", form).content.decode()
    gains, losses = page.split("Who gains</h2>")[1].split("Who loses</h2>")
    assert "Fay Finance" in gains and "Mel Manager" not in gains  # a manager closes the day already
    assert "Fay Finance" in losses and "Mel Manager" not in losses
    assert not Grant.objects.exists()
    answer = client.post("/do/team.change_matrix/", hidden(page))
    assert answer.headers["Location"] == "/matrix/"
    assert Grant.objects.count() == 2
    assert client.get("/matrix/?q=changed").content.decode().count("data-sift=") == 2


def test_it_holds_from_the_next_request_on(client: Client, admin: Actor) -> None:
    browser = Client()
    browser.force_login(make.person(roles=("finance",)))
    assert browser.get("/board/").status_code == 200
    change_matrix(by=admin, changes="board.view finance none")
    assert browser.get("/board/").status_code == 403


def test_choosing_on_keeps_what_was_chosen(client: Client, person: Person) -> None:
    page = client.post(
        "/matrix/", {"more": "1", "changes": "board.close finance all", "seen": "board.close finance none"}
    )
    assert chosen(page.content.decode())["board.close finance"] == "all"
    assert (
        "Nothing would change" in client.post("/matrix/", {"seen": "", "board.close finance": "none"}).content.decode()
    )
    assert "Nothing would change" in client.post("/matrix/", {"seen": "", "what is": "this"}).content.decode()


def test_who_may_not_change_it_reads_it(client: Client) -> None:
    client.force_login(make.person())
    page = client.get("/matrix/").content.decode()
    assert "Close the day" in page and "See what would change" not in page
    assert client.post("/matrix/", {"seen": "", "board.close finance": "all"}).status_code == 403


def test_the_matrix_is_a_file_and_an_answer_of_the_api(client: Client, admin: Actor) -> None:
    change_matrix(by=admin, changes="work.view finance team")
    text = b"".join(client.get("/matrix/?format=csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "work.view,See tasks,all,all,all,all,all,team,all" in text
    items = client.get("/api/v1/matrix").json()["items"]
    assert len(items) == len(ROWS)
    assert next(item for item in items if item["operation"] == "work.view")["finance"] == "team"


def test_what_belongs_to_nobody_is_offered_whole_or_not_at_all(client: Client, person: Person) -> None:
    Grant.objects.create(operation="team.manage", role="finance", scope="own")  # from before that was refused
    page = client.get("/matrix/").content.decode()
    cells = dict(re.findall(r'<select class="form-select" name="([^"]+)".*?>(.*?)</select>', page, re.S))
    assert re.findall(r'value="(\w+)"', cells["team.manage sales_manager"]) == ["none", "all"]
    assert re.findall(r'value="(\w+)"', cells["work.view sales_manager"]) == ["none", "own", "team", "all"]
    assert chosen(page)["team.manage finance"] == "none"


@pytest.mark.parametrize("seen", ["no.such finance all", "board.close finance all"])
def test_cells_that_were_seen_and_are_not_there_get_a_sentence(client: Client, person: Person, seen: str) -> None:
    body = {"changes": "board.close finance all", "seen": seen}
    answer = client.post("/api/v1/do/team.change_matrix", body, content_type="application/json")
    assert answer.status_code in (409, 422)
    assert not Grant.objects.exists()
