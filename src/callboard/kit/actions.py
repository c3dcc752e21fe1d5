"""Tokens: made once, revoked at any time.  Notices: read, and not read after all."""

import secrets
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.links import hashed
from callboard.core.models import Notice
from callboard.kit.hands import actions as hands
from callboard.kit.listing import actions as views
from callboard.kit.listing import giving, links, schedules
from callboard.kit.models import ApiToken

__all__ = ["create_token", "giving", "hands", "links", "revoke_token", "schedules", "views"]

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
    token.secret = secret
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


@action(_("Read notice"), who="kit.notices", undo="kit.unread_notice", icon="check")
def read_notice(notice: Notice, *, by: Actor) -> Notice:
    """It is known; the others of its bundle too."""
    Notice.objects.filter(bundle=notice, read_at=None).update(read_at=by.now, updated_at=by.now)
    return _mark(notice, by.now, by)


@read_notice.can
def _unread(notice: Notice, now: datetime) -> Refusal | None:
    return Refusal("read", _("It is read.")) if notice.read_at is not None else None


@action(_("Kept notice as new"), who="kit.notices", undo="kit.read_notice", icon="bell")
def unread_notice(notice: Notice, *, by: Actor) -> Notice:
    """As if it had not been read."""
    return _mark(notice, None, by)


@unread_notice.can
def _read(notice: Notice, now: datetime) -> Refusal | None:
    return Refusal("new", _("It is not read yet.")) if notice.read_at is None else None


def _mark(notice: Notice, at: datetime | None, by: Actor) -> Notice:
    notice.read_at, notice.updated_at = at, by.now
    notice.save(update_fields=["read_at"])
    by.changed(notice, topic=notice.topic)
    return notice


@action(_("Read all notices"), who="kit.notices", undo="kit.unread_notices", icon="checks")
def read_all_notices(*, by: Actor) -> None:
    """Everything the actor has not read is known now."""
    rows = Notice.objects.filter(person=by.person_id, read_at=None, on_page=True, created_at__lte=by.now)
    first = rows.order_by("-id").first()
    rows.update(read_at=by.now, updated_at=by.now)
    by.undo_args(at=by.now)
    if first is not None:
        by.changed(first, topic=first.topic)


@action(_("Kept notices as new"), who="kit.notices", final=_("Read them again."), icon="bell")
def unread_notices(*, by: Actor, at: datetime) -> None:
    """Take back the reading of all at one instant."""
    rows = Notice.objects.filter(person=by.person_id, read_at=at)
    first = rows.order_by("-id").first()
    rows.update(read_at=None, updated_at=by.now)
    if first is not None:
        by.changed(first, topic=first.topic)
