"""Changes as options and scenario files say them, in plain text and plain data."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple, get_args

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Phrase, unknown_key
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind, Refused
from avtalskalk.model.values import Fault, read_first_day, read_text

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_KNOWN: Final = ("title", "source", "after", "from", *KINDS)
_EXAMPLES: Final[Mapping[str, str]] = {
    "set": "costs.drift.budget.2024='2 mkr'",
    "share": "alingsas='40 %'",
    "key": "population.lerum=+500",
}
_FOR: Final = re.compile(r"([^\W\d_][\w-]*)\s*:(?!\s*$)(.*)", re.DOTALL)


class Scenario(NamedTuple):
    """A scenario as one file says it: what it is made after, and what it changes itself."""

    title: str = ""
    source: str = ""
    after: tuple[str, ...] = ()
    asked: tuple[ChangeRequest, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def from_option(kind: Kind, text: str, start: date | None) -> ChangeRequest:
    """One change as an option says it; raises Refused where a name or a value is lacking."""
    said = f"--{kind} {text}" + (f" --from {start}" if start else "")
    if kind == "leave":
        return ChangeRequest(kind, text.strip(), "", start, option=said)
    if kind == "split":
        target = _FOR.fullmatch(text)
        named, value = target.groups() if target else ("", text)
        return ChangeRequest(kind, named, value, start, option=said)
    name, sign, value = (part.strip() for part in text.partition("="))
    if sign and name and value:
        return ChangeRequest(kind, name, value, start, option=said)
    if sign or not name or kind in _EXAMPLES:
        raise Refused("AV773", option=f"--{kind}", given=text, example=_EXAMPLES.get(kind, "+3 %"))
    return ChangeRequest(kind, "", name, start, option=said)


def read_scenario(data: object, file: str) -> Scenario:
    """A scenario file's plain data, and what is wrong with it."""
    reader = _Reader(file)
    if not isinstance(data, Mapping):
        return Scenario()
    start = reader.day(data)
    asked = [one for key, value in data.items() for one in reader.asked(key, value, start)]
    title, source = (reader.text(data, key) for key in ("title", "source"))
    after = tuple(reader.names(data["after"], ("after",))) if "after" in data else ()
    return Scenario(title, source, after, tuple(asked), tuple(reader.found))


class _Reader:
    """One scenario file, and all that is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []

    def add(self, code: str, path: Path, **arguments: Argument) -> None:
        at: Any = "key" if code == "AV291" else "value"
        self.found.append(Diagnostic(code, arguments, path, at, self.file))

    def day(self, data: Mapping[str, object]) -> date | None:
        """The day from which the changes hold, where one is named."""
        try:
            return read_first_day(data["from"]) if "from" in data else None
        except Fault as fault:
            self.add(fault.type, ("from",), **(fault.context or {}))
            return None

    def text(self, data: Mapping[str, object], key: str) -> str:
        try:
            return read_text(data[key]) if key in data else ""
        except Fault as fault:
            self.add(fault.type, (key,), **(fault.context or {}))
            return ""

    def names(self, value: object, path: Path) -> Iterator[str]:
        """A name, or a list of them."""
        for place, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, str):
                yield one
            else:
                self.add("AV768", (*path, place), expected=Phrase("a_name"))

    def asked(self, key: str, value: object, start: date | None) -> Iterator[ChangeRequest]:
        """What is asked for below one of a scenario's keys."""
        if key not in _KNOWN:
            self.add("AV291", (key,), **unknown_key(key, _KNOWN))
        for kind in KINDS:
            if kind == key:
                yield from self.of_kind(kind, value, start)

    def of_kind(self, kind: Kind, value: object, start: date | None) -> Iterator[ChangeRequest]:
        path: Path = (kind,)
        if kind == "leave":
            for name in self.names(value, path):
                yield ChangeRequest(kind, name, "", start, path, file=self.file)
        elif kind == "split":
            yield ChangeRequest(kind, "", value, start, path, file=self.file)
        elif isinstance(value, Mapping):
            yield from self.by_name(kind, value, start)
        elif kind in _EXAMPLES or not isinstance(value, str):
            self.add("AV768", path, expected=Phrase("a_mapping"))
        else:
            yield ChangeRequest(kind, "", value, start, path, file=self.file)

    def by_name(
        self, kind: Kind, values: Mapping[str, Any], start: date | None
    ) -> Iterator[ChangeRequest]:
        """A line for each thing of a kind; a key's parties may have lines below it."""
        for name, value in values.items():
            path: Path = (kind, name)
            if kind == "key" and isinstance(value, Mapping):
                for party, one in value.items():
                    where = (*path, party)
                    yield ChangeRequest(kind, f"{name}.{party}", one, start, where, file=self.file)
            else:
                yield ChangeRequest(kind, name, value, start, path, file=self.file)
