"""People, teams and pools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class Status(models.TextChoices):
    """What a person says they are doing; the calendar and the hours are asked besides."""

    AVAILABLE = "available", _("Available")
    ON_CALL = "on_call", _("On a call")
    WRAP_UP = "wrap_up", _("Wrap-up")
    AWAY = "away", _("Away")


class Theme(models.TextChoices):
    """How the pages look to a person."""

    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")
    AUTO = "auto", _("As the machine")


@history
class Team(Model):
    """People with one manager; goals add up over it.

    A department is a team that takes hand-offs; it may have only an address.  hours, zone, region: when a team works, as a
    text `reading.hours` reads; empty: as the company.
    """

    name = models.CharField(_("Name"), max_length=120, unique=True)
    manager = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="managed_teams", verbose_name=_("Manager")
    )
    is_department = models.BooleanField(_("Takes hand-offs"), default=False)
    address = models.EmailField(_("Address"), blank=True, default="")
    hours = models.CharField(_("Hours"), max_length=250, blank=True, default="")
    zone = models.CharField(_("Time zone"), max_length=64, blank=True, default="")
    region = models.CharField(_("Region"), max_length=16, blank=True, default="")

    access = Access(own="manager", team="self")
    named_by = ("name",)

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        triggers = [WorksHere("manager")]

    def __str__(self) -> str:
        return self.name


class PeopleQuerySet(models.QuerySet["Person"]):
    """Sets of people."""

    def active(self) -> PeopleQuerySet:
        """Only those who still work here."""
        return self.filter(is_active=True)

    def with_role(self, role: str) -> PeopleQuerySet:
        """Only those who hold the role."""
        return self.filter(roles__role=role)


class People(BaseUserManager["Person"]):
    """The way in for Django's sign-in: finds a person by address, whatever its case."""

    def get_queryset(self) -> PeopleQuerySet:
        """People as a set with our own questions."""
        return PeopleQuerySet(self.model, using=self._db)

    def active(self) -> PeopleQuerySet:
        """Only those who still work here."""
        return self.get_queryset().active()

    def with_role(self, role: str) -> PeopleQuerySet:
        """Only those who hold the role."""
        return self.get_queryset().with_role(role)

    def get_by_natural_key(self, username: str | None) -> Person:
        """Find by address. Raises Person.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())


@history
class Person(Model, AbstractBaseUser):
    """Someone of ours. Never deleted; a leaver becomes inactive once their work is handed on."""

    email = models.EmailField(_("Work mail"), max_length=254, unique=True)
    name = models.CharField(_("Name"), max_length=150)
    title = models.CharField(_("Title"), max_length=120, blank=True, default="")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("Team"))
    zone = models.CharField(_("Time zone"), max_length=64, default="America/Chicago")
    region = models.CharField(
        _("Region"),
        max_length=16,
        blank=True,
        default="",
        help_text=_("For holidays: US, US-TX. Empty: as the company"),
    )
    locale = models.CharField(_("Language"), max_length=16, default="en-us")
    theme = models.CharField(_("Theme"), max_length=8, choices=Theme, default=Theme.AUTO)
    keys_off = models.BooleanField(_("Keys switched off"), default=False)
    is_active = models.BooleanField(_("Works here"), default=True)
    left_on = models.DateField(_("Left on"), null=True, blank=True)
    status = models.CharField(_("Status"), max_length=12, choices=Status, default=Status.AVAILABLE)
    status_since_at = models.DateTimeField(_("Since"), null=True, blank=True)

    # Never the password; nor what changes with every call, which would bury the rest.
    not_in_history = ("password", "status", "status_since_at", "version", "updated_at")
    last_login = None  # each sign-in is a row of SignIn; Django would write here without an action

    #: What the policy read about this instance; see callboard.team.policy.
    rights: Any = None
    #: The number of the newest change when the session was read; None for who was not read with a session.
    newest_change: int | None = None

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    access = Access(own="self", team="team")
    named_by = ("name",)
    objects = People()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="person_email_lower"),
            models.CheckConstraint(condition=Q(is_active=True) | Q(left_on__isnull=False), name="person_left_has_day"),
        ]
        indexes = [models.Index(fields=["team", "is_active"], name="person_team_active")]

    def __str__(self) -> str:
        return self.name

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        """Read again; the rights too."""
        self.rights = None
        super().refresh_from_db(using=using, fields=fields, from_queryset=from_queryset)

    @property
    def initials(self) -> str:
        """One or two letters: of the first and the last word of the name."""
        words = [word for word in self.name.split() if word[:1].isalnum()]
        if not words:
            return "?"
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    @property
    def tz(self) -> ZoneInfo:
        """The person's time zone."""
        return ZoneInfo(self.zone)

    @property
    def is_staff(self) -> bool:
        """Django's admin is not used; nobody is staff."""
        return False


@history
class Pool(Model):
    """A named set of people, across teams, that a rule may choose from."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    note = models.CharField(_("What it is for"), max_length=250, blank=True, default="")

    access = Access()

    class Meta:
        ordering = ["name"]
        verbose_name = _("pool")
        verbose_name_plural = _("pools")

    def __str__(self) -> str:
        return self.name


@history
class PoolMember(Model):
    """A person in a pool, with a weight (their share) and a limit of capacity units at once."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="members", verbose_name=_("Pool"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="pools", verbose_name=_("Person"))
    weight = models.PositiveSmallIntegerField(_("Weight"), default=1)
    unit_limit = models.PositiveSmallIntegerField(_("Units at once"), null=True, blank=True)

    access = Access(own="person", team="person__team")

    class Meta:
        ordering = ["pool_id", "person__name"]
        verbose_name = _("pool member")
        verbose_name_plural = _("pool members")
        triggers = [WorksHere("person")]
        constraints = [
            models.UniqueConstraint(fields=["pool", "person"], name="pool_member_once"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="pool_member_weight"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.pool}"
