"""The paper read another way: an agreement with what a reading sets, through the same door."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.validation import NO_SOURCES, Examined, Sources, examine
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.agreement import Agreement
from avtalskalk.read_only import ReadOnly


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


def examine_changes(
    data: Any,  # noqa: ANN401 - plain data
    changes: Mapping[str, object],
    at: Path = (),
    sources: Sources = NO_SOURCES,
) -> Changed:
    """Validate and check an agreement with changes set by path.

    What the paper states stays as it is, so a total is solved anew from a known part.  The
    findings' paths lead to the change where it is what it sets that is wrong, otherwise into the
    agreement.
    """
    # Few agreements have readings, and a start should not wait for what changes data by path.
    from avtalskalk.model.data_paths import patched

    change = patched(data, changes, at)
    if change.diagnostics:
        return Changed(Examined(None, change.diagnostics), data, {}, at)
    examined = examine(change.data, sources)
    diagnostics = tuple(
        _at_change(diagnostic, change.places, at) for diagnostic in examined.diagnostics
    )
    return Changed(examined._replace(diagnostics=diagnostics), change.data, change.places, at)


def _at_change(diagnostic: Diagnostic, places: Mapping[str, Path], at: Path) -> Diagnostic:
    """A finding in changed data, at the change that it comes from."""
    path = diagnostic.path
    for written, place in places.items():
        if path[: len(place)] == place:
            return replace(diagnostic, path=(*at, written, *path[len(place) :]))
        if place[: len(path)] == path:
            return replace(diagnostic, path=(*at, written), at="key")
    return diagnostic


def read_as(data: Any, name: str, sources: Sources = NO_SOURCES) -> Changed:  # noqa: ANN401
    """An agreement under one of its readings, without the others: each would read all of them."""
    reading = data["readings"][name]
    alone = {**data, "readings": {name: reading}}
    return examine_changes(alone, reading["set"], ("readings", name, "set"), sources)


class ExaminedWhole(NamedTuple):
    """As `Examined`, with what the agreement is under each of its readings."""

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None
    readings: Mapping[str, Changed] = ReadOnly()


def examine_all(data: object, sources: Sources = NO_SOURCES) -> ExaminedWhole:
    """Validate and check an agreement, and every reading of it beyond what is wrong without."""
    examined = examine(data, sources)
    if examined.agreement is None or not examined.agreement.readings:
        return ExaminedWhole(*examined)
    readings = {name: read_as(data, name, sources) for name in names(data)}
    diagnostics = list(examined.diagnostics)
    for name, changed in readings.items():
        diagnostics += _beyond(examined, changed.examined, name)
    whole = examined._replace(diagnostics=tuple(diagnostics))
    return ExaminedWhole(*whole, ReadOnly(readings))


def _beyond(main: Examined, under: Examined, name: str) -> list[Diagnostic]:
    """The findings under a reading that there are not without it.

    One that shows elsewhere than where the reading sets something is reported at the reading;
    where what it sets is wrong in itself, that may be all there is to it.
    """
    findings = [replace(d, reading=name) for d in under.diagnostics if d not in main.diagnostics]
    at_changes = [finding for finding in findings if finding.path[:1] == ("readings",)]
    if any(finding.severity == "error" for finding in at_changes):
        return at_changes
    return at_changes + [
        replace(
            finding, path=("readings", name), at="key", related=(finding.path, *finding.related)
        )
        for finding in findings
        if finding not in at_changes
    ]
