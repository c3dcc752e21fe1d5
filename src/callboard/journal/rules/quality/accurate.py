"""Accurate: what the note says agrees with the calendar, the contacts, the price book, the subscriptions, the numbers.

Whatever disagrees is shown with the rows behind it and is never changed by itself: the record may be the one that is wrong.
"""

import re
from decimal import Decimal
from difflib import get_close_matches

from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from callboard.journal.models import Outcome
from callboard.journal.reading import claims
from callboard.journal.rules.counting import LEAST_S
from callboard.journal.rules.quality.comparing import one_off, prices, same_person
from callboard.journal.rules.quality.examples import GOOD, KNOWN, NOTHING
from callboard.journal.rules.quality.shape import Broken, Doubt, Note, Record, Rule

#: An amount so near to a price is meant to be it.
NEAR = Decimal("0.15")
MOST_SEATS = 500
SPOKE = re.compile(r"\b(spoke (?:with|to)|talked (?:with|to)|he said|she said|they said|told me)\b", re.I)
HAVE = r"\b(?:ha(?:ve|s)|uses?|using|pays? for|on)\s+(?:the|our|an?)?\s*"
#: A day of something else than the step: `before the 11/16 deadline`, `credit from 10/1`.
OTHER_DAY = re.compile(r"\b(?:before|from|since|until|till|through|of|for|the)\W+(?:the\W+)?$", re.I)
MINUTE = 60


def _weekday(note: Note, record: Record) -> Broken | None:
    wrong = next((day for day in claims.days(f"{note.text} {note.next_step}", note.on) if not day.agrees), None)
    if wrong is None:
        return None
    real = formats.date_format(wrong.on, "l")
    values = {"said": wrong.said, "day": formats.date_format(wrong.on, "F j"), "real": real}
    kept = claims.with_weekday_kept(wrong)
    rows = (
        (formats.date_format(wrong.on, "l, F j, Y"), _now("by the date"), ""),
        (formats.date_format(kept, "l, F j, Y"), _now("by the weekday"), ""),
    )
    return Broken(1.0, values, Doubt(wrong.said, claims.right_weekday(wrong), rows))


def _backwards(note: Note, record: Record) -> Broken | None:
    if note.next_on is not None and note.next_on < note.on:
        return Broken(
            1.0, {"day": formats.date_format(note.next_on, "M j")}, Doubt(formats.date_format(note.next_on, "M j"))
        )
    return None


def _step_day(note: Note, record: Record) -> Broken | None:
    """The day in the words of the next step is the day it is due."""
    named = claims.days(note.next_step, note.on)
    if note.next_on is None or len(named) != 1 or named[0].on == note.next_on:
        return None
    if OTHER_DAY.search(note.next_step[: named[0].start]):
        return None
    due = formats.date_format(note.next_on, "l, F j")
    return Broken(1.0, {"said": named[0].said, "due": due}, Doubt(named[0].said, "", ((_now("Due"), due, ""),)))


def _person(note: Note, record: Record) -> Broken | None:
    theirs = [each for each in record.people if not each.colleague]
    if not theirs:
        return None
    known = [each.name for each in record.people]
    for said in claims.people(note.text):
        if any(same_person(said, name) for name in known) or said.split()[0].lower() in record.spelled:
            continue
        rows = tuple((each.name, "", each.url) for each in theirs[:8])
        firsts = [each.name.split()[0] for each in theirs]
        near = get_close_matches(said.split()[0], firsts, 1, 0.6)
        return Broken(1.0 if near else 0.5, {"said": said}, Doubt(said, near[0] if near else "", rows))
    return None


def _with_whom(note: Note, record: Record) -> Broken | None:
    """Who was chosen is who was spoken with."""
    if not note.contact:
        return None
    named = list(claims.people(note.text))
    others = [each for each in record.people if not each.colleague and each.name != note.contact]
    if not named or any(same_person(said, note.contact) for said in named):
        return None
    for said in named:
        other = next((each for each in others if same_person(said, each.name)), None)
        if other is not None:
            rows = ((note.contact, _now("chosen"), ""), (other.name, _now("in the note"), other.url))
            return Broken(1.0, {"said": said, "contact": note.contact}, Doubt(said, "", rows))
    return None


