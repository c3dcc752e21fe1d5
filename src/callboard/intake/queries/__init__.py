"""What can be asked about the queue."""

from callboard.intake.queries.facts import Desk, desk_now, item_facts, rule_facts, support_of
from callboard.intake.queries.settings import IntakeSettings, intake_settings

__all__ = ["Desk", "IntakeSettings", "desk_now", "intake_settings", "item_facts", "rule_facts", "support_of"]
