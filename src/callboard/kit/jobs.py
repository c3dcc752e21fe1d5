"""The kit's jobs."""

from callboard.kit.hands import jobs as hands
from callboard.kit.listing import jobs as listing

__all__ = ["hands", "listing"]
