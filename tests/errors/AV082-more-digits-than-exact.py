"""A number that a workbook has computed: three times 12.3 and a little more."""

import sys
from pathlib import Path

from openpyxl import Workbook

from avtalskalk.cli.application import run

AGREEMENT = """\
avtalskalk: 1
id: lyktan
title: Lyktan
parties:
  regionen: Region Exempel
  kommunen: {name: Alingsås kommun, municipality_code: 1489}
periods:
  - from: 2024-01-01
    to: 2024-12-31
    split: {by: invånare}
costs:
  drift:
    budget:
      2024: 800 000 kr
keys:
  invånare: {file: invanare.xlsx}
"""

Path("lyktan.yaml").write_text(AGREEMENT, encoding="utf-8")
book = Workbook()
sheet = book.worksheets[0]
for row in (["år", "part", "värde"], [2024, "regionen", 10], [2024, "kommunen", 12.3 * 3]):
    sheet.append(row)
book.save("invanare.xlsx")

language = "sv" if sys.argv[-1] == "sv" else "en"
run(["--lang", language, "check", "lyktan.yaml"])
