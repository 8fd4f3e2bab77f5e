"""A sign of life on stderr when reading takes more than a second, on a terminal alone."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from avtalskalk.cli.settings import Settings
from avtalskalk.words.help import VERDICTS

T = TypeVar("T")

_PATIENCE = 1.0


def shown(
    things: Iterable[T], settings: Settings, words: str = "progress", size: int = 1
) -> Iterator[T]:
    """The same things, counted on the screen, each as ``size``, once a second has gone by."""
    if settings.quiet or not sys.stderr.isatty():
        yield from things
        return
    start = time.monotonic()
    things = iter(things)
    count = 0
    for thing in things:
        yield thing
        count += 1
        if time.monotonic() - start > _PATIENCE:
            break
    # From here with a counter, which is gone when all is done.
    following = next(things, None)
    if following is None:
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        text = VERDICTS[words].text(settings.language)
        task = progress.add_task(text, completed=count * size, total=None)
        while following is not None:
            progress.advance(task, size)
            yield following
            following = next(things, None)
