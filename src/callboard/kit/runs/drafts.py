"""A run not yet started: its arguments, what would happen, and the start."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core import company
from callboard.core.actions import Action, ActionError, Actor, Invalid, Param, Text
from callboard.core.links import url_of
from callboard.core.models import Run, RunTarget
from callboard.core.params import encode
from callboard.core.runs.actions import ASK_AGAIN, CONFIRMED, start_run
from callboard.core.runs.rehearsing import IN_FULL, SHOWN, Rehearsal, rehearse
from callboard.core.runs.steps import DUPLICATE
from callboard.kit.fields import RecordField, RecordsField
from callboard.kit.forms import NEXT, ActionForm
from callboard.kit.pages.acts import page_of
from callboard.kit.pages.page import safe_path
from callboard.kit.runs.foreseen import Foreseen, foreseen, nobody, worth
from callboard.kit.runs.words import TONES, Problem, counted, kind_words, title_of
from callboard.kit.tables import Text as Words

#: Hidden fields of the page: what was seen, the tick for a large run, the button that starts.
SEEN, LARGE, START = "seen", "large", "start"


class _OrNone(forms.Field):
    """A field of which none is a choice of its own: what is left out by mistake would clear it in every target."""

    NONE = "none"

    def clean(self, value: Any) -> Any:
        return None if value == self.NONE else super().clean(value)


class _RecordOrNone(_OrNone, RecordField):
    pass


class _ChoiceOrNone(_OrNone, forms.TypedChoiceField):
    pass


def _or_none(field: forms.Field) -> forms.Field:
    """The same field, answered expressly.  A field that is neither a record nor a choice as it is."""
    common: dict[str, Any] = {"label": field.label, "help_text": field.help_text, "required": True}
    none = [("", _("Choose")), (_OrNone.NONE, nobody(getattr(getattr(field, "queryset", None), "model", None)))]
    if isinstance(field, RecordField) and not isinstance(field, RecordsField):
        if isinstance(field.widget, forms.Select):
            options: Any = field.widget.choices
            return _RecordOrNone(field.queryset, widget=forms.Select(choices=[*none, *list(options)[1:]]), **common)
        common["help_text"] = _("Write “none” where nobody is meant.")
        return _RecordOrNone(field.queryset, widget=field.widget, **common)
    if isinstance(field, forms.TypedChoiceField):
        choices: Any = field.choices
        return _ChoiceOrNone(
            choices=[*none, *list(choices)[1:]], coerce=field.coerce, empty_value=field.empty_value, **common
        )
    return field


class RunForm(ActionForm):
    """The arguments all targets get.  What is left empty stays as each record has it; none is said expressly."""

    def __init__(self, action: Action[..., Any], actor: Actor, **given: Any) -> None:
        super().__init__(action, actor, None, **given)
        for param in action.params:
            if param.optional and param.required:
                self.fields[param.name] = _or_none(self.fields[param.name])
            elif param.optional and param.type is bool:
                field = self.fields[param.name]
                choices = [("", _("as it is")), ("true", _("yes")), ("false", _("no"))]
                self.fields[param.name] = forms.TypedChoiceField(
                    choices=choices, coerce=lambda text: text == "true", empty_value=None, required=False,
                    label=field.label, help_text=field.help_text,
                )  # fmt: skip

    def _emptied(self, param: Param) -> bool:
        return False


@dataclass(frozen=True)
class Expected:
    """A rehearsal for the page.  refused: how many of those tried would not be done."""

    seen: Rehearsal
    sentence: str
    rest: str
    refused: int
    why: list[tuple[str, int]]
    lines_title: str
    lines: list[Problem]
    done: list[Foreseen]


def form_of(run: Run, verb: Action[..., Any], actor: Actor, request: HttpRequest) -> RunForm | None:
    """The form of the arguments; where rows bring their own, whether likely duplicates are meant; None for nothing to ask."""
    if verb.target_model is None and all(param.name != CONFIRMED for param in verb.params):
        return None
    page = page_of(verb.name)()
    form = RunForm(
        verb,
        actor,
        data=request.POST if request.method == "POST" else None,
        choices=lambda name: page.choices(name, actor, None),
    )
    form.order_fields(list(page.fields))
    if verb.target_model is None:
        form.fields = {
            CONFIRMED: forms.BooleanField(required=False, label=_("Also those that look like ones that are here"))
        }
    for name, label in page.labels.items():
        if name in form.fields and verb.target_model is not None:
            form.fields[name].label = str(label)
    return form


def answer(
    request: HttpRequest, actor: Actor, run: Run, verb: Action[..., Any]
) -> "tuple[dict[str, Any], int] | HttpResponse":
    """What the page of a draft shows, with its status; or the way to the run once it is started."""
    form = form_of(run, verb, actor, request)
    creates = verb.target_model is None
    asked = request.method == "POST" or creates or form is None or not form.fields
    shown: dict[str, Any] = {"form": form, "nonce": form.nonce if form is not None else "", "error": ""}
    status = 200
    if request.method == "POST" and form is not None and form.fields and not form.is_valid():
        form.focus_first_wrong()
        return _draft(run, verb, actor) | _way_back(request) | shown, 422
    if asked:
        try:
            given = _given(form)
            stored = {name: encode(value) for name, value in given.items()}
            digest = _digest(stored)
            if request.method == "POST" and START in request.POST and request.POST.get(SEEN) == digest:
                return start(request, actor, run, stored)
            shown |= {"expected": expected(run, given, actor), "seen": digest}
        except Invalid as error:
            status = error.status
            shown["error"] = _refused(form, error)
        except ActionError as error:
            shown["error"], status = str(error), error.status
    return _draft(run, verb, actor) | _way_back(request) | shown, status


def _way_back(request: HttpRequest) -> dict[str, str]:
    """The page the rows were ticked on, in place of the list."""
    page_before = safe_path(request, request.GET.get(NEXT, ""))
    return {"back_url": page_before, "back_label": _("Back")} if page_before else {}


def start(request: HttpRequest, actor: Actor, run: Run, given: dict[str, Any]) -> HttpResponse:
    """Start it, say so with Undo, and lead to its page, or back to where its rows were ticked: that page is told by `run`."""
    keyed = actor.with_key(request.POST.get("nonce", "")[:200] or None)
    start_run(run, by=keyed, given=Text(json.dumps(given)), confirmed=request.POST.get(LARGE) == "1")
    what = _("Started: {what}, {whole}").format(what=title_of(run), whole=kind_words(run, run.total))
    verb = page_of(run.action).action
    messages.success(request, what, extra_tags=f"undo:{keyed.ran[-1]}" if verb.undo is not None and keyed.ran else "")
    page_before = _way_back(request).get("back_url", "")
    told = f"{page_before}{'&' if '?' in page_before else '?'}{urlencode({'run': run.pk})}"
    return HttpResponseRedirect(told if page_before else url_of(run))


def expected(run: Run, given: dict[str, Any], actor: Actor) -> Expected:
    """The rehearsal in words."""
    seen = rehearse(run, given, by=actor)
    # Rows that cannot be read were refused when they were pasted.
    unread = Counter(run.targets.filter(outcome=RunTarget.Outcome.REFUSED).values_list("reason", flat=True))
    tried, refused = seen.checked + unread.total(), seen.checked - seen.would + unread.total()
    if seen.unchecked:
        sentence = _("{n} of the {whole} tried would be done")
    elif refused:
        sentence = _("{n} of {whole} would be done")
    else:
        sentence = _("{whole} would be done")
    rest = ""
    if seen.unchecked:
        rest = _("These were tried and taken back. The other {n} are expected to go the same way.").format(
            n=counted(seen.unchecked)
        )
    return Expected(
        seen,
        sentence.format(n=counted(seen.would), whole=kind_words(run, tried)),
        rest,
        refused,
        (Counter(dict(seen.sentences)) + unread).most_common(SHOWN),
        _("The first of them") if run.kind else _("Row by row"),
        [_problem(line.row, line.name, line.outcome, line.sentence) for line in seen.refusals]
        if run.kind
        else _row_by_row(run, seen),
        foreseen(run, seen, actor) if run.kind else [],
    )


def _row_by_row(run: Run, seen: Rehearsal) -> list[Problem]:
    """What would become of each pasted row."""
    shown = []
    for row in run.targets.select_related("run").order_by("position")[:IN_FULL]:
        result = seen.results.get(row.pk)
        outcome = str(result.outcome) if result is not None else row.outcome
        line = _problem(row, str(row), outcome, result.sentence if result is not None else row.sentence)
        double = result is not None and result.reason == str(DUPLICATE)
        shown.append(replace(line, outcome=_("Duplicate")) if double else line)
    return shown


def _problem(row: RunTarget, name: str, outcome: str, sentence: str) -> Problem:
    label: Words = _("Would be done") if outcome == RunTarget.Outcome.DONE else RunTarget.Outcome(outcome).label
    return Problem(name, url_of(row), label, TONES[outcome], sentence)


def _draft(run: Run, verb: Action[..., Any], actor: Actor) -> dict[str, Any]:
    limit = company.setting(ASK_AGAIN)
    text: Words = page_of(verb.name).text
    return {
        "draft": run,
        "about": kind_words(run, run.total),
        "worth": worth(run, actor) if run.kind else None,
        "text": text,
        "final": verb.final or "",
        "confirm": _("Yes, all {whole}").format(whole=kind_words(run, run.total)) if run.total > limit else "",
        "back_url": source_url(run),
        "back_label": _("Back to the list"),
    }


def source_url(run: Run) -> str:
    """The list it was chosen on, with its filters; "" where it is gone."""
    from callboard.kit.runs.front import list_of

    name, mark, query = run.source.partition("?")
    page = list_of(name) if name else None
    return f"{reverse(page.name)}{mark}{query}" if page is not None else ""


def _given(form: RunForm | None) -> dict[str, Any]:
    """The arguments; what was left empty is left out, unless the action has no default for it: then it means "none"."""
    if form is None or not form.is_bound:
        return {}
    if form.action.target_model is None:
        return {CONFIRMED: True} if form.cleaned_data.get(CONFIRMED) else {}
    must = {param.name for param in form.action.params if param.required}
    return {name: value for name, value in form.arguments().items() if value is not None or name in must}


def _refused(form: RunForm | None, error: Invalid) -> str:
    if form is None or not form.fields or not form.is_bound:
        return str(error)
    form.refuse(error)
    return ""


def _digest(given: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:32]
