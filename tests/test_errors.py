"""The gallery of errors: for every code a smallest mistake, and exactly what is said of it.

``errors/AVnnn-name.txt`` holds a command and what it prints in both languages; the file or folder
that it is about stands beside it.  ``AVnnn-name.fixed.yaml`` is the file as the help mends it.
``mistakes/`` has what controllers get wrong, whatever codes that gives.

``python tests/test_errors.py`` writes what is printed into these files, and the pages in
`docs/errors/`, anew; read the difference before you keep it.
"""

import errno
import io
import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest
import typer
import yaml

from avtalskalk import __version__, api
from avtalskalk.cli import application
from avtalskalk.cli.code_page import page as page_of_code
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.validation import at_path
from avtalskalk.report.messages import text_and_help
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.messages import MESSAGES, RETIRED, words

PROJECT = Path(__file__).parent.parent
ERRORS = PROJECT / "tests" / "errors"
PAGES = PROJECT / "docs" / "errors"
EXAMPLES = PROJECT / "src" / "avtalskalk" / "cli" / "examples.json"

# A message: its first line and all that is indented below it.
SAID = re.compile(r"^[^\s\[]+\[(AV\d{3})\]: .*\n(?:  .*\n)*", re.MULTILINE)
# What a file is told may depend on the day; no transcript shall change with the years.
TODAY = "2024-06-30"
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
QUOTED = re.compile(r"`([^`]+)`")
MOST_SHOWN = 10
# A total that is solved is always noted, also where there is more to say of it.
NOTED = {"AV742": {"AV841"}, "AV836": {"AV104"}}

# A command that stops early leaves its temporary file to the end of the process.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


class Case(NamedTuple):
    """One mistake: its name (a code first, in the gallery) and the command that meets it."""

    folder: Path
    name: str
    command: str

    @property
    def code(self) -> str:
        """The code that the mistake gives."""
        return self.name[:5]

    @property
    def transcript(self) -> Path:
        """The file with the command and what it prints."""
        return self.folder / f"{self.name}.txt"


def cases(folder: Path) -> list[Case]:
    """The mistakes of a folder; a new one without a transcript is a file to check."""
    names = {path.name.partition(".")[0] for path in folder.iterdir() if path.name != "mistakes"}
    return [Case(folder, name, _command(folder, name)) for name in sorted(names)]


def _command(folder: Path, name: str) -> str:
    transcript = folder / f"{name}.txt"
    if not transcript.exists():
        return f"avtalskalk check {name}.yaml"
    first = transcript.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("$ ").replace(" --lang sv", "", 1)


GALLERY = cases(ERRORS)
MISTAKES = cases(ERRORS / "mistakes")


# --- What no repository can hold ---------------------------------------------------------------

Make = Callable[[Path, pytest.MonkeyPatch], object]


