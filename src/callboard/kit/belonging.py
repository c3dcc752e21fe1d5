"""The filter of a list whose rows belong to one record: ``run=12``, ``import=7``."""

from dataclasses import dataclass

from django.db.models import Model, Q

from callboard.core.actions import Actor
from callboard.core.refs import number_in
from callboard.kit.filtering import Control, Query, Taken, first
from callboard.kit.tables import Text


@dataclass(frozen=True)
class Of:
    """The rows of one record, by its number.  column: of the rows, "run_id"; wrong: what is said of what is no number,
    with the {value}."""

    key: str
    label: Text
    column: str
    wrong: Text

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        text = first(query, self.key)
        if not text:
            return Taken()
        number = number_in(text)
        if number is None:
            return Taken(problem=str(self.wrong).format(value=text[:40]))
        return Taken(Q(**{self.column: number}), text)

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        return Control(self.key, self.label, "search", values={self.key: first(query, self.key)})
