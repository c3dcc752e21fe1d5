"""The addresses of the queue."""

from callboard.intake.pages import Inbox, InboxItem
from callboard.kit.pages import page_urls

urlpatterns = page_urls(Inbox, InboxItem)
