"""Vouchers: worked by hand, read back from SIE files, and what must hold of all."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.sie_reader import SieFile, read_sie
from tests.small_agreements import PERIOD, whole

from avtalskalk import api
from avtalskalk.checks.validation import examine
from avtalskalk.features.vouchers.records import records
from avtalskalk.features.vouchers.view import notes_of
from avtalskalk.features.vouchers.vouchers import Of, Vouchers, of_bodies
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write_records
from avtalskalk.formats.sie import replacements
from avtalskalk.report.options import Options

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "vouchers.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - text only
)
ROLES = ("receivable", "liability", "revenue", "cost", "output_vat", "input_vat", "rounding")
ACCOUNTS: dict[str, dict[str, Any]] = {
    party: {role: f"{first}{number}" for number, role in enumerate(ROLES, 1)}
    for first, party in enumerate("abc", 1)
}


def loaded(given: dict[str, Any], accounts: dict[str, Any] | None = None) -> Loaded:
    """An agreement of a, b and c that a hosts, equal unless it says otherwise, with accounts."""
    data = whole("host: a") | given
    accounting = {party: dict(of_party) for party, of_party in ACCOUNTS.items()}
    for party, further in (accounts or {}).items():
        accounting[party] = accounting.get(party, {}) | further
    data.setdefault("accounting", accounting)
    if "periods" not in given:
        split = data.pop("split", "equal")
        data["periods"] = [PERIOD | {"to": "2030-12-31", "split": split}]
    examined = examine(data)
    assert examined.agreement is not None, examined.diagnostics
    return Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)


def booked(agreement: Loaded, of: Of = "invoices", **question: Any) -> Vouchers:
    """One year's vouchers."""
    (year,) = api.vouchers(agreement, [2024], of, **question)
    return year


def sie(year: Vouchers) -> dict[str, bytes]:
    """The SIE file of each body, by its party."""
    options = Options(version="1")
    return {
        body.party: b"".join(write_records("sie", records(own, "invoices", "sv"), options))
        for body, own in of_bodies([year]).items()
    }


def amount(text: str) -> Decimal:
    """An amount as the cases write it."""
    return Decimal(text.replace(",", "."))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_vouchers_worked_by_hand(case: dict[str, Any]) -> None:
    """What an independent reader finds in each body's file is what was worked out."""
    day = date.fromisoformat(case["day"]) if "day" in case else None
    year = booked(loaded(case["given"], case.get("accounts")), case.get("of", "invoices"), day=day)
    files = {party: read_sie(content) for party, content in sie(year).items()}
    read = {
        party: [
            " ".join(
                [
                    str(voucher.day),
                    *(f"{line.account} {line.amount:.2f}" for line in voucher.transactions),
                ]
            ).replace(".", ",")
            for voucher in file.vouchers
        ]
        for party, file in files.items()
    }
    assert read == case["books"]
    assert together(files) == 0


def together(files: dict[str, SieFile]) -> Decimal:
    """What the receivables and the liabilities of all files are together."""
    claims = [
        line.amount
        for file in files.values()
        for voucher in file.vouchers
        for line in voucher.transactions
        if line.account[1] in "129"
    ]
    return sum(claims, Decimal(0))


BOTH: tuple[Of, ...] = ("invoices", "settlement")
SETTLED: dict[str, Any] = {
    "costs": {"drift": {"budget": {"2024": "1 000"}, "actual": {"2024": "1 100"}}},
    "reconciliation": {"deficit": "settle", "date": "02-15"},
}


def test_the_two_files_of_a_settlement_are_together_zero() -> None:
    """Of 66,67 b pays 33,34 and c 33,33: each file balances, and all are zero."""
    year = booked(loaded(SETTLED), "settlement")
    files = {party: read_sie(content) for party, content in sie(year).items()}
    sums: Counter[str] = Counter()
    for file in files.values():
        for voucher in file.vouchers:
            for line in voucher.transactions:
                sums[line.account] += int(line.amount * 100)
    assert sums == {"11": 66_67, "13": -66_67, "22": -33_34, "24": 33_34, "32": -33_33, "34": 33_33}
    # Receivables are liabilities, and revenue is cost, of each pair and of all.
    assert sums["11"] + sums["22"] + sums["32"] == 0
    assert sums["13"] + sums["24"] + sums["34"] == 0


def test_counterparty_and_other_dimensions_are_objects() -> None:
    """A code may be by counterparty; dimensions are declared, and what has a name."""
    accounts = {
        "a": {
            "dimensions": {"motpart": "21", "ansvar": "1"},
            "revenue": {
                "account": "13 Ersättning",
                "ansvar": "4100 Sekretariat",
                "motpart": {"b": "831 Kommuner", "c": "821"},
            },
        }
    }
    year = booked(loaded(SETTLED, accounts), "settlement", parties=["a"])
    (content,) = sie(year).values()
    file = read_sie(content)
    assert file.posts["#DIM"] == [["1", "ansvar"], ["21", "motpart"]]
    assert file.posts["#KONTO"] == [["13", "Ersättning"]]
    assert file.posts["#OBJEKT"] == [["1", "4100", "Sekretariat"], ["21", "831", "Kommuner"]]
    revenue = [line.objects for v in file.vouchers for line in v.transactions if line.objects]
    assert revenue == [{"1": "4100", "21": "831"}, {"1": "4100", "21": "821"}]


