"""Lists of flat rows as one JSON object, a row on a line."""

import json
from collections.abc import Iterator, Mapping, Sequence


def object_of(head: Mapping[str, object], lists: Mapping[str, Sequence[object]]) -> Iterator[bytes]:
    """An object with some values of its own, and its lists; UTF-8 in pieces."""
    yield json.dumps(head)[:-1].encode()
    for name, rows in lists.items():
        lines = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        opened = "\n  " if rows else ""
        # Half of a surrogate pair, which a file may hold, is no UTF-8.
        yield f',\n "{name}": [{opened}{lines}]'.encode("utf-8", "backslashreplace")
    yield b"}\n"
