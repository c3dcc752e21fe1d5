"""All open questions of an import on one page: the row of the file beside each record it may be about, answered in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Action, ActionError, Actor
from callboard.core.names import sort_key
from callboard.core.refs import BIGGEST, number_in
from callboard.directory.actions import accept_fields, leave_out, make_new, use_existing
from callboard.directory.actions.importing.answers import OPEN
from callboard.directory.models import ImportRow, Verdict
from callboard.directory.pages.importing.columns import found
from callboard.directory.pages.importing.rows import ImportRows, shown, url_of_candidate
from callboard.directory.pages.importing.said import changes_of, why
from callboard.directory.queries.asking import There, alike, beside, open_questions
from callboard.directory.reading.duplicates import shown as shown_score
from callboard.directory.rules.importing.comparing import LABELS, label_of
from callboard.directory.rules.importing.reasons import heading
from callboard.kit.pages.page import Page
from callboard.team.models import Person

#: Questions on one page.
SHOWN = 20
NEW, LEAVE, FILE, OURS = "new", "leave", "file", "ours"
#: Found by, or said of the row itself: nothing to compare.
UNSAID = (".id", ".version", ".external", ".no_mail", ".no_calls")
#: Fields in the order people read them; the company's own come last.
ORDER = {name: place for place, name in enumerate(LABELS)}
Call = tuple[Action[..., Any], dict[str, Any]]


@dataclass(frozen=True)
class Side:
    """A record the row may be about.  place: the digit that says it is this one, as text; score and why: how alike they are."""

    place: str
    name: str
    number: int | None
    url: str
    score: str
    why: str

    @property
    def called(self) -> str:
        """With its number: two candidates may have one name."""
        return f"{self.name} #{self.number}" if self.number else self.name


@dataclass(frozen=True)
class CellView:
    text: str
    differs: bool


@dataclass(frozen=True)
class LineView:
    label: str
    file: str
    cells: Sequence[CellView]

    @property
    def differs(self) -> bool:
        return any(cell.differs for cell in self.cells)


@dataclass(frozen=True)
class QuestionView:
    """both: whether a field changed in the file and here since, with no other record in question."""

    row: ImportRow
    reason: str
    sides: Sequence[Side]
    lines: Sequence[LineView]
    both: bool


@dataclass(frozen=True)
class AlikeView:
    """Questions asked for one reason.  query: the list of them; one_query: of those with one candidate, how many those are."""

    label: str
    count: int
    query: str
    one: int
    one_query: str


class ImportQuestions(Page):
    """GET the open questions, SHOWN at a time; POST the answer to one of them (`row`, `answer`: the number of a candidate,
    "new", "leave", or where both sides changed "file" or "ours")."""

    title = _("Questions")
    url = "imports/<int:pk>/questions/"
    name = "import-questions"
    who = "directory.import"
    template = "directory/import_questions.html"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        batch = found(actor, pk)
        after, at = (number_in(request.GET.get(name, "")) or 0 for name in ("after", "at"))
        asked = open_questions(actor, batch)
        part = list(asked.filter(position__gt=min(after, BIGGEST)).select_related("batch")[: SHOWN + 1])
        rows = part[:SHOWN]
        groups = alike(asked)
        stand = next((row.position for row in rows if row.position >= at), rows[0].position if rows else 0)
        here = reverse(self.name, args=[batch.pk])
        context = {
            "batch": batch,
            "title": self.title,
            "crumb": {"url": batch.get_absolute_url(), "label": batch.filename},
            "total": sum(count for _code, count, _one in groups),
            "questions": questions_of(rows, actor),
            "stand": stand,
            "after": after,
            "first_url": here if after else "",
            "next_url": f"{here}?{urlencode({'after': rows[-1].position})}" if len(part) > SHOWN else "",
            "groups": [group_of(batch.pk, *group) for group in groups if group[1] > 1],
            "open": batch.state in OPEN,
            "bulk": {verb.name.rpartition(".")[2]: reverse("bulk", args=[ImportRows.name, verb.name])
                     for verb in (use_existing, make_new, leave_out)},
            "start_url": batch.get_absolute_url(),
        }  # fmt: skip
        return self.render(request, context)

    def post(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        batch = found(actor, pk)
        number = number_in(request.POST.get("row", "")) or 0
        row = ImportRow.objects.select_related("batch").filter(batch=batch, pk=min(number, BIGGEST)).first()
        at = row.position if row is not None else 0
        try:
            if row is None:
                raise LookupError
            verb, given = answer_of(row, request.POST.get("answer", ""))
            result = verb(row, by=actor, **given)
            messages.success(request, verb.told(row, given, result), extra_tags=f"undo:{actor.ran[-1]}")
        except LookupError:
            messages.error(request, now_("This is no answer to it."))
        except ActionError as error:
            messages.error(request, str(error))
        after = number_in(request.POST.get("after", "")) or 0
        return HttpResponseRedirect(f"{reverse(self.name, args=[batch.pk])}?{urlencode({'after': after, 'at': at})}")


def answer_of(row: ImportRow, answer: str) -> Call:
    """The verb of an answer; LookupError for none."""
    plain: dict[str, Callable[[], Call]] = {
        NEW: lambda: (make_new, {}),
        LEAVE: lambda: (leave_out, {}),
        FILE: lambda: (accept_fields, {"fields": ",".join(changes_of(row))}),
        OURS: lambda: (accept_fields, {"fields": ",".join(name for name in changes_of(row) if name not in both_changed(row))}),
    }  # fmt: skip
    if answer in plain:
        return plain[answer]()
    number = number_in(answer)
    if number is None:
        raise LookupError(answer)
    return use_existing, {"candidate": number}


def both_changed(row: ImportRow) -> set[str]:
    """The fields that changed in the file and here."""
    return {name for part in ("account", "contact") for name in row.plan.get(part, {}).get("then", {})}


def group_of(batch: int, code: str, count: int, one: int) -> AlikeView:
    query = {"import": batch, "verdict": Verdict.ASK.value, "outcome": "waiting", "reason": code}
    return AlikeView(heading(code), count, urlencode(query), one, urlencode({**query, "one": "1"}))


def questions_of(rows: Sequence[ImportRow], actor: Actor) -> list[QuestionView]:
    if not rows:
        return []
    there = beside(rows, actor)
    people = dict(Person.objects.values_list("pk", "name"))
    return [_question(row, there[row.pk], people) for row in rows]


def _question(row: ImportRow, there: Sequence[There], people: dict[int, str]) -> QuestionView:
    both = row.code == "changed_both"
    sides = [_side(place, each) for place, each in enumerate(there, 1)]
    lines = _changed(row, people) if both else _compared(row, there, people)
    return QuestionView(row, why(row), sides, lines, both)


def _side(place: int, each: There) -> Side:
    candidate, match = each.candidate, each.match
    name = candidate.get("name") or now_("Row {n} of this file").format(n=candidate.get("row"))
    score = shown_score(match.score) if match else ""
    url = url_of_candidate(candidate) if each.values is not None else ""
    return Side(str(place), name, candidate.get("number"), url, score, match.why if match else "")


def _compared(row: ImportRow, there: Sequence[There], people: dict[int, str]) -> list[LineView]:
    """What the row says beside what each candidate says; what nobody says is no line."""
    person = any("contact" in each.candidate for each in there)
    parts = ("contact.", "account.name") if person else ("account.",)
    said = dict.fromkeys(
        name for values in (row.values, *(each.values or {} for each in there)) for name in values
        if name.startswith(parts) and not name.endswith(UNSAID)
    )  # fmt: skip
    lines = []
    for name in sorted(said, key=lambda name: ORDER.get(name, len(ORDER))):
        file = shown(name, row.values.get(name), people)
        texts = [shown(name, (each.values or {}).get(name), people) for each in there]
        if file or any(texts):
            cells = [CellView(text, bool(file and text) and sort_key(text) != sort_key(file)) for text in texts]
            lines.append(LineView(label_of(name), file, cells))
    return lines


def _changed(row: ImportRow, people: dict[int, str]) -> list[LineView]:
    """What the file would change of what is there."""
    return [
        LineView(label_of(name), shown(name, after, people), [CellView(shown(name, before, people), name in both_changed(row))])
        for name, (before, after) in changes_of(row).items()
    ]  # fmt: skip
