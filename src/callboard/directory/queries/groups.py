"""Groups: which accounts stand under another on a day, by network or by contract, and what they come to.

A group is an account with others under it: members of a network (dated) and what is legally part of it (as it is now),
and whatever stands under those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.db.few import among
from callboard.core.registry import register
from callboard.directory.models import Account, AccountOwner, NetworkMembership, OwnerRole
from callboard.directory.rules.importing.known import belongs_to

#: Deeper than any group is; a circle ends by itself, since nothing is found twice.
UNDER = """
    WITH RECURSIVE under(id) AS (
        SELECT member.account_id FROM directory_networkmembership AS member
        WHERE member.network_id = %s AND member.starts_on <= %s
          AND (member.ends_on IS NULL OR member.ends_on > %s)
        UNION
        SELECT child.id FROM directory_account AS child WHERE child.parent_id = %s
        UNION
        SELECT child.id FROM directory_account AS child JOIN under ON child.parent_id = under.id
    )
    SELECT id FROM under WHERE id <> %s
"""


def under(group: Account | int, day: date) -> QuerySet[Account]:
    """The accounts of a group on a day, at any depth; it is not among them."""
    pk = group if isinstance(group, int) else group.pk
    return Account.objects.filter(pk__in=RawSQL(UNDER, [pk, day, day, pk, pk]))  # noqa: S611 - a statement of ours


ABOVE = """
    WITH RECURSIVE above(id) AS (
        SELECT parent_id FROM directory_account WHERE id = ANY(%s) AND parent_id IS NOT NULL
        UNION
        SELECT account.parent_id FROM directory_account AS account JOIN above ON account.id = above.id
        WHERE account.parent_id IS NOT NULL
    )
    SELECT id FROM above
