"""One agreement's result as a cost of another: what is taken, what is refused, what it rests on."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.conftest import PROJECT

from avtalskalk import api
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.explain.nodes import Node
from avtalskalk.files.agreement_index import MOST_IN_CHAIN
from avtalskalk.files.workspace import Loaded, load

CHAIN = PROJECT / "examples" / "chain"

AGREEMENT = """\
avtalskalk: 1
id: {id}
title: Avtalet {id}
parties: {{x: Den ena, y: Den andra}}
periods:
  - from: {start}
    split: equal
costs:
  drift:
    {cost}
{more}
"""


def written(folder: Path, name: str, cost: str, more: str = "", start: str = "2024-01-01") -> Path:
    """A small agreement, its one cost split equally."""
    path = folder / f"{name}.yaml"
    text = AGREEMENT.format(id=name, cost=cost, more=more, start=start)
    path.write_text(text, encoding="utf-8")
    return path


def takes(name: str, party: str = "x") -> str:
    """A cost that is what a party pays by another agreement."""
    return f"from_agreement: {{id: {name}, party: {party}}}"


def errors(path: Path) -> list[Diagnostic]:
    """The errors of a file or a folder."""
    return [d for d in api.check(path, today=date(2024, 6, 30)) if d.severity == "error"]


def totals(path: Path, year: int, basis: str = "budget") -> dict[str, int | None]:
    """What each party pays in a year."""
    (statement,) = api.calculate(path, [year], basis)  # type: ignore[arg-type]
    return {total.party: total.amount for total in statement.totals}


def nodes(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for child in node.children:
        yield from nodes(child)


def test_a_chain_is_explained_from_the_last_figure_to_the_first_paper() -> None:
    """9 450 000 is 3/4 of 60 % of 20 000 000 and of 12,5 % of 8 000 000, each at its own line."""
    loaded = api.load(CHAIN / "namnden.yaml")[0]
    explained = api.explain(loaded, 2024, "teknik")
    assert explained.tree.value == Fraction(3, 4) * Fraction(3, 5) * (2_000_000_000 + 100_000_000)
    places = {
        node.rule: [*places_of(loaded, node, explained.tree)] for node in nodes(explained.tree)
    }
    assert places["stated"] == [("forbundet.yaml", 17), ("staten.yaml", 18)]
    assert places["from_agreement"] == [("namnden.yaml", 17), ("forbundet.yaml", 21)]
    text = api.render(api.explanation_document(explained, loaded, "sv"), "table")
    unbroken = " ".join(text.replace("\u00a0", " ").split())
    assert "Regleringsbrev (dnr Fö2023/01234, villkor 4, 2023-12-14)" in unbroken
    assert "Direktionens budget (dnr RF 2023-118, § 42)" in unbroken
    assert "Förbundsordning (§ 11)" in unbroken
    assert "Kommunstyrelsens beslut (dnr KS 2023-77, § 9)" in unbroken


def places_of(loaded: Loaded, node: Node, tree: Node) -> Iterator[tuple[str, int | None]]:
    """The file and line of every node of a rule, in the order of the tree."""
    for same in nodes(tree):
        if same.rule == node.rule and same.path:
            file, line = loaded.file_and_line(same.path)
            yield Path(file).name, line


def test_a_figure_rests_on_every_file_of_its_chain() -> None:
    """The inputs are the file itself and those that its amounts come from, directly or not."""
    (statement,) = api.calculate(CHAIN / "namnden.yaml", [2024])
    names = [Path(file.path).name for file in statement.inputs]
    assert names == ["namnden.yaml", "forbundet.yaml", "staten.yaml"]


def test_a_seal_shows_when_a_source_has_changed(tmp_path: Path) -> None:
    """8 800 000 instead of 8 000 000: 12,5 % × 60 % × 3/4 of 800 000 is 45 000 more for teknik."""
    folder = tmp_path / "chain"
    shutil.copytree(CHAIN, folder)
    result = folder / "namnden.json"
    seal = api.seal(folder / "namnden.yaml", [2024], today=date(2024, 6, 30))
    result.write_bytes(seal.content)
    names = {Path(file.path).name for file in seal.seal.inputs}
    assert names == {"namnden.yaml", "forbundet.yaml", "staten.yaml"}
    upper = folder / "staten.yaml"
    changed = upper.read_text(encoding="utf-8").replace("8 000 000", "8 800 000")
    upper.write_text(changed, encoding="utf-8")
    assert totals(folder / "namnden.yaml", 2024)["teknik"] == 945_000_000 + 4_500_000
    today = api.verify(result, folder)
    assert not today.reproduced
    changed_files = [file.sealed for file in today.files if file.state == "changed"]
    assert [Path(path).name for path in changed_files] == ["staten.yaml"]


def test_order_and_processes_do_not_matter(tmp_path: Path) -> None:
    """The taker comes before its source in the folder, or after: the same amount."""
    for taker, source in (("a", "b"), ("b", "a")):
        folder = tmp_path / taker
        folder.mkdir()
        written(folder, source, "budget: {2024: 1 000 kr}")
        written(folder, taker, takes(source))
        statements = {s.heading.agreement: s for s in api.calculate(folder, [2024])}
        assert [total.amount for total in statements[taker].totals] == [250_00, 250_00]


@pytest.mark.parametrize(
    ("names", "circles"),
    [
        ({"a": "a"}, {"a": "a → a"}),
        ({"a": "b", "b": "a"}, {"a": "a → b → a", "b": "b → a → b"}),
        (
            {"a": "b", "b": "c", "c": "a"},
            {"a": "a → b → c → a", "b": "b → c → a → b", "c": "c → a → b → c"},
        ),
    ],
)
def test_a_circle_is_refused_with_its_path(
    tmp_path: Path, names: dict[str, str], circles: dict[str, str]
) -> None:
    """Each file in it has the way from itself back to itself, whichever is read first."""
    for name, source in names.items():
        written(tmp_path, name, takes(source))
    findings = errors(tmp_path)
    assert {Path(d.file).stem: d.arguments["circle"] for d in findings} == circles
    assert {d.code for d in findings} == {"AV113"}
    assert {d.place.line if d.place else 0 for d in findings} == {10}


def test_what_leads_to_a_circle_is_refused_for_what_it_leads_to(tmp_path: Path) -> None:
    """The file outside the circle is told that its source has errors."""
    written(tmp_path, "a", takes("b"))
    written(tmp_path, "b", takes("c"))
    written(tmp_path, "c", takes("b"))
    codes = {Path(d.file).stem: d.code for d in errors(tmp_path)}
    assert codes == {"a": "AV428", "b": "AV113", "c": "AV113"}


def test_a_chain_has_an_end(tmp_path: Path) -> None:
    """So many agreements on each other are read, and one more is refused."""
    last = MOST_IN_CHAIN + 1
    written(tmp_path, "a0", "budget: {2024: 1 024 kr}")
    for number in range(1, last + 1):
        written(tmp_path, f"a{number}", takes(f"a{number - 1}"))
    assert errors(tmp_path / f"a{MOST_IN_CHAIN - 1}.yaml") == []
    # 1 024 kr halved ten times: 512, 256, … 1 kr.
    assert totals(tmp_path / f"a{MOST_IN_CHAIN - 1}.yaml", 2024)["x"] == 1_00
    assert [d.code for d in errors(tmp_path / f"a{MOST_IN_CHAIN}.yaml")] == ["AV008"]


@pytest.mark.parametrize(
    ("cost", "code"),
    [
        ("from_agreement: {id: nowhere, party: x}", "AV101"),
        ("from_agreement: {id: upper, party: z}", "AV101"),
        ("from_agreement: {id: upper}", "AV292"),
        ("from_agreement: upper", "AV293"),
        ("from_agreement: {id: broken, party: x}", "AV428"),
        ("from_agreement: {id: twice, party: x}", "AV056"),
        ("from_agreement: {id: euro, party: x}", "AV428"),
        ("from_agreement: {id: july, party: x}", "AV428"),
        ("from_agreement: {id: upper, party: x}\n    budget: {2024: 1 kr}", "AV404"),
        ("from_agreement: {id: upper, party: x}\n    kind: adjustment", "AV419"),
        (
            "from_agreement: {id: upper, party: x}\n    index: {yearly: 2 %, from: 2024}",
            "AV525",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused(tmp_path: Path, cost: str, code: str) -> None:
    """No such agreement or party, one with errors, one id for two, another currency or year."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}")
    written(tmp_path, "broken", "budget: {2024: many}")
    written(tmp_path, "twice", "budget: {2024: 1 kr}")
    shutil.copy(tmp_path / "twice.yaml", tmp_path / "once.yaml")
    written(tmp_path, "euro", "budget: {2024: 1 000}", "currency: EUR")
    written(tmp_path, "july", "budget: {2024/25: 1 000 kr}", "fiscal_year: {starts: 07-01}")
    assert [d.code for d in errors(written(tmp_path, "lower", cost))] == [code]


