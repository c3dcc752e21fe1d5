"""A record that was merged takes nothing new: whoever still has it open is told where it went."""

from django.utils.translation import gettext_lazy

from callboard.core.actions import Refusal
from callboard.directory.models import Account, Contact


def refuse_merged(record: Account | Contact) -> Refusal | None:
    if record.merged_into_id is None:
        return None
    sentence = gettext_lazy("{record} was merged into {into}. Work there.")
    return Refusal("merged", sentence, record=record, into=record.merged_into)
