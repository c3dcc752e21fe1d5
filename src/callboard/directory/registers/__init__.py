"""What directory hangs on the registries."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.names import sort_key
from callboard.core.registry import (
    Check,
    Difference,
    Fact,
    Nav,
    OwnedKind,
    Part,
    SearchSource,
    SettingEntry,
    TimelineKind,
    TimelineReach,
    register,
)
from callboard.directory import queries, reasons
from callboard.directory.models import Account, AccountFacts, AccountOwner, Contact, OwnerRole
from callboard.directory.registers import duplicates, permission, territories
from callboard.directory.rules.importing import KINDS

register.nav.add(
    Nav(
        "accounts",
        "customers",
        _("Accounts"),
        "accounts",
        "building-store",
        order=10,
        key="a",
        operation="directory.view",
    )
)
register.nav.add(
    Nav(
        "contacts",
        "customers",
        _("Contacts"),
        "contacts",
        "address-book",
        order=20,
        key="c",
        operation="directory.view",
    )
)
register.nav.add(
    Nav("imports", "customers", _("Imports"), "imports", "table-import", order=80, operation="directory.import")
)

register.nav.add(Nav("groups", "customers", _("Groups"), "groups", "hierarchy", order=15, operation="directory.view"))
register.nav.add(
    Nav("fields", "more", _("Own fields"), "fields", "list-details", order=86, operation="directory.fields")
)
for setting, label, word in (
    ("directory.partner_word", _("What a partner of an account is called"), _("Partner")),
    ("directory.region_word", _("What the place of a relation is called"), _("State")),
    ("directory.category_word", _("What a relation is about is called"), _("Category")),
):
    help = _(
        "Stands over the columns of an account’s relations; the pack for insurance says Carrier, State, Line of business."
    )
    register.setting.add(SettingEntry(setting, label, str, str(word), help, _("Accounts")))

for name, label, icon in (
    ("directory.account_created", _("Account created"), "building-store"),
    ("directory.owner_changed", _("Owner changed"), "user-share"),
    ("directory.archived", _("Archived"), "archive"),
    ("directory.unarchived", _("Taken back"), "arrow-back-up"),
    ("directory.contact_added", _("Contact added"), "user-plus"),
    ("directory.contact_moved", _("Contact moved"), "arrow-right"),
    ("directory.contact_left", _("Contact left"), "user-minus"),
    ("directory.bounced", _("Mail came back"), "mail"),
    ("directory.location_added", _("Location added"), "map-pin"),
    ("directory.location_closed", _("Location closed"), "map-pin"),
    ("directory.membership", _("Network"), "hierarchy"),
    ("directory.file_added", _("File added"), "paperclip"),
):
    register.timeline_kind.add(TimelineKind(name, label, icon))


register.timeline_reach.add(
    TimelineReach(
        "group",
        "directory.account",
        lambda pk, actor: Q(root_id__in=queries.family_of(pk, actor, clock.business_day(clock.now()))),
        _("Whole group"),
        lambda account, actor: visible(queries.is_group(account), actor),
    )
)
for kind in KINDS:
    register.import_kind.add(Part(kind.name, kind))


SUPPORT = OwnerRole.SUPPORT


def _supported_by(pk: int) -> QuerySet[Account]:
    return Account.objects.filter(owners__person=pk, owners__role=SUPPORT, owners__ends_on=None)


register.search_source.add(
    SearchSource(
        "directory.account",
        _("Accounts"),
        "building-store",
        title=("name",),
        detail=("city", "region"),
        also=("legal_name", "trade_name", "locations__city"),
        keys=("number", "phone", "domains__domain", "website", "locations__phone"),
        text=("note",),
        root="pk",
        weight=100,
        named=True,
        word="account",
        faded=Q(archived_at__isnull=False),
        parts={"directory.accountdomain": "account", "directory.location": "account"},
    )
)
register.search_source.add(
    SearchSource(
        "directory.contact",
        _("Contacts"),
        "user",
        title=("name",),
        detail=("title", "account__name"),
        keys=("emails__address", "phones__e164"),
        text=("note",),
        weight=90,
        named=True,
        people=True,
        word="contact",
        faded=Q(left_on__isnull=False),
        parts={"directory.contactemail": "contact", "directory.contactphone": "contact"},
    )
)
register.owned_kind.add(
    OwnedKind(
        "directory.account",
        _("accounts"),
        lambda pk: Account.objects.filter(owner=pk),
        "directory.set_owner",
        columns=("directory.account.owner", "directory.accountowner.person"),
        account="pk",
        stake="facts__mrr",
        stake_label=_("MRR"),
        due="facts__renewal_on",
        by_territory=queries.owners_by_territory,
    )
)
register.owned_kind.add(
    OwnedKind(
        "directory.supported",
        _("accounts supported"),
        _supported_by,
        "directory.set_owner",
        {"role": SUPPORT},
        columns=("directory.accountowner.person",),
        account="pk",
        has="owner_id",
        due="facts__renewal_on",
        by_territory=queries.supporters_by_territory,
    )
)
register.fact.add(Fact("last_attempt_at", "directory", queries.last_attempts))

BATCH = 2000


def _names_sorted() -> Iterator[Difference]:
    for model in (Account, Contact):
        for pk, name, stored in model._default_manager.values_list("pk", "name", "sort_key").iterator(BATCH):
            if stored != sort_key(name):
                yield Difference("sort key", f"{model._meta.label_lower} {pk}", stored, sort_key(name))


def _every_account_has_facts() -> Iterator[Difference]:
    for pk in Account.objects.filter(facts=None).values_list("pk", flat=True).iterator(BATCH):
        yield Difference("facts", f"directory.account {pk}", "none", "one row")


def _owners_agree() -> Iterator[Difference]:
    """The owner of an account is the open row of its history."""
    now = AccountOwner.objects.filter(role="owner", ends_on=None)
    told = dict(now.values_list("account", "person"))
    for pk, owner in Account.objects.values_list("pk", "owner").iterator(BATCH):
        if told.get(pk) != owner:
            yield Difference("owner", f"directory.account {pk}", str(owner), str(told.get(pk)))


def _owners_work_here() -> Iterator[Difference]:
    rows = Account.objects.current().filter(owner__is_active=False)
    for pk, owner in rows.values_list("pk", "owner").iterator(BATCH):
        yield Difference("owner who left", f"directory.account {pk}", str(owner), "somebody active")


def _no_account_above_itself() -> Iterator[Difference]:
    above = dict(Account.objects.exclude(parent=None).values_list("pk", "parent"))
    for pk in above:
        seen, at = {pk}, above.get(pk)
        while at is not None and at not in seen:
            seen.add(at)
            at = above.get(at)
        if at is not None:
            yield Difference("parent", f"directory.account {pk}", str(above[pk]), "no circle")


def _facts_agree() -> Iterator[Difference]:
    """Every registered fact is what its owner computes now, whichever app that is."""
    ids = list(AccountFacts.objects.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        stored = {row.pk: row for row in AccountFacts.objects.filter(pk__in=some)}
        for entry in register.fact:
            computed = entry.recompute(some)
            for pk, row in stored.items():
                kept = getattr(row, entry.name)
                if kept != computed.get(pk):
                    yield Difference(f"fact {entry.name}", f"directory.account {pk}", str(kept), str(computed.get(pk)))


def _emails_have_primary() -> Iterator[Difference]:
    without = Contact.objects.filter(emails__isnull=False).exclude(emails__primary=True)
    for pk in without.values_list("pk", flat=True).distinct().iterator(BATCH):
        yield Difference("primary mail", f"directory.contact {pk}", "none", "one")


register.check.add(Check("directory.sort_keys", _names_sorted))
register.check.add(Check("directory.facts_rows", _every_account_has_facts))
register.check.add(Check("directory.facts", _facts_agree))
register.check.add(Check("directory.owners", _owners_agree))
register.check.add(Check("directory.owners_active", _owners_work_here))
register.check.add(Check("directory.parents", _no_account_above_itself))
register.check.add(Check("directory.primary_mail", _emails_have_primary))

__all__ = ["duplicates", "permission", "reasons", "territories"]
