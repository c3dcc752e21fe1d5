"""A run not yet started: its arguments, what would happen, and the start."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core import company
from callboard.core.actions import Action, ActionError, Actor, Invalid, Param, Text
from callboard.core.links import url_of
from callboard.core.models import Run
from callboard.core.params import encode
from callboard.core.runs.actions import ASK_AGAIN, start_run
from callboard.core.runs.rehearsing import Rehearsal, rehearse
from callboard.kit.forms import ActionForm
from callboard.kit.pages.acts import page_of
from callboard.kit.runs.words import TONES, Problem, counted, kind_words, target_url, title_of
from callboard.kit.tables import Text as Words

SEEN, CONFIRMED, START = "seen", "confirmed", "start"


class RunForm(ActionForm):
    """The arguments all targets get.  What is left empty stays as each record has it."""

    def __init__(self, action: Action[..., Any], actor: Actor, **given: Any) -> None:
        super().__init__(action, actor, None, **given)
        for param in action.params:
            if param.optional and param.type is bool:
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
    problems: list[Problem]


def form_of(run: Run, verb: Action[..., Any], actor: Actor, request: HttpRequest) -> RunForm | None:
    """The form of the arguments; None where the targets bring their own."""
    if verb.target_model is None:
        return None
    page = page_of(verb.name)()
    form = RunForm(
        verb,
        actor,
        data=request.POST if request.method == "POST" else None,
        choices=lambda name: page.choices(name, actor, None),
    )
    form.order_fields(list(page.fields))
    for name, label in page.labels.items():
        if name in form.fields:
            form.fields[name].label = str(label)
    return form


def answer(
    request: HttpRequest, actor: Actor, run: Run, verb: Action[..., Any]
) -> "tuple[dict[str, Any], int] | HttpResponse":
    """What the page of a draft shows, with its status; or the way to the run once it is started."""
    form = form_of(run, verb, actor, request)
    asked = request.method == "POST" or form is None or not form.fields
    shown: dict[str, Any] = {"form": form, "nonce": form.nonce if form is not None else "", "error": ""}
    status = 200
    if asked and form is not None and form.fields and not form.is_valid():
        form.focus_first_wrong()
        return _draft(run, verb) | shown, 422
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
    return _draft(run, verb) | shown, status


def start(request: HttpRequest, actor: Actor, run: Run, given: dict[str, Any]) -> HttpResponse:
    """Start it, say so with Undo, and lead to its page."""
    keyed = actor.with_key(request.POST.get("nonce", "")[:200] or None)
    start_run(run, by=keyed, given=Text(json.dumps(given)), confirmed=request.POST.get(CONFIRMED) == "1")
    what = _("Started: {what}, {whole}").format(what=title_of(run), whole=kind_words(run, run.total))
    verb = page_of(run.action).action
    messages.success(request, what, extra_tags=f"undo:{keyed.ran[-1]}" if verb.undo is not None and keyed.ran else "")
    return HttpResponseRedirect(url_of(run))


def expected(run: Run, given: dict[str, Any], actor: Actor) -> Expected:
    """The rehearsal in words."""
    seen = rehearse(run, given, by=actor)
    refused = seen.checked - seen.would
    if seen.unchecked:
        sentence = _("{n} of the {whole} tried would be done").format(
            n=counted(seen.would), whole=kind_words(run, seen.checked)
        )
    elif refused == 0:
        sentence = _("{n} would be done").format(n=kind_words(run, seen.checked))
    else:
        sentence = _("{n} of {whole} would be done").format(n=counted(seen.would), whole=kind_words(run, seen.checked))
    rest = ""
    if seen.unchecked:
        rest = _("These were tried and taken back. The other {n} are expected to go the same way.").format(
            n=counted(seen.unchecked)
        )
    problems = [
        Problem(
            line.name, target_url(line.row), line.row.Outcome(line.outcome).label, TONES[line.outcome], line.sentence
        )
        for line in seen.refusals
    ]
    return Expected(seen, sentence, rest, refused, problems)


def _draft(run: Run, verb: Action[..., Any]) -> dict[str, Any]:
    limit = company.setting(ASK_AGAIN)
    text: Words = page_of(verb.name).text
    return {
        "draft": run,
        "about": kind_words(run, run.total),
        "text": text,
        "final": verb.final or "",
        "confirm": _("Yes, all {whole}").format(whole=kind_words(run, run.total)) if run.total > limit else "",
        "back_url": source_url(run),
    }


def source_url(run: Run) -> str:
    """The list it was chosen on, with its filters; "" where it is gone."""
    from callboard.kit.runs.front import list_of

    name, mark, query = run.source.partition("?")
    page = list_of(name) if name else None
    return f"{reverse(page.name)}{mark}{query}" if page is not None else ""


def _given(form: RunForm | None) -> dict[str, Any]:
    """The arguments; what was left empty is left out, unless the action has no default for it: then it means "none"."""
    if form is None or not form.fields:
        return {}
    must = {param.name for param in form.action.params if param.required}
    return {name: value for name, value in form.arguments().items() if value is not None or name in must}


def _refused(form: RunForm | None, error: Invalid) -> str:
    if form is None or not form.fields or not form.is_bound:
        return str(error)
    form.refuse(error)
    return ""


def _digest(given: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:32]
