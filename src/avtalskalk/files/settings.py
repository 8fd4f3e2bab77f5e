"""The settings of a workspace, from its `avtalskalk.toml`."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from avtalskalk.diagnostics import Diagnostic, Place
from avtalskalk.files.files import SETTINGS, read_bytes
from avtalskalk.files.folders import in_workspace

_MOST_BYTES = 100_000
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace has set, as the words one would write on the command line."""

    file: str
    values: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()


def settings(root: str | os.PathLike[str], *, file: str = "") -> Settings:
    """Read a folder's settings; none where it has no such file.

    ``file`` is the name that messages use.
    """
    location = Path(root) / SETTINGS
    file = file or location.as_posix()
    if not location.exists():
        return Settings(file, {})
    place = in_workspace(str(location), os.fspath(root), file)
    content = place if isinstance(place, Diagnostic) else read_bytes(place)
    data = content if isinstance(content, Diagnostic) else _table(content[0])
    if isinstance(data, Diagnostic):
        return Settings(file, {}, (replace(data, file=file),))
    from avtalskalk.files.yaml import position
    from avtalskalk.model.files_beside import WrittenSettings
    from avtalskalk.model.validation import read_record

    record, diagnostics = read_record(WrittenSettings, data)
    if record is None:
        lines = content[0].decode().split("\n") if isinstance(content, tuple) else []
        placed = [_placed(diagnostic, file, lines) for diagnostic in diagnostics]
        return Settings(file, {}, tuple(sorted(placed, key=position)))
    return Settings(file, {key: getattr(record, key) for key in data})


def _table(raw: bytes) -> dict[str, object] | Diagnostic:
    import tomllib

    if len(raw) > _MOST_BYTES:
        return Diagnostic("AV062", {"reason": f"> {_MOST_BYTES} B"})
    try:
        return tomllib.loads(raw.decode())
    except UnicodeDecodeError as error:
        return Diagnostic("AV062", {"reason": f"byte {raw[error.start]:02X}"})
    except RecursionError:
        return Diagnostic("AV062", {"reason": "[[[[…"})
    except ValueError as error:
        # The parser says the line and the column in its own words.
        lines = raw.decode().split("\n")
        match = _WHERE.search(str(error))
        number = int(match[1]) if match and match[1] else len(lines)
        column = int(match[2]) if match and match[2] else 1
        excerpt = lines[number - 1].rstrip("\r")
        place = Place(number, column, max(column, len(excerpt)) + 1, excerpt)
        return Diagnostic("AV062", {"reason": _WHERE.sub("", str(error))[:100]}, place=place)


def _placed(diagnostic: Diagnostic, file: str, lines: list[str]) -> Diagnostic:
    """A finding at the line that sets its key, or opens the table of that name."""
    key = str(diagnostic.path[0])
    written = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    for number, line in enumerate(lines, 1):
        if match := written.match(line):
            place = Place(number, match.end() - len(key) + 1, match.end() + 1, line.rstrip("\r"))
            return replace(diagnostic, file=file, place=place)
    return replace(diagnostic, file=file)
