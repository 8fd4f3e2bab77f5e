"""Results sealed, and calculated again to see whether they still come out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtalskalk import __version__
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic, Phrase
from avtalskalk.features.computed import Computed, compute, raise_errors, with_reading
from avtalskalk.features.seal import files_today, seal_file
from avtalskalk.features.seal.files_today import below, find_today
from avtalskalk.features.seal.seal import (
    Compared,
    How,
    Recalculated,
    Seal,
    SealedAgreement,
    as_fingerprint,
    compared,
    matched,
)
from avtalskalk.features.seal.seal_content import content, written
from avtalskalk.features.seal.seal_file import read_seal
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Statement


class Sealed(NamedTuple):
    """A sealed result, and the bytes of its file."""

    seal: Seal
    content: bytes


def sealed(computed: Iterable[Computed], how: How) -> Sealed:
    """As `seal`, of what is calculated already; agreements without any years are left out."""
    with_years = [result for result in computed if result.statements]
    raise_errors(_unsealable(with_years, how), "en")
    inputs = [file for result in with_years for file in result.statements[0].inputs]
    base = files_today.base_of(file.path for file in inputs)
    agreements = [
        SealedAgreement(
            files_today.below(base, result.loaded.file),
            result.loaded.agreement.version if result.loaded.agreement else 0,
            result.loaded.reading,
            result.statements,
        )
        for result in with_years
    ]
    listed, missing = files_today.listed(dict.fromkeys(inputs), base)
    raise_errors(missing, "en")
    raw = b"".join(written(content(__version__, how, listed, agreements)))
    # What is written is read at once: a seal that could not be read again would be worthless.
    seal = seal_file.seal(raw)
    if isinstance(seal, Diagnostic):
        raise AgreementError((seal,))
    return Sealed(seal, raw)


def _unsealable(computed: Iterable[Computed], how: How) -> Iterator[Diagnostic]:
    """Why results cannot be sealed."""
    ids: dict[str, str] = {}
    in_force = False
    for result in computed:
        in_force = in_force or any(statement.in_force for statement in result.statements)
        yield from _errors(result.statements)
        file = result.loaded.file
        first = ids.setdefault(result.name, file)
        if first != file:
            arguments: dict[str, Argument] = {"id": result.name, "first": first}
            yield Diagnostic("AV056", arguments, ("id",), file=file)
    if not ids:
        yield Diagnostic("AV820", {"basis": Phrase(how.basis)})
    elif not in_force:
        yield Diagnostic("AV819", {"years": tuple(map(str, how.years or ()))})


def recalculated(name: str, folder: str = "", *, fingerprint: str = "") -> Recalculated:
    """What comes out today of a sealed result in a file; see `api.verify`."""
    seal = _opened(name, fingerprint)
    today = find_today(seal, name, folder)
    if today is None:
        raise AgreementError((Diagnostic("AV936", {"path": seal.agreements[0].file}, file=name),))
    errors: list[Diagnostic] = []
    statements: dict[str, tuple[Statement, ...]] = {}
    for agreement in seal.agreements:
        if agreement.id in today.agreements:
            loaded = today.agreements[agreement.id]
            statements[agreement.id], wrong = _recalculated(loaded, agreement, seal.how)
            errors += wrong
    raise_errors(errors, "en")
    inputs = [file for of_agreement in statements.values() for file in of_agreement[0].inputs]
    homes = {
        agreement.file: below(today.base, today.agreements[agreement.id].file)
        for agreement in seal.agreements
        if agreement.id in statements
    }
    years: list[Compared] = []
    for agreement in seal.agreements:
        # The years of an agreement that is not there any more are compared with nothing.
        now = statements.get(agreement.id) or (None,) * len(agreement.statements)
        years += [compared(*pair) for pair in zip(agreement.statements, now, strict=True)]
    files, missing = files_today.listed(dict.fromkeys(inputs), today.base)
    raise_errors(missing, "en")
    states = matched(seal.inputs, files, homes)
    return Recalculated(seal, __version__, today.folder, states, tuple(years))


def _opened(name: str, given: str) -> Seal:
    """A sealed file that is as it was sealed, with the fingerprint that somebody wrote down."""
    seal = read_seal(name)
    if isinstance(seal, Diagnostic):
        raise AgreementError((seal,))
    if given and as_fingerprint(given) != seal.fingerprint:
        arguments: dict[str, Argument] = {"given": given, "fingerprint": seal.fingerprint}
        raise AgreementError((Diagnostic("AV933", arguments, file=name),))
    return seal


def _recalculated(
    loaded: Loaded, sealed: SealedAgreement, how: How
) -> tuple[tuple[Statement, ...], list[Diagnostic]]:
    """What a sealed agreement's years come to now, and what is wrong with it, if anything."""
    errors = [finding for finding in loaded.diagnostics if finding.severity == "error"]
    if loaded.plan is None:
        return (), errors
    read = with_reading(loaded, sealed.reading) if sealed.reading else loaded
    if read and read.plan is None:
        return (), [finding for finding in errors if finding.reading == sealed.reading]
    if read is None:
        arguments: dict[str, Argument] = {"agreement": sealed.id, "reading": sealed.reading}
        return (), [Diagnostic("AV937", arguments, file=loaded.file)]
    statements = compute(
        read, sealed.years, how.basis, today=how.today, assume_extended=how.assume_extended
    ).statements
    return statements, _errors(statements)


def _errors(statements: Iterable[Statement]) -> list[Diagnostic]:
    """What may show only when a year is calculated, as a hole in a key; once for all years."""
    errors: list[Diagnostic] = []
    for statement in statements:
        for diagnostic in statement.diagnostics:
            if diagnostic.severity == "error" and diagnostic not in errors:
                errors.append(diagnostic)
    return errors
