"""Products, and what each department does once one is sold."""

from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, action
from callboard.core.errors import Invalid
from callboard.orders.models import Billing, FulfilmentStep, Product
from callboard.team.models import Team


@action(
    _("Added product"),
    said=_("Added product {result}"),
    who="orders.catalogue",
    undo="orders.retire_product",
    icon="package",
)
def create_product(
    *,
    by: Actor,
    code: str,
    name: str,
    price: Decimal,
    billing: Billing = Billing.MONTHLY,
    family: str = "",
    counts_as_unit: bool = True,
) -> Product:
    """Add something to sell. The code is unique."""
    product = Product(code=code.strip(), created_at=by.now)
    return _write(product, by, name=name, price=price, billing=billing, family=family, counts_as_unit=counts_as_unit)


@action(
    _("Changed product"),
    said=_("Changed product {product}"),
    who="orders.catalogue",
    undo="orders.change_product",
    icon="pencil",
)
def change_product(
    product: Product,
    *,
    by: Actor,
    name: str,
    price: Decimal,
    family: str = "",
    counts_as_unit: bool = True,
) -> Product:
    """Change what new lines will say. Orders already written keep their price; how it is billed never changes."""
    by.undo_args(name=product.name, price=product.price, family=product.family, counts_as_unit=product.counts_as_unit)
    return _write(
        product, by, name=name, price=price, billing=product.billing, family=family, counts_as_unit=counts_as_unit
    )


@action(
    _("Retired product"),
    said=_("Retired product {product}"),
    who="orders.catalogue",
    undo="orders.restore_product",
    icon="archive",
)
def retire_product(product: Product, *, by: Actor) -> Product:
    """Sell it no more. Subscriptions go on."""
    product.active = False
    product.updated_at = by.now
    product.save()
    return product


@retire_product.can
def _still_sold(product: Product, now: object) -> Refusal | None:
    return None if product.active else Refusal("retired", _("{product} is not sold any more."), product=product)


@action(
    _("Sells product again"),
    said=_("Put {product} on sale again"),
    who="orders.catalogue",
    undo=retire_product,
    icon="package",
)
def restore_product(product: Product, *, by: Actor) -> Product:
    """Sell it again."""
    product.active = True
    product.updated_at = by.now
    product.save()
    return product


@restore_product.can
def _not_sold(product: Product, now: object) -> Refusal | None:
    return Refusal("sold", _("{product} is sold already."), product=product) if product.active else None


@action(
    _("Added fulfilment step"),
    said=_("Added step “{result}” to {product}"),
    who="orders.catalogue",
    undo="orders.remove_fulfilment_step",
    icon="list-check",
)
def add_fulfilment_step(
    product: Product, *, by: Actor, team: Team, title: str, business_days: int = 5
) -> FulfilmentStep:
    """Say what a team does after this product is sold, and in how many business days."""
    if not title.strip():
        raise Invalid({"title": _("Say what the team does.")})
    if business_days < 0:
        raise Invalid({"business_days": _("A number of days, 0 or more.")})
    last = product.steps.order_by("-position").values_list("position", flat=True).first() or 0
    return FulfilmentStep.objects.create(
        product=product,
        position=last + 1,
        team=team,
        title=title.strip(),
        business_days=business_days,
        created_at=by.now,
        updated_at=by.now,
    )


@action(
    _("Removed fulfilment step"),
    said=_("Removed step “{step}” from {result}"),
    who="orders.catalogue",
    undo=add_fulfilment_step,
    icon="trash",
)
def remove_fulfilment_step(step: FulfilmentStep, *, by: Actor) -> Product:
    """Orders accepted from now on do without it; tasks already given stay."""
    by.undo_args(team=step.team, title=step.title, business_days=step.business_days)
    product = step.product
    step.delete()
    return product


def _write(product: Product, by: Actor, **fields: object) -> Product:
    errors = {}
    if not product.code:
        errors["code"] = _("Give it a short code.")
    if not str(fields["name"]).strip():
        errors["name"] = _("Give it a name.")
    if Decimal(str(fields["price"])) < 0:
        errors["price"] = _("A price is 0 or more.")
    if errors:
        raise Invalid(errors)
    for name, value in fields.items():
        setattr(product, name, value)
    product.updated_at = by.now
    try:
        with transaction.atomic():
            product.save()
    except IntegrityError as error:
        raise Invalid({"code": _("Another product has this code.")}) from error
    return product
