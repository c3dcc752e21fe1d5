"""Who may hear what on a stream.  Plain functions that ask the database; the stream runs them in a thread of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.db import close_old_connections
from django.db.models import Max, Min
from django.http import HttpRequest, parse_cookie
from django.utils.module_loading import import_string

from callboard.core import access, worker
from callboard.core.actions import Actor
from callboard.core.models import Change
from callboard.core.models import Model as HouseModel
from callboard.core.refs import model_of

#: How many missed changes are sent again; more than that and everything is fetched anew.
REPLAYED = 1000


@dataclass(frozen=True)
class Heard:
    """A change as the feed carries it."""

    seq: int
    kind: str
    object_id: int
    topic: str
    audience: tuple[str, ...]


@dataclass(frozen=True)
class Grant:
    """What one session may hear.  Two grants are equal when nothing about the rights changed."""

    person_id: int
    tokens: frozenset[str]
    hidden: frozenset[str]
    open_kinds: frozenset[str]
    some_kinds: frozenset[str]
    actor: Actor = field(compare=False)

    def may(self, change: Heard) -> bool:
        """Whether the copy of the audience and the matrix let it through; `some_kinds` are looked at once more."""
        audience = set(change.audience)
        return (
            bool(audience & self.tokens)
            and not audience & self.hidden
            and change.kind in self.open_kinds | self.some_kinds
        )


def asked(function: Any, *args: Any) -> Any:
    """Run a question in a thread, with connections that are still good."""
    close_old_connections()
    try:
        return function(*args)
    finally:
        close_old_connections()


def grant_of(cookies: str) -> Grant | None:
    """The grant of a request's session; None when nobody is signed in (any more)."""
    request = HttpRequest()
    request.COOKIES = parse_cookie(cookies)
    store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    request.session = store(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    person = get_user(request)
    if not person.is_authenticated or not person.is_active:
        return None
    actor = Actor("person", person=person)
    tokens = access.tokens(actor)
    scopes = {
        model._meta.label_lower: _scope(actor, model) for model in apps.get_models() if issubclass(model, HouseModel)
    }
    return Grant(
        int(person.pk),
        tokens,
        frozenset(f"-{token}" for token in tokens if token.startswith("person:")),
        frozenset(kind for kind, scope in scopes.items() if scope == "all"),
        frozenset(kind for kind, scope in scopes.items() if scope in ("own", "team")),
        actor,
    )


def _scope(actor: Actor, model: type[HouseModel]) -> access.Scope:
    view = access.view_of(model)
    return access.policy().scope(actor, view)


def visible_of(grant: Grant, changes: Iterable[Heard]) -> list[Heard]:
    """Those of `changes` whose records this grant sees; one query a kind."""
    by_kind: dict[str, set[int]] = {}
    kept = list(changes)
    for change in kept:
        by_kind.setdefault(change.kind, set()).add(change.object_id)
    seen: set[tuple[str, int]] = set()
    for kind, ids in by_kind.items():
        model = model_of(kind)
        if model is not None:
            rows = access.visible(model._default_manager.filter(pk__in=ids), grant.actor)
            seen |= {(kind, pk) for pk in rows.values_list("pk", flat=True)}
    return [change for change in kept if (change.kind, change.object_id) in seen]


def changes_between(after: int, to: int | None = None, limit: int = REPLAYED) -> list[Heard]:
    """Numbered changes after `after`, oldest first."""
    found = Change.objects.filter(seq__gt=after, **({"seq__lte": to} if to is not None else {})).order_by("seq")
    rows = found.values_list("seq", "kind", "object_id", "topic", "audience")[:limit]
    return [Heard(seq or 0, kind, pk, topic, tuple(audience)) for seq, kind, pk, topic, audience in rows]


def bounds() -> tuple[int, int]:
    """The oldest and the newest number still kept; (0, 0) when there is none."""
    found = Change.objects.aggregate(first=Min("seq"), last=Max("seq"))
    return found["first"] or 0, found["last"] or 0


def missed(after: int) -> list[Heard] | None:
    """What came after `after`; None when it is too much or no longer known, so that everything must be fetched anew."""
    first, last = bounds()
    if after > last or after < first - 1:
        return None
    found = changes_between(after, limit=REPLAYED + 1)
    return None if len(found) > REPLAYED else found


def worker_alive() -> bool:
    return worker.alive()
