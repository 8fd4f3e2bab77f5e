"""The library: the commands' work as functions on values."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

import avtalskalk
from avtalskalk import (
    AgreementError,
    api,
    calculate,
    change,
    check,
    invoice,
    load,
    load_data,
    load_text,
    settle,
    show,
    to_records,
    whatif,
)
from avtalskalk.api import agreement_record, compute, derived_totals, render, schema, stream
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Statement
from avtalskalk.report.options import Options

SOUND = """\
avtalskalk: 1
id: a
title: A (påhittad)
parties: {region: Region Exempel, kommun: Exempelby kommun}
periods: [{from: 2023-01-01, to: 2023-12-31, split: {region: 70 %, kommun: 30 %}}]
costs: {drift: {budget: {2023: 103 öre}}}
"""
SOUND = SOUND.replace("103 öre", "1,03 kr").replace("{2023: 1,03 kr}", '{2023: "1,03 kr"}')
ENDLESS = SOUND.replace(", to: 2023-12-31", "").replace("budget: {2023: ", "amount: ")
ENDLESS = ENDLESS.replace('kr"}}}', 'kr"}}')


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    return written(tmp_path / "a.yaml", SOUND)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return written(tmp_path / "b.yaml", SOUND.replace("30 %", "35 %"))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_calculate_a_path(agreement: Path) -> None:
    """103 öre at 70/30 gives 72 and 31."""
    (statement,) = calculate(agreement)
    assert [(total.party, total.amount) for total in statement.totals] == [
        ("region", 72),
        ("kommun", 31),
    ]
    assert statement.inputs[0].path.endswith("a.yaml")


def test_calculate_what_was_loaded(agreement: Path) -> None:
    """One agreement or several, for the years asked for, in that order."""
    loaded = load(agreement)
    assert [s.year for s in calculate(loaded, [2024, 2023])] == ["2024", "2023"]
    assert calculate(loaded[0]) == calculate(loaded) == calculate(str(agreement))


def test_endless_figures_need_years(tmp_path: Path) -> None:
    """Without years, figures that have no end are refused."""
    endless = written(tmp_path / "c.yaml", ENDLESS)
    with pytest.raises(ValueError, match="say which years"):
        calculate(endless)
    assert len(calculate(endless, range(2023, 2033))) == 10


def test_a_bad_file_raises_readable_text(wrong: Path) -> None:
    """AgreementError says what is wrong, in the language asked for, and holds the findings."""
    with pytest.raises(AgreementError) as swedish:
        load(wrong, language="sv")
    with pytest.raises(AgreementError) as english:
        calculate(wrong)
    assert str(swedish.value).startswith("fel[AV104]: andelarna summerar till 105")
    assert str(english.value).startswith("error[AV104]: the shares add up to 105%")
    assert [one.code for one in english.value.diagnostics] == ["AV104"]


def test_check_returns_findings(agreement: Path, wrong: Path) -> None:
    """`check` raises nothing: it returns what it finds, with places."""
    (found,) = check(wrong)
    assert (found.code, found.place.line if found.place else 0) == ("AV104", 5)
    assert check(agreement) == []


def test_what_is_wrong_cannot_be_used(wrong: Path) -> None:
    """An agreement that did not load can neither be worked out nor shown."""
    (loaded,) = stream([wrong])
    with pytest.raises(AgreementError):
        compute(loaded, None)
    with pytest.raises(AgreementError):
        show(loaded)
    with pytest.raises(AgreementError):
        agreement_record(loaded)
    assert derived_totals(loaded) == []


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("table", "A (påhittad)\n"),
        ("csv", "agreement,year,"),
        ("json", '{"schema": "avtalskalk/statement/1"'),
        ("md", "## A (påhittad)\n"),
    ],
)
def test_render_statements(agreement: Path, form: str, start: str) -> None:
    """Statements are rendered in every format."""
    statements = calculate(agreement)
    assert render(statements, form).startswith(start)
    assert render(statements[0], form) == render(statements, form)


def test_render_a_document(agreement: Path) -> None:
    """A description is rendered as text or Markdown, and nothing else."""
    (loaded,) = load(agreement)
    assert loaded.agreement
    document = show(loaded, "sv", today=date(2023, 6, 30))
    assert document == show(loaded.agreement, "sv", today=date(2023, 6, 30))
    assert render(document, "md", Options("sv")).startswith("# A (påhittad)\n")
    assert render(document).startswith("A (påhittad)\n")
    with pytest.raises(ValueError, match="there is no format 'csv', only 'table', 'md'"):
        render(document, "csv")


def test_schema_is_of_the_format() -> None:
    """The schema names the format's keys."""
    assert {"parties", "periods", "costs"} <= set(schema()["properties"])


