"""``callboard demo``: the practice company, in its own database; the same seed makes the same company."""

import argparse
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connections, transaction

from callboard.config import databases
from callboard.config.cli import DONE
from callboard.config.places import running_url
from callboard.core import clock
from callboard.core.console import Console, Sentence
from callboard.core.demo import World, analyze
from callboard.core.reading import reading_once
from callboard.core.search import index

#: Bottom up; an app without a part is passed over.
ORDER = ("team", "directory", "channels", "work", "journal", "orders", "pipeline", "intake", "board")
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
    build(seed=arguments.seed, scale=arguments.scale)
    summary = counts() | {"seconds": round(time.monotonic() - begun, 1)}
    Console(arguments.json).summary("\n".join(f"{number:>10,}  {kind}" for kind, number in summary.items()), summary)
    return DONE


def build(*, seed: int = 1, scale: float = 1.0) -> World:
    """Write the whole company in one transaction, so that a half-made one is never seen."""
    world = World(seed=seed, now=clock.now(), scale=scale)
    with reading_once(), transaction.atomic():
        for app in ORDER:
            dotted = f"callboard.{app}.demo"
            if find_spec(dotted) is not None:
                part: Callable[[World], None] = import_module(dotted).build
                part(world)
        for app in ORDER:
            # What an app can only settle when the rooms above it have written theirs.
            if find_spec(f"callboard.{app}.demo") is not None:
                settle = getattr(import_module(f"callboard.{app}.demo"), "settle", None)
                if settle is not None:
                    settle(world)
        index.build_all()
    analyze()
    return world


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
