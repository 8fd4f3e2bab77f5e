"""Results sealed, and calculated again to see whether they still come out."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from avtalskalk import __version__
from avtalskalk.calculation.settled_years import settle_year
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic, Phrase, fault
from avtalskalk.features.computed import Computed, compute, plan_of, raise_errors, with_reading
from avtalskalk.features.seal import files_today, seal_file
from avtalskalk.features.seal.files_today import below, find_today
from avtalskalk.features.seal.seal import (
    Compared,
    How,
    Recalculated,
    Seal,
    SealedAgreement,
    SettledFigure,
    as_fingerprint,
    compared,
    matched,
)
from avtalskalk.features.seal.seal_file import content, read_seal, written
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
            settled_figures(result, how),
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


def settled_figures(result: Computed, how: How) -> tuple[SettledFigure, ...]:
    """Every figure of the settlements of an agreement's years, where these are asked for."""
    if not how.settlement:
        return ()
    plan = plan_of(result.loaded, today=how.today, assume_extended=how.assume_extended)
    figures: list[SettledFigure] = []
    for statement in result.statements:
        year = settle_year(plan, int(statement.year[:4]), how.basis)
        raise_errors(_errors([year.budget]), "en")
        whole = ("deviation", "moved") if year.adjustment else ()
        named = [("", name, getattr(year.adjustment, name)) for name in whole]
        named += [(s.party, *figure) for s in year.shares for figure in s.figures.items()]
        heading = statement.heading
        figures += [
            SettledFigure(heading.agreement, statement.year, *figure, heading.currency)
            for figure in named
        ]
    return tuple(figures)


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
    # A sealed file that is as it was sealed, with the fingerprint that somebody wrote down.
    seal = read_seal(name)
    if isinstance(seal, Diagnostic):
        raise AgreementError((seal,))
    if fingerprint and as_fingerprint(fingerprint) != seal.fingerprint:
        arguments: dict[str, Argument] = {"given": fingerprint, "fingerprint": seal.fingerprint}
        raise AgreementError((Diagnostic("AV933", arguments, file=name),))
    today = find_today(seal, name, folder)
    if today is None:
        raise AgreementError((Diagnostic("AV936", {"path": seal.agreements[0].file}, file=name),))
    errors: list[Diagnostic] = []
    statements: dict[str, tuple[Statement, ...]] = {}
    settled: dict[str, tuple[SettledFigure, ...]] = {}
    for agreement in seal.agreements:
        loaded = today.agreements.get(agreement.id)
        if loaded is None:
            continue
        try:
            result = _computed_again(agreement, loaded, seal.how)
            statements[agreement.id] = result.statements
            raise_errors(_errors(result.statements), "en")
            settled[agreement.id] = settled_figures(result, seal.how)
        except AgreementError as error:
            errors += error.diagnostics
        except Exception as error:  # noqa: BLE001 - nobody knows what it may be
            errors.append(fault(error, loaded.file))
    raise_errors(errors, "en")
    inputs = [file for of_agreement in statements.values() for file in of_agreement[0].inputs]
    homes = {
        agreement.file: below(today.base, today.agreements[agreement.id].file)
        for agreement in seal.agreements
        if agreement.id in statements
    }
    compared_years: list[Compared] = []
    for agreement in seal.agreements:
        # The years of an agreement that is not there any more are compared with nothing.
        now = statements.get(agreement.id) or (None,) * len(agreement.statements)
        for then, becomes in zip(agreement.statements, now, strict=True):
            figures = (
                [figure for figure in of_agreement if figure.year == then.year]
                for of_agreement in (agreement.settled, settled.get(agreement.id, ()))
            )
            compared_years.append(compared(then, becomes, *figures))
    files, missing = files_today.listed(dict.fromkeys(inputs), today.base)
    raise_errors(missing, "en")
    states = matched(seal.inputs, files, homes)
    return Recalculated(seal, __version__, today.folder, states, tuple(compared_years))


def _computed_again(agreement: SealedAgreement, loaded: Loaded, how: How) -> Computed:
    """The sealed years of an agreement as its file is today; raises what is wrong with that."""
    wrong = [finding for finding in loaded.diagnostics if finding.severity == "error"]
    again: Loaded | None = loaded
    if loaded.plan is not None and agreement.reading:
        again = with_reading(loaded, agreement.reading)
        wrong = [finding for finding in wrong if finding.reading == agreement.reading]
        if again is None:
            about: dict[str, Argument] = {"agreement": agreement.id, "reading": agreement.reading}
            wrong = [Diagnostic("AV937", about, file=loaded.file)]
    if again is None or again.plan is None:
        raise AgreementError(tuple(wrong))
    question: dict[str, Any] = {"today": how.today, "assume_extended": how.assume_extended}
    return compute(again, agreement.years, how.basis, **question)


def _errors(statements: Iterable[Statement]) -> list[Diagnostic]:
    """What may show only when a year is calculated, as a hole in a key; once for all years."""
    errors: list[Diagnostic] = []
    for statement in statements:
        for diagnostic in statement.diagnostics:
            if diagnostic.severity == "error" and diagnostic not in errors:
                errors.append(diagnostic)
    return errors
