"""One walk over everything: every command that has formats writes its result in all of them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.cli.conftest import Command
from tests.conftest import PROJECT
from tests.formats.test_html import Page

from avtalskalk.cli.options import FORMATS
from avtalskalk.formats import PICTURES

COMPLETE = str(PROJECT / "examples" / "complete.yaml")
ALINGSAS = str(PROJECT / "agreements" / "alingsas-spadbarn.yaml")
BASES = str(PROJECT / "examples" / "bases.yaml")
SETTLEMENT = str(PROJECT / "examples" / "settlement.yaml")
VOUCHERS = str(PROJECT / "examples" / "vouchers.yaml")

BINARY: dict[str, Callable[[Path], object]] = {
    "xlsx": lambda path: load_workbook(path).sheetnames,
    "docx": lambda path: docx.Document(str(path)).element.xpath("//w:t"),
    "png": lambda path: path.read_bytes().startswith(b"\x89PNG"),
    "pdf": lambda path: PdfReader(path).pages[0].extract_text(),
}
"""The formats that are no text, each with an independent reader that finds something in it."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "calc": ("calc", COMPLETE, BASES, "--year", "2024"),
    "calc-by": ("calc", COMPLETE, BASES, "--year", "2024", "--by", "item"),
    "calc-readings": ("calc", ALINGSAS, "--reading", "all"),
    "whatif": ("whatif", COMPLETE, "--years", "2024..2025", "--cost", "+5 %"),
    "whatif-scenarios": (
        *("whatif", COMPLETE, "--year", "2024"),
        *("--scenario", "dearer", "--scenario", "sixty-forty"),
    ),
    "sweep-one": ("sweep", COMPLETE, "--years", "2024..2025", "--vary", "cost=-2 %..2 %:2 %"),
    "sweep-two": (
        *("sweep", COMPLETE, "--year", "2024", "--vary", "cost=-2 %..2 %:2 %"),
        *("--vary", "share.kommunen=30 %..40 %:5 %"),
    ),
    "sweep-tornado": (
        *("sweep", COMPLETE, "--year", "2024", "--how", "tornado"),
        *("--vary", "cost.personal=-5 %..5 %", "--vary", "cost.lokaler=-10 %..20 %"),
    ),
    "sweep-range": (
        *("sweep", COMPLETE, "--year", "2024", "--how", "range"),
        *("--vary", "cost.personal=-5 %; 0 %; 8 %"),
    ),
    "dates": ("dates", SETTLEMENT, "--today", "2023-01-01"),
    "invoice": ("invoice", SETTLEMENT, "--year", "2024"),
    "settle": ("settle", SETTLEMENT),
    "report": ("report", SETTLEMENT, "--year", "2024", "--today", "2025-01-01"),
    "vouchers": (*("vouchers", VOUCHERS), *("--year", "2025"), *("--party", "lilla")),
    "solve": ("solve", ALINGSAS, "--want", "alingsas<=900000", "--vary", "cost"),
    "diff": ("diff", ALINGSAS, "changed.yaml"),
    "show": ("show", COMPLETE),
    "explain": ("explain", COMPLETE, "--year", "2024"),
    "explain-bridge": ("explain", COMPLETE, "--from", "2024", "--to", "2025"),
    "verify": ("verify", "sealed.json", "."),
    "test": ("test", "changed.yaml"),
    "check": ("check", "changed.yaml", "wrong.yaml"),
}


def test_every_command_is_here() -> None:
    """A command that can choose a format is walked over, but the one on the program itself."""
    assert {name.partition("-")[0] for name in COMMANDS} == set(FORMATS) - {"doctor"}


@pytest.fixture
def folder(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An agreement that has changed since it was sealed and tested, and one that is wrong."""
    monkeypatch.chdir(tmp_path)
    text = Path(ALINGSAS).read_text("utf-8")
    tests = Path(ALINGSAS).with_suffix(".test.yaml").read_text("utf-8")
    Path("changed.yaml").write_text(text, "utf-8")
    Path("changed.test.yaml").write_text(tests.replace("957 238", "957 239"), "utf-8")
    Path("wrong.yaml").write_text(text.replace("alingsas: 50 %", "alingsas: 51 %"), "utf-8")
    command("seal", "changed.yaml", "--year", "2023", "--today", "2024-01-01", "-o", "sealed.json")
    shares = text.replace("hsnv: 50 %, alingsas: 50 %", "hsnv: 55 %, alingsas: 45 %")
    Path("changed.yaml").write_text(shares, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_view_in_every_format(name: str, command: Command) -> None:
    """Each can be written in all its command's formats and both languages, and is well formed."""
    words = COMMANDS[name]
    rows: list[list[str]] = []
    for form in FORMATS[words[0]]:
        for lang in ("sv", "en"):
            if form in PICTURES and name == "explain":
                continue  # One year is no bridge, and has nothing to draw.
            if form in BINARY:
                done = command(*words, "-o", f"result.{form}", "--lang", lang)
                assert BINARY[form](Path(f"result.{form}")), (form, done.err)
                continue
            done = command(*words, "-f", form, "--lang", lang)
            assert done.out, (form, done.err)
            if form == "html":
                assert Page(done.out).all("html") == [{"lang": lang}]
            elif form == "json":
                assert json.loads(done.out)["schema"].startswith("avtalskalk/")
            elif form == "csv":
                head, *rows = csv.reader(io.StringIO(done.out))
                assert rows
                assert {len(row) for row in rows} == {len(head)}
            elif form == "ndjson":
                # A row is a mapping, some of its columns within another.
                objects = [json.loads(line) for line in done.out.splitlines()]
                assert len(objects) == len(rows)
