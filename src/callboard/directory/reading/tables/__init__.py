"""Tables from files: CSV of any encoding and dialect, XLSX, XLSM, XLSB, XLS, ODS.  Knows no Django and no database.

encodings: bytes -> text.  dialects: which characters separate and quote.  heads: where the table begins and what its columns
are called.  cells: what a cell says, as text.  books: workbooks, read in a child process.  opening: all of it together.
"""

from callboard.directory.reading.tables.opening import Dialect, Line, Table, is_long, open_table
from callboard.directory.reading.tables.problems import Said, Unreadable

__all__ = ["Dialect", "Line", "Said", "Table", "Unreadable", "is_long", "open_table"]
