"""Rings the jobs of the floor above, by name: an action may not import them."""

from procrastinate.contrib.django import app

from callboard.core.jobs import defer


def ring(name: str) -> None:
    """Queue the job `callboard.channels.jobs.<name>` in the transaction under way, unless the same one waits already."""
    defer(app.tasks[f"callboard.channels.jobs.{name}"])
