"""A file written whole or not at all."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

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


def test_an_existing_file_keeps_its_names(tmp_path: Path) -> None:
    """A file with two names (hard links) has them afterwards, with the same content."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"old, and longer")
    second.hardlink_to(first)
    first.chmod(0o640)
    write_whole(first, b"new")
    assert second.read_bytes() == first.read_bytes() == b"new"
    assert first.samefile(second)
    assert stat.S_IMODE(second.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_an_error_on_writing_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Where it cannot be written over whole its old content is put back."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"old")
    second.hardlink_to(first)

    def half(_: object, file: BinaryIO) -> None:
        file.write(b"new and lon")
        raise error

    monkeypatch.setattr("shutil.copyfileobj", half)
    with pytest.raises(type(error)):
        write_whole(first, b"new and longer")
    assert second.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml", "b.yaml"]


@pytest.mark.skipif(not hasattr(os, "chown"), reason="files have no such owner here")
def test_an_existing_file_keeps_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file is given to the old one's owner; where that is not allowed it is the old one."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    owners: list[tuple[int, int]] = []
    status = Path.stat
    before = path.stat().st_ino

    def of_another(self: Path, **_: object) -> os.stat_result:
        found = status(self)
        if self != path:
            return found
        return os.stat_result((*found[:4], 4711, 4712, *found[6:]))

    monkeypatch.setattr(Path, "stat", of_another)
    monkeypatch.setattr(os, "chown", lambda _, user, group: owners.append((user, group)))
    write_whole(path, b"new")
    assert owners == [(4711, 4712)]
    inode = status(path).st_ino
    assert inode != before

    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", forbidden)
    write_whole(path, b"newer")
    assert status(path).st_ino == inode
    assert path.read_bytes() == b"newer"
    assert names(tmp_path) == ["a.yaml"]


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
