"""The pages of imports: their list, one import, its columns, its rows, one row, its open questions, the workbook of what is to
be corrected."""

from callboard.directory.pages.importing.columns import ImportColumns
from callboard.directory.pages.importing.errors import ImportErrors
from callboard.directory.pages.importing.imports import ImportRecord, Imports
from callboard.directory.pages.importing.questions import ImportQuestions
from callboard.directory.pages.importing.rows import ImportRowRecord, ImportRows, RowFields
from callboard.directory.pages.importing.steps import ResumeImport, StartImport, StopImport, UndoImport

__all__ = [
    "ImportColumns",
    "ImportErrors",
    "ImportQuestions",
    "ImportRecord",
    "ImportRowRecord",
    "ImportRows",
    "Imports",
    "ResumeImport",
    "RowFields",
    "StartImport",
    "StopImport",
    "UndoImport",
]
