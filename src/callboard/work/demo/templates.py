"""The practice company's templates: what its three projects could have been started from."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from callboard.core.demo import World, write
from callboard.work.models import ProjectTemplate, TemplateStep, TemplateTie

#: How each project's kind is called.
NAMES = {
    "Trade show in Dallas": "Trade show",
    "Renewal wave of spring": "Renewal wave",
    "Migration of a network": "Migration of a network",
}


def build(world: World, projects: Sequence[tuple[str, int, Any]]) -> None:
    """One template for each project: its steps in its order, each waiting for the one before. Random draws: none."""
    person = world["desk"][0]
    when = {"created_at": world.now, "updated_at": world.now, "version": 1}
    for project, _days, steps in projects:
        (template,) = write(ProjectTemplate, [ProjectTemplate(name=NAMES[project], owner=person, **when)])
        made = write(
            TemplateStep,
            [
                TemplateStep(template=template, title=title, days=-before, minutes=minutes, **when)
                for title, before, minutes, _price in steps
            ],
        )
        write(TemplateTie, [TemplateTie(step=step, waits_for=before, **when) for before, step in pairwise(made)])