def _against_outcome(note: Note, record: Record) -> Broken | None:
    if note.outcome not in (Outcome.NO_ANSWER, Outcome.WRONG_NUMBER):
        return None
    found = SPOKE.search(note.text)
    label = str(Outcome(note.outcome).label)
    return Broken(1.0, {"said": found.group(), "outcome": label}, Doubt(found.group())) if found else None


def _amount(note: Note, record: Record) -> Broken | None:
    known = list(prices(note.text, record))
    for amount in claims.amounts(note.text):
        worth = [(price * 12 if amount.yearly else price, of, row) for price, of, row in known if price]
        if not worth or any(abs(price - amount.value) < 1 for price, _of, _row in worth):
            continue
        # A yearly price named as it is in the book, a month's of a yearly one, are right as well.
        if any(
            abs(price * factor - amount.value) < 1
            for price, _of, _row in known
            for factor in (Decimal(12), 1 / Decimal(12))
        ):
            continue
        price, of, row = min(worth, key=lambda each: abs(each[0] - amount.value))
        if abs(price - amount.value) > NEAR * price:
            continue
        right = f"${price:,.2f}".removesuffix(".00")
        values = {"right": right, "of": of, "said": amount.said}
        return Broken(1.0, values, Doubt(amount.said, right, ((of, right, row.url),)))
    return None


def _seats(note: Note, record: Record) -> Broken | None:
    have = {each.quantity for each in record.held}
    if not have:
        return None
    for seats in claims.seats(note.text):
        if seats.having and seats.count not in have and seats.count != sum(each.quantity for each in record.held):
            rows = tuple((each.name, str(each.quantity), each.url) for each in record.held)
            fix = (
                seats.said.replace(seats.said.split()[0], str(record.held[0].quantity), 1)
                if len(record.held) == 1
                else ""
            )
            values = {"said": seats.said, "have": ", ".join(f"{each.quantity} {each.name}" for each in record.held)}
            return Broken(1.0, values, Doubt(seats.said, fix, rows))
    return None


def _product(note: Note, record: Record) -> Broken | None:
    held = {each.name for each in record.held}
    for product in record.sold:
        if product.name in held:
            continue
        found = re.search(HAVE + re.escape(product.name) + r"\b", note.text, re.I)
        if found is not None and not re.search(
            r"(?:\b(?:not?|never|if|wants?|would|like|could|without)\b|n't)[^.;]{0,25}$",
            note.text[: found.start()],
            re.I,
        ):
            rows = tuple((each.name, str(each.quantity), each.url) for each in record.held) or (
                (product.name, _now("not subscribed"), product.url),
            )
            return Broken(1.0, {"product": product.name}, Doubt(found.group(), "", rows))
    return None


def _phone(note: Note, record: Record) -> Broken | None:
    known = {each.e164: each for each in record.phones}
    for said in claims.phones(note.text):
        if said.e164 in known:
            continue
        near = next((each for each in record.phones if one_off(each.e164, said.e164)), None)
        if near is not None:
            values = {"said": said.said, "known": near.e164, "whose": near.label}
            return Broken(1.0, values, Doubt(said.said, near.e164, ((near.label, near.e164, near.url),)))
    return None


def _duration(note: Note, record: Record) -> Broken | None:
    if note.duration_s is None:
        return None
    took = round(note.duration_s / MINUTE)
    for said, minutes in claims.minutes(note.text):
        if abs(minutes - note.duration_s / MINUTE) > max(5, 0.5 * minutes):
            values = {"said": said, "took": took}
            return Broken(1.0, values, Doubt(said, "", ((_now("Duration"), _now("{n} min").format(n=took), ""),)))
    if (
        note.kind == "call"
        and note.duration_s < LEAST_S
        and note.outcome == Outcome.SPOKE
        and len(note.text.split()) > 40
    ):
        return Broken(
            0.7,
            {"said": _now("a long talk"), "took": took},
            Doubt("", "", ((_now("Duration"), f"{note.duration_s} s", ""),)),
        )
    return None


