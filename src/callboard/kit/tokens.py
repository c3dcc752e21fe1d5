"""My tokens for the API: a list, and the page that shows a new one its only time."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.kit.actions import create_token, revoke_token
from callboard.kit.models import ApiToken
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.tables import Column, Table


class TokenTable(Table):
    columns = (
        Column("name", _("What it is for"), link=True),
        Column("hint", _("Begins with")),
        Column("created_at", _("Made"), kind="when"),
        Column("last_used_at", _("Last used"), kind="when"),
        Column("expires_on", _("Ends on"), kind="date"),
        Column("revoked_at", _("Revoked"), kind="when"),
    )


class Tokens(ListPage):
    """The actor's own tokens."""

    model = ApiToken
    title = _("Tokens for the API")
    url = "profile/tokens/"
    name = "tokens"
    table = TokenTable
    order = ("-id",)
    buttons = (create_token,)
    bulk = (revoke_token,)
    paste = False  # its secret is shown once
    empty = Empty(_("No tokens yet"), _("A token lets a program do what you may do. Make one for each program."), "key")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(ApiToken.objects.all(), actor).filter(person=actor.person_id)


class TokenRecord(RecordPage):
    """One token; never its secret."""

    model = ApiToken
    url = "profile/tokens/<int:pk>/"
    name = "token"
    timeline = False
    buttons = (revoke_token,)

    def state(self, obj: ApiToken) -> tuple[Any, str] | None:
        return (_("Revoked"), "pend") if obj.revoked_at else None

    def owner(self, obj: ApiToken) -> None:
        return None

    def facts(self, obj: ApiToken) -> list[tuple[Any, ...]]:
        return [
            (_("Begins with"), obj.hint),
            (_("Made"), obj.created_at, "when"),
            (_("Last used"), obj.last_used_at, "when"),
            (_("Ends on"), obj.expires_on, "date"),
        ]


class CreateToken(ActionPage):
    """Shows the secret instead of leading on: it is shown nowhere again."""

    action = create_token
    text = _("The secret is shown once. Whoever has it can do what you may do.")

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        context = {"token": result, "secret": getattr(result, "secret", ""), "list_url": reverse("tokens")}
        return self.render(request, context, "kit/token_made.html")


class RevokeToken(ActionPage):
    action = revoke_token
    danger = True
    text = _("Programs that use it stop working at once.")

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("tokens")
