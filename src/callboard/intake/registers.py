"""What the Inbox hangs into the rest of the program."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.core.links import url_of
from callboard.core.registry import (
    Check,
    Foot,
    Nav,
    NotificationEvent,
    OwnedKind,
    SearchSource,
    SettingEntry,
    TaskKind,
    WhileAway,
    register,
)
from callboard.intake import setup
from callboard.intake.actions.following import follow_task
from callboard.intake.actions.giving import TASK_KIND, TOPIC
from callboard.intake.models import QueueItem, Wants
from callboard.intake.queries import checks
from callboard.intake.queries.inbox import mailboxes_read, waiting_items
from callboard.intake.queries.settings import known_pool, pool_names
from callboard.kit.pieces.prose import internal
from callboard.kit.when import clock_text

#: A mailbox that was not read for this long is worth a word.
SILENT_AFTER = timedelta(minutes=15)
#: So many items are shown to whoever is back from an absence.
CAME_IN = 30

INBOUND = _("Inbound")
MINUTES = _("Minutes of business time until the first answer.")

register.search_source.add(
    SearchSource(
        "intake.queueitem",
        _("Inbox"),
        "inbox",
        title=("subject",),
        detail=("sender", "account__name"),
        keys=("sender",),
        text=("text",),
        state="state",
        at="received_at",
        weight=30,
        # A mail is found itself; its page leads to the item.
        where=Q(message=None),
    )
)
register.search_source.add(
    SearchSource(
        "intake.routingrule", _("Routing rules"), "route", title=("name",), root="", weight=35, named=True, word="rule"
    )
)

UNITS = _("How much of what a person can hold at once it takes.")
for name, label, default, changes in (
    ("intake.units_call", _("Units of a call"), Decimal(3), UNITS),
    ("intake.units_lead", _("Units of a lead"), Decimal(2), UNITS),
    ("intake.units_mail", _("Units of a mail"), Decimal(1), UNITS),
    (
        "intake.unit_limit",
        _("Units a person holds at once"),
        Decimal(20),
        _("Rules pass over who holds more, where their place in the pool says no other limit."),
    ),
):
    register.setting.add(SettingEntry(name, label, Decimal, default, changes, INBOUND))

for name, label, minutes in (
    ("intake.answer_minutes_a", _("First answer, tier A"), 60),
    ("intake.answer_minutes_b", _("First answer, tier B"), 120),
    ("intake.answer_minutes_c", _("First answer, tier C"), 240),
    ("intake.answer_minutes_d", _("First answer, tier D"), 480),
    ("intake.answer_minutes", _("First answer, no tier"), 240),
):
    register.setting.add(SettingEntry(name, label, int, minutes, help=MINUTES, group=INBOUND))

register.setting.add(
    SettingEntry(
        "intake.proposal_minutes",
        _("Minutes until a proposal goes by itself"),
        int,
        10,
        help=_("Minutes of business time; then it goes to the person proposed."),
        group=INBOUND,
    )
)
register.setting.add(
    SettingEntry(
        "intake.desk_pool",
        _("Pool of the last resort"),
        str,
        "Desk",
        _("What no rule finds anybody for waits there."),
        INBOUND,
        check=known_pool,
        choices=pool_names,
    )
)
internal("intake.note_on_item", "text")
register.notification_event.add(
    NotificationEvent("intake.assigned", _("An item is given to you"), can_mute=False, urgent=True, escalate_minutes=60)
)
register.notification_event.add(NotificationEvent("intake.late", _("An answer is due"), can_mute=False, urgent=True))


def _reason(code: str, args: dict[str, Any]) -> str:
    """Why the task is on somebody's day: what they wrote about, and how it came to them."""
    intent = Wants(args.get("intent", Wants.UNSURE)).label
    return said("{intent} from {sender}").format(intent=intent, sender=args.get("sender", ""))


def _item_url(task: Any) -> str:
    item = QueueItem.objects.filter(pk=task.source_id).first()
    return item.get_absolute_url() if item else ""


def _mailboxes(actor: Actor) -> QuerySet[Any, Any] | None:
    """Those that are read, for whoever sees the queue."""
    return mailboxes_read().values("last_read_at", "last_error") if allows(actor, "intake.view") else None


def _foot(boxes: list[dict[str, Any]]) -> tuple[str, str] | None:
    """When the quietest mailbox was last read, or that one cannot be."""
    if not boxes:
        return None
    if any(box["last_error"] for box in boxes):
        return said("Mail cannot be read"), "over"
    times = [box["last_read_at"] for box in boxes]
    if None in times:
        return said("Mail not read yet"), "due"
    read_at: datetime = min(times)
    late = clock.now() - read_at > SILENT_AFTER
    return said("Mail last read {time}").format(time=clock_text(read_at)), "due" if late else "ok"


register.nav.add(
    Nav(
        "inbox", "today", _("Inbox"), "inbox", "inbox", order=20, key="i", operation="intake.view",
        badge=waiting_items, topics=lambda actor: [TOPIC],
    )
)  # fmt: skip
register.nav.add(
    Nav("routing", "more", _("Routing rules"), "routing-rules", "route", order=80, operation="intake.route")
)
register.foot.add(Foot("mail", _mailboxes, _foot))


def _came_in(person: Any, begin: datetime, end: datetime) -> Question:
    """What came in for the accounts of somebody absent, the newest first."""
    rows = QueueItem.objects.filter(account__owner=person, received_at__gte=begin, received_at__lt=end, spam=False)
    return Question("records", rows.select_related("account", "person").order_by("-received_at", "-id")[:CAME_IN])


def _who_has_it(item: Any) -> tuple[str, str, str, datetime | None, str]:
    who = str(item.person) if item.person is not None else str(item.get_state_display())
    return item.subject or said("Without a subject"), str(item.account), who, item.received_at, url_of(item)


register.while_away.add(WhileAway("intake.items", _("Came in"), _came_in, _who_has_it))
register.task_kind.add(TaskKind(TASK_KIND, _("Answer"), "mail", _reason, _item_url, follow=follow_task))
register.check.add(Check("intake.assignments", checks.assignments))
register.owned_kind.add(
    OwnedKind(
        "intake.item",
        _("items in hand"),
        checks.items_of,
        "intake.hand_over_item",
        columns=("intake.queueitem.person",),
        account="account_id",
        has="account__owner_id",
        due="due_at",
    )
)
register.owned_kind.add(
    OwnedKind(
        "intake.rule",
        _("routing rules that give to them"),
        checks.rules_of,
        "intake.give_rule",
        columns=("intake.routingrule.person",),
    )
)

__all__ = ["setup"]
