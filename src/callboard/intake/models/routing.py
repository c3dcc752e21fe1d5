"""Routing rules, the turns they keep, and the record of every decision."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class How(models.TextChoices):
    """Whom a rule chooses."""

    OWNER = "owner", _("the account's owner")
    STICKY = "sticky", _("who has the conversation")
    FIXED = "fixed", _("one person")
    ROUND_ROBIN = "round_robin", _("in turn")
    LEAST_LOADED = "least_loaded", _("who has least to do")
    LONGEST_IDLE = "longest_idle", _("who got nothing longest")


class Sends(models.TextChoices):
    SEND = "send", _("Send")
    PROPOSE = "propose", _("Propose")


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    SUPPORT = "support", _("Account manager")


@history
class RoutingRule(Model):
    """One line of the routing table: which items, whom, and whether it waits for the desk's key."""

    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=120)
    active = models.BooleanField(_("active"), default=True)
    intents = models.JSONField(_("intents"), default=list, blank=True)
    conditions = models.JSONField(_("conditions"), default=dict, blank=True)
    strategy = models.CharField(_("goes to"), max_length=20, choices=How)
    role = models.CharField(_("owner's role"), max_length=20, choices=Role, default=Role.OWNER)
    pool = models.ForeignKey(
        "team.Pool", models.PROTECT, null=True, blank=True, related_name="routing_rules", verbose_name=_("pool")
    )
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="routing_rules", verbose_name=_("person")
    )
    mode = models.CharField(_("then"), max_length=10, choices=Sends, default=Sends.SEND)
    past_limit = models.BooleanField(_("even past the limit"), default=False)
    same_language = models.BooleanField(_("must speak the sender's language"), default=False)
    #: Raised by every change of what the rule decides; `version` is the row's and also moves with its position.
    edition = models.PositiveIntegerField(_("edition"), default=1)

    access: ClassVar[Access] = Access()

    class Meta:
        verbose_name = _("routing rule")
        verbose_name_plural = _("routing rules")
        triggers: ClassVar = [WorksHere("person", active=True)]
        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(strategy="fixed") | models.Q(person__isnull=False), name="rule_fixed_has_person"
            ),
            models.CheckConstraint(
                condition=~models.Q(strategy__in=["round_robin", "least_loaded", "longest_idle"])
                | models.Q(pool__isnull=False),
                name="rule_turns_have_pool",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def roots(self) -> set[int]:
        return set()


class Decision(models.Model):
    """What the rules decided about an item and from what.  Append-only; the full list of the refused is recomputed."""

    id = models.BigAutoField(primary_key=True)
    item = models.ForeignKey("intake.QueueItem", models.CASCADE, related_name="decisions")
    rule = models.ForeignKey(RoutingRule, models.PROTECT, null=True, related_name="+")
    rule_edition = models.PositiveIntegerField(default=0)
    facts_digest = models.CharField(max_length=16)
    facts = models.JSONField()
    winner = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=40)
    args = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    nearest = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["item", "-at"], name="decision_item"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.code}"


class Turn(models.Model):
    """A person's place in one rule's rotation; see rules/decide.py for what the tags mean."""

    id = models.BigAutoField(primary_key=True)
    rule = models.ForeignKey(RoutingRule, models.CASCADE, related_name="turns")
    person = models.ForeignKey("team.Person", models.CASCADE, related_name="+")
    count = models.PositiveIntegerField(default=0)
    start = models.BigIntegerField(default=0)
    end = models.BigIntegerField(default=0)
    number = models.BigIntegerField(default=0)
    last_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["rule", "person"], name="turn_rule_person"),)

    def __str__(self) -> str:
        return f"{self.rule_id} {self.person_id} {self.count}"
