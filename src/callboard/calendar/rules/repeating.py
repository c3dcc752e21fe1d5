"""The ways people repeat something, as rules and back; and rules in words."""

from datetime import date, datetime, timedelta

from django.db import models
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from callboard.calendar.rules.recurrence import as_time

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"


class Repeats(models.TextChoices):
    """How often; whatever else a rule says is kept as it is (`OTHER`)."""

    NEVER = "never", _lazy("Does not repeat")
    DAILY = "daily", _lazy("Every day")
    WORKDAYS = "workdays", _lazy("Monday to Friday")
    WEEKLY = "weekly", _lazy("Every week")
    FORTNIGHTLY = "fortnightly", _lazy("Every two weeks")
    MONTHLY = "monthly", _lazy("Every month on this day")
    MONTHLY_WEEKDAY = "monthly_weekday", _lazy("Every month on this weekday")
    YEARLY = "yearly", _lazy("Every year")
    OTHER = "other", _lazy("Another rule")


def rule_of(repeats: str, starts: date | datetime, *, until: date | None = None, times: int | None = None) -> str:
    """The rule of a way to repeat from a first start on. "" for what does not repeat."""
    day = DAYS[starts.weekday()]
    rules = {
        Repeats.DAILY: "FREQ=DAILY",
        Repeats.WORKDAYS: f"FREQ=WEEKLY;BYDAY={WORKDAYS}",
        Repeats.WEEKLY: f"FREQ=WEEKLY;BYDAY={day}",
        Repeats.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        Repeats.MONTHLY: f"FREQ=MONTHLY;BYMONTHDAY={starts.day}",
        Repeats.MONTHLY_WEEKDAY: f"FREQ=MONTHLY;BYDAY={nth(starts)}{day}",
        Repeats.YEARLY: "FREQ=YEARLY",
    }
    rule = rules.get(Repeats(repeats), "")
    if rule and until is not None:
        return f"{rule};UNTIL={until:%Y%m%d}"
    return f"{rule};COUNT={times}" if rule and times else rule


def nth(on: date | datetime) -> int:
    """Which of its month's such weekdays a day is; -1 for the fifth, which not every month has."""
    number = (on.day - 1) // 7 + 1
    return number if number < 5 else -1


def repeats_of(rule: str, starts: date | datetime) -> str:
    """The way to repeat a rule is, without its end."""
    bare = ";".join(part for part in rule.split(";") if part and not part.startswith(("UNTIL=", "COUNT=", "WKST=")))
    plain = set(bare.replace(";INTERVAL=1", "").split(";"))
    for way in Repeats:
        made = rule_of(way, starts)
        if made and set(made.split(";")) == plain:
            return way
    short = {"FREQ=WEEKLY": Repeats.WEEKLY, "FREQ=MONTHLY": Repeats.MONTHLY}
    return (short.get(";".join(plain), Repeats.OTHER)) if rule else Repeats.NEVER


def rule_from(rule: str, before: date | datetime, after: date | datetime) -> str | None:
    """A rule without its end, once its series begins otherwise: weekly on Tuesdays becomes weekly on Wednesdays. None where it
    says days or hours that do not simply go along."""
    way = repeats_of(rule, before)
    if way != Repeats.OTHER:
        return rule_of(way, after)
    parts = {name: value for name, value in _parts(rule).items() if name not in _ENDS}
    days = (as_time(after).date() - as_time(before).date()).days
    if as_time(before).time() != as_time(after).time() and parts.keys() & _OF_A_DAY:
        return None
    said = {name for name in parts if name.startswith("BY")} - _OF_A_DAY
    if days and said:
        if parts["FREQ"] != "WEEKLY" or said != {"BYDAY"}:
            return None
        parts["BYDAY"] = ",".join(_days_on(day, days) for day in parts["BYDAY"].split(","))
        if parts.get("INTERVAL", "1") != "1":
            # Which day its weeks begin on decides which of them are left out.
            parts["WKST"] = _days_on(parts.get("WKST", "MO"), days)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def end_from(rule: str, before: date | datetime, after: date | datetime) -> str:
    """The end of a rule once its series begins otherwise: after as many times."""
    parts = _parts(rule)
    until = parts.get("UNTIL", "")
    if not until:
        return f"COUNT={parts['COUNT']}" if "COUNT" in parts else ""
    moved = as_time(after) - as_time(before)
    if until[8:] in ("", _LAST_SECOND):
        moved = timedelta(days=(as_time(after).date() - as_time(before).date()).days)
    try:
        end = _end(until) + moved
    except OverflowError:
        return f"UNTIL={until}"
    return f"UNTIL={end:%Y%m%d}" if len(until) == len("20270309") else f"UNTIL={end:%Y%m%dT%H%M%S}"


