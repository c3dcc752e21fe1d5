"""Who asked us to stop, and every time we tried."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, action
from callboard.core.links import create_link, use_link
from callboard.directory import queries, rules
from callboard.directory.actions.facts import raise_fact
from callboard.directory.models import Account, Attempt, Contact, Medium, Purpose, Scope, Suppression
from callboard.directory.queries import UNSUBSCRIBE


@action(
    gettext_lazy("Suppressed address"),
    said=gettext_lazy("Suppressed {address}"),
    who="directory.consent",
    undo="directory.unsuppress",
    icon="ban",
)
def suppress_address(*, by: Actor, address: str, scope: Scope = Scope.MARKETING, reason: str = "") -> Suppression:
    """Keep the wish of an address (mail or number) to hear less or nothing from us, by its hash. A wider wish
    replaces a narrower one, never the reverse: that takes `unsuppress`."""
    if rules.mail_address(address) is None and rules.e164(address) is None:
        raise Invalid({"address": _("“{text}” is neither mail address nor number.").format(text=address[:80])})
    made, _new = _kept(rules.address_hash(address), by, scope, reason)
    return made


def _kept(address_hash: str, by: Actor, scope: Scope, reason: str) -> tuple[Suppression, bool]:
    """The wish of an address, and whether it is new. One that was there is touched: it was asked for again, so whoever wrote
    it first cannot take it back any more."""
    made, new = Suppression.objects.select_for_update().get_or_create(
        address_hash=address_hash,
        defaults={"scope": scope, "reason": reason[:300], "at": by.now, "created_at": by.now, "updated_at": by.now},
    )
    if not new:
        if made.scope == Scope.MARKETING and scope == Scope.ALL:
            made.scope, made.reason, made.at = scope, reason[:300], by.now
        made.updated_at = by.now
        made.save(update_fields=["scope", "reason", "at"])
    return made, new


def offer_unsubscribing(address: str, *, key: str, contact: Contact | None, by: Actor) -> None:
    """Inside the action that queues a mail: its link, for the one address it goes to. Works without signing in and never
    runs out; only hashes are kept."""
    scope = {"address": rules.address_hash(address), "contact": contact.pk if contact is not None else None}
    create_link(UNSUBSCRIBE, now=by.now, scope=scope, token=rules.unsubscribe_token(key))


def _roots_of_link(given: Mapping[str, Any]) -> set[int]:
    contact = queries.contact_of_link(given["token"])
    return contact.roots() if contact is not None else set()


@action(
    gettext_lazy("Unsubscribed"),
    said=gettext_lazy("Unsubscribed"),
    who="directory.unsubscribe",
    final=gettext_lazy("They asked for it themselves. Only they can ask to hear from us again."),
    roots=_roots_of_link,
    icon="ban",
    served=False,
)
def unsubscribe(*, by: Actor, token: str) -> Suppression:
    """Somebody pressed the link of a mail, or their mail program did: no sales and no campaigns to that address from this
    moment. Pressed again it changes nothing. Invalid for a token that is none of ours."""
    link = use_link(UNSUBSCRIBE, token, now=by.now)
    if link is None:
        raise Invalid({"token": _("This link is none of ours, or was cut short on its way.")})
    made, new = _kept(link.scope["address"], by, Scope.MARKETING, _("Unsubscribed by the link in a mail"))
    contact = queries.contact_of_link(token)
    if new and contact is not None:
        title = _("{name} unsubscribed").format(name=contact)
        by.timeline(contact.account_id, "directory.stopped", ref=contact, title=title, text=made.reason)
    return made


@action(
    gettext_lazy("Lifted suppression"),
    said=gettext_lazy("Lifted the suppression"),
    who="directory.edit",
    final=gettext_lazy("Only the person can ask us to stop again."),
    icon="circle-check",
)
def unsuppress(suppression: Suppression, *, by: Actor, reason: str) -> None:
    """The person asked to hear from us again; `reason` says where. Kept in the log. What a person asked for by every way
    is over; what was written down for each of their other addresses stands until it is lifted too."""
    if not reason.strip():
        raise Invalid({"reason": _("Say where they asked for it.")})
    if suppression.contact_id is not None:
        Suppression.objects.filter(contact=suppression.contact_id).exclude(pk=suppression.pk).update(contact=None)
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
