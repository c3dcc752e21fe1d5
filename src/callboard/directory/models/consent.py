"""Who must not be written to or called, and every time we tried."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.models import Model
from callboard.directory.models.account import Account
from callboard.directory.models.contact import Contact
from callboard.directory.models.medium import Medium


class Purpose(models.TextChoices):
    """Why we contact somebody (words.md)."""

    ANSWER = "answer", _("Answer")
    SERVICE = "service", _("Service")
    SALES = "sales", _("Sales")
    CAMPAIGN = "campaign", _("Campaign")


class Scope(models.TextChoices):
    """What a person asked us to stop. `all`: nothing at all, not even an answer."""

    MARKETING = "marketing", _("No sales or campaigns")
    ALL = "all", _("Nothing at all")


class Suppression(Model):
    """An address (mail or E.164) that asked us to stop. Only its hash is kept, so it survives erasure.

    `contact`: the person who asked for it; then it is their wish for every way to reach them, those added later too.
    """

    access = Access()

    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="suppressions", editable=False
    )

    address_hash = models.CharField(max_length=64, unique=True, editable=False)
    scope = models.CharField(_("Scope"), max_length=12, choices=Scope, default=Scope.MARKETING)
    reason = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    at = models.DateTimeField(_("When"))

    class Meta:
        verbose_name = _("suppression")
        verbose_name_plural = _("suppressions")
        constraints = [models.CheckConstraint(condition=Q(scope__in=Scope.values), name="suppression_scope")]

    def __str__(self) -> str:
        return str(self.get_scope_display())


class How(models.TextChoices):
    """By what way they said so. `link`: the link in a mail of ours."""

    PHONE = "phone", _("On the phone")
    MAIL = "mail", _("By mail")
    TEXT = "text", _("By text")
    FORM = "form", _("Form")
    LETTER = "letter", _("Letter")
    PERSON = "person", _("In person")
    LINK = "link", _("Link in a mail")


class Consent(Model):
    """Somebody said yes or no to being reached: for one purpose or all sales and campaigns, by one medium or any.

    The newest word of a person counts from the moment it is written down. Erasing the person leaves the hash of their
    address, so that a no goes on counting.
    """

    access = Access(own="contact__account__owner", team="contact__account__owner__team")

    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="consents", verbose_name=_("Contact")
    )
    address_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    medium = models.CharField(_("By"), max_length=8, choices=Medium, blank=True, default="")
    purpose = models.CharField(_("For"), max_length=12, choices=Purpose, blank=True, default="")
    given = models.BooleanField(_("Yes"))
    at = models.DateTimeField(_("When"))
    how = models.CharField(_("How"), max_length=8, choices=How)
    proof = models.TextField(_("Proof"), blank=True, default="")
    proof_sha = ShaField()
    proof_name = models.CharField(_("File"), max_length=200, blank=True, default="")
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Written down by")
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(condition=Q(medium="") | Q(medium__in=Medium.values), name="consent_medium"),
            models.CheckConstraint(condition=Q(purpose="") | Q(purpose__in=Purpose.values), name="consent_purpose"),
            models.CheckConstraint(condition=Q(how__in=How.values), name="consent_how"),
            models.CheckConstraint(condition=~Q(contact=None) | ~Q(address_hash=""), name="consent_whose"),
            models.CheckConstraint(
                condition=Q(given=False) | ~Q(proof="") | ~Q(proof_sha=""), name="consent_yes_is_proven"
            ),
        ]
        indexes = [
            models.Index(fields=["contact", "-at"], name="consent_contact_at"),
            models.Index(fields=["address_hash", "-at"], name="consent_address_at"),
        ]

    def __str__(self) -> str:
        said = _("Yes") if self.given else _("No")
        return f"{self.contact or _('an address')}: {said}"

    def roots(self) -> set[int]:
        return self.contact.roots() if self.contact is not None else set()

    @property
    def about(self) -> str:
        """`Phone, sales`; what is not narrowed is said too."""
        medium = self.get_medium_display() if self.medium else _("by any way")
        purpose = self.get_purpose_display() if self.purpose else _("sales and campaigns")
        return f"{medium}, {purpose}".lower().capitalize()


class Attempt(models.Model):
    """We called or wrote, whatever came of it. Written by what goes out, never changed."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="attempts")
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="attempts")
    medium = models.CharField(max_length=8, choices=Medium)
    purpose = models.CharField(max_length=12, choices=Purpose)
    to_hash = models.CharField(max_length=64)
    person = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.CheckConstraint(condition=Q(medium__in=Medium.values), name="attempt_medium"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="attempt_purpose"),
        ]
        indexes = [
            models.Index(fields=["account", "-at", "-id"], name="attempt_account_at"),
            models.Index(fields=["to_hash", "-at"], name="attempt_to_at"),
            models.Index(fields=["person", "-at"], name="attempt_person_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_medium_display()} {self.at:%Y-%m-%d %H:%M}"
