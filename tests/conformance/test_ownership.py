"""Every column that names one of our people is something they own, so that a leaver hands it on, or says why it is not."""

from collections.abc import Iterator

from django.apps import apps
from tests.conformance.walk import is_ours

from callboard.core.registry import register
from callboard.team.models import Person

HISTORY = "who it was then: it says what happened and never changes"
WROTE = "who did or wrote it: it stays theirs for ever"
OWN = "about the person alone: it ends with their access, and nobody else has a use for it"
CHOSEN = "a choice for later: asked again when it comes up, and passed over where they have left"

#: Columns that name a person who owns nothing by it, and why.
REASONS = {
    "core.link.person": "a way in: it ends when they leave",
    "core.log.person": WROTE,
    "core.log.on_behalf_of": WROTE,
    "core.notice.person": "told them once; what is not read is told the next person by the clock",
    "core.notice.by_person": WROTE,
    "core.run.person": "who started it: it asks their right when it acts, so it stops with them",
    "core.run.on_behalf_of": WROTE,
    "core.timelineentry.person": WROTE,
    "calendar.hiddenlayers.person": OWN,
    "calendar.reminder.person": OWN,
    "kit.draft.person": OWN,
    "kit.parked.person": OWN,
    "kit.keymap.person": OWN,
    "kit.used.person": OWN,
    "kit.presence.person": OWN,
    "kit.visit.person": OWN,
    "kit.livelink.owner": "a way in: its address shows what they may see, so it ends when they leave",
    "kit.apitoken.person": "a way in: it ends when they leave",
    "kit.receiver.person": "what they get by mail stops when they leave",
    "team.poolmember.person": "leaving ends it; the page of who leaves says which pool would be empty",
    "team.absence.cover": "leaving ends it; the page of who leaves says for whom they stand in",
    "team.absence.person": HISTORY,
    "team.session.person": "a way in: it ends when they leave",
    "team.signin.person": HISTORY,
    "team.leaving.person": HISTORY,
    "team.leaving.successor": CHOSEN,
    "team.leavingrule.person": CHOSEN,
    "team.leavingmove.to": HISTORY,
    "team.noticechoice.person": OWN,
    "team.quiettime.person": OWN,
    "team.mention.person": HISTORY,
    "team.personrole.person": "what they may do; without access it does nothing, and it is there when they come back",
    "team.workhours.person": OWN,
    "team.territorychange.published_by": WROTE,
    "directory.attempt.person": WROTE,
    "directory.accountfile.added_by": WROTE,
    "directory.consent.person": WROTE,
    "directory.donotcalllist.person": WROTE,
    "directory.duplicatepair.decided_by": WROTE,
    "directory.duplicatesearch.started_by": WROTE,
    "directory.import.person": WROTE,
    "directory.import.going_by": "who set it going: it asks their right when it acts, so it stops with them",
    "directory.merge.by_person": WROTE,
    "directory.merge.undone_by": WROTE,
    "directory.override.person": WROTE,
    "directory.territorymove.before": HISTORY,
    "directory.territorymove.after": HISTORY,
    "channels.retry.person": WROTE,
    "channels.ownmailbox.person": OWN,
    "channels.ownrule.person": OWN,
    "channels.message.by_person": WROTE,
    "channels.mailanswer.person": WROTE,
    "calendar.calendar.owner": OWN,
    "calendar.guest.person": HISTORY,
    "work.templatestep.person": CHOSEN,
    "work.timeblock.person": OWN,
    "work.task.done_by": WROTE,
    "work.task.created_by": WROTE,
    "work.promise.promised_by": HISTORY,
    "work.handoff.requested_by": WROTE,
    "work.handoff.accepted_by": "whose it is now is its task's, which is handed on",
    "work.handoffstep.person": WROTE,
    "work.improvement.person": "who changes it: its figure goes on without them, and anybody of the team ends it",
    "work.approval.asked_by": WROTE,
    "work.approvalrule.person": "leaving takes them out of every rule that holds, and the administrators are told",
    "work.approvalrule.backup": "leaving takes them out of every rule that holds, and the administrators are told",
    "work.approvalstep.sent_to": "whom it was sent to last; whose it is now is its task's, which is handed on",
    "work.approvalstep.decided_by": WROTE,
    "journal.interaction.person": WROTE,
    "journal.notescore.person": HISTORY,
    "orders.cancellation.decided_by": WROTE,
    "orders.cancellation.logged_by": WROTE,
    "orders.mrrentry.owner": HISTORY,
    "orders.onetimeentry.owner": HISTORY,
    "orders.saveentry.owner": HISTORY,
    "orders.movement.owner": HISTORY,
    "orders.order.submitted_by": WROTE,
    "orders.order.accepted_by": WROTE,
    "orders.deskcheckanswer.by": WROTE,
    "intake.queueitem.proposed_to": "a proposal: the rules decide anew when it comes up and they have left",
    "calendar.eventfile.person": WROTE,
    "calendar.invitation.person": WROTE,
    "calendar.feed.owner": "ends with them",
    "intake.assignment.person": "goes with its item, which is handed on",
    "intake.assignment.assigned_by": WROTE,
    "intake.decision.winner": HISTORY,
    "intake.turn.person": "their place in a rotation; who has left takes no turn",
    # Its slot: goals and credits are frozen by date when the issue of the board brings them.
    "board.goal.person": HISTORY,
    "board.dayclose.closed_by": WROTE,
    "board.closetick.ticked_by": WROTE,
    "board.repday.person": HISTORY,
    "board.contactreview.person": HISTORY,
    "board.contactreview.read_by": WROTE,
    "board.contactreview.closed_by": WROTE,
    "board.reviewnote.person": WROTE,
}


def named_people() -> Iterator[str]:
    """The columns of the product that name one of our people, like "work.task.owner"."""
    for model in apps.get_models():
        if not is_ours(model) or not model.__module__.startswith("callboard."):
            continue
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model is Person:
                yield f"{model._meta.label_lower}.{field.name}"


def owned() -> set[str]:
    return {column for kind in register.owned_kind for column in kind.columns if not kind.name.startswith("tests.")}


def test_every_column_that_names_one_of_us_is_handed_on_or_says_why_not() -> None:
    unknown = sorted(set(named_people()) - owned() - REASONS.keys())
    assert unknown == [], "Give each an owned kind (register.owned_kind), or its reason here."


def test_no_column_is_both_owned_and_excused_and_none_is_gone() -> None:
    assert sorted(owned() & REASONS.keys()) == []
    assert sorted((owned() | REASONS.keys()) - set(named_people())) == []


def test_every_owned_kind_names_the_column_it_is_owned_by() -> None:
    assert [kind.name for kind in register.owned_kind if not kind.columns] == []


def test_what_is_owned_is_refused_to_who_has_left_by_the_database_itself() -> None:
    """A column that says whose a row is has the trigger of core.leavers; a second row of one kind says the same again."""
    without = []
    for column in owned():
        label, _dot, name = column.rpartition(".")
        triggers = getattr(apps.get_model(label)._meta, "triggers", ())
        if not any(trigger.name == f"{name}_works_here" for trigger in triggers):
            without.append(column)
    assert without == []
