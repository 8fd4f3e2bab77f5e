"""A sealed result as the bytes of its file: calc's rows, and all that it takes to repeat them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from avtalskalk.features.seal.seal import SCHEMA, File, How, SealedAgreement, checksum
from avtalskalk.formats import write_records
from avtalskalk.report.options import Options
from avtalskalk.report.statement_records import records

_ROWS = ("allocations", "totals", "items", "missing", "notes", "assumptions")


def content(
    version: str, how: How, inputs: Iterable[File], agreements: Sequence[SealedAgreement]
) -> dict[str, Any]:
    """What the file of a sealed result says, its checksum among it."""
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "checksum": "",
        "version": version,
        "options": {
            "basis": how.basis,
            "years": None if how.years is None else [str(year) for year in how.years],
            "today": how.today.isoformat() if how.today else None,
            "assume_extended": how.assume_extended,
        },
        "inputs": [file._asdict() for file in inputs],
        "agreements": [_agreement(sealed) for sealed in agreements],
        **_rows(agreements, how, version),
    }
    return {**body, "checksum": checksum(body)}


def _agreement(sealed: SealedAgreement) -> dict[str, Any]:
    heading = sealed.statements[0].heading
    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "file": sealed.file,
        "format": sealed.format,
        "reading": sealed.reading,
        "currency": heading.currency,
        "years": [statement.year for statement in sealed.statements],
        "parties": dict(heading.parties),
        "items": dict(heading.items),
    }


def _rows(agreements: Iterable[SealedAgreement], how: How, version: str) -> dict[str, Any]:
    """The rows as `calc` writes them, by the same code."""
    options = Options(basis=how.basis, version=version)
    statements = (agreement.statements for agreement in agreements)
    lists = json.loads(b"".join(write_records("json", records(statements, options), options)))
    # What is not known has no row here: totals, items and what is missing tell of it.
    known = [row for row in lists["allocations"] if row.pop("complete")]
    return {name: lists[name] for name in _ROWS} | {"allocations": known}


def written(content: dict[str, Any]) -> Iterator[bytes]:
    """The file in pieces, a row on a line: the same bytes for the same content."""
    between = "{"
    for name, value in content.items():
        yield f'{between}"{name}": {_section(value)}'.encode()
        between = ",\n "
    yield b"}\n"


def _section(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _json(value)
    rows = ",\n  ".join(map(_json, value))
    return f"[\n  {rows}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
