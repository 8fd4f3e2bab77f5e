"""The paper read another way: an agreement with what a reading sets, through the same door."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from avtalskalk.checks.validation import Examined, examine
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.validation import Checked


def names(data: object) -> tuple[str, ...]:
    """The readings that an agreement's plain data has, in its order."""
    readings = data.get("readings") if isinstance(data, dict) else None
    return tuple(map(str, readings)) if isinstance(readings, dict) else ()


class Changed(NamedTuple):
    """An agreement with changes set by path, examined.

    ``places`` are where each change stands in ``data``, by its path as written, and ``at`` where
    the changes themselves are written.
    """

    examined: Examined
    data: Any
    places: Mapping[str, Path]
    at: Path

    def at_home(self, path: Path) -> Path:
        """Where a path into the changed data was written: at its change, or as it is."""
        for written, place in reversed(tuple(self.places.items())):
            if path[: len(place)] == place:
                return (*self.at, written, *path[len(place) :])
        return path


def examine_changes(data: Any, changes: Mapping[str, object], at: Path = ()) -> Changed:  # noqa: ANN401
    """Validate and check an agreement with changes set by path.

    What the paper states stays as it is, so a total is solved anew from a known part.
    """
    # Few agreements have readings, and a start should not wait for what changes data by path.
    from avtalskalk.model.data_paths import patched

    change = patched(data, changes, at)
    if change.diagnostics:
        return Changed(Examined(None, change.diagnostics), data, {}, at)
    examined = examine(change.data)
    found = tuple(_at_home(one, change.places, at) for one in examined.diagnostics)
    return Changed(examined._replace(diagnostics=found), change.data, change.places, at)


def read_as(data: Any, name: str) -> Changed:  # noqa: ANN401 - plain data
    """An agreement under one of its readings."""
    return examine_changes(data, data["readings"][name]["set"], ("readings", name, "set"))


def examine_reading(data: Any, name: str) -> Examined:  # noqa: ANN401 - plain data
    """Validate and check an agreement under one of its readings.

    The findings' paths lead to the reading where it is what it sets that is wrong, otherwise
    into the agreement.
    """
    return read_as(data, name).examined


def _at_home(one: Diagnostic, places: Mapping[str, Path], at: Path) -> Diagnostic:
    """A finding in patched data, at the change that it comes from."""
    for written, path in places.items():
        if one.path[: len(path)] == path:
            return replace(one, path=(*at, written, *one.path[len(path) :]))
        if path[: len(one.path)] == one.path:
            return replace(one, path=(*at, written), at="key")
    return one


def examine_all(data: object, values: Checked | None = None) -> Examined:
    """Validate and check an agreement, and every reading of it beyond what is wrong without.

    ``values`` are those of the data where they have been validated.
    """
    examined = examine(data, values)
    if examined.agreement is None or not examined.agreement.readings:
        return examined
    found = list(examined.diagnostics)
    for name in names(data):
        found += _beyond(examined, examine_reading(data, name), name)
    if any(one.severity == "error" for one in found):
        return Examined(None, tuple(found))
    return examined._replace(diagnostics=tuple(found))


def _beyond(main: Examined, under: Examined, name: str) -> list[Diagnostic]:
    """The findings under a reading that there are not without it.

    One that shows elsewhere than where the reading sets something is told at the reading; where
    what it sets is wrong in itself, that may be all there is to it.
    """
    own = [one for one in under.diagnostics if one.path[:1] == ("readings",)]
    if any(one.severity == "error" for one in own):
        return own
    others = [one for one in under.diagnostics if one not in own and one not in main.diagnostics]
    at: Path = ("readings", name)
    return own + [
        replace(one, path=at, at="key", related=(one.path, *one.related)) for one in others
    ]
