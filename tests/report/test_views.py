"""What tables say: their rows, their sums and what stands below them."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import making

from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.formats.cells import cell_text
from avtalskalk.model.statement import Missing, Note, Statement
from avtalskalk.report.document import Cell, Column, Row, Table
from avtalskalk.report.notes import notes
from avtalskalk.report.options import By, Options, Unit
from avtalskalk.report.selection import by_agreement
from avtalskalk.report.statement_view import agreement_table, documents
from avtalskalk.report.titles import spoken_years

SWEDISH = Options()
HALF = making.HALF


def tables(statements: list[Statement], options: Options = SWEDISH) -> list[Table]:
    """All tables of a report."""
    return [
        block
        for document in documents(by_agreement(statements), options)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]


def cells(table: Table) -> list[list[str]]:
    """A table as text."""
    return [
        [
            cell_text(cell, column, "sv").replace("\u00a0", " ") + cell.mark
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        for row in table.rows
    ]


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    """Years of an agreement of any size, with segments, lines of their own, and holes."""
    items = draw(st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, unique=True))
    one = making.heading("x", **{item: item.upper() for item in items})
    amount = st.integers(-(10**12), 10**12)
    found = []
    for year in draw(st.lists(st.integers(2020, 2026), min_size=1, max_size=3, unique=True)):
        rows = []
        incomplete = draw(st.lists(st.sampled_from(items), max_size=1))
        for item in items:
            if item in incomplete:
                continue
            cut = draw(st.booleans())
            for start, end in (
                [(date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))]
                if cut
                else [(date(year, 1, 1), date(year, 12, 31))]
            ):
                share = Fraction(draw(st.integers(0, 12)), 12)
                shares = {"regionen": share, "kommunen": 1 - share}
                rows += making.split(one, year, item, draw(amount), shares, start=start, end=end)
        if draw(st.booleans()):
            rows.append(making.row(one, year, "", "kommunen", draw(amount), line="limit"))
        found.append(making.statement(one, year, rows, incomplete))
    return found


@given(
    statements(),
    st.sampled_from([None, "kr", "tkr", "mkr"]),
    st.sampled_from([(), ("kommunen",)]),
    st.sampled_from([(), ("a",), ("a", "b")]),
)
def test_what_is_shown_adds_up(
    years: list[Statement], unit: Unit | None, party: tuple[str, ...], item: tuple[str, ...]
) -> None:
    """In every column the parts make their sums, whatever is picked out or rounded."""
    (table, *_) = tables(years, SWEDISH._replace(unit=unit, party=party, item=item))
    for place, column in enumerate(table.columns):
        if column.kind == "money":
            check_column([(row, row.cells[place].value) for row in table.rows])


def check_column(column: Sequence[tuple[Row, object]]) -> None:
    """Sums of blocks, of segments, of parties and of all, where nothing is missing."""
    parts = {"body": 0, "sum": 0}
    for row, value in column:
        if row.role in parts and isinstance(value, int):
            parts[row.role] += value
    missing = any(value is None for _, value in column)
    roles = {row.role for row, _ in column}
    total = next((value for row, value in column if row.role == "total"), None)
    if isinstance(total, int) and not missing:
        assert parts["body"] == total
        assert "sum" not in roles or parts["sum"] == total
    for place, (row, value) in enumerate(column):
        if row.role == "subtotal" and isinstance(value, int) and not missing:
            below = []
            for other, part in column[place + 1 :]:
                if other.level <= row.level:
                    break
                if other.role == "body" and isinstance(part, int):
                    below.append(part)
            assert sum(below) == value


@given(st.lists(statements(), min_size=1, max_size=3), st.sampled_from([None, "tkr"]))
@pytest.mark.parametrize("by", ["party", "agreement", "item", "period"])
def test_groups_add_up(by: By, portfolio: list[list[Statement]], unit: Unit | None) -> None:
    """Each view over several agreements adds up, and all views have the same total."""
    named = [
        year._replace(heading=year.heading._replace(agreement=f"x{place}"))
        for place, years in enumerate(portfolio)
        for year in years
    ]
    (table,) = tables(named, SWEDISH._replace(by=by, unit=unit))
    for place, column in enumerate(table.columns):
        if column.kind == "money":
            values = [(row, row.cells[place].value) for row in table.rows]
            check_column(values)


def test_one_year_of_one_cost() -> None:
    """The first table that anyone sees."""
    (table,) = tables(making.spadbarn()[2:])
    assert (table.title, table.subtitle) == (
        "Samverkan om spädbarnsverksamhet",
        "Verksamhet · budget 2023 · kronor",
    )
    assert cells(table) == [
        ["Västra hälso- och sjukvårdsnämnden", "50 %", "957 238*"],
        ["Alingsås kommun", "50 %", "957 238*"],
        ["Summa", "", "1 914 476*"],
    ]


def test_what_is_missing_is_never_zero() -> None:
    """A year without its figure says so, and is named below."""
    (table,) = tables(making.spadbarn())
    assert cells(table)[2] == ["Summa", "", "saknas", "saknas", "1 914 476*"]
    assert "Saknas: budget 2021, 2022 för Verksamhet." in table.notes


def test_shares_are_shown_where_only_the_amount_is_missing() -> None:
    """A year's split is known before its amount is; the year of a change is named."""
    (table,) = tables(making.spadbarn())
    assert [row[1] for row in cells(table)] == ["70 → 50 %", "30 → 50 %", ""]
    assert "Andelarna ändras 2022." in table.notes
    (table,) = tables(making.spadbarn()[:1])
    assert cells(table)[0] == ["Västra hälso- och sjukvårdsnämnden", "70 %", "saknas"]
    unknown = making.spadbarn()
    items = tuple(item._replace(shares={}) for item in unknown[0].items)
    (table,) = tables([unknown[0]._replace(items=items), *unknown[1:]])
    assert "Andelarna gäller 2022, 2023." in table.notes
    assert "Andelarna ändras" not in "".join(table.notes)


