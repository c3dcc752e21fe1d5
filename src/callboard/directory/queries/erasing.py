"""What a person is known by who is to be erased, and which of it is not theirs alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import BigIntegerField, Model, Q, Value
from django.utils.translation import gettext as _

from callboard.core.history import events_of
from callboard.core.names import sort_key
from callboard.directory.models import Account, Contact, ContactEmail, ContactPhone, Location
from callboard.directory.reading.persons import (
    GONE,
    LONG_OWN_NUMBER,
    SHORTEST_WORD,
    TITLES,
    Finder,
    as_in_lists,
    squeezed,
    ways_to_write,
    words_of,
)
from callboard.team.models import Person

Way = tuple[str, ...]


@dataclass(frozen=True)
class Other:
    """Another name, with its account; record: it is the account's own name, which nobody is confused with."""

    name: str
    account: int | None
    record: bool = False


class Traces:
    """What a person is known by: their record with those merged into it and the one it went into, the addresses, numbers and
    names these have and had, the accounts they worked for."""

    def __init__(self, contact: Contact) -> None:
        self.pks = one_person(contact)
        history = events_of(Contact).objects.filter(pgh_obj_id__in=self.pks).values_list("name", "account_id")
        been = set(Contact.objects.filter(pk__in=self.pks).values_list("name", "account_id").union(history))
        self.names = {name for name, _account in been} - {GONE}
        self.accounts = {account for _name, account in been}
        self.mails = frozenset(_every(ContactEmail, self.pks, "address"))
        self.numbers = frozenset(_every(ContactPhone, self.pks, "e164"))

    @cached_property
    def ways(self) -> frozenset[Way]:
        """Their names of two words or more, as people write them."""
        return frozenset(way for name in self.names for way in ways_to_write(name) if len(way) > 1)

    @cached_property
    def alone(self) -> frozenset[str]:
        """Their names of one word."""
        return frozenset(way[0].casefold() for name in self.names for way in ways_to_write(name) if len(way) == 1)

    @cached_property
    def words(self) -> frozenset[str]:
        found = {word for name in self.names for word in words_of(name)}
        return frozenset(word for word in found if len(word) >= SHORTEST_WORD and word.lower() not in TITLES)

    @cached_property
    def others(self) -> "list[Other]":
        """Whoever and whatever else has one of their words in its name: contacts, accounts and our own people."""
        words = {word.casefold() for word in self.words} or {name.casefold() for name in self.names}
        alike = Q(pk__in=[])
        for word in words:
            alike |= Q(name__icontains=word)
        people = Contact.objects.filter(alike).exclude(pk__in=self.pks).exclude(name=GONE)
        accounts = Account.objects.filter(alike).values_list("name", "pk", Value(True))
        ours = Person.objects.filter(alike).values_list("name", Value(None, BigIntegerField()), Value(False))
        named = people.values_list("name", "account_id", Value(False)).union(accounts, ours, all=True)
        return [Other(*row) for row in named if words & {word.casefold() for word in words_of(row[0])}]

    @cached_property
    def twins(self) -> dict[Way, set[int | None]]:
        """Their names that other people have too, with the accounts of these; None for one of us."""
        same: dict[str, set[Way]] = {}
        for way in {*self.ways, *((word,) for word in self.alone)}:
            same.setdefault(sort_key(" ".join(way)), set()).add(way)
        found: dict[Way, set[int | None]] = {}
        for other in self.others:
            for way in ways_to_write(other.name) if not other.record else ():
                for mine in same.get(sort_key(" ".join(way)), ()):
                    found.setdefault(mine, set()).add(other.account)
        return found

    @cached_property
    def shared_numbers(self) -> frozenset[str]:
        """Numbers that somebody else, an account or an office has too."""
        if not self.numbers:
            return frozenset()
        others = ContactPhone.objects.filter(e164__in=self.numbers).exclude(contact__in=self.pks)
        accounts = Account.objects.filter(phone__in=self.numbers).values_list("phone")
        offices = Location.objects.filter(phone__in=self.numbers).values_list("phone")
        return frozenset(number for (number,) in others.values_list("e164").union(accounts, offices))

    @cached_property
    def spared(self) -> frozenset[str]:
        """Names of others that are longer than a name of theirs and contain it: Anna Miller, where Anna goes."""
        mine = {sort_key(" ".join(way)) for way in self.ways} | {sort_key(word) for word in self.words}
        return frozenset(other.name for other in self.others if sort_key(other.name) not in mine)

    # Finders, by what a text belongs to.

    @cached_property
    def about(self) -> Finder:
        """In what is about nobody else: each of their words too."""
        return Finder(
            self.mails, self.numbers, self.ways, self._listed(self.ways) | self.alone, self.words, self.spared
        )

    @cached_property
    def beside(self) -> Finder:
        """In what belongs to an account of theirs: their whole names, but for one that somebody else there has."""
        return self._where(lambda accounts: bool(accounts & {*self.accounts, None}))

    @cached_property
    def anywhere(self) -> Finder:
        """In what belongs to no account: their whole names, but for one that anybody else has."""
        found = self._where(bool)
        return Finder(found.mails, found.numbers, found.names, found.alone - self.alone, spared=found.spared)

    @cached_property
    def elsewhere(self) -> Finder:
        """In what belongs to another account: their addresses and numbers; somebody of their name there is another."""
        return Finder(self.mails, self.numbers - self.shared_numbers)

    def _where(self, taken: Callable[[set[int | None]], bool]) -> Finder:
        ways = frozenset(way for way in self.ways if not taken(self.twins.get(way, set())))
        alone = frozenset(word for word in self.alone if not taken(self.twins.get((word,), set())))
        return Finder(
            self.mails, self.numbers - self.shared_numbers, ways, self._listed(ways) | alone, spared=self.spared
        )

    def _listed(self, ways: frozenset[Way]) -> frozenset[str]:
        return frozenset(each for way in ways for each in as_in_lists(way))

    @cached_property
    def keys(self) -> list[str]:
        """What the texts that may name them contain, squeezed; a name of one word is looked for as a whole column."""
        numbers = {number.removeprefix("+1").removeprefix("+") for number in self.numbers}
        own = {number[-LONG_OWN_NUMBER:] for number in self.numbers if not number.startswith("+1")}
        names = {squeezed("".join(way)) for way in self.ways} | {squeezed(each) for each in self._listed(self.ways)}
        return sorted({squeezed(mail) for mail in self.mails} | numbers | own | names)

    @cached_property
    def hints(self) -> list[str]:
        """One run of letters or digits of each of them, as it stands in any text that has it: asked first, since it is quick."""
        mails = {max(re.findall(r"[^\W_]+", mail), key=len) for mail in self.mails}
        names = {max(way, key=len).lower() for way in self.ways}
        return sorted(mails | names | {number[-4 if number.startswith("+1") else -2 :] for number in self.numbers})


