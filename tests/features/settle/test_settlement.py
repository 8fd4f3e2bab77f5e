"""Settlements: every form by hand, and what must hold of all."""

from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import PROJECT
from tests.small_agreements import PERIOD, whole

from avtalskalk import api
from avtalskalk.calculation.transfers import transfers
from avtalskalk.checks.validation import examine
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.settle.view import documents
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write_documents
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.options import Options, Unit

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "settlements.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - text only
)


def loaded(given: dict[str, Any]) -> Loaded:
    """An agreement of a, b and c that a hosts, in 2024 and equal unless it says otherwise."""
    data = whole("host: a") | given
    if "periods" not in given:
        split = data.pop("split", "equal")
        data["periods"] = [PERIOD | {"to": "2030-12-31", "split": split}]
    examined = examine(data)
    assert examined.agreement is not None, examined.diagnostics
    return Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)


def settled(given: dict[str, Any], year: int = 2024, outcome: Basis = "actual") -> Settlement:
    """One year's settlement."""
    (settlement,) = api.settle(loaded(given), [year], outcome)
    return settlement


def ore(text: str) -> int:
    """An amount as the cases write it."""
    return int(text.replace(",", "").replace(" ", ""))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_settlements_worked_by_hand(case: dict[str, Any]) -> None:
    """What each form moves, with its residue, and what is then left to pay."""
    settlement = settled(case["given"], outcome=case.get("outcome", "actual"))
    assert settlement.adjustment is not None
    expected = [ore(amount) for amount in case["adjusted"].split(" / ")]
    assert list(settlement.adjustment.amounts) == expected
    left = {share.party: share.left for share in settlement.shares}
    assert {party: left[party] for party in case["left"]} == {
        party: ore(amount) for party, amount in case["left"].items()
    }
    # The host has what the others leave, and all transfers are with it.
    assert sum(amount or 0 for amount in left.values()) == 0
    if "carried" in case:
        costs = case["given"]["costs"]
        drift = costs["drift"]
        next_year = {"drift": drift | {"budget": drift["budget"] | {"2025": "0"}}}
        (later,) = api.calculate(loaded(case["given"] | {"costs": costs | next_year}), [2025])
        paid = [total.amount for total in later.totals]
        assert paid == [ore(amount) for amount in case["carried"].split(" / ")]


CARRIED: dict[str, Any] = {
    "costs": {
        "drift": {
            "budget": {"2024": "1 000", "2025": "1 000", "2026": "1 000"},
            "actual": {"2024": "1 100", "2025": "900"},
        }
    },
    "reconciliation": {"surplus": "kept", "deficit": {"carry_to": "+2"}},
}


def line(statement: Statement, kind: str) -> dict[str, int]:
    """The rows of a kind by party."""
    return {row.party: row.amount for row in statement.rows if row.line == kind}


def test_a_carried_deficit_is_a_line_of_one_later_budget() -> None:
    """2024's 33,33 / 33,34 / 33,33 are in the budget of 2026, and nowhere else."""
    agreement = loaded(CARRIED)
    years = {
        (statement.year, basis): line(statement, "carried")
        for basis in ("budget", "actual")
        for statement in api.calculate(agreement, [2024, 2025, 2026], basis)
    }
    carried = {"a": 33_33, "b": 33_34, "c": 33_33}
    assert {year: amounts for year, amounts in years.items() if amounts} == {
        ("2026", "budget"): carried
    }
    (year,) = api.calculate(agreement, [2026])
    assert [total.amount for total in year.totals] == [366_67, 366_67, 366_66]


def test_a_carried_deficit_is_not_settled_too() -> None:
    """In its own year nobody pays it, and the year it comes to is settled without it."""
    assert [share.left for share in settled(CARRIED).shares] == [0, 0, 0]
    costs = {"drift": {**CARRIED["costs"]["drift"], "actual": {"2024": "1 100", "2026": "1 000"}}}
    later = settled(CARRIED | {"costs": costs}, 2026)
    assert later.adjustment is not None
    assert later.adjustment.deviation == 0
    assert [share.left for share in later.shares] == [0, 0, 0]


