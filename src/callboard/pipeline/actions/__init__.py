"""What can be done with leads and opportunities."""

from callboard.pipeline.actions.closing import lose_opportunity, reopen_opportunity, win_opportunity
from callboard.pipeline.actions.converting import convert_lead
from callboard.pipeline.actions.leads import (
    assign_lead,
    change_lead,
    create_lead,
    lose_lead,
    qualify_lead,
    reopen_lead,
)
from callboard.pipeline.actions.notes import note_lead
from callboard.pipeline.actions.opportunities import change_opportunity, move_stage, open_opportunity

__all__ = [
    "assign_lead",
    "change_lead",
    "change_opportunity",
    "convert_lead",
    "create_lead",
    "lose_lead",
    "lose_opportunity",
    "move_stage",
    "note_lead",
    "open_opportunity",
    "qualify_lead",
    "reopen_lead",
    "reopen_opportunity",
    "win_opportunity",
]
