"""A computation cut in pieces for several processes, its results in order."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

_MOST_WORKERS = 16
_AHEAD = 4
"""So many pieces for each worker are under way at once, so that memory stays flat."""


def processors() -> int:
    """How many processes can work at once."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def in_pieces(
    compute: Callable[[int, int], T], size: int, length: int, workers: int
) -> Iterator[T]:
    """What a function gives from 0 to a size, a length at a time, in order.

    With one worker it is computed here; otherwise the function is pickled with each piece.
    """
    pieces = ((start, min(start + length, size)) for start in range(0, size, length))
    if workers == 1:
        yield from (compute(start, stop) for start, stop in pieces)
        return
    # A process that is begun afresh is the same on every system, and shares nothing by mistake.
    executor = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_the_command)
    waiting: deque[Future[T]] = deque()
    try:
        for start, stop in pieces:
            with _ctrl_c_held_back():
                waiting.append(executor.submit(compute, start, stop))
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


def _end_with_the_command() -> None:
    """End this worker when the command has ended, and not by Ctrl-C.

    One that waits for work would otherwise stay when the command is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_after_the_command, daemon=True).start()


def _exit_after_the_command() -> None:
    command = parent_process()
    if command is not None:
        command.join()
        os._exit(1)
