"""What the practice company sells."""

from decimal import Decimal

from callboard.core.demo import World, write
from callboard.orders.models import Billing, FulfilmentStep, Product

MONTHLY, ANNUAL, ONCE = Billing.MONTHLY, Billing.ANNUAL, Billing.ONE_TIME
#: code, name, family, billed, price, counts as units.
PRODUCTS = (
    ("RATER", "Comparative rater", "Rating", MONTHLY, "58", True),
    ("SITE", "Agency website", "Websites", ANNUAL, "1788", True),
    ("SITE-PLUS", "Agency website plus", "Websites", ANNUAL, "2988", True),
    ("MKT", "Agency marketing, starter", "Marketing", MONTHLY, "66", True),
    ("MKT-FULL", "Agency marketing, full", "Marketing", MONTHLY, "133", True),
    ("TEXT", "Client texting", "Marketing", MONTHLY, "29", True),
    ("REVIEW", "Review requests", "Marketing", ANNUAL, "480", True),
    ("SETUP", "Website set-up", "Services", ONCE, "250", False),
    ("MOVE", "Data move-in", "Services", ONCE, "400", False),
    ("TRAIN", "Training day", "Services", ONCE, "600", False),
)
#: code, team, what, business days.
STEPS = (
    ("RATER", "Onboarding", "Seats and log-ins", 2),
    ("RATER", "Billing", "First invoice", 1),
    ("SITE", "Onboarding", "Build the website", 10),
    ("SITE-PLUS", "Onboarding", "Build the website and the quote form", 15),
    ("MKT-FULL", "Onboarding", "First campaign", 5),
    ("MOVE", "Onboarding", "Move their data in", 8),
    ("TRAIN", "Onboarding", "Agree a day for the training", 3),
)


def make_products(world: World) -> None:
    """The catalogue with what each department does. Keeps `products`."""
    since = world.since
    rows = [
        Product(
            code=code,
            name=name,
            family=family,
            billing=billing,
            price=Decimal(price),
            counts_as_unit=counts,
            version=1,
            created_at=since,
            updated_at=since,
        )
        for code, name, family, billing, price, counts in PRODUCTS
    ]
    products = {product.code: product for product in world.keep("products", write(Product, rows))}
    teams = {team.name: team for team in world["teams"]}
    steps, position = [], dict.fromkeys(products, 0)
    for code, team, title, days in STEPS:
        position[code] += 1
        steps.append(
            FulfilmentStep(
                product=products[code],
                position=position[code],
                team=teams[team],
                title=title,
                business_days=days,
                version=1,
                created_at=since,
                updated_at=since,
            )
        )
    world.keep("fulfilment_steps", write(FulfilmentStep, steps))
