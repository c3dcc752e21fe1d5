"""Which record of ours an address leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from django.urls import Resolver404, resolve

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.models import Model as Kept
from callboard.core.refs import BIGGEST, Ref, kind_of, model_of
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page


@dataclass(frozen=True)
class Place:
    """A page of ours, and the record it shows: pk is None for a page without one."""

    page: type[Page]
    pk: int | None = None

    @property
    def model(self) -> type[Model] | None:
        return self.page.model if self.pk is not None else None


def place_of(address: str) -> Place | None:
    """The page at an address of ours (path, perhaps with a query); None where there is none."""
    try:
        return _at(urlsplit(address).path, settings.ROOT_URLCONF)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _at(path: str, urlconf: str) -> Place | None:
    """Which page a path leads to changes only with the program."""
    try:
        found = resolve(path, urlconf)
    except (Resolver404, ValueError):
        return None
    page = PAGES.get(found.url_name or "")
    if page is None:
        return None
    pk = found.kwargs.get("pk")
    record = isinstance(pk, int) and pk <= BIGGEST and page.model is not None and not issubclass(page, ListPage)
    return Place(page, pk if record else None)


def record_at(address: str, actor: Actor) -> Any:
    """The record an address leads to, as the actor may see it; None for none."""
    place = place_of(address)
    if place is None or place.model is None:
        return None
    return visible(place.model._default_manager.all(), actor).filter(pk=place.pk).first()


def gone(addresses: list[str], actor: Actor) -> set[str]:
    """Those of the addresses whose record is not there any more or not for the actor to see; one query a kind."""
    wanted: dict[type[Model], dict[int, list[str]]] = {}
    missing: set[str] = set()
    for address in addresses:
        place = place_of(address)
        if place is None:
            missing.add(address)
        elif place.model is not None and place.pk is not None:
            wanted.setdefault(place.model, {}).setdefault(place.pk, []).append(address)
    for model, known in sorted(wanted.items(), key=lambda pair: kind_of(pair[0])):
        there = set(visible(model._default_manager.filter(pk__in=known), actor).values_list("pk", flat=True))
        missing |= {address for pk, those in known.items() if pk not in there for address in those}
    return missing


def seen(refs: Iterable[Ref], actor: Actor) -> dict[Ref, Any]:
    """The records behind refs that the actor may see; one query a kind."""
    wanted: dict[str, set[int]] = {}
    for ref in refs:
        wanted.setdefault(ref.kind, set()).add(ref.id)
    found: dict[Ref, Any] = {}
    for kind, ids in wanted.items():
        model = model_of(kind)
        if model is not None and issubclass(model, Kept):
            rows = visible(model._default_manager.filter(pk__in=ids), actor)
            found |= {Ref(kind, row.pk): row for row in rows}
    return found
