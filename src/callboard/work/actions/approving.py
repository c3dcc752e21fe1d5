"""Somebody asks for a yes and gets it, step by step. Other apps ask by `ask_approval` and hear what was said by
registration: `register.approval.add(Part("expense", function))`, function(by, approval). Whose it is besides whoever asked, and
who therefore does not answer, they say by `register.approval_theirs`.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.access import policy
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.money import Money, shown
from callboard.core.notify import notify
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.work.actions.closing import drop_task, finish_task
from callboard.work.actions.opening import open_task, write_task
from callboard.work.models import Approval, ApprovalKind, ApprovalRule, ApprovalState, ApprovalStep, StakeKind, Task
from callboard.work.queries.approvals import administrators, candidates, rules_for

KIND = "work.approval"
UNANSWERED = _("Approve or reject it: it cannot be closed without an answer.")


def ask_approval(
    *,
    by: Actor,
    kind: str,
    amount: Decimal,
    title: str,
    text: str = "",
    account: Account | None = None,
    asker: Person | None = None,
    theirs: Iterable[int] = (),
) -> Approval:
    """Ask for a yes inside an action's body, by the rules of today; whoever is asked first gets a task and is told. theirs:
    ids of whoever else it is for, who are not asked.

    The caller keeps the approval by a foreign key of its own and hears its end by `register.approval`. Invalid where no
    rule says who answers, or nobody but whoever asks may.
    """
    person = asker or by.person
    if person is None:
        raise Invalid({"title": _("Only a person can ask for an approval.")})
    if not title.strip():
        raise Invalid({"title": _("Say what you ask for.")})
    if amount < 0:
        raise Invalid({"amount": _("An amount is not below zero.")})
    rules = rules_for(kind, amount, by.today)
    if not rules:
        sentence = _("No rule says who approves this: {kind}, {amount}. An administrator adds one.")
        raise Invalid({"kind": sentence.format(kind=ApprovalKind(kind).label, amount=shown(amount))})
    approval = Approval(
        title=" ".join(title.split())[:200],
        kind=kind,
        amount=amount,
        text=text.strip(),
        account=account,
        asked_by=person,
        created_at=by.now,
    )
    approval.task = _ask(approval, rules[0], by, theirs)
    return _kept(approval, rules[0], by)


@action(
    _("Asked for approval"),
    said=_("Asked for “{result}”"),
    who="work.ask",
    undo="work.withdraw_approval",
    icon="rubber-stamp",
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def request_approval(
    *,
    by: Actor,
    kind: ApprovalKind,
    amount: Money,
    title: str,
    text: Text | None = None,
    account: Account | None = None,
) -> Approval:
    """Anything that needs a yes: a purchase, a discount. Who is asked, the rules of approval say."""
    return ask_approval(by=by, kind=kind, amount=amount, title=title, text=text or "", account=account)


@action(
    _("Approved"),
    said=_("Your yes to “{approval}” is given: {result.stands}"),
    who="work.approve", final=_("Whoever asked is told once it is decided."), icon="check", verb=_("Approve"),
)  # fmt: skip
def approve_approval(approval: Approval, *, by: Actor, because: Text | None = None) -> Approval:
    """Yes. The next step is asked, or it is approved. Refused for whoever asked, and for whose turn it is not."""
    _decide(approval, ApprovalState.APPROVED, by, because or "")
    rest = [rule for rule in rules_for(approval.kind, approval.amount, by.today) if rule.step > approval.step]
    if not rest:
        return _end(approval, ApprovalState.APPROVED, by)
    before = approval.task
    approval.task = _ask(approval, rest[0], by, theirs_of(approval))
    return _kept(approval, rest[0], by, before)


@action(
    _("Rejected"),
    said=_("Rejected “{approval}”"),
    who="work.approve", final=_("Whoever asked is told."), icon="x", verb=_("Reject"),
)  # fmt: skip
def reject_approval(approval: Approval, *, by: Actor, because: Text) -> Approval:
    """No, and why."""
    if not because.strip():
        raise Invalid({"because": _("Say why.")})
    _decide(approval, ApprovalState.REJECTED, by, because)
    return _end(approval, ApprovalState.REJECTED, by)


@action(
    _("Withdrew"),
    said=_("Withdrew “{approval}”"),
    who="work.ask",
    final=_("Ask again."),
    icon="arrow-back-up",
    verb=_("Withdraw"),
)
def withdraw_approval(approval: Approval, *, by: Actor) -> Approval:
    """It is not asked for any more. Only whoever asked, or who stands in for them."""
    return cancel_approval(approval, by=by)


def cancel_approval(approval: Approval, *, by: Actor) -> Approval:
    """Inside an action's body: what the approval was asked for is no more, so nobody need answer. The caller has held it."""
    approval.steps.filter(state=ApprovalState.OPEN).update(state=ApprovalState.WITHDRAWN, decided_at=by.now)
    return _end(approval, ApprovalState.WITHDRAWN, by)


