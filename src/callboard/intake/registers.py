"""What the Inbox hangs into the rest of the program."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import NotificationEvent, SettingEntry, register

INBOUND = "intake"
MINUTES = _("Minutes of business time until the first answer.")

for name, label, default in (
    ("intake.units_call", _("Units of a call"), Decimal(3)),
    ("intake.units_lead", _("Units of a lead"), Decimal(2)),
    ("intake.units_mail", _("Units of a mail"), Decimal(1)),
    ("intake.unit_limit", _("Units a person holds at once"), Decimal(20)),
):
    register.setting.add(SettingEntry(name, label, Decimal, default, group=INBOUND))

for name, label, minutes in (
    ("intake.answer_minutes_a", _("First answer, tier A"), 60),
    ("intake.answer_minutes_b", _("First answer, tier B"), 120),
    ("intake.answer_minutes_c", _("First answer, tier C"), 240),
    ("intake.answer_minutes_d", _("First answer, tier D"), 480),
    ("intake.answer_minutes", _("First answer, no tier"), 240),
):
    register.setting.add(SettingEntry(name, label, int, minutes, help=MINUTES, group=INBOUND))

register.setting.add(
    SettingEntry(
        "intake.proposal_minutes",
        _("Minutes until a proposal goes by itself"),
        int,
        10,
        help=_("Minutes of business time; then it goes to the person proposed."),
        group=INBOUND,
    )
)
register.setting.add(
    SettingEntry("intake.desk_pool", _("Pool of the last resort"), str, "Sales support", group=INBOUND)
)
register.notification_event.add(NotificationEvent("intake.assigned", _("An item was given to me"), can_mute=False))
