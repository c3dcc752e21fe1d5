"""The line under a note while it is typed: its score, one line of advice, and what the record says otherwise."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from callboard.core import clock
from callboard.core.access import allows, visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.given import cleaned
from callboard.core.reading import reading_once
from callboard.core.refs import number_in
from callboard.directory.models import Account, Contact
from callboard.journal import queries
from callboard.journal.actions import see_score
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.journal.rules.quality import PARTS, Note, Record, Score, score
from callboard.kit.pages.page import to_sign_in
from callboard.kit.seen import record_named

LONGEST = 20_000
ACCOUNTS = 20
#: What is missing, in a word.
MISSING = {
    "open": gettext_lazy("a word of the template"),
    "hollow": gettext_lazy("what they said"),
    "says_something": gettext_lazy("what was said"),
    "who": gettext_lazy("who"),
    "outcome": gettext_lazy("outcome"),
    "result": gettext_lazy("what they decided"),
    "next": gettext_lazy("next step"),
    "when": gettext_lazy("its day"),
    "vague": gettext_lazy("next step"),
}
NAMED = 2


@require_POST
def note_check(request: HttpRequest) -> HttpResponse:
    """What is typed, scored; nothing is kept.  Three queries beside the session: names, claims, settings."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    if not allows(actor, "journal.write"):
        return HttpResponse(status=403)
    with reading_once():
        note, known = _read(request.POST, request.GET, actor)
    if not (note.text.strip() or note.outcome or note.next_step):
        return HttpResponse("")
    found = score(note, known)
    context = {"checks": _checks(found, note), "score": found.total, "advice": _advice(found)}
    return TemplateResponse(request, "kit/parts/note_checks.html", context).render()


def _read(posted: QueryDict, about: QueryDict, actor: Actor) -> tuple[Note, Record]:
    """The note as the form says it, beside what is known of its accounts that the actor may see."""
    ids = [
        number
        for text in [about.get("account", ""), *posted.getlist("accounts")]
        if (number := _number(text)) is not None
    ]
    contact = _number(about.get("contact", "") or posted.get("contact", ""))
    found = answers(
        {
            "accounts": Question(
                "list", visible(Account.objects.filter(pk__in=ids[:ACCOUNTS]), actor).values("pk", "name")
            ),
            "contacts": Question(
                "list",
                visible(Contact.objects.filter(pk__in=[] if contact is None else [contact]), actor).values(
                    "name", "account_id"
                ),
            ),
        }
    )
    accounts, contacts = found["accounts"], found["contacts"]
    seen = {row["pk"] for row in accounts} | {row["account_id"] for row in contacts}
    known = queries.known_of(sorted(seen)) if seen else Record()
    outcome = _one_of(Outcome.values, posted.get("outcome", ""))
    kind = _one_of(Kind.values, posted.get("kind", "")) or (Kind.CALL if outcome else Kind.NOTE)
    today, on = clock.business_day(clock.now()), _happened(posted.get("at", ""))
    note = Note(
        text=cleaned(posted.get("text", ""))[:LONGEST],
        kind=kind,
        outcome=outcome,
        contact=contacts[0]["name"] if contacts else cleaned(about.get("with", ""))[:200],
        accounts=tuple(row["name"] for row in accounts),
        next_step=cleaned(posted.get("next_step", ""))[:200],
        next_on=_day(posted.get("next_on", "")),
        on=on or today,
        written_on=today,
        late_days=queries.late_days(on, today) if on is not None and on < today else 0,
    )
    return note, known


def _number(text: str) -> int | None:
    """An id, also as a field that is searched in writes it: `Mesa Verde · #7`."""
    return number_in(text.rpartition("#")[2].strip())


def _one_of(values: list[str], text: str) -> str:
    return text if text in values else ""


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _happened(text: str) -> date | None:
    try:
        found: datetime | None = parse_datetime(text)
    except ValueError:
        return None
    if found is None:
        return None
    return clock.business_day(make_aware(found) if is_naive(found) else found)


def _checks(found: Score, note: Note) -> list[tuple[str, bool]]:
    """One label a part: what it is where it is whole, else what is missing."""
    whole = {part: found.parts[part] == points for part, (points, _label, _rules) in PARTS.items()}
    gone = [str(MISSING[each.rule]) for each in found.findings if each.part == "complete"]
    missing = _("{what} missing").format(what=", ".join(dict.fromkeys(gone[:NAMED]))).capitalize()
    doubts, days = len(found.doubts), note.late_days
    return [
        (str(PARTS["neat"][1]), whole["neat"]),
        (str(PARTS["complete"][1]) if whole["complete"] else missing, whole["complete"]),
        (
            ngettext("{n} to check", "{n} to check", doubts).format(n=doubts) if doubts else str(PARTS["accurate"][1]),
            not doubts,
        ),
        (ngettext("{n} day late", "{n} days late", days).format(n=days) if days else _("Same day"), not days),
    ]


def _advice(found: Score) -> str:
    """What the record says otherwise, else the weightiest; and why it is not neat, which nobody sees at a glance."""
    shown = list(found.doubts or found.findings[:1])
    if not any(each.part == "neat" for each in shown):
        shown += [each for each in found.findings if each.part == "neat"][:1]
    return render_to_string("journal/advice.html", {"findings": shown}) if shown else ""


@require_safe
def note_words(request: HttpRequest) -> HttpResponse:
    """Names the grammar in the browser must not doubt: those of the accounts at hand, products, partners, our people."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    if not allows(actor, "journal.write"):
        return HttpResponse(status=403)
    wanted = _number(request.GET.get("account", ""))
    seen = visible(Account.objects.filter(pk=wanted), actor).exists() if wanted is not None else False
    known = queries.known_of([wanted] if seen and wanted is not None else [])
    return JsonResponse({"words": sorted(known.spelled)})


@require_POST
def note_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose note it is has its score on their page.  404 for what they do not see."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    found: Any = record_named(Interaction, pk, actor)
    see_score(found, by=actor)
    return HttpResponse(status=204)
