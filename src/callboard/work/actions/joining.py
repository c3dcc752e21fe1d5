"""Somebody joins: person, roles, team, hours, pools, a territory, a share of accounts, invitation and first tasks, in one go."""

import json
from datetime import datetime

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.directory.actions import hold_territory, return_accounts, share_accounts
from callboard.directory.actions.sharing import ShareBy
from callboard.directory.models import Account
from callboard.team.actions import add_to_pool, create_person, deactivate_person, grant_role, invite_person, set_hours
from callboard.team.models import Person, Pool, Role, Team, Territory
from callboard.work.actions.closing import drop_task
from callboard.work.actions.opening import create_task
from callboard.work.models import Task

#: First tasks of one person.
MOST_TASKS = 30


@action(
    _("Welcomed person"),
    said=_("{result} joins"),
    who="team.manage",
    undo="work.part_again",
    icon="user-plus",
    preview=True,
)
def welcome_person(
    *,
    by: Actor,
    name: str,
    email: str,
    roles: str,
    title: str = "",
    team: Team | None = None,
    zone: str = "",
    hours: str = "",
    pools: list[Pool] = [],  # noqa: B006  the form's default; never changed
    territory: Territory | None = None,
    from_people: list[Person] = [],  # noqa: B006
    rule: ShareBy = ShareBy.COUNT,
    most: int | None = None,
    tasks: Text | None = None,
    invite: bool = False,
) -> Person:
    """Add somebody with all that belongs to a first day. Tasks are one a line, with a time after a bar: "Read the price
    book | +3"; accounts are taken from the named people by the rule, from whoever has most."""
    person = create_person(by=by, name=name, email=email, team=team, title=title, zone=zone)
    for role in read_roles(roles):
        grant_role(person, by=by, role=role)
    if hours.strip():
        set_hours(person, by=by, hours=Text(hours))
    for pool in pools:
        add_to_pool(pool, by=by, person=person)
    if territory is not None:
        hold_territory(territory, by=by, person=person)
    person = Person.objects.get(pk=person.pk)
    back = _take_share(person, from_people, rule, territory, most, by)
    for what, due in read_tasks(tasks or ""):
        create_task(by=by, title=what, owner=person, due=due)
    if invite:
        invite_person(person, by=by)
    by.undo_args(back=json.dumps(back))
    return person


def _take_share(
    person: Person, givers: list[Person], rule: ShareBy, territory: Territory | None, most: int | None, by: Actor
) -> list[list[int]]:
    """The accounts they got, each with whoever had it."""
    if not givers:
        return []
    before = dict(Account.objects.current().filter(owner__in=givers).values_list("pk", "owner"))
    share_accounts(person, by=by, from_people=givers, rule=rule, territory=territory, most=most)
    got = Account.objects.filter(owner=person).values_list("pk", flat=True)
    return [[pk, before[pk]] for pk in got if pk in before]


@action(
    _("Took a welcome back"),
    said=_("{person} does not join after all"),
    who="team.manage",
    final=_("Welcome them anew."),
    icon="user-minus",
)
def part_again(person: Person, *, by: Actor, back: Text) -> Person:
    """They do not join after all: their accounts go back, their tasks are dropped, their access ends. Refused where they
    own anything else by now."""
    return_accounts(person, by=by, back=back)
    for task in Task.objects.open().filter(owner=person, created_by=by.person):
        drop_task(task, by=by)
    for holder in person.territories.filter(ends_on=None):
        holder.ends_on, holder.updated_at = by.today, by.now
        holder.save()
    return deactivate_person(person, by=by)


@part_again.can
def _works_here(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", _("{name} no longer works here."), name=person.name)
    return None


def read_roles(text: str) -> list[Role]:
    """Roles by value or label, with commas between them. Invalid for none and for an unknown one."""
    known = {word.casefold(): Role(value) for value, label in Role.choices for word in (value, str(label))}
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        raise Invalid({"roles": said("Choose at least one role: without one they can do nothing.")})
    for word in words:
        if word.casefold() not in known:
            raise Invalid({"roles": said("“{role}” is no role.").format(role=word[:40])})
    return list(dict.fromkeys(known[word.casefold()] for word in words))


def read_tasks(text: str) -> list[tuple[str, str]]:
    """What and when, one a line: "Read the price book | +3" as ("Read the price book", "+3")."""
    lines = [line.strip(" -*\t") for line in text.splitlines()]
    found = [(what.strip(), due.strip()) for what, _bar, due in (line.partition("|") for line in lines) if what.strip()]
    if len(found) > MOST_TASKS:
        raise Invalid({"tasks": said("These are more than {n} tasks.").format(n=MOST_TASKS)})
    return found
