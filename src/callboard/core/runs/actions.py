"""What a person does with a run: prepare it, start it, stop it, go on, try the refused again, undo it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core import company
from callboard.core.actions import Action, Actor, Forbidden, Invalid, Refusal, Refused, Text, action
from callboard.core.given import read_json
from callboard.core.jobs import defer
from callboard.core.models import Run, RunTarget
from callboard.core.params import encode
from callboard.core.refs import number_in
from callboard.core.registry import SettingEntry, register
from callboard.core.runs import freezing
from callboard.core.runs.freezing import Given, front
from callboard.core.runs.working import SILENT_AFTER, topic_of, work_on_run

ASK_AGAIN = "runs.ask_again"
register.setting.add(
    SettingEntry(
        ASK_AGAIN,
        _("Ask again before a run over more than"),
        int,
        500,
        _("Records. Whoever starts a larger run ticks a box that says how many."),
        _("Runs"),
    )
)
State = Run.State
#: Characters of an address whose rows a run is about: a shorter one would mean more rows.
LONGEST_SOURCE = 2000
#: The parameter by which a creating verb is told that a likely duplicate is meant.
CONFIRMED = "confirmed"


@action(_("Prepared a run"), who="core.runs", final=_("A run that was not started does nothing."), icon="list-check")
def prepare_run(*, by: Actor, verb: str, source: str, ids: Text | None = None) -> Run:
    """Freeze which records a verb is to be done to: those of a list with its filters ("accounts?region=TX"), or of these
    ids among them ("7,9,12").  Nothing is done until it is started."""
    wanted = register.actions.get(verb)
    if wanted is None:
        raise Invalid({"verb": _("No verb is called “{verb}”.").format(verb=verb[:60])})
    freezing.refuse_unfit(wanted)
    if not wanted.allowed(by):
        raise Forbidden(wanted.who)
    if front.rows is None:
        raise Invalid({"source": _("This program has no lists.")})
    _refuse_long(source)
    rows = front.rows(source, _read_ids(ids) if ids is not None else None, by)
    if rows.model is not wanted.target_model:
        raise Invalid({"source": _("This list shows other records than the verb is done to.")})
    run = freezing.new_run(by, wanted.name, kind=freezing.kind_for(wanted), source=source)
    freezing.freeze(run, rows)
    return run


@action(_("Prepared rows"), who="core.runs", final=_("A run that was not started does nothing."), icon="list-check")
def prepare_rows(*, by: Actor, verb: str, source: str, rows: Text) -> Run:
    """Keep what a creating verb is to make, a row each: [{"name", "given": {...}}], where "refused" says why a row cannot
    be read.  Nothing is made until it is started."""
    wanted = register.actions.get(verb)
    if wanted is None or wanted.target_model is not None or not wanted.served:
        raise Invalid({"verb": _("No verb that makes records is called “{verb}”.").format(verb=verb[:60])})
    if not wanted.allowed(by):
        raise Forbidden(wanted.who)
    _refuse_long(source)
    run = freezing.new_run(by, wanted.name, source=source)
    freezing.freeze_given(run, [_read_row(wanted, row, by) for row in _read_list(rows)])
    return run


def _refuse_long(source: str) -> None:
    if len(source) > LONGEST_SOURCE:
        said = _("The filters of this list are too long for a run. Take some away, or tick the rows you mean.")
        raise Invalid({"source": said})


def _read_row(verb: Action[..., Any], row: Any, by: Actor) -> Given:
    """A row whose arguments do not fit is refused by itself; the others are made."""
    if not isinstance(row, dict) or not isinstance(row.get("given", {}), dict):
        raise Invalid({"rows": _("A row is a JSON object with what is given.")})
    name, refused = str(row.get("name") or ""), str(row.get("refused") or "")
    if refused or front.arguments is None:
        return Given(name, {}, refused or str(_("This program reads no input.")))
    try:
        read = front.arguments(verb, row.get("given", {}), by)
    except Invalid as error:
        return Given(name, {}, str(error))
    return Given(name, {key: encode(value) for key, value in read.items()})


@action(_("Started a run"), who="core.runs", undo="core.undo_run", icon="player-play")
def start_run(run: Run, *, by: Actor, given: Text | None = None, confirmed: bool = False) -> Run:
    """Start it, with the arguments every target gets as a JSON object.  More targets than the company's limit want
    ``confirmed``.  Refused for anybody but whoever prepared it."""
    _refuse_others(run, by)
    verb = register.actions[run.action]
    if not verb.allowed(by):
        raise Forbidden(verb.who)
    if verb.target_model is not None:
        if front.arguments is None:
            raise Invalid({"given": _("This program reads no input.")})
        arguments = front.arguments(verb, _read_object(given), by)
        run.given = {name: encode(value) for name, value in arguments.items()}
    elif _read_object(given).get(CONFIRMED) is True and any(param.name == CONFIRMED for param in verb.params):
        run.given = {CONFIRMED: True}
    limit = company.setting(ASK_AGAIN)
    if run.total > limit and not confirmed:
        sentence = _("This is done to {n} records, more than {limit}. Say that you mean it.")
        raise Invalid({"confirmed": sentence.format(n=f"{run.total:,}", limit=f"{limit:,}")})
    run.started_at = by.now
    return _go(run, by)


@start_run.can
def _may_start(run: Run, now: datetime) -> Refusal | None:
    if run.state != State.DRAFT:
        return Refusal("started", _("It was started already."))
    if run.action not in register.actions:
        return Refusal("unknown", _("This program no longer knows how to do it."))
    return None


@action(_("Stopped the run"), who="core.runs", undo="core.resume_run", icon="player-stop")
def stop_run(run: Run, *, by: Actor) -> Run:
    """Stop after the chunk under way.  What is done stays done."""
    run.state, run.touched_at, run.updated_at = State.STOPPED, by.now, by.now
    run.note = str(_("Stopped by hand."))
    run.save()
    by.changed(run, topic=topic_of(run))
    return run


@stop_run.can
def _may_stop(run: Run, now: datetime) -> Refusal | None:
    return None if run.state in Run.ACTIVE else Refusal("not_running", _("It does not run."))


@action(_("Went on with the run"), who="core.runs", undo=stop_run, icon="player-play")
def resume_run(run: Run, *, by: Actor) -> Run:
    """Go on where it stopped, or where its worker was killed.  Refused for anybody but whoever started it."""
    _refuse_others(run, by)
    return _go(run, by)


@resume_run.can
def _may_resume(run: Run, now: datetime) -> Refusal | None:
    if run.state == State.STOPPED and run.over < run.total:
        return _undone(run)
    if run.state in Run.ACTIVE and run.touched_at is not None and run.touched_at < now - SILENT_AFTER:
        return None
    return Refusal("not_stopped", _("It is under way.") if run.state in Run.ACTIVE else _("Nothing is left to do."))


@action(_("Tried the refused again"), who="core.runs", final=_("Stop it, or undo what it did."), icon="refresh")
def retry_run(run: Run, *, by: Actor) -> Run:
    """Try those again that were refused, had changed, or failed: as their records are now.  Refused for anybody but whoever
    started it."""
    _refuse_others(run, by)
    freezing.again(run)
    run.refused = run.conflicts = run.failed = 0
    run.finished_at = None
    return _go(run, by)


@retry_run.can
def _may_retry(run: Run, now: datetime) -> Refusal | None:
    if run.state not in (State.DONE, State.STOPPED):
        return Refusal("running", _("Wait until it is over, or stop it."))
    if not run.refused + run.conflicts + run.failed:
        return Refusal("none", _("None was refused."))
    return _undone(run)


@action(_("Undid the run"), said=_("Put back: {run}"), who="core.runs", undo="core.undo_run", icon="arrow-back-up")
def undo_run(run: Run, *, by: Actor) -> Run:
    """Take back what it did, as a run of its own: the compensating action of each target, the last one first.  A run
    under way is stopped."""
    if run.state in Run.ACTIVE:
        run.state, run.touched_at, run.updated_at = State.STOPPED, by.now, by.now
        run.note = str(_("Stopped to be undone."))
        run.save()
        by.changed(run, topic=topic_of(run))
    made = freezing.new_run(by, run.action, kind=run.kind, source=run.source, undoes=run)
    freezing.freeze_done(made, run)
    made.started_at = by.now
    return _go(made, by)


@undo_run.can
def _may_undo(run: Run, now: datetime) -> Refusal | None:
    if run.state == State.DRAFT or not run.targets.filter(outcome=RunTarget.Outcome.DONE).exists():
        return Refusal("nothing", _("It has done nothing yet."))
    if run.undone_by.exists():
        return Refusal("undone", _("It was undone already."))
    verb = register.actions.get(run.action)
    if verb is None or (verb.undo is None and run.undoes_id is None):
        return Refusal("final", (verb and verb.final) or _("This cannot be undone."))
    return None


def _refuse_others(run: Run, by: Actor) -> None:
    """A run acts with the rights and in the name of one person, so nobody else lets it act.  Stopping and undoing are
    everybody's who sees it: undoing is a run of their own."""
    if run.person_id != by.person_id:
        sentence = _("{name} prepared this run, and it would act in their name. Only they can let it go on.")
        raise Refused(Refusal("not_yours", sentence, name=run.person or run.actor_name))


