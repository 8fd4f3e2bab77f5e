"""Agreements' own tests: tried, and brought up to date."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.api.calculating import Source, stream
from avtalskalk.checks.readings import names as reading_names
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files.workspace import Loaded

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.selftest.run import Tried
    from avtalskalk.features.selftest.test_file import Accepted
    from avtalskalk.files.yaml import YamlDocument


class Tested(NamedTuple):
    """One agreement's own tests: its cases tried, or what stands in their way.

    ``file`` is the test file's name and ``location`` where it is; both are empty for an
    agreement without tests.
    """

    loaded: Loaded | None = None
    file: str = ""
    location: str = ""
    document: "YamlDocument | None" = None
    tried: tuple["Tried", ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def invalid(self) -> bool:
        """Whether the tests, or some of them, cannot be tried."""
        found = (*self.diagnostics, *(one for each in self.tried for one in each.diagnostics))
        return any(one.severity == "error" for one in found)

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.invalid and all(one.passed for one in self.tried)


def test(paths: Iterable[Source]) -> Iterator[Tested]:
    """Try agreements' own tests, `NAME.test.yaml` beside `NAME.yaml`, one agreement at a time.

    ``paths`` are agreements, their test files, and folders, whose agreements without tests are
    passed over.
    """
    from avtalskalk.features.selftest import test_file as files

    asked = files.asked_for(paths)
    for location in asked.alone:
        yield _alone(location)
    tried: set[str] = set()
    for loaded in stream(asked.agreements):
        location = files.beside(loaded.location)
        tried.add(location)
        if location or loaded.agreement is None or asked.names(loaded.file):
            yield _tested(loaded, location)
    for location in asked.alone_below(tried):
        yield _alone(location)


def _alone(path: str) -> Tested:
    """Tests whose agreement is not there."""
    from avtalskalk.features.selftest.test_file import shown_name

    file = shown_name(path)
    wrong = Diagnostic("AV887", {"name": file, "agreement": file.replace(".test.", ".")}, file=file)
    return Tested(file=file, location=path, diagnostics=(wrong,))


def _tested(loaded: Loaded, location: str) -> Tested:
    """One agreement's tests tried."""
    from avtalskalk.features.selftest import test_file as files
    from avtalskalk.features.selftest.expectations import About, read_expectations
    from avtalskalk.features.selftest.run import tried
    from avtalskalk.model.validation import setting_of

    agreement, plan = loaded.agreement, loaded.plan
    if agreement is None or plan is None:
        return Tested(loaded, diagnostics=loaded.diagnostics)
    if not location:
        name = files.name_beside(loaded.file)
        wrong = Diagnostic("AV886", {"name": name, "agreement": loaded.file}, file=loaded.file)
        return Tested(loaded, diagnostics=(wrong,))
    file = files.shown_name(location)
    document = files.read_beside(location, file)
    about = About(
        tuple(agreement.parties),
        tuple(agreement.costs),
        reading_names(loaded.data),
        setting_of(loaded.data),
    )
    expected = read_expectations(document.data, about)
    found = (*document.diagnostics, *files.placed(document, expected.diagnostics))
    outcomes = tuple(tried(one, loaded.data, plan) for one in expected.cases)
    at_home = tuple(_at_home(one, loaded, document) for one in outcomes)
    return Tested(loaded, file, location, document, at_home, found)


def _at_home(tried: "Tried", loaded: Loaded, document: "YamlDocument") -> "Tried":
    """A case whose findings have their places, in the test file or in the agreement."""
    from avtalskalk.features.selftest.test_file import placed

    found: list[Diagnostic] = []
    for one in tried.diagnostics:
        in_test = one.path[:1] == ("cases",)
        found += placed(document, [one]) if in_test else [loaded.placed(one.within(loaded.file))]
    return tried._replace(diagnostics=tuple(found))


def accept(tested: Tested) -> "Accepted":
    """The test file with the amounts that came out, where these differ from those expected.

    Nothing is written: see ``Accepted.text``.
    """
    from avtalskalk.features.selftest.run import acceptable
    from avtalskalk.features.selftest.test_file import Accepted, rewritten

    if tested.document is None or tested.loaded is None or tested.loaded.agreement is None:
        return Accepted("", frozenset())
    amounts = acceptable(tested.tried)
    return rewritten(tested.document, amounts, tested.loaded.agreement.currency)
