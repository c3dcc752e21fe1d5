"""Writing up what happened."""

from datetime import date, datetime

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.models import Message
from callboard.core import events
from callboard.core.actions import Actor, File, Invalid, Text, action
from callboard.core.refs import kind_of
from callboard.directory.models import Account, Contact
from callboard.journal import rules
from callboard.journal.actions.drafting import keep_drafts_of
from callboard.journal.actions.effects import attempt_for, follow_up, promised_for, refresh_clocks, tell_timeline
from callboard.journal.actions.files import keep_file
from callboard.journal.actions.filling import fill_in
from callboard.journal.actions.scoring import count_lateness, keep_score
from callboard.journal.actions.seen import finish_written
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
    colleagues: list[Person] | None = None,
    others: list[Contact] | None = None,
    file: File | None = None,
    promised: bool = False,
    until: str = "",
) -> Interaction:
    """Write up a call, mail, meeting, demo, visit, text, social contact or note, on one account or several.

    Without accounts it stands on the contact's. It moves the accounts' clocks, stands on their timelines, is scored, and
    opens one follow-up task for whoever had it where a next step is named; `promised`: they were told so, `until` says by
    when ("tue 9"). `message` is what it answers or sent.
    """
    where = accounts or ([contact.account] if contact else [])
    made = write_up(
        where, by=by, kind=kind, contact=contact, at=at, text=text, outcome=outcome, duration_s=duration_s,
        next_step=next_step, next_on=next_on, message=message, person=person, promised=promised, until=until,
    )  # fmt: skip
    take_part(made, colleagues or [], others or [])
    if file is not None:
        keep_file(made, file, by)
    return made


def take_part(made: Interaction, colleagues: list[Person], others: list[Contact]) -> None:
    """Who else was there; whom it was with and who wrote it are known already."""
    made.colleagues.set([person for person in colleagues if person != made.person])
    made.others.set([contact for contact in others if contact != made.contact])


def write_up(
    where: list[Account],
    *,
    by: Actor,
    kind: Kind,
    contact: Contact | None = None,
    at: datetime | None = None,
    text: str = "",
    outcome: Outcome | None = None,
    duration_s: int | None = None,
    next_step: str = "",
    next_on: date | None = None,
    message: Message | None = None,
    person: Person | None = None,
    about: Model | None = None,
    promised: bool = False,
    until: str = "",
) -> Interaction:
    """The interaction with all it does besides; part of an action. `about`: a record of a higher app (a lead) that it may
    stand on without an account."""
    who = person or by.person
    written = fill_in({"text": text, "next_step": next_step}, by=by, contact=contact, where=where, about=about)
    text, next_step = written["text"], written["next_step"]
    _check(by, who, where or about, text=text, outcome=outcome, next_step=next_step, next_on=next_on, at=at)
    due = None
    if promised or until.strip():
        due = promised_for(who, by, what=next_step, until=until, on=next_on)
        next_on = due[0].date()
    made = Interaction(
        kind=kind, at=at or by.now, person=who, contact=contact, text=text.strip(), outcome=outcome,
        duration_s=duration_s, conversed=rules.conversed(kind, outcome, duration_s), message=message,
        next_step=next_step.strip() or (_("Follow up") if next_on else ""), next_on=next_on,
        about_kind=kind_of(about) if about is not None else "", about_id=about.pk if about is not None else None,
        created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    count_lateness(made, by)
    made.save()
    keep_drafts_of(made, by)
    stand_on(made, where, by)
    follow_up(made, where[0] if where else None, by, promised=due)
    tell_mentioned(made, by=by, text=made.text, about=where[0].name if where else str(about))
    keep_score(made, where, by)
    events.interaction_logged.send(by, interaction_id=made.pk)
    return made


def stand_on(made: Interaction, where: list[Account], by: Actor) -> None:
    """It stands on these accounts: their timelines, their clocks, the attempt it counts as, the task that asked for it."""
    links = [InteractionAccount(interaction=made, account=row, attempt=attempt_for(made, row, by)) for row in where]
    InteractionAccount.objects.bulk_create(links)
    ids = [row.pk for row in where]
    refresh_clocks(ids)
    tell_timeline(made, ids, by)
    finish_written(made, ids, by)


def _check(
    by: Actor,
    who: Person | None,
    where: object,
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
    promised: bool = False,
    until: str = "",
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
        promised=promised,
        until=until,
    )
