"""An error of one year, or of a reading, is reported by `check` and stops nothing else."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written

from avtalskalk import AgreementError, api

HEAD = "avtalskalk: 1\nid: x\ntitle: X (påhittad)\nparties: {a: Anna, b: Bo}\n"

# Nobody can take 90 000 in 2026: both may pay 55 000 at most, of 200 000.
CAP = """\
paid: {2024: {a: 50 000, b: 50 000}}
periods:
  - from: 2025-01-01
    to: 2026-12-31
    split: equal
    limits: [{each: true, max_increase: 10 %, difference: others}]
costs: {x: {budget: {2025: 100 000, 2026: 200 000}}}
"""
HOLE = """\
keys: {k: {values: {2025: {a: 1, b: 1}, 2026: {a: 1}, 2027: {a: 1, b: 1}}}}
periods: [{from: 2025-01-01, to: 2027-12-31, split: {by: k}}]
costs: {x: {budget: {2025: 100 000, 2026: 200 000}}}
"""
COVERS = """\
periods: [{from: 2025-01-01, to: 2026-06-30, split: equal}]
costs: {x: {budget: {2025: 100 000, 2026: 200 000}}}
"""
QUANTITY = """\
periods: [{from: 2025-01-01, to: 2026-06-30, split: equal}]
costs: {x: {price: 100, quantity: 1 000}}
"""
LEVEL = """\
indices: {i: {values: {2023-10: 100, 2024-10: 100, 2025-10: 110}}}
periods: [{from: 2025-01-01, to: 2026-12-31, split: equal}]
costs:
  x: {from: 2025-01-01, to: 2025-12-31, amount: 100 000}
  y: {from: 2026-01-01, amount: 1, index: {series: i, base: 2026-10, level: 2027}}
"""
KNOWN_PART = """\
periods:
  - {from: 2025-01-01, to: 2025-12-31, split: equal}
  - {from: 2026-01-01, to: 2026-12-31, split: {a: 100 %}}
costs: {x: {budget: {2025: {known_part: {b: 50 000}}, 2026: {known_part: {b: 1}}}}}
"""
READING = """\
periods: [{from: 2025-01-01, to: 2025-12-31, split: equal}]
costs: {x: {budget: {2025: 100 000}}}
readings:
  other: {title: Annat, set: {costs.x.budget.2025: många}}
  third: {title: Tredje, set: {costs.x.budget.2025: 200 000}}
"""

OF_A_YEAR = {
    "AV613": CAP, "AV503": HOLE, "AV405": COVERS, "AV524": LEVEL, "AV406": KNOWN_PART
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [*OF_A_YEAR.items(), ("AV405", QUANTITY)])
def test_an_error_of_another_year(command: Command, tmp_path: Path, code: str, text: str) -> None:
    """2025 is halves of 100 000 whatever is wrong with 2026, which is said in a note."""
    file = written(tmp_path, "x.yaml", HEAD + text)
    checked = command("check", file)
    assert (checked.code, f"error[{code}]" in checked.out) == (3, True)
    done = command("calc", file, "--year", "2025", "-f", "json")
    result = json.loads(done.out)
    assert {row["party"]: row["amount"] for row in result["totals"]} == {
        "a": "50000.00",
        "b": "50000.00",
    }
    assert [(row["code"], row["severity"]) for row in result["diagnostics"]] == [(code, "note")]
    assert (done.code, done.err.count(f"note[{code}]"), "error" in done.err) == (0, 1, False)
    for years in (["--year", "2026"], ["--years", "2025..2026"]):
        stopped = command("calc", file, *years)
        assert (stopped.code, stopped.out) == (3, "")
        assert (stopped.err.count(f"error[{code}]"), "note[" in stopped.err) == (1, False)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (CAP, ("explain", "--party", "a")),
        (CAP, ("whatif", "--cost", "+1 %")),
        (CAP, ("sweep", "--vary", "cost.x=+0 %")),
        (HOLE, ("explain", "--party", "a")),
        (HOLE, ("whatif", "--cost", "+1 %")),
        (HOLE, ("sweep", "--vary", "cost.x=90000")),
        (HOLE, ("solve", "--want", "a=51000", "--vary", "cost.x")),
        (COVERS, ("explain", "--party", "a")),
        (COVERS, ("whatif", "--cost", "+1 %")),
        (COVERS, ("sweep", "--vary", "cost.x=90000")),
        (COVERS, ("solve", "--want", "a=51000", "--vary", "cost.x")),
    ],
)
def test_other_commands(
    command: Command, tmp_path: Path, text: str, arguments: tuple[str, ...]
) -> None:
    """Every command that calculates is stopped by the year it needs, and by no other."""
    file = written(tmp_path, "x.yaml", HEAD + text)
    name, *options = arguments
    done = command(name, file, *options, "--year", "2025")
    assert (done.code, "error[" in done.err) == (0, False)
    assert "note[AV" in done.err
    stopped = command(name, file, *options, "--year", "2026")
    assert (stopped.code, stopped.out, "error[AV" in stopped.err) == (3, "", True)


def test_a_seal_and_a_diff(command: Command, tmp_path: Path) -> None:
    """A seal has no year with an error in it, and a diff compares none."""
    file = written(tmp_path, "x.yaml", HEAD + CAP)
    assert command("seal", file, "-o", str(tmp_path / "all.json")).code == 3
    sealed = str(tmp_path / "2025.json")
    assert command("seal", file, "--year", "2025", "-o", sealed).code == 0
    assert command("verify", sealed).code == 0
    done = command("diff", file, file)
    assert (done.code, done.out, "error[AV613]" in done.err) == (3, "", True)
    assert command("diff", file, file, "--year", "2025").code == 0
    assert command("show", file).code == 0


def test_the_library(tmp_path: Path) -> None:
    """The library reads the file, gives 2025, and raises for 2026."""
    file = written(tmp_path, "x.yaml", HEAD + CAP)
    (loaded,) = api.load(tmp_path / file)
    (statement,) = api.calculate(loaded, [2025])
    assert [total.amount for total in statement.totals] == [50_000_00, 50_000_00]
    with pytest.raises(AgreementError, match="AV613"):
        api.calculate(loaded, [2026])


def test_what_a_year_with_a_test_needs(command: Command, tmp_path: Path) -> None:
    """The agreement's own test of 2025 passes, and one of 2026 says what is wrong."""
    written(tmp_path, "x.yaml", HEAD + CAP)
    cases = "cases:\n  - {year: 2025, amounts: {a: 50 000}}\n  - {year: 2026, error: AV613}\n"
    tests = written(tmp_path, "x.test.yaml", cases)
    done = command("test", tests)
    assert (done.code, "error[" in done.err) == (0, False)


def test_a_reading_that_does_not_work(command: Command, tmp_path: Path) -> None:
    """It stops itself: the agreement as written and its other readings are calculated."""
    file = written(tmp_path, "x.yaml", HEAD + READING)
    checked = command("check", file)
    assert (checked.code, "error[AV201]" in checked.out) == (3, True)
    for options, amount in (((), "50000.00"), (("--reading", "third"), "100000.00")):
        done = command("calc", file, *options, "-f", "json")
        assert {row["amount"] for row in json.loads(done.out)["totals"]} == {amount}
        assert (done.code, done.err.count("note[AV201]"), "error" in done.err) == (0, 1, False)
    stopped = command("calc", file, "--reading", "other")
    assert (stopped.code, stopped.out, "error[AV201]" in stopped.err) == (3, "", True)
    beside = command("calc", file, "--reading", "all")
    assert (beside.code, "Tredje" in beside.out, "Annat" in beside.out) == (0, True, False)
