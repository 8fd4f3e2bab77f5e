"""Plain data to an agreement that can be calculated, or everything that is wrong with it.

Values and checks are reported in one run: where values are wrong, the checks look at what is
left when these are taken out, and what only follows from their absence is not said.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import Any, NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.engine.checks import findings
from avtalskalk.engine.plan import Plan, prepare
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import at_path, validate

MOST_ROUNDS = 6
MOST_NESTED = 40


class Examined(NamedTuple):
    """The agreement (None where anything is an error) and all findings, warnings too.

    ``plan`` is the agreement made ready, as the checks used it.
    """

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None


def examine(data: object) -> Examined:
    """Validate plain data and check the agreement in it; paths lead into ``data``."""
    try:
        return _examined(data)
    except RecursionError:
        # A long chain of names, or data nested deeper than any file that the reader lets in.
        return Examined(None, (Diagnostic("AV008", {"limit": MOST_NESTED}),))


def _examined(data: object) -> Examined:
    agreement, wrong = validate(data)
    if agreement is not None:
        plan = prepare(agreement)
        found = tuple(findings(plan))
        if any(one.severity == "error" for one in found):
            return Examined(None, found)
        return Examined(agreement, found, plan)
    return Examined(None, (*wrong, *_in_what_is_left(data, wrong)))


def _in_what_is_left(data: object, wrong: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What the checks find once the wrong values are taken out."""
    left = deepcopy(data)
    taken: list[Path] = []
    further = tuple(wrong)
    for _ in range(MOST_ROUNDS):
        taken += [_take_out(left, one) for one in further]
        agreement, further = validate(left)
        if agreement is not None:
            return [one for one in findings(prepare(agreement)) if not _follows(one, taken)]
    return []


def _take_out(data: Any, one: Diagnostic) -> Path:  # noqa: ANN401 - plain data
    """Take a wrong value out of the data, or put in a top-level one that is missing."""
    if one.code == "AV292" and not one.path:
        stand_in = _STAND_INS.get(str(one.arguments["key"]))
        if stand_in is not None and isinstance(data, dict):
            data[one.arguments["key"]] = deepcopy(stand_in)
        return (str(one.arguments["key"]),)
    path = one.path
    while len(path) > 1 and not isinstance(at_path(data, path[:-1]), (dict, list)):
        path = path[:-1]
    if not path:
        return path
    holder = at_path(data, path[:-1])
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
        if path[0] in _STAND_INS and len(path) == 1:
            holder[path[0]] = deepcopy(_STAND_INS[path[0]])
        elif not holder and len(path) > 1:
            return _take_out(data, replace(one, path=path[:-1]))
    elif isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder):
        stand_in = _EMPTY.get(path[0], {})
        if holder[path[-1]] == stand_in:
            return _take_out(data, replace(one, path=path[:-1]))
        holder[path[-1]] = deepcopy(stand_in)
    return path


_STAND_INS: dict[object, Any] = {
    "avtalskalk": "1",
    "id": "id-missing",
    "title": "-",
    "parties": {"party-a": "-", "party-b": "-"},
    "periods": [{}],
}
_EMPTY: dict[object, Any] = {"assumptions": "-"}


# What is said of a value because of the one beside it.
_BESIDE = ("AV407", "AV408", "AV418")


def _follows(one: Diagnostic, taken: Iterable[Path]) -> bool:
    """Whether a finding may only follow from something that was taken out."""
    whole_party = any(path[:1] == ("parties",) and len(path) <= 2 for path in taken)  # noqa: PLR2004
    if one.code in ("AV101", "AV102") and whole_party:
        return True
    if one.code == "AV124":
        # What was taken out may be what the party has: too little is left to wonder.
        return True
    if one.code == "AV501" and any(path[:1] == ("keys",) for path in taken):
        return True
    if one.code in _BESIDE and any(path[:-1] == one.path[: len(path) - 1] for path in taken):
        return True
    return any(path[: len(one.path)] == one.path or one.path[: len(path)] == path for path in taken)
