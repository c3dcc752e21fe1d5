"""What team hangs on the registries."""

from collections.abc import Iterator
from datetime import time

from django.conf import settings
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from callboard.core.links import url_of
from callboard.core.notify import ways
from callboard.core.reading import forget
from callboard.core.registry import (
    Check,
    Difference,
    Nav,
    NotificationEvent,
    OwnedKind,
    SearchSource,
    SettingEntry,
    TimelineReach,
    register,
)
from callboard.kit.pieces.prose import linker
from callboard.team import address as address_step
from callboard.team import setup
from callboard.team.matrix import MATRIX
from callboard.team.models import Grant, Holiday, Person, Setting, Team
from callboard.team.queries.mentions import known_people, mentioned
from callboard.team.queries.notices import way_of
from callboard.team.rules.settings import address, exact_zone, known_zone, region, zones_by_part

COMPANY = _("Company")

#: What one of ours did, on whichever account.
register.timeline_reach.add(TimelineReach("team.did", "team.person", lambda pk, actor: Q(person=pk)))

register.setting.add(
    SettingEntry("company.name", _("Company's name"), str, "", _("Stands where people sign in."), COMPANY)
)
register.setting.add(
    SettingEntry(
        "company.address",
        _("The address people open"),
        str,
        "",
        format_lazy(
            _("Links in mails begin with it. Empty: {address}. Behind a proxy with https start with CALLBOARD_URL."),
            address=settings.PUBLIC_URL,
        ),
        COMPANY,
        check=address,
    )
)
register.setting.add(
    SettingEntry(
        "company.zone",
        _("Company's time zone"),
        str,
        "America/Chicago",
        _("The board, the close and the streak count days in it."),
        COMPANY,
        check=known_zone,
        fits=exact_zone,
        choices=zones_by_part,
    )
)
register.setting.add(
    SettingEntry(
        "company.region",
        _("Where the company is"),
        str,
        "US",
        _("Its holidays are no business days: for the pace of the board, for “answer by” and “call by”. US, or US-TX."),
        COMPANY,
        check=region,
    )
)
register.setting.add(
    SettingEntry(
        "company.cut_off",
        _("Business day ends at"),
        time,
        time(0),
        _("What comes later counts for the next day. 00:00 means midnight."),
        COMPANY,
    )
)
register.setting.add(
    SettingEntry(
        "company.day_starts",
        _("Office opens at"),
        time,
        time(8),
        _("“Answer by” and “call by” count from then, Monday to Friday; also for people without hours of their own."),
        COMPANY,
    )
)
register.setting.add(
    SettingEntry(
        "company.day_ends",
        _("Office closes at"),
        time,
        time(17),
        _("What comes later counts from the next business day on."),
        COMPANY,
    )
)

register.notification_event.add(
    NotificationEvent("invitation", _("Invitation to Callboard"), can_mute=False, fixed=True)
)
register.notification_event.add(NotificationEvent("password_reset", _("New password"), can_mute=False, fixed=True))
register.notification_event.add(NotificationEvent("mention", _("Somebody mentions you"), icon="at", quotes=True))
register.notification_event.add(
    NotificationEvent("work_handed_on", _("Somebody left and their work is with you"), can_mute=False, icon="users")
)
register.notification_event.add(
    NotificationEvent("leaving_stuck", _("Somebody could not be let go"), can_mute=False, urgent=True)
)
ways.set(way_of)
TOLD = _("What people are told")
for _entry in (
    SettingEntry(
        "notices.quiet_from",
        _("Quiet from"),
        time,
        time(19),
        _("In each person's own zone. What is urgent comes all the same."),
        TOLD,
    ),
    SettingEntry("notices.quiet_to", _("Quiet to"), time, time(7), _("Notices that waited come then."), TOLD),
    SettingEntry(
        "notices.only_hours",
        _("Mail only in working hours"),
        bool,
        True,
        _("Mail that is not urgent waits until the person works again; days away count."),
        TOLD,
    ),
    SettingEntry(
        "notices.digest_at",
        _("Daily digest at"),
        time,
        time(8),
        _("One mail with what people chose to be told once a day, in their own zone."),
        TOLD,
    ),
    SettingEntry(
        "notices.bundle_minutes",
        _("Minutes in which several notices of a kind are one"),
        int,
        5,
        _("0 sends each by itself."),
        TOLD,
    ),
):
    register.setting.add(_entry)


def _links(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The mentions of a text as links to the people."""
    known = {one.id: one.name for one in known_people()}
    for one in mentioned(text):
        yield one.start, one.end, url_of(Person(pk=one.id)), known[one.id]


linker.set(_links)

for _kept in (Setting, Holiday, Person):
    post_save.connect(forget, sender=_kept)
    post_delete.connect(forget, sender=_kept)
register.nav.add(Nav("people", "team", _("People"), "people", "users", order=80, key="p", operation="team.view"))

register.search_source.add(
    SearchSource(
        "team.person",
        _("Our people"),
        "users",
        title=("name",),
        detail=("title", "team__name"),
        keys=("email",),
        root="",
        weight=85,
        named=True,
        people=True,
        word="colleague",
        faded=Q(is_active=False),
    )
)
register.search_source.add(
    SearchSource(
        "team.team", _("Teams"), "users-group", title=("name",), keys=("address",), root="", weight=45, named=True
    )
)
register.search_source.add(
    SearchSource("team.pool", _("Pools"), "stack-2", title=("name",), detail=("note",), root="", weight=40, named=True)
)

register.owned_kind.add(
    OwnedKind(
        "team.team",
        _("teams managed"),
        lambda pk: Team.objects.filter(manager=pk),
        "team.change_team",
        columns=("team.team.manager",),
    )
)


def _matrix_known() -> Iterator[Difference]:
    """Every operation an action asks for is a row of the matrix, and every changed cell too."""
    for verb in register.actions.values():
        if verb.who not in MATRIX:
            yield Difference("team.matrix", verb.name, verb.who, "no such operation")
    for grant in Grant.objects.exclude(operation__in=MATRIX):
        yield Difference("team.grant", str(grant.pk), grant.operation, "no such operation")


def _nothing_owned_by_leavers() -> Iterator[Difference]:
    """Nothing stays owned by someone who has left."""
    for person in Person.objects.filter(is_active=False):
        for kind in register.owned_kind:
            count = kind.owned(person.pk).count()
            if count:
                yield Difference(kind.name, f"person {person.pk}", str(count), "0")


register.check.add(Check("team.matrix", _matrix_known))
register.check.add(Check("team.leavers", _nothing_owned_by_leavers))

__all__ = ["address_step", "setup"]
