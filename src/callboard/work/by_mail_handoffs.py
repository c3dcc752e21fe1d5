"""What can be done to a hand-off by answering a notice: accept, done: ..., question: ..., return: ...; words answer a question."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Action, Actor, Text
from callboard.core.answering import About, Unclear
from callboard.core.registry import MailVerb, register
from callboard.work.actions import accept_handoff, answer_handoff, ask_back, finish_handoff, return_handoff
from callboard.work.models import OURS, Handoff


@dataclass(frozen=True)
class Said:
    """A verb of a hand-off, how a mail says it, and what it needs to be told; argument "" where it needs nothing."""

    verb: Action[..., Any]
    pattern: re.Pattern[str]
    argument: str
    hint: Any
    #: What was not said.
    lacks: Any
    done: Any


def _words(begin: str) -> re.Pattern[str]:
    """The word alone, or with what is said set off by a colon or a dash: "Done? Not yet" and a company called Complete say nothing."""
    return re.compile(rf"^(?:i |we |it'?s )?({begin})(?:\s*:|\s+[-–—]\s|\s*[.!]?$)\s*(.*)$", re.IGNORECASE)


SAID = (
    Said(
        accept_handoff,
        re.compile(r"^(?:i |we )?(accept(?:ed)?)[.!]?()$", re.IGNORECASE),
        "",
        gettext_lazy("accept - your department does it"),
        "",
        gettext_lazy("Accepted: {title}"),
    ),
    Said(
        finish_handoff,
        _words("done|finished|completed?"),
        "proof",
        gettext_lazy("done: what was done - finishes it"),
        gettext_lazy("I understood “{word}”, but not what was done. Write it like: done: the mandate is active"),
        gettext_lazy("Finished: {title}"),
    ),
    Said(
        ask_back,
        _words("question|ask(?: back)?"),
        "question",
        gettext_lazy("question: ... - asks back"),
        gettext_lazy("I understood “{word}”, but not what you ask. Write it like: question: which bank?"),
        gettext_lazy("Asked back: {title}"),
    ),
    Said(
        return_handoff,
        _words("return(?:ed)?"),
        "reason",
        gettext_lazy("return: why - gives it back"),
        gettext_lazy("I understood “{word}”, but not why. Write it like: return: support does this"),
        gettext_lazy("Returned: {title}"),
    ),
)


def _may(verb: Action[..., Any], about: About) -> bool:
    """Whether this person may do it to the hand-off now."""
    record = about.record
    if not isinstance(record, Handoff) or verb.refusal(record, about.now) is not None:
        return False
    return verb.allowed(Actor("person", person=about.person, via="mail"), record)


def _hint(said: Said) -> Callable[[About], str]:
    return lambda about: str(said.hint) if _may(said.verb, about) else ""


def _read(said: Said) -> Callable[[str, About], dict[str, Any] | None]:
    def read(line: str, about: About) -> dict[str, Any] | None:
        match = said.pattern.match(line) if isinstance(about.record, Handoff) else None
        if match is None:
            return None
        if not _may(said.verb, about):
            state = about.record.get_state_display().lower()
            raise Unclear(
                _("I understood “{word}”, but the hand-off is {state}, or not yours.").format(
                    word=match[1], state=state
                )
            )
        if said.argument and not match[2].strip():
            raise Unclear(str(said.lacks).format(word=match[1]))
        return {said.argument: match[2].strip()} if said.argument else {}

    return read


def _do(said: Said) -> Callable[[Actor, About, dict[str, Any]], str]:
    def do(by: Actor, about: About, given: dict[str, Any]) -> str:
        said.verb(about.record, by=by, **{name: Text(words) for name, words in given.items()})
        return str(said.done).format(title=about.record)

    return do


def _hint_answer(about: About) -> str:
    return _("your words answer the department") if _may(answer_handoff, about) else ""


def _read_answer(words: str, about: About) -> dict[str, Any] | None:
    """Words on a hand-off that waits for whoever asked are the answer."""
    record = about.record
    if not isinstance(record, Handoff) or record.state not in OURS or not _may(answer_handoff, about):
        return None
    return {"answer": words}


def _do_answer(by: Actor, about: About, given: dict[str, Any]) -> str:
    answer_handoff(about.record, by=by, answer=Text(given["answer"]))
    return _("Answered {team}: {title}").format(team=about.record.team, title=about.record)


for order, each in enumerate(SAID, 1):
    register.mail_verb.add(MailVerb(each.verb.name, _hint(each), _read(each), _do(each), order=order))
# Before the words that are written on what a letter is about (journal's notes).
register.mail_verb.add(MailVerb("work.answer_handoff", _hint_answer, _read_answer, _do_answer, order=40, words=True))
