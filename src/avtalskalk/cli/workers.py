"""Work that is cut in pieces and done by several processes, its results in order.

Each worker has every so-manieth piece and a pipe of its own.  A full pipe makes its worker wait,
so that no more lies ready than a piece or two of each; one that nobody reads any more ends it, so
that nothing is left working when the command is stopped, in whatever way.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeVar

from avtalskalk.diagnostics import AgreementError

T_co = TypeVar("T_co", covariant=True)

_MOST_WORKERS = 16


class Work(Protocol[T_co]):
    """Something to do that another process can be sent."""

    def begin(self) -> Callable[[int, int], T_co]:
        """Make ready, once in each process, to do what is from one number up to another."""


def processors() -> int:
    """How many processes can work at once."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def done(work: Work[T_co], size: int, length: int, workers: int) -> Iterator[T_co]:
    """Do work of a size in pieces of a length, and give the results in order.

    With one worker it is done here.  Raises AgreementError as the work does.
    """
    if workers == 1:
        do = work.begin()
        yield from (do(start, min(start + length, size)) for start in range(0, size, length))
        return
    # A process begun afresh is the same on every system, and shares nothing by mistake.
    context = get_context("spawn")
    readers: list[Connection] = []
    started = []
    try:
        for number in range(workers):
            reader, writer = context.Pipe(duplex=False)
            arguments = (work, range(number * length, size, workers * length), length, size, writer)
            process = context.Process(target=_work, args=arguments, daemon=True)
            with _not_interrupted():
                process.start()
            writer.close()
            readers.append(reader)
            started.append(process)
        for piece in range(-(-size // length)):
            yield _received(readers[piece % workers])
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join()


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """A process begun meanwhile does not hear Ctrl-C: it is the command that stops it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _received(reader: Connection) -> Any:  # noqa: ANN401 - whatever the work gives
    sound, found = reader.recv()
    if not sound:
        raise AgreementError(found)
    return found


def _work(work: Work[object], starts: range, length: int, size: int, writer: Connection) -> None:
    """Do a worker's pieces, one after the other."""
    # What is counted leaves no circles behind to look for.
    gc.disable()
    try:
        do = work.begin()
        for start in starts:
            writer.send((True, do(start, min(start + length, size))))
    except AgreementError as error:
        writer.send((False, error.diagnostics))
    except BrokenPipeError:
        # Nobody reads any more: the command has been stopped.
        return
