"""The addresses of leads and opportunities."""

from callboard.kit.pages import page_urls
from callboard.pipeline.pages import LeadRecord, Leads, Opportunities, OpportunityRecord, Pipeline

urlpatterns = page_urls(Leads, LeadRecord, Opportunities, OpportunityRecord, Pipeline)