def test_what_is_not_divided_by_shares_all_the_time_has_none() -> None:
    """Steps for nine months and half each after that is no share of a year."""
    one = making.heading(drift="Drift")
    parts = {"regionen": 700, "kommunen": 300}
    rows = [
        *(making.row(one, 2024, "drift", party, part) for party, part in parts.items()),
        *making.split(one, 2024, "drift", 200, {"regionen": HALF, "kommunen": HALF},
                      start=date(2024, 10, 1)),
    ]  # fmt: skip
    years = [making.statement(one, 2024, rows), making.statement(one, 2025, rows[:2])]
    (table,) = tables(years)
    assert [column.title for column in table.columns] == ["", "2024", "2025"]


def test_items_that_are_netted_are_called_by_all_their_titles() -> None:
    """They stand where the first of them would, and are found by either name."""
    one = making.heading(drift="Drift", hyra="Hyra", intakt="Intäkter")
    shares = {"regionen": HALF, "kommunen": HALF}
    rows = [
        *making.split(one, 2024, "hyra", 100, shares),
        *making.split(one, 2024, "drift + intakt", 200, shares),
    ]
    year = making.statement(one, 2024, rows)
    netted = making.item_total(one._replace(items={**one.items, "drift + intakt": ""}), "2024",
                               "drift + intakt", 200)  # fmt: skip
    year = year._replace(items=(*year.items, netted))
    (table,) = tables([year])
    assert [cells(table)[place][0] for place in (0, 3)] == ["Drift + Intäkter", "Hyra"]
    (table,) = tables([year], SWEDISH._replace(item=("intakt",)))
    assert table.subtitle.startswith("Drift + Intäkter")
    assert cells(table)[-1] == ["Summa", "", "2"]


