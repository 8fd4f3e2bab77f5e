"""Bytes that wait until all of a result is known to be valid."""

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

_IN_MEMORY = 1 << 18
_PIECE = 1 << 16


class Spool:
    """Pieces in, the same bytes out: in memory while few, then in a temporary file.

    The file has no name, and is gone when the spool is closed.
    """

    def __init__(self) -> None:
        """Nothing is waiting."""
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - see `__exit__`

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let what waits go."""
        self._file.close()

    def extend(self, pieces: Iterable[bytes]) -> None:
        """Add pieces."""
        # One by one: `writelines` would keep all of them in memory.
        for piece in pieces:
            self._file.write(piece)

    def read(self) -> Iterator[bytes]:
        """All that waits, from its beginning."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
