"""The library: the commands' work as functions on values."""

from datetime import date
from pathlib import Path

import pytest

import avtalskalk
from avtalskalk import AgreementError, calculate, check, load, show
from avtalskalk.api import agreement_record, compute, derived_totals, render, schema, stream
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
    with pytest.raises(KeyError):
        render(document, "csv")


def test_schema_is_of_the_format() -> None:
    """The schema names the format's keys."""
    assert {"parties", "periods", "costs"} <= set(schema()["properties"])


def test_the_public_names() -> None:
    """The package gives its public names when they are asked for, and no others."""
    assert all(getattr(avtalskalk, name) for name in avtalskalk.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = avtalskalk.no_such_name  # type: ignore[attr-defined, unused-ignore]
