"""Tokens: made once, revoked at any time."""

import secrets
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.links import hashed
from callboard.kit.hands import actions as hands
from callboard.kit.listing import actions as views
from callboard.kit.listing import links, schedules
from callboard.kit.models import ApiToken

__all__ = ["create_token", "hands", "links", "revoke_token", "schedules", "views"]

PREFIX = "cb_"


@action(_("Made a token"), said=_("Made token {result}"), who="kit.tokens", undo="kit.revoke_token", icon="key")
def create_token(*, by: Actor, name: str, expires_on: date | None = None) -> ApiToken:
    """Make a token for the actor.  The result carries its secret as `secret`, this once.  Invalid for a day that is past."""
    if by.person is None or by.kind != "person":
        raise Invalid({"": _("Only a person can make a token.")})
    if expires_on is not None and expires_on <= by.today:
        raise Invalid({"expires_on": _("That day is past. Choose a later one, or none.")})
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken(
        person_id=by.person.pk,
        name=name.strip(),
        hint=secret[:7],
        secret_hash=hashed(secret),
        expires_on=expires_on,
        created_at=by.now,
        updated_at=by.now,
    )
    token.save()
    token.secret = secret  # type: ignore[attr-defined]
    return token


@action(
    _("Revoked a token"),
    said=_("Revoked token {token}"),
    who="kit.tokens",
    final=_("A revoked token stays revoked; make a new one."),
    icon="key-off",
)
def revoke_token(token: ApiToken, *, by: Actor) -> ApiToken:
    """End a token at once."""
    token.revoked_at = token.updated_at = by.now
    token.save()
    return token


@revoke_token.can
def _not_revoked(token: ApiToken, now: datetime) -> Refusal | None:
    if token.revoked_at is not None:
        return Refusal("revoked", _("It was revoked already."))
    return None
