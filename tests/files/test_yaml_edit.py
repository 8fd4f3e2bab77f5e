"""A changed agreement written into its own text: the lines concerned alone."""

from difflib import ndiff

import pytest

from avtalskalk.files.yaml import read
from avtalskalk.files.yaml_edit import with_data

TEXT = """\
# Om avtalet.
avtalskalk: 1   # versionen
parties:
  a: Alfa    # namnet
  b: "Beta"
periods:
  # Den första.
  - from: 2023-01-01
    to: 2023-12-31   # sista dagen
    option: {extend: 1 year}
    split: {a: 70 %, b: 30 %}   # 70/30
  # Den andra.
  - from: 2024-01-01
    continues: true

costs:
  x:
    budget:
      2023: 1 000 kr
      2025: 2 000 kr   # beslutat
    split:
      a: 50 %
      b: 50 %
  # Hyran.
  y: {amount: 500, title: 'Hyra'}
notes: |
  En rad.
  En till.
"""


def changes(path: str, value: object, text: str = TEXT) -> list[str] | None:
    """The lines that go and come when a value is set (None: taken away) in a text."""
    document, wanted = (read(text.encode(), "a.yaml") for _ in range(2))
    holder = wanted.data
    *keys, last = [int(key) if key.isdigit() and len(key) == 1 else key for key in path.split(".")]
    for key in keys:
        holder = holder[key]  # type: ignore[index]
    if value is None:
        del holder[last]  # type: ignore[attr-defined]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value  # type: ignore[index]
    changed = with_data(document, wanted.data)
    if changed is None:
        return None
    assert read(changed.encode(), "a.yaml").data == wanted.data
    lines = ndiff(text.splitlines(), changed.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ("costs.x.budget.2023", "2 kr", ["-       2023: 1 000 kr", "+       2023: 2 kr"]),
        (
            "costs.x.budget.2025",
            "1,5 kr",
            ["-       2025: 2 000 kr   # beslutat", "+       2025: 1,5 kr   # beslutat"],
        ),
        ("costs.x.budget.2024", "5 kr", ["+       2024: 5 kr"]),
        ("parties.b", 'B "b"', ['-   b: "Beta"', '+   b: "B \\"b\\""']),
        (
            "parties.a",
            {"name": "Alfa, del", "left": "2023-12-31"},
            [
                "-   a: Alfa    # namnet",
                '+   a: {name: "Alfa, del", left: 2023-12-31}    # namnet',
            ],
        ),
        (
            "periods.0.split",
            {"a": "62,5 %", "b": "rest"},
            [
                "-     split: {a: 70 %, b: 30 %}   # 70/30",
                '+     split: {a: "62,5 %", b: rest}   # 70/30',
            ],
        ),
        (
            "periods.0.split",
            {"by": "k"},
            ["-     split: {a: 70 %, b: 30 %}   # 70/30", "+     split: {by: k}   # 70/30"],
        ),
        ("periods.0.option", None, ["-     option: {extend: 1 year}"]),
        ("periods.1.split", "equal", ["+     split: equal"]),
        (
            "periods.2",
            {"from": "2025-01-01", "continues": "true"},
            ["+   - from: 2025-01-01", "+     continues: true"],
        ),
        ("costs.y.title", "Hyra's", ["-   y: {amount: 500, title: 'Hyra'}",
                                     "+   y: {amount: 500, title: 'Hyra''s'}"]),
        (
            "costs.y.amount",
            {"2023": "500", "2024": "5,5"},
            [
                "-   y: {amount: 500, title: 'Hyra'}",
                "+   y: {amount: {2023: 500, 2024: \"5,5\"}, title: 'Hyra'}",
            ],
        ),
        (
            "costs.x.split",
            "equal",
            ["-     split:", "-       a: 50 %", "-       b: 50 %", "+     split: equal"],
        ),
        (
            "costs.x.split",
            {"by": "k"},
            ["-       a: 50 %", "-       b: 50 %", "+       by: k"],
        ),
        ("costs.z", {"amount": "1"}, ["+   z: {amount: 1}"]),
        ("frames", {"a": {"2023": "1"}}, ["+ frames: {a: {2023: 1}}"]),
    ],
)  # fmt: skip
def test_what_is_changed(path: str, value: object, lines: list[str]) -> None:
    """Only the value's own lines change; comments, quotes and order stay."""
    found = changes(path, value)
    assert found is not None
    # How lines that go and come are mixed is no matter.
    assert sorted(found) == sorted(lines)


def test_a_long_value_is_written_on_lines_of_its_own() -> None:
    """What would not fit on a line is written below its key."""
    decisions = {
        name: {"date": "2023-06-01", "dnr": "A" * 30, "status": "approved"} for name in "ab"
    }
    found = changes("periods.1.decisions", decisions)
    assert found is not None
    assert [line.partition("{")[0].rstrip() for line in found] == [
        "+     decisions:",
        "+       a:",
        "+       b:",
    ]


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("notes", "En rad.\nEn annan.\n", TEXT),
        ("periods.0.from", None, TEXT),
        ("costs.x.split", {"by": "k"}, TEXT.replace("a: 50 %", "a: 50 %  # hälften")),
        ("list", ["x"], TEXT + "list: [a,  # först\n  b]\n"),
        ("list", ["x"], TEXT + "list:\n  - a\n  - b\n"),
    ],
)
def test_what_cannot_be_written(path: str, value: object, text: str) -> None:
    """Where a comment or a block of text would be lost, nothing is written at all."""
    assert changes(path, value, text) is None


def test_items_of_a_list() -> None:
    """A list of texts grows at its end, on lines or in brackets."""
    lines = TEXT + "assumptions:\n- Ett.   # så\n- Två.\n"
    assert changes("assumptions.2", "Tre: sist.", lines) == ['+ - "Tre: sist."']
    assert changes("assumptions.0", "Noll.", lines) == ["- - Ett.   # så", "+ - Noll.   # så"]
    brackets = TEXT + "assumptions: [Ett, Två]\n"
    assert changes("assumptions.1", "2, 3", brackets) == [
        "- assumptions: [Ett, Två]",
        '+ assumptions: [Ett, "2, 3"]',
    ]


def test_line_ends_stay() -> None:
    """A file from Windows keeps its line ends."""
    text = TEXT.replace("\n", "\r\n")
    document, wanted = (read(text.encode(), "a.yaml") for _ in range(2))
    wanted.data["periods"][1]["split"] = "equal"  # type: ignore[index]
    changed = with_data(document, wanted.data)
    assert changed == text.replace("continues: true\r\n", "continues: true\r\n    split: equal\r\n")
