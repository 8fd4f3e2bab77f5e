"""The lints: each tells what it is for, from its threshold on and not before."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from avtalskalk.checks.errors.suppressions import SUPPRESSIBLE
from avtalskalk.checks.lints import findings
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Amount, Diagnostic, Number

Data = Callable[..., dict[str, Any]]
Linted = Callable[..., list[Diagnostic]]
PROJECT = Path(__file__).parent.parent.parent
DAY = date(2024, 6, 30)
SHARED = frozenset({"k"})


@pytest.fixture(scope="module")
def linted(data: Data) -> Linted:
    """``linted("split: equal", today=DAY)``: what the lints find in a small agreement."""

    def look(text: str, today: date | None = None, **asked: Any) -> list[Diagnostic]:
        written = data(text)
        result = examine(written)
        assert result.plan is not None, result.diagnostics
        return findings(result.plan, written, today=today, errors=result.diagnostics, **asked)

    return look


class Reported(NamedTuple):
    """A finding as a test expects it."""

    code: str
    severity: str
    path: tuple[str | int, ...]


def reported(result: list[Diagnostic]) -> list[Reported]:
    """The findings without their arguments."""
    return [Reported(finding.code, finding.severity, finding.path) for finding in result]


def codes(result: list[Diagnostic]) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in result]


# --- Options and notice --------------------------------------------------------------------

OPTION = "periods: [{from: 2023-01-01, to: 2024-12-31, split: equal, option: {extend: 1 year}}]"
OPTION_PATH = ("periods", 0, "option")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        # 90 days before 31 December 2024 is 2 October.
        (date(2024, 10, 1), []),
        (date(2024, 10, 2), [Reported("AV721", "warning", OPTION_PATH)]),
        (date(2024, 12, 31), [Reported("AV721", "warning", OPTION_PATH)]),
        (date(2025, 1, 1), [Reported("AV722", "note", OPTION_PATH)]),
        (None, []),
    ],
)
def test_an_option_is_near_or_past(
    linted: Linted, today: date | None, expected: list[Reported]
) -> None:
    """An option without a day of its own is near 90 days before its period ends, then past."""
    assert reported(linted(OPTION, today)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        # 90 days before 30 June 2024 is 1 April.
        (date(2024, 3, 31), []),
        (date(2024, 4, 1), ["AV721"]),
        (date(2024, 6, 30), ["AV721"]),
        (date(2024, 7, 1), ["AV722"]),
    ],
)
def test_an_option_has_a_day_of_its_own(linted: Linted, today: date, expected: list[str]) -> None:
    """Where the paper has a day to decide by, that is the day."""
    text = OPTION.replace("1 year", "1 year, decide_by: 2024-06-30")
    result = linted(text, today)
    assert codes(result) == expected
    for finding in result:
        assert finding.path == ("periods", 0, "option", "decide_by")
        assert (finding.arguments["day"], finding.arguments["end"]) == (DAY, date(2025, 12, 31))


def test_a_day_gone_by_while_the_period_runs(linted: Linted) -> None:
    """A day to decide by that has gone by is a warning until the period ends, then a note."""
    text = OPTION.replace("1 year", "1 year, decide_by: 2024-06-30")
    (running,) = linted(text, date(2024, 12, 31))
    (ended,) = linted(text, date(2025, 1, 1))
    assert (running.severity, ended.severity) == ("warning", "note")


@pytest.mark.parametrize(
    "text",
    [
        OPTION.replace("}}]", "}}, {from: 2025-01-01, split: equal}]"),
        OPTION.replace("}}]", "}, terminated: 2024-12-31}]"),
        "split: equal",
    ],
)
def test_no_option_is_open(linted: Linted, text: str) -> None:
    """A later period, or notice, shows what became of an option."""
    assert linted(text, date(2025, 1, 1)) == []


RENEWS = """
periods:
  - {from: 2023-01-01, to: 2024-12-31, split: equal,
     renews: {years: 2, notice: 6 months, times: 2}}
