"""Everything somebody who leaves owns, one by one, and the forms that choose who gets it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.forms import ChoiceField, HiddenInput
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.refs import BIGGEST
from callboard.core.registry import register
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.team.actions import (
    change_leaving,
    choose_receiver,
    confirm_leaving,
    leave_now,
    prepare_leaving,
    rule_leaving,
)
from callboard.team.models import How, Leaving, Person
from callboard.team.queries.leaving import Plan, plan_of
from callboard.team.rules.leaving import Handing

State = Leaving.State
ROWS_DRAWN = 300


@dataclass(frozen=True)
class ThingRow:
    """One thing with whoever gets it."""

    kind: Any
    name: str
    url: str
    stake: Any
    due: Any
    to: Person | None
    why: str
    choose_url: str = ""


class LeavingThings(ReportPage):
    """Every single thing with whoever gets it and why; one can be given to somebody else by hand: `?kind=work.task`."""

    model = Leaving
    title = _("Everything they own")
    url = "leavings/<int:pk>/things/"
    name = "leaving-things"
    template = "team/leaving_things.html"
    columns = (
        Column("kind", _("What"), value=lambda row: row.kind),
        Column("name", _("Name"), value=lambda row: row.name),
        Column("stake", _("Money"), kind="money", value=lambda row: row.stake),
        Column("due", _("Due"), value=lambda row: row.due),
        Column("to", _("Goes to"), value=lambda row: row.to),
        Column("why", _("Why"), value=lambda row: row.why),
    )

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        rows = visible(Leaving.objects.select_related("person", "person__team"), actor)
        found = rows.filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        self.leaving = found
        return super().get(request, actor, **kwargs)

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(self.columns, self.found(query.get("kind", "")))

    def found(self, kind: str) -> list[ThingRow]:
        """The things of a kind, of all without one."""
        if self.leaving.state not in (State.DRAFT, State.PLANNED):
            return []
        plan = plan_of(self.leaving)
        handings = [each for each in plan.handings if kind in ("", each.thing.kind)]
        return [_thing_row(each, row, self.leaving, plan) for each, row in _with_records(handings)]

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        kind = request.GET.get("kind", "")
        rows = self.found(kind)
        label = next((each.label for each in register.owned_kind if each.name == kind), "")
        cut = max(len(rows) - ROWS_DRAWN, 0)
        return {"rows": rows[:ROWS_DRAWN], "count": len(rows), "cut": cut, "leaving": self.leaving, "kind": label}


def _with_records(handings: Sequence[Handing]) -> list[tuple[Handing, Any]]:
    """Each with its record; one query a kind."""
    ids: dict[str, list[int]] = {}
    for each in handings:
        ids.setdefault(each.thing.kind, []).append(each.thing.pk)
    found = {
        kind.name: kind.owned(0).model._default_manager.in_bulk(ids[kind.name])
        for kind in register.owned_kind
        if kind.name in ids
    }
    return [(each, found[each.thing.kind].get(each.thing.pk)) for each in handings]


def _thing_row(each: Handing, row: Any, leaving: Leaving, plan: Plan) -> ThingRow:
    kind = next(kind for kind in register.owned_kind if kind.name == each.thing.kind)
    why = str(_("by hand")) if each.by_hand else str(How(each.how).label)
    if each.fell_back:
        why = str(_("{rule} found nobody")).format(rule=why)
    given = {"kind": kind.name, "record": each.thing.pk}
    choose = f"{reverse('do', args=[choose_receiver.name, leaving.pk])}?{urlencode(given)}"
    return ThingRow(
        kind.label, str(row or each.thing.pk), url_of(row) if row is not None else "", each.thing.stake, each.thing.due,
        plan.people.get(each.to or 0), why, choose if leaving.state == State.DRAFT else "",
    )  # fmt: skip


def others(name: str, actor: Actor, leaver: Person | None) -> QuerySet[Any] | None:
    """Who may get something: whoever works here and is not the one who leaves."""
    if name not in ("successor", "person") or leaver is None:
        return None
    rows: QuerySet[Any] = visible(Person.objects.active(), actor)
    return rows.exclude(pk=leaver.pk)


class PrepareLeaving(ActionPage):
    action = prepare_leaving
    fields = ("leaves_at", "successor", "note")
    labels = {"successor": _("Everything no rule places goes to")}
    text = _(
        "The next page shows everything they own, who gets it, and what each would have then. Nothing happens before you confirm it."
    )

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The manager of their team takes what is left, unless somebody else is chosen."""
        team = target.team if target is not None else None
        return {"successor": team.manager_id} if team is not None and team.manager_id != target.pk else {}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return others(name, actor, target)


