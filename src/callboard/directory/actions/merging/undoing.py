"""Taking a merge apart: what it did is taken back from the last to the first, what came after stays with the kept one."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import events
from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.refs import kind_of
from callboard.core.search import index
from callboard.directory.actions.merging import parts
from callboard.directory.actions.merging.noting import take_back
from callboard.directory.models import Account, AccountOwner, Contact, Merge, MergedRow, Twins
from callboard.directory.queries import groups

IN_THE_WAY = gettext_lazy(
    "Something that came after the merge is in the way, among the {rows}. Change it first; nothing was taken back."
)


@action(
    gettext_lazy("Took merge apart"),
    said=gettext_lazy("Took {merge.gone} out of {merge.kept} again"),
    who="directory.merge",
    final=gettext_lazy("Merge them again if that was wrong."),
    icon="arrows-split",
)
def undo_merge(merge: Merge, *, by: Actor) -> Merge:
    """Put both records back as they were before the merge. What came after it stays with the kept one."""
    kept, gone = _both(merge)
    _refuse_later(merge, kept, gone)
    for row in merge.rows.order_by("-id"):
        if row.kind != AccountOwner._meta.label_lower or by.today == merge.merged_on:
            _back(row, gone.pk, kept.pk)
    merge.undone_at, merge.undone_by, merge.updated_at = by.now, by.person, by.now
    merge.save(update_fields=["undone_at", "undone_by"])
    if merge.kind == Twins.ACCOUNT:
        _refuse_circle(kept, gone)
        parts.give_owner_back(kept, by)
        events.account_merged.send(by, kept_id=kept.pk, merged_id=gone.pk)
        parts.work_out_facts([kept.pk, gone.pk])
    else:
        parts.first_addresses([kept, gone])
    title = _("{gone} was taken out of {kept} again").format(gone=gone, kept=kept)
    for record in (kept, gone):
        record.refresh_from_db()
        root = record.pk if merge.kind == Twins.ACCOUNT else record.account_id
        by.timeline(root, "directory.merge_undone", ref=record, title=title)
        by.touched(record, result=merge)
        by.changed(record)
    index.mark_followers(kind_of(kept), [kept.pk, gone.pk])
    return merge


@undo_merge.can
def _may_undo(merge: Merge, now: datetime) -> Refusal | None:
    if merge.undone_at is not None:
        return Refusal("undone", gettext_lazy("It was taken apart already."))
    closed = merge.kept.refuses() or merge.gone.refuses()
    if closed is not None:
        return Refusal(closed.code, gettext_lazy("One of them was erased: what the merge kept of them is gone."))
    return None


def _both(merge: Merge) -> tuple[Any, Any]:
    model: Any = Account if merge.kind == Twins.ACCOUNT else Contact
    pair = (merge.kept.pk, merge.gone.pk)
    rows = model.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=pair).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[pair[0]], found[pair[1]]


def _refuse_circle(kept: Any, gone: Any) -> None:
    """What belongs to what was changed since: put back, an account would be part of itself."""
    both = [kept.pk, gone.pk]
    wrong = groups.in_circle(*both, *Account.objects.filter(parent__in=both).values_list("pk", flat=True))
    if wrong:
        sentence = gettext_lazy("{account} would become part of itself. Change what it belongs to first.")
        raise Refused(Refusal("circle", sentence, account=Account.objects.get(pk=min(wrong))))


def _refuse_later(merge: Merge, kept: Any, gone: Any) -> None:
    """Merges are taken apart in the order they were stacked, the last first."""
    if kept.merged_into_id is not None:
        sentence = gettext_lazy("{kept} was itself merged into {into} since. Take that apart first.")
        raise Refused(Refusal("merged_on", sentence, kept=kept, into=kept.merged_into))


def _back(row: MergedRow, gone: int, kept: int) -> None:
    try:
        with transaction.atomic():
            take_back(row, gone, kept)
    except IntegrityError as error:
        name = apps.get_model(row.kind)._meta.verbose_name_plural
        raise Refused(Refusal("in_the_way", IN_THE_WAY, rows=name)) from error
