"""From the practice company to one's own."""

from secrets import token_urlsafe

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.companies import choose_own
from callboard.team.models import Person


@action(
    _("Started for real"),
    said=_("Your own company starts now"),
    who="team.manage",
    final=_("The practice company stays as it is, and both can run at once."),
    icon="building-store",
)
def start_for_real(*, by: Actor, email: str) -> str:
    """Serve the own company from now on, beside the practice one. email: of its first person, who may do everything.

    Returns the token of a link that signs them in there, once. Invalid for an invented person of the practice company.
    Refused where this is the own company, or where the start was told from outside which company it serves.
    """
    if refusal := why_not():
        raise Refused(refusal)
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid({"email": _("This is no mail address. Write it like name@company.com.")}) from None
    if Person.objects.filter(email=address).exists():
        raise Invalid({"email": _("This is an invented person of the practice company. Write your own address.")})
    token = token_urlsafe(32)
    transaction.on_commit(lambda: choose_own(settings.HOME, address, token))
    return token


def why_not() -> Refusal | None:
    """Why the own company cannot be started from here; None where it can."""
    if settings.COMPANY != "practice":
        return Refusal("own", _("This is your own company already."))
    if not settings.MAY_START:
        return Refusal("told", _("Whoever starts Callboard here says which company it serves; see below how."))
    return None
