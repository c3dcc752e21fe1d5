"""The door: who is signed in where, and the attempts that slow a guesser down.

These rows are written by the sign-in itself, before anybody is known, so they carry no actor and no log line.
"""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.team.models.people import Person


class Session(AbstractBaseSession):
    """What a browser's cookie names.  It knows its person, so that both are read at once; nobody's before a sign-in."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sessions", verbose_name=_("Person"))

    class Meta(AbstractBaseSession.Meta):
        abstract = False


class SignIn(models.Model):
    """A browser session of a person. Ending it deletes the session."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins", verbose_name=_("Person"))
    session_key = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField(_("Since"))
    network = models.CharField(_("From"), max_length=45, blank=True, default="")
    browser = models.CharField(_("Browser"), max_length=120, blank=True, default="")
    ended_at = models.DateTimeField(_("Ended"), null=True, blank=True)

    access = Access(own="person", view="team.own")

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d %H:%M}"


class SignInAttempt(models.Model):
    """A failed try at the door, by the hash of its address and by its network. Slows down, never locks out."""

    id = models.BigAutoField(primary_key=True)
    address_hash = models.CharField(max_length=64)
    network = models.CharField(max_length=45)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("sign-in attempt")
        verbose_name_plural = _("sign-in attempts")
        indexes = [
            models.Index(fields=["address_hash", "at"], name="attempt_address"),
            models.Index(fields=["network", "at"], name="attempt_network"),
        ]

    def __str__(self) -> str:
        return f"{self.network}, {self.at:%Y-%m-%d %H:%M}"
