"""The filter of a list whose rows belong to one record: ``run=12``, ``import=7``."""

from dataclasses import dataclass

from django.db.models import Q

from callboard.core.actions import Actor
from callboard.core.refs import number_in
from callboard.kit.filtering import Taken
from callboard.kit.filters import Typed
from callboard.kit.tables import Text


@dataclass(frozen=True)
class Of(Typed):
    """The rows of one record, by its number.  column: of the rows, "run_id"; wrong: what is said of what is no number,
    with the {value}."""

    key: str
    label: Text
    column: str
    wrong: Text

    def read(self, text: str, actor: Actor) -> Taken:
        number = number_in(text)
        if number is None:
            return Taken(problem=str(self.wrong).format(value=text[:40]))
        return Taken(Q(**{self.column: number}), text)
