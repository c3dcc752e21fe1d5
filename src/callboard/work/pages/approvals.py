"""Approvals: what waits for whom, what was said, and the rules they go by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, Empty, ListPage, Panel, RecordPage
from callboard.kit.tables import Column, Table
from callboard.work import actions
from callboard.work.actions.approving import theirs_of
from callboard.work.models import Approval, ApprovalRule, ApprovalState, ApprovalStep
from callboard.work.queries.approvals import next_words, one_a_step, roles_asked, rules_for, rules_reached

TONES = {
    ApprovalState.OPEN: "due",
    ApprovalState.APPROVED: "won",
    ApprovalState.REJECTED: "lost",
    ApprovalState.WITHDRAWN: "pend",
}


def state_of(one: Approval | ApprovalStep) -> tuple[Any, str]:
    """What was said, as a chip."""
    return one.get_state_display(), TONES[ApprovalState(one.state)]


class ApprovalTable(Table):
    columns = [
        Column("title", _("What"), link=True),
        Column("kind", _("Kind")),
        Column("amount", _("Amount"), kind="money"),
        Column("asked_by", _("Asked by"), kind="person"),
        Column("state", _("State"), kind="chip", value=state_of, sort="state"),
        Column("waits", _("Waits for"), kind="person", value="task.owner"),
        Column("account", _("Account"), kind="account"),
        Column("created_at", _("Asked"), kind="when"),
    ]


@dataclass(frozen=True)
class Answer:
    """One answer, given, waited for or still to come.  chip: text and tone; asked: of whom, where another gave it."""

    number: int
    who: str
    chip: tuple[Any, str]
    asked: str = ""
    because: str = ""
    at: datetime | None = None


def answers_asked(record: Approval, actor: Actor) -> dict[str, Question]:
    """The steps so far, and while it waits the rules whose turn comes after."""
    steps = Question("records", record.steps.select_related("sent_to", "decided_by").order_by("number"))
    if record.state != ApprovalState.OPEN:
        return {"steps": steps}
    today = clock.business_day(clock.now())
    rules = Question("records", rules_reached(record.kind, record.amount, today))
    return {"steps": steps, "rules": rules, "roles": Question("records", roles_asked(record.kind))}


def answers_shown(record: Approval, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """Each step in order: who answered, who is waited for, who comes next."""
    shown = [_answer(step) for step in found["steps"]]
    rest = [rule for rule in one_a_step(found.get("rules", ())) if rule.step > record.step]
    theirs = theirs_of(record) if rest else ()
    roles = found.get("roles", ())
    names = [next_words(rule, record.asked_by, theirs, roles) for rule in rest]
    shown += [Answer(rule.step, name, (_("Comes next"), "")) for rule, name in zip(rest, names, strict=True)]
    return {"answers": shown}


def _answer(step: ApprovalStep) -> Answer:
    by = step.decided_by or step.sent_to
    asked = step.sent_to.name if by != step.sent_to else ""
    return Answer(step.number, by.name, state_of(step), asked, step.because, step.decided_at)


def after_a_yes(approval: Approval) -> str:
    """What a yes does: who has to say yes after it."""
    rules = rules_for(approval.kind, approval.amount, clock.business_day(clock.now()))
    rest = [rule for rule in rules if rule.step > approval.step]
    if not rest:
        return said("With your yes it is approved.")
    theirs, roles = theirs_of(approval), list(roles_asked(approval.kind))
    names = said(", then ").join(next_words(rule, approval.asked_by, theirs, roles) for rule in rest)
    return said("Yours is not the last yes: after it, it waits for {names}.").format(names=names)


class Approvals(ListPage):
    """What was asked for."""

    model = Approval
    title = _("Approvals")
    url = "approvals/"
    name = "approvals"
    near = ("approval-rules",)
    table = ApprovalTable
    order = ("-id",)
    buttons = (actions.request_approval,)
    bulk = (actions.approve_approval, actions.reject_approval)
    filters = (
        Search(("title", "text", "account__name")),
        Choice("state", _("State")),
        Choice("kind", _("Kind")),
        PersonFilter("asked_by", _("Asked by")),
        PersonFilter("waits", _("Waits for"), path="task.owner", lent="work.approve"),
        Between("created_at", _("Asked")),
    )
    tabs = (
        (_("Waits for me"), "state=open&waits=me"),
        (_("Mine"), "asked_by=me"),
        (_("Open"), "state=open"),
    )
    topics = ("work",)
    empty = Empty(
        _("Nothing was asked for"),
        _("Ask for whatever needs a yes: a purchase, a discount. Who is asked, the rules say."),
        "rubber-stamp",
        (actions.request_approval.name,),
    )


class ApprovalRecord(RecordPage):
    """One approval with each answer."""

    model = Approval
    url = "approvals/<int:pk>/"
    name = "approval"
    related = ("account", "asked_by", "task__owner")
    timeline = False
    buttons = (actions.approve_approval, actions.reject_approval, actions.withdraw_approval)
    panels = (
        Panel(
            "steps",
            _("Answers"),
            template="work/approval_steps.html",
            asks=answers_asked,
            context=answers_shown,
            place="middle",
        ),
    )

    def state(self, obj: Approval) -> tuple[Any, str] | None:
        return state_of(obj)

    def subtitle(self, obj: Approval) -> str:
        if obj.task is None:
            return said("Asked by {name}").format(name=obj.asked_by)
        return said("Asked by {name}, waits for {other}").format(name=obj.asked_by, other=obj.task.owner)

    def facts(self, obj: Approval) -> Sequence[Any]:
        found = [
            (_("Amount"), obj.amount, "money"),
            (_("Kind"), obj.get_kind_display()),
            (_("What for"), obj.text, "prose"),
            (_("Account"), obj.account, "account"),
            (_("Asked by"), obj.asked_by, "person"),
            (_("Waits for"), obj.task.owner if obj.task is not None else None, "person"),
            (_("Asked"), obj.created_at, "when"),
            (_("Decided"), obj.decided_at, "when"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class RequestApproval(ActionPage):
    action = actions.request_approval
    fields = ("title", "kind", "amount", "text", "account")
    submit = _("Ask")


class AnswerApproval(ActionPage):
    """Leads back to where it was answered from, else to what else waits: whoever answered may not see it any more."""

    def lead(self, request: HttpRequest, target: Any, result: Any) -> str:
        return reverse("approvals")


class ApproveApproval(AnswerApproval):
    action = actions.approve_approval
    labels = {"because": _("A word to whoever asked")}

    def words(self, actor: Actor, target: Any) -> str:
        if target is None or self.action.refusal(target, clock.now(), actor) is not None:
            return ""
        return after_a_yes(target)


class RejectApproval(AnswerApproval):
    action = actions.reject_approval
    labels = {"because": _("Why; whoever asked reads it")}


def asked_by_rule(rule: ApprovalRule) -> str:
    """Whom a rule asks, in words."""
    if rule.person is not None:
        return rule.person.name
    return str(rule.get_role_display() if rule.role else rule.get_who_display())


class RuleTable(Table):
    columns = [
        Column("rule", _("Rule"), link=True, value=str, sort=None),
        Column("kind", _("For")),
        Column("over", _("From this amount on"), kind="money", total=False),
        Column("step", _("Step"), kind="number", total=False),
        Column("asks", _("Asks"), value=asked_by_rule, sort=None, needs=("person",)),
        Column("backup", _("Else"), kind="person"),
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("Until, not included"), kind="date"),
    ]


class ApprovalRules(ListPage):
    """Who has to say yes to what, and since when."""

    model = ApprovalRule
    title = _("Rules of approval")
    url = "approval-rules/"
    name = "approval-rules"
    near = ("approvals",)
    table = RuleTable
    order = ("kind", "step", "over", "id")
    buttons = (actions.create_approval_rule,)
    filters = (Choice("kind", _("For")), Flag("over_and_done", _("Ended"), Q(ends_on__isnull=False)))
    paste = False
    empty = Empty(
        _("No rules yet"),
        _("A rule says from which amount on who has to say yes. Without one nothing can be asked for."),
        "rubber-stamp",
        (actions.create_approval_rule.name,),
    )


class ApprovalRuleRecord(RecordPage):
    """One rule."""

    model = ApprovalRule
    url = "approval-rules/<int:pk>/"
    name = "approval-rule"
    related = ("person", "backup")
    timeline = False
    buttons = (actions.end_approval_rule, actions.reopen_approval_rule)

    def state(self, obj: ApprovalRule) -> tuple[Any, str] | None:
        if obj.ends_on is not None and obj.ends_on <= clock.business_day(clock.now()):
            return _("Ended"), ""
        return None

    def facts(self, obj: ApprovalRule) -> Sequence[Any]:
        found = [
            (_("For"), obj.get_kind_display()),
            (_("From this amount on"), obj.over, "money"),
            (_("Step"), obj.step, "number"),
            (_("Asks"), asked_by_rule(obj)),
            (_("Else"), obj.backup, "person"),
            (_("From"), obj.starts_on, "date"),
            (_("Until, not included"), obj.ends_on, "date"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class CreateApprovalRule(ActionPage):
    action = actions.create_approval_rule
    fields = ("kind", "over", "step", "who", "role", "person", "backup", "starts_on")
    labels = {"backup": _("Asked where nobody else may"), "starts_on": _("From; empty: today")}
