"""The Tab key: what each word on a line may be, quietly, whatever the files hold."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import GAP, SOUND, Command, Finished, written
from tests.conftest import PROJECT, plain_environment

from avtalskalk.cli.commands import COMMANDS, options_of
from avtalskalk.words.messages import MESSAGES

WORKSPACE = """\
avtalskalk: 1
id: annat
title: Annat
parties: [region, by]
periods: [{from: 2026-01-01, split: equal}]
costs: {mat: {amounts: {2026: {region: 1 kr}}}, drift: {forecast: {2025/26: 1 kr}}}
readings: {hela-beloppet: {title: Hela, set: {costs.mat.kind: grant}}}
"""

Tab = Callable[..., list[str]]


def line(*words: str) -> dict[str, str]:
    """What bash puts in the environment when Tab is pressed on the last word."""
    return {
        "COMP_WORDS": "\n".join(("avtalskalk", *words)),
        "COMP_CWORD": str(len(words)),
        "_AVTALSKALK_COMPLETE": "complete_bash",
    }


@pytest.fixture
def pressed(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Finished]:
    """``pressed("calc", "")``: all that comes of pressing Tab on the last word."""

    def press(*words: str) -> Finished:
        with monkeypatch.context() as patch:
            for name, value in line(*words).items():
                patch.setenv(name, value)
            return command()

    return press


@pytest.fixture
def tab(pressed: Callable[..., Finished]) -> Tab:
    """``tab("calc", "")``: what the last word may be."""

    def press(*words: str) -> list[str]:
        done = pressed(*words)
        assert done.err == ""
        return done.out.split()

    return press


# --- Words --------------------------------------------------------------------------------


def test_commands(tab: Tab) -> None:
    """The first word is a command."""
    assert tab("") == [*COMMANDS]
    assert tab("ca") == ["calc"]
    assert tab("xyz") == []


def test_options(tab: Tab) -> None:
    """A word that begins with a hyphen is an option of the command, or of the program."""
    assert tab("calc", "--to") == ["--today", "--totals"]
    assert "--width" not in tab("calc", "--")
    assert tab("--s") == ["--show-completion"]


@pytest.mark.parametrize(
    ("words", "may_be"),
    [
        (("calc", "--by", ""), ["party", "agreement", "item", "period"]),
        (
            ("calc", "-f", ""),
            ["table", "md", "html", "xlsx", "docx", "pdf", "csv", "json", "ndjson"],
        ),
        (
            ("check", "--format", ""),
            ["text", "md", "html", "xlsx", "docx", "pdf", "json", "github", "sarif"],
        ),
        (("calc", "--basis", "f"), ["forecast"]),
        (("calc", "--lang", "s"), ["sv"]),
        (("init", "--kind", "f"), ["fixed", "family-centre", "finsam"]),
        (("calc", "--basis=a"), ["actual"]),
        (("calc", "--basis", "=", "a"), ["actual"]),
        (("calc", "--basis", "="), ["budget", "forecast", "actual"]),
        (("calc", "-o", ""), []),
        (("init", ""), []),
    ],
)
def test_the_words_of_an_option(tab: Tab, words: Sequence[str], may_be: list[str]) -> None:
    """An option that takes one of some words is offered these; a file is left to the shell."""
    assert [*tab(*words)] == may_be


def test_codes(tab: Tab) -> None:
    """After --explain comes a code."""
    assert tab("check", "--explain", "") == sorted(MESSAGES)
    assert tab("check", "--explain", "AV10") == [code for code in MESSAGES if code[:4] == "AV10"]


# --- From the files -----------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> None:
    """Two agreements, one of them in a folder, and what is no agreement."""
    written(tmp_path, "lyktan.yaml", SOUND)
    written(tmp_path, "avtal/annat.yaml", WORKSPACE)
    written(tmp_path, "avtal/anteckningar.txt", "")
    written(tmp_path, "avtal/.dold.yaml", SOUND)
    written(tmp_path, "avtal/annat.test.yaml", "")
    written(tmp_path, "avtal/djupt/ner.yml", GAP)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("words", "may_be"),
    [
        (("calc", "lyktan.yaml", "--party", ""), ["region", "kommun"]),
        (("calc", "lyktan.yaml", "--party", "k"), ["kommun"]),
        (("calc", "lyktan.yaml", "--item", ""), ["drift", "lokal"]),
        (("calc", "--year", "2024", "lyktan.yaml", "--item", "l"), ["lokal"]),
        (("calc", "lyktan.yaml", "--year", ""), ["2023", "2024"]),
        (("calc", "lyktan.yaml", "--years", ""), ["2023..2024"]),
        (("calc", "lyktan.yaml", "--years", "2023.."), ["2023..2024"]),
        (("calc", "avtal/annat.yaml", "--year", ""), ["2025", "2026"]),
        (("calc", "avtal", "--party", ""), ["region", "by", "kommun"]),
        (("calc", "avtal/", "--item", ""), ["mat", "drift", "lokal"]),
        (("calc", "lyktan.yaml", "avtal/annat.yaml", "--party", ""), ["region", "kommun", "by"]),
        (("calc", "--party", ""), []),
    ],
)
def test_names_come_from_the_files_on_the_line(
    tab: Tab, words: Sequence[str], may_be: list[str]
) -> None:
    """Parties, items and years are those of the agreements that are named."""
    assert tab(*words) == may_be


@pytest.mark.usefixtures("files")
def test_readings(tab: Tab) -> None:
    """A command that takes a reading is offered those of the agreement."""
    for command in COMMANDS:
        if "reading" in options_of(command):
            assert tab(command, "avtal/annat.yaml", "--reading", "") == ["hela-beloppet"]


@pytest.mark.usefixtures("files")
def test_paths(tab: Tab) -> None:
    """A path is an agreement or a folder; a folder alone comes with what it holds."""
    assert tab("calc", "") == ["avtal/", "lyktan.yaml"]
    assert tab("calc", "a") == ["avtal/", "avtal/annat.yaml", "avtal/djupt/"]
    assert tab("check", "avtal/a") == ["avtal/annat.yaml"]
    assert tab("calc", "nowhere/") == []


@pytest.mark.parametrize(
    "name", ["mitt avtal.yaml", "$HOME.yaml", "a'b.yaml", "a;b.yaml", "*.yaml"]
)
def test_a_name_that_a_shell_reads_into_is_left_to_the_shell(
    tab: Tab, tmp_path: Path, name: str
) -> None:
    """Among names that need quotes nothing is offered: the shell's own completion quotes them."""
    written(tmp_path, "lyktan.yaml", SOUND)
    written(tmp_path, name, SOUND)
    assert tab("calc", "") == []


