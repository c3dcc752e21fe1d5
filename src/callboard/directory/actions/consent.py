"""Who asked us to stop, and every time we tried."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, action
from callboard.directory import rules
from callboard.directory.actions.facts import raise_fact
from callboard.directory.models import Account, Attempt, Contact, Medium, Purpose, Scope, Suppression


@action(
    gettext_lazy("Suppressed address"),
    said=gettext_lazy("Suppressed {address}"),
    who="directory.edit",
    undo="directory.unsuppress",
    icon="ban",
)
def suppress_address(*, by: Actor, address: str, scope: Scope = Scope.MARKETING, reason: str = "") -> Suppression:
    """Keep the wish of an address (mail or number) to hear less or nothing from us, by its hash. A wider wish
    replaces a narrower one, never the reverse: that takes `unsuppress`."""
    if rules.mail_address(address) is None and rules.e164(address) is None:
        raise Invalid({"address": _("“{text}” is neither mail address nor number.").format(text=address[:80])})
    made, new = Suppression.objects.select_for_update().get_or_create(
        address_hash=rules.address_hash(address),
        defaults={"scope": scope, "reason": reason[:300], "at": by.now, "created_at": by.now, "updated_at": by.now},
    )
    if not new and made.scope == Scope.MARKETING and scope == Scope.ALL:
        made.scope, made.reason, made.at, made.updated_at = scope, reason[:300], by.now, by.now
        made.save(update_fields=["scope", "reason", "at"])
    return made


@action(
    gettext_lazy("Lifted suppression"),
    said=gettext_lazy("Lifted the suppression"),
    who="directory.edit",
    final=gettext_lazy("Only the person can ask us to stop again."),
    icon="circle-check",
)
def unsuppress(suppression: Suppression, *, by: Actor, reason: str) -> None:
    """The person asked to hear from us again; `reason` says where. Kept in the log."""
    if not reason.strip():
        raise Invalid({"reason": _("Say where they asked for it.")})
    suppression.delete()


def record_attempt(
    to: str,
    *,
    by: Actor,
    medium: Medium,
    purpose: Purpose,
    at: datetime | None = None,
    contact: Contact | None = None,
    account: Account | None = None,
) -> Attempt:
    """Write down that we called or wrote, inside the action that did, and move the account's last attempt."""
    account_id = account.pk if account else (contact.account_id if contact else None)
    made = Attempt.objects.create(
        account_id=account_id,
        contact=contact,
        medium=medium,
        purpose=purpose,
        to_hash=rules.address_hash(to) if to else "",
        person_id=by.person_id,
        at=at or by.now,
    )
    if account_id is not None:
        raise_fact([account_id], "last_attempt_at", made.at)
    return made
