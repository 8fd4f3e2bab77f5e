"""A change beside what it changes: rows, sums, bars and what stands around them."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from tests import making

from avtalskalk import api
from avtalskalk.calculation.comparison import compare
from avtalskalk.formats.cells import bar, bar_title, cell_text
from avtalskalk.model.comparison import Volume
from avtalskalk.model.statement import Statement
from avtalskalk.report.comparison import ComparedScenario, ScenarioSet
from avtalskalk.report.comparison_view import chart, table, unit_table
from avtalskalk.report.document import Table, of_blocks
from avtalskalk.report.options import Options
from avtalskalk.words import Language

HALF = making.HALF
OLD = {"regionen": Fraction(7, 10), "kommunen": Fraction(3, 10)}
NEW = {"regionen": HALF, "kommunen": HALF}
COST = 191447600


def stated(year: int, shares: Mapping[str, Fraction], cost: int = COST) -> Statement:
    one = making.heading(drift="Driften")
    return making.statement(one, year, making.split(one, year, "drift", cost, shares))


def beside(*after: list[Statement], before: list[Statement] | None = None) -> ScenarioSet:
    """Scenarios ``a``, ``b`` and so on beside the same baseline; a single one has no name."""
    baseline = before or [stated(2022, OLD)]
    names = "abc" if len(after) > 1 else [""]
    return ScenarioSet(
        tuple(
            ComparedScenario(name, f"Förslag {name}" if name else "", compare(baseline, one))
            for name, one in zip(names, after, strict=False)
        )
    )


def written(scenarios: ScenarioSet, form: str, options: Options) -> str:
    """A table in a format."""
    return api.render(of_blocks(table(scenarios, Options())), form, options)


def cells(shown: Table, language: Language = "sv") -> list[list[str]]:
    """A table as text, bars as they stand."""
    return [
        [
            cell_text(cell, column, language).replace("\u00a0", " ")
            for cell, column in zip(row.cells, shown.columns, strict=True)
        ]
        for row in shown.rows
    ]


def test_the_change_of_alingsas() -> None:
    """1 914 476 kr at 50/50 instead of 70/30: 382 895,20 kr each way, -28,6 and +66,7 percent."""
    shown = cells(table(beside([stated(2022, NEW)]), Options("sv")))
    assert [row[:5] for row in shown] == [
        ["Region Exempel", "1 340 133,20", "957 238,00", "-382 895,20", "-28,6 %"],
        ["Exempelby kommun", "574 342,80", "957 238,00", "+382 895,20", "+66,7 %"],
        ["Summa", "1 914 476,00", "1 914 476,00", "0,00", "0,0 %"],
    ]
    assert [row[5] for row in shown] == [f"{'█' * 10}│{' ' * 10}", f"{' ' * 10}│{'█' * 10}", ""]


def test_in_english() -> None:
    """The same in English: the marks of thousands and decimals, and no space before %."""
    shown = table(beside([stated(2022, NEW)]), Options("en"))
    assert cells(shown, "en")[1][:5] == [
        *("Exempelby kommun", "574,342.80", "957,238.00", "+382,895.20", "+66.7%"),
    ]
    assert [column.title for column in shown.columns][1:5] == [
        *("Before", "After", "Difference", "Change"),
    ]
    assert shown.subtitle == "Before and after · budget 2022 · SEK"


def test_scenarios_beside_the_same_baseline() -> None:
    """Each party's amount as it is and with each scenario; below them how much more that is."""
    shown = table(beside([stated(2022, NEW)], [stated(2022, OLD, 2 * COST)]), Options("sv"))
    assert [column.title for column in shown.columns] == ["", "Nu", "a", "b"]
    assert cells(shown)[:3] == [
        ["Region Exempel", "1 340 133,20", "957 238,00", "2 680 266,40"],
        ["Skillnad", "", "-382 895,20", "+1 340 133,20"],
        ["Ändring", "", "-28,6 %", "+100,0 %"],
    ]
    assert shown.notes == ("a: Förslag a", "b: Förslag b")
    assert [row.level for row in shown.rows] == [0, 1, 1] * 3


