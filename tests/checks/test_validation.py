"""Everything that is wrong is told in one run, once, and whatever the data is."""

import cProfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import cycle
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from avtalskalk.calculation.calculate import calculate, prepare
from avtalskalk.checks.validation import Examined, examine
from avtalskalk.diagnostics import Path
from avtalskalk.files.yaml import read
from avtalskalk.words.messages import MESSAGES

PROJECT = FilePath(__file__).parent.parent.parent
# A value that cannot be read; AV216 is a word of the format as an id.
REFUSALS = {code for code in MESSAGES if code.startswith("AV2")} - {"AV216"}

Data = dict[str, Any]
Examine = Callable[..., Examined]


def codes(result: Examined) -> list[tuple[str, Path]]:
    """The findings by code and place."""
    return [(finding.code, finding.path) for finding in result.diagnostics]


# --- all at once ---------------------------------------------------------------------------


def test_values_and_checks_in_one_run(examined: Examine) -> None:
    """A share that is no share, an unknown key, shares over 100 % and a wrong end: all four."""
    result = examined("""
        periods:
        - {from: 2024-01-01, to: 2023-12-31, split: {a: 70 %, b: 40 %}}
        - {from: 2025-01-01, split: {a: 70, b: rest}}
        cots: {}
        costs: {x: {amount: ca 30}}
    """)
    assert result.agreement is None
    assert set(codes(result)) == {
        ("AV207", ("periods", 1, "split", "a")),
        ("AV226", ("costs", "x", "amount")),
        ("AV291", ("cots",)),
        ("AV104", ("periods", 0, "split")),
        ("AV301", ("periods", 0, "to")),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        'provider: ""',
        "costs: {x: {percent: 5 %, of: [1a]}}",
        "assumptions: ['a\tb']",
        "invoicing: {instalments: [{date: 06-15}]}",
        "indices: {kpi: {values: {2020-01: [1, x]}}}",
        "shares: {s: {mix: [{weight: 1}]}}",
        "shares: {s: {steps: [{first: x}, {last: y}]}}",
        "shares: {s: {equal: [a, 1]}}",
        "parties: {a: A, 1b: B}",
        "title: ''",
    ],
)
def test_a_wrong_value_anywhere_hides_no_check(examined: Examine, wrong: str) -> None:
    """Whatever value is wrong, a period that ends before it starts is told as well."""
    text = "periods: [{from: 2024-01-01, to: 2023-12-31, split: equal}]"
    result = examined(f"{text}\n{wrong}")
    assert ("AV301", ("periods", 0, "to")) in codes(result)
    assert len(result.diagnostics) > 1


@pytest.mark.parametrize("missing", ["avtalskalk", "id", "title", "parties", "periods"])
def test_a_missing_top_level_key_is_one_finding(data: Callable[..., Data], missing: str) -> None:
    """What only follows from its absence is not told."""
    whole = data("{split: {a: 70 %, b: 20 %, c: 10 %}, costs: {x: {amount: 1}}}")
    del whole[missing]
    (finding,) = examine(whole).diagnostics
    assert (finding.code, finding.path, finding.arguments["key"]) == ("AV292", (), missing)


def test_a_misspelt_key_is_not_also_missing(data: Callable[..., Data]) -> None:
    """`titel` is a misspelt `title`, and that is all that is wrong."""
    whole = data("{split: equal, titel: T}")
    del whole["title"]
    (finding,) = examine(whole).diagnostics
    assert (finding.code, finding.arguments["nearest"]) == ("AV291", "title")


def test_a_party_that_is_wrong_is_not_also_unknown(examined: Examine) -> None:
    """Its name elsewhere is no further mistake."""
    result = examined("{split: {a: 50 %, b: rest}}", parties={"a": {"name": ""}, "b": "B"})
    assert codes(result) == [("AV218", ("parties", "a", "name"))]


