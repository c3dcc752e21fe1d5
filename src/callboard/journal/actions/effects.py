"""What an interaction does besides: clocks, timeline, follow-up. All of it inside the action that writes it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from callboard.core.actions import Actor, Invalid
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.actions import record_attempt
from callboard.directory.models import Account, AccountFacts, Attempt, Medium, Purpose
from callboard.directory.queries import last_attempts, was_placed
from callboard.journal import queries, rules
from callboard.journal.models import Interaction
from callboard.team.models import Person
from callboard.team.queries import company_zone
from callboard.work.actions import drop_task, open_task, reweigh
from callboard.work.actions.opening import read_due
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


#: When a promise is to be kept, and how it is meant.
Due = tuple[datetime, DueKind]


def promised_for(person: Person | None, by: Actor, *, what: str, until: str, on: date | None) -> Due:
    """When what was promised is to be done, by the clock of whoever promised it: as it was said, else on the day of the next
    step. Invalid without words, without a time, or for a time that cannot be read or is over."""
    zone = person.tz if person is not None else ZoneInfo(company_zone())
    if not what.strip():
        raise Invalid({"next_step": _("Say what you promised.")})
    if not until.strip():
        if on is None:
            raise Invalid({"until": _("By when did you promise it? Write it like tue 9, +3 or mar 12.")})
        return rules.due_at(on, zone), DueKind.DAY
    due_at, due_kind = read_due(until, person, by, field="until")
    return due_at.astimezone(zone), due_kind


def follow_up(interaction: Interaction, account: Account | None, by: Actor, *, promised: Due | None = None) -> None:
    """One task for whoever had it, where a next step is named; without a day it has no due time. promised: to the contact,
    for when."""
    if not interaction.next_step:
        return
    zone = interaction.person.tz if interaction.person else ZoneInfo(company_zone())
    on = interaction.next_on
    due_at, due_kind = promised or (rules.due_at(on, zone) if on else None, DueKind.DAY)
    open_task(
        by=by,
        title=interaction.next_step,
        kind=FOLLOW_UP,
        account=account,
        owner=interaction.person,
        due_at=due_at,
        due_kind=due_kind,
        promised=promised is not None,
        to=interaction.contact if promised else None,
        reason_code="next_step",
        reason_args={"kind": interaction.kind, "at": interaction.at},
        source=interaction,
    )


def change_follow_up(interaction: Interaction, account: Account | None, by: Actor, *, moved: bool) -> None:
    """The open task says what the note says now; without a next step it is dropped. moved: to another day, otherwise it stays
    due when it is."""
    if not interaction.next_step:
        drop_follow_up(interaction, by)
        return
    on = interaction.next_on
    due: dict[str, Any] = {}
    if moved:
        due = {"due_at": rules.due_at(on, interaction.person.tz) if on else None, "due_kind": DueKind.DAY}
    if not reweigh(interaction, by=by, title=interaction.next_step, **due):
        follow_up(interaction, account, by)


def drop_follow_up(interaction: Interaction, by: Actor) -> None:
    """Its open tasks need not be done any more."""
    for task in Task.objects.open().about(kind_of(interaction), interaction.pk):
        drop_task(task, by=by)
