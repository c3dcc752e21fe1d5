"""What can be asked about people, across tables."""

from callboard.team.queries.business import business_date, instants_of
from callboard.team.queries.company import (
    business_day,
    company_calendar,
    company_zone,
    holiday_names,
    setting,
    works_on,
)
from callboard.team.queries.presence import (
    available,
    available_asked,
    available_from,
    calendar_of,
    calendars_from,
    calendars_of,
    calendars_of_teams,
    cover_of,
    covered_by,
    covering,
    free_people,
)
from callboard.team.queries.rights import Rights, people_of, rights_of

__all__ = [
    "Rights",
    "available",
    "available_asked",
    "available_from",
    "business_date",
    "business_day",
    "calendar_of",
    "calendars_from",
    "calendars_of",
    "calendars_of_teams",
    "company_calendar",
    "company_zone",
    "cover_of",
    "covered_by",
    "covering",
    "free_people",
    "holiday_names",
    "instants_of",
    "people_of",
    "rights_of",
    "setting",
    "works_on",
]