def test_what_is_missing_there_is_missing_here(tmp_path: Path) -> None:
    """A year without a figure, and a year before there were terms, are not nothing."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}", start="2024-01-01")
    lower = written(tmp_path, "lower", takes("upper"), start="2023-01-01")
    assert totals(lower, 2024) == {"x": 250_00, "y": 250_00}
    for year, what in ((2025, "upper: costs.drift.budget.2025"), (2023, "upper: periods.2023")):
        (statement,) = api.calculate(lower, [year])
        assert [total.amount for total in statement.totals] == [None, None]
        assert [missing.what for missing in statement.missing] == [what]


def test_it_is_the_same_basis(tmp_path: Path) -> None:
    """The outcome comes from the outcome, 1 200 / 2 / 2, and no basis stands in for another."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}\n    actual: {2024: 1 200 kr}")
    lower = written(tmp_path, "lower", takes("upper"))
    assert totals(lower, 2024, "actual") == {"x": 300_00, "y": 300_00}
    assert totals(lower, 2024, "forecast") == {"x": None, "y": None}


def test_what_is_conditional_there_is_conditional_here(tmp_path: Path) -> None:
    """Every row and total says so, and so does a note with the other agreement's title."""
    upper = written(tmp_path, "upper", "budget: {2024: 1 000 kr}")
    text = upper.read_text(encoding="utf-8")
    conditional = text.replace("split: equal", "split: equal\n    condition: identical_decision")
    upper.write_text(conditional, encoding="utf-8")
    (statement,) = api.calculate(written(tmp_path, "lower", takes("upper")), [2024])
    assert all(row.conditional for row in statement.rows)
    assert all(total.conditional for total in statement.totals)
    assert all(item.conditional for item in statement.items)
    assert "Avtalet upper:" in api.render([statement], "table")


