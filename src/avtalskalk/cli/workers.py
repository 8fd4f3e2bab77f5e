"""A computation cut in pieces for several processes, its results in order."""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

P = TypeVar("P")
T = TypeVar("T")

_MOST_WORKERS = 16
_AHEAD = 4
"""So many pieces for each worker are under way at once, so that memory stays flat."""

# A process takes its time to begin: fewer files are done as quickly by one alone.
_MANY_FILES = 500
_PIECE = 50


def processors() -> int:
    """How many processes can work at once."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def spread(
    compute: Callable[[Iterable[P]], Iterator[T]], things: Iterable[P], jobs: int | None = None
) -> Iterator[T]:
    """What a function gives of some things, of files for one, in order.

    Unless it is said how many ``jobs`` do it at once, very many are done by all processors.
    """
    things = iter(things)
    first = list(islice(things, _MANY_FILES))
    workers = jobs or (processors() if len(first) == _MANY_FILES else 1)
    things = chain(first, things)
    if workers == 1:
        yield from compute(things)
        return
    pieces = iter(lambda: list(islice(things, _PIECE)), [])
    for results in in_pieces(partial(_listed, compute), pieces, workers):
        yield from results


def _listed(compute: Callable[[Iterable[P]], Iterator[T]], things: Iterable[P]) -> list[T]:
    """All that a function gives, as it can be sent from one process to another."""
    return list(compute(things))


def in_pieces(compute: Callable[[P], T], pieces: Iterable[P], workers: int) -> Iterator[T]:
    """What a function gives for each piece, in order.

    With one worker it is computed here; otherwise the function is pickled with each piece.
    """
    if workers == 1:
        yield from map(compute, pieces)
        return
    # Few runs are so large, and a start should not wait for what only they need.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A process that is begun afresh is the same on every system, and shares nothing by mistake.
    executor = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)
    waiting: deque[Future[T]] = deque()
    try:
        for piece in pieces:
            with _ctrl_c_held_back():
                waiting.append(executor.submit(compute, piece))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """A worker that is begun meanwhile does not hear Ctrl-C: the command stops its workers.

    The command hears it afterwards.  To ignore it instead would lose what is pressed just then.
    """
    if sys.platform == "win32":
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _begin() -> None:
    """Begin as the command does, to end when it has ended, and not by Ctrl-C.

    A worker that waits for work would otherwise stay when the command is killed.
    """
    from threading import Thread

    # As the command itself does: what an agreement leaves behind has no circles.
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_after_the_command, daemon=True).start()


def _exit_after_the_command() -> None:
    from multiprocessing import parent_process

    command = parent_process()
    if command is not None:
        command.join()
        os._exit(1)
