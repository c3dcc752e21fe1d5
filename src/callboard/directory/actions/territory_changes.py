"""A change of territories: published for a day, put into force account by account, taken back.

What is published is compared anew on its morning, since accounts may have moved meanwhile.  The moves are written down
first and done in chunks, so that a worker that is killed goes on where it stopped and gives nothing twice.
"""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core.actions import ActionError, Actor, Invalid, Refusal, Refused, action
from callboard.core.errors import RootsMissing
from callboard.core.notify import notify
from callboard.core.speaking import speaking_to
from callboard.directory.actions.owners import set_owner
from callboard.directory.models import AccountOwner, OwnerRole
from callboard.directory.models.territories import TerritoryAccount, TerritoryMove
from callboard.directory.queries.territories import compare
from callboard.team.models import Person, TerritoryChange, TerritoryHolder, TerritoryTerms

State, Moved = TerritoryChange.State, TerritoryMove.State
#: Accounts given on in one transaction.
CHUNK = 100
DATED: tuple[Any, ...] = (TerritoryTerms, TerritoryHolder, TerritoryAccount)
#: What makes two dated rows one after the other.
SAME: dict[Any, tuple[str, ...]] = {
    TerritoryTerms: ("territory",),
    TerritoryHolder: ("territory", "role"),
    TerritoryAccount: ("account",),
}


@action(
    gettext_lazy("Published change"),
    said=gettext_lazy("Published “{change}” for {result.starts_on}"),
    who="team.territories",
    undo="directory.withdraw_change",
    icon="send",
)
def publish_change(change: TerritoryChange, *, by: Actor, starts_on: date | None = None) -> TerritoryChange:
    """Let it begin on a day, today where none is said. Accounts change hands on that morning; before, it can be withdrawn."""
    day = starts_on or by.today
    if day < by.today:
        raise Invalid({"starts_on": _("That day is past. Choose today or a later one.")})
    if not any(model._default_manager.filter(change=change, starts_on=None).exists() for model in DATED):
        raise Refused(Refusal("empty", _("Nothing is planned in it yet.")))
    change.foreseen = len(compare(change, day).moves)
    change.starts_on, change.state, change.published_by_id = day, State.PUBLISHED, by.person_id
    return _saved(change, by)


@publish_change.can
def _may_publish(change: TerritoryChange, now: datetime) -> Refusal | None:
    return None if change.state == State.DRAFT else Refusal("no_draft", gettext_lazy("It is no draft."))


