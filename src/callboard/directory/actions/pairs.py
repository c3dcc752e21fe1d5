"""How the program writes what a search, an entry or an import found. What a person decided about a pair stays decided."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Text, action
from callboard.directory.models import DuplicatePair, DuplicateSearch, FoundBy, PairState, SearchState, Twins
from callboard.directory.reading.duplicates import DIGITS, Match

BATCH = 2_000
FINAL = gettext_lazy("The program found it; say of each pair what you think.")
Both = tuple[int, int]


def written(matches: Iterable[Match]) -> Text:
    """Matches as an action takes them: JSON of [a, b, score, reasons, apart]."""
    rows = [[match.a, match.b, round(match.score, DIGITS), list(match.reasons), match.apart] for match in matches]
    return Text(json.dumps(rows))


def _read(found: str) -> dict[Both, dict[str, Any]]:
    rows = {}
    for a, b, score, reasons, apart in json.loads(found):
        rows[min(a, b), max(a, b)] = {"score": score, "reasons": [text[:120] for text in reasons], "apart": apart}
    return rows


@action(
    gettext_lazy("Kept what a search found"), who="directory.merge", final=FINAL, icon="search", served=False
)  # fmt: skip
def keep_search(search: DuplicateSearch, *, by: Actor, found: Text) -> DuplicateSearch:
    """The search is done: its pairs are the open ones now. Nothing is kept of one that was stopped meanwhile."""
    if search.state != SearchState.RUNNING:
        return search
    rows = _read(found)
    known = _known(search.kind, Q())
    gone = [pk for both, (pk, state) in known.items() if both not in rows and state == PairState.OPEN]
    DuplicatePair.objects.filter(pk__in=gone).delete()
    search.new = write_pairs(search.kind, rows, known, FoundBy.SEARCH, by)
    search.found, search.done = len(rows), search.total
    search.state, search.finished_at, search.updated_at = SearchState.DONE, by.now, by.now
    search.save()
    by.changed(search, topic=DuplicatePair._meta.label_lower)
    return search


@action(
    gettext_lazy("Kept possible duplicates"), who="directory.merge", final=FINAL, icon="search", served=False
)  # fmt: skip
def keep_pairs(*, by: Actor, kind: Twins, found: Text, looked_at: Text, found_by: FoundBy = FoundBy.SEARCH) -> None:
    """What was found about the records `looked_at` (JSON list of ids): their open pairs are these now."""
    ids, rows = json.loads(looked_at), _read(found)
    known = _known(kind, Q(**{f"{kind}_a__in": ids}) | Q(**{f"{kind}_b__in": ids}))
    gone = [pk for both, (pk, state) in known.items() if both not in rows and state == PairState.OPEN]
    DuplicatePair.objects.filter(pk__in=gone).delete()
    write_pairs(kind, rows, known, found_by, by)


def note_pairs(kind: Twins, matches: Sequence[Match], found_by: FoundBy, by: Actor) -> None:
    """Inside an action that made a record although it looks like others: the pairs wait for somebody who looks."""
    rows = _read(written(matches))
    ids = [pk for both in rows for pk in both]
    write_pairs(kind, rows, _known(kind, Q(**{f"{kind}_a__in": ids, f"{kind}_b__in": ids})), found_by, by)


def _known(kind: str, where: Q) -> dict[Both, tuple[int, str]]:
    rows = DuplicatePair.objects.filter(where, kind=kind)
    return {(a, b): (pk, state) for pk, a, b, state in rows.values_list("pk", f"{kind}_a_id", f"{kind}_b_id", "state")}


def write_pairs(
    kind: str, rows: Mapping[Both, dict[str, Any]], known: Mapping[Both, tuple[int, str]], found_by: str, by: Actor
) -> int:
    """Write new pairs and what is new about open ones; returns how many are new."""
    given = {"kind": kind, "found_by": found_by, "created_at": by.now, "updated_at": by.now, "version": 1}
    new = [
        DuplicatePair(**given, **{f"{kind}_a_id": a, f"{kind}_b_id": b}, **values)
        for (a, b), values in rows.items()
        if (a, b) not in known
    ]
    DuplicatePair.objects.bulk_create(new, BATCH, ignore_conflicts=True)
    open_ones = {
        known[both][0]: values for both, values in rows.items() if both in known and known[both][1] == PairState.OPEN
    }
    changed = []
    for pair in DuplicatePair.objects.filter(pk__in=open_ones):
        values = open_ones[pair.pk]
        if (float(pair.score), pair.reasons, pair.apart) != (values["score"], values["reasons"], values["apart"]):
            pair.score, pair.reasons, pair.apart = values["score"], values["reasons"], values["apart"]
            pair.updated_at, pair.version = by.now, pair.version + 1
            changed.append(pair)
    DuplicatePair.objects.bulk_update(changed, ["score", "reasons", "apart", "updated_at", "version"], BATCH)
    return len(new)
