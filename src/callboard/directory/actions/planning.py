"""What a draft of territories plans: terms, holders, accounts by name."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.directory.actions.territories import needed_reason, no_draft, saved
from callboard.directory.models import Account, AccountKind, TerritoryAccount, Tier
from callboard.directory.queries.territories import in_force
from callboard.directory.reading.territories import Unreadable, read_choices, read_postal, read_states
from callboard.directory.rules.importing.places import STATES, region_of
from callboard.team.models import (
    OwnerRole,
    Person,
    Pool,
    Territory,
    TerritoryChange,
    TerritoryHolder,
    TerritoryTerms,
)

_KINDS = {value: str(label) for value, label in AccountKind.choices}
_TIERS = {value: str(label) for value, label in Tier.choices}


@action(
    gettext_lazy("Planned what a territory covers"),
    said=gettext_lazy("Planned {territory} in “{change}”"),
    who="team.territories",
    final=gettext_lazy("Plan it anew, or take it out of the draft."),
    icon="map-pin",
)
def plan_terms(
    change: TerritoryChange,
    *,
    by: Actor,
    territory: Territory,
    order: int | None = None,
    states: str | None = None,
    postal: str | None = None,
    kinds: str | None = None,
    tiers: str | None = None,
    closed: bool = False,
) -> TerritoryChange:
    """Say what it is to cover. An account belongs to it that lies in one of the states or postal codes, is of one of the
    kinds and in one of the tiers; what is left empty is no condition. Of two territories the lower order has it."""
    row = _planned_terms(change, territory, by)
    row.order = row.order if order is None else _order(order)
    row.states = _read("states", states, _states, row.states)
    row.postal = _read("postal", postal, read_postal, row.postal)
    row.kinds = _read("kinds", kinds, lambda text: read_choices(text, _KINDS), row.kinds)
    row.tiers = _read("tiers", tiers, lambda text: read_choices(text, _TIERS), row.tiers)
    row.closed = closed
    row.save()
    return saved(change, by)


@action(
    gettext_lazy("Planned who holds a territory"),
    said=gettext_lazy("Planned who holds {territory} in “{change}”"),
    who="team.territories",
    final=gettext_lazy("Plan it anew, or take it out of the draft."),
    icon="user-share",
)
def plan_holder(
    change: TerritoryChange,
    *,
    by: Actor,
    territory: Territory,
    role: OwnerRole = OwnerRole.OWNER,
    person: Person | None = None,
    pool: Pool | None = None,
) -> TerritoryChange:
    """Say who is to answer for its accounts in a role: a person, or a pool whose members share them by load. Neither is
    nobody: then its accounts stay with whoever has them."""
    if person is not None and pool is not None:
        raise Invalid({"pool": _("Choose a person or a pool, not both.")})
    must_work_here(person=person)
    if pool is not None and not pool.members.filter(person__is_active=True).exists():
        raise Invalid({"pool": _("Nobody is in this pool. Put somebody in first.")})
    TerritoryHolder.objects.update_or_create(
        change=change,
        territory=territory,
        role=role,
        defaults={"person": person, "pool": pool, "updated_at": by.now},
        create_defaults={"person": person, "pool": pool, "created_at": by.now, "updated_at": by.now},
    )
    return saved(change, by)


@action(
    gettext_lazy("Planned an account by name"),
    said=gettext_lazy("Named {account} for {territory} in “{change}”"),
    who="team.territories",
    final=gettext_lazy("Plan it anew, or take the territory out of the draft."),
    icon="map-pin",
)
def plan_account(
    change: TerritoryChange, *, by: Actor, account: Account, territory: Territory, reason: str
) -> TerritoryChange:
    """Let an account belong to a territory by its name, whatever the terms say."""
    values = {"territory": territory, "reason": needed_reason(reason), "updated_at": by.now}
    TerritoryAccount.objects.update_or_create(
        change=change, account=account, defaults=values, create_defaults=values | {"created_at": by.now}
    )
    return saved(change, by)


@action(
    gettext_lazy("Took out of draft"),
    said=gettext_lazy("Took {territory} out of “{change}”"),
    who="team.territories",
    final=gettext_lazy("Plan it again."),
    icon="minus",
)
def unplan_territory(change: TerritoryChange, *, by: Actor, territory: Territory) -> TerritoryChange:
    """Leave a territory as it is: its terms, its holders and the accounts named for it go out of the draft."""
    for model in (TerritoryTerms, TerritoryHolder, TerritoryAccount):
        model._default_manager.filter(change=change, territory=territory, starts_on=None).delete()
    return saved(change, by)


@plan_terms.can
@plan_holder.can
@plan_account.can
@unplan_territory.can
def _is_draft(change: TerritoryChange, now: datetime) -> Refusal | None:
    return no_draft(change)


def _planned_terms(change: TerritoryChange, territory: Territory, by: Actor) -> TerritoryTerms:
    """The planned row; a new one begins with what is in force."""
    row = TerritoryTerms.objects.filter(change=change, territory=territory, starts_on=None).first()
    if row is None:
        row = TerritoryTerms(change=change, territory=territory, created_at=by.now)
        now = territory.terms.filter(in_force(by.today)).first()
        if now is not None:
            for field in ("order", "states", "postal", "kinds", "tiers"):
                setattr(row, field, getattr(now, field))
    row.updated_at = by.now
    return row


def _read(field: str, text: str | None, read: Callable[[str], list[str]], stays: list[str]) -> list[str]:
    if text is None:
        return stays
    try:
        return read(text)
    except Unreadable as fault:
        raise Invalid({field: _("“{part}” cannot be read here.").format(part=fault.part[:60])}) from None


def _states(text: str) -> list[str]:
    """By their two letters, as accounts have them. Unreadable for what is no state and where no account lies."""
    found = list(dict.fromkeys(region_of(part) for part in read_states(text)))
    strange = [part for part in found if part not in STATES.values()]
    known = set(Account.objects.filter(region__in=strange).values_list("region", flat=True)) if strange else set()
    for part in strange:
        if part not in known:
            raise Unreadable(part)
    return found


def _order(order: int) -> int:
    if not 0 <= order <= 9999:
        raise Invalid({"order": _("An order is a number from 0 to 9999.")})
    return order
