"""The pages of accounts and people."""

from callboard.directory.pages.account_owners import AccountOwners
from callboard.directory.pages.accounts import AccountRecord, Accounts
from callboard.directory.pages.confirming import Confirmed
from callboard.directory.pages.contacts import ContactRecord, Contacts
from callboard.directory.pages.duplicates import Duplicates, PairRecord, SearchRecord
from callboard.directory.pages.fields import Categories, CategoryRecord, FieldRecord, Fields, Glossary, TermRecord
from callboard.directory.pages.groups import Group, Groups
from callboard.directory.pages.importing import (
    ImportColumns,
    ImportErrors,
    ImportQuestions,
    ImportRecord,
    ImportRowRecord,
    ImportRows,
    Imports,
    RowFields,
)
from callboard.directory.pages.merging import MergeRecord, Merges
from callboard.directory.pages.nouns import (
    FileContent,
    FileRecord,
    Files,
    LocationRecord,
    Locations,
    MembershipRecord,
    Memberships,
    RelationRecord,
    Relations,
)
from callboard.directory.pages.overrides import DoNotCallListRecord, DoNotCallLists, OverrideRecord, Overrides
from callboard.directory.pages.permission import CallingHours, CallingHoursRecord
from callboard.directory.pages.planning import PlanHolder, PlanTerms, PublishChange, TakeBackChange
from callboard.directory.pages.territories import Territories, TerritoryAccounts, TerritoryRecord
from callboard.directory.pages.territory_changes import TerritoryChangeRecord, TerritoryChanges, TerritoryCompared
from callboard.directory.pages.unsubscribe import unsubscribe
from callboard.directory.pages.wishes import ConsentRecord, Consents, ProofFile, SuppressionRecord, Suppressions

__all__ = [
    "AccountOwners",
    "AccountRecord",
    "Accounts",
    "CallingHours",
    "CallingHoursRecord",
    "Categories",
    "CategoryRecord",
    "Confirmed",
    "ConsentRecord",
    "Consents",
    "ContactRecord",
    "Contacts",
    "DoNotCallListRecord",
    "DoNotCallLists",
    "Duplicates",
    "FieldRecord",
    "Fields",
    "FileContent",
    "FileRecord",
    "Files",
    "Glossary",
    "Group",
    "Groups",
    "ImportColumns",
    "ImportErrors",
    "ImportQuestions",
    "ImportRecord",
    "ImportRowRecord",
    "ImportRows",
    "Imports",
    "LocationRecord",
    "Locations",
    "MembershipRecord",
    "Memberships",
    "MergeRecord",
    "Merges",
    "OverrideRecord",
    "Overrides",
    "PairRecord",
    "PlanHolder",
    "PlanTerms",
    "ProofFile",
    "PublishChange",
    "RelationRecord",
    "Relations",
    "RowFields",
    "SearchRecord",
    "SuppressionRecord",
    "Suppressions",
    "TakeBackChange",
    "TermRecord",
    "Territories",
    "TerritoryAccounts",
    "TerritoryChangeRecord",
    "TerritoryChanges",
    "TerritoryCompared",
    "TerritoryRecord",
    "unsubscribe",
]
