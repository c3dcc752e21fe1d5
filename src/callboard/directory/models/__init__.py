"""What is: accounts, contacts, their addresses, the facts of an account, and who must not be written to."""

from callboard.directory.models.account import (
    Account,
    AccountDomain,
    AccountKind,
    AccountOwner,
    OwnerRole,
    Tier,
)
from callboard.directory.models.consent import Attempt, Medium, Purpose, Scope, Suppression
from callboard.directory.models.contact import (
    Contact,
    ContactEmail,
    ContactPhone,
    PhoneKind,
    RoleKind,
)
from callboard.directory.models.facts import AccountFacts

__all__ = [
    "Account",
    "AccountDomain",
    "AccountFacts",
    "AccountKind",
    "AccountOwner",
    "Attempt",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "Medium",
    "OwnerRole",
    "PhoneKind",
    "Purpose",
    "RoleKind",
    "Scope",
    "Suppression",
    "Tier",
]
