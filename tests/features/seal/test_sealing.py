"""Sealed results: checksum and fingerprint, what has become of the files, which rows differ."""

from datetime import date
from fractions import Fraction

import pytest

from avtalskalk.features.seal.seal import (
    Compared,
    File,
    How,
    OtherName,
    Recalculated,
    Seal,
    SealedAgreement,
    as_fingerprint,
    checksum,
    compared,
    fingerprint,
    matched,
)
from avtalskalk.model.statement import (
    Allocation,
    Heading,
    ItemTotal,
    Missing,
    Note,
    Statement,
    Total,
)

HEADING = Heading("lyktan", "Lyktan", {"a": "Anna", "b": "Bo"}, "SEK", {"drift": "Drift"})
DAYS = (date(2023, 1, 1), date(2023, 12, 31))


def row(party: str, amount: int, share: str = "1/2", *, conditional: bool = False) -> Allocation:
    return Allocation(
        *("lyktan", "2023", *DAYS, "drift", "split", "budget", party),
        *(Fraction(share), amount, "SEK", conditional, ""),
    )


def total(party: str, amount: int | None, *, conditional: bool = False) -> Total:
    return Total("lyktan", "2023", party, amount, "SEK", conditional, amount is not None)


def item(exact: Fraction | int | None, amount: int | None) -> ItemTotal:
    known = (exact, amount, "SEK", False, False, "")
    return ItemTotal("lyktan", "2023", "drift", "Drift", "cost", *known)


SEALED = Statement(
    HEADING,
    "2023",
    "budget",
    rows=(row("a", 500_00), row("b", 500_00)),
    totals=(total("a", 500_00), total("b", 500_00)),
    items=(item(1000_00, 1000_00),),
    assumptions=("Antas.",),
)


# --- Checksum and fingerprint --------------------------------------------------------------


