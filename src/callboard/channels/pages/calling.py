"""The page a call is begun on."""

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from callboard.channels.actions import call_account
from callboard.core.registry import register
from callboard.kit.addresses import action_url
from callboard.kit.pages import ActionPage

#: What came of a call is written up in a higher room: its form is found by its name.
WRITTEN_UP = "journal.log_interaction"


class CallAccount(ActionPage):
    """Once it is counted, the note about it is begun."""

    action = call_account
    title = _("Call the account")
    text = _("On its own number, whoever answers. The call is counted; what came of it is asked next.")
    labels = {"purpose": _("Why you call")}

    def next_url(self, result: Any, target: Any) -> str:
        verb = register.actions.get(WRITTEN_UP)
        return f"{action_url(verb)}?{urlencode({'account': target.pk, 'kind': 'call'})}" if verb is not None else ""
