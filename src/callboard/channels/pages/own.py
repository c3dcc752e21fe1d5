"""Your mailbox: its state, the preview of what would be taken, its rules.  Nobody else's page."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions import own
from callboard.channels.models import Because, OwnMail, OwnMailbox, OwnRule
from callboard.channels.queries.own import standing_asked, standing_read
from callboard.channels.tables import own_state
from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question, answers
from callboard.kit.addresses import action_url, page_url
from callboard.kit.pages import ReportPage
from callboard.kit.pages.buttons import buttons_for

WHO = "channels.own"
SHOWN = 50
State = OwnMail.State
#: How a private mail is known to be one, by the words of reading/own.py.
MARKS = {
    "header": _("by its sensitivity"),
    "keyword": _("by the flag in your mail program"),
    "folder": _("by the folder it lies in"),
    "subject": _("by the mark in its subject"),
    "rule": _("by a rule of yours"),
    "hand": _("by your hand"),
}
TABS = {
    "": (_("Would be taken"), State.WAITING),
    "earlier": (_("Earlier, not shared"), State.EARLIER),
    "taken": (_("Taken"), State.TAKEN),
    "left": (_("Left out"), State.LEFT),
    "private": (_("Private"), State.PRIVATE),
    "back": (_("Taken back"), State.BACK),
}


def mailbox_of(actor: Actor) -> OwnMailbox | None:
    return OwnMailbox.objects.filter(person=actor.person).select_related("person").first()


def verbs_of(mailbox: OwnMailbox) -> tuple[Action[..., Any], ...]:
    """What can be done now, the next step first."""
    if not mailbox.connected:
        return (own.connect_own_mailbox, own.take_back_captured)
    if mailbox.state == OwnMailbox.State.ON:
        return (
            own.look_into_own_mailbox,
            own.turn_off_capture,
            own.look_for_earlier_mail,
            own.change_own_mailbox,
            own.disconnect_own_mailbox,
        )
    return (
        own.turn_on_capture,
        own.look_into_own_mailbox,
        own.look_for_earlier_mail,
        own.change_own_mailbox,
        own.take_back_captured,
        own.disconnect_own_mailbox,
    )


class YourMailbox(ReportPage):
    """State, numbers, rules, and the buttons."""

    title = _("Your mailbox")
    url = "profile/mailbox/"
    name = "own-mailbox"
    who = WHO
    topics = ("channels.ownmailbox",)
    template = "channels/own.html"
    parts = {"state": "channels/own_state.html", "acts": "kit/buttons.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        now, mailbox = clock.now(), mailbox_of(actor)
        if mailbox is None:
            return {"mailbox": None, "buttons": buttons_for((own.connect_own_mailbox,), actor, now)}
        start = timezone.localtime(now, actor.person.tz).replace(hour=0, minute=0, second=0, microsecond=0)
        rules = OwnRule.objects.filter(person=actor.person).order_by("effect", "covers", "value")
        asked = standing_asked(mailbox, start, clock.business_day(now))
        found = answers({**asked, "rules": Question("records", rules)})
        standing = standing_read(found)
        mailbox.has_taken = standing.of(State.TAKEN) > 0
        left = [
            (because.label, standing.left_today.get(because, 0), standing.left.get(because, 0))
            for because in Because
            if because in standing.left
        ]
        return {
            "mailbox": mailbox,
            "state": own_state(mailbox),
            "standing": standing,
            "waiting": standing.of(State.WAITING),
            "earlier": standing.of(State.EARLIER),
            "taken": standing.of(State.TAKEN),
            "left": left,
            "rules": [(rule, action_url(own.remove_own_rule, rule)) for rule in found["rules"]],
            "add_url": action_url(own.add_own_rule),
            "mails_url": reverse("own-mails"),
            "drafts_url": page_url("drafted"),
            "buttons": buttons_for(verbs_of(mailbox), actor, now, mailbox),
        }


class YourMails(ReportPage):
    """What would be taken and why, what was, and what is left out; each with never this address, this domain, private."""

    title = _("Preview of your mailbox")
    url = "profile/mailbox/mails/"
    name = "own-mails"
    who = WHO
    template = "channels/own_mails.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        now, mailbox = clock.now(), mailbox_of(actor)
        shown = request.GET.get("show", "")
        shown = shown if shown in TABS else ""
        if mailbox is None:
            return {"mailbox": None, "buttons": ()}
        start = timezone.localtime(now, actor.person.tz)
        standing = standing_read(answers(standing_asked(mailbox, start, clock.business_day(now))))
        mailbox.has_earlier = standing.of(State.EARLIER) > 0
        on = mailbox.state == OwnMailbox.State.ON
        share = (own.share_earlier_mail,) if on and shown == "earlier" and mailbox.has_earlier else ()
        rows = mailbox.mails.filter(state=TABS[shown][1]).select_related("contact__account", "message__account")
        page = Paginator(rows.order_by("-at", "-id"), SHOWN).get_page(request.GET.get("page"))
        here = reverse(self.name)
        return {
            "mailbox": mailbox,
            "shown": shown,
            "page": page,
            "rows": [Line(mail, actor) for mail in page],
            "unlisted": [(because.label, standing.left[because]) for because in UNLISTED if because in standing.left],
            "tabs_of": [
                {
                    "label": label,
                    "url": f"{here}?show={name}" if name else here,
                    "on": name == shown,
                    "n": standing.of(state),
                }
                for name, (label, state) in TABS.items()
                if standing.of(state) or name in ("", shown)
            ],
            "share": buttons_for(share, actor, now, mailbox),
            "buttons": () if on else buttons_for((own.turn_on_capture,), actor, now, mailbox),
        }


#: Of these nothing is kept but how many there were.
UNLISTED = (Because.UNKNOWN, Because.INTERNAL, Because.COLLEAGUE, Because.AUTOMATIC)

#: Nothing of these is shared yet.
OPEN = (State.WAITING, State.EARLIER)


class Line:
    """One mail of the preview with what can be done about it."""

    def __init__(self, mail: OwnMail, actor: Actor) -> None:
        self.mail = mail
        self.account = mail.contact.account if mail.contact is not None else None
        self.mark = MARKS.get(mail.by_mark, "")
        acts = (own.never_address, own.never_domain) if mail.address and mail.state in OPEN else ()
        wanted = (*acts, own.make_private) if mail.state in (*OPEN, State.TAKEN, State.LEFT) else ()
        self.acts = [(LABELS[verb.name], action_url(verb, mail), verb.icon) for verb in wanted]


LABELS = {
    own.never_address.name: _("Never this address"),
    own.never_domain.name: _("Never this domain"),
    own.make_private.name: _("Private"),
}
