"""Keys and indices in files of their own, as people have them and as nobody should."""

import csv
import hashlib
import io
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files import data_files, sheets
from avtalskalk.files.data_files import Homes
from avtalskalk.files.files import read_bytes
from avtalskalk.files.sheets import Sheet, read_sheet
from avtalskalk.files.workspace import Loaded, load
from avtalskalk.model.statement import Input

AGREEMENT = """\
avtalskalk: 1
id: x
title: Ett avtal
parties:
  a: Nämnden
  b: {{name: Alingsås kommun, municipality_code: 1489}}
periods:
  - from: 2023-01-01
    to: 2024-12-31
    split: equal
{more}
"""
KEY = "keys: {{k: {{file: {file}}}}}"
INDEX = "indices: {{i: {{file: {file}}}}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to work in."""
    return tmp_path


def write(folder: Path, content: str | bytes | Workbook, name: str) -> None:
    """A table by its name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Workbook):
        content.save(path)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def read(
    folder: Path, content: str | bytes | Workbook | None, more: str = KEY, name: str = "t.csv"
) -> Loaded:
    """An agreement beside a table that it names."""
    if content is not None:
        write(folder, content, name)
    text = AGREEMENT.format(more=more.format(file=name))
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    (loaded,) = load(["x.yaml"], cwd=folder)
    return loaded


def values(loaded: Loaded, section: str = "keys", name: str = "k") -> Any:
    """What the table has given; a column that is not read is only noted."""
    assert all(diagnostic.code == "AV087" for diagnostic in loaded.diagnostics)
    assert isinstance(loaded.data, dict)
    return loaded.data[section][name]["values"]


def key(folder: Path, content: str | bytes | Workbook, name: str = "t.csv") -> Any:
    return values(read(folder, content, KEY, name))


def index(folder: Path, content: str | bytes | Workbook) -> Any:
    return values(read(folder, content, INDEX), "indices", "i")


def said(loaded: Loaded) -> list[tuple[str, int, str]]:
    """The findings: code, line, and what is marked in the line."""
    found = [loaded.placed(one) for one in loaded.diagnostics]
    return [
        (one.code, one.place.line, one.place.excerpt[one.place.column - 1 : one.place.end - 1])
        if one.place
        else (one.code, 0, "")
        for one in found
    ]


def wrong(folder: Path, content: str | bytes | Workbook, more: str = KEY) -> list[Any]:
    loaded = read(folder, content, more)
    assert (loaded.agreement is None) == any(one.stops_all for one in loaded.diagnostics)
    return said(loaded)


def book(*rows: list[Any]) -> Workbook:
    """A workbook with one sheet."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return made