class ChangeLeaving(ActionPage):
    action = change_leaving

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return others(name, actor, target.person if target is not None else None)


class RuleLeaving(ActionPage):
    """The kind comes with the line that was pressed."""

    action = rule_leaving
    title = _("Choose who gets these")
    submit = title
    fields = ("kind", "how", "person", "pool")
    labels = {"how": _("Goes to")}
    text = _("A pool and a team share by load: each thing goes to whoever has the fewest of its kind.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The rule that holds now."""
        wanted = request.GET.get("kind", "")
        parts = plan_of(target).parts if target is not None and wanted else []
        rule = next((part.rule for part in parts if part.kind.name == wanted), None)
        return {"how": rule.how, "person": rule.person, "pool": rule.pool} if rule is not None else {}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return others(name, actor, target.person if target is not None else None)

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        form = super().form(request, actor, target)
        choices = [(kind.name, str(kind.label)) for kind in register.owned_kind]
        form.fields["kind"] = ChoiceField(choices=choices, label=str(_("What")), initial=form.initial.get("kind"))
        form.order_fields(list(self.fields))
        return form


class ChooseReceiver(ActionPage):
    """Which thing comes with the line that was pressed."""

    action = choose_receiver
    text = _("Without a person the rule decides again.")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return others(name, actor, target.person if target is not None else None)

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        form = super().form(request, actor, target)
        for name in ("kind", "record"):
            if request.GET.get(name) or request.method == "POST":
                form.fields[name].widget = HiddenInput()
        return form


class ConfirmLeaving(ActionPage):
    action = confirm_leaving
    text = _(
        "At that moment everything is handed on and they are signed out everywhere. Until then you can put it back."
    )


class LeaveNow(ActionPage):
    """What happens stands there at once: it cannot be mistaken for an end of the preparing."""

    action = leave_now
    danger = True

    def words(self, actor: Actor, target: Any) -> str:
        return now_said(target) if target is not None and target.state in (State.DRAFT, State.PLANNED) else ""


def now_said(leaving: Leaving) -> str:
    """What happens if they leave now: who gets how many things, and that they are signed out."""
    plan = plan_of(leaving)
    gets = [f"{plan.people[load.person]} {load.gets:,}" for load in plan.loads if load.person in plan.people]
    parts = [
        said("{name} leaves this minute, not on {day}, and is signed out everywhere.").format(
            name=leaving.person, day=formats.date_format(timezone.localtime(leaving.leaves_at), "M j")
        )
    ]
    n = len(plan.handings)
    if gets:
        handed = ngettext("{n} thing is handed on: {whom}.", "{n} things are handed on: {whom}.", n)
        parts.append(handed.format(n=f"{n:,}", whom=", ".join(gets)))
    if plan.nobody:
        lack = ngettext(
            "{n} thing goes to nobody yet: say first who gets it.",
            "{n} things go to nobody yet: say first who gets them.",
            plan.nobody,
        )
        parts.append(lack.format(n=f"{plan.nobody:,}"))
    parts.append(said("To drop the leaving instead: “Drop leaving”."))
    return " ".join(parts)
