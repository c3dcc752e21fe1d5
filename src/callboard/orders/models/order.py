"""An order, its lines, and what the desk checks before it counts."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class OrderKind(models.TextChoices):
    NEW = "new", _("New")
    CANCELLATION = "cancellation", _("Cancellation")


class OrderState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    COMPLETE = "complete", _("Complete")


class Answer(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_NEEDED = "not_needed", _("Not needed")


#: States in which the lines may still change.
OPEN_STATES = (OrderState.DRAFT, OrderState.RETURNED)
#: States after which the order counts.
COUNTED_STATES = (OrderState.ACCEPTED, OrderState.COMPLETE)


@history
class Order(Model):
    """What an account ordered. It counts when it is accepted: then its entries are posted.

    `missing` is what it was returned for, one sentence a line. `booked_on` is the day it counts by. `approval` is the yes to
    its discount, where a rule of approval asks for one; `discounts` is what was given away when it was submitted or approved,
    as orders/actions/discounts.py keeps it, absent where that was before it was kept.
    """

    access = Access(own="owner account__owner", team="owner__team account__owner__team")

    number = models.BigIntegerField(_("Number"), unique=True, null=True, editable=False)
    kind = models.CharField(_("Kind"), max_length=24, choices=OrderKind, default=OrderKind.NEW, editable=False)
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, related_name="orders", verbose_name=_("Account"), editable=False
    )
    contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Contact")
    )
    owner = models.ForeignKey("team.Person", models.PROTECT, related_name="orders", verbose_name=_("Written by"))
    state = models.CharField(_("State"), max_length=10, choices=OrderState, default=OrderState.DRAFT, editable=False)
    start_on = models.DateField(_("Starts"))
    submitted_at = models.DateTimeField(_("Submitted"), null=True, editable=False)
    submitted_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", editable=False)
    accepted_at = models.DateTimeField(_("Accepted"), null=True, editable=False)
    accepted_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", editable=False)
    booked_on = models.DateField(_("Booked"), null=True, editable=False)
    missing = models.TextField(_("Missing"), blank=True, default="", editable=False)
    note = models.TextField(_("Note"), blank=True, default="")
    approval = models.ForeignKey(
        "work.Approval",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Approval"),
        editable=False,
    )
    discounts = models.JSONField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        triggers = [WorksHere("owner", state=["draft", "returned", "submitted"])]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=OrderState.values), name="order_state"),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False), name="order_submitted_when"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "complete"])
                | Q(accepted_at__isnull=False, booked_on__isnull=False),
                name="order_accepted_when",
            ),
            models.CheckConstraint(condition=~Q(state="returned") | ~Q(missing=""), name="order_returned_why"),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="order_account"),
            models.Index(F("submitted_at").desc(nulls_last=True), F("id").desc(), name="order_submitted"),
            models.Index(fields=["submitted_at"], condition=Q(state="submitted"), name="order_waiting"),
            models.Index(fields=["owner", "-id"], name="order_owner"),
            models.Index(fields=["booked_on"], name="order_booked"),
        ]

    def __str__(self) -> str:
        return str(_("Order {number}").format(number=self.number))


@history
class OrderLine(Model):
    """One product of an order. `mrr` is the month's worth to ten places; `one_time` what it brings once.

    The line of a cancellation names the subscription it ends, and its `mrr` is minus that subscription's balance.
    """

    access = Access(own="order__owner", team="order__owner__team", view="orders.view")

    order = models.ForeignKey(Order, models.CASCADE, related_name="lines", verbose_name=_("Order"), editable=False)
    product = models.ForeignKey("orders.Product", models.PROTECT, related_name="+", verbose_name=_("Product"))
    quantity = models.PositiveIntegerField(_("Quantity"), default=1)
    unit_price = models.DecimalField(_("Price each"), max_digits=12, decimal_places=2)
    discount_percent = models.DecimalField(_("Discount, %"), max_digits=5, decimal_places=2, default=Decimal(0))
    currency = models.CharField(max_length=3, default="USD", editable=False)
    mrr = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10, default=Decimal(0), editable=False)
    one_time = models.DecimalField(_("One-time"), max_digits=14, decimal_places=2, default=Decimal(0), editable=False)
    ends = models.ForeignKey(
        "orders.Subscription", models.PROTECT, null=True, related_name="ending_lines", editable=False
    )

    class Meta:
        ordering = ["order_id", "id"]
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="orderline_quantity"),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="orderline_price"),
            models.CheckConstraint(
                condition=Q(discount_percent__gte=0, discount_percent__lte=100), name="orderline_discount"
            ),
            models.CheckConstraint(condition=Q(currency="USD"), name="orderline_currency"),
        ]
        indexes = [models.Index(fields=["order", "id"], name="orderline_order")]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_id}"

    def roots(self) -> set[int]:
        return self.order.roots()


class OrderStep(Model):
    """What a team owes the customer after the order was accepted, by a day; its task says whether it is done."""

    access = Access(own="order__owner", team="team order__owner__team", view="orders.view")

    order = models.ForeignKey(Order, models.PROTECT, related_name="steps")
    line = models.ForeignKey(OrderLine, models.PROTECT, related_name="steps")
    team = models.ForeignKey("team.Team", models.PROTECT, related_name="+", verbose_name=_("Team"))
    title = models.CharField(_("What is to be done"), max_length=160)
    position = models.PositiveSmallIntegerField()
    due_on = models.DateField(_("Due"))
    task = models.OneToOneField("work.Task", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["order_id", "position", "id"]
        verbose_name = _("step of an order")
        verbose_name_plural = _("steps of orders")

    def __str__(self) -> str:
        return self.title

    def roots(self) -> set[int]:
        return self.order.roots()


class DeskQuestion(Model):
    """What a second pair of eyes answers before an order of a kind is accepted."""

    access = Access()

    kind = models.CharField(_("Order kind"), max_length=24, choices=OrderKind, default=OrderKind.NEW)
    code = models.CharField(_("Code"), max_length=40)
    position = models.PositiveSmallIntegerField(_("Position"))
    text = models.CharField(_("Question"), max_length=160)
    hint = models.CharField(_("What to look at"), max_length=200, blank=True, default="")
    active = models.BooleanField(_("Asked"), default=True)

    class Meta:
        ordering = ["kind", "position"]
        verbose_name = _("desk check question")
        verbose_name_plural = _("desk check questions")
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="deskquestion_once")]

    def __str__(self) -> str:
        return self.text


@history
class DeskCheckAnswer(Model):
    """The answer to one question about one order, by whom and when."""

    access = Access(own="order__owner", team="order__owner__team", view="orders.view")

    order = models.ForeignKey(Order, models.CASCADE, related_name="answers")
    question = models.ForeignKey(DeskQuestion, models.PROTECT, related_name="+")
    answer = models.CharField(_("Answer"), max_length=10, choices=Answer)
    note = models.CharField(_("Note"), max_length=200, blank=True, default="")
    by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("desk check answer")
        verbose_name_plural = _("desk check answers")
        constraints = [models.UniqueConstraint(fields=["order", "question"], name="deskcheckanswer_once")]

    def __str__(self) -> str:
        return self.get_answer_display()

    def roots(self) -> set[int]:
        return self.order.roots()
