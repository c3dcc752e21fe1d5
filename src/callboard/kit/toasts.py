"""Where a toast waits for the next page: in a cookie of this company's, for a browser keeps cookies by host, not by port."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class OwnCookie(CookieStorage):
    cookie_name = f"{settings.COMPANY}_toasts"


class Toasts(FallbackStorage):
    storage_classes = (OwnCookie, SessionStorage)
