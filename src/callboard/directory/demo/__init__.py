"""The practice company's customers: accounts, owners, people, addresses. Set-based; the same seed makes the same."""

from callboard.core.demo import World
from callboard.directory.demo.accounts import make_accounts
from callboard.directory.demo.beside import load_insurance, make_beside
from callboard.directory.demo.copies import copies
from callboard.directory.demo.people import make_people
from callboard.directory.demo.permission import make_permission
from callboard.directory.demo.territories import make_territories
from callboard.directory.demo.twins import make_twins

__all__ = ["build", "copies"]


def build(world: World) -> None:
    """2,000 agencies with networks, carriers and others, their owners over time, and about 6,500 people;
    the insurance pack, offices, memberships, partners, tags and some files; what people said about being reached.

    Keeps `accounts` (agencies), `networks`, `others` and `contacts`.
    """
    load_insurance(world)
    make_accounts(world)
    make_people(world)
    make_beside(world)
    make_twins(world)
    make_permission(world)
    make_territories(world)
