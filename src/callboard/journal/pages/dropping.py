"""The page mails are dropped on: one or many files, each with its own answer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import FileInput
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.actions import ActionError, Actor
from callboard.core.links import url_of
from callboard.core.refs import number_in
from callboard.directory.models import Account, Contact
from callboard.journal.actions import drop_mail
from callboard.kit.forms import NONCE, ActionForm
from callboard.kit.pages import ActionPage
from callboard.kit.tables import Text

ENDINGS = ".eml,.msg,message/rfc822,application/vnd.ms-outlook"
WORDS: dict[str, Text] = {"won": _("read"), "pend": _("here"), "over": _("not read"), "due": _("not read")}
#: More at once are told to come in several goes.
MOST = 50


class SeveralFiles(FileInput):
    """The form knows the first; the page takes them all."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.get(name) if not hasattr(files, "getlist") else next(iter(files.getlist(name)), None)


@dataclass(frozen=True)
class Answer:
    """What became of one file."""

    name: str
    said: Text
    tone: str
    url: str = ""
    log: UUID | None = None

    @property
    def word(self) -> Text:
        return WORDS[self.tone]


class DropMail(ActionPage):
    action = drop_mail
    title = _("Drop a mail")
    submit = _("Read it")
    template = "journal/drop.html"
    fields = ("file", "account", "contact")
    labels = {"file": _("Mails as files (.eml, or .msg of Outlook)")}
    text = _(
        "Each mail becomes a draft of yours: out where one of us wrote it, in where the customer did. It waits for your note."
    )

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        found = super().form(request, actor, target)
        found.fields["file"].widget = SeveralFiles(attrs={"accept": ENDINGS, "class": "form-control"})
        return found

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {
            "contact": number_in(request.GET.get("contact", "")),
            "account": number_in(request.GET.get("account", "")),
        }

    def post(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponseBase:
        """One file is an action like any other; of several each is done by itself and answered by itself."""
        files = request.FILES.getlist("file")
        if len(files) < 2:
            return super().post(request, actor, pk, **kwargs)
        form = self.form(request, actor, None)
        if not form.is_valid():
            return self.page(request, actor, None, form, status=422)
        given = self.arguments(form)
        key = request.POST.get(NONCE, "")[:180]
        answers = [
            self._one(actor.with_key(f"{key}:{at}" if key else None), given, file)
            for at, file in enumerate(files[:MOST])
        ]
        answers += [
            Answer(file.name or "", _("Not read: at most {n} at once.").format(n=MOST), "due") for file in files[MOST:]
        ]
        self.answers = answers
        if undoes := " ".join(f"undo:{answer.log}" for answer in answers if answer.log):
            messages.success(request, self.head(), extra_tags=undoes)
        return self.page(request, actor, None, self.form(_as_get(request), actor, None))

    answers: "list[Answer]" = []

    def _one(self, actor: Actor, given: dict[str, Any], file: Any) -> Answer:
        name = str(file.name or "")
        try:
            draft = self.run(actor, None, {**given, "file": file})
        except ActionError as error:
            return Answer(name, str(error), "pend" if error.code == "here" else "over")
        where = draft.account or draft.name or draft.address
        said = _("Read: “{subject}”, {where}") if where else _("Read: “{subject}”")
        return Answer(name, str(said).format(subject=draft, where=where), "won", url_of(draft), actor.ran[-1])

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        back = self._back(request)
        return {
            "answers": self.answers,
            "head": self.head(),
            "back": back,
        }

    def head(self) -> str:
        """How many of them were read."""
        read = sum(answer.tone == "won" for answer in self.answers)
        return ngettext("{n} of {all} read", "{n} of {all} read", read).format(n=read, all=len(self.answers))

    def _back(self, request: HttpRequest) -> Any:
        """The account or person it was dropped on."""
        for model, name in ((Contact, "contact"), (Account, "account")):
            if (pk := number_in(request.POST.get(name) or request.GET.get(name, ""))) is not None:
                return model.objects.filter(pk=pk).first()
        return None


def _as_get(request: HttpRequest) -> HttpRequest:
    """The form empty again, for the next files."""
    request.method = "GET"
    return request
