"""What the journal hangs on the registries."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.db.few import among
from callboard.core.links import url_of
from callboard.core.refs import kind_of
from callboard.core.registry import (
    DayEnd,
    Fact,
    MergeHook,
    Nav,
    OwnedKind,
    PanelEntry,
    Part,
    SearchSource,
    TaskKind,
    TimelineKind,
    TimelineReach,
    register,
)
from callboard.directory.models import Account, Contact
from callboard.directory.queries import know_people, people_asked, people_at
from callboard.journal import by_mail, checks, queries, reasons, settings
from callboard.journal.actions import drop_mail, log_interaction, write_note
from callboard.journal.actions.drafting import follow_asked
from callboard.journal.actions.effects import FOLLOW_UP
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.actions.withdrawing import holder_of, withdraw_drafts
from callboard.journal.box import ICONS, begun_url, note_box
from callboard.journal.models import Drafted, DraftedInteraction, Interaction, Kind, NoteTemplate
from callboard.kit.addresses import action_url
from callboard.kit.pieces.prose import internal

for kind, icon in ICONS.items():
    register.timeline_kind.add(TimelineKind(f"journal.{kind}", kind.label, icon))

register.merge_hook.add(MergeHook("journal.interaction.about_id", refs="about_kind"))
register.withdrawal.add(Part("drafts", withdraw_drafts))
register.mail_holder.add(Part("drafts", holder_of))
register.search_source.add(
    SearchSource(
        "journal.interaction",
        _("Notes and calls"),
        "note",
        title=("contact__name", "account_links__account__name"),
        detail=("person__name", "account_links__account__name"),
        also=("next_step",),
        text=("text", "next_step"),
        state="kind",
        at="at",
        root="account_links__account",
        weight=20,
        word="note",
        where=Q(removed_at=None),
    )
)

register.nav.add(
    Nav(
        "interactions",
        "customers",
        _("Interactions"),
        "interactions",
        "notes",
        order=25,
        key="n",
        operation="journal.view",
    )
)


def _why(code: str, args: dict[str, Any]) -> str:
    at = parse_datetime(str(args.get("at", "")))
    if code == "unwritten" and at is not None:
        return now_("You wrote to them on {on}, and nothing is written up").format(
            on=formats.date_format(timezone.localtime(at), "SHORT_DATE_FORMAT")
        )
    if code != "next_step" or at is None or args.get("kind") not in Kind.values:
        return ""
    what, on = Kind(args["kind"]).label, formats.date_format(at, "SHORT_DATE_FORMAT")
    return now_("The next step of the {kind} of {on}").format(kind=str(what).lower(), on=on)


def _mine(actor: Actor) -> QuerySet[Any] | None:
    return queries.drafts_open(actor).filter(person=actor.person_id) if actor.person is not None else None


register.nav.add(
    Nav(
        "drafted", "today", _("Drafted"), "drafted", "mail-down", order=22, operation="journal.drafts",
        badge=_mine, topics=lambda actor: [DraftedInteraction._meta.label_lower],
    )
)  # fmt: skip
internal("journal.keep_draft", "text")
internal("journal.write_note", "text")
internal("journal.log_interaction", "text")
internal("journal.change_interaction", "text")
register.claim_source.add(Part("directory", queries.DIRECTORY))
register.task_kind.add(TaskKind(FOLLOW_UP, _("Follow up"), "phone-outgoing", _why))
register.task_kind.add(
    TaskKind(
        UNWRITTEN,
        _("Write up"),
        "note",
        _why,
        lambda task: begun_url(task.source_id) if task.source_id else "",
        begin=_("Write note"),
        follow=follow_asked,
    )
)
# A template nobody else sees goes with whoever wrote it.
register.owned_kind.add(
    OwnedKind(
        "journal.template",
        _("templates of notes others use"),
        lambda pk: NoteTemplate.objects.filter(owner=pk, shared=True, removed_at=None),
        "journal.give_note_template",
        columns=("journal.notetemplate.owner",),
    )
)
register.owned_kind.add(
    OwnedKind(
        "journal.draft",
        _("drafted interactions"),
        lambda pk: DraftedInteraction.objects.filter(person=pk, state=Drafted.OPEN),
        "journal.give_draft",
        columns=("journal.draftedinteraction.person",),
        account="account_id",
        has="account__owner_id",
    )
)
register.fact.add(Fact("last_conversation_at", "journal", queries.conversations_of))
register.fact.add(Fact("last_word_at", "journal", queries.words_of))


def _templates(record: Any, actor: Actor) -> dict[str, Question]:
    return {"templates": Question("records", queries.templates_for(actor))}


def _account_asked(account: Account, actor: Actor) -> dict[str, Question]:
    return {**_templates(account, actor), "people": people_asked(account)}


def _on_account(account: Account, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """The box on the account's page: always open, for whoever may write."""
    if account.archived_at is not None or not write_note.allowed(actor, account):
        return None
    know_people(account, found["people"])
    box = note_box(
        actor,
        action_url(write_note, account),
        {"account": account.pk},
        templates=found["templates"],
        account=account.name,
        people=people_at(account),
        form_url=f"{action_url(log_interaction)}?account={account.pk}",
    )
    return {**box, "record_kind": kind_of(account)}


