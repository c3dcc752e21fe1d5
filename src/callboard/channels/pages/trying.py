"""Forms that sign in to a mail server before anything is kept."""

from typing import Any, ClassVar

from django.forms import PasswordInput
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage
from callboard.kit.tables import Text

LABELS: dict[str, Text] = {
    "address": _("Mail address"),
    "imap_host": _("Server to read from (IMAP)"),
    "imap_port": _("Port to read from"),
    "imap_tls": _("Read over TLS"),
    "user": _("User name (the address, where empty)"),
    "password": _("Password"),
}


class TriesServers(ActionPage):
    """Signs in outside any transaction, and refuses with the server's sentence: a wrong password is seen at once."""

    helps: ClassVar[dict[str, Text]] = {"imap_host": _("Like imap.gmail.com. Without it nothing is read.")}
    #: What has a usual value is no question one may leave open.
    answered: ClassVar[tuple[str, ...]] = ("imap_port",)
    #: The password is kept where none is typed.
    keeps: ClassVar[bool] = False

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        """The password is not kept as a draft; whoever typed it need not do so again after a refusal."""
        form = super().form(request, actor, target)
        field = form.fields["password"]
        field.widget = PasswordInput(attrs={**field.widget.attrs, "autocomplete": "new-password"}, render_value=True)
        field.required = not self.keeps
        for name in self.answered:
            form.fields[name].required = True
        for name, text in self.helps.items():
            form.fields[name].help_text = str(text)
        return form

    def faults(self, arguments: dict[str, Any], secret: str) -> dict[str, str]:
        """What the servers say to what was typed, by the field it concerns."""
        raise NotImplementedError

    def run(self, actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
        if said := self.faults(arguments, target.secret if target is not None else ""):
            raise Invalid(said)
        return super().run(actor, target, arguments)
