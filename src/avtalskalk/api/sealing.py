"""Results that must stand for years: sealed, and verified."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk import __version__
from avtalskalk.api.calculating import (
    Computed,
    Source,
    as_loaded,
    compute,
    raise_errors,
    with_an_end,
    with_reading,
)
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic, Phrase
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Statement

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.seal.seal import How, Recalculated, Seal, SealedAgreement


class Sealed(NamedTuple):
    """A sealed result, and the bytes of its file."""

    seal: "Seal"
    content: bytes


def seal(
    agreements: Iterable[Loaded] | Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Sealed:
    """What each party pays, as `calculate` says, with all that it takes to repeat it in years.

    The same files and options give the same bytes.  Raises as `calculate`, and AgreementError
    where no agreement has figures, or two have the same id.
    """
    from avtalskalk.features.seal.seal import How

    how = How(basis, None if years is None else tuple(years), today, assume_extended)
    return sealed(
        (
            with_an_end(
                compute(one, how.years, basis, today=today, assume_extended=assume_extended)
            )
            for one in as_loaded(agreements)
        ),
        how,
    )


def sealed(computed: Iterable[Computed], how: "How") -> Sealed:
    """As `seal`, of what is worked out already; agreements without any years are left out."""
    from avtalskalk.features.seal import seal_file as files
    from avtalskalk.features.seal.seal import SealedAgreement
    from avtalskalk.features.seal.seal_content import content, written

    with_years = [one for one in computed if one.statements]
    raise_errors(_unsealable(with_years, how), "en")
    inputs = tuple(dict.fromkeys(i for one in with_years for i in one.statements[0].inputs))
    base = files.base_of(one.path for one in inputs)
    agreements = [
        SealedAgreement(
            files.below(base, one.loaded.file),
            one.loaded.agreement.version if one.loaded.agreement else 0,
            one.loaded.reading,
            one.statements,
        )
        for one in with_years
    ]
    listed, missing = files.listed(inputs, base)
    raise_errors(missing, "en")
    raw = b"".join(written(content(__version__, how, listed, agreements)))
    # What is written is read at once: a seal that could not be read again would be worthless.
    seal = files.seal(raw)
    if isinstance(seal, Diagnostic):
        raise AgreementError((seal,))
    return Sealed(seal, raw)


def _unsealable(computed: Iterable[Computed], how: "How") -> Iterator[Diagnostic]:
    """Why results cannot be sealed."""
    ids: dict[str, str] = {}
    in_force = False
    for one in computed:
        for statement in one.statements:
            in_force = in_force or statement.in_force
        yield from _wrong(one.statements)
        first = ids.setdefault(one.name, one.loaded.file)
        if first != one.loaded.file:
            arguments: dict[str, Argument] = {"id": one.name, "first": first}
            yield Diagnostic("AV056", arguments, ("id",), file=one.loaded.file)
    if not ids:
        yield Diagnostic("AV820", {"basis": Phrase(how.basis)})
    elif not in_force:
        yield Diagnostic("AV819", {"years": tuple(map(str, how.years or ()))})


def verify(file: Source, folder: Source = "", *, fingerprint: str = "") -> "Recalculated":
    """Whether a sealed result comes out again from the files of today, or what has changed.

    The files are looked for in ``folder``, or else where the seal's paths lead from the working
    folder, from the seal's own or from one above these; an agreement whose file has another name
    is found by its id.  Raises AgreementError where the seal was edited or is none, has another
    fingerprint than the one given, where nothing of it is found, and where a file is unsound.
    """
    from avtalskalk.features.seal import seal_file as files
    from avtalskalk.features.seal.seal import Recalculated, compared, matched

    name = os.fspath(file)
    seal = _opened(name, fingerprint)
    today = files.todays(seal, name, os.fspath(folder))
    if today is None:
        raise AgreementError((Diagnostic("AV936", {"path": seal.agreements[0].file}, file=name),))
    wrong: list[Diagnostic] = []
    again: dict[str, tuple[Statement, ...]] = {}
    for one in seal.agreements:
        if one.id in today.agreements:
            again[one.id], found = _again(today.agreements[one.id], one, seal.how)
            wrong += found
    raise_errors(wrong, "en")
    inputs = (each for statements in again.values() for each in statements[0].inputs)
    now = {files.below(today.base, each.path): each.sha256 for each in inputs}
    homes = {
        one.file: files.below(today.base, today.agreements[one.id].file)
        for one in seal.agreements
        if one.id in again
    }
    return Recalculated(
        seal,
        __version__,
        today.folder,
        matched(seal.inputs, now, homes),
        tuple(
            compared(then, now)
            for one in seal.agreements
            for then, now in zip(
                one.statements, again.get(one.id, [None] * len(one.statements)), strict=True
            )
        ),
    )


def _opened(name: str, given: str) -> "Seal":
    """A sealed file that is as it was sealed, with the fingerprint that somebody wrote down."""
    from avtalskalk.features.seal.seal import as_fingerprint
    from avtalskalk.features.seal.seal_file import read_seal

    seal = read_seal(name)
    if isinstance(seal, Diagnostic):
        raise AgreementError((seal,))
    if given and as_fingerprint(given) != seal.fingerprint:
        arguments: dict[str, Argument] = {"given": given, "fingerprint": seal.fingerprint}
        raise AgreementError((Diagnostic("AV933", arguments, file=name),))
    return seal


def _again(
    loaded: Loaded, sealed: "SealedAgreement", how: "How"
) -> tuple[tuple[Statement, ...], list[Diagnostic]]:
    """What a sealed agreement's years come to now, and what is wrong with it, if anything."""
    wrong = [one for one in loaded.diagnostics if one.severity == "error"]
    if wrong:
        return (), wrong
    read = with_reading(loaded, sealed.reading) if sealed.reading else loaded
    if read is None:
        arguments: dict[str, Argument] = {"agreement": sealed.id, "reading": sealed.reading}
        return (), [Diagnostic("AV937", arguments, file=loaded.file)]
    statements = compute(
        read, sealed.years, how.basis, today=how.today, assume_extended=how.assume_extended
    ).statements
    return statements, _wrong(statements)


def _wrong(statements: Iterable[Statement]) -> list[Diagnostic]:
    """What may show only when a year is worked out, as a hole in a key; once for all years."""
    found: list[Diagnostic] = []
    for one in (each for statement in statements for each in statement.diagnostics):
        if one.severity == "error" and one not in found:
            found.append(one)
    return found
