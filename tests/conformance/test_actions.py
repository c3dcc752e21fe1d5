"""Every verb: its form renders, refuses what is empty, and nobody passes without the right."""

import re
from typing import Any, get_type_hints

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.core.actions import Action
from callboard.core.said import RESULT, named
from callboard.kit.fields import field_for

pytestmark = pytest.mark.django_db

ACTIONS = pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
DONE = (200, 204, 302)


def url_of(action: Action[..., Any], person: Any = None) -> str:
    if action.target_model is None:
        return f"/do/{action.name}/"
    return f"/do/{action.name}/{any_record(action.target_model, person).pk}/"


def doer(action: Action[..., Any]) -> Any:
    return walk.somebody(action.who, *([walk.view_of(action.target_model)] if action.target_model else []))


@ACTIONS
def test_an_action_names_a_row_of_the_matrix_and_says_how_it_is_undone(action: Action[..., Any]) -> None:
    assert action.who in walk.MATRIX
    assert action.undo is not None or action.final, "either undo= or final= says what becomes of a mistake"


@ACTIONS
def test_its_sentence_names_only_what_the_action_knows(action: Action[..., Any]) -> None:
    known = {param.name: param.type for param in action.params} | {RESULT: get_type_hints(action.body)["return"]}
    if action.signature.target is not None:
        known[action.signature.target.name] = action.signature.target.type
    assert named(action.sentence) <= known.keys()
    for name, attribute in re.findall(r"\{(\w+)\.([\w]+)", str(action.sentence)):
        assert hasattr(known[name], attribute), (name, attribute)


@ACTIONS
def test_each_choice_a_form_offers_is_taken_as_the_form_sends_it(action: Action[..., Any]) -> None:
    for param in action.params:
        if param.is_enum:
            field = field_for(action, param)
            taken = [field.clean(value) for value, _label in field.choices if value != ""]  # type: ignore[attr-defined]
            assert taken == list(param.type), param.name


@ACTIONS
def test_nobody_acts_without_signing_in_or_without_the_right(action: Action[..., Any]) -> None:
    url = url_of(action)
    assert Client().get(url)["Location"].startswith("/sign-in/")
    assert Client().post(url)["Location"].startswith("/sign-in/")
    client = walk.signed_in(walk.nobody())
    assert client.get(url).status_code in (403, 404)
    assert client.post(url).status_code in (403, 404)


@ACTIONS
def test_the_form_renders_and_refuses_what_is_empty(action: Action[..., Any]) -> None:
    person = doer(action)
    client, url = walk.signed_in(person), url_of(action, person)
    got = client.get(url)
    assert got.status_code in (200, 409)
    assert "<form" in got.content.decode()
    required = [
        param
        for param in action.params
        if param.required and not param.optional and not param.many and param.type is not bool
    ]
    posted = client.post(url, {})
    if required:
        assert posted.status_code == 422
        assert set(posted.context["form"].errors) & {param.name for param in required}
    else:
        assert posted.status_code in (*DONE, 409, 422)


@ACTIONS
def test_the_api_refuses_the_same(action: Action[..., Any]) -> None:
    url = f"/api/v1/do/{action.name}"
    assert Client().post(url, {}, content_type="application/json").status_code == 401
    person = doer(action)
    body = {"target": any_record(action.target_model, person).pk} if action.target_model else {}
    stranger = walk.signed_in(walk.nobody()).post(url, body, content_type="application/json")
    assert stranger.status_code in (403, 404, 422)
    answer = Client().post(url, body, content_type="application/json", headers=walk.bearer(person))
    if any(param.required and not param.optional for param in action.params):
        assert answer.status_code == 422
    else:
        assert answer.status_code in (200, 409, 422)
    if answer.status_code != 200:
        assert set(answer.json()) == {"error", "code", "fields"}


@pytest.mark.parametrize(
    "action", [each for each in walk.actions() if any(param.is_model for param in each.params)], ids=walk.named
)
def test_many_records_to_choose_from_cost_the_queries_of_two(action: Action[..., Any]) -> None:
    person = doer(action)
    client, url = walk.signed_in(person), url_of(action, person)
    counts = []
    for more in (2, 10):
        for param in action.params:
            for _ in range(more if param.is_model else 0):
                any_record(param.type, person)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        counts.append([query["sql"][:160] for query in asked])
    assert len(counts[1]) <= len(counts[0]), "\n".join(counts[1])
