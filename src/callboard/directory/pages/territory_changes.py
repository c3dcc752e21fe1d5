"""The draft of a change of territories: what is planned, and who gains and loses what before it is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.directory.actions import (
    change_draft,
    draft_change,
    drop_change,
    plan_account,
    plan_holder,
    plan_terms,
    publish_change,
    reopen_change,
    take_back_change,
    unplan_territory,
    withdraw_change,
)
from callboard.directory.models import OwnerRole, TerritoryAccount, TerritoryMove
from callboard.directory.pages.shown import today
from callboard.directory.pages.territories import rows_url
from callboard.directory.queries.coverage import names_in, terms_text
from callboard.directory.queries.tallies import Tally
from callboard.directory.queries.territories import Comparison, Standing, compare, standings
from callboard.kit.filters import Choice, Search
from callboard.kit.pages import Empty, ListPage, Page, RecordPage
from callboard.kit.tables import Column, Table
from callboard.team.models import Territory, TerritoryChange

State = TerritoryChange.State
TONES = {State.DRAFT: "", State.PUBLISHED: "pend", State.APPLIED: "won", State.DROPPED: "", State.UNDONE: ""}


class ChangeTable(Table):
    columns = (
        Column("name", _("Change"), link=True),
        Column(
            "state", _("State"), kind="chip", value=lambda row: (row.get_state_display(), TONES.get(row.state, "due"))
        ),
        Column("starts_on", _("From"), kind="date"),
        Column("foreseen", _("Accounts to move"), kind="number"),
        Column("moved", _("Accounts moved"), kind="number"),
        Column("published_by", _("Published by"), kind="person"),
    )


class TerritoryChanges(ListPage):
    """Drafts and changes of territories."""

    model = TerritoryChange
    title = _("Changes of territories")
    url = "territory-changes/"
    name = "territory-changes"
    table = ChangeTable
    filters = (Search(("name", "note")), Choice("state", _("State")))
    order = ("-id",)
    buttons = (draft_change,)
    empty = Empty(
        _("No change of territories yet"),
        _("Draft one: it shows who gains and loses what before anybody notices."),
        "map-pin",
    )


@dataclass(frozen=True)
class Side:
    """Somebody, or a territory, before and after."""

    name: Any
    before: Tally
    after: Tally
    url: str = ""
    role: str = ""

    @property
    def accounts(self) -> int:
        return self.after.accounts - self.before.accounts

    @property
    def mrr(self) -> Any:
        return self.after.mrr - self.before.mrr

    @property
    def tiers(self) -> str:
        """What each tier gains or loses, "A +6, D −2"; "" where no tier does."""
        was, will = self.before.tiers or {}, self.after.tiers or {}
        moved = {tier: will.get(tier, 0) - was.get(tier, 0) for tier in will or was}
        return ", ".join(f"{tier} {'+' if n > 0 else '−'}{abs(n)}" for tier, n in moved.items() if n)


@dataclass(frozen=True)
class Planned:
    """A territory in the draft."""

    territory: Territory
    covers: str
    holders: list[tuple[str, Any]]
    named: list[TerritoryAccount]
    urls: dict[str, str]


class TerritoryChangeRecord(RecordPage):
    """A change: what is planned, who gains and loses, and what came of it."""

    model = TerritoryChange
    url = "territory-changes/<int:pk>/"
    name = "territory-change"
    related = ("published_by",)
    timeline = False
    buttons = (
        plan_terms,
        publish_change,
        plan_holder,
        plan_account,
        withdraw_change,
        take_back_change,
        change_draft,
        drop_change,
        reopen_change,
    )
    template = "directory/territory_change.html"

    def state(self, obj: TerritoryChange) -> tuple[Any, str] | None:
        return obj.get_state_display(), TONES.get(State(obj.state), "due")

    def subtitle(self, obj: TerritoryChange) -> str:
        return obj.note

    def facts(self, obj: TerritoryChange) -> Sequence[Any]:
        found = [
            (_("From"), obj.starts_on, "date"),
            (_("What moves"), _("also what somebody else has today") if obj.realign else _("what it changes")),
            (_("Accounts to move"), obj.foreseen, "number"),
            (_("Accounts moved"), obj.moved, "number"),
            (_("Published by"), obj.published_by, "person"),
        ]
        return [fact for fact in found if fact[1] is not None]

    def context(self, request: HttpRequest, actor: Actor, obj: TerritoryChange) -> dict[str, Any]:
        if obj.state not in (State.DRAFT, State.PUBLISHED):
            skipped = obj.moves.filter(state=TerritoryMove.State.SKIPPED).count()
            return {"over": True, "skipped": skipped, "rows_url": rows_url("moving", change=obj.pk)}
        now, then = standings(day_of(obj), obj)
        counted = reverse(TerritoryCompared.name, args=[obj.pk])
        return {"over": False, "counted": counted, "planned": _planned(obj, now, then)}


class TerritoryCompared(Page):
    """Who gains and loses what by a change: the piece of its page that places every account, for which nobody waits."""

    title = _("Who gains and loses")
    url = "territory-changes/<int:pk>/compared/"
    name = "territory-compared"
    model = TerritoryChange
    template = "directory/territory_compared.html"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        change = get_object_or_404(visible(TerritoryChange.objects.all(), actor), pk=min(pk, BIGGEST))
        return self.render(request, _shown(change, compare(change, day_of(change))))


def day_of(change: TerritoryChange) -> date:
    """The day it is shown as of: its own, or today where that is past or not chosen yet."""
    return max(change.starts_on or today(), today())


def _shown(obj: TerritoryChange, found: Comparison) -> dict[str, Any]:
    roles = dict(OwnerRole.choices)
    sides = [
        Side(found.names.get(pk or 0, _("Nobody")), was, will, role=str(roles[role]))
        for (role, pk), (was, will) in found.people.items()
    ]
    sides.sort(key=lambda side: (side.role, -side.accounts))
    titles = {**found.before.names, **found.after.names}
    changed = [
        Side(titles[pk], was, will, reverse("territory", args=[pk]))
        for pk, (was, will) in found.territories.items()
        if pk is not None and was != will
    ]
    return {
        "people": sides,
        "territories": changed,
        "moving": len({move.account.pk for move in found.moves}),
        "moving_mrr": sum((move.account.mrr for move in found.moves if move.role == OwnerRole.OWNER), Tally().mrr),
        "rows_url": rows_url("moving", change=obj.pk),
        "checks": [
            (_("No territory covers them"), found.uncovered, rows_url("uncovered", change=obj.pk)),
            (
                _("Several territories cover them; the lower order has them"),
                found.double,
                rows_url("double", change=obj.pk),
            ),
            (_("Kept out by hand; they stay"), len(found.kept), rows_url("kept", change=obj.pk)),
        ],
    }


def _planned(obj: TerritoryChange, now: Standing, then: Standing) -> list[Planned]:
    """The territories of the draft: what each will cover and who will hold it."""
    named: dict[int, list[TerritoryAccount]] = {}
    for row in TerritoryAccount.objects.filter(change=obj, starts_on=None).select_related("account", "territory"):
        if row.territory_id is not None:
            named.setdefault(row.territory_id, []).append(row)
    was, names = {cover.pk: cover for cover in now.covers}, names_in(then)
    lines = []
    for cover in then.covers:
        if was.get(cover.pk) == cover and cover.pk not in named:
            continue
        held = [(str(role.label), names.holder(cover.holders.get(role.value))) for role in OwnerRole]
        urls = {
            verb.name.partition(".")[2]: f"{reverse('do', args=[verb.name, obj.pk])}?territory={cover.pk}"
            for verb in (plan_terms, plan_holder, unplan_territory)
        }
        territory = Territory(pk=cover.pk, name=cover.name)
        lines.append(Planned(territory, terms_text(cover), held, named.get(cover.pk, []), urls))
    return lines
