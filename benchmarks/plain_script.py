"""What a controller who knows Python writes for one year's end: each party's totals, exactly."""

import sys
from collections import defaultdict
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

import yaml

ORE = Decimal("0.01")


def number(text: object) -> Decimal:  # noqa: D103 - a script as it is written in an hour
    return Decimal(
        str(text).removesuffix("kr").removesuffix("%").replace(" ", "").replace(",", ".")
    )


totals: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
    with path.open(encoding="utf-8") as file:
        agreement = yaml.load(file, Loader=yaml.CSafeLoader)
    for year in range(2020, 2025):
        for period in agreement["periods"]:
            if period["from"].year <= year <= period["to"].year:
                shares = {party: number(share) for party, share in period["split"].items()}
        for item in agreement["costs"].values():
            amount = number(item["budget"][year])
            exact = {party: amount * share / 100 for party, share in shares.items()}
            parts = {party: part.quantize(ORE, ROUND_FLOOR) for party, part in exact.items()}
            left = int((amount - sum(parts.values())) / ORE)
            for party in sorted(exact, key=lambda party: parts[party] - exact[party])[:left]:
                parts[party] += ORE
            for party, part in parts.items():
                totals[year, party] += part
for (year, party), total in sorted(totals.items()):
    print(year, party, total)
