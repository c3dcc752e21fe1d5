"""What helps to answer a customer, from the apps below."""

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.journal.models import Interaction
from callboard.work.models import Task


def last_note(account_id: int, actor: Actor) -> Interaction | None:
    """The newest write-up on the account that this person may read."""
    rows = visible(Interaction.objects.filter(account_links__account=account_id, removed_at=None), actor)
    return rows.exclude(text="").select_related("person").order_by("-at", "-id").first()


def open_promises(account_id: int) -> list[Task]:
    """What we promised them and did not do yet, soonest first."""
    rows = Task.objects.open().filter(account=account_id, promised=True)
    return list(rows.order_by("due_at", "id")[:3])
