"""Addresses of records, and links that work without sign-in."""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db.models import F, Model

from callboard.core.models import Link
from callboard.core.refs import kind_of
from callboard.core.registry import register


def url_of(record: Model) -> str:
    """The page of a record, or ``""`` where its kind has none.  Record pages register themselves.

    A row that is about another record has no page of its own: its ``leads_to()`` gives that record's Ref, or None.
    """
    leads_to = getattr(record, "leads_to", None)
    if leads_to is None:
        return url_at(kind_of(record), record.pk)
    ref = leads_to()
    return url_at(ref.kind, ref.id) if ref is not None else ""


def url_at(kind: str | type[Model], pk: int) -> str:
    """The same by kind (or model) and id: nothing is loaded for it."""
    found = register.record_urls.get(kind if isinstance(kind, str) else kind_of(kind))
    return found(pk) if found else ""


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create_link(
    purpose: str,
    *,
    now: datetime,
    scope: dict[str, Any] | None = None,
    person: Any = None,
    expires_at: datetime | None = None,
    max_uses: int | None = None,
    token: str = "",
) -> str:
    """Store a link and return its token, which is shown nowhere again.  `token`: one made elsewhere, as hard to guess."""
    token = token or secrets.token_urlsafe(32)
    Link.objects.create(
        purpose=purpose,
        token_hash=hashed(token),
        scope=scope or {},
        person=person,
        created_at=now,
        expires_at=expires_at,
        max_uses=max_uses,
    )
    return token


def find_link(purpose: str, token: str, *, now: datetime) -> Link | None:
    """The link if it is good at ``now``; reading does not use it."""
    link = Link.objects.filter(purpose=purpose, token_hash=hashed(token), revoked_at=None).first()
    if (
        link is None
        or (link.expires_at and link.expires_at <= now)
        or (link.max_uses is not None and link.uses >= link.max_uses)
    ):
        return None
    return link


def use_link(purpose: str, token: str, *, now: datetime) -> Link | None:
    """Count one use and return the link; None when it is unknown, over, revoked or used up.  Safe for two at once."""
    link = find_link(purpose, token, now=now)
    if link is None:
        return None
    return link if use_found(link) else None


def use_found(link: Link) -> bool:
    """Count one use of a link as it was read; False where somebody used or revoked it in between."""
    return bool(Link.objects.filter(pk=link.pk, revoked_at=None, uses=link.uses).update(uses=F("uses") + 1))
