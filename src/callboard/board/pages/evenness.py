"""Evenness in words: which group waits longer, whose notes are better, and whether it may be chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from callboard.board.rules.cadence import Size
from callboard.board.rules.evenness import LEAST, Group, widest
from callboard.kit.tables import Column

KINDS = {
    "tier": gettext_lazy("Tier"),
    "size": gettext_lazy("Size"),
    "rep": gettext_lazy("Rep"),
    "language": gettext_lazy("Language"),
    "region": gettext_lazy("State"),
}
MEASURES = {
    "wait": gettext_lazy("Days since the last conversation, in the middle"),
    "score": gettext_lazy("Note score, in the middle"),
}
#: More groups of a kind are no table anybody reads; the workbook has them all.
SHOWN = 12


@dataclass(frozen=True)
class Line:
    """A group as it is shown.  unit: day or point."""

    kind: str
    measure: str
    label: str
    group: Group

    @property
    def interval(self) -> str:
        """From and to."""
        return f"{self.group.low:g} – {self.group.high:g}"

    @property
    def share(self) -> int | None:
        """In time, in percent."""
        return round(100 * self.group.share) if self.group.share is not None else None

    @property
    def share_interval(self) -> str:
        if self.group.share is None:
            return ""
        return f"{round(100 * self.group.share_low)} – {round(100 * self.group.share_high)}%"

    @property
    def verdict(self) -> str:
        """What may be said of it."""
        if self.group.too_small:
            return _("too small to be compared")
        if self.group.difference == 0:
            return _("no difference in the middle")
        return _("may be chance") if self.group.may_be_chance else _("no chance")


@dataclass(frozen=True)
class Part:
    """One kind of group under one measure: its sentence, and its lines."""

    kind: str
    measure: str
    title: Any
    sentence: str
    lines: list[Line]


def parts_of(evenness: Mapping[str, Mapping[str, list[Group]]], names: Mapping[str, str]) -> list[Part]:
    """Every kind of group there is, measure after measure.  names: people by id as text."""
    found = []
    for measure in MEASURES:
        for kind, groups in evenness.get(measure, {}).items():
            lines = lines_of(kind, measure, groups, names)
            if len(lines) > 1:
                found.append(Part(kind, measure, KINDS[kind], sentence_of(lines), lines))
    return found


def lines_of(kind: str, measure: str, groups: Iterable[Group], names: Mapping[str, str]) -> list[Line]:
    """The groups with their names, the largest figure first.  People the reader does not see are left out."""
    known = [group for group in groups if kind != "rep" or not group.key or group.key in names]
    lines = [Line(kind, measure, label_of(kind, group.key, names), group) for group in known]
    return sorted(lines, key=lambda line: (-line.group.figure, line.label))


def label_of(kind: str, key: str, names: Mapping[str, str]) -> str:
    """What a group is called."""
    if kind == "tier":
        return _("Tier {tier}").format(tier=key)
    if kind == "size":
        return str(Size(key).label)
    if kind == "rep":
        return names.get(key, "") or _("Nobody")
    if kind == "language":
        return language(key) if key else _("Language not known")
    return key or _("State not known")


def language(code: str) -> str:
    """The name of a language; its code where it has none."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def sentence_of(lines: Sequence[Line]) -> str:
    """The size of the difference in one sentence, with what it is worth."""
    told = widest([line.group for line in lines])
    if told is None:
        return _("Every group has fewer than {n}, too small to be compared.").format(n=LEAST)
    line = next(line for line in lines if line.group is told)
    if not told.difference:
        return _("No group differs from the others in the middle.")
    return _worded(line)


def _worded(line: Line) -> str:
    group, size = line.group, abs(line.group.difference)
    days = ngettext("{n} day", "{n} days", _plural(size)).format(n=_number(size))
    points = ngettext("{n} point", "{n} points", _plural(size)).format(n=_number(size))
    longer = group.difference > 0
    if line.measure == "score":
        said = (
            _("{group}: notes score {points} more than the others")
            if longer
            else _("{group}: notes score {points} less than the others")
        )
    elif line.kind == "tier":
        said = (
            _("{group}: {days} later than the others beside their cadence")
            if longer
            else _("{group}: {days} earlier than the others beside their cadence")
        )
    else:
        said = (
            _("{group}: accounts wait {days} longer than the others")
            if longer
            else _("{group}: accounts wait {days} less than the others")
        )
    figures = _("({one} against {other})").format(one=_number(group.figure), other=_number(group.others))
    return f"{said.format(group=line.label, days=days, points=points)} {figures}; {_worth(line)}"


def _worth(line: Line) -> str:
    n = line.group.n
    if line.measure == "score":
        counted = ngettext("{n} note", "{n} notes", n).format(n=n)
    else:
        counted = ngettext("{n} account", "{n} accounts", n).format(n=n)
    if line.group.may_be_chance:
        return _("{counted}, so it may be chance.").format(counted=counted)
    return _("{counted}, and so much is hardly chance.").format(counted=counted)


def _plural(size: float) -> int:
    return 1 if size == 1 else 2


def _number(value: float) -> str:
    return f"{value:g}"


COLUMNS = (
    Column("measure", gettext_lazy("Measure"), value=lambda line: str(MEASURES[line.measure])),
    Column("kind", gettext_lazy("By"), value=lambda line: str(KINDS[line.kind])),
    Column("group", gettext_lazy("Group"), value=lambda line: line.label),
    Column("n", gettext_lazy("Number"), kind="number", value=lambda line: line.group.n, total=False),
    Column("figure", gettext_lazy("In the middle"), kind="number", value=lambda line: line.group.figure, total=False),
    Column("interval", gettext_lazy("95% interval"), value=lambda line: line.interval),
    Column("others", gettext_lazy("The others"), kind="number", value=lambda line: line.group.others, total=False),
    Column("above", gettext_lazy("Higher in so many pairs of 100"), kind="number",
           value=lambda line: round(100 * line.group.above), total=False),
    Column("p", gettext_lazy("Probability by chance"), kind="number", value=lambda line: round(line.group.p, 4), total=False),
    Column("share", gettext_lazy("In time, %"), kind="number", value=lambda line: line.share, total=False),
    Column("share_interval", gettext_lazy("95% interval of the share"), value=lambda line: line.share_interval),
    Column("verdict", gettext_lazy("Difference"), value=lambda line: line.verdict),
)  # fmt: skip
