"""A layout's file, read: which sections a report has, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files.files import read_bytes, shown
from avtalskalk.files.yaml import read
from avtalskalk.files.yaml_places import locate
from avtalskalk.model.files_beside import SECTIONS, SectionChoice, WrittenLayout
from avtalskalk.model.validation import read_record


class Layout(NamedTuple):
    """What a report has, in order, and its title where it has one of its own.

    ``diagnostics`` are what is wrong with its file, each at its place; then it is as usual.
    """

    sections: tuple[SectionChoice, ...] = tuple(map(SectionChoice, SECTIONS))
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_layout(path: str) -> Layout:
    """The layout of a file."""
    content = read_bytes(path)
    if isinstance(content, Diagnostic):
        return Layout(diagnostics=(content,))
    document = read(content[0], shown(path))
    if not isinstance(document.data, Mapping):
        return Layout(diagnostics=document.diagnostics)
    written, found = read_record(WrittenLayout, document.data)
    placed = (
        replace(d, file=document.file, place=locate(document.text, d.path, d.at))
        for d in found
        if d.path not in document.without_value
    )
    diagnostics = (*document.diagnostics, *placed)
    if written is None or any(d.severity == "error" for d in diagnostics):
        return Layout(diagnostics=diagnostics)
    return Layout(written.sections, written.title, diagnostics)
