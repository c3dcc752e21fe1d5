"""The practice company's past with its customers: calls, mails, meetings and notes of eighteen months. Set-based."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from callboard.core import clock
from callboard.core.copies import Copied
from callboard.core.demo import World, batched, update, write
from callboard.core.models import TimelineEntry
from callboard.core.reading import reading_once
from callboard.directory.models import Account, AccountFacts, Attempt, Contact, Purpose
from callboard.directory.queries import last_attempts
from callboard.journal import queries, rules
from callboard.journal.actions.effects import FOLLOW_UP
from callboard.journal.demo import drafts, scores
from callboard.journal.models import Interaction, InteractionAccount, Kind, NoteScore, Outcome
from callboard.work.models import DueKind, Task, TaskState

#: How many interactions an account of a tier has in eighteen months, at least and at most.
OFTEN = {"A": (12, 22), "B": (6, 12), "C": (2, 6), "D": (0, 2), None: (0, 1)}
#: kind, weight, outcomes, texts. {first} is their first name, {name} the agency.
PAST: tuple[tuple[str, int, tuple[str | None, ...], tuple[str, ...]], ...] = (
    (
        Kind.CALL,
        40,
        (Outcome.SPOKE, Outcome.SPOKE, Outcome.INTERESTED, Outcome.NOT_NOW, Outcome.WITH_STAFF),
        (
            "{first} is happy with the rater's speed; two carriers are missing, farm and flood.",
            "{first} hires two producers in spring and asked what nine seats would cost.",
            "Went through last month's quotes with {first}. They close one in four; the bridge to their system saves them an hour a day.",
            "Website leads go to an address nobody reads. {first} will give us the right one.",
            "{first} compares us with another rater, mainly about price. Has until the end of the quarter.",
            "Asked {first} how the new producer gets on. Wants an hour of training on endorsements.",
            "Billing question: {first} sees two charges in one month. Explained the seat added on the 12th.",
            "{first} cannot decide before the partner is back from vacation.",
        ),
    ),
    (
        Kind.CALL,
        22,
        (Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.VOICEMAIL, Outcome.CALL_BACK),
        (
            "",
            "Left word about the contract renewal.",
            "Asked for {first}; out until Thursday.",
            "Line busy, then voicemail.",
        ),
    ),
    (
        Kind.MAIL,
        18,
        (None,),
        (
            "Sent {first} the comparison of both website plans.",
            "Sent the price for two more seats, valid until the end of the month.",
            "Answered how to reset a producer's password and whom to ask next time.",
            "Sent the case study of an agency of their size in the same state.",
        ),
    ),
    (
        Kind.MEETING,
        6,
        (Outcome.SPOKE, Outcome.INTERESTED),
        ("Review of the half year with {first}: use is up, service calls are down. Marketing comes up next time.",),
    ),
    (
        Kind.DEMO,
        5,
        (Outcome.INTERESTED, Outcome.SPOKE, Outcome.NO_ANSWER),
        ("Showed the agency website to {first} and a colleague. They liked the quote form; want their own photos.",),
    ),
    (Kind.VISIT, 2, (Outcome.SPOKE,), ("Visited the office. Six desks, a second location opens in summer.",)),
    (
        Kind.NOTE,
        7,
        (None,),
        (
            "Prefers calls before ten. Never on Mondays.",
            "Their carrier leaves the state at the end of the year; expect questions.",
            "{first} speaks Spanish with most customers; send the Spanish brochure.",
        ),
    ),
)
NEXT = (
    "Send prices for nine seats",
    "Call about the renewal",
    "Book the training",
    "Ask about the second office",
    "Show the website",
)
HAS_NEXT, AHEAD_DAYS = 0.2, 9
#: So many accounts are settled at a time.
SETTLED = 5000


def build(world: World) -> None:
    """Interactions with their lines on the timelines, the attempts they count as, and follow-ups still open.

    Keeps `interactions`.
    """
    people = _people_by_account(world)
    dice = scores.dice(world)
    with reading_once():
        made = [row for account in world["accounts"] for row in _of(world, account, people.get(account.pk, []), dice)]
    write(Interaction, [interaction for interaction, _account in made])
    attempts = [(link, attempt) for link, attempt in (_link(*row) for row in made)]
    write(Attempt, [attempt for _link, attempt in attempts if attempt is not None])
    write(InteractionAccount, [_with(link, attempt) for link, attempt in attempts])
    world.timeline([_line(*row) for row in made])
    write(Task, list(_follow_ups(world, made)))
    with reading_once():
        scores.build(world, made, people)
    world.keep("interactions", [interaction for interaction, _account in made])
    drafts.build(world)


def copies(world: World, times: int) -> list[Copied]:
    """What was talked about, with other customers."""
    return [Copied(Interaction), Copied(InteractionAccount), Copied(NoteScore)]


def settle(world: World) -> None:
    """The three clocks of every account, once all messages and attempts are written."""
    for some in batched(Account.objects.order_by("pk").values_list("pk", flat=True).iterator(), SETTLED):
        set_clocks(some)


def set_clocks(ids: list[int]) -> None:
    """The three clocks of many accounts, in a few statements."""
    attempts, spoken, words = last_attempts(ids), queries.conversations_of(ids), queries.words_of(ids)
    known = sorted(attempts.keys() | spoken.keys() | words.keys())
    rows = AccountFacts.objects.in_bulk(known)
    for pk, facts in rows.items():
        facts.last_attempt_at, facts.last_conversation_at = attempts.get(pk), spoken.get(pk)
        facts.last_word_at = words.get(pk)
    update(rows.values(), ["last_attempt_at", "last_conversation_at", "last_word_at"])


def _people_by_account(world: World) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for contact in world["contacts"]:
        if contact.left_on is None:
            found.setdefault(contact.account_id, []).append(contact)
    return found


def _of(world: World, account: Account, people: list[Contact], dice: Random) -> Iterator[tuple[Interaction, Account]]:
    if account.created_at is None or account.owner is None:
        return
    start = max(world.since, account.created_at)
    for _number in range(world.rng.randint(*OFTEN[account.tier])):
        yield _interaction(world, account, people, _working_hour(world, start), dice), account


def _working_hour(world: World, start: datetime) -> datetime:
    """A weekday between nine and five in Texas."""
    at = world.moment(start, world.now - timedelta(hours=2))
    at -= timedelta(days=max(0, at.weekday() - 4))
    at = at.replace(hour=15 + world.rng.randrange(7), minute=world.rng.randrange(60), second=0, microsecond=0)
    return at if start < at < world.now else max(start, world.now - timedelta(days=3))


def _interaction(world: World, account: Account, people: list[Contact], at: datetime, dice: Random) -> Interaction:
    rng = world.rng
    kind, _weight, outcomes, texts = rng.choices(PAST, [weight for _k, weight, _o, _t in PAST])[0]
    contact, outcome = (rng.choice(people) if people else None), rng.choice(outcomes)
    first = contact.name.split()[0] if contact else "They"
    reached = outcome in rules.REACHED
    seconds = int(rng.gammavariate(2, 200)) + 35 if kind == Kind.CALL and reached else None
    step = rng.choice(NEXT) if reached and rng.random() < HAS_NEXT else ""
    after = at.date() + timedelta(days=rng.choice((1, 3, 7, AHEAD_DAYS)))
    written = min(at + timedelta(days=scores.late(dice)), world.now)
    pinned = kind == Kind.NOTE and dice.randrange(scores.PINNED) == 0
    return Interaction(
        kind=kind,
        at=at,
        person=account.owner,
        contact=contact,
        text=rng.choice(texts).format(first=first, name=account.name),
        outcome=outcome,
        duration_s=seconds,
        conversed=rules.conversed(kind, outcome, seconds),
        next_step=step,
        next_on=after if step else None,
        late_days=queries.late_days(clock.business_day(at), clock.business_day(written)),
        pinned_at=written if pinned else None,
        version=1,
        created_at=written,
        updated_at=written,
    )


def _link(interaction: Interaction, account: Account) -> tuple[InteractionAccount, Attempt | None]:
    link = InteractionAccount(interaction=interaction, account=account)
    medium = rules.medium_of(interaction.kind)
    if medium is None:
        return link, None
    purpose = Purpose.SERVICE if account.tier in ("A", "B") else Purpose.SALES
    contact, person = interaction.contact, interaction.person
    attempt = Attempt(
        account=account, contact=contact, medium=medium, purpose=purpose, to_hash="", person=person, at=interaction.at
    )
    return link, attempt


def _with(link: InteractionAccount, attempt: Attempt | None) -> InteractionAccount:
    link.attempt = attempt
    return link


def _line(interaction: Interaction, account: Account) -> TimelineEntry:
    return TimelineEntry(
        root_id=account.pk,
        at=interaction.at,
        kind=f"journal.{interaction.kind}",
        ref_kind="journal.interaction",
        ref_id=interaction.pk,
        title=rules.title_of(interaction),
        text=rules.text_of(interaction),
        person=interaction.person,
        audience=["all"],
    )


def _follow_ups(world: World, made: list[tuple[Interaction, Account]]) -> Iterator[Task]:
    """Steps whose day has come or comes are open; older ones were done in time."""
    today = world.now.date()
    for interaction, account in made:
        on: Any = interaction.next_on
        if on is None:
            continue
        late = on < today - timedelta(days=2)
        done_at = rules.due_at(on, interaction.person.tz) - timedelta(hours=3) if late else None
        yield Task(
            title=interaction.next_step,
            kind=FOLLOW_UP,
            account=account,
            owner=interaction.person,
            state=TaskState.DONE if late else TaskState.OPEN,
            due_at=rules.due_at(on, interaction.person.tz),
            due_kind=DueKind.DAY,
            reason_code="next_step",
            reason_args={"kind": interaction.kind, "at": interaction.at.isoformat()},
            source_kind="journal.interaction",
            source_id=interaction.pk,
            done_at=done_at,
            done_by=interaction.person if late else None,
            created_by=interaction.person,
            version=1,
            created_at=interaction.at,
            updated_at=done_at or interaction.at,
        )