"""


@pytest.mark.parametrize(
    ("today", "day", "until"),
    [
        # 90 days before 30 June 2024, and the same two years later; after two renewals it ends.
        (date(2024, 3, 31), None, None),
        (date(2024, 4, 1), date(2024, 6, 30), date(2026, 12, 31)),
        (date(2024, 6, 30), date(2024, 6, 30), date(2026, 12, 31)),
        (date(2024, 7, 1), None, None),
        (date(2026, 6, 1), date(2026, 6, 30), date(2028, 12, 31)),
        (date(2028, 6, 1), None, None),
        (None, None, None),
    ],
)
def test_notice_is_near(
    linted: Linted, today: date | None, day: date | None, until: date | None
) -> None:
    """The day of notice is told 90 days before, for every renewal that may come."""
    result = linted(RENEWS, today)
    assert [
        (finding.code, finding.arguments["day"], finding.arguments["until"]) for finding in result
    ] == ([("AV723", day, until)] if day else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [(", times: 2}", "}, terminated: 2024-12-31"), ("notice: 6 months, times: 2", "times: 2")],
)
def test_no_notice_to_give(linted: Linted, old: str, new: str) -> None:
    """There is no day of notice where notice has been given, or the paper has no time for it."""
    assert linted(RENEWS.replace(old, new), DAY) == []


def test_renewals_without_end_do_end(linted: Linted) -> None:
    """An agreement that renews itself for ever has no day of notice beyond the calendar."""
    text = RENEWS.replace(", times: 2", "")
    assert codes(linted(text, date(2030, 6, 1))) == ["AV723"]
    assert linted(text, date(9999, 12, 31)) == []
    assert linted(RENEWS.replace("years: 2", "years: 999"), date(9999, 12, 31)) == []


# --- Decisions and conditions --------------------------------------------------------------

APPROVED = "{status: approved}"


@pytest.mark.parametrize(
    ("decisions", "lacking"),
    [
        ("{a: %s, b: %s, c: %s}", ()),
        ("{a: %s, b: %s}", ("C",)),
        ("{a: %s, b: {status: pending}, c: {}}", ("B", "C")),
        ("{a: %s, b: %s, c: [%s, {status: proposed}]}", ("C",)),
        ("{a: {status: pending}}", ()),
    ],
)
def test_a_decision_on_one_side(linted: Linted, decisions: str, lacking: tuple[str, ...]) -> None:
    """Where one party has approved a period, those that have not are told."""
    written = decisions.replace("%s", APPROVED).replace("c: {}", "c: {date: 2023-11}")
    result = linted(f"periods: [{{from: 2024-01-01, split: equal, decisions: {written}}}]")
    assert [finding.arguments["lacking"] for finding in result] == ([lacking] if lacking else [])
    assert codes(result) == ["AV724"] * bool(lacking)


def test_a_refusal_is_told_by_a_check(linted: Linted) -> None:
    """Who has refused has decided, and is not told again."""
    text = "periods: [{split: equal, decisions: {a: %s, b: %s, c: {status: refused}}}]"
    assert linted(text.replace("%s", APPROVED)) == []


CONDITION = (
    "periods: [{from: 2024-07-01, split: equal, condition: identical_decision, "
    "decisions: {a: {status: approved}, b: {status: approved}}}]"
)


@pytest.mark.parametrize(
    ("today", "severity"),
    [(DAY, "note"), (date(2024, 7, 1), "warning"), (None, "warning")],
)
def test_a_condition_that_is_not_met(linted: Linted, today: date | None, severity: str) -> None:
    """An unmet condition is a note until its period begins, then a warning; no decision besides."""
    result = linted(CONDITION, today)
    assert reported(result) == [Reported("AV725", severity, ("periods", 0, "condition"))]
    assert result[0].arguments == {"waiting": ("C",), "party": "c"}


def test_a_condition_that_is_met(linted: Linted) -> None:
    """A condition is met by the last approval, or by silence once its day has gone by."""
    assert linted(CONDITION.replace("}}}]", "}, c: {status: approved}}}]")) == []
    silent = CONDITION.replace("identical_decision", "{silence_by: 2024-06-29}")
    assert codes(linted(silent, date(2024, 6, 29))) == ["AV725"]
    assert linted(silent, DAY) == []


def test_what_has_fallen_has_no_days_to_keep(linted: Linted) -> None:
    """No decision is waited for, and no option can be used, once the terms before go on."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: equal}
        - {from: 2024-01-01, to: 2024-12-31, split: equal, condition: identical_decision, OTHERWISE
           option: {extend: 1 year, decide_by: 2024-07-01}, decisions: {c: {status: refused}}}
    """
    assert "AV721" in codes(linted(text.replace("OTHERWISE", ""), DAY))
    assert codes(linted(text.replace("OTHERWISE", "otherwise: previous,"), DAY)) == []


# --- What has grown old --------------------------------------------------------------------

KEY = """
keys:
  k: {use: {latest: 12-31}, values: {DAY: {a: 1, b: 1, c: 2}}}
periods: [{from: 2020-01-01, split: {by: k}}]
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-06-30", []),
        ("2019-06-29", [Reported("AV726", "note", ("keys", "k", "values", "2019-06-29"))]),
    ],
)
def test_a_key_grows_old(linted: Linted, day: str, expected: list[Reported]) -> None:
    """A key's value in use is old when more than five years have passed since its day."""
    assert reported(linted(KEY.replace("DAY", day), DAY)) == expected


@pytest.mark.parametrize(
    "text",
    [
        # through a formula, a price, bands, a factor and an item's own split
        KEY.replace("{by: k}", "{by: f}").replace("keys:\n", 'keys:\n  f: {formula: "k + k"}\n'),
        KEY.replace("{by: k}", "equal") + "costs: {x: {price: 1, per: k}}",
        KEY.replace("{by: k}", "equal")
        + "costs: {x: {bands: {by: k, table: [{below: 2, amount: {2020: 1, 2024: 2}}, "
        "{amount: {2020: 1, 2024: 2}}]}}}",
        KEY.replace("{by: k}", "equal") + "costs: {x: {actual: {2020: 1}, split: {by: k}}}",
        KEY.replace("use: {latest: 12-31}", "frozen: 2019-01-01"),
    ],
)
def test_a_key_grows_old_wherever_it_is_used(linted: Linted, text: str) -> None:
    """A key that today's terms rest on in any way is looked at, a frozen one too."""
    result = linted(text.replace("DAY", "2019-01-01"), DAY)
    assert "AV726" in codes(result)


