"""Every value that is wrong is named, at its place, with what was meant where that is plain."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from avtalskalk.model.agreement import Agreement, Body, Party, RestTo
from avtalskalk.model.costs import AnnualFigure
from avtalskalk.model.dated import DatedValue, at
from avtalskalk.model.settling import Instalment
from avtalskalk.model.splits import Equal, Fixed, Named
from avtalskalk.model.validation import Checked, validate
from avtalskalk.model.values import REST

Data = Callable[[str], dict[str, Any]]
Validated = Callable[[str], Checked]


@pytest.fixture(scope="session")
def agreed(validated: Validated) -> Callable[[str], Agreement]:
    """A small agreement in which every value is right."""

    def read(text: str) -> Agreement:
        result = validated(text)
        assert result.agreement is not None, result.diagnostics
        return result.agreement

    return read


Agreed = Callable[[str], Agreement]


# --- what is read --------------------------------------------------------------------------


def test_defaults(agreed: Agreed) -> None:
    """What the paper does not say has the format's default."""
    agreement = agreed("")
    assert (agreement.currency, agreement.proration, agreement.first_month) == ("SEK", "days", 1)
    rounding = agreement.rounding
    assert (rounding.to, rounding.method, rounding.at) == (1, "largest_remainder", "item")
    assert (agreement.costs, agreement.host, agreement.paid) == ({}, None, None)


def test_parties_by_name_or_with_more(agreed: Agreed) -> None:
    """A party may be its name alone."""
    parties = agreed("parties: {a: A, b: {name: B, joined: 2024-02, left: 2024-02}}").parties
    assert parties["a"] == Party(name="A")
    assert parties["b"].memberships == ((date(2024, 2, 1), date(2024, 2, 29)),)


@pytest.mark.parametrize(
    ("text", "host", "provider"),
    [
        ("host: a", "a", None),
        ("host: {name: Förbundet}", Body(name="Förbundet"), None),
        ("provider: Stiftelsen", None, Body(name="Stiftelsen")),
        ("provider: {name: Stiftelsen, source: s}", None, Body(name="Stiftelsen", source="s")),
    ],
)
def test_host_and_provider(
    agreed: Agreed, text: str, host: str | Body | None, provider: Body | None
) -> None:
    """A host is a party's id or a body of its own; a provider is such a body."""
    agreement = agreed(text)
    assert (agreement.host, agreement.provider) == (host, provider)


@pytest.mark.parametrize(
    ("written", "minor"),
    [("öre", 1), ("1 öre", 1), ("kr", 100), ("1 kr", 100), ("100 kr", 10_000),
     ("1 tkr", 100_000), ("tkr", 100_000), ("0.50", 50), ("1", 100)],
)  # fmt: skip
def test_units_to_round_to(agreed: Agreed, written: str, minor: int) -> None:
    """What is rounded to is an amount, or the name of one."""
    assert agreed(f"rounding: {{to: {written}}}").rounding.to == minor


def test_a_method_may_name_a_party(agreed: Agreed) -> None:
    """The rest may go to one party."""
    assert agreed("rounding: {method: {rest_to: b}}").rounding.method == RestTo(rest_to="b")


def test_fixed_shares_may_be_dated(agreed: Agreed) -> None:
    """Shares change by year; the years are put in order, each as it was written."""
    split = agreed("periods: [{split: {a: {2025: 65 %, 2024: 70 %}, b: rest}}]").periods[0].split
    assert split == Fixed(
        {
            "a": (
                DatedValue(date(2024, 1, 1), Fraction(7, 10), "2024"),
                DatedValue(date(2025, 1, 1), Fraction(13, 20), "2025"),
            ),
            "b": (DatedValue(None, REST, ""),),
        }
    )


@pytest.mark.parametrize(
    ("written", "split"),
    [
        ("equal", Equal()),
        ("{equal: [a, b]}", Equal(equal=("a", "b"))),
        ("ownership", Named("ownership")),
        ("default", Named("default")),
    ],
)
def test_splits_in_words(agreed: Agreed, written: str, split: object) -> None:
    """A word is `equal`, or the name of a split."""
    assert agreed(f"costs: {{x: {{amount: 1, split: {written}}}}}").costs["x"].split == split


def test_dated_amounts_are_in_the_order_of_time(agreed: Agreed) -> None:
    """Years and days may be mixed; each value holds until the next."""
    amount = agreed("costs: {x: {amount: {2025: 3, 2023: 1, 2024-07-01: 2}}}").costs["x"].amount
    assert amount is not None
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2024, 6, 30), date(2024, 7, 1),
            date(2025, 1, 1), date(2099, 1, 1)]  # fmt: skip
    result = [at(amount, day) for day in days]
    assert [finding and finding.value for finding in result] == [None, 100, 100, 200, 300, 300]


