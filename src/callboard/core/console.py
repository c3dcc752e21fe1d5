"""What a command says: JSON lines for programs, sentences for people, progress on stderr."""

import json
import sys
from collections.abc import Mapping
from typing import Any


class Sentence(Exception):
    """A fault a command expected: its text, one sentence, goes to stderr and the command ends with 1."""


class Console:
    """stdout of one command. With `as_json` every row is one line of JSON and the last one is the summary."""

    def __init__(self, as_json: bool = False) -> None:
        self.as_json = as_json

    def row(self, text: str, fields: Mapping[str, Any]) -> None:
        """One record: `text` for a person, `fields` for a program."""
        self._line(json.dumps(fields, default=str, ensure_ascii=False) if self.as_json else text)

    def summary(self, text: str, fields: Mapping[str, Any]) -> None:
        """The last line."""
        self._line(json.dumps({"summary": fields}, default=str, ensure_ascii=False) if self.as_json else text)

    def progress(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def _line(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
