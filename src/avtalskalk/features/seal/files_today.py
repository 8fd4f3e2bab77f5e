"""Where the files of a sealed result are today."""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.seal.seal import File, Seal
from avtalskalk.files.files import shown, unreadable
from avtalskalk.files.folders import in_workspace, workspace_of
from avtalskalk.files.workspace import Loaded, load
from avtalskalk.model.statement import Input


def below(base: str, path: str) -> str:
    """A path from the working folder as it is from another folder, links followed."""
    location = os.path.realpath(path)
    return shown(os.path.relpath(location, os.path.realpath(base)).replace(os.sep, "/"))


def listed(inputs: Iterable[Input], base: str) -> tuple[list[File], list[Diagnostic]]:
    """Files as a seal lists them, and why some cannot be."""
    files: list[File] = []
    diagnostics: list[Diagnostic] = []
    for file in inputs:
        try:
            size = os.stat(file.path).st_size
        except (OSError, ValueError) as error:
            diagnostics.append(unreadable(error, file.path).within(file.path))
        else:
            files.append(File(below(base, file.path), file.sha256, size))
    return files, diagnostics


def base_of(paths: Iterable[str]) -> str:
    """The folder that a seal names its files from.

    The working folder where they all are below it, otherwise the nearest that holds them all.
    """
    here = os.path.realpath(os.curdir)
    folders = [os.path.dirname(os.path.realpath(path)) for path in paths]
    return here if os.path.commonpath([here, *folders]) == here else os.path.commonpath(folders)


class Today(NamedTuple):
    """The folder that a seal's files are in today, and the agreements that are there, by id."""

    base: str
    agreements: dict[str, Loaded]

    @property
    def folder(self) -> str:
        """The folder as it is called from the working folder."""
        return below(os.curdir, self.base)


def find_today(seal: Seal, file: str, folder: str = "") -> Today | None:
    """Where a seal's agreements are today, valid or not; None where not one of them is there.

    They are looked for at their sealed paths, and then by their ids in all files of the folder:
    the one that is given, else the working folder, else that of the seal, or one above these in
    the same workspace.
    """
    for base in [folder] if folder else _bases(seal, file):
        sealed_files = _sealed_files(seal, base)
        agreements = _at_their_paths(seal, base, sealed_files)
        if len(agreements) < len(seal.agreements):
            agreements = _by_id(seal, base) | agreements
        if agreements:
            # Of a file that has taken an agreement's place and is none, nothing is shown.
            for agreement in seal.agreements:
                if agreement.id not in agreements and agreement.file in sealed_files:
                    name = below(os.curdir, sealed_files[agreement.file])
                    refused = Diagnostic("AV054", file=name)
                    agreements[agreement.id] = Loaded(name, diagnostics=(refused,))
            return Today(base, agreements)
    return None


def _bases(seal: Seal, file: str) -> Iterable[str]:
    """The folders that the sealed paths may begin at, those with such files first.

    A seal may come from anybody, so its paths are not tried above the workspace.
    """
    near = [os.path.realpath(os.curdir), os.path.dirname(os.path.realpath(file))]
    above: dict[str, None] = {}
    for start in near:
        root, folder = workspace_of(start), start
        while folder not in above:
            above[folder] = None
            folder = folder if folder == root else os.path.dirname(folder)
    return dict.fromkeys([*(folder for folder in above if _sealed_files(seal, folder)), *near])


def _sealed_files(seal: Seal, base: str) -> dict[str, str]:
    """The sealed paths of agreements where there is an ordinary file in the folder, and where."""
    files: dict[str, str] = {}
    for agreement in seal.agreements:
        path = os.path.join(base, agreement.file)
        place = in_workspace(path, base, agreement.file) if os.path.isfile(path) else ""
        if place and isinstance(place, str):
            files[agreement.file] = place
    return files


def _at_their_paths(seal: Seal, base: str, files: Mapping[str, str]) -> dict[str, Loaded]:
    """The agreements in the files that they were sealed from, also files that are invalid now."""
    ids = {agreement.file: agreement.id for agreement in seal.agreements}
    agreements: dict[str, Loaded] = {}
    for loaded in load(files.values(), named=False):
        name = _id(loaded) or ids.get(below(base, loaded.file), "")
        if name in ids.values():
            agreements[name] = loaded
    return agreements


def _by_id(seal: Seal, base: str) -> dict[str, Loaded]:
    """The agreements in whatever files of a folder they are; the first of several."""
    ids = {agreement.id for agreement in seal.agreements}
    agreements: dict[str, Loaded] = {}
    for loaded in load([base]):
        if _id(loaded) in ids:
            agreements.setdefault(_id(loaded), loaded)
    return agreements


def _id(loaded: Loaded) -> str:
    """What an agreement is called, also an invalid one; empty where it cannot be told."""
    data = loaded.documents[0].data if loaded.documents else None
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""
