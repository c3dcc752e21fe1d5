"""Scores, templates and what is pinned in the practice company."""

import random
from collections.abc import Iterator, Mapping
from datetime import timedelta

from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.directory.models import Account, Contact
from callboard.journal import queries
from callboard.journal.models import Interaction, Kind, NoteScore, NoteTemplate, Outcome
from callboard.journal.rules.quality import VERSION, Record, Someone, score

#: Of a hundred notes, how many were written so many days later.
LATE = ((0, 84), (1, 9), (2, 4), (5, 3))
#: One of so many notes of the last days has not been seen by whose it is; one of so many notes is pinned.
UNSEEN, PINNED = 6, 40
LATELY = timedelta(days=2)
TEMPLATES = (
    ("No answer", "na", Kind.CALL, Outcome.NO_ANSWER, "", "Try again at another hour", 1),
    (
        "Left a voicemail",
        "lvm",
        Kind.CALL,
        Outcome.VOICEMAIL,
        "Left word for {name} about the contract renewal and asked to be called back.",
        "Call {name} again",
        3,
    ),
    (
        "Half-year review",
        "review",
        Kind.MEETING,
        Outcome.SPOKE,
        "Half-year review with {name} of {account}. Use: . What went well: . What they miss: . Agreed: .",
        "Send the summary of the review",
        1,
    ),
    (
        "Not interested",
        "nope",
        Kind.CALL,
        Outcome.DECLINED,
        "{name} is not interested, because .",
        "",
        None,
    ),
)


def dice(world: World) -> random.Random:
    """Chance of its own, so that the rest of the company stays the one it was."""
    return random.Random(f"notes {world.seed}")


def late(rng: random.Random) -> int:
    """How many days later a note was written."""
    return rng.choices([days for days, _weight in LATE], [weight for _days, weight in LATE])[0]


def build(world: World, made: list[tuple[Interaction, Account]], people: Mapping[int, list[Contact]]) -> None:
    """A score for each, templates for everybody, a pinned note here and there."""
    write(NoteScore, list(_scores(world, made, people)))
    write(NoteTemplate, list(_templates(world)))
    pinned = [row.pk for row, _account in made if row.pinned_at is not None]
    lines = TimelineEntry.objects.filter(ref_kind="journal.interaction", ref_id__in=pinned)
    lines.update(pinned=True)


def _scores(
    world: World, made: list[tuple[Interaction, Account]], people: Mapping[int, list[Contact]]
) -> Iterator[NoteScore]:
    rng = dice(world)
    for row, account in made:
        there = tuple(Someone(contact.name) for contact in people.get(account.pk, []))
        found = score(queries.note_of(row, [account]), Record(people=there, words=(account.name,)))
        fresh = row.at > world.now - LATELY and rng.randrange(UNSEEN) == 0
        yield NoteScore(
            interaction=row,
            person=row.person,
            total=found.total,
            parts=found.parts,
            broken={each.rule: each.lost for each in found.findings},
            rules_version=VERSION,
            seen_at=None if fresh else row.created_at,
        )


def _templates(world: World) -> Iterator[NoteTemplate]:
    owner = world["people"][0]
    for name, shortcut, kind, outcome, text, step, days in TEMPLATES:
        yield NoteTemplate(
            owner=owner,
            name=name,
            shortcut=shortcut,
            kind=kind,
            outcome=outcome,
            text=text,
            next_step=step,
            next_days=days,
            shared=True,
            audience=["all"],
            version=1,
            created_at=world.since,
            updated_at=world.since,
        )