def _failing(error: Exception) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def _system(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _unreadable(number: int) -> Make:
    def make(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / "lyktan.yaml").touch()
        # A permission would not do: the tests may be run by one who may read everything.
        patch.setattr("avtalskalk.files.workspace.read_bytes", _said_unreadable(number))

    return make


def _said_unreadable(number: int) -> Callable[[str], object]:
    from avtalskalk.files.files import unreadable

    return lambda location: unreadable(_system(number), location)


def _linked(folder: Path, _: pytest.MonkeyPatch) -> None:
    outside, inside = folder / "lyktan.yaml", folder / "avtal"
    outside.write_text("avtalskalk: 1\n", encoding="utf-8")
    inside.mkdir()
    (inside / "lyktan.yaml").symlink_to(outside)


def _committed(folder: Path, _: pytest.MonkeyPatch) -> None:
    """A repository whose only commit has another agreement."""
    (folder / "lyktan.yaml").touch()
    (folder / "avtal").mkdir()
    (folder / "avtal" / "lyktan.yaml").write_text("id: lyktan\n", encoding="utf-8")
    who = ("-c", "user.name=a", "-c", "user.email=a@b")
    for command in (("init", "-q"), ("add", "avtal"), (*who, "commit", "-q", "-m", "Lyktan")):
        subprocess.run(["git", *command], check=True, cwd=folder)


def _committed_too_much(folder: Path, patch: pytest.MonkeyPatch) -> None:
    _committed(folder, patch)
    patch.setattr("avtalskalk.features.diff.revisions._MOST_FILES", 0)


def _committed_and_lost(folder: Path, patch: pytest.MonkeyPatch) -> None:
    _committed(folder, patch)
    words = ("git", "rev-parse", "HEAD:avtal/lyktan.yaml")
    name = subprocess.run(words, check=True, cwd=folder, capture_output=True, text=True).stdout
    (folder / ".git" / "objects" / name[:2] / name[2:].strip()).unlink()


UNSEEN = f"""\
avtalskalk: 1
id: lyktan
title: Lyktan
parties: {{regionen: Region Exempel, kommunen: Exempelby kommun}}
periods: [{{from: 2024-01-01, split: equal}}]
notes: |
{f"  Lyktan {chr(0x202E)}{chr(10)}" * 102}
"""

MADE: Mapping[str, Make] = {
    "AV001": lambda folder, _: (folder / "AV001-larger-than-5-mb.yaml").write_text("#" * 5_000_001),
    "AV009": lambda folder, _: (folder / "AV009-too-many-values.yaml").write_text(
        "avtalskalk: 1\nnotes:\n" + "  - 1\n" * 100_000
    ),
    "AV038": lambda folder, _: (folder / "AV038-more-than-a-hundred.yaml").write_text(UNSEEN),
    "AV052": _unreadable(errno.EACCES),
    "AV053": lambda folder, _: os.mkfifo(folder / "lyktan.yaml"),
    "AV057": _linked,
    "AV058": _unreadable(errno.EIO),
    "AV816": lambda _, patch: patch.setattr(tempfile, "mkstemp", _failing(_system(errno.EACCES))),
    "AV817": lambda _, patch: patch.setattr(os, "fsync", _failing(_system(errno.ENOSPC))),
    "AV818": lambda _, patch: patch.setattr(os, "fsync", _failing(_system(errno.EIO))),
    "AV832": lambda _, patch: patch.setattr(
        typer.Typer, "__call__", _failing(typer.TyperException("Got an odd word."))
    ),
    "AV833": lambda _, patch: patch.setattr("avtalskalk.formats.find_spec", lambda _: None),
    "AV834": lambda _, patch: patch.setattr("avtalskalk.cli.output.is_terminal", bool),
    "AV863": lambda _, patch: patch.setattr(sys, "stdin", io.StringIO()),
    "AV891": lambda _, patch: patch.setattr(shutil, "which", lambda _: None),
    "AV893": _committed,
    "AV894": _committed,
    "AV895": _committed_too_much,
    "AV899": _committed_and_lost,
    "AV938": lambda folder, _: (folder / "bokslut.json").write_bytes(b" " * 25_000_001),
    "AV890": lambda _, patch: patch.setattr(
        "avtalskalk.cli.agreements.load_each", _failing(ZeroDivisionError())
    ),
}


# --- What is said ------------------------------------------------------------------------------


def said(case: Case, language: Language) -> str:
    """All messages that a case's command prints in a language."""
    with (
        tempfile.TemporaryDirectory() as name,
        chdir(name),
        pytest.MonkeyPatch.context() as patch,
    ):
        folder = Path(name)
        for variable in [*os.environ]:
            if variable.startswith(("AVTALSKALK_", "LC_", "LANG", "COLUMNS")):
                patch.delenv(variable)
        patch.setenv("AVTALSKALK_TODAY", TODAY)
        for path in (case.folder / f"{case.name}{ending}" for ending in ("", ".yaml", ".py")):
            if path.is_dir():
                shutil.copytree(path, folder / path.name)
            elif path.exists():
                shutil.copyfile(path, folder / path.name)
        if case.folder == ERRORS and case.code in MADE:
            MADE[case.code](folder, patch)
        printed = _printed(shlex.split(in_language(case, language)), patch)
    return _without_versions(_shortened(printed))


def in_language(case: Case, language: Language) -> str:
    """A case's command in a language, which stands where no other option can take it."""
    program, _, rest = case.command.partition(" ")
    if program == "python":
        return f"{case.command} --lang {language}"
    return f"{program} --lang {language} {rest}"


def _printed(arguments: list[str], patch: pytest.MonkeyPatch) -> str:
    """What a command line prints, the result first."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2)]
    program, *rest = arguments
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        if program == "python":
            patch.setattr(sys, "argv", rest)
            runpy.run_path(rest[0])
        else:
            application.run(rest)
    for stream in streams:
        stream.flush()
    return "".join(stream.buffer.getvalue().decode() for stream in streams)


def _shortened(printed: str) -> str:
    """The messages alone; where there are very many, the last."""
    messages = [match[0] for match in SAID.finditer(printed)]
    if len(messages) > MOST_SHOWN:
        messages = [f"… ({len(messages) - 1})\n", messages[-1]]
    return "".join(messages)


def _without_versions(text: str) -> str:
    return re.sub(r"\.py:\d+", ".py:…", text).replace(f" {__version__},", " …,")


def transcript(case: Case) -> str:
    """The command in both languages, with what it prints."""
    return "\n".join(
        f"$ {in_language(case, language)}\n{said(case, language)}" for language in LANGUAGES
    )


def written(case: Case) -> dict[Language, str]:
    """What a case's transcript says is printed, by language."""
    text = case.transcript.read_text(encoding="utf-8")
    parts = re.split(r"^\$ .*\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(LANGUAGES, (part.rstrip("\n") for part in parts), strict=True))


# --- The page ----------------------------------------------------------------------------------

HEADING = """\
# The messages · Meddelandena

Every code, with the smallest mistake that gives it. `avtalskalk check --explain AV104` prints the
same in the terminal. The files are in [`tests/errors/`](../../tests/errors/).

Varje kod, med det minsta fel som ger den. `avtalskalk check --explain AV104` skriver samma sak i
terminalen. Filerna ligger i [`tests/errors/`](../../tests/errors/).
"""
WRITTEN = """\
<!-- Written by `python tests/test_errors.py` from tests/errors/ and src/avtalskalk/words/messages/:
     change these, run it, and read the difference. -->
"""


class Group(NamedTuple):
    """Codes that have a page together: its name, how they begin, and its title."""

    name: str
    codes: str
    english: str
    swedish: str

    @property
    def title(self) -> str:
        """The title in both languages."""
        return f"{self.english} · {self.swedish}"

    @property
    def cases(self) -> list[Case]:
        """The codes of the page."""
        return [case for case in GALLERY if case.code.startswith(self.codes)]


GROUPS = (
    Group("reading", "AV0", "Reading the file", "Läsa filen"),
    Group("shares", "AV1", "Names, parties and splits", "Namn, parter och fördelning"),
    Group("values", "AV2", "Values and fields", "Värden och fält"),
    Group("periods", "AV3", "Periods and decisions", "Perioder och beslut"),
    Group("costs", "AV4", "Costs", "Kostnader"),
    Group("keys", "AV5", "Keys and indices", "Fördelningsnycklar och index"),
    Group("limits", "AV6", "Caps, floors, rounding, sources", "Tak, golv, avrundning, källor"),
    Group(
        "what-if",
        "AV7",
        "Readings, what-ifs, what to review",
        "Tolkningar, ändringar, att se över",
    ),
    Group("commands", "AV8", "Commands and results", "Kommandon och resultat"),
    Group("seals", "AV9", "Sealed results", "Förseglade resultat"),
)


def pages() -> dict[str, str]:
    """The pages on the messages by the names of their files: one for each group, and the first."""
    index = [HEADING, WRITTEN]
    made: dict[str, str] = {}
    for group in GROUPS:
        name = f"{group.name}.md"
        entries = (line for case in group.cases for line in _entry(case))
        made[name] = "\n".join([f"# {group.title}\n", WRITTEN, *entries])
        index += [f"## [{group.title}]({name})\n", "| | svenska | English |\n| --- | --- | --- |"]
        for case in group.cases:
            link = f"[{case.code}]({name}#{case.code.lower()})"
            texts = written(case).values()
            titles = (next(t for t in SAID.finditer(f"{x}\n") if t[1] == case.code) for x in texts)
            firsts = (title[0].partition("\n")[0].partition(": ")[2] for title in titles)
            index.append(f"| {link} | {' | '.join(map(_cell, firsts))} |")
        index.append("")
    home = {case.code: group.name for group in GROUPS for case in group.cases}
    retired = [
        f"{old} → [{new}]({home[new]}.md#{new.lower()})" for old, new in sorted(RETIRED.items())
    ]
    index.append(f"**No longer given · Används inte längre**: {', '.join(retired)}\n")
    return {"index.md": "\n".join(index), **made}


def _entry(case: Case) -> Iterator[str]:
    """One code: what is printed, and its page side by side."""
    swedish, english = (words(case.code, language) for language in LANGUAGES)
    shown = written(case)
    yield f'<a id="{case.code.lower()}"></a>\n'
    yield f"## {case.code} {case.name[6:].replace('-', ' ')}\n"
    yield f"```text\n$ {case.command}\n{shown['sv']}\n\n{shown['en']}\n```\n"
    files = [case.folder / f"{case.name}{ending}" for ending in (".yaml", ".fixed.yaml", "")]
    shown_files = zip(files, ("the file", "mended", "the folder"), strict=True)
    links = [
        f"[{name}](../../tests/errors/{file.name})" for file, name in shown_files if file.exists()
    ]
    if links:
        yield " · ".join(links) + "\n"
    yield "| svenska | English |\n| --- | --- |"
    yield f"| {_cell(swedish.page)} | {_cell(english.page)} |\n"


def _cell(text: str) -> str:
    text = text.replace("|", "\\|").replace("\n", " ")
    # What stands in backticks is shown as it is.
    parts = re.split("(`[^`]*`)", text)
    return "".join(p if p.startswith("`") else p.replace("<", "&lt;") for p in parts)


# --- The tests ---------------------------------------------------------------------------------


def test_every_code_has_one_case_and_every_case_a_code() -> None:
    """The gallery has each code exactly once, and nothing else."""
    assert [case.code for case in GALLERY] == sorted(MESSAGES)


def test_every_code_that_is_used_has_its_words() -> None:
    """A code that the program can give has words, and words that nothing gives are not kept."""
    messages = PROJECT / "src" / "avtalskalk" / "words" / "messages"
    used = {
        code
        for path in (PROJECT / "src").rglob("*.py")
        if messages not in path.parents
        for code in re.findall(r'"(AV\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(MESSAGES)


def test_a_retired_code_is_explained_by_another() -> None:
    """No code comes back with another meaning, and `--explain` answers for each that has been."""
    assert not RETIRED.keys() & MESSAGES.keys()
    assert set(RETIRED.values()) <= MESSAGES.keys()
    assert page_of_code("av501", "en", 100) == page_of_code("AV101", "en", 100)


@pytest.mark.parametrize("case", GALLERY, ids=lambda case: case.code)
def test_a_case_gives_its_code_alone(case: Case) -> None:
    """The smallest mistake of a code gives that code and no other."""
    given = {match[1] for match in SAID.finditer(said(case, "sv"))}
    assert given - NOTED.get(case.code, set()) == {case.code}


@pytest.mark.parametrize("case", [*GALLERY, *MISTAKES], ids=lambda case: case.name)
def test_what_is_said(case: Case) -> None:
    """The messages are exactly those of the transcript, in both languages."""
    assert transcript(case) == case.transcript.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(ERRORS.rglob("*.fixed.yaml")), ids=lambda path: path.name)
def test_the_help_mends(path: Path) -> None:
    """The file as the help mends it has no error and no warning."""
    found = [one for one in api.check(path) if one.severity != "note"]
    assert [(one.code, one.arguments) for one in found] == []


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_say_the_same(code: str) -> None:
    """Both languages ask for the same arguments and show the same code, line by line."""
    swedish, english = MESSAGES[code]
    for one, other in zip(swedish, english, strict=True):
        assert sorted(PLACEHOLDER.findall(one)) == sorted(PLACEHOLDER.findall(other))
        assert one.count("\n") == other.count("\n")
        assert bool(one) == bool(other)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_words_have_their_form(code: str) -> None:
    """A message begins small and has no full stop; a page is full sentences."""
    for one in MESSAGES[code]:
        for text in (one.text, one.help):
            assert not text.endswith("."), text
            assert text[:1] == text[:1].lower() or text.startswith(("YAML", "{")), text
            assert text.count("`") % 2 == 0, text
        assert one.page.endswith((".", "?")), one.page
        assert one.page.count("`") % 2 == 0, one.page


@pytest.mark.parametrize("case", GALLERY, ids=lambda case: case.code)
def test_no_argument_is_left_open(case: Case) -> None:
    """Every argument that a message asks for is given: no brace of ours is ever shown."""
    for language, shown in written(case).items():
        asked = set(PLACEHOLDER.findall("".join(words(case.code, language)[:2])))
        assert not [name for name in asked if name in shown]


# --- What the help says to write is accepted ----------------------------------------------------

TO_WRITE = re.compile(
    "(?:skriv|write|menade du|did you mean) (`[^`]+`(?:(?:,|,? eller|,? or) `[^`]+`)*)"
)
Place = tuple[str | int, ...]


def to_write(diagnostic: Diagnostic) -> Iterator[str]:
    """Every text that the help of a finding says to write, in either language."""
    for language in LANGUAGES:
        for match in TO_WRITE.finditer(text_and_help(diagnostic, language)[1]):
            for text in QUOTED.findall(match[1]):
                # What has a gap is filled in by the author; options belong to no file.
                if "…" not in text and not text.startswith(("--", "avtalskalk ")):
                    yield text


def substituted(written: str, diagnostic: Diagnostic, text: str) -> Iterator[str]:
    """A file with a text where its message can mean that it is written.

    In the place that is pointed at, as the whole line, for the name, or in plain data: as the value
    or the name there, above it or right below it, or beside what is there, or instead of that.
    """
    if place := diagnostic.place:
        lines = written.split("\n")
        line = lines[place.line - 1]
        indent = line[: len(line) - len(line.lstrip())]
        name = str(diagnostic.arguments.get("name", text))
        there = line[: place.column - 1] + text + line[place.end - 1 :]
        for new in (there, indent + text, line.replace(name, text, 1)):
            yield "\n".join([*lines[: place.line - 1], new, *lines[place.line :]])
    if diagnostic.path:
        for data in _with_text(_plain(written), diagnostic.path, _plain(text)):
            yield yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _plain(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only


def _with_text(data: object, path: Place, value: object) -> Iterator[object]:
    yield _replaced(data, path, value)
    for length in range(len(path), -1, -1):
        record = at_path(data, path[:length])
        if not isinstance(record, dict):
            continue
        if length < len(path) and isinstance(value, str):
            names = {key: value if key == path[length] else key for key in record}
            renamed = {names[key]: inner for key, inner in record.items()}
            yield _replaced(data, path[:length], renamed)
        for key in [None, *record]:
            kept = {name: inner for name, inner in record.items() if name != key}
            if isinstance(value, dict):
                yield _replaced(data, path[:length], kept | value)
            elif key is not None and length == len(path):
                yield _replaced(data, path, record | {key: value})


def _replaced(data: Any, path: Place, value: object) -> object:
    """Plain data with another value at a path."""
    if not path:
        return value
    first, *rest = path
    if isinstance(data, list):
        return [
            _replaced(inner, tuple(rest), value) if place == first else inner
            for place, inner in enumerate(data)
        ]
    return {
        key: _replaced(inner, tuple(rest), value) if key == first else inner
        for key, inner in data.items()
    }


def wrong(written: str, folder: Path, code: str) -> int:
    """How many places of a file have an error, or a finding with the code."""
    file = folder / "a.yaml"
    file.write_text(written, encoding="utf-8")
    found = api.check(file)
    return sum(1 + len(d.related) for d in found if d.severity == "error" or d.code == code)


@pytest.mark.parametrize("case", [*GALLERY, *MISTAKES], ids=lambda case: case.name)
def test_what_the_help_says_to_write_is_accepted(case: Case, tmp_path: Path) -> None:
    """Every "write `X`", put where it can be meant, leaves the file with less that is wrong."""
    path = case.folder / f"{case.name}.yaml"
    # Files in other encodings have nothing to write in them.
    written = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    refused = [
        (diagnostic.code, text)
        for diagnostic in (api.check(path) if written else ())
        for text in dict.fromkeys(to_write(diagnostic))
        if all(
            wrong(new, tmp_path, diagnostic.code) >= wrong(written, tmp_path, diagnostic.code)
            for new in substituted(written, diagnostic, text)
        )
    ]
    assert refused == []


def examples() -> str:
    """Each code's message as its case gives it, in both languages, for `check --explain`."""
    found: dict[str, dict[Language, str]] = {}
    for case in GALLERY:
        for language, text in written(case).items():
            blocks = (block for block in SAID.finditer(f"{text}\n") if block[1] == case.code)
            found.setdefault(case.code, {}).setdefault(language, next(blocks)[0].rstrip("\n"))
    lines = (f" {json.dumps(code)}: {json.dumps(texts, ensure_ascii=False)}"
             for code, texts in found.items())  # fmt: skip
    return "{\n" + ",\n".join(lines) + "\n}\n"


def test_the_pages_are_fresh() -> None:
    """The pages on the messages, and the examples, are what the gallery and the words make."""
    there = {file.name: file.read_text(encoding="utf-8") for file in PAGES.iterdir()}
    assert there == pages()
    assert EXAMPLES.read_text(encoding="utf-8") == examples()


def _refresh() -> None:
    """Write the transcripts and the page anew."""
    for case in [*GALLERY, *MISTAKES]:
        case.transcript.write_text(transcript(case), encoding="utf-8", newline="\n")
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8", newline="\n")
    EXAMPLES.write_text(examples(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _refresh()
