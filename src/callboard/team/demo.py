"""The practice company's people: Lakeside Agency Software, 25 people in 5 teams over 3 zones."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeVar

from callboard.core.demo import World, write
from callboard.core.models import Model
from callboard.team.models import (
    Absence,
    Holiday,
    Person,
    PersonRole,
    Pool,
    PoolMember,
    Role,
    Setting,
    SkippedStep,
    Team,
    WorkHours,
)

COMPANY = "Lakeside Agency Software"
DOMAIN = "lakeside.example"
DAY = timedelta(days=1)
R = TypeVar("R", bound=Model)

DESK, AE, SDR = Role.SALES_SUPPORT, Role.ACCOUNT_EXECUTIVE, Role.SDR
MANAGER, DEPARTMENT, FINANCE, ADMIN = Role.SALES_MANAGER, Role.DEPARTMENT, Role.FINANCE, Role.ADMINISTRATOR
CHICAGO, NEW_YORK, LOS_ANGELES = "America/Chicago", "America/New_York", "America/Los_Angeles"
REGION = {CHICAGO: "US-TX", NEW_YORK: "US-NY", LOS_ANGELES: "US-CA"}

#: Teams: name, manager, whether it takes hand-offs, address.
TEAMS = (
    ("Sales support", "Carol Reyes", False, ""),
    ("Sales Central", "Marcus Boyd", False, ""),
    ("Sales Coast", "Elena Fischer", False, ""),
    ("Onboarding", "Kim Larsen", True, f"onboarding@{DOMAIN}"),
    ("Billing", "Harold Ng", True, f"billing@{DOMAIN}"),
)


@dataclass(frozen=True)
class Member:
    """Somebody of the practice company; `hours` where they are not the company's: (weekdays, from, to)."""

    name: str
    title: str
    team: str
    roles: tuple[Role, ...]
    zone: str = CHICAGO
    hours: tuple[range, time, time] | None = None


MEMBERS = (
    Member("Carol Reyes", "Head of sales support", "Sales support", (DESK, MANAGER, ADMIN)),
    Member("Dana Whitfield", "Enterprise account manager", "Sales support", (DESK, ADMIN)),
    Member("Owen Park", "Sales support", "Sales support", (DESK,), CHICAGO, (range(5), time(7), time(15))),
    Member("Ruth Adeyemi", "Sales support", "Sales support", (DESK,), NEW_YORK),
    Member("Luis Ortega", "Sales support", "Sales support", (DESK,), LOS_ANGELES, (range(4), time(8), time(16))),
    Member("Marcus Boyd", "Sales manager", "Sales Central", (MANAGER,)),
    Member("Priya Raman", "Account executive", "Sales Central", (AE,)),
    Member("Tom Becker", "Account executive", "Sales Central", (AE,)),
    Member("Grace Holloway", "Account executive", "Sales Central", (AE,)),
    Member("Victor Salas", "Account executive", "Sales Central", (AE,)),
    Member("Nina Kowalski", "Sales development", "Sales Central", (SDR,)),
    Member("Jamal Price", "Sales development", "Sales Central", (SDR,)),
    Member("Elena Fischer", "Sales manager", "Sales Coast", (MANAGER,), NEW_YORK),
    Member("Sam Whitaker", "Account executive", "Sales Coast", (AE,), NEW_YORK),
    Member("Ines Duarte", "Account executive", "Sales Coast", (AE,), NEW_YORK),
    Member("Caleb Stone", "Account executive", "Sales Coast", (AE,), LOS_ANGELES),
    Member("Mei Tanaka", "Account executive", "Sales Coast", (AE,), LOS_ANGELES),
    Member("Aaron Feld", "Sales development", "Sales Coast", (SDR,), NEW_YORK),
    Member("Rosa Medina", "Sales development", "Sales Coast", (SDR,), LOS_ANGELES),
    Member("Kim Larsen", "Head of onboarding", "Onboarding", (DEPARTMENT,)),
    Member("Peter Voss", "Onboarding", "Onboarding", (DEPARTMENT,)),
    Member("Aisha Khan", "Onboarding", "Onboarding", (DEPARTMENT,), NEW_YORK, (range(1, 5), time(9), time(17))),
    Member("Harold Ng", "Head of finance", "Billing", (FINANCE, DEPARTMENT)),
    Member("Beth Colley", "Billing", "Billing", (FINANCE, DEPARTMENT)),
    Member("Ivan Petrov", "Billing", "Billing", (DEPARTMENT,), NEW_YORK),
)

#: Pools: name, what for, who with which weight.
POOLS = (
    ("Central leads", "New leads of the middle states", {"Nina Kowalski": 1, "Jamal Price": 1}),
    ("Coast leads", "New leads of both coasts", {"Aaron Feld": 1, "Rosa Medina": 1}),
    ("Executives", "Everyone who sells", {member.name: 1 for member in MEMBERS if AE in member.roles}),
    ("Desk", "The shared mailbox", {"Dana Whitfield": 2, "Owen Park": 2, "Ruth Adeyemi": 2, "Luis Ortega": 1}),
)
#: Who a lead, a call and a mail may wait for at once, in units.
UNIT_LIMIT = 12


