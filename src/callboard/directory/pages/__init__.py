"""The pages of accounts and people."""

from callboard.directory.pages.accounts import AccountRecord, Accounts
from callboard.directory.pages.confirming import Confirmed
from callboard.directory.pages.contacts import ContactRecord, Contacts

__all__ = ["AccountRecord", "Accounts", "Confirmed", "ContactRecord", "Contacts"]
