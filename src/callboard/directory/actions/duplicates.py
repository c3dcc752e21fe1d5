"""What is said of two records that may be the same, and the search for them."""

from datetime import datetime

from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app

from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.jobs import defer
from callboard.directory.models import DuplicatePair, DuplicateSearch, PairState, SearchState, Twins

UNDER_WAY = (SearchState.WAITING, SearchState.RUNNING)
#: The job that works on it; jobs stand above actions, so it is named.
JOB = "callboard.directory.jobs.duplicates.work_on_search"


@action(
    gettext_lazy("Said they are not the same"),
    said=gettext_lazy("{pair} are not the same"),
    who="directory.merge",
    undo="directory.reopen_pair",
    icon="arrows-diff",
)
def mark_different(pair: DuplicatePair, *, by: Actor) -> DuplicatePair:
    """Say that the two are not the same. It is remembered: no search offers them again."""
    return _decide(pair, PairState.DIFFERENT, by)


@mark_different.can
def _may_mark(pair: DuplicatePair, now: datetime) -> Refusal | None:
    if pair.state == PairState.DIFFERENT:
        return Refusal("different", gettext_lazy("That was said already."))
    if pair.state == PairState.MERGED:
        return Refusal("merged", gettext_lazy("They were merged. Take the merge apart first."))
    return None


@action(
    gettext_lazy("Opened pair again"),
    said=gettext_lazy("{pair} may be the same after all"),
    who="directory.merge",
    undo="directory.mark_different",
    icon="arrow-back-up",
)
def reopen_pair(pair: DuplicatePair, *, by: Actor) -> DuplicatePair:
    """Take back that the two are not the same."""
    return _decide(pair, PairState.OPEN, by)


@reopen_pair.can
def _may_reopen(pair: DuplicatePair, now: datetime) -> Refusal | None:
    if pair.state != PairState.DIFFERENT:
        return Refusal("not_decided", gettext_lazy("Nobody said that they are not the same."))
    return None


def _decide(pair: DuplicatePair, state: PairState, by: Actor) -> DuplicatePair:
    decided = state != PairState.OPEN
    pair.state, pair.updated_at = state, by.now
    pair.decided_by, pair.decided_at = (by.person, by.now) if decided else (None, None)
    pair.save(update_fields=["state", "decided_by", "decided_at"])
    return pair


@action(
    gettext_lazy("Searched for duplicates"),
    said=gettext_lazy("Searching for duplicates"),
    who="directory.merge",
    undo="directory.stop_search",
    icon="search",
)
def search_duplicates(*, by: Actor, kind: Twins) -> DuplicateSearch:
    """Compare all current accounts or contacts. What was decided about a pair stays decided; one search a kind at once."""
    if DuplicateSearch.objects.filter(kind=kind, state__in=UNDER_WAY).exists():
        raise Refused(Refusal("under_way", gettext_lazy("A search is under way already.")))
    made = DuplicateSearch.objects.create(kind=kind, started_by=by.person, created_at=by.now, updated_at=by.now)
    defer(app.tasks[JOB], search=made.pk)
    return made


@action(
    gettext_lazy("Stopped search"),
    said=gettext_lazy("Stopped the search"),
    who="directory.merge",
    final=gettext_lazy("Start it again at any time; what it found before stays."),
    icon="player-stop",
)
def stop_search(search: DuplicateSearch, *, by: Actor) -> DuplicateSearch:
    """Stop comparing. Nothing is taken from what earlier searches found."""
    return _end(search, SearchState.STOPPED, by)


@stop_search.can
def _may_stop(search: DuplicateSearch, now: datetime) -> Refusal | None:
    if search.state not in UNDER_WAY:
        return Refusal("over", gettext_lazy("It is over."))
    return None


def _end(search: DuplicateSearch, state: SearchState, by: Actor) -> DuplicateSearch:
    search.state, search.finished_at, search.updated_at = state, by.now, by.now
    search.save(update_fields=["state", "finished_at"])
    return search
