"""No page shows a text that was never given to a translator."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.functional import Promise
from tests.conformance import walk
from tests.conformance.pseudo import bare, pseudo
from tests.conformance.records import any_record

from callboard import kit
from callboard.core.actions import Action
from callboard.kit.pages import Page, RecordPage

pytestmark = pytest.mark.django_db

#: What a page fetches of itself: panels further down, live parts, the insides of menus.
PARTS = re.compile(r'(?:hx-get|data-live-src|data-src)="([^"]+)"')
SCRIPTS = Path(kit.__file__).parent / "static" / "kit" / "js"
#: A text of two words that begins like a sentence, as a script would write it.
WRITTEN = re.compile(r"""(["'`])([A-Z][a-z]+(?: [A-Za-z{}$.]+)+[^"'`]*)\1""")


def with_parts(client: Client, page: str, address: str) -> str:
    """A page and everything it would fetch."""
    found = [page]
    for part in dict.fromkeys(html.unescape(part) for part in PARTS.findall(page)):
        answer = client.get(part if part.startswith("/") else address.partition("?")[0] + part)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found.append(answer.content.decode())
    return "\n".join(found)


@pytest.mark.parametrize(
    "html, left",
    [
        ("<p>Bare words</p>", ["Bare words"]),
        ("<p>⟦Translated⟧ 12 · Ωδ</p>", []),
        ("<p>⟦A <b>bold</b> sentence⟧</p>", []),
        ('<button aria-label="Close">x</button>', ["Close"]),
        ("<script>var words</script><kbd>Ctrl</kbd>", []),
        ("<p>⟦From⟧ a@example.com</p>", []),
        ('<select translate="no"><option>Oslo</option></select><p>Bare</p>', ["Bare"]),
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
        text = with_parts(client, answer.content.decode(), walk.address(shown))
    assert bare(text) == []


@pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
def test_a_record_is_translated(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    client, record = walk.signed_in(person), any_record(shown.model, person)
    with pseudo():
        answer = client.get(walk.address(shown, record))
        text = with_parts(client, answer.content.decode(), walk.address(shown, record))
    assert bare(text) == []


@pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
def test_a_form_is_translated(action: Action[..., Any]) -> None:
    person = walk.somebody(action.who, *([walk.view_of(action.target_model)] if action.target_model else []))
    url = f"/do/{action.name}/"
    if action.target_model is not None:
        url += f"{any_record(action.target_model, person).pk}/"
    with pseudo():
        answer = walk.signed_in(person).get(url)
    assert bare(answer.content.decode()) == []


@pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
def test_what_a_toast_says_is_translated(action: Action[..., Any]) -> None:
    told = [text for text in (action.label, action.sentence, action.final) if text]
    assert [str(text) for text in told if not isinstance(text, Promise)] == []


def test_a_script_writes_no_words_of_its_own() -> None:
    written = {
        f"{file.name}: {text}"
        for file in SCRIPTS.glob("*.js")
        for line in file.read_text().splitlines()
        if not line.lstrip().startswith(("//", "*"))
        for _quote, text in WRITTEN.findall(line)
    }
    assert written == set()
