"""The forms of a change of territories: what one is to cover, who is to hold it, from when."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.refs import number_in
from callboard.directory.actions import plan_holder, plan_terms, publish_change, take_back_change
from callboard.directory.models import AccountKind, Tier
from callboard.directory.pages.shown import today
from callboard.directory.pages.territory_changes import TerritoryCompared
from callboard.directory.queries.territories import in_force
from callboard.directory.reading.territories import written
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage
from callboard.kit.several import SeveralField
from callboard.team.models import TerritoryTerms


class PlanTerms(ActionPage):
    """Begins with what the draft says of the territory, else with what is in force."""

    action = plan_terms
    fields = ("territory", "states", "postal", "kinds", "tiers", "order", "closed")
    labels = {
        "states": _("States, like TX, OK"),
        "postal": _("Beginnings of postal codes, like 750-752, 76"),
        "kinds": _("Kinds; none ticked: all"),
        "tiers": _("Tiers; none ticked: all"),
        "closed": _("Close it: it covers nothing any more"),
    }
    text = _(
        "An account belongs to it that lies in one of the states or postal codes, is of one of the kinds and in one "
        "of the tiers. What is left empty is no condition; with nothing said, it covers the accounts named for it alone. "
        "Where another territory is chosen than the form began with, what is left empty stays as it is."
    )

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        number = number_in(request.GET.get("territory", ""))
        if number is None:
            return {}
        rows = TerritoryTerms.objects.filter(territory=number)
        row = rows.filter(change=target, starts_on=None).first() or rows.filter(in_force(today())).first()
        if row is None:
            return {}
        lists = {name: written(getattr(row, name)) for name in ("states", "postal", "kinds", "tiers")}
        return {**lists, "order": row.order, "closed": row.closed}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        form = super().form(request, actor, target)
        for name, choices in (("kinds", AccountKind.choices), ("tiers", Tier.choices)):
            form.fields[name] = SeveralField(choices=choices, required=False, label=form.fields[name].label)
        form.order_fields(list(self.fields))
        # The address stays that of the form when it is sent: it says whose terms were shown.
        self.shown = number_in(request.GET.get("territory", ""))
        return form

    def arguments(self, form: Any) -> dict[str, Any]:
        """A field that was wiped is no condition, where its territory's terms were shown; the API leaves as it is what it does
        not name."""
        given = super().arguments(form)
        wiped = "" if given["territory"].pk == self.shown else None
        return {**given, **{name: given[name] or wiped for name in ("states", "postal", "kinds", "tiers")}}


class PlanHolder(ActionPage):
    action = plan_holder
    text = _(
        "A person, or a pool whose members share the accounts by load. Neither: its accounts stay with whoever has them."
    )


class PublishChange(ActionPage):
    """With what was compared beside it."""

    action = publish_change
    template = "directory/publish_change.html"
    days = ("starts_on",)
    text = _(
        "On the morning of that day the accounts change hands, today at once; whoever gains or loses is told. Before, it can "
        "be withdrawn."
    )

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"starts_on": today()}

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"counted": reverse(TerritoryCompared.name, args=[target.pk])}


class TakeBackChange(ActionPage):
    action = take_back_change
    danger = True
    text = _("Its accounts go back to whoever had them. What was given to somebody else since stays there.")
