"""What is stored of interactions, computed again."""

from collections.abc import Iterator

from callboard.core.models import TimelineEntry
from callboard.core.registry import Check, Difference, register
from callboard.journal import queries, rules
from callboard.journal.models import Interaction, InteractionAccount, NoteScore
from callboard.journal.rules.quality import VERSION, follows

BATCH = 2000


def _counted_right() -> Iterator[Difference]:
    for row in Interaction.objects.iterator(BATCH):
        now = rules.conversed(row.kind, row.outcome, row.duration_s)
        if row.conversed != now:
            yield Difference("conversation", f"journal.interaction {row.pk}", str(row.conversed), str(now))


def _on_the_timeline() -> Iterator[Difference]:
    """Every interaction that was not removed stands once on each of its accounts' timelines, pinned where it is."""
    there = TimelineEntry.objects.filter(ref_kind="journal.interaction").values_list("ref_id", "root_id", "pinned")
    told = sorted(there.iterator(BATCH))
    kept = InteractionAccount.objects.filter(interaction__removed_at=None)
    rows = kept.values_list("interaction", "account", "interaction__pinned_at").iterator(BATCH)
    wanted = sorted((one, account, pinned is not None) for one, account, pinned in rows)
    if told == wanted:
        return
    for entry in sorted(set(told) ^ set(wanted)):
        stored = "there" if entry in told else "absent"
        computed = "there" if entry in wanted else "absent"
        pinned = ", pinned" if entry[2] else ""
        yield Difference("timeline", f"journal.interaction {entry[0]} on {entry[1]}{pinned}", stored, computed)


def _on_some_account() -> Iterator[Difference]:
    """An account, or a lead that has none yet."""
    nowhere = Interaction.objects.filter(account_links=None, about_id=None)
    for pk in nowhere.values_list("pk", flat=True).iterator(BATCH):
        yield Difference("accounts", f"journal.interaction {pk}", "none", "one at least")


def _scores() -> Iterator[Difference]:
    """A score is the sum of its parts, they follow from the rules it broke, and what needs no record beside it is still so."""
    rows = NoteScore.objects.filter(rules_version=VERSION, interaction__removed_at=None)
    for kept in rows.select_related("interaction__contact").iterator(BATCH):
        stored = (kept.total, kept.parts)
        wanted = follows(kept.broken, queries.note_of(kept.interaction, []))
        if stored != (sum(wanted.values()), wanted):
            yield Difference("score", f"journal.interaction {kept.interaction_id}", str(stored), str(wanted))


register.check.add(Check("journal.conversations", _counted_right))
register.check.add(Check("journal.timeline", _on_the_timeline))
register.check.add(Check("journal.accounts", _on_some_account))
register.check.add(Check("journal.scores", _scores))
