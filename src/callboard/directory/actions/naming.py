"""Accounts that belong to a territory by name, and accounts that stay whatever the territories say."""

from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.directory.actions.owners import set_owner
from callboard.directory.actions.territories import needed_reason
from callboard.directory.models import Account, OwnerRole
from callboard.directory.models.territories import TerritoryAccount
from callboard.directory.queries.territories import in_force, standings
from callboard.directory.rules.territories import receiver
from callboard.team.models import Person, Territory, TerritoryHolder


@action(
    gettext_lazy("Kept account out of territories"),
    said=gettext_lazy("{account} stays with whoever has it"),
    who="team.territories",
    undo="directory.release_account",
    icon="lock",
)
def keep_account(account: Account, *, by: Actor, reason: str) -> Account:
    """Let it stay with whoever has it, whatever the territories say, until it is released."""
    _name(account, None, needed_reason(reason), by)
    title = _("Kept out of territories")
    by.timeline(account.pk, "directory.territory", ref=account, title=title, text=needed_reason(reason))
    return account


@action(
    gettext_lazy("Named account for a territory"),
    said=gettext_lazy("Named {account} for {territory}"),
    who="team.territories",
    undo="directory.release_account",
    icon="map-pin",
    preview=True,
)
def name_account(account: Account, *, by: Actor, territory: Territory, reason: str) -> Account:
    """Let it belong to a territory by its name, whatever the terms say; whoever holds the territory gets it today."""
    why = needed_reason(reason)
    before, _then = standings(by.today)
    cover = next((cover for cover in before.covers if cover.pk == territory.pk), None)
    if cover is None or cover.closed:
        raise Invalid({"territory": _("This territory is not in force. Plan it in a change first.")})
    by.undo_args(owner=account.owner)
    _name(account, territory, why, by)
    by.timeline(
        account.pk,
        "directory.territory",
        ref=account,
        title=_("Named for {territory}").format(territory=territory),
        text=why,
    )
    holder = cover.holders.get(OwnerRole.OWNER.value)
    to = receiver(holder, account.owner_id, before.pools, _load()) if holder else None
    if to is not None and to != account.owner_id:
        set_owner(account, by=by, owner=Person.objects.get(pk=to), reason=why)
    return account


@action(
    gettext_lazy("Released account"),
    said=gettext_lazy("{account} follows the territories again"),
    who="team.territories",
    undo="directory.keep_account",
    icon="lock",
)
def release_account(account: Account, *, by: Actor, owner: Person | None = None) -> Account:
    """Let it follow the territories again, from their next change on. With an owner it goes back to them."""
    row = TerritoryAccount.objects.filter(in_force(by.today), account=account).first()
    if row is None:
        raise Invalid({"": _("It is neither named for a territory nor kept out.")})
    by.undo_args(reason=row.reason)
    row.ends_on, row.updated_at = by.today, by.now
    row.save()
    by.timeline(account.pk, "directory.territory", ref=account, title=_("Follows the territories again"))
    if owner is not None and owner.is_active and owner.pk != account.owner_id:
        set_owner(account, by=by, owner=owner)
    account.updated_at = by.now
    account.save(update_fields=["updated_at"])
    return account


@action(
    gettext_lazy("Gave territory to somebody"),
    said=gettext_lazy("{person} holds {territory} now"),
    who="team.territories",
    final=gettext_lazy("Give it on from its page."),
    icon="user-share",
)
def hold_territory(territory: Territory, *, by: Actor, person: Person, role: OwnerRole = OwnerRole.OWNER) -> Territory:
    """Let somebody hold a territory in a role from today on, whoever held it. Its accounts stay with whoever has them."""
    must_work_here(person=person)
    now = territory.holders.filter(in_force(by.today), role=role).first()
    if now is not None:
        give_territory(now, by=by, to=person)
        return territory
    made = TerritoryHolder(
        territory=territory, role=role, person=person, starts_on=by.today, created_at=by.now, updated_at=by.now
    )
    made.save()
    return territory


@action(
    gettext_lazy("Gave territory on"),
    said=gettext_lazy("Gave {holder.territory} to {to}"),
    who="team.territories",
    undo="directory.give_territory",
    icon="user-share",
)
def give_territory(holder: TerritoryHolder, *, by: Actor, to: Person) -> TerritoryHolder:
    """Let somebody else hold a territory in the same role from today on. Its accounts stay with whoever has them: a
    change, or the page of somebody who leaves, gives them on."""
    must_work_here(to=to)
    if holder.person is not None:
        by.undo_args(to=holder.person)
    if holder.starts_on is None or holder.starts_on == by.today:
        holder.person, holder.pool = to, None
        holder.updated_at = by.now
        holder.save()
        return holder
    holder.ends_on, holder.updated_at = by.today, by.now
    holder.save()
    made = TerritoryHolder(
        territory=holder.territory,
        role=holder.role,
        person=to,
        starts_on=by.today,
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    return made


@give_territory.can
def _still_holds(holder: TerritoryHolder, now: datetime) -> Refusal | None:
    return Refusal("over", gettext_lazy("This is over.")) if holder.ends_on is not None else None


@keep_account.can
@name_account.can
def _not_archived(account: Account, now: datetime) -> Refusal | None:
    return Refusal("archived", gettext_lazy("It is archived.")) if account.archived_at is not None else None


def _name(account: Account, territory: Territory | None, reason: str, by: Actor) -> None:
    TerritoryAccount.objects.filter(in_force(by.today), account=account).update(ends_on=by.today, updated_at=by.now)
    TerritoryAccount.objects.create(
        account=account, territory=territory, reason=reason, starts_on=by.today, created_at=by.now, updated_at=by.now
    )
    account.updated_at = by.now
    account.save(update_fields=["updated_at"])


def _load() -> dict[int, int]:
    """Accounts each owner has now."""
    rows = Account.objects.current().exclude(owner=None).order_by().values("owner").annotate(n=Count("pk"))
    return {row["owner"]: row["n"] for row in rows}
