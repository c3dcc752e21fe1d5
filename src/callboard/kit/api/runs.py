"""POST /runs and what follows: one verb over the rows of a list."""

import json
from typing import Annotated, Any

from django.db import transaction
from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Schema
from pydantic import AfterValidator, Field, StringConstraints

from callboard.core.access import visible
from callboard.core.actions import Action, Actor, Text
from callboard.core.links import url_of
from callboard.core.models import Run
from callboard.core.registry import register
from callboard.core.runs.actions import (
    LONGEST_SOURCE,
    prepare_rows,
    prepare_run,
    resume_run,
    retry_run,
    start_run,
    stop_run,
    undo_run,
)
from callboard.core.runs.freezing import MOST
from callboard.core.runs.rehearsing import rehearse
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.types import Id, keepable
from callboard.kit.runs.front import arguments

Name = Annotated[str, StringConstraints(max_length=100), AfterValidator(keepable)]
Rows = Annotated[list[dict[str, Any]] | None, Field(max_length=MOST)]
Ids = Annotated[list[Id] | None, Field(max_length=MOST)]


class RunIn(Schema):
    """A verb and the rows it is done to: those of ``list`` ("accounts?region=TX"), or of these ids among them; for a verb
    that makes records, ``rows`` says what each is.

    given: the arguments every target gets.  start: without it the answer is a preview, and nothing is done.
    confirmed: wanted for more targets than the company's limit.
    """

    verb: Name
    list: Annotated[str, StringConstraints(max_length=LONGEST_SOURCE), AfterValidator(keepable)] = ""
    ids: Ids = None
    rows: Rows = None
    given: dict[str, Any] = Field(default_factory=dict)
    start: bool = True
    confirmed: bool = False


class StartIn(Schema):
    given: dict[str, Any] = Field(default_factory=dict)
    confirmed: bool = False


class Refusal(Schema):
    name: str
    outcome: str
    sentence: str


class Preview(Schema):
    """Of those tried in full (200 at most), how many would be done; the first of the others."""

    checked: int
    would: int
    refusals: list[Refusal]


class RunOut(Schema):
    id: int
    url: str
    verb: str
    state: str
    total: int
    done: int
    refused: int
    conflicts: int
    failed: int
    undoes: int | None = None
    note: str = ""
    preview: Preview | None = None


def shown(run: Run, preview: Preview | None = None) -> RunOut:
    return RunOut(
        id=run.pk,
        url=url_of(run),
        verb=run.action,
        state=run.state,
        total=run.total,
        done=run.done,
        refused=run.refused,
        conflicts=run.conflicts,
        failed=run.failed,
        undoes=run.undoes_id,
        note=run.note,
        preview=preview,
    )


def make(body: RunIn, actor: Actor) -> RunOut:
    """Prepare it, then start it or look at it.  What is refused leaves nothing behind."""
    ids = Text(",".join(map(str, body.ids))) if body.ids is not None else None
    keys = [actor.with_key(f"{actor.key}:{step}" if actor.key else None) for step in ("prepare", "start")]
    with transaction.atomic():
        if body.rows is not None:
            rows = Text(json.dumps([{"given": row} for row in body.rows]))
            run = prepare_rows(by=keys[0], verb=body.verb, source=body.list, rows=rows)
        else:
            run = prepare_run(by=keys[0], verb=body.verb, source=body.list, ids=ids)
        if body.start:
            text = Text(json.dumps(body.given))
            return shown(start_run(run, by=keys[1], given=text, confirmed=body.confirmed))
        verb = register.actions[run.action]
        given = arguments(verb, body.given, actor) if verb.target_model is not None else body.given
        seen = rehearse(run, given, by=actor)
    refusals = [Refusal(name=line.name, outcome=line.outcome, sentence=line.sentence) for line in seen.refusals]
    return shown(run, Preview(checked=seen.checked, would=seen.would, refusals=refusals))


def the_run(request: HttpRequest, pk: int) -> Run:
    found = visible(Run.objects.all(), caller(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def add_runs(api: NinjaAPI) -> None:
    """The operations of runs."""

    @api.post("/runs", response=answers(RunOut), operation_id="create_run", summary="Start a run", tags=["core"])
    def create_run(request: HttpRequest, body: RunIn) -> RunOut:
        return make(body, caller(request))

    @api.get("/runs/{pk}", response=answers(RunOut), operation_id="read_run", summary="A run", tags=["core"])
    def read_run(request: HttpRequest, pk: Id) -> RunOut:
        return shown(the_run(request, pk))

    @api.post("/runs/{pk}/start", response=answers(RunOut), operation_id="start_run", summary="Start", tags=["core"])
    def start(request: HttpRequest, pk: Id, body: StartIn) -> RunOut:
        given = Text(json.dumps(body.given))
        run = the_run(request, pk)
        return shown(start_run(run, by=caller(request), given=given, confirmed=body.confirmed))

    for name, verb in (("stop", stop_run), ("resume", resume_run), ("again", retry_run), ("undo", undo_run)):
        _add(api, name, verb)


def _add(api: NinjaAPI, name: str, verb: Action[..., Run]) -> None:
    @api.post(
        f"/runs/{{pk}}/{name}",
        response=answers(RunOut),
        operation_id=f"{name}_run",
        summary=name.capitalize(),
        tags=["core"],
    )
    def view(request: HttpRequest, pk: Id) -> RunOut:
        return shown(verb(the_run(request, pk), by=caller(request)))
