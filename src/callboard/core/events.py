"""The domain events: at most eight.  A listener runs inside the sender's transaction, bottom layer first.

=================== ================================= ============ =====================================
event               payload (ids)                     sender       may a listener refuse
=================== ================================= ============ =====================================
message_received    message_ids                       channels     no: a failure is kept with the message
work_finished       task_id                           work         yes
entries_posted      account_id, entry_ids             orders       no
anchor_moved        anchor_id                         work         no
account_merged      kept_id, merged_id                directory    yes (sent again when it is taken apart)
interaction_logged  interaction_id                    journal      no
absence_changed     absence_id                        team         no
call_changed        call_id                           channels     no
=================== ================================= ============ =====================================
"""

from collections.abc import Callable
from typing import Any, TypeVar

from callboard.core.actor import Actor

Listener = Callable[..., Any]
L = TypeVar("L", bound=Listener)

#: Bottom layer first: the order listeners run in.
LAYERS = (
    "core",
    "kit",
    "team",
    "directory",
    "channels",
    "calendar",
    "work",
    "journal",
    "orders",
    "shows",
    "supplies",
    "pipeline",
    "expenses",
    "intake",
    "outreach",
    "success",
    "board",
)


class Event:
    def __init__(self, name: str, *payload: str) -> None:
        self.name = name
        self.payload = frozenset(payload)
        self.listeners: list[Listener] = []

    def listen(self, listener: L) -> L:
        """Register ``listener(by, *, <payload>)``."""
        self.listeners.append(listener)
        self.listeners.sort(key=_layer)
        return listener

    def send(self, by: Actor, **payload: Any) -> None:
        """Tell every listener, inside the action ``by`` is bound to."""
        if payload.keys() != self.payload:
            raise TypeError(f"{self.name} carries {sorted(self.payload)}, not {sorted(payload)}.")
        for listener in self.listeners:
            listener(by, **payload)


def _layer(listener: Listener) -> int:
    app = listener.__module__.split(".")[1]
    return LAYERS.index(app) if app in LAYERS else len(LAYERS)


message_received = Event("message_received", "message_ids")
work_finished = Event("work_finished", "task_id")
entries_posted = Event("entries_posted", "account_id", "entry_ids")
anchor_moved = Event("anchor_moved", "anchor_id")
account_merged = Event("account_merged", "kept_id", "merged_id")
interaction_logged = Event("interaction_logged", "interaction_id")
absence_changed = Event("absence_changed", "absence_id")
call_changed = Event("call_changed", "call_id")
