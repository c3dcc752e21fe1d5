"""The rows that point at the gone record point at the kept one afterwards, whatever table they stand in."""

from typing import Any

from django.db.models import Model, Q

from callboard.core.refs import kind_of
from callboard.directory.actions.merging.noting import Notes
from callboard.directory.queries.relations import Once, Relation, moved, rules_of


def move_everything(notes: Notes, keep: Model, gone: Model, *, root: bool) -> None:
    """Move every relation and Ref of `gone` to `keep`. What would stand there twice is resolved by the table's own rules."""
    for relation in moved(type(keep), root=root):
        _move(notes, relation, keep, gone)


def _move(notes: Notes, relation: Relation, keep: Any, gone: Any) -> None:
    rows = relation.rows(kind_of(gone), gone.pk)
    if relation.model is type(keep):
        rows = rows.exclude(pk=keep.pk)  # it does not become a part of itself
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for rule in rules_of(relation) if ids else ():
        ids = _without_twins(notes, relation, rule, ids, keep)
    notes.move(relation, ids, keep.pk)


def _without_twins(notes: Notes, relation: Relation, rule: Once, ids: list[int], keep: Any) -> list[int]:
    """What may move by this rule. A first address beside another first one becomes a further one; a row that says what
    one of the kept record says already is taken away; one that only waits (a condition) stays where it is."""
    where = rule.where or Q()
    ours = relation.rows(kind_of(keep), keep.pk).filter(where)
    theirs = relation.all_rows().filter(where, pk__in=ids)
    if rule.flag:
        if ours.exists():
            flagged = list(theirs.values_list("pk", flat=True))
            notes.change(relation.model, flagged, lambda: theirs.update(**{rule.flag: False}))
        return ids
    known = set(ours.values_list(*rule.others))
    twins = [pk for pk, *values in theirs.values_list("pk", *rule.others) if tuple(values) in known]
    if rule.where is None:
        notes.remove(relation.model, twins)
    return [pk for pk in ids if pk not in set(twins)]
