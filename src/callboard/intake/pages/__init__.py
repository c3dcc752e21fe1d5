"""What is seen of the queue."""

from callboard.intake.pages import acts
from callboard.intake.pages.inbox import Inbox, InboxItem
from callboard.intake.pages.rules import RoutingRuleRecord, RoutingRules

__all__ = ["Inbox", "InboxItem", "RoutingRuleRecord", "RoutingRules", "acts"]
