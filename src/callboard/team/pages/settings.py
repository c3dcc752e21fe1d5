"""Every setting on one page: what it changes, what it is, what it was, changed where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.forms import HiddenInput
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.registry import SettingEntry, register
from callboard.kit.addresses import action_url
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, ReportPage, SheetPage
from callboard.kit.tables import Column
from callboard.team.actions import reset_setting, set_setting
from callboard.team.actions.settings import as_text
from callboard.team.queries import setting
from callboard.team.queries.company import typed
from callboard.team.queries.settings import Known, Touch, known_settings, touches_of

WIDEST_Q = 60
WIDEST_VALUE = 300
#: Sent by the forms of the page: a refusal is shown at the field.
IN_PLACE = "in_place"
#: How a value is typed: the type of the field, and how wide it is.
FIELDS = {time: ("time", "s"), int: ("number", "s"), Decimal: ("decimal", "s"), str: ("text", "l"), bool: ("bool", "s")}


def shown(value: Any) -> str:
    """A setting's value as it is read; `as_text` is as it is typed."""
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return as_text(value) or "–"


@dataclass(frozen=True)
class Line:
    """A setting for its template. value: as it is typed; seen: as it is; problem: why what
    was typed is refused; options: (group, [(value, words)]); ahead: (from when, value) that do not hold yet.
    """

    known: Known
    anchor: str
    value: str
    default: str
    field: str
    width: str
    options: list[tuple[str, list[tuple[str, str]]]]
    ahead: list[tuple[date, str]]
    history_url: str
    nonce: str
    seen: str
    problem: str = ""

    @property
    def entry(self) -> SettingEntry:
        return self.known.entry

    @property
    def words(self) -> str:
        """What it is found by."""
        return f"{self.entry.label} {self.entry.help} {self.entry.group} {self.entry.name}".lower()


def line_of(known: Known) -> Line:
    """A setting with all a person can do to it."""
    entry = known.entry
    field, width = FIELDS[entry.kind]
    return Line(
        known=known,
        anchor=anchor(entry.name),
        value=as_text(known.value),
        default=shown(entry.default),
        field=field,
        width=width,
        options=options_of(entry, as_text(known.value)),
        ahead=[(on, shown(typed(entry.name, value))) for on, value in known.ahead],
        history_url=f"{reverse(SettingHistory.name)}?name={entry.name}" if known.last else "",
        nonce=uuid4().hex,
        seen=as_text(known.value),
    )


