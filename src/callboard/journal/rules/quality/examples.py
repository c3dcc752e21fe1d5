"""Notes that a person would call good, from which the examples of the rules are made.  1 December 2026 is a Tuesday."""

from datetime import date
from decimal import Decimal

from callboard.journal.rules.quality.shape import Held, Note, Phone, Record, Sold, Someone

GOOD = Note(
    text="Spoke with Ray about nine seats at renewal. He wants the price in writing and decides with Lupe on Friday, Dec 4.",
    outcome="interested",
    contact="Ray Hargrove",
    accounts=("Hargrove Insurance Agency",),
    next_step="Send the price of nine seats",
    next_on=date(2026, 12, 2),
)
NOTHING = GOOD.but(text="", outcome="no_answer", next_step="Try again before ten", next_on=date(2026, 12, 2))
VOICEMAIL = GOOD.but(text="Left word about the contract renewal and asked him to call back.", outcome="voicemail")
DECLINED = GOOD.but(
    text="Ray declined the website plan: his nephew keeps theirs and he does not want to pay for another.",
    outcome="declined",
    next_step="",
    next_on=None,
)
ASIDE = GOOD.but(
    text="Prefers calls before ten and never on Mondays, when they do payroll.",
    kind="note",
    outcome="",
    next_step="",
    next_on=None,
)
KNOWN = Record(
    people=(Someone("Ray Hargrove"), Someone("Lupe Ortiz"), Someone("Dana Whitfield", colleague=True)),
    phones=(Phone("+19035550142", "Ray Hargrove"),),
    sold=(
        Sold("Comparative rater", Decimal("144.00"), "monthly"),
        Sold("Agency website", Decimal("199.00"), "monthly"),
    ),
    held=(Held("Comparative rater", 7, Decimal("1008.00")),),
    words=("Hargrove Insurance Agency",),
)
