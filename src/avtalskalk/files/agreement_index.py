"""Which file of a workspace has the agreement with an id, for one that takes an amount from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from avtalskalk.checks.errors.names import circle
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.files.files import Identity, read_bytes
from avtalskalk.files.folders import FileToRead, files_below
from avtalskalk.files.yaml import read

FROM_AGREEMENT = "from_agreement"
MOST_IN_CHAIN = 10
"""So many agreements may rest on each other, each on the next."""

_ID = re.compile(rb"""(?m)^["']?id["']?[ \t]*:[ \t]*["']?([^"'#\r\n]*)""")


def references(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every place in an agreement's data where an amount comes from another one, and its id.

    A reading may set it by its path.
    """
    pairs = enumerate(data) if isinstance(data, list) else ()
    for key, value in data.items() if isinstance(data, dict) else pairs:
        here = (*path, key)
        words = str(key).split(".")
        named = value.get("id") if isinstance(value, dict) else None
        if words[-1] == FROM_AGREEMENT and isinstance(named, str):
            yield here, named
        elif words[-2:] == [FROM_AGREEMENT, "id"] and isinstance(value, str):
            yield here, value
        else:
            yield from references(value, here)


@dataclass(slots=True)
class AgreementIndex:
    """The agreements of a workspace by what stands as their id; read when first asked for.

    ``known`` are the ids, with the files that have each, and ``names`` those that each agreement
    asked about takes an amount from.
    """

    root: str
    name: str
    known: dict[str, list[FileToRead]] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look for an id in each file, without reading all of it as YAML."""
        seen: set[Identity] = set()
        for file in files_below(self.root, self.name):
            if not isinstance(file, FileToRead) or file.root != self.root:
                continue
            content = read_bytes(file.location)
            if isinstance(content, Diagnostic) or b"avtalskalk" not in content[0]:
                # What cannot be read is reported where the file itself is asked for.
                continue
            raw, identity = content
            if identity in seen:
                # The same file under another name.
                continue
            seen.add(identity)
            line = _ID.search(raw)
            if line:
                written: object = line[1].decode("utf-8", "replace").strip()
            else:
                # Written in braces, for one: rare enough to be read as it is.
                data = read(raw, file.name).data
                written = data.get("id") if isinstance(data, dict) else None
            if isinstance(written, str) and written:
                self.known.setdefault(written, []).append(file)

    def refused(self, agreement: str, named: Iterable[str]) -> Diagnostic | None:
        """What is wrong with the chains that begin with the agreements that one names.

        One that comes back to where it began is a circle; one that only leads to a circle is
        wrong because of what it leads to.
        """
        names = {agreement: tuple(named)}
        waiting = [*names[agreement]]
        while waiting:
            name = waiting.pop()
            if name not in names:
                if name not in self.names:
                    files = self.known.get(name, ())
                    content = read_bytes(files[0].location) if len(files) == 1 else None
                    raw = content[0] if isinstance(content, tuple) else b""
                    places = references(read(raw, name).data)
                    self.names[name] = tuple(below for _, below in places)
                names[name] = self.names[name]
                waiting += names[name]
        ring = circle(names, agreement)
        if ring:
            return Diagnostic("AV113", {"circle": " → ".join(ring)})
        last = {agreement}
        for _ in range(MOST_IN_CHAIN):
            last = {below for name in last for below in names[name]}
        if last and not any(circle(names, name) for name in names):
            return Diagnostic("AV008", {"limit": MOST_IN_CHAIN})
        return None
