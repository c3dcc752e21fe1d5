"""What the journal hangs on the registries."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import formats
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.core.registry import (
    Check,
    Difference,
    Fact,
    Nav,
    PanelEntry,
    SearchSource,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.directory.models import Account, Contact
from callboard.directory.queries import people_at
from callboard.journal import by_mail, queries, reasons, rules
from callboard.journal.actions import write_note
from callboard.journal.actions.effects import FOLLOW_UP
from callboard.journal.models import Interaction, InteractionAccount, Kind, Outcome
from callboard.kit.addresses import action_url
from callboard.kit.pieces.prose import internal

NEXT_DAYS = (1, 3, 7)
ICONS = {
    Kind.CALL: "phone-outgoing",
    Kind.MAIL: "mail",
    Kind.MEETING: "users",
    Kind.DEMO: "device-desktop",
    Kind.VISIT: "map-pin",
    Kind.TEXT: "message",
    Kind.SOCIAL: "thumb-up",
    Kind.NOTE: "note",
}

for kind, icon in ICONS.items():
    register.timeline_kind.add(TimelineKind(f"journal.{kind}", kind.label, icon))

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
    if code != "next_step" or at is None or args.get("kind") not in Kind.values:
        return ""
    what, on = Kind(args["kind"]).label, formats.date_format(at, "SHORT_DATE_FORMAT")
    return now_("The next step of the {kind} of {on}").format(kind=str(what).lower(), on=on)


internal("journal.write_note", "text")
internal("journal.log_interaction", "text")
internal("journal.change_interaction", "text")
register.task_kind.add(TaskKind(FOLLOW_UP, _("Follow up"), "phone-outgoing", _why))
register.fact.add(Fact("last_conversation_at", "journal", queries.conversations_of))
register.fact.add(Fact("last_word_at", "journal", queries.words_of))


def _note_box(account: Account, actor: Actor) -> dict[str, Any] | None:
    """The box on the account's page: always open, for whoever may write."""
    if account.archived_at is not None or not write_note.allowed(actor, account):
        return None
    today = clock.business_day(clock.now())
    days = [clock.workday_after(today, step) for step in NEXT_DAYS]
    outcomes = [(str(number), value, label) for number, (value, label) in enumerate(Outcome.choices, 1)]
    return {
        "action_url": action_url(write_note, account),
        "record_kind": kind_of(account),
        "hidden": [("nonce", uuid.uuid4().hex)],
        "days": [
            (day.isoformat(), f"+{step} {formats.date_format(day, 'D')}", False, f"++{step}")
            for step, day in zip(NEXT_DAYS, days, strict=True)
        ],
        "rest": render_to_string("journal/note_rest.html", {"outcomes": outcomes, "people": people_at(account)}),
    }


def _with(contact: Contact, actor: Actor) -> dict[str, Any]:
    found = queries.interactions_with(contact, actor)
    return {"lines": [(row, rules.title_of(row), rules.text_of(row), ICONS[Kind(row.kind)]) for row in found]}


register.panel.add(
    PanelEntry(
        "note",
        "directory.account",
        "",
        "kit/parts/note_box.html",
        _note_box,
        order=10,
        place="middle",
        operation="journal.write",
    )
)
register.panel.add(
    PanelEntry(
        "interactions",
        "directory.contact",
        "",
        "journal/with.html",
        _with,
        order=10,
        place="middle",
        operation="journal.view",
    )
)


def _counted_right() -> Iterator[Difference]:
    for row in Interaction.objects.iterator(2000):
        now = rules.conversed(row.kind, row.outcome, row.duration_s)
        if row.conversed != now:
            yield Difference("conversation", f"journal.interaction {row.pk}", str(row.conversed), str(now))


def _on_the_timeline() -> Iterator[Difference]:
    """Every interaction that was not removed stands once on each of its accounts' timelines."""
    there = TimelineEntry.objects.filter(ref_kind="journal.interaction").values_list("ref_id", "root_id")
    told = sorted(there.iterator(2000))
    kept = InteractionAccount.objects.filter(interaction__removed_at=None)
    wanted = sorted(kept.values_list("interaction", "account").iterator(2000))
    if told == wanted:
        return
    for pair in sorted(set(told) ^ set(wanted)):
        stored = "there" if pair in told else "absent"
        computed = "there" if pair in wanted else "absent"
        yield Difference("timeline", f"journal.interaction {pair[0]} on {pair[1]}", stored, computed)


def _on_some_account() -> Iterator[Difference]:
    for pk in Interaction.objects.filter(account_links=None).values_list("pk", flat=True).iterator(2000):
        yield Difference("accounts", f"journal.interaction {pk}", "none", "one at least")


register.check.add(Check("journal.conversations", _counted_right))
register.check.add(Check("journal.timeline", _on_the_timeline))
register.check.add(Check("journal.accounts", _on_some_account))

__all__ = ["by_mail", "reasons"]
