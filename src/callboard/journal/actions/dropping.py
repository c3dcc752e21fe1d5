"""A mail somebody has as a file: dropped on an account, a person, or the page of drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.channels.actions import read_batch, receive_message
from callboard.channels.models import Capture, Message, NotTaken
from callboard.channels.reading import ReadMail, read
from callboard.channels.reading.containers import mails_of
from callboard.channels.reading.outlook import what_is
from callboard.core import files
from callboard.core.actions import Actor, File, Invalid, Refusal, Refused, action
from callboard.core.uploads import MEGABYTE, keep
from callboard.directory.models import Account, Contact
from callboard.journal.actions.drafting import draft_messages, stands_on
from callboard.journal.actions.drafts import dismiss_draft, place
from callboard.journal.models import Drafted, DraftedInteraction, Interaction

#: 25 MB, what a mail carries.
LARGEST = 25 * MEGABYTE
HERE = gettext_lazy("It is here already: “{subject}” of {on}.")
HERE_DRAFT = gettext_lazy("You have it already: “{subject}” of {on}, {state}.")
NONE_LEFT = gettext_lazy("It passes on {n} mails, and none of them is new to you.")
READ, MAIL = Message.State.READ, Message.Kind.MESSAGE
SKIPPED = {
    "empty": gettext_lazy("The file is empty."),
    "not a mail of Outlook": gettext_lazy("It is no mail of Outlook, or it is broken."),
    "does not begin like a mail": gettext_lazy("It is no mail. Save the mail as .eml or .msg and drop that."),
}


@action(
    gettext_lazy("Dropped mail"),
    said=gettext_lazy("Read “{result}”"),
    who="journal.write",
    undo="journal.undrop_mail",
    roots=lambda kw: {kw["account"].pk} if kw.get("account") else set(),
    icon="mail-down",
)
def drop_mail(
    *, by: Actor, file: File, account: Account | None = None, contact: Contact | None = None
) -> DraftedInteraction:
    """Keep a mail from a file (.eml, or .msg of Outlook) and draft its interaction for whoever drops it, on that account or
    with that person; without either, with whom the mail names. The same mail twice is refused with what is here. One that
    merely passes on several mails drafts each of these; the first is the answer, and a sentence says what became of the rest."""
    if contact is not None and account is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("{name} works for {account}.").format(name=contact, account=contact.account)})
    if by.person is None:
        raise Invalid({"file": _("Only a person can drop a mail.")})
    raw = _mail_in(file)
    message = receive_message(
        by=by, raw_sha=files.store(raw), raw_size=len(raw), capture=Capture.FILE.value, person=by.person
    )
    if message.not_taken != NotTaken.CARRIER:
        _refuse_known(message, by)
    if message.state == Message.State.STORED:
        read_batch(messages=[message], by=by)
        message.refresh_from_db()
    if message.state == Message.State.FAILED:
        raise Invalid({"file": _("It could not be read: {why}").format(why=message.error)})
    where = account or (contact.account if contact else None)
    if message.not_taken == NotTaken.CARRIER:
        made = _several(message, where, contact, by)
    else:
        made = [_drafted(message, where, contact, by)]
    by.undo_args(also=[each.draft for each in made[1:]], placed=[each.draft for each in made if each.placed])
    return made[0].draft


@dataclass(frozen=True)
class _Made:
    """placed: whether its mail was put where it was said."""

    draft: DraftedInteraction
    placed: bool


def _several(carrier: Message, account: Account | None, contact: Contact | None, by: Actor) -> list[_Made]:
    """A draft of each mail that a mail passes on; Refused where there is none to be made."""
    files_in = carrier.attachments.filter(Q(holds__isnull=False) | ~Q(not_taken="")).select_related("holds")
    rows = list(files_in.order_by("position"))
    held = {row.holds.pk: row.holds for row in rows if row.holds is not None and row.not_taken == ""}
    known = set(_mine_of(held, by).values_list("message_id", flat=True))
    fresh = [each for each in held.values() if each.state == Message.State.STORED]
    if fresh:
        read_batch(messages=fresh, by=by)
    others = [each for each in Message.objects.filter(pk__in=held).order_by("pk") if each.pk not in known]
    made = [_drafted(each, account, contact, by) for each in others if each.state == READ and each.kind == MAIL]
    for row in rows:
        if row.not_taken:
            by.say(f"{row.name}: {row.get_not_taken_display()}")
    if known:
        said = ngettext("{n} of them you have already.", "{n} of them you have already.", len(known))
        by.say(said.format(n=len(known)))
    if not made:
        raise Refused(Refusal("here", NONE_LEFT, n=len(rows)))
    if len(made) > 1:
        by.say(ngettext("{n} mail was in it.", "{n} mails in it became drafts.", len(made)).format(n=len(made)))
    return made


def _mine_of(held: Iterable[int], by: Actor) -> QuerySet[DraftedInteraction]:
    return DraftedInteraction.objects.filter(message__in=list(held), person=by.person_id)


@action(
    gettext_lazy("Took back dropped mail"),
    said=gettext_lazy("Dismissed “{draft}”"),
    who="journal.drafts",
    final=gettext_lazy("Bring it back on its page."),
    served=False,
    icon="x",
)
def undrop_mail(
    draft: DraftedInteraction, *, by: Actor, also: list[DraftedInteraction] | None = None,
    placed: list[DraftedInteraction] | None = None,
) -> DraftedInteraction:  # fmt: skip
    """Dismiss what dropping a mail drafted: also the drafts of the other mails that were in it.  placed: whose mails were put
    where it was said; they stand again where they say themselves."""
    for each in [draft, *(also or ())]:
        if each.person_id == draft.person_id and each.state == Drafted.OPEN:
            if each in (placed or ()) and _stands_by_it_alone(each):
                _place_by_itself(each, by)
            dismiss_draft(each, by=by)
    draft.refresh_from_db()
    return draft


def _stands_by_it_alone(draft: DraftedInteraction) -> bool:
    """Whether its mail still stands where it was dropped, and nobody else says it belongs there."""
    message, same = draft.message, draft.account_id
    if message is None or same is None or message.account_id != same:
        return False
    others = message.drafts.exclude(pk=draft.pk).filter(account=same)
    return not others.exists() and not Interaction.objects.filter(message=message, removed_at=None).exists()


def _place_by_itself(draft: DraftedInteraction, by: Actor) -> None:
    if draft.message is not None:
        account, people = stands_on(draft.message)
        place(draft, account, people[0] if people else None, by)
        draft.contacts.set(people)


def _mail_in(file: File) -> bytes:
    """The mail of the file in standard form; Invalid with the reason."""
    kept = keep(file, most=LARGEST)
    content = files.load(kept.sha256)
    found = list(mails_of(Path(kept.name), content))
    if len(found) > 1:
        raise Invalid({"file": _("It holds {n} mails. Save each as a file of its own.").format(n=len(found))})
    if not found or found[0].raw is None:
        skipped = SKIPPED.get(found[0].skipped, found[0].skipped) if found else SKIPPED["empty"]
        raise Invalid({"file": str(skipped)})
    if (kind := what_is(content)) and not kind.startswith(("ipm.note", "report.ipm.note")):
        raise Invalid({"file": _("It is an appointment, a contact or a task of Outlook, no mail.")})
    mail = read(found[0].raw)
    if not _is_a_mail(mail):
        raise Invalid({"file": _("It names nobody who wrote it and nobody who got it, so it is no mail.")})
    return found[0].raw


def _is_a_mail(mail: ReadMail) -> bool:
    return bool(mail.from_address or mail.from_name or mail.to or mail.cc or mail.bcc)


def _refuse_known(message: Message, by: Actor) -> None:
    """Refused where whoever drops it has a draft of it, and where it was never captured: then it is here as it is."""
    if message.created_at == by.now:
        return
    on = (message.sent_at or message.received_at or by.now).astimezone(by.person.tz).date() if by.person else by.today
    subject = message.subject or message.from_address
    mine = DraftedInteraction.objects.filter(message=message, person=by.person_id).first()
    if mine is not None:
        state = str(Drafted(mine.state).label).lower()
        raise Refused(Refusal("here", HERE_DRAFT, subject=subject, on=on, state=state))
    if not message.capture:
        raise Refused(Refusal("here", HERE, subject=subject, on=on))


def _drafted(message: Message, account: Account | None, contact: Contact | None, by: Actor) -> _Made:
    person = message.by_person
    message.by_person = by.person  # whoever drops it writes it up, whoever wrote the mail
    draft_messages([message], by)
    message.by_person = person
    draft = DraftedInteraction.objects.select_related("message", "account").get(message=message, person=by.person_id)
    draft.source = Capture.FILE
    draft.save(update_fields=["source"])
    if account is None or (draft.account_id == account.pk and contact is None):
        return _Made(draft, placed=False)
    known = [each for each in draft.contacts.all() if each.account_id == account.pk]
    whole = message.account_id is None or message.created_at == by.now
    place(draft, account, contact or (known[0] if known else None), by, message=whole)
    draft.contacts.add(*known)
    return _Made(draft, placed=whole)