def test_a_party_that_waits_for_nothing_has_its_total() -> None:
    """An incomplete cost makes only those incomplete who bear a part of it."""
    one = making.heading(a="A", b="B")
    rows = making.split(one, 2024, "a", 1_000, {"regionen": Fraction(1)})
    year = making.statement(one, 2024, rows, ["b"])
    known = year.totals[0]._replace(amount=1_000, complete=True)
    (table,) = tables([year._replace(totals=(known, year.totals[1]))])
    assert cells(table) == [
        ["A", "", "10"],
        ["Region Exempel", "100 %", "10"],
        ["B", "", "saknas"],
        ["Exempelby kommun", "", "saknas"],
        ["Region Exempel", "", "10"],
        ["Exempelby kommun", "", "saknas"],
        ["Summa", "", "saknas"],
    ]


def test_a_change_within_the_year_is_shown_with_its_days() -> None:
    """In one year a change of split is two blocks; over years an arrow in the share."""
    (table,) = tables(making.october()[1:2])
    assert cells(table)[0] == ["2022-01-01 – 2022-10-02", "", "2 750 000"]
    (table,) = tables(making.october())
    assert cells(table)[0][1] == "74 → 82 %"


def test_segments_with_the_same_shares_are_one() -> None:
    """Where only the amount changes within the year, the days are not shown."""
    one = making.heading(drift="Drift")
    shares = {"regionen": making.HALF, "kommunen": making.HALF}
    rows = [
        *making.split(one, 2024, "drift", 10_000, shares, end=date(2024, 6, 30)),
        *making.split(one, 2024, "drift", 30_000, shares, start=date(2024, 7, 1)),
    ]
    (table,) = tables([making.statement(one, 2024, rows)])
    assert cells(table)[0] == ["Region Exempel", "50 %", "200"]


def test_what_the_year_does_not_have_is_a_dash() -> None:
    """A year outside the agreement is not missing: there is nothing to know."""
    year = making.lyktan([2024])[0]
    before = Statement(year.heading, "2023", "budget", in_force=False)
    (table,) = tables([before, year])
    assert cells(table)[0] == ["Personal", "", "–", "1 240 000"]
    assert table.notes[0] == "Avtalet gäller inte 2023."


def test_no_costs() -> None:
    """An agreement without costs has no table, and says so."""
    one = making.heading()
    year = making.statement(one, 2024, [])._replace(
        missing=(Missing(one.agreement, "2024", "costs", ("costs",)),),
    )
    (table,) = tables([year])
    assert (table.columns, table.rows) == ((), ())
    assert table.notes == ("Kostnaderna framgår inte.",)


def test_own_amounts_have_no_share_column() -> None:
    """Where nothing is split there is no column of shares."""
    one = making.heading(avgift="avgift")
    rows = [making.row(one, 2024, "avgift", "kommunen", 5_000, line="own")]
    (table,) = tables([making.statement(one, 2024, rows)])
    assert [column.title for column in table.columns] == ["", "Belopp"]


def test_items_that_are_only_ids_begin_with_a_capital() -> None:
    """An item without a title is named by its id."""
    one = making.heading(drift="drift", hyra="Hyra")
    shares = {"regionen": making.HALF, "kommunen": making.HALF}
    rows = [
        *making.split(one, 2024, "hyra", 100, shares),
        *making.split(one, 2024, "drift", 100, shares),
        making.row(one, 2024, "drift", "kommunen", 100, line="surcharge"),
    ]
    (table,) = tables([making.statement(one, 2024, rows)])
    heads = [
        row[0]
        for row, made in zip(cells(table), table.rows, strict=True)
        if made.role == "subtotal"
    ]
    assert heads == ["Drift", "Drift: Påslag", "Hyra"]


def test_picking_out_parties_and_items() -> None:
    """One party needs no level for parties; several are named."""
    (table,) = tables(making.lyktan(), SWEDISH._replace(party=("kommunen",)))
    assert table.subtitle == "Exempelby kommun · budget 2024 · kronor"
    assert cells(table)[-1] == ["Summa", "", "660 000"]
    (table,) = tables(making.lyktan(), SWEDISH._replace(party=("kommunen", "regionen")))
    assert table.subtitle.startswith("Urval: Region Exempel, Exempelby kommun · ")
    (table,) = tables(making.lyktan(), SWEDISH._replace(item=("personal",)))
    assert cells(table)[-1] == ["Summa", "", "1 240 000"]
    (table,) = tables(making.lyktan(), SWEDISH._replace(item=("personal",), party=("kommunen",)))
    assert cells(table) == [["Personal", "37,5 %", "465 000"]]
    (table,) = tables(making.spadbarn()[2:], SWEDISH._replace(item=("verksamhet",)))
    assert cells(table)[-1] == ["Summa", "", "1 914 476*"]
    (table,) = tables(making.lyktan(), SWEDISH._replace(item=("nothing",)))
    assert table.rows == ()


