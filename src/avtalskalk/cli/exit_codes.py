"""The exit codes, as `docs/cli.md` promises them."""

from typing import Final

DONE: Final = 0
FINDINGS: Final = 1
MISUSED: Final = 2
INVALID: Final = 3
FAULT: Final = 4
