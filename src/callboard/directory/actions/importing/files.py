"""A file is sent, what its columns are is said and kept."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Invalid, Refusal, Text, action
from callboard.core.files import path_of, store_stream
from callboard.core.given import cleaned, read_json
from callboard.directory.actions.importing.looking import look
from callboard.directory.actions.importing.opening import said_of
from callboard.directory.actions.importing.working import go_on
from callboard.directory.models import Import, ImportMap, ImportState
from callboard.directory.queries.importing import kind_asked
from callboard.directory.reading.tables import Unreadable, is_long
from callboard.directory.reading.tables.problems import size_text
from callboard.directory.rules.importing import Kind, Mapping
from callboard.directory.rules.importing.kinds import kinds

#: Bytes of a file that is sent; a larger one is brought in from the command line in parts.
MOST_SENT = 200 * 1024 * 1024
State = ImportState


@action(
    gettext_lazy("Sent a file to import"),
    said=gettext_lazy("Read {result}"),
    who="directory.import",
    final=gettext_lazy("A file that was only sent has changed nothing."),
    icon="upload",
)
def import_file(
    *,
    by: Actor,
    file: File,
    kind: str = "accounts",
    update_known: bool = True,
) -> Import:
    """Send a file: CSV, XLSX, XLS, ODS or vCards. Its columns are proposed; nothing is brought in before somebody has said
    what they are and has seen what would become of each row. `update_known`: records that are here are changed, else rows that
    match one are left alone."""
    wanted = _kind(kind)
    if (file.size or 0) > MOST_SENT:
        said = _("The file has {size}; {most} at most are sent. Cut it into parts.")
        raise Invalid({"file": said.format(size=size_text(file.size or 0), most=size_text(MOST_SENT))})
    sha, size = store_stream(file.chunks())
    name = cleaned(str(file.name or "")).rpartition("/")[2][:200] or _("file")
    batch = Import(
        kind=wanted.name, person=by.person, via=by.via, filename=name, sha=sha, size=size, update_known=update_known,
        created_at=by.now, updated_at=by.now, touched_at=by.now,
    )  # fmt: skip
    try:
        if by.via == "command" or not is_long(path_of(sha)):
            look(batch, glance=by.via != "command")
        else:
            batch.state = State.READING
    except Unreadable as error:
        raise Invalid({"file": said_of(error.said)}) from error
    batch.save()
    if batch.state == State.READING:
        go_on(batch, by)
    return batch


def _kind(name: str) -> Kind:
    if name not in [kind.name for kind in kinds()]:
        known = ", ".join(kind.name for kind in kinds())
        raise Invalid(
            {"kind": _("No import is called “{name}”; there are: {known}.").format(name=name[:40], known=known)}
        )
    return kind_asked(name)


@action(
    gettext_lazy("Said what the columns are"),
    said=gettext_lazy("Reading the rows of {batch}"),
    who="directory.import",
    final=gettext_lazy("Say it again: nothing was brought in yet."),
    icon="columns-3",
)
def map_import(batch: Import, *, by: Actor, mapping: Text, update_known: bool = True, keep_as: str = "") -> Import:
    """Say what each column is, as a JSON object: {"columns": ["account.name", "", ...], "system": "hubspot", "days": {"3": "mdy"},
    "words": {"account.owner": {"J. Smith": "jane@..."}}, "strict": false}. A cell that cannot be read and that the record can do
    without is left out of its row; "strict" refuses such rows instead. The rows are read again; `keep_as` keeps it under a name."""
    kind = kind_asked(batch.kind)
    read = read_mapping(mapping, kind, len(batch.mapping.get("columns", [])))
    batch.mapping, batch.update_known = read.stored(), update_known
    batch.state, batch.total, batch.counts, batch.done = State.READING, 0, {}, 0
    batch.touched_at = batch.updated_at = by.now
    batch.save()
    _remember(kind, "", batch.signature, read, by)
    if keep_as.strip():
        _remember(kind, keep_as.strip()[:80], batch.signature, read, by)
    by.changed(batch, topic=batch.topic)
    go_on(batch, by)
    return batch


@map_import.can
def _may_map(batch: Import, now: datetime) -> Refusal | None:
    if not batch.sha:
        return Refusal("erased", gettext_lazy("Somebody in this file was erased, so it is not kept any longer."))
    if not batch.mapping:
        return Refusal("unread", gettext_lazy("Its columns are not read yet."))
    if batch.state in (State.MAPPING, State.READY, State.FAILED, State.READING):
        return None
    return Refusal("begun", gettext_lazy("Its rows are being brought in already. Send the file again instead."))


def _remember(kind: Kind, name: str, signature: str, mapping: Mapping, by: Actor) -> None:
    if not (name or signature):
        return
    key = {"name": name} if name else {"name": "", "signature": signature}
    given = {"mapping": mapping.stored(), "signature": signature, "updated_at": by.now}
    ImportMap.objects.update_or_create(
        kind=kind.name, **key, defaults=given, create_defaults={**given, **key, "created_at": by.now}
    )


def read_mapping(text: str, kind: Kind, width: int) -> Mapping:
    """Invalid, under "mapping", for what is no mapping of so many columns."""
    try:
        found = read_json(text)
        mapping = Mapping.of(found)
        fields = {field.name: field for field in kind.fields}
        fits = (
            len(mapping.columns) == width
            and all(name == "" or name in fields for name in mapping.columns)
            and all(order in ("", "mdy", "dmy") for order in mapping.days.values())
            and all(isinstance(meant, str) for words in mapping.words.values() for meant in words.values())
            and isinstance(mapping.system, str)
            and isinstance(mapping.strict, bool)
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise Invalid({"mapping": _("This is no mapping of columns.")}) from error
    if not fits:
        raise Invalid({"mapping": _("This is no mapping of the {n} columns of the file.").format(n=width)})
    twice = next(
        (name for name in mapping.columns if name and fields[name].joins is None and mapping.columns.count(name) > 1),
        "",
    )
    if twice:
        raise Invalid(
            {"mapping": _("Two columns are “{name}”. Leave one of them out.").format(name=fields[twice].label)}
        )
    if not any(name.startswith(f"{kind.needs}.") for name in mapping.columns):
        raise Invalid({"mapping": _("Say which column names the {part}.").format(part=kind.label)})
    mapping.system = mapping.system[:40]
    return mapping


@action(
    gettext_lazy("Kept a mapping"),
    said=gettext_lazy("Kept the columns as “{name}”"),
    who="directory.import",
    final=gettext_lazy("Keep another under the same name."),
    icon="bookmark",
)
def keep_mapping(batch: Import, *, by: Actor, name: str) -> Import:
    """Keep what the columns are under a name, for `callboard import --map NAME` and for other files."""
    if not name.strip():
        raise Invalid({"name": _("Give it a name.")})
    _remember(kind_asked(batch.kind), name.strip()[:80], batch.signature, Mapping.of(batch.mapping), by)
    return batch


@keep_mapping.can
def _may_keep(batch: Import, now: datetime) -> Refusal | None:
    return None if batch.mapping else Refusal("unread", gettext_lazy("Its columns are not read yet."))