def _on_contact(contact: Contact, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """The box on a person's page: the note stands on the account they work for, with them."""
    account = contact.account
    gone = contact.left_on is not None or contact.refuses() is not None
    if account.archived_at is not None or gone or not write_note.allowed(actor, account):
        return None
    about = {"account": account.pk, "contact": contact.pk}
    box = note_box(
        actor,
        f"{action_url(write_note, account)}?contact={contact.pk}",
        about,
        templates=found["templates"],
        account=account.name,
        hidden=[("contact", contact.pk)],
        next_url=url_of(contact),
        form_url=f"{action_url(log_interaction)}?account={account.pk}&contact={contact.pk}",
    )
    return {**box, "record_kind": kind_of(contact), "with_name": contact.name}


def _happened_with(pk: int, actor: Actor) -> Q:
    """What a person took part in, whichever account it stands on."""
    with_them, beside = Interaction.objects.filter(contact=pk), Interaction.objects.filter(others=pk)
    there = with_them.order_by().values("pk").union(beside.order_by().values("pk"))
    return Q(among("ref_id", there), ref_kind="journal.interaction")


register.timeline_reach.add(TimelineReach("journal.with", "directory.contact", _happened_with))
register.panel.add(
    PanelEntry(
        "note",
        "directory.account",
        "",
        "kit/parts/note_box.html",
        _on_account,
        order=10,
        place="middle",
        operation="journal.write",
        asks=_account_asked,
    )
)
register.panel.add(
    PanelEntry(
        "note-with",
        "directory.contact",
        "",
        "kit/parts/note_box.html",
        _on_contact,
        order=5,
        place="middle",
        operation="journal.write",
        asks=_templates,
    )
)


def _drafts_of(account: Account, actor: Actor) -> dict[str, Question]:
    return {"drafts": Question("records", queries.drafts_at(account, actor))}


def _drafts_with(contact: Contact, actor: Actor) -> dict[str, Question]:
    return {"drafts": Question("records", queries.drafts_with(contact, actor))}


def _drafts_shown(record: Account | Contact, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """What waits for a note, and where a mail is dropped; nothing of either hides the panel."""
    rows = list(found["drafts"])
    account = record.account if isinstance(record, Contact) else record
    erased = isinstance(record, Contact) and record.refuses() is not None
    drops = account.archived_at is None and not erased and drop_mail.allowed(actor)
    name = "contact" if isinstance(record, Contact) else "account"
    shown = {"drafts": rows[: queries.SHOWN], "more": len(rows) > queries.SHOWN, "about": name, "pk": record.pk}
    shown["drop_url"] = action_url(drop_mail) if drops else ""
    return shown if rows or drops else None


for _name, _kind, _asks in (
    ("drafts", "directory.account", _drafts_of),
    ("drafts-with", "directory.contact", _drafts_with),
):
    register.panel.add(
        PanelEntry(
            _name,
            _kind,
            _("Drafted interactions"),
            "journal/drafts_panel.html",
            _drafts_shown,
            order=38,
            operation="journal.write",
            asks=_asks,
        )
    )


def _not_written(actor: Actor, now: datetime) -> Question:
    today = clock.business_day(now)
    mails = queries.not_written_up(today, today, dismissed=False)
    return Question("records", mails.filter(by_person=actor.person).order_by("sent_at", "id"))


def _to_write(mail: Any) -> tuple[str, str, Any, str]:
    return mail.subject or now_("Mail without a subject"), str(mail.account or ""), mail.sent_at, begun_url(mail.pk)


register.day_end.add(
    DayEnd("journal.notes", _("Notes not written"), _not_written, _to_write, _("Write the note"), UNWRITTEN)
)

__all__ = ["by_mail", "checks", "reasons", "settings"]
