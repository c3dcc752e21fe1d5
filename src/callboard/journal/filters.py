"""A filter of named bands, whose condition may depend on whoever looks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.kit.filtering import Control, Query, Taken, every
from callboard.kit.tables import Text


@dataclass(frozen=True)
class Banded:
    """One or more bands: ``score=weak&score=bad``.  where(band, actor) is the condition of one."""

    key: str
    label: Text
    bands: Sequence[tuple[str, Text]]
    where: Callable[[str, Actor], Q]

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        chosen, known = list(every(query, self.key)), dict(self.bands)
        strange = next((band for band in chosen if band not in known), None)
        if strange is not None:
            said = _("{filter}: there is no “{value}”.").format(filter=self.label, value=strange[:40])
            return Taken(problem=said)
        if not chosen:
            return Taken()
        where = Q()
        for band in chosen:
            where |= self.where(band, actor)
        return Taken(where, ", ".join(str(known[band]) for band in chosen))

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        chosen = set(every(query, self.key))
        return Control(self.key, self.label, "choice", [(band, label, band in chosen) for band, label in self.bands])
