"""Somebody asked us to stop: by every way there is to them, those we learn of later too."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, Refused, Text, action
from callboard.core.refs import number_in
from callboard.directory import queries, rules
from callboard.directory.models import Contact, Scope, Suppression


@action(
    gettext_lazy("Stopped contacting"),
    said=gettext_lazy("Stopped contacting {contact}"),
    who="directory.consent",
    undo="directory.resume_contacting",
    icon="ban",
)
def stop_contacting(contact: Contact, *, by: Actor, scope: Scope = Scope.MARKETING, reason: str = "") -> Contact:
    """They asked us to stop, on the phone or otherwise: every address and number of theirs, for everybody here, at once, and
    every one added later. Only hashes are kept, so it goes on counting when the person is erased."""
    made = _stopped(contact, by, scope, reason[:300])
    if not made:
        raise Refused(Refusal("stopped", gettext_lazy("That is what they asked for already.")))
    by.undo_args(made=" ".join(made))
    title = _("{name} asked: {what}").format(name=contact, what=Scope(scope).label)
    by.timeline(contact.account_id, "directory.stopped", ref=contact, title=title, text=reason[:300])
    return contact


def _stopped(contact: Contact, by: Actor, scope: Scope, reason: str) -> list[str]:
    """What was written: `id:scope before:whose before` of each row. One of them is the person's own; where every row of theirs
    is somebody else's too (an office's number), or there is none, it stands by itself."""
    hashes = [*dict.fromkeys(queries.hashes_of(contact)), rules.person_hash(contact.pk)]
    rows = Suppression.objects.filter(address_hash__in=hashes).select_for_update()
    known = {row.address_hash: row for row in rows}
    made, carried = [], False
    for each in hashes:
        own = each == hashes[-1]
        if own and carried and each not in known:
            break
        row = known.get(each) or Suppression(address_hash=each, created_at=by.now)
        before, whose = row.scope if row.pk else "", row.contact_id
        wider = before not in (Scope.ALL, scope)
        row.contact_id = whose or contact.pk
        carried = carried or row.contact_id == contact.pk
        if not wider and row.contact_id == whose:
            continue
        if wider:
            row.scope, row.reason, row.at = scope, reason, by.now
        row.updated_at = by.now
        row.save()
        made.append(f"{row.pk}:{before}:{whose or 0}")
    return made


@stop_contacting.can
def _may_stop(contact: Contact, now: datetime) -> Refusal | None:
    if queries.asked_for_nothing(contact):
        return Refusal("asked_for_nothing", gettext_lazy("They asked for nothing at all already."))
    return None


@action(
    gettext_lazy("Resumed contacting"),
    said=gettext_lazy("Took it back: {contact} had not asked to stop"),
    who="directory.consent",
    final=gettext_lazy("Only the person can ask us to stop again."),
    served=False,
)
def resume_contacting(contact: Contact, *, by: Actor, made: Text) -> Contact:
    """Take back what stopping wrote, and only that. made: `id:scope before:whose before` with spaces between."""
    own = Q(address_hash__in=queries.hashes_of(contact)) | Q(contact=contact)
    for each in made.split():
        pk, before, whose = (*each.split(":"), "", "")[:3]
        row = Suppression.objects.filter(own, pk=number_in(pk) or 0).first()
        if row is None:
            continue
        if before not in Scope.values:
            row.delete()
            continue
        row.scope, row.contact_id, row.updated_at = before, number_in(whose) or None, by.now
        row.save(update_fields=["scope", "contact"])
    return contact
