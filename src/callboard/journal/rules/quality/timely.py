"""Timely: written on the business day it happened, while it is remembered."""

import re

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.journal.rules.quality.examples import GOOD
from callboard.journal.rules.quality.shape import Broken, Note, Record, Rule

#: Business days late: how much of the points that costs.  The next morning is half forgiven; later it is from memory.
LATE = {1: 0.2, 2: 0.6}
#: The writer does not trust what they remember; that somebody else has not decided is no guess.
GUESS = re.compile(
    r"\b(?:from memory|(?:don'?t|do not|can'?t|cannot|couldn'?t) (?:quite |really )?(?:remember|recall)|if i (?:remember|recall)"
    r"|i (?:forget|forgot) (?:what|who|which|how|if)|not sure (?:i (?:got|heard|understood)|what (?:he|she|they) (?:said|meant)|who|which)"
    r"|i (?:think|believe) (?:i|it was|he said|she said|they said)|i think,? (?:might|may|maybe)|(?:i think|maybe) \w+ or \w+"
    r"|or (?:it was|was it)|something (?:about|like)|some(?:thing| kind of| sort of) issue|or so i think|or whatever"
    r"|some (?:guy|girl|lady|man|woman))\b|\?\?",
    re.I,
)


def _late(note: Note, record: Record) -> Broken | None:
    if note.late_days <= 0:
        return None
    return Broken(LATE.get(note.late_days, 1.0), {"days": note.late_days})


def _past(note: Note, record: Record) -> Broken | None:
    """The step was due before the note was written: done or missed, but not next."""
    if note.next_on is None or not note.on <= note.next_on < note.written_on:
        return None
    return Broken(1.0, {"day": formats.date_format(note.next_on, "M j")})


def _guess(note: Note, record: Record) -> Broken | None:
    found = [match.group() for match in GUESS.finditer(note.text)]
    return Broken(1.0 if len(found) > 1 else 0.6, {"said": found[0]}) if found else None


RULES = (
    Rule(
        "late",
        15,
        _("Written {days} business days later. The same day is best, while it is remembered."),
        _late,
        keep=(GOOD,),
        broken=(GOOD.but(late_days=1), GOOD.but(late_days=6)),
    ),
    Rule(
        "past",
        8,
        _("The next step was due {day}, before this was written: say what became of it."),
        _past,
        keep=(GOOD, GOOD.but(written_on=GOOD.on.replace(day=2), late_days=1)),
        broken=(GOOD.but(written_on=GOOD.on.replace(day=4), late_days=3),),
    ),
    Rule(
        "guess",
        8,
        _("“{said}”: ask once more, or write only what is certain."),
        _guess,
        keep=(GOOD, GOOD.but(text="Not sure that we have a plan for three; Lupe thinks nine is too many.")),
        broken=(
            GOOD.but(text="They have nine seats, or was it eleven; he decides on Friday, Dec 4."),
            GOOD.but(text="Wants the website. I don't remember whether Lupe has to agree."),
        ),
    ),
)
