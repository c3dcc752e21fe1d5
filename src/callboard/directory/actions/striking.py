"""What somebody said about being reached was written down wrongly: a yes goes at once, a no by a right of its own."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.directory.models import Consent, Contact, Medium, Purpose
from callboard.team.models import Person

#: So long whoever wrote a no down may take it back as a slip.
SLIP = timedelta(days=1)
#: What a row says, kept by the log so that it can be written again.
SAID = ("medium", "purpose", "at", "how", "proof", "proof_sha", "proof_name", "person")


@action(
    gettext_lazy("Struck consent"),
    said=gettext_lazy("Struck what was recorded"),
    who="directory.consent",
    final=gettext_lazy("Record it again, with its proof."),
    icon="trash",
)
def strike_consent(consent: Consent, *, by: Actor) -> None:
    """A yes was written down by mistake; what they said before counts again. A no is struck by `strike_refusal`."""
    consent.delete()


@strike_consent.can
def _is_yes(consent: Consent, now: datetime) -> Refusal | None:
    if consent.given:
        return None
    return Refusal("said_no", gettext_lazy("They said no. Who may strike that says why."))


@action(
    gettext_lazy("Struck a no"),
    said=gettext_lazy("Struck the no of {result}"),
    who="directory.strike",
    undo="directory.restore_refusal",
    icon="trash",
)
def strike_refusal(consent: Consent, *, by: Actor, reason: str) -> Contact:
    """A no was written down by mistake, or of somebody else; `reason` says what shows it. What they said before counts again."""
    if not reason.strip():
        raise Invalid({"reason": _("Say what shows that they did not say no.")})
    contact = consent.contact
    if contact is None:  # the button does not stand there; a race with erasing is left
        raise Refused(_ERASED)
    by.undo_args(**{name: getattr(consent, name) or None for name in SAID})
    title = _("A no of {name} was struck: {what}").format(name=contact, what=consent.about)
    by.timeline(contact.account_id, "directory.consent", ref=contact, title=title, text=reason.strip()[:500])
    consent.delete()
    return contact


_ERASED = Refusal("erased", gettext_lazy("Whoever said it was erased; their no goes on counting."))


@strike_refusal.can
def _is_no(consent: Consent, now: datetime) -> Refusal | None:
    if consent.given:
        return Refusal("said_yes", gettext_lazy("They said yes. Strike that without a reason."))
    return _ERASED if consent.contact_id is None else None


@action(
    gettext_lazy("Restored a no"),
    said=gettext_lazy("{contact} said no, as it was written down"),
    who="directory.strike",
    final=gettext_lazy("Strike it again, with a reason."),
    icon="circle-x",
    served=False,
)
def restore_refusal(
    contact: Contact,
    *,
    by: Actor,
    at: datetime,
    how: str,
    medium: Medium | None = None,
    purpose: Purpose | None = None,
    proof: Text | None = None,
    proof_sha: str | None = None,
    proof_name: str | None = None,
    person: Person | None = None,
) -> Consent:
    """Write down again, as it stood, the no that was struck."""
    return Consent.objects.create(
        contact=contact,
        medium=medium or "",
        purpose=purpose or "",
        given=False,
        at=at,
        how=how,
        proof=str(proof or ""),
        proof_sha=proof_sha or "",
        proof_name=proof_name or "",
        person=person,
        created_at=by.now,
        updated_at=by.now,
    )


@action(
    gettext_lazy("Took back a no"),
    said=gettext_lazy("Took it back: {consent.contact} had not said no"),
    who="directory.consent",
    final=gettext_lazy("Record it again."),
    served=False,
)
def take_back_refusal(consent: Consent, *, by: Actor) -> None:
    """Undo of writing a no down: whoever wrote it takes their slip back, on the same day."""
    written = consent.created_at
    if consent.person_id != by.person_id or written is None or by.now - written > SLIP:
        said = _("Whoever wrote it down takes it back within a day; after that it is struck, with a reason.")
        raise Refused(Refusal("not_own", said))
    consent.delete()
