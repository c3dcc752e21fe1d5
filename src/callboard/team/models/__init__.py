"""What is: people and teams, rights, time, settings, the door."""

from callboard.team.models.door import Session, SignIn, SignInAttempt
from callboard.team.models.notices import MailWay, Mention, NoticeChoice, QuietTime
from callboard.team.models.people import Person, Pool, PoolMember, Status, Team, Theme
from callboard.team.models.rights import Grant, PersonRole, Role, Scope
from callboard.team.models.settings import Setting, SkippedStep
from callboard.team.models.time import Absence, Holiday, WorkHours

__all__ = [
    "Absence",
    "Grant",
    "Holiday",
    "MailWay",
    "Mention",
    "NoticeChoice",
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
    "Theme",
    "WorkHours",
]
