"""Why not, in a sentence for whoever wanted to call or write: the rule, the row it stands in, what to do."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from callboard.directory.reading.addresses import phone_text
from callboard.directory.rules.hours import Window, clock_text, wall
from callboard.directory.rules.permission import No, Rule


def sentence(no: No, to: str) -> str:
    """`It is 8:30 PM in FL, where sales calls end at 8:00 PM.` to: the address or number, "" where only a person is meant."""
    said = _SAID[no.rule](no, phone_text(to) if to.startswith("+") else to or _("They"))
    return f"{said} {_as_sales()}" if no.as_sales and no.rule not in (Rule.NOTHING, Rule.BOUNCED) else said


def _as_sales() -> str:
    return _("They have no contract with us, so service counts as sales.")


def rows_of(no: No) -> list[tuple[str, str]]:
    """What the rule stands in, as (label, value)."""
    found: list[tuple[str, str]] = []
    if no.place is not None:
        found.append((_("Where"), where(no.place.country, no.place.region)))
        found.append((_("Zone"), no.place.zone))
    if no.wall is not None:
        found.append((_("Local time"), f"{_day(no.wall)}, {_time(no.wall)}"))
    for at in no.calls:
        local = wall(at, no.place.zone) if no.place is not None else at
        found.append((_("Sales call"), f"{_day(local)}, {_time(local)}"))
    window = no.window
    if window is not None and window.id:
        found.append((_("Monday to Friday"), hours_text(window.weekdays)))
        found.append((_("Saturday"), hours_text(window.saturday)))
        found.append((_("Sunday"), hours_text(window.sunday)))
        found.append((_("Source"), window.source))
    elif window is not None:
        found.append(
            (_("Calling hours"), _("no row for {place}; 9 to 20 holds, and no Sunday").format(place=window.place))
        )
    return found


def hours_text(span: tuple[int, int] | None) -> str:
    """`08:00-20:00`, or that no call is made."""
    return f"{clock_text(span[0])}-{clock_text(span[1])}" if span is not None else _("no calls")


def where(country: str, region: str) -> str:
    """`FL`, the country where no state is known."""
    return region or country


def _time(at: datetime) -> str:
    return str(formats.time_format(at.time(), pgettext("format of a time of day", "g:i A")))


def _day(at: datetime | date) -> str:
    local = timezone.localtime(at) if isinstance(at, datetime) and at.tzinfo is not None and _is_utc(at) else at
    return str(formats.date_format(local, "M j, Y"))


def _is_utc(at: datetime) -> bool:
    return str(at.tzinfo) == "UTC"


def _on(no: No) -> str:
    return _day(no.at) if no.at is not None else ""


def _clock_of(minutes: int) -> str:
    at = datetime(2000, 1, 1, minutes // 60 % 24, minutes % 60)  # noqa: DTZ001  # only its time of day is shown
    return _time(at)


def _purpose(no: No, to: str) -> str:
    return _("Say by which medium and why: answer, service, sales or campaign.")


def _cause(no: No, to: str) -> str:
    return _("An answer names the call or mail of theirs that it answers.")


def _late(no: No, to: str) -> str:
    return _(
        "Their message is of {on}. What comes within {days} days is an answer; after that say why you write."
    ).format(on=_on(no), days=no.count)


def _nothing(no: No, to: str) -> str:
    return _("{to} asked on {on} to hear nothing from us.").format(to=to, on=_on(no))


def _opted_out(no: No, to: str) -> str:
    return _("{to} asked on {on} for no sales and no campaigns.").format(to=to, on=_on(no))


def _consent(no: No, to: str) -> str:
    return _("{to} said no to this on {on}.").format(to=to, on=_on(no))


def _bounced(no: No, to: str) -> str:
    return _("Mail to {to} came back on {on}. Ask for another address.").format(to=to, on=_on(no))


def _place(no: No, to: str) -> str:
    return _(
        "Nobody knows where {to} is, so not what time it is there. Write the state or the ZIP into the account."
    ).format(to=to)


def _row(no: No, to: str) -> str:
    country = no.place.country if no.place is not None else ""
    return _("The calling hours have no row for {place} that holds today. An administrator adds it there.").format(
        place=country
    )


def _missing(window: Window) -> str:
    """Said behind a refusal by the hours that hold where nobody wrote any down."""
    said = _("The calling hours have no row for {place}; until an administrator adds it 9 to 20 holds, and no Sunday.")
    return " " + said.format(place=window.place)


def _behind(no: No) -> str:
    return _missing(no.window) if no.window is not None and not no.window.id else ""


def _hours(no: No, to: str) -> str:
    window, wall, place = no.window, no.wall, no.place
    if window is None or wall is None or place is None:
        return ""
    span = window.span_on(wall.date()) or (0, 0)
    early = wall.hour * 60 + wall.minute < span[0]
    said = (
        _("It is {time} in {place}, where sales calls begin at {edge}.")
        if early
        else _("It is {time} in {place}, where sales calls end at {edge}.")
    )
    edge = _clock_of(span[0] if early else span[1])
    return said.format(time=_time(wall), place=_there(no), edge=edge) + _behind(no)


def _there(no: No) -> str:
    """The place; with its zone where the person may be in another one too."""
    return where(no.place.country, no.place.region) if no.place is not None else ""


def _sunday(no: No, to: str) -> str:
    day = str(formats.date_format(no.wall, "l")) if no.wall is not None else ""
    return _("It is {day} in {place}, where no sales call is made that day.").format(
        day=day, place=_there(no)
    ) + _behind(no)


def _holiday(no: No, to: str) -> str:
    return _("{on} is a public holiday in {place}, where no sales call is made that day.").format(
        on=_on(no), place=_there(no)
    )


def _attempts(no: No, to: str) -> str:
    most = no.window.attempts if no.window is not None and no.window.attempts else 0
    said = ngettext(
        "{place} allows {most} sales call to a person in 24 hours, whoever of us calls and whatever number; that many were made.",
        "{place} allows {most} sales calls to a person in 24 hours, whoever of us calls and whatever number; that many were made.",
        most,
    )
    return said.format(place=_there(no), most=most)


def _listed(no: No, to: str) -> str:
    return _("{to} is on the do-not-call list of {on}.").format(to=to, on=_on(no))


def _no_list(no: No, to: str) -> str:
    return _("No do-not-call list was loaded, and calls to consumers need one. An administrator loads it.")


def _old_list(no: No, to: str) -> str:
    return _("The do-not-call list is of {on}, older than {days} days. An administrator loads a new one.").format(
        on=_on(no), days=no.count
    )


_SAID: dict[Rule, Callable[[No, str], str]] = {
    Rule.PURPOSE: _purpose,
    Rule.CAUSE: _cause,
    Rule.LATE: _late,
    Rule.NOTHING: _nothing,
    Rule.OPTED_OUT: _opted_out,
    Rule.CONSENT: _consent,
    Rule.BOUNCED: _bounced,
    Rule.PLACE: _place,
    Rule.ROW: _row,
    Rule.HOURS: _hours,
    Rule.SUNDAY: _sunday,
    Rule.HOLIDAY: _holiday,
    Rule.ATTEMPTS: _attempts,
    Rule.LISTED: _listed,
    Rule.NO_LIST: _no_list,
    Rule.OLD_LIST: _old_list,
}
