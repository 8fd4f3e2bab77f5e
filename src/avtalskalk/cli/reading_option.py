"""`--reading`: agreements as one of their readings, and what is said of those that lack it."""

from avtalskalk import api
from avtalskalk.checks.readings import names
from avtalskalk.cli import messages
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Diagnostic, unknown_name
from avtalskalk.files.workspace import Loaded

ALL = "all"
"""Asks for every reading side by side; no reading can be called so."""


class Sought:
    """A reading that is asked for, and what the agreements seen so far have of it."""

    def __init__(self, reading: str) -> None:
        """No agreement has been seen."""
        self.reading = reading
        self.found = False
        self.known: dict[str, None] = {}
        self.lacking: list[str] = []

    def under(self, loaded: Loaded) -> Loaded:
        """A sound agreement under the reading; as it is written where it lacks it."""
        if not self.reading:
            return loaded
        self.known.update(dict.fromkeys(names(loaded.data)))
        read = api.with_reading(loaded, self.reading)
        if read is None:
            self.lacking.append(loaded.agreement.id if loaded.agreement else loaded.file)
            return loaded
        self.found = True
        return read

    def has_any(self, loaded: Loaded) -> bool:
        """Whether an agreement has readings to set beside it."""
        any_reading = bool(names(loaded.data))
        self.found = self.found or any_reading
        if not any_reading:
            self.lacking.append(loaded.agreement.id if loaded.agreement else loaded.file)
        return any_reading

    def finish(self, settings: Settings) -> None:
        """Say which agreements lack the reading; refuse one that none of them has."""
        if self.reading == ALL and not self.found:
            raise Invalid(Diagnostic("AV846"))
        if self.reading and not self.found:
            known = (*self.known, ALL) if self.known else ()
            raise Misuse(code="AV101", **unknown_name("reading", self.reading, known))
        if self.lacking:
            code = "AV845" if self.reading == ALL else "AV844"
            messages.note(settings, code, given=self.reading, agreements=tuple(self.lacking))
