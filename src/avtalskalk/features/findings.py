"""Everything that there is to report of one file: errors, lints, and totals that are derived."""

from dataclasses import replace
from datetime import date

from avtalskalk.checks import lints
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.computed import compute
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import BASES

_DERIVED = {"solved_total": "AV841", "prorated": "AV842"}


def findings(loaded: Loaded, *, today: date | None = None) -> list[Diagnostic]:
    """Everything that there is to report of one file; of a valid agreement the lints too."""
    return [*loaded.diagnostics, *derived_totals(loaded), *_linted(loaded, today)]


def _linted(loaded: Loaded, today: date | None) -> list[Diagnostic]:
    """What the lints find, at its place; keys that others use too are not this file's alone."""
    if loaded.plan is None or loaded.merged is None:
        return []
    elsewhere = (*loaded.merged.origins, *loaded.merged.tables)
    common = [str(path[1]) for path in elsewhere if path[0] == "keys"]
    diagnostics = lints.findings(
        loaded.plan, loaded.data, today=today, common=common, errors=loaded.diagnostics
    )
    return [loaded.placed(diagnostic) for diagnostic in diagnostics]


def derived_totals(loaded: Loaded) -> list[Diagnostic]:
    """The totals that are not the paper's own: solved from a part, or for a part of a year."""
    diagnostics: list[Diagnostic] = []
    if loaded.plan is None:
        return diagnostics
    for basis in BASES:
        for statement in compute(loaded, None, basis).statements:
            for note in statement.notes:
                if note.key in _DERIVED:
                    derived = Diagnostic(_DERIVED[note.key], note.arguments, note.path)
                    derived = replace(derived, file=loaded.file, severity="note")
                    diagnostics.append(loaded.placed(derived))
    return diagnostics
