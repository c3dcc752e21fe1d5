"""What a person says about being reached: yes with proof, no at once, nothing at all."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Invalid, Text, action
from callboard.core.uploads import MEGABYTE, keep
from callboard.directory.models import Consent, Contact, How, Medium, Purpose

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
    undo="directory.take_back_refusal",
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
    """They said no, by whatever way. It holds from this moment for everybody here; the law would give ten business days.
    Whoever wrote it down takes a slip back; anybody else strikes it, with a reason."""
    made = _written(contact, by, False, how, proof, proof_file, medium, purpose, at)
    title = _("{name} said no: {what}").format(name=contact, what=made.about)
    by.timeline(contact.account_id, "directory.consent", ref=contact, title=title, text=made.proof[:500])
    return made


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
