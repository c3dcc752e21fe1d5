"""What a note says that can be compared with the record: days, amounts, seats, numbers, minutes, people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from callboard.journal.reading.words import in_order, these

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = r"mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs|r)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{_DAY})\b\.?,?\s+(?:the\s+|on\s+)?)?"
    rf"(?:(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>20\d\d)\b)?"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>\d{2}|20\d\d))?(?![\d/])"
    r"|(?P<iso>20\d\d-\d\d-\d\d)\b)",
    re.I,
)
_LONE_DAY = re.compile(rf"\b({_DAY}|tomorrow|next week|next month|end of (?:the )?(?:week|month))\b", re.I)
_AMOUNT = re.compile(
    r"(?:\$\s?(?P<a>\d[\d,]*(?:\.\d{1,2})?)|\b(?P<b>\d[\d,]*(?:\.\d{1,2})?)\s?(?:dollars|usd)\b)(?P<more>\s?[km]\b|\s?million)?",
    re.I,
)
_YEARLY = re.compile(r"^\W{0,2}\s?(?:a|per|each|/)?\s?(?:year|yr|annum|annually|yearly)\b", re.I)
_UNITS = in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_SEATS = re.compile(
    rf"\b(?P<n>\d{{1,4}}|{'|'.join(_UNITS[1:])})\s+(?P<more>more|additional|extra|new)?\s?(?:seats?|users?|licen[cs]es?)\b",
    re.I,
)
_HAVING = re.compile(
    r"\b(?:have|has|had|having|uses?|using|on|currently|current|own|pays? for|paying for|today)\W*$", re.I
)
_PHONE = re.compile(
    r"(?<![\d$])(?:\+?1[-. ]?)?\(?([2-9]\d{2})\)?[-. ]?([2-9]\d{2})[-. ](\d{4})(?!\d)|(?<!\d)\+(\d{8,15})(?!\d)"
)
_MINUTES = re.compile(r"\b(\d{1,3})[\s-]?(min(?:ute)?s?|hours?|hrs?)\b", re.I)
_LASTED = re.compile(
    r"\b(?:spoke|talked|call|lasted|conversation|on the phone|meeting|met|for)\b[^.;!?]{0,60}$|^[^.;!?]{0,15}\b(?:call|talk|conversation|meeting)\b",
    re.I,
)
_PERSON = re.compile(
    r"\b(?i:spoke|talked|speaking|chatted|met|connected|caught up|meeting|call|conversation|lunch|demo|visited)"
    r"(?:\s(?i:again|briefly|today|shortly))?(?:\s(?i:with|to|by))?\s(?P<name>[A-Z][a-z]+(?:\s(?:de|la|van|von|Mc|O')?\s?[A-Z][a-z'\-]+)?)\b"
)
_NEVER_NAMES = frozenset(
    {*WEEKDAYS, *MONTHS, *(day[:3] for day in WEEKDAYS), *(month[:3] for month in MONTHS)}
    | these(
        """
        the a an his her their our my mr mrs ms dr about re today yesterday owner agency insurance customer client them him
        """
    )
)
HALF_A_YEAR = 183


@dataclass(frozen=True)
class Day:
    """A day that was named.  weekday: 0 for Monday, as it was written, or None.  said: the words."""

    said: str
    on: date
    weekday: int | None
    start: int

    @property
    def agrees(self) -> bool:
        return self.weekday is None or self.weekday == self.on.weekday()


@dataclass(frozen=True)
class Amount:
    """Money that was named; a year's as it was said."""

    said: str
    value: Decimal
    yearly: bool


@dataclass(frozen=True)
class Seats:
    """A number of seats; having: said to be what they have now."""

    said: str
    count: int
    having: bool
    more: bool


@dataclass(frozen=True)
class Number:
    """A phone number: its digits with the country."""

    said: str
    e164: str


def days(text: str, near: date) -> list[Day]:
    """The days a text names, those without a year as the nearest to `near`.  What is no day of the calendar is left out."""
    found: list[Day] = []
    for match in _DATE.finditer(text):
        on = _on(match, near)
        if on is not None:
            word = match["weekday"]
            said = match.group().strip(" ,.")
            found.append(Day(said, on, _weekday(word) if word else None, match.start()))
    return found


