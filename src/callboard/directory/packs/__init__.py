"""Packs: the fields, lists and words of one line of business. A file each; what it brings can be taken away again.

A pack is a JSON file beside this one: `label`, `about`, `fields` (noun, name, label, kind, options, help), `categories`
(names relations can be about), `settings` (by name), `glossary` (term, meaning).
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent


class Pack(models.TextChoices):
    INSURANCE = "insurance_agencies", _("Insurance agencies")


@cache
def read(pack: str) -> dict[str, Any]:
    """What the pack brings. ValueError for an unknown one."""
    found: dict[str, Any] = json.loads((FOLDER / f"{Pack(pack).value}.json").read_text(encoding="utf-8"))
    return found