@approve_approval.can
@reject_approval.can
@withdraw_approval.can
def _waits(approval: Approval, now: datetime) -> Refusal | None:
    if approval.state == ApprovalState.OPEN:
        return None
    return Refusal("decided", _("It is {state}."), state=approval.get_state_display().lower())


@withdraw_approval.turn
def _asked_it(approval: Approval, by: Actor) -> Refusal | None:
    if approval.asked_by_id in policy().people(by, "work.ask"):
        return None
    return Refusal("not_yours", _("{name} asked for it."), name=approval.asked_by.name)


@approve_approval.turn
@reject_approval.turn
def turn(approval: Approval, by: Actor) -> Refusal | None:
    """Why it is not this person's to answer."""
    if by.person_id == approval.asked_by_id or by.person_id in theirs_of(approval):
        return Refusal("own", _("Nobody approves what they asked for themselves."))
    owner = approval.task.owner if approval.task is not None else None
    if owner is None or owner.pk not in policy().people(by, "work.approve"):
        return Refusal("not_turn", _("It waits for {name}."), name=owner.name if owner is not None else "")
    return None


def theirs_of(approval: Approval) -> set[int]:
    """Whose it is besides whoever asked, as the app that asked says."""
    part = register.approval_theirs.get(approval.kind)
    return set(part.value(approval)) if part is not None else set()


def _decide(approval: Approval, state: str, by: Actor, because: str) -> None:
    step = approval.steps.select_for_update(no_key=True).get(number=approval.step)
    step.state, step.decided_by, step.decided_at, step.because = state, by.person, by.now, because.strip()
    step.updated_at = by.now
    step.save()


def _ask(approval: Approval, rule: ApprovalRule, by: Actor, without: Iterable[int]) -> Task:
    """The task of whoever a rule asks, not one of `without`."""
    found = candidates(rule, approval.asked_by, without, by.now)
    if not found:
        raise Invalid({"kind": _("Nobody but you may approve this. An administrator names somebody in the rules.")})
    return open_task(
        by=by,
        title=said("Approve: {what}").format(what=approval.title),
        kind=KIND,
        account=approval.account,
        owner=found[0],
        stake=approval.amount or None,
        stake_kind=StakeKind.ORDER if approval.kind == ApprovalKind.DISCOUNT else "",
        reason_code="asks",
        reason_args={"name": approval.asked_by.name, "text": approval.text[:200]},
    )


def _kept(approval: Approval, rule: ApprovalRule, by: Actor, before: Task | None = None) -> Approval:
    """Save it with the step that is asked now, close the task of the step before, and tell whose turn it is."""
    approval.step = rule.step
    _save(approval, by)
    _finish(before, by)
    task = approval.task
    assert task is not None and task.owner is not None
    task.source_kind, task.source_id = Approval._meta.label_lower, approval.pk
    write_task(task, {}, by)
    step = ApprovalStep(approval=approval, number=rule.step, rule=rule, sent_to=task.owner, created_at=by.now)
    step.updated_at = by.now
    step.save()
    tell_turn(approval, task.owner, by)
    return approval


