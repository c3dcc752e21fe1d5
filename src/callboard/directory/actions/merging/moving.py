"""The rows that point at the gone record point at the kept one afterwards, whatever table they stand in."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, Q

from callboard.core.refs import kind_of
from callboard.directory.actions.merging.noting import Notes
from callboard.directory.queries.pointers import Once, Pointer, in_ranges, moved, others_of, rules_of


def move_everything(notes: Notes, keep: Model, gone: Model, *, root: bool) -> None:
    """Move every pointer and Ref of `gone` to `keep`. What would stand there twice is resolved by the table's own rules."""
    for pointer in moved(type(keep), root=root):
        _move(notes, pointer, keep, gone)


def _move(notes: Notes, pointer: Pointer, keep: Any, gone: Any) -> None:
    rows = pointer.rows(kind_of(gone), gone.pk)
    if pointer.model is type(keep):
        rows = rows.exclude(pk=keep.pk)  # it does not become a part of itself
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    if ids:
        ids = _without_itself(notes, pointer, ids, keep)
    for rule in rules_of(pointer) if ids else ():
        ids = _without_twins(notes, pointer, rule, ids, keep)
    if in_ranges(pointer):
        ids = _without_overlaps(notes, pointer, ids, keep)
    notes.move(pointer, ids, keep.pk)


def _without_itself(notes: Notes, pointer: Pointer, ids: list[int], keep: Any) -> list[int]:
    """A row that says what the gone record is to the kept one (its network, its partner) says nothing any more."""
    about = Q(pk__in=[])
    for other in others_of(pointer):
        about |= Q(**{other: keep.pk})
    itself = list(pointer.all_rows().filter(about, pk__in=ids).values_list("pk", flat=True))
    if pointer.model is type(keep):
        return ids
    notes.remove(pointer.model, itself)
    return [pk for pk in ids if pk not in set(itself)]


def _without_overlaps(notes: Notes, pointer: Pointer, ids: list[int], keep: Any) -> list[int]:
    """Rows of days: one whose days the kept record has already, in the same thing, is taken away."""
    fitting = []
    for pk in ids:
        try:
            with transaction.atomic():
                pointer.all_rows().filter(pk=pk).update(**{pointer.column: keep.pk})
        except IntegrityError:
            notes.remove(pointer.model, [pk])
        else:
            fitting.append(pk)
    return fitting


def _without_twins(notes: Notes, pointer: Pointer, rule: Once, ids: list[int], keep: Any) -> list[int]:
    """What may move by this rule. A first address beside another first one becomes a further one; a row that says what
    one of the kept record says already is taken away, or stays where it is."""
    ours = pointer.rows(kind_of(keep), keep.pk).filter(rule.where)
    theirs = pointer.all_rows().filter(rule.where, pk__in=ids)
    if rule.flag:
        if ours.exists():
            flagged = list(theirs.values_list("pk", flat=True))
            notes.change(pointer.model, flagged, lambda: theirs.update(**{rule.flag: False}))
        return ids
    known = set(ours.values_list(*rule.others))
    twins = {pk for pk, *values in theirs.values_list("pk", *rule.others) if tuple(values) in known}
    if not rule.stays:
        notes.remove(pointer.model, sorted(twins))
    return [pk for pk in ids if pk not in twins]
