"""Reports: a year's amounts, differences and terms for those who decide."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.conftest import PROJECT

from avtalskalk import api
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.report.sections import SECTIONS
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.files_beside import SECTIONS as NAMES
from avtalskalk.report.document import Chart, Document, Paragraph, Section, Table
from avtalskalk.report.options import Options, Rounding

SETTLEMENT = PROJECT / "examples" / "settlement.yaml"
LAYOUT = PROJECT / "examples" / "layouts" / "namnd.yaml"
TODAY = date(2025, 3, 1)
SWEDISH = Options("sv", today=TODAY, version="1")

POPULATION = """\
avtalskalk: 1
id: lyktan
title: Lyktan (påhittad)
parties: {stor: Storby, lill: Lillby}
periods: [{from: 2023-01-01, to: 2024-12-31, split: {by: population}}]
keys:
  population:
    values: {2022-11-01: {stor: 3 000, lill: 1 000}, 2023-11-01: {stor: 2 500, lill: 1 500}}
    use: {date: 11-01, year: -1}
costs: {drift: {budget: {2023: 400 000 kr, 2024: 500 000 kr}}}
"""


def report_on(
    path: Path | Loaded, *years: int, layout: Path | None = None, options: Options = SWEDISH
) -> Document:
    """A report on years of an agreement, in Swedish."""
    report = api.report(path, years or None, today=TODAY)
    assert report is not None
    chosen = api.report_layout(layout) if layout else None
    return api.report_document(report, chosen, options)


def tables(document: Document) -> Mapping[str, Table]:
    """A document's tables by their titles."""
    blocks = [block for section in document.sections for block in section.blocks]
    return {block.title: block for block in blocks if isinstance(block, Table)}


def values(table: Table) -> list[tuple[object, ...]]:
    """What the cells of a table hold."""
    return [tuple(cell.value for cell in row.cells) for row in table.rows]


def written(folder: Path, text: str) -> Path:
    """An agreement in a file."""
    path = folder / "lyktan.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_section_has_a_name_in_layouts() -> None:
    """What a layout may name is what there is, in the same order."""
    assert tuple(SECTIONS) == NAMES


def test_the_memo_says_what_the_tables_say() -> None:
    """The text for the memo: 10.9 million is 0.4 (3.8 %) more than 10.5; 7.63 of it is 70 %."""
    (section,) = (s for s in report_on(SETTLEMENT, 2024).sections if s.heading == "Sammanfattning")
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert block.text.replace("\u00a0", " ") == (
        "Räddningstjänsten (påhittad) kostar 10 900 000 kr 2024, vilket är 400 000 kr (3,8 %) "
        "mer än 2023. Stora kommun betalar 7 630 000 kr (70 %) och Lilla kommun betalar "
        "3 270 000 kr (30 %). Enligt slutavräkningen för 2023 betalar Lilla kommun "
        "548 250,30 kr till Stora kommun."
    )


def test_the_difference_from_the_year_before() -> None:
    """7.35 million to 7.63 is 280 000 kr more, or 280/7350."""
    table = tables(report_on(SETTLEMENT, 2024))["Skillnad mot 2023"]
    assert values(table) == [
        ("Stora kommun", 735000000, 763000000, 28000000, Fraction(280, 7350)),
        ("Lilla kommun", 315000000, 327000000, 12000000, Fraction(120, 3150)),
        ("Summa", 1050000000, 1090000000, 40000000, Fraction(400, 10500)),
    ]


def test_the_difference_adds_up_in_thousands(tmp_path: Path) -> None:
    """500 000 by 3/8 and 5/8, 400 000 by 1/4 and 3/4: in mkr each column sums, and each row."""
    report = api.report(written(tmp_path, POPULATION), [2024], today=TODAY)
    assert report is not None
    document = api.report_document(report, None, SWEDISH._replace(unit="mkr"))
    *parties, total = values(tables(document)["Skillnad mot 2023"])
    for column in (1, 2, 3):
        assert sum(row[column] for row in parties) == total[column]  # type: ignore[misc]
    assert all(row[2] - row[1] == row[3] for row in (*parties, total))  # type: ignore[operator]


def test_cost_per_inhabitant(tmp_path: Path) -> None:
    """2024: 500 000 by 2 500 and 1 500 inhabitants is 125 kr each, in both places."""
    table = tables(report_on(written(tmp_path, POPULATION), 2024))["Kostnad per enhet 2024"]
    assert [tuple(str(value).replace("\u00a0", " ") for value in row) for row in values(table)] == [
        ("Storby", "invånare", "2500", "31250000", "12500"),
        ("Lillby", "invånare", "1500", "18750000", "12500"),
    ]


