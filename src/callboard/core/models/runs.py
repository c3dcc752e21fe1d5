"""One action over many records, and what came of each."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models.record import Model
from callboard.core.refs import Ref


class Run(Model):
    """One action over many records, in chunks, with a result a target.  The counts are those of its targets."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Not started")
        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("Working")
        STOPPED = "stopped", _("Stopped")
        DONE = "done", _("Finished")

    #: States in which the worker goes on with it.
    ACTIVE = (State.WAITING, State.WORKING)

    access = Access(own="person", team="person__team", view="core.runs")

    action = models.CharField(_("What is done"), max_length=100)
    given = models.JSONField(_("With"), default=dict)
    #: Whose run it is: whoever started it, by the same ways as the log keeps them.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("Started by")
    )
    actor_kind = models.CharField(max_length=10)
    actor_name = models.CharField(max_length=60, blank=True)
    on_behalf_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    via = models.CharField(max_length=10)
    #: The kind of the targets; "" when it creates records.
    kind = models.CharField(max_length=60, blank=True)
    #: The list the targets were chosen on, with its filters: "accounts?region=TX".
    source = models.CharField(max_length=2000, blank=True)
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.DRAFT)
    total = models.PositiveIntegerField(_("Targets"), default=0)
    done = models.PositiveIntegerField(_("Done"), default=0)
    refused = models.PositiveIntegerField(_("Refused"), default=0)
    conflicts = models.PositiveIntegerField(_("Conflicts"), default=0)
    failed = models.PositiveIntegerField(_("Failed"), default=0)
    undoes = models.ForeignKey("self", models.CASCADE, null=True, related_name="undone_by", verbose_name=_("Undoes"))
    #: The log line of its start: the lines of its targets stand under it.
    log_id = models.UUIDField(null=True)
    #: Why it stopped.
    note = models.CharField(_("Note"), max_length=300, blank=True)
    #: Nothing is done before this instant (room for "more than 25 mails wait").
    not_before_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(_("Started"), null=True)
    #: The stretch of work under way: since when, and how many targets were over before it.  Gives the time left.
    stretch_at = models.DateTimeField(null=True)
    stretch_from = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("Finished"), null=True)

    #: The state of the run that undoes it and was not undone itself, None where none does: no column, but annotated by
    #: whoever shows runs.
    taken_back: str | None

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        indexes = (
            models.Index(fields=["person", "-id"], name="run_person"),
            models.Index(
                fields=["touched_at"], name="run_active", condition=models.Q(state__in=["waiting", "working"])
            ),
        )

    def __str__(self) -> str:
        words: str = gettext(capfirst(self.action.rpartition(".")[2].replace("_", " ")))
        return gettext("{what}, run {number}").format(what=words, number=self.pk) if self.pk else words

    @property
    def over(self) -> int:
        """How many targets have a result."""
        return self.done + self.refused + self.conflicts + self.failed

    @cached_property
    def undoing(self) -> "Run | None":
        """The run that undoes it and was not undone itself.  Asks only where `taken_back` says that there is one."""
        if self.taken_back is None:
            return None
        return self.undone_by.filter(undone_by=None).order_by("-id").first()


class RunTarget(models.Model):
    """One target of a run: a record as it was frozen, or (for an action that creates) what to create; and what came of it.

    ``name`` says what the record was called when it was its turn; it goes with the run after 90 days.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        REFUSED = "refused", _("Refused")
        CONFLICT = "conflict", _("Conflict")
        FAILED = "failed", _("Failed")

    access = Access(own="run__person", team="run__person__team", view="core.runs")

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(Run, models.CASCADE, related_name="targets", verbose_name=_("Run"))
    position = models.PositiveIntegerField(_("Row"))
    target_id = models.BigIntegerField(null=True)
    target_version = models.PositiveIntegerField(null=True)
    given = models.JSONField(null=True)
    #: The log line this target undoes, in a run that undoes another.
    undoes_id = models.UUIDField(null=True)
    outcome = models.CharField(_("Outcome"), max_length=10, choices=Outcome, default=Outcome.WAITING)
    sentence = models.CharField(_("Why"), max_length=500, blank=True)
    #: The sentence without what is particular to this target, so that many of one kind are counted together.
    reason = models.CharField(max_length=300, blank=True)
    name = models.CharField(_("Record"), max_length=200, blank=True)
    log_id = models.UUIDField(null=True)
    result_kind = models.CharField(max_length=60, blank=True)
    result_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("target of a run")
        verbose_name_plural = _("targets of runs")
        constraints = (models.UniqueConstraint(fields=["run", "position"], name="runtarget_position"),)
        indexes = (
            models.Index(fields=["run", "outcome", "position"], name="runtarget_outcome"),
            models.Index(fields=["run", "position"], name="runtarget_waiting", condition=models.Q(outcome="waiting")),
        )

    def __str__(self) -> str:
        return self.name or f"#{self.target_id or self.position}"

    def leads_to(self) -> Ref | None:
        """The record it is about, or what was created.  Asks nothing where the run was loaded with it."""
        if self.run.kind and self.target_id:
            return Ref(self.run.kind, self.target_id)
        return Ref(self.result_kind, self.result_id) if self.result_kind and self.result_id else None
