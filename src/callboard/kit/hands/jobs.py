"""What the clock does for the hands: forget what nobody came back for."""

from datetime import timedelta

from callboard.core import clock
from callboard.core.jobs import job
from callboard.kit.hands.models import Draft, Parked, Used

KEPT = timedelta(days=30)
#: What the palette offers first is what somebody used in this time.
USED_KEPT = timedelta(days=180)


@job(queue="now", every="40 3 * * *", once="kit.forget_hands")
def forget_hands(timestamp: int) -> None:
    """Delete drafts untouched for 30 days, parked pages taken back as long ago, and old uses of the palette."""
    now = clock.now()
    Draft.objects.filter(saved_at__lt=now - KEPT).delete()
    Parked.objects.filter(taken_at__lt=now - KEPT).delete()
    Used.objects.filter(last_at__lt=now - USED_KEPT).delete()
