"""Agreements' own tests: tried, and brought up to date."""

from collections.abc import Iterable, Iterator
from os import PathLike
from typing import NamedTuple

from avtalskalk.checks.readings import names as reading_names
from avtalskalk.diagnostics import Diagnostic, Path, fault
from avtalskalk.features.selftest import test_file
from avtalskalk.features.selftest.expectations import About, read_expectations
from avtalskalk.features.selftest.run import Tried, acceptable, tried
from avtalskalk.features.selftest.test_file import Accepted, with_amounts
from avtalskalk.files.files import shown_name
from avtalskalk.files.workspace import Loaded, load
from avtalskalk.files.yaml import YamlDocument
from avtalskalk.files.yaml_places import locate
from avtalskalk.model.validation import setting_of


class Tested(NamedTuple):
    """One agreement's own tests: its cases tried, or what stands in their way.

    ``file`` is the test file's name and ``location`` where it is; both are empty for an
    agreement without tests.  ``accepted`` are the amounts that have been written anew since.
    """

    loaded: Loaded | None = None
    file: str = ""
    location: str = ""
    document: YamlDocument | None = None
    tried: tuple[Tried, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    accepted: frozenset[Path] = frozenset()

    @property
    def failures(self) -> int:
        """How many cases fail; what differs does not count where the amount is written anew."""
        return sum(
            bool(tried.otherwise or tried.diagnostics)
            or any(amount.expected.path not in self.accepted for amount in tried.differences)
            for tried in self.tried
        )

    def line(self, tried: Tried) -> int:
        """The line of the test file that a case begins on."""
        place = locate(self.document.text, tried.case.path) if self.document else None
        return place.line if place else 1

    @property
    def invalid(self) -> bool:
        """Whether the tests, or some of them, cannot be tried."""
        of_cases = (finding for tried in self.tried for finding in tried.diagnostics)
        return any(finding.severity == "error" for finding in (*self.diagnostics, *of_cases))

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.invalid and all(tried.passed for tried in self.tried)


def tested(paths: Iterable[str | PathLike[str]]) -> Iterator[Tested]:
    """Try agreements' own tests, `NAME.test.yaml` beside `NAME.yaml`, one agreement at a time.

    ``paths`` are agreements, their test files, and folders, whose agreements without tests are
    passed over.
    """
    targets = test_file.targets_of(paths)
    for location in targets.alone:
        yield _alone(location)
    seen: set[str] = set()
    for loaded in load(targets.agreements):
        if loaded.belongs_to_others and len(targets.agreements) > 1:
            continue
        location = test_file.beside(loaded.location)
        seen.add(location)
        if location or loaded.agreement is None or targets.names(loaded.file):
            try:
                yield _tested(loaded, location)
            except Exception as error:  # noqa: BLE001 - nobody knows what it may be
                yield Tested(loaded, diagnostics=(fault(error, loaded.file),))
    for location in targets.alone_below(seen):
        yield _alone(location)


def _alone(path: str) -> Tested:
    """Tests whose agreement is not there, or lies outside the workspace."""
    file, wrong = shown_name(path), test_file.agreement_of(path)
    if isinstance(wrong, str):
        wrong = Diagnostic("AV887", {"name": file, "agreement": file.replace(".test.", ".")})
    return Tested(file=file, location=path, diagnostics=(wrong.within(file),))


def _tested(loaded: Loaded, location: str) -> Tested:
    """One agreement's tests tried."""
    agreement, plan = loaded.agreement, loaded.plan
    if agreement is None or plan is None:
        return Tested(loaded, diagnostics=loaded.diagnostics)
    if not location:
        name = test_file.name_beside(loaded.file)
        wrong = Diagnostic("AV886", {"name": name, "agreement": loaded.file}, file=loaded.file)
        return Tested(loaded, diagnostics=(wrong,))
    file = shown_name(location)
    document = test_file.read_beside(location, file)
    about = About(
        tuple(agreement.parties),
        tuple(agreement.costs),
        reading_names(loaded.data),
        setting_of(loaded.data),
    )
    expected = read_expectations(document.data, about)
    outcomes: list[Tried] = []
    for case in expected.cases:
        outcome = tried(case, loaded.data, plan)
        diagnostics: list[Diagnostic] = []
        for finding in outcome.diagnostics:
            # What a case sets is wrong in the test file, all else in the agreement.
            if finding.path[:1] == ("cases",):
                diagnostics += test_file.placed(document, [finding])
            else:
                diagnostics.append(loaded.placed(finding.within(loaded.file)))
        outcomes.append(outcome._replace(diagnostics=tuple(diagnostics)))
    wrong_file = (*document.diagnostics, *test_file.placed(document, expected.diagnostics))
    return Tested(loaded, file, location, document, tuple(outcomes), wrong_file)


def accept(tested: Tested) -> Accepted:
    """The test file with the amounts that came out, where these differ from those expected.

    Nothing is written: see ``Accepted.text``.
    """
    if tested.document is None or tested.loaded is None or tested.loaded.agreement is None:
        return Accepted("", frozenset())
    amounts = acceptable(tested.tried)
    return with_amounts(tested.document, amounts, tested.loaded.agreement.currency)
