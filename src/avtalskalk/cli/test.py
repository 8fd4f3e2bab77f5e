"""`avtalskalk test`: do agreements come to what their own tests say?"""

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import DONE, FAULT, FINDINGS, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination, unwritable
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import OWN_FAULT
from avtalskalk.diagnostics import Path as Keys
from avtalskalk.features.selftest.records import records
from avtalskalk.features.selftest.tested import Tested
from avtalskalk.features.selftest.view import documents
from avtalskalk.formats import write
from avtalskalk.words.help import VERDICTS


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
    target, form, view = destination(settings)
    files: list[Tested] = []

    def written(files: Sequence[Tested]) -> Iterator[bytes]:
        return write(form, documents(files, settings.language), records(files), view)

    for tested in api.test(paths):
        if tested.loaded:
            target.refuse(*(file.path for file in tested.loaded.inputs))
        messages.findings(tested.diagnostics, settings)
        for tried in tested.tried:
            messages.findings(tried.diagnostics, settings)
        accepted = _accept(tested, settings) if accept else frozenset()
        file = tested._replace(accepted=accepted)
        try:
            # By itself first, so that a fault in showing it is this file's alone.
            deque(written([file]), maxlen=0)
        except Exception as error:  # noqa: BLE001 - nobody knows what it may be
            wrong = messages.own_fault(error, file.file, settings)
            messages.findings([wrong], settings)
            file = file._replace(tried=(), diagnostics=(*file.diagnostics, wrong))
        files.append(file)
    target.write(written(files))
    has_fault = any(d.code == OWN_FAULT for file in files for d in file.diagnostics)
    count, failures = sum(len(file.tried) for file in files), sum(file.failures for file in files)
    invalid = sum(file.invalid for file in files)
    if not count:
        messages.verdict(settings, VERDICTS["nothing_tested"])
        return FAULT if has_fault else INVALID
    key = "tests_invalid" if invalid else "tests_failed" if failures else "tests_passed"
    parts = {
        "cases": messages.counted(settings, "cases", count),
        "failed": str(failures),
        "files": messages.counted(settings, "files", invalid),
    }
    messages.verdict(settings, VERDICTS[key], **parts)
    if has_fault:
        return FAULT
    return INVALID if invalid else FINDINGS if failures else DONE


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
