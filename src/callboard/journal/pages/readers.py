"""Who reads a drafted interaction, before it is kept and after, in one line."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.journal.models import Drafted, DraftedInteraction
from callboard.team.models import Grant, Scope
from callboard.team.queries.matrix import roles_by_scope

DRAFT, MAIL, NOTE = "journal.drafts", "channels.view", "journal.view"
Grants = Sequence[tuple[str, str, str]]


def grants_asked() -> Question:
    """What the company changed of these rights."""
    rows = Grant.objects.filter(operation__in=(DRAFT, MAIL, NOTE))
    return Question("list", rows.order_by("pk").values("operation", "role", "scope"))


def readers_of(draft: DraftedInteraction, actor: Actor, found: Sequence[dict[str, Any]]) -> str:
    """Who reads this draft, the mail it was made from, and the note it becomes."""
    grants = [(row["operation"], row["role"], row["scope"]) for row in found]
    whose = _("you") if draft.person_id == actor.person_id else str(draft.person)
    mail = _("the mail: {who}").format(who=_readers(MAIL, "", grants)) if draft.message_id else ""
    if draft.state == Drafted.KEPT:
        parts = [_("the note: {who}").format(who=_readers(NOTE, whose, grants)), mail]
    else:
        parts = [
            _("this draft: {who}").format(who=_readers(DRAFT, whose, grants)),
            mail,
            _("the note, once it is kept: {who}").format(who=_readers(NOTE, whose, grants)),
        ]
    return _("Who reads it: {parts}.").format(parts="; ".join(filter(None, parts)))


def _readers(operation: str, whose: str, grants: Grants) -> str:
    """Everybody, or whose it is and the roles whose people do so with the work of others."""
    roles = roles_by_scope(operation, grants)
    if set(roles) == {Scope.ALL}:
        return _("everybody here")
    managing = [_("{role} of the team").format(role=role.label) for role in roles.get(Scope.TEAM, ())]
    named = [whose, *managing, *(str(role.label) for role in roles.get(Scope.ALL, ()))]
    return ", ".join(filter(None, named)) or _("nobody")
