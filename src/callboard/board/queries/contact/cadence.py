"""The cadence that holds on a day, and the accounts it is about with how they stand."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, DateTimeField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from callboard.board.rules.cadence import Cadence, Size, Standing
from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.directory.models import Account, AccountKind, Tier
from callboard.team.queries import company_zone
from callboard.team.queries.company import settings_on
from callboard.work.models import Task

#: Whom we sell to or serve; carriers, associations and suppliers have no cadence.
KINDS = (AccountKind.AGENCY, AccountKind.MGA, AccountKind.NETWORK)
SETTINGS = (*(f"contact.days_{tier.lower()}" for tier in Tier.values), "contact.grace_days")
SIZES = ("contact.medium_mrr", "contact.large_mrr")
#: The operation that opens the report.
RIGHT = "board.contact"


def cadence_on(day: date | None = None) -> Cadence:
    """The cadence by the settings of a day (without one, of today)."""
    on = day or clock.business_day(clock.now())
    found = settings_on([*SETTINGS, *SIZES], on)
    days = {tier: int(found[f"contact.days_{tier.lower()}"]) for tier in Tier.values}
    medium, large = (found[name] for name in SIZES)
    return Cadence(on, ZoneInfo(company_zone()), days, int(found["contact.grace_days"]), medium, max(medium, large))


def reported(actor: Actor | None = None) -> QuerySet[Account]:
    """The accounts the report is about; of an actor, those it shows them."""
    rows = Account.objects.filter(archived_at=None, kind__in=KINDS)
    return rows if actor is None else rows.filter(whose(actor))


def whose(actor: Actor, person: str = "owner", team: str = "owner__team") -> Q:
    """Whose rows the report shows an actor: everybody's, those of their teams, their own."""
    scope = "all" if actor.kind == "clock" else policy().scope(actor, RIGHT)
    if scope == "all":
        return Q()
    if scope == "none":
        return Q(pk__in=[])
    where = Q(**{f"{person}__in": list(policy().people(actor, RIGHT))})
    return where | Q(**{f"{team}__in": list(policy().teams(actor, RIGHT))}) if scope == "team" else where


def late(cadence: Cadence) -> Q:
    """Nobody spoke with them for longer than their tier allows; who never spoke with us counts from the day they came."""
    where = Q(pk__in=[])
    for tier, days in cadence.days.items():
        if days:
            cut = cadence.cut(tier)
            never = Q(facts__last_conversation_at=None, created_at__lt=cut)
            where |= Q(tier=tier) & (Q(facts__last_conversation_at__lt=cut) | never)
    return where


def planned(cadence: Cadence, account: str = "pk") -> Exists:
    """Something is to be done with them from today on and within the grace."""
    due = {"due_at__gte": cadence.starts(cadence.day), "due_at__lt": cadence.grace_ends}
    return Exists(Task.objects.open().filter(account=OuterRef(account), **due))


def of_standing(standing: str, cadence: Cadence) -> Q:
    """The condition of a standing."""
    unruled = [tier for tier, days in cadence.days.items() if not days]
    return {
        Standing.NO_TIER: Q(tier=None),
        Standing.NO_RULE: Q(tier__in=unruled),
        Standing.OVERDUE: late(cadence) & ~Q(planned(cadence)),
        Standing.PLANNED: late(cadence) & Q(planned(cadence)),
        Standing.IN_TIME: Q(tier__isnull=False) & ~Q(tier__in=unruled) & ~late(cadence),
    }[Standing(standing)]


def standing(cadence: Cadence) -> Case:
    """How an account stands, as an expression."""
    cases = [When(of_standing(each, cadence), then=Value(each)) for each in (Standing.NO_TIER, Standing.NO_RULE)]
    cases += [When(late(cadence) & Q(planned(cadence)), then=Value(Standing.PLANNED))]
    cases += [When(late(cadence), then=Value(Standing.OVERDUE))]
    return Case(*cases, default=Value(Standing.IN_TIME), output_field=CharField())


def of_size(size: str, cadence: Cadence, path: str = "facts__mrr") -> Q:
    """The condition of a class of size."""
    pays = Q(**{f"{path}__gt": 0})
    return {
        Size.LARGE: pays & Q(**{f"{path}__gte": cadence.large}),
        Size.MEDIUM: pays & Q(**{f"{path}__gte": cadence.medium, f"{path}__lt": cadence.large}),
        Size.SMALL: pays & Q(**{f"{path}__lt": cadence.medium}),
        Size.NONE: Q(**{f"{path}__isnull": True}) | Q(**{f"{path}__lte": 0}),
    }[Size(size)]


def size(cadence: Cadence, path: str = "facts__mrr") -> Case:
    """The class of size, as an expression."""
    cases = [When(of_size(each, cadence, path), then=Value(each)) for each in (Size.LARGE, Size.MEDIUM, Size.SMALL)]
    return Case(*cases, default=Value(Size.NONE), output_field=CharField())


def spoke() -> Coalesce:
    """When we last spoke with them; never: when they came."""
    return Coalesce("facts__last_conversation_at", "created_at", output_field=DateTimeField())
