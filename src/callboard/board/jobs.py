"""What the clock does for the contact report."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from callboard.board.actions import count_contacts, make_review
from callboard.board.queries.contact.moved import has_moved
from callboard.board.queries.contact.reviews import last_business_day, reps_of
from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import defer, job
from callboard.team.queries import company_zone, setting

CLOCK = "board.contact"
#: At night more days are counted: scores are seen and notes mended later.
NIGHT, NIGHT_DAYS = 3, 45


@job(queue="heavy", every="7 * * * *", once="board.count")
def count_again(timestamp: int) -> None:
    """Count how all accounts stand, every hour."""
    hour = clock.now().astimezone(ZoneInfo(company_zone())).hour
    by = Actor.clock(CLOCK)
    if hour == NIGHT:
        count_contacts(by=by, days=NIGHT_DAYS)
    else:
        count_contacts(by=by)


@job(queue="now", every="* * * * *", once="board.moved")
def count_what_moved(timestamp: int) -> bool:
    """Accounts were given to others since the last count: they are counted anew.  Whether there was one."""
    return has_moved() and defer(count_moved)


@job(queue="heavy", once="board.count_moved")
def count_moved() -> None:
    """Count anew what others have now; what people did on days before is as it was."""
    if has_moved():
        count_contacts(by=Actor.clock(CLOCK), days=0)


@job(queue="now", every="12 * * * *", once="board.reviews")
def review_the_week(timestamp: int) -> None:
    """On the last business day of a week, from the hour the company says, each rep with overdue accounts gets their review."""
    now = clock.now()
    today = clock.business_day(now)
    due = last_business_day(today)
    if not setting("contact.review") or due is None or today < due:
        return
    if today == due and now.astimezone(ZoneInfo(company_zone())).time() < setting("contact.review_at"):
        return
    monday = today - timedelta(days=today.weekday())
    for person in reps_of(today):
        try:
            make_review(by=Actor.clock(CLOCK), person=person, starts_on=monday, ends_on=due)
        except ActionError:  # somebody leaves in this moment; the next hour asks again
            continue
