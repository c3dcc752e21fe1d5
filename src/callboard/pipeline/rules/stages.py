"""The stages and their entry questions, as one table."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from callboard.pipeline.models import Stage

QUESTIONS: dict[str, Promise] = {
    "value_mrr": _("What is it worth a month?"),
    "close_on": _("When will they decide?"),
    "next_step": _("What happens next?"),
    "next_on": _("When?"),
}

#: What must be known to enter a stage.
ENTRY: dict[str, tuple[str, ...]] = {
    Stage.QUALIFY: (),
    Stage.DEMO: ("next_step", "next_on"),
    Stage.PROPOSAL: ("value_mrr", "close_on", "next_step", "next_on"),
    Stage.COMMIT: ("value_mrr", "close_on", "next_step", "next_on"),
    Stage.WON: ("value_mrr",),
    Stage.LOST: (),
}
OPEN_STAGES = (Stage.QUALIFY, Stage.DEMO, Stage.PROPOSAL, Stage.COMMIT)


def missing(stage: str, known: dict[str, Any]) -> dict[str, Promise]:
    """The questions a stage asks that `known` does not answer: field -> question."""
    return {name: QUESTIONS[name] for name in ENTRY[stage] if known.get(name) in (None, "")}