def test_a_share_that_is_wrong_is_not_also_a_wrong_sum(examined: Examine) -> None:
    """The sum of a split with a bare 70 in it is not known."""
    result = examined("split: {a: 70, b: 30 %}")
    assert codes(result) == [("AV207", ("periods", 0, "split", "a"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "split: {a: 50 %, b: rest}\n"
                "periods: [{from: 2024-01-01, limits: [{party: aa, max_increase: 4}]}]"
            ),
            {"AV207", "AV101", "AV292"},
        ),
        ("{split: equal, costs: {x: {amount: mycket, total: 5}}}", {"AV201", "AV404"}),
        ("{split: equal, costs: {x: {percent: 5 %, of: [y], covers: yer}}}", {"AV222", "AV101"}),
        (
            "{split: equal, periods: [{from: 2O24-01-01, to: 2024-12-31, option: {}}]}",
            {"AV210", "AV297"},
        ),
        ("{split: {a: 60 %, b: 50 %}, notes: ''}", {"AV218", "AV104"}),
        ("{split: equal, rounding: {to: 0.5 mkr, method: up, at: itm}}", {"AV222"}),
    ],
)
def test_a_wrong_value_hides_nothing_in_its_own_record(
    examined: Examine, text: str, expected: set[str]
) -> None:
    """What is wrong whatever should have stood there is told beside it."""
    assert {finding.code for finding in examined(text).diagnostics} == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{split: {a: 70, b: 30 %}}", "AV207"),
        ("{split: {parts: {a: en, b: -1}}}", "AV205"),
        (
            (
                "{split: equal, indices: {kpi: {values: {2023-10: 100}}}, costs: {x: {amount: "
                "många, index: {series: kpi, base: 2023-10, level: 2024}}}}"
            ),
            "AV201",
        ),
        ("{split: equal, costs: {x: {price: en krona, quantity: 3}}}", "AV201"),
        (
            (
                "{split: equal, periods: [{from: 2023-01-01, to: 31 foo}, {from: 2024-01-01, "
                "split: equal}]}"
            ),
            "AV210",
        ),
    ],
)
def test_what_rests_on_a_wrong_value_is_not_told(examined: Examine, text: str, code: str) -> None:
    """A sum, a form or a day that the wrong value would decide says nothing of its own."""
    reported = {finding.code for finding in examined(text).diagnostics}
    assert reported - {"AV109"} == {code}


def test_below_a_misspelt_key_everything_is_told(data: Callable[..., Data]) -> None:
    """`parter` is read as `parties`: a wrong party in it is told at its place in the file."""
    whole = data("{split: {a: 50 %, bb: rest}, keys: {k: {values: {2024: {a: 1, b: 2}}}}}")
    whole["parter"] = whole.pop("parties") | {"c": {"name": ""}}
    assert codes(examine(whole)) == [
        ("AV291", ("parter",)),
        ("AV218", ("parter", "c", "name")),
        ("AV101", ("periods", 0, "split", "bb")),
    ]


def test_what_stands_for_a_wrong_value_is_never_told_of(examined: Examine) -> None:
    """Below `kostnader` an unknown share is told as it stands, and nothing of what replaces it."""
    result = examined("{split: equal, kostnader: {x: {amount: 5, portion: okänt}}}")
    assert codes(result) == [
        ("AV291", ("kostnader",)),
        ("AV227", ("kostnader", "x", "portion")),
    ]


def test_a_key_that_is_there_twice_over_is_not_renamed(data: Callable[..., Data]) -> None:
    """Beside `costs` a misspelt `cost` is left out, and what is wrong in `costs` is told."""
    whole = data("{split: equal, cost: {x: {amount: 1}}, costs: {y: {percent: 5 %, of: [z]}}}")
    assert {finding.code for finding in examine(whole).diagnostics} == {"AV291", "AV101"}


VALID = [
    path
    for folder in ("agreements", "tests/cases", "tests/errors")
    for path in sorted((PROJECT / folder).glob("*.yaml"))
]


