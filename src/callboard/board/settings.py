"""What a company says of its cadence: dated, so that a report of the past is read by the rules of then."""

from datetime import time
from decimal import Decimal
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.registry import SettingEntry, register

CONTACT = _("Contact with customers")
MOST_DAYS = 730
#: The most days between conversations; a company's own choice, to be looked at by whoever answers for the accounts.
DAYS = {"a": 14, "b": 30, "c": 60, "d": 90}


def days(value: Any) -> int:
    """0 to 730."""
    if not 0 <= value <= MOST_DAYS:
        raise ValueError(now_("Choose 0 to {most} days; 0 means that there is no cadence.").format(most=MOST_DAYS))
    return int(value)


def amount(value: Any) -> Decimal:
    """More than nothing."""
    if value <= 0 or value >= 10**9:
        raise ValueError(now_("Choose an amount a month of more than 0."))
    return Decimal(value)


for _tier, _most in DAYS.items():
    register.setting.add(
        SettingEntry(
            f"contact.days_{_tier}",
            format_lazy(_("Days between conversations, tier {tier}"), tier=_tier.upper()),
            int,
            _most,
            _("After so many days without a conversation an account of this tier is overdue. 0: it has no cadence."),
            CONTACT,
            check=days,
        )
    )
for _entry in (
    SettingEntry(
        "contact.grace_days",
        _("Days of grace for a planned call"),
        int,
        7,
        _("An overdue account with a task within so many days is listed as planned, not as overdue."),
        CONTACT,
        check=days,
    ),
    SettingEntry(
        "contact.medium_mrr",
        _("MRR from which an account is medium"),
        Decimal,
        Decimal(150),
        _("Below, it is small. The contact report filters and compares by size."),
        CONTACT,
        check=amount,
    ),
    SettingEntry(
        "contact.large_mrr",
        _("MRR from which an account is large"),
        Decimal,
        Decimal(500),
        _("The contact report filters and compares by size."),
        CONTACT,
        check=amount,
    ),
    SettingEntry(
        "contact.review",
        _("Make a review of each rep's week"),
        bool,
        True,
        _("On the week's last business day, for each rep with overdue accounts. The rep sees it first."),
        CONTACT,
    ),
    SettingEntry("contact.review_at", _("Reviews are made at"), time, time(14), _("By the company's clock."), CONTACT),
):
    register.setting.add(_entry)
