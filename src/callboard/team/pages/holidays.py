"""Holidays by year and region, and the public ones of a region added with a look at them first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.refs import number_in
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty, Seen
from callboard.kit.tables import Table, Text
from callboard.team.actions import add_holiday, add_public_holidays, change_holiday, remove_holiday
from callboard.team.actions.holidays import held, offered
from callboard.team.models import Holiday
from callboard.team.queries import setting
from callboard.team.reading.public_holidays import countries, parts
from callboard.team.tables import HolidayTable

YEARS_BACK, YEARS_AHEAD = 2, 3
#: From this month on next year is looked at as well.
LATE_MONTH = 10
#: Where the parts' own days close some offices of the state and hardly any company.
PARTS_WORK = {"US"}
ALL, NONE = "all", "none"
SATURDAY = 5


def _years() -> range:
    now = clock.now().year
    return range(now - YEARS_BACK, now + YEARS_AHEAD + 1)


class _YearTabs(Sequence[tuple[Text, str]]):
    """From this year on, last year, this one and the two after it: worked out when they are drawn, for servers run long."""

    def _tabs(self) -> list[tuple[Text, str]]:
        now = clock.now().year
        return [(_("From this year on"), ""), *((str(year), f"year={year}") for year in range(now - 1, now + 3))]

    def __getitem__(self, place: Any) -> Any:
        return self._tabs()[place]

    def __len__(self) -> int:
        return len(self._tabs())


class Holidays(ListPage):
    """Days nobody works."""

    model = Holiday
    title = _("Holidays")
    url = "holidays/"
    name = "holidays"
    template = "team/list.html"
    table = HolidayTable
    order = ("on", "region", "id")
    buttons = [add_holiday, add_public_holidays]
    bulk = (remove_holiday,)
    edits = (change_holiday,)
    tabs = _YearTabs()
    filters = [
        Choice("year", _("Year"), "on__year", choices=lambda: [(year, year) for year in _years()]),
        Choice("region", _("Region"), choices=lambda: [("", _("everybody")), *_known_regions()]),
        Between("on", _("Day")),
        Search(("name",)),
    ]
    empty = Empty(
        _("No holidays yet"),
        _("Add the public holidays of where you are; “answer by” and the pace of the board leave them out."),
        "confetti",
        (add_public_holidays.name,),
    )

    def rows(self, actor: Actor, seen: Seen, table: Table) -> QuerySet[Any]:
        """From this year on, where nobody asks for other days."""
        found = super().rows(actor, seen, table)
        asked = any(seen.asks(key) for key in ("year", "on", "on_from", "on_to", "q"))
        return found if asked else found.filter(on__year__gte=clock.now().year)


def _known_regions() -> list[tuple[str, str]]:
    found = Holiday.objects.exclude(region="").order_by("region").values_list("region", flat=True).distinct()
    return [(region, region) for region in found]


class HolidayRecord(RecordPage):
    """One holiday."""

    model = Holiday
    url = "holidays/<int:pk>/"
    name = "holiday"
    timeline = False
    buttons = [change_holiday, remove_holiday]

    def facts(self, obj: Holiday) -> list[tuple[Any, ...]]:
        """The day and where it holds."""
        return [(_("Day"), obj.on, "date"), (_("Region"), obj.region or _("everybody"))]


@dataclass(frozen=True)
class Offer:
    """A public holiday that may be added. there: the region it holds in already, None where it does not."""

    on: date
    name: str
    weekend: bool
    there: str | None
    ticked: bool


class AddPublicHolidays(ActionPage):
    """Region and year are looked at first: what would be added is ticked, one by one."""

    action = add_public_holidays
    template = "team/public_holidays.html"
    title = _("Add public holidays")
    fields = ("region", "year")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Where the company is, this year."""
        return {"region": setting("company.region"), "year": clock.now().year}

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        """With the ticked days; nothing ticked is said before anything is done."""
        given = super().arguments(form)
        if isinstance(form.data, QueryDict) and "ticking" in form.data:
            days = form.data.getlist("day")
            if not days:
                raise Invalid({"": _("Tick the days to add.")})
            given["days"] = " ".join(days)
        return given

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """What is offered for the region and year of the address or the form."""
        asked = request.POST if request.method == "POST" else request.GET
        usual = self.initial(request, actor, target)
        region = asked.get("region", usual["region"]).strip().upper()[:16]
        year = asked.get("year", str(usual["year"])).strip()[:8]
        try:
            rows = offers(region, number_in(year) or 0, asked.getlist("day"), asked.get("tick", ""))
            problem = ""
        except Invalid as fault:
            rows, problem = [], " ".join(str(sentence) for sentence in fault.errors.values())
        country = region.partition("-")[0]
        return {
            "region": region,
            "year": year,
            "offers": rows,
            "free": sum(row.there is None for row in rows),
            "problem": problem,
            "country": countries().get(country, ""),
            "known": [(code, name) for code, name in sorted(countries().items(), key=lambda pair: pair[1])],
            "parts": [f"{country}-{part}" for part in parts(country)],
            "list_url": f"{reverse(Holidays.name)}?year={year}",
            "ticks": [
                (words, f"?{urlencode({'region': region, 'year': year, 'tick': kind})}") for words, kind in TICKS
            ],
            "years": [
                (each, f"?{urlencode({'region': region, 'year': each})}", str(each) == year)
                for each in (clock.now().year, clock.now().year + 1)
            ],
        }

    def next_url(self, result: Any, target: Any) -> str:
        """The holidays of that year; late in this one, what next year's are, where none of them is there."""
        region, year, now = self.given["region"].strip().upper(), self.given["year"], clock.now()
        if year == now.year and now.month >= LATE_MONTH and not held(region, year + 1):
            return f"{reverse('do', args=[self.action.name])}?{urlencode({'region': region, 'year': year + 1})}"
        return f"{reverse(Holidays.name)}?year={year}"


TICKS = ((_("Tick all"), ALL), (_("Tick none"), NONE))


def offers(region: str, year: int, ticked: Sequence[str] = (), kind: str = "") -> list[Offer]:
    """The public holidays of a region and year with what is there already. Invalid for what is not known.

    ticked: the days that are; without any, by kind: all, none, else what most companies there keep and is still to come.
    """
    found, there = offered(region, year), held(region, year)
    usual = usual_days(region, year, found)
    if kind in (ALL, NONE):
        usual = {on for on, _name in found} if kind == ALL else set()
    return [
        Offer(
            on,
            name,
            on.weekday() >= SATURDAY,
            there[on].region if on in there else None,
            f"{on}" in ticked if ticked else on in usual,
        )
        for on, name in found
    ]


def usual_days(region: str, year: int, found: Sequence[tuple[date, str]]) -> set[date]:
    """The days still to come, without those that only a part has where its companies work on them."""
    country, _dash, part = region.partition("-")
    kept = {on for on, _name in (offered(country, year) if part and country in PARTS_WORK else found)}
    return {on for on, _name in found if on in kept and on >= clock.now().date()}
