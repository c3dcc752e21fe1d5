"""What the clock and the worker do about duplicates: searches, each night and on demand, and a look at what is new."""

import json
import logging
from typing import Any

from django.db.models import Max

from callboard.core import clock
from callboard.core.actions import Actor, Refused, Text
from callboard.core.jobs import job
from callboard.core.models import Change
from callboard.core.refs import model_of
from callboard.directory.actions.duplicates import UNDER_WAY, search_duplicates
from callboard.directory.actions.pairs import keep_pairs, keep_search, written
from callboard.directory.models import DuplicateSearch, MatchMark, SearchState, Twins
from callboard.directory.queries.duplicates import candidates_for, records
from callboard.directory.reading.duplicates import THRESHOLD, Common, Kind, Match
from callboard.directory.reading.duplicates.aside import search_aside

logger = logging.getLogger("callboard.duplicates")

NAME = "directory.duplicates"
#: Records of one look at what is new.
CHANGES, ROWS = 5_000, 300
#: Kind of a change -> which of ours it is about, and the column that leads there.
ABOUT = {
    "directory.account": (Twins.ACCOUNT, ""),
    "directory.accountdomain": (Twins.ACCOUNT, "account"),
    "directory.contact": (Twins.CONTACT, ""),
    "directory.contactemail": (Twins.CONTACT, "contact"),
    "directory.contactphone": (Twins.CONTACT, "contact"),
}


@job(queue="heavy", lock="directory.duplicates")
def work_on_search(*, search: int) -> None:
    """Search; a search whose worker was killed begins again."""
    found = DuplicateSearch.objects.filter(pk=search, state__in=UNDER_WAY).first()
    if found is None:
        return
    try:
        _search(found)
    except Exception as error:
        logger.exception("search %s", search)
        _tell(search, state=SearchState.FAILED, error=str(error)[:300], finished_at=clock.now())


def _search(search: DuplicateSearch) -> None:
    rows = records(Kind(search.kind))
    _tell(search.pk, state=SearchState.RUNNING, total=len(rows), done=0, started_at=clock.now())

    def tell(done: int, of: int) -> bool:
        return _tell(search.pk, done=done)

    found = search_aside(rows, Kind(search.kind), THRESHOLD, tell)
    if found is not None:
        search.refresh_from_db()
        keep_search(search, by=Actor.clock(NAME), found=written(found))


def _tell(pk: int, **values: Any) -> bool:
    """Say how far it is; False once it was stopped. Where it stands belongs to nobody's history."""
    return bool(DuplicateSearch.objects.filter(pk=pk, state__in=UNDER_WAY).update(**values))


@job(queue="heavy", every="41 2 * * *", once="directory.duplicates.nightly")
def search_nightly(timestamp: int) -> None:
    """Each night both kinds: what no look at single records sees, twins with other names at one address."""
    for kind in Twins:
        try:
            search_duplicates(by=Actor.clock(NAME), kind=kind)
        except Refused:
            logger.info("a search through %s is under way", kind)


@job(queue="now", every="* * * * *", lock="directory.duplicates.new", once="directory.duplicates.new")
def look_at_new(timestamp: int) -> int:
    """Compare what was made or changed since the last look with all others; returns how many records were looked at."""
    looked = 0
    while step := look_once():
        looked += step
    return looked


def look_once() -> int:
    """Some changes further; 0 for nothing new."""
    mark, new = MatchMark.objects.get_or_create(name=NAME)
    if new:
        mark.at = Change.objects.aggregate(newest=Max("seq"))["newest"] or 0
        mark.save()
        return 0
    rows = list(
        Change.objects.filter(seq__gt=mark.at).order_by("seq").values_list("seq", "kind", "object_id")[:CHANGES]
    )
    if not rows:
        return 0
    by_kind: dict[Twins, set[int]] = {}
    for _seq, kind, pk in rows:
        if kind in ABOUT:
            by_kind.setdefault(ABOUT[kind][0], set()).update(_whose(kind, pk))
    for twins, ids in by_kind.items():
        wanted = sorted(ids)
        for start in range(0, len(wanted), ROWS):
            compare_some(twins, wanted[start : start + ROWS])
    MatchMark.objects.filter(name=NAME).update(at=rows[-1][0])
    return len(rows)


def _whose(kind: str, pk: int) -> set[int]:
    column = ABOUT[kind][1]
    model = model_of(kind)
    if not column or model is None:
        return {pk}
    return set(model._default_manager.filter(pk=pk).values_list(column, flat=True))


def compare_some(kind: Twins, ids: list[int]) -> None:
    """Compare these records with all others, and keep what was found about them."""
    rows = records(Kind(kind), ids)
    common = Common()
    found = [
        Match(row.key, one.pk, one.score, one.reasons, one.apart)
        for row, near in zip(rows, candidates_for(rows, Kind(kind), common=common, limit=20), strict=True)
        for one in near
        if one.pk != row.key and one.score >= THRESHOLD
    ]
    keep_pairs(by=Actor.clock(NAME), kind=kind, found=written(found), looked_at=Text(json.dumps(ids)))
