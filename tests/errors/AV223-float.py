"""A float where the exact text belongs, as only a program can write it."""

import sys

from avtalskalk.checks.validation import examine
from avtalskalk.report.messages import message
from avtalskalk.words import Language

AGREEMENT = {
    "avtalskalk": "1",
    "id": "lyktan",
    "title": "Lyktan",
    "parties": {"regionen": "Region Exempel", "kommunen": "Exempelby kommun"},
    "periods": [{"from": "2024-01-01", "split": "equal"}],
    "costs": {"drift": {"amount": 800000.10}},
}

language: Language = "sv" if sys.argv[-1] == "sv" else "en"
for finding in examine(AGREEMENT).diagnostics:
    sys.stdout.write(f"{message(finding, language)}\n")
