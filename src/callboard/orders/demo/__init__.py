"""The practice company's orders, subscriptions, entries and cancellations. Set-based; the same seed makes the same."""

from callboard.core.demo import World
from callboard.orders.demo.book import Book
from callboard.orders.demo.cancellations import make_cancellations
from callboard.orders.demo.copies import copies
from callboard.orders.demo.products import make_products
from callboard.orders.demo.sales import make_openings, make_sales

__all__ = ["build", "copies"]


def build(world: World) -> None:
    """Eighteen months: what customers had before, what they ordered since, who asked to leave, what waits today.

    Keeps `products`, `orders`, `subscriptions` and `cancellations`.
    """
    if not world.made.get("accounts"):
        return
    make_products(world)
    book = Book(world)
    make_openings(world, book)
    make_sales(world, book)
    make_cancellations(world, book)
    book.post()
