"""What a run would change, record by record: who had it before, who has it then, and what it is worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.models import Run, RunTarget
from callboard.core.runs.rehearsing import SHOWN, Changed, Effect, Rehearsal
from callboard.kit.listing.columns import summable
from callboard.kit.listing.sums import totals
from callboard.kit.runs.front import list_of
from callboard.kit.tables import Column, Text, labels_of

Names = Mapping[tuple[type[Model], Any], str]


@dataclass(frozen=True)
class Foreseen:
    """A record that would be done.  changes: (field, before, after); said: what its timeline would say, where no field
    says more; amount: what stands in the list's column of amounts."""

    name: str
    url: str
    changes: Sequence[tuple[Text, str, str]]
    said: str
    amount: Any


@dataclass(frozen=True)
class Worth:
    """What all targets come to in the column of amounts their list has."""

    label: Text
    amount: Any


def foreseen(run: Run, seen: Rehearsal, actor: Actor) -> list[Foreseen]:
    """The first of those that would be done."""
    ids = list(seen.effects)[:SHOWN]
    rows = list(run.targets.filter(pk__in=ids).select_related("run").order_by("position"))
    amounts = _amounts(run, [row.target_id for row in rows], actor)
    names = _names(change for pk in ids for change in seen.effects[pk].changes)
    return [_foreseen(row, seen, names, amounts.get(row.target_id or 0)) for row in rows]


def _foreseen(row: RunTarget, seen: Rehearsal, names: Names, amount: Any) -> Foreseen:
    effect: Effect = seen.effects[row.pk]
    changes = [
        (str(change.field.verbose_name), _said(change, change.before, names), _said(change, change.after, names))
        for change in effect.changes
    ]
    said = "" if changes else " ".join(effect.said) or _("It is so already")
    return Foreseen(seen.results[row.pk].name or str(row), url_of(row), changes, said, amount)


def nobody(kind: Any) -> str:
    """ "none" of a kind of record, which people are called by otherwise."""
    return _("nobody") if kind is get_user_model() else _("none")


def _said(change: Changed, value: Any, names: Names) -> str:
    """A raw value in words."""
    related: Any = change.field.related_model
    if value is None or value == "":
        return nobody(related)
    if related is not None:
        return names.get((related, value), _("no longer there"))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    labels = labels_of(change.field.model, change.field.name)
    return str((labels or {}).get(value, value))


def _names(changes: Iterable[Changed]) -> Names:
    """What the records are called that fields refer to; a query a kind."""
    wanted: dict[Any, set[Any]] = {}
    for change in changes:
        if change.field.related_model is not None:
            wanted.setdefault(change.field.related_model, set()).update({change.before, change.after} - {None})
    return {
        (model, pk): str(record)
        for model, ids in wanted.items()
        for pk, record in model._default_manager.in_bulk(list(ids)).items()
    }


def worth(run: Run, actor: Actor) -> Worth | None:
    """None where the list has no amounts, there are too many rows to add up, or nothing comes of it."""
    found = _listed(run, actor)
    if found is None:
        return None
    rows, column, path = found
    amount = totals(rows.filter(pk__in=run.targets.values("target_id")), [(column, path)]).sums.get(column.key)
    return Worth(column.label, amount) if amount else None


def _amounts(run: Run, ids: Sequence[int | None], actor: Actor) -> dict[int, Any]:
    found = _listed(run, actor)
    if found is None:
        return {}
    rows, _column, path = found
    return dict(rows.filter(pk__in=ids).values_list("pk", path))


def _listed(run: Run, actor: Actor) -> tuple[QuerySet[Any], Column, str] | None:
    """The list the targets were chosen on, as its rows, its first column of amounts, and where that stands."""
    page = list_of(run.source.partition("?")[0])
    if page is None or run.undoes_id or not page.open_to(actor):
        return None
    shown = page()
    rows = shown.queryset(actor)
    added = summable(page.model, shown.the_table().all, rows.query.annotations)
    return next(((rows, column, path) for column, path in added if column.kind == "money"), None)
