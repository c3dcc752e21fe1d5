"""A file that brings in records, row by row; and what a record is called in another system."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.models import Model
from callboard.directory.models.account import Account
from callboard.directory.models.contact import Contact

ACCOUNT, CONTACT = "directory.account", "directory.contact"


class ImportState(models.TextChoices):
    MAPPING = "mapping", _("Columns to be said")
    READING = "reading", _("Being read")
    READY = "ready", _("To be looked at")
    WAITING = "waiting", _("Waiting")
    WORKING = "working", _("Working")
    STOPPED = "stopped", _("Stopped")
    DONE = "done", _("Brought in")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    FAILED = "failed", _("Not readable")


class Verdict(models.TextChoices):
    """What becomes of a row."""

    CREATE = "create", _("New")
    UPDATE = "update", _("Change")
    SAME = "same", _("Nothing to do")
    ASK = "ask", _("To be asked")
    REFUSE = "refuse", _("Not readable")
    LEAVE = "leave", _("Left out")


class Outcome(models.TextChoices):
    """What became of it."""

    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Brought in")
    REFUSED = "refused", _("Refused")
    UNDONE = "undone", _("Undone")
    KEPT = "kept", _("Kept")


class Import(Model):
    """One file.  columns: its heads.  mapping: what each is (rules.importing.Mapping).  head: (signature of the heads).
    The counts are those of its rows' verdicts and outcomes."""

    #: States in which the worker goes on with it.
    ACTIVE = (ImportState.READING, ImportState.WAITING, ImportState.WORKING, ImportState.UNDOING)

    access = Access(own="person", team="person__team", view="directory.import")

    kind = models.CharField(_("Kind"), max_length=40)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("Sent by")
    )
    via = models.CharField(max_length=10, default="page")
    filename = models.CharField(_("File"), max_length=200)
    sha = ShaField()
    size = models.BigIntegerField(_("Size"), default=0)
    state = models.CharField(_("State"), max_length=10, choices=ImportState, default=ImportState.MAPPING)
    dialect = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    signature = models.CharField(max_length=64, blank=True, default="")
    mapping = models.JSONField(default=dict)
    #: Whether records we have are changed; else rows that match one are left alone.
    update_known = models.BooleanField(_("Change what is there"), default=True)
    corrects = models.ForeignKey("self", models.SET_NULL, null=True, related_name="corrected_by")
    total = models.PositiveIntegerField(_("Rows"), default=0)
    counts = models.JSONField(default=dict)
    done = models.PositiveIntegerField(_("Done"), default=0)
    note = models.CharField(_("Note"), max_length=500, blank=True, default="")
    warnings = models.JSONField(default=list)
    #: What the file says in columns that know a list of values, and none of that list: field -> [text, how many cells].
    unread = models.JSONField(default=dict)
    log_id = models.UUIDField(null=True)
    #: Whoever set it going last, whichever way: it acts as them and asks their right.
    going_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    #: Whether it is taken back, though it may be stopped for now.
    undoing = models.BooleanField(default=False)
    started_at = models.DateTimeField(_("Started"), null=True)
    finished_at = models.DateTimeField(_("Finished"), null=True)
    touched_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state")]
        indexes = [
            models.Index(fields=["sha", "kind"], name="import_sha"),
            models.Index(fields=["signature"], name="import_signature"),
            models.Index(
                fields=["touched_at"],
                name="import_active",
                condition=Q(state__in=["reading", "waiting", "working", "undoing"]),
            ),
        ]

    def __str__(self) -> str:
        return (
            gettext("{file}, import {number}").format(file=self.filename, number=self.pk) if self.pk else self.filename
        )

    @property
    def topic(self) -> str:
        """What its open pages listen to."""
        return f"import:{self.pk}"


class ImportRow(models.Model):
    """A row of the file.  values: what its cells say, by field.  plan: what would be done, with what it was before.
    asked: the plan as it was before somebody answered."""

    access = Access(own="batch__person", team="batch__person__team", view="directory.import")

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Import, models.CASCADE, related_name="rows", verbose_name=_("Import"))
    position = models.PositiveIntegerField(_("Row"))
    name = models.CharField(_("Name"), max_length=200, blank=True, default="")
    values = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    asked = models.JSONField(null=True)
    verdict = models.CharField(_("Result"), max_length=8, choices=Verdict)
    code = models.CharField(_("Reason"), max_length=40, blank=True, default="")
    outcome = models.CharField(_("Outcome"), max_length=8, choices=Outcome, default=Outcome.WAITING)
    said = models.CharField(_("What was said"), max_length=500, blank=True, default="")
    account_id = models.BigIntegerField(null=True)
    contact_id = models.BigIntegerField(null=True)
    #: Cells that could not be read and that the row is taken without; the sentence of each stands in the plan ("left").
    left = models.PositiveSmallIntegerField(_("Cells left out"), default=0)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="importrow_position"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="importrow_verdict"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="importrow_outcome"),
        ]
        indexes = [
            models.Index(fields=["batch", "verdict", "position"], name="importrow_verdict"),
            models.Index(
                fields=["batch", "position"],
                name="importrow_waiting",
                condition=Q(outcome="waiting", verdict__in=["create", "update"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"#{self.position}"

    def records(self) -> dict[str, int]:
        """The ids of the account and the person the row made, changed, or found as it says; {} for none, or none any longer."""
        if self.outcome != Outcome.DONE and self.verdict != Verdict.SAME:
            return {}
        ids = {
            part: getattr(self, f"{part}_id") or self.plan.get(part, {}).get("id") for part in ("account", "contact")
        }
        return {part: pk for part, pk in ids.items() if pk is not None}


class ExternalId(Model):
    """What a record is called in another system, so that its next export finds it again."""

    access = Access()

    system = models.CharField(_("System"), max_length=40)
    kind = models.CharField(max_length=12, choices=[("account", _("account")), ("contact", _("contact"))])
    value = models.CharField(_("Number there"), max_length=200)
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="external_ids")
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="external_ids")

    class Meta:
        verbose_name = _("number in another system")
        verbose_name_plural = _("numbers in other systems")
        constraints = [
            models.UniqueConstraint(fields=["system", "kind", "value"], name="externalid_once"),
            models.CheckConstraint(
                condition=Q(kind="account", account__isnull=False, contact=None)
                | Q(kind="contact", contact__isnull=False, account=None),
                name="externalid_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.value}"

    def roots(self) -> set[int]:
        return {self.account_id} if self.account_id else self.contact.roots() if self.contact else set()


class ImportMap(Model):
    """A mapping somebody kept under a name (`--map`), or that was used for files with these heads."""

    access = Access(view="directory.import")

    kind = models.CharField(_("Kind"), max_length=40)
    name = models.CharField(_("Name"), max_length=80, blank=True, default="")
    signature = models.CharField(max_length=64, blank=True, default="")
    mapping = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("mapping of columns")
        verbose_name_plural = _("mappings of columns")
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], condition=~Q(name=""), name="importmap_name"),
            models.UniqueConstraint(fields=["kind", "signature"], condition=Q(name=""), name="importmap_signature"),
        ]

    def __str__(self) -> str:
        return self.name or gettext("columns of an earlier file")


__all__ = ["ACCOUNT", "CONTACT", "ExternalId", "Import", "ImportMap", "ImportRow", "ImportState", "Outcome", "Verdict"]
