"""What the lists of leads and opportunities show."""

from django.utils.translation import gettext_lazy as _

from callboard.kit.tables import Column, Table
from callboard.pipeline.models import Lead, LeadState, Opportunity, Stage

LEAD_TONES = {LeadState.NEW: "acc", LeadState.CONVERTED: "won", LeadState.LOST: "lost"}
STAGE_TONES = {Stage.WON: "won", Stage.LOST: "lost"}


def lead_state(lead: Lead) -> tuple[str, str]:
    """The state and its tone."""
    return str(lead.get_state_display()), LEAD_TONES.get(LeadState(lead.state), "")


def stage(opportunity: Opportunity) -> tuple[str, str]:
    """The stage and its tone."""
    return str(opportunity.get_stage_display()), STAGE_TONES.get(Stage(opportunity.stage), "")


class LeadTable(Table):
    columns = (
        Column("name", _("Name"), link=True, sort="name"),
        Column("company", _("Company")),
        Column("state", _("State"), kind="chip", value=lead_state, sort="state"),
        Column("grade", _("Grade"), sort="grade"),
        Column("source", _("Source")),
        Column("owner", _("Owner"), kind="person"),
        Column("created_at", _("Came"), kind="when"),
    )


class OpportunityTable(Table):
    columns = (
        Column("name", _("Opportunity"), link=True, sort="name"),
        Column("account", _("Account"), kind="account"),
        Column("stage", _("Stage"), kind="chip", value=stage, sort="stage"),
        Column("value_mrr", _("MRR"), kind="money"),
        Column("close_on", _("Closes"), kind="date"),
        Column("next_step", _("Next step"), sort=None),
        Column("next_on", _("On"), kind="date"),
        Column("owner", _("Owner"), kind="person"),
    )
