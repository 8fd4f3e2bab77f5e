"""Bills: instalments by hand, and what must hold of all."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_agreements import PERIOD, whole

from avtalskalk import api
from avtalskalk.calculation.bills import Bill
from avtalskalk.checks.validation import examine
from avtalskalk.features.invoice.view import table
from avtalskalk.files.workspace import Loaded
from avtalskalk.report.options import Options


def bills(given: dict[str, Any], year: int = 2024, today: date | None = None) -> list[Bill]:
    """The bills of a year of an agreement that a hosts."""
    data = whole("{host: a, split: equal}") | given
    examined = examine(data)
    assert examined.agreement is not None, examined.diagnostics
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (billing,) = api.invoice(loaded, [year], today=today)
    return list(billing.bills)


def of_b(given: dict[str, Any], year: int = 2024) -> list[tuple[str | None, int]]:
    """The days on which b is billed, and how much."""
    return [
        (str(bill.billed) if bill.billed else None, bill.net)
        for bill in bills(given, year)
        if bill.payer == "b"
    ]


def test_the_last_instalment_has_the_odd_ore() -> None:
    """16 693 in three: 5 564,33, 5 564,33 and 5 564,34."""
    given = {
        "costs": {"drift": {"amounts": {"2024": {"b": "16 693"}}}},
        "invoicing": {"instalments": "tertial", "in": "arrears"},
    }
    expected = [("2024-04-30", 5564_33), ("2024-08-31", 5564_33), ("2024-12-31", 5564_34)]
    assert of_b(given) == expected


def test_a_first_bill_counts_its_days() -> None:
    """63 000 a year, 15 750 a quarter; in for 50 of the first quarter's 90 days: 8 750,00."""
    given = {
        "parties": {"a": "A", "b": {"name": "B", "joined": "2023-02-10"}, "c": "C"},
        "periods": [PERIOD | {"from": "2022-01-01", "split": "equal"}],
        "proration": "quarters",
        "costs": {"avgift": {"price": "63 000", "per": "medlem"}},
        "keys": {"medlem": {"values": {"2023": {"a": "0", "b": "1", "c": "0"}}}},
        "invoicing": {"instalments": "quarterly", "in": "advance"},
    }
    expected = [
        *(("2023-01-01", 8750_00), ("2023-04-01", 15750_00)),
        *(("2023-07-01", 15750_00), ("2023-10-01", 15750_00)),
    ]
    assert of_b(given, 2023) == expected


def test_a_preliminary_part_and_the_balance_after() -> None:
    """80 % of 1 000,01 is 800,01 (800,008 rounded); 400,00 and 400,01; the balance is 200,00."""
    given = {
        "costs": {"drift": {"amounts": {"2024": {"b": "1 000.01"}}}},
        "invoicing": {"instalments": "half_yearly", "preliminary": "80 %"},
        "reconciliation": {"deficit": "settle", "date": "02-15"},
    }
    expected = [("2024-01-01", 400_00), ("2024-07-01", 400_01), ("2025-02-15", 200_00)]
    assert of_b(given) == expected


def test_instalments_on_stated_days_are_in_the_order_of_time() -> None:
    """In a year that starts on 1 July, 15 December comes before 15 June; two thirds first."""
    given = {
        "fiscal_year": {"starts": "07-01"},
        "periods": [{"from": "2024-07-01", "to": "2025-06-30", "split": "equal"}],
        "costs": {"drift": {"amounts": {"2024/25": {"b": "100"}}}},
        "invoicing": {
            "instalments": [{"date": "06-15", "part": "1/3"}, {"date": "12-15", "part": "2/3"}],
            "due_days": "30",
        },
    }
    assert of_b(given) == [("2024-12-15", 66_66), ("2025-06-15", 33_34)]
    assert [str(bill.due) for bill in bills(given)] == ["2025-01-14", "2025-07-15"]


def test_vat_is_in_ore_and_only_the_total_is_rounded() -> None:
    """333,33 with 25 %: VAT 83,3325, 83,33; 416,66 is rounded up by 0,34 to 417."""
    given = {
        "costs": {"drift": {"amounts": {"2024": {"b": "333.33", "c": "-333.33"}}}},
        "invoicing": {"instalments": "yearly", "vat": "25 %", "round_total": "1 kr"},
    }
    second, first = bills(given)
    assert (first.payer, first.net, first.vat, first.rounding, first.total) == (
        *("b", 333_33, 83_33, 34, 417_00),
    )
    # What a owes c is a bill the other way.
    assert (second.payer, second.payee, second.total) == ("a", "c", 417_00)


def test_without_instalments_the_year_is_one_bill_without_a_day() -> None:
    """Nothing is invented: no day, and the whole amount."""
    (bill,) = bills({"costs": {"drift": {"amounts": {"2024": {"b": "100"}}}}})
    assert (bill.kind, bill.billed, bill.due, bill.net) == ("year", None, None, 100_00)


