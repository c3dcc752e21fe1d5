"""Who might buy, and what."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.directory.models import Account, Contact
from callboard.directory.models.numbers import NextNumber


class Source(models.TextChoices):
    MAIL = "mail", _("Mail")
    CALL = "call", _("Call")
    FORM = "form", _("Web form")
    SHOW = "show", _("Show")
    REFERRAL = "referral", _("Referral")
    ASSOCIATION = "association", _("Association")
    LIST = "list", _("Bought list")
    OTHER = "other", _("Other")


class Grade(models.TextChoices):
    """A is best."""

    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class LeadState(models.TextChoices):
    NEW = "new", _("New")
    WORKING = "working", _("Working")
    CONVERTED = "converted", _("Converted")
    LOST = "lost", _("Lost")


class Stage(models.TextChoices):
    """The order is the way of an opportunity; rules.ENTRY says what must be known to enter each."""

    QUALIFY = "qualify", _("Qualify")
    DEMO = "demo", _("Demo")
    PROPOSAL = "proposal", _("Proposal")
    COMMIT = "commit", _("Commit")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")


class LostReason(models.TextChoices):
    PRICE = "price", _("Price")
    COMPETITOR = "competitor", _("Chose a competitor")
    NO_NEED = "no_need", _("No need")
    NO_BUDGET = "no_budget", _("No budget")
    TIMING = "timing", _("Not now")
    NO_REPLY = "no_reply", _("No reply")
    DUPLICATE = "duplicate", _("Duplicate")
    OTHER = "other", _("Other")


@history
class Lead(Model):
    """Somebody who might become a customer and is not yet an account of ours."""

    access = Access(own="owner", team="owner__team")

    number = models.BigIntegerField(
        _("Number"), unique=True, db_default=NextNumber("pipeline_lead_number"), editable=False
    )
    name = models.CharField(_("Name"), max_length=200)
    company = models.CharField(_("Company"), max_length=200, blank=True, default="")
    email = models.CharField(_("Mail"), max_length=254, blank=True, default="")
    phone = models.CharField(_("Phone"), max_length=16, blank=True, default="")
    city = models.CharField(_("City"), max_length=100, blank=True, default="")
    region = models.CharField(_("State"), max_length=60, blank=True, default="")
    source = models.CharField(_("Source"), max_length=12, choices=Source)
    interest = models.TextField(_("What they want"), blank=True, default="")
    grade = models.CharField(_("Grade"), max_length=1, choices=Grade, null=True, blank=True)
    grade_reason = models.CharField(_("Why this grade"), max_length=300, blank=True, default="")
    state = models.CharField(_("State"), max_length=10, choices=LeadState, default=LeadState.NEW, editable=False)
    status_reason = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    lost_reason = models.CharField(_("Lost because"), max_length=12, choices=LostReason, null=True, blank=True)
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("Owner")
    )
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("Account")
    )
    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("Contact")
    )
    message = models.ForeignKey(
        "channels.Message", models.SET_NULL, null=True, blank=True, related_name="leads", verbose_name=_("Message")
    )
    assigned_at = models.DateTimeField(_("Assigned"), null=True, blank=True, editable=False)
    first_touch_at = models.DateTimeField(_("First touch"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("Closed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("lead")
        verbose_name_plural = _("leads")
        triggers = [WorksHere("owner", state=["new", "working"])]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="lead_has_name"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="lead_source"),
            models.CheckConstraint(condition=Q(grade=None) | Q(grade__in=Grade.values), name="lead_grade"),
            models.CheckConstraint(condition=Q(state__in=LeadState.values), name="lead_state"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="lead_email_lower"),
            models.CheckConstraint(
                condition=~Q(state="converted") | Q(account__isnull=False), name="lead_converted_has_account"
            ),
            models.CheckConstraint(
                condition=~Q(state="lost") | Q(lost_reason__isnull=False), name="lead_lost_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["new", "working"], closed_at=None)
                | Q(state__in=["converted", "lost"], closed_at__isnull=False),
                name="lead_closed_at",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-created_at", "-id"], name="lead_state_created"),
            models.Index(fields=["owner", "state"], name="lead_owner_state"),
            models.Index(fields=["email"], condition=~Q(email=""), name="lead_email"),
            models.Index(fields=["phone"], condition=~Q(phone=""), name="lead_phone"),
            GinIndex(OpClass(Upper("company"), "gin_trgm_ops"), name="lead_company_trgm"),
            GinIndex(OpClass(Upper("name"), "gin_trgm_ops"), name="lead_name_trgm"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.company}" if self.company else self.name

    @property
    def open(self) -> bool:
        return self.state in (LeadState.NEW, LeadState.WORKING)


@history
class Opportunity(Model):
    """What an account may buy, by when, and what happens next. No dated next step is a fault."""

    access = Access(own="owner", team="owner__team")

    account = models.ForeignKey(Account, models.PROTECT, related_name="opportunities", verbose_name=_("Account"))
    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="opportunities", verbose_name=_("Contact")
    )
    name = models.CharField(_("Name"), max_length=200)
    stage = models.CharField(_("Stage"), max_length=10, choices=Stage, default=Stage.QUALIFY, editable=False)
    stage_at = models.DateTimeField(_("In this stage since"), editable=False)
    value_mrr = models.DecimalField(_("MRR"), max_digits=12, decimal_places=2, null=True, blank=True)
    one_time = models.DecimalField(_("One-time"), max_digits=12, decimal_places=2, null=True, blank=True)
    close_on = models.DateField(_("Expected close"), null=True, blank=True)
    next_step = models.CharField(_("Next step"), max_length=200, blank=True, default="")
    next_on = models.DateField(_("On"), null=True, blank=True)
    competitor = models.CharField(_("Competitor"), max_length=120, blank=True, default="")
    owner = models.ForeignKey("team.Person", models.PROTECT, related_name="opportunities", verbose_name=_("Owner"))
    lead = models.OneToOneField(
        Lead, models.PROTECT, null=True, blank=True, related_name="opportunity", verbose_name=_("Lead")
    )
    lost_reason = models.CharField(_("Lost because"), max_length=12, choices=LostReason, null=True, blank=True)
    lost_text = models.CharField(_("In their words"), max_length=300, blank=True, default="")
    try_again_on = models.DateField(_("Try again on"), null=True, blank=True)
    closed_on = models.DateField(_("Closed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        triggers = [WorksHere("owner", stage=["qualify", "demo", "proposal", "commit"])]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="opportunity_has_name"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="opportunity_stage"),
            models.CheckConstraint(
                condition=Q(value_mrr=None) | Q(value_mrr__gte=0), name="opportunity_value_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(one_time=None) | Q(one_time__gte=0), name="opportunity_one_time_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(stage="lost", lost_reason__isnull=False) | (~Q(stage="lost") & Q(lost_reason=None)),
                name="opportunity_lost_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["won", "lost"], closed_on__isnull=False)
                | (~Q(stage__in=["won", "lost"]) & Q(closed_on=None)),
                name="opportunity_closed_on",
            ),
        ]
        indexes = [
            models.Index(fields=["close_on", "id"], name="opportunity_close"),
            models.Index(fields=["stage", "close_on", "id"], name="opportunity_stage_close"),
            models.Index(fields=["owner", "stage", "close_on"], name="opportunity_owner_stage"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def open(self) -> bool:
        return self.stage not in (Stage.WON, Stage.LOST)