def test_assumptions_follow_the_figures(tmp_path: Path) -> None:
    """What the other agreement rests on is said here too, with whose it is."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}", "assumptions: Moms ingår inte.")
    (statement,) = api.calculate(written(tmp_path, "lower", takes("upper")), [2024])
    assert statement.assumptions == ("Avtalet upper: Moms ingår inte.",)


def test_a_part_of_a_year_must_say_what_is_meant(tmp_path: Path) -> None:
    """From July: half of 500 kr or all of it, which the file must say."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}")
    months = "proration: months"
    lower = written(tmp_path, "lower", takes("upper"), months, start="2024-07-01")
    assert [d.code for d in errors(lower)] == ["AV405"]
    for covers, amount in (("year", 125_00), ("period", 250_00)):
        cost = f"{takes('upper')}\n    covers: {covers}"
        lower = written(tmp_path, "lower", cost, months, start="2024-07-01")
        assert totals(lower, 2024) == {"x": amount, "y": amount}


def test_an_error_of_a_year_there_is_an_error_here(tmp_path: Path) -> None:
    """It is at its place in the other file."""
    keys = "keys: {k: {values: {2024: {x: 1, y: 1}, 2025: {x: 1}}}}"
    upper = written(tmp_path, "upper", "budget: {2024: 1 000 kr, 2025: 1 000 kr}", keys)
    text = upper.read_text(encoding="utf-8").replace("split: equal", "split: {by: k}")
    upper.write_text(text, encoding="utf-8")
    lower = written(tmp_path, "lower", takes("upper"))
    assert totals(lower, 2024) == {"x": 250_00, "y": 250_00}
    findings = errors(lower)
    assert [(Path(d.file).name, d.code) for d in findings] == [("upper.yaml", "AV503")]