def test_annual_figures(agreed: Agreed) -> None:
    """A figure is an amount, one with its source, or one party's known part."""
    budget = (
        agreed("""
            fiscal_year: {starts: 07-01, named: start}
            costs:
              x:
                budget:
                  2023/24: 1
                  2024: {value: 2, source: s}
                  2025: {known_part: {a: 3}, source: t}
        """)
        .costs["x"]
        .budget
    )
    assert budget is not None
    assert budget.figures == {
        2023: AnnualFigure(100),
        2024: AnnualFigure(200, source="s"),
        2025: AnnualFigure(None, "a", 300, "t"),
    }
    assert budget.keys == {2023: "2023/24", 2024: "2024", 2025: "2025"}


@pytest.mark.parametrize("written", ["year", "{budget: year, forecast: year, actual: year}"])
def test_covers_for_all_bases_or_for_each(agreed: Agreed, written: str) -> None:
    """One word stands for all three bases."""
    covers = agreed(f"costs: {{x: {{amount: 1, covers: {written}}}}}").costs["x"].covers
    assert covers is not None
    assert (covers.budget, covers.forecast, covers.actual) == ("year", "year", "year")


def test_one_decision_or_several(agreed: Agreed) -> None:
    """Where several bodies decide there is a list."""
    decisions = (
        agreed("""
            periods:
            - decisions:
                a: {status: approved, date: 06-27}
                b: [{status: pending}, {status: refused, date: 2024}]
        """)
        .periods[0]
        .decisions
    )
    assert {
        party: [finding.status for finding in several] for party, several in decisions.items()
    } == {
        "a": ["approved"],
        "b": ["pending", "refused"],
    }


@pytest.mark.parametrize(
    ("written", "do", "carry_to"),
    [
        ("settle", "settle", None),
        ("kept", "kept", None),
        ("{carry_to: +1}", "carry", 1),
        ("{do: kept, threshold: 2 %}", "kept", None),
        ("{do: {carry_to: 2}, above: 2 %}", "carry", 2),
    ],
)
def test_deviations(agreed: Agreed, written: str, do: str, carry_to: int | None) -> None:
    """What is done with a surplus stands alone, or under `do` with conditions."""
    settlement = agreed(f"reconciliation: {{surplus: {written}}}").reconciliation
    assert settlement is not None
    assert settlement.surplus is not None
    assert (settlement.surplus.do, settlement.surplus.carry_to) == (do, carry_to)


def test_instalments_by_date(agreed: Agreed) -> None:
    """Instalments are a word, or days of the year with parts."""
    invoicing = agreed("invoicing: {instalments: [{date: 06-15, part: 1/2}]}").invoicing
    assert invoicing is not None
    assert invoicing.instalments == (Instalment(date="06-15", part="1/2"),)  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["En mening.", "[En mening.]"])
def test_assumptions_are_one_or_several(agreed: Agreed, written: str) -> None:
    """A single sentence needs no list."""
    assert agreed(f"assumptions: {written}").assumptions == ("En mening.",)


def test_values_are_read_in_the_files_currency_and_fiscal_year(agreed: Agreed) -> None:
    """Yen have no decimals, and a year that starts in July may be written with both."""
    agreement = agreed("""
        currency: JPY
        fiscal_year: {starts: 07-01, named: end}
        paid: {2023/24: {a: 5}}
        frames: {a: {2024: 6}}
        volumes: {v: {2024/25: 1.5}}
        costs: {x: {kind: adjustment, for: 2016/17, amounts: {FY2025: {a: 7}}}}
    """)
    assert agreement.first_month == 7
    assert agreement.paid == {2023: {"a": 5}}
    assert agreement.frames == {"a": {2023: 6}}
    assert agreement.volumes == {"v": {2024: Fraction(3, 2)}}
    assert (agreement.costs["x"].adjusts, agreement.costs["x"].amounts) == (2016, {2024: {"a": 7}})


def test_a_model_that_is_made_by_hand_is_kept(agreed: Agreed) -> None:
    """A split that is a split already is taken as it is."""
    period = agreed("").periods[0]
    again = period.model_validate({"split": period.split, "from": date(2024, 1, 1)})
    assert (again.split, again.start) == (Equal(), date(2024, 1, 1))


# --- what is refused -----------------------------------------------------------------------

