"""`avtalskalk test`: do agreements come to what their own tests say?"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, FAULT, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, unwritable
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import OWN_FAULT
from avtalskalk.diagnostics import Path as Keys
from avtalskalk.features.selftest.records import records
from avtalskalk.features.selftest.run import Tried
from avtalskalk.features.selftest.tested import Tested
from avtalskalk.features.selftest.view import CasePlace, TriedFile, documents
from avtalskalk.files.yaml_places import locate
from avtalskalk.formats import write
from avtalskalk.words.help import VERDICTS


@dataclass(slots=True)
class _TestRun:
    """One run: what has been tried."""

    settings: Settings
    files: list[TriedFile] = field(default_factory=list)
    invalid: int = 0

    @property
    def cases(self) -> int:
        """How many cases were tried."""
        return sum(len(file.cases) for file in self.files)

    @property
    def failures(self) -> int:
        """How many of them fail."""
        return sum(file.failures for file in self.files)


def test(
    context: typer.Context,
    paths: options.Paths = None,
    accept: Annotated[bool, options.option("accept")] = False,
    format: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Try all tests and print what came out otherwise, then the verdict."""
    settings = resolve(context)
    if not paths:
        raise Misuse(code="AV805", command="test")
    if "-" in paths:
        raise Misuse(code="AV888", command="test")
    target = Output(output or "")
    form = file_format(settings)
    view = view_options(settings, form)
    run = _TestRun(settings)
    has_fault = False
    for tested in api.test(paths):
        if tested.loaded:
            target.refuse(*(file.path for file in tested.loaded.inputs))
        messages.findings(tested.diagnostics, settings)
        for tried in tested.tried:
            messages.findings(tried.diagnostics, settings)
        accepted = _accept(tested, settings) if accept else frozenset()
        run.files.append(_tried_file(tested, accepted))
        run.invalid += tested.invalid
        has_fault |= any(finding.code == OWN_FAULT for finding in tested.diagnostics)
    faces = documents(run.files, settings.language), records(run.files)
    target.write(write(form, *faces, view))
    _say_verdict(run)
    if has_fault:
        return FAULT
    if run.invalid or not run.cases:
        return INVALID
    return FINDINGS if run.failures else DONE


def _tried_file(tested: Tested, accepted: frozenset[Keys]) -> TriedFile:
    """A test file's cases with their places, and how many of them still fail.

    What differs no longer counts where the amount has been written anew.
    """
    agreement = tested.loaded.agreement if tested.loaded else None
    cases: list[tuple[Tried, CasePlace]] = []
    failures = 0
    for tried in tested.tried:
        place = locate(tested.document.text, tried.case.path) if tested.document else None
        cases.append((tried, CasePlace(tested.file, place.line if place else 1)))
        differs = any(amount.expected.path not in accepted for amount in tried.differences)
        failures += bool(differs or tried.otherwise or tried.diagnostics)
    name = agreement.id if agreement else ""
    return TriedFile(tested.file, name, tuple(cases), failures, accepted, tested.diagnostics)


def _accept(tested: Tested, settings: Settings) -> frozenset[Keys]:
    """Write the amounts that came out into the test file; a file that is invalid is left."""
    if tested.invalid or tested.passed:
        return frozenset()
    accepted = api.accept(tested)
    if accepted.paths:
        from avtalskalk.files.atomic_write import write_whole

        try:
            write_whole(Path(tested.location), accepted.text.encode("utf-8"))
        except OSError as error:
            raise unwritable(error, tested.file) from error
        count = messages.counted(settings, "amounts", len(accepted.paths))
        messages.verdict(settings, VERDICTS["accepted"], amounts=count, file=tested.file)
    return accepted.paths


def _say_verdict(run: _TestRun) -> None:
    settings = run.settings
    if not run.cases:
        messages.verdict(settings, VERDICTS["nothing_tested"])
        return
    cases = messages.counted(settings, "cases", run.cases)
    files = messages.counted(settings, "files", run.invalid)
    key = "tests_failed" if run.failures else "tests_passed"
    key = "tests_invalid" if run.invalid else key
    messages.verdict(settings, VERDICTS[key], cases=cases, failed=str(run.failures), files=files)