@action(
    gettext_lazy("Withdrew change"),
    said=gettext_lazy("Withdrew “{change}”; it is a draft again"),
    who="team.territories",
    undo="directory.publish_change",
    icon="arrow-back-up",
)
def withdraw_change(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """Let it not begin. It is a draft again."""
    by.undo_args(starts_on=change.starts_on)
    change.state, change.starts_on, change.foreseen = State.DRAFT, None, None
    return _saved(change, by)


@withdraw_change.can
def _may_withdraw(change: TerritoryChange, now: datetime) -> Refusal | None:
    if change.state == State.PUBLISHED:
        return None
    return Refusal(
        "not_waiting", gettext_lazy("It does not wait for its day: {state}."), state=change.get_state_display()
    )


@action(
    gettext_lazy("Began change"),
    said=gettext_lazy("Began “{change}”"),
    who="team.carry_territories",
    final=gettext_lazy("Take the change back."),
    icon="map-pin",
)
def begin_change(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """The program, on the morning: its rows come into force, and what moves is written down."""
    found = compare(change, by.today)
    for model in DATED:
        _into_force(model, change, by)
    TerritoryMove.objects.bulk_create(
        TerritoryMove(
            change=change, account_id=move.account.pk, territory_id=move.territory, role=move.role,
            before_id=move.before, after_id=move.after, version=1, created_at=by.now, updated_at=by.now,
        )
        for move in found.moves
    )  # fmt: skip
    change.state, change.applied_at, change.moved = State.APPLYING, by.now, 0
    return _saved(change, by)


@begin_change.can
def _may_begin(change: TerritoryChange, now: datetime) -> Refusal | None:
    return None if change.state == State.PUBLISHED else Refusal("not_waiting", gettext_lazy("It does not wait."))


def _into_force(model: Any, change: TerritoryChange, by: Actor) -> None:
    """The planned rows begin today; what they replace ends."""
    for row in model._default_manager.filter(change=change, starts_on=None):
        same = {name: getattr(row, name) for name in SAME[model]}
        for old in model._default_manager.filter(**same, ends_on=None, starts_on__isnull=False):
            old.ends_on, old.ended_by, old.updated_at = by.today, change, by.now
            old.save()
        row.starts_on, row.updated_at = by.today, by.now
        row.save()


@action(
    gettext_lazy("Gave accounts to their territory’s holders"),
    said=gettext_lazy("Gave accounts on by “{change}”"),
    who="team.carry_territories",
    final=gettext_lazy("Take the change back."),
    icon="user-share",
)
def give_moved(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """The program: the next accounts of a change, each by itself. An account somebody else was given meanwhile stays."""
    rows = list(change.moves.filter(state=Moved.WAITING).select_related("account", "after").order_by("pk")[:CHUNK])
    by.run.require_roots({row.account_id for row in rows})
    why = _("By the change of territories “{name}”.").format(name=change.name)
    for row in rows:
        if _holder_of(row) != row.before_id:
            _settle(row, Moved.SKIPPED, by, _("Somebody else was given it meanwhile."))
        else:
            _give(row, row.after, Moved.DONE, why, by)
    change.moved = change.moves.filter(state=Moved.DONE).count()
    if len(rows) < CHUNK:
        change.state = State.APPLIED
        _tell(change, by, Moved.DONE)
    return _saved(change, by)


@give_moved.can
def _may_give(change: TerritoryChange, now: datetime) -> Refusal | None:
    return None if change.state == State.APPLYING else Refusal("not_begun", gettext_lazy("It is not under way."))


@action(
    gettext_lazy("Took change back"),
    said=gettext_lazy("Taking “{change}” back"),
    who="team.territories",
    final=gettext_lazy("Draft it anew."),
    icon="arrow-back-up",
)
def take_back_change(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """Territories are as they were before, from today on, and its accounts go back to whoever had them; what was given to
    somebody else since stays there."""
    for model in DATED:
        later = model._default_manager.filter(change=change, ended_by__isnull=False).select_related("ended_by").first()
        if later is not None:
            sentence = _("“{name}” stands on this one. Take that back first.")
            raise Refused(Refusal("built_on", sentence, name=later.ended_by.name))
    for model in DATED:
        model._default_manager.filter(change=change, ends_on=None).update(ends_on=by.today, updated_at=by.now)
        for old in model._default_manager.filter(ended_by=change):
            old.pk, old.change, old.ended_by = None, None, None
            old.starts_on, old.ends_on, old.created_at, old.updated_at = by.today, None, by.now, by.now
            old._state.adding, old.version = True, 0
            old.save()
    change.state = State.UNDOING
    return _saved(change, by)


@take_back_change.can
def _may_take_back(change: TerritoryChange, now: datetime) -> Refusal | None:
    if change.state == State.APPLIED:
        return None
    return Refusal("not_in_force", gettext_lazy("It is not in force."))


@action(
    gettext_lazy("Gave accounts back"),
    said=gettext_lazy("Gave accounts of “{change}” back"),
    who="team.carry_territories",
    final=gettext_lazy("Draft it anew."),
    icon="arrow-back-up",
)
def give_back(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """The program: the next accounts of a change that is taken back."""
    rows = list(change.moves.filter(state=Moved.DONE).select_related("account", "before").order_by("pk")[:CHUNK])
    by.run.require_roots({row.account_id for row in rows})
    why = _("The change of territories “{name}” was taken back.").format(name=change.name)
    for row in rows:
        if _holder_of(row) != row.after_id:
            _settle(row, Moved.SKIPPED, by, _("Somebody else was given it since."))
        else:
            _give(row, row.before, Moved.BACK, why, by)
    if len(rows) < CHUNK:
        change.state = State.UNDONE
        _tell(change, by, Moved.BACK)
    return _saved(change, by)


@give_back.can
def _may_give_back(change: TerritoryChange, now: datetime) -> Refusal | None:
    return None if change.state == State.UNDOING else Refusal("not_undoing", gettext_lazy("It is not taken back."))


def _give(row: TerritoryMove, to: Person | None, state: str, why: str, by: Actor) -> None:
    try:
        with by.savepoint():
            set_owner(row.account, by=by, owner=to, role=OwnerRole(row.role), reason=why)
    except RootsMissing:
        raise
    except ActionError as error:
        _settle(row, Moved.SKIPPED, by, str(error))
    else:
        _settle(row, state, by)


def _settle(row: TerritoryMove, state: str, by: Actor, note: str = "") -> None:
    row.state, row.note, row.updated_at = state, note[:300], by.now
    row.save()


def _holder_of(row: TerritoryMove) -> int | None:
    rows = AccountOwner.objects.filter(account=row.account_id, role=row.role, ends_on=None)
    return rows.values_list("person", flat=True).first()


def _tell(change: TerritoryChange, by: Actor, state: str) -> None:
    """Whoever gained or lost hears it from the program, with the reason, before they find it in a list; it leads to what is
    theirs, because the change itself they may not see. state: done, or given back."""
    gained: dict[int, int] = {}
    lost: dict[int, int] = {}
    for was, given in change.moves.filter(state=state).values_list("before", "after"):
        before, after = (was, given) if state == Moved.DONE else (given, was)
        if after is not None:
            gained[after] = gained.get(after, 0) + 1
        if before is not None:
            lost[before] = lost.get(before, 0) + 1
    for person in Person.objects.active().filter(pk__in={*gained, *lost}):
        with speaking_to(person):
            new, gone = gained.get(person.pk, 0), lost.get(person.pk, 0)
            parts = []
            if new:
                parts.append(ngettext("{n} account is yours now", "{n} accounts are yours now", new).format(n=new))
            if gone:
                parts.append(ngettext("{n} is somebody else’s", "{n} are somebody else’s", gone).format(n=gone))
            said = (
                _("{what}: territories changed")
                if state == Moved.DONE
                else _("{what}: a change of territories was taken back")
            )
            subject = said.format(what=", ".join(parts))
            notify(person, "territories_changed", by=by, subject=subject, text=change.name, ref=person)


def _saved(change: TerritoryChange, by: Actor) -> TerritoryChange:
    change.updated_at = by.now
    change.save()
    return change
