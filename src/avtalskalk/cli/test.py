"""`avtalskalk test`: do agreements come to what their own tests say?"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import __version__, api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, unwritable
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import Path as Keys
from avtalskalk.features.selftest.run import Tried
from avtalskalk.features.selftest.view import Place, failed_table, record, summary
from avtalskalk.files.yaml_diagnosis import locate
from avtalskalk.report.options import Options
from avtalskalk.report.table import Table
from avtalskalk.words.help import VERDICTS


@dataclass(slots=True)
class _Outcome:
    """One test file: its cases, and which of its amounts have been written anew."""

    tested: api.Tested
    accepted: frozenset[Keys] = frozenset()

    def failed(self, tried: Tried) -> bool:
        """Whether a case still fails."""
        left = [one for one in tried.differences if one.expected.path not in self.accepted]
        return bool(left or tried.otherwise or tried.diagnostics)

    @property
    def failures(self) -> int:
        """How many cases still fail."""
        return sum(map(self.failed, self.tested.tried))

    def place(self, tried: Tried) -> Place:
        """Where a case stands."""
        document = self.tested.document
        found = locate(document.text, tried.case.path) if document else None
        return Place(self.tested.file, found.line if found else 1)


@dataclass(slots=True)
class _Run:
    """One run: what has been tried."""

    settings: Settings
    outcomes: list[_Outcome] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """How many cases were tried."""
        return sum(len(one.tested.tried) for one in self.outcomes)

    @property
    def failures(self) -> int:
        """How many of them fail."""
        return sum(one.failures for one in self.outcomes)

    @property
    def invalid(self) -> int:
        """How many files cannot be tried."""
        return sum(one.tested.invalid for one in self.outcomes)


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
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="test")
    if "-" in paths:
        raise Misuse(code="AV888", command="test")
    target = Output(output or "")
    form = file_format(settings)
    this = _Run(settings)
    for tested in api.test(paths):
        messages.findings(tested.diagnostics, settings)
        for tried in tested.tried:
            messages.findings(tried.diagnostics, settings)
        accepted = _accept(tested, settings) if settings.flag("accept") else frozenset()
        this.outcomes.append(_Outcome(tested, accepted))
    parts = _as_json(this) if form == "json" else _as_tables(this)
    target.write_text(*parts)
    _say_verdict(this)
    if this.invalid or not this.cases:
        return INVALID
    return FINDINGS if this.failures else DONE


def _accept(tested: api.Tested, settings: Settings) -> frozenset[Keys]:
    """Write the amounts that came out into the test file; a file that is unsound is left."""
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


def _say_verdict(this: _Run) -> None:
    settings = this.settings
    if not this.cases:
        messages.verdict(settings, VERDICTS["nothing_tested"])
        return
    cases = messages.counted(settings, "cases", this.cases)
    files = messages.counted(settings, "files", this.invalid)
    key = "tests_failed" if this.failures else "tests_passed"
    key = "tests_invalid" if this.invalid else key
    messages.verdict(settings, VERDICTS[key], cases=cases, failed=str(this.failures), files=files)


def _as_tables(this: _Run) -> Iterator[str]:
    """A table for each case that fails or was accepted, then one over all files."""
    from avtalskalk.formats.terminal import block

    settings = this.settings
    colored = settings.colored(sys.stdout) and not settings.text("output")
    options = Options(settings.language, width=settings.width, color=colored)
    for table in _tables(this):
        yield f"{block(table, options)}\n"
    files = [
        (one.tested.file, len(one.tested.tried), one.failures)
        for one in this.outcomes
        if one.tested.tried
    ]
    if files:
        yield block(summary(files, settings.language), options)


def _tables(this: _Run) -> Iterator[Table]:
    for one in this.outcomes:
        for tried in one.tested.tried:
            if tried.differences or tried.otherwise:
                place = one.place(tried)
                yield failed_table(tried, place, this.settings.language, one.accepted)


def _as_json(this: _Run) -> Iterator[str]:
    import json

    from avtalskalk.report.messages import record as finding

    cases: list[object] = []
    found: list[object] = []
    for one in this.outcomes:
        loaded = one.tested.loaded
        name = loaded.agreement.id if loaded and loaded.agreement else ""
        for tried in one.tested.tried:
            cases.append(record(tried, one.place(tried), name, one.accepted))
            found += map(finding, tried.diagnostics)
        found += map(finding, one.tested.diagnostics)
    head = {"schema": "avtalskalk/test/1", "version": __version__}
    yield json.dumps(head)[:-1]
    for section, rows in (("cases", cases), ("diagnostics", found)):
        lines = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        opened = "\n  " if rows else ""
        yield f',\n "{section}": [{opened}{lines}]'
    yield "}\n"
