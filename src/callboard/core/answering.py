"""What an answer to a notice means: commands on its first or last line, and words.  The verbs register themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from callboard.core.registry import MailVerb, register

#: Politeness is neither a command nor worth a note.
COURTESY = frozenset(
    [
        "ok",
        "okay",
        "thanks",
        "thank you",
        "thx",
        "many thanks",
        "yes",
        "no",
        "noted",
        "will do",
        "got it",
        "great",
        "perfect",
    ]
)


class Unclear(Exception):
    """It cannot be told what is meant; ``str()`` says what was understood."""


@dataclass(frozen=True)
class About:
    """What is answered: by whom, about which record, when (in the person's zone)."""

    person: Any
    record: Any
    now: datetime


@dataclass(frozen=True)
class Plan:
    """What would be done, in order: each verb with its arguments.  problem: why nothing would be."""

    steps: list[tuple[MailVerb, dict[str, Any]]] = field(default_factory=list)
    problem: str = ""


def hints(about: About) -> list[str]:
    """What can be answered to this record, a line each."""
    return [hint for verb in _verbs() if (hint := verb.hint(about))]


def plan(text: str, about: About) -> Plan:
    """What the words above the quote mean.  Where anything of them is unclear, nothing is done."""
    lines = [line.strip() for line in text.strip().splitlines()]
    lines = [line for line in lines if line]
    if not lines:
        return Plan(problem=_("There were no words above the quoted mail."))
    try:
        command, rest = _command(lines, about)
        words = "\n".join(rest).strip()
        steps = [command] if command is not None else []
        if words and not is_courtesy(words):
            steps = [_worded(words, about), *steps]
    except Unclear as unclear:
        return Plan(problem=str(unclear))
    if not steps:
        return Plan(problem=_("“{words}” is no instruction, and too little for a note.").format(words=words[:80]))
    return Plan(steps)


def _command(lines: list[str], about: About) -> tuple[tuple[MailVerb, dict[str, Any]] | None, list[str]]:
    """The command of the first line, else of the last, and the lines that are left."""
    places = [0] if len(lines) == 1 else [0, len(lines) - 1]
    for place in places:
        for verb in _verbs():
            if verb.words:
                continue
            arguments = verb.read(lines[place], about)
            if arguments is not None:
                return (verb, arguments), [line for at, line in enumerate(lines) if at != place]
    return None, lines


def _worded(words: str, about: About) -> tuple[MailVerb, dict[str, Any]]:
    for verb in _verbs():
        if verb.words and (arguments := verb.read(words, about)) is not None:
            return verb, arguments
    raise Unclear(_("There is nothing yet that your words could be written on."))


def _verbs() -> Iterable[MailVerb]:
    return sorted(register.mail_verb, key=lambda verb: verb.order)


def is_courtesy(words: str) -> bool:
    """Whether these words are thanks and the like, which nobody keeps."""
    return " ".join(words.lower().strip(" .!,").split()) in COURTESY
