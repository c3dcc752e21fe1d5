"""Joining two records into one, and taking them apart again."""

from callboard.directory.actions.merging.joining import merge_accounts, merge_contacts
from callboard.directory.actions.merging.undoing import undo_merge

__all__ = ["merge_accounts", "merge_contacts", "undo_merge"]
