"""A file written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from avtalskalk.files.atomic_write import write_new, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    """A new file has the content and the mode that a new file gets."""
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_whole(tmp_path / "a.csv", b"x\n")
    assert (tmp_path / "a.csv").read_bytes() == b"x\n"
    assert (tmp_path / "a.csv").stat().st_mode == plain.stat().st_mode
    assert names(tmp_path) == ["a.csv", "plain"]


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    """The content is replaced, the permissions are not."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_links_are_followed(tmp_path: Path) -> None:
    """The file that a link leads to is replaced and the link stays."""
    real = tmp_path / "b" / "real.yaml"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(tmp_path) == ["b", "link.yaml"]


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left"), KeyboardInterrupt(), SystemExit(1)]
)
@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_an_error_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: str
) -> None:
    """The old file is untouched, nothing is left behind, and the error goes on."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(type(error)):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A missing folder and a folder in the file's place are the system's errors."""
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "b" / "a.csv", b"")
    (tmp_path / "c").mkdir()
    with pytest.raises(OSError, match="c"):
        write_whole(tmp_path / "c", b"x")
    assert names(tmp_path) == ["c"]


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    """A new file is made whole with the usual mode, and never in the place of one."""
    file = tmp_path / "a.yaml"
    write_new(file, b"new")
    (tmp_path / "b.txt").write_bytes(b"")
    assert file.stat().st_mode == (tmp_path / "b.txt").stat().st_mode
    with pytest.raises(FileExistsError):
        write_new(file, b"newer")
    assert file.read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.txt"]


def test_a_new_file_where_files_have_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system without second names a new file is made all the same, and over none."""

    def refused(*_: object) -> None:
        raise PermissionError(1, "no second names here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    file = tmp_path / "a.yaml"
    write_new(file, b"new")
    with pytest.raises(FileExistsError):
        write_new(file, b"newer")
    assert file.read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml"]
