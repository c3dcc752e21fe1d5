"""What a merge asks: the fields two records may differ in, and what would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.asking import Question, answers
from callboard.core.models import TimelineEntry
from callboard.core.refs import model_of
from callboard.directory.models import Account, Merge, RowChange
from callboard.directory.queries.groups import above
from callboard.directory.queries.pointers import moved
from callboard.directory.reading.addresses import phone_text

#: Tables that join: called by what they bring.
NAMED = {
    "journal.interactionaccount": gettext_lazy("interactions"),
    "core.timelineentry": gettext_lazy("lines of the timeline"),
}
#: Kept of both, so nothing is to be chosen.
JOINED = frozenset({"note", "custom"})
#: Not chosen of one side: what a record is known by, where it stands, what was decided about it.
NOT_CHOSEN = frozenset({"owner", "account", "location", "left_on", "archived_at"})


def fields_of(model: type[Model]) -> list["Field[Any, Any]"]:
    """The fields whose value may be taken from either side, in the order of the model."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in NOT_CHOSEN
    ]


def is_above(account: Account, other: Account) -> bool:
    """Whether `account` stands above `other` with somebody in between."""
    return other.parent_id != account.pk and account.pk in above(other.pk)


@dataclass(frozen=True)
class Line:
    """One field of both records as people read it. chosen: the side whose value is proposed, "keep" or "gone"."""

    name: str
    label: str
    keep: str
    gone: str
    chosen: str

    @property
    def differs(self) -> bool:
        return self.keep != self.gone


def lines_of(keep: Any, gone: Any) -> list[Line]:
    """The fields in which one of them says something; what only the gone record knows is proposed to be taken."""
    names = [field.name for field in fields_of(type(keep)) if field.name not in JOINED]
    names += ["owner"] if type(keep) is Account else []
    found = []
    for name in names:
        ours, theirs = said(keep, name), said(gone, name)
        if ours or theirs:
            label = str(keep._meta.get_field(name).verbose_name)
            found.append(Line(name, label, ours, theirs, "keep" if ours or not theirs else "gone"))
    return found


def said(record: Any, name: str) -> str:
    """A field as people read it."""
    value = getattr(record, name)
    display = getattr(record, f"get_{name}_display", None)
    if value in (None, "", [], {}):
        return ""
    if name == "phone":
        return phone_text(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(display() if display is not None else value)


def moving(record: Any) -> dict[str, "QuerySet[Any]"]:
    """What points at a record and would move, by the name people give it."""
    kind, root = record._meta.label_lower, isinstance(record, Account)
    found: dict[str, QuerySet[Any]] = {}
    for pointer in moved(type(record), root=root):
        if not pointer.kind_column and pointer.model is not TimelineEntry:
            found.setdefault(pointer.name, pointer.rows(kind, record.pk))
    return found


def counts(records: Sequence[Any]) -> list[dict[str, int]]:
    """For each record, what points at it by the name people give it, most first. One statement for all."""
    asked = {(at, name): rows for at, record in enumerate(records) for name, rows in moving(record).items()}
    answered = answers({key: Question("count", rows) for key, rows in asked.items()})
    found: list[dict[str, int]] = [{} for _record in records]
    for (at, name), number in answered.items():
        label = label_of(name)
        if number:
            found[at][label] = found[at].get(label, 0) + number
    return [dict(sorted(each.items(), key=lambda one: -one[1])) for each in found]


def label_of(name: str) -> str:
    """`orders.order.account_id` as `orders`."""
    kind = name.rpartition(".")[0]
    model = model_of(kind)
    return str(NAMED.get(kind) or (model._meta.verbose_name_plural if model is not None else kind))


def proposed(a: Any, b: Any, used: Sequence[int]) -> tuple[Any, Any, str]:
    """Which to keep, which goes, and why: the one that pays, else the one more is written down about, else the older."""
    pays = [_pays(record) for record in (a, b)]
    if pays[0] != pays[1]:
        why = _("It pays more a month.") if min(pays) > 0 else _("It is the customer.")
        return (a, b, why) if pays[0] > pays[1] else (b, a, why)
    if used[0] != used[1]:
        return (a, b, _("More belongs to it.")) if used[0] > used[1] else (b, a, _("More belongs to it."))
    return (a, b, _("It is the older one.")) if a.pk < b.pk else (b, a, _("It is the older one."))


def _pays(record: Any) -> Decimal:
    facts = getattr(record, "facts", None)
    return (facts.mrr if facts is not None else None) or Decimal(0)


def came_after(merge: Merge) -> dict[str, int]:
    """What was made since and belongs to the kept record: it stays there when the merge is taken apart."""
    mine = {(row.kind, row.column): row.ids for row in merge.rows.filter(change=RowChange.MOVED)}
    asked = {}
    for name, rows in moving(merge.kept).items():
        label, _dot, column = name.rpartition(".")
        if any(field.name == "created_at" for field in rows.model._meta.concrete_fields):
            new = rows.filter(created_at__gt=merge.merged_at)
            asked[name] = Question("count", new.exclude(pk__in=mine.get((label, column), [])))
    return {label_of(name): number for name, number in answers(asked).items() if number}


def done_to(merge: Merge) -> list[tuple[str, str, int]]:
    """(what, what was done, how many) of a merge, in words."""
    found: dict[tuple[str, str], int] = {}
    for row in merge.rows.all():
        if row.kind in (Account._meta.label_lower, "directory.contact") and row.change == RowChange.CHANGED:
            continue
        key = (label_of(f"{row.kind}.x"), str(RowChange(row.change).label))
        found[key] = found.get(key, 0) + len(row.ids)
    return [(what, done, number) for (what, done), number in sorted(found.items(), key=lambda one: -one[1])]


UNDONE = Q(undone_at__isnull=False)
