"""Why an account is overdue: what the program knows of its owner, its addresses and what was planned.

All of it is asked with the rows themselves, so that a list of fifty costs one statement, as does a file of ten thousand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast, Coalesce

from callboard.board.models import ContactCount
from callboard.board.queries.contact.cadence import spoke
from callboard.board.queries.contact.moved import taken_over
from callboard.board.rules.cadence import Cadence
from callboard.core.db.few import any_of
from callboard.directory.models import Account, ContactEmail, ContactPhone, Suppression
from callboard.journal.models import InteractionAccount, Outcome
from callboard.team.models import Absence
from callboard.work.models import Task

#: So much more open work than the middle of their team makes it a cause.
HEAVY = 1.5


class Hashed(Func):
    """What the directory keeps of an address that asked us to stop (directory.reading.addresses.address_hash); addresses
    are stored in their comparable form."""

    template = "encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = CharField()


class _OfOwner(Func):
    """What stands in a JSON object under a key of the row: the object is asked for once, whatever the number of rows."""

    template, arg_joiner = "(%(expressions)s)", " -> "


@dataclass(frozen=True)
class Cause:
    """Why: a code, and what its sentence needs."""

    code: str
    args: Mapping[str, Any]

    def plain(self) -> dict[str, Any]:
        """As JSON."""
        args = {
            name: value.isoformat() if isinstance(value, date | datetime) else value
            for name, value in self.args.items()
        }
        return {"code": self.code, **args}


def with_causes(rows: QuerySet[Account], cadence: Cadence) -> QuerySet[Account]:
    """Each account with `spoke_at` and what its causes are made of; `causes_of` reads it."""
    today = cadence.day
    absences = Absence.objects.filter(person=OuterRef("owner"), withdrawn_at=None)
    lately = absences.filter(ends_on__gte=Cast(OuterRef("spoke_at"), DateField()), starts_on__lte=today)
    now_away = absences.filter(starts_on__lte=today, ends_on__gte=today).order_by("-ends_on")
    mails = ContactEmail.objects.filter(contact__account=OuterRef("pk"), contact__left_on=None)
    phones = ContactPhone.objects.filter(contact__account=OuterRef("pk"), contact__left_on=None)
    wrong = InteractionAccount.objects.filter(
        account=OuterRef("pk"),
        interaction__outcome=Outcome.WRONG_NUMBER,
        interaction__removed_at=None,
        interaction__at__gt=OuterRef("spoke_at"),
    )
    no_calls = phones.filter(Exists(Suppression.objects.filter(address_hash=Hashed(OuterRef("e164")))))
    no_mail = mails.filter(Exists(Suppression.objects.filter(address_hash=Hashed(OuterRef("address")))))
    tasks = Task.objects.open().filter(account=OuterRef("pk"), due_at__isnull=False)
    start = cadence.starts(today)
    counted = lately.order_by().annotate(whole=Value(1)).values("whole").annotate(n=Count("pk")).values("n")
    loads = ContactCount.objects.order_by("-day").values(load=KeyTransform("load", "figures"))[:1]
    return rows.annotate(spoke_at=spoke()).annotate(
        owner_load=_OfOwner(Subquery(loads), Cast(F("owner_id"), CharField()), output_field=JSONField()),
        away_until=Subquery(now_away.values("ends_on")[:1]),
        away_times=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        bounced_one=any_of(mails.filter(bounced_at__isnull=False)),
        good_one=any_of(mails.filter(bounced_at=None)),
        wrong_number=any_of(wrong),
        no_calls=any_of(no_calls),
        no_mail=any_of(no_mail),
        taken_on=Subquery(taken_over(cadence).filter(account=OuterRef("pk")).values("starts_on")[:1]),
        missed_at=Subquery(tasks.filter(due_at__lt=start).order_by("due_at").values("due_at")[:1]),
        planned_at=Subquery(
            tasks.filter(due_at__gte=start, due_at__lt=cadence.grace_ends).order_by("due_at").values("due_at")[:1]
        ),
    )


def causes_of(account: Any) -> list[Cause]:
    """The causes of one account of `with_causes`, the ones somebody can act on first."""
    found: list[Cause] = []
    if account.owner_id is None:
        found.append(Cause("nobody", {}))
    if account.away_until is not None:
        found.append(Cause("away", {"until": account.away_until}))
    elif account.away_times:
        found.append(Cause("was_away", {"times": account.away_times}))
    if account.bounced_one and not account.good_one:
        found.append(Cause("bounced", {}))
    if account.wrong_number:
        found.append(Cause("wrong_number", {}))
    if account.no_calls or account.no_mail:
        found.append(Cause("stopped", {}))
    if account.missed_at is not None:
        found.append(Cause("missed", {"at": account.missed_at}))
    heavy = account.owner_load
    if heavy and heavy["middle"] and heavy["open"] >= HEAVY * heavy["middle"]:
        found.append(Cause("load", {"open": heavy["open"], "middle": heavy["middle"]}))
    if account.facts.last_conversation_at is None:
        found.append(Cause("never", {}))
    if account.taken_on is not None:
        found.append(Cause("taken", {"on": account.taken_on}))
    return found
