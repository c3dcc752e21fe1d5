"""Wait until the change feed is numbered.

A transaction anywhere in the cluster, in the database of another worker of the tests even, holds numbering up: the slowest
test of the suite is one transaction of minutes on a loaded machine.
"""

import time

from callboard.core import changes

#: Seconds; longer than any test's transaction, shorter than what ends a run that hangs (pyproject.toml).
LONGEST = 300


def number_all() -> None:
    """Number until nothing waits; fail where something waits for ever."""
    until = time.monotonic() + LONGEST
    while changes.anything_waiting() and time.monotonic() < until:
        if changes.number_changes() is None:
            time.sleep(0.05)
    assert not changes.anything_waiting()
