"""The two verbs that join: everything of the gone record comes to the kept one, and each row is written down."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import events
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.refs import kind_of
from callboard.core.search import index
from callboard.directory.actions.merging import parts
from callboard.directory.actions.merging.moving import move_everything
from callboard.directory.actions.merging.noting import Notes
from callboard.directory.models import Account, Contact, Merge, Twins
from callboard.directory.queries import groups, merging


@action(
    gettext_lazy("Merged accounts"),
    said=gettext_lazy("Merged {gone} into {keep}"),
    who="directory.merge",
    undo="directory.undo_merge",
    roots=lambda given: {given["keep"].pk, given["gone"].pk},
    icon="arrows-join",
    merges=True,
)
def merge_accounts(*, by: Actor, keep: Account, gone: Account, take: str = "") -> Merge:
    """Join two accounts: everything of `gone` (people, orders, notes, mail, subscriptions with their MRR) comes to `keep`.

    take: the fields whose value comes from `gone`, with commas between; the others stay as `keep` has them. The gone
    account is put away, its page and number lead to the kept one, and the merge can be taken apart at any time.
    """
    keep, gone = _as_now(Account, keep, gone)
    _refuse(keep, gone, keep.merged_into, gone.merged_into)
    if merging.is_above(gone, keep):
        raise Refused(
            Refusal(
                "between",
                gettext_lazy("{keep} is part of an account that is part of {gone}. Change what it belongs to first."),
                keep=keep,
                gone=gone,
            )
        )
    merge = _begun(Twins.ACCOUNT, keep, gone, by)
    notes = Notes(merge)
    parts.join_fields(notes, keep, gone, take, by)
    move_everything(notes, keep, gone, root=True)
    if groups.in_circle(keep.pk):
        raise Invalid({"take": _("{keep} would become part of itself. Leave what it belongs to.").format(keep=keep)})
    parts.settle_pairs(notes, Twins.ACCOUNT, keep, gone, by)
    _put_away(notes, gone, keep, by, archived_at=gone.archived_at or by.now)
    events.account_merged.send(by, kept_id=keep.pk, merged_id=gone.pk)
    parts.work_out_facts([keep.pk, gone.pk])
    _tell(merge, keep, gone, keep.pk, by)
    return merge


@action(
    gettext_lazy("Merged contacts"),
    said=gettext_lazy("Merged {gone} into {keep}"),
    who="directory.merge",
    undo="directory.undo_merge",
    roots=lambda given: {given["keep"].account_id, given["gone"].account_id},
    icon="arrows-join",
)
def merge_contacts(*, by: Actor, keep: Contact, gone: Contact, take: str = "") -> Merge:
    """Join two contacts: addresses, numbers, notes, mail and orders of `gone` come to `keep`, who stays where they work.

    take: the fields whose value comes from `gone`, with commas between. The merge can be taken apart at any time.
    """
    keep, gone = _as_now(Contact, keep, gone)
    by.run.require_roots({keep.account_id, gone.account_id})
    _refuse(keep, gone, keep.merged_into, gone.merged_into)
    merge = _begun(Twins.CONTACT, keep, gone, by)
    notes = Notes(merge)
    parts.join_fields(notes, keep, gone, take, by)
    move_everything(notes, keep, gone, root=False)
    parts.first_addresses([keep])
    parts.settle_pairs(notes, Twins.CONTACT, keep, gone, by)
    _put_away(notes, gone, keep, by, left_on=gone.left_on or by.today)
    _tell(merge, keep, gone, keep.account_id, by)
    return merge


def _as_now(model: Any, keep: Any, gone: Any) -> tuple[Any, Any]:
    """Both as they are now, held until the merge is done. Whoever came first is seen."""
    if keep.pk == gone.pk:
        raise Invalid({"gone": _("That is the same record. Choose another one.")})
    rows = model.objects.select_for_update(of=("self",), no_key=True).select_related("merged_into")
    found = {row.pk: row for row in rows.filter(pk__in=[keep.pk, gone.pk]).order_by("pk")}
    return found[keep.pk], found[gone.pk]


def _refuse(keep: Any, gone: Any, keep_into: Any, gone_into: Any) -> None:
    sentence = gettext_lazy("{record} was merged into {into} already.")
    for record, into in ((keep, keep_into), (gone, gone_into)):
        if into is not None:
            raise Refused(Refusal("merged", sentence, record=record, into=into))


def _begun(kind: Twins, keep: Any, gone: Any, by: Actor) -> Merge:
    return Merge.objects.create(
        kind=kind, by_person=by.person, merged_at=by.now, merged_on=by.today, created_at=by.now, updated_at=by.now,
        **{f"kept_{kind}": keep, f"gone_{kind}": gone},
    )  # fmt: skip


def _put_away(notes: Notes, gone: Any, keep: Any, by: Actor, **values: Any) -> None:
    for name, value in (values | {"merged_into": keep, "updated_at": by.now}).items():
        setattr(gone, name, value)
    notes.change(type(gone), [gone.pk], lambda: gone.save(update_fields=[*values, "merged_into"]))


def _tell(merge: Merge, keep: Any, gone: Any, root: int, by: Actor) -> None:
    title = _("{gone} was merged into {keep}").format(gone=gone, keep=keep)
    by.timeline(root, "directory.merged", ref=keep, title=title)
    for record in (keep, gone):
        by.touched(record, result=merge)
        by.changed(record)
    index.mark_followers(kind_of(keep), [keep.pk, gone.pk])
