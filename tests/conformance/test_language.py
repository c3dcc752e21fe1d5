"""No page shows a text that was never given to a translator."""

from typing import Any

import pytest
from tests.conformance import walk
from tests.conformance.pseudo import bare, pseudo
from tests.conformance.records import any_record

from callboard.core.actions import Action
from callboard.kit.pages import Page, RecordPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "html, left",
    [
        ("<p>Bare words</p>", ["Bare words"]),
        ("<p>⟦Translated⟧ 12 · Ωδ</p>", []),
        ("<p>⟦A <b>bold</b> sentence⟧</p>", []),
        ('<button aria-label="Close">x</button>', ["Close"]),
        ("<script>var words</script><kbd>Ctrl</kbd>", []),
        ("<p>⟦From⟧ a@example.com</p>", []),
    ],
)
def test_the_reader_finds_what_is_bare(html: str, left: list[str]) -> None:
    assert bare(html) == left


@pytest.mark.parametrize("shown", walk.plain(), ids=walk.named)
def test_a_page_is_translated(shown: type[Page]) -> None:
    person = walk.somebody(shown.operation())
    if shown.model is not None:
        any_record(shown.model, person)
    client = walk.signed_in(person)
    with pseudo():
        answer = client.get(walk.address(shown), follow=True)
    assert bare(answer.content.decode()) == []


@pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
def test_a_record_is_translated(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    client, record = walk.signed_in(person), any_record(shown.model, person)
    with pseudo():
        answer = client.get(walk.address(shown, record))
    assert bare(answer.content.decode()) == []


@pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
def test_a_form_is_translated(action: Action[..., Any]) -> None:
    person = walk.somebody(action.who, *([walk.view_of(action.target_model)] if action.target_model else []))
    url = f"/do/{action.name}/"
    if action.target_model is not None:
        url += f"{any_record(action.target_model, person).pk}/"
    with pseudo():
        answer = walk.signed_in(person).get(url)
    assert bare(answer.content.decode()) == []
