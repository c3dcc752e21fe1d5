"""What happened: who did what, what changed, which request was already answered."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL


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
            models.Index(
                fields=["result_kind", "result_id", "-at"],
                name="log_result",
                condition=models.Q(result_id__isnull=False),
            ),
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
