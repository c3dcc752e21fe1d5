"""Merging side by side, and what became of it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Action, Actor
from callboard.core.refs import number_in
from callboard.directory.actions import merge_accounts, merge_contacts, undo_merge
from callboard.directory.models import Account, Merge, Twins
from callboard.directory.queries import merging
from callboard.kit.addresses import action_url
from callboard.kit.filters import Choice, Flag, Person
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.tables import Column, Table

SIDE = "side_"
#: Says that the form was sent from where both stood beside each other.
COMPARED = "compared"


def side_url(keep: Any, gone: Any) -> str:
    """Where the two are merged side by side."""
    action: Action[..., Any] = merge_accounts if isinstance(keep, Account) else merge_contacts
    return f"{action_url(action)}?{urlencode({'keep': keep.pk, 'gone': gone.pk})}"


class SideBySide(ActionPage):
    """Both records with every field in which they differ. Without both in the address it asks which two."""

    related: tuple[str, ...] = ()
    template = "directory/merge.html"

    def both(self, request: HttpRequest, actor: Actor) -> list[Any]:
        """The two of the address or the form, the kept one first; [] where one is missing or not to be seen."""
        model = self.action.params[0].type
        given = request.POST if request.method == "POST" else request.GET
        ids = [number_in(given.get(name, "")) for name in ("keep", "gone")]
        if None in ids or ids[0] == ids[1]:
            return []
        rows = visible(model.objects.select_related(*self.related), actor).in_bulk(ids)
        return [rows[pk] for pk in ids if pk in rows] if len(rows) == len(ids) else []

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        form = super().form(request, actor, target)
        if request.method == "POST" and COMPARED in request.POST:
            data: Any = form.data
            form.data = data = data.copy()
            sides = {
                name.removeprefix(SIDE)
                for name, value in request.POST.items()
                if name.startswith(SIDE) and value == "gone"
            }
            data["take"] = ",".join(sorted(sides))
        return form

    def post(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponseBase:
        """Nobody merges what they have not seen beside each other."""
        both = self.both(request, actor)
        if both and COMPARED not in request.POST:
            return HttpResponseRedirect(side_url(*both))
        return super().post(request, actor, pk, **kwargs)

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        both = self.both(request, actor)
        if not both:
            return {}
        keep, gone = both
        used = merging.counts(both)
        best, _other, why = merging.proposed(keep, gone, [sum(each.values()) for each in used])
        lines = [(line, request.POST.get(SIDE + line.name, line.chosen)) for line in merging.lines_of(keep, gone)]
        return {
            "keep": keep, "gone": gone, "lines": lines, "swap_url": side_url(gone, keep),
            "reason": why if best.pk == keep.pk else "", "moves": list(used[1].items()), "compared": COMPARED,
            "money": [getattr(getattr(each, "facts", None), "mrr", None) for each in (keep, gone)],
            "notes": bool(gone.note.strip() and keep.note.strip()),
            "cancel_url": keep.get_absolute_url(),
        }  # fmt: skip


class MergeAccounts(SideBySide):
    action = merge_accounts
    related = ("facts", "owner", "parent", "bill_to")
    labels = {"keep": _("Keep"), "gone": _("Merge into it"), "take": _("Fields to take from it")}
    text = _("Choose two accounts; you will see them beside each other before anything is merged.")


class MergeContacts(SideBySide):
    action = merge_contacts
    related = ("account",)
    labels = {"keep": _("Keep"), "gone": _("Merge into it"), "take": _("Fields to take from it")}
    text = _("Choose two contacts; you will see them beside each other before anything is merged.")


BOTH = ("kept_account", "gone_account", "kept_contact", "gone_contact")


def state_of(merge: Merge) -> tuple[Any, str]:
    return (_("Taken apart"), "") if merge.undone_at else (_("Merged"), "won")


class MergeTable(Table):
    columns = (
        Column("kept", _("Kept"), value=lambda merge: merge.kept, sort=None, link=True, needs=BOTH),
        Column("gone", _("Merged into it"), value=lambda merge: merge.gone, sort=None, needs=BOTH),
        Column("kind", _("Kind")),
        Column("merged_at", _("When"), kind="when"),
        Column("by_person", _("By"), kind="person"),
        Column("state", _("State"), kind="chip", value=state_of, sort=None),
    )


class Merges(ListPage):
    model = Merge
    title = _("Merges")
    url = "merges/"
    name = "merges"
    table = MergeTable
    filters = (
        Choice("kind", _("Kind"), choices=Twins.choices),
        Person("by_person", _("By")),
        Flag("undone", _("Taken apart"), merging.UNDONE),
    )
    order = ("-merged_at", "-id")
    buttons = (merge_accounts, merge_contacts)
    paste = False
    empty = Empty(
        _("Nothing was merged yet"), _("What was merged stands here and can be taken apart again."), "arrows-join"
    )

    def queryset(self, actor: Actor) -> QuerySet[Merge]:
        return visible(Merge.objects.select_related(*BOTH, "by_person"), actor)


class MergeRecord(RecordPage):
    model = Merge
    url = "merges/<int:pk>/"
    name = "merge"
    related = (*BOTH, "by_person", "undone_by")
    buttons = (undo_merge,)
    timeline = False
    template = "directory/merged.html"

    def state(self, obj: Merge) -> tuple[Any, str]:
        return state_of(obj)

    def facts(self, obj: Merge) -> Sequence[Fact]:
        return [
            (_("Kept"), obj.kept, "account"),
            (_("Merged into it"), f"{obj.gone}{f' #{obj.gone.number}' if obj.kind == Twins.ACCOUNT else ''}"),
            (_("By"), obj.by_person, "person"),
            (_("When"), obj.merged_at, "when"),
            *(
                [(_("Taken apart by"), obj.undone_by, "person"), (_("Taken apart"), obj.undone_at, "when")]
                if obj.undone_at
                else []
            ),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Merge) -> dict[str, Any]:
        after = merging.came_after(obj) if obj.undone_at is None else {}
        return {"done": merging.done_to(obj), "after": list(after.items()), "undone": obj.undone_at is not None}