def test_the_bill_of_a_part_of_a_year_is_not_said_to_be_of_the_whole() -> None:
    """Terms from October: a bill without days is the year's amount, whatever part it covers."""
    data = whole("{host: a, split: equal}") | {
        "periods": [{"from": "2024-10-01", "split": "equal"}],
        "costs": {"drift": {"covers": "period", "budget": {"2024": "900"}}},
    }
    examined = examine(data)
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (billing,) = api.invoice(loaded, [2024])
    shown = table(billing, Options("en"))
    bodies = [row.cells[0].value for row in shown.rows if row.role == "body"]
    assert bodies == ["The year's amount", "The year's amount"]


def test_without_a_host_nobody_is_said_to_bill() -> None:
    """Each party's own year is billed, and who bills is not known."""
    given = {
        "host": {"name": "Förbundet"},
        "costs": {"drift": {"budget": {"2024": "300"}}},
        "invoicing": {"instalments": "yearly"},
    }
    assert {(bill.payer, bill.payee) for bill in bills(given)} == {("a", ""), ("b", ""), ("c", "")}
    parties = {"a": {"name": "A", "org_no": "212000-1439"}, "b": "B", "c": "C"}
    data = whole("split: equal", parties=parties)
    data |= {key: given[key] for key in ("costs", "invoicing")}
    examined = examine(data)
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (billing,) = api.invoice(loaded, [2024])
    assert [(bill.payer, bill.payee, bill.net) for bill in billing.bills] == [
        *(("a", None, 100_00), ("b", None, 100_00), ("c", None, 100_00)),
    ]
    assert not any(bill.internal for bill in billing.bills)


def test_a_joining_fee_is_billed_once_and_in_full() -> None:
    """B joins in July and pays 50 000 at once, the rest in two quarters, 80 % of it before.

    July to December are 184 of 366 days: 600 × 184/366 / 3 = 100,546; a and c have 249,727 each
    and take the two öre that are missing, so b's year is 100,54.
    """
    given = {
        "parties": {"a": "A", "b": {"name": "B", "joined": "2024-07-01"}, "c": "C"},
        "costs": {
            "drift": {"budget": {"2024": "600"}},
            "fee": {
                "title": "Anslutningsavgift",
                "amounts": {"2024": {"b": "50 000"}},
                "billed_on": "07-01",
            },
        },
        "invoicing": {"instalments": "quarterly", "preliminary": "80 %", "due_days": "30"},
    }
    # 80 % of it is 80,432: 80,43 in two, the odd öre last, and 20,11 is left.
    assert of_b(given) == [
        *(("2024-07-01", 40_21), ("2024-07-01", 50_000_00), ("2024-10-01", 40_22)),
        (None, 20_11),
    ]
    (fee,) = [bill for bill in bills(given) if bill.kind == "item"]
    assert (fee.debt.item, str(fee.due)) == ("fee", "2024-07-31")
    # Nothing else is billed in it, and without an instalment it is still billed on its day.
    del given["invoicing"]
    assert of_b(given) == [("2024-07-01", 50_000_00), (None, 100_54)]


CORRECTED: dict[str, Any] = {
    "periods": [{"from": "2023-01-01", "split": {"by": "pop"}}],
    "keys": {"pop": {"values": {"2023": {"a": "2", "b": "1", "c": "1"},
                                "2024": {"a": "2", "b": "3", "c": "1"}}}},
    "costs": {
        "drift": {
            "budget": {"2023": "1 000.01", "2024": "1 000.01"},
            "actual": {"2023": "1 000.01"},
        }
    },
    "invoicing": {"instalments": "quarterly", "due_days": "30"},
    "reconciliation": {"surplus": "settle", "deficit": "settle", "date": "02-15"},
}  # fmt: skip
"""By the key of 2023 b bears a quarter, 250,00; by the corrected one of 2024 a half: 500,005, and
the two missing öre go to c and a, who lost more."""


def test_a_key_corrected_after_two_bills_is_a_correction_with_the_third() -> None:
    """62,50 was billed twice, where 125,00 is right: 125,00 more, and the rest as it is."""
    given = CORRECTED | {"billed": {"2024": {"b": "125.00"}}}
    made = [bill for bill in bills(given, today=date(2024, 6, 30)) if bill.payer == "b"]
    assert [(bill.kind, str(bill.billed), bill.net) for bill in made] == [
        ("billed", "None", 125_00),
        ("correction", "2024-07-01", 125_00),
        ("instalment", "2024-07-01", 125_00),
        ("instalment", "2024-10-01", 125_00),
    ]
    # c was billed nothing that is stated: its bills are those of the year.
    assert len([bill for bill in bills(given, today=date(2024, 6, 30)) if bill.payer == "c"]) == 4


def test_a_key_corrected_after_the_year_is_a_correction_at_the_settlement() -> None:
    """2023 was billed at 300,00; a quarter of 1 000,01 is 250,00: 50,00 back on 15 February.

    What was billed stays, bill and settlement say the same, and the next year knows nothing of it.
    """
    given = CORRECTED | {"billed": {"2023": {"b": "300", "c": "250"}}}
    made = [bill for bill in bills(given, 2023) if bill.payer == "b"]
    assert [(bill.kind, str(bill.billed), bill.net) for bill in made] == [
        ("billed", "None", 300_00),
        ("correction", "2024-02-15", -50_00),
    ]
    data = whole("host: a") | given
    examined = examine(data)
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (settlement,) = api.settle(loaded, [2023])
    assert [share.left for share in settlement.shares] == [50_00, -50_00, 0]
    assert {bill.kind for bill in bills(given, 2024)} == {"instalment"}


