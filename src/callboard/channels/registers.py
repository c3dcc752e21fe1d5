"""What channels hangs on the registries."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.channels import setup
from callboard.channels.actions.answers import EVENT
from callboard.channels.actions.cancelling import cancel_for_erased
from callboard.channels.actions.own import forget_leaver
from callboard.channels.actions.own.looking import EVENT as FAULT
from callboard.channels.actions.refusing import EVENT as NOT_TAKEN
from callboard.channels.imap.listening import listen
from callboard.channels.jobs import watch_mailboxes
from callboard.channels.models import Message, Retry
from callboard.channels.notices import send_letter
from callboard.channels.queries.proof import SETTING, known_servers
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.db.few import among
from callboard.core.delivery import transport
from callboard.core.registry import (
    Check,
    Difference,
    MergeHook,
    Nav,
    NotificationEvent,
    PanelEntry,
    Part,
    SearchSource,
    SettingEntry,
    TimelineKind,
    TimelineReach,
    Watcher,
    register,
)

SHOWN = 6

transport.set(send_letter)
register.merge_hook.add(
    MergeHook("channels.mailanswer.ref_id", stays=_("It says what an answer was about at that time."))
)
register.notification_event.add(NotificationEvent(EVENT, _("What came of your answer"), can_mute=False, fixed=True))
register.setting.add(
    SettingEntry(
        "channels.plus_addresses",
        _("Our mail server takes desk+word@ for desk@"),
        bool,
        True,
        _("Answers to notices then come to such an address. Without it they are known by what they refer to."),
        _("Mail"),
    )
)
register.setting.add(
    SettingEntry(
        SETTING,
        _("Mail servers that prove a sender"),
        str,
        "",
        _(
            "What they are called in the Authentication-Results of a mail, like mx.example.com, parted by commas. Of all such "
            "headers theirs alone count. Empty, the topmost counts, whoever wrote it; leave it so where your server writes no "
            "name there."
        ),
        _("Mail"),
        check=known_servers,
    )
)
register.watcher.add(Watcher("mailboxes", watch_mailboxes))
register.watcher.add(Watcher("own-mailboxes", listen))
register.timeline_kind.add(TimelineKind("channels.message_in", _("Mail from them"), "mail", tone="acc"))
register.timeline_kind.add(TimelineKind("channels.message_out", _("Mail from us"), "send"))


def at_page(name: str, pk: int) -> str:
    """What has no page of its own stands on one of its person's."""
    return reverse(name)


def _mails_with(pk: int, actor: Actor) -> Q:
    return Q(among("ref_id", Message.objects.filter(contact=pk).order_by().values("pk")), ref_kind="channels.message")


register.timeline_reach.add(TimelineReach("channels.with", "directory.contact", _mails_with))
register.nav.add(
    Nav("mailboxes", "more", _("Mailboxes"), "mailboxes", "mailbox", order=70, operation="channels.manage")
)
register.nav.add(Nav("own-mailbox", "me", _("Your mailbox"), "own-mailbox", "mailbox", operation="channels.own"))
register.nav.add(
    Nav(
        "own-mailboxes",
        "more",
        _("Own mailboxes"),
        "own-mailboxes",
        "mail-share",
        order=71,
        operation="channels.own_states",
    )
)
register.notification_event.add(
    NotificationEvent(FAULT, _("Your own mailbox cannot be read"), icon="mailbox", desktop=False)
)
register.notification_event.add(
    NotificationEvent(
        NOT_TAKEN, _("A mail in your name was not taken by the archive"), icon="mailbox", desktop=False, quotes=True
    )
)
register.leaver.add(Part("own-mailbox", forget_leaver))
register.erasure.add(Part("queued-mail", cancel_for_erased))
for kind, page in {"ownmailbox": "own-mailbox", "ownmail": "own-mails", "ownrule": "own-mailbox"}.items():
    register.record_urls[f"channels.{kind}"] = partial(at_page, page)
register.search_source.add(
    SearchSource(
        "channels.message",
        _("Mail"),
        "mail",
        title=("subject",),
        detail=("from_name", "from_address", "account__name"),
        keys=("from_address", "to", "cc", "message_id"),
        text=("text",),
        at="received_at",
        weight=25,
        word="mail",
    )
)
register.search_source.add(
    SearchSource(
        "channels.mailbox",
        _("Mailboxes"),
        "mailbox",
        title=("name",),
        detail=("address",),
        keys=("address",),
        root="",
        weight=40,
        named=True,
        operation="channels.manage",
    )
)


def _seen(account: Any, actor: Actor) -> QuerySet[Message]:
    """The messages of an account the actor may see."""
    return visible(Message.objects.filter(account=account), actor)


def _mails_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The latest messages of an account; nothing to show hides the panel."""
    rows = list(_seen(account, actor).order_by("-received_at", "-id")[:SHOWN])
    return {"messages": rows} if rows else None


def _retries() -> Iterator[Difference]:
    """What a retry has not counted is still waiting in it."""
    waiting = dict(Message.objects.exclude(retry=None).values_list("retry").annotate(n=Count("id")))
    for retry in Retry.objects.filter(Q(pk__in=waiting) | Q(total__gt=F("done") + F("failed"))):
        if retry.waiting != waiting.get(retry.pk, 0):
            yield Difference("channels.retry", str(retry.pk), str(retry.waiting), str(waiting.get(retry.pk, 0)))


register.check.add(Check("channels.retries", _retries))
register.panel.add(
    PanelEntry(
        "messages",
        "directory.account",
        _("Mail"),
        "channels/account_panel.html",
        _mails_of,
        order=40,
        operation="channels.view",
        lazy=True,
        exists=_seen,
    )
)

__all__ = ["setup"]
