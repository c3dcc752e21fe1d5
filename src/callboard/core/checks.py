"""``callboard check``: recompute what is stored and compare."""

from collections.abc import Iterator

from callboard.core.files import path_of, referenced
from callboard.core.registry import Check, Difference, register


def run_all() -> Iterator[Difference]:
    """Every difference that every registered check finds."""
    for check in register.check:
        yield from check.run()


def _files() -> Iterator[Difference]:
    for sha in sorted(referenced()):
        if not path_of(sha).exists():
            yield Difference("core.file", sha, "referenced", "missing")


register.check.add(Check("core.files", _files))