def test_an_unknown_actual_settles_nothing_and_carries_nothing() -> None:
    """What is missing is missing: no amount to pay, and no line in the later budget."""
    costs = {"drift": {"budget": {"2024": "1 000", "2026": "1 000"}}}
    given = CARRIED | {"costs": costs}
    settlement = settled(given)
    assert settlement.adjustment is None
    assert {share.left for share in settlement.shares} == {None}
    (year,) = api.calculate(loaded(given), [2026])
    assert line(year, "carried") == {}


def test_a_settlement_against_the_forecast() -> None:
    """343,34 / 343,33 / 343,33 against 333,34 / 333,33 / 333,33."""
    costs = {"drift": {"budget": {"2024": "1 000"}, "forecast": {"2024": "1 030"}}}
    given = {"costs": costs, "reconciliation": {"deficit": "settle"}}
    (settlement,) = api.settle(loaded(given), outcome="forecast")
    assert [share.adjusted for share in settlement.shares] == [10_00, 10_00, 10_00]


def test_the_day_of_the_settlement_is_in_the_year_after() -> None:
    """``date: 02-15`` is 15 February of the year after; 29 February is the month's last."""
    given = CARRIED | {"reconciliation": {"deficit": "settle", "date": "02-29"}}
    assert str(settled(given).on) == "2025-02-28"


AMOUNT = st.integers(0, 10**7)


@given(
    budget=AMOUNT,
    actual=AMOUNT,
    weights=st.tuples(*[st.integers(1, 50)] * 3),
    unit=st.sampled_from(["1 öre", "1 kr"]),
    at=st.sampled_from(["item", "total"]),
    payer=st.sampled_from(["a", "b"]),
)
def test_budget_and_settlement_make_the_actual(
    budget: int, actual: int, weights: tuple[int, ...], unit: str, at: str, payer: str
) -> None:
    """For every party, whatever the split and the rounding; and all that is left sums to zero."""
    parts = {party: str(weight) for party, weight in zip("abc", weights, strict=True)}
    item = {"budget": {"2024": f"{budget / 100:.2f}"}, "actual": {"2024": f"{actual / 100:.2f}"}}
    given = {
        "split": {"parts": parts},
        "rounding": {"to": unit, "at": at},
        "costs": {"drift": item, "hyra": item | {"paid_by": payer}},
        "reconciliation": {"surplus": "settle", "deficit": "settle"},
    }
    settlement = settled(given)
    for share in settlement.shares:
        assert share.budget is not None
        assert share.budget + (share.adjusted or 0) == share.outcome == share.bears
    assert sum(share.left or 0 for share in settlement.shares) == 0
    net = dict.fromkeys("abc", 0)
    for transfer in settlement.transfers:
        net[transfer.payer] += transfer.amount
        net[transfer.payee] -= transfer.amount
    assert net == {share.party: share.left for share in settlement.shares}


@given(amounts=st.tuples(*[AMOUNT] * 3), payers=st.tuples(*[st.sampled_from("abc")] * 3))
def test_transfers_leave_every_party_with_its_total(
    amounts: tuple[int, ...], payers: tuple[str, ...]
) -> None:
    """What a party has paid for all, and what it owes and is owed, make what it bears."""
    costs = {
        name: {"paid_by": payer, "budget": {"2024": f"{amount / 100:.2f}"}}
        for name, payer, amount in zip("xyz", payers, amounts, strict=True)
    }
    agreement = loaded({"costs": costs})
    (statement,) = api.calculate(agreement, [2024])
    assert agreement.plan is not None
    owed = transfers(agreement.plan, statement)
    assert owed is not None
    assert all(transfer.amount > 0 for transfer in owed)
    pairs = [frozenset((transfer.payer, transfer.payee)) for transfer in owed]
    assert len(set(pairs)) == len(pairs)
    for total in statement.totals:
        outlays = sum(
            amount for payer, amount in zip(payers, amounts, strict=True) if payer == total.party
        )
        owes = sum(transfer.amount for transfer in owed if transfer.payer == total.party)
        is_owed = sum(transfer.amount for transfer in owed if transfer.payee == total.party)
        assert outlays + owes - is_owed == total.amount