def end_of(rule: str, starts: date | datetime) -> tuple[date | None, int | None]:
    """The last day a rule may happen on, and how many times it does."""
    parts = _parts(rule)
    count = int(parts["COUNT"]) if "COUNT" in parts else None
    if "UNTIL" not in parts:
        return None, count
    end = _end(parts["UNTIL"])
    return (end if end.time() >= as_time(starts).time() else end - timedelta(days=1)).date(), count


_ENDS = ("UNTIL", "COUNT")
_OF_A_DAY = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_LAST_SECOND = "T235959"


def _parts(rule: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in rule.split(";") if part)


def _end(until: str) -> datetime:
    return datetime.strptime(until[:15], "%Y%m%dT%H%M%S" if "T" in until else "%Y%m%d")  # noqa: DTZ007 - the wall's


def _days_on(day: str, days: int) -> str:
    """A weekday some days later, as rules write it."""
    return DAYS[(DAYS.index(day[-2:]) + days) % len(DAYS)]


def in_words(rule: str, starts: date | datetime) -> str:
    """ "every week, until Mar 30, 2026", "every month on the last Friday, 12 times"; "" without a rule. What has no words of ours
    is said by its parts."""
    if not rule:
        return ""
    parts = _parts(rule)
    if "FREQ" not in parts:
        return rule
    every = int(parts.get("INTERVAL", "1"))
    said = [_every(parts["FREQ"], every)]
    if days := parts.get("BYDAY"):
        said.append(_("on {days}").format(days=", ".join(map(_weekday, days.split(",")))))
    if (days := parts.get("BYMONTHDAY")) and days != str(starts.day):
        said.append(_("on day {days}").format(days=days.replace(",", ", ")))
    if months := parts.get("BYMONTH"):
        named = {str(number): str(name) for number, name in MONTHS.items()}
        said.append(_("in {months}").format(months=", ".join(named.get(each, each) for each in months.split(","))))
    whole = " ".join(said)
    end, _count = end_of(rule, starts)
    if end is not None:
        return _("{rule}, until {day}").format(rule=whole, day=date_format(end, "M j, Y"))
    if count := parts.get("COUNT"):
        return ngettext("{rule}, once", "{rule}, {n} times", int(count)).format(rule=whole, n=count)
    return whole


def _every(freq: str, n: int) -> str:
    words = {
        "DAILY": ngettext("every day", "every {n} days", n),
        "WEEKLY": ngettext("every week", "every {n} weeks", n),
        "MONTHLY": ngettext("every month", "every {n} months", n),
        "YEARLY": ngettext("every year", "every {n} years", n),
        "HOURLY": ngettext("every hour", "every {n} hours", n),
        "MINUTELY": ngettext("every minute", "every {n} minutes", n),
    }
    return words.get(freq, freq.lower()).format(n=n)


def _weekday(text: str) -> str:
    """ "TU" Tuesday, "2TU" the second Tuesday, "-1FR" the last Friday."""
    name = str(WEEKDAYS[DAYS.index(text[-2:])])
    places = {
        "": "{day}",
        "1": _("the first {day}"),
        "2": _("the second {day}"),
        "3": _("the third {day}"),
        "4": _("the fourth {day}"),
        "5": _("the fifth {day}"),
        "-1": _("the last {day}"),
        "-2": _("the last but one {day}"),
    }
    return places.get(text[:-2].removeprefix("+"), "{day}").format(day=name)
