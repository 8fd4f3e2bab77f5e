"""One large agreement, its splits nested, beside the same one with flat shares: a ratio.

    python benchmarks/nested.py rounds

Prints how many times the time of fifty flat fixed splits between twenty parties that many mixes
in mixes, by keys, equal and in proportions, take: `calculate` of one year, from the agreement.
"""

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from measure import PROJECT

sys.path.insert(0, str(PROJECT / "src"))

PARTIES = [f"part-{number}" for number in range(20)]
ITEMS, YEARS, YEAR = 50, range(2020, 2025), 2022

Split = Callable[[int], dict[str, Any]]


def flat(number: int) -> dict[str, Any]:
    """Agreed shares, other ones for each item."""
    more = {PARTIES[number % 20]: "6 %", PARTIES[(number + 1) % 20]: "4 %"}
    return {party: more.get(party, "5 %") for party in PARTIES}


def nested(number: int) -> dict[str, Any]:
    """A mix of equal parts, a key among half the parties, and a mix of a key and proportions."""
    parts = {party: str(place + 1) for place, party in enumerate(PARTIES)}
    inner = [
        {"weight": "50 %", "split": {"by": "visits"}},
        {"weight": "rest", "split": {"parts": parts}},
    ]
    return {
        "mix": [
            {"weight": "30 %", "split": "equal"},
            {"weight": f"{20 + number % 5} %", "split": {"by": "people", "among": PARTIES[:10]}},
            {"weight": "rest", "split": {"mix": inner}},
        ]
    }


def agreement(split: Split) -> dict[str, Any]:
    """The plain data of an agreement whose every item has a split of its own."""
    observed = {
        str(year): {party: str(100 + 7 * place + year % 5) for place, party in enumerate(PARTIES)}
        for year in range(min(YEARS) - 2, max(YEARS) + 1)
    }
    return {
        "avtalskalk": "1",
        "id": "stort",
        "title": "Stort avtal",
        "parties": {party: party.upper() for party in PARTIES},
        "periods": [{"from": "2020-01-01", "to": "2024-12-31", "split": "equal"}],
        "keys": {name: {"values": observed, "average": "3"} for name in ("people", "visits")},
        "costs": {
            f"item-{number}": {
                "budget": {str(year): f"{1000 + 37 * number + year} kr" for year in YEARS},
                "split": split(number),
            }
            for number in range(ITEMS)
        },
    }


def seconds(split: Split) -> Callable[[], float]:
    """What one calculation of an agreement with such splits takes, each time anew."""
    from avtalskalk.calculation.calculate import calculate
    from avtalskalk.checks.validation import examine

    found = examine(agreement(split)).agreement
    assert found is not None  # noqa: S101 - it is sound

    def once() -> float:
        start = process_time()
        calculate(found, YEAR)
        return process_time() - start

    return once


if __name__ == "__main__":
    of_nested, of_flat = seconds(nested), seconds(flat)
    gc.disable()
    print(median(of_nested() / of_flat() for _ in range(int(sys.argv[1]))))
