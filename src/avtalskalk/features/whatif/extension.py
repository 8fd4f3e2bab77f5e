"""A longer agreement: its last period goes on, and what its new years lack is carried forward."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import dotted
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Refused
from avtalskalk.features.whatif.changes import Draft
from avtalskalk.model.dated import observed_on
from avtalskalk.model.statement import BASES
from avtalskalk.model.values import Fault, read_months
from avtalskalk.periods import add_months

# A carried figure may rest on another that is lacking, too, such as one of the year before.
_ROUNDS = 5


def extend(draft: Draft, request: ChangeRequest) -> None:
    """Let the last period end so many years later, with the figures of the last year that has any.

    Each that is carried forward is marked as an assumption in the file, and so below the result.
    """
    months = read_months(request.value)
    last = max(draft.plan.terms, key=lambda term: term.span.stop)
    if not last.span.has_end:
        raise Refused("AV309", key=request.label)
    old_end = last.span.last
    new_end = (add_months(old_end + timedelta(1), months) - timedelta(1)).isoformat()
    draft.put(("periods", last.place, "to"), new_end)
    for name, item in draft.plan.agreement.costs.items():
        # An item that is said to end with the agreement goes on with it.
        if item.to == old_end:
            draft.put(("costs", name, "to"), new_end)
    draft.unsure = True
    origins: dict[Path, str | int] = {}
    for _ in range(_ROUNDS):
        if not draft.look_again():
            return
        new_years = (
            draft.plan.year(year)
            for year in range(old_end.year - 1, old_end.year + months // 12 + 3)
        )
        statements = (
            calculate(draft.plan, year.number, draft.baseline.basis)
            for year in new_years
            if year.span.stop > last.span.stop
        )
        lacking = {missing.path for statement in statements for missing in statement.missing}
        if not sum(_carry_forward(draft, path, origins) for path in sorted(lacking, key=str)):
            return
        draft.unsure = True


def _carry_forward(draft: Draft, path: Path, origins: dict[Path, str | int]) -> bool:
    """Put the latest figure before a place that has none; whether there is one.

    ``origins`` are the keys of the figures that others are carried forward from.
    """
    *above, when = path
    known = draft.at(*above)
    if not isinstance(known, dict) or when in known:
        return False
    try:
        days = {observed_on(key, draft.setting): key for key in known}
        before = [day for day in days if day < observed_on(when, draft.setting)]
    except Fault:
        return False
    if not before:
        return False
    latest = days[max(before)]
    figure: Any = deepcopy(known[latest])
    origins[path] = origins.get((*above, latest), latest)
    # An equation: what stands in a file is read in both languages.
    text = f"{dotted(path)} = {dotted((*above, origins[path]))}"
    if above[0] == "costs" and above[2] in BASES:
        # The paper is about the year that it is from.
        stated = figure if isinstance(figure, dict) else {"value": figure}
        figure = {key: value for key, value in stated.items() if key != "source"}
        figure["assumption"] = text
    else:
        written = draft.at("assumptions") or []
        texts = written if isinstance(written, list) else [written]
        draft.put(("assumptions",), [*texts, text])
    draft.put(path, figure)
    return True
