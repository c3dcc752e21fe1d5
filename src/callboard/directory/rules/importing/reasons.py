"""Why a row is asked, refused or left alone: a code and its values, said in the language of whoever reads it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "bad_cells": _("{cells}"),
    "no_account": _("The row names no account."),
    "no_person": _("The row names nobody: a name or a mail address is missing."),
    "no_employer": _("The row does not say which account the person belongs to."),
    "unknown_number": _("No account of ours has the number {number}."),
    "unknown_id": _("The record this row came from is no longer there."),
    "unknown_parent": _("No account is called “{name}” (part of). Bring it in first."),
    "several_parents": _("Several accounts are called “{name}” (part of). Write its number."),
    "circle": _("“{name}” is itself part of this account."),
    "same_domain": _(
        "{name} has the same mail domain, {domain}, but another name or town. Two locations of one network?"
    ),
    "network": _("{name} is part of a network. Is this row that location, or another one?"),
    "same_name": _("{name} is called the same."),
    "like_name": _("{name} is called nearly the same."),
    "same_phone": _("{name} has the same number."),
    "several": _("Several accounts fit this row."),
    "elsewhere": _("{name} is at {account} in our records. Did they move?"),
    "same_person": _("There is a {name} at this account already, with another address."),
    "changed_both": _("{fields}: changed here as well since the export."),
    "known": _("It is there already, and this import changes nothing that is there."),
    "unchanged": _("Everything the row says is there already."),
    "same_row": _("The same as row {row}."),
    "row_domain": _(
        "Row {row} has the same mail domain, {domain}, but another name or town. Two locations of one network?"
    ),
    "waits_row": _("It belongs to row {row}, which waits for an answer."),
    "left": _("Taken without this: {cells}"),
    "archived": _("{name} is archived."),
    "meanwhile": _("Somebody added or changed it after the rows were looked at. {why}"),
}


#: What rows that are asked for one reason have in common, in the order of what is likeliest the same record.
HEADINGS = [
    ("same_name", _("Called the same")),
    ("like_name", _("Called nearly the same")),
    ("same_phone", _("The same number")),
    ("same_domain", _("The same mail domain, another name or town")),
    ("row_domain", _("The same mail domain as an earlier row")),
    ("network", _("Part of a network")),
    ("same_person", _("The same person, another address")),
    ("elsewhere", _("A person of another account")),
    ("archived", _("Archived")),
    ("changed_both", _("Changed in the file and here")),
    ("meanwhile", _("Added or changed since the rows were looked at")),
    ("several", _("Several accounts fit")),
    ("waits_row", _("Waits for another row")),
]


def heading(code: str) -> str:
    return str(dict(HEADINGS).get(code, code))


def sentence(code: str, values: dict[str, Any]) -> str:
    """The reason in words; "" for no reason."""
    found = SENTENCES.get(code)
    return str(found).format_map(_Blank(values)) if found else ""


def left_out(plan: dict[str, Any]) -> str:
    """The cells a row is taken without, each with its sentence; "" for none."""
    cells = " ".join(plan.get("left", {}).values())
    return sentence("left", {"cells": cells}) if cells else ""


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
