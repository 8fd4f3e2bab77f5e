"""Settlements for programs: each party's year, what is settled, and who pays whom."""

from collections.abc import Iterable, Iterator

from avtalskalk.calculation.transfers import HOST
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.model.statement import Basis, Input
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import INPUT, assumption_rows, diagnostic_rows, input_rows

TRANSFER = (
    *fields("text", "agreement", "year", "payer", "payer_name", "payee", "payee_name"),
    Field("amount", "money"),
    Field("currency"),
    Field("internal", "flag"),
)
_LISTS = {
    "inputs": INPUT,
    "settlements": (
        *fields("text", "agreement", "year", "party"),
        *fields("money", "budget", "outcome", "adjusted", "bears", "outlays", "paid", "left"),
        Field("interest", "money"),
        Field("currency"),
        *fields("flag", "conditional", "complete"),
    ),
    "years": (
        *fields("text", "agreement", "year", "kind"),
        *fields("money", "deviation", "threshold", "above", "settled"),
        Field("carried_to"),
        Field("date", "day"),
        Field("currency"),
    ),
    "transfers": TRANSFER,
    "missing": fields("text", "agreement", "basis", "year", "what"),
    "assumptions": (),
    "diagnostics": (),
}


def records(settlements: Iterable[Settlement], outcome: Basis) -> Records:
    """Settlements on an outcome for a program, one year at a time."""
    rows = _rows(settlements)
    head = {"basis": outcome}
    return Records("avtalskalk/settlement/1", head, _LISTS, rows, main="settlements")


def _rows(settlements: Iterable[Settlement]) -> Iterator[Rows]:
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    for settlement in settlements:
        heading, year = settlement.heading, settlement.year
        agreement, currency = heading.agreement, heading.currency
        yield Rows(
            "settlements",
            [
                (
                    agreement,
                    year,
                    *share[:8],
                    share.interest,
                    currency,
                    share.party in settlement.conditional,
                    share.left is not None,
                )
                for share in settlement.shares
            ],
            currency,
        )
        moved = settlement.adjustment
        if moved is not None:
            carried_to = settlement.carried_to.label if settlement.carried_to else None
            row = (
                agreement, year, moved.kind, moved.deviation, moved.least or None,
                moved.free or None, moved.moved, carried_to, settlement.on, currency,
            )  # fmt: skip
            yield Rows("years", [row], currency)
        yield Rows("transfers", transfer_rows(settlement), currency)
        sides = (settlement.budget, settlement.outcome)
        missing: list[tuple[str, str | None, str, str]] = [
            (agreement, side.basis, year, figure.what) for side in sides for figure in side.missing
        ]
        lacking = [f"billed.{year}.{share.party}" for share in settlement.unbilled]
        missing += [(agreement, None, year, what) for what in lacking]
        yield Rows("missing", missing)
        yield assumption_rows(sides)
        yield input_rows(sides, inputs)
        yield diagnostic_rows(sides, diagnostics)


def transfer_rows(settlement: Settlement) -> list[tuple[object, ...]]:
    """Who pays whom; a host that is no party has a name and no id."""
    agreement = settlement.loaded.agreement
    if agreement is None:
        return []
    return [
        (
            row.agreement, row.year, row.payer if row.payer != HOST else None,
            agreement.body_name(row.payer), row.payee if row.payee != HOST else None,
            agreement.body_name(row.payee), row.amount, row.currency, row.internal,
        )
        for row in settlement.transfers
    ]  # fmt: skip