def packed(made: Workbook) -> bytes:
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def repacked(change: Callable[[str, bytes], bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A sound workbook with its parts changed."""
    raw = io.BytesIO()
    before = zipfile.ZipFile(io.BytesIO(packed(book(["part", "värde"], ["a", 1], ["b", 2]))))
    with zipfile.ZipFile(raw, "w", method) as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return raw.getvalue()


def with_sheet(old: bytes, new: bytes) -> bytes:
    """A sound workbook with something in its sheet replaced."""

    def change(name: str, part: bytes) -> bytes:
        return part.replace(old, new, 1) if name == "xl/worksheets/sheet1.xml" else part

    return repacked(change)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def as_excel_writes(strings: str, rows: str) -> bytes:
    """A workbook by hand, as a spreadsheet program has it: its strings in a part of their own."""
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
            <Default Extension="rels" ContentType="{PACKAGE[:-5]}.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>
            <Override PartName="/xl/s.xml" ContentType="{TYPES}.worksheet+xml"/>
            <Override PartName="/xl/t.xml" ContentType="{TYPES}.sharedStrings+xml"/></Types>""",
        "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
            <Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>""",
        "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">
            <sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>""",
        "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
            <Relationship Id="r1" Type="{OFFICE}/worksheet" Target="s.xml"/>
            <Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="t.xml"/>
            </Relationships>""",
        "xl/t.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return raw.getvalue()


STRINGS = "<si><t>part</t></si><si><t>värde</t></si><si><r><t>A</t></r></si>"
ROWS = """
<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>
<row r="3"><c r="B3" t="s"><v>2</v></c><c r="D3"><v>0.1</v></c></row>
<row r="7"><c r="B7" t="str"><f>LOWER("B")</f><v>b</v></c><c r="D7"><f>1/0</f><v>4.2E1</v></c></row>
<row r="9"><c r="B9" s="0"/></row>
"""


# --- As people have them ------------------------------------------------------------------------

LONG = {"2023": {"a": "1", "b": "2,5"}, "2024": {"a": "3", "b": "4"}}


@pytest.mark.parametrize(
    "text",
    [
        "år;part;värde\n2023;a;1\n2023;b;2,5\n2024;a;3\n2024;b;4\n",
        "\ufeffYear\tParty\tValue\r\n2023\ta\t1\r\n2023\tb\t2,5\r\n2024\ta\t3\r\n2024\tb\t4",
        'datum,kommun,antal\n2023,A,1\n2023,B,"2,5"\n\n2024, a ,3\n2024,"b",4\n,,,,\n',
        "Värde;År;Region\n1;2023;Nämnden\n2,5;2023;1489 Alingsås\n3;2024;nämnden\n4;2024;B\n",
        "värde;anm;år;kommun\n1;x;2023;A\n2,5;;2023;ALINGSÅS  KOMMUN\n3;;2024;a\n4;;2024;b\n",
        "region;2023;2024\na;1;3\n1489 Alingsås;2,5;4\n1480 Göteborg;x;\n\nKälla: SCB\n",
        "region;Folkmängd 2023;Folkmängd 2024\na;1;3\nb;2,5;4\n",
        "år;a;Alingsås kommun;1480 Göteborg\n2023;1;2,5;x\n2024;3;4;\nKälla: SCB\n",
        '"år";"1489 Alingsås";"Nämnden"\n2023;2,5;1\n2024;4;3',
    ],
)
def test_a_table_by_its_headings(folder: Path, text: str) -> None:
    """A row for each figure, a column for each year, or one for each party: the same values."""
    assert key(folder, text) == LONG


@pytest.mark.parametrize(
    "heading",
    [
        *("year", "Tid", "time", "årtal", "period", "kvartal", "quarter", "datum", "month"),
        *("a\u030ar", "A\u030artal", "  År  "),
    ],
)
def test_the_words_of_official_tables(folder: Path, heading: str) -> None:
    """A date goes by many names, also with its ring as a character of its own."""
    text = f"{heading};kunta;Folkma\u0308ngd\n2023;a;1\n2023;Alingsa\u030as kommun;2,5\n"
    assert key(folder, text) == {"2023": LONG["2023"]}


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nregion;2023;2024\na;1;3\n1489 Alingsås;2,5;4\n",
        '"sep=;"\r\nregion;2023;2024\r\na;1;3\r\n1489 Alingsås;2,5;4\r\n',
        "Folkmängd efter region, ålder och år\n\nregion;2023;2024\na;1;3\n1489 Alingsås;2,5;4\n",
        '"Folkmängd"\n"Uttag 2024"\n;2023;2024\na;1;3\n1489 Alingsås;2,5;4\n',
        "år;part;värde\n2023;a;1\n2023;b;2,5\n2024;a;3\n2024;b;4\n\n1) Den 31 dec.\nKälla: SCB\n",
    ],
)
def test_tables_as_authorities_export_them(folder: Path, text: str) -> None:
    """The line `sep=;`, titles above, an empty corner, and notes below an empty row."""
    assert key(folder, text) == LONG


def test_notes_of_a_series_for_all(folder: Path) -> None:
    """Remarks below an empty row are no dates; a year without its value is still reported."""
    text = "Kostnad per brukare\n\når;värde\n2023;5\n\nKälla: Kolada\n"
    assert key(folder, text) == {"2023": "5"}
    assert wrong(folder, "år;värde\n2023;5\n\n2024\n") == [("AV078", 4, "")]
    assert wrong(folder, "år;värde\n2023;5\nKälla: Kolada\n") != []


@pytest.mark.parametrize(
    "text",
    [
        "region;år;folkmängd;barn\na;2023;1;10\nb;2023;2;20\n",
        "region;folkmängd 2023;barn 2023\na;1;10\nb;2;20\n",
    ],
)
def test_several_keys_in_one_table(folder: Path, text: str) -> None:
    """Each key has the column that it names, and those of the others are not told of."""
    more = "keys: {{k: {{file: {file}, value: Folkmängd}}, l: {{file: {file}, value: barn}}}}"
    loaded = read(folder, text, more)
    assert loaded.diagnostics == ()
    assert values(loaded) == {"2023": {"a": "1", "b": "2"}}
    assert values(loaded, "keys", "l") == {"2023": {"a": "10", "b": "20"}}


def test_a_column_that_is_not_there(folder: Path) -> None:
    """A named column is looked for by its name alone, also where another would have done."""
    more = "keys: {{k: {{file: {file}, value: vuxna}}}}"
    (finding,) = read(folder, "part;värde;barn\na;1;2\n", more).diagnostics
    assert finding.code == "AV074"
    assert finding.arguments["words"] == ("vuxna",)
    text = "part;värde;Avser\na;1;2023\nb;2;2023\n"
    codes = [
        d.code
        for d in read(folder, text, "keys: {{k: {{file: {file}, value: värde}}}}").diagnostics
    ]
    assert codes == ["AV087"]


def test_a_sheet_by_its_name(folder: Path) -> None:
    """Another sheet than the first, also a hidden one; one that is not there is refused."""
    workbook = book(["part", "värde"], ["a", 1], ["b", 2])
    second = workbook.create_sheet("Barn")
    for row in (["part", "värde"], ["a", 10], ["b", 20]):
        second.append(row)
    second.sheet_state = "hidden"
    more = "keys: {{k: {{file: {file}, sheet: Barn}}, l: {{file: {file}}}}}"
    loaded = read(folder, workbook, more, "t.xlsx")
    assert values(loaded) == {"a": "10", "b": "20"}
    assert values(loaded, "keys", "l") == {"a": "1", "b": "2"}
    for name, content, more in (
        ("t.xlsx", workbook, "keys: {{k: {{file: {file}, sheet: Vuxna}}}}"),
        ("t.csv", "part;värde\na;1\n", "keys: {{k: {{file: {file}, sheet: Barn}}}}"),
    ):
        (finding,) = read(folder, content, more, name).diagnostics
        assert (finding.code, finding.path) == ("AV101", ("keys", "k", "sheet"))


def test_a_column_without_a_file(folder: Path) -> None:
    """A column or a sheet of no file would be passed over, and is refused."""
    for field in ("value", "sheet"):
        more = f"keys: {{{{k: {{{{values: {{{{a: 1}}}}, {field}: x}}}}}}}}"
        assert [d.code for d in read(folder, None, more).diagnostics] == ["AV292"]


def test_columns_that_are_not_read(folder: Path) -> None:
    """Columns without a word of ours are named in a note, also codes that look like years."""
    text = "år;kommunkod;part;värde;publicerad;anm\n2023;1980;a;1;2024-02-22;x\n"
    (diagnostic,) = read(folder, text).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("AV087", "note")
    assert diagnostic.arguments["names"] == ("kommunkod", "publicerad", "anm")


def test_a_note_on_a_table_is_given_once(folder: Path) -> None:
    """Two agreements with the same table need not both say which columns are not read."""
    write(folder, "part;värde;anm\na;1;x\n", "t.csv")
    for name in ("x", "y"):
        text = AGREEMENT.format(more=KEY.format(file="t.csv")).replace("id: x", f"id: {name}")
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    codes = [[d.code for d in loaded.diagnostics] for loaded in load([folder], cwd=folder)]
    assert codes == [["AV087"], []]


def test_undated(folder: Path) -> None:
    """Without a date the values are the same every year."""
    assert key(folder, "part;värde\na;472\nb;259\n") == {"a": "472", "b": "259"}


def test_percentages(folder: Path) -> None:
    """Percentages are values as they are written; a bare number beside one asks."""
    assert key(folder, "part;2024\na;12,5 %\nb;60%\n") == {"2024": {"a": "12,5 %", "b": "60%"}}
    assert wrong(folder, "part;2024\na;12,5 %\nb;60\n") == [("AV207", 3, "60")]
    # Nobody means twelve thousand per cent.
    assert key(folder, "part;2024\na;12,345 %\nb;60 %\n")["2024"]["a"] == "12,345 %"


def test_one_number_for_all(folder: Path) -> None:
    """Without a party a value is the same for everybody."""
    assert key(folder, "år;värde\n2023;250 000\n2024;260 000\n\n;\n") == {
        "2023": "250 000",
        "2024": "260 000",
    }


def test_days_and_months(folder: Path) -> None:
    """Dates are days, months (also as official statistics write them) and fiscal years."""
    text = "datum;part;värde\n2023-11-01;a;1\n2023M10;a;2\n2023-09;a;3\n2022;a;4\n"
    assert list(key(folder, text)) == ["2023-11-01", "2023-10", "2023-09", "2022"]
    assert list(key(folder, "part;2023M10;2023-11\na;1;2\n")) == ["2023-10", "2023-11"]


def test_a_hole_in_a_wide_table(folder: Path) -> None:
    """In a wide table an empty cell is a figure that is not known."""
    assert key(folder, "kommun;2023;2024\na;1;\nb;2\n") == {"2023": {"a": "1", "b": "2"}}
    assert key(folder, "år;a;b\n2023;1;\n2024;;4\n") == {"2023": {"a": "1"}, "2024": {"b": "4"}}


def test_a_party_goes_by_what_is_its_own(folder: Path) -> None:
    """An id goes before another party's name, and a name that two have is nobody's but one's."""
    more = KEY.replace("keys", "  \nkeys")
    parties = "parties:\n  a: b\n  b: [x]\n  c: A\n"
    text = AGREEMENT.format(more=more.format(file="t.csv"))
    start, end = text.index("parties:"), text.index("periods:")
    (folder / "x.yaml").write_text(text[:start] + parties + text[end:], encoding="utf-8")
    write(folder, "part;värde\na;1\nb;2\n", "t.csv")
    (loaded,) = load(["x.yaml"], cwd=folder)
    assert isinstance(loaded.data, dict)
    assert loaded.data["keys"]["k"]["values"] == {"a": "1", "b": "2"}


def test_thousands_are_not_guessed(folder: Path) -> None:
    """`42,382` asks, unless another number shows that the comma is the decimal mark."""
    assert wrong(folder, "part;värde\na;42,382\nb;1\n") == [("AV202", 2, "42,382")]
    assert key(folder, "part;värde\na;42,382\nb;-0,5\n") == {"a": "42,3820", "b": "-0,5"}
    assert key(folder, "part;värde\na;42.382\nb;1 042.5\n") == {"a": "42.3820", "b": "1 042.5"}
    assert key(folder, "part;värde\na;4\nb;1042,500\n") == {"a": "4", "b": "1042,500"}


def test_one_number_shows_how_all_in_a_table_are_written(folder: Path) -> None:
    """A mark that is one of thousands in one cell is so in all; one that is both is an error."""
    assert key(folder, "part;värde\na;42,382\nb;1,042.5\n") == {"a": "42 382", "b": "1,042.5"}
    assert key(folder, "part;värde\na;42.382\nb;1.042.500\n") == {"a": "42 382", "b": "1.042.500"}
    assert wrong(folder, "part;värde\na;1,042,500\nb;12,5\n") == [("AV081", 3, "12,5")]
    assert wrong(folder, "part;värde\na;1,042.5\nb;1.042,5\n") == [("AV081", 3, "1.042,5")]
    assert wrong(folder, "part;värde\na;1,042\nb;1.042\n") == [("AV081", 3, "1.042")]
    assert wrong(folder, "part;värde\na;1,042\nb;12.5\n") == [("AV081", 3, "12.5")]


def test_how_a_table_is_written_can_be_said(folder: Path) -> None:
    """`numbers` beside `file` settles what asks, and must be true of what does not."""
    more = 'keys: {{k: {{file: {file}, numbers: "%s"}}}}'
    table = "part;värde\na;42,382\nb;1\n"
    for numbers, value in (("1,234.5", "42 382"), ("1 234,5", "42,3820")):
        known = values(read(folder, table, more % numbers))
        assert known == {"a": value, "b": "1"}
    assert wrong(folder, table, more % "1.234,5") == []
    assert wrong(folder, table, more % "1'234.5") == [("AV081", 2, "42,382")]
    assert wrong(folder, "part;värde\na;42,38\nb;1\n", more % "1,234.5") == [("AV081", 2, "42,38")]
    (refused,) = wrong(folder, table, more % "1.234.5")
    assert refused[0] == "AV222"
    inline = "keys: {{k: {{values: {{a: 1, b: 2}}, numbers: '1,234.5'}}}}\n# {file}"
    assert wrong(folder, table, inline)[0][0] == "AV292"


def test_how_an_agreement_is_written_says_nothing_of_a_table(folder: Path) -> None:
    """A table may be from elsewhere, so it asks although the agreement says how it writes."""
    more = "numbers: '1,234.5'\n" + KEY
    assert wrong(folder, "part;värde\na;42,382\nb;1\n", more) == [("AV202", 2, "42,382")]
    index = "numbers: '1,234.5'\n" + INDEX
    assert wrong(folder, "månad;värde\n2023-10;42,382\n", index) == [("AV202", 2, "42,382")]


def test_how_an_agreement_is_written_says_nothing_of_what_is_shared(folder: Path) -> None:
    """`shared.yaml` is read by agreements that write in other ways, so its numbers ask."""
    (folder / "avtalskalk.toml").write_text("", encoding="utf-8")
    shared = "keys: {k: {title: '1,234', values: {a: 1.234, b: 7}}}\n"
    (folder / "shared.yaml").write_text(shared, encoding="utf-8")
    text = AGREEMENT.format(more="numbers: 1,234.5").replace("split: equal", "split: {by: k}")
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    (loaded,) = load(["x.yaml"], cwd=folder)
    assert [finding[::2] for finding in said(loaded)] == [("AV202", "1.234")]


def test_an_index(folder: Path) -> None:
    """An index has a value a month, or several, each with its publication."""
    text = (
        "månad;värde;publicerad;status\n2023-10;401,3;2023-11-10;Preliminär\n"
        "2023-10-01;402,35;2023-12-12;slutlig\n2023M11;403;;\n\n;;;\n"
    )
    assert index(folder, text) == {
        "2023-10": [
            {"value": "401,3", "published": "2023-11-10", "status": "preliminary"},
            {"value": "402,35", "published": "2023-12-12", "status": "final"},
        ],
        "2023-11": {"value": "403"},
    }
    assert index(folder, "year,index,note\n2023,1.5,x\n,,Source: SCB\n") == {
        "2023": {"value": "1.5"}
    }


def test_an_index_in_the_calculation(folder: Path) -> None:
    """An index from a file moves an amount as one in the agreement does."""
    more = (
        "costs: {{hyra: {{amount: 1 000, index: {{series: i, base: 2022-10, level: 2023}}}}}}\n"
        + INDEX
    )
    loaded = read(folder, "månad;värde\n2022-10;200\n2023-10;250\n", more)
    assert loaded.plan is not None
    assert loaded.agreement is not None
    assert [str(one[0].value) for one in loaded.agreement.indices["i"].values.values()] == [
        "200",
        "250",
    ]


NUMBERS = st.decimals(
    min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2
).map(abs)
NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(
    rows=st.dictionaries(
        st.tuples(st.integers(1950, 2150), st.sampled_from("ab")), NUMBERS, min_size=1
    ),
    remark=NAMES,
    delimiter=st.sampled_from(",;\t"),
    mark=st.sampled_from(",."),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    order=st.permutations(["år", "part", "värde", "anmärkning"]),
    mark_first=st.booleans(),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_csv_round_trip(  # noqa: PLR0913, PLR0917 - all that a CSV file can differ in
    tmp_path: Path,
    rows: dict[tuple[int, str], Decimal],
    remark: str,
    delimiter: str,
    mark: str,
    end: str,
    quoting: Any,
    order: list[str],
    mark_first: bool,  # noqa: FBT001
) -> None:
    """Whatever stands between the cells and marks the decimals, what was written is read."""
    text = io.StringIO()
    writer = csv.DictWriter(text, order, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writeheader()
    expected: dict[str, dict[str, Decimal]] = {}
    for (year, party), number in rows.items():
        expected.setdefault(str(year), {})[party] = number
        written = f"{number:f}".replace(".", mark)
        writer.writerow({"år": year, "part": party, "värde": written, "anmärkning": remark})
    raw = ("\ufeff" if mark_first else "") + text.getvalue()
    found = key(tmp_path, raw)
    assert {
        when: {party: Decimal(one.replace(",", ".")) for party, one in by_party.items()}
        for when, by_party in found.items()
    } == expected


# --- Workbooks ----------------------------------------------------------------------------------


def test_a_workbook(folder: Path) -> None:
    """Dates, whole numbers, binary fractions, text and codes are read as an author writes them."""
    made = book(
        [None, None, None],
        ["datum", "kommun", "värde", None],
        [datetime(2023, 11, 1), "Nämnden", 42382],  # noqa: DTZ001 - a cell knows no zone
        [date(2023, 11, 1), 1489, 0.1],
        [2024, "a", 17.125],
        [2024, " b ", "1 234,5"],
        ["2022", "a", 2.0],
        ["2022", "b", 1e15],
    )
    assert key(folder, made, "t.xlsx") == {
        "2023-11-01": {"a": "42382", "b": "0.1"},
        "2024": {"a": "17.1250", "b": "1 234,5"},
        "2022": {"a": "2", "b": "1000000000000000"},
    }


def test_other_kinds_of_cells(folder: Path) -> None:
    """A moment, a time and a truth value are no numbers; their text says what they are."""
    moment = datetime(2023, 1, 1, 12, 30)  # noqa: DTZ001 - as above
    made = book(["part", "värde"], ["a", moment], ["b", True])
    assert wrong(folder, made) == [
        ("AV205", 2, "2023-01-01T12:30:00"),
        ("AV205", 3, "True"),
    ]
    assert wrong(folder, book(["part", "värde"], ["a", time(1, 30)], ["b", 1])) == [
        ("AV205", 2, "01:30:00")
    ]


def test_a_workbook_as_excel_writes_it(folder: Path) -> None:
    """Shared strings, results of formulas, gaps and formatted cells without content are read."""
    assert key(folder, as_excel_writes(STRINGS, ROWS)) == {"a": "0.1", "b": "42"}
    wrong_cell = ROWS.replace("4.2E1", "#N/A").replace('r="D7"', 'r="D7" t="e"')
    assert wrong(folder, as_excel_writes(STRINGS, wrong_cell)) == [("AV079", 7, "#N/A")]


def test_the_first_visible_sheet(folder: Path) -> None:
    """A hidden sheet is passed over: nobody who opens the workbook sees it."""
    made = book(["nothing"])
    made.worksheets[0].sheet_state = "hidden"
    second = made.create_sheet("Data")
    second.append(["part", "värde"])
    second.append(["a", 1])
    second.append(["b", 2])
    assert key(folder, made) == {"a": "1", "b": "2"}


def test_what_a_workbook_has_wrong(folder: Path) -> None:
    """Error cells, formulas never computed, and digits that computing has left behind."""
    made = book(
        ["part", "år", "värde"],
        ["a", 2023, "#N/A"],
        ["b", 2023, "=1+1"],
        ["a", 2024, 12.3 * 3],
        ["b", 2024, 1234567890123456],
        ["b", None, 1],
    )
    assert wrong(folder, made) == [
        ("AV079", 2, "#N/A"),
        ("AV078", 3, ""),
        ("AV082", 4, "36.90000000000001"),
        ("AV082", 5, "1234567890123456"),
        ("AV078", 6, " "),
    ]


def test_merged_cells(folder: Path) -> None:
    """A merged heading stands in its first column only, merged parties in their first row."""
    made = book(["kommun", "2023", None], ["a", 1, 2], ["b", 3, 4])
    made.worksheets[0].merge_cells("B1:C1")
    assert wrong(folder, made) == [("AV076", 2, "2")]
    made = book(["kommun", "år", "värde"], ["a", 2023, 1], [None, 2024, 2], ["b", 2023, 3])
    made.worksheets[0].merge_cells("A2:A3")
    assert wrong(folder, made) == [("AV078", 3, " ")]
    made = book(["kommun", None, "värde"], ["a", None, 1], ["b", "x", 3])
    assert wrong(folder, made) == [("AV076", 3, "x")]


def test_shared_values_of_others(folder: Path) -> None:
    """What a shared key has for other agreements' parties is no finding, written or in a table."""
    keys = """\
keys:
  k:
    values:
      2022: {c: 7, d: 8}
      2023: {a: 1, b: 3, c: 5, d: 6}
      2024: {c: 7, b: 1}
  area: {values: {a: 1, b: 1, c: 2, d: 3}}
  level: {values: {2023: 5}}
  t: {file: t.csv}
"""
    write(folder, keys, "shared.yaml")
    table = "år;part;värde\n2023;a;1\n2023;b;3\n2023;c;5\n2023;d;6\n"
    loaded = read(folder, table, "notes: k area level t")
    assert loaded.diagnostics == ()
    assert isinstance(loaded.data, dict)
    assert {name: key["values"] for name, key in loaded.data["keys"].items()} == {
        "k": {"2023": {"a": "1", "b": "3"}, "2024": {"b": "1"}},
        "area": {"a": "1", "b": "1"},
        "level": {"2023": "5"},
        "t": {"2023": {"a": "1", "b": "3"}},
    }
    (missing,) = read(folder, table, "costs: {{x: {{amount: 8, split: {{by: k}}}}}}").diagnostics
    assert (missing.code, missing.path) == ("AV503", ("keys", "k", "values", "2024"))


# --- What is wrong with a table -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("år;part;vrde;not\n2023;a;1\n", [("AV074", 1, "vrde")]),
        ("år;kommunkod;värde\n2023;1489;1\n", [("AV074", 1, "kommunkod")]),
        ("kommun;år;Ärenden\na;2023;1\n", [("AV074", 1, "Ärenden")]),
        ("värde\n1\n", [("AV074", 1, "värde")]),
        ("Folk i år;x\nregion;2023\na;1", [("AV074", 1, "Folk i år")] * 2),
        ("", [("AV074", 0, "")] * 2),
        (" ;\n\n", [("AV074", 0, "")] * 2),
        ("år;part;kommun;värde\n2023;a;b;1\n", [("AV075", 1, "kommun")]),
        ("kommun;Folk 2022;Födda 2023\na;1;2\n", [("AV075", 1, "Födda 2023")]),
        ("år;part;värde\n2023;a;\n2023;b\n", [("AV078", 2, ""), ("AV078", 3, "")]),
        ("år;part;värde\n2023;a;..\n2024;a;1\n", [("AV078", 2, "..")]),
        ("år;part;värde\n;a;1\n2023;;2\n;;\nKälla;;\n", [("AV078", 2, ";"), ("AV078", 3, ";")]),
        ("år;part;värde\ntotalt;a;1\n", [("AV085", 2, "totalt")]),
        ("år;part;värde\n2023;a;#SAKNAS!\n", [("AV079", 2, "#SAKNAS!")]),
        ("år;part;värde\n2023;a;ca 3\n2024;a;3 st\n", [("AV226", 2, "ca 3"), ("AV205", 3, "3 st")]),
        ("år;part;värde\n2023;a;1\n2023;Nämnden;1\n", [("AV080", 3, "1")]),
        ("år,part,värde\n2023,a,42,5\n2024,a,1\n", [("AV077", 2, "5")]),
        ("år;part;värde\n2023;a;42;x\n2024;a;1;y\n", [("AV076", 2, "x")]),
        ("år;part;värde\n2023;a;1,5\n2023;q;2.5\n", [("AV081", 3, "2.5")]),
        ("år;part;värde\n2023;a;1\n20233;a;2\n", [("AV210", 3, "20233")]),
        ("år;part;värde\n2023;a;1\n2023-01-01;a;2\n", [("AV290", 3, "2023-01-01")]),
        ('år;part;värde\n2023;a;"1\n2024;a;2\n', [("AV086", 2, '"1')]),
        # Figures of a year that would otherwise apply in every year, or be passed over.
        ("Avser;part;värde\n2023;a;1\n2023/24;b;1\n", [("AV087", 1, "Avser")]),
        ("datum;part;värde;Avser\n2024-01-15;a;1;2023\n", [("AV087", 1, "Avser")]),
        ("part;2023;2024*\na;1;2", [("AV087", 1, "2024*")]),
        ("part;2023;2024 (prel)\na;1;2", [("AV087", 1, "2024 (prel)")]),
        ("part;2023;2024K1\na;1;2", [("AV087", 1, "2024K1")]),
        ("part;värde;2024\na;1;2", [("AV087", 1, "2024")]),
        ("kvartal;part;värde\n2023K1;a;1\n", [("AV210", 2, "2023K1")]),
    ],
)  # fmt: skip
def test_what_is_wrong(folder: Path, text: str, expected: list[Any]) -> None:
    """Each mistake is said at its row and cell in the table, all of them at once."""
    assert wrong(folder, text) == expected


def test_a_heading_on_two_lines(folder: Path) -> None:
    """A cell must not have a line break: the line where its quote begins is marked."""
    text = 'år;part;"an\nmärkning";värde\n2023;a;;1\n'
    assert wrong(folder, text)[:2] == [("AV086", 1, '"an'), ("AV086", 2, '";värde')]


def test_places_in_quoted_cells(folder: Path) -> None:
    """A cell is marked where it stands, quotes, doubled quotes and delimiters in it or not."""
    text = 'år;part;anm;värde\n2023;"a";"x ""y""; z";"#REF!"\n'
    assert wrong(folder, text) == [("AV087", 1, "anm"), ("AV079", 2, '"#REF!"')]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("månad;vrde\n2023-10;1\n", [("AV074", 1, "vrde")]),
        ("värde\n1\n", [("AV074", 1, "värde")]),
        ("månad;värde\n2023-10;1\n2023-10-01;2\n", [("AV080", 3, "2")]),
        (
            "månad;värde;publicerad\n2023-10;1;2023-11-10\n2023-10;2;nyss\n",
            [("AV210", 3, "nyss")],
        ),
        ("månad;värde;status\n2023-10;1;klar\n", [("AV222", 2, "klar")]),
        ("månad;värde;publicerad\n2023-10;1 st;\n2023-10;2;2023-11\n", [("AV205", 2, "1 st")]),
        ("månad;värde\n;1\n2023-10;\nokt;3\n2023-13;1\n", [
            ("AV078", 2, ";"), ("AV078", 3, ""), ("AV085", 4, "okt"), ("AV211", 5, "2023-13"),
        ]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_index(folder: Path, text: str, expected: list[Any]) -> None:
    """Likewise in the table of an index."""
    assert wrong(folder, text, INDEX) == expected


def test_nobody_is_there(folder: Path) -> None:
    """A table without any of the parties is an error that says whom it has."""
    loaded = read(folder, "år;part;värde\n2023;Lerum;1\n2023;1480 Göteborg;1\n")
    (found,) = loaded.diagnostics
    assert (found.code, found.severity) == ("AV083", "error")
    assert found.arguments["known"] == ("Lerum", "1480 Göteborg")
    assert wrong(folder, "år;Lerum\n2023;1\n") == [("AV083", 1, "Lerum")]


def test_nearly_a_party(folder: Path) -> None:
    """A name nearly that of a party which has no value is pointed out; nothing is guessed."""
    for text, line, marked in (
        ("år;part;värde\n2023;a;1\n2023;Alingsås;2\n", 3, "Alingsås"),
        ("år;a;Alingsåss kommun;Lerum\n2023;1;2;3\n", 1, "Alingsåss kommun"),
    ):
        loaded = read(folder, text)
        assert loaded.agreement is not None
        assert said(loaded) == [("AV084", line, marked)]
        assert loaded.diagnostics[0].severity == "warning"


def test_no_search_in_very_many_names(folder: Path) -> None:
    """Where thousands of others are in a table, no time is spent on what is near."""
    names = "".join(f"2023;alingsås {number};1\n" for number in range(2001))
    assert key(folder, f"år;part;värde\n2023;a;1\n{names}") == {"2023": {"a": "1"}}


def test_at_most_twenty_of_a_table(folder: Path) -> None:
    """The first twenty findings of a table are said, and how many more there are."""
    rows = "".join(f"{year};a;#N/A\n" for year in range(1950, 2000))
    (*shown, last) = read(folder, f"år;part;värde\n{rows}").diagnostics
    assert len(shown) == 20
    assert (last.code, last.arguments) == ("AV038", {"shown": 20, "more": 30})
    rows = "".join(f"{year};a;x\n" for year in range(1950, 2000))
    (*shown, last) = read(folder, f"år;part;värde\n{rows}").diagnostics
    assert [one.place.line for one in shown if one.place] == list(range(2, 22))
    assert (last.code, last.arguments) == ("AV038", {"shown": 20, "more": 30})


def test_the_same_table_twice(folder: Path) -> None:
    """What is wrong with a table is said once, however many keys it serves."""
    more = "keys: {{k: {{file: {file}}}, l: {{file: {file}, average: 2}}}}"
    loaded = read(folder, "år;part;värde\n2023;a;#N/A\n", more)
    assert said(loaded) == [("AV079", 2, "#N/A")]
    assert len(loaded.inputs) == 2


def test_what_only_follows_is_not_said(folder: Path) -> None:
    """A split by a key whose table is wrong is not said to lack its values as well."""
    more = KEY + "\ncosts: {{c: {{budget: {{2023: 100, 2024: 100}}, split: {{by: k}}}}}}"
    assert wrong(folder, "år;part;värde\n2023;a;1\n2023;b;#N/A\n", more) == [("AV079", 3, "#N/A")]
    assert wrong(folder, "år;prt;värde\n2023;a;1\n", more) == [("AV074", 1, "prt")]


def test_what_shows_in_the_calculation(folder: Path) -> None:
    """What is wrong with a year's figures is said at their place in the table."""
    more = KEY + "\ncosts: {{c: {{budget: {{2023: 100}}, split: {{by: k}}}}}}"
    assert wrong(folder, "år;part;värde\n2023;a;1\n", more) == [("AV503", 2, "2023")]
    assert wrong(folder, "år;part;värde\n2023;a;1\n2023;b;-1\n", more) == [("AV507", 3, "-1")]
    assert wrong(folder, "år;part;värde\n2022;a;1\n2024;a;1\n", more) == [("AV502", 1, "år")]


def test_a_finding_after_loading(folder: Path) -> None:
    """A finding of a calculation without a file is placed in the table, or in the agreement."""
    loaded = read(folder, "år;part;värde\n2023;a;1\n")
    one = loaded.placed(Diagnostic("AV507", path=("keys", "k", "values", "2023", "a")))
    assert (one.file, one.place and one.place.line) == ("t.csv", 2)
    one = loaded.placed(Diagnostic("AV507", path=("title",)))
    assert (one.file, one.place and one.place.line) == ("x.yaml", 3)


# --- Files that are no tables, or too large -----------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x00\x01\x02", "AV072"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "AV072"),
        (b"PK\x03\x04 and nothing more", "AV072"),
        (packed(book(["part", "värde"], ["a", 1]))[:-200], "AV072"),
        ("år;part;värde\n2023;å;1\n".encode("utf-16"), "AV004"),
        (b"part;v\xe4rde\na;1\n", "AV005"),
        (b"x" * 5_000_001, "AV073"),
        (b"a;1\n" * 100_001, "AV073"),
        (b"1;2;3;4\n" * 75_001, "AV073"),
        (b";".join([b"x"] * 101), "AV073"),
        (packed(book(["part"] + ["x"] * 100)), "AV073"),
    ],
    ids=range(11),
)
def test_no_table(folder: Path, raw: bytes, code: str) -> None:
    """What cannot be read is refused, whatever it is called."""
    loaded = read(folder, raw)
    assert [one.code for one in loaded.diagnostics] == [code]
    assert {one.file for one in loaded.diagnostics} == {"t.csv"}


def test_exactly_as_large_as_may_be(folder: Path) -> None:
    """100 000 rows and 100 columns are read, empty lines after them too."""
    rows = "".join(f"2023;other {number};1\n" for number in range(99_998))
    assert key(folder, f"år;part;värde\n{rows}2023;a;1\n\n\n") == {"2023": {"a": "1"}}
    names = ";".join(f"c{number}" for number in range(98))
    assert key(folder, f"part;värde;{names}\na;1\n") == {"a": "1"}


IN_THE_SHEET = {
    "a cell far away": (b'r="B3"', b'r="XFD3"', "AV073"),
    "an empty cell far away": (b"</row>", b'<c r="XFD1"/></row>', ""),
    "a row far down": (
        b"</sheetData>",
        b'<row r="1048576"><c><v>1</v></c></row></sheetData>',
        "AV073",
    ),
    "an empty row far down": (b"</sheetData>", b'<row r="1048576"><c/></row></sheetData>', ""),
    "a cell of another row": (b'<row r="3"', b'<row r="4"', "AV072"),
    "rows out of order": (b'<row r="2"', b'<row r="4"', "AV072"),
    "a row twice": (b"</sheetData>", b'<row r="3"><c><v>1</v></c></row></sheetData>', "AV072"),
    "cells out of order": (b"</row>", b'<c r="A1"><v>1</v></c></row>', "AV072"),
    "a cell twice": (b"</row>", b'<c r="B1"><v>900</v></c></row>', "AV072"),
    "no column": (b'r="B3"', b'r="\xc3\x85\xc3\x843"', "AV072"),
    "no text": (b'<c r="B3" t="n"', b'<c r="B3" t="s"', "AV072"),
    "the last text": (b'<c r="B3" t="n"><v>2', b'<c r="B3" t="s"><v>-1', "AV072"),
    "no row number": (b'<row r="3"', b'<row r="1e400"', "AV072"),
    "a dimension": (b'ref="A1:B3"', b'ref="A1:XFD1048576"', ""),
    "a huge number": (b"<v>2</v>", b"<v>" + b"9" * 5000 + b"</v>", "AV072"),
    "beyond numbers": (b"<v>2</v>", b"<v>1e999</v>", "AV205"),
    "no number": (b"<v>2</v>", b"<v>x</v>", "AV072"),
    "no date": (b'<c r="B3"', b'<c t="d" r="B3"', "AV072"),
    "entities": (b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet', "AV072"),
    "deep": (b"<sheetData>", b"<x>" * 50 + b"</x>" * 50 + b"<sheetData>", "AV073"),
    "many": (b"<sheetData>", b"<x/>" * 2_000_000 + b"<sheetData>", "AV073"),
    "many empty in a row": (b"</row>", b"<c/>" * 100_001 + b"</row>", ""),
    "a long text": (b"<v>2</v>", b"<v>" + b"9" * 32_768 + b"</v>", "AV073"),
    "a long attribute": (b"<row", b'<row x="' + b"x" * 500_000 + b'"', "AV073"),
    "large when unpacked": (b"<sheetData>", b" " * 30_000_000, "AV073"),
    "no sheet": (b"<worksheet", b"<worksheep", "AV072"),
}
LONG_RUN = f"<r><t>{'x' * 20_000}</t></r>"
SAME = "".join(f'<row r="{row}"><c t="s"><v>0</v></c></row>' for row in range(1, 502))
FAR_TO_THE_RIGHT = "".join(
    f'<row r="{row}"><c r="CV{row}"><v>1</v></c></row>' for row in range(1, 10_002)
)


def with_sheets(name: str, part: bytes) -> bytes:
    """A workbook with 90 000 further sheets that are not there."""
    sheets = b'<sheet name="x" sheetId="2" r:id="rId9"/>' * 90_000
    relations = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    part = (
        part.replace(b"<workbook ", b"<workbook " + relations) if b"xmlns:r=" not in part else part
    )
    return part.replace(b"</sheets>", sheets + b"</sheets>") if "workbook.xml" in name else part


def with_files(count: int) -> bytes:
    """A workbook with so many files beside its own."""
    raw = io.BytesIO(repacked(lambda _, part: part))
    with zipfile.ZipFile(raw, "a") as archive:
        for number in range(count):
            archive.writestr(str(number), b"")
    return raw.getvalue()


WHOLE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "many strings": (lambda: as_excel_writes("<si/>" * 2_000_000, ROWS), "AV073"),
    "a long string": (lambda: as_excel_writes(f"<si><t>{'x' * 32_768}</t></si>", ROWS), "AV073"),
    "a long string in parts": (lambda: as_excel_writes(f"<si>{LONG_RUN * 2}</si>", ROWS), "AV073"),
    "one string many times": (lambda: as_excel_writes(f"<si>{LONG_RUN}</si>", SAME), "AV073"),
    "many sheets": (lambda: repacked(with_sheets), ""),
    "many files": (lambda: with_files(10_001), "AV073"),
    "many empty cells": (lambda: as_excel_writes(STRINGS, FAR_TO_THE_RIGHT), "AV073"),
    "packed by LZMA": (lambda: repacked(lambda _, part: part, zipfile.ZIP_LZMA), "AV072"),
    "packed by BZIP2": (lambda: repacked(lambda _, part: part, zipfile.ZIP_BZIP2), "AV072"),
    "no workbook": (lambda: repacked(lambda name, one: one if "sheet" in name else b""), "AV072"),
    "all empty": (lambda: repacked(lambda _, __: b""), "AV072"),
    "a picture": (lambda: repacked(lambda name, one: b"\x89" if "theme" in name else one), ""),
}


@pytest.mark.parametrize("name", IN_THE_SHEET)
def test_hostile_sheets(folder: Path, name: str) -> None:
    """A sheet that asks for more than there is gets a finding, soon and in little memory."""
    old, new, code = IN_THE_SHEET[name]
    found = read(folder, with_sheet(old, new)).diagnostics
    assert [one.code for one in found] == ([code] if code else [])


@pytest.mark.parametrize("name", WHOLE)
def test_hostile_workbooks(folder: Path, name: str) -> None:
    """So does a workbook whose other parts are made to do harm."""
    made, code = WHOLE[name]
    assert [one.code for one in read(folder, made()).diagnostics] == ([code] if code else [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems measure otherwise")
def test_hostile_workbooks_stay_small(tmp_path: Path) -> None:
    """All of them one after the other take less than 200 MB."""
    raws = [make() for make, _ in WHOLE.values()]
    raws += [with_sheet(old, new) for old, new, _ in IN_THE_SHEET.values()]
    for number, raw in enumerate(raws):
        (tmp_path / str(number)).write_bytes(raw)
    script = """
import sys
from pathlib import Path
from avtalskalk.files.sheets import read_sheet
for file in Path(sys.argv[1]).iterdir():
    read_sheet(file.read_bytes(), "t")
# The peak of this program alone: getrusage counts that of the process it was started by, too.
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""
    child = [sys.executable, "-c", script, str(tmp_path)]
    kilobytes = subprocess.run(child, check=True, capture_output=True, text=True).stdout
    assert int(kilobytes) < 200_000


@pytest.mark.parametrize(
    "code",
    [
        *("General", "0", "0.00", "#,##0", "0%", "0.00E+00", "@", '# ##0 "st"', "# ##0\\ \\d"),
        *("[Red]0", '[$-41D]0" dagar"', "_-* # ##0_-", "yyyy-mm-dd", "d/m/yy", "mmm\\-yy", "h:mm"),
        *('"år" yyyy', "[$-41D]d mmmm yyyy;@", "mm:ss.0"),
    ],
)
def test_formats_of_dates(code: str) -> None:
    """A number is a date where its format is one for dates, as another program has it."""
    made = book(["part", "värde"], ["a", 45_000])
    made.worksheets[0]["B2"].number_format = code
    (_, (_, cells)) = read_sheet(packed(made), "t").rows
    # 45 000 days after 30 December 1899: 123 years of 365 days, 30 leap days, and 75 days.
    assert cells[1] == ("2023-03-15" if is_date_format(code) else "45000")


@pytest.mark.parametrize(
    ("days", "epoch", "day"),
    [
        (1, WINDOWS_EPOCH, "1900-01-01"),
        (59, WINDOWS_EPOCH, "1900-02-28"),
        (61, WINDOWS_EPOCH, "1900-03-01"),
        (45_000.5, WINDOWS_EPOCH, "2023-03-15T12:00:00"),
        (43_538, MAC_EPOCH, "2023-03-15"),
        (1e9, WINDOWS_EPOCH, "1000000000"),
        (-1e9, WINDOWS_EPOCH, "-1000000000"),
    ],
)
def test_the_days_of_dates(days: float, epoch: datetime, day: str) -> None:
    """Day 1 is 1 January 1900, with a 29 February 1900 that never was; or day 0 that of 1904."""
    made = book([days])
    made.worksheets[0]["A1"].number_format = "yyyy-mm-dd"
    made.epoch = epoch
    ((_, cells),) = read_sheet(packed(made), "t").rows
    assert cells == [day]


def test_japanese_readings_are_no_text() -> None:
    """How a word is read stands beside it, and is no part of it; other namespaces are the same."""
    strings = "<si><r><t>A</t></r><r><t> b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    raw = as_excel_writes(strings, '<row><c t="s"><v>0</v></c></row>')
    assert [row.cells for row in read_sheet(raw, "t").rows] == [["A b"]]


def test_a_size_that_lies(folder: Path) -> None:
    """A part that says it is smaller than it is gives no more than it says."""
    raw = bytearray(with_sheet(b"<sheetData>", b" " * 1_000_000 + b"<sheetData>"))
    start = raw.find(b"xl/worksheets/sheet1.xml", raw.find(b"PK\x01\x02")) - 46
    raw[start + 24 : start + 28] = struct.pack("<I", 100)
    assert [one.code for one in read(folder, bytes(raw)).diagnostics] == ["AV072"]


def is_blank(sheet: Sheet) -> bool:
    """Whether a text has nothing but blanks, commas and quotes in it."""
    return not re.sub(r'[\s,;"]', "", "".join(sheet.lines))


@settings(deadline=None)
@given(raw=st.binary(max_size=300), start=st.sampled_from([b"", b"PK\x03\x04", b"part;v\n"]))
def test_any_bytes(raw: bytes, start: bytes) -> None:
    """Whatever bytes a file has, it is a sheet or has a finding."""
    sheet = read_sheet(start + raw, "t")
    assert sheet.rows or sheet.diagnostics or is_blank(sheet)


SOUND = packed(book(["part", "värde"], ["a", 1], ["b", 2]))


@settings(deadline=None)
@given(
    where=st.integers(0, len(SOUND) - 1), new=st.binary(min_size=1, max_size=8), cut=st.booleans()
)
def test_a_damaged_workbook(where: int, new: bytes, cut: bool) -> None:  # noqa: FBT001
    """A workbook damaged anywhere is read or refused."""
    raw = SOUND[:where] + new + (b"" if cut else SOUND[where + len(new) :])
    sheet = read_sheet(raw, "t")
    assert sheet.rows or sheet.diagnostics or is_blank(sheet)


# --- Files in a workspace -----------------------------------------------------------------------

TABLE = "part;värde\na;1\nb;2\n"


def test_the_fingerprint(folder: Path) -> None:
    """A table is among the files that a result rests on."""
    loaded = read(folder, TABLE)
    assert loaded.inputs[1:] == (Input("t.csv", hashlib.sha256(TABLE.encode()).hexdigest()),)


@pytest.mark.parametrize(
    "name", ["../t.csv", "../../../../../../etc/passwd", "/etc/passwd", "link.csv"]
)
def test_outside(folder: Path, name: str) -> None:
    """Nothing outside the workspace is read, however it is named."""
    inside = folder / "in"
    inside.mkdir()
    write(folder, TABLE, "t.csv")
    (inside / "link.csv").symlink_to(folder / "t.csv")
    loaded = read(inside, None, KEY, name)
    assert said(loaded) == [("AV057", 11, name)]
    assert loaded.diagnostics[0].file == "x.yaml"


def test_inside(folder: Path) -> None:
    """A path may go up and a link lead elsewhere, as long as it stays in the workspace."""
    (folder / "avtalskalk.toml").touch()
    (folder / "in").mkdir()
    write(folder, TABLE, "data/t.csv")
    (folder / "link.csv").symlink_to("data/t.csv")
    for name in ("../data/t.csv", r"..\data\t.csv", "../link.csv", str(folder / "data" / "t.csv")):
        loaded = read(folder / "in", None, KEY, name)
        assert values(loaded) == {"a": "1", "b": "2"}
        assert loaded.inputs[1].path == "../data/t.csv"


@pytest.mark.parametrize(
    ("name", "code"),
    [("tt.csv", "AV050"), ("nothing-like-it.txt", "AV050"), (".", "AV057"), ("data", "AV053")],
)
def test_no_such_file(folder: Path, name: str, code: str) -> None:
    """A file that is not there, or is a folder, is said where it is named."""
    (folder / "data").mkdir()
    write(folder, TABLE, "t.csv")
    assert said(read(folder, None, KEY, name)) == [(code, 11, name)]


def test_a_name_that_none_can_have(folder: Path) -> None:
    """A file name with the character zero is the name of nothing."""
    homes = Homes(str(folder), str(folder), str)
    found = homes.location("a\0b", shared=False)
    assert isinstance(found, Diagnostic)
    assert found.code == "AV050"


def test_shared_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shared key's file is found from the shared file, read once, and only if it is used."""
    (folder / "avtalskalk.toml").touch()
    write(folder, "keys: {k: {file: data/t.csv}, l: {file: data/none.csv}}\n", "shared.yaml")
    write(folder, TABLE, "data/t.csv")
    count: list[str] = []

    def counted(location: str) -> Any:
        count.append(Path(location).name)
        return original(location)

    original = read_bytes
    monkeypatch.setattr(data_files, "read_bytes", counted)
    for name in "xyz":
        text = AGREEMENT.format(more="").replace("id: x", f"id: {name}")
        text = text.replace("split: equal", "split: {by: k}")
        write(folder, text, f"in/{name}.yaml")
    loaded = list(load(["in"], cwd=folder))
    assert [values(one) for one in loaded] == [{"a": "1", "b": "2"}] * 3
    assert count == ["t.csv"]
    assert [one.path for one in loaded[2].inputs] == ["in/z.yaml", "shared.yaml", "data/t.csv"]


def test_a_shared_table_of_others(folder: Path) -> None:
    """A shared table without the parties is a warning: a word may bring it in by chance."""
    (folder / "avtalskalk.toml").touch()
    write(folder, "keys: {k: {file: t.csv}}\n", "shared.yaml")
    loaded = read(folder, "part;värde\nq;1\n", "notes: k")
    assert loaded.agreement is not None
    assert [(one.code, one.severity) for one in loaded.diagnostics] == [("AV083", "warning")]
    loaded = read(folder, "part;värde\na;#N/A\n", "notes: k")
    assert said(loaded) == [("AV079", 2, "#N/A")]
    (folder / "t.csv").unlink()
    loaded = read(folder, None, "notes: k")
    assert [(one.code, one.file) for one in loaded.diagnostics] == [("AV050", "shared.yaml")]


def test_what_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are very many tables, those that were read are let go."""
    monkeypatch.setattr(data_files, "_MOST_KEPT_FILES", 1)
    write(folder, "part;värde\na;5\n", "u.csv")
    more = "keys: {{k: {{file: {file}}}, l: {{file: u.csv}}, m: {{file: {file}}}}}"
    loaded = read(folder, TABLE, more)
    assert values(loaded) == values(loaded, "keys", "m") == {"a": "1", "b": "2"}
    assert values(loaded, "keys", "l") == {"a": "5"}


def test_from_standard_input(folder: Path) -> None:
    """An agreement on standard input finds its tables from the working folder."""
    write(folder, TABLE, "t.csv")
    text = AGREEMENT.format(more=KEY.format(file="t.csv"))
    (loaded,) = load(["-"], stdin=io.BytesIO(text.encode()), cwd=folder)
    assert values(loaded) == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("keys: {{k: {{file: {file}, values: {{a: 1}}}}}}", ["AV297"]),
        ('keys: {{k: {{file: {file}, formula: "1 + 1"}}}}', ["AV297"]),
        ("keys: {{k: {{file: [{file}]}}}}", ["AV295"]),
        ("keys: [k]", ["AV293"]),
        ("indices: {{i: {{file: {file}, values: {{2023-10: 1}}}}}}", ["AV297"]),
        ("indices: {{i: {{title: Index}}}}", ["AV297"]),
        (KEY + "\nreadings: {{r: {{title: R, set: {{keys.k.file: u.csv}}}}}}", ["AV297"]),
        (KEY + "\nreadings: {{r: {{title: R, set: {{title: Z, keys.k.unit: x}}}}}}", []),
        (KEY + "\nreadings: {{r: {{title: R, set: {{keys.k: {{file: {file}, unit: x}}}}}}}}", []),
        (KEY + "\nreadings: {{r: {{title: R, set: {{keys.k: {{file: u.csv}}}}}}}}", ["AV050"]),
    ],
)
def test_a_file_and_something_else(folder: Path, more: str, codes: list[str]) -> None:
    """Values come from one place; a reading may name another file, which is read too."""
    assert [one.code for one in read(folder, TABLE, more).diagnostics] == codes


def test_what_a_reading_has_wrong(folder: Path) -> None:
    """What is wrong in a table that only a reading names is said there, too."""
    write(folder, "part;värde\na;1 st\nb;1\n", "u.csv")
    more = KEY + "\nreadings: {{r: {{title: R, set: {{keys.k: {{file: u.csv}}}}}}}}"
    loaded = read(folder, TABLE, more)
    assert [(one.code, one.file) for one in loaded.diagnostics] == [("AV205", "u.csv")]


def test_without_sound_parties(folder: Path) -> None:
    """Where the parties are wrong, the tables are not said to lack them."""
    write(folder, TABLE, "t.csv")
    text = AGREEMENT.format(more=KEY.format(file="t.csv"))
    start, end = text.index("parties:"), text.index("periods:")
    write(folder, f"{text[:start]}parties: x\n{text[end:]}", "x.yaml")
    (loaded,) = load(["x.yaml"], cwd=folder)
    assert [one.code for one in loaded.diagnostics] == ["AV293"]


def test_limits_are_those_of_the_format() -> None:
    """The limits are the documented ones."""
    assert (sheets.MOST_ROWS, sheets.MOST_COLUMNS) == (100_000, 100)
