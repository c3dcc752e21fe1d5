"""The pages of possible duplicates: the list, one pair side by side, and how far a search is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.actions import mark_different, merge_accounts, reopen_pair, search_duplicates, stop_search
from callboard.directory.actions.duplicates import UNDER_WAY
from callboard.directory.models import DuplicatePair, DuplicateSearch, FoundBy, PairState, SearchState, Twins
from callboard.directory.pages.merging import side_url
from callboard.directory.queries import merging
from callboard.directory.reading.duplicates import LIKELY, shown
from callboard.kit.filters import Choice, Flag
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.pages.records import HeadView
from callboard.kit.tables import Column, Table

BOTH = ("account_a", "account_b", "contact_a__account", "contact_b__account")
TONES = {PairState.OPEN: "due", PairState.DIFFERENT: "", PairState.MERGED: "won"}


def state_of(pair: DuplicatePair) -> tuple[Any, str]:
    return pair.get_state_display(), TONES[PairState(pair.state)]


def where(record: Any) -> str:
    """What tells a record from its twin in a list: number and town, or employer."""
    if record is None:
        return ""
    if hasattr(record, "number"):
        return " · ".join(part for part in (f"#{record.number}", record.place) if part)
    return str(record.account)


class PairTable(Table):
    columns = (
        Column("a", _("First"), value=lambda pair: pair.a, sort=None, link=True, needs=BOTH),
        Column("a_where", _("Where"), value=lambda pair: where(pair.a), sort=None, needs=BOTH),
        Column("b", _("Second"), value=lambda pair: pair.b, sort=None, needs=BOTH),
        Column("b_where", _("Where"), value=lambda pair: where(pair.b), sort=None, needs=BOTH),
        Column("score", _("Score"), value=lambda pair: shown(pair.score), sort="score"),
        Column("why", _("Why"), value=lambda pair: pair.why, sort=None),
        Column("apart", _("Another location"), value=lambda pair: now_("yes") if pair.apart else "", sort="apart"),
    )


class Duplicates(ListPage):
    model = DuplicatePair
    title = _("Duplicates")
    url = "duplicates/"
    name = "duplicates"
    table = PairTable
    filters = (
        Choice("kind", _("Kind"), choices=Twins.choices),
        Choice("state", _("State"), choices=PairState.choices),
        Flag("likely", _("Likely, 0.9 or more"), Q(score__gte=LIKELY)),
        Flag("apart", _("Another location"), Q(apart=True)),
        Choice("found_by", _("Found by"), choices=FoundBy.choices),
    )
    tabs = ((_("Accounts"), "kind=account"), (_("Contacts"), "kind=contact"), (_("Not the same"), "state=different"))
    order = ("-score", "-id")
    buttons = (search_duplicates,)
    bulk = (mark_different, reopen_pair)
    paste = False
    empty = Empty(
        _("No duplicates waiting"),
        _(
            "Accounts and contacts are compared every night and when they change. A search looks through all of them now."
        ),
        "arrows-join",
    )

    def queryset(self, actor: Actor) -> QuerySet[DuplicatePair]:
        return visible(DuplicatePair.objects.select_related(*BOTH), actor)

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """What is decided only where it is asked for."""
        found = super().rows(actor, seen, table)
        return found if seen.asks("state") else found.filter(state=PairState.OPEN)


class PairRecord(RecordPage):
    """Both records beside each other: what is the same, what differs, what hangs on each."""

    model = DuplicatePair
    url = "duplicates/<int:pk>/"
    name = "duplicate"
    related = (*BOTH, "account_a__facts", "account_b__facts", "account_a__owner", "account_b__owner", "decided_by")
    buttons = (mark_different, reopen_pair)
    timeline = False
    template = "directory/pair.html"

    def state(self, obj: DuplicatePair) -> tuple[Any, str]:
        return state_of(obj)

    def subtitle(self, obj: DuplicatePair) -> str:
        return f"{shown(obj.score)} · {obj.why}"

    def facts(self, obj: DuplicatePair) -> Sequence[Fact]:
        return [
            (_("Score"), shown(obj.score)),
            (_("Kind"), obj.get_kind_display()),
            (_("Found by"), obj.get_found_by_display()),
            (_("Found"), obj.created_at, "when"),
            *(
                [(_("Decided by"), obj.decided_by, "person"), (_("Decided"), obj.decided_at, "when")]
                if obj.decided_at
                else []
            ),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: DuplicatePair) -> dict[str, Any]:
        used = merging.counts([obj.a, obj.b])
        keep, gone, why = merging.proposed(obj.a, obj.b, [sum(each.values()) for each in used])
        counts = used if keep is obj.a else used[::-1]
        return {
            "keep": keep, "gone": gone, "reason": why, "where": [where(keep), where(gone)],
            "lines": merging.lines_of(keep, gone), "counts": together(counts),
            "side_url": side_url(keep, gone) if obj.state == PairState.OPEN and merge_accounts.allowed(actor) else "",
            "money": [getattr(getattr(each, "facts", None), "mrr", None) for each in (keep, gone)],
        }  # fmt: skip

    def head(self, obj: DuplicatePair, actor: Actor) -> HeadView:
        """Of the two that say whether they are the same only the one that can be said now; merging has a page of its own."""
        head = super().head(obj, actor)
        shown = [replace(button, primary=False, more=False) for button in head.buttons if not button.refusal]
        return replace(head, buttons=shown)


def together(counts: Sequence[Mapping[str, int]]) -> list[tuple[str, int, int]]:
    """(what, of the one, of the other)."""
    ours, theirs = counts
    return [(name, ours.get(name, 0), theirs.get(name, 0)) for name in dict.fromkeys([*ours, *theirs])]


class SearchRecord(RecordPage):
    model = DuplicateSearch
    url = "duplicate-searches/<int:pk>/"
    name = "duplicate-search"
    related = ("started_by",)
    buttons = (stop_search,)
    timeline = False
    template = "directory/search.html"
    page_template = "directory/search_page.html"

    def state(self, obj: DuplicateSearch) -> tuple[Any, str]:
        tones = {SearchState.DONE: "won", SearchState.FAILED: "over"}
        return obj.get_state_display(), tones.get(SearchState(obj.state), "")

    def facts(self, obj: DuplicateSearch) -> Sequence[Fact]:
        return [
            (_("Started by"), obj.started_by, "person"),
            (_("Started"), obj.started_at, "when"),
            (_("Finished"), obj.finished_at, "when"),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: DuplicateSearch) -> dict[str, Any]:
        return {"live": obj.state in UNDER_WAY, "live_src": request.path}

    def head(self, obj: DuplicateSearch, actor: Actor) -> HeadView:
        """What is over cannot be stopped, and nobody needs to be told."""
        head = super().head(obj, actor)
        return replace(head, buttons=[button for button in head.buttons if not button.refusal])


class SearchForDuplicates(ActionPage):
    action = search_duplicates
    text = _(
        "All current records are compared with each other. It takes up to three minutes; you can go on with other work."
    )
    labels = {"kind": _("Look through")}