@pytest.mark.parametrize("name", ["a b", "$(id)", "`id`", "a\nb", "*", "\x1b[31m"])
def test_names_that_are_no_ids_are_not_offered(tab: Tab, tmp_path: Path, name: str) -> None:
    """What a file that nobody has read calls its parties never reaches the shell."""
    text = SOUND.replace("{region:", f"{{{json.dumps(name)}: X, region:")
    written(tmp_path, "a.yaml", text)
    assert tab("calc", "a.yaml", "--party", "") == ["region", "kommun"]


# --- Quietly ------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--party", "--item", "--year", "--years"])
@pytest.mark.parametrize(
    "text",
    ["", "\xff", "[" * 1000, "parties: 1", "costs: 1", "periods: {a: b}", "parties: [{a: b}]",
     "periods: [1, {from: [2]}]", "costs: {a: {budget: x}, b: c}", "a: &a [*a]", "\0", "- 1"],
)  # fmt: skip
def test_a_broken_file_completes_nothing(tab: Tab, tmp_path: Path, option: str, text: str) -> None:
    """Whatever a file holds, there is no error and no word of one."""
    (tmp_path / "a.yaml").write_bytes(text.encode("latin-1"))
    assert tab("calc", "a.yaml", option, "") in ([], ["a", "b"])


