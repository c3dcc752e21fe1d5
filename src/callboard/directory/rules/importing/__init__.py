"""What a row of a file means: which field each column is (heads, ready), what its cells say (values), and what would become
of it (planning).  Decisions only: what is known of the records comes from queries.importing."""

from callboard.directory.rules.importing.accounts import KNOWN, NEW, ROW, Planned, Seen
from callboard.directory.rules.importing.fields import KINDS, Field, Kind, kind_named
from callboard.directory.rules.importing.heads import Mapping, propose, signature_of
from callboard.directory.rules.importing.planning import Planner
from callboard.directory.rules.importing.reasons import sentence
from callboard.directory.rules.importing.values import Parsed, Reader

__all__ = [
    "KINDS",
    "KNOWN",
    "NEW",
    "ROW",
    "Field",
    "Kind",
    "Mapping",
    "Parsed",
    "Planned",
    "Planner",
    "Reader",
    "Seen",
    "kind_named",
    "propose",
    "sentence",
    "signature_of",
]
