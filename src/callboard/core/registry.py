"""Every registry of the program.  A higher app hangs its part on a lower one's page by adding it here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from django.db.models import Q, QuerySet

    from callboard.core.actions import Action
    from callboard.core.actor import Actor
    from callboard.core.answering import About
    from callboard.core.asking import Question


class Named(Protocol):
    @property
    def name(self) -> str: ...


E = TypeVar("E", bound=Named)


class Entries(Generic[E]):
    """Entries by name, in the order added.  The same name twice is a mistake of ours and raises."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._by_name: dict[str, E] = {}

    def add(self, entry: E) -> E:
        if self._by_name.setdefault(entry.name, entry) is not entry:
            raise ValueError(f"{self.what} {entry.name!r} is registered twice.")
        return entry

    def get(self, name: str) -> E | None:
        return self._by_name.get(name)

    def __getitem__(self, name: str) -> E:
        return self._by_name[name]

    def __iter__(self) -> Iterator[E]:
        return iter(list(self._by_name.values()))

    def __len__(self) -> int:
        return len(self._by_name)


@dataclass(frozen=True)
class Nav:
    """A link of the frame.  group: today, customers, team.  badge: the rows that wait, which the kit counts; None for nobody.
    Which rows depends on the person, their rights and their day alone; the present instant is written `Present()`.
    topics: those of the Change rows after which the badge is counted again.
    """

    name: str
    group: str
    label: Any
    url_name: str
    icon: str
    order: int = 50
    key: str = ""
    operation: str = ""
    badge: "Callable[[Actor], QuerySet[Any] | None] | None" = None
    badge_tone: str = ""
    topics: "Callable[[Actor], Iterable[str]] | None" = None


@dataclass(frozen=True)
class PanelEntry:
    """A part of a lower app's record page.  context(record, actor) -> what the template shows; None hides it.  place: side or middle.

    asks(record, actor) -> what it needs to know: the kit asks for all panels of a page at once, and
    context(record, actor, found) gets the answers.  lazy: fetched when it comes into view, for what stands below the fold.
    exists(record, actor) -> the rows without which a lazy panel is not there at all.
    """

    name: str
    model: str
    title: Any
    template: str
    context: "Callable[..., dict[str, Any] | None]"
    order: int = 50
    place: str = "side"
    operation: str = ""
    asks: "Callable[[Any, Actor], Mapping[str, Question]] | None" = None
    lazy: bool = False
    exists: "Callable[[Any, Actor], QuerySet[Any, Any]] | None" = None


@dataclass(frozen=True)
class TimelineKind:
    name: str
    label: Any
    icon: str
    tone: str = ""


@dataclass(frozen=True)
class TaskKind:
    """A kind of task.  reason(code, args) -> the sentence why it is there.  url: where working it begins (default: its source)."""

    name: str
    label: Any
    icon: str
    reason: "Callable[[str, dict[str, Any]], str]"
    url: "Callable[[Any], str] | None" = None
    #: What the stake is, under the amount: MRR at stake, opportunity ...
    stake_label: Any = ""
    #: Told in the same run when a person dropped, handed over or reopened such a task: follow(by, task, what).
    follow: "Callable[[Actor, Any, str], None] | None" = None


@dataclass(frozen=True)
class Fact:
    """A column of AccountFacts and the app that owns it.  recompute(account ids) -> {id: value}; what is unknown is absent."""

    name: str
    app: str
    recompute: Callable[[Iterable[int]], dict[int, Any]]


@dataclass(frozen=True)
class Difference:
    """What ``check`` found: the stored value is not the computed one."""

    kind: str
    record: str
    stored: str
    computed: str


@dataclass(frozen=True)
class Check:
    name: str
    run: Callable[[], Iterable[Difference]]


@dataclass(frozen=True)
class SettingEntry:
    """A typed setting.  kind: str, int, bool, Decimal, time.  The app that reads it registers it.

    help: a sentence of what it changes.  check(value) -> the value to keep, as what was typed may be written in several
    ways; raises ValueError with the sentence why it cannot be.  choices() -> (group, [(value, its words)]) of all it can be.
    fits(value) raises ValueError where a value that was kept is of no use; asked at every reading, so without the database.
    """

    name: str
    label: Any
    kind: type
    default: Any
    help: Any = ""
    group: Any = ""
    check: "Callable[[Any], Any] | None" = None
    choices: "Callable[[], Iterable[tuple[str, list[tuple[str, str]]]]] | None" = None
    fits: "Callable[[Any], Any] | None" = None


@dataclass(frozen=True)
class OwnedKind:
    """What a leaver must hand on.  owned(person id) -> the rows; hand_on is the action's name, given what it needs besides."""

    name: str
    label: Any
    owned: "Callable[[int], QuerySet[Any]]"
    hand_on: str = ""
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NotificationEvent:
    """Something people are told of, and how where nobody chose otherwise.

    can_mute: the person may do without it.  fixed: by mail only, nobody chooses (an invitation).  urgent: at once, whatever
    the hour, never bundled.  mail: now, digest, off.  escalate_minutes: unread for so long, the next person is told; 0 never.
    still(notice): asked again before its mail leaves, besides whether its record may be seen; False keeps it for ever.
    """

    name: str
    label: Any
    can_mute: bool = True
    fixed: bool = False
    urgent: bool = False
    page: bool = True
    mail: str = "now"
    desktop: bool = True
    escalate_minutes: int = 0
    icon: str = "bell"
    #: Its text is what somebody wrote: shown under the line that says who did.
    quotes: bool = False
    still: "Callable[[Any], bool] | None" = None