def _undone(run: Run) -> Refusal | None:
    """What a run did after its undo nothing would take back."""
    return Refusal("undone", _("It was undone. Start a new one instead.")) if run.undone_by.exists() else None


def _go(run: Run, by: Actor) -> Run:
    run.actor_kind, run.actor_name, run.on_behalf_of_id, run.via = by.kind, by.name, by.on_behalf_of_id, by.via
    run.state, run.note = State.WAITING, ""
    run.stretch_at, run.stretch_from = by.now, run.over
    run.touched_at = run.updated_at = by.now
    if run.log_id is None:
        run.log_id = by.run.stack[-1].id
    run.save()
    by.changed(run, topic=topic_of(run))
    defer(work_on_run, run=run.pk)
    return run


def _read_ids(text: str) -> list[int]:
    numbers = [number_in(word.strip()) for word in text.split(",") if word.strip()]
    if None in numbers or len(numbers) > freezing.MOST:
        raise Invalid({"ids": _("Write the numbers of the records with commas between them.")})
    return [number for number in numbers if number is not None]


def _read_list(text: str) -> list[Any]:
    try:
        found = read_json(text)
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise Invalid({"rows": _("The rows are a JSON list, without NaN, NUL or half of a surrogate pair.")})
    if len(found) > freezing.MOST:
        raise Invalid({"rows": _("These are more than {most}.").format(most=f"{freezing.MOST:,}")})
    return found


def _read_object(text: str | None) -> dict[str, Any]:
    try:
        found = read_json(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Invalid({"given": _("The arguments are a JSON object, without NaN, NUL or half of a surrogate pair.")})
    return found
