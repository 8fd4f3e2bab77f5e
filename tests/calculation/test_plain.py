"""The usual year in few steps gives what the whole way gives, row by row."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import prepare
from avtalskalk.checks.validation import examine
from avtalskalk.model.statement import Statement

PARTIES = ("a", "b", "c")
YEARS = range(2019, 2025)


@st.composite
def splits(draw: st.DrawFn) -> object:
    """Agreed shares of whole percent, equal shares, or proportions."""
    kind = draw(st.sampled_from(["fixed", "equal", "parts"]))
    if kind == "equal":
        return "equal"
    weights = draw(st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any))
    if kind == "parts":
        return {"parts": dict(zip(PARTIES, map(str, weights), strict=True))}
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    return {
        party: f"{one.numerator}/{one.denominator}"
        for party, one in zip(PARTIES, shares, strict=True)
    }


@st.composite
def agreements(draw: st.DrawFn) -> dict[str, object]:
    """Agreements with annual figures: some years known, terms that change at New Year or not."""
    change = draw(st.sampled_from(["2021-12-31", "2021-10-02"]))
    following = {"2021-12-31": "2022-01-01", "2021-10-02": "2021-10-03"}[change]
    figures = st.dictionaries(
        st.sampled_from([str(year) for year in YEARS]),
        st.integers(-(10**9), 10**12).map(lambda minor: f"{minor // 100}.{minor % 100:02d}"),
        min_size=1,
    )
    items = {
        name: {
            "budget": draw(figures),
            "kind": draw(st.sampled_from(["cost", "revenue", "grant"])),
            "covers": "year",
        }
        for name in draw(st.lists(st.sampled_from("xyz"), min_size=1, unique=True))
    }
    method = draw(st.sampled_from(["largest_remainder", "half_up", "up", {"rest_to": "b"}]))
    return {
        "avtalskalk": "1",
        "id": "t",
        "title": "T",
        "parties": {party: party.upper() for party in PARTIES},
        "periods": [
            {"from": "2019-01-01", "to": change, "split": draw(splits())},
            {
                "from": following,
                "to": "2024-12-31",
                "split": draw(splits()),
                **draw(st.sampled_from([{}, {"condition": "identical_decision"}])),
            },
        ],
        "costs": items,
        "rounding": {"to": draw(st.sampled_from(["1 öre", "1 kr", "1 000 kr"])), "method": method},
    }


def whole_way(data: dict[str, object], year: int) -> Statement:
    """A year's statement without the short cut."""
    agreement = examine(data).agreement
    assert agreement is not None
    plan = prepare(agreement)
    plan.plain = False
    plan.profiles = {name: one._replace(plain=False) for name, one in plan.profiles.items()}
    return calculate(plan, year)


@given(agreements(), st.sampled_from(YEARS))
def test_the_short_way_gives_what_the_whole_way_gives(data: dict[str, object], year: int) -> None:
    """Rows, totals, items, notes and what is missing are the same either way."""
    examined = examine(data)
    assert examined.plan is not None
    assert whole_way(data, year) == calculate(examined.plan, year)


@given(agreements(), st.sampled_from(YEARS))
def test_totals_alone_are_the_same_totals(data: dict[str, object], year: int) -> None:
    """Leaving out the rows changes no total and no note."""
    examined = examine(data)
    assert examined.plan is not None
    whole, short = whole_way(data, year), calculate(examined.plan, year, rows=False)
    assert (whole.totals, whole.notes, whole.missing) == (
        short.totals,
        short.notes,
        short.missing,
    )
