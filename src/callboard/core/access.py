"""Who may do and see what.  A model declares paths (``Access``), a policy answers scopes, and this module joins the two.

``own`` and ``team`` follow only paths that end in team or directory models.  Scopes are ``none``, ``own``, ``team``, ``all``.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from django.conf import settings
from django.db.models import Model as DjangoModel
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from callboard.core.actor import Actor

Scope = Literal["none", "own", "team", "all"]
M = TypeVar("M", bound=DjangoModel)


@dataclass(frozen=True)
class Access:
    """How rows of a model belong to people.

    own: path to a person, or several separated by spaces.  team: the same, to a team.  audience: name of the text[] field of tokens.
    view: the operation that opens the rows; ``""`` means ``<app>.view``.
    """

    own: str = ""
    team: str = ""
    audience: str = ""
    view: str = ""


class Policy(Protocol):
    """What team implements and ``settings.POLICY`` names."""

    def scope(self, actor: "Actor", operation: str) -> Scope: ...

    def people(self, actor: "Actor", operation: str = "") -> frozenset[int]:
        """The actor and everyone it covers for now; the actor alone for an operation that cover never lends."""
        ...

    def teams(self, actor: "Actor", operation: str = "") -> frozenset[int]:
        """Their teams, in the same way."""
        ...

    def mark(self, actor: "Actor") -> Hashable:
        """What is equal for two requests only where both may see and do the same."""
        ...

    def beside_person(self, now: datetime) -> tuple[str, list[Any]]:
        """An SQL expression and its parameters: what decides the rights of a row of the people's table, for a statement
        that reads the person anyway."""
        ...

    def know(self, person: Any, found: Any, now: datetime) -> None:
        """Keep what that expression gave: this instance of the person is not asked about again."""
        ...

    def operations(self) -> frozenset[str]:
        """Every operation the matrix knows."""
        ...


@cache
def policy() -> Policy:
    made: Policy = import_string(settings.POLICY)()
    return made


def access_of(model: type[DjangoModel]) -> Access:
    found: Access = getattr(model, "access", None) or Access()
    return found


def allows(actor: "Actor", operation: str, target: DjangoModel | None = None) -> bool:
    """Whether the matrix lets ``actor`` do ``operation``, on ``target`` where one is given.  The clock may do everything."""
    if actor.kind == "clock":
        return True
    scope = policy().scope(actor, operation)
    if scope == "none":
        return False
    if scope == "all" or target is None or target.pk is None:
        return True
    access = access_of(type(target))
    return bool(
        _reaches(target, access.own, policy().people(actor, operation))
        or (scope == "team" and _reaches(target, access.team, policy().teams(actor, operation)))
    )


def visible(queryset: QuerySet[M], actor: "Actor") -> QuerySet[M]:
    """The rows of ``queryset`` the actor may see: by the scope of the model's view operation, then by audience tokens."""
    if actor.kind == "clock":
        return queryset
    model = queryset.model
    access, operation = access_of(model), view_of(model)
    scope = policy().scope(actor, operation)
    if scope == "none":
        return queryset.none()
    if scope != "all":
        queryset = queryset.filter(_scope_filter(actor, access, operation, scope))
    return _to_audience(queryset, access, actor) if access.audience else queryset


def view_of(model: type[DjangoModel]) -> str:
    """The operation that shows its rows."""
    return access_of(model).view or f"{model._meta.app_label}.view"


def sees_all(actor: "Actor", model: type[DjangoModel]) -> bool:
    """Whether `visible` leaves out nothing of a model."""
    return actor.kind == "clock" or (not access_of(model).audience and policy().scope(actor, view_of(model)) == "all")


def may_see(actor: "Actor", record: DjangoModel) -> bool:
    """Whether one record is visible; asks the database."""
    return visible(type(record)._default_manager.filter(pk=record.pk), actor).exists()


def tokens(actor: "Actor") -> frozenset[str]:
    """The audience tokens the actor holds: ``all``, ``team:3``, ``person:7``, and ``own:7``, which cover never lends."""
    people = policy().people(actor)
    own = {own_token(actor.person_id)} if actor.person_id is not None else set()
    lent = (*(f"team:{t}" for t in policy().teams(actor)), *(f"person:{p}" for p in people))
    return frozenset({"all", *own, *lent})


def own_token(person: int) -> str:
    """The token of what a person alone sees, and nobody who stands in for them."""
    return f"own:{person}"


def _scope_filter(actor: "Actor", access: Access, operation: str, scope: Scope) -> Q:
    wanted = _paths(access.own, policy().people(actor, operation))
    if scope == "team":
        wanted |= _paths(access.team, policy().teams(actor, operation))
    return wanted


def _paths(paths: str, ids: frozenset[int]) -> Q:
    """A filter that is true where any of the paths ends in one of the ids; false for no path."""
    wanted = Q(pk__in=[])
    for path in paths.split():
        wanted |= Q(pk__in=list(ids)) if path == "self" else Q(**{f"{path}__in": list(ids)})
    return wanted


def _to_audience(queryset: QuerySet[M], access: Access, actor: "Actor") -> QuerySet[M]:
    mine = list(tokens(actor))
    hidden = [f"-{token}" for token in mine if token.startswith("person:")]
    return queryset.filter(**{f"{access.audience}__overlap": mine}).exclude(**{f"{access.audience}__overlap": hidden})


def _reaches(target: DjangoModel, paths: str, ids: frozenset[int]) -> bool:
    return any(_end_of(target, path.split("__")) in ids for path in paths.split())


def _end_of(record: Any, steps: list[str]) -> int | None:
    if steps == ["self"]:
        return int(record.pk)
    for step in steps[:-1]:
        record = getattr(record, step, None)
        if record is None:
            return None
    return getattr(record, f"{steps[-1]}_id", None)
