"""The paper read another way: an agreement with what a reading sets, through the same door."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.engine.patch import patched
from avtalskalk.engine.validation import Examined, examine


def names(data: object) -> tuple[str, ...]:
    """The readings that an agreement's plain data has, in its order."""
    readings = data.get("readings") if isinstance(data, dict) else None
    return tuple(map(str, readings)) if isinstance(readings, dict) else ()


def examine_reading(data: Any, name: str) -> Examined:  # noqa: ANN401 - plain data
    """Validate and check an agreement under one of its readings.

    The findings' paths lead to the reading where it is what it sets that is wrong, otherwise
    into the agreement.
    """
    changes = data["readings"][name].get("set", {})
    at: Path = ("readings", name, "set")
    change = patched(data, changes, at)
    if change.diagnostics:
        return Examined(None, change.diagnostics)
    examined = examine(change.data)
    found = tuple(_at_home(one, change.places, at) for one in examined.diagnostics)
    return examined._replace(diagnostics=found)


def _at_home(one: Diagnostic, places: Mapping[str, Path], at: Path) -> Diagnostic:
    """A finding in patched data, at the change that it comes from."""
    for written, path in places.items():
        if one.path[: len(path)] == path:
            return replace(one, path=(*at, written, *one.path[len(path) :]))
        if path[: len(one.path)] == one.path:
            return replace(one, path=(*at, written), at="key")
    return one


def examine_all(data: object) -> Examined:
    """Validate and check an agreement, and every reading of it beyond what is wrong without."""
    examined = examine(data)
    if examined.agreement is None or not examined.agreement.readings:
        return examined
    found = list(examined.diagnostics)
    for name in names(data):
        under = examine_reading(data, name).diagnostics
        found += [one for one in under if one.path[:1] == ("readings",)]
    if any(one.severity == "error" for one in found):
        return Examined(None, tuple(found))
    return examined._replace(diagnostics=tuple(found))
