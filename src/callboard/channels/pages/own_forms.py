"""The forms of an own mailbox, and the pages of those who look after all of them."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.channels.actions import own
from callboard.channels.jobs import imap_faults
from callboard.channels.models import NeverTaken, OwnMail, OwnMailbox
from callboard.channels.pages.trying import LABELS, TriesServers
from callboard.channels.queries.own import STATES, states_seen
from callboard.channels.secrets import seal
from callboard.channels.tables import NeverTakenTable, own_state, works_text
from callboard.core.actions import Actor, Invalid
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.sheets import SheetPage
from callboard.kit.tables import Column, Text

FIELDS = ("address", "password", "imap_host", "imap_port", "imap_tls", "user")


class _TriesOwn(TriesServers):
    labels = LABELS
    fields = FIELDS
    helps = {"imap_host": _("Like imap.gmail.com.")}

    def faults(self, arguments: dict[str, Any], secret: str) -> dict[str, str]:
        given = {name: arguments[name] for name in ("address", "imap_host", "imap_port", "imap_tls", "user")}
        mailbox = OwnMailbox(**given)
        mailbox.user = mailbox.user or mailbox.address
        mailbox.secret = seal(arguments.get("password") or "") or secret
        return imap_faults(mailbox, "INBOX")

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("own-mailbox")


class ConnectOwnMailbox(_TriesOwn):
    action = own.connect_own_mailbox
    title = _("Connect your mailbox")
    submit = _("Connect")
    text = _(
        "Nothing is shared by this: you see first what would be. Only mail with people known here is ever taken, and nothing in "
        "your mailbox changes. Google wants an app password instead of yours. Microsoft 365 and Outlook.com let no program "
        "in by password any more: signing in there comes with a later version. Your password is kept encrypted."
    )


class ChangeOwnMailbox(_TriesOwn):
    action = own.change_own_mailbox
    title = _("Change your mailbox")
    labels = {
        **LABELS,
        "password": _("Password (empty: as before)"),
        "sent_folder": _("Folder of what you sent (empty: it is found)"),
    }
    keeps = True

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {name: getattr(target, name) for name in (*FIELDS, "sent_folder") if name != "password"}

    def run(self, actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
        """Asked before the server is tried: that would send it the password already."""
        place = (arguments[name] for name in ("address", "imap_host", "imap_port", "imap_tls", "user", "password"))
        if said := own.lacks_password(target, *place):
            raise Invalid(said)
        return super().run(actor, target, arguments)


class _BackHome(ActionPage):
    """Back to the state page."""

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("own-mailbox")


class TurnOnCapture(_BackHome):
    action = own.turn_on_capture
    title = _("Turn it on")
    submit = _("Turn it on")
    labels = {"since_on": _("Share mail from this day on")}
    text = _(
        "Mail with people known here is shared from the beginning of this day on: what came today is taken at once. Colleagues "
        "who may see the account can read it whole; for you it waits as a draft of a note. An earlier day takes what the preview "
        "lists from that day, too. You can turn it off at any time and take back what nobody kept."
    )

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"since_on": target.since_on}


class TurnOffCapture(_BackHome):
    action = own.turn_off_capture
    title = _("Turn it off")
    submit = _("Turn it off")
    text = _("What was shared stays. You can take it back afterwards.")


class LookOwnMailbox(_BackHome):
    action = own.look_into_own_mailbox
    title = _("Look now")
    submit = _("Look now")


class LookForEarlierMail(_BackHome):
    action = own.look_for_earlier_mail
    title = _("Look for earlier mail")
    submit = _("Look for it")
    text = _(
        "Lists mail from before somebody was known here, as far back as the preview goes. Nothing of it is shared before you say "
        "so."
    )


class ShareEarlierMail(ActionPage):
    action = own.share_earlier_mail
    title = _("Share earlier mail")
    submit = _("Share it")
    text = _(
        "What is listed is taken as the other mail is: colleagues who may see the account can read it whole, and for you it waits "
        "as a draft of a note. Say before of single ones that they are private or never taken."
    )

    def words(self, actor: Actor, target: Any) -> Text:
        """With how many there are, which may be more by now than the list showed."""
        n = target.mails.filter(state=OwnMail.State.EARLIER).count()
        return f"{ngettext('{n} mail is listed.', '{n} mails are listed.', n).format(n=n)} {self.text}"

    def next_url(self, result: Any, target: Any) -> str:
        return f"{reverse('own-mails')}?show=taken"


class TakeBackCaptured(_BackHome):
    action = own.take_back_captured
    title = _("Take back what was shared")
    submit = _("Take it back")
    danger = True
    text = _("Messages and drafts of your mailbox leave again. What somebody kept as an interaction stays.")


class DisconnectOwnMailbox(_BackHome):
    action = own.disconnect_own_mailbox
    title = _("Disconnect your mailbox")
    submit = _("Disconnect")


class AddOwnRule(_BackHome):
    action = own.add_own_rule
    title = _("Add a rule")
    labels = {"effect": _("What happens"), "covers": _("Mail with this"), "value": _("Which one")}
    text = _("What is private is never kept here, only a fingerprint of it; others never see the rules.")


class RemoveOwnRule(_BackHome):
    action = own.remove_own_rule


class MakePrivate(ActionPage):
    action = own.make_private
    title = _("Hold it private")
    submit = _("It is private")
    danger = True
    text = _("Whatever was taken of it goes, with its draft. A note you kept of it stays and you are told so.")


class OwnMailboxes(SheetPage):
    """Who has connected a mailbox of their own, and whether it works: nothing of what lies in it, not even its address."""

    title = _("Own mailboxes")
    url = "mailboxes/own/"
    name = "own-mailboxes"
    who = STATES
    template = "channels/own_states.html"
    columns = (
        Column("person", _("Person"), value=lambda mailbox: str(mailbox.person)),
        Column("state", _("State"), value=lambda mailbox: str(own_state(mailbox)[0])),
        Column("works", _("Works"), value=lambda mailbox: str(works_text(mailbox))),
        Column("last_read_at", _("Last read"), kind="when"),
    )

    def rows(self, actor: Actor) -> Sequence[OwnMailbox]:
        return list(states_seen(actor).order_by("person__name", "id"))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        rows = [(mailbox, own_state(mailbox), works_text(mailbox)) for mailbox in self.rows(actor)]
        return {"rows": rows, "never": NeverTakens.open_to(actor)}


class NeverTakens(ListPage):
    model = NeverTaken
    title = _("Never taken")
    url = "mailboxes/never/"
    name = "never-taken"
    table = NeverTakenTable
    order = ("value", "id")
    buttons = (own.forbid_taking,)
    bulk = (own.allow_taking,)
    paste = False
    empty = Empty(
        _("The list is empty"),
        _("Addresses and domains of which no mail is ever taken from anybody's own mailbox."),
        "ban",
    )


class NeverTakenRecord(RecordPage):
    model = NeverTaken
    url = "mailboxes/never/<int:pk>/"
    name = "never-taken-entry"
    buttons = (own.allow_taking,)
    timeline = False
    api_fields = ("covers", "value")

    def facts(self, obj: NeverTaken) -> Sequence[Any]:
        return [(_("What"), obj.get_covers_display()), (_("Which"), obj.value)]


class ForbidTaking(ActionPage):
    action = own.forbid_taking
    title = _("Never take")
    labels = {"covers": _("Mail with this"), "value": _("Which one")}


class AllowTaking(ActionPage):
    action = own.allow_taking

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("never-taken")
