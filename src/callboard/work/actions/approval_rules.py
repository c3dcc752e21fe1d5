"""The rules of approval: set for a day, ended for a day. A rule is never changed: another follows it."""

from datetime import date, datetime

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.core.money import Money
from callboard.core.notify import notify
from callboard.team.models import Person, Role
from callboard.work.models import ApprovalKind, ApprovalRule, Approver
from callboard.work.queries.approvals import administrators


@action(
    _("Set rule of approval"),
    said=_("Set the rule {result}"),
    who="work.approval_rules",
    undo="work.take_approval_rule_back",
    icon="rubber-stamp",
)
def create_approval_rule(
    *,
    by: Actor,
    kind: ApprovalKind,
    over: Money,
    who: Approver = Approver.MANAGER,
    role: Role | None = None,
    person: Person | None = None,
    backup: Person | None = None,
    step: int = 1,
    starts_on: date | None = None,
) -> ApprovalRule:
    """From an amount on somebody has to say yes, from a day on; one that holds for the same amount and step ends then."""
    if over < 0:
        raise Invalid({"over": _("An amount is not below zero.")})
    if not 1 <= step <= 9:
        raise Invalid({"step": _("From 1 to 9.")})
    if (who == Approver.ROLE) != (role is not None):
        raise Invalid({"role": _("Say which role, where the rule names one, and only there.")})
    if (who == Approver.PERSON) != (person is not None):
        raise Invalid({"person": _("Say who, where the rule names one person, and only there.")})
    must_work_here(person=person, backup=backup)
    starts = starts_on or by.today
    if starts < by.today:
        raise Invalid({"starts_on": _("That is past: what was asked until today was asked by the rules of then.")})
    same = list(
        ApprovalRule.objects.select_for_update(no_key=True).filter(kind=kind, step=step, over=over, ends_on=None)
    )
    by.undo_args(followed=same)
    for rule in same:
        if rule.starts_on > starts:
            raise Invalid({"starts_on": _("Another rule for the same amount begins later; end that one first.")})
        end(rule, starts, by)
        by.touched(rule, result=rule)
    made = ApprovalRule(
        kind=kind, over=over, who=who, role=role or "", person=person, backup=backup, step=step, starts_on=starts,
        created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    made.save()
    return made


@action(
    _("Took rule of approval back"),
    said=_("The rule {rule} was not set after all"),
    who="work.approval_rules",
    final=_("Set it again."),
    icon="arrow-back-up",
    # Which rules it ended, the setting itself kept.
    served=False,
)
def take_approval_rule_back(rule: ApprovalRule, *, by: Actor, followed: list[ApprovalRule]) -> ApprovalRule:
    """It holds no more, and what it `followed` holds on as if it had never been set."""
    end(rule, max(by.today, rule.starts_on), by)
    for before in followed:
        reopen_approval_rule(before, by=by)
    return rule


@action(
    _("Ended rule of approval"),
    said=_("Ended the rule {rule}"),
    who="work.approval_rules",
    undo="work.reopen_approval_rule",
    icon="calendar-x",
)
def end_approval_rule(rule: ApprovalRule, *, by: Actor, ends_on: date | None = None) -> ApprovalRule:
    """From that day on (today where none is said) it holds no more. What was asked by it is answered."""
    on = max(ends_on or by.today, rule.starts_on)
    if on < by.today:
        raise Invalid({"ends_on": _("That is past.")})
    return end(rule, on, by)


@end_approval_rule.can
@take_approval_rule_back.can
def _holds(rule: ApprovalRule, now: datetime) -> Refusal | None:
    return Refusal("ended", _("It has ended.")) if rule.ends_on is not None else None


@action(
    _("Reopened rule of approval"),
    said=_("The rule {rule} holds again"),
    who="work.approval_rules",
    undo="work.end_approval_rule",
    icon="rotate",
)
def reopen_approval_rule(rule: ApprovalRule, *, by: Actor) -> ApprovalRule:
    """It did not end after all."""
    others = ApprovalRule.objects.filter(kind=rule.kind, step=rule.step, over=rule.over, ends_on=None)
    if others.exists():
        raise Refused(Refusal("followed", _("Another rule holds for the same amount and step.")))
    must_work_here(person=rule.person, backup=rule.backup)
    rule.ends_on, rule.updated_at = None, by.now
    rule.save()
    return rule


@reopen_approval_rule.can
def _has_ended(rule: ApprovalRule, now: datetime) -> Refusal | None:
    return Refusal("holds", _("It has no end.")) if rule.ends_on is None else None


def end(rule: ApprovalRule, on: date, by: Actor) -> ApprovalRule:
    """Write the day it ends."""
    rule.ends_on, rule.updated_at = on, by.now
    rule.save()
    return rule


def leave_rules(by: Actor, person: Person) -> None:
    """Whoever leaves is named by no rule that holds: a backup is taken out, a rule that names them goes to its backup, else
    to the manager of whoever asks; the administrators are told."""
    for rule in ApprovalRule.objects.select_for_update(no_key=True).filter(ends_on=None, backup=person).order_by("pk"):
        rule.backup, rule.updated_at = None, by.now
        rule.save()
        by.changed(rule)
        tell_administrators(rule, person, by)
    for rule in ApprovalRule.objects.select_for_update(no_key=True).filter(ends_on=None, person=person).order_by("pk"):
        rule.person, rule.backup, rule.updated_at = rule.backup, None, by.now
        if rule.person is None:
            rule.who = Approver.MANAGER
        rule.save()
        by.changed(rule)
        tell_administrators(rule, person, by)


def tell_administrators(rule: ApprovalRule, left: Person, by: Actor) -> None:
    """A rule named somebody who left: who is asked by it from now on."""
    for admin in administrators():
        if admin.pk != left.pk:
            now = rule.person.name if rule.person is not None else rule.get_who_display()
            subject = said("Rule of approval {rule}: {name} left").format(rule=rule, name=left.name)
            text = said("From now on is asked: {who}. Set another rule where that is not right.").format(who=now)
            notify(admin, "approval_moved", by=by, subject=subject, text=text, ref=rule)
