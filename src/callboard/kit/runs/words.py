"""A run in words: what it does, how far it is, how long it still takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.core.actions import Action, Param
from callboard.core.links import url_of
from callboard.core.models import Run, RunTarget
from callboard.core.params import decode
from callboard.core.refs import model_of
from callboard.core.registry import register
from callboard.core.runs.working import SILENT_AFTER
from callboard.kit.fields import verb as verb_words
from callboard.kit.tables import Text

TONES = {"done": "won", "refused": "due", "conflict": "due", "failed": "over", "waiting": "pend"}
STATE_TONES = {"done": "won", "stopped": "due", "working": "acc", "waiting": "pend", "draft": ""}
PROBLEMS_SHOWN = 20


def counted(number: int) -> str:
    """ "10,000"."""
    return str(formats.number_format(number, use_l10n=True, force_grouping=True))


def with_undoing(runs: QuerySet[Run]) -> QuerySet[Run]:
    """Each with its `taken_back`, and so with its `undoing`."""
    undoing = Run.objects.filter(undoes=OuterRef("pk"), undone_by=None).order_by("-id")
    marks = {"taken_back": Subquery(undoing.values("state")[:1])}
    return runs.annotate(**marks)


def state_of(run: Run) -> tuple[Text, str]:
    """Its state and tone; what was taken back since is not simply finished.  For runs of `with_undoing`."""
    if run.taken_back is None:
        return run.get_state_display(), STATE_TONES[run.state]
    return (_("Undone"), "due") if run.taken_back == Run.State.DONE else (_("Being undone"), "acc")


def verb_of(run: Run) -> Action[..., Any] | None:
    return register.actions.get(run.action)


def title_of(run: Run) -> str:
    """ "Archive account", "Undo: Archive account"."""
    verb = verb_of(run)
    words = verb_words(verb) if verb is not None else run.action
    return _("Undo: {what}").format(what=words) if run.undoes_id else words


def kind_words(run: Run, number: int) -> str:
    """ "40 accounts"; rows where nothing more is known."""
    model = model_of(run.kind) if run.kind else None
    if model is None:
        return ngettext("{n} row", "{n} rows", number).format(n=counted(number))
    name = model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
    return f"{counted(number)} {name}"


def took(seconds: float) -> str:
    """ "40 s", "3 min", "2 h"."""
    if seconds < 90:
        return _("{n} s").format(n=max(1, round(seconds)))
    return _("{n} min").format(n=round(seconds / 60)) if seconds < 5400 else _("{n} h").format(n=round(seconds / 3600))


def left_s(run: Run) -> float | None:
    """Seconds until it is over, at the pace of this stretch; None before there is one."""
    since, done = run.stretch_at, run.over - run.stretch_from
    if since is None or run.touched_at is None or done <= 0:
        return None
    return (run.touched_at - since).total_seconds() / done * (run.total - run.over)


def silent(run: Run, now: datetime) -> bool:
    """Whether nobody works on it although somebody should."""
    return run.state in Run.ACTIVE and run.touched_at is not None and run.touched_at < now - SILENT_AFTER


def sentence_of(run: Run, now: datetime, undoing: Run | None = None) -> str:
    """The page's one sentence.  undoing: the run that takes it back."""
    whole = kind_words(run, run.total)
    if undoing is not None:
        said = _("Undone: {n} of {whole} put back")
        if undoing.state != Run.State.DONE:
            said = _("Being undone: {n} of {whole} put back so far")
        return said.format(n=counted(undoing.done), whole=kind_words(run, run.done))
    if run.state == Run.State.DONE:
        spent = (run.finished_at or now) - (run.started_at or now)
        if run.done == run.total:
            return _("All {whole} done in {time}").format(whole=whole, time=took(spent.total_seconds()))
        return _("{n} of {whole} done in {time}").format(
            n=counted(run.done), whole=whole, time=took(spent.total_seconds())
        )
    if run.state == Run.State.STOPPED:
        return _("Stopped: {n} of {whole} are over").format(n=counted(run.over), whole=whole)
    if silent(run, now):
        return _("Nobody works on it: {n} of {whole} are over").format(n=counted(run.over), whole=whole)
    left = left_s(run)
    if left is None:
        return _("{whole}, about to start").format(whole=whole)
    return _("{n} of {whole}, about {time} left").format(n=counted(run.over), whole=whole, time=took(left))


@dataclass(frozen=True)
class Problem:
    """A target that was not done."""

    name: str
    url: str
    outcome: Text
    tone: str
    sentence: str


@dataclass(frozen=True)
class Progress:
    """What the page of a run shows while it lives.  undoing: the run that takes it back, or None."""

    run: Run
    undoing: Run | None
    sentence: str
    silent: bool
    figures: Sequence[dict[str, Any]]
    reasons: Sequence[tuple[str, int]]
    problems: Sequence[Problem]
    rows_url: str
    active: bool


def progress_of(run: Run, now: datetime, undoing: Run | None) -> Progress:
    """Two questions: why targets were not done, and the first of them.  undoing: the run that takes it back."""
    rows_url = f"{reverse('run-rows')}?run={run.pk}"
    problems, reasons = [], []
    if run.refused + run.conflicts + run.failed:
        wrong = run.targets.exclude(outcome__in=(RunTarget.Outcome.DONE, RunTarget.Outcome.WAITING))
        counts = wrong.values_list("reason").annotate(n=Count("id")).order_by("-n", "reason")
        reasons = list(counts[:PROBLEMS_SHOWN])
        problems = [problem_of(row) for row in wrong.select_related("run").order_by("position")[:PROBLEMS_SHOWN]]
    figures = [
        _figure(_("Done"), run.done, "won" if run.done and undoing is None else "", f"{rows_url}&outcome=done"),
        _figure(_("Refused"), run.refused + run.conflicts, "", f"{rows_url}&outcome=refused,conflict"),
        _figure(_("Failed"), run.failed, "over" if run.failed else "", f"{rows_url}&outcome=failed"),
        {**_figure(_("To do"), run.total - run.over, "", f"{rows_url}&outcome=waiting"), "pending": True},
    ]
    if undoing is not None:
        back = f"{reverse('run-rows')}?run={undoing.pk}&outcome=done"
        figures[3:] = [_figure(_("Put back"), undoing.done, "", back)]
    return Progress(
        run,
        undoing,
        sentence_of(run, now, undoing),
        silent(run, now),
        figures,
        reasons,
        problems,
        rows_url,
        run.state in Run.ACTIVE,
    )


def _figure(label: Text, number: int, tone: str, url: str) -> dict[str, Any]:
    return {"label": label, "value": counted(number), "tone": tone, "url": url if number else ""}


def problem_of(row: RunTarget) -> Problem:
    return Problem(str(row), url_of(row), row.get_outcome_display(), TONES.get(row.outcome, ""), row.sentence)


def said(param: Param, stored: Any) -> Any:
    """A stored argument in words: a record by its name, a choice by its label."""
    try:
        value = decode(param, stored)
    except (ValueError, TypeError, ObjectDoesNotExist):
        return _("no longer there")
    if param.many:
        return ", ".join(str(each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _("none") if value is None else getattr(value, "label", value)
