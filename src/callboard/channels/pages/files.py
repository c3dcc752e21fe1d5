"""Files of messages: attachments and raw mails to download, HTML to look at where it can do nothing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from callboard.channels.models import Attachment, Message
from callboard.channels.reading.sanitising import sanitised
from callboard.core import files
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.kit.downloads import download, locked
from callboard.kit.pages import Page

HEAD = '<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{title}</title></head><body>'


def message_of(actor: Actor, pk: int) -> Message:
    """The message, where this actor may see it; else Http404."""
    found = visible(Message.objects.all(), actor).filter(pk=pk).first() if pk <= BIGGEST else None
    if found is None:
        raise Http404
    return found


class AttachmentFile(Page):
    """One file of a message."""

    model = Attachment
    url = "attachments/<int:pk>/"
    name = "attachment"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = Attachment.objects.filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        message_of(actor, found.message_id)
        return download(found.sha, found.name)


class MessageRaw(Page):
    """The mail as it came, byte for byte."""

    model = Message
    url = "messages/<int:pk>/raw/"
    name = "message-raw"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = message_of(actor, pk)
        return download(found.raw_sha, f"message-{found.pk}.eml")


class MessageHtml(Page):
    """The HTML of a mail, sanitised, on its own address with its own policy; shown in a frame."""

    model = Message
    url = "messages/<int:pk>/html/"
    name = "message-html"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = message_of(actor, pk)
        try:
            source = files.load(found.html_sha).decode("utf-8", "replace")
        except (OSError, ValueError):
            raise Http404 from None
        response = HttpResponse(HEAD.format(title=_("Mail")) + sanitised(source) + "</body></html>")
        response["X-Frame-Options"] = "SAMEORIGIN"
        return locked(response)