@pytest.mark.parametrize(
    "text",
    [
        # the terms have ended, or have another split today; the item has; there is no value yet
        KEY.replace("split:", "to: 2023-12-31, split:"),
        KEY.replace("split: {by: k}}", "to: 2023-12-31, split: {by: k}}, "
                    "{from: 2024-01-01, split: equal}"),
        KEY.replace("{by: k}", "equal") + "costs: {x: {price: 1, per: k, to: 2023-12-31}}",
        KEY.replace("{latest: 12-31}", "{year: 0}"),
        KEY.replace("DAY: {a: 1, b: 1, c: 2}", "a: 1, b: 1, c: 2").replace(
            "use: {latest: 12-31}, ", ""),
    ],
)  # fmt: skip
def test_a_key_that_nothing_rests_on_today(linted: Linted, text: str) -> None:
    """What is not in force, dated and known today does not grow old."""
    result = linted(text.replace("DAY", "2019-01-01"), DAY)
    assert "AV726" not in codes(result)


AMOUNT = "periods: [{from: 2019-06-30, split: equal}]\ncosts: {x: {amount: 1}}"
X = ("costs", "x", "amount")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AMOUNT, []),
        (AMOUNT.replace("06-30", "06-29"), [X]),
        # from the day that it changed, that the item or the terms began
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: {2010: 1, 2019-06-30: 2}"),
         []),
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: {2010: 1, 2019-06-29: 2}"),
         [(*X, "2019-06-29")]),
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: 1, from: 2019-06-30"), []),
        (AMOUNT.replace("2019-06-30, ", "2010-01-01, to: 2023-12-31, ").replace(
            "}]", "}, {from: 2024-01-01, split: equal}]"), []),
        # a price too; not what follows an index, has ended, begins later or has no known start
        (AMOUNT.replace("06-30", "06-29").replace(
            "amount: 1", "price: 1, quantity: 1, covers: year"), [("costs", "x", "price")]),
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: 1, index: "
                                                "{yearly: 2 %, from: 2011}"), []),
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: 1, to: 2023-12-31"), []),
        (AMOUNT.replace("2019", "2010").replace("amount: 1", "amount: {2025: 1}"), []),
        (AMOUNT.replace("from: 2019-06-30, ", ""), []),
    ],
)  # fmt: skip
def test_an_amount_that_stands_still(
    linted: Linted, text: str, expected: list[tuple[str, ...]]
) -> None:
    """An amount without an index is told when it has been the same for more than five years."""
    result = linted(text, DAY)
    assert reported(result) == [Reported("AV727", "note", path) for path in expected]


@pytest.mark.parametrize("today", [None, date.min, date(1900, 1, 1), DAY, date.max])
def test_any_day(whole_format: dict[str, Any], today: date | None) -> None:
    """Everything that an agreement may hold can be looked at, on any day."""
    result = examine(whole_format)
    assert result.plan is not None
    told_of = codes(findings(result.plan, whole_format, today=today, errors=result.diagnostics))
    # It has sources, costs that name none, and says why.
    assert "AV738" in told_of
    assert not {"AV732", "AV739"} & set(told_of)


def test_what_no_day_says(linted: Linted) -> None:
    """Without a day, or far beyond all agreements, nothing has grown old."""
    text = AMOUNT.replace("2019", "2010")
    assert linted(text) == linted(text, date(9999, 12, 31)) == []


# --- Indices -------------------------------------------------------------------------------

INDEX = """
indices: {kpi: {values: {2022-10: {value: 100, status: BASE}, 2023-10: 102,
                         2024-10: {value: 104, status: LAST}}}}
periods: [{from: 2023-01-01, to: 2025-12-31, split: equal}]
costs: {x: {amount: 1, index: {series: kpi, base: 2022-10, level: 2023}}}
"""


@pytest.mark.parametrize(
    ("base", "last", "years"),
    [
        ("final", "final", ()),
        ("final", "preliminary", ("2025",)),
        # the level's year has the amount as written, on no index
        ("preliminary", "final", ("2024", "2025")),
    ],
)
def test_a_preliminary_index(linted: Linted, base: str, last: str, years: tuple[str, ...]) -> None:
    """The years that rest on an index value that is not final are told, on their cost."""
    result = linted(INDEX.replace("BASE", base).replace("LAST", last))
    assert [(finding.code, finding.path, finding.arguments["years"]) for finding in result] == (
        [("AV728", ("costs", "x", "index"), years)] if years else []
    )


def test_a_preliminary_index_where_it_counts(linted: Linted) -> None:
    """An item outside its years, without a series or without the value is not told."""
    text = INDEX.replace("BASE", "final").replace("LAST", "preliminary")
    ended = text.replace("{amount: 1", "{to: 2024-12-31, amount: 1")
    assert linted(ended.rstrip("}\n") + "}}, y: {amount: 1}}") == []
    assert linted(text.replace("series: kpi, base: 2022-10, level: 2023",
                               "yearly: 2 %, from: 2024")) == []  # fmt: skip
    endless = text.replace("to: 2025-12-31, ", "")
    assert [finding.arguments["years"] for finding in linted(endless, DAY)] == [("2025",)]


# --- Shares and their key ------------------------------------------------------------------

FOLLOWED = """
keys: {k: {values: {2020: {a: 30, b: 10, c: 7}, 2023: {a: NOW, b: REST}}}}
periods: [{from: 2021-01-01, to: 2024-12-31, split: {a: 75 %, b: rest}}]
"""


