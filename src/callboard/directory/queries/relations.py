"""Every column that points at an account or a person, found in the models: what a merge has to think of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, UniqueConstraint
from pghistory.models import Event

from callboard.core.registry import register


@dataclass(frozen=True)
class Relation:
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
def foreign_keys(target: type[Model]) -> tuple[Relation, ...]:
    """Every foreign key to `target`, those of joining tables among them, but for histories."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if is_history(model) or model._meta.proxy:
            continue
        found += [
            Relation(model, field.attname)
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is target
        ]
    return tuple(found)


def moved(target: type[Model], *, root: bool) -> Iterator[Relation]:
    """What a merge of two of `target` points at the kept one. root: they are accounts."""
    for relation in foreign_keys(target):
        hook = register.merge_hook.get(relation.name)
        if hook is None or not hook.stays:
            yield relation
    for hook in register.merge_hook:
        if hook.refs or (hook.root and root):
            label, _, column = hook.name.rpartition(".")
            yield Relation(apps.get_model(label), column, hook.refs)


@dataclass(frozen=True)
class Once:
    """A rule of the database by which two rows may not have the same `others` once both point at one record.

    where: it holds for these rows only. flag: the one column by which that is said, where it is a yes or no.
    """

    others: tuple[str, ...]
    where: Q | None
    flag: str = ""


def rules_of(relation: Relation) -> list[Once]:
    """The rules of uniqueness the column takes part in."""
    hook = register.merge_hook.get(relation.name)
    found = [Once(hook.once, Q())] if hook is not None and hook.once else []
    field = next(each for each in relation.model._meta.concrete_fields if each.attname == relation.column)
    for rule in relation.model._meta.constraints:
        if isinstance(rule, UniqueConstraint) and field.name in rule.fields:
            others = tuple(name for name in rule.fields if name not in (field.name, relation.kind_column))
            found.append(Once(others, rule.condition, _flag(rule.condition) if not others else ""))
    return found


def _flag(where: Q | None) -> str:
    """`primary` of Q(primary=True)."""
    if where is not None and len(where.children) == 1 and isinstance(where.children[0], tuple):
        name, value = where.children[0]
        return str(name) if value is True else ""
    return ""
