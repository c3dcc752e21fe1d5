"""What the words of an answer mean, and what the receiving server says of who sent them."""

import pytest

from callboard.channels.queries.answers import about
from callboard.channels.reading.proof import proof_of, said_of
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
    assert proof_of(said_of([header, "elsewhere; dmarc=pass"])) == said


@pytest.mark.parametrize(
    "headers, said",
    [
        # The sender's own header stands above where no server of ours wrote one after it.
        (["evil.example; dmarc=pass", "mx.ours.example; dmarc=fail"], "fail"),
        (["evil.example; dmarc=fail", "mx.ours.example; dmarc=pass"], "pass"),
        (["evil.example; dmarc=pass"], ""),
        # The name is the whole of the first section, in any case, quoted or not, with the one version there is.
        (['(by us) "MX.Ours.example" 1; dmarc=fail'], "fail"),
        (["mx.ours.example 2; dmarc=pass"], ""),
        (["mx.ours.example.evil.example; dmarc=pass"], ""),
        (['"mx.ours.example; x"; dmarc=pass'], ""),
        (["evil.example (mx.ours.example); dmarc=pass"], ""),
        (["spf=pass smtp.mailfrom=mx.ours.example; dmarc=pass"], ""),
        # One server may write several; the newest that says anything counts.
        (["mx.ours.example; none", "mx.ours.example; dkim=fail; spf=fail", "mx.ours.example; dmarc=pass"], "fail"),
    ],
)
def test_of_named_servers_alone_what_they_say_counts(headers: list[str], said: str) -> None:
    assert proof_of(said_of(headers), {"mx.ours.example"}) == said