@pytest.mark.slow
@pytest.mark.parametrize("value", ["okänt", ["x"]], ids=str)
def test_a_wrong_value_is_reported_alone(whole_format: Data, value: object) -> None:
    """In an agreement that is valid otherwise nothing is reported that follows from a wrong value.

    Each single value in turn is replaced by a word or a list; where that cannot be read, there is
    an error at its place and nowhere else.
    """
    for data in (whole_format, *(read(path.read_bytes(), path.name).data for path in VALID)):
        before = examine(data)
        for path in places(data) if before.agreement else ():
            damaged = deepcopy(data)
            holder: Any = damaged
            for key in path[:-1]:
                holder = holder[key]
            if isinstance(holder[path[-1]], dict | list):
                continue
            holder[path[-1]] = value
            result = [code for code in codes(examine(damaged)) if code not in codes(before)]
            if any(code in REFUSALS and place[: len(path)] == path for code, place in result):
                assert [place[: len(path)] for _, place in result] == [path] * len(result)


def test_thousands_of_findings_are_no_hindrance() -> None:
    """Twice as many wrong values take about twice as many steps."""

    def steps(count: int) -> int:
        items = {
            f"x{n}": {"amount": "mycket", "percent": "3 %", "amont": "1"} for n in range(count)
        }
        data = {"avtalskalk": "1", "id": "x", "title": "X", "parties": {"a": "A", "b": "B"}}
        profile = cProfile.Profile()
        profile.runcall(examine, data | {"periods": [{"split": "equal"}], "costs": items})
        return sum(entry.callcount for entry in profile.getstats())

    steps(1)
    assert steps(200) < 2.5 * steps(100)


def test_an_unknown_party_is_one_finding_with_every_place(examined: Examine) -> None:
    """One message for the name, not one for each place."""
    result = examined("""
        periods:
        - split: {a: 50 %, b: 10 %, c: 10 %, bb: rest}
          decisions: {bb: {status: approved}}
        host: bb
    """)
    (finding,) = result.diagnostics
    assert (finding.code, finding.at, finding.arguments["nearest"]) == ("AV101", "key", "b")
    assert (finding.path, *finding.related) == (
        ("periods", 0, "split", "bb"),
        ("periods", 0, "decisions", "bb"),
        ("host",),
    )


def test_warnings_let_the_agreement_through(examined: Examine) -> None:
    """A gap between two periods is told, and the agreement is computed."""
    result = examined("""
        periods:
        - {from: 2023-01-01, to: 2023-06-30, split: equal}
        - {from: 2024-01-01, split: equal}
    """)
    assert result.agreement is not None
    assert [(finding.code, finding.severity) for finding in result.diagnostics] == [
        ("AV303", "warning")
    ]


# --- whatever the data ---------------------------------------------------------------------

WORDS = st.sampled_from(
    ["", "a", "b", "x", "equal", "rest", "default", "2024", "2023/24", "2024-07-01", "70 %", "1/3",
     "100 kr", "-1", "0", "02-29", "2 years", "true", "settle", "identical_decision", "{", "9" * 40,
     "population", "k", "s", "f", "round(k, 2)", "k / 0", "others", "none", "regionen", "alfa"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["avtalskalk", "id", "title", "parties", "periods", "costs", "from", "to", "split", "splits",
     "budget", "known_part", "a", "b", "2024", "2024-07-01", "by", "mix", "weight", "steps",
     "first", "rest", "fixed", "parts", "equal", "keys", "values", "formula", "limits", "each",
     "difference",
     "regionen", "alfa", "[key]"]
)  # fmt: skip
TEXTS = st.one_of(WORDS, st.text(max_size=8))
ANYTHING = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(KEYS, st.text(max_size=8)), inner, max_size=5),
    ),
    max_leaves=25,
)


