"""Records that may be the same, what a search for them found, and what was merged."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models import Model
from callboard.directory.models.account import Account
from callboard.directory.models.contact import Contact
from callboard.directory.reading.duplicates import DIGITS, shown


class Twins(models.TextChoices):
    """What may be there twice."""

    ACCOUNT = "account", _("Accounts")
    CONTACT = "contact", _("Contacts")


class PairState(models.TextChoices):
    OPEN = "open", _("Open")
    DIFFERENT = "different", _("Not the same")
    MERGED = "merged", _("Merged")


class FoundBy(models.TextChoices):
    SEARCH = "search", _("Search")
    ENTRY = "entry", _("On entry")
    IMPORT = "import", _("Import")


SEEN_AS = Access(view="directory.view")
OF_ONE_KIND = Q(account_a__isnull=False, account_b__isnull=False, contact_a=None, contact_b=None) | Q(
    account_a=None, account_b=None, contact_a__isnull=False, contact_b__isnull=False
)


class DuplicatePair(Model):
    """Two accounts or two contacts that may be the same; the lower id is a. A decision is remembered.

    `apart`: two places of one organisation or network. Such a pair waits for a person who looks at it.
    """

    access = SEEN_AS

    kind = models.CharField(_("Kind"), max_length=8, choices=Twins)
    account_a = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    account_b = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    contact_a = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="+")
    contact_b = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="+")
    score = models.DecimalField(_("Score"), max_digits=DIGITS + 1, decimal_places=DIGITS)
    reasons = ArrayField(models.CharField(max_length=120), verbose_name=_("Why"), default=list)
    apart = models.BooleanField(_("Another location"), default=False)
    state = models.CharField(_("State"), max_length=10, choices=PairState, default=PairState.OPEN)
    found_by = models.CharField(_("Found by"), max_length=8, choices=FoundBy, default=FoundBy.SEARCH)
    decided_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Decided by")
    )
    decided_at = models.DateTimeField(_("Decided"), null=True)

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Twins.values), name="duplicatepair_kind"),
            models.CheckConstraint(condition=Q(state__in=PairState.values), name="duplicatepair_state"),
            models.CheckConstraint(condition=Q(found_by__in=FoundBy.values), name="duplicatepair_found_by"),
            models.CheckConstraint(condition=OF_ONE_KIND, name="duplicatepair_of_one_kind"),
            models.CheckConstraint(
                condition=Q(account_a=None) | Q(account_a__lt=F("account_b")), name="duplicatepair_accounts_ordered"
            ),
            models.CheckConstraint(
                condition=Q(contact_a=None) | Q(contact_a__lt=F("contact_b")), name="duplicatepair_contacts_ordered"
            ),
            models.UniqueConstraint(fields=["account_a", "account_b"], name="duplicatepair_accounts_once"),
            models.UniqueConstraint(fields=["contact_a", "contact_b"], name="duplicatepair_contacts_once"),
        ]
        indexes = [
            models.Index(fields=["state", "-score", "-id"], name="duplicatepair_best"),
            models.Index(fields=["account_b"], name="duplicatepair_account_b"),
            models.Index(fields=["contact_b"], name="duplicatepair_contact_b"),
        ]

    def __str__(self) -> str:
        return f"{self.a} / {self.b}"

    @property
    def a(self) -> Any:
        return self.account_a if self.kind == Twins.ACCOUNT else self.contact_a

    @property
    def b(self) -> Any:
        return self.account_b if self.kind == Twins.ACCOUNT else self.contact_b

    @property
    def why(self) -> str:
        return ", ".join(self.reasons)

    @property
    def shown(self) -> str:
        """The score as people read it."""
        return shown(self.score)

    def roots(self) -> set[int]:
        found = (getattr(each, "account_id", None) or each.pk for each in (self.a, self.b) if each is not None)
        return set(found)


class SearchState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Failed")


class DuplicateSearch(Model):
    """One search through all accounts or all contacts. `done` of `total` records were compared."""

    access = SEEN_AS

    kind = models.CharField(_("Kind"), max_length=8, choices=Twins)
    state = models.CharField(_("State"), max_length=8, choices=SearchState, default=SearchState.WAITING)
    done = models.PositiveIntegerField(_("Compared"), default=0)
    total = models.PositiveIntegerField(_("Records"), default=0)
    found = models.PositiveIntegerField(_("Found"), default=0)
    new = models.PositiveIntegerField(_("New"), default=0)
    error = models.CharField(_("What went wrong"), max_length=300, blank=True, default="")
    started_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Started by")
    )
    started_at = models.DateTimeField(_("Started"), null=True)
    finished_at = models.DateTimeField(_("Finished"), null=True)

    class Meta:
        verbose_name = _("search for duplicates")
        verbose_name_plural = _("searches for duplicates")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Twins.values), name="duplicatesearch_kind"),
            models.CheckConstraint(condition=Q(state__in=SearchState.values), name="duplicatesearch_state"),
            models.UniqueConstraint(
                fields=["kind"], condition=Q(state__in=["waiting", "running"]), name="duplicatesearch_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(_("Search through {kind}").format(kind=str(self.get_kind_display()).lower()))


class MatchMark(models.Model):
    """Up to which change of the feed new and changed records were looked at."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} {self.at}"


