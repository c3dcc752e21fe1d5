"""The middle pane: what is proposed and why, what was written, what was written before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from callboard.channels.models import Message
from callboard.core.actions import Action, Actor
from callboard.intake import actions as verbs
from callboard.intake.models import Decision, QueueItem, State
from callboard.intake.queries.opened import Opened
from callboard.intake.rules.sentences import cause_words, why
from callboard.kit.addresses import action_url
from callboard.pipeline.models import Lead
from callboard.work.actions import snooze_task

SURE = 0.6
#: verb, label, icon, key, whether one press does it
Asked = tuple[Action[..., Any], str, str, str, bool]


@dataclass(frozen=True)
class Press:
    """A verb offered here.  `at_once`: one press does it, without a form."""

    url: str
    label: str
    icon: str
    key: str = ""
    at_once: bool = False
    primary: bool = False

    @property
    def stays(self) -> bool:
        """What becomes mine stays open; what goes to somebody else makes room for the next."""
        return "take_item" in self.url or "reopen_item" in self.url


@dataclass(frozen=True)
class Conversation:
    """Everything the middle pane shows of an item."""

    title: str
    subtitle: str
    state: str
    head: str
    why: str
    why_rows: Sequence[tuple[str, Any]]
    reading: str
    right: tuple[int, int]
    presses: Sequence[Press]
    more: Sequence[Press]
    message: Message | None
    text: str
    folded: str
    earlier: Sequence[Message]
    may_reply: bool
    answered: Message | None
    first_name: str
    lead: Lead | None


def conversation_of(opened: Opened, actor: Actor, now: datetime) -> Conversation:
    """Gather it from what was asked."""
    item, names = opened.item, opened.names
    message, earlier = item.message, opened.earlier
    text = item.words
    whole = message.text if message else ""
    folded = whole if message and len(whole.strip()) > len(text.strip()) else ""
    return Conversation(
        title=item.subject or _("(no subject)"),
        subtitle=_subtitle(item, len(earlier) + 1),
        state=item.state,
        head=_head(item),
        why=why(item.why_code, item.why_args, names),
        why_rows=_why_rows(opened.decision, names),
        reading=_reading(item),
        right=opened.right,
        presses=_presses(item, actor, now),
        more=_more(opened, actor, now),
        message=message,
        text=text,
        folded=folded,
        earlier=earlier,
        answered=_answered(item, earlier, actor),
        may_reply=message is not None and bool(message.from_address) and not item.spam,
        first_name=item.sender.split(" ")[0],
        lead=opened.lead,
    )


def _answered(item: QueueItem, earlier: Sequence[Message], actor: Actor) -> Message | None:
    """What a colleague answered since it came, of the messages that are shown."""
    for message in earlier:
        theirs = message.direction == Message.Direction.OUT and message.by_person_id not in (None, actor.person_id)
        if theirs and message.received_at is not None and message.received_at >= item.received_at:
            return message
    return None


def _subtitle(item: QueueItem, messages: int) -> str:
    parts = [item.sender]
    if item.message is not None and item.message.mailbox is not None:
        parts = [_("{sender} to {mailbox}").format(sender=item.sender, mailbox=item.message.mailbox.address)]
    if messages > 1:
        parts.append(_("thread of {n}").format(n=messages))
    return " · ".join(parts)


def _head(item: QueueItem) -> str:
    return {
        State.PROPOSED.value: _("Proposal"),
        State.WAITING.value: _("Waits"),
        State.ASSIGNED.value: _("Assigned"),
        State.DONE.value: _("Done"),
        State.IGNORED.value: _("Set aside"),
    }[item.state]


def _reading(item: QueueItem) -> str:
    """Why it was read as it was: the sender's own words."""
    if item.corrected_intent:
        return _("Corrected to {intent}.").format(intent=item.wants_text.lower())
    words = ", ".join(f"“{word}”" for word in item.intent_words[:3])
    if not words:
        return ""
    if item.confidence < SURE:
        return _("{words} in it; not sure.").format(words=words)
    return _("{words} in it.").format(words=words)


