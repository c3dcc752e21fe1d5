"""The practice company's leads and opportunities. Set-based; the same seed makes the same."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from callboard.core.copies import Copied
from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.demo import words
from callboard.directory.demo.copies import phone
from callboard.directory.models import Account
from callboard.journal.rules import due_at
from callboard.pipeline.actions.steps import LEAD_TASK, MONTHS, STEP_TASK
from callboard.pipeline.models import Lead, LeadState, LostReason, Opportunity, Source, Stage
from callboard.pipeline.rules import grade_of
from callboard.work.models import DueKind, StakeKind, Task

LEADS, OPPORTUNITIES = 420, 300
SOURCES = (
    (Source.FORM, 34), (Source.MAIL, 18), (Source.CALL, 16), (Source.SHOW, 12), (Source.REFERRAL, 10),
    (Source.ASSOCIATION, 4), (Source.LIST, 6),
)  # fmt: skip
STAGES = (
    (Stage.QUALIFY, 18),
    (Stage.DEMO, 14),
    (Stage.PROPOSAL, 12),
    (Stage.COMMIT, 6),
    (Stage.WON, 28),
    (Stage.LOST, 22),
)
WANTS = (
    "Comparative rater for {n} seats", "An agency website with a quote form", "Marketing mails to {n}00 customers",
    "Compare our rater with theirs, {n} seats", "A second location, {n} seats more",
)  # fmt: skip
NAMES = (
    "Comparative rater, {n} seats",
    "Agency website",
    "Agency marketing, starter",
    "{n} more seats",
    "Website with quote form",
)
STEPS = (
    "Send the proposal",
    "Call after their meeting",
    "Show it to the partner",
    "Ask for the signature",
    "Book the demo",
)
COMPETITORS = ("", "", "", "RateSwift", "QuoteBridge", "Their own spreadsheet")
LOST_WORDS = {
    LostReason.PRICE: "Half the price elsewhere",
    LostReason.COMPETITOR: "Their cluster chose for them",
    LostReason.TIMING: "After the move",
    LostReason.NO_REPLY: "Four calls, two mails",
}
#: Leads as old as this are won or lost.
FRESH = timedelta(days=9)
OPEN = (LeadState.NEW, LeadState.WORKING)


def build(world: World) -> None:
    """Leads of eighteen months and opportunities in every stage, with what is still to do. Keeps `leads` and
    `opportunities`."""
    # In turn, so that a small company has both.
    turns = cycle(OPEN)
    leads = world.keep("leads", write(Lead, [_lead(world, number, turns) for number in range(world.count(LEADS))]))
    accounts = [account for account in world["accounts"] if account.owner is not None]
    some = world.rng.sample(accounts, min(len(accounts), world.count(OPPORTUNITIES)))
    rows = world.keep("opportunities", write(Opportunity, [_opportunity(world, account) for account in some]))
    _convert(world, leads, rows)
    world.timeline([line for row in rows for line in _lines(row)])
    write(Task, [*_lead_tasks(world, leads), *_step_tasks(rows)])


def copies(world: World, times: int) -> list[Copied]:
    """Leads of other people, and opportunities."""
    first, rest = "split_part(t.name, ' ', 1)", "substr(t.company, strpos(t.company, ' '))"
    mail = f"lower({first} || '.' || f.name || {{number}} || '@' || f.name || '-agency' || {{number}} || '.example')"
    changed = {
        "name": f"{first} || ' ' || f.name",
        "company": f"f.name || {rest}",
        "email": f"CASE t.email WHEN '' THEN '' ELSE {mail} END",
        "phone": phone("phone"),
    }
    title = "left('Get in touch with ' || l.name || ', ' || l.company, 200)"
    of_lead = f"l.id >= {{first}} AND w.source_kind = '{kind_of(Lead)}' AND w.source_id = l.id"
    tasks = f"UPDATE work_task AS w SET title = {title} FROM pipeline_lead AS l WHERE {of_lead}"  # noqa: S608
    drawn = "JOIN demo_family AS f ON f.n = (t.id * 6367 + k.n * 104723) % (SELECT count(*) FROM demo_family)"
    return [
        Copied(Lead, changed, drawn, numbers={"number": "pipeline_lead_number"}, after=[tasks]),
        Copied(Opportunity),
    ]


def _lead(world: World, number: int, turns: Iterator[LeadState]) -> Lead:
    rng = world.rng
    city, region, _zip3, area, _zone = rng.choice(words.CITIES)
    first, last = rng.choice(words.FIRST), rng.choice(words.LAST)
    source = rng.choices([value for value, _w in SOURCES], [weight for _v, weight in SOURCES])[0]
    # The first two are of these days, so that even a small company has leads nobody has closed.
    came = world.moment(world.now - FRESH) if number < len(OPEN) else world.moment()
    age = world.now - came
    company = f"{last} {rng.choice(words.AFTER_NAME)}"
    email = f"{first}.{last}{number}@{last}-agency{number}.example".lower() if rng.random() < 0.9 else ""
    phone = f"+1{area}555{300 + number % 600:04}" if rng.random() < 0.7 else ""
    graded = grade_of(source=source, company=company, email=email, phone=phone)
    state = next(turns) if age < FRESH else LeadState.LOST
    lost = state == LeadState.LOST
    owner = None if state == LeadState.NEW and rng.random() < 0.4 else rng.choice(world["sdrs"])
    touched = came + timedelta(minutes=rng.randint(6, 900))
    touched_at = None if state == LeadState.NEW else min(touched, world.now)
    return Lead(
        name=f"{first} {last}",
        company=company,
        email=email,
        phone=phone,
        city=city,
        region=region,
        source=source,
        interest=rng.choice(WANTS).format(n=rng.randint(2, 12)),
        grade=graded.grade,
        grade_reason=graded.reason,
        state=state,
        lost_reason=rng.choice(list(LOST_WORDS)) if lost else None,
        closed_at=min(came + timedelta(days=rng.randint(2, 8)), world.now) if lost else None,
        owner=owner,
        assigned_at=came + timedelta(minutes=rng.randint(1, 6)) if owner else None,
        first_touch_at=touched_at,
        version=1,
        created_at=came,
        updated_at=came,
    )


def _opportunity(world: World, account: Account) -> Opportunity:
    rng = world.rng
    stage = rng.choices([value for value, _w in STAGES], [weight for _v, weight in STAGES])[0]
    closed = stage in (Stage.WON, Stage.LOST)
    opened = _opened(world, account, closed)
    moved = world.moment(opened)
    known = stage not in (Stage.QUALIFY, Stage.DEMO)
    stepless = closed or (stage == Stage.QUALIFY and rng.random() < 0.2)
    lost = rng.choice(list(LOST_WORDS)) if stage == Stage.LOST else None
    today = world.now.date()
    return Opportunity(
        account=account,
        name=rng.choice(NAMES).format(n=rng.randint(2, 12)),
        stage=stage,
        stage_at=moved,
        value_mrr=Decimal(rng.randrange(4, 90) * 11) if known or rng.random() < 0.5 else None,
        one_time=Decimal(rng.choice((0, 250, 500))) if known and rng.random() < 0.3 else None,
        close_on=today + timedelta(days=rng.randint(4, 80)) if not closed and known else None,
        next_step="" if stepless else rng.choice(STEPS),
        next_on=None if stepless else today + timedelta(days=rng.choice((-2, -1, 0, 0, 1, 2, 4, 7, 12))),
        competitor=rng.choice(COMPETITORS) or ("RateSwift" if lost == LostReason.COMPETITOR else ""),
        owner=account.owner,
        lost_reason=lost,
        lost_text=LOST_WORDS[lost] if lost else "",
        closed_on=moved.date() if closed else None,
        version=1,
        created_at=opened,
        updated_at=moved,
    )


def _opened(world: World, account: Account, closed: bool) -> datetime:
    since = max(account.created_at or world.since, world.since if closed else world.now - timedelta(days=60))
    return world.moment(since, world.now - timedelta(days=1))


def _convert(world: World, leads: list[Lead], rows: list[Opportunity]) -> None:
    """Every third opportunity began as a lead: one that would be lost became it instead."""
    lost = (lead for lead in leads if lead.state == LeadState.LOST)
    pairs = [(lead, row) for row, lead in zip(rows[::3], lost, strict=False)]
    for lead, row in pairs:
        lead.state, lead.lost_reason, lead.account, row.lead = LeadState.CONVERTED, None, row.account, lead
        lead.closed_at = row.created_at
    Lead.objects.bulk_update([lead for lead, _row in pairs], ["state", "lost_reason", "account", "closed_at"])
    Opportunity.objects.bulk_update([row for _lead, row in pairs], ["lead"])


def _lines(row: Opportunity) -> Iterator[TimelineEntry]:
    yield _line(row, row.created_at or row.stage_at, "pipeline.opened", f"Opportunity: {row.name}")
    if row.stage == Stage.WON:
        yield _line(row, row.stage_at, "pipeline.won", f"Won: {row.name}")
    if row.stage == Stage.LOST:
        yield _line(row, row.stage_at, "pipeline.lost", f"Lost: {row.name}", row.lost_text)


def _line(row: Opportunity, at: datetime, kind: str, title: str, text: str = "") -> TimelineEntry:
    ref = {"root_id": row.account_id, "ref_kind": "pipeline.opportunity", "ref_id": row.pk}
    return TimelineEntry(at=at, kind=kind, title=title, text=text, person=row.owner, audience=["all"], **ref)


def _lead_tasks(world: World, leads: list[Lead]) -> Iterator[Task]:
    for lead in leads:
        if lead.state == LeadState.NEW and lead.owner is not None:
            yield _task(
                lead,
                kind=LEAD_TASK,
                title=f"Get in touch with {lead}"[:200],
                owner=lead.owner,
                due_at=due_at((lead.created_at or world.now).astimezone(lead.owner.tz).date(), lead.owner.tz),
                reason_code="new_lead",
                reason_args={"grade": lead.grade or "", "source": lead.source},
            )


def _step_tasks(rows: list[Opportunity]) -> Iterator[Task]:
    for row in rows:
        if not row.open or not row.next_step or row.next_on is None:
            continue
        worth = row.value_mrr
        yield _task(
            row,
            kind=STEP_TASK,
            title=row.next_step,
            account=row.account,
            owner=row.owner,
            due_at=due_at(row.next_on, row.owner.tz),
            stake=worth * MONTHS + (row.one_time or Decimal(0)) if worth is not None else None,
            stake_kind=StakeKind.OPPORTUNITY if worth is not None else "",
            reason_code="next_step",
            reason_args={"name": row.name, "stage": row.stage},
        )


def _task(source: Lead | Opportunity, **fields: Any) -> Task:
    at = source.updated_at
    made = {"version": 1, "created_at": at, "updated_at": at, "created_by": source.owner}
    return Task(due_kind=DueKind.DAY, source_kind=kind_of(source), source_id=source.pk, **made, **fields)
