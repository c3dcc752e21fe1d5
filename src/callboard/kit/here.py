"""Where a page shows who else has its record open; kit.presence keeps who that is."""

from dataclasses import dataclass

from django.db.models import Model

from callboard.core.refs import kind_of


@dataclass(frozen=True)
class Here:
    """The record of a page, by kind and id; topic: what its open pages listen to."""

    kind: str
    id: int

    @property
    def topic(self) -> str:
        return f"here:{self.kind}:{self.id}"


def here(record: Model) -> Here:
    return Here(kind_of(record), int(record.pk))
