"""`--watch`: do the same again whenever one of the files has been saved."""

import select
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from avtalskalk.cli import streams

PAUSE = 0.2
"""So many seconds pass between two looks at the files."""

State = tuple[int, int]


def watch(
    run: Callable[[], Iterable[str]], known: Iterable[str] = (), pause: float = PAUSE
) -> None:
    """Do something, which says which files it rests on, and again when one of them changes.

    ``known`` are those that it rests on from the start.  Ends with Ctrl-C, and when nobody reads
    the result any more.
    """
    files = tuple(known)
    try:
        while not reader_gone():
            # Looked at before the run, so that what is saved meanwhile is not missed.
            seen = {name: _state(name) for name in files}
            files = tuple(dict.fromkeys(run()))
            streams.flush()
            seen = {name: seen.get(name) or _state(name) for name in files}
            while all(_state(name) == seen[name] for name in files) and not reader_gone():
                time.sleep(pause)
    except KeyboardInterrupt:
        return


def _state(name: str) -> State:
    """When a file was last saved, and its size; zero for one that is gone for a moment."""
    try:
        status = Path(name).stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def reader_gone() -> bool:
    """Whether whoever read standard output has closed it; where that cannot be told, no."""
    if not hasattr(select, "poll"):
        return False
    try:
        handle = sys.stdout.fileno()
    except (OSError, ValueError):
        return False
    poll = select.poll()
    poll.register(handle, 0)
    return any(events & (select.POLLERR | select.POLLHUP) for _, events in poll.poll(0))
