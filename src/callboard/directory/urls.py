"""The addresses of accounts and people."""

from callboard.directory.pages import AccountRecord, Accounts, ContactRecord, Contacts
from callboard.kit.pages import page_urls

urlpatterns = page_urls(Accounts, AccountRecord, Contacts, ContactRecord)