def test_without_totals() -> None:
    """Only the costs; no sums by party, no table over all."""
    made = tables([*making.lyktan(), *making.october()[1:2]], SWEDISH._replace(totals=False))
    assert len(made) == 2
    assert {row.role for table in made for row in table.rows} == {"subtotal", "body"}
    (table,) = tables(making.lyktan(), SWEDISH._replace(totals=False, by="party"))
    assert len(table.rows) == 2


def test_over_all_agreements() -> None:
    """Last, what each party pays in all, where there are several agreements in a currency."""
    made = tables([*making.lyktan(), *making.october()[1:2], *making.euro()])
    assert [table.title for table in made[3:]] == ["Alla avtal tillsammans"]
    assert cells(made[3]) == [
        ["Region Exempel", "940 000", "2 773 000"],
        ["Exempelby kommun", "660 000", "877 000"],
        ["Summa", "1 600 000", "3 650 000"],
    ] or cells(made[3])[0] == ["Region Exempel", "2 773 000", "940 000"]


def test_conditional_groups_are_marked_and_missing_ones_named() -> None:
    """By any dimension a conditional amount carries its mark, a missing one its word."""
    for by, last in (("party", "Summa"), ("agreement", "Summa"), ("item", "Summa")):
        (table,) = tables(making.spadbarn(), SWEDISH._replace(by=by))  # type: ignore[arg-type]
        assert cells(table)[-1] == [last, "saknas", "saknas", "1 914 476*"]
        assert table.notes == (
            "* Villkorat belopp.",
            "Saknas: spadbarn: budget 2021, 2022 för Verksamhet.",
        )
    (table,) = tables(making.spadbarn(), SWEDISH._replace(by="period"))
    assert cells(table) == [
        ["2021", "saknas"],
        ["2022", "saknas"],
        ["2023-01-01 – 2023-12-31", "1 914 476*"],
        ["Summa av det som är känt", "1 914 476*†"],
    ]


def test_what_is_missing_of_a_year_stands_beside_what_is_known() -> None:
    """Days with amounts of some agreements are not the whole of a year."""
    years = [*making.lyktan([2021]), *making.spadbarn()[:1]]
    (table,) = tables(years, SWEDISH._replace(by="period"))
    assert cells(table) == [
        ["2021-01-01 – 2021-12-31", "1 600 000"],
        ["2021, övrigt", "saknas"],
        ["Summa av det som är känt", "1 600 000†"],
    ]


def test_a_sum_of_a_part_says_so() -> None:
    """What is picked out is named where rows do not show it, so that no part is read as all."""
    options = SWEDISH._replace(by="agreement", party=("kommunen",), item=("personal", "lokaler"))
    (table,) = tables(making.lyktan(), options)
    assert table.subtitle == (
        "Familjecentralen Lyktan (påhittad) · urval: Exempelby kommun, Personal, Lokaler · "
        "budget 2024 · kronor"
    )


def test_only_some_of_what_many_agreements_lack_is_named() -> None:
    """Ten thousand agreements must not give ten thousand names below one table."""
    year = making.spadbarn()[0]
    years = [
        year._replace(heading=year.heading._replace(agreement=f"avtal-{place}"))
        for place in range(7)
    ]
    (table,) = tables(years, SWEDISH._replace(by="party"))
    (note,) = table.notes
    assert note.startswith("Saknas: avtal-0: budget 2021 för Verksamhet; avtal-1: ")
    assert note.endswith("avtal-4: budget 2021 för Verksamhet; och 2 till.")


