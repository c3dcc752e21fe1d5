"""Making, changing and putting away accounts."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import money
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.directory import queries, rules
from callboard.directory.actions.asking import ask_about, note_entered
from callboard.directory.actions.checked import checked_place
from callboard.directory.actions.merged import refuse_merged
from callboard.directory.actions.owners import hand_over
from callboard.directory.models import Account, AccountDomain, AccountFacts, AccountKind, OwnerRole, Tier
from callboard.directory.reading.duplicates import Kind
from callboard.directory.reading.duplicates.record import make
from callboard.team.models import Person

CHECKED = ("name", "phone", "zone", "country")


@action(
    gettext_lazy("Created account"),
    said=gettext_lazy("Created account {result}"),
    who="directory.edit",
    undo="directory.archive_account",
    icon="building-store",
)
def create_account(
    *,
    by: Actor,
    name: str,
    kind: AccountKind = AccountKind.AGENCY,
    tier: Tier | None = None,
    owner: Person | None = None,
    phone: str = "",
    street: str = "",
    city: str = "",
    region: str = "",
    postal_code: str = "",
    country: str = "US",
    website: str = "",
    domain: str = "",
    parent: Account | None = None,
    confirmed: bool = False,
) -> Account:
    """Make an account with its facts. Refuses one that looks like an account we have until `confirmed`; the sentence
    names them. The phone is kept as E.164, the zone comes from the state, the mail domain from the website."""
    values = checked_place(country, name=name, phone=phone, country=country)
    domain = _own_domain(domain or _host(website))
    entered = make(
        "", name=values["name"], street=street, city=city, region=region, zip=postal_code, phones=[values["phone"]],
        domains=[domain], group=str(parent.pk) if parent else "",
    )  # fmt: skip
    alike = ask_about(entered, Kind.ACCOUNT, confirmed=confirmed, by=by)
    account = Account.objects.create(
        kind=kind, tier=tier, owner=owner, street=street, city=city.strip(), region=region.strip(), parent=parent,
        postal_code=postal_code, website=website, zone=rules.zone_of(values["country"], region),
        created_at=by.now, updated_at=by.now, **values,
    )  # fmt: skip
    by.run.roots.add(account.pk)  # nobody else sees it yet, so it counts as locked: what follows may build on it
    AccountFacts.objects.create(account=account)
    if domain:
        given = {"account": account, "created_at": by.now, "updated_at": by.now}
        AccountDomain.objects.get_or_create(domain=domain, defaults=given)
    if owner is not None:
        hand_over(account, None, owner, OwnerRole.OWNER, by.today)
    note_entered(account, alike, by)
    by.timeline(account.pk, "directory.account_created", ref=account, title=_("Account created"))
    return account


@action(
    gettext_lazy("Changed account"),
    said=gettext_lazy("Changed {account}"),
    who="directory.edit",
    undo="directory.change_account",
    icon="pencil",
)
def change_account(
    account: Account,
    *,
    by: Actor,
    name: str | None = None,
    legal_name: str | None = None,
    trade_name: str | None = None,
    kind: AccountKind | None = None,
    phone: str | None = None,
    zone: str | None = None,
    street: str | None = None,
    city: str | None = None,
    region: str | None = None,
    postal_code: str | None = None,
    country: str | None = None,
    website: str | None = None,
    language: str | None = None,
    note: Text | None = None,
) -> Account:
    """Change fields; what is not given stays. An edit conflicts only where the same field changed since it began."""
    given = {
        "name": name,
        "legal_name": legal_name,
        "trade_name": trade_name,
        "kind": kind,
        "phone": phone,
        "zone": zone,
        "street": street,
        "city": city,
        "region": region,
        "postal_code": postal_code,
        "country": country,
        "website": website,
        "language": language,
        "note": note,
    }
    wanted = {field: value for field, value in given.items() if value is not None}
    wanted |= checked_place(account.country, **{key: wanted[key] for key in CHECKED if key in wanted})
    if "region" in wanted and account.zone == rules.zone_of(account.country, account.region):
        wanted.setdefault("zone", rules.zone_of(account.country, wanted["region"]))
    by.undo_args(**{field: getattr(account, field) for field in wanted})
    for field, value in wanted.items():
        setattr(account, field, value)
    account.updated_at = by.now
    account.save(update_fields=list(wanted))
    return account


@change_account.can
def _may_change(account: Account, now: datetime) -> Refusal | None:
    return refuse_merged(account)


@action(
    gettext_lazy("Changed tier"),
    said=gettext_lazy("Changed the tier of {account}"),
    who="directory.edit",
    undo="directory.set_tier",
    icon="chart-bar",
)
def set_tier(account: Account, *, by: Actor, tier: Tier | None) -> Account:
    """Put an account in a tier, or in none. The tier sets how often we speak and how fast we answer."""
    by.undo_args(tier=account.tier)
    account.tier, account.updated_at = tier, by.now
    account.save(update_fields=["tier"])
    return account


@set_tier.many()
def _set_tiers(accounts: list[Account], *, by: Actor, tier: Tier | None) -> None:
    for account in accounts:
        with by.about(account):
            by.undo_args(tier=account.tier)
        account.tier = tier
    _save_all(accounts, ["tier"], by)


@action(
    gettext_lazy("Changed parent"),
    said=gettext_lazy("Changed what {account} belongs to"),
    who="directory.edit",
    undo="directory.set_parent",
    icon="hierarchy",
)
def set_parent(account: Account, *, by: Actor, parent: Account | None) -> Account:
    """Say which account it belongs to, or to none. An account is never part of itself."""
    if parent is not None:
        above = {parent.pk} | queries.above(parent.pk)
        # Held, so that nobody moves one of them in the same moment: two moves that are right alone may be a circle together.
        by.run.require_roots(above)
        if account.pk in above:
            raise Invalid({"parent": _("{parent} is itself part of {account}.").format(parent=parent, account=account)})
    by.undo_args(parent=account.parent)
    account.parent, account.updated_at = parent, by.now
    account.save(update_fields=["parent"])
    return account


@action(
    gettext_lazy("Archived account"),
    said=gettext_lazy("Archived {account}"),
    who="directory.edit",
    undo="directory.unarchive_account",
    icon="archive",
)
def archive_account(account: Account, *, by: Actor) -> Account:
    """Put an account away: it leaves lists and matching of names, its history stays. Not one that pays."""
    account.archived_at = account.updated_at = by.now
    account.save(update_fields=["archived_at"])
    by.timeline(account.pk, "directory.archived", ref=account, title=_("Account archived"))
    return account


@archive_account.many(needs=("facts",))
def _archive_all(accounts: list[Account], *, by: Actor) -> None:
    for account in accounts:
        account.archived_at = by.now
        by.timeline(account.pk, "directory.archived", ref=account, title=_("Account archived"))
    _save_all(accounts, ["archived_at"], by)


@archive_account.can
def _may_archive(account: Account, now: datetime) -> Refusal | None:
    if account.archived_at is not None:
        return Refusal("archived", gettext_lazy("It is archived already."))
    paid = account.facts.mrr
    if paid:
        return Refusal(
            "pays", gettext_lazy("It pays {mrr} a month. Cancel its subscriptions first."), mrr=money.shown(paid)
        )
    return None


@action(
    gettext_lazy("Took account back"),
    said=gettext_lazy("Took {account} back"),
    who="directory.edit",
    undo="directory.archive_account",
    icon="arrow-back-up",
)
def unarchive_account(account: Account, *, by: Actor) -> Account:
    """Bring an archived account back."""
    account.archived_at, account.updated_at = None, by.now
    account.save(update_fields=["archived_at"])
    by.timeline(account.pk, "directory.unarchived", ref=account, title=_("Account taken back"))
    return account


@unarchive_account.can
def _may_unarchive(account: Account, now: datetime) -> Refusal | None:
    if account.archived_at is None:
        return Refusal("current", gettext_lazy("It is not archived."))
    return refuse_merged(account)


def _save_all(accounts: list[Account], fields: list[str], by: Actor) -> None:
    """What ``save(update_fields=...)`` does, for many in one statement."""
    for account in accounts:
        account.version += 1
        account.updated_at = by.now
    Account.objects.bulk_update(accounts, [*fields, "version", "updated_at"])


def _host(website: str) -> str:
    """`https://www.hargrove.example/about` as `hargrove.example`."""
    host = website.strip().lower().partition("://")[2] or website.strip().lower()
    return host.partition("/")[0].partition(":")[0].removeprefix("www.")


def _own_domain(domain: str) -> str:
    domain = domain.strip().lower()
    return "" if not domain or "." not in domain or rules.is_free_mail(domain) else domain
