"""What waits, who has it, and the rules that say so."""

from callboard.intake.models.items import Assignment, Medium, QueueItem, State, Wants
from callboard.intake.models.routing import Decision, RoutingRule, Turn

__all__ = ["Assignment", "Decision", "Medium", "QueueItem", "RoutingRule", "State", "Turn", "Wants"]
