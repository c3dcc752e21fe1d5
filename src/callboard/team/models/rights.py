"""Roles, and the rows of the matrix a company has changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.team.models.people import Person


class Role(models.TextChoices):
    """A named set of matrix rows. Roles add up."""

    SALES_SUPPORT = "sales_support", _("Sales support")
    ACCOUNT_EXECUTIVE = "account_executive", _("Account executive")
    SDR = "sdr", _("Sales development")
    SALES_MANAGER = "sales_manager", _("Sales manager")
    DEPARTMENT = "department", _("Department")
    FINANCE = "finance", _("Finance")
    ADMINISTRATOR = "administrator", _("Administrator")


class Scope(models.TextChoices):
    """On whose records an operation may be done; each includes the one before."""

    NONE = "none", _("No")
    OWN = "own", _("Own")
    TEAM = "team", _("Team")
    ALL = "all", _("All")


@history
class PersonRole(Model):
    """A role a person holds."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles", verbose_name=_("Person"))
    role = models.CharField(_("Role"), max_length=24, choices=Role)

    access = Access(own="person", team="person__team")

    class Meta:
        ordering = ["person_id", "role"]
        verbose_name = _("role of a person")
        verbose_name_plural = _("roles of people")
        constraints = [models.UniqueConstraint(fields=["person", "role"], name="person_role_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


@history
class Grant(Model):
    """One cell of the matrix that differs from the table in matrix.py."""

    operation = models.CharField(_("Operation"), max_length=64)
    role = models.CharField(_("Role"), max_length=24, choices=Role)
    scope = models.CharField(_("Whose"), max_length=4, choices=Scope)

    access = Access()

    class Meta:
        ordering = ["operation", "role"]
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        constraints = [models.UniqueConstraint(fields=["operation", "role"], name="grant_once")]

    def __str__(self) -> str:
        return f"{self.operation}, {self.get_role_display()}: {self.get_scope_display()}"
