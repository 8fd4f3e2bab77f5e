"""Proposals beside each other, in one command each: budget questions, worked out by hand."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written
from tests.cli.test_whatif import rows

# 1 000 000 kr by an index whose next value is not published: 2025 is not known as it stands.
INDEXED = """avtalskalk: 1
id: hyra
title: Hyran
parties: {a: A kommun, b: B kommun}
periods: [{from: 2024-01-01, to: 2026-12-31, split: {a: 60 %, b: rest}}]
indices: {kpi: {values: {2023-10: 100}}}
costs: {hyra: {amount: 1 000 000 kr, index: {series: kpi, base: 2023-10, level: 2024}}}
"""


@pytest.fixture
def indexed(tmp_path: Path) -> str:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    for percent in "23":
        text = f"title: KPI {percent} procent\nindex: {{kpi: {percent} %}}\n"
        written(folder, f"kpi{percent}.yaml", text)
    return written(tmp_path, "hyra.yaml", INDEXED)


# --- One scenario against another ----------------------------------------------------------


def test_three_percent_instead_of_two(command: Command, indexed: str) -> None:
    """What is 3 % instead of 2 %, when the year is not known without either?

    1 020 000 kr by 60/40 is 612 000 and 408 000, 1 030 000 kr is 618 000 and 412 000: 6 000 and
    4 000 kr more.
    """
    line = ("whatif", indexed, "--year", "2025", "--scenario", "kpi3")
    alone = rows(command(*line, "-f", "csv").out)
    assert [(row["before"], row["difference"]) for row in alone] == [("", ""), ("", "")]
    done = command(*line, "--against", "kpi2", "-f", "csv")
    assert [(row["before"], row["after"], row["difference"]) for row in rows(done.out)] == [
        ("612000.00", "618000.00", "6000.00"),
        ("408000.00", "412000.00", "4000.00"),
    ]
    shown = command(*line, "--against", "kpi2").out
    assert "Compared with kpi2 · kpi3 · budget 2025" in shown
    assert "kpi2: KPI 2 procent" in shown
    assert "Missing" not in shown


def test_options_beside_a_scenario(command: Command, indexed: str) -> None:
    """Options are added to what is compared, not to what it is compared with.

    50/50 of 1 030 000 kr is 515 000 each, against 612 000 and 408 000.
    """
    line = ("whatif", indexed, "--year", "2025", "--scenario", "kpi3", "--split", "equal")
    done = command(*line, "--against", "kpi2", "-f", "csv")
    assert [row["difference"] for row in rows(done.out)] == ["-97000.00", "107000.00"]


def test_what_is_compared_with_is_among_the_inputs(command: Command, indexed: str) -> None:
    """JSON names the scenario that the others are compared with, and its file."""
    line = ("--year", "2025", "--scenario", "kpi3", "--against", "kpi2", "-f", "json")
    found = json.loads(command("whatif", indexed, *line).out)
    assert [scenario["name"] for scenario in found["scenarios"]] == ["kpi2", "kpi3"]
    assert {Path(file["path"]).name for file in found["inputs"]} == {
        *("hyra.yaml", "kpi2.yaml", "kpi3.yaml"),
    }


def test_a_settlement_against_another(command: Command, tmp_path: Path) -> None:
    """What is paid on account is the same on all sides: only the outcome's split differs.

    Budget 1 000 000 at 60/40 is paid; the outcome is 1 100 000.  At 50/50 550 000 each: A gets
    50 000 back and B pays 150 000.  At 70/30 770 000 and 330 000: A pays 170 000, B gets 70 000.
    """
    text = INDEXED.replace(
        "hyra: {amount: 1 000 000 kr, index: {series: kpi, base: 2023-10, level: 2024}}",
        "hyra: {budget: {2024: 1 000 000 kr}, actual: {2024: 1 100 000 kr}}",
    ).replace("indices: {kpi: {values: {2023-10: 100}}}", "reconciliation: {deficit: settle}")
    (tmp_path / "scenarios").mkdir()
    for name, share in {"lika": "50 %", "sjuttio": "70 %"}.items():
        written(tmp_path / "scenarios", f"{name}.yaml", f"split: {{a: {share}, b: rest}}\n")
    path = written(tmp_path, "avtal.yaml", text)
    line = ("whatif", path, "--year", "2024", "--settlement", "-f", "csv")
    done = command(*line, "--scenario", "sjuttio", "--against", "lika")
    assert [(row["before"], row["after"]) for row in rows(done.out)] == [
        ("-50000.00", "170000.00"),
        ("150000.00", "-70000.00"),
    ]


def test_no_such_scenario_to_compare_with(command: Command, indexed: str) -> None:
    """It is refused at the option that names it."""
    done = command("whatif", indexed, "--cost", "+3 %", "--against", "kpi9")
    assert done.code == 3
    assert "no scenario is called `kpi9`\n  --against kpi9" in done.err


# --- What stands first ---------------------------------------------------------------------


def test_those_that_are_affected_most_stand_first(command: Command, tmp_path: Path) -> None:
    """At 30/30/40 instead of 50/30/20 A pays 200 000 less and C as much more; B pays the same."""
    text = TWO.replace("b: B kommun", "b: B kommun, c: C kommun").replace(
        "a: 60 %, b: rest", "b: 30 %, a: 50 %, c: rest"
    )
    path = written(tmp_path, "lyktan.yaml", text)
    line = ("whatif", path, "--year", "2024", "--split", "a=30 %,b=30 %,c=40 %")
    for words, order in (((), "ABC"), (("--sort", "effect"), "ACB")):
        shown = command(*line, *words).out
        assert sorted("ABC", key=lambda name: shown.index(f"{name} kommun")) == list(order)
    assert command(*line, "--sort", "effect", "-f", "csv").code == 2


def test_per_inhabitant_on_request(command: Command, tmp_path: Path) -> None:
    """600 000 and 500 000 kr by 20 000 inhabitants is 30 and 25 kr; nobody asked, nothing shown."""
    text = TWO.replace("costs:", "keys: {population: {values: {a: 20 000, b: 10 000}}}\ncosts:")
    line = ("whatif", written(tmp_path, "lyktan.yaml", text), "--year", "2024", "--split", "equal")
    assert "inhabitant" not in command(*line).out
    shown = command(*line, "--per-unit").out
    assert "Per inhabitant" in shown
    assert "A kommun" in shown
    assert "30.00  25.00       -5.00" in shown


# --- Pictures ------------------------------------------------------------------------------

TWO = """avtalskalk: 1
id: lyktan
title: Lyktan
parties: {a: A kommun, b: B kommun}
periods: [{from: 2024-01-01, to: 2026-12-31, split: {a: 60 %, b: rest}}]
costs:
  drift: {budget: {2024: 1 000 000 kr, 2025: 1 000 000 kr}}
