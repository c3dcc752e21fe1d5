"""Items whose first answer is due or overdue, and who must hear of it."""

from datetime import datetime, timedelta

from django.db.models import F, QuerySet

from callboard.intake.models import QueueItem, State
from callboard.intake.models.items import OPEN_STATES
from callboard.intake.queries.settings import desk_pool, intake_settings
from callboard.team.models import Person, Role
from callboard.team.queries import business_day, free_people

#: Told this long before the answer is due; a manager this long after.
BEFORE, AFTER = timedelta(minutes=15), timedelta(hours=1)
AT_ONCE = 100


def unanswered() -> QuerySet[QueueItem]:
    """Open, nobody answered, with a due time; the longest due first."""
    rows = QueueItem.objects.filter(state__in=OPEN_STATES, spam=False, answered_at=None, due_at__isnull=False)
    return rows.select_related("person__team__manager", "pool", "proposed_to").order_by("due_at", "id")


def to_warn(now: datetime) -> list[QueueItem]:
    """Due soon, and nobody was told yet."""
    return list(unanswered().filter(due_at__lte=now + BEFORE, warned_at=None)[:AT_ONCE])


def to_escalate(now: datetime) -> list[QueueItem]:
    """Late for an hour after somebody was told, and no manager knows yet."""
    late = unanswered().filter(due_at__lte=now - AFTER, warned_at__isnull=False, escalated_at=None)
    return list(late.filter(warned_at__lte=now - AFTER, warned_at__gte=F("received_at"))[:AT_ONCE])


def who_answers(item: QueueItem, now: datetime) -> list[Person]:
    """Whoever has it; else who it is proposed to; else those of its pool who are free, or all of them; else the desk."""
    if item.person is not None:
        return [item.person]
    if item.state == State.PROPOSED and item.proposed_to is not None:
        return [item.proposed_to]
    pool = item.pool or desk_pool(intake_settings(business_day(now)).desk_pool)
    people = list(Person.objects.active().filter(pools__pool=pool)) if pool is not None else []
    people = people or desk_people()
    return free_people(now, people) or people


def desk_people() -> list[Person]:
    """The desk where no pool is set up yet: whoever has the role, else the administrators.  Never nobody."""
    active = Person.objects.active()
    return list(active.with_role(Role.SALES_SUPPORT)) or list(active.with_role(Role.ADMINISTRATOR))


def managers_of(item: QueueItem, now: datetime) -> list[Person]:
    """The managers of those who should have answered."""
    found = {
        person.team.manager
        for person in who_answers(item, now)
        if person.team is not None and person.team.manager is not None and person.team.manager.is_active
    }
    return sorted(found, key=lambda person: person.pk)
