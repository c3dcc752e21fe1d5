"""What the kit page shows: every part once, with made-up content.  The page is looked at by people and by the tests."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from callboard.core.money import shown
from callboard.kit.charts import Chart, Series, straight
from callboard.kit.pieces.charts import short_amount


class Sample(forms.Form):
    """A field of each shape; the first one is wrong."""

    start_on = forms.CharField(label="Start date", help_text="The first day that counts.")
    tier = forms.ChoiceField(label="Tier", choices=[("A", "A, 30 days"), ("B", "B, 45 days")])
    note = forms.CharField(label="Anything onboarding should know", widget=forms.Textarea, required=False)
    told = forms.BooleanField(label="The customer knows", required=False)
    by = forms.ChoiceField(
        label="Tell them by", choices=[("mail", "Mail"), ("phone", "Phone")], widget=forms.RadioSelect
    )

    def clean_start_on(self) -> str:
        raise forms.ValidationError("Mar 2 has passed. The earliest is today, Mar 10.")


SWATCHES = [
    ("canvas", "Canvas"), ("surface", "Surface"), ("sunken", "Sunken"), ("line", "Line"), ("ink", "Ink"), ("ink-2", "Ink 2"),
    ("ink-3", "Ink 3"), ("accent", "Accent"), ("accent-soft", "Soft"), ("lamp", "Lamp"), ("stage", "Stage"), ("due-solid", "Due"),
    ("over-solid", "Overdue"), ("won-solid", "Won"), ("lost-solid", "Lost"), ("save-solid", "Saved"), ("pend-solid", "Pending"),
]  # fmt: skip

DAYS = [f"Mar {day}" for day in range(2, 12)]
SO_FAR = [Decimal(amount) for amount in (120, 410, 640, 590, 980, 1190)]
CHART = Chart(
    name="Net new MRR against pace, dollars, March",
    place_name="Day",
    places=DAYS,
    series=[
        Series("Net new MRR so far", [*SO_FAR, None, None, None, None], label="today $1,190"),
        Series("Pace", straight(len(DAYS), (0, Decimal(0)), (9, Decimal(1800))), "guide", "pace to $1,800"),
    ],
    said=shown,
    short=short_amount,
)


def context(now: datetime) -> dict[str, Any]:
    """The context of kit/kit.html as it stands at ``now``."""
    soon, late, later = now + timedelta(minutes=20), now - timedelta(days=1, hours=2), now + timedelta(days=3)
    return {
        "now": now,
        "soon": soon,
        "late": late,
        "later": later,
        "today": now - timedelta(minutes=26),
        "swatches": SWATCHES,
        "drawn": CHART,
        "person": "Dana Whitfield",
        "amount": Decimal("4086"),
        "gain": Decimal("204.5"),
        "lost": Decimal("-1124"),
        "loss": Decimal("-116"),
        "form": Sample({"start_on": "Mar 2, 2026", "tier": "A", "by": "mail"}),
        "menu": [
            {"label": "Print", "url": "#print", "icon": "printer"},
            {"label": "Copy the link", "url": "#copy", "icon": "link"},
        ],
        "days": [
            {"label": "+1", "url": "#1"},
            {"label": "+3 Fri", "url": "#3", "on": True},
            {"label": "+7", "url": "#7"},
        ],
        "why_rows": [("Submitted by Priya", "9:50"), ("Target", "1 h")],
        "views": [{"label": "All", "url": "#all"}, {"label": "My desk", "url": "#desk", "on": True, "n": "shared"}],
        "pages": {"prev_url": "", "next_url": "#next", "text": "1–50 of 10,000+"},
        "rows": [
            {
                "due_at": soon,
                "what": "Desk check: order 2071",
                "who": "Bluebonnet Insurance Group",
                "stake": Decimal(420),
            },
            {"due_at": later, "what": "Offer agency website", "who": "Tri-County", "stake": Decimal(199)},
        ],
    }
