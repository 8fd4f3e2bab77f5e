"""The settings of a workspace, from its `avtalskalk.toml`."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from avtalskalk.diagnostics import Argument, Diagnostic, Place, unknown_key
from avtalskalk.files.files import SETTINGS, read_bytes

KNOWN = ("basis", "by", "color", "dialect", "format", "lang", "today", "totals", "unit")
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
    content = read_bytes(str(location))
    if isinstance(content, Diagnostic):
        return Settings(file, {}, (replace(content, file=file),))
    data = _table(content[0])
    if isinstance(data, Diagnostic):
        return Settings(file, {}, (replace(data, file=file),))
    values, found = _sorted(data, content[0].decode().split("\n"))
    return Settings(file, values, tuple(replace(one, file=file) for one in found))


def _table(raw: bytes) -> dict[str, object] | Diagnostic:
    import tomllib

    if len(raw) > _MOST_BYTES:
        return Diagnostic("AV062", {"reason": f"> {_MOST_BYTES} B"})
    try:
        return tomllib.loads(raw.decode())
    except UnicodeDecodeError as error:
        reason = f"byte {raw[error.start]:02X}"
        return Diagnostic("AV062", {"reason": reason}, place=None)
    except ValueError as error:
        return _not_toml(str(error), raw.decode().split("\n"))
    except RecursionError:
        return Diagnostic("AV062", {"reason": "[[[[…"})


def _not_toml(reason: str, lines: list[str]) -> Diagnostic:
    where = _WHERE.search(reason)
    number = int(where[1]) if where and where[1] else len(lines)
    column = int(where[2]) if where and where[2] else 1
    excerpt = lines[number - 1].rstrip("\r")
    place = Place(number, column, max(column, len(excerpt)) + 1, excerpt)
    return Diagnostic("AV062", {"reason": _WHERE.sub("", reason)[:100]}, place=place)


def _sorted(
    data: Mapping[str, object], lines: list[str]
) -> tuple[dict[str, str], list[Diagnostic]]:
    values: dict[str, str] = {}
    found = []
    for key, value in data.items():
        arguments: dict[str, Argument] = {"key": key}
        place = _place(key, lines)
        if key not in KNOWN:
            found.append(Diagnostic("AV291", unknown_key(key, KNOWN), (key,), "key", place=place))
        elif isinstance(value, bool):
            values[key] = "true" if value else "false"
        elif isinstance(value, str | date):
            values[key] = str(value)
        else:
            found.append(Diagnostic("AV064", arguments, (key,), place=place))
    return values, found


def _place(key: str, lines: list[str]) -> Place | None:
    """The line that sets a key, or opens the table of that name."""
    written = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    for number, line in enumerate(lines, 1):
        if found := written.match(line):
            return Place(number, found.end() - len(key) + 1, found.end() + 1, line.rstrip("\r"))
    return None
