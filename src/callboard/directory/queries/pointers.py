"""Every column that points at an account or a person, found in the models: what a merge has to think of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import Model, Q, UniqueConstraint
from pghistory.models import Event

from callboard.core.registry import MergeHook, register


@dataclass(frozen=True)
class Pointer:
    """A column of a model whose values are ids of `target`. kind_column: where a Ref keeps the kind beside the id."""

    model: type[Model]
    column: str
    kind_column: str = ""

    @property
    def name(self) -> str:
        return f"{self.model._meta.label_lower}.{self.column}"

    def rows(self, kind: str, pk: int) -> Any:
        """The rows that point at the record of that kind and id."""
        given = {self.column: pk} | ({self.kind_column: kind} if self.kind_column else {})
        return self.model._default_manager.filter(**given).order_by()

    def all_rows(self) -> Any:
        return self.model._default_manager.order_by()


def is_history(model: type[Model]) -> bool:
    """What a row once was. It is about that row for ever."""
    return issubclass(model, Event)


@cache
def foreign_keys(target: type[Model]) -> tuple[Pointer, ...]:
    """Every foreign key to `target`, those of joining tables among them, but for histories."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if is_history(model) or model._meta.proxy:
            continue
        found += [
            Pointer(model, field.attname)
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is target
        ]
    return tuple(found)


def moved(target: type[Model], *, root: bool) -> Iterator[Pointer]:
    """What a merge of two of `target` points at the kept one. root: they are accounts."""
    for pointer in foreign_keys(target):
        hook = register.merge_hook.get(pointer.name)
        if hook is None or not hook.stays:
            yield pointer
    for hook in register.merge_hook:
        if hook.refs or (hook.root and root):
            yield _hooked(hook)


def refs_to() -> Iterator[Pointer]:
    """Columns that name a record of any kind by a Ref; lines of the timeline do not count, they tell of it."""
    for hook in register.merge_hook:
        if hook.refs and not hook.name.startswith("core.timelineentry."):
            yield _hooked(hook)


def _hooked(hook: MergeHook) -> Pointer:
    label, _, column = hook.name.rpartition(".")
    return Pointer(apps.get_model(label), column, hook.refs)


@dataclass(frozen=True)
class Once:
    """A rule by which two rows may not have the same `others` once both point at one record.

    where: it holds for these rows only. flag: the one column by which that is said, where it is a yes or no.
    stays: such a row is left where it is instead of being taken away.
    """

    others: tuple[str, ...]
    where: Q
    flag: str = ""
    stays: bool = False


def rules_of(pointer: Pointer) -> list[Once]:
    """The rules of uniqueness the column takes part in."""
    hook = register.merge_hook.get(pointer.name)
    found = [Once(hook.once, Q(), stays=True)] if hook is not None and hook.once else []
    name = _field(pointer).name
    for rule in pointer.model._meta.constraints:
        if isinstance(rule, UniqueConstraint) and name in (names := _names(rule)):
            others = tuple(each for each in names if each not in (name, pointer.kind_column))
            flag = _flag(rule.condition) if not others else ""
            found.append(Once(others, rule.condition or Q(), flag, stays=bool(pointer.kind_column)))
    return found


def _names(rule: UniqueConstraint) -> tuple[str, ...]:
    """Its columns. One over anything else than columns takes no part in a merge (a test says so)."""
    plain = [getattr(part, "name", "") for part in rule.expressions]
    return tuple(rule.fields) or (tuple(plain) if all(plain) else ())


def in_ranges(pointer: Pointer) -> bool:
    """Whether a rule of the database forbids two rows of one record whose days overlap."""
    name = _field(pointer).name if not pointer.kind_column else ""
    return any(
        isinstance(rule, ExclusionConstraint) and any(name == part for part, _operator in rule.expressions)
        for rule in pointer.model._meta.constraints
    )


def others_of(pointer: Pointer) -> list[str]:
    """The other columns of the row that point at a record of the same kind."""
    if pointer.kind_column or not _field(pointer).is_relation:
        return []
    target = _field(pointer).related_model
    fields = pointer.model._meta.concrete_fields
    return [f.attname for f in fields if f.is_relation and f.related_model is target and f.attname != pointer.column]


def _field(pointer: Pointer) -> Any:
    return next(each for each in pointer.model._meta.concrete_fields if each.attname == pointer.column)


def _flag(where: Q | None) -> str:
    """`primary` of Q(primary=True)."""
    if where is not None and len(where.children) == 1 and isinstance(where.children[0], tuple):
        name, value = where.children[0]
        return str(name) if value is True else ""
    return ""
