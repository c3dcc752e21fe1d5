"""The kinds of import there are: ours and what apps above register (`register.import_kind`, a Part whose value is a Kind)."""

from callboard.core.registry import register
from callboard.directory.rules.importing.fields import Kind


def kinds() -> list[Kind]:
    return [part.value for part in register.import_kind]


def kind_of_import(name: str) -> Kind:
    """KeyError for none."""
    found: Kind = register.import_kind[name].value
    return found
