"""Who has to say yes to what, by rules with dates, and what they said."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.team.models import Role
from callboard.work.models.tasks import Task


class ApprovalKind(models.TextChoices):
    """What is asked for."""

    PURCHASE = "purchase", _("Purchase")
    DISCOUNT = "discount", _("Discount")
    EXPENSE = "expense", _("Expense")
    TRAVEL = "travel", _("Travel")
    PAYMENT = "payment", _("Payment")
    OTHER = "other", _("Something else")


class Approver(models.TextChoices):
    """Who a rule names."""

    MANAGER = "manager", _("The manager of whoever asks")
    ROLE = "role", _("Somebody of a role")
    PERSON = "person", _("One person")


@history
class ApprovalRule(Model):
    """From which amount on somebody has to say yes to something, in which step, on which days.

    Of the rules of a step the one with the highest amount that is reached holds.  backup: asked where nobody else may.
    """

    kind = models.CharField(_("For"), max_length=12, choices=ApprovalKind)
    over = models.DecimalField(_("From this amount on"), max_digits=14, decimal_places=2, default=0)
    step = models.PositiveSmallIntegerField(_("Step"), default=1)
    who = models.CharField(_("Who"), max_length=8, choices=Approver, default=Approver.MANAGER)
    role = models.CharField(_("Role"), max_length=24, choices=Role, blank=True, default="")
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    backup = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Else")
    )
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until, not included"), null=True, blank=True)

    access = Access(view="work.approval_rules")

    class Meta:
        ordering = ["kind", "step", "over", "id"]
        verbose_name = _("rule of approval")
        verbose_name_plural = _("rules of approval")
        triggers = [WorksHere("person", ends_on=None), WorksHere("backup", ends_on=None)]
        constraints = [
            models.CheckConstraint(condition=Q(over__gte=0), name="approvalrule_amount"),
            models.CheckConstraint(condition=Q(step__gte=1), name="approvalrule_step"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="approvalrule_dates"
            ),
            models.CheckConstraint(
                condition=Q(who="manager", role="", person=None)
                | Q(who="role", person=None) & ~Q(role="")
                | Q(who="person", role="", person__isnull=False),
                name="approvalrule_names_one",
            ),
            models.UniqueConstraint(
                fields=["kind", "step", "over"], condition=Q(ends_on=None), name="approvalrule_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.over:,.2f} / {self.step}"


class ApprovalState(models.TextChoices):
    """What was said."""

    OPEN = "open", _("Waits")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@history
class Approval(Model):
    """What somebody asks for. Whose turn it is, is whoever has its task; without one it is decided.

    step: the one that is asked now, else the last that was.
    """

    title = models.CharField(_("What"), max_length=200)
    kind = models.CharField(_("Kind"), max_length=12, choices=ApprovalKind)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    text = models.TextField(_("What for"), blank=True, default="")
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="approvals", verbose_name=_("Account")
    )
    asked_by = models.ForeignKey(
        "team.Person", models.PROTECT, related_name="approvals_asked", verbose_name=_("Asked by")
    )
    state = models.CharField(_("State"), max_length=10, choices=ApprovalState, default=ApprovalState.OPEN)
    step = models.PositiveSmallIntegerField(_("Step"), default=0)
    task = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="approval", verbose_name=_("Waits for")
    )
    decided_at = models.DateTimeField(_("Decided"), null=True, blank=True)

    access = Access(own="asked_by task__owner", team="asked_by__team task__owner__team", view="work.approvals")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="approval_amount"),
            models.CheckConstraint(
                condition=Q(state="open", task__isnull=False, decided_at__isnull=True)
                | ~Q(state="open") & Q(task__isnull=True, decided_at__isnull=False),
                name="approval_open_waits_for_somebody",
            ),
        ]
        indexes = [models.Index(fields=["account"], condition=Q(account__isnull=False), name="approval_account")]

    def __str__(self) -> str:
        return self.title

    @property
    def stands(self) -> str:
        """What has become of it, as the end of a sentence: a yes may be the first of several."""
        if self.task is not None:
            return said("now it waits for {name}").format(name=self.task.owner or self.task.team)
        return said("it is {state}").format(state=self.get_state_display().lower())


@history
class ApprovalStep(Model):
    """One answer that was asked for: by which rule, of whom, and what they said. `sent_to`: of whom it was asked last."""

    approval = models.ForeignKey(Approval, models.PROTECT, related_name="steps", verbose_name=_("Approval"))
    number = models.PositiveSmallIntegerField(_("Step"))
    rule = models.ForeignKey(ApprovalRule, models.PROTECT, related_name="+", verbose_name=_("Rule"))
    sent_to = models.ForeignKey("team.Person", models.PROTECT, related_name="+", verbose_name=_("Asked"))
    state = models.CharField(_("State"), max_length=10, choices=ApprovalState, default=ApprovalState.OPEN)
    decided_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("By")
    )
    decided_at = models.DateTimeField(_("When"), null=True, blank=True)
    because = models.TextField(_("Why"), blank=True, default="")

    access = Access(own="approval__asked_by sent_to", team="approval__asked_by__team", view="work.approvals")

    class Meta:
        ordering = ["approval_id", "number"]
        verbose_name = _("step of an approval")
        verbose_name_plural = _("steps of approvals")
        constraints = [models.UniqueConstraint(fields=["approval", "number"], name="approvalstep_once")]

    def __str__(self) -> str:
        return f"{self.approval}, {self.number}"
