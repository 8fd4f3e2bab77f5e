"""Small agreements for tests: a short text to an agreement, and what its parties pay."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.validation import Examined, examine
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Statement

WHOLE_FORMAT = Path(__file__).parent / "model" / "whole_format.yaml"
HEAD = {"avtalskalk": "1", "id": "test", "title": "Test"}
PARTIES = {"a": "A", "b": "B", "c": "C"}
PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}

Data = dict[str, Any]


def plain(text: str) -> Data:
    """YAML text as plain data, every value the text it is."""
    return yaml.load(dedent(text), Loader=yaml.BaseLoader) or {}  # noqa: S506 - text only


def whole(text: str, **changed: Any) -> Data:
    """The data of an agreement: head, parties a, b and c, all of 2024, and what the text says.

    A ``split`` at the top is the one period's, so that a test need not write the period.
    """
    data = plain(text)
    if "periods" not in data:
        data["periods"] = [PERIOD]
    if "split" in data:
        data["periods"] = [{**data["periods"][0], "split": data.pop("split")}]
    return HEAD | {"parties": PARTIES} | data | changed


@pytest.fixture(scope="session")
def data() -> Callable[..., Data]:
    """``data("split: equal", id="x")``: the plain data of a small agreement."""
    return whole


@pytest.fixture(scope="session")
def examined() -> Callable[..., Examined]:
    """``examined("split: equal")``: what the examination of a small agreement gives."""
    return lambda text, **changed: examine(whole(text, **changed))


@pytest.fixture(scope="session")
def agreed(examined: Callable[..., Examined]) -> Callable[..., Agreement]:
    """``agreed("split: equal")``: a small agreement that has no error."""

    def read(text: str, **changed: Any) -> Agreement:
        found = examined(text, **changed)
        assert found.agreement is not None, found.diagnostics
        return found.agreement

    return read


@pytest.fixture(scope="session")
def stated(agreed: Callable[..., Agreement]) -> Callable[..., Statement]:
    """``stated("costs: …", 2024, "budget", today=day)``: a small agreement's statement."""

    def read(text: str, year: int = 2024, basis: str = "budget", **asked: Any) -> Statement:
        return calculate(agreed(text), year, basis, **asked)  # type: ignore[arg-type]

    return read


@pytest.fixture(scope="session")
def pays(stated: Callable[..., Statement]) -> Callable[..., dict[str, int | None]]:
    """``pays("costs: …", 2024)``: what each party pays, in öre."""

    def read(text: str, year: int = 2024, basis: str = "budget", **asked: Any) -> Any:
        statement = stated(text, year, basis, **asked)
        assert not statement.diagnostics
        sums = dict.fromkeys(statement.heading.parties, 0)
        for row in statement.rows:
            sums[row.party] += row.amount
        totals = {total.party: total.amount for total in statement.totals}
        assert {p: t for p, t in totals.items() if t is not None}.items() <= sums.items()
        return totals

    return read


@pytest.fixture(scope="session")
def whole_format() -> Data:
    """An agreement that uses every construct that is computed, as plain data.

    What stands in another file is for the reader; to carry a deviation is not computed yet.
    """
    found = plain(WHOLE_FORMAT.read_text(encoding="utf-8"))
    found["keys"]["yta"] = {"values": {"alfa": "5", "beta": "6", "gamma": "7", "regionen": "9"}}
    del found["indices"]["ppi"]
    del found["costs"]["avgift"]
    found["reconciliation"]["surplus"] = "settle"
    return found
