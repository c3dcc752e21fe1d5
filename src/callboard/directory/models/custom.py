"""Fields a company adds to its accounts and contacts. Their values stand with the record, by the field's name."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.core.names import sort_key


class Noun(models.TextChoices):
    """What a field belongs to."""

    ACCOUNT = "account", _("Account")
    CONTACT = "contact", _("Contact")


class FieldKind(models.TextChoices):
    TEXT = "text", _("Text")
    NUMBER = "number", _("Number")
    MONEY = "money", _("Amount")
    DATE = "date", _("Date")
    YES = "yes", _("Yes or no")
    CHOICE = "choice", _("One of a list")
    CHOICES = "choices", _("Some of a list")


@history
class CustomField(Model):
    """One field. What it is called in addresses, files and the API (`name`) and what it holds (`kind`) stay; the rest
    may change. A retired one is offered nowhere and keeps its values."""

    access = Access()
    named_by = ("label",)

    noun = models.CharField(_("Belongs to"), max_length=10, choices=Noun)
    name = models.SlugField(_("Short name"), max_length=40, allow_unicode=False)
    label = models.CharField(_("Label"), max_length=80)
    kind = models.CharField(_("Kind"), max_length=10, choices=FieldKind, default=FieldKind.TEXT)
    options = ArrayField(models.CharField(max_length=80), default=list, blank=True, verbose_name=_("List"))
    help = models.CharField(_("Explanation"), max_length=200, blank=True, default="")
    order = models.PositiveSmallIntegerField(_("Place"), default=50)
    pack = models.CharField(_("Came with"), max_length=40, blank=True, default="", editable=False)
    retired_at = models.DateTimeField(_("Retired"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("field")
        verbose_name_plural = _("fields")
        ordering = ["noun", "order", "label", "id"]
        constraints = [
            models.UniqueConstraint(fields=["noun", "name"], name="customfield_once"),
            models.CheckConstraint(condition=Q(noun__in=Noun.values), name="customfield_noun"),
            models.CheckConstraint(condition=Q(kind__in=FieldKind.values), name="customfield_kind"),
            models.CheckConstraint(condition=Q(name__regex=r"^[a-z][a-z0-9_]*$"), name="customfield_name"),
            models.CheckConstraint(condition=~Q(label=""), name="customfield_label"),
        ]

    def __str__(self) -> str:
        return self.label


@history
class Term(Model):
    """A word of the customers' trade and what it means: for whoever is new, and for whoever takes the call."""

    access = Access()
    named_by = ("term",)

    term = models.CharField(_("Word"), max_length=80)
    sort_key = models.CharField(max_length=200, db_collation="C", editable=False)
    meaning = models.TextField(_("Meaning"))
    pack = models.CharField(_("Came with"), max_length=40, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")
        constraints = [
            models.UniqueConstraint(fields=["sort_key"], name="term_once"),
            models.CheckConstraint(condition=~Q(term=""), name="term_has_word"),
        ]

    def __str__(self) -> str:
        return self.term

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.term)
        super().save(*args, **kwargs)
