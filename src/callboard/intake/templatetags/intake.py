"""Words and addresses of the Inbox's templates."""

from datetime import timedelta

from django import template
from django.urls import NoReverseMatch, reverse

from callboard.channels.models import Attachment
from callboard.kit.when import span_text

register = template.Library()


@register.filter
def span(length: timedelta | None) -> str:
    """A length of time: ``26 min``; ``0`` where there is none."""
    return span_text(length) if length is not None else "0"


@register.simple_tag
def file_link(attachment: Attachment) -> str:
    """Where the file is served, or "" where channels serves none."""
    try:
        return reverse("attachment", args=[attachment.pk])
    except NoReverseMatch:
        return ""
