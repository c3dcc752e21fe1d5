"""What the words of an answer mean, and what the receiving server says of who sent them."""

import pytest

from callboard.channels.queries.answers import about
from callboard.channels.reading.proof import proof_of
from callboard.core.answering import plan
from callboard.kit.pages import load_pages
from tests import make

load_pages()


@pytest.mark.django_db
def test_a_sentence_that_begins_with_call_is_a_note() -> None:
    dana = make.person("Dana Reed")
    task = make.task(dana, account=make.account("Hill"))
    this = about(dana, task, make.NOW)
    found = plan("Call went well, they want six seats from April.", this)
    assert [verb.name for verb, _given in found.steps] == ["journal.note"]
    both = plan("They want six seats.\ncall thu 3pm", this)
    assert [verb.name for verb, _given in both.steps] == ["journal.note", "work.call"]
    assert plan("", this).problem.startswith("There were no words")


@pytest.mark.parametrize(
    "header, said",
    [
        ("mx.ours; dkim=pass header.d=ours.example; spf=fail", "pass"),
        ("mx.ours; dmarc=pass; dkim=fail", "pass"),
        ("mx.ours; dmarc=fail (p=none) header.from=x", "fail"),
        ("mx.ours; dkim=fail reason=bad; spf=softfail", "fail"),
        ("mx.ours; dkim=fail; spf=pass", ""),
        ("mx.ours; none", ""),
        ("mx.ours; auth=pass (dkim=fail)", ""),
    ],
)
def test_what_the_receiving_server_says_of_the_sender(header: str, said: str) -> None:
    assert proof_of([header, "elsewhere; dmarc=pass"]) == said
