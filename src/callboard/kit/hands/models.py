"""What is kept for one person alone: half-typed forms, parked pages, their keys, what they use."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models import Model


def _person() -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("Person"), editable=False
    )


class Draft(Model):
    """A form as it was typed and not sent.  Only its writer sees it; it is removed when the form is done.

    key: the address the form is sent to, with what it was opened with.  fields: [name, value, checked or None] of what was
    changed.  rev: raised by every save, so that two tabs notice each other.  tab: which of them wrote last.
    """

    person = _person()
    key = models.CharField(max_length=300)
    title = models.CharField(_("What"), max_length=200, blank=True)
    page = models.CharField(_("Where"), max_length=600, blank=True)
    fields = models.JSONField(default=list)
    rev = models.PositiveIntegerField(default=1)
    tab = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField(_("Typed"))

    access = Access(own="person", view="kit.hands")

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = (models.UniqueConstraint(fields=["person", "key"], name="draft_once"),)
        indexes = (models.Index(fields=["saved_at"], name="draft_saved"),)

    def __str__(self) -> str:
        return self.title or self.key


class Parked(Model):
    """A page put aside as it stood.  state: scroll, cursor, row, open dialog and fields, as park.js wrote them."""

    person = _person()
    title = models.CharField(_("Page"), max_length=200)
    url = models.CharField(_("Address"), max_length=600)
    state = models.JSONField(default=dict, blank=True)
    taken_at = models.DateTimeField(_("Taken back"), null=True, editable=False)

    access = Access(own="person", view="kit.hands")

    class Meta:
        verbose_name = _("parked page")
        verbose_name_plural = _("parked pages")
        indexes = (
            models.Index(fields=["person", "-id"], name="parked_open", condition=models.Q(taken_at__isnull=True)),
        )

    def __str__(self) -> str:
        return self.title


class KeyMap(Model):
    """The keys a person gave other names: {our key: theirs}."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("Person"), editable=False
    )
    keys = models.JSONField(default=dict)

    access = Access(own="person", view="kit.hands")

    class Meta:
        verbose_name = _("key map")
        verbose_name_plural = _("key maps")

    def __str__(self) -> str:
        return ", ".join(f"{ours}={theirs}" for ours, theirs in sorted(self.keys.items()))


class Used(models.Model):
    """How often and when last a person took something from the palette.  what: "command:…" or "record:kind:id"."""

    id = models.BigAutoField(primary_key=True)
    person = _person()
    what = models.CharField(max_length=160)
    count = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "what"], name="used_once"),)
        indexes = (models.Index(fields=["person", "-last_at"], name="used_last"),)

    def __str__(self) -> str:
        return self.what
