"""Where a result goes, in which format, and what is said when it cannot be written."""

import errno
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, cast

from avtalskalk import __version__
from avtalskalk.cli import streams
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.options import OPTIONS
from avtalskalk.cli.settings import Settings, is_terminal, settlement_of, whole_number
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files.files import SETTINGS, identity
from avtalskalk.files.folders import ENDINGS
from avtalskalk.formats import DOCUMENT_FORMATS, DOCUMENTS, PICTURES, RECORD_FORMATS, lacking
from avtalskalk.model.statement import Basis
from avtalskalk.report.options import (
    Across,
    By,
    Dialect,
    Options,
    Rounding,
    Sort,
    Unit,
)

if TYPE_CHECKING:
    from avtalskalk.report.document import Document

_BY_NAME = {**DOCUMENT_FORMATS, **RECORD_FORMATS}

# The options that do nothing in other formats than these.
_READ = (*DOCUMENTS, *PICTURES)
_ONLY_IN = {"dialect": ("csv",), "unit": _READ, "rounding": _READ, "decimals": DOCUMENTS}
_MOST_DECIMALS = 10

# What a result answers: the options under these headings of `--help`, and of those that show it.
_QUESTION = ("change", "choose")
_SHOWN = ("by", "totals", "depth")

# What a sealed result begins with: where its bytes say what kind of file it is.
_SEAL = b"avtalskalk/seal/"
_HEAD = 200


class Output:
    """Standard output or one file; a file is written whole or not at all.

    A file takes the place of no YAML file, settings or sealed result, nor of one that the run
    has read; one that is ``new`` takes the place of no other.
    """

    def __init__(self, path: str, *, new: bool = False) -> None:
        """Refuse at once what cannot become a file; "" and "-" are standard output."""
        self.file = Path(path) if path not in {"", "-"} else None
        self.new = new
        try:
            os.fsencode(path)
            if self.file and self.file.is_dir():
                raise Misuse(code="AV815", given=path)
        except (OSError, UnicodeEncodeError) as error:
            # A name that is too long, for one, or half of a surrogate pair.
            raise unwritable(error, path) from error
        if self.file and not self.file.absolute().parent.is_dir():
            raise Misuse(code="AV814", given=path)
        if self.file and (os.path.lexists(path) if new else _kept(self.file)):
            raise _taken(path)
        self._identity = identity(path) if self.file and self.file.is_file() else None

    def refuse(self, *files: str) -> None:
        """Refuse to take the place of certain files: those that the run has read."""
        if self.file is None or self._identity is None:
            return
        for path in filter(None, files):
            # One file may have several names.
            if identity(path) == self._identity:
                raise _taken(str(self.file))

    def write(self, parts: Iterable[bytes]) -> None:
        """Write the result, UTF-8 in pieces."""
        if self.file is None:
            for part in parts:
                streams.write(part)
            return
        from avtalskalk.files.atomic_write import write_new, write_whole

        try:
            with _stopped_politely():
                if self.new:
                    write_new(self.file, parts)
                elif self.file.exists() and not self.file.is_file():
                    # A device or a pipe is no file to replace and is written to.
                    with self.file.open("wb") as device:
                        device.writelines(parts)
                else:
                    write_whole(self.file, parts)
        except FileExistsError:
            raise _taken(str(self.file)) from None
        except OSError as error:
            raise unwritable(error, str(self.file)) from error

    def write_text(self, *texts: str) -> None:
        """Write a result that is text."""
        self.write(text.encode("utf-8", "replace") for text in texts)


def _kept(file: Path) -> bool:
    """Whether a file is written by people, or sealed: no result takes its place."""
    if not file.is_file():
        return False
    if file.suffix.lower() in ENDINGS or file.name == SETTINGS:
        return True
    try:
        with file.open("rb") as opened:
            return _SEAL in opened.read(_HEAD)
    except OSError:
        # What nobody may read is another error, if it can be replaced at all.
        return False


def _taken(name: str) -> Invalid:
    """There is a file already where a new one was to be, perhaps since a moment ago."""
    return Invalid(Diagnostic("AV860", {"given": name}))


def destination(settings: Settings) -> tuple[Output, str, Options]:
    """Where a command's result goes, in which format, and how it is shown."""
    target = Output(settings.text("output"))
    form = file_format(settings)
    known = _BY_NAME.get(form)
    if known and known.binary and target.file is None and is_terminal(sys.stdout):
        raise Misuse(code="AV834", format=form)
    require(form, known.libraries if known else ())
    return target, form, view_options(settings, form)


def require(form: str, libraries: Iterable[str]) -> None:
    """Refuse at once a format that needs libraries which are not installed."""
    missing = lacking(libraries)
    if missing:
        raise Misuse(code="AV833", format=form, libraries=tuple(missing))


