"""Whom a text mentions, asked of the people who work here."""

from collections.abc import Iterable

from django.db.models import Q

from callboard.core.names import sort_key
from callboard.core.reading import once
from callboard.team.models import Person
from callboard.team.reading.mentions import Known, Mentioned, mentions_in


def known_people() -> list[Known]:
    """Everyone who can be mentioned.  One query a page or run."""
    return once(
        "team.known", lambda: [_known(*row) for row in Person.objects.active().values_list("id", "name", "email")]
    )


def _known(pk: int, name: str, email: str) -> Known:
    return Known(pk, name, email.partition("@")[0])


def mentioned(text: str) -> list[Mentioned]:
    """The mentions of a text; asks nothing where there is no @."""
    return mentions_in(text, known_people()) if "@" in text else []


def people_like(words: str, limit: int = 8) -> list[Person]:
    """Who a person typing "@words" may mean: those whose name, or a word of it, or address begins so."""
    wanted = " ".join(words.split())
    names = Q(name__istartswith=wanted) | Q(name__icontains=f" {wanted}") | Q(email__istartswith=wanted)
    found = Person.objects.active().filter(names) if wanted else Person.objects.active()
    return sorted(
        found[: 5 * limit], key=lambda one: (not one.name.lower().startswith(wanted.lower()), sort_key(one.name))
    )[:limit]


def text_for(person: Person, known: Iterable[Known]) -> str:
    """What mentions exactly this person: the name, or the address where others are called the same."""
    name = f"@{' '.join(person.name.split())}"
    return name if [one.id for one in mentions_in(name, known)] == [person.pk] else f"@{person.email.partition('@')[0]}"
