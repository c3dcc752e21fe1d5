"""Doing what somebody answered: as themselves, with their rights, each step once."""

from django.utils import translation
from django.utils.translation import gettext as _

from callboard.channels.models import MailAnswer
from callboard.channels.queries.answers import about, record_of_answer
from callboard.core import clock
from callboard.core.access import may_see
from callboard.core.actions import ActionError, Actor
from callboard.core.answering import plan
from callboard.team.models import Person


def do_answer(answer: MailAnswer) -> tuple[bool, str]:
    """(whether it was understood, what was done or why not, in the person's language)."""
    with translation.override(answer.person.locale):
        return answer_words(
            answer.person, record_of_answer(answer), answer.message.reply_text, f"mail:{answer.message_id}", "mail"
        )


def answer_words(person: Person, record: object, text: str, key: str, via: str) -> tuple[bool, str]:
    """Read the words and do them.  `key` makes each step happen once, however often this is asked."""
    actor = Actor("person", person=person, via=via)  # type: ignore[arg-type]
    if record is None or not may_see(actor, record):  # type: ignore[arg-type]
        return False, _("What it was about is gone, or you may not see it any more.")
    this = about(person, record, clock.now())
    found = plan(text, this)
    if found.problem:
        return False, found.problem
    done: list[str] = []
    for verb, arguments in found.steps:
        try:
            done.append(verb.act(actor.with_key(f"{key}:{verb.name}"), this, arguments))
        except ActionError as error:
            done.append(_("Not done: {why}").format(why=error))
            return len(done) > 1, "\n".join(done)
    return True, "\n".join(done)
