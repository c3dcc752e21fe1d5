"""`callboard check`: every stored figure is computed again and compared. A difference is a mistake of ours."""

import argparse
import time

from callboard.core.console import Console


def check(arguments: argparse.Namespace) -> int:
    from callboard.core.registry import register

    console = Console(arguments.json)
    began, found, checks = time.monotonic(), 0, 0
    for each in register.check:
        checks += 1
        for difference in each.run():
            found += 1
            fields = {
                "check": each.name,
                "kind": difference.kind,
                "record": difference.record,
                "stored": difference.stored,
                "computed": difference.computed,
            }
            console.row("{check}: {kind} {record} holds {stored}, computed {computed}".format(**fields), fields)
    seconds = round(time.monotonic() - began, 2)
    text = f"{checks} checks, {found or 'no'} differences, {seconds} s"
    console.summary(text, {"differences": found, "checks": checks, "seconds": seconds})
    return 1 if found else 0
