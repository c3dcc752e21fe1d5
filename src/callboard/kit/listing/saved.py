"""Which views a person has of a list, and which one an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, QuerySet, Value
from django.utils.translation import gettext as _

from callboard.core.access import policy, visible
from callboard.core.actor import Actor
from callboard.core.asking import Question, kept
from callboard.core.whose import whose
from callboard.kit.listing.address import PLACE, SHAPE, Query
from callboard.kit.listing.models import SavedView, Sharing, ViewDefault

ALL = "all"
#: A list shows so many views as tabs; the page of views has all of them.
MOST = 60


@dataclass(frozen=True)
class Opened:
    """What an address asks for once its view is laid open.

    query: filters, shape and place.  view: the saved view it shows or departs from.  changed: it departs from it.
    plain: the list was asked for without any view.  problems: what of the view is no longer there.
    """

    query: Query
    view: SavedView | None = None
    changed: bool = False
    plain: bool = False
    problems: list[str] = field(default_factory=list)

    @property
    def name(self) -> Query:
        """How the view stands in an address of this state: it is the state itself while nothing was changed."""
        if self.view is not None:
            return {"from" if self.changed else "view": [str(self.view.pk)]}
        return {"view": [ALL]} if self.plain else {}


def person_token(actor: Actor) -> str:
    return f"person:{actor.person_id}"


def team_token(actor: Actor) -> str:
    """The team whose default a person gets; "" for nobody's."""
    team = getattr(actor.person, "team_id", None)
    return f"team:{team}" if team else ""


def standing(actor: Actor) -> QuerySet[SavedView]:
    """The views the actor sees, removed ones left out."""
    return visible(SavedView.objects.filter(deleted_at=None), actor)


def views_of(page: str, actor: Actor) -> list[SavedView]:
    """The views of a list as tabs: own first, then shared ones.  Each says `my_default` and `team_default`.  One query."""
    return views_and(page, actor, {})[0]


def views_and(
    page: str, actor: Actor, beside: Mapping[str, Question]
) -> tuple[list[SavedView], Mapping[str, Any] | None]:
    """The same with the answers to what else the list asks, in the same query; None where a program of ours asks."""
    nobodys = Value(False, output_field=BooleanField())
    team = team_token(actor)
    marks = {
        "my_default": _is_default(person_token(actor)) if actor.person_id else nobodys,
        "team_default": _is_default(team) if team else nobodys,
    }
    if actor.person_id is None:
        # A program of ours (an export) names a view by its number and has none of its own.
        found = list(standing(actor).filter(page=page).annotate(**marks)) if actor.kind == "clock" else []
        return found, None
    asked = kept(
        ("views", page, whose(actor)), lambda: {"views": Question("records", _views(page, actor, marks)), **beside}
    )
    answered = asked.answers()
    return sorted(answered["views"], key=lambda view: view.owner_id != actor.person_id), answered


def _views(page: str, actor: Actor, marks: Mapping[str, Any]) -> QuerySet[SavedView]:
    return standing(actor).filter(page=page).annotate(**marks).select_related("owner").order_by("id")[:MOST]


def _is_default(who: str) -> Exists:
    return Exists(ViewDefault.objects.filter(view=OuterRef("pk"), page=OuterRef("page"), who=who))


def default_of(views: list[SavedView]) -> SavedView | None:
    """The view the list opens with: the person's own choice, else the team's."""
    mine = next((view for view in views if view.my_default), None)
    return mine or next((view for view in views if view.team_default), None)


def opened(query: Query, views: list[SavedView], known: set[str]) -> Opened:
    """Lay a view open.  known: every parameter the list reads."""
    asked, departed = (query.get("view") or [""])[0], (query.get("from") or [""])[0]
    rest = {name: values for name, values in query.items() if name not in ("view", "from")}
    if asked == ALL:
        return Opened(rest, plain=not any(name not in PLACE for name in rest))
    if departed:
        return Opened(rest, _by_id(views, departed), changed=True)
    if not asked:
        return Opened(rest)
    view = _by_id(views, asked)
    if view is None:
        said = _("That view is no longer there, or no longer shared with you; this is the whole list.")
        return Opened(rest, problems=[said])
    place = {name: values for name, values in rest.items() if name in PLACE}
    return Opened({**_state(view.query), **place}, view, problems=_gone(view, known))


def unread(opened: Opened) -> Opened:
    """The whole list instead of a view that cannot be read."""
    said = _("The view “{view}” cannot be read; this is the whole list. Remove the view, or save it anew.")
    place = {name: values for name, values in opened.query.items() if name in PLACE}
    return Opened(place, plain=True, problems=[said.format(view=opened.view)])


def _by_id(views: list[SavedView], text: str) -> SavedView | None:
    return next((view for view in views if text == str(view.pk)), None)


def _state(stored: Mapping[str, Any]) -> Query:
    """The state of a view, whatever the row holds."""
    return {
        str(name): [str(value) for value in values]
        for name, values in (stored.items() if isinstance(stored, dict) else ())
        if isinstance(values, list) and name not in PLACE
    }


def _gone(view: SavedView, known: set[str]) -> list[str]:
    lost = [name for name in view.query if name not in known and name not in SHAPE]
    said = _("“{view}” filters by “{name}”, which this list no longer knows; that part was left out.")
    return [said.format(view=view.name, name=name[:40]) for name in lost]


def audience_for(sharing: str, owner_id: int, team_id: int | None) -> list[str]:
    """Who sees a view of this owner."""
    if sharing == Sharing.ALL:
        return ["all", f"person:{owner_id}"]
    if sharing == Sharing.TEAM and team_id:
        return [f"team:{team_id}", f"person:{owner_id}"]
    return [f"person:{owner_id}"]


def teams_led(actor: Actor) -> frozenset[str]:
    """Tokens of the teams a person belongs to or manages."""
    return frozenset(f"team:{team}" for team in policy().teams(actor))