def test_parties_of_one_legal_body_have_no_invoice_between_them() -> None:
    """A board and its own municipality have the same number: what one owes is internal."""
    parties = {
        "a": {"name": "Nämnden", "org_no": "212000-1439"},
        "b": {"name": "Kommunen", "org_no": "212000-1439"},
        "c": "C",
    }
    agreement = loaded({"parties": parties, "costs": {"drift": {"budget": {"2024": "900"}}}})
    (statement,) = api.calculate(agreement, [2024])
    assert agreement.plan is not None
    owed = transfers(agreement.plan, statement)
    assert owed is not None
    assert [(transfer.payer, transfer.internal) for transfer in owed] == [("b", True), ("c", False)]


def document_of(settlement: Settlement) -> str:
    """A settlement as a person reads it in Swedish."""
    pages = documents([settlement], Options(language="sv"))
    return b"".join(write_documents("table", pages, Options(language="sv", width=100))).decode()


def test_what_is_carried_to_a_year_without_terms_is_said() -> None:
    """The amount would be in no budget, and nobody shall believe that it is."""
    ending = [PERIOD | {"split": "equal"}]
    shown = document_of(settled(CARRIED | {"periods": ending}))
    assert "ska 100 kr föras till 2026, men avtalet har inga villkor" in " ".join(shown.split())
    shown = document_of(settled(CARRIED))
    assert "på 100 kr förs till 2026 och är en rad i det årets budget" in " ".join(shown.split())