class Merge(Model):
    """One record was joined into another, and may be taken apart again. Its rows say what was done to which table."""

    access = SEEN_AS

    kind = models.CharField(_("Kind"), max_length=8, choices=Twins)
    kept_account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    gone_account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    kept_contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    gone_contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    by_person = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("By"))
    merged_at = models.DateTimeField(_("Merged"))
    merged_on = models.DateField(editable=False)
    undone_at = models.DateTimeField(_("Taken apart"), null=True)
    undone_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Taken apart by")
    )

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Twins.values), name="merge_kind"),
            models.UniqueConstraint(
                fields=["gone_account"],
                condition=Q(undone_at=None, gone_account__isnull=False),
                name="merge_account_once",
            ),
            models.UniqueConstraint(
                fields=["gone_contact"],
                condition=Q(undone_at=None, gone_contact__isnull=False),
                name="merge_contact_once",
            ),
        ]
        indexes = [
            models.Index(fields=["kept_account"], name="merge_kept_account"),
            models.Index(fields=["kept_contact"], name="merge_kept_contact"),
        ]

    def __str__(self) -> str:
        return str(_("{gone} into {kept}").format(gone=self.gone, kept=self.kept))

    @property
    def kept(self) -> Any:
        return self.kept_account if self.kind == Twins.ACCOUNT else self.kept_contact

    @property
    def gone(self) -> Any:
        return self.gone_account if self.kind == Twins.ACCOUNT else self.gone_contact

    def roots(self) -> set[int]:
        found = (getattr(each, "account_id", None) or each.pk for each in (self.kept, self.gone) if each is not None)
        return set(found)


class RowChange(models.TextChoices):
    MOVED = "moved", _("Moved")
    CHANGED = "changed", _("Changed")
    REMOVED = "removed", _("Removed")
    MADE = "made", _("Made")


class MergedRow(models.Model):
    """What a merge did to rows of one table, in the order it was done. Undone from the last to the first.

    moved: `ids` had the gone record's id in `column` and have the kept one's. changed, removed, made: one row, with its
    columns `before` and `after` as the database wrote them.
    """

    id = models.BigAutoField(primary_key=True)
    merge = models.ForeignKey(Merge, models.CASCADE, related_name="rows")
    kind = models.CharField(max_length=60)
    change = models.CharField(max_length=8, choices=RowChange)
    column = models.CharField(max_length=60, blank=True, default="")
    ids = ArrayField(models.BigIntegerField())
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        verbose_name = _("row of a merge")
        verbose_name_plural = _("rows of a merge")
        indexes = [models.Index(fields=["merge", "id"], name="mergedrow_merge")]

    def __str__(self) -> str:
        return f"{self.kind} {self.change} {len(self.ids)}"
