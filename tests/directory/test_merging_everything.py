"""No pointer is forgotten, and a merge taken apart leaves every business table as it was."""

import json
import random
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import connection
from django.db.models import F, Model, Sum

from callboard.config.demo import build
from callboard.core.actions import Actor, Refused
from callboard.core.registry import register
from callboard.directory.actions import merge_accounts, merge_contacts, undo_merge
from callboard.directory.models import Account, Contact
from callboard.directory.queries.pointers import foreign_keys, in_ranges, is_history, moved, rules_of
from callboard.orders.models import MrrEntry
from callboard.team.models import Person

KINDS = (Account, Contact)
#: What says that something was done, or is worked out again; and the ledgers, which only grow.
NOT_BUSINESS = {
    "core.log", "core.change", "core.oncekey", "core.searchentry", "core.searchword", "core.searchmark", "core.notice",
    "directory.merge", "directory.mergedrow", "orders.mrrentry", "orders.movement", "sessions.session",
}  # fmt: skip
COUNTING = {"version", "updated_at"}
#: What the story of the two verbs adds to a timeline.
TOLD = ("directory.merged", "directory.merge_undone")


def ours() -> Iterator[type[Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("callboard.") and not is_history(model) and not model._meta.proxy:
            yield model


# Every pointer


@pytest.mark.parametrize("target", KINDS)
def test_every_relation_to_what_is_merged_is_handled(target: type[Model]) -> None:
    """A foreign key is moved by itself. One that stands once a record needs somebody to have thought of it: an entry in `register.merge_hook`."""
    for pointer in foreign_keys(target):
        hook = register.merge_hook.get(pointer.name)
        if hook is not None:
            assert hook.stays or hook.refs or hook.root or hook.once, f"{pointer.name}: its entry says nothing"
            continue
        field = next(each for each in pointer.model._meta.concrete_fields if each.attname == pointer.column)
        assert not field.unique, f"{pointer.name} stands once a record: say in register.merge_hook what a merge does"
        for rule in pointer.model._meta.constraints:
            parts = getattr(rule, "expressions", ())
            plain = isinstance(rule, ExclusionConstraint) or all(isinstance(part, F) for part in parts)
            assert plain or field.name not in repr(parts), (
                f"{rule.name} is over more than columns: say what a merge does"
            )
        for once in rules_of(pointer):
            taken_away = not (once.stays or once.flag) or in_ranges(pointer)
            pointing = [each for each in pointer.model._meta.related_objects if not is_history(each.related_model)]
            assert not (taken_away and pointing), (
                f"{pointer.name}: a row that stands twice is taken away, yet {pointing} point at it"
            )


def test_every_reference_without_a_foreign_key_is_handled() -> None:
    """Ids of any record (a Ref) and of an account (root_id) stand in index tables: each is moved or left by an entry."""
    for model in ours():
        relations = {field.attname for field in model._meta.concrete_fields if field.is_relation}
        names = {field.attname for field in model._meta.concrete_fields} - relations
        for column in sorted(names):
            kind = column.removesuffix("_id") + "_kind"
            one_of_any = column.endswith("_id") and (
                kind in names or "kind" in names or column in ("target_id", "object_id")
            )
            if (one_of_any or column == "root_id") and column not in ("log_id", "cause_id", "undoes_id", "message_id"):
                name = f"{model._meta.label_lower}.{column}"
                assert register.merge_hook.get(name) is not None, (
                    f"{name}: say in register.merge_hook what a merge does"
                )


def test_every_entry_names_a_column_there_is() -> None:
    for hook in register.merge_hook:
        label, _, column = hook.name.rpartition(".")
        model = apps.get_model(label)
        assert column in {field.attname for field in model._meta.concrete_fields}, hook.name
        assert set(hook.once) <= {field.attname for field in model._meta.concrete_fields}, hook.name


# There and back


def dump() -> dict[str, dict[Any, dict[str, Any]]]:
    """Every business table by label: rows by id, as the database says them."""
    found = {}
    with connection.cursor() as cursor:
        for model in ours():
            if model._meta.label_lower in NOT_BUSINESS:
                continue
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(f'SELECT "{key}", to_jsonb(t) FROM "{table}" t')
            rows = {pk: json.loads(row) if isinstance(row, str) else row for pk, row in cursor.fetchall()}
            kept = (row for row in rows.items() if row[1].get("kind") not in TOLD)
            found[model._meta.label_lower] = {
                pk: {name: value for name, value in row.items() if name not in COUNTING} for pk, row in kept
            }
    return found


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    found = []
    for label in before:
        for pk in before[label].keys() | after[label].keys():
            was, now = before[label].get(pk), after[label].get(pk)
            if was != now:
                names = [] if not (was and now) else [(n, was[n], now[n]) for n in was if was[n] != now.get(n)]
                found.append(f"{label} {pk}: {names or (was, now)}")
    return found


def balances() -> dict[tuple[int, int], Any]:
    rows = (
        MrrEntry.objects.values_list("account", "subscription")
        .order_by()
        .annotate(total=Sum("amount"), seats=Sum("quantity"))
    )
    return {(account, subscription): (total, seats) for account, subscription, total, seats in rows if total or seats}


def checked() -> list[Any]:
    return [found for check in register.check if check.name != "core.search" for found in check.run()]


def pairs(model: type[Model], count: int, seed: int) -> Iterable[tuple[Any, Any]]:
    """Random pairs, and those that have most in common: people of one account, accounts of one interaction."""
    rng = random.Random(seed)
    rows = list(model._default_manager.order_by("pk"))
    for _turn in range(count):
        yield tuple(rng.sample(rows, 2))  # type: ignore[misc]


@pytest.fixture
def company(db: None) -> Actor:
    build(seed=3, scale=0.03)
    return Actor("person", person=Person.objects.filter(roles__role="sales_support").first())


@pytest.mark.parametrize("model", KINDS)
def test_random_pairs_merged_and_taken_apart_leave_every_table_as_it_was(model: type[Model], company: Actor) -> None:
    assert checked() == []
    merge: Any = merge_accounts if model is Account else merge_contacts
    done, seen = 0, set()
    for turn, (keep, gone) in enumerate(pairs(model, 14, seed=5)):
        before, sums = dump(), balances()
        take = "owner,phone,name,tier" if model is Account and turn % 2 else "title,name" if turn % 2 else ""
        try:
            made = merge(by=company, keep=keep, gone=gone, take=take)
        except Refused as refused:
            assert "part of" in str(refused)
            continue
        assert checked() == [], f"{gone} into {keep}"
        left = [
            pointer.name
            for pointer in moved(model, root=model is Account)
            if pointer.rows(model._meta.label_lower, gone.pk).exists()
        ]
        assert set(left) <= {
            "core.timelineentry.root_id",
            "core.timelineentry.ref_id",
            "work.task.source_id",
            "directory.account.parent_id",
        }, left
        seen |= set(made.rows.values_list("kind", "change"))
        if model is Account:
            mrr = sum(
                Decimal(str(rows["mrr"] or 0))
                for pk, rows in before["directory.accountfacts"].items()
                if pk in (keep.pk, gone.pk)
            )
            keep.facts.refresh_from_db()
            assert (keep.facts.mrr or 0) == mrr
        undo_merge(made, by=company)
        assert differences(before, dump()) == [], f"{gone} into {keep}"
        assert balances() == sums
        assert checked() == []
        done += 1
    assert done > 8
    expected = {
        "directory.contact",
        "orders.subscription",
        "orders.order",
        "core.timelineentry",
        "journal.interactionaccount",
    }
    people = {"directory.contactemail", "directory.contactphone", "journal.interaction", "core.timelineentry"}
    assert {(kind, "moved") for kind in (expected if model is Account else people)} <= seen