"""


def test_a_picture_of_what_a_change_does(command: Command, tmp_path: Path) -> None:
    """Half each instead of 60/40: A pays 100 000 less, B as much more, and the bars say so."""
    path, drawn = written(tmp_path, "lyktan.yaml", TWO), tmp_path / "skillnad.svg"
    line = ("whatif", path, "--year", "2024", "--split", "equal")
    assert command(*line, "-o", str(drawn)).code == 0
    assert all(text in drawn.read_text("utf-8") for text in ("-100,000", "+100,000", "A kommun"))
    page = tmp_path / "skillnad.html"
    assert command(*line, "-o", str(page)).code == 0
    assert "how much more or less each party pays, 2024" in page.read_text("utf-8")


@pytest.mark.parametrize(("values", "effect"), [("30 %..40 %", "+100,000"), ("50 %..40 %", "")])
def test_a_picture_of_what_matters_most(
    command: Command, tmp_path: Path, values: str, effect: str
) -> None:
    """B pays 300 000 at 30 % and 400 000 at 40 %: +100 000, and A as much less.

    The sign is the effect's own: from the highest to the lowest is no range.
    """
    path, drawn = written(tmp_path, "lyktan.yaml", TWO), tmp_path / "svep.svg"
    line = ("sweep", path, "--year", "2024", "--how", "tornado", "--vary", f"share.b={values}")
    done = command(*line, "--party", "b", "-o", str(drawn))
    assert (done.code, drawn.exists()) == ((0, True) if effect else (2, False))
    if effect:
        assert effect in drawn.read_text("utf-8")
        assert command(*line, "--party", "a", "-o", str(drawn)).code == 0
        assert "-100,000" in drawn.read_text("utf-8")


def test_a_picture_of_one_input(command: Command, tmp_path: Path) -> None:
    """Each value has its bars, with the table's amounts; two inputs have a bar for each pair."""
    path, drawn = written(tmp_path, "lyktan.yaml", TWO), tmp_path / "svep.svg"
    line = ("sweep", path, "--year", "2024", "--vary", "cost=0 %; +5 %", "-o", str(drawn))
    assert command(*line).code == 0
    assert all(text in drawn.read_text("utf-8") for text in ("600,000", "630,000", "420,000"))
    assert command(*line, "--vary", "share.a=50 %; 70 %").code == 0
    # 50 % and 70 % of 1 000 000 and of 1 050 000 kr.
    amounts = ("500,000", "700,000", "525,000", "735,000")
    assert all(text in drawn.read_text("utf-8") for text in amounts)
    assert command(*line[:4], "--vary", "cost=0 %..60 %:1 %", *line[6:]).code == 2