def test_the_public_names() -> None:
    """The package gives its public names when they are asked for, and no others."""
    assert all(getattr(avtalskalk, name) for name in avtalskalk.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = avtalskalk.no_such_name  # type: ignore[attr-defined, unused-ignore]


SILENT = """\
avtalskalk: 1
id: tyst
title: Tyst (påhittad)
parties: {a: Anna, b: Bo}
periods:
  - from: 2024-01-01
    to: 2024-12-31
    split: equal
    decisions: {a: {status: approved}}
    condition: {silence_by: 2024-03-31}
costs: {x: {budget: {2024: 100 kr}}}
"""


def conditional(statements: Iterable[Statement]) -> list[bool]:
    return [row.conditional for year in statements for row in year.rows]


def test_the_day_is_the_day_that_it_is(tmp_path: Path) -> None:
    """Silence until 31 March is consent from 1 April: of today in the library and the command."""
    path = written(tmp_path / "tyst.yaml", SILENT)
    assert conditional(calculate(path, today=date(2024, 3, 31))) == [True, True]
    assert conditional(calculate(path, today=date(2024, 4, 1))) == [False, False]
    # That day is past, whenever this is run.
    assert conditional(calculate(path)) == [False, False]
    assert conditional(compute(load(path)[0], [2024]).statements) == [False, False]
    evening = datetime(2024, 3, 31, 23, tzinfo=UTC)
    assert calculate(path, today=evening)[0].today == date(2024, 3, 31)


def test_json_says_what_was_asked(tmp_path: Path) -> None:
    """The day and the basis that statements are for go before what the options say."""
    path = written(tmp_path / "tyst.yaml", SILENT.replace("budget", "actual"))
    statements = calculate(path, [2024], "actual", today=date(2024, 3, 31))
    read = json.loads(render(statements, "json"))
    assert read["basis"] == "actual"
    assert read["options"] == {"basis": "actual", "today": "2024-03-31"}
    assert "actual 2024" in render(statements)


ARGUMENTS: list[tuple[Callable[[Loaded], object], type[Exception], str]] = [
    (lambda one: calculate(one, 2023), TypeError, "years must be several, such as [2023]"),  # type: ignore[arg-type]
    (lambda one: calculate(one, "2023"), TypeError, "years must be several"),  # type: ignore[arg-type]
    (lambda one: calculate(one, ["2023"]), TypeError, "whole number, such as 2024, not '2023'"),  # type: ignore[list-item]
    (lambda one: calculate(one, [True]), TypeError, "whole number"),
    (lambda one: calculate(one, [23]), ValueError, "from 1900 to 2199, not 23"),
    (lambda one: calculate(one, basis="actuals"), ValueError,  # type: ignore[arg-type]
     "basis must be one of 'budget', 'forecast', 'actual', not 'actuals'"),
    (lambda one: calculate(one, today="2023-01-01"), TypeError, "today must be a date"),  # type: ignore[arg-type]
    (lambda _: calculate(["a.yaml"]), TypeError, "one that `load` has read, not 'a.yaml'"),  # type: ignore[list-item]
    (lambda one: api.explain(one, 2023, "hsnv"), ValueError,
     "there is no party 'hsnv', only 'region', 'kommun'"),
    (lambda one: api.explain(one, 2023, "region", item="hyra"), ValueError,
     "there is no cost item 'hyra', only 'drift'"),
    (lambda one: api.explain(one, 2025, "region"), ValueError, "a is not in force in 2025"),
    (lambda one: api.bridge(one, 2022, 2023, "region"), ValueError, "not in force in 2022"),
    (lambda one: api.bridge(one, 2023, 2023, "hsnv"), ValueError, "no party 'hsnv'"),
    (lambda one: api.sweep(one, ["cost"], parties=["hsnv"]), ValueError, "no party 'hsnv'"),
    (lambda one: api.solve(one, "cost", "region<=1", 23), ValueError, "from 1900 to 2199"),
    (lambda one: api.readings(one, basis="x"), ValueError, "basis must be"),  # type: ignore[arg-type]
    (lambda one: api.whatif(one, years=2023), TypeError, "years must be several"),  # type: ignore[arg-type]
    (lambda one: api.seal(one, 2023), TypeError, "years must be several"),  # type: ignore[arg-type]
    (lambda one: api.diff(one, one, 2023), TypeError, "years must be several"),  # type: ignore[arg-type]
    (lambda one: render(calculate(one), "odt"), ValueError, "no format 'odt', only 'table'"),
    (lambda one: render(calculate(one), "pdf"), ValueError, "pdf is no text: use render_bytes"),
    (lambda one: render(calculate(one), options=Options(party=("x",))), ValueError, "party 'x'"),
    (lambda one: render(calculate(one), options=Options(item=("x",))), ValueError, "item 'x'"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "kind", "text"), ARGUMENTS)
def test_a_wrong_argument_is_refused_in_words(
    agreement: Path, function: Callable[[Loaded], object], kind: type[Exception], text: str
) -> None:
    """What cannot be meant is a TypeError, what there is none of a ValueError."""
    (loaded,) = load(agreement)
    with pytest.raises(kind, match=re.escape(text)):
        function(loaded)


def test_one_path_is_as_good_as_several(agreement: Path) -> None:
    """A path is not taken for a list of letters, nor an agreement for a list of its parts."""
    assert len(list(stream(str(agreement)))) == 1
    assert [tried.file for tried in api.test(agreement)] == [""]
    (loaded,) = load(agreement)
    (same,) = api.diff(loaded, loaded)
    assert not same.differs


def test_the_names_are_listed_before_they_are_imported() -> None:
    """`dir` has every public name, and each is there."""
    assert set(dir(avtalskalk)) == {*avtalskalk.__all__, "__version__"}
    assert all(getattr(avtalskalk, name) for name in dir(avtalskalk))


def test_a_path_wherever_an_agreement_is_taken(agreement: Path) -> None:
    """What takes one agreement takes its path too, and gives the same."""
    (loaded,) = load(agreement)
    functions: list[Callable[[Any], object]] = [
        calculate,
        api.compute,
        api.readings,
        api.show,
        api.agreement_record,
        api.invoice,
        api.settle,
        api.vouchers,
        lambda one: api.dates(one, date(2023, 1, 1), date(2024, 12, 31)),
        lambda one: api.explain(one, 2023, "region").tree,
        lambda one: api.bridge(one, 2023, 2023, "region"),
        lambda one: api.sweep(one, ["cost=1 kr..2 kr:1 kr"], [2023]).axes,
        lambda one: api.solve(one, "cost", "region<=1", 2023),
        lambda one: api.break_even(one, "cost", "region", 2023, changes=[api.change("cost", "+1")]),
        lambda one: api.whatif(one, [api.change("cost", "+3 %")]).diagnostics,
        lambda one: api.scenario("dyrt", one),
    ]
    for function in functions:
        result = repr(function(loaded))
        assert repr(function(agreement)) == repr(function(str(agreement))) == result


def test_a_path_to_several_agreements(agreement: Path) -> None:
    """Where one agreement is asked for, a folder of several is refused in words."""
    text = agreement.read_text("utf-8")
    (agreement.parent / "b.yaml").write_text(text.replace("id: a\n", "id: b\n"), "utf-8")
    with pytest.raises(ValueError, match="has 2 agreements: name the file of one"):
        api.explain(agreement.parent, 2023, "region")


# --- Rows, text and data, and what a notebook shows -----------------------------------------


@pytest.mark.parametrize("path", ["agreements", "examples"])
def test_records_are_the_rows_of_csv(project: Path, path: str) -> None:
    """Every row has the names and the values of the CSV, amounts as Decimal."""
    statements = calculate(project / path, years=[2023, 2024])
    records = statements.to_records()
    rows = list(csv.DictReader(io.StringIO(render(statements, "csv"))))
    assert len(records) == len(rows) > 5
    for record, row in zip(records, rows, strict=True):
        flags = {True: "true", False: "false", None: ""}
        text = {
            name: flags[value] if isinstance(value, bool | None) else str(value)
            for name, value in record.items()
        }
        assert text == row
        assert isinstance(record["amount"], Decimal | Fraction | None)


def test_records_of_other_results(project: Path) -> None:
    """Settlements, bills and what-ifs have rows, too; a list that is not there is refused."""
    examples = project / "examples"
    left = to_records(settle(examples / "settlement.yaml", [2023]))
    assert sum(cast("Decimal", row["left"]) for row in left) == 0
    assert to_records(invoice(examples / "settlement.yaml", [2024]))
    changed = whatif(examples / "complete.yaml", [change("cost", "+10 %")], [2024])
    # 940 000 and 660 000 kr, the grants of 120 000 kr unchanged: a tenth of 1 720 000 kr more.
    assert sum(cast("Decimal", row["difference"]) for row in to_records(changed)) == 172_000
    with pytest.raises(ValueError, match="there is no list 'sums', only 'inputs'"):
        calculate(examples / "complete.yaml", [2024]).to_records("sums")


def test_a_year_that_is_not_known(project: Path) -> None:
    """What is not known is None among the records, too, and in the statement's repr."""
    (statement,) = calculate(project / "examples" / "missing-figure.yaml", [2025])
    assert {row["amount"] for row in to_records(statement, "totals")} == {None}
    assert "incomplete" in repr(statement)
    assert [total.decimal for total in statement.totals] == [None] * len(statement.totals)


DATA: dict[str, object] = {
    "avtalskalk": 1,
    "id": "hallen",
    "title": "Hallen (påhittad)",
    "parties": {"a": "A kommun", "b": "B kommun"},
    "periods": [{"from": date(2024, 1, 1), "split": {"a": "1/3", "b": "rest"}}],
    "costs": {"drift": {"budget": {2024: Decimal("100.10")}}},
}


def test_data_is_read_as_a_file() -> None:
    """A third of 100.10 is 33.37 to the öre, the rest 66.73."""
    (statement,) = calculate(load_data(DATA), [2024])
    assert [total.decimal for total in statement.totals] == [Decimal("33.37"), Decimal("66.73")]
    assert repr(statement) == "<Statement of hallen 2024, budget: 100.10 SEK>"
    assert repr(load_data(DATA)).startswith("<Loaded agreement.yaml: agreement hallen, ")


def test_a_float_is_no_amount() -> None:
    """Data with a float is refused before anything is worked out from it."""
    with pytest.raises(TypeError, match=r"write 0\.1 as a text, a whole number or a Decimal"):
        load_data(DATA | {"costs": {"drift": {"budget": {2024: 0.1}}}})


def test_text_that_is_no_agreement() -> None:
    """What is wrong with a text is raised with its line, and said in the language asked for."""
    with pytest.raises(AgreementError, match=r"hallen\.yaml:2") as caught:
        load_text("avtalskalk: 1\nid: Hallen kommun\n", "hallen.yaml")
    assert caught.value.diagnostics[0].message("sv").startswith("fel[")


def test_a_notebook_shows_tables(project: Path) -> None:
    """Statements are shown as the tables of `calc`: part of a page, not a page."""
    shown = calculate(project / "examples" / "complete.yaml", [2024])._repr_html_()
    assert shown.startswith("<article>")
    assert "660,000" in shown
    assert "<html" not in shown
