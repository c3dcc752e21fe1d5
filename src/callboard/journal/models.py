"""What happened with people, written up."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models import Account, Attempt, Contact


class Kind(models.TextChoices):
    CALL = "call", _("Call")
    MAIL = "mail", _("Mail")
    MEETING = "meeting", _("Meeting")
    DEMO = "demo", _("Demo")
    VISIT = "visit", _("Visit")
    TEXT = "text", _("Text")
    SOCIAL = "social", _("Social")
    NOTE = "note", _("Note")


class Outcome(models.TextChoices):
    """What came of it; the order is that of the keys 1 to 9."""

    SPOKE = "spoke", _("Spoke")
    NO_ANSWER = "no_answer", _("No answer")
    VOICEMAIL = "voicemail", _("Voicemail")
    WITH_STAFF = "with_staff", _("Spoke with staff")
    CALL_BACK = "call_back", _("Will call back")
    INTERESTED = "interested", _("Interested")
    NOT_NOW = "not_now", _("Not now")
    DECLINED = "declined", _("Declined")
    WRONG_NUMBER = "wrong_number", _("Wrong number")


def for_everyone() -> list[str]:
    return ["all"]


@history
class Interaction(Model):
    """One call, mail, meeting, demo, visit, text, social contact or note; it may stand on several accounts."""

    access = Access(own="person", team="person__team", audience="audience")

    kind = models.CharField(_("Kind"), max_length=8, choices=Kind)
    at = models.DateTimeField(_("When"))
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="interactions", verbose_name=_("By"))
    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="interactions", verbose_name=_("With")
    )
    accounts = models.ManyToManyField(
        Account, through="InteractionAccount", related_name="interactions", verbose_name=_("Accounts")
    )
    text = models.TextField(_("Note"), blank=True, default="")
    outcome = models.CharField(_("Outcome"), max_length=16, choices=Outcome, null=True, blank=True)
    duration_s = models.PositiveIntegerField(_("Duration in seconds"), null=True, blank=True)
    conversed = models.BooleanField(_("Both spoke"), default=False, editable=False)
    next_step = models.CharField(_("Next step"), max_length=200, blank=True, default="")
    next_on = models.DateField(_("On"), null=True, blank=True)
    message = models.ForeignKey(
        "channels.Message",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interactions",
        verbose_name=_("Message"),
    )
    audience = ArrayField(models.CharField(max_length=30), default=for_everyone, editable=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="interaction_kind"),
            models.CheckConstraint(
                condition=Q(outcome=None) | Q(outcome__in=Outcome.values), name="interaction_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(outcome__isnull=False) | ~Q(next_step=""), name="interaction_says_something"
            ),
            models.CheckConstraint(condition=Q(next_on=None) | ~Q(next_step=""), name="interaction_next_date_has_step"),
        ]
        indexes = [
            models.Index(F("at").desc(), F("id").desc(), name="interaction_at"),
            models.Index(F("person"), F("at").desc(), name="interaction_person_at"),
            models.Index(F("contact"), F("at").desc(), name="interaction_contact_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d}"

    def roots(self) -> set[int]:
        return set(self.account_links.values_list("account_id", flat=True)) if self.pk else set()


class InteractionAccount(models.Model):
    """An interaction stands on an account's timeline. `attempt`: what it counts as, where we called or wrote."""

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="account_links")
    account = models.ForeignKey(Account, models.CASCADE, related_name="interaction_links")
    attempt = models.ForeignKey(Attempt, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interaction", "account"], name="interaction_account_once"),
        ]

    def __str__(self) -> str:
        return f"{self.interaction_id} {self.account_id}"
