"""Keys: what each means, and how a person gives one another name."""

import json

import pytest
from django.test import Client

from callboard.core.actions import Invalid
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.kit.hands import keys
from callboard.kit.hands.actions import reset_keys, set_key
from callboard.kit.hands.models import KeyMap
from callboard.kit.pages.buttons import key_of
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def test_a_key_gets_another_name_and_every_page_knows_it(desk: Person, as_desk: Client) -> None:
    set_key(by=make.actor(desk), key="d", to="y")
    page = as_desk.get("/parked/").content.decode()
    assert 'data-key-map="{&quot;d&quot;: &quot;y&quot;}"' in page
    profile = as_desk.get("/profile/").content.decode()
    assert "instead of d" in profile


def test_a_modifier_may_be_added_as_wcag_asks(desk: Person) -> None:
    assert set_key(by=make.actor(desk), key="d", to="ctrl+Alt+Y").keys == {"d": "Control+Alt+y"}


@pytest.mark.parametrize(
    "to, sentence",
    [
        ("r", "“r” is the key of “Reply”"),
        ("", "one character"),
        ("two", "one character"),
        ("5", "digits"),
        ("Ctrl+c", "Browsers keep"),
        ("\u202e", "one character"),
    ],
)
def test_what_cannot_be_a_key_is_refused_with_its_reason(desk: Person, to: str, sentence: str) -> None:
    with pytest.raises(Invalid) as error:
        set_key(by=make.actor(desk), key="d", to=to)
    assert sentence in str(error.value)
    assert not KeyMap.objects.exists()


def test_a_key_that_was_given_away_is_free_for_another(desk: Person) -> None:
    by = make.actor(desk)
    set_key(by=by, key="d", to="y")
    assert set_key(by=by, key="a", to="d").keys == {"d": "y", "a": "d"}
    with pytest.raises(Invalid):
        set_key(by=by, key="d", to="d")
    set_key(by=by, key="a", to="a")
    assert set_key(by=by, key="d", to="d").keys == {}


def test_changes_and_the_reset_can_be_undone(desk: Person) -> None:
    by = make.actor(desk)
    set_key(by=by, key="d", to="y")
    set_key(by=by, key="a", to="q")
    undo(Log.objects.filter(action="kit.set_key").latest("at"), by=by)
    assert KeyMap.objects.get().keys == {"d": "y"}
    reset_keys(by=by)
    assert KeyMap.objects.get().keys == {}
    undo(Log.objects.filter(action="kit.reset_keys").latest("at"), by=by)
    assert KeyMap.objects.get().keys == {"d": "y"}


def test_the_form_says_what_the_key_means_and_leads_back(desk: Person, as_desk: Client) -> None:
    form = as_desk.get("/do/kit.set_key/?key=d").content.decode()
    assert "It means: Done" in form
    assert as_desk.post("/do/kit.set_key/", {"key": "d", "to": "y"})["Location"] == "/profile/"
    wrong = as_desk.post("/do/kit.set_key/", {"key": "e", "to": "y"})
    assert wrong.status_code == 422
    assert "is the key of “Done”" in wrong.content.decode()


def test_one_key_has_one_meaning_wherever_a_verb_is_offered() -> None:
    found = {key_of(action) for action in register.actions.values()} - {""}
    assert found <= keys.MEANINGS.keys()
    assert key_of(register.actions["orders.accept_order"]) == "a"
    assert key_of(register.actions["work.hand_over_task"]) == "o"
    assert key_of(register.actions["journal.log_interaction"]) == "l"
    assert key_of(register.actions["journal.write_note"]) == "n"


def test_a_program_changes_keys_too(desk: Person, as_desk: Client) -> None:
    from tests.conformance import walk

    answer = Client().post(
        "/api/v1/do/kit.set_key", {"key": "d", "to": "y"}, content_type="application/json", headers=walk.bearer(desk)
    )
    assert answer.status_code == 200, json.loads(answer.content)
    assert KeyMap.objects.get().keys == {"d": "y"}
