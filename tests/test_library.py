"""The scripts on the page about the library run, print what stands there, and are well typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.test_docs import PROJECT, prepared

PAGE = PROJECT / "docs" / "library.md"
SCRIPT = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCRIPTS = SCRIPT.findall(PAGE.read_text(encoding="utf-8"))


def printed(script: str, folder: Path) -> str:
    """What a script prints in a folder with the project's examples."""
    file = folder / "script.py"
    file.write_text(script, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "PYTHONUTF8": "1"}
    finished = subprocess.run(
        [sys.executable, file.name],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


@pytest.mark.parametrize("place", range(len(SCRIPTS)))
def test_scripts_print_what_the_page_shows(place: int, tmp_path: Path) -> None:
    """Every script prints what stands below it."""
    script, output = SCRIPTS[place]
    assert printed(script, prepared(tmp_path)) == output


def test_scripts_are_well_typed(tmp_path: Path) -> None:
    """The scripts, six at least, pass a strict check of their types."""
    assert len(SCRIPTS) >= 6
    files = []
    for place, (script, _) in enumerate(SCRIPTS):
        files.append(tmp_path / f"script_{place}.py")
        files[-1].write_text(script, encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", *map(str, files)],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(PROJECT / "src")},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    assert finished.returncode == 0, finished.stdout


if __name__ == "__main__":
    import tempfile

    text = PAGE.read_text(encoding="utf-8")
    for script, output in SCRIPTS:
        with tempfile.TemporaryDirectory() as folder:
            new = printed(script, prepared(Path(folder)))
        old = f"{script}```\n\n```text\n{output}```"
        text = text.replace(old, f"{script}```\n\n```text\n{new}```")
    PAGE.write_text(text, encoding="utf-8", newline="\n")
