"""The pages of imports: their list, one import, its columns, its rows, one row, the workbook of what was not brought in."""

from callboard.directory.pages.importing.columns import ImportColumns
from callboard.directory.pages.importing.errors import ImportErrors
from callboard.directory.pages.importing.imports import ImportRecord, Imports
from callboard.directory.pages.importing.rows import ImportRowRecord, ImportRows, RowFields

__all__ = ["ImportColumns", "ImportErrors", "ImportRecord", "ImportRowRecord", "ImportRows", "Imports", "RowFields"]
