"""What is somebody's: accounts with what they pay, what they were given lately, open tasks."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, QuerySet, Sum
from django.urls import reverse

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.directory.models import Account, AccountOwner, OwnerRole
from callboard.team.models import Person
from callboard.work.models import Task

#: So long something is new with somebody.
LATELY = timedelta(days=30)


def theirs_asked(person: Person, actor: Actor) -> Mapping[str, Question]:
    """Three small questions, asked with the page's others."""
    accounts = visible(Account.objects.current(), actor).filter(owner=person).order_by().values("owner")
    since = clock.business_day(clock.now()) - LATELY
    given = AccountOwner.objects.filter(
        person=person, role=OwnerRole.OWNER, ends_on=None, starts_on__gt=since, account__in=_seen(actor)
    )
    tasks = visible(Task.objects.open(), actor).filter(owner=person)
    return {
        "accounts": Question("list", accounts.annotate(n=Count("pk"), pays=Sum("facts__mrr"))),
        "given": Question("list", given.order_by().values("person").annotate(n=Count("pk"), since=Min("starts_on"))),
        "tasks": Question("count", tasks),
    }


def _seen(actor: Actor) -> QuerySet[Account]:
    return visible(Account.objects.current(), actor)


def theirs(person: Person, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the panel shows; nothing for whoever has neither accounts nor tasks."""
    accounts, given = ((list(found[name]) or [{}])[0] for name in ("accounts", "given"))
    if not accounts and not found["tasks"]:
        return None
    owner = {"owner": person.pk}
    return {
        "accounts": accounts.get("n", 0),
        "pays": accounts.get("pays"),
        "given": given.get("n", 0),
        "since": given.get("since"),
        "tasks": found["tasks"],
        "accounts_url": f"{reverse('accounts')}?{urlencode(owner)}",
        "tasks_url": f"{reverse('tasks')}?{urlencode({**owner, 'state': 'open'})}",
    }
