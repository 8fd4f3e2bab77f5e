"""A sweep beside the calculation of its years alone, and 1,000 of it through `calc`.

    python benchmarks/sweeping.py folder combinations rounds

Three inputs (a level, an index and a share), five years, three parties.  Prints a line of JSON:
each measure with what it is against, its goal and what it came to.
"""

import csv
import gc
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from measure import PROJECT, run

sys.path.insert(0, str(PROJECT / "src"))

RENT = """\
avtalskalk: 1
id: hyra
title: Hyra (påhittad)
parties: {region: Region Exempel, lund: Lunds kommun, ale: Ale kommun}
periods:
  - {from: 2024-01-01, to: 2028-12-31, split: {region: 40 %, lund: 35 %, ale: 25 %}}
costs:
  hyra: {amount: 4 000 000, index: {series: kpi, level: 2023, base: 2022-10}}
indices:
  kpi: {values: {2022-10: 384.04, 2023-10: 408.88, 2024-10: 415.51, 2025-10: 419.35,
    2026-10: 427.70, 2027-10: 436.31}}
"""
YEARS = range(2024, 2029)
SAMPLE, CALCULATED = 100, 1_000
GOAL = 3

Row = tuple[str, str, float, float | None, float, str]


def inputs(combinations: int) -> list[str]:
    """A level, an index and a share with so many values that they make the combinations."""
    each = round(combinations ** (1 / 3))
    return [
        f"cost=0 %..{(each - 1) / 10} %:0.1 %",
        f"index.kpi=0 %..{(each - 1) / 20:.2f} %:0.05 %",
        f"share.lund=10 %..{10 + (each - 1) / 2} %:0.5 %",
    ]


def words(file: Path, vary: Sequence[str], *more: str) -> list[str]:
    """The command."""
    options = [word for one in vary for word in ("--vary", one)]
    return ["-m", "avtalskalk", "sweep", str(file), "--years", "2024..2028", *options, *more]


def measured(folder: Path, combinations: int, rounds: int) -> Iterator[Row]:
    """Every measure."""
    file = folder / "hyra.yaml"
    file.write_text(RENT, encoding="utf-8")
    vary = inputs(combinations)
    from avtalskalk import api

    (loaded,) = api.load(file)
    sweep = api.sweep(loaded, vary, YEARS)
    size = sweep.size
    alone = median(_alone(loaded, sweep) for _ in range(rounds))
    start = run(words(file, [one.partition("..")[0] for one in vary]))
    name = f"{size} combinations, 5 years × 3 parties"
    for form in ("table", "csv"):
        whole = run(words(file, vary, "-f", form, "-o", str(folder / f"sweep.{_END[form]}")))
        cpu, wall = (whole.cpu - start.cpu) / size, (whole.wall - start.wall) / size
        beside = "calculating their years alone"
        yield (f"{name}, to {form}", beside, GOAL, wall / alone, cpu / alone, "×")
        peak = whole.megabytes
        yield (f"the same, to {form}: memory", "its largest process", 150, None, peak, "MB")
    yield _calculated(folder / "calc", sweep)


_END = {"table": "txt", "csv": "csv"}


def _alone(loaded: Any, sweep: Any) -> float:  # noqa: ANN401 - the program's own
    """Seconds for the years of one combination, of an agreement that is ready to be calculated."""
    from avtalskalk.calculation.calculate import calculate
    from avtalskalk.calculation.prepared import prepare

    gc.disable()
    begun = process_time()
    for _ in range(SAMPLE):
        plan = prepare(loaded.agreement)
        for year in sweep.baseline.years:
            calculate(plan, year)
    gc.enable()
    return (process_time() - begun) / SAMPLE


def _calculated(folder: Path, sweep: Any) -> Row:  # noqa: ANN401 - as above
    """How many of some combinations come to anything else when each is a file for `calc`."""
    from avtalskalk.features.whatif.outcome import try_out

    folder.mkdir()
    places = [sweep.coordinates(sweep.size * n // CALCULATED) for n in range(CALCULATED)]
    for number, where in enumerate(places):
        data = try_out(sweep.baseline, sweep.requests(where)).made.data
        text = json.dumps({**data, "id": f"c{number}"}, ensure_ascii=False)
        (folder / f"c{number}.yaml").write_text(text, encoding="utf-8")
    output = folder / "calc.csv"
    run(["-m", "avtalskalk", "calc", str(folder), "--years", "2024..2028", "-o", str(output)])
    paid: Counter[tuple[str, str, str]] = Counter()
    with output.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            kronor, _, decimals = row["amount"].partition(".")
            key = (row["agreement"], row["year"], row["party"])
            paid[key] += int(kronor + decimals)
    parties = sweep.parties
    different = 0
    for number, where in enumerate(places):
        each = (paid[f"c{number}", str(y), party] for y in YEARS for party in parties)
        different += tuple(each) != sweep.at(where)
    what = f"{CALCULATED} of them that come to another öre"
    return (what, "each a file, through `calc`", 0, None, different, "")


if __name__ == "__main__":
    found = measured(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps(list(found)))
