"""Words people put on accounts and contacts, as they like."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, action
from callboard.directory.models import Account, Contact

MOST = 20


@action(
    gettext_lazy("Tagged account"),
    said=gettext_lazy("Tagged {account} “{tag}”"),
    who="directory.edit",
    undo="directory.untag_account",
    icon="tag",
)
def tag_account(account: Account, *, by: Actor, tag: str) -> Account:
    """Put a word on an account; there already is fine."""
    _tag(account, tag, by)
    return account


@action(
    gettext_lazy("Took tag off"),
    said=gettext_lazy("Took “{tag}” off {account}"),
    who="directory.edit",
    undo="directory.tag_account",
    icon="x",
)
def untag_account(account: Account, *, by: Actor, tag: str) -> Account:
    """Take a word off an account."""
    _untag(account, tag, by)
    return account


@action(
    gettext_lazy("Tagged contact"),
    said=gettext_lazy("Tagged {contact} “{tag}”"),
    who="directory.edit",
    undo="directory.untag_contact",
    icon="tag",
)
def tag_contact(contact: Contact, *, by: Actor, tag: str) -> Contact:
    """Put a word on a person; there already is fine."""
    _tag(contact, tag, by)
    return contact


@action(
    gettext_lazy("Took tag off"),
    said=gettext_lazy("Took “{tag}” off {contact}"),
    who="directory.edit",
    undo="directory.tag_contact",
    icon="x",
)
def untag_contact(contact: Contact, *, by: Actor, tag: str) -> Contact:
    """Take a word off a person."""
    _untag(contact, tag, by)
    return contact


def _tag(record: Account | Contact, tag: str, by: Actor) -> None:
    word = " ".join(tag.split())
    if not word or len(word) > 40 or "," in word:
        raise Invalid({"tag": _("A tag is one word or a few, at most 40 letters, without a comma.")})
    by.undo_args(tag=word)
    if word.casefold() in {known.casefold() for known in record.tags}:
        return
    if len(record.tags) >= MOST:
        raise Invalid({"tag": _("No more than {most} tags on one record.").format(most=MOST)})
    _keep(record, sorted([*record.tags, word], key=str.casefold), by)


def _untag(record: Account | Contact, tag: str, by: Actor) -> None:
    word = " ".join(tag.split()).casefold()
    gone = next((known for known in record.tags if known.casefold() == word), None)
    if gone is None:
        raise Invalid({"tag": _("{record} has no tag “{tag}”.").format(record=record, tag=tag[:40])})
    by.undo_args(tag=gone)
    _keep(record, [known for known in record.tags if known != gone], by)


def _keep(record: Account | Contact, tags: list[str], by: Actor) -> None:
    record.tags, record.updated_at = tags, by.now
    record.save(update_fields=["tags"])
