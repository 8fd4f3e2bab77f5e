"""Sums over compared agreements: they are the sums of the single ones, whatever is not known."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests import making

from avtalskalk.calculation.comparison import compare
from avtalskalk.formats import write_documents
from avtalskalk.model.statement import Statement, Total
from avtalskalk.report.comparison import ScenarioSet, single
from avtalskalk.report.comparison_records import records
from avtalskalk.report.comparison_sums import documents
from avtalskalk.report.document import Table
from avtalskalk.report.options import Options

PARTIES = {"lerum": "Lerums kommun", "ale": "Ale kommun", "kungalv": "Kungälvs kommun"}
Amounts = list[tuple[int | None, int | None]]
AMOUNTS = st.one_of(st.none(), st.integers(-(10**12), 10**12))
AGREEMENTS = st.lists(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=3, max_size=3), min_size=2)


def statement(name: str, amounts: list[int | None]) -> Statement:
    heading = making.heading()._replace(
        agreement=name, title=f"Avtal {name}, om något", parties=PARTIES
    )
    totals = tuple(
        Total(name, "2026", party, amount, "SEK", conditional=False, complete=amount is not None)
        for party, amount in zip(PARTIES, amounts, strict=True)
    )
    return Statement(heading, "2026", "budget", totals=totals)


def compared(agreements: list[Amounts]) -> list[ScenarioSet]:
    return [
        single(
            compare(
                [statement(f"a{place}", [was for was, _ in amounts])],
                [statement(f"a{place}", [becomes for _, becomes in amounts])],
            )
        )
        for place, amounts in enumerate(agreements)
    ]


def known(pairs: Amounts) -> list[tuple[int, int]]:
    return [(was, now) for was, now in pairs if was is not None and now is not None]


@given(AGREEMENTS)
def test_sums_are_the_sums_of_the_single_ones(agreements: list[Amounts]) -> None:
    """By party and in all, a sum is that of the figures known on both sides, and says if not all.

    Were a figure counted that is known on one side alone, the difference would be its amount.
    """
    options = Options(by="party", language="en")
    (document,) = documents(compared(agreements), options)
    table = next(b for b in document.sections[0].blocks if isinstance(b, Table))
    columns = [*zip(*agreements, strict=True), [pair for a in agreements for pair in a]]
    for row, pairs in zip(table.rows, map(list, columns), strict=True):
        both = known(pairs)
        expected = [sum(was for was, _ in both), sum(now for _, now in both)]
        was, becomes, difference = row.cells[1:4]
        assert [was.value, becomes.value] == (expected if both else [None, None])
        assert difference.value == (expected[1] - expected[0] if both else None)
        assert ("†" in was.mark) == (0 < len(both) < len(pairs))


@given(AGREEMENTS)
def test_rows_for_programs_sum_to_the_same(agreements: list[Amounts]) -> None:
    """Flat rows of every agreement sum to what the rows by party say, where all is known."""
    flat = [
        row
        for part in records(compared(agreements), Options()).rows
        if part.list == "figures"
        for row in map(list[Any], part.rows)
    ]
    by_party = [
        row
        for part in records(compared(agreements), Options(by="party")).rows
        if part.list == "figures"
        for row in map(list[Any], part.rows)
    ]
    for row in by_party:
        _, party, _, _, before, _, difference, *_, complete = row
        of_party = [single_row for single_row in flat if single_row[3] == party]
        assert complete == all(single_row[-1] for single_row in of_party)
        if complete:
            assert before == sum(single_row[4] for single_row in of_party)
            assert difference == sum(single_row[6] for single_row in of_party)
        else:
            assert (before, difference) == (None, None)


def test_two_hundred_agreements_fit_a_hundred_columns() -> None:
    """Those that change have a row each, the others one together; no line is wider than asked."""
    agreements: list[Amounts] = [
        [(10**12, 10**12 + (place % 2) * 10**9), (7, 7), (-(10**11), -(10**11))]
        for place in range(200)
    ]
    options = Options(by="agreement", language="sv", width=100)
    text = b"".join(
        write_documents("table", documents(compared(agreements), options), options)
    ).decode()
    assert max(map(len, text.splitlines())) <= 100
    # 100 of them change by 10 000 000 kr: 1 000 000 000 kr in all.
    assert "Berörs inte (100 avtal)" in " ".join(text.split())
    assert "+1\xa0000\xa0000\xa0000" in text
