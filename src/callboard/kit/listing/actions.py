"""Saving views of lists, sharing them, making one the list's first."""

import json
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.given import read_json
from callboard.kit.listing import saved
from callboard.kit.listing.address import PLACE
from callboard.kit.listing.models import SavedView, Sharing, ViewDefault
from callboard.kit.pages.page import PAGES
from callboard.kit.pages.reports import is_list, keepable

EMPTY = Text("{}")
MOST_OWN = 200
LARGEST_STATE = 8000


class For(Enum):
    """Whose first view it is."""

    ME = "me"
    TEAM = "team"

    @property
    def label(self) -> Any:
        return _("my own") if self is For.ME else _("my team's")


@action(_("Saved view"), who="kit.views", undo="kit.delete_view", icon="bookmark")
def save_view(*, by: Actor, name: str, page: str, query: Text = EMPTY) -> SavedView:
    """Keep a list as it is seen.  page: the list's name; query: its state as JSON, {parameter: [values]}."""
    person_id = owner_of(by)
    state = state_of(query)
    check_page(page, by, state, takes=is_list)
    if SavedView.objects.filter(owner_id=person_id, deleted_at=None).count() >= MOST_OWN:
        raise Invalid({"": now_("You have {n} views, and that is the most. Remove one first.").format(n=MOST_OWN)})
    made = SavedView(
        owner_id=person_id,
        page=page,
        name=free_name(name, page, person_id),
        query=state,
        audience=saved.audience_for(Sharing.MINE, person_id, None),
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    return made


@action(_("Changed view"), who="kit.views", undo="kit.save_view_changes", icon="bookmark")
def save_view_changes(view: SavedView, *, by: Actor, query: Text) -> SavedView:
    """Keep the list's present state under the same name.  Whoever shares the view sees the change."""
    state = state_of(query)
    check_page(view.page, by, state, takes=is_list)
    by.undo_args(query=json.dumps(view.query))
    view.query, view.updated_at = state, by.now
    view.save(update_fields=["query"])
    return view


@action(_("Renamed view"), who="kit.views", undo="kit.rename_view", icon="pencil")
def rename_view(view: SavedView, *, by: Actor, name: str) -> SavedView:
    """Give a view another name."""
    by.undo_args(name=view.name)
    view.name, view.updated_at = free_name(name, view.page, view.owner_id, view.pk), by.now
    view.save(update_fields=["name"])
    return view


@action(_("Shared view"), who="kit.share", undo="kit.share_view", icon="users")
def share_view(view: SavedView, *, by: Actor, sharing: Sharing) -> SavedView:
    """Say who else sees a view: nobody, its owner's team, everybody."""
    team_id = getattr(view.owner, "team_id", None)
    if sharing == Sharing.TEAM and not team_id:
        raise Invalid({"sharing": now_("{name} is in no team. Share it with everybody.").format(name=view.owner)})
    by.undo_args(sharing=view.sharing)
    view.sharing, view.audience = sharing, saved.audience_for(sharing, view.owner_id, team_id)
    view.updated_at = by.now
    view.save(update_fields=["sharing", "audience"])
    return view


@action(_("Removed view"), who="kit.views", undo="kit.restore_view", icon="trash")
def delete_view(view: SavedView, *, by: Actor) -> SavedView:
    """Take a view off everybody's tabs.  It can be brought back."""
    view.deleted_at = view.updated_at = by.now
    view.save(update_fields=["deleted_at"])
    return view


@action(_("Brought view back"), who="kit.views", undo="kit.delete_view", icon="arrow-back-up")
def restore_view(view: SavedView, *, by: Actor) -> SavedView:
    """Show a removed view again."""
    view.deleted_at, view.updated_at = None, by.now
    view.save(update_fields=["deleted_at"])
    return view


@restore_view.can
def _removed(view: SavedView, now: datetime) -> Refusal | None:
    return None if view.deleted_at else Refusal("stands", _("It is there."))


@action(_("Made it the first view"), who="kit.view", undo="kit.reset_default_view", icon="star")
def make_default_view(view: SavedView, *, by: Actor, whose: For = For.ME) -> SavedView:
    """Let the list open with this view: for oneself, or for one's team (which takes the right to share, and a shared view)."""
    token = _token(whose, by)
    _refuse_unseen(view, whose, token, "whose")
    before = ViewDefault.objects.filter(page=view.page, who=token).first()
    by.undo_args(whose=whose, before=before.view_id if before else None)
    ViewDefault.objects.update_or_create(page=view.page, who=token, defaults={"view": view})
    return view


@action(_("Reset the first view"), who="kit.view", undo="kit.make_default_view", icon="star")
def reset_default_view(
    view: SavedView, *, by: Actor, whose: For = For.ME, before: SavedView | None = None
) -> SavedView:
    """Let the list open with what it opened with before; without `before`, with the whole list.  Invalid for a view of
    another list, and for one that those it is for do not see."""
    token = _token(whose, by)
    by.undo_args(whose=whose)
    if before is not None:
        if before.page != view.page:
            raise Invalid({"before": now_("This view is of another list.")})
        _refuse_unseen(before, whose, token, "before")
        ViewDefault.objects.update_or_create(page=view.page, who=token, defaults={"view": before})
    else:
        ViewDefault.objects.filter(page=view.page, who=token).delete()
    return view


@save_view_changes.can
@rename_view.can
@share_view.can
@make_default_view.can
@delete_view.can
def _stands(view: SavedView, now: datetime) -> Refusal | None:
    return Refusal("removed", _("This view was removed. Bring it back first.")) if view.deleted_at else None


def _token(whose: For, by: Actor) -> str:
    """Whose first view is meant.  Invalid where the actor may not choose for them."""
    if whose is For.ME:
        owner_of(by)
        return saved.person_token(by)
    token = saved.team_token(by)
    if not token:
        raise Invalid({"whose": now_("You are in no team.")})
    if not share_view.allowed(by):
        raise Invalid({"whose": now_("Your roles do not let you choose for your team; somebody who shares views can.")})
    return token


def _refuse_unseen(view: SavedView, whose: For, token: str, field: str) -> None:
    if whose is For.TEAM and not {"all", token} & set(view.audience):
        raise Invalid({field: now_("Your team does not see this view. Share it first.")})


def follow_team(person: Any, by: Actor) -> None:
    """What a person shares with their team is seen by the team they are in now; called inside the action that moves them."""
    for view in SavedView.objects.filter(owner=person, sharing=Sharing.TEAM):
        view.audience = saved.audience_for(view.sharing, person.pk, person.team_id)
        view.updated_at = by.now
        view.save(update_fields=["audience"])
        by.changed(view)


def owner_of(by: Actor) -> int:
    """The person whose it becomes.  Invalid for the clock."""
    if by.person_id is None:
        raise Invalid({"": now_("Only a person can have this.")})
    return by.person_id


def check_page(name: str, by: Actor, state: dict[str, list[str]], takes: Callable[[Any], bool] = keepable) -> None:
    """Invalid for what is no list or report the actor may open, and for filters of a list that cannot be read."""
    page = PAGES.get(name)
    if page is None or not takes(page) or not page.open_to(by):
        raise Invalid({"page": now_("There is no list “{name}” for you.").format(name=name[:40])})
    if is_list(page):
        shown: Any = page()
        if wrong := shown.read(state, by, shown.the_table()).wrong:
            said = now_("{why} Mend it in the list’s filters, then save.")
            raise Invalid({"query": said.format(why=" ".join(wrong))})


def state_of(text: str) -> dict[str, list[str]]:
    """The state of a list from JSON.  Invalid for anything else."""
    wrong = Invalid({"query": now_("The state of the list could not be read. Open the list again and save it there.")})
    if len(text) > LARGEST_STATE:
        raise Invalid({"query": now_("This list holds too many conditions to be kept as a view.")})
    try:
        given = read_json(text or "{}")
    except ValueError:
        raise wrong from None
    if not isinstance(given, dict):
        raise wrong
    state = {}
    for name, values in given.items():
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise wrong
        if name not in PLACE and values:
            state[str(name)] = values
    return state


def free_name(name: str, page: str, owner_id: int, but: int | None = None) -> str:
    """The name without loose spaces.  Invalid for none, and for one the owner has on this list already."""
    found = " ".join(name.split())
    if not found:
        raise Invalid({"name": now_("Give it a name.")})
    same = SavedView.objects.filter(owner_id=owner_id, page=page, deleted_at=None, name__iexact=found)
    if same.exclude(pk=but or 0).exists():
        raise Invalid({"name": now_("You have a view called “{name}” on this list already.").format(name=found)})
    return found
