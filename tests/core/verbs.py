"""A small set of verbs over real tables, for the tests of the verb itself."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from callboard.core.access import Scope
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.models import Account
from callboard.work.models import Task


class Tone(StrEnum):
    WARM = "warm"
    COLD = "cold"


class Rights:
    """A policy of one table: operation -> scope, for everyone."""

    table: dict[str, Scope] = {}

    def scope(self, actor: Actor, operation: str) -> Scope:
        return self.table.get(operation, "none")

    def people(self, actor: Actor, operation: str = "") -> frozenset[int]:
        return frozenset({actor.person_id} if actor.person_id else ())

    def teams(self, actor: Actor, operation: str = "") -> frozenset[int]:
        return frozenset()

    def operations(self) -> frozenset[str]:
        return frozenset(self.table)


@action("Renamed back", who="test.rename", final="it is the undo itself")
def restore_name(account: Account, *, by: Actor, name: str) -> Account:
    account.name = name
    account.save()
    return account


@action("Renamed", who="test.rename", undo=restore_name)
def rename(account: Account, *, by: Actor, name: str, tone: Tone = Tone.WARM) -> Account:
    if not name.strip():
        raise Invalid({"name": "Give it a name."})
    by.undo_args(name=account.name)
    account.name = name
    account.save()
    by.timeline(account.pk, "test.renamed", ref=account, title=f"Renamed to {name}")
    by.changed(account, topic="names")
    return account


@rename.can
def _(account: Account, now: datetime) -> Refusal | None:
    if account.archived_at:
        return Refusal("archived", "{name} is archived.", name=account.name)
    return None


@action("Swapped", who="test.rename", undo="core.swap")
def swap(account: Account, *, by: Actor, name: str) -> Account:
    """Its own undo, so that an undo can be undone."""
    by.undo_args(name=account.name)
    account.name = name
    account.save()
    return account


@action("Opened", who="test.open", roots=lambda given: {given["account"].pk}, final="test")
def open_note(*, by: Actor, account: Account, title: str, stake: Decimal | None = None) -> Task:
    return Task.objects.create(
        title=title, account=account, owner=by.person, created_at=by.now, stake=stake, stake_kind="mrr" if stake else ""
    )


@action("Renamed and opened", who="test.both", final="test")
def rename_and_open(account: Account, *, by: Actor, name: str) -> Task:
    rename(account, by=by, name=name)
    return open_note(by=by, account=account, title=name)


@action("Reached across", who="test.both", final="test")
def reach_across(account: Account, *, by: Actor, other: Account) -> Account:
    """Needs a root its outermost did not lock."""
    rename(other, by=by, name=f"{account.name} reached")
    return other


@action("Tried", who="test.both", final="test")
def rename_or_not(account: Account, *, by: Actor, name: str) -> Account:
    try:
        with by.savepoint():
            by.timeline(account.pk, "test.half", ref=account, title="half-done")
            rename(account, by=by, name=name)
    except Invalid:
        by.timeline(account.pk, "test.refused", ref=account, title="refused")
    return account


@action("Took note away", who="test.open", undo="core.put_note_back")
def take_note_away(task: Task, *, by: Actor) -> Account:
    by.undo_args(title=task.title, account=task.account)
    account = task.account
    assert account is not None
    task.delete()
    return account


@action("Put note back", who="test.open", final="test")
def put_note_back(*, by: Actor, title: str, account: Account) -> Task:
    """Without roots and without a target: nothing but the log line itself keeps two of them apart."""
    return Task.objects.create(title=title, account=account, owner=by.person, created_at=by.now)
