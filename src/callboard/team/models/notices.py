"""What people are told, by which medium, and when not."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.team.models.people import Person, Team


class MailWay(models.TextChoices):
    """When a notice comes by mail."""

    NOW = "now", _("At once")
    DIGEST = "digest", _("Once a day")
    OFF = "off", _("No")


@history
class NoticeChoice(Model):
    """How a person is told of one event; a team's row holds where the person chose nothing, the company's where the team did not.

    A value that is absent is not chosen here.  The company's row has neither person nor team.
    """

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="notice_choices")
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="notice_choices")
    event = models.CharField(_("Event"), max_length=60)
    page = models.BooleanField(_("In the bell"), null=True)
    mail = models.CharField(_("By mail"), max_length=6, choices=MailWay, blank=True, default="")
    desktop = models.BooleanField(_("On the desktop"), null=True)
    escalate_minutes = models.PositiveIntegerField(_("Tell the next person after"), null=True)

    access = Access(own="person", team="team person__team", view="team.own")

    class Meta:
        verbose_name = _("choice of notices")
        verbose_name_plural = _("choices of notices")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "team", "event"], nulls_distinct=False, name="notice_choice_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(team__isnull=True), name="notice_choice_of_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.team or _('Company')}: {self.event}"


@history
class QuietTime(Model):
    """When a person is not disturbed by mail or desktop, and when their digest comes; in their own zone.

    What is absent is as the company set it.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="quiet_time", verbose_name=_("Person"))
    quiet_from = models.TimeField(_("Quiet from"), null=True)
    quiet_to = models.TimeField(_("Quiet to"), null=True)
    only_hours = models.BooleanField(_("Only in my working hours"), null=True)
    digest_at = models.TimeField(_("Digest at"), null=True)

    access = Access(own="person", team="person__team", view="team.own")

    class Meta:
        verbose_name = _("quiet time")
        verbose_name_plural = _("quiet times")

    def __str__(self) -> str:
        return str(self.person)


class Mention(Model):
    """A person mentioned in the text of a record: told once, however often the text is changed."""

    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions", verbose_name=_("Person"))
    removed_at = models.DateTimeField(null=True)

    access = Access(own="person", view="kit.notices")

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [models.UniqueConstraint(fields=["ref_kind", "ref_id", "person"], name="mention_once")]

    def __str__(self) -> str:
        return str(self.person)
