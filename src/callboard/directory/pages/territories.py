"""The pages of territories: the market, one territory, its accounts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.db.worked import Worked
from callboard.core.refs import number_in
from callboard.directory.actions import (
    change_territory,
    create_territory,
    draft_change,
    remove_territory,
)
from callboard.directory.models import Tier
from callboard.directory.pages.shown import today
from callboard.directory.queries import coverage
from callboard.directory.queries.coverage import SHOWS, Row, terms_text
from callboard.directory.queries.tallies import Tally
from callboard.directory.queries.territories import standings
from callboard.directory.rules.territories import Cover
from callboard.kit.pages import Panel, RecordPage, SheetPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.paging import COUNT_LIMIT, PAGE_SIZE, bounded_count
from callboard.kit.tables import Column, Table
from callboard.team.models import Territory, TerritoryChange, TerritoryHolder, TerritoryTerms

SHOWN_AS = {
    "all": _("All accounts"),
    "moving": _("Accounts that move"),
    "uncovered": _("No territory covers them"),
    "double": _("Several territories cover them"),
    "kept": _("Kept out by hand"),
    "other": _("Somebody else has them"),
}


def rows_url(show: str = "all", *, change: int | None = None, territory: int | None = None) -> str:
    """The list of accounts, narrowed."""
    given = {"show": show, "change": change, "territory": territory}
    return f"{reverse('territory-accounts')}?{urlencode({name: value for name, value in given.items() if value})}"


def later(figures: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The figures while they are counted."""
    return [{**figure, "value": "…", "pending": True} for figure in figures]


def _figures(total: Tally, pk: int) -> list[dict[str, Any]]:
    """What one territory comes to."""
    return [
        {"label": _("Accounts"), "value": total.accounts, "url": rows_url(territory=pk)},
        {"label": _("Customers"), "value": total.customers, "url": ""},
        {"label": _("MRR"), "value": total.mrr, "url": ""},
    ]


def _of_tier(tier: str) -> Callable[[Any], int | None]:
    return lambda line: (line.sum.tiers or {}).get(tier)


class Territories(SheetPage):
    """Who has which part of the market."""

    title = _("Territories")
    url = "territories/"
    name = "territories"
    who = "team.view"
    template = "directory/territories.html"
    #: All accounts are placed for the sums: the page does not wait for it.
    parts = {"market": "directory/territories_market.html", "figures": "kit/parts/figs.html"}
    buttons = (draft_change, create_territory)
    topics = ("team.territory", "team.territorychange")
    columns = (
        Column("order", _("Order"), kind="number", value=lambda line: line.order),
        Column("name", _("Territory"), value=lambda line: line.name),
        Column("covers", _("Covers"), value=lambda line: line.covers),
        Column("owner", _("Owner"), value=lambda line: line.owner),
        Column("support", _("Support"), value=lambda line: line.support),
        Column("accounts", _("Accounts"), kind="number", value=lambda line: line.sum.accounts),
        Column("customers", _("Customers"), kind="number", value=lambda line: line.sum.customers),
        Column("mrr", _("MRR"), kind="money", value=lambda line: line.sum.mrr),
        *(Column(f"tier_{tier}", tier, kind="number", value=_of_tier(tier)) for tier in Tier.values),
    )

    def rows(self, actor: Actor) -> Sequence[Any]:
        return coverage.market(today(), actor).lines

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        part = request.GET.get("part", "")
        found = coverage.market(today(), actor, counts=part != "")
        if part == "figures":
            pk = number_in(request.GET.get("territory", "")) or 0
            total = next((line.sum for line in found.lines if line.pk == pk), Tally())
            return {"figures": _figures(total, pk), "size": "s", "live": ""}
        figures = [
            {"label": _("No territory"), "value": found.uncovered.accounts, "url": rows_url("uncovered")},
            {"label": _("Several territories"), "value": found.double, "url": rows_url("double")},
            {"label": _("Kept out by hand"), "value": found.kept, "url": rows_url("kept")},
        ]
        shown = {"lines": found.lines, "figures": figures if part else later(figures)}
        if part:
            return shown
        may = draft_change.allowed(actor)
        changes = TerritoryChange.objects.exclude(state=TerritoryChange.State.DROPPED).order_by("-id")[:9]
        return {**shown, "counting": "?part=market", "changes": list(changes) if may else [], "may": may}