def test_a_surcharge_is_called_by_its_name() -> None:
    """A surcharge with a title stands under it."""
    one = making.heading(drift="Driften")._replace(surcharges={"drift": "Momsersättning"})
    rows = [
        making.row(one, 2024, "drift", "kommunen", 100),
        making.row(one, 2024, "drift", "kommunen", 6, line="surcharge"),
    ]
    (table,) = tables([making.statement(one, 2024, rows)])
    assert "Driften: Momsersättning" in [row[0] for row in cells(table)]


def test_items_stand_in_the_order_of_the_file() -> None:
    """By item, an item that begins later keeps its place, and what has no item comes last."""
    one = making.heading(personal="Personal", hyra="Hyra")
    years = [
        making.statement(one, year, [
            *(making.row(one, year, item, "kommunen", 100) for item in items),
            making.row(one, year, "", "kommunen", 1, line="rounding"),
        ])
        for year, items in ((2024, ["hyra"]), (2025, ["hyra", "personal"]))
    ]  # fmt: skip
    table = tables(years, SWEDISH._replace(by="item"))[-1]
    assert [row[0] for row in cells(table)] == ["Personal", "Hyra", "Avrundning", "Summa"]


def test_lines_without_an_item_by_item() -> None:
    """What belongs to no item is a group of its own."""
    (table,) = tables(making.lines_of_their_own(), SWEDISH._replace(by="item"))
    assert [row[0] for row in cells(table)] == [
        "Drift",
        "Tak/golv",
        "Avrundning",
        "Överfört från tidigare år",
        "Summa",
    ]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (["2023"], "2023"),
        (["2022", "2023"], "2022, 2023"),
        (["2019", "2021", "2022", "2023"], "2019, 2021–2023"),
        (["2022/23", "2023/24", "2024/25"], "2022/23–2024/25"),
        ([], ""),
    ],
)
def test_spoken_years(years: list[str], said: str) -> None:
    """Three years or more that follow each other are said as a range."""
    assert spoken_years(years) == said


def test_notes_that_hold_for_several_years_are_said_once() -> None:
    """A note names its years only where they are not all of them."""
    years = making.lyktan([2022, 2023, 2024])
    note = Note("lyktan", "", "no_start", {})
    noted = [year._replace(notes=(note._replace(year=year.year),) * 2) for year in years]
    sentence = "Avtalet anger inte när det började; beloppen förutsätter att det redan gäller."
    assert notes(noted, "sv") == (sentence,)
    assert notes([*noted[:2], years[2]], "sv") == (f"{sentence[:-1]} (2022, 2023).",)


def test_conditional_rows_are_explained_in_any_case() -> None:
    """A mark is never left without a word below."""
    year = making.spadbarn()[2]._replace(notes=(), assumptions=())
    assert notes([year], "en") == (
        "* Conditional amount.",
        "Source: Tjänsteskrivelse (ref.\u00a02022.036 SN, 2022-05-18).",
    )


def test_the_sources_of_amounts_and_of_the_split() -> None:
    """Where they are not the same papers, each is named; otherwise all are named once."""
    one = making.heading(drift="Drift")._replace(
        sources={"memo": ("Memo", "", "", ""), "avtal": ("Avtal", "", "", "")}
    )
    year = making.statement(
        one, 2024, [making.row(one, 2024, "drift", "kommunen", 9, source="memo")]
    )
    (table,) = tables([year._replace(share_sources=("avtal", "memo"))])
    assert table.notes[-2:] == (
        "Källa till beloppen: Memo.",
        "Källor till fördelningen: Avtal; Memo.",
    )
    (table,) = tables([year._replace(share_sources=("memo",))])
    assert table.notes[-1] == "Källa: Memo."