def _why_rows(decision: Decision | None, names: dict[int, str]) -> list[tuple[str, Any]]:
    """The rows behind the reason: the rule, and who else there was."""
    if decision is None:
        return []
    rows: list[tuple[str, Any]] = []
    if decision.rule is not None:
        rows.append((_("Rule"), f"{decision.rule.position}. {decision.rule.name}"))
    rows += [(names.get(person, str(person)), cause_words(cause)) for person, cause in decision.nearest]
    if decision.counts.get("eligible"):
        rows.append((_("Could take it"), decision.counts["eligible"]))
    return rows


def _presses(item: QueueItem, actor: Actor, now: datetime) -> list[Press]:
    """The two or three verbs that move it on, the first the primary one."""
    asked: list[Asked]
    if item.state == State.PROPOSED:
        asked = [
            (verbs.accept_proposal, _("Accept"), "check", "a", True),
            (verbs.correct_item, _("Correct"), "pencil", "e", False),
            (verbs.assign_item, _("Hand over"), "arrow-forward-up", "o", False),
        ]
    elif item.state == State.WAITING:
        asked = [
            (verbs.take_item, _("Take"), "check", "a", True),
            (verbs.correct_item, _("Correct"), "pencil", "e", False),
            (verbs.assign_item, _("Hand over"), "arrow-forward-up", "o", False),
        ]
    elif item.state == State.ASSIGNED:
        asked = [
            (verbs.finish_item, _("Done"), "check", "d", True),
            (verbs.correct_item, _("Correct"), "pencil", "e", False),
            (verbs.hand_over_item, _("Hand over"), "arrow-forward-up", "o", False),
        ]
    else:
        asked = [(verbs.reopen_item, _("Bring back"), "arrow-back-up", "", True)]
    return _offered(asked, item, actor, now, primary=not item.closed)


def _more(opened: Opened, actor: Actor, now: datetime) -> list[Press]:
    """What stands behind the menu; a lead is made once."""
    item = opened.item
    lead: list[Asked] = [(verbs.make_lead_from_item, _("Make a lead"), "user-plus", "", False)]
    asked: list[Asked] = [
        (verbs.take_item, _("Take"), "check", "", True),
        (verbs.match_item, _("Match to an account"), "link", "", False),
        *(lead if opened.lead is None else []),
        (verbs.create_order_from_item, _("Write an order"), "file-invoice", "", False),
        (verbs.open_cancellation_from_item, _("Log a cancellation"), "door-exit", "", False),
        (verbs.put_back_item, _("Put back"), "arrow-back-up", "", True),
        (verbs.route_item, _("Route again"), "refresh", "", True),
        (verbs.finish_item, _("Done"), "check", "", True),
        (verbs.ignore_item, _("Set aside"), "archive", "", False),
    ]
    shown = {press.url for press in _presses(item, actor, now)}
    return [press for press in _offered(asked, item, actor, now) if press.url not in shown]


def _offered(
    asked: Sequence[Asked],
    item: QueueItem,
    actor: Actor,
    now: datetime,
    *,
    primary: bool = False,
) -> list[Press]:
    found: list[Press] = []
    for verb, label, icon, key, at_once in asked:
        if verb.allowed(actor, item) and verb.refusal(item, now) is None:
            found.append(Press(action_url(verb, item), label, icon, key, at_once, primary and not found))
    return found


def links_of(opened: Opened, actor: Actor, now: datetime) -> dict[str, str]:
    """Addresses of what stands apart from the buttons: note, snooze, match; "" where it cannot be done now."""
    item = opened.item
    snoozed = opened.given.task if opened.given is not None else None
    wanted: list[tuple[str, Action[..., Any], Any]] = [
        ("note", verbs.note_on_item, item),
        ("match", verbs.match_item, item),
        ("lead", verbs.make_lead_from_item, item if opened.lead is None else None),
        ("snooze", snooze_task, snoozed),
    ]
    return {
        name: action_url(verb, target)
        for name, verb, target in wanted
        if target is not None and verb.allowed(actor, target) and verb.refusal(target, now) is None
    }
