"""Files kept with an account."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Invalid, Refusal, action
from callboard.core.uploads import MEGABYTE, keep
from callboard.directory.models import Account, AccountFile, Contact

#: What one file may have; a signed contract as a picture has a tenth.
LARGEST = 50 * MEGABYTE


@action(
    gettext_lazy("Added file"),
    said=gettext_lazy("Added {result} to {account}"),
    who="directory.edit",
    undo="directory.remove_file",
    icon="paperclip",
)
def add_file(
    account: Account,
    *,
    by: Actor,
    file: File,
    note: str = "",
    contact: Contact | None = None,
) -> AccountFile:
    """Keep a file with the account. It is stored before anything says so, by its content; opening it downloads it."""
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("{name} works for {account}.").format(name=contact, account=contact.account)})
    kept = keep(file, most=LARGEST)
    made = AccountFile.objects.create(
        account=account, contact=contact, name=kept.name, media_type=kept.media_type, size=kept.size,
        sha256=kept.sha256, note=note.strip()[:200], added_by=by.person, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    by.timeline(account.pk, "directory.file_added", ref=made, title=_("File added: {name}").format(name=made.name))
    return made


@action(
    gettext_lazy("Removed file"),
    said=gettext_lazy("Removed {file}"),
    who="directory.edit",
    undo="directory.restore_file",
    icon="trash",
)
def remove_file(file: AccountFile, *, by: Actor) -> AccountFile:
    """Take it off the account. It can be brought back."""
    file.removed_at = file.updated_at = by.now
    file.save(update_fields=["removed_at"])
    return file


@remove_file.can
def _may_remove(file: AccountFile, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed already.")) if file.removed_at else None


@action(
    gettext_lazy("Restored file"),
    said=gettext_lazy("Restored {file}"),
    who="directory.edit",
    undo="directory.remove_file",
    icon="arrow-back-up",
)
def restore_file(file: AccountFile, *, by: Actor) -> AccountFile:
    """Put a removed one back."""
    file.removed_at, file.updated_at = None, by.now
    file.save(update_fields=["removed_at"])
    return file


@restore_file.can
def _may_restore(file: AccountFile, now: datetime) -> Refusal | None:
    return None if file.removed_at else Refusal("there", gettext_lazy("It was never removed."))