@pytest.mark.parametrize(
    ("now", "rest", "expected"),
    [
        # 75 % of 2020; 74 % is one point away, 73,9 % more
        ("740", "260", []),
        ("739", "261", [Reported("AV729", "note", ("periods", 0, "split"))]),
    ],
)
def test_shares_behind_their_key(
    linted: Linted, now: str, rest: str, expected: list[Reported]
) -> None:
    """Shares that a key gave once are told when it gives others, more than a point away."""
    result = linted(FOLLOWED.replace("NOW", now).replace("REST", rest))
    result = [finding for finding in result if finding.code != "AV124"]
    assert reported(result) == expected
    for finding in result:
        assert (finding.arguments["then"], finding.arguments["latest"]) == ("2020", "2023")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # shares that no observation gave, to the last decimal that is written
        ("75 %", "76 %"),
        ("75 %", "75.1 %"),
        ("75 %", "74.99999 %"),
        ("a: 75 %", "a: 2/3"),
        # shares alike are agreed, and so is one that stands alone
        ("a: 30, b: 10", "a: 10, b: 10"),
        ("a: 75 %, b: rest", "a: 50 %, b: rest"),
        ("a: 75 %, b: rest", "a: 100 %, b: rest"),
        # a party that the key has no value for; a number for all; a key that is not dated; nothing
        ("b: 10", "c: 10"),
        ("{a: 30, b: 10, c: 7}", "4"),
        ("2020: {a: 30, b: 10, c: 7}, 2023: {a: 500, b: 500}", "a: 30, b: 10"),
        ("a: 30, b: 10, c: 7", "a: 0, b: 0"),
        ("a: 500, b: 500", "a: 500"),
        # another split than agreed shares
        ("{a: 75 %, b: rest}", "equal"),
    ],
)
def test_shares_that_no_key_gave(linted: Linted, old: str, new: str) -> None:
    """Only shares that are an observation's, rounded, are held against their key."""
    text = FOLLOWED.replace("NOW", "500").replace("REST", "500")
    assert old in text
    assert "AV729" not in codes(linted(text.replace(old, new)))


def test_shares_and_the_day(linted: Linted) -> None:
    """An observation that is not made yet is no reason to change the shares."""
    text = FOLLOWED.replace("NOW", "500").replace("REST", "500")
    assert "AV729" not in codes(linted(text, date(2022, 12, 31)))
    assert "AV729" in codes(linted(text, date(2023, 1, 1)))
    assert "AV729" not in codes(linted(text, date(2019, 12, 31)))


def test_shares_of_an_item_and_by_name(linted: Linted) -> None:
    """The last terms' named splits and an item's own are looked at too."""
    text = FOLLOWED.replace("NOW", "500").replace("REST", "500")
    named = text.replace("split: {a: 75 %, b: rest}", "splits: {s: {a: 75 %, b: rest}}")
    (finding,) = (finding for finding in linted(named) if finding.code == "AV729")
    assert finding.path == ("periods", 0, "splits", "s")
    own = text.replace("split: {a: 75 %, b: rest}", "split: equal")
    own += "costs: {x: {amount: 1, split: {a: 75 %, b: rest}}}"
    (finding,) = (finding for finding in linted(own) if finding.code == "AV729")
    assert finding.path == ("costs", "x", "split")


TOLERANCE = """
parties: {a: A, b: B}
keys: {k: {values: {2023: {a: 72, b: 28}, 2024: {a: 719, b: 281}}}}
periods:
  - from: 2023-01-01
    to: 2024-12-31
    split: {tolerance: {agreed: AGREED, actual: {by: k}, points: 3}}
costs: {x: {amount: 100}}
"""


@pytest.mark.parametrize(
    ("agreed", "years"),
    [
        # 75 % less 72 % is three points, less 71,9 % is more
        ("{a: 75 %, b: 25 %}", ("2024",)),
        ("{a: 74.9 %, b: rest}", ()),
        ("{2023: {a: 70 %, b: 30 %}, 2024: {a: 76 %, b: 24 %}}", ("2024",)),
        ("{2024: {a: 76 %, b: 24 %}}", ("2024",)),
        ("{2023: {a: 80 %, b: 20 %}}", ("2023", "2024")),
        ("{a: {2024: 80 %}, b: rest}", ("2024",)),
    ],
)
def test_beyond_a_tolerance(linted: Linted, agreed: str, years: tuple[str, ...]) -> None:
    """The years in which a tolerance band lets the actual shares take over are told."""
    result = [
        finding
        for finding in linted(TOLERANCE.replace("AGREED", agreed))
        if finding.code == "AV730"
    ]
    path = ("periods", 0, "split", "tolerance", "agreed")
    assert [(finding.path, finding.arguments) for finding in result] == (
        [(path, {"years": years, "points": Number(3)})] if years else []
    )


def test_a_tolerance_in_another_period(linted: Linted) -> None:
    """A band is looked at in the years of its own period alone."""
    text = TOLERANCE.replace("AGREED", "{a: 80 %, b: 20 %}").replace("to: 2024", "to: 2023")
    text = text.replace("costs:", "  - {from: 2024-01-01, to: 2024-12-31, split: equal}\ncosts:")
    (finding,) = (finding for finding in linted(text) if finding.code == "AV730")
    assert finding.arguments["years"] == ("2023",)


# --- Amounts -------------------------------------------------------------------------------


def budget(*amounts: str, first: int = 2021, basis: str = "budget") -> str:
    """A cost with a figure for each year."""
    figures = ", ".join(f"{first + place}: {amount}" for place, amount in enumerate(amounts))
    last = first + len(amounts)
    return (
        f"periods: [{{from: {first}-01-01, to: {last}-12-31, split: equal}}]\n"
        f"costs: {{x: {{{basis}: {{{figures}}}}}}}"
    )


