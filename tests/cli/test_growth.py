"""A file that is twice as long takes twice as many calls, and no more: counted, never timed."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.conftest import PROJECT

HEAD = "avtalskalk: 1\nid: a\ntitle: A (påhittad)\n"
PERIODS = "periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]\n"
PARTIES = "parties: {a: Anna, b: Bo}\n"
COSTS = "costs: {x: {budget: {2023: 100 kr}}}\n"


def items(count: int) -> str:
    """Costs, each a line of the table."""
    lines = "".join(f"  x{n}: {{budget: {{2023: {n} kr}}}}\n" for n in range(1, count + 1))
    return f"{HEAD}{PARTIES}{PERIODS}costs:\n{lines}"


def readings(count: int) -> str:
    """Readings, each of which is an agreement of its own."""
    lines = "".join(
        f"  r{n}: {{title: Läsning {n}, set: {{costs.x.budget.2023: {n} kr}}}}\n"
        for n in range(1, count + 1)
    )
    return f"{HEAD}{PARTIES}{PERIODS}{COSTS}readings:\n{lines}"


def keys(count: int) -> str:
    """Keys that nothing uses, with a value that is unlike the others."""
    lines = "".join(
        f"  k{n}: {{unit: st, values: {{2022: {{a: {n}, b: 2}}, 2023: {{a: 1, b: 90}}}}}}\n"
        for n in range(1, count + 1)
    )
    return f"{HEAD}{PARTIES}{PERIODS}{COSTS}keys:\n{lines}"


def parties(count: int) -> str:
    """Parties of a key, each with a value."""
    names = "".join(f"  p{n}: Part {n}\n" for n in range(1, count + 1))
    values = "".join(f"      p{n}: {n}\n" for n in range(1, count + 1))
    periods = PERIODS.replace("equal", "{by: k}")
    return f"{HEAD}parties:\n{names}{periods}{COSTS}keys:\n  k:\n    values:\n{values}"


def unknown(count: int) -> str:
    """Parties of a key that the agreement does not have."""
    values = "".join(f"      p{n}: {n}\n" for n in range(1, count + 1))
    return f"{HEAD}{PARTIES}{PERIODS}{COSTS}keys:\n  k:\n    values:\n{values}"


def calls(function: Callable[[], object]) -> int:
    """How many calls a function makes, of Python's and of those that are written in C."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (items, "calc -f table"),
        (items, "calc -f md"),
        (items, "show"),
        (parties, "calc -f table"),
        (parties, "explain --year 2023 --party p1"),
        (readings, "check"),
        (readings, "calc --reading all"),
        (keys, "check"),
        (parties, "check"),
        (unknown, "check"),
        (items, "report --year 2023 -f html"),
    ],
)
def test_linear_growth(
    command: Command, tmp_path: Path, text: Callable[[int], str], words: str
) -> None:
    """From 60 to 120 lines so many calls are added, and from 120 to 240 twice as many."""
    name, *options = words.split()
    counts: list[int] = []
    for size in (10, 60, 120, 240):
        file = tmp_path / f"{size}.yaml"
        file.write_text(text(size), encoding="utf-8")
        counts.append(calls(partial(command, name, str(file), *options)))
    _, first, second, third = counts
    assert third - second < 2.2 * (second - first), counts


def test_a_report_of_a_folder(command: Command, tmp_path: Path) -> None:
    """200 agreements are a page of under 5 MB, in less than four times the calls of their CSV.

    In processor time it is less than twice: the calls that read a file are longer.
    """
    (tmp_path / "avtal").mkdir()
    text = (PROJECT / "examples" / "settlement.yaml").read_text(encoding="utf-8")
    for number in range(200):
        file = tmp_path / "avtal" / f"{number}.yaml"
        file.write_text(text.replace("id: ", f"id: a{number}-"), encoding="utf-8")
    words = ("avtal", "--year", "2024", "--today", "2025-01-01")
    csv = calls(partial(command, "calc", *words, "-o", "all.csv"))
    assert calls(partial(command, "report", *words, "-o", "all.html")) < 4 * csv
    page = (tmp_path / "all.html").read_bytes()
    assert page.count(b"<article") == 201
    assert len(page) < 5_000_000
