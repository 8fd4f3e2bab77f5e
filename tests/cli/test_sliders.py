"""Sliders on the page of a sweep: every combination is computed beforehand, and looked up."""

import csv
import io
import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Command, written

from avtalskalk.cli import sweep

VARIED = ("--vary", "share.a=40 %..60 %:10 %", "--vary", "cost=-10 %..10 %:10 %")
RINK = """\
avtalskalk: 1
id: rink
title: Ishallen </script><b>(påhittad)</b>
parties: {a: A kommun, b: B kommun}
periods: [{from: 2024-01-01, to: 2025-12-31, split: {a: 50 %, b: rest}}]
costs:
  drift: {budget: {2024: 1 000, 2025: 2 000.01}}
"""


@pytest.fixture
def rink(tmp_path: Path) -> str:
    """Two parties and two years."""
    return written(tmp_path, "rink.yaml", RINK)


def data(page: str) -> dict[str, Any]:
    """What a page looks figures up in."""
    (text,) = re.findall(r'<script type="application/json">(.*?)</script>', page)
    return dict(json.loads(text))


def tables(page: str) -> list[list[str]]:
    """For each combination the figures of the table, as the page shows them."""
    looked_up = data(page)
    shown = [looked_up["texts"][place] for place in looked_up["places"]]
    count = len(shown) // 9
    return [shown[number * count : (number + 1) * count] for number in range(9)]


def test_by_hand(command: Command, rink: str) -> None:
    """A pays 60 % of 1,000 plus 10 %: 660.00, which is 160.00 more than 50 % of 1,000."""
    last = tables(command("sweep", rink, *VARIED, "--year", "2024", "-f", "html").out)[-1]
    assert last[:3] == ["500", "660", "+160"]
    assert last[3:6] == ["500", "440", "-60"]
    assert last[6:] == ["1,000", "1,100", "+100"]


def test_every_combination(command: Command, rink: str) -> None:
    """Each figure is the one that the rows for programs have at those values, to the öre."""
    rows = command("sweep", rink, *VARIED, "-f", "csv").out
    shown = tables(command("sweep", rink, *VARIED, "-f", "html").out)
    amounts = [row["amount"] for row in csv.DictReader(io.StringIO(rows))]
    assert len(amounts) == 9 * 2 * 2
    for number, table in enumerate(shown):
        # Each year has its sum above its two parties, each before, after and the difference.
        after = [table[place].replace(",", "") for place in (4, 7, 13, 16)]
        assert after == amounts[4 * number : 4 * number + 4]


@pytest.mark.parametrize("arguments", [(), ("--party", "a"), ("--unit", "tkr")])
def test_start(command: Command, rink: str, arguments: tuple[str, ...]) -> None:
    """The page shows from the start, and on paper, what the sliders stand at."""
    page = command("sweep", rink, *VARIED, *arguments, "-f", "html", lang="sv").out
    values = re.findall(r"<output[^>]*>(.*?)</output>", page)
    assert values == ["50\u00a0%", "0\u00a0%"]
    body = page.split("</form>")[1].split("</table>")[0].split("<tbody>")[1]
    cells = [
        re.sub("<span.*?</span>", "", cell)
        for row in body.split("<tr ")
        if 'class="head' not in row
        for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)
    ]
    assert cells == tables(page)[4]


def test_hostile_names(command: Command, rink: str) -> None:
    """A title in the file ends no element of the page."""
    page = command("sweep", rink, *VARIED, "-f", "html").out
    assert "</script><b>" not in page


def test_too_many(command: Command, rink: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of more figures than it can hold has the table alone."""
    figures = len(list(product(range(3), range(3), range(2), range(2))))
    monkeypatch.setattr(sweep, "_MOST_ON_A_PAGE", figures)
    assert 'type="range"' in command("sweep", rink, *VARIED, "-f", "html").out
    monkeypatch.setattr(sweep, "_MOST_ON_A_PAGE", figures - 1)
    assert 'type="range"' not in command("sweep", rink, *VARIED, "-f", "html").out
