"""A text that grows and waits, in memory while it is small and in a temporary file after that."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

_IN_MEMORY = 1 << 18
_PIECE = 1 << 16


class Spool:
    """Text in, UTF-8 out; the temporary file has no name and is gone with its last byte."""

    def __init__(self) -> None:
        """An empty text."""
        self._file: IO[bytes] = BytesIO()
        self._in_memory = True
        self._waiting: list[str] = []

    def write(self, texts: Iterable[str]) -> None:
        """Add pieces of text; they are encoded many at a time, which is quicker."""
        self._waiting += texts
        if len(self._waiting) > 1 << 10:
            self._flush()

    def add(self, piece: bytes) -> None:
        """Add a piece that is large and ready, which need not wait for others."""
        self._flush()
        self._put(piece)

    def read(self) -> Iterator[bytes]:
        """All of it, once."""
        self._flush()
        with self._file as file:
            file.seek(0)
            while piece := file.read(_PIECE):
                yield piece

    def _flush(self) -> None:
        self._put("".join(self._waiting).encode("utf-8", "backslashreplace"))
        self._waiting.clear()

    def _put(self, piece: bytes) -> None:
        self._file.write(piece)
        if self._in_memory and self._file.tell() > _IN_MEMORY:
            self._to_disk()

    def _to_disk(self) -> None:
        # What few runs need is imported by those alone.
        from tempfile import TemporaryFile

        file = TemporaryFile()  # noqa: SIM115 - closed in `read`
        self._file.seek(0)
        file.writelines(self._file)
        self._file, self._in_memory = file, False
