"""Filters only accounts and people have: whose group, which tag."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as now_

from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.refs import number_in
from callboard.directory.models import Account, NetworkMembership
from callboard.directory.pages.shown import today
from callboard.directory.queries import under
from callboard.kit.filtering import Query, Taken, first
from callboard.kit.filters import OPTIONS_SHOWN, Choice, Typed, too_long


def _groups() -> Any:
    """Networks with members, for a choice; any other group is reached from its own page."""
    rows = Account.objects.current().filter(pk__in=NetworkMembership.objects.values("network"))
    return rows.order_by("sort_key").values("pk", "name")[:OPTIONS_SHOWN]


@dataclass(frozen=True)
class GroupOf(Choice):
    """Accounts of a group today, at any depth: ``group_of=7``."""

    rows: Any = _groups

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        text = first(query, self.key)
        if not text:
            return Taken()
        number = number_in(text)
        group = visible(Account.objects.filter(pk=number), actor).first() if number is not None else None
        if group is None:
            problem = now_("{filter}: there is no account “{value}”.").format(filter=self.label, value=text[:40])
            return Taken(problem=problem)
        path = (self.path or "pk").replace(".", "__")
        return Taken(Q(**{f"{path}__in": under(group, today()).values("pk")}), str(group))


@dataclass(frozen=True)
class Tagged(Typed):
    """Records with a tag, as it is written, in small letters, or beginning with a capital: ``tag=hot``."""

    key: str
    label: Any

    def read(self, text: str, actor: Actor) -> Taken:
        if sentence := too_long(text, self.label):
            return Taken(problem=sentence)
        word = " ".join(text.split())
        return Taken(Q(tags__overlap=[word, word.lower(), word.capitalize()]), f"“{word}”")