@pytest.mark.parametrize(("rounding", "difference"), [("add-up", 101), ("plain", 100)])
def test_text_and_tables_say_the_same_figure(
    tmp_path: Path, rounding: Rounding, difference: int
) -> None:
    """500 600 kr is 501 tkr and 400 400 kr 400: the tables, and so the text, differ by 101.

    Each by itself the difference is 100 200 kr, 100 tkr.  The parties pay 5/8 and 3/8, 312 875 and
    187 725 kr, which are 313 and 188 tkr.
    """
    text = POPULATION.replace("400 000 kr", "400 400 kr").replace("500 000 kr", "500 600 kr")
    options = SWEDISH._replace(unit="tkr", rounding=rounding)
    document = report_on(written(tmp_path, text), 2024, options=options)
    (paragraph,) = document.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.replace("\u00a0", " ") == (
        f"Lyktan (påhittad) kostar 501 tkr 2024, vilket är {difference} tkr (25,0 %) mer än 2023. "
        "Storby betalar 313 tkr (62,5 %) och Lillby betalar 188 tkr (37,5 %)."
    )
    *_, (_, was, becomes, change, _) = values(tables(document)["Skillnad mot 2023"])
    assert (was, becomes, change) == (40_000_000, 50_100_000, difference * 100_000)
    assert values(tables(document)["Kostnad 2024"])[-1][-1] == 50_100_000
    (chart,) = (
        b for s in document.sections for b in s.blocks if isinstance(b, Chart) and not b.starts
    )
    assert chart.series[-1].values == (31_300_000, 18_800_000)


def test_a_year_before_without_amounts_is_not_compared_with() -> None:
    """Nothing is known of 2022: the report on 2023 has neither a difference nor several years."""
    document = report_on(PROJECT / "agreements" / "alingsas-spadbarn.yaml", 2023)
    assert not {"Skillnad mot 2022", "År för år"} & set(tables(document))
    (chart,) = (
        b for s in document.sections for b in s.blocks if isinstance(b, Chart) and not b.starts
    )
    assert [(series.name, series.values) for series in chart.series] == [
        ("2023", (95723800, 95723800))
    ]


@pytest.mark.parametrize(
    ("item", "split", "why"),
    [("", "{as_of: 2024}", "AV127"), (", hyra: {budget: {2024: 1 kr}}", "equal", "utfall 2024")],
)
def test_why_a_settlement_cannot_be_made(tmp_path: Path, item: str, split: str, why: str) -> None:
    """Terms as those of the year itself, or an outcome that is not known: no table, but why."""
    actual = f"500 000 kr}}, actual: {{2024: 510 000 kr}}}}{item}}}"
    text = POPULATION.replace("500 000 kr}}}", actual)
    text += f"host: stor\nreconciliation: {{deficit: {{do: settle, split: {split}}}}}\n"
    sections = {s.heading: s for s in report_on(written(tmp_path, text), 2024).sections}
    section = sections["Det som saknas: slutavräkning 2024"]
    assert section.blocks[0] == Paragraph("Slutavräkningen för 2024 går inte att göra.")
    assert why in str(section.blocks[1])


def test_what_many_numbers_make_is_listed_once(tmp_path: Path) -> None:
    """Of 20 parties the first lists all inhabitants; the others, and its second cost, lead there.

    Of 40 parties an explanation is not longer: so the report grows with the parties.
    """
    lengths = []
    for count in (20, 40):
        ids = [f"p{number:02}" for number in range(count)]
        text = POPULATION.replace("{stor: Storby, lill: Lillby}", str({n: n.upper() for n in ids}))
        inhabitants = str(dict.fromkeys(ids, 1000))
        for values_of_year in ("{stor: 3 000, lill: 1 000}", "{stor: 2 500, lill: 1 500}"):
            text = text.replace(values_of_year, inhabitants)
        text = text.replace("costs: {", "costs: {hyra: {budget: {2024: 20 500 kr}}, ")
        document = report_on(written(tmp_path, text.replace("'", '"')), 2024)
        explained = [s for s in document.sections if s.folded]
        rows = [
            [row.cells[0] for block in section.blocks if isinstance(block, Table)
             for row in block.rows]
            for section in explained
        ]  # fmt: skip
        assert sum("2023-11-01" in str(cell.value) for cell in rows[0]) == count + 2
        assert [cell.target for cell in rows[0] if cell.target] == ["lyktan.p00"]
        assert [cell.target for cell in rows[1] if cell.target] == ["lyktan.p00"] * 2
        assert {str(cell.value) for cell in rows[1] if cell.target} == {
            "Population, alla (talen står hos P00)"
        }
        lengths.append(len(str(explained[1])))
    assert lengths[1] < lengths[0] + 50


