"""Steps of the set-up list a company does without, for now."""

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, action
from callboard.core.registry import register
from callboard.team.models import SkippedStep


@action(
    _("Skipped a step"),
    said=_("Skipped “{result}”"),
    who="team.manage",
    undo="team.reopen_step",
    icon="player-play",
)
def skip_step(*, by: Actor, name: str) -> SkippedStep:
    """Leave a step of the set-up list out; it can be opened again. Invalid for a step there is not, or skipped already."""
    if register.setup_step.get(name) is None:
        raise Invalid({"name": _("The set-up list has no such step.")})
    if SkippedStep.objects.filter(name=name).exists():
        raise Invalid({"name": _("This step is skipped already.")})
    skipped = SkippedStep(name=name, created_at=by.now, updated_at=by.now)
    skipped.save()
    by.undo_args(name=name)
    return skipped


@action(
    _("Opened a step again"),
    said=_("Opened the step again"),
    who="team.manage",
    undo="team.skip_step",
    icon="rotate",
)
def reopen_step(*, by: Actor, name: str) -> None:
    """The step stands on the list again. Invalid where it is not skipped."""
    skipped = SkippedStep.objects.filter(name=name).first()
    if skipped is None:
        raise Invalid({"name": _("This step is not skipped.")})
    by.undo_args(name=name)
    skipped.delete()
