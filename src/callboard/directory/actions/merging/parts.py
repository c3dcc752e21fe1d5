"""What a merge does besides moving rows: fields, owner, primary addresses, decisions about pairs, facts."""

from collections.abc import Iterable
from typing import Any

from django.db.models import JSONField, Q
from django.utils.translation import gettext as _

from callboard.core.actions import Actor, Invalid
from callboard.core.registry import register
from callboard.directory.actions.merging.noting import Notes
from callboard.directory.actions.owners import hand_over
from callboard.directory.models import (
    Account,
    AccountFacts,
    AccountOwner,
    Contact,
    DuplicatePair,
    FoundBy,
    OwnerRole,
    PairState,
    Twins,
)
from callboard.directory.queries import merging

OWNER = "owner"


def join_fields(notes: Notes, keep: Any, gone: Any, take: str, by: Actor) -> None:
    """Give `keep` the values of `gone` that `take` names; notes of both are kept one below the other."""
    wanted = [name.strip() for name in take.split(",") if name.strip()]
    fields = {field.name: field for field in merging.fields_of(type(keep))}
    unknown = [name for name in wanted if name not in fields and not (name == OWNER and type(keep) is Account)]
    if unknown:
        raise Invalid({"take": _("“{name}” is no field that can be taken.").format(name=unknown[0][:40])})
    for name in wanted:
        if name != OWNER:
            setattr(keep, name, getattr(gone, name))
    for name, field in fields.items():
        if isinstance(field, JSONField):
            setattr(keep, name, {**getattr(gone, name), **getattr(keep, name)})
    if "note" not in wanted and gone.note.strip() and gone.note.strip() not in keep.note:
        keep.note = f"{keep.note.rstrip()}\n\n{gone.note}".strip()
    for field in fields.values():
        if field.related_model is type(keep):
            _not_itself(field.attname, keep, gone)
    keep.updated_at = by.now
    notes.change(type(keep), [keep.pk], keep.save)
    if OWNER in wanted:
        _take_owner(notes, keep, gone, by)


def _not_itself(column: str, keep: Any, gone: Any) -> None:
    """Where `keep` was part of `gone`, or `gone` of it, it becomes part of what `gone` was part of, never of itself."""
    if getattr(keep, column) in (keep.pk, gone.pk):
        above = getattr(gone, column)
        setattr(keep, column, above if above != keep.pk else None)


def _take_owner(notes: Notes, keep: Account, gone: Account, by: Actor) -> None:
    before = AccountOwner.objects.filter(account=keep, role=OwnerRole.OWNER, ends_on=None).first()
    if keep.owner_id == gone.owner_id:
        return
    rows = AccountOwner.objects.filter(account=keep, role=OwnerRole.OWNER)
    notes.watch(
        AccountOwner,
        lambda: rows.values_list("pk", flat=True),
        lambda: hand_over(keep, before, gone.owner, OwnerRole.OWNER, by.today),
    )
    keep.owner = gone.owner
    notes.change(Account, [keep.pk], lambda: keep.save(update_fields=["owner"]))


def give_owner_back(keep: Account, by: Actor) -> None:
    """After the rows are back: the owner and the open row of their history agree again. Whoever owned it in between is
    kept as that."""
    keep.refresh_from_db()
    current = AccountOwner.objects.filter(account=keep, role=OwnerRole.OWNER, ends_on=None).first()
    if (current.person_id if current else None) != keep.owner_id:
        hand_over(keep, current, keep.owner, OwnerRole.OWNER, by.today)


def first_addresses(contacts: Iterable[Contact]) -> None:
    """Whoever has addresses or numbers has a first one."""
    for contact in contacts:
        for rows in (contact.emails, contact.phones):
            first = None if rows.filter(primary=True).exists() else rows.order_by("pk").first()
            if first is not None:
                rows.filter(pk=first.pk).update(primary=True)


def settle_pairs(notes: Notes, kind: Twins, keep: Any, gone: Any, by: Actor) -> None:
    """The pair is merged. What somebody said is not the same as the gone one is not the same as the kept one either."""
    a, b = f"{kind}_a", f"{kind}_b"
    low, high = sorted((keep.pk, gone.pk))
    pair = DuplicatePair.objects.filter(**{a: low, b: high})
    decided = {"state": PairState.MERGED, "decided_by": by.person, "decided_at": by.now}
    notes.change(DuplicatePair, pair.values_list("pk", flat=True), lambda: pair.update(**decided))
    for other in _not_the_same(kind, gone.pk) - _not_the_same(kind, keep.pk) - {keep.pk}:
        low, high = sorted((keep.pk, other))
        given = {"kind": kind, "score": 0, "state": PairState.DIFFERENT, "found_by": FoundBy.ENTRY}
        known, new = DuplicatePair.objects.get_or_create(
            **{f"{a}_id": low, f"{b}_id": high},
            defaults=given
            | {"decided_by": by.person, "decided_at": by.now, "created_at": by.now, "updated_at": by.now},
        )
        if new:
            notes.made(known)
        else:
            same = DuplicatePair.objects.filter(pk=known.pk)
            notes.change(DuplicatePair, [known.pk], lambda same=same: same.update(state=PairState.DIFFERENT))  # type: ignore[misc]


def _not_the_same(kind: Twins, pk: int) -> set[int]:
    a, b = f"{kind}_a_id", f"{kind}_b_id"
    rows = DuplicatePair.objects.filter(Q(**{a: pk}) | Q(**{b: pk}), kind=kind, state=PairState.DIFFERENT)
    return {other for both in rows.values_list(a, b) for other in both} - {pk}


def work_out_facts(account_ids: Iterable[int]) -> None:
    """Every registered fact of these accounts as its owner computes it now."""
    ids = list(account_ids)
    found = {entry.name: entry.recompute(ids) for entry in register.fact}
    for pk in ids:
        AccountFacts.objects.filter(account=pk).update(**{name: values.get(pk) for name, values in found.items()})