@pytest.mark.parametrize(
    ("text", "rises"),
    [
        # two rises are none; 2,0 %, 2,0 % and 2,5 % are half a point apart, 2,6 % is more
        (budget("100000", "102000", "104040"), None),
        (budget("100000", "102000", "104040", "106641"), ("1/50", "1/40")),
        (budget("100000", "102000", "104040", "106745.04"), None),
        (budget("100000", "102000", "104040", "106120.80"), ("1/50",)),
        (budget("100000", "102000", "104040", "106120.80", basis="forecast"), ("1/50",)),
        # the last years count: what went before may be otherwise, what comes after may not
        (budget("500000", "100000", "102000", "104040", "106120.80"), ("1/50",)),
        (budget("100000", "102000", "104040", "106120.80", "106120.80"), None),
        (budget("-1", "100000", "102000", "104040"), None),
        # no outcome, no year left out, no part of an amount, no correction
        (budget("100000", "102000", "104040", "106120.80", basis="actual"), None),
        (budget("100000", "102000", "104040", "106120.80").replace("2022", "2019"), None),
        (budget("100000", "102000", "{known_part: {a: 34680}}", "106120.80"), None),
        (budget("100000", "102000", "104040", "106120.80").replace(
            "{budget", "{kind: adjustment, for: 2020, budget"), None),
    ],
)  # fmt: skip
def test_raised_by_hand(linted: Linted, text: str, rises: tuple[str, ...] | None) -> None:
    """Three rises in a row, no more than half a point apart, look like an index by hand."""
    result = [finding for finding in linted(text) if finding.code == "AV731"]
    written: list[Any] = [finding.arguments["rises"] for finding in result]
    assert [tuple(map(str, shares)) for shares in written] == ([rises] if rises else [])


DATED = "periods: [{from: 2021-01-01, split: equal}]\ncosts: {x: {amount: {%s}}}"
STEADY = "2021: 100, 2022: 102, 2023: 104.04, 2024: 106.12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DATED % STEADY, ["AV731"]),
        ((DATED % STEADY).replace("{x: {amount", "{x: {quantity: 1, price"), ["AV731"]),
        ((DATED % STEADY).replace("2023:", "2023-02-01:"), []),
        ((DATED % STEADY).replace("}}}", "}, index: {yearly: 1 %, from: 2022}}}"), []),
    ],
)
def test_raised_by_hand_by_date(linted: Linted, text: str, expected: list[str]) -> None:
    """An amount or a price that is raised on the same day each year is told, unless indexed."""
    assert codes(linted(text)) == expected


def test_a_raise_says_its_years(linted: Linted) -> None:
    """A raise is told with its first and last year, at the figures."""
    (finding,) = linted(budget("100000", "102000", "104040", "106120.80"))
    assert (finding.arguments["first"], finding.arguments["last"]) == ("2021", "2024")
    assert reported([finding]) == [Reported("AV731", "note", ("costs", "x", "budget"))]


SOURCED = "sources: {s: {title: S}}\nsplit: equal\ncosts: {x: %s}"


@pytest.mark.parametrize(
    ("item", "is_told"),
    [
        ("{amount: 1}", True),
        ("{amount: 1, source: s}", False),
        ("{budget: {2024: 1}}", True),
        ("{budget: {2024: {value: 1, source: s}}}", False),
        ("{budget: {2024: {value: 1, source: s}}, actual: {2024: 1}}", True),
        ("{budget: {2024: 1}, source: s}", False),
    ],
)
def test_a_cost_without_source(linted: Linted, item: str, is_told: bool) -> None:  # noqa: FBT001
    """Where an agreement has sources, a cost or each of its figures names one."""
    result = linted(SOURCED % item)
    assert reported(result) == [Reported("AV732", "note", ("costs", "x"))] * is_told
    assert linted((SOURCED % item).partition("\n")[2].replace("source: s", "source: x")) == []


FRAME = """
split: {a: 50 %, b: rest}
costs: {x: {budget: {2024: 1000}, actual: {2024: 1200}, surcharge: {percent: 6 %, parties: [a]}}}
frames: {a: {2024: LIMIT, 2025: 0}}
parties: {a: A, b: B}
"""


@pytest.mark.parametrize(
    ("limit", "above"),
    [
        # half of 1 000 and of 1 200, and six per cent: 530 and 636
        ("636", []),
        ("635.99", [("actual", 1)]),
        ("530", [("actual", 10600)]),
        ("529.99", [("budget", 1), ("actual", 10601)]),
    ],
)
def test_above_a_frame(linted: Linted, limit: str, above: list[tuple[str, int]]) -> None:
    """A frame is held against the party's year with surcharges, on every basis."""
    result = linted(FRAME.replace("LIMIT", limit))
    assert [(finding.code, finding.path) for finding in result] == [
        ("AV734", ("frames", "a", "2024"))
    ] * len(above)
    assert [(finding.arguments["basis"].key, finding.arguments["above"]) for finding in result] == [  # type: ignore[union-attr]
        (basis, Amount(minor, "SEK")) for basis, minor in above
    ]


