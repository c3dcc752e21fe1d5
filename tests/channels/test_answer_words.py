"""What the words of an answer mean."""

import pytest

from callboard.channels.queries.answers import about
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
