"""What is asked before an import is started, stopped, gone on with, taken back."""

from django.utils.translation import gettext_lazy as _

from callboard.directory.actions import resume_import, start_import, stop_import, undo_import
from callboard.kit.pages import ActionPage


class StartImport(ActionPage):
    action = start_import
    text = _(
        "Rows that are new or change something are brought in; rows that are asked wait for an answer. You can undo it."
    )
    submit = _("Bring in")


class UndoImport(ActionPage):
    action = undo_import
    text = _(
        "What it made is removed, what it changed is put back. What somebody changed or used since stays, and is named."
    )
    submit = _("Undo all")
    danger = True


class StopImport(ActionPage):
    action = stop_import
    text = _("The rows under way are finished first. What is brought in stays; you can go on or undo it.")
    submit = _("Stop")


class ResumeImport(ActionPage):
    action = resume_import
    submit = _("Go on")
