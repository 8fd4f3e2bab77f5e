"""The project's own files agree with each other."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import avtalskalk

LINK = re.compile(r"\]\(((?!https?:)[^)#\s]*)#?([^)\s]*)\)")
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def pyproject(project: Path) -> dict[str, Any]:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


def set_up_commands(project: Path) -> list[list[str]]:
    """The README's set-up commands, each as its steps."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    blocks = [match["text"] for match in FENCE.finditer(readme) if match["kind"] == "sh"]
    return [block.strip().split(" && ") for block in blocks[:2]]


def steps_of_ci(project: Path) -> list[str]:
    """What .ci/run runs, written as in the README."""
    script = (project / ".ci" / "run").read_text(encoding="utf-8")
    steps = re.findall(r"^run (.*)$", script, re.MULTILINE)
    return [_as_in_readme(step) for step in steps]


def _as_in_readme(step: str) -> str:
    step = re.sub(r'"\$venv(/[\w/]*)?"', r".venv\1", step).replace(" --clear", "")
    return step.replace('"$python"', "python3.11")


def test_readme_has_two_set_up_commands(project: Path) -> None:
    """The README sets everything up in two commands: one that calculates, one that tests."""
    first, second = set_up_commands(project)
    assert "avtalskalk calc agreements/" in first[-1]
    assert "pytest" in second[-1]


def test_ci_runs_what_the_readme_says(project: Path) -> None:
    """Every step of the README's two set-up commands is run by .ci/run, in the same order."""
    using, developing = set_up_commands(project)
    steps = steps_of_ci(project)
    assert steps[: len(developing)] == developing
    assert steps[-len(using) :] == using


def test_ci_is_executable(project: Path) -> None:
    """The script of the checks can be started as it is."""
    script = project / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")


def test_set_up_commands_are_on_the_first_screen(project: Path) -> None:
    """A reader meets both set-up commands right after what an agreement gives."""
    lines = (project / "README.md").read_text(encoding="utf-8").splitlines()[:75]
    assert sum(line.startswith("python3.11 -m venv") for line in lines) == 2


def test_constraints_hold_versions_and_no_addresses(project: Path) -> None:
    """Every line of constraints.txt pins one package, and says nothing about where it is."""
    pins = _pins(project)
    assert len(pins) == len(set(pins))
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin) for pin in pins)


def test_constraints_with_hashes_name_the_same_versions(
    project: Path, pyproject: dict[str, Any]
) -> None:
    """What `pip --require-hashes` installs is what we test with; every file has its hash."""
    text = (project / "constraints-hashed.txt").read_text(encoding="utf-8")
    entries = re.findall(r"(?m)^(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n", text)
    assert "".join(f"{pin}{hashes}\n" for pin, hashes in entries) == text
    pins = [pin for pin, _ in entries]
    assert set(pins) <= set(_pins(project))
    names = {pin.partition("==")[0] for pin in pins}
    wanted = {canonicalize_name(Requirement(d).name) for d in pyproject["project"]["dependencies"]}
    assert wanted | {"hatchling", "colorama"} <= names


def test_every_dependency_is_pinned(project: Path, pyproject: dict[str, Any]) -> None:
    """Each dependency in pyproject.toml has a pinned version, within its range."""
    pinned = dict(pin.split("==") for pin in _pins(project))
    metadata = pyproject["project"]
    extras = metadata["optional-dependencies"].values()
    for text in [*metadata["dependencies"], *(line for extra in extras for line in extra)]:
        requirement = Requirement(text)
        if requirement.name == metadata["name"]:
            # An extra that holds another.
            assert requirement.extras <= set(metadata["optional-dependencies"])
            continue
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), text


def test_every_ignored_rule_has_its_reason(project: Path) -> None:
    """No lint rule is switched off in pyproject.toml without a reason on its line."""
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    start, end = text.index("[tool.ruff.lint]"), text.index("[tool.ruff.lint.isort]")
    rules = re.findall(r'^  "[A-Z]+\d*",.*$', text[start:end], re.MULTILINE)
    assert rules
    assert [rule for rule in rules if not re.search(r",\s+# \w.{10,}$", rule)] == []


