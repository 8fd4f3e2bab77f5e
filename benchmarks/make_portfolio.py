"""A folder of invented agreements to measure on: the same files for the same number.

    python benchmarks/make_portfolio.py 10000 folder

Each is about 65 lines, as a real one is: three parties, two cost items with five years of
figures, two periods with their shares and decisions, comments, å, ä and ö.
"""

import random
import sys
from pathlib import Path

YEARS = range(2020, 2025)
LINES = 65

_HEAD = """\
# Påhittat avtal {number}
avtalskalk: 1
id: avtal-{number}
title: Samverkan om verksamhet nummer {number}
parties:
  region: Region Påhitt {region}
  kommun_a: Åby kommun
  kommun_b: Östervåla kommun
periods:
"""
_PERIOD = """\
  - from: {first}-01-01
    to: {last}-12-31
    split:
      region: {region} %
      kommun_a: {kommun_a} %
      kommun_b: {kommun_b} %
    decisions:
      region: {{date: {before}-11-05, dnr: RS {before}-{number}, status: approved}}
      kommun_a: {{date: {before}-12-05, dnr: KS {before}-{number}, status: approved}}
"""
_BETWEEN = "  # ny fördelning från 2022\n"
_ITEM = """\
  {name}:
    title: {title}
    budget:
"""
_COMMENT = "# en rad kommentar om något som står i avtalet\n"


def make(folder: Path, count: int, *, wrong: int = 0) -> None:
    """Write so many agreements; the shares of ``wrong`` of them, evenly spread, are over 100 %."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)  # noqa: S311 - chance, not secrecy
    every = count // wrong if wrong else count + 1
    for number in range(count):
        text = agreement(number, chance, too_much=number % every == every - 1)
        (folder / f"a{number:05d}.yaml").write_text(text, encoding="utf-8", newline="\n")


def agreement(number: int, chance: random.Random, *, too_much: bool = False) -> str:
    """One agreement's text."""
    parts = [_HEAD.format(number=number, region=number % 7)]
    parts.append(_period(number, 2020, 2021, chance, too_much=too_much))
    parts.append(_BETWEEN)
    parts.append(_period(number, 2022, 2024, chance))
    parts.append("costs:\n")
    parts.append(_ITEM.format(name="personal", title="Personal och övriga kostnader"))
    for year in YEARS:
        amount = f"{chance.randint(1, 9)} {chance.randint(0, 999):03d} {chance.randint(0, 999):03d}"
        parts.append(f"      {year}: {amount} kr\n")
    parts.append(_ITEM.format(name="lokaler", title="Lokaler"))
    for year in YEARS:
        amount = f"{chance.randint(100, 999)} {chance.randint(0, 999):03d},50"
        parts.append(f"      {year}: {amount} kr\n")
    text = "".join(parts)
    return text + _COMMENT * (LINES - text.count("\n"))


def _period(
    number: int, first: int, last: int, chance: random.Random, *, too_much: bool = False
) -> str:
    region, kommun_a = chance.randint(100, 600), chance.randint(100, 300)
    kommun_b = 1000 - region - kommun_a + 50 * too_much
    return _PERIOD.format(
        number=number,
        first=first,
        last=last,
        before=first - 1,
        region=_per_mille(region),
        kommun_a=_per_mille(kommun_a),
        kommun_b=_per_mille(kommun_b),
    )


def _per_mille(share: int) -> str:
    return f"{share // 10},{share % 10}"


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[1]))
