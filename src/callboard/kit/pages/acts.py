"""ActionPage: an action as a page without script and as a dialog with it.  The form comes from the signature."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import gettext

from callboard.core import clock
from callboard.core.actions import Action, ActionError, Actor, Invalid
from callboard.core.links import url_of
from callboard.core.registry import register
from callboard.kit.fields import verb
from callboard.kit.forms import NEXT, NONCE, PREVIEW, ActionForm
from callboard.kit.hands import keeping as drafts
from callboard.kit.pages.acknowledging import acknowledged
from callboard.kit.pages.page import Page, is_part, safe_path, to_sign_in
from callboard.kit.pages.preview import Preview, preview_of
from callboard.kit.seen import record_named
from callboard.kit.tables import Text

logger = logging.getLogger("callboard.pages")

#: Pages of actions that need more than the generated form, by the action's name.
ACTION_PAGES: "dict[str, type[ActionPage]]" = {}


@dataclass(frozen=True)
class ActionView:
    """The action for its template.

    label: what is done ("Accept order").  about: the record it is done to.  has_preview: whether a dry run can be asked
    for; preview: the one that was, as HTML.  final: why it cannot be undone.
    """

    name: str
    label: Text
    about: Any = None
    icon: str = ""
    text: Text = ""
    final: Text = ""
    has_preview: bool = False
    preview: str = ""


class ActionPage(Page):
    """The page of one action.  An app writes one only where the generated form is not enough."""

    action: ClassVar[Action[..., Any]]
    template = "kit/action.html"
    #: Order of the fields; those not named follow.
    fields: ClassVar[Sequence[str]] = ()
    #: Labels that say more than the model's field.
    labels: ClassVar[dict[str, Text]] = {}
    #: What the button says, by default the verb; and a sentence above the fields.
    submit: ClassVar[Text] = ""
    text: ClassVar[Text] = ""
    #: Fields of a day that have chips beside them: +1, +3, +7.
    days: ClassVar[Sequence[str]] = ()
    #: The field whose answers the digits choose.
    digits: ClassVar[str] = ""
    #: It leads back to where it was pressed, not to what it made.
    stays: ClassVar[bool] = False
    #: The button is drawn as a warning.
    danger: ClassVar[bool] = False
    #: What the form said, once it was valid.
    given: "dict[str, Any]"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "action" in cls.__dict__:
            ACTION_PAGES[cls.action.name] = cls

    # What an app says.

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Values the form starts with; parameters of the address come on top."""
        return {}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        """The records offered for a parameter; None for all the actor sees."""
        return None

    def words(self, actor: Actor, target: Any) -> Text:  # the sentence, where it depends on the record
        return self.text

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {}

    def next_url(self, result: Any, target: Any) -> str:
        """Where it leads when it is done; "" for the usual: the new record, else where it was pressed, else the target."""
        return ""

    # What is served.

    @classmethod
    def open_to(cls, actor: Actor) -> bool:
        return cls.action.allowed(actor)

    def target(self, actor: Actor, pk: int | None) -> Any:
        """The record acted on.  Http404 when it is not visible, PermissionDenied when this actor may not act on it."""
        found = record_named(self.action.target_model, pk, actor)
        if found is not None and not self.action.allowed(actor, found):
            raise PermissionDenied
        return found

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        bound = request.method == "POST"
        names = {param.name for param in self.action.params}
        given = {name: request.GET[name] for name in names & request.GET.keys()}
        form = ActionForm(
            self.action,
            actor,
            target,
            data=request.POST if bound else None,
            files=request.FILES if bound else None,
            initial={**self.initial(request, actor, target), **given},
            choices=lambda name: self.choices(name, actor, target),
        )
        form.order_fields(list(self.fields))
        for name, label in self.labels.items():
            form.fields[name].label = str(label)
        stands = self.stands_on(request, target)
        for name in self.days:
            form.fields[name].widget.attrs |= {
                "data-next": "1 3 7",
                **({"data-from": stands.isoformat()} if stands else {}),
            }
        if self.digits:
            form.fields[self.digits].widget.attrs["data-digits"] = "1"
        return form

    def stands_on(self, request: HttpRequest, target: Any) -> date | None:
        """The day from which the chips count: where what is moved stands. None: today."""
        return None

    def get(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponse:
        target = self.target(actor, pk)
        refusal = self.action.refusal(target, clock.now(), actor) if target is not None else None
        form = self.form(request, actor, target)
        return self.page(request, actor, target, form, error=str(refusal or ""), status=409 if refusal else 200)

    def post(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponseBase:
        target = self.target(actor, pk)
        form = self.form(request, actor, target)
        actor = actor.with_key(request.POST.get(NONCE, "")[:200] or None)
        if not form.is_valid():
            form.focus_first_wrong()
            return self.page(request, actor, target, form, status=422)
        if request.POST.get(PREVIEW):
            return self._previewed(request, actor, target, form)
        try:
            self.given = self.arguments(form)
            result = self.run(actor, target, self.given)
        except Invalid as error:
            return self._refused(request, actor, target, form, error)
        except ActionError as error:
            return self.page(request, actor, target, form, error=str(error), status=error.status)
        drafts.forget(actor, self.draft_key(request))
        return acknowledged(self.done(request, actor, target, result), request)

    def draft_key(self, request: HttpRequest) -> str:
        """What a draft of this form is kept under: its address with what it was opened with."""
        names = {param.name for param in self.action.params} | {"account"}
        begun = sorted((name, request.GET[name]) for name in names & request.GET.keys())
        return (f"{request.path}?{urlencode(begun)}" if begun else request.path)[: drafts.LONGEST_KEY]

    def _refused(
        self, request: HttpRequest, actor: Actor, target: Any, form: ActionForm, error: Invalid
    ) -> HttpResponse:
        form.refuse(error)
        form.focus_first_wrong()
        return self.page(request, actor, target, form, status=422)

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        """What the action is called with; Invalid."""
        return form.arguments()

    def run(self, actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
        return run(self.action, actor, target, arguments)

    def _previewed(self, request: HttpRequest, actor: Actor, target: Any, form: ActionForm) -> HttpResponse:
        args = [target] if target is not None else []
        try:
            arguments = self.arguments(form)
        except Invalid as error:
            return self._refused(request, actor, target, form, error)
        dry = self.action.dry_run(*args, by=actor, **arguments)
        if isinstance(dry.error, Invalid):
            return self._refused(request, actor, target, form, dry.error)
        return self.page(request, actor, target, form, preview=preview_of(dry, actor.said))

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        """Say what happened, offer Undo, and lead on."""
        log = actor.ran[-1] if actor.ran and self.action.undo is not None else None
        tags = f"undo:{log}" if log is not None else ""
        said = self.action.told(target, self.given, result)
        messages.success(request, said, extra_tags=tags)
        for sentence in actor.said:
            messages.info(request, sentence)
        url = self.next_url(result, target) or self._next(request) or self.lead(request, target, result)
        if is_part(request):
            return HttpResponse(status=204, headers={"HX-Redirect": url})
        return HttpResponseRedirect(url)

    def _next(self, request: HttpRequest) -> str:
        return safe_path(request, request.POST.get(NEXT) or request.GET.get(NEXT) or "")

    def lead(self, request: HttpRequest, target: Any, result: Any) -> str:
        """Where it leads when neither `next_url` nor the address it was opened with says so."""
        if not self.stays and isinstance(result, Model) and result != target and (url := url_of(result)):
            return url
        here = safe_path(request, request.headers.get("HX-Current-URL", "")) if is_part(request) else ""
        return here or (url_of(target) if target is not None else "") or "/"

    def page(
        self,
        request: HttpRequest,
        actor: Actor,
        target: Any,
        form: ActionForm,
        *,
        error: str = "",
        preview: Preview | None = None,
        status: int = 200,
    ) -> HttpResponse:
        action, next_url = self.action, self._next(request)
        view = ActionView(
            action.name,
            self.title or verb(action),
            target,
            action.icon,
            self.words(actor, target),
            action.final or "",
            action.preview,
            render_to_string("kit/action_preview.html", {"preview": preview}) if preview else "",
        )
        context = {
            "form": form,
            "action": view,
            "target": target,
            "error": error,
            "refused": status == 409 and request.method == "GET",
            "submit": self.submit or verb(action),
            "danger": self.danger,
            "cancel_url": next_url or (url_of(target) if target is not None else "") or "/",
            "next_url": next_url,
            "nonce": form.nonce,
            "draft_key": self.draft_key(request),
            **self.context(request, actor, target),
        }
        template = "kit/dialog.html" if is_part(request) and self.template == "kit/action.html" else ""
        return self.render(request, context, template, status=status)


def run(action: Action[..., Any], actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
    """Do it.  A value no column can hold, or a record that came in between, is Invalid and no fault of the server."""
    try:
        return action(*([target] if target is not None else []), by=actor, **arguments)
    except DataError as error:
        logger.warning("%s: %s", action.name, error)
        raise Invalid(
            {"": gettext("One of the values is too long or too large to be kept. Nothing was changed.")}
        ) from error
    except IntegrityError as error:
        # Two people at once: what the action looked for was not there yet. A mistake of ours shows in the log.
        logger.exception("%s", action.name)
        raise Invalid(
            {"": gettext("The same is there already, or what it belongs to is gone. Nothing was changed; look again.")}
        ) from error


def page_of(name: str) -> type[ActionPage]:
    """The page of an action, its own or a generated one.  Http404 for an unknown name, or one that has none here."""
    action = register.actions.get(name)
    if action is None or not action.served:
        raise Http404
    found = ACTION_PAGES.get(name)
    if found is None:
        found = type("Generated", (ActionPage,), {"action": action})
    return found


def do(request: HttpRequest, name: str, pk: int | None = None) -> HttpResponseBase:
    """The view of /do/<name>/[<pk>/]."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    return page_of(name)().respond(request, pk=pk)
