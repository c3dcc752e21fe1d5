"""Mail from files into the queue, by the very path a mailbox uses: stored first, then read and routed in batches."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from callboard.channels.actions import read_messages, store_message
from callboard.channels.models import Message
from callboard.channels.reading.containers import Found, mails_in
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.intake.models import QueueItem
from callboard.intake.rules.sentences import why
from callboard.team.models import Person

BATCH = 50
#: A worker may be reading the same message in this moment; it is waited for.
PATIENCE_S = 30.0
LOADER = Actor("clock", name="intake.load", via="command")
EMPTY: dict[str, Any] = {
    "message_id": "",
    "kind": "",
    "duplicate": False,
    "skipped": "",
    "intent": "",
    "confidence": None,
    "account": "",
    "contact": "",
    "assigned_to": "",
    "rule": "",
    "why": "",
    "error": "",
}


def load_paths(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Store, read and route everything below the paths; one line a mail, in the order of the files."""
    every = (found for path in paths for found in mails_in(path))
    for batch in _batches(every):
        yield from _load(batch)


def _batches(every: Iterable[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    for found in every:
        batch.append(found)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _load(batch: list[Found]) -> Iterator[dict[str, Any]]:
    stored: dict[int, tuple[int, bool]] = {}
    errors: dict[int, str] = {}
    for place, found in enumerate(batch):
        if found.raw is None:
            continue
        before = clock.now()
        try:
            message = store_message(by=LOADER, raw=found.raw)
        except (OSError, ValueError) as error:
            errors[place] = f"{type(error).__name__}: {error}"
            continue
        known = message.created_at is not None and message.created_at < before
        stored[place] = (message.pk, known or message.pk in {pk for pk, _new in stored.values()})
    ids = sorted({pk for pk, _known in stored.values()})
    read_messages(by=LOADER, ids=ids)
    _wait_for_others(ids)
    lines = _lines(ids)
    for place, found in enumerate(batch):
        line = {"file": found.name, **EMPTY, "skipped": found.skipped, "error": errors.get(place, "")}
        if place in stored:
            pk, known = stored[place]
            line |= lines[pk] | {"duplicate": known}
        yield line


def _wait_for_others(ids: list[int]) -> None:
    until = time.monotonic() + PATIENCE_S
    waiting = Message.objects.filter(pk__in=ids, state=Message.State.STORED)
    while waiting.exists() and time.monotonic() < until:
        time.sleep(0.1)
        read_messages(by=LOADER, ids=ids)


def _lines(ids: list[int]) -> dict[int, dict[str, Any]]:
    """What became of each message.  Three queries."""
    messages = Message.objects.filter(pk__in=ids).select_related("account", "contact")
    rows = QueueItem.objects.filter(message__in=ids).select_related(
        "person", "proposed_to", "rule", "account", "contact"
    )
    items = {item.message_id: item for item in rows}
    named = {value for item in items.values() for value in item.why_args.values() if isinstance(value, int)}
    names = dict(Person.objects.filter(pk__in=named).values_list("pk", "name"))
    return {message.pk: _line(message, items.get(message.pk), names) for message in messages}


def _line(message: Message, item: QueueItem | None, names: dict[int, str]) -> dict[str, Any]:
    line: dict[str, Any] = {
        "message_id": message.message_id,
        "kind": message.kind,
        "account": str(message.account or ""),
        "contact": str(message.contact or ""),
        "error": message.error,
    }
    if item is None:
        return line
    return line | {
        "intent": item.wants,
        "confidence": round(item.confidence, 2),
        "account": str(item.account or ""),
        "contact": str(item.contact or ""),
        "assigned_to": str(item.person or ""),
        "proposed_to": str(item.proposed_to or ""),
        "rule": item.rule.name if item.rule else "",
        "why": why(item.why_code, item.why_args, names),
        "error": message.error or item.error,
    }