def test_what_no_scenario_changes_has_no_differences() -> None:
    """Equal amounts say themselves that nothing becomes of them: no row of zeros below."""
    shown = cells(table(beside([stated(2022, OLD)], [stated(2022, OLD)]), Options("sv")))
    assert [row[0] for row in shown] == ["Region Exempel", "Exempelby kommun", "Summa"]


FIVE = ("Lerums kommun", "Alingsås kommun", "Partille kommun", "Vårgårda", "Herrljunga kommun")


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_three_proposals_of_five_parties_and_two_years(form: str) -> None:
    """They stand in one table of at most 100 columns, with öre; HTML has all of its figures.

    10 000 000,50 kr by fifths is 2 000 000,10 kr each; a party with a half gets 5 000 000,25 kr,
    3 000 000,15 kr or 150,0 % more, and the others 1 250 000,06 or 1 250 000,07 kr.
    """
    parties = dict(zip("abcde", FIVE, strict=True))
    one = making.heading(drift="Driften")._replace(parties=parties)

    def split(half: str) -> list[Statement]:
        part = Fraction(1, 8) if half else Fraction(1, 5)
        shares = {party: HALF if party == half else part for party in parties}
        return [
            making.statement(one, year, making.split(one, year, "drift", 1_000_000_050, shares))
            for year in (2024, 2025)
        ]

    proposals = beside(split("a"), split("b"), split("c"), before=split(""))
    drawn = written(proposals, form, Options("sv", width=100)).replace("\u00a0", " ")
    if form == "table":
        assert max(map(len, drawn.split("\n"))) <= 100
    for text in ("Nu", "2 000 000,10", "5 000 000,25", "+3 000 000,15", "+150,0 %", "-37,5 %"):
        assert text in drawn
    lines = drawn.split("\n")
    assert sum("Lerums kommun" in line for line in lines) == 3
    assert sum("2 000 000,10" in line and "5 000 000,25" in line for line in lines) == 6


def test_several_years_and_all_of_them() -> None:
    """Each year with its parties below, and last the years together."""
    one = beside(
        [stated(2022, NEW), stated(2023, OLD)], before=[stated(2022, OLD), stated(2023, OLD)]
    )
    shown = cells(table(one, Options("sv")))
    assert [row[0] for row in shown] == [
        *("2022", "Region Exempel", "Exempelby kommun"),
        *("2023", "Region Exempel", "Exempelby kommun"),
        *("Alla åren", "Region Exempel", "Exempelby kommun"),
    ]
    assert shown[8][1:5] == ["1 148 685,60", "1 531 580,80", "+382 895,20", "+33,3 %"]


def test_years_that_are_not_known_have_no_sum() -> None:
    """Where a year is incomplete there is no row for all years; what is missing is named."""
    lacking = making.statement(making.heading(drift="Driften"), 2023, [], ["drift"])
    one = beside([stated(2022, NEW), lacking], before=[stated(2022, OLD), lacking])
    shown = table(one, Options("sv"))
    assert [row[0] for row in cells(shown)][::3] == ["2022", "2023"]
    assert cells(shown)[4][1:5] == ["saknas"] * 4
    assert "Saknas: budget 2023 för Driften." in shown.notes


def test_what_only_the_baseline_lacks() -> None:
    """A figure that was missing and now is known is named as missing before."""
    lacking = making.statement(making.heading(drift="Driften"), 2022, [], ["drift"])
    shown = table(beside([stated(2022, NEW)], before=[lacking]), Options("sv"))
    assert shown.notes == ("Saknas: Före: budget 2022 för Driften.",)


def test_a_party_that_was_none() -> None:
    """Who was no party has a dash before and no percent, but a difference and a bar."""
    one = making.heading(drift="Driften")
    alone = one._replace(parties={"regionen": "Region Exempel"})
    before = making.statement(
        alone, 2022, making.split(alone, 2022, "drift", COST, {"regionen": Fraction(1)})
    )
    shown = cells(table(beside([stated(2022, NEW)], before=[before]), Options("sv")))
    assert shown[1][1:5] == ["–", "957 238", "+957 238", "–"]
    assert shown[1][5].endswith("█")