class TerritoryAccounts(SheetPage):
    """The accounts by territory, now or as a change would have it: `?show=`, `?change=7`, `?territory=3`."""

    title = _("Accounts by territory")
    url = "territories/accounts/"
    name = "territory-accounts"
    who = "team.view"
    template = "directory/territory_accounts.html"
    columns = (
        Column("number", _("Number"), value=lambda row: row.account.number),
        Column("account", _("Account"), value=lambda row: row.account.name),
        Column("place", _("Town"), value=lambda row: row.account.place),
        Column("postal_code", _("Postal code"), value=lambda row: row.account.postal_code),
        Column("kind", _("Kind"), value=lambda row: row.account.get_kind_display()),
        Column("tier", _("Tier"), value=lambda row: row.account.tier),
        Column("mrr", _("MRR"), kind="money", value=lambda row: row.account.facts.mrr),
        Column("before", _("Territory"), value=lambda row: row.before),
        Column("after", _("New territory"), value=lambda row: row.after),
        Column("role", _("Role"), value=lambda row: row.role),
        Column("from", _("From"), value=lambda row: row.from_),
        Column("to", _("To"), value=lambda row: row.to),
        Column("why", _("Why"), value=lambda row: row.why),
    )
    #: Rows drawn on the page; the files have all.
    drawn = PAGE_SIZE

    def rows(self, actor: Actor) -> Sequence[Any]:
        return coverage.account_rows(today(), actor, "all", None, 0)

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(self.columns, self.found(query, actor)[0])

    def found(self, query: Mapping[str, str], actor: Actor) -> tuple[Sequence[Row], str, TerritoryChange | None, int]:
        """The rows, and what they were narrowed by: show, change, territory."""
        show = query.get("show", "") if query.get("show", "") in SHOWS else "all"
        number, territory = number_in(query.get("change", "")), number_in(query.get("territory", "")) or 0
        may = draft_change.allowed(actor)
        change = TerritoryChange.objects.filter(pk=number).first() if number and may else None
        day = max(change.starts_on or today(), today()) if change is not None else today()
        return coverage.account_rows(day, actor, show, change, territory), show, change, territory

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        rows, show, change, territory = self.found(request.GET.dict(), actor)
        tabs = [
            (SHOWN_AS[name], rows_url(name, change=change.pk if change else None, territory=territory), name == show)
            for name in SHOWS
            if name != "moving" or change is not None
        ]
        name = Territory.objects.filter(pk=territory).first() if territory else None
        count = bounded_count(rows.query) if isinstance(rows, Worked) else len(rows)
        return {
            "rows": rows[: self.drawn],
            "count": min(count, COUNT_LIMIT),
            "over": count > COUNT_LIMIT,
            "cut": self.drawn if count > self.drawn else 0,
            "tabs": tabs,
            "change": change,
            "territory": name,
            "show": show,
        }


class TermsTable(Table):
    columns = (
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("Until"), kind="date"),
        Column("covers", _("Covers"), value=lambda row: _covers(row), sort=None),
        Column("change", _("Change"), value=lambda row: row.change.name if row.change else "", needs=("change",)),
    )


class HolderTable(Table):
    columns = (
        Column("role", _("Role")),
        Column("holder", _("Who"), value=str, sort=None, needs=("person", "pool")),
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("Until"), kind="date"),
    )


def _covers(row: TerritoryTerms) -> str:
    cover = Cover(row.territory_id, "", row.order, row.states, row.postal, row.kinds, row.tiers, row.closed)
    return terms_text(cover)


def _terms(territory: Territory, actor: Actor) -> Any:
    rows = TerritoryTerms.objects.filter(territory=territory, starts_on__isnull=False)
    return rows.order_by("-starts_on", "-id")


def _holders(territory: Territory, actor: Actor) -> Any:
    rows = TerritoryHolder.objects.filter(territory=territory, starts_on__isnull=False)
    return rows.order_by("role", "-starts_on", "-id")


class TerritoryRecord(RecordPage):
    """A territory: what it covers now, who holds it, and since when."""

    model = Territory
    url = "territories/<int:pk>/"
    name = "territory"
    timeline = False
    buttons = (draft_change, change_territory, remove_territory)
    template = "directory/territory.html"
    panels = (
        Panel("terms", _("What it covered, and when"), rows=_terms, table=TermsTable, place="middle"),
        Panel("holders", _("Who held it, and when"), rows=_holders, table=HolderTable, place="middle"),
    )

    def subtitle(self, obj: Territory) -> str:
        return obj.note

    def facts(self, obj: Territory) -> Sequence[Any]:
        now, _same = standings(today())
        cover = next((each for each in now.covers if each.pk == obj.pk), None)
        obj.__dict__["cover"] = cover
        if cover is None:
            return [(_("State"), _("Not in force yet: plan it in a change"))]
        names = coverage.names_in(now)
        return [
            (_("Covers"), terms_text(cover)),
            (_("Order"), cover.order),
            (_("Owner"), names.holder(cover.holders.get("owner"))),
            (_("Support"), names.holder(cover.holders.get("support"))),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Territory) -> dict[str, Any]:
        cover = obj.__dict__["cover"]
        return {
            "figures": later(_figures(Tally(), obj.pk)),
            "later": f"{reverse('territories')}?part=figures&territory={obj.pk}",
            "other_url": rows_url("other", territory=obj.pk),
            "covers": terms_text(cover) if cover is not None else "",
        }
