"""Words of the Inbox's templates."""

from datetime import timedelta

from django import template

from callboard.kit.when import span_text

register = template.Library()


@register.filter
def span(length: timedelta | None) -> str:
    """A length of time: ``26 min``; ``0`` where there is none."""
    return span_text(length) if length is not None else "0"
