"""The step of the first hour that says where people open Callboard: links in mails lead there."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.company import public
from callboard.core.registry import SetupStep, Tested, register
from callboard.team.queries.settings import opens_nowhere_else
from callboard.team.rules.settings import only_here
from callboard.team.setup import setting_url, stored, values

ADDRESS = "company.address"
PATIENCE_S = 4.0


def _address(found: Mapping[str, Any]) -> str:
    (own,) = values(found["set"], ADDRESS)
    return str(own or settings.PUBLIC_URL)


def _done(found: Mapping[str, Any]) -> str:
    address = _address(found)
    return "" if only_here(address) else address


def _lacks(found: Mapping[str, Any]) -> str:
    return opens_nowhere_else(_address(found))


def _test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """Whether a Callboard answers where the links of mails lead."""
    address = public()
    if wrong := opens_nowhere_else(address):
        return Tested(wrong, good=False)
    if address.startswith("https:") and not settings.SECURE_COOKIES:
        sentence = said("Behind https Callboard has to know its address when it starts: CALLBOARD_URL={address}")
        return Tested(sentence.format(address=address), good=False)
    if fault := _fault(address):
        sentence = said("Nothing of ours answers at {address}: {why}")
        return Tested(sentence.format(address=address, why=fault), good=False)
    return Tested(said("Callboard answers at {address}. Open it on another computer, too.").format(address=address))


def _fault(address: str) -> str:
    """Why no Callboard answers there; "" where one does."""
    try:
        with urllib.request.urlopen(f"{address}/health/", timeout=PATIENCE_S) as answer:
            known = json.loads(answer.read(1000))
    except urllib.error.HTTPError as fault:
        if fault.code == 400:
            return said("this name is not served. Start with CALLBOARD_HOSTS=the names people open, with commas.")
        return f"HTTP {fault.code}"
    except (OSError, ValueError) as fault:
        return str(getattr(fault, "reason", "") or fault)[:200]
    return "" if isinstance(known, dict) and "migrations" in known else said("another program answers.")


register.setup_step.add(
    SetupStep(
        "address",
        _("The address people open"),
        _("Links in invitations and other mails begin with it. If only you work here, on this computer: skip it."),
        "link",
        45,
        "team.manage",
        setting_url(ADDRESS),
        _("Say it"),
        lambda: {"set": stored(ADDRESS)},
        _done,
        _test,
        _("Can it be opened?"),
        lacks=_lacks,
    )
)