def test_a_reading_may_take_from_another(tmp_path: Path) -> None:
    """400 / 2 / 2 under the reading, 1 000 / 2 / 2 without it."""
    written(tmp_path, "upper", "budget: {2024: 1 000 kr}")
    written(tmp_path, "second", "budget: {2024: 400 kr}")
    reading = "readings: {other: {title: Det andra, set: {costs.drift.from_agreement.id: second}}}"
    lower = written(tmp_path, "lower", takes("upper"), reading)
    assert totals(lower, 2024) == {"x": 250_00, "y": 250_00}
    under = api.with_reading(api.load(lower)[0], "other")
    assert under is not None
    (statement,) = api.calculate(under, [2024])
    assert [total.amount for total in statement.totals] == [100_00, 100_00]


def test_only_the_same_workspace_is_searched(tmp_path: Path) -> None:
    """A folder with settings of its own is another workspace, above and below."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "avtalskalk.toml").touch()
    written(tmp_path, "outer", "budget: {2024: 1 000 kr}")
    written(inner, "deeper", "budget: {2024: 1 000 kr}")
    assert [d.code for d in errors(written(inner, "up", takes("outer")))] == ["AV101"]
    assert [d.code for d in errors(written(tmp_path, "down", takes("deeper")))] == ["AV101"]


def test_an_id_is_found_however_it_is_written(tmp_path: Path) -> None:
    """In quotes, with a remark, in braces; a source's `id` in another file is no agreement's."""
    ways = {"quoted": 'id: "quoted"', "noted": "id: noted   # ett tal"}
    for name, line in ways.items():
        path = written(tmp_path, name, "budget: {2024: 1 000 kr}")
        text = path.read_text(encoding="utf-8").replace(f"id: {name}", line)
        path.write_text(text, encoding="utf-8")
    braces = (
        "{avtalskalk: 1, id: braces, title: T, parties: {x: X, y: Y}, "
        "periods: [{from: 2024-01-01, split: equal}], costs: {drift: {budget: {2024: 1000}}}}"
    )
    (tmp_path / "braces.yaml").write_text(braces, encoding="utf-8")
    for name in (*ways, "braces"):
        lower = written(tmp_path, "lower", takes(name))
        assert totals(lower, 2024) == {"x": 250_00, "y": 250_00}


def test_a_change_of_many_agreements_says_what_it_does_not_follow() -> None:
    """The board is not affected by a change in forbundet, which itself rests on the state's."""
    words = ["whatif", str(CHAIN), "--cost", "verksamhet=+10%", "--years", "2024..2024"]
    result = subprocess.run(
        [sys.executable, "-m", "avtalskalk", "--lang", "en", *words],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    text = " ".join(result.stdout.split())
    assert "as these are written, without the change: forbundet, namnden." in text


def test_what_one_agreement_leaves_can_be_sent_to_another_process() -> None:
    """A loaded agreement holds its sources, and nothing that cannot be read once more."""
    (loaded,) = load([CHAIN / "namnden.yaml"])
    assert list(loaded.sources) == ["forbundet", "staten"]