def test_a_bridge_is_drawn_with_the_sign_of_each_effect() -> None:
    """7 350 000, 70 % of 500 000 more is 350 000, 70 000 less is carried: 7 630 000 in 2024."""
    document = report_on(SETTLEMENT, 2024)
    charts = [b for s in document.sections for b in s.blocks if isinstance(b, Chart) and b.starts]
    assert [chart.title.partition(":")[0] for chart in charts] == ["Stora kommun", "Lilla kommun"]
    (first, *_) = charts
    assert first.series[0].values == (735_000_000, 35_000_000, -7_000_000, 763_000_000)
    assert first.starts == (0, 735_000_000, 770_000_000, 0)
    picture = api.render(Document("", (Section("", (first,)),)), "svg", SWEDISH)
    for text in ("7 350 000", "+350 000", "-70 000", "7 630 000"):
        assert text.replace(" ", "\u00a0") in picture


def test_of_many_parties_no_bridges_are_drawn_and_it_says_so(tmp_path: Path) -> None:
    """13 parties are more than have room."""
    ids = [f"p{number:02}" for number in range(13)]
    text = POPULATION.replace("{stor: Storby, lill: Lillby}", str({n: n.upper() for n in ids}))
    text = text.replace("by: population", "parts: " + str(dict.fromkeys(ids, 1)))
    text = text[: text.index("keys:")] + text[text.index("costs:") :]
    document = report_on(written(tmp_path, text.replace("'", '"')), 2024)
    (section,) = [s for s in document.sections if s.heading == "Det som ändrade beloppen"]
    assert "avtalskalk explain --from 2023 --to 2024" in str(section.blocks)


def test_a_missing_cost_is_said_and_not_invented(tmp_path: Path) -> None:
    """Without a figure there is no sum, no share and no bar."""
    path = written(tmp_path, POPULATION.replace(", 2024: 500 000 kr", ""))
    document = report_on(path, 2024)
    text = "".join(
        block.text for s in document.sections for block in s.blocks if isinstance(block, Paragraph)
    )
    assert "Kostnaden för Lyktan (påhittad) 2024 går inte att räkna ut än" in text
    assert values(tables(document)["Skillnad mot 2023"])[-1][1:4] == (40000000, None, None)
    (chart,) = (
        b for s in document.sections for b in s.blocks if isinstance(b, Chart) and not b.starts
    )
    assert chart.series[-1].values == (None, None)


def test_a_party_that_was_not_there_is_not_missing(tmp_path: Path) -> None:
    """Lillby joins in 2024: in 2023 it pays nothing, and its bar does not say "missing"."""
    text = POPULATION.replace("lill: Lillby", "lill: {name: Lillby, joined: 2024-01-01}")
    (chart,) = (
        block
        for section in report_on(written(tmp_path, text), 2024).sections
        for block in section.blocks
        if isinstance(block, Chart) and not block.starts
    )
    assert [series.values for series in chart.series] == [
        (40000000, 0), (31250000, 18750000),
    ]  # fmt: skip


def test_without_a_year_the_report_is_on_this_year() -> None:
    """On 2025-03-01 it is on 2025, with the years before; later years are not begun."""
    report = api.report(SETTLEMENT, today=date(2024, 3, 1))
    assert report is not None
    assert [statement.year for statement in report.statements] == ["2022", "2023", "2024"]


def test_a_year_without_terms_has_no_report(tmp_path: Path) -> None:
    """Nothing is in force in 2030: the report says so, and an agreement without years has none."""
    document = report_on(written(tmp_path, POPULATION), 2030)
    assert document.sections[0].blocks == (
        Paragraph("Avtalet Lyktan (påhittad) gäller inte 2030."),
    )
    bare = written(tmp_path, POPULATION.partition("costs:")[0])
    assert api.report(bare, today=TODAY) is None


