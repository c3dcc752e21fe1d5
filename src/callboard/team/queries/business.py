"""The company's business day as a span of instants, and of an instant in the database."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import DateTimeField, ExpressionWrapper, F
from django.db.models.functions import TruncDate

from callboard.team.queries.company import company_zone, setting


def instants_of(day: date) -> tuple[datetime, datetime]:
    """Where a company's business day begins and ends; what comes after the cut-off counts for the next day."""
    zone, cut_off = ZoneInfo(company_zone()), setting("company.cut_off")
    if cut_off == time(0):
        return datetime.combine(day, time(0), zone), datetime.combine(day + timedelta(days=1), time(0), zone)
    return datetime.combine(day - timedelta(days=1), cut_off, zone), datetime.combine(day, cut_off, zone)


def business_date(path: str) -> TruncDate:
    """The company's business day of an instant: what comes after the cut-off counts for the next."""
    cut_off = setting("company.cut_off")
    at: Any = F(path)
    if cut_off != time(0):
        left = timedelta(hours=24 - cut_off.hour, minutes=-cut_off.minute)
        at = ExpressionWrapper(at + left, output_field=DateTimeField())
    return TruncDate(at, tzinfo=ZoneInfo(company_zone()))