def test_several_sources() -> None:
    """Sources are listed once each, by title and by what they are found by."""
    one = making.heading(drift="Drift")._replace(
        sources={"avtal": ("Avtal", "", "", ""), "beslut": ("", "A 1", "§ 2", "2024-01")},
    )
    rows = [
        making.row(one, 2024, "drift", "kommunen", 100, source=source)
        for source in ("avtal", "beslut", "ett mejl", "avtal")
    ]
    assert notes([making.statement(one, 2024, rows)], "sv") == (
        "Källor: Avtal; beslut (dnr\u00a0A 1, § 2, 2024-01); ett mejl.",
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 3, 1), date(2024, 12, 31), "2024-03-01–2024-12-31"),
        (date(2024, 3, 1), "", "tiden från och med 2024-03-01"),
        ("", date(2024, 12, 31), "tiden till och med 2024-12-31"),
        ("", "", "hela avtalstiden"),
    ],
)
def test_conditional_time_may_be_open(first: date | str, last: date | str, said: str) -> None:
    """A condition names the days it holds for as far as they are known, and all who wait."""
    names = tuple(f"{letter * 40} kommun" for letter in "ABC")
    arguments: Mapping[str, Argument] = {"first": first, "last": last, "waiting": names}
    year = making.lyktan()[0]
    noted = year._replace(notes=(Note("lyktan", "2024", "conditional", arguments),))
    (note,) = notes([noted], "sv")
    assert note == (
        f"* Villkorat: beloppen för {said} förutsätter beslut av "
        f"{names[0]}, {names[1]} och {names[2]}."
    )


def test_shares_in_notes_are_read_at_a_glance() -> None:
    """The part of a year is no exercise in fractions."""
    arguments: Mapping[str, Argument] = {
        "first": date(2024, 3, 1),
        "last": date(2024, 12, 31),
        "part": Fraction(51, 61),
    }
    year = making.lyktan()[0]
    noted = year._replace(notes=(Note("lyktan", "2024", "partial_year", arguments),))
    assert notes([noted], "en") == (
        "The agreement covers only 2024-03-01–2024-12-31, 83.61% of the year.",
    )


def test_units_of_other_currencies() -> None:
    """A table says its unit in its currency's own name."""
    for unit, subtitle in (
        (None, "Drift · budget 2024 · EUR"),
        ("tkr", "Drift · budget 2024 · tusental EUR"),
    ):
        (table,) = tables(making.euro(), SWEDISH._replace(unit=unit))  # type: ignore[arg-type]
        assert table.subtitle == subtitle


def test_rows_fit_their_columns() -> None:
    """A table with a row that is too short is refused."""
    with pytest.raises(ValueError, match="does not fit"):
        Table("t", (Column("a", "text"), Column("b", "text")), (Row((Cell("x"),)),))


def test_cells_as_text() -> None:
    """Every kind of cell is written as its language writes it."""
    text, count = Column("", "text"), Column("", "count")
    percent, money = Column("", "percent"), Column("", "money", 2, 2)
    for cell, column, said in (
        (Cell("a\x1b"), text, "a\\x1b"),
        (Cell(1_234), count, "1,234"),
        (Cell(123_456), money, "1,234.56"),
        (Cell(None), money, "missing"),
        (Cell(Fraction(1, 3)), percent, "1/3"),
        (Cell((Fraction(7, 10), Fraction(1, 2))), percent, "70 → 50%"),
        (Cell((Fraction(1, 2), Fraction(1, 3))), percent, "50 → 33.33%"),
        (Cell((Fraction(2, 3), Fraction(1, 3))), percent, "2/3 → 1/3"),
        (Cell(tuple(Fraction(n, 10) for n in (1, 2, 3, 4))), percent, "10 → … → 40%"),
    ):
        assert cell_text(cell, column, "en") == said


def test_notes_of_amounts_are_in_the_readers_language() -> None:
    """A note's arguments are said as the language says them."""
    arguments: Mapping[str, Argument] = {"item": "drift", "difference": Amount(100_000, "SEK")}
    note = Note("lyktan", "2024", "rounding_changed", arguments)
    year = making.lyktan()[0]._replace(notes=(note,))
    assert agreement_table([year], SWEDISH._replace(language="en")).notes == (
        "Drift: rounding changes the total by SEK\u00a01,000.",
    )
