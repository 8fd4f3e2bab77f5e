"""Nothing that the model accepts is ignored: each key is shown where it changes a result.

``every_key.yaml`` has agreements, files or pieces (as in ``tests/rules``), and for each the keys
that it shows: where the key is, and after ``=`` what stands there instead; nothing: the key is
taken away.  ``changes`` says which result is then another one.
"""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import yaml
from tests.rules.test_rules import whole

from avtalskalk import api
from avtalskalk.calculation.calculate import calculate, years_with_figures
from avtalskalk.diagnostics import AgreementError
from avtalskalk.files.workspace import Loaded
from avtalskalk.files.yaml import read
from avtalskalk.model.schema import json_schema
from avtalskalk.model.statement import BASES

PROJECT = Path(__file__).parent.parent.parent
TODAY = date(2024, 6, 30)
LAST_DAY = date(2030, 12, 31)
USUAL_YEARS = range(2023, 2029)

Data = dict[str, Any]

with Path(__file__).with_name("every_key.yaml").open(encoding="utf-8") as file:
    SECTIONS: list[Data] = yaml.load(file, Loader=yaml.BaseLoader)  # noqa: S506 - text only


class Shown(NamedTuple):
    """A key shown where it changes a result: in which section, where, and what stands instead."""

    key: str
    section: Data
    place: tuple[str, ...]
    instead: str | None


def shown() -> Iterator[Shown]:
    """Every line of the table."""
    for section in SECTIONS:
        for key, lines in section["keys"].items():
            for line in lines if isinstance(lines, list) else [lines]:
                place, mark, instead = line.partition(" = ")
                yield Shown(key, section, tuple(place.split(".")), instead if mark else None)


TABLE = list(shown())

# What is only for a reader changes what is read, and no more.
FOR_READERS = frozenset({
    *("title", "notes", "source", "dnr", "paragraph", "url", "body", "name", "org_no", "unit"),
    *("Agreement.id", "Agreement.provider", "Agreement.sources", "Agreement.assumptions"),
    *("Decision.date", "Source.date", "Party.kind", "Party.municipality_code", "Party.reference"),
    *("Stated.assumption", "Period.notice"),
})  # fmt: skip


# --- Which record of the model a key is of -----------------------------------------------------


def branches(node: Any, record: str, data: Any) -> Iterator[tuple[str, Data]]:
    """The schema nodes that data at a place may be, each with the record that it is of."""
    schema = json_schema()
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        yield from branches(schema["$defs"][name], name, data)
    elif all(key in data for key in node.get("if", {}).get("required", ())):
        yield record, node
        for inner in (*node.get("anyOf", ()), *node.get("allOf", ()), node.get("then")):
            yield from branches(inner, record, data)


def inside(data: Any, step: str) -> Any:
    """What is at a key, or at a place in a list, which counts from 1."""
    return data[int(step) - 1] if isinstance(data, list) else data[step]


def field_at(data: Data, place: tuple[str, ...]) -> set[str]:
    """The record and the field that a place in an agreement is, as ``Limit.since``."""
    nodes = [*branches(json_schema(), "Agreement", data)]
    below: Any = data
    for step in place[:-1]:
        below = inside(below, step)
        inner = [
            node.get("items") or node.get("properties", {}).get(step)
            or node.get("additionalProperties")
            for _, node in nodes
        ]  # fmt: skip
        nodes = [branch for node in inner for branch in branches(node, "", below)]
    return {f"{of}.{place[-1]}" for of, node in nodes if place[-1] in node.get("properties", {})}


def test_the_table_has_every_key() -> None:
    """Each field of each record of the model is shown, and nothing else."""
    schema = json_schema()
    records = {"Agreement": schema, **schema["$defs"]}
    fields = {
        f"{name}.{field}" for name, node in records.items() for field in node.get("properties", ())
    }
    assert fields - {line.key for line in TABLE} == set()
    assert {line.key for line in TABLE} - fields == set()


# --- What comes out ----------------------------------------------------------------------------


def amounts(loaded: Loaded, years: list[int]) -> object:
    """What each party pays, whether that is conditional, and what is missing, on every basis."""
    assert loaded.plan is not None
    of_years = []
    for year in years:
        for basis in BASES:
            statement = calculate(loaded.plan, year, basis, today=TODAY)
            rows = [(row.item, row.line, row.party, row.amount) for row in statement.rows]
            missing = [missing.what for missing in statement.missing]
            found = [(finding.code, finding.path) for finding in statement.diagnostics]
            of_years.append((rows, statement.totals, missing, found))
    return of_years


def bills(loaded: Loaded, years: list[int]) -> object:
    """What is billed, and when."""
    return [billing.bills for billing in api.invoice(loaded, years, today=TODAY)]


