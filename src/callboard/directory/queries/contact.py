"""Whether we may write to or call somebody now. Asked by everything that goes out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.functional import Promise, lazy

from callboard.core.actions import Actor, Refusal
from callboard.directory.models import Contact, Purpose
from callboard.directory.queries.calling import Asked, facts_of
from callboard.directory.queries.holidays import HolidaysThere
from callboard.directory.rules.hours import Windows
from callboard.directory.rules.opening import opens_at
from callboard.directory.rules.permission import SPOKEN, UNASKED, Facts, Holidays, No, bound_as, closed, decide
from callboard.directory.rules.refusals import rows_of, sentence

_later = lazy(sentence, str)


@dataclass(frozen=True)
class Allowed:
    """Go ahead. advice: the customer's hours, where it is outside of them and they do not bind; "" within. counts_as: the
    purpose the attempt is counted as, where it is not the one that was said."""

    advice: "str | Promise" = ""
    counts_as: str = field(default="", compare=False)

    def __bool__(self) -> bool:
        return True


ALLOWED = Allowed()


@dataclass(frozen=True)
class Denied:
    """No, by the named rule, in a sentence for whoever wanted to.

    rows: what the rule stands in, as (label, value). opens_at(): when it is allowed next, where only the hour, the day or
    the number of calls is against it.
    """

    rule: str
    sentence: str | Promise
    no: No | None = field(default=None, compare=False, repr=False)
    next: Callable[[], datetime | None] = field(default=lambda: None, compare=False, repr=False)

    def __bool__(self) -> bool:
        return False

    @property
    def rows(self) -> list[tuple[str, str]]:
        return rows_of(self.no) if self.no is not None else []

    def opens_at(self) -> datetime | None:
        return self.next()


def refusal_of(denied: Denied) -> Refusal:
    """The same as what an action is refused with."""
    return Refusal(denied.rule, "{why}", why=denied.sentence)


def may_contact(
    to: str,
    *,
    contact: Contact | None = None,
    medium: str,
    purpose: str,
    cause: datetime | None = None,
    by: Actor,
    now: datetime,
) -> Allowed | Denied:
    """Whether `by` may reach `to` (a mail address or a number) now. A stranger has no contact.

    `cause`: when the message or call of theirs came that is answered; purpose *answer* needs one. A mail address is judged
    by whom it belongs to, whoever `contact` names. Every refusal names its rule (rules.permission.Rule). One statement.
    """
    return may_contact_all([Asked(to, medium, purpose, contact, cause)], by=by, now=now)[0]


def may_contact_all(asked: Sequence[Asked], *, by: Actor, now: datetime) -> list[Allowed | Denied]:
    """The same of many, in their order: as many statements as for one."""
    if not asked:
        return []
    known, windows = facts_of(asked, by, now)
    holiday = HolidaysThere()
    return [answer(each, facts, windows, holiday, now) for each, facts in zip(asked, known, strict=True)]


def answer(asked: Asked, facts: Facts, windows: Windows, holiday: Holidays, now: datetime) -> Allowed | Denied:
    """What the rules say of facts that are known."""
    medium, purpose = asked.medium, asked.purpose
    no = decide(facts, medium, purpose, asked.cause, windows, holiday, now)
    if no is not None:

        def following() -> datetime | None:
            return opens_at(facts, medium, purpose, windows, holiday, now)

        return Denied(no.rule.value, _later(no, asked.to), no, following)
    bound = bound_as(purpose, facts.served)
    counts_as = bound if bound != purpose else ""
    if medium in SPOKEN and facts.places and (bound not in UNASKED or facts.overridden):
        late = closed(facts, windows, holiday, now)
        if late is not None:
            return Allowed(_later(late, asked.to), counts_as)
    return Allowed(counts_as=counts_as) if counts_as else ALLOWED


@dataclass(frozen=True)
class Standing:
    """How it stands with a number or address now, for a sales call or mail: denied is None where it may be. zone: whose clock
    the next moment is said in; scope, asked_at: what they asked us to stop."""

    to: str
    medium: str
    denied: Denied | None
    zone: str
    scope: str
    asked_at: datetime | None
    now: datetime


Way = tuple[Contact | None, str, str]


def standings_of(ways: Sequence[Way], *, by: Actor, now: datetime) -> list[Standing]:
    """Whether each (contact, medium, number or address) may be reached for sales now, in their order. As many statements for
    fifty as for one."""
    if not ways:
        return []
    asked = [Asked(to, medium, Purpose.SALES, contact) for contact, medium, to in ways]
    facts, windows = facts_of(asked, by, now)
    holiday, found = HolidaysThere(), []
    for each, known in zip(asked, facts, strict=True):
        allowed = answer(each, known, windows, holiday, now)
        denied = allowed if isinstance(allowed, Denied) else None
        zone = known.places[0].zone if known.places else ""
        found.append(Standing(each.to, each.medium, denied, zone, known.scope, known.asked_at, now))
    return found
