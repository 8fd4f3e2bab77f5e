"""Two calculations beside each other: what is paid before and after, in all and per inhabitant."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from avtalskalk.calculation.calculate import calculate, prepare
from avtalskalk.calculation.comparison import compare, per_unit, summed, volumes
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.comparison import ComparedYear, Comparison, Paid, PerUnit, Volume

MakeAgreement = Callable[..., Agreement]

SPLIT = "split: {a: 50 %, b: rest}"
SHARED = f"""
    {SPLIT}
    costs: {{drift: {{budget: {{2024: 1 000}}}}}}
    keys:
      population: {{values: {{2024: {{a: 30, b: 20}}}}}}
      bilar: {{unit: bil, values: {{a: 4, c: 0}}}}
      elever: {{unit: elev, values: {{2024: 7}}}}
      framtid: {{unit: år, values: {{2050: {{a: 1}}}}}}
      yta: {{values: {{a: 2}}}}
    volumes: {{besök: {{2024: 8, 2023: 5}}, samtal: {{2024: 0}}}}
"""


OPEN = [{"from": "2023-01-01", "split": {"a": "50 %", "b": "rest"}}]


def compared(old: Agreement, new: Agreement, *years: int) -> Comparison:
    plans = prepare(old), prepare(new)
    before, after = ([calculate(plan, year) for year in years] for plan in plans)
    return compare(before, after, (volumes(plans[0], years), volumes(plans[1], years)))


def test_each_party_before_and_after(agreed: MakeAgreement) -> None:
    """70/30 of 1 000 kr instead of 50/50: a pays 200 kr more, which is 40 %, and b as much less."""
    new = agreed(SHARED.replace("50 %", "70 %"))
    found = compared(agreed(SHARED), new, 2024)
    told = [(one.party, one.before, one.after, one.difference) for one in found.figures]
    assert told == [("a", 50000, 70000, 20000), ("b", 50000, 30000, -20000), ("c", 0, 0, 0)]
    assert [one.relative for one in found.figures] == [Fraction(2, 5), Fraction(-2, 5), None]
    assert found.totals == (ComparedYear("test", "2024", "", Paid(100000), Paid(100000)),)
    assert found.differs
    assert found.heading.title == "Test"


def test_nothing_changed(agreed: MakeAgreement) -> None:
    """The same agreement twice gives no difference."""
    found = compared(agreed(SHARED), agreed(SHARED), 2024)
    assert not found.differs
    assert {one.difference for one in (*found.figures, *found.totals)} == {0}


def test_a_credit_that_grows() -> None:
    """What part the difference is has the difference's sign, also of an amount below zero."""
    figure = ComparedYear("x", "2024", "a", Paid(-200), Paid(-300))
    assert (figure.difference, figure.relative) == (-100, Fraction(-1, 2))


def test_what_is_not_known_has_no_difference(agreed: MakeAgreement) -> None:
    """A year without its figure on one side, and all years that it is among, cannot be compared."""
    known = SHARED.replace("{2024: 1 000}", "{2023: 500, 2024: 1 000}")
    found = compared(
        agreed(known.replace(SPLIT, ""), periods=OPEN),
        agreed(SHARED.replace(SPLIT, ""), periods=OPEN),
        *(2023, 2024),
    )
    assert [(one.year, one.difference) for one in found.totals] == [("2023", None), ("2024", 0)]
    every = summed(found.totals)
    assert (every.year, every.before, every.after) == ("", 150000, None)
    assert (every.difference, every.relative) == (None, None)


def test_a_party_that_joins_paid_nothing_before(agreed: MakeAgreement) -> None:
    """Who is no party on one side pays 0 there, and it is known that there was nobody to pay."""
    text = "split: {a: 50 %, d: rest}\ncosts: {drift: {budget: {2024: 1 000}}}"
    new = agreed(text, parties={"a": "A", "b": "B", "d": "Dalby"})
    found = compared(agreed(SHARED), new, 2024)
    assert found.parties == {"a": "A", "b": "B", "d": "Dalby", "c": "C"}
    assert [one.party for one in found.figures] == ["a", "b", "d", "c"]
    joins = found.figures[2]
    assert (joins.was, joins.becomes) == (Paid(0, there=False), Paid(50000))
    assert (joins.difference, joins.relative) == (50000, None)


def test_years_without_terms(agreed: MakeAgreement) -> None:
    """A year that neither side covers gives no figure; one that a side lacks was not paid then."""
    statement = calculate(agreed(SHARED), 2024)
    found = compare([], [statement, calculate(agreed(SHARED), 2025)])
    assert [(one.year, one.before, one.after) for one in found.totals] == [("2024", 0, 100000)]


def test_two_currencies_are_not_compared(agreed: MakeAgreement) -> None:
    """Kronor before and euro after: there are no figures, and that is a difference."""
    found = compared(agreed(SHARED), agreed(SHARED, currency="EUR"), 2024)
    assert (found.currency, found.figures, found.differs) == ("", (), True)


def test_the_volumes_that_are_known(agreed: MakeAgreement) -> None:
    """Inhabitants, keys that say their unit, and volumes; none that are 0, or the same for all."""
    assert volumes(prepare(agreed(SHARED)), [2024]) == (
        Volume("population", "", "2024", "a", Fraction(30)),
        Volume("population", "", "2024", "b", Fraction(20)),
        Volume("bilar", "bil", "2024", "a", Fraction(4)),
        Volume("besök", "besök", "2024", "", Fraction(8)),
    )


def test_per_unit(agreed: MakeAgreement) -> None:
    """500 kr by 30 inhabitants, then 700 kr by 35; 1 000 kr by 8 visits; b's not known after."""
    new = agreed(SHARED.replace("50 %", "70 %").replace("{a: 30, b: 20}", "{a: 35}"))
    found = list(per_unit(compared(agreed(SHARED), new, 2024)))
    assert found[:2] == [
        PerUnit("population", "", "2024", "a", Fraction(50000, 30), Fraction(2000)),
        PerUnit("population", "", "2024", "b", Fraction(2500), None),
    ]
    assert found[3] == PerUnit("besök", "besök", "2024", "", Fraction(12500), Fraction(12500))


@pytest.mark.parametrize("side", ["before", "after"])
def test_nothing_per_unit_of_what_is_not_known(agreed: MakeAgreement, side: str) -> None:
    """A year that is incomplete has no amount per inhabitant; one without terms none at all."""
    lacking = agreed(SHARED.replace("{2024: 1 000}", "{2023: 1}"))
    found = compared(lacking, lacking, 2024)
    assert {getattr(one, side) for one in per_unit(found)} == {None}
    assert not list(per_unit(compared(lacking, lacking, 2030)))
