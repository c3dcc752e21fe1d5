"""Captured mail becomes drafts of interactions: one for each message and person, however often it is asked."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as now_

from callboard.channels.models import Message
from callboard.core.actions import Actor
from callboard.directory.models import Account, Contact
from callboard.directory.queries import match_addresses
from callboard.journal.models import Drafted, DraftedInteraction, Kind
from callboard.team.models import Person

Match = tuple[Contact | None, Account | None]
#: As much of a mail as a draft says; all of it stands in the message.
LONGEST = 5_000


def draft_messages(messages: Iterable[Message], by: Actor) -> list[DraftedInteraction]:
    """Draft each captured message for whose it is; those that are drafted already are left alone.  A set, in six
    statements."""
    wanted = [message for message in messages if message.by_person is not None and message.by_person.is_active]
    matches = match_addresses(address for message in wanted for address in _others(message))
    drafts = [_draft(message, message.by_person, matches, by.now) for message in wanted if message.by_person]
    DraftedInteraction.objects.bulk_create(drafts, ignore_conflicts=True)
    made = DraftedInteraction.objects.filter(message__in=wanted, created_at=by.now).select_related("message")
    fresh = list(made.order_by("id"))
    through = DraftedInteraction.contacts.through
    through.objects.bulk_create(
        [
            through(draftedinteraction_id=draft.pk, contact_id=pk)
            for draft in fresh
            if draft.message is not None
            for pk in _contacts(draft.message, matches)
        ],
        ignore_conflicts=True,
    )
    for draft in fresh:
        by.changed(draft)
    return fresh


def _others(message: Message) -> list[str]:
    """The addresses of whom it was with."""
    if message.direction == Message.Direction.IN:
        return [message.from_address] if message.from_address else []
    return [*message.to, *message.cc]


def _contacts(message: Message, matches: Mapping[str, Match]) -> list[int]:
    found = (matches.get(address, (None, None))[0] for address in _others(message))
    return list(dict.fromkeys(contact.pk for contact in found if contact is not None))


def _draft(message: Message, person: Person, matches: Mapping[str, Match], now: datetime) -> DraftedInteraction:
    others = _others(message)
    stranger = next((address for address in others if address not in matches), "")
    theirs = message.direction == Message.Direction.IN
    return DraftedInteraction(
        message=message,
        person=person,
        account=message.account,
        address=stranger[:320],
        name=message.from_name if theirs and stranger else "",
        kind=Kind.MAIL,
        direction=message.direction,
        at=min(message.sent_at or message.received_at or now, now),
        subject=message.subject,
        text=(message.reply_text or message.text)[:LONGEST],
        source=message.capture,
        created_at=now,
        updated_at=now,
    )


def withdraw_drafts(by: Actor, message: Message, person: Person, private: bool) -> list[str]:
    """A captured mail leaves: so does the draft of whose it was.  What they kept of it is their note: it stays, and the
    sentence says so; of a private mail the note alone, without the mail."""
    stays: list[str] = []
    for draft in DraftedInteraction.objects.filter(message=message, person=person).select_related("interaction"):
        if draft.state != Drafted.KEPT:
            draft.delete()
        elif private:
            draft.message, draft.subject, draft.text, draft.updated_at = None, "", "", by.now
            draft.save()
            stays.append(now_("What you kept of it stays as your note. Open it and remove it if that is private too."))
        else:
            stays.append(now_("What somebody kept as an interaction stays, with its mail."))
    return stays
