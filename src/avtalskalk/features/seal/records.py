"""A sealed result that has been worked out again, for programs: the same in every language."""

from collections.abc import Callable, Mapping
from typing import Any

from avtalskalk.diagnostics import Amount
from avtalskalk.features.seal.seal import Pair, Recalculated, Seal, SettledFigure
from avtalskalk.features.seal.view import difference, either, paid
from avtalskalk.model.statement import Allocation, ItemTotal, Total
from avtalskalk.report.plain import decimal, exact
from avtalskalk.report.records import Records, Rows
from avtalskalk.words.formats import currency_digits

_ATTRIBUTES = {"from": "start", "to": "end"}


def records(result: Recalculated, *, confirmed: bool = False) -> Records:
    """What came out; ``confirmed`` says that the fingerprint was given, and is the right one."""
    years = result.years
    head = {"reproduced": result.reproduced, "seal": _about(result.seal, confirmed=confirmed)}
    lists: Mapping[str, list[dict[str, object]]] = {
        "inputs": [
            {"state": file.state, "sealed": file.sealed or None, "now": file.now or None}
            for file in result.files
        ],
        "years": [
            {
                "agreement": year.sealed.heading.agreement,
                "year": year.sealed.year,
                "found": year.now is not None,
                "reproduced": year.reproduced,
                "reworded": year.reworded,
                "other_notes": year.other_notes,
            }
            for year in years
        ],
        "names": [
            {**name._asdict(), "now": name.now or None}
            for name in dict.fromkeys(name for year in years for name in year.names)
        ],
        "corrections": [
            {**_key(pair, "agreement", "year", "party"), **_sides(pair, lambda _: {})}
            for year in years
            for pair in year.totals
        ],
        # What tells a row from the others is called as in `calc`.
        "rows": [
            {
                **_key(pair, "agreement", "year", "from", "to", "item", "line", "party"),
                **_sides(
                    pair, lambda row: {"share": None if row.share is None else str(row.share)}
                ),
            }
            for year in years
            for pair in year.rows
        ],
        "items": [
            {**_key(pair, "agreement", "year", "item"), **_sides(pair, _before_rounding)}
            for year in years
            for pair in year.items
        ],
        "settlements": [
            {**_key(pair, "agreement", "year", "party", "figure"), **_sides(pair, lambda _: {})}
            for year in years
            for pair in year.settled
        ],
        "missing": [
            {
                **_key(pair, "agreement", "year", "what"),
                "sealed": pair[0] is not None,
                "now": pair[1] is not None,
            }
            for year in years
            for pair in year.missing
        ],
    }
    rows = [Rows(name, values) for name, values in lists.items()]
    fields = dict.fromkeys(lists, ())
    return Records("avtalskalk/verification/1", head, fields, rows, nested=True)


def _about(seal: Seal, *, confirmed: bool) -> dict[str, object]:
    """What identifies the seal, and how it was calculated."""
    return {
        "fingerprint": seal.fingerprint,
        "confirmed": confirmed,
        "checksum": seal.checksum,
        "version": seal.version,
        "basis": seal.how.basis,
        "today": seal.how.today.isoformat() if seal.how.today else None,
        "assume_extended": seal.how.assume_extended,
        "settlement": seal.how.settlement,
    }


def _key(pair: Pair[Any], *names: str) -> dict[str, object]:
    """What a row is of, days as text."""
    row = either(pair)
    values = {name: getattr(row, _ATTRIBUTES.get(name, name)) for name in names}
    return {name: str(day) if name in _ATTRIBUTES else day for name, day in values.items()}


def _before_rounding(item: ItemTotal) -> dict[str, object]:
    """A cost may come to something else only before it is rounded."""
    whole = None if item.exact is None else exact(Amount(item.exact, item.currency))
    return {"exact": whole, "solved": item.solved}


def _sides(
    pair: Pair[Allocation] | Pair[Total] | Pair[ItemTotal] | Pair[SettledFigure],
    more: Callable[[Any], dict[str, object]],
) -> dict[str, object]:
    """A row's figures on both sides, null where it is not there, and the difference."""
    was, now = pair
    currency = next(row.currency for row in pair if row)

    def amount(minor: int | None) -> str | None:
        return None if minor is None else decimal(minor, currency_digits(currency))

    def figures(
        row: Allocation | Total | ItemTotal | SettledFigure | None,
    ) -> dict[str, object] | None:
        if row is None:
            return None
        return {"amount": amount(row.amount), "conditional": row.conditional, **more(row)}

    sides = {"sealed": figures(was), "now": figures(now)}
    return {"currency": currency, **sides, "difference": amount(difference(paid(was), paid(now)))}
