"""The note box: on an account's page, a contact's, a lead's; and the same checks in the form of an interaction."""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.journal import queries, rules
from callboard.journal.actions import log_interaction
from callboard.journal.models import Interaction, Kind, NoteTemplate, Outcome
from callboard.journal.rules.filling import filled
from callboard.kit.addresses import action_url
from callboard.kit.forms import NEXT
from callboard.kit.grammar import worker_url
from callboard.kit.when import clock_text
from callboard.work.models import Task, TaskState

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


def note_box(
    actor: Actor,
    action_url: str,
    about: Mapping[str, Any],
    *,
    templates: Iterable[NoteTemplate],
    account: str = "",
    people: Sequence[Contact] = (),
    kinds: bool = True,
    hidden: Sequence[tuple[str, Any]] = (),
    next_url: str = "",
    form_url: str = "",
) -> dict[str, Any]:
    """What kit/parts/note_box.html shows.

    about: what is known of the note beside its fields (account, contact), for the checks.  account: its name, for
    templates.  people: whom it may have been with; none where that is said.  form_url: where all of it can be filled in.
    """
    today = clock.business_day(clock.now())
    days = [clock.workday_after(today, step) for step in NEXT_DAYS]
    mine = list(templates)
    foot = {
        "outcomes": [(str(number), value, label) for number, (value, label) in enumerate(Outcome.choices, 1)],
        "people": people,
        "kinds": Kind.choices if kinds else (),
        "templates": mine,
        "templates_url": reverse("note-templates"),
        "form_url": form_url,
        "grammar_url": worker_url(),
    }
    return {
        "action_url": action_url,
        "hidden": [("nonce", uuid.uuid4().hex), *hidden, *([(NEXT, next_url)] if next_url else [])],
        "days": [
            (day.isoformat(), f"+{step} {formats.date_format(day, 'D')}", False, f"++{step}")
            for step, day in zip(NEXT_DAYS, days, strict=True)
        ],
        "checks_url": checks_url(about),
        "templates": written_out(mine, actor, account),
        "words_url": words_url(about),
        "free": True,
        "first": render_to_string("journal/note_first.html", foot),
        "rest": render_to_string("journal/note_rest.html", foot),
    }


def shown(found: Iterable[Interaction]) -> list[tuple[Interaction, str, str, str]]:
    """Interactions as journal/with.html shows them: each with its title, text and icon."""
    return [(row, rules.title_of(row), rules.text_of(row), ICONS[Kind(row.kind)]) for row in found]


def checks_url(about: Mapping[str, Any]) -> str:
    """Where what is typed is scored."""
    return _with("note-check", about)


def begun_url(message_id: int) -> str:
    """The form of a note about a mail of ours, begun: whom, when, what about."""
    return f"{action_url(log_interaction)}?{urlencode({'kind': Kind.MAIL.value, 'message': message_id})}"


def asking(mail: Message, task: Task | None, now: datetime) -> str:
    """What becomes of a mail nobody wrote up: when it is asked for, or the task that does; "" where nothing does."""
    if task is not None:
        said = {TaskState.OPEN: _("a task of {owner}"), TaskState.DROPPED: _("its task was dropped")}
        return said.get(TaskState(task.state), "").format(owner=task.owner)
    if mail.by_person is None or mail.sent_at is None or clock.business_day(mail.sent_at) < clock.business_day(now):
        return ""
    at = queries.asked_from(mail.by_person, mail.sent_at)
    return _("a task from {time}").format(time=clock_text(at)) if now < at else _("a task within ten minutes")


def words_url(about: Mapping[str, Any]) -> str:
    """Names that are spelled right here, for the grammar in the browser."""
    return _with("note-words", about)


def _with(name: str, about: Mapping[str, Any]) -> str:
    known = {key: value for key, value in about.items() if value}
    return f"{reverse(name)}?{urlencode(known)}" if known else reverse(name)


def written_out(templates: Iterable[NoteTemplate], actor: Actor, account: str = "") -> str:
    """The templates as the page's script reads them: {shortcut: {text, outcome, kind, step, on}}."""
    today = clock.business_day(clock.now())
    me = actor.person.name if actor.person is not None else ""
    known = {"account": account, "me": me}
    found: dict[str, dict[str, str]] = {}
    for each in templates:
        on = clock.workday_after(today, each.next_days).isoformat() if each.next_days is not None else ""
        # One's own come first and win over everybody's of the same name.
        found.setdefault(
            each.shortcut,
            {
                "text": filled(each.text, known),
                "outcome": each.outcome or "",
                "kind": each.kind or "",
                "step": filled(each.next_step, known),
                "on": on,
            },
        )
    return json.dumps(found) if found else ""


def checked(field: forms.Field, actor: Actor) -> None:
    """A field of a form is scored as it is typed, and knows the templates."""
    field.widget.attrs |= {
        "hx-post": checks_url({}),
        "hx-trigger": "input delay:600ms from:'closest form', change delay:200ms from:'closest form'",
        "hx-target": "next .nb-checks",
        "hx-swap": "innerHTML",
        "hx-include": "closest form",
        "data-note": "1",
        "data-words": words_url({}),
        "data-templates": written_out(queries.templates_for(actor), actor),
    }
    field.help_text = mark_safe('<span class="nb-checks nb-form" aria-live="polite"></span>')
