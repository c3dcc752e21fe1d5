"""The kit's jobs."""

from callboard.kit.hands import jobs as hands

__all__ = ["hands"]
