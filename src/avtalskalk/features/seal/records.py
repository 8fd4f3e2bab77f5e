"""A sealed result that has been worked out again, for programs: the same in every language."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from avtalskalk.diagnostics import Amount
from avtalskalk.features.seal.seal import Compared, Recalculated
from avtalskalk.features.seal.view import difference, either, paid
from avtalskalk.model.statement import Allocation, ItemTotal, Missing, Total
from avtalskalk.report.plain import decimal, exact
from avtalskalk.report.records import Records, Rows
from avtalskalk.words.formats import currency_digits

Paying = TypeVar("Paying", Allocation, Total, ItemTotal)


def records(result: Recalculated, *, confirmed: bool = False) -> Records:
    """What came out; ``confirmed`` says that the fingerprint was given, and is the right one."""
    seal = result.seal
    head = {
        "reproduced": result.reproduced,
        "seal": {
            "fingerprint": seal.fingerprint,
            "confirmed": confirmed,
            "checksum": seal.checksum,
            "version": seal.version,
            "basis": seal.how.basis,
            "today": seal.how.today.isoformat() if seal.how.today else None,
            "assume_extended": seal.how.assume_extended,
        },
    }
    lists: Mapping[str, list[dict[str, object]]] = {
        "inputs": [
            {"state": file.state, "sealed": file.sealed or None, "now": file.now or None}
            for file in result.files
        ],
        "years": [_year(year) for year in result.years],
        "corrections": [_total(*pair) for year in result.years for pair in year.totals],
        "rows": [_row(*pair) for year in result.years for pair in year.rows],
        "items": [_item(*pair) for year in result.years for pair in year.items],
        "missing": [_missing(*pair) for year in result.years for pair in year.missing],
    }
    rows = [Rows(name, found) for name, found in lists.items()]
    fields = dict.fromkeys(lists, ())
    return Records("avtalskalk/verification/1", head, fields, rows, nested=True)


def _year(year: Compared) -> dict[str, object]:
    """One agreement's year: whether it is there, and whether it came out again."""
    return {
        "agreement": year.sealed.heading.agreement,
        "year": year.sealed.year,
        "found": year.now is not None,
        "reproduced": year.reproduced,
        "reworded": year.reworded,
    }


def _total(was: Total | None, now: Total | None) -> dict[str, object]:
    """A party's year that comes to something else."""
    row = either((was, now))
    key = {"agreement": row.agreement, "year": row.year, "party": row.party}
    return {**key, **_sides(was, now, lambda _: {})}


def _row(was: Allocation | None, now: Allocation | None) -> dict[str, object]:
    """A row that is another; what tells it from the others is called as in `calc`."""
    row = either((was, now))
    key = {
        "agreement": row.agreement,
        "year": row.year,
        "from": row.start.isoformat(),
        "to": row.end.isoformat(),
        "item": row.item,
        "line": row.line,
        "party": row.party,
    }
    return {**key, **_sides(was, now, lambda side: {"share": _share(side.share)})}


def _share(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _item(was: ItemTotal | None, now: ItemTotal | None) -> dict[str, object]:
    """A cost that comes to something else, perhaps only before it is rounded."""
    row = either((was, now))
    key = {"agreement": row.agreement, "year": row.year, "item": row.item}

    def more(side: ItemTotal) -> dict[str, object]:
        whole = None if side.exact is None else exact(Amount(side.exact, side.currency))
        return {"exact": whole, "solved": side.solved}

    return {**key, **_sides(was, now, more)}


def _missing(was: Missing | None, now: Missing | None) -> dict[str, object]:
    """A figure that is missing on one side only."""
    row = either((was, now))
    sides = {"sealed": was is not None, "now": now is not None}
    return {"agreement": row.agreement, "year": row.year, "what": row.what, **sides}


def _sides(
    was: Paying | None, now: Paying | None, more: Callable[[Paying], dict[str, object]]
) -> dict[str, object]:
    """A row's figures on both sides, null where it is not there, and the difference."""
    currency = either((was, now)).currency

    def amount(minor: int | None) -> str | None:
        return None if minor is None else decimal(minor, currency_digits(currency))

    def figures(side: Paying | None) -> dict[str, object] | None:
        if side is None:
            return None
        return {"amount": amount(side.amount), "conditional": side.conditional, **more(side)}

    sides = {"sealed": figures(was), "now": figures(now)}
    return {"currency": currency, **sides, "difference": amount(difference(paid(was), paid(now)))}
