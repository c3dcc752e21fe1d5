"""``callboard bench``: the promises as a table, measured in one run on one machine against bare PostgreSQL."""

from callboard.config.bench.command import bench

__all__ = ["bench"]
