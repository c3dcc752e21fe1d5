"""Whether somebody may be contacted, from facts that are known: no writes, no clock, no query.

Windows, limits, lists and the wish for no marketing bind sales and campaign. Answer and service take the customer's hours
as advice: an answer returns a message of theirs of the last days, service is for whom we serve (they pay us, have a contract
or a cancellation open); said to anybody else it counts as sales. Nobody who asked for nothing at all is reached.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from callboard.directory.models import Medium, Purpose, Scope
from callboard.directory.rules.hours import Span, Window, Windows, unknown, wall

UNASKED = frozenset((Purpose.SALES.value, Purpose.CAMPAIGN.value))
#: The media calling hours, limits and lists of numbers are about.
SPOKEN = frozenset((Medium.PHONE.value, Medium.TEXT.value))
PURPOSES, MEDIA = frozenset(Purpose.values), frozenset(Medium.values)
LIMIT_OVER = timedelta(hours=24)


class Rule(StrEnum):
    """The code of every refusal."""

    PURPOSE = "purpose"
    CAUSE = "cause"
    LATE = "answer_late"
    NOTHING = "asked_for_nothing"
    OPTED_OUT = "opted_out"
    CONSENT = "consent_withdrawn"
    BOUNCED = "bounced"
    PLACE = "place_unknown"
    ROW = "row_missing"
    HOURS = "outside_hours"
    SUNDAY = "closed_day"
    HOLIDAY = "holiday"
    ATTEMPTS = "attempts"
    LISTED = "do_not_call"
    NO_LIST = "list_missing"
    OLD_LIST = "list_old"


#: What an override never beats: a wish, or what cannot be done anyway.
NOT_OVERRIDDEN = frozenset((Rule.PURPOSE, Rule.CAUSE, Rule.LATE, Rule.NOTHING, Rule.BOUNCED))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the called person may be: each of several must be open."""

    country: str
    region: str
    zone: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one address and whose it is. `places` is empty where nobody knows; `calls`: the moments of our sales
    calls in the last 24 hours, oldest first; `consent`: the newest word of theirs about this medium and purpose, None for
    none; `list_as_of`: the day of the do-not-call list, None where none was loaded."""

    places: tuple[Place, ...] = ()
    scope: str = ""
    asked_at: datetime | None = None
    bounced_at: datetime | None = None
    consent: bool | None = None
    consent_at: datetime | None = None
    overridden: bool = False
    calls: tuple[datetime, ...] = ()
    customer: bool = False
    served: bool = False
    business: bool = False
    listed: bool = False
    list_as_of: date | None = None
    list_needed: bool = False
    list_days: int = 31
    answer_days: int = 90


@dataclass(frozen=True, slots=True)
class No:
    """The rule that refuses, with what its sentence is made of. at: since when, or of when; as_sales: service was said."""

    rule: Rule
    at: datetime | date | None = None
    place: Place | None = None
    window: Window | None = None
    wall: datetime | None = None
    count: int = 0
    calls: tuple[datetime, ...] = ()
    as_sales: bool = False


Holidays = Callable[[str, str, date], bool]


def bound_as(purpose: str, served: bool) -> str:
    """The purpose whose rules hold: service to whom we do not serve is sales."""
    return Purpose.SALES.value if purpose == Purpose.SERVICE and not served else purpose


def decide(
    facts: Facts, medium: str, purpose: str, cause: datetime | None, windows: Windows, holiday: Holidays, now: datetime
) -> No | None:
    """None where it is allowed, else the first rule that refuses. cause: when the message or call of theirs came that is
    answered."""
    if purpose not in PURPOSES or medium not in MEDIA:
        return No(Rule.PURPOSE)
    if purpose == Purpose.ANSWER and cause is None:
        return No(Rule.CAUSE)
    if purpose == Purpose.ANSWER and cause is not None and now - cause > timedelta(days=facts.answer_days):
        return No(Rule.LATE, cause, count=facts.answer_days)
    bound = bound_as(purpose, facts.served)
    no = _decided(facts, medium, bound, windows, holiday, now)
    return replace(no, as_sales=bound != purpose) if no is not None else None


def _decided(facts: Facts, medium: str, purpose: str, windows: Windows, holiday: Holidays, now: datetime) -> No | None:
    if facts.scope == Scope.ALL:
        return No(Rule.NOTHING, facts.asked_at)
    if medium == Medium.MAIL and purpose != Purpose.ANSWER and facts.bounced_at is not None:
        return No(Rule.BOUNCED, facts.bounced_at)
    if facts.overridden:
        return None
    if purpose != Purpose.ANSWER and facts.consent is False:
        return No(Rule.CONSENT, facts.consent_at)
    if purpose not in UNASKED:
        return None
    if facts.scope:
        return No(Rule.OPTED_OUT, facts.asked_at)
    if medium not in SPOKEN:
        return None
    return _on_list(facts, now) or closed(facts, windows, holiday, now) or _too_often(facts, windows, now)


def _on_list(facts: Facts, now: datetime) -> No | None:
    """The do-not-call list; who pays us or said yes, and a business, may be called all the same."""
    if facts.business or facts.customer or facts.consent:
        return None
    if facts.list_as_of is None:
        return No(Rule.NO_LIST) if facts.list_needed else None
    if facts.listed:
        return No(Rule.LISTED, facts.list_as_of)
    if (now.date() - facts.list_as_of).days > facts.list_days:
        return No(Rule.OLD_LIST, facts.list_as_of, count=facts.list_days)
    return None


def closed(facts: Facts, windows: Windows, holiday: Holidays, now: datetime) -> No | None:
    """Why a sales call is not made there now; None where every place is open."""
    if not facts.places:
        return No(Rule.PLACE)
    for place in facts.places:
        found = _closed_there(place, facts, windows, holiday, now)
        if found is not None:
            return found
    return None


def _closed_there(place: Place, facts: Facts, windows: Windows, holiday: Holidays, now: datetime) -> No | None:
    local = wall(now, place.zone)
    rows = binding(place, facts, windows, local.date())
    if not rows:
        return No(Rule.ROW, place=place, wall=local)
    for window in rows:
        here = wall(now, window.zone) if window.zone else local
        day = here.date()
        open_: Span = window.span_on(day)
        if not window.holidays and holiday(place.country, place.region, day):
            return No(Rule.HOLIDAY, day, place, window, here)
        if open_ is None:
            return No(Rule.SUNDAY, day, place, window, here)
        if not open_[0] <= here.hour * 60 + here.minute < open_[1]:
            return No(Rule.HOURS, None, place, window, here)
    return None


#: Its own row is needed: without it nothing is decided there. Of its states those without a row are called by the
#: narrower hours of `unknown`; in another country they hold where the country has no row.
HOME = "US"


def binding(place: Place, facts: Facts, windows: Windows, day: date) -> list[Window]:
    """The rows that bind a call to a place on a day: the country's and the state's; empty where the row of HOME is missing.

    The country's row binds always. A state's does not where it exempts who pays us, or, for a business, where it says
    nothing of businesses.
    """
    country = windows.of(place.country, "", day)
    if country is None and place.country == HOME:
        return []
    found = [country] if country is not None else []
    row = windows.of(place.country, place.region, day) if place.region else None
    if row is None:
        if country is None or place.country == HOME:
            found.append(unknown(place.country, place.region))
    elif not (row.customers_exempt and facts.customer) and not (facts.business and not row.binds_business):
        found.append(row)
    return found


def _too_often(facts: Facts, windows: Windows, now: datetime) -> No | None:
    """The least number of calls any of the places allows in 24 hours."""
    if not facts.calls:
        return None
    for place in facts.places:
        day = wall(now, place.zone).date()
        for window in binding(place, facts, windows, day):
            if window.attempts is not None and len(facts.calls) >= window.attempts:
                return No(Rule.ATTEMPTS, facts.calls[-window.attempts] + LIMIT_OVER, place, window, calls=facts.calls)
    return None
