"""Networks and partners: who belongs where, from when until when."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.models import Account, AccountKind, NetworkMembership

#: What may have members under a contract of its own.
HAS_MEMBERS = (AccountKind.NETWORK, AccountKind.ASSOCIATION, AccountKind.MGA)


@action(
    gettext_lazy("Joined network"),
    said=gettext_lazy("Wrote down that {account} belongs to {network}"),
    who="directory.edit",
    undo="directory.remove_membership",
    roots=lambda given: {given["network"].pk},
    icon="hierarchy",
)
def join_network(
    account: Account, *, by: Actor, network: Account, starts_on: date | None = None, ends_on: date | None = None,
    code: str = "",
) -> NetworkMembership:  # fmt: skip
    """The account belongs to a network from a day on (today where none is given), under a sub-code where it has one.
    An account may be in several; in the same one only once at a time."""
    since = starts_on or by.today
    _check_dates(since, ends_on)
    if network.kind not in HAS_MEMBERS:
        raise Invalid({"network": _("{network} is no network, association or MGA.").format(network=network)})
    if network.pk == account.pk:
        raise Invalid({"network": _("{network} cannot belong to itself.").format(network=network)})
    _check_free(account, network, since, ends_on)
    made = NetworkMembership.objects.create(
        account=account, network=network, starts_on=since, ends_on=ends_on, code=code.strip(),
        created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    _tell(made, by, _("Joined {network}"), _("{account} joined"))
    return made


@action(
    gettext_lazy("Added member"),
    said=gettext_lazy("Wrote down that {account} belongs to {network}"),
    who="directory.edit",
    undo="directory.remove_membership",
    roots=lambda given: {given["account"].pk},
    icon="plus",
)
def add_member(
    network: Account, *, by: Actor, account: Account, starts_on: date | None = None, code: str = ""
) -> NetworkMembership:
    """An account belongs to this network from a day on (today where none is given): “Join network”, from the network's side."""
    try:
        return join_network(account, by=by, network=network, starts_on=starts_on, code=code)
    except Invalid as error:
        raise Invalid({"account" if name == "network" else name: why for name, why in error.errors.items()}) from error


@add_member.can
def _may_have_members(network: Account, now: datetime) -> Refusal | None:
    if network.kind not in HAS_MEMBERS:
        return Refusal("no_network", gettext_lazy("{network} is no network, association or MGA."), network=network)
    return None


def _day(day: date) -> str:
    return str(formats.date_format(day, "M j, Y"))


def _check_dates(starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on <= starts_on:
        raise Invalid({"ends_on": _("It ends before it starts.")})


def _check_free(account: Account, network: Account, starts_on: date, ends_on: date | None, besides: int = 0) -> None:
    there = account.memberships.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on), network=network).exclude(pk=besides)
    if ends_on is not None:
        there = there.filter(starts_on__lt=ends_on)
    found = there.first()
    if found is not None:
        sentence = _("{account} belongs to {network} since {on} already.")
        raise Invalid({"network": sentence.format(account=account, network=network, on=_day(found.starts_on))})


def _tell(membership: NetworkMembership, by: Actor, here: str, there: str) -> None:
    """A line on both timelines."""
    account, network = membership.account, membership.network
    kind, text = "directory.membership", membership.code
    by.timeline(account.pk, kind, ref=membership, title=here.format(network=network), text=text)
    by.timeline(network.pk, kind, ref=membership, title=there.format(account=account), text=text)


@action(
    gettext_lazy("Changed membership"),
    said=gettext_lazy("Changed the membership in {membership}"),
    who="directory.edit",
    undo="directory.change_membership",
    icon="pencil",
)
def change_membership(
    membership: NetworkMembership,
    *,
    by: Actor,
    code: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> NetworkMembership:
    """Another sub-code, first day or last day; what is not given stays."""
    given: dict[str, Any] = {"code": code, "starts_on": starts_on, "ends_on": ends_on}
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(membership, field) for field in wanted})
    for field, value in wanted.items():
        setattr(membership, field, value)
    _check_dates(membership.starts_on, membership.ends_on)
    _check_free(membership.account, membership.network, membership.starts_on, membership.ends_on, membership.pk)
    membership.updated_at = by.now
    membership.save(update_fields=list(wanted))
    return membership


