"""Every amount is what a second calculation, written from the documentation alone, comes to."""

import sys
from collections.abc import Iterable

import pytest
from tests.agreements_at_random import agreement_at_random
from tests.second_opinion import NobodyError, payments, years_of

from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.validation import examine

AGREEMENTS = 100
# A cap or floor that the other rules of the agreement do not let it keep: no amount at all.
IMPOSSIBLE = {"AV612", "AV613", "AV626"}

pytestmark = pytest.mark.slow


def compared(seeds: Iterable[int]) -> tuple[int, list[str]]:
    """How many years of agreements were calculated twice, and those that differ."""
    years, different = 0, []
    for seed in seeds:
        agreement = agreement_at_random(seed)
        examined = examine(agreement.written)
        assert examined.agreement is not None, (seed, examined.diagnostics)
        for year in years_of(agreement):
            statement = calculate(examined.agreement, year, "budget")
            totals = {total.party: total.amount for total in statement.totals}
            if None in totals.values():
                assert IMPOSSIBLE & {found.code for found in examined.diagnostics}, (seed, year)
                continue
            years += 1
            try:
                second = payments(agreement, year)
            except NobodyError:
                different.append(f"{seed} {year}: {totals}, where nobody can take a difference")
                continue
            if totals != {party: second.get(party, 0) for party in totals}:
                different.append(f"{seed} {year}: {totals}, not {dict(second)}")
    return years, different


def test_two_calculations_agree() -> None:
    """Agreements of all kinds of splits, costs, indices, limits and rounding, twice the same."""
    years, different = compared(range(AGREEMENTS))
    assert not different
    assert years > AGREEMENTS


if __name__ == "__main__":
    # More of them, by hand: the first seed and the one to stop before.
    number, faults = compared(range(int(sys.argv[1]), int(sys.argv[2])))
    print(f"{number} years calculated twice, {len(faults)} different", *faults, sep="\n")  # noqa: T201