# --- Slips of unit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "is_reported"),
    [
        ("1000", "499999", False),
        ("1000", "500000", True),
        ("1000", "2000000", True),
        ("1000", "2000001", False),
        ("500000", "1000", True),
        ("0", "1000", False),
        ("-1000", "1000", False),
    ],
)
def test_a_thousand_times(linted: Linted, first: str, second: str, is_reported: bool) -> None:  # noqa: FBT001
    """A figure between 500 and 2 000 times the one before, or the other way, is told."""
    result = linted(budget(first, second))
    assert (
        reported(result)
        == [Reported("AV735", "warning", ("costs", "x", "budget", "2022"))] * is_reported
    )


PERIOD = "periods: [{from: 2023-01-01, split: equal}]\n"
SLIPS = [
    # from basis to basis in one year; one finding an item, however many neighbours
    ("costs: {x: {budget: {2024: 1}, actual: {2024: 1000}}}", ("costs", "x", "actual", "2024")),
    (
        "costs: {x: {budget: {2023: 1, 2024: 1000, 2025: 1}, actual: {2024: 1}}}",
        ("costs", "x", "budget", "2024"),
    ),
    ("costs: {x: {amount: {2023: 1, 2024: 1000}}}", ("costs", "x", "amount", "2024")),
    ("costs: {x: {quantity: 1, price: {2023: 1, 2024: 1000}}}", ("costs", "x", "price", "2024")),
    (
        "costs: {x: {amounts: {2023: {a: 1, b: 1}, 2024: {a: 1, b: 1000}}}}",
        ("costs", "x", "amounts", "2024", "b"),
    ),
    (
        """\
keys: {k: {values: {2023: {a: 1, b: 1, c: 1}, 2024: {a: 1, b: 1000, c: 1}}}}
shares: {s: {by: k}}""",
        ("keys", "k", "values", "2024", "b"),
    ),
    ("volumes: {v: {2023: 30, 2024: 30 000}}", ("volumes", "v", "2024")),
]


@pytest.mark.parametrize(("text", "path"), SLIPS, ids=[str(path[-3:]) for _, path in SLIPS])
def test_a_thousand_times_anywhere(linted: Linted, text: str, path: tuple[str, ...]) -> None:
    """Figures are compared over the years, from basis to basis and as they change by date."""
    result = linted(PERIOD + text)
    assert reported(result) == [Reported("AV735", "warning", path)]


def test_figures_that_are_not_compared(linted: Linted) -> None:
    """A number that is the same for all, and an amount known by a part, have no neighbours."""
    text = "keys: {k: {values: {2023: 1, 2024: 1000}}}\nshares: {s: {by: k}}"
    assert linted(PERIOD + text) == []
    assert linted(PERIOD + "costs: {x: {budget: {2023: 1000, 2024: {known_part: {a: 1}}}}}") == []


@pytest.mark.parametrize(
    ("amount", "is_told"),
    [
        ("109 500 tkr", False),  # what a rescue service costs
        ("999 999,9 tkr", False),
        ("1 000 000 tkr", True),
        ("1 000 000.5 tkr", True),
        ("1 914 476 kr", False),
        ("480 mkr", False),
    ],
)
def test_in_thousands(linted: Linted, amount: str, is_told: bool) -> None:  # noqa: FBT001
    """An amount of a billion or more in tkr is asked about: kronor, perhaps."""
    text = f"split: equal\ncosts:\n  x:\n    notes: en tkr\n    budget:\n      2024: {amount}"
    assert reported(linted(text)) == (
        [Reported("AV736", "warning", ("costs", "x", "budget", "2024"))] * is_told
    )
    listed = f"{text}\n  y:\n    amount: 1\n    split:\n      steps:\n        - first: {amount}"
    listed += "\n          split: equal\n        - rest: equal"
    assert len(linted(listed)) == 2 * is_told


def test_without_costs(linted: Linted, data: Data) -> None:
    """An agreement without costs, or made by a program, has no words to look at."""
    assert linted("split: equal") == []
    plan = examine(data("split: equal\ncosts: {x: {amount: 480 000 tkr}}")).plan
    assert plan is not None
    assert findings(plan, None) == []


# --- Observations of no year ---------------------------------------------------------------

OBSERVED = """
keys:
  k:
    %s
    values:
      2022-11-01: {a: 1, b: 1, c: 1}
      2023-11-01: {a: 1, b: 1, c: 1}
      2024-11-01: {a: 1, b: 1, c: 1}
periods: [{from: 2023-01-01, to: 2024-12-31, split: {by: k}}]
"""


@pytest.mark.parametrize(
    ("key", "unused", "severity"),
    [
        # the year's own by default; what lies outside 2023 and 2024 is used by none
        ("unit: x", ("2022-11-01",), "warning"),
        ("use: {year: 0}", ("2022-11-01",), "note"),
        ("use: {year: -1}", ("2024-11-01",), "note"),
        ("use: {date: 11-01, year: -1}", ("2024-11-01",), "note"),
        ("use: {latest: 10-31}", ("2024-11-01",), "note"),
        ("use: {latest: 11-01, year: -1}", ("2024-11-01",), "note"),
        ("frozen: 2022-11-01", ("2023-11-01", "2024-11-01"), "note"),
        ("average: 2", (), ""),
        ("use: {year: -99}", ("2022-11-01", "2023-11-01", "2024-11-01"), "note"),
    ],
)
def test_observations_of_no_year(
    linted: Linted, key: str, unused: tuple[str, ...], severity: str
) -> None:
    """What no year of the agreement uses is told; a warning where nothing says what one uses."""
    result = linted(OBSERVED % key)
    assert [
        (finding.code, finding.severity, finding.arguments["observations"]) for finding in result
    ] == ([("AV733", severity, unused)] if unused else [])


