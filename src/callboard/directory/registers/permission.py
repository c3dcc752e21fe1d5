"""What permission to contact hangs on the registries: settings, places in the rail, kinds of the timeline."""

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.registry import Nav, SettingEntry, TimelineKind, register
from callboard.directory.queries.calling import ANSWER_DAYS, BUSINESS, CLASS, CONSUMER, LIST_DAYS

GROUP = _("Calling customers")
CLASSES = (("", _("not decided")), (CONSUMER, _("consumers")), (BUSINESS, _("businesses")))


def _class(value: str) -> str:
    if value not in dict(CLASSES):
        raise ValueError(now_("Choose consumers, businesses, or leave it undecided."))
    return value


def _days(value: int) -> int:
    if not 1 <= value <= 366:
        raise ValueError(now_("From 1 to 366 days."))
    return value


register.setting.add(
    SettingEntry(
        CLASS,
        _("Sales calls go to"),
        str,
        "",
        _(
            "Not decided: the country's hours and the state's both hold. Consumers: the same, and a do-not-call list is "
            "needed. Businesses: a state's row holds where it binds calls to businesses, and no list; a person's own mobile "
            "or home number stays a consumer's."
        ),
        GROUP,
        check=_class,
        fits=_class,
        choices=lambda: [("", [(value, str(label)) for value, label in CLASSES])],
    )
)
register.setting.add(
    SettingEntry(
        LIST_DAYS,
        _("Days a do-not-call list counts"),
        int,
        31,
        _("After them no sales call to a consumer is made until a new one is loaded. The national list: 31 days."),
        GROUP,
        check=_days,
        fits=_days,
    )
)
register.setting.add(
    SettingEntry(
        ANSWER_DAYS,
        _("Days an answer may follow what it answers"),
        int,
        90,
        _(
            "After them a call or mail to whoever wrote is no answer any more, so hours and wishes bind it. Three months "
            "is how long an inquiry counts in the rules of the national do-not-call list."
        ),
        GROUP,
        check=_days,
        fits=_days,
    )
)
register.setting.add(
    SettingEntry(
        "calling.honour_days",
        _("Business days the law gives to honour a no"),
        int,
        10,
        _("Shown beside each no, which holds here at once. 47 CFR 64.1200(a)(10): ten, since 2025-04-11."),
        GROUP,
        check=_days,
        fits=_days,
    )
)
register.nav.add(
    Nav(
        "calling-hours",
        "more",
        _("Calling hours"),
        "calling-hours",
        "phone-off",
        order=80,
        operation="directory.view",
    )
)
for name, label, icon in (
    ("directory.override", _("Rules overridden"), "lock-open"),
    ("directory.consent", _("Consent"), "circle-check"),
    ("directory.stopped", _("Asked us to stop"), "ban"),
    ("directory.erased", _("Person erased"), "eraser"),
):
    register.timeline_kind.add(TimelineKind(name, label, icon))
