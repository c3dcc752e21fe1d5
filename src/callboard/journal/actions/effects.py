"""What an interaction does besides: clocks, timeline, follow-up. All of it inside the action that writes it."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.actions import record_attempt
from callboard.directory.models import Account, AccountFacts, Attempt, Medium, Purpose
from callboard.directory.queries import last_attempts, was_placed
from callboard.journal import queries, rules
from callboard.journal.models import Interaction
from callboard.team.queries import company_zone
from callboard.work.actions import drop_task, open_task, reweigh
from callboard.work.models import DueKind, Task

FOLLOW_UP = "journal.follow_up"


def attempt_for(made: Interaction, account: Account, by: Actor) -> Attempt | None:
    """A call or mail of ours counts as an attempt, unless a channel sent or placed it and counted it itself, or it was theirs."""
    medium = rules.medium_of(made.kind)
    if medium is None or made.message is not None:
        return None
    purpose = Purpose.SERVICE if account.facts.mrr else Purpose.SALES
    contact = made.contact if made.contact and made.contact.account_id == account.pk else None
    if medium == Medium.PHONE and was_placed(account, contact, made.person_id, made.at):
        return None
    return record_attempt("", by=by, medium=medium, purpose=purpose, at=made.at, contact=contact, account=account)


def refresh_clocks(account_ids: Iterable[int]) -> None:
    """Set the three clocks of accounts from what is written: also right after something was taken back."""
    ids = list(account_ids)
    attempts, spoken, words = last_attempts(ids), queries.conversations_of(ids), queries.words_of(ids)
    for pk in ids:
        AccountFacts.objects.filter(account=pk).update(
            last_attempt_at=attempts.get(pk), last_conversation_at=spoken.get(pk), last_word_at=words.get(pk)
        )


def tell_timeline(interaction: Interaction, account_ids: Iterable[int], by: Actor) -> None:
    """A line on each account, at the time it happened."""
    title, text = rules.title_of(interaction), rules.text_of(interaction)
    for pk in account_ids:
        by.timeline(
            pk,
            f"journal.{interaction.kind}",
            ref=interaction,
            title=title,
            text=text,
            at=interaction.at,
            pinned=interaction.pinned_at is not None,
        )


def forget_timeline(interaction: Interaction) -> None:
    """Take its lines away: it was removed, or is told anew."""
    TimelineEntry.objects.filter(ref_kind=kind_of(interaction), ref_id=interaction.pk).delete()


def follow_up(interaction: Interaction, account: Account | None, by: Actor, *, promised: bool = False) -> None:
    """One task for whoever had it, where a next step is named; without a day it has no due time. promised: to the contact."""
    if not interaction.next_step:
        return
    zone = interaction.person.tz if interaction.person else ZoneInfo(company_zone())
    on = interaction.next_on
    open_task(
        by=by,
        title=interaction.next_step,
        kind=FOLLOW_UP,
        account=account,
        owner=interaction.person,
        due_at=rules.due_at(on, zone) if on else None,
        due_kind=DueKind.DAY,
        promised=promised,
        to=interaction.contact if promised else None,
        reason_code="next_step",
        reason_args={"kind": interaction.kind, "at": interaction.at},
        source=interaction,
    )


def change_follow_up(interaction: Interaction, account: Account | None, by: Actor) -> None:
    """The open task says what the note says now; without a next step it is dropped."""
    if not interaction.next_step:
        drop_follow_up(interaction, by)
        return
    on = interaction.next_on
    due = rules.due_at(on, interaction.person.tz) if on else None
    if not reweigh(interaction, by=by, title=interaction.next_step, due_at=due):
        follow_up(interaction, account, by)


def drop_follow_up(interaction: Interaction, by: Actor) -> None:
    """Its open tasks need not be done any more."""
    for task in Task.objects.open().about(kind_of(interaction), interaction.pk):
        drop_task(task, by=by)
