"""What is: accounts, contacts, their addresses, the facts of an account, and who must not be written to."""

from callboard.directory.models.account import (
    Account,
    AccountDomain,
    AccountKind,
    AccountOwner,
    OwnerRole,
    Tier,
)
from callboard.directory.models.consent import Attempt, Purpose, Scope, Suppression
from callboard.directory.models.contact import (
    Contact,
    ContactEmail,
    ContactPhone,
    PhoneKind,
    RoleKind,
)
from callboard.directory.models.custom import CustomField, FieldKind, Noun, Term
from callboard.directory.models.duplicates import (
    DuplicatePair,
    DuplicateSearch,
    FoundBy,
    MatchMark,
    Merge,
    MergedRow,
    PairState,
    RowChange,
    SearchState,
    Twins,
)
from callboard.directory.models.facts import AccountFacts
from callboard.directory.models.file import AccountFile
from callboard.directory.models.group import NetworkMembership, Relation, RelationCategory, RelationStatus
from callboard.directory.models.imports import ExternalId, Import, ImportMap, ImportRow, ImportState, Outcome, Verdict
from callboard.directory.models.location import Location, LocationKind
from callboard.directory.models.medium import Medium

__all__ = [
    "Account",
    "AccountDomain",
    "AccountFacts",
    "AccountFile",
    "AccountKind",
    "AccountOwner",
    "Attempt",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "CustomField",
    "DuplicatePair",
    "DuplicateSearch",
    "ExternalId",
    "FieldKind",
    "FoundBy",
    "Import",
    "ImportMap",
    "ImportRow",
    "ImportState",
    "Location",
    "LocationKind",
    "MatchMark",
    "Medium",
    "Merge",
    "MergedRow",
    "NetworkMembership",
    "Noun",
    "Outcome",
    "OwnerRole",
    "PairState",
    "PhoneKind",
    "Purpose",
    "Relation",
    "RelationCategory",
    "RelationStatus",
    "RoleKind",
    "RowChange",
    "Scope",
    "SearchState",
    "Suppression",
    "Term",
    "Tier",
    "Twins",
    "Verdict",
]