def test_the_checksum_is_of_the_content() -> None:
    """The order of keys and the checksum itself change nothing; a digit or a letter does."""
    content = {"version": "1", "rows": [{"amount": "500.00", "party": "å"}]}
    again = {"checksum": "x", "rows": [{"party": "å", "amount": "500.00"}], "version": "1"}
    assert checksum(content) == checksum(again)
    assert checksum(content) != checksum({**content, "rows": [{"amount": "500.01", "party": "å"}]})
    assert checksum(content) != checksum({**content, "version": "2"})
    # Of `{"a":1}`, worked out by another program.
    assert checksum({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


def test_a_fingerprint_is_the_first_eighty_bits() -> None:
    """Five bits a sign, in four groups of four; no sign that is taken for another."""
    assert fingerprint("0" * 64) == "2222-2222-2222-2222"
    assert fingerprint("f" * 64) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    # 00001 00010 00011 00100, then nothing.
    assert fingerprint("08864" + "0" * 59) == "3456-2222-2222-2222"
    assert fingerprint("0" * 20 + "f" * 44) == "2222-2222-2222-2222"


@pytest.mark.parametrize(
    "given",
    ["7KQ2-M4XW-9RTC-HB3D", "7kq2 m4xw 9rtc hb3d", "7KQ2M4XW9RTCHB3D", " 7KQ2–M4XW—9RTC_HB3D. "],
)
def test_a_fingerprint_as_it_was_copied(given: str) -> None:
    """Small letters, spaces and other dashes are let pass."""
    assert as_fingerprint(given) == "7KQ2-M4XW-9RTC-HB3D"


@pytest.mark.parametrize(
    "given",
    ["", "7KQ2-M4XW", "7KQ2-M4XW-9RTC-HB3D-2", "0KQ2-M4XW-9RTC-HB3D", "ÅKQ2-M4XW-9RTC-HB3D"],
)
def test_what_can_be_no_fingerprint(given: str) -> None:
    """Too few signs, too many, or one that no fingerprint has."""
    assert as_fingerprint(given) is None


# --- Files ---------------------------------------------------------------------------------


def states(
    sealed: dict[str, str], now: dict[str, str], homes: dict[str, str] | None = None
) -> list[tuple[str, ...]]:
    then, files = ([File(path, sha, 1) for path, sha in side.items()] for side in (sealed, now))
    return [tuple(one) for one in matched(then, files, homes or {})]


def test_each_state_of_a_file() -> None:
    """The same, renamed, changed, moved, missing and new, in the seal's order, the new last."""
    sealed = {"same": "1", "old": "2", "edited": "3", "before": "4", "gone": "5"}
    now = {"added": "9", "same": "1", "new name": "2", "edited": "33", "after": "44"}
    assert states(sealed, now, {"before": "after", "gone": "nowhere"}) == [
        ("same", "same", "same"),
        ("renamed", "old", "new name"),
        ("changed", "edited", "edited"),
        ("moved", "before", "after"),
        ("missing", "gone", ""),
        ("new", "", "added"),
    ]


def test_two_files_that_changed_names() -> None:
    """What a file holds says more than what it is called."""
    sealed, now = {"a": "1", "b": "2"}, {"a": "2", "b": "1"}
    assert states(sealed, now) == [("renamed", "a", "b"), ("renamed", "b", "a")]


def test_files_of_the_same_content() -> None:
    """Two files that hold the same are told apart by their paths, and each is used once."""
    sealed, now = {"a": "1", "b": "1"}, {"b": "1", "c": "1"}
    assert states(sealed, now) == [("renamed", "a", "c"), ("same", "b", "b")]
    assert states(sealed, {"b": "1"}) == [("missing", "a", ""), ("same", "b", "b")]


# --- Figures -------------------------------------------------------------------------------


def test_what_is_as_it_was() -> None:
    """The same figures are reproduced, whatever their sources and the titles are."""
    heading = HEADING._replace(title="Lyktan i stan")
    rows = tuple(one._replace(source="memo") for one in SEALED.rows)
    found = compared(SEALED, SEALED._replace(heading=heading, rows=rows))
    assert (found.reproduced, found.same_amounts, found.reworded) == (True, True, False)


def test_other_amounts() -> None:
    """The rows and totals that differ are paired, and the difference is each party's."""
    now = SEALED._replace(
        rows=(row("a", 600_00, "3/5"), SEALED.rows[1]),
        totals=(total("a", 600_00), SEALED.totals[1]),
    )
    found = compared(SEALED, now)
    assert found.rows == ((SEALED.rows[0], now.rows[0]),)
    assert found.totals == ((SEALED.totals[0], now.totals[0]),)
    assert found.comparison
    assert [one.difference for one in found.comparison.figures] == [100_00, 0]
    assert [one.difference for one in found.comparison.totals] == [100_00]
    assert (found.reproduced, found.same_amounts) == (False, False)


def test_rows_on_one_side_only() -> None:
    """A row that has gone comes before one that is new; neither has a partner."""
    new = row("c", 500_00)
    found = compared(SEALED, SEALED._replace(rows=(SEALED.rows[0], new)))
    assert found.rows == ((SEALED.rows[1], None), (None, new))
    assert not found.same_amounts


def test_rows_that_nothing_tells_apart() -> None:
    """The first is compared with the first and the second with the second; none is lost."""
    twice = SEALED._replace(rows=(row("a", 1), row("a", 2)))
    assert compared(twice, twice).reproduced
    assert compared(twice, twice._replace(rows=(row("a", 1),))).rows == ((twice.rows[1], None),)


@pytest.mark.parametrize(
    "now",
    [
        SEALED._replace(rows=(row("a", 500_00, "1/3"), SEALED.rows[1])),
        SEALED._replace(rows=(row("a", 500_00, conditional=True), SEALED.rows[1])),
        SEALED._replace(totals=(total("a", 500_00, conditional=True), SEALED.totals[1])),
        SEALED._replace(items=(item(Fraction(200_001, 2), 1000_00),)),
        SEALED._replace(missing=(Missing("lyktan", "2023", "costs.x", ()),)),
    ],
    ids=["share", "conditional row", "conditional total", "before rounding", "missing"],
)
def test_figures_that_are_no_amounts(now: Statement) -> None:
    """A share, a condition, a sum before rounding or a missing figure is a difference too."""
    found = compared(SEALED, now)
    assert (found.reproduced, found.same_amounts) == (False, True)


def test_a_year_that_has_become_incomplete() -> None:
    """An amount that is not known any more is no amount of 0: the difference is not known."""
    found = compared(SEALED, SEALED._replace(rows=(), totals=(total("a", None), total("b", None))))
    assert found.comparison
    assert [one.difference for one in found.comparison.totals] == [None]
    assert not found.same_amounts


def test_other_words() -> None:
    """Assumptions that read otherwise are said, and are no figures."""
    found = compared(SEALED, SEALED._replace(assumptions=("Antas inte.",)))
    assert (found.reproduced, found.reworded) == (True, True)


def test_other_names() -> None:
    """Names that changed places are a difference, each named; a new name is of other figures."""
    swapped = HEADING._replace(parties={"a": "Bo", "b": "Anna"})
    found = compared(SEALED._replace(heading=swapped), SEALED)
    assert (found.reproduced, found.same_figures) == (False, True)
    assert found.names == (
        OtherName("lyktan", "party", "a", "Bo", "Anna"),
        OtherName("lyktan", "party", "b", "Anna", "Bo"),
    )
    more = HEADING._replace(items={"drift": "Drift", "hyra": "Hyra"})
    assert compared(SEALED, SEALED._replace(heading=more)).reproduced
    found = compared(SEALED._replace(heading=more), SEALED)
    assert found.names == (OtherName("lyktan", "item", "hyra", "Hyra", ""),)


def test_what_stands_beside_the_figures() -> None:
    """Another note, source or kind of cost is reported, and is no figure; another year is one."""
    note = Note("lyktan", "2023", "prorated", {"months": 6})
    for changed in (
        SEALED._replace(notes=(note,)),
        SEALED._replace(rows=(SEALED.rows[0]._replace(source="beslut"), SEALED.rows[1])),
        SEALED._replace(items=(SEALED.items[0]._replace(kind="revenue"),)),
    ):
        found = compared(changed, SEALED)
        assert (found.reproduced, found.other_notes) == (True, True)
    assert not compared(SEALED, SEALED).other_notes
    assert not compared(SEALED._replace(year="2023/99"), SEALED).reproduced


def test_an_agreement_that_is_gone() -> None:
    """Of an agreement that is not found nothing is known, and nothing is reproduced."""
    found = compared(SEALED, None)
    assert found == Compared(SEALED, None)
    assert (found.reproduced, found.same_amounts, found.reworded) == (False, False, False)


# --- All of a seal -------------------------------------------------------------------------


def recalculated(version: str, now: dict[str, str], *years: Compared) -> Recalculated:
    how = How("budget", (2023,), None, assume_extended=False)
    agreement = SealedAgreement("lyktan.yaml", 1, "", (SEALED,))
    seal = Seal("0" * 64, "0.1.0", how, (File("lyktan.yaml", "1", 9),), (agreement,))
    files = [File(path, sha, 9) for path, sha in now.items()]
    return Recalculated(seal, version, ".", matched(seal.inputs, files, {}), years)


def test_a_seal_knows_its_agreements() -> None:
    """An agreement is called by its id, and its years by the calendar years they start in."""
    split = SEALED._replace(year="2023/24")
    agreement = SealedAgreement("lyktan.yaml", 1, "", (split,))
    assert (agreement.id, agreement.years) == ("lyktan", (2023,))
    assert recalculated("0.1.0", {}).seal.fingerprint == "2222-2222-2222-2222"


def test_every_year_must_come_out_again() -> None:
    """One year that differs is enough."""
    good, bad = compared(SEALED, SEALED), compared(SEALED, None)
    assert recalculated("0.1.0", {}, good, good).reproduced
    assert not recalculated("0.1.0", {}, good, bad).reproduced


def test_what_may_have_caused_a_difference() -> None:
    """Whether the program is another, and whether any file says something else."""
    assert not recalculated("0.1.0", {"lyktan.yaml": "1"}).other_version
    assert recalculated("0.2.0", {"lyktan.yaml": "1"}).other_version
    assert recalculated("0.1.0", {"lyktan.yaml": "1"}).untouched
    assert recalculated("0.1.0", {"fyren.yaml": "1"}).untouched
    assert not recalculated("0.1.0", {"lyktan.yaml": "2"}).untouched
