"""Which parts of the program live."""

from django.db import models


class Heartbeat(models.Model):
    """When a part of the program last said that it lives: the worker, each mailbox's watcher."""

    name = models.CharField(primary_key=True, max_length=80)
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name
