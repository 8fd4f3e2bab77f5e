"""The direction of imports, and that starting loads nothing before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "asyncio", "babel", "jinja2", "networkx", "numpy", "openpyxl", "pydantic", "rich",
    "stdnum", "typer", "xlsxwriter", "yaml",
}  # fmt: skip


def loaded_by(*arguments: str, project: Path) -> set[str]:
    """The heavy modules that a run of the command has loaded when it ends."""
    program = (
        "import atexit, runpy, sys\n"
        "atexit.register(lambda: sys.__stderr__.write("
        "'\\nloaded: ' + ' '.join({name.partition('.')[0] for name in sys.modules})))\n"
        f"sys.argv = ['avtalskalk', *{list(arguments)!r}]\n"
        "runpy.run_module('avtalskalk', run_name='__main__')\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert finished.returncode == 0, finished.stderr
    return set(finished.stderr.rpartition("loaded: ")[2].split()) & HEAVY


def test_imports_go_down_only(project: Path) -> None:
    """No module imports upwards, sideways or what its layer must not know (pyproject.toml)."""
    lint = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run(
        [lint, "--no-cache"],
        cwd=project,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert finished.returncode == 0, finished.stdout


def test_importing_the_library_loads_nothing_heavy(project: Path) -> None:
    """`import avtalskalk` alone loads no library."""
    finished = subprocess.run(
        [sys.executable, "-c", "import avtalskalk, sys; print(*sys.modules)"],
        cwd=project,
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    loaded = {name.partition(".")[0] for name in finished.stdout.split()}
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "may_load"),
    [
        (["--version"], set()),
        (["--help"], {"typer"}),
        (
            ["calc", "agreements/alingsas-spadbarn.yaml", "--year", "2023", "-f", "json"],
            {"typer", "pydantic", "yaml"},
        ),
        (
            ["calc", "agreements/alingsas-spadbarn.yaml", "--year", "2023", "-f", "csv"],
            {"typer", "pydantic", "yaml"},
        ),
    ],
    ids=["version", "help", "calc json", "calc csv"],
)
def test_a_command_loads_only_what_it_uses(
    project: Path, arguments: list[str], may_load: set[str]
) -> None:
    """Each command loads the libraries it needs, and no other."""
    assert loaded_by(*arguments, project=project) <= may_load
