"""The fields of an opportunity: checked, asked for by a stage, saved."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal
from callboard.pipeline import rules
from callboard.pipeline.models import Opportunity

CHECKED = ("name", "value_mrr", "one_time", "next_step", "next_on", "close_on")


def closed(opportunity: Opportunity) -> Refusal | None:
    """Why an opportunity that is over is not worked any more."""
    if opportunity.open:
        return None
    state = str(opportunity.get_stage_display()).lower()
    return Refusal("closed", gettext_lazy("It was {state} on {on}."), state=state, on=opportunity.closed_on)


def checked(by: Actor, **given: Any) -> dict[str, Any]:
    """The values as they are kept, those of CHECKED among them; Invalid."""
    values, errors = dict(given), {}
    if "name" in given:
        values["name"] = " ".join(given["name"].split())
        if not values["name"]:
            errors["name"] = _("Say what they may buy.")
    for field in ("value_mrr", "one_time"):
        if given.get(field) is not None and given[field] < 0:
            errors[field] = _("An opportunity is worth nothing or more.")
    if given.get("next_on") is not None and given["next_on"] < by.today:
        errors["next_on"] = _("The next step lies in the past.")
    if errors:
        raise Invalid(errors)
    if "next_step" in given:
        values["next_step"] = (given["next_step"] or "").strip()
        if given.get("next_on") and not values["next_step"]:
            values["next_step"] = _("Follow up")
    return values


def must_answer(opportunity: Opportunity, stage: str, wanted: dict[str, Any]) -> None:
    """Invalid for each question of the stage that neither the record nor the input answers."""
    known = {name: wanted.get(name, getattr(opportunity, name)) for name in rules.ENTRY[stage]}
    unanswered = rules.missing(stage, known)
    if unanswered:
        raise Invalid(dict(unanswered))


def save(opportunity: Opportunity, by: Actor, **values: Any) -> None:
    for field, value in values.items():
        setattr(opportunity, field, value)
    opportunity.updated_at = by.now
    opportunity.save(update_fields=list(values))
