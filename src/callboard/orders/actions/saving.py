"""What was saved gets into its ledger. For the bodies of actions; the account is locked by then."""

from decimal import Decimal

from callboard.core.actions import Actor
from callboard.orders.actions.posting import booking_for, enter
from callboard.orders.models import Cancellation, Outcome, SaveEntry, SaveKind
from callboard.orders.rules.booking import holds_since


def post_saved(case: Cancellation, by: Actor) -> None:
    """They stay: counted today, or on the first open day where today is closed."""
    _post(case, SaveKind.SAVED, case.mrr, 1, by)


def post_lost_again(case: Cancellation, by: Actor) -> None:
    """What was saved a short while ago is lost after all: taken off what today saved."""
    kept = Cancellation.objects.filter(subscription=case.subscription_id, outcome=Outcome.SAVED)
    if kept.filter(decided_on__gte=holds_since(by.today)).exists():
        _post(case, SaveKind.LOST_AGAIN, -case.mrr, 0, by)


def take_back(case: Cancellation, by: Actor) -> None:
    """What the case counted is taken back: on its own day while that is open, else today, naming the day it corrects."""
    for entry in SaveEntry.objects.filter(cancellation=case.pk, corrects=None, corrections=None):
        back = SaveEntry(
            cancellation=case,
            subscription_id=entry.subscription_id,
            kind=entry.kind,
            amount=-entry.amount,
            cases=-entry.cases,
            corrects=entry,
        )
        enter(back, case.account, booking_for(entry.booked_on, by.today), by)
        back.save()


def _post(case: Cancellation, kind: SaveKind, amount: Decimal, cases: int, by: Actor) -> None:
    entry = SaveEntry(cancellation=case, subscription_id=case.subscription_id, kind=kind, amount=amount, cases=cases)
    enter(entry, case.account, booking_for(by.today, by.today), by)
    entry.save()
