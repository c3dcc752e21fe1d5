"""What the words of a file mean, in columns that know a list of ours: which of them are none of the list, and how often."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from callboard.directory.rules.importing.fields import Field, Kind
from callboard.directory.rules.importing.heads import Mapping as Columns
from callboard.directory.rules.importing.places import countries
from callboard.directory.rules.importing.values import CHOICES, NOTHING, Reader

#: Different texts of a column that are counted, and those that are asked about: the most frequent.
COUNTED, ASKED = 2000, 50
#: field -> [text, how many cells], the most frequent first.
Unread = dict[str, list[tuple[str, int]]]


def knows_a_list(field: Field) -> bool:
    return field.kind in ("choice", "person", "yes", "country") or bool(field.options)


def choices_of(field: Field, people: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(what a cell may say, how it is shown).  people: (mail address, name) of everybody who works here."""
    if field.kind == "choice":
        return [(str(value), str(label)) for value, label in CHOICES[field.name].choices]
    if field.kind == "person":
        return [*people]
    if field.kind == "country":
        return countries()
    if field.kind == "yes" or field.options == ("yes", "no"):
        return [("yes", _("yes")), ("no", _("no"))]
    return [(option, option) for option in field.options]


class Words:
    """Counts the texts of such columns, row by row."""

    def __init__(self, kind: Kind, mapping: Columns, people: Mapping[str, int]) -> None:
        own = {each.name: each for each in kind.fields if knows_a_list(each)}
        self.columns = [(place, own[name]) for place, name in enumerate(mapping.columns) if name in own]
        self.counts: dict[str, Counter[str]] = {each.name: Counter() for _place, each in self.columns}
        self.reader = Reader(kind, replace(mapping, words={}), people)

    def take(self, cells: Sequence[str]) -> None:
        for place, each in self.columns:
            text = cells[place] if place < len(cells) else ""
            counts = self.counts[each.name]
            if text.casefold() not in NOTHING and (text in counts or len(counts) < COUNTED):
                counts[text] += 1

    def unread(self) -> Unread:
        """Whatever was said that they mean: it can be said anew."""
        found: Unread = {}
        for _place, each in self.columns:
            pairs = sorted(self.counts[each.name].items(), key=lambda pair: (-pair[1], pair[0]))
            if some := [pair for pair in pairs if not self.reader.reads(each, pair[0])][:ASKED]:
                found[each.name] = some
        return found
