"""Partners of an account by state and category, and the list of categories."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.models import Account, AccountKind, Relation, RelationCategory, RelationStatus

PARTNERS = (AccountKind.CARRIER, AccountKind.MGA, AccountKind.NETWORK, AccountKind.ASSOCIATION, AccountKind.SUPPLIER)


@action(
    gettext_lazy("Added relation"),
    said=gettext_lazy("Added {result} to {account}"),
    who="directory.edit",
    undo="directory.remove_relation",
    icon="link",
)
def add_relation(
    account: Account,
    *,
    by: Actor,
    partner: Account,
    region: str = "",
    category: RelationCategory | None = None,
    status: RelationStatus = RelationStatus.ACTIVE,
    since_on: date | None = None,
    code: str = "",
) -> Relation:
    """A partner of the account: in one state or all, for one category or all, since when, under which code. The same
    partner stands once for each state and category."""
    if partner.pk == account.pk:
        raise Invalid({"partner": _("{account} cannot be its own partner.").format(account=account)})
    state = region.strip().upper()
    same = account.relations.filter(partner=partner, region=state, category=category, ended_on=None)
    if same.exists():
        raise Invalid({"partner": _("{partner} stands there already for this.").format(partner=partner)})
    return Relation.objects.create(
        account=account, partner=partner, region=state, category=category, status=status,
        since_on=since_on or by.today, code=code.strip(), created_at=by.now, updated_at=by.now,
    )  # fmt: skip


@action(
    gettext_lazy("Changed relation"),
    said=gettext_lazy("Changed the relation with {relation}"),
    who="directory.edit",
    undo="directory.change_relation",
    icon="pencil",
)
def change_relation(
    relation: Relation,
    *,
    by: Actor,
    status: RelationStatus | None = None,
    since_on: date | None = None,
    code: str | None = None,
) -> Relation:
    """Another status (its day is today where none is given) or code; what is not given stays."""
    before: dict[str, Any] = {"status": relation.status, "since_on": relation.since_on, "code": relation.code}
    wanted: dict[str, Any] = {"status": status, "since_on": since_on, "code": code}
    wanted = {field: value for field, value in wanted.items() if value is not None}
    if "status" in wanted and wanted["status"] != relation.status:
        wanted.setdefault("since_on", by.today)
    by.undo_args(**{field: before[field] for field in wanted if before[field] is not None})
    for field, value in wanted.items():
        setattr(relation, field, value)
    relation.updated_at = by.now
    relation.save(update_fields=list(wanted))
    return relation


@action(
    gettext_lazy("Ended relation"),
    said=gettext_lazy("Ended the relation with {relation}"),
    who="directory.edit",
    undo="directory.resume_relation",
    icon="archive",
)
def end_relation(relation: Relation, *, by: Actor, ended_on: date | None = None) -> Relation:
    """It no longer holds, from a day on (today where none is given)."""
    relation.ended_on, relation.updated_at = ended_on or by.today, by.now
    relation.save(update_fields=["ended_on"])
    return relation


@end_relation.can
def _may_end(relation: Relation, now: datetime) -> Refusal | None:
    if relation.ended_on is not None:
        return Refusal("ended", gettext_lazy("It ended on {on}."), on=relation.ended_on)
    return None


@action(
    gettext_lazy("Resumed relation"),
    said=gettext_lazy("Resumed the relation with {relation}"),
    who="directory.edit",
    undo="directory.end_relation",
    icon="arrow-back-up",
)
def resume_relation(relation: Relation, *, by: Actor) -> Relation:
    """It holds after all."""
    same = relation.account.relations.filter(
        partner=relation.partner, region=relation.region, category=relation.category, ended_on=None
    )
    if same.exists():
        raise Invalid({"": _("{partner} stands there again already.").format(partner=relation.partner)})
    relation.ended_on, relation.updated_at = None, by.now
    relation.save(update_fields=["ended_on"])
    return relation


@resume_relation.can
def _may_resume(relation: Relation, now: datetime) -> Refusal | None:
    return Refusal("there", gettext_lazy("It holds.")) if relation.ended_on is None else None


@action(
    gettext_lazy("Removed relation"),
    said=gettext_lazy("Removed the relation with {relation}"),
    who="directory.edit",
    final=gettext_lazy("Add it again: partner, state and category."),
    icon="trash",
)
def remove_relation(relation: Relation, *, by: Actor) -> None:
    """It was written down by mistake. What it was stays in the history."""
    relation.delete()


@action(
    gettext_lazy("Created category"),
    said=gettext_lazy("Created the category {result}"),
    who="directory.fields",
    undo="directory.retire_category",
    icon="tag",
)
def create_category(*, by: Actor, name: str) -> RelationCategory:
    """One more word relations can be about."""
    return RelationCategory.objects.create(name=_new_name(name), created_at=by.now, updated_at=by.now)


@action(
    gettext_lazy("Renamed category"),
    said=gettext_lazy("Renamed the category to {category}"),
    who="directory.fields",
    undo="directory.rename_category",
    icon="pencil",
)
def rename_category(category: RelationCategory, *, by: Actor, name: str) -> RelationCategory:
    """Another name; every relation shows it."""
    by.undo_args(name=category.name)
    category.name, category.updated_at = _new_name(name, category.pk), by.now
    category.save(update_fields=["name"])
    return category


def _new_name(name: str, besides: int = 0) -> str:
    wanted = " ".join(name.split())[:60]
    if not wanted:
        raise Invalid({"name": _("Give it a name.")})
    if RelationCategory.objects.filter(name__iexact=wanted).exclude(pk=besides).exists():
        raise Invalid({"name": _("“{name}” is there already; it may be retired.").format(name=wanted)})
    return wanted


@action(
    gettext_lazy("Retired category"),
    said=gettext_lazy("Retired the category {category}"),
    who="directory.fields",
    undo="directory.restore_category",
    icon="archive",
)
def retire_category(category: RelationCategory, *, by: Actor) -> RelationCategory:
    """Offer it no more. Relations that have it keep it."""
    category.retired_at = category.updated_at = by.now
    category.save(update_fields=["retired_at"])
    return category


@retire_category.can
def _may_retire(category: RelationCategory, now: datetime) -> Refusal | None:
    return Refusal("retired", gettext_lazy("It is retired already.")) if category.retired_at else None


@action(
    gettext_lazy("Restored category"),
    said=gettext_lazy("Restored the category {category}"),
    who="directory.fields",
    undo="directory.retire_category",
    icon="arrow-back-up",
)
def restore_category(category: RelationCategory, *, by: Actor) -> RelationCategory:
    """Offer it again."""
    category.retired_at, category.updated_at = None, by.now
    category.save(update_fields=["retired_at"])
    return category


@restore_category.can
def _may_restore(category: RelationCategory, now: datetime) -> Refusal | None:
    return None if category.retired_at else Refusal("there", gettext_lazy("It is not retired."))
