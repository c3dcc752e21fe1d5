"""Files that bring in records.

files: a file is sent, its columns are said.  checking: its rows are read and what would become of each is kept.  answers:
what a person says of a row that was asked.  running: started, stopped, gone on with, undone.  chunks: one transaction of
rows.  writing: a chunk of rows made by set-based statements.  undoing: a chunk taken back.
"""

from callboard.directory.actions.importing.answers import (
    accept_fields,
    ask_again,
    leave_out,
    make_new,
    use_existing,
)
from callboard.directory.actions.importing.files import import_file, keep_mapping, map_import
from callboard.directory.actions.importing.running import (
    bring_in,
    resume_import,
    start_import,
    stop_import,
    undo_import,
)

__all__ = [
    "accept_fields",
    "ask_again",
    "bring_in",
    "import_file",
    "keep_mapping",
    "leave_out",
    "make_new",
    "map_import",
    "resume_import",
    "start_import",
    "stop_import",
    "undo_import",
    "use_existing",
]