@action(
    gettext_lazy("Left network"),
    said=gettext_lazy("Wrote down that {membership.account} left {membership}"),
    who="directory.edit",
    undo="directory.rejoin_network",
    icon="arrow-right",
)
def leave_network(membership: NetworkMembership, *, by: Actor, ends_on: date | None = None) -> NetworkMembership:
    """It no longer belongs there from a day on (today where none is given). What was then stays in the figures of then."""
    last = ends_on or by.today
    if last <= membership.starts_on:
        raise Invalid({"ends_on": _("It joined on {on}; remove it instead.").format(on=_day(membership.starts_on))})
    membership.ends_on, membership.updated_at = last, by.now
    membership.save(update_fields=["ends_on"])
    _tell(membership, by, _("Left {network}"), _("{account} left"))
    return membership


@leave_network.can
def _may_leave(membership: NetworkMembership, now: datetime) -> Refusal | None:
    if membership.ends_on is not None:
        return Refusal("left", gettext_lazy("It ends on {on}."), on=membership.ends_on)
    return None


@action(
    gettext_lazy("Back in network"),
    said=gettext_lazy("Wrote down that {membership.account} still belongs to {membership}"),
    who="directory.edit",
    undo="directory.leave_network",
    icon="arrow-back-up",
)
def rejoin_network(membership: NetworkMembership, *, by: Actor) -> NetworkMembership:
    """It never left."""
    _check_free(membership.account, membership.network, membership.starts_on, None, membership.pk)
    membership.ends_on, membership.updated_at = None, by.now
    membership.save(update_fields=["ends_on"])
    return membership


@rejoin_network.can
def _may_rejoin(membership: NetworkMembership, now: datetime) -> Refusal | None:
    return Refusal("there", gettext_lazy("It belongs there.")) if membership.ends_on is None else None


@action(
    gettext_lazy("Removed membership"),
    said=gettext_lazy("Removed the membership in {membership}"),
    who="directory.edit",
    final=gettext_lazy("Write it down again: account, network and day."),
    icon="trash",
)
def remove_membership(membership: NetworkMembership, *, by: Actor) -> None:
    """It was written down by mistake. What it was stays in the history."""
    _tell(membership, by, _("Did not join {network}"), _("{account} did not join"))
    membership.delete()


@action(
    gettext_lazy("Changed payer"),
    said=gettext_lazy("Changed who pays for {account}"),
    who="directory.edit",
    undo="directory.set_bill_to",
    icon="receipt",
)
def set_bill_to(account: Account, *, by: Actor, bill_to: Account | None) -> Account:
    """Whose bills they are: another account (a network that pays for its members), or none for its own."""
    if bill_to is not None and bill_to.pk == account.pk:
        raise Invalid({"bill_to": _("Leave it empty where {account} pays for itself.").format(account=account)})
    if bill_to is not None:
        by.run.require_roots({bill_to.pk})  # held, so that the payer becomes nobody's customer in the same moment
    payer = Account.objects.select_related("bill_to").get(pk=bill_to.pk) if bill_to is not None else None
    if payer is not None and payer.bill_to is not None:
        sentence = _("Bills of {payer} go to {other} themselves; choose that.")
        raise Invalid({"bill_to": sentence.format(payer=payer, other=payer.bill_to)})
    if payer is not None and account.pays_for.exists():
        raise Invalid({"bill_to": _("{account} pays for others itself.").format(account=account)})
    by.undo_args(bill_to=account.bill_to)
    account.bill_to, account.updated_at = bill_to, by.now
    account.save(update_fields=["bill_to"])
    return account
