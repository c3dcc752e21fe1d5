"""The addresses of orders."""

from callboard.kit.pages import page_urls
from callboard.orders import pages

urlpatterns = page_urls(
    pages.Orders,
    pages.OrderRecord,
    pages.Cancellations,
    pages.CancellationRecord,
    pages.Products,
    pages.ProductRecord,
    pages.Subscriptions,
    pages.SubscriptionRecord,
)