def test_years_with_plain_observations(linted: Linted) -> None:
    """Observations by year are meant for their year, so one left over is a note."""
    text = "keys: {k: {values: {2023: {a: 1}, 2024: {a: 1, b: 1, c: 1}}}}\nsplit: {by: k}"
    assert reported(linted(text)) == [Reported("AV733", "note", ("keys", "k", "values", "2023"))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # until further notice, with an option used, and without a first day either
        ("to: 2024-12-31, ", ""),
        ("to: 2024-12-31, ", "to: 2024-12-31, option: {extend: 1 year}, "),
        ("from: 2023-01-01, to: 2024-12-31, ", ""),
    ],
)
def test_years_to_come_count(linted: Linted, old: str, new: str) -> None:
    """A year without figures still uses its observation, and so does one that an option adds."""
    text = (OBSERVED % "use: {date: 11-01, year: -1}").replace(old, new)
    assert "AV733" not in codes(linted(text))


def test_a_first_year_far_from_the_data(linted: Linted) -> None:
    """The latest observation before an agreement begins is used, however old it is."""
    text = (OBSERVED % "use: {latest: 12-31}").replace("from: 2023-01-01, to: 2024-12-31, ",
                                                       "from: 2040-01-01, ")  # fmt: skip
    (finding,) = linted(text)
    assert finding.arguments["observations"] == ("2022-11-01", "2023-11-01")


def test_a_key_that_nothing_names(linted: Linted) -> None:
    """A key that nothing uses is told, but not one for a reading, for shares, or in common."""
    text = (OBSERVED % "unit: x").replace("{by: k}", "equal")
    (finding,) = linted(text)
    assert finding.arguments["observations"] == ("2022-11-01", "2023-11-01", "2024-11-01")
    assert linted(text, common=SHARED) == []
    reading = "readings: {r: {title: R, set: {periods.1.split: {by: k}}}}"
    assert linted(text + reading) == []
    shares = text.replace("split: equal", "split: {a: 60 %, b: 20 %, c: 20 %}")
    assert linted(shares.replace("a: 1,", "a: 3,")) == []
    undated = "keys: {k: {values: {a: 1}}, f: {formula: k + k}}\nsplit: equal"
    assert linted(undated) == []


def test_a_formula_uses_its_keys(linted: Linted) -> None:
    """Through a formula, and a formula in a formula, observations are used."""
    text = (OBSERVED % "use: {year: 0}").replace("{by: k}", "{by: f}")
    formulas = '  f: {formula: "g + k"}\n  g: {formula: "k * 2"}\nperiods'
    (finding,) = linted(text.replace("periods", formulas, 1))
    assert finding.arguments["observations"] == ("2022-11-01",)


# --- What a file asks not to be told -------------------------------------------------------

GAP = """
periods: [{from: 2023-01-01, to: 2023-12-31, split: equal}, {from: 2024-02-01, split: equal}]
"""


def test_a_suppression_tells_its_reason(data: Data, linted: Linted) -> None:
    """A suppressed warning gives way to a note with the reason and how often it applied."""
    (finding,) = examine(data(GAP + "lints: {AV303: avtalat}")).diagnostics
    assert reported([finding]) == [Reported("AV738", "note", ("lints", "AV303"))]
    assert finding.arguments == {"lint": "AV303", "count": 1, "reason": "avtalat"}
    assert linted(GAP + "lints: {AV303: avtalat}") == []


def test_a_lint_is_suppressed(linted: Linted) -> None:
    """A lint is suppressed as a check's warning is; all of its findings at once."""
    text = budget("1", "1000") + "\nvolumes: {v: {2023: 30, 2024: 30 000}}"
    assert codes(linted(text)) == ["AV735", "AV735"]
    (finding,) = linted(text + "\nlints: {AV735: rätt}")
    assert finding.arguments == {"lint": "AV735", "count": 2, "reason": "rätt"}


def test_a_suppression_of_nothing(linted: Linted) -> None:
    """A suppression that suppresses nothing is a warning at its line."""
    (finding,) = linted("split: equal\nlints: {AV735: rätt}")
    assert reported([finding]) == [Reported("AV739", "warning", ("lints", "AV735"))]


def test_a_suppression_that_waits_for_a_day(linted: Linted) -> None:
    """Whether an option's suppression is idle cannot be told without a day."""
    text = OPTION + "\nlints: {AV722: blev inte av}"
    assert linted(text) == []
    assert codes(linted(text, date(2024, 7, 1))) == ["AV739"]
    assert codes(linted(text, date(2025, 1, 1))) == ["AV738"]


def test_an_unknown_lint_is_an_error(data: Data) -> None:
    """A code that nothing has is refused, with the nearest one; an error cannot be suppressed."""
    for code, near in (("AV3003", "AV303"), ("av303", "AV303"), ("AV104", ""), ("glapp", "")):
        result = examine(data(f"split: equal\nlints: {{{code}: skäl}}"))
        assert result.agreement is None
        (finding,) = result.diagnostics
        assert (finding.code, finding.path, finding.arguments["nearest"]) == (
            "AV101",
            ("lints", code),
            near,
        )


