"""Writing up what happened."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.models import Message
from callboard.core import events
from callboard.core.actions import Actor, Invalid, Text, action
from callboard.directory.models import Account, Contact
from callboard.journal import rules
from callboard.journal.actions.effects import attempt_for, follow_up, refresh_clocks, tell_timeline
from callboard.journal.models import Interaction, InteractionAccount, Kind, Outcome
from callboard.team.actions import tell_mentioned
from callboard.team.models import Person

NOTHING = Text("")


def _roots(given: dict[str, object]) -> set[int]:
    accounts, contact = given.get("accounts"), given.get("contact")
    found = {account.pk for account in accounts} if isinstance(accounts, list) else set()
    return found | (contact.roots() if isinstance(contact, Contact) else set())


@action(
    gettext_lazy("Logged interaction"),
    said=gettext_lazy("Logged the interaction of {result.at}"),
    who="journal.write",
    undo="journal.remove_interaction",
    roots=_roots,
    icon="notes",
)
def log_interaction(
    *,
    by: Actor,
    kind: Kind,
    accounts: list[Account],
    contact: Contact | None = None,
    at: datetime | None = None,
    text: Text = NOTHING,
    outcome: Outcome | None = None,
    duration_s: int | None = None,
    next_step: str = "",
    next_on: date | None = None,
    message: Message | None = None,
    person: Person | None = None,
) -> Interaction:
    """Write up a call, mail, meeting, demo, visit, text, social contact or note, on one account or several.

    Without accounts it stands on the contact's. It moves the accounts' clocks, stands on their timelines, and opens
    one follow-up task for whoever had it where a next step is named. `message` is what it answers or sent.
    """
    who, where = person or by.person, accounts or ([contact.account] if contact else [])
    _check(by, who, where, text=text, outcome=outcome, next_step=next_step, next_on=next_on, at=at)
    made = Interaction.objects.create(
        kind=kind, at=at or by.now, person=who, contact=contact, text=text.strip(), outcome=outcome,
        duration_s=duration_s, conversed=rules.conversed(kind, outcome, duration_s), message=message,
        next_step=next_step.strip() or (_("Follow up") if next_on else ""), next_on=next_on,
        created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    links = [InteractionAccount(interaction=made, account=row, attempt=attempt_for(made, row, by)) for row in where]
    InteractionAccount.objects.bulk_create(links)
    ids = [row.pk for row in where]
    refresh_clocks(ids)
    tell_timeline(made, ids, by)
    follow_up(made, where[0], by)
    tell_mentioned(made, by=by, text=made.text, about=where[0].name)
    events.interaction_logged.send(by, interaction_id=made.pk)
    return made


def _check(
    by: Actor,
    who: Person | None,
    where: list[Account],
    *,
    text: str,
    outcome: Outcome | None,
    next_step: str,
    next_on: date | None,
    at: datetime | None,
) -> None:
    errors: dict[str, str] = {}
    if who is None:
        errors["person"] = _("Say who it was.")
    if not where:
        errors["accounts"] = _("Say which account it was with.")
    if not (text.strip() or outcome or next_step.strip()):
        errors["text"] = _("Write what was said, or choose what came of it.")
    if at is not None and at > by.now:
        errors["at"] = _("This lies ahead. What is still to come is a task.")
    if next_on is not None and next_on < by.today:
        errors["next_on"] = _("The next step lies in the past.")
    if errors:
        raise Invalid(errors)


@action(
    gettext_lazy("Saved note"),
    said=gettext_lazy("Saved the note on {account}"),
    who="journal.write",
    undo="journal.remove_interaction",
    icon="note",
)
def write_note(
    account: Account,
    *,
    by: Actor,
    text: Text = NOTHING,
    kind: Kind | None = None,
    outcome: Outcome | None = None,
    contact: Contact | None = None,
    duration_s: int | None = None,
    next_step: str = "",
    next_on: date | None = None,
) -> Interaction:
    """What the note box of an account writes: an interaction of now on this account. Without a kind it is a call where
    something came of it, else a note."""
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("{name} works for {account}.").format(name=contact, account=contact.account)})
    return log_interaction(
        by=by,
        kind=kind or (Kind.CALL if outcome else Kind.NOTE),
        accounts=[account],
        contact=contact,
        text=text,
        outcome=outcome,
        duration_s=duration_s,
        next_step=next_step,
        next_on=next_on,
    )
