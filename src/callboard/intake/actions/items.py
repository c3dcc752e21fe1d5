"""What a person does with an item: take, give, hand over, correct, finish, ignore."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.intake.actions.giving import end, explain, give, release
from callboard.intake.actions.routing import route
from callboard.intake.models import QueueItem, State, Wants
from callboard.team.models import Person, Pool


def not_waiting(item: QueueItem) -> Refusal | None:
    """Why nobody can be given it as new: somebody has it, or it is closed."""
    if item.state == State.ASSIGNED:
        return Refusal("taken", _("{who} has it."), who=item.person)
    return closed(item)


def closed(item: QueueItem) -> Refusal | None:
    if item.state == State.DONE:
        return Refusal("done", _("It is done already."))
    if item.state == State.IGNORED:
        return Refusal("ignored", _("It was set aside. Bring it back first."))
    return None


@action(
    _("Put back item"), said=_("Put “{item}” back"), who="intake.work", undo="intake.assign_item", icon="arrow-back-up"
)
def put_back_item(item: QueueItem, *, pool: Pool | None = None, by: Actor) -> QueueItem:
    """Nobody has it any more: it waits in the pool for a person's decision."""
    by.undo_args(person=item.person_id)
    end(item, by=by, done=False)
    release(item)
    item.held, item.pool = True, pool or item.pool
    explain(item, "put_back", {"by": by.person_id}, by=by)
    return item


@action(_("Took item"), said=_("Took “{item}”"), who="intake.work", undo=put_back_item, icon="hand-grab")
def take_item(item: QueueItem, *, by: Actor) -> QueueItem:
    """It is mine."""
    if by.person is None:
        raise Invalid({"": _("Only a person can take an item.")})
    give(item, by.person, "taken", {"person": by.person_id}, by=by)
    return item


@take_item.can
def _free_to_take(item: QueueItem, now: datetime) -> Refusal | None:
    return not_waiting(item)


@action(
    _("Accepted proposal"),
    said=_("Accepted the proposal for “{item}”"),
    who="intake.work",
    undo=put_back_item,
    icon="check",
)
def accept_proposal(item: QueueItem, *, by: Actor) -> QueueItem:
    """Do what the rule proposed.  The clock accepts what nobody answered in time."""
    person = item.proposed_to
    if person is None:
        raise Invalid({"": _("There is no proposal any more.")})
    if not person.is_active:
        # Proposed before they left: the rules decide anew, so that it waits for nobody.
        release(item)
        item.why_code = ""
        item.save()
        route([item], by=by)
        return item
    code = "accepted" if by.person_id else "timed_out"
    give(item, person, code, {"person": person.pk, "by": by.person_id}, by=by, rule=item.rule)
    return item


@accept_proposal.can
def _proposed(item: QueueItem, now: datetime) -> Refusal | None:
    if item.state != State.PROPOSED:
        return not_waiting(item) or Refusal("no_proposal", _("There is no proposal for it. Give it to somebody."))
    return None


@action(_("Gave item"), said=_("Gave “{item}” to {person}"), who="intake.work", undo=put_back_item, icon="user-plus")
def assign_item(item: QueueItem, *, person: Person, by: Actor) -> QueueItem:
    """Give a waiting item to a person."""
    must_work_here(person=person)
    give(item, person, "given", {"person": person.pk, "by": by.person_id}, by=by)
    return item


@assign_item.can
def _free_to_give(item: QueueItem, now: datetime) -> Refusal | None:
    return not_waiting(item)


@action(
    _("Handed over item"),
    said=_("Handed “{item}” over to {person}"),
    who="intake.work",
    undo="intake.hand_over_item",
    icon="arrow-forward-up",
)
def hand_over_item(item: QueueItem, *, person: Person, note: Text | None = None, by: Actor) -> QueueItem:
    """Give an item somebody has to a colleague.  Their task replaces the one there was."""
    must_work_here(person=person)
    if item.person_id == person.pk:
        raise Invalid({"person": _("{who} has it already.").format(who=person)})
    by.undo_args(person=item.person_id)
    end(item, by=by, done=False)
    release(item)
    args = {"person": person.pk, "by": by.person_id, "note": str(note or "")}
    give(item, person, "handed_over", args, by=by)
    return item


@hand_over_item.can
@put_back_item.can
def _somebody_has_it(item: QueueItem, now: datetime) -> Refusal | None:
    if item.state != State.ASSIGNED:
        return closed(item) or Refusal("waits", _("Nobody has it; it waits. Give it to somebody instead."))
    return None


@action(
    _("Corrected item"), said=_("Corrected “{item}”"), who="intake.work", final=_("Correct it again."), icon="pencil"
)
def correct_item(item: QueueItem, *, intent: Wants, person: Person | None = None, by: Actor) -> QueueItem:
    """Say what it really is, and who should have it; without a person the rules decide again.  Kept to learn from."""
    if intent.value != item.intent or item.corrected_intent:
        item.corrected_intent = intent.value
    item.spam = intent == Wants.SPAM
    end(item, by=by, done=False)
    release(item)
    if person is not None:
        must_work_here(person=person)
        give(item, person, "corrected", {"person": person.pk, "by": by.person_id}, by=by)
    elif item.spam:
        explain(item, "spam", {}, by=by)
    else:
        item.why_code = ""
        item.save()
        route([item], by=by)
    return item


@correct_item.can
def _open_to_correct(item: QueueItem, now: datetime) -> Refusal | None:
    return closed(item)


@action(
    _("Brought back item"),
    said=_("Brought “{item}” back"),
    who="intake.work",
    final=_("Finish it again."),
    icon="rotate",
)
def reopen_item(item: QueueItem, *, person: Person | None = None, by: Actor) -> QueueItem:
    """Open an item again that was done or set aside; to whoever had it, or to wait."""
    item.closed_at = None
    item.spam = False
    release(item)
    if person is not None and person.is_active:
        give(item, person, "given", {"person": person.pk, "by": by.person_id}, by=by)
    else:
        item.held = True
        explain(item, "put_back", {"by": by.person_id}, by=by)
    return item


@reopen_item.can
def _closed_to_reopen(item: QueueItem, now: datetime) -> Refusal | None:
    return None if item.closed else Refusal("open", _("It is open already."))


@action(_("Finished item"), said=_("Finished “{item}”"), who="intake.work", undo=reopen_item, icon="check")
def finish_item(item: QueueItem, *, by: Actor) -> QueueItem:
    """What was asked is done: the item and its task close together."""
    _close(item, State.DONE, by)
    end(item, by=by, done=True)
    return item


@action(_("Set aside item"), said=_("Set “{item}” aside"), who="intake.work", undo=reopen_item, icon="archive")
def ignore_item(item: QueueItem, *, spam: bool = False, by: Actor) -> QueueItem:
    """Nobody needs to answer it.  Spam is remembered as a correction."""
    if spam and item.wants != Wants.SPAM:
        item.corrected_intent = Wants.SPAM
    item.spam = item.spam or spam
    _close(item, State.IGNORED, by)
    end(item, by=by, done=False)
    return item


@finish_item.can
@ignore_item.can
def _open_to_close(item: QueueItem, now: datetime) -> Refusal | None:
    return closed(item)


def _close(item: QueueItem, state: State, by: Actor) -> None:
    args: dict[str, Any] = {"person": item.person_id} if item.person_id else {}
    if args:
        by.undo_args(**args)
    item.state, item.closed_at = state, by.now
    item.proposed_to = item.proposed_at = None
    explain(item, item.why_code, item.why_args, by=by, rule=item.rule)
