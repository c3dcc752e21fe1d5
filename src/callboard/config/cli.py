"""The command `callboard`."""

import sys


def main() -> int:
    print("callboard: not built yet", file=sys.stderr)
    return 2
