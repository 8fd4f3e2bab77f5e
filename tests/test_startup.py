"""What a start may import, by name: facts that cannot flake, unlike clocks."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import PROJECT, plain_environment

AGREEMENT = "agreements/alingsas-spadbarn.yaml"

# Run the command and then say, on stderr, which modules it loaded.
PROBE = """
import sys
sys.argv[0] = "avtalskalk"
from avtalskalk.__main__ import main
code = main()
sys.stdout.flush()
print("\\n" + " ".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""

NEVER = frozenset(
    (
        "asyncio",
        "babel",
        "jinja2",
        "networkx",
        "numpy",
        "openpyxl",
        "pytest",
        "xlsxwriter",
    )
)
MODELS = frozenset(("pydantic", "pydantic_core", "avtalskalk.model.agreement"))
READING = frozenset(("yaml", "avtalskalk.files.yaml", "avtalskalk.files.workspace"))
SCREEN = frozenset(("rich", "avtalskalk.report.document", "avtalskalk.report.views"))


def loaded(*words: str) -> set[str]:
    """The modules that a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        cwd=PROJECT,
        env=plain_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout
    return set(done.stderr.rstrip("\n").rpartition("\n")[2].split())


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        (("--version",), NEVER | MODELS | READING | SCREEN | {"typer", "avtalskalk.cli"}),
        (("--help",), NEVER | MODELS | READING | SCREEN | {"json", "tomllib"}),
        # Typer reads an option's text with pydantic, and a command's module has its options.
        (("calc", "--help"), NEVER | SCREEN | {"tomllib"}),
        (("doctor",), NEVER | SCREEN | {"avtalskalk.model.agreement"}),
        (("check", AGREEMENT), NEVER | {"rich", "tomllib"}),
        (("calc", AGREEMENT, "-f", "json"), NEVER | SCREEN | {"tomllib", "avtalskalk.formats.csv"}),
        (("calc", AGREEMENT, "-f", "csv"), NEVER | {"rich", "tomllib"}),
        (("calc", AGREEMENT), NEVER | {"rich", "tomllib", "avtalskalk.formats.json"}),
        (("show", AGREEMENT), NEVER | {"rich", "tomllib", "avtalskalk.formats.json"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_nothing_heavy_before_it_is_needed(
    words: tuple[str, ...], forbidden: frozenset[str]
) -> None:
    """A command loads what it needs and nothing of what the others need."""
    assert sorted(loaded(*words) & forbidden) == []


def test_the_guard_sees(tmp_path: Path) -> None:
    """The probe tells what was loaded: the models by calc, typer by help."""
    assert {"pydantic", "yaml", "typer"} <= loaded("calc", AGREEMENT)
    assert "typer" in loaded("--help")
    assert not list(tmp_path.iterdir())


def test_the_version_is_the_quick_one() -> None:
    """The version answered early is the one answered late."""
    from avtalskalk import __version__

    for words in (["--version"], ["--version", "calc"]):
        done = subprocess.run(
            [sys.executable, "-m", "avtalskalk", *words],
            env=plain_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, f"avtalskalk {__version__}\n")