def tell_turn(approval: Approval, person: Person, by: Actor) -> None:
    """Tell somebody that it waits for them; the letter can be answered."""
    subject = said("{name} asks: {what}, {amount}").format(
        name=approval.asked_by.name, what=approval.title, amount=shown(approval.amount)
    )
    notify(person, "approval_asked", by=by, subject=subject, text=approval.text or approval.title, ref=approval)


def _end(approval: Approval, state: str, by: Actor) -> Approval:
    """It is decided: its task is closed, whoever asked is told, and the app that asked does what follows."""
    task, approval.task = approval.task, None
    approval.state, approval.decided_at = state, by.now
    _save(approval, by)
    if task is not None and state == ApprovalState.WITHDRAWN:
        drop_task(task, by=by)
    else:
        _finish(task, by)
    if approval.account_id is not None:
        title = said("{state}: {what}, {amount}").format(
            state=approval.get_state_display(), what=approval.title, amount=shown(approval.amount)
        )
        by.timeline(approval.account_id, f"work.approval_{state}", ref=approval, title=title)
    if by.person_id != approval.asked_by_id and approval.asked_by.is_active:
        last = approval.steps.order_by("-number").first()
        subject = said("{state}: {what}").format(state=approval.get_state_display(), what=approval.title)
        words = last.because if last is not None and last.because else approval.title
        notify(approval.asked_by, "approval_decided", by=by, subject=subject, text=words, ref=approval)
    part = register.approval.get(approval.kind)
    if part is not None:
        part.value(by, approval)
    return approval


def _finish(task: Task | None, by: Actor) -> None:
    if task is not None:
        finish_task(Task.objects.get(pk=task.pk), by=by)


def _save(approval: Approval, by: Actor) -> None:
    approval.updated_at = by.now
    approval.save()
    by.changed(approval)
    by.changed(approval, topic="work")


def follow_approval(by: Actor, task: Task, what: str) -> None:
    """What people do with the task of an approval. Dropping or reopening it is no answer; given on, it goes to whom the rule
    names, to nobody else, and never to whoever asks."""
    approval = Approval.objects.select_for_update(no_key=True).filter(task=task).first()
    if approval is None and what != "reopened":
        return
    if approval is None or what != "handed_over":
        raise Refused(Refusal("answer", UNANSWERED))
    _give_on(approval, task, by)


def send_on(approval: Approval, *, by: Actor) -> None:
    """Inside an action's body: it is now for the one it waits for, so the rule names somebody else. The caller has held it.
    Refused where nobody else may answer."""
    task = approval.task
    if task is not None and task.owner_id in theirs_of(approval):
        _give_on(approval, task, by)


def _give_on(approval: Approval, task: Task, by: Actor) -> None:
    """Let its task, whose owner may be one the rule does not name, be with one it names, and say so."""
    step = approval.steps.select_related("rule").get(number=approval.step)
    before, new = step.sent_to, task.owner
    allowed = candidates(step.rule, approval.asked_by, [before.pk, *theirs_of(approval)], by.now)
    if not allowed:
        raise Refused(Refusal("nobody", _("Nobody else may approve it. An administrator names somebody in the rules.")))
    if new not in allowed:
        by.say(said("“{what}” goes to {name}, as the rules say.").format(what=approval.title, name=allowed[0].name))
        write_task(task, {"owner": allowed[0]}, by)
        new = allowed[0]
    step.sent_to, step.updated_at = new, by.now
    step.save()
    _save(approval, by)
    tell_turn(approval, new, by)
    for admin in administrators():
        if admin.pk not in (by.person_id, new.pk):
            subject = said("{what} now waits for {name}").format(what=approval.title, name=new.name)
            text = said("It waited for {name} before.").format(name=before.name)
            notify(admin, "approval_moved", by=by, subject=subject, text=text, ref=approval)