X = ("costs", "x")


@pytest.mark.parametrize(
    ("text", "code", "path", "at"),
    [
        ("parties: [a, b]", "AV106", ("parties",), "value"),
        ("parties: A", "AV293", ("parties",), "value"),
        ("parties: {1a: A, b: B}", "AV215", ("parties", "1a"), "key"),
        ("parties: {a: {nam: A}, b: B}", "AV291", ("parties", "a", "nam"), "key"),
        ("parties: {a: {org_no: 212000-1553}, b: B}", "AV292", ("parties", "a"), "key"),
        ("parties: {a: [], b: B}", "AV295", ("parties", "a"), "value"),
        ("periods: []", "AV296", ("periods",), "value"),
        ("periods: {}", "AV294", ("periods",), "value"),
        ("periods: [x]", "AV293", ("periods", 0), "value"),
        ("periods: [{from: fel}]", "AV210", ("periods", 0, "from"), "value"),
        ("periods: [{split: {}}]", "AV296", ("periods", 0, "split"), "value"),
        ("periods: [{split: []}]", "AV293", ("periods", 0, "split"), "value"),
        ("periods: [{split: {a: 70, b: rest}}]", "AV207", ("periods", 0, "split", "a"), "value"),
        ("periods: [{split: {by: p, equal: []}}]", "AV297", ("periods", 0, "split"), "value"),
        ("periods: [{split: {a: {2024: rest}}}]", "AV208",
         ("periods", 0, "split", "a", "2024"), "value"),
        ("periods: [{split: {a: {2024-01-01: 1 %}}}]", "AV212",
         ("periods", 0, "split", "a", "2024-01-01"), "key"),
        ("periods: [{split: {parts: {}}}]", "AV296", ("periods", 0, "split", "parts"), "value"),
        ("periods: [{split: {mix: []}}]", "AV296", ("periods", 0, "split", "mix"), "value"),
        ("periods: [{split: {mix: [{weight: 1, split: equal}]}}]", "AV207",
         ("periods", 0, "split", "mix", 0, "weight"), "value"),
        ("periods: [{split: {steps: [{first: fel}]}}]", "AV201",
         ("periods", 0, "split", "steps", 0, "first"), "value"),
        ("periods: [{split: {tolerance: {agreed: {2024: {a: 7}}, actual: equal, points: 3}}}]",
         "AV207", ("periods", 0, "split", "tolerance", "agreed", "2024", "a"), "value"),
        ("periods: [{splits: {1a: equal}}]", "AV215", ("periods", 0, "splits", "1a"), "key"),
        ("periods: [{limits: {a: 1}}]", "AV294", ("periods", 0, "limits"), "value"),
        ("periods: [{limits: fel}]", "AV294", ("periods", 0, "limits"), "value"),
        ("periods: [{limits: [{party: a}, {max: fel}]}]", "AV201",
         ("periods", 0, "limits", 1, "max"), "value"),
        ("periods: [{condition: {}}]", "AV306", ("periods", 0, "condition"), "value"),
        ("periods: [{condition: {at_least: 2}}]", "AV306", ("periods", 0, "condition"), "value"),
        ("periods: [{condition: {of: [a]}}]", "AV306", ("periods", 0, "condition"), "value"),
        ("periods: [{condition: fel}]", "AV222", ("periods", 0, "condition"), "value"),
        ("periods: [{decisions: {a: fel}}]", "AV293", ("periods", 0, "decisions", "a"), "value"),
        ("periods: [{decisions: {a: [{status: approved}, {status: fel}]}}]", "AV222",
         ("periods", 0, "decisions", "a", 1, "status"), "value"),
        ("periods: [{option: {extend: 2}}]", "AV214", ("periods", 0, "option", "extend"), "value"),
        ("periods: [{renews: {}}]", "AV292", ("periods", 0, "renews"), "key"),
        ("costs: [x]", "AV293", ("costs",), "value"),
        ("costs: {x: 5}", "AV293", X, "value"),
        ("costs: {rest: {amount: 5}}", "AV216", ("costs", "rest"), "key"),
        ("parties: {any: Anna, b: Bo}", "AV216", ("parties", "any"), "key"),
        ("parties: {a: Anna, total: Bo}", "AV216", ("parties", "total"), "key"),
        ("costs: {x: {budget: 5}}", "AV293", (*X, "budget"), "value"),
        ("costs: {x: {budget: {}}}", "AV296", (*X, "budget"), "value"),
        ("costs: {x: {budget: [5]}}", "AV293", (*X, "budget"), "value"),
        ("costs: {x: {budget: {24: 5}}}", "AV212", (*X, "budget", "24"), "key"),
        ("costs: {x: {budget: {2024: ''}}}", "AV201", (*X, "budget", "2024"), "value"),
        ("costs: {x: {budget: {2024: {}}}}", "AV297", (*X, "budget", "2024"), "value"),
        ("costs: {x: {budget: {2024: {value: 1, known_part: {a: 1}}}}}", "AV297",
         (*X, "budget", "2024"), "value"),
        ("costs: {x: {budget: {2024: {known_part: {a: 1, b: 2}}}}}", "AV402",
         (*X, "budget", "2024"), "value"),
        ("costs: {x: {budget: {2024: {known_part: {}}}}}", "AV296",
         (*X, "budget", "2024", "known_part"), "value"),
        ("costs: {x: {amount: {2024: 1, 2024-01-01: 2}}}", "AV290",
         (*X, "amount", "2024-01-01"), "key"),
        ("costs: {x: {amounts: {2024: {a: fel}}}}", "AV201", (*X, "amounts", "2024", "a"), "value"),
        ("costs: {x: {price: 1, quantity: 1x}}", "AV205", (*X, "quantity"), "value"),
        ("costs: {x: {price: 1, quantity: a b}}", "AV215", (*X, "quantity"), "value"),
        ("costs: {x: {bands: {by: p, table: []}}}", "AV296", (*X, "bands", "table"), "value"),
        ("costs: {x: {factor: {by: p, table: [{up_to: fel}]}}}", "AV205",
         (*X, "factor", "table", 0, "up_to"), "value"),
        ("costs: {x: {factor: 1}}", "AV207", (*X, "factor"), "value"),
        ("costs: {x: {covers: half}}", "AV222", (*X, "covers"), "value"),
        ("costs: {x: {covers: {budget: half}}}", "AV222", (*X, "covers", "budget"), "value"),
        ("costs: {x: {index: {level: 23}}}", "AV212", (*X, "index", "level"), "value"),
        ("keys: {k: {values: {}}}", "AV296", ("keys", "k", "values"), "value"),
        ("keys: {k: {values: {2024: {a: fel}}}}", "AV205", ("keys", "k", "values", "2024", "a"),
         "value"),
        ("keys: {k: {use: {date: 11}}}", "AV224", ("keys", "k", "use", "date"), "value"),
        ("indices: {i: {values: {2024-13: 1}}}", "AV211", ("indices", "i", "values", "2024-13"),
         "key"),
        ("indices: {i: {values: {2024-10: fel}}}", "AV205", ("indices", "i", "values", "2024-10"),
         "value"),
        ("indices: {i: {values: {2024-10: [1, {value: fel}]}}}", "AV205",
         ("indices", "i", "values", "2024-10", 1, "value"), "value"),
        ("indices: {i: {values: {2024-10: 1, 2024-10-01: 2}}}", "AV290",
         ("indices", "i", "values", "2024-10-01"), "key"),
        ("indices: {i: {values: {2024-10: []}}}", "AV296", ("indices", "i", "values", "2024-10"),
         "value"),
        ("rounding: {to: 0 kr}", "AV601", ("rounding", "to"), "value"),
        ("rounding: {to: -1 kr}", "AV601", ("rounding", "to"), "value"),
        ("rounding: {to: {}}", "AV295", ("rounding", "to"), "value"),
        ("rounding: {method: fel}", "AV222", ("rounding", "method"), "value"),
        ("rounding: {method: {rest_to: 1}}", "AV215", ("rounding", "method", "rest_to"), "value"),
        ("fiscal_year: {starts: 07-02}", "AV230", ("fiscal_year", "starts"), "value"),
        ("fiscal_year: fel", "AV293", ("fiscal_year",), "value"),
        ("currency: kr", "AV228", ("currency",), "value"),
        ("host: {}", "AV292", ("host",), "key"),
        ("host: 1", "AV215", ("host",), "value"),
        ("provider: ''", "AV218", ("provider",), "value"),
        ("invoicing: {instalments: often}", "AV222", ("invoicing", "instalments"), "value"),
        ("invoicing: {instalments: [{date: 06-15, part: 1/2}, {date: 06-15, part: 2}]}", "AV207",
         ("invoicing", "instalments", 1, "part"), "value"),
        ("reconciliation: {surplus: fel}", "AV222", ("reconciliation", "surplus"), "value"),
        ("reconciliation: {surplus: {do: fel}}", "AV222", ("reconciliation", "surplus"), "value"),
        ("frames: {a: {2024: fel}}", "AV201", ("frames", "a", "2024"), "value"),
        ("volumes: {v: {2024: fel}}", "AV205", ("volumes", "v", "2024"), "value"),
        ("readings: {r: {title: R, set: {}}}", "AV296", ("readings", "r", "set"), "value"),
        ("assumptions: [a, '']", "AV218", ("assumptions", 1), "value"),
        ("proration: weeks", "AV222", ("proration",), "value"),
        ("avtalskalk: 2", "AV232", ("avtalskalk",), "value"),
        ("tittel: T", "AV291", ("tittel",), "key"),
    ],
)  # fmt: skip
def test_each_wrong_value_is_one_finding_at_its_place(
    validated: Validated, text: str, code: str, path: tuple[str | int, ...], at: str
) -> None:
    """One mistake is one finding, at the key or the value that is wrong."""
    result = validated(text)
    assert result.agreement is None
    assert [(finding.code, finding.path, finding.at) for finding in result.diagnostics] == [
        (code, path, at)
    ]


