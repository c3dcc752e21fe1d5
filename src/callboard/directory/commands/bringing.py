"""An import from the command line: the same steps as on its page, one after the other, and what came of each row."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from callboard.core.actions import ActionError, Actor, Text
from callboard.core.console import Sentence
from callboard.directory.actions import import_file, map_import, start_import
from callboard.directory.actions.importing.checking import read_rows
from callboard.directory.actions.importing.chunks import work_chunk
from callboard.directory.models import Import, ImportMap, ImportRow, ImportState, Outcome, Verdict
from callboard.directory.rules.importing import sentence
from callboard.directory.rules.importing.kinds import kind_of_import
from callboard.directory.rules.importing.reasons import left_out

#: What a row came to, and what it would come to.
_RESULTS = {Verdict.CREATE: "created", Verdict.UPDATE: "updated", Verdict.SAME: "skipped", Verdict.LEAVE: "skipped"}


class Bringing:
    """One file.  number: of the import that stays, None for a dry run."""

    def __init__(self, path: Path, kind: str, mapping: str, *, update: bool, dry: bool) -> None:
        self.path, self.kind, self.mapping, self.update, self.dry = path, kind, mapping, update, dry
        self.number: int | None = None

    def lines(self, progress: Callable[[str], None]) -> Iterator[dict[str, Any]]:
        """row, result, id, why of each row of the file, in its order.  Sentence for what cannot be read at all."""
        by = Actor("clock", name="import", via="command")
        try:
            batch = self._read(by, progress)
            if not self.dry and batch.rows.filter(verdict__in=[Verdict.CREATE, Verdict.UPDATE]).exists():
                start_import(batch, by=by)
                while work_chunk(batch.pk):
                    batch.refresh_from_db()
                    progress(f"{batch.done:,} of {batch.total:,}")
        except ActionError as error:
            raise Sentence(f"{self.path}: {error}") from error
        needs = kind_of_import(self.kind).needs
        for row in batch.rows.order_by("position").iterator(chunk_size=2000):
            yield self._told(row, needs)
        if self.dry:
            batch.delete()
        else:
            self.number = batch.pk

    def _read(self, by: Actor, progress: Callable[[str], None]) -> Import:
        with self.path.open("rb") as file:
            sent: UploadedFile[Any] = UploadedFile(file, self.path.name, size=self.path.stat().st_size)
            batch = import_file(by=by, file=sent, kind=self.kind, update_known=self.update)
        if batch.note:
            progress(batch.note)
        mapping = self._kept(batch) if self.mapping else batch.mapping
        map_import(batch, by=by, mapping=Text(json.dumps(mapping)), update_known=self.update)
        read_rows(batch.pk)
        batch.refresh_from_db()
        if batch.state == ImportState.FAILED:
            raise Sentence(f"{self.path}: {batch.note}")
        for warning in batch.warnings:
            progress(warning)
        return batch

    def _kept(self, batch: Import) -> dict[str, Any]:
        found = ImportMap.objects.filter(kind=self.kind, name=self.mapping).first()
        if found is None:
            names = ImportMap.objects.filter(kind=self.kind).exclude(name="").values_list("name", flat=True)
            known = ", ".join(names) or "none"
            raise Sentence(f"No mapping of {self.kind} is called {self.mapping}; there are: {known}.")
        return dict(found.mapping)

    def _told(self, row: ImportRow, needs: str) -> dict[str, Any]:
        result = _RESULTS.get(Verdict(row.verdict), "refused")
        if not self.dry and row.outcome != Outcome.DONE and result in ("created", "updated"):
            result = "refused"
        pk = row.contact_id if needs == "contact" else row.account_id
        said = row.said or sentence(row.code, row.plan.get("args", {}))
        why = " ".join(part for part in (said, left_out(row.plan)) if part)
        return {"row": row.position, "result": result, "id": pk, "why": why}
