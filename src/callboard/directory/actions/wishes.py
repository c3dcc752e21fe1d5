"""What a person says about being reached: yes with proof, no at once, nothing at all."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Invalid, Refusal, Text, action
from callboard.core.refs import number_in
from callboard.core.uploads import MEGABYTE, keep
from callboard.directory import queries
from callboard.directory.models import Consent, Contact, How, Medium, Purpose, Scope, Suppression

LARGEST = 10 * MEGABYTE
NOTHING = Text("")
LONGEST_PROOF = 5000
#: A clock may be a little ahead of ours.
AHEAD = timedelta(minutes=5)


@action(
    gettext_lazy("Recorded consent"),
    said=gettext_lazy("Recorded that {contact} said yes"),
    who="directory.consent",
    undo="directory.strike_consent",
    icon="circle-check",
)
def record_consent(
    contact: Contact,
    *,
    by: Actor,
    how: How,
    proof: Text = NOTHING,
    proof_file: File | None = None,
    medium: Medium | None = None,
    purpose: Purpose | None = None,
    at: datetime | None = None,
) -> Consent:
    """They said yes: to one purpose or to all sales and campaigns, by one medium or any. A yes needs its proof: their words,
    or a file. It does not lift what they asked us to stop; that is done there, by a reason."""
    if not str(proof).strip() and proof_file is None:
        raise Invalid({"proof": _("Write their words, or add the file: a yes is only as good as its proof.")})
    return _written(contact, by, True, how, proof, proof_file, medium, purpose, at)


@action(
    gettext_lazy("Withdrew consent"),
    said=gettext_lazy("Recorded that {contact} said no"),
    who="directory.consent",
    undo="directory.strike_consent",
    icon="circle-x",
)
def withdraw_consent(
    contact: Contact,
    *,
    by: Actor,
    how: How,
    proof: Text = NOTHING,
    proof_file: File | None = None,
    medium: Medium | None = None,
    purpose: Purpose | None = None,
    at: datetime | None = None,
) -> Consent:
    """They said no, by whatever way. It holds from this moment for everybody here; the law would give ten business days."""
    made = _written(contact, by, False, how, proof, proof_file, medium, purpose, at)
    title = _("{name} said no: {what}").format(name=contact, what=made.about)
    by.timeline(contact.account_id, "directory.consent", ref=contact, title=title, text=made.proof[:500])
    return made


@action(
    gettext_lazy("Struck consent"),
    said=gettext_lazy("Struck what was recorded"),
    who="directory.consent",
    final=gettext_lazy("Record it again, with its proof."),
    icon="trash",
)
def strike_consent(consent: Consent, *, by: Actor) -> None:
    """It was written down by mistake; what they said before counts again."""
    consent.delete()


def _written(
    contact: Contact,
    by: Actor,
    given: bool,
    how: How,
    proof: Text,
    proof_file: File | None,
    medium: Medium | None,
    purpose: Purpose | None,
    at: datetime | None,
) -> Consent:
    if at is not None and at > by.now + AHEAD:
        raise Invalid({"at": _("That is still to come.")})
    if purpose == Purpose.ANSWER:
        raise Invalid({"purpose": _("Who writes or calls is answered; no consent is needed for that.")})
    kept = keep(proof_file, most=LARGEST, field="proof_file") if proof_file is not None else None
    made = Consent(
        contact=contact,
        medium=medium or "",
        purpose=purpose or "",
        given=given,
        at=at or by.now,
        how=how,
        proof=str(proof).strip()[:LONGEST_PROOF],
        proof_sha=kept.sha256 if kept else "",
        proof_name=kept.name if kept else "",
        person=by.person,
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    return made


@action(
    gettext_lazy("Stopped contacting"),
    said=gettext_lazy("Stopped contacting {contact}"),
    who="directory.consent",
    undo="directory.resume_contacting",
    icon="ban",
)
def stop_contacting(contact: Contact, *, by: Actor, scope: Scope = Scope.MARKETING, reason: str = "") -> Contact:
    """They asked us to stop, on the phone or otherwise: every address and number of theirs, for everybody here, at once.
    Only hashes are kept, so it goes on counting when the person is erased."""
    hashes = queries.hashes_of(contact)
    if not hashes:
        raise Invalid({"": _("There is neither a mail address nor a number of theirs to keep.")})
    made: dict[int, str] = {}
    known = {row.address_hash: row for row in Suppression.objects.filter(address_hash__in=hashes).select_for_update()}
    for each in hashes:
        row = known.get(each) or Suppression(address_hash=each, created_at=by.now)
        before = row.scope if row.pk else ""
        if before == Scope.ALL or before == scope:
            continue
        row.scope, row.reason, row.at, row.updated_at = scope, reason[:300], by.now, by.now
        row.save()
        made[row.pk] = before
    if not made:
        raise Invalid({"scope": _("That is what they asked for already.")})
    by.undo_args(made=" ".join(f"{pk}:{before}" for pk, before in made.items()))
    what = Scope(scope).label
    title = _("{name} asked: {what}").format(name=contact, what=what)
    by.timeline(contact.account_id, "directory.stopped", ref=contact, title=title, text=reason[:300])
    return contact


@action(
    gettext_lazy("Resumed contacting"),
    said=gettext_lazy("Took it back: {contact} had not asked to stop"),
    who="directory.consent",
    final=gettext_lazy("Only the person can ask us to stop again."),
    served=False,
)
def resume_contacting(contact: Contact, *, by: Actor, made: Text) -> Contact:
    """Take back what stopping wrote, and only that. made: `id:scope before` with spaces between."""
    own = set(queries.hashes_of(contact))
    for pair in made.split():
        pk, _colon, before = pair.partition(":")
        row = Suppression.objects.filter(pk=number_in(pk) or 0, address_hash__in=own).first()
        if row is None:
            continue
        if before in Scope.values:
            row.scope, row.updated_at = before, by.now
            row.save(update_fields=["scope"])
        else:
            row.delete()
    return contact


@stop_contacting.can
def _may_stop(contact: Contact, now: datetime) -> Refusal | None:
    if queries.asked_for_nothing(contact):
        return Refusal("asked_for_nothing", gettext_lazy("They asked for nothing at all already."))
    return None