def test_every_wrong_value_is_told(validated: Validated) -> None:
    """Values that functions read inside each other are all told, in one run."""
    result = validated("""
        periods:
        - split: {a: 7, b: {2024: 8, 24: 1 %}}
          decisions: {a: [{status: fel}, {date: 06-31}]}
        - limits: [{max: fel}, {min: fel}]
        costs: {x: {budget: {2024: fel, 2025: {value: fel}}}}
    """)
    assert [(finding.code, finding.path) for finding in result.diagnostics] == [
        ("AV207", ("periods", 0, "split", "a")),
        ("AV207", ("periods", 0, "split", "b", "2024")),
        ("AV212", ("periods", 0, "split", "b", "24")),
        ("AV222", ("periods", 0, "decisions", "a", 0, "status")),
        ("AV211", ("periods", 0, "decisions", "a", 1, "date")),
        ("AV201", ("periods", 1, "limits", 0, "max")),
        ("AV201", ("periods", 1, "limits", 1, "min")),
        ("AV201", ("costs", "x", "budget", "2024")),
        ("AV201", ("costs", "x", "budget", "2025", "value")),
    ]


@pytest.mark.parametrize(
    ("text", "key", "nearest"),
    [
        ("cost: {}", "cost", "costs"),
        ("Periods: []", "Periods", "periods"),
        ("zzz: 1", "zzz", ""),
        ("periods: [{splitt: equal}]", "splitt", "split"),
        ("costs: {x: {amuont: 1}}", "amuont", "amount"),
        ("periods: [{split: {by: p, amongst: [a]}}]", "amongst", "among"),
        ("costs: {x: {factor: {by: p, tabel: []}}}", "tabel", "table"),
        ("indices: {i: {values: {2024-10: {vlaue: 1, value: 1}}}}", "vlaue", "value"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest(
    validated: Validated, text: str, key: str, nearest: str
) -> None:
    """A misspelt key is named with the one that the format has there."""
    result = next(finding for finding in validated(text).diagnostics if finding.code == "AV291")
    assert (result.arguments["key"], result.arguments["nearest"]) == (key, nearest)
    assert nearest == "" or nearest in str(result.arguments["known"])


@pytest.mark.parametrize("value", ["text", [], None, 5])
def test_what_is_no_mapping_is_no_agreement(value: object) -> None:
    """A file that holds a text or a list holds no agreement."""
    (finding,) = validate(value).diagnostics
    assert (finding.code, finding.path) == ("AV293", ())


@pytest.mark.parametrize(
    "text", ["fiscal_year: {starts: fel}\npaid: {2023/24: {a: 1}}", "fiscal_year: 7\nhost: a"]
)
def test_a_wrong_setting_is_told_once(validated: Validated, text: str) -> None:
    """Where the fiscal year itself is wrong, the file is read as if it started in January."""
    assert validated(text).diagnostics[0].path[0] == "fiscal_year"


def test_half_characters_are_told_where_they_are(data: Data) -> None:
    """A lone surrogate makes no exception, in a key, in a list or in a value."""
    whole = data("")
    whole["notes"] = "\ud800"
    whole["costs"] = {"\udc00": {"amount": "1"}}
    whole["assumptions"] = ["right", "\udfff"]
    result = validate(whole).diagnostics
    assert [(finding.code, finding.path, finding.at) for finding in result] == [
        ("AV217", ("notes",), "value"),
        ("AV217", ("costs", "\udc00"), "key"),
        ("AV217", ("assumptions", 1), "value"),
    ]