"""


def above(*accounts: int) -> set[int]:
    """What these accounts are legally part of, at any height.  One statement, and it ends in a circle too."""
    with connection.cursor() as cursor:
        cursor.execute(ABOVE, [list(accounts)])
        return {pk for (pk,) in cursor.fetchall()}


def lines_above(*accounts: int) -> dict[int, int | None]:
    """The parent of each of these accounts and of everything above them."""
    wanted = {*accounts} | above(*accounts)
    return dict(Account.objects.filter(pk__in=wanted).values_list("pk", "parent"))


def in_circle(*accounts: int) -> set[int]:
    """Those that are part of themselves."""
    lines = lines_above(*accounts)
    return {pk for pk in accounts if belongs_to(lines.get(pk), pk, lines)}


def groups_seen(actor: Actor) -> QuerySet[Account]:
    """Accounts with others under them."""
    above_some = Account.objects.filter(parent__isnull=False).order_by().values("parent")
    networks = NetworkMembership.objects.order_by().values("network")
    return visible(Account.objects.current(), actor).filter(among("id", above_some.union(networks)))


def groups_listed(actor: Actor, day: date) -> QuerySet[Account]:
    """The same with `members_now`, the accounts directly under each on a day, and `mrr_now`, what they pay together."""
    rows = groups_seen(actor).select_related("facts", "owner")
    children = Account.objects.filter(parent=OuterRef("pk"))
    there = NetworkMembership.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day), network=OuterRef("pk"))
    # Who is legally part of it and a member too counts once.
    there = there.filter(starts_on__lte=day).exclude(account__parent=OuterRef("pk"))
    return rows.annotate(
        members_now=_one(children, Count("pk")) + _one(there, Count("pk")),
        mrr_now=_one(children, Sum("facts__mrr")) + _one(there, Sum("account__facts__mrr")),
    )


def _one(rows: QuerySet[Any], what: Any) -> Coalesce:
    """A figure over the rows as one value of the row outside; nothing is 0."""
    found = rows.order_by().annotate(all=Value(1)).values("all").annotate(figure=what).values("figure")
    zero: Any = Value(Decimal(0)) if isinstance(what, Sum) else Value(0)
    return Coalesce(Subquery(found), zero)


def is_group(account: Account) -> QuerySet[Any]:
    """The rows without which an account has no page as a group: anything under it, ever."""
    member = NetworkMembership.objects.filter(network=account)
    return Account.objects.filter(Q(parent=account) | Q(pk__in=member.values("account")))


def now_under(group: Account, day: date, actor: Actor, most: int) -> list[Any]:
    """The accounts of a group that pay most by now, each with `count_all` and `paid_all` of the whole group. One query."""
    rows = visible(under(group, day), actor).select_related("facts")
    rows = rows.annotate(count_all=Window(Count("*")), paid_all=Window(Sum("facts__mrr")))
    return list(rows.order_by(F("facts__mrr").desc(nulls_last=True), "sort_key", "pk")[:most])


@dataclass(frozen=True)
class Member:
    """An account of a group on a day. mrr: on that day, None where nothing is known. since: joined the network; membership: its number."""

    account: Account
    owner: str
    mrr: Decimal | None
    since: date | None
    code: str
    membership: int | None = None


def mrr_on(ids: Iterable[int], days: Sequence[date]) -> dict[date, dict[int, Decimal]]:
    """MRR by account on each day, from whoever keeps the ledger; without one nothing is known."""
    entry = register.metric.get("mrr")
    return entry.on_days(list(ids), days) if entry is not None else {day: {} for day in days}


def members_on(group: Account, day: date, actor: Actor) -> list[Member]:
    """The accounts of a group on a day that the actor may see, those that pay most first. Two queries for any number."""
    then = Q(ends_on=None) | Q(ends_on__gt=day)
    joined = NetworkMembership.objects.filter(then, account=OuterRef("pk"), network=group, starts_on__lte=day)
    owners = AccountOwner.objects.filter(then, account=OuterRef("pk"), role=OwnerRole.OWNER, starts_on__lte=day)
    rows = visible(under(group, day), actor).select_related("facts").annotate(
        owner_then=Subquery(owners.values("person__name")[:1]),
        joined_on=Subquery(joined.values("starts_on")[:1]),
        code_there=Subquery(joined.values("code")[:1]),
        membership_there=Subquery(joined.values("pk")[:1]),
    )  # fmt: skip
    found: list[Any] = list(rows.order_by("sort_key", "pk"))
    paid = mrr_on([row.pk for row in found], [day])[day]
    members = [
        Member(row, row.owner_then or "", paid.get(row.pk), row.joined_on, row.code_there or "", row.membership_there)
        for row in found
    ]
    return sorted(members, key=lambda member: (-(member.mrr or 0), member.account.sort_key))


def history_of(group: Account, days: Sequence[date], actor: Actor) -> list[tuple[date, int, Decimal]]:
    """On each day: how many accounts stood under it, and what they paid together. Three queries for any number of days;
    what is legally part of it counts as it is now."""
    always = set(visible(under(group, days[-1]), actor).values_list("pk", flat=True))
    dated = list(
        group.members.filter(account__in=visible(Account.objects.all(), actor)).values_list(
            "account", "starts_on", "ends_on"
        )
    )
    of_networks = {pk for pk, _start, _end in dated}
    paid = mrr_on(always | of_networks, days)
    found = []
    for day in days:
        there = {pk for pk, start, end in dated if start <= day and (end is None or end > day)}
        there |= always - of_networks
        found.append((day, len(there), sum((paid[day].get(pk, Decimal(0)) for pk in there), Decimal(0))))
    return found


def comings_and_goings(group: Account, since: date, day: date, actor: Actor) -> list[NetworkMembership]:
    """Memberships that began or ended between two days, the latest first."""
    rows = group.members.filter(account__in=visible(Account.objects.all(), actor)).select_related("account")
    within = Q(starts_on__gt=since, starts_on__lte=day) | Q(ends_on__gt=since, ends_on__lte=day)
    found = list(rows.filter(within))
    return sorted(found, key=lambda row: row.ends_on if row.ends_on and row.ends_on <= day else row.starts_on)[::-1]
