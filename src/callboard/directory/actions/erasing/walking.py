"""Every text of every table, read once: what names the person is written again without them."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Func, Model, Q

from callboard.core.files import ShaField
from callboard.core.models import Log
from callboard.core.refs import kind_of
from callboard.core.search.models import SearchEntry, SearchWord
from callboard.directory.actions.erasing.reaching import Reach, finder_for, reach_of
from callboard.directory.models import Suppression
from callboard.directory.queries.erasing import Traces
from callboard.directory.reading.persons import GONE, MARKS

logger = logging.getLogger("callboard.erasing")
#: Copies of what a row says: they go where the row named the person.
COPIES = ("raw_sha", "html_sha", "proof_sha")
#: The index of the search is made again from the records.
INDEX = (SearchEntry, SearchWord)
#: Tables that say what somebody or something else is called and how it is reached: only these columns are written again.
FREE: dict[str, set[str]] = {
    "directory.account": {"note", "tags", "custom"},
    "directory.contact": {"note", "tags", "custom", "best_time"},
    "directory.location": set(), "directory.contactemail": set(), "directory.contactphone": set(),
    "directory.accountdomain": set(), "channels.mailbox": set(),
}  # fmt: skip
#: Of our own people, teams and settings only what somebody wrote down.
OURS = "team"
NOTES = {"note", "text", "problem"}
#: People who are not contacts yet: name, and how they are reached. Who has another name keeps the number of their office.
PEOPLE = {"pipeline.lead": ("name", ("phone", "email", "company"))}


def scrub(traces: Traces) -> tuple[dict[str, set[int]], int]:
    """The rows that named them, by kind, and how many could not be written again: two statements a table that read, one a
    row that writes."""
    touched: dict[str, set[int]] = defaultdict(set)
    left = 0
    for model in tables():
        columns = [field for field in model._meta.concrete_fields if is_text(model, field)]
        if not columns:
            continue
        for pk, values in _named(model, columns, traces):
            if _written(model, pk, values):
                touched[kind_of(model)].add(pk)
            else:
                left += 1
    return touched, left


def tables() -> Iterator[type[Model]]:
    """Our tables with their histories; the log and the ledgers hold ids."""
    writable = _writable()
    for model in apps.get_models(include_auto_created=True):
        ours = model.__module__.startswith("callboard.") and model._meta.managed and not model._meta.proxy
        if ours and model not in (Log, Suppression, *INDEX) and model._meta.db_table in writable:
            yield model


def _writable() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
            " AND has_table_privilege(oid, 'UPDATE')"
        )
        return {row[0] for row in cursor.fetchall()}


def is_text(model: type[Model], field: Any) -> bool:
    """Whether a column may say something of somebody that is nobody's name, address or key."""
    if field.choices or field.primary_key or field.generated or field.unique or field.name in (*COPIES, "sort_key"):
        return False
    if "hash" in field.name or isinstance(field, models.EmailField | ShaField):
        return False
    tracked = getattr(model, "pgh_tracked_model", model)
    free = FREE.get(tracked._meta.label_lower, NOTES if tracked._meta.app_label == OURS else None)
    if free is not None and field.name not in free:
        return False
    listed = isinstance(field, ArrayField) and isinstance(field.base_field, models.CharField | models.TextField)
    return listed or isinstance(field, models.CharField | models.TextField | models.JSONField)


class Mentions(Func):
    """Whether the columns together, without marks and in small letters, contain one of what they are known by."""

    template = (
        "(lower(concat_ws(' ', %(expressions)s)) LIKE ANY (%%s)"
        " AND translate(lower(concat_ws(' ', %(expressions)s)), %%s, '') LIKE ANY (%%s))"
    )
    output_field = models.BooleanField()

    def __init__(self, *columns: Any, traces: Traces) -> None:
        super().__init__(*(_Plain(column.name) for column in columns))
        self.hints, self.keys = ([f"%{each}%" for each in some] for some in (traces.hints, traces.keys))

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        statement, params = super().as_sql(*args, **kwargs)
        return statement, [*params, self.hints, *params, MARKS, self.keys]


class _Plain(Func):
    """A column as text; a break of the line inside JSON is a blank, and so is what stands for one in an address."""

    template = r"replace(replace(replace(%(expressions)s::text, '\n', ' '), '%%%%20', ' '), '%%%%40', '@')"
    output_field = models.TextField()


def _named(model: type[Model], columns: list[Any], traces: Traces) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows that name the person, each with the columns as they are without them."""
    reach = reach_of(model)
    texts = [field.name for field in columns]
    wanted = reach.about(traces.pks)
    for word in traces.alone:
        alone = Q(pk__in=[])
        for field in columns:
            if not isinstance(field, models.JSONField | ArrayField):
                alone |= Q(**{f"{field.name}__iexact": word})
        wanted |= reach.theirs(traces.accounts) & alone
    ids = set(model._base_manager.filter(wanted).values_list("pk", flat=True)) if reach.paths else set()
    if traces.keys:
        ids |= set(model._base_manager.filter(Mentions(*columns, traces=traces)).values_list("pk", flat=True))
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in model._base_manager.filter(pk__in=ids).values("pk", *texts, *reach.paths).order_by("pk"):
        rows[row["pk"]].append(row)
    # A version of a row that is gone belongs to nothing any more.
    for row in model._base_manager.filter(pk__in=ids - rows.keys()).values("pk", *texts):
        rows[row["pk"]].append(dict.fromkeys(reach.paths) | row)
    for pk, found in rows.items():
        if changes := _without(model, columns, reach, found, traces):
            yield pk, changes


def _without(
    model: type[Model], columns: list[Any], reach: Reach, rows: list[dict[str, Any]], traces: Traces
) -> dict[str, Any]:
    finder, row = finder_for(reach, rows, traces), rows[0]
    kept: tuple[str, ...] = ()
    if any(_is_one_of(row[field.name], traces.mails) for field in columns):
        finder = (
            traces.about
        )  # a mail from them or to them alone, or a lead that is them, whatever it is connected with
    elif model._meta.label_lower in PEOPLE and finder is not traces.about:
        name, kept = PEOPLE[model._meta.label_lower]
        if finder.is_all_of(row[name]):
            finder, kept = traces.about, ()
    changes = {}
    for field in columns:
        value = row[field.name]
        if value and field.name not in kept and (cleaned := finder.cleaned(value)) != value:
            changes[field.name] = _fitting(field, cleaned)
    if changes:
        names = {field.name for field in model._meta.concrete_fields}
        changes |= dict.fromkeys(names & set(COPIES), "")
    return changes


def _is_one_of(value: Any, mails: frozenset[str]) -> bool:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return isinstance(value, str) and value.strip().lower() in mails


def _fitting(field: Any, value: Any) -> Any:
    """A column that was nothing but them is empty where it may be; none grows longer than it can."""
    if isinstance(value, str):
        if value.strip() == GONE and (field.blank or field.null):
            return "" if field.blank and not field.null else None
        return value[: field.max_length] if field.max_length else value
    longest = getattr(getattr(field, "base_field", None), "max_length", None)
    return [each[:longest] for each in value] if longest else value


def _written(model: type[Model], pk: int, values: dict[str, Any]) -> bool:
    """What a rule of the table does not take stays as it is, and is counted."""
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=pk).update(**values)
    except IntegrityError as error:
        logger.warning("%s %s is not written again: %s", kind_of(model), pk, type(error).__name__)
        return False
    return True