def test_parties_lead_to_their_explanations() -> None:
    """In the year's table each party's sum leads to how it is worked out, which is folded."""
    document = report_on(SETTLEMENT, 2024)
    targets = {
        cell.target for s in document.sections for b in s.blocks if isinstance(b, Table)
        for row in b.rows for cell in row.cells if cell.target
    }  # fmt: skip
    folded = [section for section in document.sections if section.folded and section.anchor]
    assert {section.anchor for section in folded} == targets
    assert [section.heading for section in folded] == [
        "Så är beloppet uträknat: Stora kommun",
        "Så är beloppet uträknat: Lilla kommun",
    ]


def test_a_layout_chooses_sections_headings_and_texts() -> None:
    """The example has its own title, texts and headings; what it leaves out is left out."""
    document = report_on(SETTLEMENT, 2024, layout=LAYOUT)
    assert document.title == "Räddningstjänsten, underlag till nämnden"
    first, second, third, *_ = document.sections
    assert first.blocks == (Paragraph("Underlag till nämndens beslut om budget."),)
    assert second.heading == "Förslag till text i tjänsteskrivelsen"
    table = third.blocks[0]
    assert isinstance(table, Table)
    assert table.title == "Vad kommunerna betalar"
    assert not any(cell.target for row in table.rows for cell in row.cells)
    assert "Fakturering 2024" not in tables(document)


def test_a_layouts_heading_stands_above_the_first_of_a_section(tmp_path: Path) -> None:
    """Also above a chart, and above the first of the agreement's own headings."""
    layout = written(tmp_path, "sections: [chart: Diagrammet, terms: Så är det avtalat]\n")
    document = report_on(SETTLEMENT, 2024, layout=layout)
    (chart,) = (
        b for s in document.sections for b in s.blocks if isinstance(b, Chart) and not b.starts
    )
    assert chart.title == "Diagrammet"
    assert [section.heading for section in document.sections][1:3] == [
        "Så är det avtalat",
        "Parter",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sections: [summery]", "AV222"),
        ("sections: [{amounts: A, change: B}]", "AV293"),
        ("sections: amounts", "AV294"),
        ("sections: {amounts: A}", "AV294"),
        ("title: x", "AV292"),
        ("sections: [amounts]\nparties: {}", "AV291"),
        ("sections: [", "AV014"),
    ],
)
def test_what_is_wrong_in_a_layout_is_said(tmp_path: Path, text: str, code: str) -> None:
    """Each at its line."""
    path = written(tmp_path, f"{text}\n")
    (diagnostic, *_) = api.report_layout(path).diagnostics
    assert (diagnostic.code, diagnostic.place is not None) == (code, True)


def test_proposals_beside_the_agreement_as_it_is(tmp_path: Path) -> None:
    """They are a section with a table and a chart, in the years asked about; else there is none.

    400 000 kr by 3 000 and 1 000 inhabitants is 300 000 and 100 000; 500 000 by 2 500 and 1 500 is
    312 500 and 187 500.  Half each is 200 000 and 250 000.
    """
    path = written(tmp_path, POPULATION)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "lika.yaml").write_text("split: equal\n", encoding="utf-8")
    assert "Förslag" not in tables(report_on(path, 2023, 2024))
    scenarios = [api.scenario("lika", path)]
    report = api.report(path, (2023, 2024), scenarios=scenarios, today=TODAY)
    assert report is not None
    document = api.report_document(report, None, SWEDISH)
    assert [row[1:4] for row in values(tables(document)["Förslag"])][:6] == [
        (40000000, 40000000, 0),
        (30000000, 20000000, -10000000),
        (10000000, 20000000, 10000000),
        (50000000, 50000000, 0),
        (31250000, 25000000, -6250000),
        (18750000, 25000000, 6250000),
    ]
    blocks = [block for section in document.sections for block in section.blocks]
    drawn = [block for block in blocks if isinstance(block, Chart) and not block.starts]
    assert [series.values for series in drawn[1].series] == [
        (-10000000, 10000000), (-6250000, 6250000),
    ]  # fmt: skip


def test_a_proposal_that_cannot_be_worked_out(tmp_path: Path) -> None:
    """A report is refused with the scenario that is wrong, and not made without it."""
    path = written(tmp_path, POPULATION)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "fel.yaml").write_text("leave: ingen\n", encoding="utf-8")
    with pytest.raises(AgreementError):
        api.report(path, (2024,), scenarios=[api.scenario("fel", path)], today=TODAY)
