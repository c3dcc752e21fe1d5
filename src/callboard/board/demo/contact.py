"""The practice company's contact report: counted for today and for the weeks before, and the reviews that were talked over."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Max

from callboard.board.actions.contact import recount
from callboard.board.models import ContactCount, ContactReview, ReviewLine, ReviewNote, ReviewState, Said
from callboard.board.queries.contact.cadence import cadence_on, reported
from callboard.board.queries.contact.reviews import exceptions_of, figures_of_week
from callboard.board.rules.cadence import Cadence, Standing
from callboard.core import clock
from callboard.core.demo import World, write
from callboard.core.reading import reading_once
from callboard.journal.models import InteractionAccount
from callboard.team.models import Setting

#: Days of everybody's work that are counted, weeks that are reviewed, accounts a review names.
DAYS, WEEKS, LINES = 120, 3, 25
#: Days between conversations the practice company has chosen.
CADENCE = {"a": 30, "b": 75, "c": 180, "d": 365}
#: What was said, by how a review ended: (who, what, words).
TALK = {
    ReviewState.ASKED: ((Said.ASKED, "Nobody has spoken with them for so long, and they pay well. What keeps you?"),),
    ReviewState.READ: (
        (Said.ASKED, "What happened here?"),
        (Said.ANSWERED, "The owner sold the book; I have an appointment with the new one on Tuesday."),
    ),
    ReviewState.COACHED: (
        (Said.ASKED, "Three of your tier A accounts wait. Is it the number of tasks?"),
        (Said.ANSWERED, "Yes, the imports took the week."),
        (Said.COACHED, "Tier A comes first on Monday mornings; two accounts go to the desk."),
    ),
    ReviewState.CLOSED: (
        (Said.ASKED, "Is the address that bounced the only one?"),
        (Said.ANSWERED, "Found the office manager's; she answered on Thursday."),
    ),
}
ENDED = (ReviewState.NEW, ReviewState.ASKED, ReviewState.READ, ReviewState.COACHED, ReviewState.CLOSED)


def build(world: World) -> None:
    """Counts, and a review of each executive for each of the last weeks; some of them nobody has read."""
    today = clock.business_day(world.now)
    since = world.since.date()
    made = {"valid_from_on": since, "version": 1, "created_at": world.since, "updated_at": world.since}
    write(Setting, [Setting(key=f"contact.days_{tier}", value=days, **made) for tier, days in CADENCE.items()])
    with reading_once():
        recount(world.now, today, DAYS)
        monday = today - timedelta(days=today.weekday())
        for back in range(1, WEEKS + 1):
            _past(monday - timedelta(days=7 * back - 6))
        _reviews(world, monday)


def _past(sunday: date) -> None:
    """How the accounts stood at the end of a week that is over, by who had been spoken with until then."""
    cadence = cadence_on(sunday)
    end = cadence.starts(sunday + timedelta(days=1))
    spoken = dict(
        InteractionAccount.objects.filter(
            interaction__conversed=True, interaction__removed_at=None, interaction__at__lt=end
        ).values_list("account").annotate(last=Max("interaction__at"))
    )  # fmt: skip
    owners: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    rows = reported().filter(created_at__lt=end).values_list("pk", "owner_id", "tier", "created_at", "facts__mrr")
    for pk, owner, tier, created, mrr in rows.iterator(5000):
        cell = owners[str(owner or "")].setdefault(
            _standing(tier, spoken.get(pk) or created or end, cadence), [0, Decimal(0)]
        )
        cell[0] += 1
        cell[1] += mrr or 0
    figures = {
        "owners": {key: {name: [n, str(mrr)] for name, (n, mrr) in each.items()} for key, each in owners.items()}
    }
    ContactCount.objects.create(day=sunday, counted_at=end - timedelta(minutes=10), figures=figures)


def _standing(tier: str | None, spoke: datetime, cadence: Cadence) -> str:
    if not tier:
        return Standing.NO_TIER
    if not cadence.days[tier]:
        return Standing.NO_RULE
    return Standing.OVERDUE if cadence.days_over(tier, spoke) > 0 else Standing.IN_TIME


def _reviews(world: World, monday: date) -> None:
    manager = next(person for person in world["people"] if person.managed_teams.exists())
    reviews: list[ContactReview] = []
    found: dict[int, list[Any]] = {}
    for place, person in enumerate(world["executives"]):
        for back in range(1, WEEKS + 1):
            starts = monday - timedelta(days=7 * back)
            lines = exceptions_of(person, starts + timedelta(days=4))
            if lines:
                state = ENDED[(place + back) % len(ENDED)] if back > 1 or place % 2 else ReviewState.NEW
                reviews.append(_review(person, starts, state, lines, manager))
                found[len(reviews) - 1] = lines[:LINES]
    write(ContactReview, reviews)
    write(
        ReviewLine,
        [
            ReviewLine(
                review=reviews[n], account_id=each.pk, mrr=each.mrr, days_over=each.days_over, causes=each.causes
            )
            for n, lines in found.items()
            for each in lines
        ],
    )
    write(ReviewNote, [note for n, lines in found.items() for note in _notes(reviews[n], lines, manager)])


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 10), cadence_on().zone)


def _review(person: Any, starts: date, state: ReviewState, lines: list[Any], manager: Any) -> ContactReview:
    friday = starts + timedelta(days=4)
    made, seen = _at(friday, 14), _at(friday, 15)
    read = _at(starts + timedelta(days=7), 9) if state != ReviewState.NEW else None
    closed = _at(starts + timedelta(days=8), 11) if state == ReviewState.CLOSED else None
    return ContactReview(
        person=person,
        starts_on=starts,
        ends_on=friday,
        state=state,
        figures=figures_of_week(person, starts, friday),
        overdue=len(lines),
        overdue_mrr=sum((each.mrr or 0 for each in lines), Decimal(0)),
        seen_at=seen,
        read_by=manager if read else None,
        read_at=read,
        closed_by=manager if closed else None,
        closed_at=closed,
        version=1,
        created_at=made,
        updated_at=closed or read or seen,
    )


def _notes(review: ContactReview, lines: list[Any], manager: Any) -> list[ReviewNote]:
    about = lines[0].pk
    day = review.starts_on + timedelta(days=7)
    return [
        ReviewNote(
            review=review,
            person=review.person if said == Said.ANSWERED else manager,
            said=said,
            account_id=about if said != Said.COACHED else None,
            text=words,
            at=_at(day, 9 + place),
        )
        for place, (said, words) in enumerate(TALK.get(ReviewState(review.state), ()))
    ]
