"""What is pressed and filled in: buttons, offered actions, fields."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from markupsafe import escape

from callboard.core import clock
from callboard.kit.pieces.atoms import icon_or_nothing, kbd, known

register = template.Library()


def _day(number: int, stands: str) -> tuple[int, str, str]:
    """A chip beside a date: how many days, the working day that gives, and both as said. stands: the day of what is moved,
    which moves by days of the calendar; "" counts from today."""
    on = date.fromisoformat(stands) + timedelta(days=number) if stands else _workday(number)
    day = date_format(on, "D, N j")
    if stands:
        said = ngettext("{n} day later, {day}", "{n} days later, {day}", number)
    elif number > clock.DAYS_OF_WORK:
        said = ngettext("{n} day from today, {day}", "{n} days from today, {day}", number)
    else:
        said = ngettext("{n} day of work from today, {day}", "{n} days of work from today, {day}", number)
    return number, on.isoformat(), said.format(n=number, day=day)


def _workday(number: int) -> date:
    return clock.workday_after(clock.business_day(clock.now()), number)


@register.simple_tag
def button(
    label: str,
    *,
    url: str = "",
    icon: str = "",
    key: str = "",
    kind: str = "",
    size: str = "",
    name: str = "",
    value: str = "",
    refusal: str = "",
    dialog: bool = False,
    only_icon: bool = False,
    submit: bool = False,
    form: str = "",
    opens: str = "",
    css: str = "",
) -> SafeString:
    """A button, or a link that looks like one when it has a ``url``.

    kind: primary (one a pane), ghost, warn.  size: s, l.  key: the single key that presses it, shown beside the label.
    refusal: the sentence why it cannot be pressed now; it stays reachable and says so.
    dialog: open the action of ``url`` beside the page instead of leaving it.  opens: id of a popover.
    submit: it sends its form (``form``: the form's id when it stands outside), with ``name`` and ``value``.
    """
    kinds = {"": "", "primary": "btn-primary", "ghost": "btn-ghost", "warn": "btn-warn"}
    sizes = {"": "", "s": "btn-s", "l": "btn-l"}
    shape = [
        "btn",
        kinds[known(kind, kinds, "Kind")],
        sizes[known(size, sizes, "Size")],
        "btn-i" if only_icon else "",
        css,
    ]
    if refusal:
        shape.append("disabled")
    tag, attributes = "button", {"class": " ".join(filter(None, shape))}
    if url and not refusal:
        tag, attributes = "a", attributes | {"href": url} | (DIALOG if dialog else {})
    else:
        attributes |= _of_button(refusal, name=name, value=value, form=form, opens=opens, submit=submit)
    if key:
        attributes |= {"data-key": key, "aria-keyshortcuts": key}
    if only_icon:
        attributes |= {"aria-label": label} | ({} if refusal else {"title": label})
    words = [icon_or_nothing(icon), "" if only_icon else f"<span>{escape(label)}</span>"]
    words += [f'<span class="vh">{escape(refusal)}</span>'] if refusal else []
    words += [kbd(key)] if key and not only_icon else []
    drawn = "".join(f' {each}="{escape(given)}"' if given else f" {each}" for each, given in attributes.items())
    return SafeString(f"<{tag}{drawn}>{''.join(words)}</{tag}>")


DIALOG = {"data-dialog": "", "aria-haspopup": "dialog"}


def _of_button(refusal: str, *, name: str, value: str, form: str, opens: str, submit: bool) -> dict[str, str]:
    """The attributes of what is pressed and is no link; refused it stays reachable, does nothing and says why."""
    found = {"type": "submit" if submit and not refusal else "button"}
    if name:
        found |= {"name": name, "value": value}
    if form:
        found["form"] = form
    if opens and not refusal:
        found |= {"popovertarget": opens, "aria-haspopup": "true"}
    if refusal:
        found |= {"aria-disabled": "true", "data-refusal": refusal, "title": refusal}
    return found


def part(thing: Any, name: str, default: Any = "") -> Any:
    """A named part of a mapping or an object; ``default`` when it has none or it is None."""
    found = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return default if found is None else found


@register.simple_tag
def act(offer: Any, *, kind: str = "", size: str = "", dialog: bool = True) -> SafeString:
    """The button of an offered action: anything with label, url and perhaps icon, key, refusal, kind, dialog."""
    drawn: SafeString = button(
        str(part(offer, "label")),
        url=str(part(offer, "url")),
        icon=str(part(offer, "icon")),
        key=str(part(offer, "key")),
        refusal=str(part(offer, "refusal")),
        kind=kind or str(part(offer, "kind")),
        size=size,
        dialog=bool(part(offer, "dialog", dialog)),
    )
    return drawn


@register.inclusion_tag("kit/ui/field.html")
def field(bound: BoundField, *, wide: bool = False, focus: bool = False, unit: str = "") -> dict[str, Any]:
    """A field of a form: label above, help, the error beside it.  wide: both columns.  focus: it has the cursor on arrival."""
    widget = bound.field.widget
    many = isinstance(widget, (RadioSelect, CheckboxSelectMultiple))
    one_check = isinstance(widget, CheckboxInput)
    shape = "form-check-input" if many or one_check else "form-select" if isinstance(widget, Select) else "form-control"
    if bound.errors and not (many or one_check):
        shape += " is-invalid"
    widget.attrs["class"] = " ".join(filter(None, (widget.attrs.get("class"), shape)))
    if focus:
        widget.attrs["autofocus"] = True
    return {
        "bound": bound, "many": many, "check": one_check, "wide": wide, "unit": unit,
        "optional": _may_be_empty(bound), "options": list(bound) if many else [],
        "days": [_day(int(n), widget.attrs.get("data-from", "")) for n in str(widget.attrs.get("data-next", "")).split()],
        "digits": "data-digits" in widget.attrs,
    }  # fmt: skip


def _may_be_empty(bound: BoundField) -> bool:
    """Whether the word "optional" is true: not of a box to tick, nor of a choice without an empty answer."""
    widget = bound.field.widget
    if bound.field.required or isinstance(widget, CheckboxInput | FileInput):
        return False
    if not isinstance(widget, Select) or widget.allow_multiple_selected:
        return True
    return any(value in ("", None) for value, _label in widget.choices)


@register.simple_tag
def cell_field(bound: BoundField) -> SafeString:
    """The bare input of a field, for a cell of a table: named by its aria-label, no label above."""
    widget = bound.field.widget
    shape = (
        "form-check-input"
        if isinstance(widget, CheckboxInput)
        else "form-select"
        if isinstance(widget, Select)
        else "form-control"
    )
    widget.attrs["class"] = f"{shape} is-invalid" if bound.errors and shape != "form-check-input" else shape
    return SafeString(str(bound))
