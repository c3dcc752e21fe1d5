"""All that failed, tried again in one go: what came of it, while it goes on and afterwards."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries, rules
from callboard.channels.actions import retry_failed
from callboard.channels.models import Retry
from callboard.channels.tables import RetryTable, retry_state
from callboard.core.actions import Actor
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage


class Retries(ListPage):
    model = Retry
    title = _("Retries")
    url = "messages/retries/"
    name = "retries"
    table = RetryTable
    order = ("-created_at", "-id")
    empty = Empty(_("Nothing was tried again yet"), _("What could not be read or sent is tried again from the Inbox."))


class RetryRecord(RecordPage):
    model = Retry
    url = "messages/retries/<int:pk>/"
    name = "retry"
    related = ("person",)
    timeline = False
    topics = ("channels.retry",)
    template = "channels/retry.html"
    api_fields = ("total", "done", "failed", "person", "created_at")

    def title(self, obj: Retry) -> Any:
        return _("What failed, tried again")

    def state(self, obj: Retry) -> tuple[Any, str] | None:
        return retry_state(obj)

    def owner(self, obj: Retry) -> Any:
        return obj.person

    def facts(self, obj: Retry) -> Sequence[Any]:
        return [(_("Tried"), obj.created_at, "when"), (_("By"), obj.person, "person")]

    def context(self, request: HttpRequest, actor: Actor, obj: Retry) -> dict[str, Any]:
        return {
            "sentence": rules.retry_text(obj),
            "failed_url": f"{reverse('messages')}?state=failed" if queries.failed().exists() else "",
        }


class RetryFailed(ActionPage):
    """One press; what comes of it is counted on the page it leads to."""

    action = retry_failed
    title = _("Try everything again that failed")
    submit = _("Try all again")
    text = _(
        "Mail that could not be read is read again, mail that could not be sent is sent again. What fails again keeps its error."
    )
