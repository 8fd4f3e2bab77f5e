"""A workbook where what reads workbooks is not installed."""

import sys
from pathlib import Path
from unittest.mock import patch

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
Path("invanare.xlsx").write_bytes(b"PK\x03\x04")

language = "sv" if sys.argv[-1] == "sv" else "en"
with patch.dict(sys.modules, {"openpyxl": None}):
    run(["--lang", language, "check", "lyktan.yaml"])
