"""The addresses of the queue."""

from callboard.intake.pages import Inbox, InboxItem, RoutingRuleRecord, RoutingRules
from callboard.kit.pages import page_urls

urlpatterns = page_urls(Inbox, InboxItem, RoutingRules, RoutingRuleRecord)
