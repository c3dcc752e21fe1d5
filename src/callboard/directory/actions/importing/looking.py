"""What a sent file is: its heads, a sample, and what its columns may be."""

from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from callboard.core.files import path_of
from callboard.directory.actions.importing.opening import Opened, opened
from callboard.directory.models import Import, ImportMap, ImportState
from callboard.directory.queries.importing import kind_asked, people_by_words
from callboard.directory.rules.importing import Kind, Mapping, propose, signature_of
from callboard.directory.rules.importing.corrections import batch_in, mapping_again
from callboard.directory.rules.importing.words import Unread, Words

SHOWN, LONGEST_SHOWN = 8, 80
#: Rows whose words are counted before the columns are said; all of them are when the file is read.
GLANCE_ROWS = 20_000


def look(batch: Import, *, glance: bool = False) -> None:
    """Dialect, heads, a sample and the proposed mapping: the one files with these heads had before, if any.  Unreadable for
    what is no table.  glance: at the beginning of the file; its rows are read by the worker."""
    kind = kind_asked(batch.kind)
    found = opened(path_of(batch.sha), batch.filename, glance=glance)
    sample = found.sample()
    batch.dialect, batch.columns = found.dialect, list(found.heads)
    batch.sample = [[cell[:LONGEST_SHOWN] for cell in row] for row in sample[:SHOWN]]
    batch.warnings = found.warnings()
    batch.signature = signature_of(found.heads)
    proposed = propose(kind, found.heads, sample, found.width)
    before = ImportMap.objects.filter(kind=kind.name, name="", signature=batch.signature).exclude(signature="").first()
    if before is not None and len(before.mapping.get("columns", [])) == found.width:
        proposed = Mapping.of({**before.mapping, "days": proposed.days | before.mapping.get("days", {})})
    batch.corrects = _corrected(found.heads, sample)
    if batch.corrects is not None:
        proposed = mapping_again(batch.corrects.columns, Mapping.of(batch.corrects.mapping), found.heads)
    batch.mapping = proposed.stored()
    batch.unread = unread_in(found, kind, proposed)
    same = Import.objects.filter(sha=batch.sha, kind=batch.kind, state=ImportState.DONE).order_by("-id").first()
    if same is not None:
        batch.note = _("The same file was brought in before: {batch}. What it says is there already.").format(
            batch=same
        )


def unread_in(found: Opened, kind: Kind, mapping: Mapping) -> Unread:
    """What the beginning of a file says in columns that know a list of ours, and none of that list."""
    words = Words(kind, mapping, people_by_words())
    if words.columns:
        for _number, cells in islice(found, GLANCE_ROWS):
            words.take(cells)
    return words.unread()


def _corrected(heads: Any, sample: list[list[str]]) -> Import | None:
    """The import whose rows this file corrects: our own workbook of errors, sent back."""
    number = batch_in(heads, sample)
    return Import.objects.filter(pk=number).first() if number is not None else None