def test_at_the_bound_nothing_is_above_it() -> None:
    """A deviation of just two per cent is not below two per cent; what exceeds it is nothing."""
    costs = {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 020"}}}
    given = {"costs": costs, "reconciliation": {"deficit": {"do": "settle", "above": "2 %"}}}
    shown = document_of(settled(given))
    assert "regleras 0 kr: det som är över 2 % av budgeten" in " ".join(shown.split())
    assert "är mindre än" not in shown


def test_figures_without_an_end_ask_for_years() -> None:
    """An amount without an end has no list of years, and that is not the same as no amount."""
    endless = {
        "periods": [{"from": "2024-01-01", "split": "equal"}],
        "costs": {"drift": {"amount": "100"}},
    }
    for work_out in (api.invoice, lambda agreement: api.settle(agreement, outcome="budget")):
        with pytest.raises(ValueError, match="have no end: say which years"):
            work_out(loaded(endless))


def test_what_is_not_settled_stays_with_the_host() -> None:
    """Of a deficit of 100 only what is above 20 is settled, and the table says who bears 20."""
    costs = {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 100"}}}
    rule = {"do": "settle", "threshold": "5 %", "above": "2 %"}
    shown = document_of(settled({"costs": costs, "reconciliation": {"deficit": rule}}))
    text = " ".join(shown.split())
    assert "regleras 80 kr: det som är över 2 % av budgeten (20 kr)" in text
    assert "A bär 20 kr av underskottet" in text


def test_a_bridge_has_a_bar_for_what_is_carried() -> None:
    """From 2025 to 2026 b pays 33,34 more, all of it 2024's deficit, and none of it rounding."""
    bridge = api.bridge(loaded(CARRIED), 2025, 2026, "b")
    amounts = {bar.rule: bar.amount for bar in bridge.bars}
    assert (amounts["carried"], amounts["rounding"]) == (33_34, 0)


def test_a_carried_line_is_in_both_columns() -> None:
    """What the year pays of an earlier one is no difference: parts and rows add up."""
    costs = {"drift": {**CARRIED["costs"]["drift"], "actual": {"2024": "1 100", "2026": "1 000"}}}
    (share, *_) = settled(CARRIED | {"costs": costs}, 2026).shares
    assert (share.budget, share.outcome) == (366_67, 366_67)
    shown = document_of(settled(CARRIED | {"costs": costs}, 2026))
    (line,) = [row for row in shown.splitlines() if "Överfört" in row][:1]
    assert line.split()[-2:] == ["33,33", "33,33"]


def test_what_was_billed_is_whole_or_named() -> None:
    """A party without an amount in `billed` is missing, by name."""
    costs = {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 100"}}}
    given = {"costs": costs, "billed": {"2024": {"b": "300"}}}
    settlement = settled(given | {"reconciliation": {"deficit": "settle"}})
    assert [share.party for share in settlement.unbilled] == ["c"]
    assert "Saknas: vad C har fakturerats för 2024" in document_of(settlement)


def test_an_item_that_nobody_pays_is_named() -> None:
    """Without a host, what no party is said to pay is billed to nobody, and that is said."""
    item = {"budget": {"2024": "90"}, "actual": {"2024": "90"}}
    data = whole("split: equal") | {"costs": {"drift": item, "hyra": item | {"paid_by": "b"}}}
    examined = examine(data)
    agreement = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (settlement,) = api.settle(agreement, [2024])
    assert "inte vem som betalar drift (`host` eller `paid_by`)" in document_of(settlement)


@given(
    amount=AMOUNT,
    days=st.sampled_from(["actual/365", "30/360"]),
    base=st.sampled_from(["paid", "deviation"]),
    day=st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 12, 31)),
    rate=st.fractions(0, Fraction(1, 5), max_denominator=1000),
)
def test_interest_is_paid_by_the_host(
    amount: int, days: str, base: str, day: date, rate: Fraction
) -> None:
    """What some have to their credit is the host's to pay, and what is left sums to zero.

    A rate that changes and is the same after all gives the same interest.
    """
    item = {"budget": {"2024": f"{amount / 100:.2f}"}, "actual": {"2024": "1 000"}}
    share = f"{rate.numerator}/{rate.denominator}"
    interest = {"base": base, "days": days, "to": f"{day.month:02d}-{day.day:02d}"}
    settlements = [
        settled(
            {
                "costs": {"drift": item},
                "invoicing": {"instalments": "monthly"},
                "reconciliation": {
                    "surplus": "settle",
                    "deficit": "settle",
                    "interest": interest | {"rate": stated},
                },
            }
        )
        for stated in (share, {"2024": share, "2025": share})
    ]
    first, second = ([share.interest for share in each.shares] for each in settlements)
    assert first == second
    assert sum(amount or 0 for amount in first) == 0
    assert sum(share.left or 0 for share in settlements[0].shares) == 0


def test_interest_before_the_first_rate_is_missing() -> None:
    """Without a rate for 2024 there is no interest, and nothing is left to pay or get back."""
    interest = {"rate": {"2025": "2 %"}, "base": "paid"}
    given = {
        "costs": {"drift": {"budget": {"2024": "300"}, "actual": {"2024": "300"}}},
        "invoicing": {"instalments": "yearly"},
        "reconciliation": {"deficit": "settle", "date": "02-15", "interest": interest},
    }
    settlement = settled(given)
    assert {share.left for share in settlement.shares} == {None}
    assert "Saknas: räntesats eller dagar för B 2024" in document_of(settlement)


def test_interest_has_a_row_of_its_own() -> None:
    """B gets 82,19 more to pay on 33 333,34, in a row below its own and in the note."""
    costs = {"drift": {"budget": {"2024": "1 000 000"}, "actual": {"2024": "1 100 000"}}}
    interest = {"rate": "2 %", "base": "deviation"}
    agreed = {"deficit": "settle", "date": "02-15", "interest": interest}
    shown = document_of(settled({"costs": costs, "reconciliation": agreed}))
    rows = [row.split() for row in shown.splitlines() if row.strip().startswith("Ränta ")]
    assert [row[-1] for row in rows[:3]] == ["-164,38", "82,19", "82,19"]
    assert "Ränta 2 % per år (actual/365) på det som regleras" in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("deficit", ["carry_to", {"do": "carry_to"}, "return"])
def test_what_a_deviation_may_say_is_listed_whole(deficit: object) -> None:
    """`carry_to` is no word by itself: how it is written stands among what is allowed."""
    data = whole("split: equal") | {"reconciliation": {"deficit": deficit}}
    (error,) = examine(data).diagnostics
    assert (error.code, error.arguments["choices"]) == (
        "AV222",
        ("settle", "kept", "{carry_to: +1}"),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{reconciliation: {deficit: {do: {do: kept}}}}", "AV291"),
        ("{reconciliation: {deficit: {do: {carry_to: +1, above: 2 %}}}}", "AV291"),
        ("{reconciliation: {deficit: {do: {threshold: 2 %}}}}", "AV291"),
        ("{reconciliation: {deficit: {carry_to: -1}}}", "AV118"),
        ("{reconciliation: {deficit: {carry_to: 0}}}", "AV118"),
        ("{reconciliation: {deficit: {do: kept, above: 2 %}}}", "AV413"),
        ("{reconciliation: {interest: {rate: 2 %, base: deviation}}}", "AV292"),
        ("{reconciliation: {date: 02-15, interest: {rate: 2 %, base: paid}}}", "AV292"),
        ("{reconciliation: {interest: {rate: 2 %, base: paid, from: 01-31, to: 02-15}}}", "AV413"),
        ("{invoicing: {instalments: yearly, due_days: -5}}", "AV118"),
        ("{invoicing: {instalments: yearly, round_total: -1 kr}}", "AV601"),
        ("{billed: {2031: {a: 1}}}", "AV415"),
        ("{host: a, billed: {2024: {a: 1, b: 2, c: 3}}}", "AV413"),
        ("{costs: {x: {amount: 1, index: {yearly: 2 %, from: 2024, cap: 1 %}}}}", "AV413"),
        ("{keys: {k: {frozen: 2021, use: {year: -1}, values: {2021: {a: 1}}}}}", "AV297"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, code: str) -> None:
    """Nothing that is accepted is ignored, or read as something else."""
    data = whole("split: equal") | yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert code in [finding.code for finding in examine(data).diagnostics]


def test_paid_on_account_is_what_was_billed() -> None:
    """Bill by bill, also where a party owes two of them and preliminary parts are rounded."""
    costs = {
        "drift": {"budget": {"2024": "100.05"}, "actual": {"2024": "100"}},
        "hyra": {"paid_by": "b", "budget": {"2024": "100.11"}, "actual": {"2024": "100"}},
    }
    agreement = loaded(
        {
            "costs": costs,
            "invoicing": {"instalments": "yearly", "preliminary": "50 %"},
            "reconciliation": {"surplus": "settle"},
        }
    )
    (billing,) = api.invoice(agreement, [2024])
    (settlement,) = api.settle(agreement, [2024])
    for share in settlement.shares:
        bills = [bill for bill in billing.bills if bill.kind == "instalment"]
        pays = sum(bill.net for bill in bills if bill.payer == share.party)
        is_paid = sum(bill.net for bill in bills if bill.payee == share.party)
        assert share.paid == pays - is_paid


def shown(given: dict[str, Any], options: Options) -> str:
    """One year's settlement as a table, with plain spaces."""
    document = documents([settled(given)], options)
    text = b"".join(write_documents("table", document, options)).decode("utf-8")
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("above", "sentences"),
    [
        ({}, ["The deficit of SEK 100 is carried to 2025, as a line of that year's budget."]),
        # 2 % of 1 000 is 20: of the 100, 80 are carried and a bears 20.
        (
            {"above": "2 %"},
            [
                (
                    "Of the deficit of SEK 100, only what exceeds 2% of the budget (SEK 20) is "
                    "carried."
                ),
                (
                    "Of the deficit of SEK 100, SEK 80 is carried to 2025, as a line of that "
                    "year's budget."
                ),
                "A bears SEK 20 of the deficit.",
            ],
        ),
    ],
)
def test_what_is_carried_is_not_said_to_be_settled(
    above: dict[str, str], sentences: list[str]
) -> None:
    """What stands in a later year's budget is not paid in this year's settlement too."""
    deficit = {"do": {"carry_to": "+1"}} | above
    costs = {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 100"}}}
    terms = [PERIOD | {"to": "2025-12-31", "split": "equal"}]
    given = {"costs": costs, "periods": terms, "reconciliation": {"deficit": deficit}}
    text = shown(given, Options("en", width=200))
    assert [line for line in text.splitlines() if "deficit" in line] == sentences


def test_a_settlement_that_cannot_be_made_is_an_error_of_it() -> None:
    """Terms of 2024 cannot be as those of 2024: no note beside cells without a figure."""
    costs = {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 100"}}}
    split = {"as_of": "2024"}
    given = {"costs": costs, "reconciliation": {"deficit": {"do": "settle", "split": split}}}
    settlement = settled(given)
    assert settlement.shares[1].left is None
    assert [(d.code, d.severity) for d in settlement.outcome.diagnostics] == [("AV127", "error")]


def test_the_days_of_interest_are_said_as_agreed() -> None:
    """Stated days stand instead of the year's end and the settlement, not after them."""
    interest = {"rate": "5 %", "base": "deviation", "days": "30/360"}
    given = {"costs": {"drift": {"budget": {"2024": "900"}, "actual": {"2024": "600"}}}}
    for days, words in (
        ({}, "from the year's end to the final settlement."),
        ({"from": "01-31"}, "from 31 January to the final settlement."),
        ({"from": "01-31", "to": "03-31"}, "from 31 January to 31 March."),
    ):
        agreed = {"surplus": "settle", "date": "02-15", "interest": interest | days}
        text = shown(given | {"reconciliation": agreed}, Options("en", width=200))
        assert f"Interest of 5% a year (30/360) on what is settled, {words}" in text


def test_more_revenue_than_costs_is_said_as_income() -> None:
    """The host pays 110 and receives 170: 60 more than it paid; nobody has minus, nobody pays.

    Budget and actual are the same, -60 in all, and b and c have got their 20 by the bills.
    """
    figures = {"budget": {"2024": "110"}, "actual": {"2024": "110"}}
    fees = {"kind": "revenue", "budget": {"2024": "170"}, "actual": {"2024": "170"}}
    given = {"costs": {"drift": figures, "avgifter": fees}, "reconciliation": {"surplus": "settle"}}
    assert settled(given).shares[0].outlays == -60_00
    text = shown(given, Options("en", width=200))
    assert "A has received SEK 60 more in revenue than it has paid to suppliers" in text
    assert "to suppliers, less what others have paid" not in text
    assert "Minus" not in text


IN_THOUSANDS: dict[str, Any] = {
    "costs": {
        "drift": {"budget": {"2024": "1 000 500"}, "actual": {"2024": "1 001 499"}},
        "hyra": {"budget": {"2024": "3 000"}, "actual": {"2024": "3 000"}},
    },
    "reconciliation": {"deficit": "settle"},
}


def test_a_settlement_in_thousands_adds_up() -> None:
    """Budget 1 003 500, actual 1 004 499: 334 500 and 334 833 each.

    Both are 1 004 in all: cut down to 334 each, two are missing, and the first of equals get them.
    b and c are to pay 333 each, and a to get 666 back: 0 in thousands, and so is the sum.
    """
    table, _ = shown(IN_THOUSANDS, Options(language="en", unit="tkr")).split("Who pays whom")
    rows = [line.split() for line in table.splitlines()]
    by_name = {row[0]: row[1:] for row in rows if row and row[0] in {"A", "B", "C", "Total"}}
    assert [by_name[name][:2] for name in "ABC"] == [["335", "335"], ["335", "335"], ["334", "334"]]
    assert by_name["Total"][:2] == ["1,004", "1,004"]
    assert [by_name[name][-1] for name in ("A", "B", "C", "Total")] == ["0", "0", "0", "0"]
    assert by_name["A"][2] == "1/3"


def test_a_narrow_settlement_repeats_no_empty_rows() -> None:
    """In 44 columns what is paid stands in a part of its own, without the items' empty rows."""
    table, _ = shown(IN_THOUSANDS, Options(language="en", width=44)).split("Paid:")
    parts = table.split("\n\n")
    assert [part.count("Drift") for part in parts[1:3]] == [3, 0]
    assert "To pay" in parts[2]


@pytest.mark.parametrize("unit", ["kr", "tkr", None])
def test_a_line_is_shown_where_the_sum_is_not_known(unit: Unit | None) -> None:
    """One item's actual of 2023, 7 210 000,70 kr, is known, the other's is not."""
    path = PROJECT / "examples" / "settlement.yaml"
    text = path.read_text(encoding="utf-8").replace(", 2023: 512 500 kr", "")
    (loaded,) = api.stream(["-"], stdin=BytesIO(text.encode()))
    options = Options("en", unit=unit)
    table = b"".join(write_documents("md", documents(api.settle(loaded, [2023]), options), options))
    assert b"Brandstationen" in table
