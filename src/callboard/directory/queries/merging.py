"""What a merge asks: the fields two records may differ in, and what would move."""

from typing import Any

from django.db.models import Field, Model

from callboard.directory.models import Account

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
    at, between, seen = other.parent_id, 0, set()
    while at is not None and at not in seen:
        if at == account.pk:
            return between > 0
        seen.add(at)
        at, between = Account.objects.values_list("parent", flat=True).get(pk=at), between + 1
    return False
