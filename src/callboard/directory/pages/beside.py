"""The panels of an account's and a person's page about what stands with them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.directory import queries, rules
from callboard.directory.actions import fill_in_account, fill_in_contact
from callboard.directory.models import Account, AccountFile, Contact, CustomField, Location, Noun, Relation
from callboard.directory.pages.shown import today
from callboard.kit.addresses import action_url
from callboard.kit.pages import Panel
from callboard.team.queries import setting

SHOWN = 12


def _asked(noun: Noun) -> Mapping[str, Question]:
    return {"fields": Question("records", CustomField.objects.filter(noun=noun, retired_at=None))}


def _filled(record: Account | Contact, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is known of the company's own fields, and where the others are filled in; None where there are none."""
    fields = list(found["fields"])
    verb = fill_in_account if isinstance(record, Account) else fill_in_contact
    known = [(field.label, said) for field in fields if (said := rules.shown(field, record.custom))]
    may = verb.allowed(actor, record)
    if not fields or not (known or may):
        return None
    return {"known": known, "rest": len(fields) - len(known), "url": action_url(verb, record) if may else ""}


def _locations(account: Account, actor: Actor) -> QuerySet[Location]:
    return visible(Location.objects.filter(account=account), actor).order_by("closed_on", "id")


def _networks(account: Account, actor: Actor) -> QuerySet[Any]:
    rows = account.memberships.filter(network__in=visible(Account.objects.all(), actor))
    return rows.select_related("network").order_by("-starts_on", "-id")


def _relations(account: Account, actor: Actor) -> QuerySet[Relation]:
    """Its partners; of a carrier those it is a partner of."""
    rows = Relation.objects.filter(Q(account=account) | Q(partner=account), ended_on=None)
    return visible(rows, actor).select_related("account", "partner", "category")


def _related(account: Account, actor: Actor) -> dict[str, Any]:
    rows = list(_relations(account, actor).order_by("partner__sort_key", "region", "id")[: SHOWN + 1])
    return {
        "relations": [(row, row.partner if row.account_id == account.pk else row.account) for row in rows[:SHOWN]],
        "more": len(rows) > SHOWN,
        "words": [setting(f"directory.{name}_word") for name in ("partner", "region", "category")],
    }


def _files(account: Account, actor: Actor) -> QuerySet[AccountFile]:
    return visible(AccountFile.objects.filter(account=account, removed_at=None), actor).order_by("-id")


def _group(account: Account, actor: Actor) -> dict[str, Any]:
    """What stands under it today, those that pay most first, with how many they are and what they pay together."""
    found = queries.now_under(account, today(), actor, SHOWN)
    count, paid = (found[0].count_all, found[0].paid_all) if found else (0, None)
    return {"members": found, "count": count, "mrr": paid, "group": account}


ACCOUNT_PANELS = (
    Panel(
        "own", _("Own fields"), "directory/own.html", context=_filled, asks=lambda account, actor: _asked(Noun.ACCOUNT),
        place="left", order=60,
    ),
    Panel(
        "group", _("Group"), "directory/panel_group.html", context=_group, order=90, lazy=True,
        exists=lambda account, actor: visible(queries.is_group(account), actor),
    ),
    Panel(
        "networks", _("Networks"), "directory/networks.html", order=91, lazy=True, exists=_networks,
        context=lambda account, actor: {"memberships": _networks(account, actor)[:SHOWN]},
    ),
    Panel("relations", _("Relations"), "directory/relations.html", context=_related, order=92, lazy=True, exists=_relations),
    Panel(
        "locations", _("Locations"), "directory/locations.html", order=93, lazy=True, exists=_locations,
        context=lambda account, actor: {"locations": _locations(account, actor)[:SHOWN]},
    ),
    Panel(
        "files", _("Files"), "directory/files.html", order=94, lazy=True, exists=_files,
        context=lambda account, actor: {"files": _files(account, actor)[:SHOWN]},
    ),
)  # fmt: skip

CONTACT_PANELS = (
    Panel(
        "own", _("Own fields"), "directory/own.html", context=_filled, asks=lambda contact, actor: _asked(Noun.CONTACT),
        place="left", order=60,
    ),
)  # fmt: skip
