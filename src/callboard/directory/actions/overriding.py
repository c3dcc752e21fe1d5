"""Reaching one person outside of the rules, by right, for hours, with a reason everybody can read."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.models import Contact, Medium, Override
from callboard.directory.queries import asked_for_nothing

LONGEST_HOURS = 24
SOONEST, LATEST = timedelta(minutes=5), timedelta(days=31)


@action(
    gettext_lazy("Overrode calling rules"),
    said=gettext_lazy("{contact} may be reached until {result.until}"),
    who="directory.override",
    undo="directory.end_override",
    icon="lock-open",
)
def override_calling_rules(
    contact: Contact,
    *,
    by: Actor,
    reason: str,
    medium: Medium = Medium.PHONE,
    hours: int = 2,
    starts_at: datetime | None = None,
) -> Override:
    """For so many hours, from now or a later moment, no window, limit, list or opt-out stands between us and this person by
    this medium. It stands on the timeline with its reason. A wish to hear nothing at all is never overridden."""
    said = " ".join(reason.split())
    wrong = {}
    if not said:
        wrong["reason"] = _("Say why; it stands on the timeline.")
    if not 1 <= hours <= LONGEST_HOURS:
        wrong["hours"] = _("From 1 to {most} hours.").format(most=LONGEST_HOURS)
    begins = starts_at or by.now
    if begins < by.now - SOONEST or begins > by.now + LATEST:
        wrong["starts_at"] = _("From now on, or within a month.")
    if wrong:
        raise Invalid(wrong)
    made = Override(
        contact=contact,
        medium=medium,
        reason=said[:300],
        person=by.person,
        starts_at=begins,
        ends_at=begins + timedelta(hours=hours),
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    title = ngettext(
        "Calling rules overridden for {name}, {n} hour, {medium}",
        "Calling rules overridden for {name}, {n} hours, {medium}",
        hours,
    ).format(name=contact, n=hours, medium=made.get_medium_display())
    by.timeline(contact.account_id, "directory.override", ref=made, title=title, text=made.reason)
    return made


@override_calling_rules.can
def _may_override(contact: Contact, now: datetime) -> Refusal | None:
    if asked_for_nothing(contact):
        return Refusal("asked_for_nothing", gettext_lazy("They asked to hear nothing from us. Nobody overrides that."))
    return None


@action(
    gettext_lazy("Ended override"),
    said=gettext_lazy("Ended the override for {override.contact}"),
    who="directory.override",
    final=gettext_lazy("Override the rules again, with a reason."),
    icon="lock",
)
def end_override(override: Override, *, by: Actor) -> Override:
    """The rules hold again at once."""
    override.ended_at = override.updated_at = by.now
    override.save(update_fields=["ended_at"])
    return override


@end_override.can
def _not_ended(override: Override, now: datetime) -> Refusal | None:
    if override.ended_at is not None or override.ends_at <= now:
        return Refusal("ended", gettext_lazy("It has ended already."))
    return None
