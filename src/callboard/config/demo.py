"""``callboard demo``: the practice company, in its own database; the same seed makes the same company."""

import argparse
import math
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, connections, transaction

from callboard.config import databases
from callboard.config.cli import DONE
from callboard.config.places import running_url
from callboard.core import clock
from callboard.core.console import Console, Sentence
from callboard.core.copies import Copying
from callboard.core.demo import World, analyze
from callboard.core.reading import forget, reading_once
from callboard.core.search import index

#: Bottom up.
WRITING = ("team", "directory", "channels", "calendar", "work", "journal", "orders", "pipeline", "intake")
#: What is made of what those wrote.
SUMMING = ("board",)
#: What a person would count.
SHOWN = (
    *("team.Person", "directory.Account", "directory.Contact", "channels.Message", "work.Task", "journal.Interaction"),
    *("orders.Order", "orders.Subscription", "orders.MrrEntry", "orders.Cancellation", "pipeline.Lead"),
    *("pipeline.Opportunity", "intake.QueueItem", "core.TimelineEntry"),
)


def demo(arguments: argparse.Namespace) -> int:
    """The command.  Refuses to write into a company that has people, and to touch the real one."""
    if settings.COMPANY != "practice":
        raise Sentence("This is the real company; the demo company lives beside it: callboard up --practice")
    if arguments.remove:
        return remove(arguments)
    if get_user_model()._default_manager.exists():
        raise Sentence("The practice company is there already. Remove it first: callboard demo --remove")
    begun = time.monotonic()
    console = Console(arguments.json)
    build(seed=arguments.seed, scale=arguments.scale, say=console.progress)
    summary = counts() | {"seconds": round(time.monotonic() - begun, 1)}
    console.summary("\n".join(f"{number:>10,}  {kind}" for kind, number in summary.items()), summary)
    return DONE


def build(
    *, seed: int = 1, scale: float = 1.0, times: int | None = None, say: Callable[[str], None] = lambda text: None
) -> World:
    """Write the whole company in one transaction, so that a half-made one is never seen.

    Above scale 1 a company of the usual size is written, then copied by the database: so memory does not grow with it.
    times: how many copies; by default as few as make every part one of at most the usual size.
    """
    if times is None:
        times = max(0, math.ceil(scale) - 1)
    world = World(seed=seed, now=clock.now(), scale=scale / (times + 1))
    with reading_once(), transaction.atomic():
        for build_part in parts("build", WRITING):
            build_part(world)
        if times > 0:
            say(f"Copying it {times} times.")
            analyze()
            copied = [each for copies in parts("copies", WRITING) for each in copies(world, times)]
            Copying(copied, times).run()
            forget()
            world.scale = scale
            analyze()
        # What an app can only settle when the rooms above it have written theirs.
        for settle in parts("settle", WRITING):
            settle(world)
        for build_part in parts("build", SUMMING):
            build_part(world)
        say("Making the index of search.")
        index.build_all()
    # Tests write it inside a transaction of their own.
    analyze(vacuum=not connection.in_atomic_block)
    return world


def parts(name: str, rooms: Sequence[str]) -> Iterator[Callable[..., Any]]:
    """That function of every app's demo that has it, bottom up."""
    for app in rooms:
        found = getattr(import_module(f"callboard.{app}.demo"), name, None)
        if found is not None:
            yield found


def counts() -> dict[str, int]:
    return {label.split(".")[1]: apps.get_model(label)._default_manager.count() for label in SHOWN}


def remove(arguments: argparse.Namespace) -> int:
    """Drop the practice database; `up` makes a new one. Its files are swept later."""
    if not settings.DATABASES["default"].get("CLUSTER"):
        raise Sentence("The database is on a server of somebody else's; let its administrator drop it.")
    if running_url(settings.HOME, settings.COMPANY):
        raise Sentence("Callboard is running; stop it first: callboard down")
    connections.close_all()
    databases.drop(databases.current())
    Console(arguments.json).summary("The practice company is removed.", {"removed": True})
    return DONE
