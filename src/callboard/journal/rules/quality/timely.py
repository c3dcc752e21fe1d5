"""Timely: written on the business day it happened, while it is remembered."""

from django.utils.translation import gettext_lazy as _

from callboard.journal.rules.quality.examples import GOOD
from callboard.journal.rules.quality.shape import Broken, Note, Record, Rule

#: Business days late: how much of the points that costs.  The next morning is half forgiven; later it is from memory.
LATE = {1: 0.2, 2: 0.6}


def _late(note: Note, record: Record) -> Broken | None:
    if note.late_days <= 0:
        return None
    return Broken(LATE.get(note.late_days, 1.0), {"days": note.late_days})


RULES = (
    Rule(
        "late",
        15,
        _("Written {days} business days later. The same day is best, while it is remembered."),
        _late,
        keep=(GOOD,),
        broken=(GOOD.but(late_days=1), GOOD.but(late_days=6)),
    ),
)