def options_of(entry: SettingEntry, now: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """What the setting can be, with what it is now where that is none of it; nothing for one that is typed."""
    groups = list(entry.choices()) if entry.choices is not None else []
    there = any(now == value for _group, pairs in groups for value, _words in pairs)
    return groups if there or not groups else [("", [(now, now or "–")]), *groups]


def anchor(name: str) -> str:
    """Where a setting stands on the page."""
    return name.replace(".", "-")


class Settings(SheetPage):
    """Every setting with its value today."""

    title = _("Settings")
    url = "settings/"
    name = "settings"
    who = "team.manage"
    template = "team/settings.html"
    columns = (
        Column("name", _("Name"), value=lambda known: known.entry.name),
        Column("group", _("Group"), value=lambda known: str(known.entry.group)),
        Column("setting", _("Setting"), value=lambda known: str(known.entry.label)),
        Column("value", _("Value"), value=lambda known: as_text(known.value)),
        Column("default", _("Default"), value=lambda known: as_text(known.entry.default)),
        Column("changes", _("What it changes"), value=lambda known: str(known.entry.help)),
        Column("changed_by", _("Changed by"), value=lambda known: known.last.by if known.last else ""),
        Column("changed_at", _("Changed"), value=lambda known: f"{known.last.at:%Y-%m-%d %H:%M}" if known.last else ""),
    )

    def rows(self, actor: Actor) -> list[Known]:
        """Every setting."""
        return known_settings()

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Settings by group; only those with the words of the address."""
        wanted = request.GET.get("q", "").replace("\0", "").strip()[:WIDEST_Q]
        lines = map(line_of, known_settings())
        return {
            "groups": grouped(line for line in lines if all(word in line.words for word in wanted.lower().split())),
            "q": wanted,
            "set_url": action_url(set_setting),
            "reset_url": action_url(reset_setting),
        }

    def refused(
        self, request: HttpRequest, actor: Actor, name: str, typed: str, problem: str, status: int
    ) -> HttpResponseBase:
        """The page with what was typed for one setting, and why it cannot be."""
        lines = map(line_of, known_settings())
        marked = (replace(line, value=typed, problem=problem) if line.entry.name == name else line for line in lines)
        return self.shown(request, actor, status=status, groups=grouped(marked))


def grouped(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Lines by group, the company itself first."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(str(line.entry.group or _("Other")), []).append(line)
    return sorted(groups.items(), key=lambda pair: pair[0] != str(_("Company")))


@dataclass(frozen=True)
class Past:
    """A change of a setting as a row."""

    touch: Touch
    value: str


class SettingHistory(ReportPage):
    """Who changed one setting, when, to what."""

    title = _("History of a setting")
    url = "settings/history/"
    name = "setting-history"
    who = "team.manage"
    template = "team/setting_history.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The changes of the setting of the address."""
        name = request.GET.get("name", "")
        entry = register.setting.get(name)
        if name and entry is None:
            raise Http404
        entry = entry or next(iter(register.setting))
        rows = [Past(touch, shown(typed(entry.name, touch.value))) for touch in touches_of(entry.name)]
        return {
            "entry": entry,
            "rows": rows,
            "settings_url": f"{reverse(Settings.name)}#{anchor(entry.name)}",
            "picked": [(each.name, each.label) for each in register.setting],
        }


def asked(request: HttpRequest) -> QueryDict:
    """What the form was opened or sent with."""
    return request.POST if request.method == "POST" else request.GET


class _BackToSettings(ActionPage):
    def next_url(self, result: Any, target: Any) -> str:
        """Where it stands."""
        return f"{reverse(Settings.name)}#{anchor(self.given['name'])}"


class SetSetting(_BackToSettings):
    """A value, perhaps from another day on."""

    action = set_setting
    text = _("A value counts from its day on; what was before stays as it was.")
    fields = ("name", "value", "valid_from_on")
    labels = {"name": _("Setting"), "value": _("Value"), "valid_from_on": _("From the day")}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        """What the setting was when it was opened travels with the form."""
        form = super().form(request, actor, target)
        form.fields["seen"].widget = HiddenInput()
        if entry := register.setting.get(asked(request).get("name", "")):
            form.fields["name"].widget = HiddenInput()
            form.fields["value"].label, form.fields["value"].help_text = str(entry.label), str(entry.help)
        return form

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Who leaves it is back at the setting."""
        return {"cancel_url": f"{reverse(Settings.name)}#{anchor(asked(request).get('name', ''))}"}

    def page(
        self, request: HttpRequest, actor: Actor, target: Any, form: ActionForm, *, error: str = "", **more: Any
    ) -> Any:
        """What was typed on the page of the settings is refused there, at its field."""
        name = request.POST.get("name", "")
        if request.method != "POST" or IN_PLACE not in request.POST or register.setting.get(name) is None:
            return super().page(request, actor, target, form, error=error, **more)
        typed, status = request.POST.get("value", "")[:WIDEST_VALUE], more.get("status", 422)
        problem = error or " ".join(str(sentence) for each in form.errors.values() for sentence in each)
        return Settings().refused(request, actor, name, typed, problem, status)

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        """An empty value was seen, too; a form drops what is empty."""
        given = super().arguments(form)
        return given | ({"seen": form.data["seen"]} if "seen" in form.data else {})

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The setting of the address as it is."""
        name = request.GET.get("name", "")
        return {"seen": as_text(setting(name))} if register.setting.get(name) else {}


class ResetSetting(_BackToSettings):
    """The default again."""

    action = reset_setting
    labels = {"name": _("Setting")}
