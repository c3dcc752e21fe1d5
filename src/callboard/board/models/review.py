"""The contact report of one person and week, and what was said about it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class ReviewState(models.TextChoices):
    """Where a review stands."""

    NEW = "new", _("New")
    READ = "read", _("Read")
    ASKED = "asked", _("Asked back")
    ANSWERED = "answered", _("Answered")
    COACHED = "coached", _("Coached")
    CLOSED = "closed", _("Closed")


class Said(models.TextChoices):
    """What a line of the thread is."""

    ASKED = "asked", _("asked")
    ANSWERED = "answered", _("answered")
    COACHED = "coached", _("coached")


@history
class ContactReview(Model):
    """The report of a person's week.  Whose it is sees its figures first: until `seen_at` they are shown to them alone."""

    access = Access(own="person", team="person__team", view="board.contact")
    # Whose they are reads them first, and nobody in the history.
    not_in_history = ("figures",)

    person = models.ForeignKey(
        "team.Person", models.PROTECT, related_name="contact_reviews", verbose_name=_("Rep"), editable=False
    )
    starts_on = models.DateField(_("Week from"), editable=False)
    ends_on = models.DateField(_("to"), editable=False)
    state = models.CharField(_("State"), max_length=8, choices=ReviewState, default=ReviewState.NEW, editable=False)
    figures = models.JSONField(default=dict, editable=False)
    overdue = models.PositiveIntegerField(_("Overdue"), default=0, editable=False)
    overdue_mrr = models.DecimalField(_("MRR overdue"), max_digits=14, decimal_places=2, default=0, editable=False)
    seen_at = models.DateTimeField(_("Seen by the rep"), null=True, editable=False)
    read_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Read by"), editable=False
    )
    read_at = models.DateTimeField(_("Read"), null=True, editable=False)
    closed_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Closed by"), editable=False
    )
    closed_at = models.DateTimeField(_("Closed"), null=True, editable=False)

    class Meta:
        verbose_name = _("contact review")
        verbose_name_plural = _("contact reviews")
        constraints = [
            models.UniqueConstraint(fields=["person", "starts_on"], name="contactreview_once_a_week"),
            models.CheckConstraint(condition=Q(state__in=ReviewState.values), name="contactreview_state"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="contactreview_forward"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | ~Q(state="closed") & Q(closed_at=None),
                name="contactreview_closed_has_instant",
            ),
        ]
        indexes = [
            models.Index(F("starts_on").desc(), F("id").desc(), name="contactreview_week"),
            models.Index(fields=["state", "starts_on"], condition=~Q(state="closed"), name="contactreview_open"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {formats.date_format(self.starts_on, 'M j, Y')}"

    def roots(self) -> set[int]:
        return set()

    def get_absolute_url(self) -> str:
        return reverse("contact-review", args=[self.pk])


class ReviewLine(models.Model):
    """An account that was overdue when the review was made.  causes: codes with their arguments, as they were then."""

    access = Access(own="review__person", team="review__person__team", view="board.contact")

    review = models.ForeignKey(ContactReview, models.CASCADE, related_name="lines")
    account = models.ForeignKey("directory.Account", models.CASCADE, related_name="+")
    mrr = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    days_over = models.PositiveIntegerField()
    causes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("line of a review")
        verbose_name_plural = _("lines of reviews")
        constraints = [models.UniqueConstraint(fields=["review", "account"], name="reviewline_once")]

    def __str__(self) -> str:
        return str(self.account)


class ReviewNote(models.Model):
    """Something said about a review, about one account where that is named.  Never changed; taken back with its action."""

    access = Access(own="review__person", team="review__person__team", view="board.contact")

    review = models.ForeignKey(ContactReview, models.CASCADE, related_name="notes")
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+")
    said = models.CharField(max_length=10, choices=Said)
    account = models.ForeignKey("directory.Account", models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("word on a review")
        verbose_name_plural = _("words on reviews")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="reviewnote_says_something"),
            models.CheckConstraint(condition=Q(said__in=Said.values), name="reviewnote_said"),
        ]
        indexes = [models.Index(fields=["review", "id"], name="reviewnote_of")]

    def __str__(self) -> str:
        return self.text[:60]
