"""Addresses of pages, records and actions, at a tenth of the cost of `reverse`: a page has a hundred of them."""

from functools import cache
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from callboard.core.actions import Action


def page_url(name: str) -> str:
    """The address of a page without parameters; "" where there is none."""
    return _page(name, settings.ROOT_URLCONF)


def record_url(name: str, pk: int) -> str:
    """reverse(name, args=[pk])."""
    before, after = _around((name,), settings.ROOT_URLCONF)
    return f"{before}{pk}{after}"


def action_url(action: Action[..., Any], target: Any = None) -> str:
    """Where an action is done: /do/orders.accept_order/7/."""
    if target is None:
        return _do(action.name, settings.ROOT_URLCONF)
    before, after = _around(("do", action.name), settings.ROOT_URLCONF)
    return f"{before}{target.pk}{after}"


@cache
def _page(name: str, urlconf: str) -> str:
    try:
        return reverse(name, urlconf=urlconf)
    except NoReverseMatch:
        return ""


@cache
def _do(name: str, urlconf: str) -> str:
    return reverse("do", urlconf=urlconf, args=[name])


@cache
def _around(name: tuple[str, ...], urlconf: str) -> tuple[str, str]:
    """What stands before and after the number."""
    before, _zero, after = reverse(name[0], urlconf=urlconf, args=[*name[1:], 0]).rpartition("0")
    return before, after
