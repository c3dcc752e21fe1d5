"""A cell that becomes the field of its edit action.

``?cell=7.tier`` on a list gives the field; posted there, the action runs with that one parameter, based on the value the
person saw.  When somebody else changed it meanwhile, both values are shown and the person chooses.  The action's own page
stays the way without script.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actions import Action, ActionError, Actor, Conflict, File, Invalid, Param
from callboard.core.models import Log
from callboard.core.refs import kind_of, number_in
from callboard.kit.fields import label_of
from callboard.kit.filtering import first
from callboard.kit.forms import BASED_ON, NONCE, ActionForm, is_edit
from callboard.kit.listing import aligning
from callboard.kit.listing.address import Query
from callboard.kit.pages.acts import page_of, run
from callboard.kit.tables import Table, field_of

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage

Edit = tuple[Action[..., Any], Param]


def editable(page: "ListPage", table: Table, actor: Actor) -> Mapping[str, Edit]:
    """The columns whose cells can be edited, each with its action and parameter."""
    found: dict[str, Edit] = {}
    for action in page.edits:
        if action.target_model is not page.model or not allows(actor, action.who):
            continue
        given = {param.name: param for param in action.params if _fits(action, param)}
        for column in table.all:
            name = column.key if callable(column.value) else column.path
            if name in given and column.key not in found:
                found[column.key] = (action, given[name])
    return found


def _fits(action: Action[..., Any], param: Param) -> bool:
    """A field of the record, of an action that needs to be told nothing else than what the record has."""
    return _is_field(action, param) and param.type is not File and (is_edit(action) or _partial(action, param))


def _is_field(action: Action[..., Any], param: Param) -> bool:
    model = action.target_model
    return model is not None and not param.many and field_of(model, param.name) is not None


def _partial(action: Action[..., Any], param: Param) -> bool:
    """Whether what is not given stays: every other parameter is None by default, or no field of the record."""
    others = (each for each in action.params if each is not param)
    return all(not each.required and (each.default is None or not _is_field(action, each)) for each in others)


def _given(action: Action[..., Any], param: Param, row: Any, form: ActionForm) -> dict[str, Any]:
    """The arguments: the one that was typed, and where the action wants all of them the others as the record has them."""
    given = form.arguments()
    if _partial(action, param):
        return given
    others = {each.name: getattr(row, each.name) for each in action.params if each is not param}
    based_on = {**others, **given.pop("_based_on", {})}
    return {**others, **given, "_based_on": based_on}


def show(page: "ListPage", request: HttpRequest, actor: Actor, seen: "Seen", query: Query) -> HttpResponse:
    """The field of a cell."""
    row, key, (action, param) = _asked(page, actor, seen, query)
    refusal = action.refusal(row, clock.now(), actor)
    if refusal is not None:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return _field(request, _form(action, param, actor, row), row, key)


def save(page: "ListPage", request: HttpRequest, actor: Actor, seen: "Seen", query: Query) -> HttpResponse:
    """The row as it is now, and a toast; the field again where something is wrong or somebody came in between."""
    row, key, (action, param) = _asked(page, actor, seen, query)
    form = _form(action, param, actor, row, request)
    actor = actor.with_key(request.POST.get(NONCE, "")[:200] or None)
    if not form.is_valid():
        return _field(request, form, row, key, status=422)
    try:
        run(action, actor, row, _given(action, param, row, form))
    except Invalid as error:
        form.refuse(error)
        return _field(request, form, row, key, status=422)
    except Conflict:
        return _both(page, request, actor, seen, query, form)
    except ActionError as error:
        return HttpResponse(str(error), status=error.status, content_type="text/plain; charset=utf-8")
    fresh = _row(page, actor, seen, row.pk)
    context = {
        "row": aligning.in_row(page.row(fresh, seen.shape.table), aligning.named(query)),
        "edits": frozenset(editable(page, seen.shape.table, actor)),
        "text": str(action.label),
        "undo_url": reverse("undo", args=[actor.ran[-1]]) if actor.ran and action.undo is not None else "",
    }
    return HttpResponse(render_to_string("kit/listing/cell_saved.html", context, request))


def _asked(page: "ListPage", actor: Actor, seen: "Seen", query: Query) -> tuple[Any, str, Edit]:
    """The row, the column's key and its edit.  404 for what is not there, 403 for what this person may not change."""
    number, _dot, key = first(query, "cell").partition(".")
    edit = editable(page, seen.shape.table, actor).get(key)
    if edit is None:
        raise Http404
    row = _row(page, actor, seen, number_in(number) or 0)
    if not edit[0].allowed(actor, row):
        raise PermissionDenied
    return row, key, edit


def _row(page: "ListPage", actor: Actor, seen: "Seen", pk: int) -> Any:
    found = seen.shape.table.plan(page.queryset(actor)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _form(
    action: Action[..., Any], param: Param, actor: Actor, row: Any, request: HttpRequest | None = None
) -> ActionForm:
    its_page = page_of(action.name)()
    form = ActionForm(
        action,
        actor,
        row,
        data=request.POST if request is not None else None,
        choices=lambda name: its_page.choices(name, actor, row),
        only=param.name,
    )
    form.fields[param.name].widget.attrs["aria-label"] = _("{field} of {record}").format(
        field=its_page.labels.get(param.name) or label_of(action, param), record=row
    )
    return form


def _field(request: HttpRequest, form: ActionForm, row: Any, key: str, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "bound": next(iter(form)), "key": key, "row": row, "url": request.get_full_path(), **more}
    return HttpResponse(render_to_string("kit/listing/cell.html", context, request), status=status)


def _both(
    page: "ListPage", request: HttpRequest, actor: Actor, seen: "Seen", query: Query, form: ActionForm
) -> HttpResponse:
    """Both values: the person's in the field, the other's beside it.  Saving again means: over theirs."""
    row, key, (_action, param) = _asked(page, actor, seen, query)
    form.data, form.target = {**dict(form.data.items()), BASED_ON: ""}, row
    last = (
        Log.objects.filter(target_kind=kind_of(row), target_id=row.pk).select_related("person").order_by("-at").first()
    )
    shown = getattr(row, f"get_{param.name}_display", None)
    theirs = shown() if shown else getattr(row, param.name)
    who = str(last.person) if last is not None and last.person is not None else _("Somebody")
    return _field(request, form, row, key, status=409, theirs=theirs if theirs not in (None, "") else "–", who=who)
