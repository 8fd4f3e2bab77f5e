"""What a file may say but an agreement may not: each check finds what it is for, at its place."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from avtalskalk.checks.validation import Examined
from avtalskalk.diagnostics import Amount

Examine = Callable[..., Examined]
Place = tuple[str | int, ...]


def reported(result: Examined) -> list[tuple[str, Place, str]]:
    """The findings; that a party has no share is told by a test of its own."""
    return [(d.code, d.path, d.severity) for d in result.diagnostics if d.code != "AV124"]


SPLIT: Place = ("periods", 0, "split")
X: Place = ("costs", "x")
MEAN_OF_SHARES = (
    "keys: {k: {values: {2023: {a: 1, b: 2}, 2024: {a: 1, b: 2}}, average: {years: 2, of: shares}}}"
)
KEYS = "keys: {k: {values: {a: 1, b: 1, c: 1}}}"
KPI = "indices: {kpi: {values: {2023-10: 1}}}"


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        # names
        ("parties: {a: A}", "AV102", ("parties",)),
        ("split: {a: 50 %, d: rest}", "AV101", (*SPLIT, "d")),
        ("split: {equal: [a, d]}", "AV101", (*SPLIT, "equal", 1)),
        ("split: {parts: {a: 1, d: 1}}", "AV101", (*SPLIT, "parts", "d")),
        (f"split: {{by: k, among: [d]}}\n{KEYS}", "AV101", (*SPLIT, "among", 0)),
        ("split: {mix: [{weight: 100 %, split: {d: 100 %}}]}", "AV101",
         (*SPLIT, "mix", 0, "split", "d")),
        ("split: {steps: [{fixed: {d: 1}}, {rest: equal}]}", "AV101",
         (*SPLIT, "steps", 0, "fixed", "d")),
        ("split: {steps: [{first: 1, split: {d: 100 %}}, {rest: equal}]}", "AV101",
         (*SPLIT, "steps", 0, "split", "d")),
        ("split: {tolerance: {agreed: {d: 100 %}, actual: equal, points: 3}}", "AV101",
         (*SPLIT, "tolerance", "agreed", "d")),
        ("split: {tolerance: {agreed: {2024: {d: 100 %}}, actual: equal, points: 3}}", "AV101",
         (*SPLIT, "tolerance", "agreed", "2024", "d")),
        ("split: {mean_of_lowest: {count: 1, party: d, of: [equal], others: equal}}", "AV101",
         (*SPLIT, "mean_of_lowest", "party")),
        ("shares: {s: {d: 100 %}}", "AV101", ("shares", "s", "d")),
        ("periods: [{splits: {s: {d: 100 %}}}]", "AV101", ("periods", 0, "splits", "s", "d")),
        ("periods: [{condition: {at_least: 1, of: [d]}}]", "AV101",
         ("periods", 0, "condition", "of", 0)),
        ("periods: [{limits: [{party: d, max: 1, difference: a}]}]", "AV101",
         ("periods", 0, "limits", 0, "party")),
        ("periods: [{limits: [{party: a, max: 1, difference: d}]}]", "AV101",
         ("periods", 0, "limits", 0, "difference")),
        ("frames: {d: {2024: 1}}", "AV101", ("frames", "d")),
        ("paid: {2024: {d: 1}}", "AV101", ("paid", "2024", "d")),
        ("host: d", "AV101", ("host",)),
        ("rounding: {method: {rest_to: d}}", "AV101", ("rounding", "method", "rest_to")),
        ("costs: {x: {amount: 1, paid_by: d}}", "AV101", (*X, "paid_by")),
        ("costs: {x: {budget: {2024: {known_part: {d: 1}}}}}", "AV101",
         (*X, "budget", "2024", "known_part", "d")),
        ("costs: {x: {amounts: {2024: {d: 1}}}}", "AV101", (*X, "amounts", "2024", "d")),
        ("costs: {x: {amount: 1, paid: {2023: {d: 1}}}}", "AV101", (*X, "paid", "2023", "d")),
        (f"costs: {{x: {{price: 1, per: k, among: [d]}}}}\n{KEYS}", "AV101", (*X, "among", 0)),
        (f"costs: {{x: {{bands: {{by: k, among: [d], table: [{{amount: 1}}]}}}}}}\n{KEYS}", "AV101",
         (*X, "bands", "among", 0)),
        ("costs: {x: {amount: 1, surcharge: {percent: 1 %, parties: [d]}}}", "AV101",
         (*X, "surcharge", "parties", 0)),
        ("split: hr", "AV101", SPLIT),
        ("costs: {x: {amount: 1, split: hr}}", "AV101", (*X, "split")),
        ("split: s\nshares: {s: s}", "AV113", ("shares", "s")),
        (("periods: [{split: equal, to: 2023-12-31, renews: {years: 1, times: 1}},"
         " {from: 2025-01-01, splits: {s: s}}]"), "AV113", ("periods", 1, "splits", "s")),
        ("split: s\nshares: {s: {steps: [{first: 1, split: s}, {rest: equal}]}}", "AV113",
         ("shares", "s")),
        ("costs: {x: {price: 1, quantity: v}}", "AV101", (*X, "quantity")),
        ("split: {by: population}", "AV101", (*SPLIT, "by")),
        ("costs: {x: {price: 1, per: p}}", "AV101", (*X, "per")),
        ("costs: {x: {bands: {by: p, table: [{amount: 1}]}}}", "AV101", (*X, "bands", "by")),
        ("costs: {x: {amount: 1, index: {series: i, base: 2023-10, level: 2024}}}", "AV101",
         (*X, "index", "series")),
        ("costs: {x: {percent: 5 %, of: [y]}}", "AV101", (*X, "of", 0)),
        ("costs: {x: {percent: 5 %, of: [x]}}", "AV113", (*X, "of")),
        # shares
        ("split: {a: 70 %, b: 40 %}", "AV104", SPLIT),
        ("split: {a: 70 %, b: 20 %}", "AV104", SPLIT),
        ("split: {a: 33.333 %, b: 33.333 %, c: 33.333 %}", "AV104", SPLIT),
        ("split: {a: 70 %, b: 40 %, c: rest}", "AV103", SPLIT),
        ("split: {a: 70 %, b: rest, c: rest}", "AV105", (*SPLIT, "c")),
        ("split: {a: {2024: 70 %, 2025: 80 %}, b: 30 %}", "AV104", SPLIT),
        ("split: {mix: [{weight: 70 %, split: equal}, {weight: 40 %, split: equal}]}", "AV104",
         (*SPLIT, "mix")),
        ("split: {parts: {a: -1, b: 1}}", "AV109", (*SPLIT, "parts", "a")),
        ("split: {parts: {a: 0, b: 0}}", "AV110", (*SPLIT, "parts")),
        ("split: {steps: [{}]}", "AV115", (*SPLIT, "steps", 0)),
        ("split: {steps: [{first: 1}]}", "AV115", (*SPLIT, "steps", 0)),
        ("split: {steps: [{fixed: {a: 1}, rest: equal}]}", "AV115", (*SPLIT, "steps", 0)),
        ("split: {steps: [{rest: equal}, {rest: equal}]}", "AV116", (*SPLIT, "steps", 0, "rest")),
        ("split: {steps: [{first: -1, split: equal}, {rest: equal}]}", "AV109",
         (*SPLIT, "steps", 0, "first")),
        ("split: {steps: [{fixed: {a: -1}}, {rest: equal}]}", "AV109",
         (*SPLIT, "steps", 0, "fixed", "a")),
        ("split: {mean_of_lowest: {count: 2, party: a, of: [equal], others: equal}}", "AV118",
         (*SPLIT, "mean_of_lowest", "count")),
        ("split: {tolerance: {agreed: {a: 100 %}, actual: equal, points: -3}}", "AV109",
         (*SPLIT, "tolerance", "points")),
        (("split: {mean_of_lowest: {count: 1, party: a, of: [{steps: [{rest: equal}]}],"
         " others: equal}}"), "AV120", (*SPLIT, "mean_of_lowest", "of", 0)),
        # periods
        ("periods: [{from: 2024-01-01, to: 2023-12-31}]", "AV301", ("periods", 0, "to")),
        ("periods: [{from: 2024-01-01, to: 2024-12-31}, {from: 2024-12-31}]", "AV302",
         ("periods", 1, "from")),
        ("periods: [{to: 2024-12-31}, {to: 2025-12-31}]", "AV304", ("periods", 1)),
        ("periods: [{from: 2024-01-01}, {from: 2025-01-01}]", "AV305", ("periods", 0)),
        ("periods: [{continues: true}]", "AV307", ("periods", 0, "continues")),
        ("periods: [{to: 2024-12-31, option: {decide_by: 2024-01-01}}]", "AV297",
         ("periods", 0, "option")),
        ("periods: [{to: 2024-12-31, option: {extend: 1 year, extend_to: 2025-12}}]", "AV297",
         ("periods", 0, "option")),
        ("periods: [{option: {extend: 1 year}}]", "AV309", ("periods", 0, "option")),
        ("periods: [{renews: {years: 1}}]", "AV309", ("periods", 0, "renews")),
        ("periods: [{to: 2024-12-31, option: {extend_to: 2024-12}}]", "AV310",
         ("periods", 0, "option", "extend_to")),
        ("periods: [{from: 2024-01-01, terminated: 2023-12-31}]", "AV301",
         ("periods", 0, "terminated")),
        ("periods: [{condition: {at_least: 3, of: [a, b]}}]", "AV118", ("periods", 0, "condition")),
        ("periods: [{condition: {at_least: 0, of: [a, b]}}]", "AV118", ("periods", 0, "condition")),
        ("periods: [{from: 2024-01-01, to: 2024-12-31}, {from: 2025-01-01, otherwise: previous}]",
         "AV413", ("periods", 1, "otherwise")),
        ("periods: [{condition: identical_decision, otherwise: previous}]", "AV307",
         ("periods", 0, "otherwise")),
        ("periods: [{to: 2024-12-31, renews: {years: 0}}]", "AV118",
         ("periods", 0, "renews", "years")),
        ("parties: {a: A, b: {name: B, joined: 2024-02-01, left: 2024-01-31}}", "AV301",
         ("parties", "b", "left")),
        ("parties: {a: A, b: {name: B, joined: [2024-01, 2024-03], left: 2024-04}}", "AV301",
         ("parties", "b", "joined")),
        ("parties: {a: A, b: {name: B, joined: [2024-01, 2024-03]}}", "AV292", ("parties", "b")),
        ("parties: {a: A, b: {name: B, left: [2024-01, 2024-03]}}", "AV292", ("parties", "b")),
        ("parties: {a: A, b: {name: B, joined: 2024-02-01}}\nsplit: {a: 50 %, b: 50 %}", "AV111",
         (*SPLIT, "b")),
        (("parties: {a: A, b: {name: B, left: 2024-06-30}}\n"
         "costs: {x: {amount: 1, split: {a: 50 %, b: 50 %}}}"), "AV111", (*X, "split", "b")),
        # costs
        ("costs: {x: {title: X}}", "AV403", X),
        ("costs: {x: {amount: 1, total: 2}}", "AV404", X),
        ("costs: {x: {amount: 1, budget: {2024: 1}}}", "AV404", X),
        ("costs: {x: {bands: {by: k, table: [{amount: 1}]}, actual: {2024: 1}}}\n" + KEYS, "AV404",
         X),
        ("costs: {x: {price: 1}}", "AV297", (*X, "price")),
        (f"costs: {{x: {{price: 1, quantity: 1, per: k}}}}\n{KEYS}", "AV297", (*X, "price")),
        ("costs: {x: {amount: 1, quantity: 1}}", "AV292", (*X, "quantity")),
        ("costs: {x: {percent: 5 %}}", "AV292", X),
        ("costs: {x: {amount: 1, for: 2016}}", "AV413", (*X, "for")),
        ("costs: {x: {kind: adjustment, amount: 1}}", "AV419", (*X, "kind")),
        ("costs: {x: {amount: 1, from: 2024-02-01, to: 2024-01-31}}", "AV301", (*X, "to")),
        ("costs: {x: {total: 1}}\nperiods: [{from: 2024-01-01}]", "AV410", (*X, "total")),
        ("costs: {x: {total: 1}}\nperiods: [{to: 2024-01-01}]", "AV410", (*X, "total")),
        ("costs: {x: {amount: 1, from: 2025-01-01}}", "AV411", X),
        ("periods: [{from: 2024-07-01}]\ncosts: {x: {budget: {2024: 1}}}", "AV405",
         (*X, "budget", "2024")),
        ("indices: {kpi: {values: {2021: 1}, links: {2021: {old: 5, new: 0}}}}", "AV529",
         ("indices", "kpi", "links", "2021")),
        ("indices: {kpi: {values: {2021: 1}, links: {2021: {old: -5, new: -1}}}}", "AV529",
         ("indices", "kpi", "links", "2021")),
        ("periods: [{from: 2024-07-01}]\ncosts: {x: {covers: {actual: year}, budget: {2024: 1}}}",
         "AV405", (*X, "budget", "2024")),
        ("split: {a: 100 %}\ncosts: {x: {budget: {2024: {known_part: {b: 1}}}}}", "AV406",
         (*X, "budget", "2024", "known_part", "b")),
        ("split: equal\ncosts: {x: {portion: 50 %, budget: {2024: {known_part: {b: 1}}}}}", "AV416",
         (*X, "budget", "2024", "known_part")),
        (("split: {steps: [{rest: equal}]}\n"
         "costs: {x: {amount: 1, surcharge: {percent: 1 %}}, y: {amount: 1}}"), "AV425",
         (*X, "surcharge")),
        # keys, tables, indices, limits
        ("keys: {k: {formula: '1', values: {a: 1}}}", "AV297", ("keys", "k")),
        # Ten kronor per inhabitant times a share of the inhabitants would be some kronor in all.
        (f"costs: {{x: {{price: 10, per: k}}}}\n{MEAN_OF_SHARES}", "AV297", (*X, "per")),
        (f"costs: {{x: {{bands: {{by: k, table: [{{amount: 1}}]}}}}}}\n{MEAN_OF_SHARES}", "AV297",
         (*X, "bands", "by")),
        (f"costs: {{x: {{scale: {{by: k, table: [{{price: 1}}]}}}}}}\n{MEAN_OF_SHARES}", "AV297",
         (*X, "scale", "by")),
        ("keys: {k: {average: 0, values: {2024: {a: 1}}}}", "AV118", ("keys", "k", "average")),
        ("keys: {k: {use: {date: 11-01, latest: 11-01}, values: {2024: {a: 1}}}}", "AV297",
         ("keys", "k", "use")),
        ("keys: {k: {average: 2, values: {a: 1}}}", "AV518", ("keys", "k", "average")),
        ("keys: {k: {use: {year: -1}, values: {a: 1}}}", "AV518", ("keys", "k", "use")),
        ("keys: {k: {values: {d: 1}}}", "AV517", ("keys", "k", "values", "d")),
        ("keys: {k: {formula: q + 1}}", "AV101", ("keys", "k", "formula")),
        ("keys: {k: {formula: '1 +'}}", "AV511", ("keys", "k", "formula")),
        ("keys: {k: {formula: open(1)}}", "AV511", ("keys", "k", "formula")),
        ("keys: {k: {formula: 'round(1, 13)'}}", "AV511", ("keys", "k", "formula")),
        ("keys: {k: {formula: 'round(1, True)'}}", "AV511", ("keys", "k", "formula")),
        ("keys: {k: {formula: 1e3}}", "AV511", ("keys", "k", "formula")),
        ("keys: {k: {formula: 2 ** 9}}", "AV511", ("keys", "k", "formula")),
        (f"keys: {{k: {{formula: '{'-' * 200}1'}}}}", "AV511", ("keys", "k", "formula")),
        (f"keys: {{k: {{formula: '{'1+' * 300}1'}}}}", "AV510", ("keys", "k", "formula")),
        (f"costs: {{x: {{bands: {{by: k, table: [{{factor: 1 %}}]}}}}}}\n{KEYS}", "AV422",
         (*X, "bands", "table", 0)),
        (f"costs: {{x: {{bands: {{by: k, table: [{{amount: 1}}, {{amount: 2}}]}}}}}}\n{KEYS}",
         "AV423", (*X, "bands", "table", 0)),
        ((f"costs: {{x: {{bands: {{by: k, table: [{{below: 1, up_to: 1, amount: 1}},"
         f" {{amount: 2}}]}}}}}}\n{KEYS}"), "AV423", (*X, "bands", "table", 0)),
        ((f"costs: {{x: {{amount: 1, factor: {{by: k, table: [{{up_to: 2, factor: 1 %}},"
         f" {{below: 2, factor: 1 %}}, {{factor: 1 %}}]}}}}}}\n{KEYS}"), "AV424",
         (*X, "factor", "table", 1)),
        ("costs: {x: {amount: 1, index: {}}}", "AV292", (*X, "index")),
        ("costs: {x: {amount: 1, index: {yearly: 1 %}}}", "AV292", (*X, "index", "yearly")),
        (f"costs: {{x: {{amount: 1, index: {{series: kpi, base: 2023-10}}}}}}\n{KPI}", "AV297",
         (*X, "index")),
        (f"costs: {{x: {{amount: 1, index: {{series: kpi, level: 2024}}}}}}\n{KPI}", "AV292",
         (*X, "index")),
        ((f"costs: {{x: {{amount: 1, index: {{series: kpi, base: 2023-10, use: {{month: 9}}}}}}}}\n"
         f"{KPI}"), "AV527", (*X, "index", "use", "month")),
        ((f"costs: {{x: {{amount: 1, index: {{series: kpi, base: 2023-10, level: 2024, floor: 2 %,"
         f" cap: 1 %}}}}}}\n{KPI}"), "AV528", (*X, "index", "floor")),
        ((f"costs: {{x: {{budget: {{2024: 1}},"
          f" index: {{series: kpi, base: 2023-10, level: 2024}}}}}}\n{KPI}"), "AV525",
         (*X, "index")),
        (("costs: {x: {amount: 1, index: {series: kpi, base: 2023-10, level: 2024}}}\n"
         "indices: {kpi: {values: {2023-10: 0}}}"), "AV529",
         ("indices", "kpi", "values", "2023-10")),
    ],
)  # fmt: skip
def test_each_mistake_is_one_error_at_its_place(
    examined: Examine, text: str, code: str, path: Place
) -> None:
    """One mistake is one error, and nothing else is said."""
    result = examined(text)
    assert (result.agreement is None) == any(one.stops_all for one in result.diagnostics)
    assert reported(result) == [(code, path, "error")]


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("periods: [{from: 2024-01-01, to: 2024-11-30}, {from: 2025-01-01}]", "AV303",
         ("periods", 1, "from")),
        ("periods: [{decisions: {a: {status: refused}}}]", "AV314",
         ("periods", 0, "decisions", "a")),
        ("costs: {x: {kind: revenue, budget: {2024: -1}}}", "AV412", (*X, "budget", "2024")),
        ("costs: {x: {kind: grant, budget: {2024: {known_part: {a: -1}}}}}\nsplit: equal", "AV412",
         (*X, "budget", "2024")),
        ("costs: {x: {budget: {2025: 1}}}", "AV415", (*X, "budget", "2025")),
        ("sources: {avtal: {}}\ncosts: {x: {amount: 1, source: avtall}}", "AV603", (*X, "source")),
        ("sources: {avtal: {}}\nperiods: [{source: avtall}]", "AV603", ("periods", 0, "source")),
        ("sources: {avtal: {}}\ncosts: {x: {budget: {2024: {value: 1, source: avtall}}}}", "AV603",
         (*X, "budget", "2024", "source")),
        ("sources: {avtal: {}}\nhost: {name: H, source: avtall}", "AV603", ("host", "source")),
        ("sources: {avtal: {}}\nparties: {a: A, b: {name: B, source: avtall}, c: C}", "AV603",
         ("parties", "b", "source")),
        ("sources: {avtal: {}}\nrounding: {to: 1 kr, source: avtall}", "AV603",
         ("rounding", "source")),
        ("sources: {avtal: {}}\ncosts: {x: {amount: 1, surcharge: {percent: 1 %, source: avtall}}}",
         "AV603", (*X, "surcharge", "source")),
        (("sources: {avtal: {}}\n"
          "periods: [{limits: [{party: a, max: 1, difference: b, source: avtall}]}]"),
         "AV603", ("periods", 0, "limits", 0, "source")),
        ("sources: {avtal: {}}\nprovider: {name: H, source: avtall}", "AV603",
         ("provider", "source")),
        ("sources: {avtal: {}}\nperiods: [{decisions: {a: {status: approved, source: avtall}}}]",
         "AV603", ("periods", 0, "decisions", "a", "source")),
        (("sources: {avtal: {}}\nperiods: [{decisions: {a: [{status: approved},"
         " {status: approved, source: avtall}]}}]"),
         "AV603", ("periods", 0, "decisions", "a", 1, "source")),
    ],
)  # fmt: skip
def test_each_doubt_is_one_warning_at_its_place(
    examined: Examine, text: str, code: str, path: Place
) -> None:
    """What is odd but possible is told, and computed."""
    result = examined(text)
    assert result.agreement is not None
    assert reported(result) == [(code, path, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "split: {a: 1/3, b: 1/3, c: 1/3}",
        "split: {a: {2024: 70 %, 2025: 60 %}, b: {2024: 30 %, 2025: 40 %}}",
        "split: {a: {2024: 70 %}, b: {2025: 30 %}, c: rest}",
        "split: {a: 70 %, b: 30 %, c: rest}",
        "split: {mix: [{weight: {2024: 75 %}, split: equal}, {weight: rest, split: equal}]}",
        "periods: [{from: 2024-01-01, to: 2024-12-31}, {from: 2025-01-01}]",
        "periods: [{from: 2024-01-01, to: 2024-12-31, renews: {years: 1}}, {from: 2026-01-01}]",
        "costs: {x: {total: 1, from: 2024-01-01, to: 2024-12-31}}\nperiods: [{}]",
        "costs: {x: {amount: 1, actual: {2024: 1}}}",
        "costs: {x: {kind: adjustment, budget: {2024: 1}}}\nperiods: [{from: 2024-07-01}]",
        "sources: {avtal: {}}\ncosts: {x: {amount: 1, source: 'Budget 2024, s. 3'}}",
        "costs: {x: {amount: 1, source: avtall}}",
        "parties: {a: A, b: {name: B, joined: 2024-07-01}}\nsplit: equal",
        "parties: {a: A, b: {name: B, joined: 2025-01-01}}\nsplit: {a: 100 %, b: 0 %}",
        "periods: [{condition: {at_least: 2, of: [a, b]}}]",
        "periods: [{decisions: {a: {status: refused}}, condition: identical_decision}]",
    ],
)
def test_what_the_paper_may_say_is_not_a_mistake(examined: Examine, text: str) -> None:
    """What is near a mistake and is none gives no finding."""
    result = examined(text)
    assert (reported(result), result.agreement is not None) == ([], True)


def test_a_party_without_any_share_is_told(examined: Examine) -> None:
    """Somebody who is named as a party and bears nothing may be forgotten in the split."""
    result = examined("split: {a: 70 %, b: 30 %}")
    assert [(finding.code, finding.path, finding.severity) for finding in result.diagnostics] == [
        ("AV124", ("parties", "c"), "warning")
    ]


def test_a_part_year_asks_with_both_results(examined: Examine) -> None:
    """184 days of 366 of 36 600 kr are 18 400 kr: the question shows them both."""
    text = "periods: [{from: 2024-07-01}]\ncosts: {x: {budget: {2024: 36 600}}}"
    (finding,) = examined(text).diagnostics
    arguments: dict[str, Any] = dict(finding.arguments)
    assert (arguments["whole"].minor, arguments["prorated"].minor) == (3_660_000, 1_840_000)


@pytest.mark.parametrize(
    ("key", "more", "code"),
    [
        ("{values: {a: 1, b: 1}}", "", "AV503"),
        ("{values: {a: 0, b: 0, c: 0}}", "", "AV508"),
        ("{values: {a: -1, b: 1, c: 1}}", "", "AV507"),
        ("{values: {2022: {a: 1}, 2023: {a: 1}, 2025: {a: 1}}}", "", "AV502"),
        ("{values: {2024-01-01: {a: 1}, 2024-07-01: {a: 1}}}", "", "AV504"),
        ("{frozen: 2020, values: {2024: {a: 1}}}", "", "AV505"),
        ("{average: 2, values: {2022: {a: 1, b: 1, c: 1}, 2024: {a: 1, b: 1, c: 1}}}", "", "AV502"),
        ("{average: 2, values: {2023: {a: 1, b: 1, c: 1}, 2024: {a: 1, b: 1}}}", "", "AV503"),
        ("{average: 2, values: {2023: {a: 1, b: 1, c: 1}, 2024: 5}}", "", "AV509"),
        ("{formula: k + 1}", "", "AV113"),
        ("{formula: q / (q - q)}", ", q: {values: {a: 1, b: 1, c: 1}}", "AV512"),
        ("{formula: q + r}", ", q: {values: {a: 1, b: 1, c: 1}}, r: {values: {a: 1}}", "AV503"),
    ],
)  # fmt: skip
def test_a_hole_in_known_data_is_an_error(
    examined: Examine, key: str, more: str, code: str
) -> None:
    """Data that is there but does not fit is told when the year is tried."""
    text = f"split: {{by: k}}\nkeys: {{k: {key}{more}}}\ncosts: {{x: {{budget: {{2024: 1}}}}}}"
    assert [finding.code for finding in examined(text).diagnostics] == [code]


@pytest.mark.parametrize(
    ("split", "amount", "code"),
    [
        ("{steps: [{fixed: {a: 5}}, {rest: equal}]}", "4", "AV121"),
        ("{steps: [{first: 5, split: equal}]}", "6", "AV122"),
        ("{parts: {a: 1, b: 1, c: 998}, round: 50 %}", "6", ""),
        ("{parts: {a: 1, b: 1, c: 1, d: 1}, round: 50 %}", "6", "AV114"),
    ],
)
def test_an_amount_that_does_not_fit_its_split(
    examined: Examine, split: str, amount: str, code: str
) -> None:
    """Fixed amounts above the cost, something left over, or shares rounded above the whole."""
    text = f"split: {split}\ncosts: {{x: {{budget: {{2024: {amount}}}}}}}"
    parties = dict.fromkeys("abcd", "P")
    assert [finding.code for finding in examined(text, parties=parties).diagnostics] == [code][
        : len(code)
    ]


def test_how_much_does_not_fit_is_told(examined: Examine) -> None:
    """The amounts stand in the finding: 5 kr off 4 kr, and 1 kr left of 4 kr."""
    costs = "costs: {x: {budget: {2024: 4}}}"
    fixed = "split: {steps: [{fixed: {a: 5}}, {rest: equal}]}"
    (above,) = examined(f"{fixed}\n{costs}").diagnostics
    assert above.arguments["fixed"] == Amount(Fraction(500), "SEK")
    assert above.arguments["cost"] == Amount(Fraction(400), "SEK")
    first = "split: {steps: [{first: 3, split: equal}]}"
    (left,) = examined(f"{first}\n{costs}").diagnostics
    assert left.arguments["left"] == Amount(Fraction(100), "SEK")


@pytest.mark.parametrize(
    ("limit", "paid"),
    [
        ("{party: a, max_increase: 4 %, difference: b}", "a: …"),
        ("{each: true, max_increase: 4 %, difference: b}", "a: …, c: …"),
    ],
)
def test_what_a_limit_lacks_is_told(examined: Examine, limit: str, paid: str) -> None:
    """The year before and the parties that the limit binds are named, to be pasted."""
    text = f"""
        split: equal
        periods: [{{from: 2024-01-01, limits: [{limit}]}}]
        costs: {{x: {{amount: 300}}}}
    """
    (finding,) = examined(text).diagnostics
    said = finding.arguments
    assert (finding.code, said["year"], said["before"], said["paid"]) == (
        "AV611", "2024", "2023", paid,
    )  # fmt: skip


def test_a_period_inside_a_renewed_one(examined: Examine) -> None:
    """Where notice was given, it is the day of the notice that a later period runs into."""
    text = """
        periods:
        - {from: 2020-01-01, to: 2021-12-31, split: equal, renews: {years: 1}, terminated: DAY}
        - {from: 2024-01-01, split: equal}
    """
    (inside,) = examined(text.replace("DAY", "2024-12-31")).diagnostics
    assert (inside.code, inside.arguments["key"]) == ("AV302", "terminated")
    assert inside.related == (("periods", 0, "terminated"),)
    (gap,) = examined(text.replace("DAY", "2022-12-31")).diagnostics
    assert (gap.code, gap.related) == ("AV303", (("periods", 0, "terminated"),))


def test_the_default_split_is_not_its_own_name(examined: Examine) -> None:
    """`split: default` in a period names nothing, which is told once."""
    assert [finding.code for finding in examined("split: default").diagnostics] == ["AV101"]


@pytest.mark.parametrize(
    ("deviation", "code"),
    [
        ("{do: settle, carry_to: 1}", "AV297"),
        ("{do: kept, carry_to: 1}", "AV297"),
    ],
)
def test_a_deviation_goes_one_way(examined: Examine, deviation: str, code: str) -> None:
    """What is carried to a later year is not settled as well."""
    text = f"{{split: equal, reconciliation: {{surplus: {deviation}}}}}"
    assert [finding.code for finding in examined(text).diagnostics] == [code]


def test_netted_items_below_zero_ask(examined: Examine) -> None:
    """A grant that is larger than the costs it is netted with cannot flow through steps."""
    text = """
        split: {steps: [{first: 1, split: equal}, {rest: equal}]}
        costs: {x: {budget: {2024: 1}}, g: {kind: grant, budget: {2024: 2}}}
    """
    assert [finding.code for finding in examined(text).diagnostics] == ["AV123"]


def test_nobody_to_share_with_is_an_error(examined: Examine) -> None:
    """In the months after both have left, `equal` shares with nobody."""
    left = {name: {"name": name, "left": "2024-06-30"} for name in "ab"}
    result = examined("split: equal\ncosts: {x: {amount: 1}}", parties=left)
    assert [finding.code for finding in result.diagnostics] == ["AV112"]


def test_all_that_is_wrong_with_a_period_in_order(examined: Examine) -> None:
    """The words that do not go together first, a refusal last, period by period."""
    words = "continues: true, renews: {years: 0}, decisions: {a: {status: refused}}"
    result = examined(f"periods: [{{from: 2024-01-01, {words}}}]")
    assert [finding.code for finding in result.diagnostics] == ["AV307", "AV309", "AV118", "AV314"]


def test_overlapping_periods_are_all_that_is_said(examined: Examine) -> None:
    """Days in two periods count twice, so what part of a year they are is not asked.

    A year and half a year of it would be 1.5 of 1 000, which nobody splits.
    """
    text = """
        periods:
          - {from: 2024-01-01, to: 2024-12-31, split: equal}
          - {from: 2024-07-01, to: 2025-12-31, split: equal}
        costs: {x: {budget: {2024: 1 000}}, y: {price: 10 kr, quantity: 3}}
    """
    assert [finding.code for finding in examined(text).diagnostics] == ["AV302"]


def test_the_question_of_a_part_of_a_year_is_asked_once(examined: Examine) -> None:
    """A budget beside a quantity without a price is asked about where the budget stands, once."""
    text = """
        periods: [{from: 2024-07-01, to: 2024-12-31}]
        costs: {x: {budget: {2024: 100}, quantity: 3}}
    """
    diagnostics = examined(text).diagnostics
    assert [(d.code, d.path) for d in diagnostics if d.code == "AV405"] == [
        ("AV405", (*X, "budget", "2024"))
    ]


def test_the_question_of_a_part_of_a_year_keeps_the_other_answers(examined: Examine) -> None:
    """Where the budget has its answer and the forecast has none, both stand in what to write."""
    text = """
        periods: [{from: 2024-07-01, to: 2024-12-31}]
        costs: {x: {covers: {budget: year}, price: 5, quantity: 100}}
    """
    (question,) = (d for d in examined(text).diagnostics if d.code == "AV405")
    assert question.arguments["for_year"] == "{budget: year, forecast: year}"
    assert question.arguments["for_period"] == "{budget: year, forecast: period}"
