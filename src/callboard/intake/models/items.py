"""QueueItem and Assignment."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class Medium(models.TextChoices):
    MAIL = "mail", _("Mail")
    FORM = "form", _("Web form")
    PHONE = "phone", _("Call")
    MANUAL = "manual", _("By hand")


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    PROPOSED = "proposed", _("Proposed")
    ASSIGNED = "assigned", _("Assigned")
    DONE = "done", _("Done")
    IGNORED = "ignored", _("Ignored")


class Wants(models.TextChoices):
    """What the sender wants (the intent)."""

    NEW_LEAD = "new_lead", _("New lead")
    QUESTION = "question", _("Question")
    ORDER_CHANGE = "order_change", _("Order or change")
    CANCELLATION = "cancellation", _("Cancellation")
    BILLING = "billing", _("Billing")
    SUPPORT = "support", _("Support")
    VENDOR = "vendor", _("Vendor")
    APPLICANT = "applicant", _("Applicant")
    SPAM = "spam", _("Spam")
    UNSURE = "unsure", _("Not sure")


WAITING_STATES = (State.WAITING, State.PROPOSED)
OPEN_STATES = (*WAITING_STATES, State.ASSIGNED)


class ItemQuery(models.QuerySet["QueueItem"]):
    def waiting(self) -> "ItemQuery":
        """Nobody has it yet, spam left out, the most urgent and oldest first."""
        return self.filter(state__in=WAITING_STATES, spam=False).order_by("-priority", "received_at", "id")

    def open(self) -> "ItemQuery":
        return self.filter(state__in=OPEN_STATES, spam=False)


class QueueItem(Model):
    """A message, call or form that somebody must decide about.  Unassigned it waits in `pool` and has no task."""

    message = models.OneToOneField(
        "channels.Message", models.PROTECT, null=True, blank=True, related_name="item", verbose_name=_("message")
    )
    medium = models.CharField(_("came by"), max_length=10, choices=Medium)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    sender = models.CharField(_("from"), max_length=320)
    text = models.TextField(_("text"), blank=True)
    intent = models.CharField(_("intent"), max_length=20, choices=Wants, default=Wants.UNSURE)
    confidence = models.FloatField(_("confidence"), default=0)
    intent_words = models.JSONField(_("words that say so"), default=list, blank=True)
    corrected_intent = models.CharField(_("corrected to"), max_length=20, choices=Wants, blank=True)
    spam = models.BooleanField(_("spam"), default=False)
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("account")
    )
    contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("contact")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    priority = models.SmallIntegerField(_("priority"), default=0)
    received_at = models.DateTimeField(_("received"))
    due_at = models.DateTimeField(_("first answer due"), null=True, blank=True)
    answered_at = models.DateTimeField(_("first answered"), null=True, blank=True)
    warned_at = models.DateTimeField(_("somebody was told it is late"), null=True, blank=True, editable=False)
    escalated_at = models.DateTimeField(_("a manager was told"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    held = models.BooleanField(_("waits for a person's decision"), default=False)
    pool = models.ForeignKey(
        "team.Pool", models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("pool")
    )
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("with")
    )
    proposed_to = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proposed to")
    )
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    rule = models.ForeignKey(
        "intake.RoutingRule", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rule")
    )
    why_code = models.CharField(max_length=40, blank=True)
    why_args = models.JSONField(default=dict, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)

    access: ClassVar[Access] = Access(own="person proposed_to", team="person__team")
    objects = ItemQuery.as_manager()

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        triggers = [WorksHere("person", state="assigned")]
        constraints = (
            models.CheckConstraint(
                condition=Q(state=State.ASSIGNED, person__isnull=False) | ~Q(state=State.ASSIGNED),
                name="item_assigned_has_person",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PROPOSED, proposed_to__isnull=False) | ~Q(state=State.PROPOSED),
                name="item_proposed_has_person",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WAITING_STATES, person__isnull=True) | ~Q(state__in=WAITING_STATES),
                name="item_waiting_has_nobody",
            ),
        )
        indexes = (
            models.Index(
                F("priority").desc(), "received_at", "id", name="item_waiting", condition=Q(state__in=WAITING_STATES)
            ),
            models.Index(fields=["account", "-received_at"], name="item_account"),
            models.Index(fields=["person", "state"], name="item_person"),
            models.Index(fields=["-received_at", "-id"], name="item_received"),
            models.Index(
                fields=["intent", "received_at"], include=["state", "corrected_intent"], name="item_read_right"
            ),
            models.Index(
                fields=["due_at"],
                name="item_unanswered",
                condition=Q(answered_at=None, state__in=OPEN_STATES, spam=False),
            ),
        )

    def __str__(self) -> str:
        return self.subject or self.sender

    @property
    def wants(self) -> str:
        """The intent that counts: a person's correction, else what was read."""
        return self.corrected_intent or self.intent

    @property
    def wants_text(self) -> str:
        return str(Wants(self.wants).label)

    @property
    def words(self) -> str:
        """What they wrote, without what they quoted."""
        if self.message is None:
            return self.text
        return self.message.reply_text or self.message.text

    @property
    def waits(self) -> bool:
        return self.state in WAITING_STATES

    @property
    def closed(self) -> bool:
        return self.state not in OPEN_STATES


class Assignment(Model):
    """An item given to a person.  It makes exactly one task; at most one is open an item."""

    item = models.ForeignKey(QueueItem, models.PROTECT, related_name="assignments", verbose_name=_("item"))
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="assignments", verbose_name=_("person"))
    rule = models.ForeignKey(
        "intake.RoutingRule", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rule")
    )
    task = models.OneToOneField("work.Task", models.PROTECT, related_name="assignment", verbose_name=_("task"))
    assigned_at = models.DateTimeField(_("assigned"))
    assigned_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    units = models.DecimalField(_("capacity units"), max_digits=6, decimal_places=2)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    why_code = models.CharField(max_length=40)
    why_args = models.JSONField(default=dict)

    access: ClassVar[Access] = Access(own="person", team="person__team", view="intake.view")

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = (
            models.UniqueConstraint(fields=["item"], condition=Q(ended_at__isnull=True), name="assignment_one_open"),
        )
        indexes = (
            models.Index(fields=["person", "-assigned_at"], name="assignment_person"),
            models.Index(fields=["person"], name="assignment_open", condition=Q(ended_at__isnull=True)),
        )

    def __str__(self) -> str:
        return f"{self.item_id} - {self.person_id}"

    def roots(self) -> set[int]:
        return self.item.roots()