def settlement(loaded: Loaded, years: list[int]) -> object:
    """What is left to pay when the outcome is known."""
    settled = api.settle(loaded, years, today=TODAY)
    return [(year.on, year.adjustment, year.shares, year.transfers) for year in settled]


def vouchers(loaded: Loaded, years: list[int]) -> object:
    """What is booked of bills and of settlements."""
    return [
        (year.vouchers, [d.code for d in year.statements[0].diagnostics])
        for year in [
            *api.vouchers(loaded, years, "invoices", today=TODAY),
            *api.vouchers(loaded, years, "settlement", today=TODAY),
        ]
    ]


def dates(loaded: Loaded, _: list[int]) -> object:
    """What falls due."""
    return api.dates(loaded, TODAY, LAST_DAY)


def findings(loaded: Loaded, _: list[int]) -> object:
    """What `check` reports."""
    return [(finding.code, finding.path) for finding in api.findings(loaded, today=TODAY)]


def readings(loaded: Loaded, years: list[int]) -> object:
    """What each other reading comes to."""
    read_each_way = api.readings(loaded, years, today=TODAY)
    return read_each_way and [
        [(row.party, row.amount) for row in statement.rows]
        for statement in read_each_way.statements
    ]


def text(loaded: Loaded, _: list[int]) -> object:
    """What `show` says."""
    return api.show(loaded, today=TODAY)


def explanation(loaded: Loaded, years: list[int]) -> object:
    """Where the first party's figures come from: of the year, a bill and the settlement."""
    assert loaded.agreement is not None
    party = next(iter(loaded.agreement.parties))
    trees = [
        api.explain(loaded, years[0], party, today=TODAY),
        api.explain_settlement(loaded, years[0], party, today=TODAY),
        api.explain_instalment(loaded, years[0], party, 1, today=TODAY),
    ]
    return [tree.tree for tree in trees]


RESULTS: dict[str, Callable[[Loaded, list[int]], object]] = {
    function.__name__: function
    for function in (
        *(amounts, bills, settlement, vouchers, dates, findings, readings),
        *(explanation, text),
    )
}


class Errors(tuple[str, ...]):
    """The codes of what is wrong with an agreement, which is then refused."""

    __slots__ = ()


def outcome(folder: Path, section: Data, data: Data) -> object:
    """A result of an agreement that is written among the files that it rests on; or its errors."""
    path = folder / section.get("in", "piece.yaml")
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    loaded = next(api.stream([path]))
    errors = Errors(d.code for d in loaded.diagnostics if d.severity == "error")
    if errors or loaded.plan is None:
        return errors
    years = {year for basis in BASES for year in years_with_figures(loaded.plan, basis) or ()}
    in_force = [y for y in sorted(years or USUAL_YEARS) if loaded.plan.year(y).segments]
    try:
        return RESULTS.get(section["changes"], amounts)(loaded, in_force)
    except AgreementError as refused:
        return Errors(diagnostic.code for diagnostic in refused.diagnostics)


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The files of a section: those beside the agreement, or the tables that it reads."""
    section = request.param.section
    if "in" in section:
        here = Path(section["in"]).parent
        shutil.copytree(PROJECT / here, tmp_path / here)
    for name, table in section.get("tables", {}).items():
        if isinstance(table, str):
            (tmp_path / name).write_text(table, encoding="utf-8")
            continue
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in table.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append([float(cell) if cell.isdigit() else cell for cell in row])
        book.save(tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "line"),
    [(line, line) for line in TABLE],
    ids=[line.key for line in TABLE],
    indirect=["folder"],
)
def test_every_key_changes_a_result(folder: Path, line: Shown) -> None:
    """With another value, or without the key, something comes out differently or is refused."""
    section = line.section
    if section["changes"] in ("text", "explanation"):
        assert {line.key, line.key.partition(".")[2]} & FOR_READERS, "must do more than be shown"
    if "in" in section:
        file = PROJECT / section["in"]
        data: Any = read(file.read_bytes(), file.name).data
    else:
        data = whole(section["given"])
    places = (line.place[:end] for end in range(1, len(line.place) + 1))
    assert any(line.key in field_at(data, place) for place in places)
    before = outcome(folder, section, data)
    assert not isinstance(before, Errors), before
    changed = deepcopy(data)
    holder = changed
    for step in line.place[:-1]:
        holder = inside(holder, step)
    last = line.place[-1]
    if line.instead is None:
        del holder[last]
    else:
        holder[last] = yaml.load(line.instead, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    after = outcome(folder, section, changed)
    assert isinstance(after, Errors) == (section["changes"] == "refused"), after
    assert after != before
