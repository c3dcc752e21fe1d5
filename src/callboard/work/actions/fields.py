"""What the verbs of projects and templates are given, read alike."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused
from callboard.core.leavers import must_work_here
from callboard.team.models import Person

#: Whose right it is to plan projects.
WHO = "work.projects"
TITLE = 200
#: The most minutes a step may take.
MOST_MINUTES = 30000


def words(name: str, text: str, most: int) -> str:
    """One line of words for a field. Invalid without any."""
    found = " ".join(text.split())[:most]
    if not found:
        raise Invalid({name: _("Give it a name.") if name == "name" else _("Say what there is to do.")})
    return found


def minutes_or_invalid(minutes: int | None) -> int | None:
    """Minutes somebody can work."""
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise Invalid({"minutes": _("Say 1 to {most} minutes.").format(most=MOST_MINUTES)})
    return minutes


def new_owner(record: Any, by: Actor, to: Person) -> None:
    """Give a record to a colleague, unsaved. Invalid for one who left; Refused where they have it."""
    must_work_here(to=to)
    if to.pk == record.owner_id:
        raise Refused(Refusal("has_it", _("{name} has it already."), name=to.name))
    if record.owner is not None:
        by.undo_args(to=record.owner)
    record.owner = to


def refuse_circle(field: str, way: list[int], names: dict[int, str]) -> None:
    """Invalid with the way of a circle."""
    if way:
        said = " > ".join(names[key] for key in way)
        raise Invalid({field: _("They would wait for each other in a circle: {way}").format(way=said)})