def build(world: World) -> None:
    """Write people, teams, roles, hours, pools, holidays, absences and settings.

    Keeps `people`, `teams`, `pools`, `departments` (teams), and people by role: `desk`, `executives`, `sdrs`, `managers`.
    """
    teams = {name: team for (name, *_rest), team in zip(TEAMS, _teams(world), strict=True)}
    people = {person.name: person for person in _people(world, teams)}
    _managers(teams, people)
    write(PersonRole, [_made(PersonRole(person=people[m.name], role=role), world) for m in MEMBERS for role in m.roles])
    write(WorkHours, [hours for member in MEMBERS for hours in _hours(member, people[member.name], world)])
    _pools(world, people)
    write(Holiday, [_made(Holiday(on=on, name=name, region=region), world) for on, name, region in _holidays(world)])
    write(Absence, list(_absences(world, people)))
    values = {"company.name": COMPANY, "company.zone": CHICAGO}
    since = (world.since - 365 * DAY).date()
    write(Setting, [_made(Setting(key=key, value=value, valid_from_on=since), world) for key, value in values.items()])
    # Nobody writes to an invented company, and nobody is invited into it.
    write(SkippedStep, [_made(SkippedStep(name=name), world) for name in ("address", "mailbox")])
    world.keep("departments", [team for team in teams.values() if team.is_department])
    for name, role in (("desk", DESK), ("executives", AE), ("sdrs", SDR), ("managers", MANAGER)):
        world.keep(name, [people[member.name] for member in MEMBERS if role in member.roles])


def _made(record: R, world: World) -> R:
    record.created_at = record.updated_at = world.since
    record.version = 1
    return record


def _teams(world: World) -> list[Team]:
    rows = [Team(name=name, is_department=department, address=mail) for name, _manager, department, mail in TEAMS]
    return world.keep("teams", write(Team, [_made(row, world) for row in rows]))


def _people(world: World, teams: dict[str, Team]) -> list[Person]:
    rows = []
    for member in MEMBERS:
        person = Person(
            name=member.name,
            email=f"{member.name.lower().replace(' ', '.')}@{DOMAIN}",
            title=member.title,
            team=teams[member.team],
            zone=member.zone,
            region=REGION[member.zone],
        )
        person.set_unusable_password()
        rows.append(_made(person, world))
    return world.keep("people", write(Person, rows))


def _managers(teams: dict[str, Team], people: dict[str, Person]) -> None:
    for name, manager, *_rest in TEAMS:
        teams[name].manager = people[manager]
    Team.objects.bulk_update(teams.values(), ["manager"])


def _hours(member: Member, person: Person, world: World) -> list[WorkHours]:
    if member.hours is None:
        return []
    days, starts, ends = member.hours
    return [_made(WorkHours(person=person, weekday=day, starts=starts, ends=ends), world) for day in days]


def _pools(world: World, people: dict[str, Person]) -> None:
    pools = write(Pool, [_made(Pool(name=name, note=note), world) for name, note, _members in POOLS])
    world.keep("pools", pools)
    members = [
        _made(PoolMember(pool=pool, person=people[name], weight=weight, unit_limit=UNIT_LIMIT), world)
        for pool, (_name, _note, names) in zip(pools, POOLS, strict=True)
        for name, weight in names.items()
    ]
    write(PoolMember, members)


def _holidays(world: World) -> list[tuple[date, str, str]]:
    """The usual holidays of the years the practice company lives in."""
    found = []
    for year in range(world.since.year - 1, world.now.year + 3):
        thanksgiving = _nth(year, 11, 3, 4)
        found += [
            (date(year, 1, 1), "New Year's Day", "US"),
            (_nth(year, 6, 0, 1) - 7 * DAY, "Memorial Day", "US"),
            (date(year, 7, 4), "Independence Day", "US"),
            (_nth(year, 9, 0, 1), "Labor Day", "US"),
            (thanksgiving, "Thanksgiving", "US"),
            (thanksgiving + DAY, "Day after Thanksgiving", "US"),
            (date(year, 12, 25), "Christmas Day", "US"),
            (date(year, 3, 31), "Cesar Chavez Day", "US-CA"),
        ]
    return found


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`-th weekday of a month; before the first of June lies the last Monday of May."""
    first = date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (count - 1))


def _absences(world: World, people: dict[str, Person]) -> list[Absence]:
    """Two weeks off a person in the past, one ahead, and one executive away this week with the desk standing in."""
    rows, monday = [], world.now.date() - DAY * world.now.weekday()
    for number, person in enumerate(people.values()):
        cover = _colleague(person, people, number)
        for weeks in (-52 + number, -26 + number, 6 + number):
            starts = monday + 7 * weeks * DAY
            if abs((starts - monday).days) > 14:
                rows.append(Absence(person=person, starts_on=starts, ends_on=starts + 4 * DAY, cover=cover))
    away, desk = people["Grace Holloway"], people["Dana Whitfield"]
    rows.append(Absence(person=away, starts_on=monday, ends_on=monday + 6 * DAY, cover=desk, note="Family week"))
    return [_made(row, world) for row in rows]


def _colleague(person: Person, people: dict[str, Person], number: int) -> Person:
    """Somebody of the same team."""
    others = [other for other in people.values() if other.team_id == person.team_id and other != person]
    return others[number % len(others)]