def test_nothing_to_picture(command: Command, tmp_path: Path) -> None:
    """A change of nothing has no bars."""
    path = written(tmp_path, "lyktan.yaml", TWO)
    done = command("whatif", path, "--cost", "+0 %", "-o", str(tmp_path / "skillnad.svg"))
    assert done.code == 2
    assert "error[AV835]" in done.err


def test_a_report_whose_layout_has_no_proposals(command: Command, indexed: str) -> None:
    """A scenario that the layout leaves no room for is refused; with room it is in the report."""
    folder = Path(indexed).parent
    line = ("report", indexed, "--year", "2025", "--today", "2025-01-01", "--scenario", "kpi2")
    without = written(folder, "utan.layout", "sections: [amounts]\n")
    done = command(*line, "--layout", without)
    assert (done.code, "AV824" in done.err) == (2, True)
    with_room = written(folder, "med.layout", "sections: [proposals: Våra förslag]\n")
    done = command(*line, "--layout", with_room)
    assert (done.code, "Våra förslag" in done.out, "kpi2" in done.out) == (0, True, True)


# --- What keeps the change within bounds ---------------------------------------------------


@pytest.mark.parametrize(
    ("want", "answer"),
    [
        # 1 000 000 kr in both years: 5 % more is 1 050 000 kr for all, 50 000 kr more for A of 60 %
        # is 83 333,33 kr more in all.
        ("any.increase<=5 %", "1,050,000"),
        ("any.difference<=5 %", "1,050,000"),
        ("a.difference<=50 tkr", "1,083,333.3"),
        ("total.difference<=-100 tkr", "900,000"),
    ],
)
def test_the_cost_that_keeps_the_change(
    command: Command, tmp_path: Path, want: str, answer: str
) -> None:
    """How much may it cost, if nobody is to pay so much more than last year, or than now?"""
    path = written(tmp_path, "lyktan.yaml", TWO)
    done = command("solve", path, "--year", "2025", "--want", want, "--vary", "cost")
    assert done.code == 0
    assert f"cost at most SEK\u00a0{answer}" in done.out


def test_the_index_where_the_agreement_as_it_stands_is_not_known(
    command: Command, indexed: str
) -> None:
    """A pays 60 % of 1 000 000 kr and the index: 615 000 kr is 2.5 %."""
    line = ("solve", indexed, "--year", "2025", "--vary", "index.kpi")
    done = command(*line, "--want", "a<=615000")
    assert done.code == 0
    assert "index.kpi at most 2.5%" in done.out
    assert "[AV874]" in command(*line, "--want", "a.difference<=5 %").err