def test_an_error_is_not_suppressed(data: Data) -> None:
    """A value for somebody who is no party is an error for each of them, however many they are."""
    own = "keys: {k: {values: {2023: {a: 1, b: 1, c: 1%s}, 2024: {d: 1, e: 1}}}}\nsplit: {by: k}"
    result = examine(data(f"{own % ', d: 1'}\nlints: {{AV517: fler}}"))
    assert [(finding.code, finding.path) for finding in result.diagnostics] == [
        ("AV517", ("keys", "k", "values", "2023", "d")),
        ("AV517", ("keys", "k", "values", "2024", "e")),
        ("AV101", ("lints", "AV517")),
    ]
    assert {finding.severity for finding in result.diagnostics} == {"error"}


# --- Who pays the supplier -----------------------------------------------------------------

PAID = """\
periods: [{{from: 2024-01-01, to: 2025-12-31, split: {split}}}]
costs: {{x: {{paid_by: a, {figure}}}}}
"""


@pytest.mark.parametrize(
    ("split", "figure", "part"),
    [
        ("{a: 25 %, b: 75 %}", "budget: {2024: 100}", 2500),
        ("{a: 25 %, b: 75 %}", "budget: {2024: 100, 2025: 200}", 2500),
        ("{a: 25 %, b: 75 %}", "actual: {2025: 200}", 5000),
        ("{a: 100 %}", "budget: {2024: 100}", None),
        ("{b: 100 %}", "budget: {2024: 100}", None),
        ("{a: 25 %, b: 75 %}", "budget: {2024: {known_part: {a: 25}}}", None),
        ("{a: 25 %, b: 75 %}", "amount: 100", None),
    ],
)
def test_what_a_payer_bears(linted: Linted, split: str, figure: str, part: int | None) -> None:
    """Of a stated annual amount that is shared, and of no other, the payer's part is told once."""
    result = linted(PAID.format(split=split, figure=figure))
    parts = [finding.arguments["part"] for finding in result if finding.code == "AV740"]
    assert parts == ([] if part is None else [Amount(part, "SEK")])


SOLVED = """\
periods:
  - from: 2024-01-01
    to: 2025-12-31
    split: {{a: {{2024: {shares[0]}, 2025: {shares[1]}}}, b: rest}}
costs: {{x: {{title: Lokaler, budget: {{2024: {figures[0]}, 2025: {figures[1]}}}}}}}
"""
PART = "{{known_part: {{{party}: {amount}}}}}"


@pytest.mark.parametrize(
    ("shares", "figures", "totals"),
    [
        # 1 400 is 12,5 % of 11 200 and 25 % of 5 600.
        (("12.5 %", "25 %"), (1400, 1400), (11_200, 5_600)),
        # 1 000 is 40 % of 2 500 and 50 % of 2 000, and 2 500 is just a quarter more.
        (("40 %", "50 %"), (1000, 1000), (2_500, 2_000)),
        # 1 001 is 50 % of 2 002, and 2 500 is not a quarter more than that.
        (("40 %", "50 %"), (1000, 1001), None),
        # The part jumps by itself: 800 is 20 % of 4 000, 1 000 is 40 % of 2 500.
        (("20 %", "40 %"), (800, 1000), None),
        # The part follows the share: 2 800 is 25 % of 11 200 too.
        (("12.5 %", "25 %"), (1400, 2800), None),
        (("12.5 %", "25 %"), (0, 1400), None),
        (("12.5 %", "25 %"), (-1400, 1400), None),
        # No share of anything makes a part: that is an error, and there is no total.
        (("12.5 %", "0 %"), (1400, 1400), None),
    ],
)
def test_a_solved_total_that_jumps(
    linted: Linted, shares: list[str], figures: list[int], totals: tuple[int, int] | None
) -> None:
    """A total that jumps by a quarter with the share, and not with the known part, is told once."""
    parts = [PART.format(party="a", amount=figure) for figure in figures]
    result = linted(SOLVED.format(shares=shares, figures=parts))
    jumps = [finding for finding in result if finding.code == "AV742"]
    assert [finding.path for finding in jumps] == (
        [("costs", "x", "budget", "2025", "known_part", "a")] if totals else []
    )
    told = [(jump.arguments["total_before"], jump.arguments["total"]) for jump in jumps]
    assert told == ([tuple(Amount(total * 100, "SEK") for total in totals)] if totals else [])


@pytest.mark.parametrize(
    "figures",
    [
        ("1400", PART.format(party="a", amount=1400)),
        (PART.format(party="b", amount=1400), PART.format(party="a", amount=1400)),
    ],
)
def test_a_solved_total_beside_another_kind(linted: Linted, figures: tuple[str, str]) -> None:
    """Only two totals that are solved from the same party's part are compared."""
    result = linted(SOLVED.format(shares=("12.5 %", "50 %"), figures=figures))
    assert "AV742" not in codes(result)


def test_what_can_be_suppressed() -> None:
    """A file may suppress each warning and note on an agreement, but not that a share is too large.

    The gallery has them all, and the page names them all.
    """
    errors = PROJECT / "tests" / "errors"
    shown = "".join(path.read_text("utf-8") for path in errors.glob("AV[1-7]*.txt"))
    # From AV750 on they are on what is asked for, not on the agreement.
    result = set(re.findall(r"^(?:warning|note)\[(AV(?:[1-6]\d|7[0-4])\d)\]", shown, re.MULTILINE))
    assert result - {"AV614", "AV738", "AV739"} == set(SUPPRESSIBLE)
    page = (PROJECT / "docs" / "lints.md").read_text("utf-8")
    assert [code for code in SUPPRESSIBLE if code not in page] == []
