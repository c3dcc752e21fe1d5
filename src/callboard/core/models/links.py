"""Links that work without sign-in."""

from django.conf import settings
from django.db import models


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
