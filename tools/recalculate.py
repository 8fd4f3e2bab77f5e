"""Workbooks recalculated by LibreOffice, all formulas anew, against what was calculated.

    PYTHONPATH=. python tools/recalculate.py FOLDER

Every example and agreement is written, opened and saved by LibreOffice; each of its formulas must
give the value that was stored with it, to 12 digits, and each control its word.  Then figures are
changed in the sheet, and the amounts must be those of `whatif` to the öre.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from tests.conftest import PROJECT
from tests.features.workbook.changes import CHANGES, TODAY, asked, workbook

from avtalskalk import api

_ALWAYS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""
_TOLERANCE = 1e-12


def recalculated(files: Iterable[Path], folder: Path) -> Path:
    """The folder of the files as LibreOffice saves them after a hard recalculation."""
    profile, target = folder / "profile", folder / "recalculated"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={profile.absolute().as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)  # noqa: S603
    return target


def differences(file: Path, after: Path) -> Iterable[str]:
    """The formulas that come to something else, by their cells."""
    formulas, stored, values = (
        load_workbook(file),
        load_workbook(file, data_only=True),
        load_workbook(after, data_only=True),
    )
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            was = stored[sheet.title][cell.coordinate].value or 0
            now = values[sheet.title][cell.coordinate].value or 0
            numbers = isinstance(was, int | float) and isinstance(now, int | float)
            if was != now and not (numbers and abs(was - now) <= _TOLERANCE * max(1, abs(was))):
                yield f"{file.name} {sheet.title}!{cell.coordinate}: {was} became {now}"


def main(folder: Path) -> int:
    """Write, recalculate and compare; 1 where something differs."""
    wrong: list[str] = []
    files: list[Path] = []
    for path in [*PROJECT.glob("examples/*.yaml"), *PROJECT.glob("agreements/*.yaml")]:
        if path.name.endswith(".test.yaml"):
            continue
        (agreement,) = api.load(path)
        calculated = api.calculate(agreement, range(2019, 2031), today=TODAY, assume_extended=True)
        years = [int(statement.year[:4]) for statement in calculated if statement.rows]
        if years:
            files.append(folder / f"{path.stem}.xlsx")
            files[-1].write_bytes(workbook(agreement, *years))
    target = recalculated(files, folder)
    for file in files:
        wrong += differences(file, target / file.name)
    changed: list[Path] = []
    for changes in CHANGES:
        changed.append(folder / f"changed-{changes.example}.xlsx")
        changed[-1].write_bytes(workbook(changes.example, changes.year))
        book = load_workbook(changed[-1])
        titles = [cell.value for cell in book["Inputs"][4]]
        for row in book["Inputs"].iter_rows(min_row=5):
            cells = dict(zip(titles, row, strict=True))
            place = str(cells["Place in the agreement's file"].value)
            if place in changes.numbers:
                cells["Value"].value = changes.numbers[place][0]
        book.save(changed[-1])
    target = recalculated(changed, folder)
    for changes, file in zip(CHANGES, changed, strict=True):
        rows = load_workbook(target / file.name, data_only=True)["Result"].values
        paid = {
            row[1]: round(row[3] * 100) for row in rows if row[0] == str(changes.year) and row[1]
        }
        if paid != asked(changes):
            wrong.append(f"{file.name}: {paid}, by whatif {asked(changes)}")
    sys.stdout.write("\n".join([*wrong, f"{len(files)} workbooks, {len(changed)} changes"]) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
