"""The steps of the first hour that belong to the company itself: who it is, its hours, its holidays, its people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.core.company import public
from callboard.core.delivery import Letter, transport
from callboard.core.registry import SetupStep, Tested, register
from callboard.team.actions.door import invitation, invitation_subject
from callboard.team.models import Holiday, Person, Setting, WorkHours
from callboard.team.queries import business_day, company_calendar, setting
from callboard.team.queries.company import HOURS, holds_in, typed
from callboard.team.queries.settings import opens_nowhere_else
from callboard.team.rules.business_time import NeverOpen, is_open, next_business_day, next_open

REGION = "company.region"
COMPANY = ("company.name", "company.zone", REGION)


def setting_url(name: str) -> Callable[[], str]:
    return lambda: f"{reverse('settings')}#{name.replace('.', '-')}"


def stored(*names: str) -> Question:
    """What was set, the oldest first, and holds by now; asked with the other steps instead of by itself."""
    by_now = Setting.objects.filter(key__in=names, valid_from_on__lte=clock.now().date() + timedelta(days=1))
    return Question("list", by_now.order_by("valid_from_on").values("key", "value"))


def _own(rows: Iterable[Any]) -> dict[str, Any]:
    """The values of such an answer, without those that were set back to their default."""
    return {
        name: typed(name, value)
        for name, value in {row["key"]: row["value"] for row in rows}.items()
        if value is not None
    }


def values(rows: Iterable[Any], *names: str) -> list[Any]:
    """The same with the defaults of what nobody set."""
    own = _own(rows)
    return [own.get(name, register.setting[name].default) for name in names]


def _now_there() -> datetime:
    return clock.now().astimezone(ZoneInfo(setting("company.zone")))


def _day(on: date) -> str:
    return date_format(on, "l, F j")


def _company_done(found: Mapping[str, Any]) -> str:
    name, zone, region = values(found["set"], *COMPANY)
    return f"{name}, {zone}, {region or '–'}" if name else ""


def _company_test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """What time and which business day it is there."""
    there = _now_there()
    sentence = said("Where the company is, it is {time}, {day}.").format(time=f"{there:%H:%M}", day=_day(there.date()))
    return Tested(sentence, rows=[(_("This counts for"), _day(business_day(clock.now())))])


register.setup_step.add(
    SetupStep(
        "company",
        _("Your company"),
        _("Its name, time zone and region: business days and holidays are counted there."),
        "building-store",
        10,
        "team.manage",
        setting_url("company.name"),
        _("Name it"),
        lambda: {"set": stored(*COMPANY)},
        _company_done,
        _company_test,
        _("What time is it there?"),
    )
)


def _hours_done(found: Mapping[str, Any]) -> str:
    if not _own(found["set"]) and not found["people"]:
        return ""
    opens, closes = values(found["set"], *HOURS)
    return f"{opens:%H:%M}–{closes:%H:%M}"


def _hours_test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """Whether the office is open now, and when it opens next."""
    calendar, now = company_calendar(), clock.now()
    if is_open(calendar, now):
        return Tested(said("The office is open now, until {time}.").format(time=f"{setting(HOURS[1]):%H:%M}"))
    try:
        opens = next_open(calendar, now).astimezone(calendar.tz)
    except NeverOpen:
        return Tested(said("The office never opens: it closes before it opens. Set both hours again."), good=False)
    sentence = said("The office is closed now. It opens {day} at {time}.")
    return Tested(sentence.format(day=_day(opens.date()), time=f"{opens:%H:%M}"))


register.setup_step.add(
    SetupStep(
        "hours",
        _("Office hours"),
        _("“Answer by” and “call by” count in them. Nothing said means Monday to Friday, 8 to 17: skip it then."),
        "clock",
        20,
        "team.manage",
        setting_url("company.day_starts"),
        _("Set the hours"),
        lambda: {"set": stored(*HOURS), "people": Question("exists", WorkHours.objects.all())},
        _hours_done,
        _hours_test,
        _("Open now?"),
    )
)


def _ahead() -> QuerySet[Holiday]:
    """Holidays from yesterday on: what day it is where the company is, is asked later."""
    return Holiday.objects.filter(on__gte=clock.now().date()).order_by("on")


def _of_company(rows: Iterable[Any], region: str) -> list[Any]:
    return [row for row in rows if holds_in(row["region"], region)]


def _holidays_done(found: Mapping[str, Any]) -> str:
    ahead = _of_company(found["ahead"], *values(found["set"], REGION))
    if not ahead:
        return ""
    count = ngettext("{n} holiday ahead", "{n} holidays ahead", len(ahead)).format(n=len(ahead))
    return said("{count}, next {name}").format(count=count, name=ahead[0]["name"])


def _holidays_test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """The next business day, and the next holiday."""
    today, calendar = _now_there().date(), company_calendar()
    found = next(iter(_of_company(_ahead().values("on", "name", "region")[:60], setting(REGION))), None)
    sentence = said("The next business day is {day}.").format(day=_day(next_business_day(calendar, today)))
    rows = [(_("Next holiday"), f"{found['name']}, {_day(found['on'])}")] if found else []
    return Tested(sentence, bool(found), rows or [(_("Next holiday"), said("none is known"))])


register.setup_step.add(
    SetupStep(
        "holidays",
        _("Holidays"),
        _("No business days. The public ones of your region are added in one go, and can be looked at first."),
        "confetti",
        30,
        "team.manage",
        lambda: reverse("do", args=["team.add_public_holidays"]),
        _("Add them"),
        lambda: {"set": stored(REGION), "ahead": Question("list", _ahead().values("on", "name", "region")[:60])},
        _holidays_done,
        _holidays_test,
        _("Which day is next?"),
    )
)


def _people_done(found: Mapping[str, Any]) -> str:
    count = found["people"]
    return ngettext("{n} person", "{n} people", count).format(n=count) if count > 1 else ""


def _people_test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """The invitation as it will look, to whoever asks."""
    person, company = actor.person, setting("company.name")
    text = said("This is how an invitation arrives; the link of this one signs nobody in.\n\n{mail}").format(
        mail=invitation(person.name, person.name, company, public("/sign-in/"))
    )
    sent = send_to(person, said("A test: {subject}").format(subject=invitation_subject(company)), text)
    wrong = opens_nowhere_else(public())
    return replace(sent, good=sent.good and not wrong, rows=[(_("Its link"), wrong)] if wrong else [])


def send_to(person: Person, subject: str, text: str) -> Tested:
    """Send one letter now and say what came of it."""
    if transport.send is None:
        return Tested(said("Nothing here can send mail yet. Connect a mailbox that sends, first."), good=False)
    try:
        transport.send(Letter(person, subject, text, ()))
    except Exception as fault:  # a mail server may fail in any way, and its words are what helps
        why = str(fault) or type(fault).__name__
        return Tested(said("It could not be sent: {why}").format(why=why[:300]), good=False)
    return Tested(said("It has left for {address}. Look whether it arrives.").format(address=person.email))


register.setup_step.add(
    SetupStep(
        "people",
        _("Your people"),
        _("Each gets an invitation by mail, and the role that says what they may do."),
        "users",
        50,
        "team.manage",
        lambda: reverse("people"),
        _("Add people"),
        lambda: {"people": Question("count", Person.objects.filter(Q(is_active=True)))},
        _people_done,
        _people_test,
        _("Send me one"),
    )
)