def with_a_chart(pages: "Iterable[Document]", form: str) -> "Iterator[Document]":
    """The pages; for a picture they are refused where there is nothing to draw."""
    if form in PICTURES:
        from avtalskalk.formats.charts import charts_of

        pages = list(pages)
        if not charts_of(pages):
            raise Misuse(code="AV835", format=form)
    yield from pages


def file_format(settings: Settings) -> str:
    """The format to write: the file's ending, which --format may only agree with."""
    path, chosen, formats = settings.text("output"), settings.chosen["format"], settings.formats
    if path in {"", "-"}:
        return chosen.value
    ending = Path(path).suffix.lower()
    endings = {_BY_NAME[name].ending: name for name in formats if name in _BY_NAME}
    by_ending = endings.get(ending) if ending else None
    if by_ending is None:
        # An ending that says nothing is no contradiction.
        known = {form.ending for form in _BY_NAME.values() if form.ending}
        if chosen.origin == "flag" and ending not in known:
            return chosen.value
        raise Misuse(code="AV812", given=path, near=tuple(sorted(filter(None, endings))))
    if chosen.origin == "flag" and chosen.value != by_ending:
        raise Misuse(code="AV813", given=path, format=chosen.value)
    return by_ending


def unwritable(error: OSError | UnicodeEncodeError, name: str) -> Misuse:
    """Why something could not be written, in words."""
    if isinstance(error, UnicodeEncodeError):
        return Misuse(code="AV818", given=name, reason=os.strerror(errno.EILSEQ))
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return Misuse(code="AV817", given=name)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Misuse(code="AV816", given=name)
    return Misuse(code="AV818", given=name, reason=error.strerror or type(error).__name__)


@contextmanager
def _stopped_politely() -> Iterator[None]:
    """While a file is written, let a request to stop clean up after itself first."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def view_options(settings: Settings, form: str) -> Options:
    """What views and formats need to know; options that do nothing in the format are refused.

    What a command has no option for is as usual.
    """
    for name, forms in _ONLY_IN.items():
        choice = settings.chosen.get(name)
        flag = choice.origin == "flag" if choice else settings.text(name)
        if flag and form not in forms:
            raise Misuse(code="AV828", option=f"--{name}", format=form)
    for name in ("across", "sort", "per_unit"):
        if settings.flag(name) and form not in _READ:
            raise Misuse(code="AV828", option=OPTIONS[name].long, format=form)

    def chosen(name: str, usual: str = "") -> str:
        return settings[name] if name in settings.chosen else usual

    decimals = settings.text("decimals")
    by = None if settings.flag("frames") else cast("By | None", chosen("by") or None)
    if settings.flag("change"):
        by = by or "party"
    return Options(
        language=settings.language,
        basis=cast("Basis", chosen("basis", "budget")),
        unit=cast("Unit | None", chosen("unit") or None),
        rounding=cast("Rounding", chosen("rounding", "add-up")),
        decimals=whole_number("--decimals", decimals, 0, _MOST_DECIMALS) if decimals else None,
        by=by,
        change=settings.flag("change"),
        frames=settings.flag("frames"),
        across=cast("Across", settings.text("across") or "year"),
        sort=cast("Sort | None", settings.text("sort") or None),
        per_unit=settings.flag("per_unit"),
        party=settings.many("party"),
        item=settings.many("item"),
        totals=settings.totals if "totals" in settings.chosen else True,
        width=settings.width,
        color=settings.colored(sys.stdout) and not settings.text("output"),
        dialect=cast("Dialect", chosen("dialect", "plain")),
        version=__version__,
        today=settings.today if "today" in settings.chosen else None,
        asked=dict(_asked(settings)) if form == "json" else {},
    )


def _asked(settings: Settings) -> Iterator[tuple[str, object]]:
    """What was asked, by the options' names, also where nothing was said of an option.

    With it a result can be had again; the paths are among what it rests on.
    """
    for name, option in OPTIONS.items():
        if name not in settings.given or not (option.panel in _QUESTION or name in _SHOWN):
            continue
        key = option.long.removeprefix("--").replace("-", "_")
        if name == "today":
            yield key, str(settings.today)
        elif name == "years" or (name == "year" and "years" not in settings.given):
            yield "years", [str(year) for year in settings.years] if settings.years else None
        elif name == "basis" and settings.flag("settlement"):
            yield key, settlement_of(settings)
        elif name in settings.chosen:
            yield key, settings.totals if name == "totals" else settings[name] or None
        elif name != "year":
            value = settings.given[name]
            yield key, list(value) if isinstance(value, list | tuple) else value
