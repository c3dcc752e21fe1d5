"""What reads a file of unknown cost reads it in a process of its own, which the system ends."""

import resource
from contextlib import suppress


def bound_this_process(memory: int, seconds: int) -> None:
    """Bytes of memory and seconds of the processor this process may have from now on."""
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
