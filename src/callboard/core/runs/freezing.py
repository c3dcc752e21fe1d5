"""Which records a run is about: ids and versions as they are now, written by the database itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.utils.translation import gettext as _

from callboard.core.actions import Action, Actor, Invalid
from callboard.core.models import Run, RunTarget
from callboard.core.params import File
from callboard.core.refs import kind_of, model_of

#: Targets of one run.
MOST = 50_000
BATCH = 2000

# A join may show a record twice: it is one target, in the place it is first seen.
_FREEZE = """
INSERT INTO core_runtarget (run_id, position, target_id, target_version, outcome, sentence, reason, name, result_kind)
SELECT %s, row_number() OVER (ORDER BY min(place)), id, min(version), 'waiting', '', '', '', ''
FROM (SELECT row_number() OVER () AS place, listed.* FROM ({rows}) AS listed(id, version)) AS placed GROUP BY id
"""
_FREEZE_DONE = """
INSERT INTO core_runtarget (run_id, position, target_id, undoes_id, outcome, sentence, reason, name, result_kind)
SELECT %s, row_number() OVER (ORDER BY position DESC), target_id, log_id, 'waiting', '', '', name, ''
FROM core_runtarget WHERE run_id = %s AND outcome = 'done' AND log_id IS NOT NULL
"""
_AGAIN = """
UPDATE core_runtarget SET outcome = 'waiting', sentence = '', reason = '', target_version = COALESCE(now.version, same.target_version)
FROM core_runtarget AS same LEFT JOIN {table} AS now ON now.id = same.target_id
WHERE same.id = core_runtarget.id AND same.run_id = %s AND same.outcome IN ('refused', 'conflict', 'failed')
"""


@dataclass(frozen=True)
class Given:
    """What one row says: what it is called, the arguments it gives, or why it cannot be read."""

    name: str
    given: dict[str, Any]
    refused: str = ""


class Front:
    """What kit knows and core does not: the rows of a list, and how input of an action is read.  kit sets both."""

    rows: "Callable[[str, list[int] | None, Actor], models.QuerySet[Any]] | None" = None
    arguments: "Callable[[Action[..., Any], dict[str, Any], Actor], dict[str, Any]] | None" = None


front = Front()


def refuse_unfit(verb: Action[..., Any]) -> None:
    """Invalid where an action cannot be run over many: it has no target, takes a file, or only its own page runs it."""
    if not verb.served:
        raise Invalid({"verb": _("This is done on its own page only.")})
    if verb.target_model is None:
        raise Invalid({"verb": _("This creates one record. Paste rows into its list to make many.")})
    if any(param.type is File for param in verb.params):
        raise Invalid({"verb": _("This takes a file each time, so it is done one by one.")})


def new_run(by: Actor, verb: str, *, kind: str = "", source: str = "", undoes: Run | None = None) -> Run:
    """A run not yet started, of whoever ``by`` is."""
    run = Run(
        action=verb,
        kind=kind,
        source=source,
        undoes=undoes,
        person_id=by.person_id,
        actor_kind=by.kind,
        actor_name=by.name,
        on_behalf_of_id=by.on_behalf_of_id,
        via=by.via,
        created_at=by.now,
        updated_at=by.now,
    )
    run.save()
    return run


def freeze(run: Run, rows: "models.QuerySet[Any]") -> int:
    """Freeze the ids and versions of the rows, in their order; returns how many.  Invalid for none or too many."""
    wanted = rows.values_list("pk", "version")[: MOST + 1]
    try:
        statement, params = wanted.query.sql_with_params()
    except EmptyResultSet:  # a condition nothing can meet has no SQL
        return _counted(run, 0)
    with connection.cursor() as cursor:
        cursor.execute(_FREEZE.format(rows=statement), [run.pk, *params])
    return _counted(run, run.targets.count())


def freeze_done(run: Run, of: Run) -> int:
    """The targets of a run that undoes what ``of`` did, the last one first."""
    with connection.cursor() as cursor:
        cursor.execute(_FREEZE_DONE, [run.pk, of.pk])
    return _counted(run, run.targets.count())


def freeze_given(run: Run, given: Iterable[Given]) -> int:
    """The targets of a run that creates records: each carries what to create, or why it cannot be."""
    rows = [
        RunTarget(
            run=run,
            position=place,
            name=row.name[:200],
            given=row.given,
            outcome=RunTarget.Outcome.REFUSED if row.refused else RunTarget.Outcome.WAITING,
            sentence=row.refused[:500],
            reason=row.refused[:300],
        )
        for place, row in enumerate(given, 1)
    ]
    for start in range(0, len(rows), BATCH):
        RunTarget.objects.bulk_create(rows[start : start + BATCH])
    run.refused = sum(row.outcome == RunTarget.Outcome.REFUSED for row in rows)
    return _counted(run, len(rows))


def again(run: Run) -> None:
    """Let the refused, conflicting and failed wait once more, with the versions their records have now."""
    model = model_of(run.kind) if run.kind else None
    versioned = model is not None and any(field.name == "version" for field in model._meta.concrete_fields)
    table = model._meta.db_table if model is not None and versioned else "(SELECT 0 AS id, 0 AS version)"
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN.format(table=table), [run.pk])


def kind_for(verb: Action[..., Any]) -> str:
    return kind_of(verb.target_model) if verb.target_model is not None else ""


def _counted(run: Run, number: int) -> int:
    if number == 0:
        raise Invalid({"ids": _("Nothing is chosen, or what was chosen is no longer there.")})
    if number > MOST:
        raise Invalid({"ids": _("These are more than {most}. Narrow the list by a filter.").format(most=f"{MOST:,}")})
    run.total = number
    run.save()
    return number
