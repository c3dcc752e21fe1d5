"""What is: accounts, contacts, their addresses, the facts of an account, and who must not be written to."""

from callboard.directory.models.account import (
    Account,
    AccountDomain,
    AccountKind,
    AccountOwner,
    Tier,
)
from callboard.directory.models.calling import CallingWindow, DoNotCallList, ListedNumber, Override
from callboard.directory.models.consent import Attempt, Consent, How, Purpose, Scope, Suppression
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
from callboard.directory.models.territories import TerritoryAccount, TerritoryMove
from callboard.team.models import OwnerRole

__all__ = [
    "Account",
    "AccountDomain",
    "AccountFacts",
    "AccountFile",
    "AccountKind",
    "AccountOwner",
    "Attempt",
    "CallingWindow",
    "Consent",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "CustomField",
    "DoNotCallList",
    "DuplicatePair",
    "DuplicateSearch",
    "ExternalId",
    "FieldKind",
    "FoundBy",
    "How",
    "Import",
    "ImportMap",
    "ImportRow",
    "ImportState",
    "ListedNumber",
    "Location",
    "LocationKind",
    "MatchMark",
    "Medium",
    "Merge",
    "MergedRow",
    "NetworkMembership",
    "Noun",
    "Outcome",
    "Override",
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
    "TerritoryAccount",
    "TerritoryMove",
    "Tier",
    "Twins",
    "Verdict",
]