def one_person(contact: Contact) -> frozenset[int]:
    """The record with what was merged into it and what it was merged into, at any depth."""
    found: set[int] = set()
    new = {contact.pk}
    while new:
        found |= new
        rows = Contact.objects.filter(Q(pk__in=new) | Q(merged_into__in=new)).values_list("pk", "merged_into")
        new = {pk for row in rows for pk in row if pk is not None} - found
    return frozenset(found)


def _every(model: type[Model], pks: frozenset[int], field: str) -> set[str]:
    before = events_of(model).objects.filter(contact_id__in=pks).values_list(field)
    now = model._default_manager.filter(contact__in=pks).values_list(field)
    return {value for (value,) in now.union(before)}


def left_to_check(traces: Traces) -> Iterator[str]:
    """What erasing them cannot decide: sentences for whoever does it."""
    for word in sorted(traces.alone):
        yield _(
            "“{name}” is one word: in notes that do not point at them it stays, unless it is all that a field says. Search for it."
        ).format(name=word.title())
    for way, accounts in sorted(traces.twins.items()):
        if len(way) == 1:
            continue
        here = accounts & traces.accounts
        sentence = (
            _(
                "Somebody else of this account is called {name}: notes that do not point at either of them keep the name."
            )
            if here
            else _("Somebody else is called {name}: what belongs to no account, like a draft, keeps the name.")
        )
        yield sentence.format(name=" ".join(way))
    for number in sorted(traces.shared_numbers):
        yield _("{number} is also the number of an office or of somebody else: it stays there.").format(number=number)
    mine = {sort_key(" ".join(way)) for way in traces.ways}
    for other in traces.others:
        if other.record and other.account in traces.accounts and any(key in sort_key(other.name) for key in mine):
            yield _("The account is called {name}: its name stays. Change it if it should.").format(name=other.name)
