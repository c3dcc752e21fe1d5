"""Drafted interactions: kept as a note, dismissed, brought back, given on, put where they belong."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.actions import place_message
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.errors import Forbidden
from callboard.core.leavers import must_work_here
from callboard.directory.actions import add_contact
from callboard.directory.models import Account, Contact
from callboard.directory.rules import is_erased
from callboard.journal.actions.drafting import drop_asked, keep_drafts_of, reopen_asked
from callboard.journal.actions.effects import refresh_clocks
from callboard.journal.actions.logging import NOTHING, log_interaction
from callboard.journal.actions.mending import remove_interaction
from callboard.journal.models import Drafted, DraftedInteraction, Interaction, Kind, Outcome
from callboard.team.models import Person

#: As much of a mail as a note says where nobody wrote one.
LONGEST_WORDS = 600
KEPT = Refusal("kept", gettext_lazy("It was kept already."))
DISMISSED = Refusal("dismissed", gettext_lazy("It was dismissed already."))


def _is_open(draft: DraftedInteraction, now: datetime) -> Refusal | None:
    if draft.state == Drafted.OPEN:
        return None
    return KEPT if draft.state == Drafted.KEPT else DISMISSED


@action(
    gettext_lazy("Kept draft"),
    said=gettext_lazy("Kept “{draft}” as a note"),
    who="journal.drafts",
    undo="journal.reopen_draft",
    icon="note",
)
def keep_draft(
    draft: DraftedInteraction,
    *,
    by: Actor,
    text: Text = NOTHING,
    outcome: Outcome | None = None,
    accounts: list[Account] | None = None,
    contact: Contact | None = None,
    kind: Kind | None = None,
    at: datetime | None = None,
    next_step: str = "",
    next_on: date | None = None,
    promised: bool = False,
    until: str = "",
) -> Interaction:
    """Keep it as an interaction of whose it is; what is not said is as the draft says. Without words of one's own the note
    says what the mail says. The task that asked for it is done."""
    people = [each for each in draft.contacts.select_related("account").order_by("pk") if not is_erased(each)]
    where = accounts or ([draft.account] if draft.account else []) or _accounts_of(people)
    if not where and contact is None:
        raise Invalid({"accounts": _("Say which account it was with.")})
    with_whom = contact or next((each for each in people if each.account_id == where[0].pk), None)
    made = log_interaction(
        by=by, kind=kind or Kind(draft.kind), accounts=where, contact=with_whom, at=at or draft.at,
        text=Text(text.strip() or ("" if outcome or next_step else words_of(draft))), outcome=outcome,
        next_step=next_step, next_on=next_on, message=draft.message, person=draft.person, promised=promised, until=until,
        others=[each for each in people if each != with_whom],
    )  # fmt: skip
    keep_drafts_of(made, by, draft)
    return made


keep_draft.can(_is_open)


def words_of(draft: DraftedInteraction) -> str:
    """What the note says where nobody wrote one."""
    text = " ".join(draft.text.split())
    said = text if len(text) <= LONGEST_WORDS else f"{text[:LONGEST_WORDS].rsplit(' ', 1)[0]} …"
    return "\n".join(part for part in (draft.subject, said) if part) or str(draft)


def _accounts_of(people: list[Contact]) -> list[Account]:
    return list({each.account_id: each.account for each in people}.values())


@action(
    gettext_lazy("Dismissed draft"),
    said=gettext_lazy("Dismissed “{draft}”"),
    who="journal.drafts",
    undo="journal.reopen_draft",
    icon="x",
)
def dismiss_draft(draft: DraftedInteraction, *, by: Actor) -> DraftedInteraction:
    """Nothing is to be written about it: it leaves the list, and the task that asked for it is dropped. The mail stays."""
    draft.state, draft.updated_at = Drafted.DISMISSED, by.now
    draft.save(update_fields=["state"])
    drop_asked(draft, by)
    return draft


dismiss_draft.can(_is_open)


@action(
    gettext_lazy("Brought draft back"),
    said=gettext_lazy("“{draft}” is a draft again"),
    who="journal.drafts",
    final=gettext_lazy("Keep or dismiss it again."),
    icon="arrow-back-up",
)
def reopen_draft(draft: DraftedInteraction, *, by: Actor) -> DraftedInteraction:
    """It is a draft again. The note it was kept as is removed."""
    must_work_here(person=draft.person)
    if draft.interaction is not None and draft.interaction.removed_at is None:
        remove_interaction(draft.interaction, by=by)
    draft.refresh_from_db()
    if draft.state != Drafted.OPEN:
        draft.state, draft.interaction, draft.updated_at = Drafted.OPEN, None, by.now
        draft.save(update_fields=["state", "interaction"])
    reopen_asked(draft, by)
    return draft


@reopen_draft.can
def _may_reopen(draft: DraftedInteraction, now: datetime) -> Refusal | None:
    return Refusal("open", gettext_lazy("It is open.")) if draft.state == Drafted.OPEN else None


@action(
    gettext_lazy("Gave draft"),
    said=gettext_lazy("Gave “{draft}” to {to}"),
    who="journal.drafts",
    undo="journal.return_draft",
    icon="user-share",
)
def give_draft(draft: DraftedInteraction, *, by: Actor, to: Person) -> DraftedInteraction:
    """Somebody else writes it up. Where they have a draft of the same mail themselves, this one is dismissed, and theirs is
    open again if they had dismissed it."""
    must_work_here(to=to)
    person = draft.person
    reopened = _hand(draft, to, by)
    by.undo_args(person=person, reopened=reopened)
    return draft


give_draft.can(_is_open)


def _hand(draft: DraftedInteraction, to: Person, by: Actor) -> DraftedInteraction | None:
    """It is theirs and open. Who has a draft of the same mail keeps that one, and this one is dismissed; theirs is returned
    where they had dismissed it and it is open again."""
    others = DraftedInteraction.objects.filter(message=draft.message_id or 0, person=to).exclude(pk=draft.pk)
    theirs = others.first()
    if theirs is None:
        draft.person, draft.state, draft.updated_at = to, Drafted.OPEN, by.now
        draft.save(update_fields=["person", "state"])
        return None
    if draft.state == Drafted.OPEN:
        dismiss_draft(draft, by=by)
    return reopen_draft(theirs, by=by) if theirs.state == Drafted.DISMISSED else None


@action(
    gettext_lazy("Put draft on account"),
    said=gettext_lazy("Put “{draft}” where it belongs"),
    who="journal.drafts",
    undo="journal.return_draft",
    icon="link",
)
def attach_draft(
    draft: DraftedInteraction, *, by: Actor, account: Account | None = None, contact: Contact | None = None
) -> DraftedInteraction:
    """Say which account it was with, or which person; its mail stands there too. Without either it belongs to nobody again."""
    by.undo_args(**_with_whom(draft))
    place(draft, account or (contact.account if contact else None), contact, by)
    return draft


attach_draft.can(_is_open)


def _with_whom(draft: DraftedInteraction) -> dict[str, Any]:
    return {"account": draft.account, "contacts": list(draft.contacts.order_by("pk"))}


@action(
    gettext_lazy("Returned draft"),
    said=gettext_lazy("“{draft}” is as it was"),
    who="journal.drafts",
    final=gettext_lazy("Give it, or put it on an account, again."),
    served=False,
    icon="arrow-back-up",
)
def return_draft(
    draft: DraftedInteraction, *, by: Actor, account: Account | None = None, contacts: list[Contact] | None = None,
    person: Person | None = None, reopened: DraftedInteraction | None = None,
) -> DraftedInteraction:  # fmt: skip
    """person: it is theirs again; who has another draft of the same mail by now keeps that one, and this one is dismissed.
    reopened: whom it was given had dismissed this one, and has again, unless something was done to it since.
    contacts: it is with them again, and on the account it was on."""
    if person is not None:
        must_work_here(person=person)
        # Giving wrote both in one moment: what is of a later one was touched since.
        again = DraftedInteraction.objects.filter(pk=reopened.pk if reopened else 0, updated_at=draft.updated_at)
        for theirs in again.filter(state=Drafted.OPEN):
            dismiss_draft(theirs, by=by)
        _hand(draft, person, by)
        if draft.state == Drafted.OPEN:
            reopen_asked(draft, by)
    if contacts is not None:
        place(draft, account, contacts[0] if len(contacts) == 1 else None, by)
        draft.contacts.set(contacts)
    return draft


@return_draft.can
def _may_return(draft: DraftedInteraction, now: datetime) -> Refusal | None:
    return KEPT if draft.state == Drafted.KEPT else None


@action(
    gettext_lazy("Added contact of draft"),
    said=gettext_lazy("Added {name} to {account}"),
    who="journal.drafts",
    undo="journal.unmeet_draft",
    icon="user-plus",
)
def meet_draft(
    draft: DraftedInteraction, *, by: Actor, account: Account, name: str, email: str = "", confirmed: bool = False
) -> DraftedInteraction:
    """Add whom it was with to an account, with the address of the mail, and put the draft there. Undone, the draft is
    with whom it was, a stranger by name and address; the contact stays."""
    if by.person is not None and not add_contact.allowed(by, account):
        raise Forbidden("directory.edit")
    contact = add_contact(account, by=by, name=name, email=email, confirmed=confirmed)
    by.undo_args(**_with_whom(draft), name=draft.name, address=draft.address)
    place(draft, account, contact, by)
    if draft.address == contact_address(email):
        draft.name = draft.address = ""
        draft.save(update_fields=["name", "address"])
    return draft


meet_draft.can(_is_open)


@action(
    gettext_lazy("Took back contact of draft"),
    said=gettext_lazy("“{draft}” is as it was; the contact stays"),
    who="journal.drafts",
    final=gettext_lazy("Add whom it was with again."),
    served=False,
    icon="arrow-back-up",
)
def unmeet_draft(
    draft: DraftedInteraction, *, by: Actor, name: str, address: str, contacts: list[Contact],
    account: Account | None = None,
) -> DraftedInteraction:  # fmt: skip
    """It names the stranger again it was with, and is with these people and on the account it was on."""
    draft.name, draft.address = name, address
    draft.save(update_fields=["name", "address"])
    return return_draft(draft, by=by, account=account, contacts=contacts)


unmeet_draft.can(_may_return)


def contact_address(email: str) -> str:
    return email.strip().lower()


def place(
    draft: DraftedInteraction, account: Account | None, contact: Contact | None, by: Actor, *, message: bool = True
) -> None:
    """Put a draft on an account, and its mail where that is nowhere yet or its person says so; part of an action."""
    touched = {pk for pk in (draft.account_id, account.pk if account else None) if pk is not None}
    by.run.require_roots(touched)
    draft.account, draft.updated_at = account, by.now
    draft.save(update_fields=["account"])
    draft.contacts.set([contact] if contact is not None else [])
    if draft.message is not None and message:
        place_message(draft.message, account, contact, by)
        refresh_clocks(touched)
