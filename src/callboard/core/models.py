"""The tables every app leans on: log, changes, timeline, keys, links, files, notices."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.refs import Ref
from callboard.core.search.models import SearchEntry, SearchMark, SearchWord

__all__ = ["Change", "Heartbeat", "Link", "Log", "Model", "Notice", "OnceKey", "TimelineEntry"]
__all__ += ["SearchEntry", "SearchMark", "SearchWord"]


class Model(models.Model):
    """What every record of an app is.  ``save()`` raises ``version``; ``roots()`` names the accounts it belongs to."""

    access: ClassVar[Access] = Access()
    #: The columns its text takes; where they are said, a list that only names it loads no others.
    named_by: ClassVar[tuple[str, ...]] = ()

    id = models.BigAutoField(primary_key=True)
    created_at = models.DateTimeField(_("created"), null=True, editable=False)
    updated_at = models.DateTimeField(_("changed"), null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version = (self.version or 0) + 1
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "version", "updated_at"}
        super().save(*args, **kwargs)

    def roots(self) -> set[int]:
        """Ids of the accounts this record belongs to."""
        account = getattr(self, "account_id", None)
        return {account} if account else set()

    def get_absolute_url(self) -> str:
        from callboard.core.links import url_of

        return url_of(self)


class Log(models.Model):
    """Who did what, when.  Append-only; ids, never names.  What changed stands in the history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField()
    action = models.CharField(max_length=100)
    actor_kind = models.CharField(max_length=10)
    actor_name = models.CharField(max_length=60, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    on_behalf_of = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    via = models.CharField(max_length=10)
    target_kind = models.CharField(max_length=60, blank=True)
    target_id = models.BigIntegerField(null=True)
    result_kind = models.CharField(max_length=60, blank=True)
    result_id = models.BigIntegerField(null=True)
    root_id = models.BigIntegerField(null=True)
    cause_id = models.UUIDField(null=True)
    undoes_id = models.UUIDField(null=True)
    undo_args = models.JSONField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["target_kind", "target_id", "-at"], name="log_target"),
            models.Index(fields=["root_id", "-at"], name="log_root"),
            models.Index(fields=["person", "-at"], name="log_person"),
            models.Index(fields=["cause_id"], name="log_cause", condition=models.Q(cause_id__isnull=False)),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["undoes_id"], name="log_undone_once", condition=models.Q(undoes_id__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.target_kind} {self.target_id or ''}".strip()


class Change(models.Model):
    """One record changed.  ``seq`` is given by the worker once every older transaction is over, so no reader skips a slow one."""

    id = models.BigAutoField(primary_key=True)
    seq = models.BigIntegerField(null=True, unique=True)
    #: The transaction's id (xid8 as a number); the column's default is set by the database.
    xid = models.BigIntegerField(db_default=RawSQL("(pg_current_xact_id()::text)::bigint", ()))
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    root_id = models.BigIntegerField(null=True)
    topic = models.CharField(max_length=80)
    audience = ArrayField(models.CharField(max_length=30), default=list)

    class Meta:
        indexes = (models.Index(fields=["id"], name="change_waiting", condition=models.Q(seq__isnull=True)),)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.topic}"


class TimelineEntry(models.Model):
    """One line of an account's timeline: an index over records of every app."""

    id = models.BigAutoField(primary_key=True)
    root_id = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    audience = ArrayField(models.CharField(max_length=30), default=list)
    pinned = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["root_id", "-at", "id"], name="timeline_root"),
            models.Index(fields=["ref_kind", "ref_id"], name="timeline_ref"),
        )

    def __str__(self) -> str:
        return self.title


class OnceKey(models.Model):
    """An idempotency key and what came of it.  Kept 30 days."""

    id = models.BigAutoField(primary_key=True)
    identity = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    log_id = models.UUIDField(null=True)
    result_kind = models.CharField(max_length=60, blank=True)
    result_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["identity", "key"], name="once_key"),)
        indexes = (models.Index(fields=["at"], name="once_at"),)

    def __str__(self) -> str:
        return self.key


class Link(models.Model):
    """A link that works without sign-in: the token is stored hashed and shown once."""

    id = models.BigAutoField(primary_key=True)
    purpose = models.CharField(max_length=40)
    token_hash = models.CharField(max_length=64, unique=True)
    scope = models.JSONField(default=dict)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    uses = models.PositiveIntegerField(default=0)
    max_uses = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class Notice(Model):
    """Something one of our own people is told: in the bell of the page, on the desktop, by mail, each as they chose.

    Several of one event close together are one: the first is the head, the others name it as their ``bundle``.
    """

    class State(models.TextChoices):
        """Of the mail."""

        QUEUED = "queued", _("queued")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        NONE = "none", _("not by mail")
        SEEN = "seen", _("read before the mail left")
        HIDDEN = "hidden", _("may not see it any more")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: Who caused it; nobody where the program did.
    by_person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    event = models.CharField(_("event"), max_length=60)
    subject = models.CharField(_("what"), max_length=300)
    text = models.TextField()
    ref_kind = models.CharField(max_length=60, blank=True)
    ref_id = models.BigIntegerField(null=True)
    bundle = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="bundled")
    more = models.PositiveIntegerField(default=0)
    on_page = models.BooleanField(default=True)
    on_desktop = models.BooleanField(default=False)
    read_at = models.DateTimeField(_("read"), null=True)
    #: When the next person is told because this one did not read it.
    escalate_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    #: The mail does not leave before; digest: it leaves with the others of the day.
    mail_at = models.DateTimeField(null=True)
    digest = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True)

    access = Access(own="person", view="kit.notices")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = (
            models.Index(fields=["id"], name="notice_queued", condition=models.Q(state="queued")),
            models.Index(fields=["person", "-created_at", "-id"], name="notice_person"),
            models.Index(
                fields=["person", "event"], name="notice_unread", condition=models.Q(read_at=None, on_page=True)
            ),
            models.Index(
                fields=["escalate_at"],
                name="notice_escalate",
                condition=models.Q(escalate_at__isnull=False, read_at=None),
            ),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def topic(self) -> str:
        """What the person's open pages listen to."""
        return f"bell:{self.person_id}"


class Heartbeat(models.Model):
    """When a part of the program last said that it lives: the worker, each mailbox's watcher."""

    name = models.CharField(primary_key=True, max_length=80)
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


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
