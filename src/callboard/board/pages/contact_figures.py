"""The figures of the contact report and its rows of people, as they are shown."""

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.board.pages.drawing import dollars
from callboard.board.queries.contact.shapes import Chosen, Rep, Report, Sums
from callboard.board.rules.cadence import RULED, Standing
from callboard.core.actions import Actor
from callboard.kit.tables import Column

ZERO = Decimal(0)


def accounts_url(chosen: Chosen, standing: str, **more: Any) -> str:
    """The accounts of a number."""
    return f"{reverse('contact-accounts')}?{urlencode({'standing': standing, **chosen.as_query(), **more})}"


def figs(report: Report, chosen: Chosen) -> list[dict[str, Any]]:
    whole = report.whole
    percent = {True: "{n}%", False: "–"}
    by_mrr, by_count = whole.coverage_mrr, whole.coverage
    return [
        {
            "label": _("Overdue MRR"), "value": dollars(whole.overdue_mrr), "tone": "over" if whole.overdue else "",
            "note": ngettext("{n} account", "{n} accounts", whole.overdue).format(n=grouped(whole.overdue)),
            "url": accounts_url(chosen, Standing.OVERDUE),
        },
        {
            "label": _("In time, by MRR"), "value": percent[by_mrr is not None].format(n=by_mrr),
            "note": said("by count {n}: {some} of {all} with a cadence").format(
                n=percent[by_count is not None].format(n=by_count),
                some=grouped(whole.accounts[Standing.IN_TIME]), all=grouped(whole.ruled),
            ),
            "url": accounts_url(chosen, Standing.IN_TIME),
        },
        {
            "label": _("A call is planned"), "value": grouped(whole.accounts[Standing.PLANNED]),
            "note": said("past their day, not counted as in time"), "url": accounts_url(chosen, Standing.PLANNED),
        },
        {
            "label": _("No cadence"), "value": grouped(whole.accounts[Standing.NO_TIER] + whole.accounts[Standing.NO_RULE]),
            "note": said("{n} without a tier").format(n=grouped(whole.accounts[Standing.NO_TIER])),
            "url": accounts_url(chosen, f"{Standing.NO_TIER},{Standing.NO_RULE}"),
        },
    ]  # fmt: skip


def grouped(number: int) -> str:
    return str(formats.number_format(number, use_l10n=True, force_grouping=True))


def counted_of(whole: Sums) -> list[tuple[str, str]]:
    """What the shares are counted of, as (words, accounts and MRR)."""
    parts = ((str(each.label), (each,)) for each in (Standing.IN_TIME, Standing.PLANNED, Standing.OVERDUE))
    named: list[tuple[str, tuple[Standing, ...]]] = [
        *parts,
        (said("Together: what the percent is of"), RULED),
        (said("In neither: no tier"), (Standing.NO_TIER,)),
        (said("In neither: no cadence for its tier"), (Standing.NO_RULE,)),
    ]
    return [
        (
            words,
            f"{grouped(sum(whole.accounts[each] for each in some))} · {dollars(sum((whole.mrr[each] for each in some), ZERO))}",
        )
        for words, some in named
    ]


def name_of(rep: Rep) -> str:
    """A person of the table; who left is marked."""
    return said("{name} (left)").format(name=rep.name) if rep.left else rep.name


def rep_row(rep: Rep, chosen: Chosen, actor: Actor) -> dict[str, Any]:
    """A row of the table with what its numbers open."""
    days = {"at_from": chosen.span.first, "at_to": chosen.span.last, "person": rep.pk}
    base = reverse("interactions")
    kinds = {"calls": "call", "mails": "mail", "meetings": "meeting,demo,visit"}
    missing = {"rep": rep.pk, "from": chosen.span.first, "to": chosen.span.last}
    return {
        "rep": rep,
        "name": name_of(rep),
        "taken": _taken(rep),
        "me": rep.pk == actor.person_id,
        "urls": {name: f"{base}?{urlencode({**days, 'kind': kind})}" for name, kind in kinds.items()},
        "all_url": f"{base}?{urlencode(days)}" if rep.pk else "",
        "overdue_url": accounts_url(chosen, Standing.OVERDUE, owner=rep.pk or "none"),
        "missing_url": f"{reverse('contact-unwritten')}?{urlencode(missing)}",
        "heavy": bool(rep.middle and rep.load >= 1.5 * rep.middle),
    }


def _taken(rep: Rep) -> str:
    if rep.taken is None:
        return ""
    n, since = rep.taken
    text = ngettext("{n} account theirs since {day}", "{n} accounts theirs since {day}", n)
    return text.format(n=grouped(n), day=formats.date_format(since, "M j"))


REP_COLUMNS = (
    Column("name", _("Rep"), value=name_of),
    Column("overdue", _("Overdue"), kind="number", value=lambda rep: rep.sums.overdue),
    Column("overdue_mrr", _("MRR overdue"), kind="money", value=lambda rep: rep.sums.overdue_mrr),
    Column("coverage", _("In time, %"), kind="number", value=lambda rep: rep.sums.coverage),
    Column("coverage_mrr", _("In time by MRR, %"), kind="number", value=lambda rep: rep.sums.coverage_mrr),
    Column("calls", _("Calls"), kind="number", value=lambda rep: rep.done["calls"]),
    Column("mails", _("Mails"), kind="number", value=lambda rep: rep.done["mails"]),
    Column("meetings", _("Meetings"), kind="number", value=lambda rep: rep.done["meetings"]),
    Column("conversations", _("Conversations"), kind="number", value=lambda rep: rep.done["conversations"]),
    Column("connect", _("Connect rate, %"), kind="number", value=lambda rep: rep.connect),
    Column("seen", _("Seen"), kind="number", value=lambda rep: rep.done["seen"]),
    Column("written", _("Written up"), kind="number", value=lambda rep: rep.done["written"]),
    Column("lag", _("Hours to the note"), kind="number", value=lambda rep: rep.lag_hours),
    Column("score", _("Note score"), kind="number", value=lambda rep: rep.score),
    Column("load", _("Open tasks"), kind="number", value=lambda rep: rep.load),
)