def names_a_day(text: str) -> bool:
    """Whether it says when, in whatever words."""
    return bool(_DATE.search(text) or _LONE_DAY.search(text))


def whens(text: str) -> list[str]:
    """The days in the words they have: `Friday, Dec 4` is one."""
    lone = _LONE_DAY.findall(_DATE.sub(" ", text))
    return [match.group().strip(" ,.") for match in _DATE.finditer(text)] + lone


def without_days(text: str) -> str:
    """The text without its days and dates: what is left is not when but what."""
    return _LONE_DAY.sub(" ", _DATE.sub(" ", text))


def _weekday(word: str) -> int:
    return next(place for place, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:3]))


def _on(match: "re.Match[str]", near: date) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["month"]:
            month = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(match["month"].lower()[:3]))
            return _nearest(month, int(match["day"]), int(match["year"]) if match["year"] else None, near)
        year = int(match["y"]) if match["y"] else None
        return _nearest(
            int(match["m"]), int(match["d"]), year + 2000 if year is not None and year < 100 else year, near
        )
    except ValueError:
        return None


def _nearest(month: int, day: int, year: int | None, near: date) -> date:
    if year is not None:
        return date(year, month, day)
    tries = []
    for each in (near.year - 1, near.year, near.year + 1):
        try:
            tries.append(date(each, month, day))
        except ValueError:  # 29 February
            continue
    if not tries:
        raise ValueError
    return min(tries, key=lambda on: abs(on - near))


def amounts(text: str) -> list[Amount]:
    """Money as it was written: `$1,296`, `$1.2k`, `90 dollars`."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        value = Decimal((match["a"] or match["b"]).replace(",", ""))
        more = (match["more"] or "").strip().lower()
        value *= {"k": 1000, "m": 1_000_000, "million": 1_000_000}.get(more, 1)
        found.append(Amount(match.group().strip(), value, bool(_YEARLY.match(text[match.end() :]))))
    return found


def seats(text: str) -> list[Seats]:
    """Numbers of seats, users, licences."""
    found: list[Seats] = []
    for match in _SEATS.finditer(text):
        word = match["n"].lower()
        count = _UNITS.index(word) if word in _UNITS else int(word)  # four digits at most
        having = bool(_HAVING.search(text[: match.start()])) and not match["more"]
        found.append(Seats(match.group(), count, having, bool(match["more"])))
    return found


def phones(text: str) -> list[Number]:
    """Phone numbers: of ten digits as in North America, or with a plus."""
    return [
        Number(match.group().strip(), f"+{match[4]}" if match[4] else f"+1{match[1]}{match[2]}{match[3]}")
        for match in _PHONE.finditer(text)
    ]


def minutes(text: str) -> list[tuple[str, int]]:
    """How long a call or meeting is said to have been: the words and the minutes."""
    found: list[tuple[str, int]] = []
    for match in _MINUTES.finditer(text):
        if _LASTED.search(text[: match.start()]) or _LASTED.search(text[match.end() : match.end() + 30]):
            found.append((match.group(), int(match[1]) * (60 if match[2].lower().startswith("h") else 1)))
    return found


def people(text: str) -> Iterator[str]:
    """Who was spoken with, by name."""
    for match in _PERSON.finditer(text):
        words = match["name"].split()
        while words and words[-1].lower() in _NEVER_NAMES:
            words.pop()
        if words and words[0].lower() not in _NEVER_NAMES:
            yield " ".join(words)


def right_weekday(day: Day) -> str:
    """The same day as it should have been written: `Friday March 12` becomes `Thursday March 12`."""
    word = re.match(rf"(?:{_DAY})\b", day.said, re.I)
    if word is None:
        return day.said
    full = WEEKDAYS[day.on.weekday()].capitalize()
    right = full if len(word.group()) > 5 or word.group().lower() in WEEKDAYS else full[:3]
    return right + day.said[word.end() :]


def with_weekday_kept(day: Day) -> date:
    """The nearest day that has the weekday they wrote."""
    if day.weekday is None:
        return day.on
    return min(
        (day.on + timedelta(days=n) for n in range(-3, 4)),
        key=lambda on: (on.weekday() != day.weekday, abs(on - day.on)),
    )