@pytest.mark.parametrize("file", ["nix.yaml", "a\0b", "/dev/null", "~", ".", ""])
def test_a_file_that_cannot_be_read_completes_nothing(
    pressed: Callable[..., Finished], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """A path that leads nowhere is no error either."""
    if "\0" in file:
        monkeypatch.setattr("avtalskalk.cli.completion._paths", lambda _: [file])
        file = "x"
    done = pressed("calc", file, "--party", "")
    assert (done.out.strip(), done.err) == ("", "")


def test_every_wrong_file_of_the_gallery(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the files that have an error disturbs the line."""
    monkeypatch.chdir(PROJECT / "tests" / "errors")
    files = sorted(path.name for path in Path().glob("*.yaml"))
    assert len(files) > 60
    for start in range(0, len(files), 40):
        tab("calc", *files[start : start + 40], "--party", "")
        tab("calc", *files[start : start + 40], "--year", "")


@pytest.mark.parametrize("words", [("cacl", ""), ("calc", "--nix", ""), ("--lang", "sv", "ca")])
def test_a_line_that_is_wrong_is_not_said_to_be(
    pressed: Callable[..., Finished], words: Sequence[str]
) -> None:
    """A slip earlier on the line is said when the command is run, not while it is typed."""
    assert pressed(*words).err == ""


@pytest.mark.parametrize("instruction", ["complete_nix", "nix_bash", "nix", ""])
def test_an_unknown_question_has_no_answer(
    command: Command, monkeypatch: pytest.MonkeyPatch, instruction: str
) -> None:
    """A variable that holds something else is answered with nothing."""
    monkeypatch.setenv("_AVTALSKALK_COMPLETE", instruction)
    assert command("calc").err == ""


def test_very_many_files_are_not_all_read(
    tab: Tab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Tab reads some files of a large folder, and no large file at all."""
    from avtalskalk.files import yaml

    seen: list[str] = []
    before = yaml.read

    def counted(raw: bytes, file: str) -> yaml.YamlDocument:
        seen.append(file)
        return before(raw, file)

    monkeypatch.setattr(yaml, "read", counted)
    for number in range(200):
        written(tmp_path, f"avtal/{number:03}.yaml", SOUND)
    assert tab("calc", "avtal", "--party", "") == ["region", "kommun"]
    assert len(seen) == 50
    written(tmp_path, "stor.yaml", SOUND + "#" * 1_000_000)
    assert tab("calc", "stor.yaml", "--party", "") == []
    assert len(seen) == 50
    for number in range(400):
        written(tmp_path, f"{number:03}.yaml", "")
    assert tab("calc", "") == []


# --- The shells ---------------------------------------------------------------------------

PROBE = """
import sys
sys.argv = ["avtalskalk"]
from avtalskalk.__main__ import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
HEAVY = {"rich", "tomllib", "asyncio"}


def in_process(environment: dict[str, str], *python: str) -> subprocess.CompletedProcess[str]:
    """A Tab in a process of its own, from the project's folder."""
    return subprocess.run(
        [sys.executable, *python],
        cwd=PROJECT,
        env=plain_environment() | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "words",
    [
        ("ca",),
        ("calc", "--"),
        ("calc", "agr"),
        ("calc", "agreements/alingsas-spadbarn.yaml", "--party", ""),
        ("calc", "agreements", "--years", ""),
        ("check", "--explain", "AV"),
    ],
)
def test_nothing_heavy_is_loaded(words: tuple[str, ...]) -> None:
    """A Tab waits for none of what only a calculation or a table needs."""
    done = in_process(line(*words), "-c", PROBE)
    assert done.stdout.strip()
    assert HEAVY & set(done.stderr.split()) == set()


ON_LINE = "avtalskalk calc agreements/alingsas-spadbarn.yaml --party "


@pytest.mark.parametrize(
    ("environment", "printed", "code"),
    [
        (
            {"_AVTALSKALK_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": ON_LINE},
            '_arguments \'*: :(("hsnv"\n"alingsas"))\'',
            0,
        ),
        (
            {
                "_AVTALSKALK_COMPLETE": "complete_fish",
                "_TYPER_COMPLETE_ARGS": ON_LINE,
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            },
            "hsnv\nalingsas",
            0,
        ),
        (
            {
                "_AVTALSKALK_COMPLETE": "complete_fish",
                "_TYPER_COMPLETE_ARGS": "avtalskalk calc -o ",
                "_TYPER_COMPLETE_FISH_ACTION": "is-args",
            },
            "",
            1,
        ),
        (
            {
                "_AVTALSKALK_COMPLETE": "complete_powershell",
                "_TYPER_COMPLETE_ARGS": ON_LINE,
                "_TYPER_COMPLETE_WORD_TO_COMPLETE": "",
            },
            "hsnv::: \nalingsas:::",
            0,
        ),
    ],
    ids=["zsh", "fish", "fish-no-answer", "powershell"],
)
def test_the_other_shells(environment: dict[str, str], printed: str, code: int) -> None:
    """zsh, fish and PowerShell get their answers in the form they ask for."""
    done = in_process(environment, "-m", "avtalskalk")
    assert (done.stdout.strip(), done.stderr, done.returncode) == (printed, "", code)


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_bash_itself(tmp_path: Path) -> None:
    """The script that --show-completion prints makes a real bash complete."""
    program = tmp_path / "avtalskalk"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m avtalskalk "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = """
        source /dev/stdin <<< "$(_AVTALSKALK_COMPLETE=source_bash avtalskalk)"
        complete -p avtalskalk
        COMP_WORDS=(avtalskalk calc agreements/alingsas-spadbarn.yaml --party "")
        COMP_CWORD=4
        _avtalskalk_completion avtalskalk
        echo "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=PROJECT,
        env=plain_environment() | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "complete -o default -F _avtalskalk_completion avtalskalk",
        "hsnv alingsas",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_script_is_shown(command: Command, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    """--show-completion prints what the shell needs, and nothing else."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, shell))
    done = command("--show-completion")
    assert (done.code, done.err) == (0, "")
    assert "_AVTALSKALK_COMPLETE" in done.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_is_installed(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    """--install-completion writes the script where the shell looks, and says where."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, shell))
    done = command("--install-completion")
    assert done.code == 0
    scripts = [path for path in tmp_path.rglob("*avtalskalk*") if path.is_file()]
    assert [str(path) in done.out for path in scripts] == [True]


@pytest.mark.parametrize("words", ["--install-completion", "--show-completion"])
def test_a_shell_that_cannot(command: Command, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A shell that has no completion is wrong usage."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "tcsh"))
    done = command(words)
    assert done.code == 2
    assert "tcsh" in done.out + done.err


def test_what_cannot_be_installed(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home that may not be written to is reported in one message."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "bash"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no", "/home/.bashrc")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    done = command("--install-completion")
    assert (done.code, done.err[:12]) == (6, "error[AV816]")
