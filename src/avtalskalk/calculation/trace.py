"""What a calculation notes on its way when somebody asks how: its rules and what they used.

A calculation is handed a `Recorder`, or None, which is mute: the same functions run either way.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from avtalskalk.diagnostics import Path


class Record:
    """One rule as it was used: where it is written, what it noted, and the rules inside it.

    ``result`` is what the rule came to; ``facts`` are the rule's own, by name.
    """

    def __init__(self, rule: str, path: Path, facts: dict[str, Any]) -> None:
        """A rule that has noted nothing more yet."""
        self.rule, self.path, self.facts = rule, path, facts
        self.inside: list[Record] = []
        self.result: Any = None

    def find(self, rule: str, path: Path | None = None) -> "Record | None":
        """The first record of a rule right inside this one, at a path if one is given."""
        return next(self.all(rule, path), None)

    def find_flow(self) -> "Record | None":
        """The record of an amount that went through a split, where one did."""
        return self.find("flow")

    def find_at(self, path: Path) -> "Record | None":
        """The first record right inside this one of whatever is written at a path."""
        return next((one for one in self.inside if one.path == path), None)

    def all(self, rule: str, path: Path | None = None) -> Iterator["Record"]:
        """Every record of a rule right inside this one."""
        return (
            one for one in self.inside if one.rule == rule and (path is None or one.path == path)
        )


class Recorder:
    """Keeps what the rules note, rule inside rule as they call each other."""

    def __init__(self) -> None:
        """Nothing is noted yet."""
        self.top = Record("top", (), {})
        self._open = [self.top]

    @contextmanager
    def inside(self, rule: str, path: Path, **facts: Any) -> Iterator[Record]:  # noqa: ANN401
        """Open a rule's record: what is noted until it is closed is the rule's own."""
        record = Record(rule, path, facts)
        self._open[-1].inside.append(record)
        self._open.append(record)
        try:
            yield record
        finally:
            self._open.pop()

    def note(self, **facts: Any) -> None:  # noqa: ANN401 - whatever a rule has to say
        """Add facts to the rule that is open."""
        self._open[-1].facts |= facts


_NOBODY: AbstractContextManager[None] = nullcontext()


def inside(
    trace: Recorder | None,
    rule: str,
    path: Path,
    **facts: Any,  # noqa: ANN401 - whatever a rule has to say
) -> AbstractContextManager[Record | None]:
    """As `Recorder.inside`; nothing where nobody listens."""
    return _NOBODY if trace is None else trace.inside(rule, path, **facts)
