"""Every registry of the program.  A higher app hangs its part on a lower one's page by adding it here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from callboard.core.registry.entries import Entries, Part
from callboard.core.registry.facts import Check, Difference, Fact, Metric
from callboard.core.registry.kinds import MergeHook, OwnedKind, TaskKind, TimelineKind, TimelineReach
from callboard.core.registry.notices import MailVerb, NotificationEvent
from callboard.core.registry.pages import DayEnd, Foot, Nav, PanelEntry, WhileAway
from callboard.core.registry.search import SearchSource
from callboard.core.registry.settings import SettingEntry
from callboard.core.registry.setup import SetupStep, Tested
from callboard.core.registry.why import Reason, WhyEntry
from callboard.core.registry.worker import Watcher

if TYPE_CHECKING:
    from callboard.core.actions import Action

__all__ = [
    "Check",
    "DayEnd",
    "Difference",
    "Entries",
    "Fact",
    "Foot",
    "MailVerb",
    "MergeHook",
    "Metric",
    "Nav",
    "NotificationEvent",
    "OwnedKind",
    "PanelEntry",
    "Part",
    "Reason",
    "SearchSource",
    "SettingEntry",
    "SetupStep",
    "TaskKind",
    "Tested",
    "TimelineKind",
    "TimelineReach",
    "Watcher",
    "WhileAway",
    "WhyEntry",
    "register",
]


class Registry:
    """All registries; ``register`` is the one instance."""

    def __init__(self) -> None:
        self.actions: dict[str, Action[..., Any]] = {}
        #: By kind: the address of the record with an id.
        self.record_urls: dict[str, Callable[[int], str]] = {}
        self.nav: Entries[Nav] = Entries("nav entry")
        self.panel: Entries[PanelEntry] = Entries("panel")
        self.timeline_kind: Entries[TimelineKind] = Entries("timeline kind")
        self.timeline_reach: Entries[TimelineReach] = Entries("timeline reach")
        self.task_kind: Entries[TaskKind] = Entries("task kind")
        self.fact: Entries[Fact] = Entries("fact")
        self.check: Entries[Check] = Entries("check")
        self.setting: Entries[SettingEntry] = Entries("setting")
        self.owned_kind: Entries[OwnedKind] = Entries("owned kind")
        self.notification_event: Entries[NotificationEvent] = Entries("notification event")
        self.why: Entries[WhyEntry] = Entries("reason")
        self.mail_verb: Entries[MailVerb] = Entries("mail verb")
        self.watcher: Entries[Watcher] = Entries("watcher")
        self.foot: Entries[Foot] = Entries("foot")
        self.day_end: Entries[DayEnd] = Entries("day end")
        self.while_away: Entries[WhileAway] = Entries("while away")
        self.column: Entries[Part] = Entries("column")
        self.filter: Entries[Part] = Entries("filter")
        self.metric: Entries[Metric] = Entries("metric")
        self.palette_command: Entries[Part] = Entries("palette command")
        self.date_source: Entries[Part] = Entries("date source")
        self.search_source: Entries[SearchSource] = Entries("search source")
        self.import_kind: Entries[Part] = Entries("import kind")
        self.merge_hook: Entries[MergeHook] = Entries("merge hook")
        self.claim_source: Entries[Part] = Entries("claim source")
        #: What hangs on a captured mail that leaves: value(by, message, person, private) -> a sentence for each thing that stays.
        self.withdrawal: Entries[Part] = Entries("withdrawal")
        #: Whose own work stands on a captured mail beside its owner's: value(message, owner) -> a Person or None.
        self.mail_holder: Entries[Part] = Entries("mail_holder")
        #: What ends with a person who is erased: value(by, contact ids, mail addresses), inside that run, before their traces go.
        self.erasure: Entries[Part] = Entries("erasure")
        #: Who is not to be disturbed now: value(people, now) -> rows of person and until; people: ids, or a query of them.
        self.blocked: Entries[Part] = Entries("blocked")
        #: What ends with a person's access: value(by, person), inside the run that ends it.
        self.leaver: Entries[Part] = Entries("leaver")
        #: What an app does when an approval it asked for is decided, by kind: value(by, approval), inside that run.
        self.approval: Entries[Part] = Entries("approval")
        #: Who else may not answer what an app asked for, because it is theirs: value(approval) -> ids of people.
        self.approval_theirs: Entries[Part] = Entries("whose an approval is")
        #: What an app does when a clock of its kind says something: value(by, clock, what), inside that run; what: "near" the
        #: end of its time, "late", "reckoned" anew.
        self.clock: Entries[Part] = Entries("clock")
        self.setup_step: Entries[SetupStep] = Entries("set-up step")


register = Registry()
