"""The direction of imports, and that importing the library alone loads nothing heavy."""

import subprocess
import sys
from pathlib import Path


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
    """`import avtalskalk` alone loads no other library (the commands: test_startup)."""
    names = "{name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names"
    finished = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys, avtalskalk; print(*sorted({names}))"],
        cwd=project / "src",
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    assert finished.stdout.split() == ["__main__", "avtalskalk"]
