"""What is: people and teams, rights, time, settings, the door."""

from callboard.team.models.door import Session, SignIn, SignInAttempt
from callboard.team.models.leaving import How, Leaving, LeavingMove, LeavingRule
from callboard.team.models.notices import MailWay, Mention, NoticeChoice, QuietTime
from callboard.team.models.people import Person, Pool, PoolMember, Status, Team, Theme
from callboard.team.models.rights import Grant, PersonRole, Role, Scope
from callboard.team.models.settings import Setting, SkippedStep
from callboard.team.models.territories import (
    Dated,
    OwnerRole,
    Territory,
    TerritoryChange,
    TerritoryHolder,
    TerritoryTerms,
)
from callboard.team.models.time import Absence, Holiday, WorkHours

__all__ = [
    "Absence",
    "Dated",
    "Grant",
    "Holiday",
    "How",
    "Leaving",
    "LeavingMove",
    "LeavingRule",
    "MailWay",
    "Mention",
    "NoticeChoice",
    "OwnerRole",
    "Person",
    "PersonRole",
    "Pool",
    "PoolMember",
    "QuietTime",
    "Role",
    "Scope",
    "Session",
    "Setting",
    "SignIn",
    "SignInAttempt",
    "SkippedStep",
    "Status",
    "Team",
    "Territory",
    "TerritoryChange",
    "TerritoryHolder",
    "TerritoryTerms",
    "Theme",
    "WorkHours",
]
