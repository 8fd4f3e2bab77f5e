"""How a command ends: its exit codes, wrong usage, an input that cannot be used."""

from typing import Final

from avtalskalk.diagnostics import OWN_FAULT, Argument, Diagnostic

# The exit codes, as `docs/cli.md` promises them.
DONE: Final = 0
FINDINGS: Final = 1
MISUSED: Final = 2
INVALID: Final = 3
FAULT: Final = 4
PARTIAL: Final = 5
UNWRITABLE: Final = 6

_UNWRITABLE = frozenset({"AV816", "AV817", "AV818"})


class Misuse(Exception):  # noqa: N818 - it is the user's slip, not an error of the program
    """The command cannot be carried out as it was written; ``diagnostic`` says why."""

    def __init__(self, code: str, **arguments: Argument) -> None:
        """Keep what is wrong, as a code of `words.messages.commands` and its arguments."""
        self.diagnostic = Diagnostic(code, arguments)
        self.exit_code = UNWRITABLE if code in _UNWRITABLE else MISUSED
        super().__init__(code)


class Invalid(Exception):  # noqa: N818 - as above
    """The input cannot be used; ``diagnostics`` say why, unless that has been reported."""

    def __init__(self, *diagnostics: Diagnostic, is_fault: bool = False) -> None:
        """Keep the findings, and whether one of them is a fault of our own."""
        self.is_fault = is_fault or any(diagnostic.code == OWN_FAULT for diagnostic in diagnostics)
        self.diagnostics = diagnostics
        super().__init__(*diagnostics)
