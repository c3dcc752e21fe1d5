"""An account that was merged into another stands for it: what a form still open gives to it goes where it went."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.conf import settings

from callboard.core.errors import RootsMissing
from callboard.core.frame import Frame


def given_to_kept(given: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """The arguments, each account among them that was merged replaced by the one it went into.

    Raises RootsMissing for one that is not locked yet.
    """
    if not frame.moved:
        return given
    return {name: _kept(value, frame) for name, value in given.items()}


def last(pk: int, moved: Mapping[int, int]) -> int:
    """Where a record that was merged, and merged again, went in the end."""
    while pk in moved:
        pk = moved[pk]
    return pk


def _kept(value: Any, frame: Frame) -> Any:
    root = apps.get_model(settings.ROOT_MODEL)
    if isinstance(value, list | tuple):
        kept = [_kept(each, frame) for each in value]
        # Whoever names both means one.
        return type(value)(dict.fromkeys(kept)) if kept != list(value) else value
    if not isinstance(value, root) or value.pk not in frame.moved:
        return value
    pk = last(value.pk, frame.moved)
    if pk not in frame.roots:
        raise RootsMissing({pk})
    return root._default_manager.get(pk=pk)