def test_who_should_have_been_billed_nothing_gets_all_of_it_back() -> None:
    """By the corrected key b bears nothing: the 300,00 that was billed is to be paid back."""
    keys = {"pop": {"values": {"2023": {"a": "2", "b": "0", "c": "1"}}}}
    given = CORRECTED | {"keys": keys, "billed": {"2023": {"b": "300"}}}
    made = [(bill.kind, bill.net) for bill in bills(given, 2023) if bill.payer == "b"]
    assert made == [("billed", 300_00), ("correction", -300_00)]


def test_without_a_host_what_is_to_get_back_is_not_billed() -> None:
    """Each party's own year: who is to be paid 30 has a bill of minus 30, and none of 30."""
    data = whole("split: equal") | {"costs": {"drift": {"amounts": {"2024": {"b": "-30"}}}}}
    examined = examine(data)
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (billing,) = api.invoice(loaded, [2024])
    assert [(bill.payer, bill.payee, bill.net) for bill in billing.bills] == [("b", None, -30_00)]


@pytest.mark.parametrize(
    ("hyra", "payers", "below"),
    [
        # Each has 300 of 900, which a pays; of the rent of 30 a and b have 15, c nothing.
        ({}, ["B", "C"], ["To be paid to A."]),
        # c pays the rent: b owes it 15, and c owes a 300 less 15.
        ({"paid_by": "c"}, ["B → A", "B → C", "C → A"], []),
    ],
)
def test_each_payer_is_shown_with_whom_it_pays(
    hyra: dict[str, str], payers: list[str], below: list[str]
) -> None:
    """One who is paid by all stands below the table; several stand with those who pay them."""
    costs = {
        "drift": {"budget": {"2024": "900"}},
        "hyra": {"budget": {"2024": "30"}, "split": {"a": "1/2", "b": "1/2"}} | hyra,
    }
    data = whole("{host: a, split: equal}") | {"costs": costs}
    examined = examine(data)
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    (billing,) = api.invoice(loaded, [2024])
    shown = table(billing, Options("en"))
    assert [row.cells[0].value for row in shown.rows if row.role == "subtotal"] == payers
    assert [note for note in shown.notes if "paid to" in note] == below


def test_an_incomplete_year_has_no_bills() -> None:
    """What is missing is not billed as nothing."""
    assert bills({"costs": {"drift": {"budget": {"2023": "300"}}}}) == []


@given(
    amount=st.integers(-(10**7), 10**7),
    joined=st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 12, 31)),
    instalments=st.sampled_from(["monthly", "quarterly", "tertial", "half_yearly", "yearly"]),
    within=st.sampled_from(["advance", "arrears"]),
    preliminary=st.fractions(Fraction(1, 100), 1, max_denominator=100),
    starts=st.integers(1, 12),
    beside=st.tuples(
        st.integers(-(10**7), 10**7),
        st.none() | st.integers(-(10**7), 10**7),
        st.dates(min_value=date(2024, 1, 1), max_value=date(2025, 12, 31)),
    ),
)
def test_instalments_sum_to_the_year(
    amount: int,
    joined: Any,
    instalments: str,
    within: str,
    preliminary: Fraction,
    starts: int,
    beside: tuple[int, int | None, date],
) -> None:
    """For every amount, calendar and membership, to the öre, whatever is billed already."""
    apart, billed, today = beside
    year = "2024" if starts == 1 else "2024/25"
    given = {
        "parties": {"a": "A", "b": {"name": "B", "joined": str(joined)}, "c": "C"},
        "fiscal_year": {"starts": f"{starts:02d}-01"},
        "periods": [{"from": "2024-01-01", "to": "2025-12-31", "split": "equal"}],
        "costs": {
            "drift": {"amounts": {year: {"b": f"{amount / 100:.2f}"}}},
            "fee": {"amounts": {year: {"b": f"{apart / 100:.2f}"}}, "billed_on": "02-29"},
        },
        "invoicing": {
            "instalments": instalments,
            "in": within,
            "preliminary": f"{preliminary.numerator}/{preliminary.denominator}",
        },
    }
    if billed is not None:
        given["billed"] = {year: {"b": f"{billed / 100:.2f}"}}
    made = bills(given, today=today)
    assert sum(bill.net if bill.payer == "b" else -bill.net for bill in made) == amount + apart


@pytest.mark.parametrize("day", ["2024", "2024-06-15"])
def test_an_instalment_recurs_every_year(day: str) -> None:
    """A day of one year, or a year, is no day of every year."""
    invoicing = {"instalments": [{"date": day, "part": "1/1"}]}
    (finding,) = examine(whole("split: equal", invoicing=invoicing)).diagnostics
    assert finding.code == "AV224"
