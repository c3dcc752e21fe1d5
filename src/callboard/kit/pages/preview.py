"""What an action would do, in words: its dry run beside the form."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from callboard.core.actions import DryRun
from callboard.core.models import TimelineEntry
from callboard.core.registry import register
from callboard.kit.pieces.cells import grouped

EFFECTS_SHOWN = 20


@dataclass(frozen=True)
class Preview:
    """What would happen: lines of the timeline, verbs that would run, how many records change (0 where a verb says itself
    what it counts: two counts of different things would stand side by side); or the sentence why not."""

    timeline: Sequence[str]
    verbs: Sequence[str]
    changed: int
    refusal: str = ""


def preview_of(dry: DryRun, said: Sequence[str] = ()) -> Preview:
    """A dry run in words.  said: what the body told whoever asked (`by.say`); it stands first."""
    if dry.error is not None:
        return Preview([], [], 0, str(dry.error))
    known = (register.actions.get(log.action) for log in dry.effects.logs)
    verbs = _counted(str(action.label) for action in known if action is not None)
    lines = [*said, *_together(dry.effects.timeline)]
    records = {(change.kind, change.object_id) for change in dry.effects.changes.values()}
    return Preview(lines[:EFFECTS_SHOWN], verbs[:EFFECTS_SHOWN], 0 if said else len(records))


def _together(entries: Iterable[TimelineEntry]) -> list[str]:
    """Each sentence of the timeline once; of one that would stand on several accounts, on how many."""
    roots: dict[str, set[int]] = {}
    for entry in entries:
        roots.setdefault(str(entry.title), set()).add(entry.root_id)
    return [
        ngettext("{line}: {n} account", "{line}: {n} accounts", len(there)).format(line=line, n=grouped(len(there)))
        if len(there) > 1
        else line
        for line, there in roots.items()
    ]


def _counted(words: Iterable[str]) -> list[str]:
    """Each once, with how often where that is more than once."""
    return [f"{each} × {grouped(n)}" if n > 1 else each for each, n in Counter(words).items()]
