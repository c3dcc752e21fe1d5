"""The pages of leads and opportunities."""

from callboard.pipeline.pages.leads import LeadRecord, Leads
from callboard.pipeline.pages.opportunities import Opportunities, OpportunityRecord
from callboard.pipeline.pages.pipeline import Pipeline

__all__ = ["LeadRecord", "Leads", "Opportunities", "OpportunityRecord", "Pipeline"]