RULES = (
    Rule(
        "weekday",
        12,
        _("{day} is a {real}, not as written: “{said}”."),
        _weekday,
        keep=(GOOD, GOOD.but(text="Decides on Tuesday Dec 1, or 12/4."), GOOD.but(text="He may decide in the fall.")),
        broken=(GOOD.but(text="Decides on Tuesday Dec 3."), GOOD.but(next_step="Call Monday, December 4th")),
    ),
    Rule(
        "backwards",
        8,
        _("The next step ({day}) lies before the day it happened."),
        _backwards,
        keep=(GOOD,),
        broken=(GOOD.but(next_on=GOOD.on.replace(day=1, month=11)),),
    ),
    Rule(
        "step_day",
        4,
        _("The next step says “{said}”, its date is {due}."),
        _step_day,
        keep=(
            GOOD,
            GOOD.but(next_step="Send it Dec 2"),
            GOOD.but(next_step="Ask billing for the credit from Nov 1"),
        ),
        broken=(GOOD.but(next_step="Send it by Dec 9"),),
    ),
    Rule(
        "person",
        5,
        _("Nobody named {said} is known there."),
        _person,
        keep=((GOOD, KNOWN), (GOOD.but(text="Met with Dana and Lupe."), KNOWN), GOOD),
        broken=(
            (GOOD.but(text="Spoke with Roy about nine seats."), KNOWN),
            (GOOD.but(text="Met Bartholomew today."), KNOWN),
        ),
        asks_record=True,
    ),
    Rule(
        "with_whom",
        4,
        _("The note says {said}, chosen is {contact}."),
        _with_whom,
        keep=((GOOD, KNOWN), (GOOD.but(text="Spoke with Ray and Lupe."), KNOWN)),
        broken=((GOOD.but(text="Spoke with Lupe about the bill."), KNOWN),),
        asks_record=True,
    ),
    Rule(
        "outcome_said",
        6,
        _("“{said}” and the outcome “{outcome}” do not go together."),
        _against_outcome,
        keep=(GOOD, NOTHING),
        broken=(NOTHING.but(text="Spoke with Ray about nine seats."),),
    ),
    Rule(
        "amount",
        8,
        _("The record says {right} for {of}, the note {said}."),
        _amount,
        keep=(
            (GOOD.but(text="Gave him $1,296 a month for 9 seats of the Comparative rater."), KNOWN),
            (GOOD.but(text="The Agency website is $199 a month, $2,388 a year."), KNOWN),
            (GOOD.but(text="They write $4 million of premium."), KNOWN),
        ),
        broken=((GOOD.but(text="Gave him $1,290 a month for nine seats of the Comparative rater."), KNOWN),),
        asks_record=True,
    ),
    Rule(
        "seats",
        6,
        _("They have {have}, the note says {said}."),
        _seats,
        keep=((GOOD.but(text="They have 7 seats and want two more seats."), KNOWN), (GOOD, KNOWN)),
        broken=((GOOD.but(text="They have 5 seats and want nine."), KNOWN),),
        asks_record=True,
    ),
    Rule(
        "product",
        4,
        _("They do not have {product}."),
        _product,
        keep=((GOOD.but(text="They have the Comparative rater; would like to have the Agency website."), KNOWN),),
        broken=((GOOD.but(text="He has the Agency website and likes it."), KNOWN),),
        asks_record=True,
    ),
    Rule(
        "phone",
        5,
        _("{whose} has {known}, the note says {said}."),
        _phone,
        keep=((GOOD.but(text="Call 903-555-0142, or his cell (512) 555-0199."), KNOWN),),
        broken=((GOOD.but(text="Call him at 903-555-0124."), KNOWN), (GOOD.but(text="Call (903) 555-0143."), KNOWN)),
        asks_record=True,
    ),
    Rule(
        "duration",
        4,
        _("The note says {said}, the call took {took} min."),
        _duration,
        keep=(GOOD, GOOD.but(text="Spoke for 8 minutes.", duration_s=480)),
        broken=(GOOD.but(text="We talked for 45 minutes.", duration_s=240),),
    ),
)
