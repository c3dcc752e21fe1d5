"""What an action would do, in words: its dry run beside the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from callboard.core.actions import DryRun
from callboard.core.registry import register

EFFECTS_SHOWN = 20


@dataclass(frozen=True)
class Preview:
    """What would happen: lines of the timeline, verbs that would run, how many records change; or the sentence why not."""

    timeline: Sequence[str]
    verbs: Sequence[str]
    changed: int
    refusal: str = ""


def preview_of(dry: DryRun, said: Sequence[str] = ()) -> Preview:
    """A dry run in words.  said: what the body told whoever asked (`by.say`); it stands first."""
    if dry.error is not None:
        return Preview([], [], 0, str(dry.error))
    known = (register.actions.get(log.action) for log in dry.effects.logs)
    verbs = [str(action.label) for action in known if action is not None]
    lines = [*said, *(entry.title for entry in dry.effects.timeline)]
    records = {(change.kind, change.object_id) for change in dry.effects.changes.values()}
    return Preview(lines[:EFFECTS_SHOWN], verbs[:EFFECTS_SHOWN], len(records))