def test_rounded_so_that_it_adds_up() -> None:
    """In thousands each side sums, and the difference is that of what is shown."""
    shown = table(beside([stated(2022, NEW)]), Options("sv", unit="tkr"))
    assert [row[1:4] for row in cells(shown)] == [
        ["1 340", "957", "-383"],
        ["574", "957", "+383"],
        ["1 914", "1 914", "0"],
    ]
    assert shown.notes[-1].startswith("Avrundat till hela tusental kronor")


def test_one_party_alone() -> None:
    """With one party picked out there is no sum; over several years each is a heading."""
    picked = Options("sv", party=("kommunen",), item=("drift",))
    shown = table(beside([stated(2022, NEW)]), picked)
    assert [row[0] for row in cells(shown)] == ["Exempelby kommun"]
    assert "urval: Exempelby kommun, Driften" in shown.subtitle
    one = beside(
        [stated(2022, NEW), stated(2023, NEW)], before=[stated(2022, OLD), stated(2023, OLD)]
    )
    years = table(one, picked)
    assert [row.role for row in years.rows] == ["head", "body"] * 3


def test_a_year_without_terms_has_no_rows() -> None:
    """Years in which nothing is in force are left out."""
    outside = Statement(making.heading(drift="Driften"), "2023", "budget", in_force=False)
    one = beside([stated(2022, NEW), outside], before=[stated(2022, OLD), outside])
    assert [row[0] for row in cells(table(one, Options("sv")))] == [
        *("Region Exempel", "Exempelby kommun", "Summa"),
    ]


def test_conditional_amounts_are_marked() -> None:
    """Amounts that depend on a decision carry the mark on either side, and it is explained."""
    one = making.heading(drift="Driften")
    rows = making.split(one, 2022, "drift", COST, NEW, conditional=True)
    after = making.statement(one, 2022, rows)
    shown = table(beside([after], [after]), Options("sv"))
    assert [cell.mark for cell in shown.rows[0].cells] == ["", "", "*", "*"]
    assert shown.notes[-1] == "* Villkorat belopp."


def test_the_assumptions_of_the_baseline_stand_below_scenarios() -> None:
    """What the agreement assumes is said once, however many scenarios there are."""
    baseline = stated(2022, OLD)._replace(assumptions=("Hyran ingår.",))
    shown = table(beside([stated(2022, NEW)], [stated(2022, NEW)], before=[baseline]), Options())
    assert shown.notes[-1] == "Antagande: Hyran ingår."


def test_another_currency() -> None:
    """Amounts in two currencies are not compared, and it is said of the scenario that has them."""
    euro = making.heading(currency="EUR", drift="Driften")
    other = making.statement(euro, 2022, making.split(euro, 2022, "drift", COST, NEW))
    alone = table(beside([other]), Options("sv"))
    assert alone.rows == ()
    assert alone.notes[0].startswith("Beloppen är inte i samma valuta")
    among = table(beside([other], [stated(2022, NEW)]), Options("sv"))
    assert "a: Beloppen är inte i samma valuta före och efter, så de jämförs inte." in among.notes
    assert len(among.rows) == 3


def with_volumes(one: ScenarioSet, *volumes: Volume) -> ScenarioSet:
    both = volumes, volumes
    return ScenarioSet(
        tuple(s._replace(comparison=replace(s.comparison, volumes=both)) for s in one.scenarios)
    )


def test_per_inhabitant_and_per_visit() -> None:
    """574 342,80 kr by 40 000 inhabitants is 14,36 kr each; the whole cost by its visits."""
    known = (
        Volume("population", "", "2022", "kommunen", Fraction(40000)),
        Volume("besök", "besök", "2022", "", Fraction(1000)),
    )
    shown = unit_table(with_volumes(beside([stated(2022, NEW)]), *known), Options("sv"))
    assert shown is not None
    assert cells(shown) == [
        ["Per invånare", "", "", ""],
        ["Exempelby kommun", "14,36", "23,93", "+9,57"],
        ["Per besök", "", "", ""],
        ["Summa", "1 914,48", "1 914,48", "0,00"],
    ]