@dataclass(frozen=True)
class Watcher:
    """Something the worker keeps running in a thread of its own until ``stop`` is set (a mailbox's IDLE)."""

    name: str
    run: Callable[[Any], None]


@dataclass(frozen=True)
class Foot:
    """A short line at the foot of the rail.

    rows(actor) -> a queryset of .values(), or None for nobody; the kit reads it in the statement of the badges, and it depends
    on what a badge may depend on.
    text(rows) -> (sentence, tone) or None.  rows: as dicts; tones: ok, due, over.
    """

    name: str
    rows: "Callable[[Actor], QuerySet[Any, Any] | None]"
    text: "Callable[[list[dict[str, Any]]], tuple[str, str] | None]"


@dataclass(frozen=True, eq=False)
class SearchSource:
    """How the records of one kind are found.  Every path is a database path from the kind's model; a choice gives its label.

    title: the first of these paths that says something.  shown: how the title is written, ``_("Order {title}")``.
    detail: the line under it.  also: more short words it is found by.  keys: numbers, addresses, telephones.  text: long
    text, found by whole words.  named: people look for it by name, so it comes before what merely mentions the name.
    where: the rows that can be found at all; faded: those that come last.  word: what limits a search to it, ``order:``.
    parts: kinds whose change is a change of this one, and their path to it.  edition: raise it when what is declared
    changes, and the index is made anew.  operation: a row of the matrix that opens the page, where it is not the one that
    opens the rows.
    """

    name: str
    label: Any
    icon: str
    title: tuple[str, ...]
    shown: Any = "{title}"
    detail: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    state: str = ""
    at: str = "updated_at"
    root: str = "account"
    weight: int = 50
    named: bool = False
    people: bool = False
    word: str = ""
    where: "Q | None" = None
    faded: "Q | None" = None
    parts: dict[str, str] = field(default_factory=dict)
    operation: str = ""
    edition: int = 2


@dataclass(frozen=True)
class Reason:
    """Why something is as it is: a sentence, and (label, value) or (label, value, address) rows; url: all of the rows."""

    sentence: str
    rows: "list[tuple[Any, ...]]" = field(default_factory=list)
    url: str = ""


@dataclass(frozen=True)
class WhyEntry:
    """A reason that can be asked.  of(record of `kind`, actor), or without a kind of(the address's values, actor)."""

    name: str
    label: Any
    of: "Callable[[Any, Actor], Reason | None]"
    kind: str = ""
    operation: str = ""


@dataclass(frozen=True)
class MailVerb:
    """What a person does by answering a notice (core.answering says how).  order: the first that reads a line has it.

    hint(about): the line of the mail that says it can be done, "" where it cannot.  read(line, about): its arguments, None
    where the line does not mean it; raises Unclear.  act(by, about, arguments) -> the sentence of what was done.
    words: it takes the words that are no command, and read is given all of them.
    """

    name: str
    hint: "Callable[[About], str]"
    read: "Callable[[str, About], dict[str, Any] | None]"
    act: "Callable[[Actor, About, dict[str, Any]], str]"
    order: int = 50
    words: bool = False


@dataclass(frozen=True)
class Tested:
    """What came of a test: a sentence, whether all is well, and (label, value) rows."""

    sentence: str
    good: bool = True
    rows: "list[tuple[Any, Any]]" = field(default_factory=list)


@dataclass(frozen=True)
class SetupStep:
    """A step of a company's first hour.  The data says whether it is done, never a tick.

    asks() -> what it needs to know: all steps are asked in one statement, the same for a day.  done(its answers) -> what is there in a few
    words, "" while it is open.  url() -> where it is done; operation: who may.  test(actor, given) tries whether it works;
    inputs: (name, label, a first value, whether of several lines) of what the test is given.  lacks(its answers) -> what
    is still wrong, in a sentence, "" for nothing; it is shown beside the step whatever its state.
    """

    name: str
    label: Any
    text: Any
    icon: str
    order: int
    operation: str
    url: Callable[[], str]
    do_label: Any
    asks: "Callable[[], Mapping[str, Question]]"
    done: "Callable[[Mapping[str, Any]], str]"
    test: "Callable[[Actor, Mapping[str, str]], Tested] | None" = None
    test_label: Any = ""
    inputs: "tuple[tuple[str, Any, Any, bool], ...]" = ()
    lacks: "Callable[[Mapping[str, Any]], str] | None" = None


@dataclass(frozen=True)
class Part:
    """An entry whose shape belongs to the app that reads it."""

    name: str
    value: Any = None
    options: dict[str, Any] = field(default_factory=dict)


class Registry:
    """All registries; ``register`` is the one instance."""

    def __init__(self) -> None:
        self.actions: dict[str, Action[..., Any]] = {}
        #: By kind: the address of the record with an id.
        self.record_urls: dict[str, Callable[[int], str]] = {}
        self.nav: Entries[Nav] = Entries("nav entry")
        self.panel: Entries[PanelEntry] = Entries("panel")
        self.timeline_kind: Entries[TimelineKind] = Entries("timeline kind")
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
        self.column: Entries[Part] = Entries("column")
        self.filter: Entries[Part] = Entries("filter")
        self.metric: Entries[Part] = Entries("metric")
        self.palette_command: Entries[Part] = Entries("palette command")
        self.date_source: Entries[Part] = Entries("date source")
        self.search_source: Entries[SearchSource] = Entries("search source")
        self.import_kind: Entries[Part] = Entries("import kind")
        self.merge_hook: Entries[Part] = Entries("merge hook")
        self.claim_source: Entries[Part] = Entries("claim source")
        self.setup_step: Entries[SetupStep] = Entries("set-up step")


register = Registry()
