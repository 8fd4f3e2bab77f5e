"""Something sound in the place of all that is wrong in an agreement's data, to check the rest."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import at_path, validate

MOST_ROUNDS: Final = 6

_NUMBER = ("1", "2")
_SHARE = ("1 %", "2 %")
# The first of None: without the value, which may say less but never anything else.
_DAY = (None, "2024-01-01")
_VALUES: Final[Mapping[str, tuple[str | None, str]]] = {
    # What these refuse is an amount, a number or a share; where it is a share, the next round
    # is told so.
    **dict.fromkeys(("AV201", "AV202", "AV203", "AV204", "AV205", "AV206", "AV221"), _NUMBER),
    **dict.fromkeys(("AV223", "AV226", "AV227", "AV233"), _NUMBER),
    **dict.fromkeys(("AV207", "AV208", "AV209"), _SHARE),
    **dict.fromkeys(("AV210", "AV211"), _DAY),
    "AV214": ("1 year", "2 years"),
    **dict.fromkeys(("AV217", "AV218"), ("x", "y")),
    "AV219": ("true", "false"),
}
"""Two values, by the code that refuses what stands there: what is wrong with both of them in its
place, and with both alike, is wrong whatever should stand there."""

_AT_THE_TOP: Final[Mapping[object, Any]] = {
    "avtalskalk": "1",
    "id": "id-missing",
    "title": "-",
    "parties": {"party-a": "-", "party-b": "-"},
    "periods": [{}],
}
_EMPTY: Final[Mapping[object, Any]] = {"assumptions": "-"}


class Mended:
    """A copy of the data, mended until it can be read, and what was done for that.

    ``which`` of the two values stands for each wrong one.  ``agreement`` is None where even that
    cannot be read; ``beyond`` are findings that a misspelt key had hidden.
    """

    def __init__(self, data: object, wrong: Iterable[Diagnostic], which: int) -> None:
        """Mend what is wrong, and what shows when that is mended."""
        self.data: Any = deepcopy(data)
        self.which = which
        self.taken: set[Path] = set()
        self.put: set[Path] = set()
        self.renamed: dict[Path, Path] = {}
        self.beyond: list[Diagnostic] = []
        self.agreement: Agreement | None = None
        self._tried: set[tuple[str, Path]] = set()
        further = tuple(wrong)
        for _ in range(MOST_ROUNDS):
            for one in further:
                self._mend(one)
            self.agreement, further = validate(self.data)
            if self.agreement is not None:
                return
            self.beyond += [one for one in further if self._was_hidden(one.path)]

    def at_home(self, one: Diagnostic) -> Diagnostic:
        """A finding on the mended data with its paths in the data as written."""
        if not self.renamed:
            return one
        return replace(one, path=self._home(one.path), related=tuple(map(self._home, one.related)))

    def _home(self, path: Path) -> Path:
        for length in range(len(path), 0, -1):
            path = self.renamed.get(path[:length], path[:length]) + path[length:]
        return path

    def _was_hidden(self, path: Path) -> bool:
        """Whether a finding is about what stands below a renamed key, and not about our own."""
        below = any(path[:length] in self.renamed for length in range(len(path) + 1))
        return below and path not in self.put

    def _mend(self, one: Diagnostic) -> None:
        """Mend one wrong value, at every place where it stands."""
        for path in (one.path, *one.related):
            if one.code == "AV291" and self._rename(path, str(one.arguments["nearest"])):
                continue
            if not self._put(path, one):
                self.taken.add(self._take_out(replace(one, path=path)))

    def _rename(self, path: Path, nearest: str) -> bool:
        """Write a misspelt key as it was meant; False where that is not plain."""
        holder = at_path(self.data, path[:-1])
        if not nearest or not isinstance(holder, dict) or nearest in holder:
            return False
        pairs = [(nearest if key == path[-1] else key, inner) for key, inner in holder.items()]
        holder.clear()
        holder.update(pairs)
        self.renamed[*path[:-1], nearest] = path
        return True

    def _put(self, path: Path, one: Diagnostic) -> bool:
        """Put a sound value in a wrong one's place; False where none is known."""
        value = self._value(one)
        if value is None or (one.code, path) in self._tried:
            return False
        holder: Any = at_path(self.data, path[:-1])
        if not _may_hold(holder, path[-1]):
            return False
        self._tried.add((one.code, path))
        holder[path[-1]] = value
        self.put.add(path)
        return True

    def _value(self, one: Diagnostic) -> str | None:
        """The value that can stand for one that a finding refuses."""
        if one.at == "key":
            return None
        if one.code == "AV222":
            choices = one.arguments["choices"]
            assert isinstance(choices, tuple)  # noqa: S101 - told to the type checker; it always is
            return str(choices[-self.which])
        if one.code == "AV101":
            return str(one.arguments["nearest"])
        return _VALUES[one.code][self.which] if one.code in _VALUES else None

    def _take_out(self, one: Diagnostic) -> Path:
        """Take a wrong value out of the data, or put in a top-level one that is missing."""
        data, path = self.data, one.path
        if one.code == "AV292" and not path:
            key = str(one.arguments["key"])
            data[key] = deepcopy(_AT_THE_TOP[key])
            return (key,)
        while len(path) > 1 and not isinstance(at_path(data, path[:-1]), (dict, list)):
            path = path[:-1]
        if not path:
            return path
        holder: Any = at_path(data, path[:-1])
        if not _may_hold(holder, path[-1]):
            return path
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
            if path[0] in _AT_THE_TOP and len(path) == 1:
                holder[path[0]] = deepcopy(_AT_THE_TOP[path[0]])
            elif not holder and len(path) > 1:
                return self._take_out(replace(one, path=path[:-1]))
        else:
            # A list keeps its length, for paths count places.
            stand_in = _EMPTY.get(path[0], {})
            if holder[path[-1]] == stand_in:
                return self._take_out(replace(one, path=path[:-1]))
            holder[path[-1]] = deepcopy(stand_in)
        return path


def _may_hold(holder: object, key: str | int) -> bool:
    """Whether a value can be set there; a list may have become shorter as it was mended."""
    if isinstance(holder, list):
        return isinstance(key, int) and key < len(holder)
    return isinstance(holder, dict)
