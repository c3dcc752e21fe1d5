"""Somebody leaves: on which moment, who gets what, and what was handed on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.team.models.people import Person, Pool


class How(models.TextChoices):
    """How whoever gets a thing is found."""

    TERRITORY = "territory", _("Whoever holds its territory")
    ACCOUNT = "account", _("Whoever has its account")
    TEAM = "team", _("Their team, by load")
    POOL = "pool", _("A pool, by load")
    PERSON = "person", _("One person")


@history
class Leaving(Model):
    """A person leaves at a moment.  Until then nothing changes for them; at it everything is handed on and their access ends.

    successor: who gets what no rule places.  ended: what ended with it and can come back: pools, covers, schedules.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Being prepared")
        PLANNED = "planned", _("Planned")
        DONE = "done", _("Gone")
        WITHDRAWN = "withdrawn", _("Stays after all")
        UNDONE = "undone", _("Taken back")

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="leavings", verbose_name=_("Person"), editable=False
    )
    leaves_at = models.DateTimeField(_("Leaves"))
    successor = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Everything else goes to")
    )
    note = models.TextField(_("Note"), blank=True, default="")
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    done_at = models.DateTimeField(_("Done"), null=True, editable=False)
    #: Why it could not be done at its moment; it is tried again.
    problem = models.CharField(_("What is in the way"), max_length=300, blank=True, default="", editable=False)
    ended = models.JSONField(default=dict, editable=False)

    access = Access(view="team.manage")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("leaving")
        verbose_name_plural = _("people who leave")
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state__in=["draft", "planned"]), name="leaving_one_open"
            ),
            models.CheckConstraint(condition=~Q(successor=models.F("person")), name="leaving_successor_other"),
        ]
        indexes = [models.Index(fields=["leaves_at"], condition=Q(state="planned"), name="leaving_due")]

    def __str__(self) -> str:
        return str(self.person)


@history
class LeavingRule(Model):
    """How the things of a kind are handed on; with a record, that one alone, by hand."""

    leaving = models.ForeignKey(Leaving, models.CASCADE, related_name="rules", verbose_name=_("Leaving"))
    kind = models.CharField(_("What"), max_length=60)
    record = models.BigIntegerField(_("Record"), null=True, blank=True)
    how = models.CharField(_("Goes to"), max_length=10, choices=How)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    pool = models.ForeignKey(Pool, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Pool"))

    access = Access(view="team.manage")

    class Meta:
        ordering = ["kind", "record"]
        verbose_name = _("rule of a leaving")
        verbose_name_plural = _("rules of leavings")
        constraints = [
            models.UniqueConstraint(
                fields=["leaving", "kind", "record"], name="leavingrule_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=~Q(how="person") | Q(person__isnull=False), name="leavingrule_person"),
            models.CheckConstraint(condition=~Q(how="pool") | Q(pool__isnull=False), name="leavingrule_pool"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.get_how_display()}"


class LeavingMove(models.Model):
    """A thing that was handed on, and to whom.  Written with the run that did it; undoing reads it."""

    id = models.BigAutoField(primary_key=True)
    leaving = models.ForeignKey(Leaving, models.CASCADE, related_name="moves")
    kind = models.CharField(max_length=60)
    record = models.BigIntegerField()
    to = models.ForeignKey(Person, models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How)

    class Meta:
        verbose_name = _("thing handed on")
        verbose_name_plural = _("things handed on")
        constraints = [models.UniqueConstraint(fields=["leaving", "kind", "record"], name="leavingmove_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"
