"""What work does when something of its own is finished."""

from django.utils.translation import gettext_lazy as _

from callboard.core import events
from callboard.core.actions import Actor, Refusal, Refused
from callboard.work.models import Approval


@events.work_finished.listen
def answer_first(by: Actor, *, task_id: int) -> None:
    """The task of an approval is done by an answer, by nothing else."""
    if Approval.objects.filter(task=task_id).exists():
        raise Refused(Refusal("answer", _("Approve or reject it: it cannot be closed without an answer.")))