def test_a_file_is_in_code_page_437() -> None:
    """å, ä, ö and é are single bytes of it; what it lacks is replaced, and said."""
    title = 'Åäöé – “Ø” \\ "{x}" № €'
    year = booked(loaded(SETTLED | {"title": title}), "settlement", parties=["b"])
    (content,) = sie(year).values()
    assert b'"\x8f\x84\x94\x82 - \\"O\\" / \\"{x}\\" No EUR 2024, slutavr\x84kning: A"' in content
    (voucher,) = read_sie(content).vouchers
    assert voucher.text == 'Åäöé - "O" / "{x}" No EUR 2024, slutavräkning: A'
    assert replacements(records([year], "settlement", "sv")) == {
        "\\": "/", "Ø": "O", "–": "-", "“": '"', "”": '"', "€": "EUR", "№": "No",
    }  # fmt: skip


def test_a_file_is_the_same_at_every_run() -> None:
    """No clock: its day is that of its last voucher, and every line is in the same place."""
    first, second = (sie(booked(loaded(SETTLED), "settlement")) for _ in range(2))
    assert first == second
    assert read_sie(first["b"]).posts["#GEN"] == [["20250215"]]


def test_what_is_missing_is_named() -> None:
    """Each account and code that is missing is an error of its own, and nothing is booked."""
    accounting = {
        "b": {
            "cost": {"account": {"c": "4000"}, "motpart": {"c": "1"}},
            "dimensions": {"motpart": "20"},
        }
    }
    year = booked(loaded(SETTLED | {"accounting": accounting}), "settlement")
    found = [d for d in year.statements[0].diagnostics if d.severity == "error"]
    assert [str(error.arguments["key"]) for error in found] == [
        "accounting.b.cost.account.a",
        "accounting.b.liability",
    ]
    assert year.vouchers == ()
    # Those without any accounts are named, and no error.
    assert year.without == ("a", "c")


def test_below_a_voucher_budget_and_outcome_are_no_change() -> None:
    """The shares change in the year, as b joins in July: its vouchers have none and say nothing."""
    costs = {"drift": {"budget": {"2024": "900"}, "actual": {"2024": "1 200"}}}
    parties = {"a": "A", "b": {"name": "B", "joined": "2024-07-01"}, "c": "C"}
    year = booked(loaded(SETTLED | {"parties": parties, "costs": costs}), "settlement")
    assert year.vouchers
    assert not [note for note in notes_of(year, "en") if "change" in note]


def test_all_without_accounts_are_named() -> None:
    """The sentence is not shortened, however many they are."""
    names = {f"p{number}": f"Kommun nummer {number}" for number in range(40)}
    given = SETTLED | {"parties": {"a": "A", "b": "B", "c": "C"} | names}
    text, *_ = notes_of(booked(loaded(given), "settlement"), "en")
    assert text.startswith("Not booked here: Kommun nummer 0, Kommun nummer 1, ")
    assert text.endswith("Kommun nummer 38 and Kommun nummer 39, without accounts in `accounting`.")


def test_what_was_billed_is_in_the_books_and_its_correction_is_not() -> None:
    """B owes 300 and was billed 280: 20 is booked with the settlement, once.

    Before the last bill, of 150, it was billed 140 of 150: 10 is booked with that.
    """
    given = {
        "costs": {"drift": {"budget": {"2024": "900"}, "actual": {"2024": "900"}}},
        "invoicing": {"instalments": "half_yearly"},
        "reconciliation": {"deficit": "settle", "date": "02-15"},
        "billed": {"2024": {"b": "280", "c": "300"}},
    }
    assert of_b(loaded(given), today=date(2025, 1, 31)) == [("settlement", "2025-02-15", 20_00)]
    half = given | {"billed": {"2024": {"b": "140", "c": "150"}}}
    assert of_b(loaded(half), today=date(2024, 3, 1))[:2] == [
        ("correction", "2024-07-01", 10_00),
        ("instalment", "2024-07-01", 150_00),
    ]


def of_b(agreement: Loaded, today: date) -> list[tuple[str, str, int]]:
    """What b books as a cost, of bills and then of the settlement."""
    return [
        (voucher.claim.kind, str(voucher.day), entry.amount)
        for of in BOTH
        for voucher in booked(agreement, of, today=today).vouchers
        for entry in voucher.entries
        if voucher.party == "b" and entry.role == "cost"
    ]


