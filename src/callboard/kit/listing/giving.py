"""Views others see and lists mailed on a schedule, given to somebody else: mostly of somebody who leaves."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.kit.listing import saved
from callboard.kit.listing.models import SavedView, Schedule

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser as Person
else:
    Person = get_user_model()


@action(_("Gave view"), said=_("Gave view {view} to {to}"), who="kit.share", undo="kit.give_view", icon="user-share")
def give_view(view: SavedView, *, by: Actor, to: Person) -> SavedView:
    """Let somebody else keep a view; whoever sees it goes on seeing it."""
    _check(view.deleted_at, to)
    by.undo_args(to=view.owner)
    taken = SavedView.objects.filter(owner_id=to.pk, page=view.page, deleted_at=None, name__iexact=view.name)
    if taken.exclude(pk=view.pk).exists():
        view.name = f"{view.name[:60]} ({view.owner})"[:80]
    team: Any = getattr(view.owner, "team_id", None)
    view.owner, view.updated_at = to, by.now
    view.audience = saved.audience_for(view.sharing, to.pk, team or getattr(to, "team_id", None))
    view.save(update_fields=["owner", "name", "audience"])
    return view


@action(
    _("Gave schedule"),
    said=_("Gave schedule {schedule} to {to}"),
    who="kit.schedules",
    undo="kit.give_schedule",
    icon="user-share",
)
def give_schedule(schedule: Schedule, *, by: Actor, to: Person) -> Schedule:
    """Let somebody else answer for a list that is mailed; its receivers stay, who left is none of them any more."""
    _check(schedule.ended_at, to)
    by.undo_args(to=schedule.owner)
    schedule.owner, schedule.updated_at = to, by.now
    schedule.save(update_fields=["owner"])
    return schedule


def _check(ended_at: Any, to: Any) -> None:
    must_work_here(to=to)
    if ended_at is not None:
        raise Refused(Refusal("ended", _("It is no longer there.")))
