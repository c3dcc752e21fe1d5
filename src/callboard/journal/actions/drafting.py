"""Captured mail becomes drafts of interactions: one for each message and person, however often it is asked.

A draft and the task that asks for the note about the same mail are one: whatever ends one ends the other.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q, QuerySet

from callboard.channels.models import Message
from callboard.channels.queries import names_in
from callboard.core.actions import Actor
from callboard.core.refs import kind_of
from callboard.directory.models import Account, Contact
from callboard.directory.queries import match_addresses
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.models import Drafted, DraftedInteraction, Interaction, Kind
from callboard.team.models import Person
from callboard.work.actions import drop_task, reopen_task
from callboard.work.models import Task, TaskState

Match = tuple[Contact | None, Account | None]
#: As much of a mail as a draft says; all of it stands in the message.
LONGEST = 5_000


def draft_messages(messages: Iterable[Message], by: Actor) -> list[DraftedInteraction]:
    """Draft each captured message for whose it is; those that are drafted already are left alone.  A set, in six
    statements."""
    named = {(each.pk, each.by_person_id): each for each in messages}
    wanted = [message for message in named.values() if message.by_person is not None and message.by_person.is_active]
    drafts = drafted(wanted, by.now)
    people = {(draft.message_id, draft.person_id): known for draft, known in drafts}
    DraftedInteraction.objects.bulk_create([draft for draft, _known in drafts], ignore_conflicts=True)
    made = DraftedInteraction.objects.filter(message__in=wanted, created_at=by.now)
    fresh = list(made.order_by("id"))
    through = DraftedInteraction.contacts.through
    through.objects.bulk_create(
        [
            through(draftedinteraction_id=draft.pk, contact_id=pk)
            for draft in fresh
            for pk in people[draft.message_id, draft.person_id]
        ],
        ignore_conflicts=True,
    )
    for draft in fresh:
        by.changed(draft)
    return fresh


def drafted(messages: Iterable[Message], now: datetime) -> list[tuple[DraftedInteraction, list[int]]]:
    """What captured messages say as drafts of whose they are, not saved, each with the ids of the contacts it was with."""
    rows = [(message, message.by_person) for message in messages if message.by_person is not None]
    matches = match_addresses(address for message, _person in rows for address in _others(message))
    return [(_draft(message, person, matches, now), _contacts(message, matches)) for message, person in rows]


def _others(message: Message) -> list[str]:
    """The addresses of whom it was with."""
    if message.direction == Message.Direction.IN:
        return [message.from_address] if message.from_address else []
    return [*message.to, *message.cc]


def _contacts(message: Message, matches: Mapping[str, Match]) -> list[int]:
    found = (matches.get(address, (None, None))[0] for address in _others(message))
    return list(dict.fromkeys(contact.pk for contact in found if contact is not None))


def stands_on(message: Message) -> tuple[Account | None, list[Contact]]:
    """On which account a captured mail stands where nobody says so, and with whom it was: by its addresses, a person before
    a company, else by its conversation."""
    addresses = _others(message)
    matches = match_addresses(addresses)
    known = [matches[address] for address in addresses if address in matches]
    people = list(dict.fromkeys(contact for contact, _account in known if contact is not None))
    if known:
        return (people[0].account if people else known[0][1]), people
    thread = message.thread
    if thread is None or not thread.messages.exclude(pk=message.pk).exists():
        return None, []
    return thread.account, []


def _draft(message: Message, person: Person, matches: Mapping[str, Match], now: datetime) -> DraftedInteraction:
    others = _others(message)
    stranger = next((address for address in others if address not in matches), "")
    name = names_in(message).get(stranger, "") if stranger else ""
    if not others and message.direction == Message.Direction.IN:
        name = message.from_name
    return DraftedInteraction(
        message=message,
        person=person,
        account=message.account,
        address=stranger[:320],
        name=name[:300],
        kind=Kind.MAIL,
        direction=message.direction,
        at=min(message.sent_at or message.received_at or now, now),
        subject=message.subject,
        text=(message.reply_text or message.text)[:LONGEST],
        source=message.capture,
        created_at=now,
        updated_at=now,
    )


def keep_drafts_of(made: Interaction, by: Actor, kept: DraftedInteraction | None = None) -> None:
    """The open draft of the mail this note is about is kept with it, wherever the note was written."""
    mine = Q(pk=kept.pk) if kept is not None else Q(message=made.message_id, person=made.person_id)
    if kept is None and made.message_id is None:
        return
    for draft in DraftedInteraction.objects.filter(mine, state=Drafted.OPEN):
        draft.state, draft.interaction, draft.updated_at = Drafted.KEPT, made, by.now
        draft.save(update_fields=["state", "interaction"])
        by.changed(draft)


def reopen_drafts_of(made: Interaction, by: Actor) -> None:
    """The note is gone: what it was kept from is a draft again, where its person still works here."""
    for draft in DraftedInteraction.objects.filter(interaction=made, person__is_active=True):
        draft.state, draft.interaction, draft.updated_at = Drafted.OPEN, None, by.now
        draft.save(update_fields=["state", "interaction"])
        by.changed(draft)


def drop_asked(draft: DraftedInteraction, by: Actor) -> None:
    """The task that asks for a note about its mail need not be done, unless it was handed to somebody else."""
    for task in _asked(draft).filter(state=TaskState.OPEN):
        drop_task(task, by=by)


def reopen_asked(draft: DraftedInteraction, by: Actor) -> None:
    for task in _asked(draft).filter(state=TaskState.DROPPED):
        if reopen_task.refusal(task, by.now) is None:
            reopen_task(task, by=by)


def _asked(draft: DraftedInteraction) -> QuerySet[Task]:
    rows = Task.objects.filter(kind=UNWRITTEN, source_kind=kind_of(Message), source_id=draft.message_id or 0)
    return rows.filter(owner=draft.person_id).order_by("pk")


def follow_asked(by: Actor, task: Task, what: str) -> None:
    """Somebody ended the task without a note, so nothing is to be written about its mail; or it is to be done after all."""
    moves = {"dropped": (Drafted.OPEN, Drafted.DISMISSED), "reopened": (Drafted.DISMISSED, Drafted.OPEN)}
    if task.kind != UNWRITTEN or what not in moves or task.reason_args.get("note"):
        return
    before, after = moves[what]
    rows = DraftedInteraction.objects.filter(message=task.source_id, person=task.owner_id, state=before)
    for draft in rows.filter(person__is_active=True):
        draft.state, draft.updated_at = after, by.now
        draft.save(update_fields=["state"])
        by.changed(draft)