def test_per_unit_of_several_scenarios_and_years() -> None:
    """Each year has its heading, each scenario its column; one without figures has a dash."""
    one = beside(
        [stated(2022, NEW), stated(2023, NEW)],
        [stated(2022, NEW)],
        before=[stated(2022, OLD)],
    )
    known = [Volume("p", "elev", year, "kommunen", Fraction(100)) for year in ("2022", "2023")]
    shown = unit_table(with_volumes(one, *known), Options("sv"))
    assert shown is not None
    assert [row[0] for row in cells(shown)] == [
        *("Per elev · 2022", "Exempelby kommun", "Skillnad"),
        *("Per elev · 2023", "Exempelby kommun", "Skillnad"),
    ]
    assert cells(shown)[-1][1:] == ["", "+9 572,38", "–"]


def test_without_volumes_there_is_nothing_per_unit() -> None:
    """No volume, no table."""
    assert unit_table(beside([stated(2022, NEW)]), Options("sv")) is None


# --- Charts --------------------------------------------------------------------------------


def test_a_chart_has_the_differences_of_the_table() -> None:
    """Each party's bar goes to the right for more and to the left for less, as the table says."""
    drawn = chart(beside([stated(2022, NEW)]), Options("sv"))
    assert drawn is not None
    assert drawn.column.kind == "difference"
    assert drawn.places == ("Region Exempel", "Exempelby kommun")
    assert [(series.name, series.values) for series in drawn.series] == [
        ("", (-38289520, 38289520)),
    ]


def test_a_bar_for_each_scenario_and_year() -> None:
    """Of several scenarios and years each bar is named after both, and in thousands if asked."""
    proposals = beside(
        *([stated(2022, shares), stated(2023, shares)] for shares in (NEW, OLD)),
        before=[stated(2022, OLD), stated(2023, OLD)],
    )
    drawn = chart(proposals, Options("sv", unit="tkr"))
    assert drawn is not None
    assert [series.name for series in drawn.series] == ["a 2022", "a 2023", "b 2022", "b 2023"]
    assert [series.values[1] for series in drawn.series] == [38300000, 38300000, 0, 0]


def test_nothing_to_draw() -> None:
    """Where nothing differs, or nothing is known, there is no chart."""
    lacking = making.statement(making.heading(drift="Driften"), 2022, [], ["drift"])
    for after in (stated(2022, OLD), lacking):
        assert chart(beside([after]), Options("sv")) is None


# --- Bars ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (Fraction(1), "   │███"),
        (Fraction(-1), "███│   "),
        (Fraction(1, 2), "   │█▌ "),
        (Fraction(-1, 2), " ▐█│   "),
        (Fraction(1, 1000), "   │▌  "),
        (Fraction(0), "   │   "),
    ],
)
def test_a_bar(value: Fraction, drawn: str) -> None:
    """To the left who pays less, to the right who pays more; what is not zero is seen."""
    assert bar(value, 7) == drawn
    assert len(bar_title(7)) == 7


@pytest.mark.parametrize("columns", [80, 120])
def test_a_table_keeps_to_the_width(columns: int) -> None:
    """With öre and long names the bars still fit in 80 columns, and nothing sticks out."""
    one = making.heading(drift="Driften")
    names = {"regionen": "Västra hälso- och sjukvårdsnämnden", "kommunen": "Alingsås kommun"}
    long = one._replace(parties=names)
    sides = (
        [making.statement(long, 2022, making.split(long, 2022, "drift", COST, shares))]
        for shares in (OLD, NEW)
    )
    before, after = sides
    drawn = written(beside(after, before=before), "table", Options(width=columns))
    lines = drawn.split("\n")
    assert max(map(len, lines)) <= columns
    assert any("│██" in line for line in lines)


def test_where_there_is_no_room_the_figures_go_first() -> None:
    """In 60 columns the bars are left out and the figures are in two parts."""
    drawn = written(beside([stated(2022, NEW)]), "table", Options(width=60))
    assert "│" not in drawn
    assert "+66,7\u00a0%" in drawn


def test_bars_keep_their_shape_in_markdown() -> None:
    """A bar is code with hard spaces: its signs are equally wide and stay where they are."""
    drawn = written(beside([stated(2022, NEW)]), "md", Options())
    assert f"`{chr(0xA0) * 10}│{'█' * 10}`" in drawn
