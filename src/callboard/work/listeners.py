"""What work does when something of its own is finished."""

from django.utils.translation import gettext_lazy as _

from callboard.core import events
from callboard.core.actions import Actor, Refusal, Refused
from callboard.work.models import OVER, Approval, Handoff


@events.work_finished.listen
def answer_first(by: Actor, *, task_id: int) -> None:
    """The task of an approval is done by an answer, by nothing else."""
    if Approval.objects.filter(task=task_id).exists():
        raise Refused(Refusal("answer", _("Approve or reject it: it cannot be closed without an answer.")))


@events.work_finished.listen
def finish_with_proof(by: Actor, *, task_id: int) -> None:
    """The task of a hand-off is done with its proof."""
    if Handoff.objects.filter(task=task_id).exclude(state__in=OVER).exists():
        raise Refused(Refusal("handoff", _("Finish the hand-off with its proof, or return it: somebody waits for it.")))
