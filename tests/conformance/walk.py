"""What there is to walk, read from the registries, and who may open it."""

from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pghistory.models import Event as History
from tests import make

from callboard.board.models import DayClose
from callboard.core.actions import Action
from callboard.core.registry import register
from callboard.directory.models import Import
from callboard.intake.models import QueueItem
from callboard.kit.actions import create_token
from callboard.kit.pages import PAGES, ListPage, Page, RecordPage, load_pages
from callboard.kit.pages.acts import ActionPage
from callboard.team.matrix import MATRIX
from callboard.team.models import Person, PersonRole, Role, Scope

load_pages()

#: The administrator and the desk between them may do nearly all; the others follow.
FIRST_ASKED = (Role.ADMINISTRATOR, Role.SALES_SUPPORT, Role.SALES_MANAGER)


#: Where the product lies, and the throw-away entity that proves what one more costs.
HOUSE = ("callboard.", "tests.leaflets.")


def ours(page: type[Page]) -> bool:
    """Whether the product has the page at an address (tests define pages of their own)."""
    return (
        page.__module__.startswith(HOUSE) and not issubclass(page, ActionPage) and bool(page.url or page.name == "home")
    )


def pages() -> list[type[Page]]:
    return sorted((page for page in PAGES.values() if ours(page)), key=lambda page: page.name)


def lists() -> list[type[ListPage]]:
    return [page for page in pages() if issubclass(page, ListPage)]


def records() -> list[type[RecordPage]]:
    return [page for page in pages() if issubclass(page, RecordPage)]


def plain() -> list[type[Page]]:
    """Pages that need no record."""
    return [page for page in pages() if "<" not in page.url]


def actions() -> list[Action[..., Any]]:
    """Every verb of the product that somebody may do by page and API; the others are the program's, or one page's, own."""
    found = (register.actions[name] for name in sorted(register.actions))
    return [
        action
        for action in found
        if action.served and action.body.__module__.startswith(HOUSE) and is_given(action.who)
    ]


def is_given(operation: str) -> bool:
    """Whether any role may do it. What the matrix does not know is another test's to say."""
    row = MATRIX.get(operation)
    return row is None or any(row.scope(role) != Scope.NONE for role in Role)


def role_for(*operations: str) -> tuple[Role, ...]:
    """The fewest roles that together reach furthest in each operation; () where nobody needs one."""
    found: list[Role] = []
    for operation in operations:
        if not operation:
            continue
        row = MATRIX[operation]
        order = (*FIRST_ASKED, *(role for role in Role if role not in FIRST_ASKED))
        widest = max((row.scope(role) for role in order), key=list(Scope).index)
        best = next(role for role in order if row.scope(role) == widest)
        if best not in found:
            found.append(best)
    return tuple(found)


def somebody(*operations: str, name: str = "Ωδη") -> Person:
    """A person whose roles open the operations."""
    person = make.person(name, roles=())
    for role in role_for(*operations) or (Role.SALES_SUPPORT,):
        PersonRole.objects.create(person=person, role=role)
    return person


def nobody() -> Person:
    """A person without any role: the matrix gives them nothing."""
    return make.person("Νέος", roles=())


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def bearer(person: Person) -> dict[str, str]:
    """The header of a program of this person's."""
    PersonRole.objects.get_or_create(person=person, role=Role.DEPARTMENT)
    token: Any = create_token(by=make.actor(Person.objects.get(pk=person.pk)), name="script")
    PersonRole.objects.filter(person=person, role=Role.DEPARTMENT).delete()
    return {"Authorization": f"Bearer {token.secret}"}


def view_of(model: type[Model]) -> str:
    from callboard.core.access import access_of

    return access_of(model).view or f"{model._meta.app_label}.view"


def is_ours(model: type[Model]) -> bool:
    """Whether a model is one of the product's own, and not a table of what happened to one."""
    return model.__module__.startswith(HOUSE) and not issubclass(model, History)


def model_of(page: type[Page]) -> type[Model] | None:
    """Whose records the address of a page names."""
    others: dict[str, type[Model]] = {
        "item": QueueItem,
        "closed-day": DayClose,
        "import-columns": Import,
        "import-questions": Import,
    }
    return page.model or others.get(page.name)


def address(page: type[Page], record: Model | None = None) -> str:
    return reverse(page.name, args=[record.pk] if record is not None else [])


def named(thing: Any) -> str:
    """The id of a parameter of a test."""
    return str(thing.name)