def places(node: object, path: Path = ()) -> Iterator[Path]:
    """The path of every node of plain data below the top."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(node, list):
        for place, inner in enumerate(node):
            yield (*path, place)
            yield from places(inner, (*path, place))


def mutate(data: Data, path: Path, what: str, value: object) -> None:
    """Delete, replace or duplicate the node at a path, where it still is."""
    holder: Any = data
    try:
        for key in path[:-1]:
            holder = holder[key]
        node = holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
    if what == "replace" or not isinstance(holder, (dict, list)):
        if isinstance(holder, (dict, list)):
            holder[path[-1]] = value  # type: ignore[index]
    elif what == "delete":
        del holder[path[-1]]  # type: ignore[arg-type]
    elif isinstance(holder, dict):
        holder[value if isinstance(value, str) else f"{path[-1]}2"] = deepcopy(node)
    else:
        holder.append(deepcopy(node))


def computed_or_refused(data: object) -> None:
    """Examine data: all findings have words, and what is let through can be computed."""
    before = deepcopy(data)
    agreement, result, *_ = examine(data)
    assert data == before
    assert {finding.code for finding in result} <= MESSAGES.keys()
    assert (agreement is None) == any(finding.stops_all for finding in result)
    if agreement is not None:
        plan = prepare(agreement, assume_extended=True)
        for year in (1901, 2019, 2024):
            calculate(plan, year)


@pytest.mark.slow
@given(ANYTHING)
@example({"periods": [{"avtalskalk": ""}, ""]})
@settings(deadline=None)
def test_any_data_is_examined(data: object) -> None:
    """No plain data whatsoever raises anything."""
    computed_or_refused(data)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_agreement_that_is_damaged_is_examined(whole_format: Data, data: st.DataObject) -> None:
    """Deleting, replacing or doubling parts of an agreement never raises anything."""
    damaged = deepcopy(whole_format)
    everywhere = list(places(damaged))
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(everywhere))
        what = data.draw(st.sampled_from(["delete", "replace", "double"]))
        mutate(damaged, path, what, data.draw(ANYTHING))
    computed_or_refused(damaged)


def test_every_construct_is_computed(whole_format: Data) -> None:
    """The agreement that is damaged below is whole: nothing in it is an error."""
    assert [
        finding for finding in examine(whole_format).diagnostics if finding.severity == "error"
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("what", ["delete", "replace"])
def test_every_single_part_may_be_damaged(whole_format: Data, what: str) -> None:
    """Each part of a whole agreement in turn is taken out, or is nothing, a list, a mapping."""
    others = cycle(["", ["x", {}], {"x": "1"}])
    for path, value in zip(places(whole_format), others, strict=False):
        damaged = deepcopy(whole_format)
        mutate(damaged, path, what, value)
        computed_or_refused(damaged)


BY_KEY = "costs: {x: {amount: 1, split: {by: k}}}\nkeys: {k: "
INDEXED = "costs: {x: {amount: 1, index: {series: i, base: 2023-10, "
COST = "costs: {x: {amount: 1}}\n"
SPLIT = "costs: {x: {amount: 1, split: "
LIMIT = "costs: {x: {amount: 1, limits: "
ALL_ONE = "\nkeys: {k: {values: {a: 1, b: 1, c: 1}}}"
GONE = "parties: {a: {name: A, left: 2020-01}, b: {name: B, left: 2020-01}}\n"


@pytest.mark.parametrize(
    "text",
    [
        BY_KEY + "{use: {date: 02-29}, values: {2023: 1}}}",
        BY_KEY + "{use: {year: 999}, values: {2023: 1}}}",
        BY_KEY + "{average: 0, values: {2024: 1}}}",
        BY_KEY + "{average: -1, values: {2024: 1}}}",
        BY_KEY + "{values: {a: 1, b: 2}}}",
        BY_KEY + "{values: {a: 0, b: 0, c: 0}}}",
        BY_KEY + "{formula: k + 1}}",
        BY_KEY + f"{{formula: '{'-' * 450}k'}}}}",
        BY_KEY + f"{{formula: '{'9' * 99}*{'9' * 99}*{'9' * 99}'}}}}",
        INDEXED + "level: 2024}}}\nindices: {i: {values: {2023-10: 0}}}",
        INDEXED + "level: 2020, floor: 0 %}}}\nindices: {i: {values: {2023-10: 0, 2024-10: 1}}}",
        INDEXED + "use: {month: 13, year: 999}}}}\nindices: {i: {values: {2023-10: 5}}}",
        INDEXED + "level: 2024}}}\nindices: {i: {values: {2023-10: []}}}",
        SPLIT + "{mean_of_lowest: {count: 0, party: a, of: [equal], others: equal}}}}",
        SPLIT + "{mean_of_lowest: {count: -1, party: a, of: [equal], others: equal}}}}",
        SPLIT + "{equal: [a, b], round: 0 %}}}",
        SPLIT + "s}}\nshares: {s: {steps: [{first: 5, split: s}, {rest: equal}]}}",
        SPLIT + "s}}\nshares: {s: {mix: [{weight: 100 %, split: s}]}}",
        SPLIT + "s}}\nshares: {s: s}",
        SPLIT + "{steps: [{fixed: {a: 5}}, {rest: equal}]}}}",
        SPLIT + "{steps: [{first: 50, split: equal}]}}}",
        SPLIT + "{steps: [{}]}}}",
        LIMIT + "[{party: a, max: 0}]}}",
        LIMIT + "[{party: a, max: 0, difference: a}]}}",
        LIMIT + "[{each: true, max: 0, difference: others}]}}",
        LIMIT + "[{max: 0, difference: others}]}}",
        LIMIT + "[{party: a, max: 0, min: 1, difference: b}]}}",
        "costs: {x: {percent: 5 %, of: [y]}, y: {percent: 5 %, of: [x]}}",
        "costs: {x: {percent: 5 %, of: [x, z]}}",
        "costs: {x: {bands: {by: k, table: [{}]}}}" + ALL_ONE,
        "costs: {x: {amount: 1, factor: {by: k, table: [{}]}}}" + ALL_ONE,
        "costs: {x: {budget: {2024: {known_part: {a: 1}}}, split: {by: k}}}\nkeys: {k: {file: f}}",
        COST + "periods: [{to: 2024-12-31, split: equal, renews: {years: -9, times: 9}}]",
        COST + "periods: [{to: 2199-12-31, split: equal, renews: {years: 9, times: -9}}]",
        "costs: {x: {total: 1}}\nperiods: [{from: 2019-01-01, to: 2018-01-01, split: equal}]",
        (
            "costs: {x: {total: 1}, y: {amount: 1}}\n"
            "periods: [{from: 2023-01-01, to: 2023-12-31, split: equal, option: {extend: 9 years}}]"
        ),
        GONE + COST,
        GONE + BY_KEY + "{values: {a: 1, b: 1}}}",
    ],
)
def test_numbers_that_lead_nowhere_raise_nothing(data: Callable[..., Data], text: str) -> None:
    """A count of zero, a circle, a division by nothing: told, or computed, but never raised."""
    computed_or_refused(data(text if "periods" in text else f"split: equal\n{text}"))


@pytest.mark.parametrize("place", ["id", "title", "notes", "currency"])
def test_half_a_character_is_refused(data: Callable[..., Data], place: str) -> None:
    """A lone surrogate, which no file can hold but a program can hand over, is no text."""
    (finding,) = examine(data("split: equal", **{place: "a\ud800"})).diagnostics
    assert (finding.code, finding.path) == ("AV217", (place,))


def test_data_nested_deeper_than_python_goes(data: Callable[..., Data]) -> None:
    """What a program hands over may be so: one finding."""
    split: Any = "equal"
    for _ in range(2_000):
        split = {"mix": [{"weight": "100 %", "split": split}]}
    whole = data("split: equal")
    whole["periods"][0]["split"] = split
    assert codes(examine(whole)) == [("AV008", ())]