def test_a_voucher_has_a_day() -> None:
    """Where the agreement has none, it must be given; a given one replaces the agreement's."""
    without = SETTLED | {"reconciliation": {"deficit": "settle"}}
    (error,) = booked(loaded(without), "settlement").statements[0].diagnostics
    assert (error.code, error.arguments["day"]) == ("AV625", date(2024, 12, 31))
    given_day = date(2024, 12, 31)
    for terms in (without, SETTLED):
        year = booked(loaded(terms), "settlement", day=given_day)
        assert {voucher.day for voucher in year.vouchers} == {given_day}


def test_nothing_is_booked_of_a_year_with_a_figure_missing() -> None:
    """No bills and no settlement, so no vouchers."""
    agreement = loaded({"costs": {"drift": {"budget": {"2023": "1 000"}}}})
    for of in BOTH:
        year = booked(agreement, of)
        assert year.vouchers == ()
        assert year.statements[0].missing


@pytest.mark.parametrize(
    ("accounts", "code", "path"),
    [
        ({"d": {"cost": "1"}}, "AV101", "d"),
        ({"a": {"cost": {"account": {"d": "1"}}}}, "AV101", "a.cost.account.d"),
        ({"host": {"cost": "1"}}, "AV101", "host"),
        ({"a": {"items": {"hyra": {"cost": "1"}}}}, "AV101", "a.items.hyra"),
        ({"a": {"cost": {"account": "1", "ansvar": "2"}}}, "AV101", "a.cost.ansvar"),
        ({"a": {"dimensions": {"ansvar": "3"}}}, "AV118", "a.dimensions.ansvar"),
        ({"a": {"dimensions": {"ansvar": "1", "motpart": "1"}}}, "AV290", "a.dimensions.motpart"),
        ({"a": {"dimensions": {"account": "20"}}}, "AV216", "a.dimensions.account"),
        ({"a": {"cost": "A1"}}, "AV236", "a.cost"),
        ({"a": {"cost": {"ansvar": "1"}}}, "AV292", "a.cost"),
    ],
)
def test_what_the_accounting_may_not_say(accounts: dict[str, Any], code: str, path: str) -> None:
    """Each is one error at its place; SIE keeps the dimensions 2 to 5 and 11 to 19."""
    (error,) = examine(whole("host: a") | SETTLED | {"accounting": accounts}).diagnostics
    where = ".".join(str(step) for step in error.path)
    assert (error.code, where.removesuffix(".[key]")) == (code, f"accounting.{path}")


PAIRS = {
    "liability": "receivable",
    "cost": "revenue",
    "input_vat": "output_vat",
    "interest_cost": "interest_income",
}
INTEREST = {"interest_income": "801", "interest_cost": "802"}
WEIGHTS = st.tuples(*[st.integers(0, 9)] * 3).filter(any)


TERMS = st.fixed_dictionaries(
    {"instalments": st.sampled_from(("monthly", "quarterly", "yearly"))},
    optional={
        "vat": st.sampled_from(("12 %", "25 %")),
        "round_total": st.just("1 kr"),
        "preliminary": st.just("80 %"),
    },
)


@given(
    WEIGHTS,
    st.lists(st.integers(-10_000, 1_000_000), min_size=2, max_size=2),
    st.lists(st.sampled_from(("a", "b", "c")), min_size=2, max_size=2),
    TERMS,
    st.sampled_from(("paid", "deviation")),
    st.integers(0, 2_000_000),
)
def test_every_voucher_balances(
    weights: tuple[int, ...],
    costs: list[int],
    payers: list[str],
    invoicing: dict[str, str],
    base: str,
    actual: int,
) -> None:
    """For any split, payers, calendar, VAT and rounding, and both sides are together zero."""
    names = [f"item{place}" for place in range(len(costs))]
    agreement = loaded(
        {
            "split": {p: f"{w}/{sum(weights)}" for p, w in zip("abc", weights, strict=True)},
            "costs": {
                name: {
                    "budget": {"2024": f"{cost / 100:.2f}"},
                    "actual": {"2024": f"{actual / 100:.2f}"},
                    "paid_by": payer,
                }
                for name, cost, payer in zip(names, costs, payers, strict=True)
            },
            "invoicing": invoicing,
            "reconciliation": {
                "surplus": "settle",
                "deficit": "settle",
                "date": "02-15",
                "interest": {"rate": "2 %", "base": base},
            },
        },
        {"a": INTEREST, "b": INTEREST | {"items": {"item1": {"cost": "28"}}}, "c": INTEREST},
    )
    borne: Counter[str] = Counter()
    for of in BOTH:
        year = booked(agreement, of)
        sums: Counter[str] = Counter()
        for voucher in year.vouchers:
            assert sum(entry.amount for entry in voucher.entries) == 0
            for entry in voucher.entries:
                sums[PAIRS.get(entry.role, entry.role)] += entry.amount
                if entry.role in ("revenue", "cost"):
                    borne[voucher.party] += entry.amount
        assert not any(sums.values())
    # With what it has paid to suppliers, each party has booked what it bears, once.
    (settlement,) = api.settle(agreement, [2024])
    for share in settlement.shares:
        assert borne[share.party] + (share.outlays or 0) == share.bears
