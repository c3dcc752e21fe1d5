"""Putting right what was written up."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.directory.models import Account, Contact
from callboard.journal import rules
from callboard.journal.actions.drafting import keep_drafts_of, reopen_drafts_of
from callboard.journal.actions.effects import (
    attempt_for,
    change_follow_up,
    drop_follow_up,
    follow_up,
    forget_timeline,
    refresh_clocks,
    tell_timeline,
)
from callboard.journal.actions.filling import fill_in
from callboard.journal.actions.scoring import count_lateness, keep_score
from callboard.journal.actions.seen import finish_written, reopen_unwritten
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.team.actions import tell_mentioned


@action(
    gettext_lazy("Changed note"),
    said=gettext_lazy("Changed the note of {interaction.at}"),
    who="journal.write",
    undo="journal.change_interaction",
    icon="pencil",
)
def change_interaction(
    interaction: Interaction,
    *,
    by: Actor,
    kind: Kind | None = None,
    at: datetime | None = None,
    text: Text | None = None,
    outcome: Outcome | None = None,
    duration_s: int | None = None,
    next_step: str | None = None,
    next_on: date | None = None,
    contact: Contact | None = None,
) -> Interaction:
    """Change what is given; None leaves a value as it is. Clocks, timeline and the open follow-up go along."""
    given: dict[str, Any] = {
        "kind": kind,
        "at": at,
        "text": text,
        "outcome": outcome,
        "duration_s": duration_s,
        "next_step": next_step,
        "next_on": next_on,
        "contact": contact,
    }
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(interaction, field) for field in wanted})
    before, next_on_before = interaction.text, interaction.next_on
    accounts = _accounts(interaction)
    words: dict[str, str] = {field: str(wanted[field]) for field in ("text", "next_step") if field in wanted}
    wanted |= fill_in(words, by=by, contact=contact or interaction.contact, where=accounts)
    if at is not None and at > by.now:
        raise Invalid({"at": _("This lies ahead. What is still to come is a task.")})
    for field, value in wanted.items():
        setattr(interaction, field, value)
    if not interaction.next_step:
        interaction.next_on = None
    if not (interaction.text or interaction.outcome or interaction.next_step):
        raise Invalid({"text": _("Write what was said, or choose what came of it.")})
    interaction.conversed = rules.conversed(interaction.kind, interaction.outcome, interaction.duration_s)
    interaction.updated_at = by.now
    count_lateness(interaction, by)
    interaction.save()
    keep_score(interaction, accounts, by)
    refresh_clocks(row.pk for row in accounts)
    forget_timeline(interaction)
    tell_timeline(interaction, [row.pk for row in accounts], by)
    tell_mentioned(
        interaction,
        by=by,
        text=interaction.text,
        before=before,
        about=accounts[0].name if accounts else str(interaction),
    )
    if "at" in wanted:
        reopen_unwritten(interaction, by)
        finish_written(interaction, [row.pk for row in accounts], by)
    if {"next_step", "next_on"} & wanted.keys():
        moved = interaction.next_on != next_on_before
        change_follow_up(interaction, accounts[0] if accounts else None, by, moved=moved)
    return interaction


@change_interaction.can
def _may_change(interaction: Interaction, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed.")) if interaction.removed_at else None


@action(
    gettext_lazy("Removed note"),
    said=gettext_lazy("Removed the note of {interaction.at}"),
    who="journal.write",
    undo="journal.restore_interaction",
    icon="trash",
)
def remove_interaction(interaction: Interaction, *, by: Actor) -> Interaction:
    """Take it off the timelines and clocks, and drop its open follow-up; the task that asked for it is open again. It stays in the history."""
    interaction.removed_at = interaction.updated_at = by.now
    interaction.save(update_fields=["removed_at"])
    forget_timeline(interaction)
    attempts = [link.attempt for link in interaction.account_links.select_related("attempt") if link.attempt]
    for attempt in attempts:
        attempt.delete()
    refresh_clocks(row.pk for row in _accounts(interaction))
    drop_follow_up(interaction, by)
    reopen_unwritten(interaction, by)
    reopen_drafts_of(interaction, by)
    return interaction


@remove_interaction.can
def _may_remove(interaction: Interaction, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed already.")) if interaction.removed_at else None


@action(
    gettext_lazy("Restored note"),
    said=gettext_lazy("Restored the note of {interaction.at}"),
    who="journal.write",
    undo="journal.remove_interaction",
    icon="arrow-back-up",
)
def restore_interaction(interaction: Interaction, *, by: Actor) -> Interaction:
    """Put a removed one back. Its follow-up is open again."""
    interaction.removed_at, interaction.updated_at = None, by.now
    interaction.save(update_fields=["removed_at"])
    accounts = _accounts(interaction)
    for link in interaction.account_links.select_related("account__facts"):
        link.attempt = attempt_for(interaction, link.account, by)
        link.save(update_fields=["attempt"])
    refresh_clocks(row.pk for row in accounts)
    tell_timeline(interaction, [row.pk for row in accounts], by)
    follow_up(interaction, accounts[0] if accounts else None, by)
    finish_written(interaction, [row.pk for row in accounts], by)
    keep_drafts_of(interaction, by)
    return interaction


@restore_interaction.can
def _may_restore(interaction: Interaction, now: datetime) -> Refusal | None:
    return None if interaction.removed_at else Refusal("there", gettext_lazy("It was never removed."))


def _accounts(interaction: Interaction) -> list[Account]:
    return [link.account for link in interaction.account_links.select_related("account").order_by("pk")]