def test_changelog_names_the_version(project: Path) -> None:
    """The version of the package has a heading in the changelog, or is the one to come."""
    changelog = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{avtalskalk.__version__}]" in changelog


def test_links_between_documents_lead_somewhere(project: Path) -> None:
    """Every relative link in the README and the documentation leads to a file and a heading."""
    pages = [*project.glob("*.md"), *project.glob("docs/**/*.md")]
    broken = [
        f"{page.relative_to(project).as_posix()}: {target}#{anchor}"
        for page in pages
        for target, anchor in LINK.findall(page.read_text(encoding="utf-8"))
        if not _leads_somewhere(page.parent / target if target else page, anchor)
    ]
    assert broken == []


def _leads_somewhere(file: Path, anchor: str) -> bool:
    return file.exists() and (not anchor or anchor in _anchors(file))


def _anchors(page: Path) -> set[str]:
    """The anchors of a page: those it writes, and those of its headings as GitHub makes them."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


def test_hooks_are_local(project: Path) -> None:
    """The hooks before a commit download nothing: all of them are the project's own."""
    text = (project / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"repo: (\S+)", text)) == {"local"}
    assert set(re.findall(r"language: (\S+)", text)) == {"system"}


def _pins(project: Path) -> list[str]:
    lines = (project / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_a_source_archive_is_whole(project: Path, pyproject: dict[str, Any]) -> None:
    """All that the project has is in the source archive, and what the README leads to is there."""
    included = pyproject["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    readme = (project / "README.md").read_text(encoding="utf-8")
    words = {word for steps in set_up_commands(project) for step in steps for word in step.split()}
    needed = {link for link, _ in LINK.findall(readme)} | {"constraints.txt", ".ci"}
    assert "constraints.txt" in words
    for name in filter(None, needed):
        assert (project / name).exists()
        assert f"/{name.split('/')[0]}" in included, name
    # Nothing is listed where the archive itself is tested.
    listed = subprocess.run(
        ["git", "ls-files"],
        cwd=project, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    names = {f"/{line.split('/')[0]}" for line in listed.stdout.splitlines() if line[0] != '"'}
    # The builder adds these two by itself.
    assert names - {"/.gitignore", "/pyproject.toml"} <= {*included}


def test_hooks_and_the_action_call_commands(project: Path) -> None:
    """What pre-commit and GitHub run are commands that there are, with options that they have."""
    from avtalskalk.cli.commands import COMMANDS, options_of

    hooks = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    action = yaml.safe_load((project / "action.yml").read_text(encoding="utf-8"))
    assert {hook["entry"] for hook in hooks} == {"avtalskalk check", "avtalskalk test"}
    script = action["runs"]["steps"][-1]["run"]
    called = re.findall(r"avtalskalk (\w+)([^\n;]*)", script)
    assert [command for command, _ in called] == ["check", "test"]
    for command, words in called:
        flags = {flag for option in options_of(command).values() for flag in option.every_flag}
        assert command in COMMANDS
        assert set(re.findall(r"--[a-z-]+", words)) <= flags


def test_the_site_has_every_page(project: Path) -> None:
    """The site's navigation leads to every page of the documentation, and to nothing else."""
    site = tomllib.loads((project / "zensical.toml").read_text(encoding="utf-8"))

    def pages(entry: object) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            yield from pages([*entry.values()])
        elif isinstance(entry, list):
            for part in entry:
                yield from pages(part)

    led_to = [page for page in pages(site["project"]["nav"]) if page.startswith("docs/")]
    there = [page.relative_to(project).as_posix() for page in (project / "docs").rglob("*.md")]
    assert sorted(led_to) == sorted(there)


def test_the_man_page_is_fresh(project: Path) -> None:
    """The man page has what `--help` shows; `python tools/man.py` writes it anew."""
    made = subprocess.run(
        [sys.executable, "-c", "import man; print(man.man_page(), end='')"],
        cwd=project / "tools",
        env={**os.environ, "PYTHONPATH": str(project / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert made.stdout == (project / "docs" / "avtalskalk.1").read_text(encoding="utf-8")
