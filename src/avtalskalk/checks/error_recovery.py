"""An agreement from data with wrong values in it, so that the rest of it can be checked.

A wrong value is replaced by a valid one of its kind, and what no such value is known for is
removed.  A finding that needs what was replaced or removed is then left out.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from avtalskalk.checks.errors.suppressions import SUPPRESSIBLE
from avtalskalk.diagnostics import Diagnostic, Path, Phrase
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import at_path, validate

MOST_ROUNDS: Final = 20

_VALID: Final[Mapping[str, str]] = {
    # What these refuse is an amount, a number or a share; for a share the next round says so.
    **dict.fromkeys(("AV201", "AV202", "AV203", "AV204", "AV205", "AV206", "AV221"), "1"),
    **dict.fromkeys(("AV223", "AV226", "AV227", "AV233"), "1"),
    **dict.fromkeys(("AV207", "AV208", "AV209"), "1 %"),
    **dict.fromkeys(("AV210", "AV211"), "2024-01-01"),
    "AV214": "1 year",
    **dict.fromkeys(("AV217", "AV218", "AV235"), "x"),
    "AV219": "true",
}
"""A valid value of the kind, by the code that refuses what stands there."""

_REQUIRED: Final[Mapping[object, Any]] = {
    "avtalskalk": "1",
    "id": "id-missing",
    "title": "-",
    "parties": {"party-a": "-", "party-b": "-"},
    "periods": [{}],
}

# Findings on which keys stand there: they hold whatever the value of a key.
_ON_KEYS: Final = frozenset(
    {"AV115", "AV116", "AV292", "AV297", "AV304", "AV403", "AV404", "AV422", "AV423"}
    | {"AV518", "AV525"}
)

# Findings on names that nothing has, by the kind of name or by the code: the sections that would
# have them.
_ON_NAMES: Final[Mapping[object, tuple[str, ...]]] = {
    Phrase("no_party"): ("parties",),
    Phrase("no_split"): ("shares", "periods"),
    Phrase("no_volume"): ("volumes",),
    Phrase("no_item"): ("costs",),
    Phrase("no_key"): ("keys",),
    Phrase("no_index"): ("indices",),
    Phrase("no_lint"): (),
    "AV517": ("parties",),
    "AV603": ("sources",),
}

_ON_DAYS: Final = frozenset(
    {"AV111", "AV302", "AV303", "AV305", "AV307", "AV309", "AV310"}
    | {"AV405", "AV406", "AV410", "AV411", "AV415", "AV427"}
)
_BESIDE_DAYS: Final = ("title", "split", "splits", "limits", "decisions", "condition", "source")
_ON_SPLITS: Final = frozenset({"AV406", "AV416", "AV425", "AV427"})
# Findings on one section that need another, by the section or the key of a period that is wrong.
_ON_OTHERS: Final[Mapping[object, frozenset[str]]] = {
    **dict.fromkeys(("days", "fiscal_year"), _ON_DAYS),
    **dict.fromkeys(("split", "splits", "shares"), _ON_SPLITS),
    "condition": frozenset({"AV314", "AV413"}),
    "host": frozenset({"AV621", "AV623"}),
    "parties": frozenset({"AV111", "AV406", "AV427"}),
    "keys": frozenset({"AV427"}),
    **dict.fromkeys(("proration", "volumes"), frozenset({"AV405"})),
    "lints": frozenset(SUPPRESSIBLE),
}


class Recovery:
    """A copy of the data made valid, and where it was changed for that.

    ``agreement`` is None where even that cannot be read; ``uncovered`` are diagnostics on what
    stands below a misspelt key.
    """

    def __init__(self, data: object, wrong: Iterable[Diagnostic]) -> None:
        """Change what is wrong, and what shows when that is changed."""
        self.data: Any = deepcopy(data)
        self.replaced: set[Path] = set()
        self.removed: set[Path] = set()
        self.renamed: dict[Path, Path] = {}
        self.uncovered: list[Diagnostic] = []
        self.agreement: Agreement | None = None
        for _ in range(MOST_ROUNDS):
            for diagnostic in wrong:
                for path in (diagnostic.path, *diagnostic.related):
                    if self.removed.isdisjoint(path[:length] for length in range(len(path))):
                        self._change(replace(diagnostic, path=path, related=()))
            self.agreement, wrong = validate(self.data)
            if self.agreement is not None:
                break
            # The diagnostics on what stands below a renamed key, but not on changes made here.
            changes = self.replaced | self.removed
            changed = {path[:length] for path in changes for length in range(len(path) + 1)}
            self.uncovered += [
                diagnostic
                for diagnostic in wrong
                if diagnostic.path not in changed
                and any(
                    diagnostic.path[:length] in self.renamed
                    for length in range(len(diagnostic.path) + 1)
                )
            ]
        self._removed_parts = _Parts(self.removed)
        self._changed_parts = _Parts(self.removed | self.replaced)
        self._left_out = frozenset().union(
            *(_ON_OTHERS.get(_section(path), ()) for path in self.removed | self.replaced)
        )

    def reported(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What is wrong besides: of the findings on the valid copy those that hold."""
        return [*self.uncovered, *filter(self._holds, findings)]

    def as_written(self, diagnostic: Diagnostic) -> Diagnostic:
        """A diagnostic on the valid copy with its paths in the data as written."""
        if not self.renamed:
            return diagnostic
        related = tuple(map(self._written, diagnostic.related))
        return replace(diagnostic, path=self._written(diagnostic.path), related=related)

    def _holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding on the valid copy holds for the data as written too."""
        code, places = diagnostic.code, (diagnostic.path, *diagnostic.related)
        sections = _ON_NAMES.get(diagnostic.arguments["none"] if code == "AV101" else code)
        if sections is not None:
            # What was removed may be what has the name, and a name with a wrong value no name.
            removed = any(path[0] in sections for path in self.removed)
            return not removed and diagnostic.path not in self.replaced
        parts = self._removed_parts if code in _ON_KEYS else self._changed_parts
        return code not in self._left_out and not any(map(parts.touch, places))

    def _written(self, path: Path) -> Path:
        for length in range(len(path), 0, -1):
            path = self.renamed.get(path[:length], path[:length]) + path[length:]
        return path

    def _change(self, diagnostic: Diagnostic) -> None:
        """Rename, replace or remove what a diagnostic refuses."""
        path, value = diagnostic.path, _valid_value(diagnostic)
        holder: Any = at_path(self.data, path[:-1])
        there = path and _has(holder, path[-1])
        if diagnostic.code == "AV292" and not path:
            key = diagnostic.arguments["key"]
            self.data[key] = deepcopy(_REQUIRED[key])
            self.removed.add((str(key),))
        elif there and diagnostic.code == "AV291" and self._rename(holder, diagnostic):
            pass
        elif there and value is not None and holder[path[-1]] != value:
            holder[path[-1]] = value
            self.replaced.add(path)
        else:
            self._remove(path)

    def _rename(self, holder: dict[object, object], diagnostic: Diagnostic) -> bool:
        """Write a misspelt key as the nearest known one; False where that cannot be done."""
        path, nearest = diagnostic.path, str(diagnostic.arguments["nearest"])
        if not nearest or nearest in holder:
            return False
        pairs = [(nearest if key == path[-1] else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(pairs)
        self.renamed[*path[:-1], nearest] = path
        return True

    def _remove(self, path: Path) -> None:
        """Remove the value at a path, or the nearest one above it that can be done without."""
        while path:
            *above, key = path
            holder: Any = at_path(self.data, tuple(above))
            if isinstance(holder, dict):
                holder.pop(key, None)
                if not above and key in _REQUIRED:
                    holder[key] = deepcopy(_REQUIRED[key])
                break
            # A list keeps its length, for paths count places.
            empty: object = "-" if path[0] == "assumptions" else {}
            if _has(holder, key) and holder[key] != empty:
                holder[key] = empty
                break
            path = tuple(above)
        if path:
            self.removed.add(path)


def _valid_value(diagnostic: Diagnostic) -> str | None:
    """A valid value for a place where another is refused; None where none is known."""
    if diagnostic.at == "key":
        return None
    if diagnostic.code == "AV222":
        choices = diagnostic.arguments["choices"]
        assert isinstance(choices, tuple)  # noqa: S101 - for the type checker; it always is
        return str(choices[0])
    if diagnostic.code == "AV101":
        return str(diagnostic.arguments["nearest"]) or None
    return _VALID.get(diagnostic.code)


def _has(holder: object, key: str | int) -> bool:
    """Whether there is a value at a key, or place, that can be changed."""
    if isinstance(holder, list):
        return isinstance(key, int) and key < len(holder)
    return isinstance(holder, dict) and key in holder


def _section(path: Path) -> object:
    """The section that a path is in; in a period its key, where that is not about its days."""
    if path[:1] != ("periods",):
        return path[0] if path else ""
    key = path[2] if len(path) > 2 else ""  # noqa: PLR2004
    return key if key in _BESIDE_DAYS else "days"


class _Parts:
    """The parts of an agreement that some paths are in: a cost, a key, a period's split."""

    def __init__(self, paths: Iterable[Path]) -> None:
        """Look them up beforehand: there may be thousands."""
        self.parts = {self._part(path) for path in paths}
        self.above = {part[:length] for part in self.parts for length in range(len(part))}

    def touch(self, path: Path) -> bool:
        """Whether a path is in one of the parts, or above it."""
        part = self._part(path)
        upwards = (part[:length] for length in range(len(part) + 1))
        return part in self.above or not self.parts.isdisjoint(upwards)

    @staticmethod
    def _part(path: Path) -> Path:
        return path[: 3 if path[:1] == ("periods",) else 2]
