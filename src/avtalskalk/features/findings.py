"""Everything that there is to report of files: errors, lints, and totals that are derived."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from avtalskalk.checks import lints
from avtalskalk.diagnostics import Diagnostic, SharedFindings, fault
from avtalskalk.features.computed import compute
from avtalskalk.files.workspace import FileRead, Loaded, read_again
from avtalskalk.model.agreement import Party
from avtalskalk.model.statement import BASES
from avtalskalk.report.document import Document, of_blocks
from avtalskalk.report.messages import record
from avtalskalk.report.records import Records, Rows

_DERIVED = {"solved_total": "AV841", "prorated": "AV842"}


def findings(loaded: Loaded, *, today: date | None = None) -> list[Diagnostic]:
    """Everything that there is to report of one file; of a valid agreement the lints too."""
    if loaded.belongs_to_others:
        return [replace(diagnostic, severity="note") for diagnostic in loaded.diagnostics]
    diagnostics = list(loaded.diagnostics)
    try:
        diagnostics += derived_totals(loaded)
        if loaded.plan and loaded.merged:
            # Keys that others use too are not this file's alone.
            elsewhere = (*loaded.merged.origins, *loaded.merged.tables)
            common = [str(path[1]) for path in elsewhere if path[0] == "keys"]
            linted = lints.findings(
                loaded.plan, loaded.data, today=today, common=common, errors=loaded.diagnostics
            )
            diagnostics += map(loaded.placed, linted)
    except Exception as error:  # noqa: BLE001 - nobody knows what it may be
        return [*loaded.diagnostics, fault(error, loaded.file)]
    return diagnostics


class FileFindings(NamedTuple):
    """What there is to report of one file, and the parties of its agreement."""

    file: str
    findings: list[Diagnostic]
    parties: Mapping[str, Party]


def file_findings(loaded: Loaded, *, today: date | None = None) -> FileFindings:
    """What there is to report of one file; in whatever process."""
    parties = loaded.agreement.parties if loaded.agreement else {}
    return FileFindings(loaded.file, findings(loaded, today=today), parties)


def findings_of_all(files: Iterable[FileRead[FileFindings]]) -> Iterator[list[Diagnostic]]:
    """What there is to report of each file in turn, and once that a party's id means two bodies."""
    bodies: dict[str, tuple[str, Party]] = {}
    ambiguous: set[str] = set()
    shared = SharedFindings()
    for read in files:
        if read.result is None:
            continue
        file, diagnostics, parties = read.result
        diagnostics = shared.new(file, diagnostics)
        for party, described in parties.items():
            first, before = bodies.setdefault(party, (file, described))
            by = "org_no" if described.org_no and before.org_no else "name"
            values = getattr(described, by), getattr(before, by)
            if values[0].casefold() != values[1].casefold() and party not in ambiguous:
                ambiguous.add(party)
                names = dict(zip(("name", "other"), values, strict=True))
                about = {"party": party, "first": first, **names}
                note = Diagnostic("AV069", about, ("parties", party), "key", file)
                diagnostics.append(read_again(read).placed(replace(note, severity="note")))
        yield diagnostics


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


def documents(findings: Iterable[Diagnostic]) -> Iterator[Document]:
    """A message for each."""
    return map(of_blocks, findings)


def records(findings: Iterable[Diagnostic]) -> Records:
    """A row for each, with the words of both languages."""
    rows = (Rows("findings", [record(finding)]) for finding in findings)
    return Records("avtalskalk/check/1", {}, {"findings": ()}, rows)
