"""What can be asked about tasks."""

from callboard.work.queries.day import Day, Row, day_of
from callboard.work.queries.reasons import reason_of, stake_label

__all__ = ["Day", "Row", "day_of", "reason_of", "stake_label"]
