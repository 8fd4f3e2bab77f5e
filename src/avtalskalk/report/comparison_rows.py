"""A comparison as flat rows for a program: amounts exact, as strings, and no language in them."""

from collections.abc import Iterator

from avtalskalk.calculation.comparison import per_unit
from avtalskalk.model.comparison import Figure
from avtalskalk.report.comparison_view import Beside, Scenario
from avtalskalk.report.plain import decimal
from avtalskalk.words.formats import currency_digits

COLUMNS = (
    *("agreement", "scenario", "year", "party", "before", "after", "difference", "relative"),
    *("currency", "conditional", "complete"),
)
"""What a row of `figures` has; so has one of `totals`, but the party."""

AMOUNTS = ("before", "after", "difference")


def figures(beside: Beside) -> Iterator[dict[str, object]]:
    """Each party's year under each scenario; ``relative`` is an exact part of what was before."""
    for one in beside.scenarios:
        for figure in one.comparison.figures:
            yield _figure(one, figure)


def totals(beside: Beside) -> Iterator[dict[str, object]]:
    """All parties' year under each scenario."""
    for one in beside.scenarios:
        for figure in one.comparison.totals:
            row = _figure(one, figure)
            del row["party"]
            yield row


def _figure(one: Scenario, figure: Figure) -> dict[str, object]:
    """A figure; an amount is None where it is not known, or where there is nobody to pay."""
    digits = currency_digits(one.comparison.currency)

    def amount(minor: int | None) -> str | None:
        return None if minor is None else decimal(minor, digits)

    return {
        "agreement": figure.agreement,
        "scenario": one.name,
        "year": figure.year,
        "party": figure.party,
        "before": amount(figure.before) if figure.was.there else None,
        "after": amount(figure.after) if figure.becomes.there else None,
        "difference": amount(figure.difference),
        "relative": None if figure.relative is None else str(figure.relative),
        "currency": one.comparison.currency,
        "conditional": figure.was.conditional or figure.becomes.conditional,
        "complete": figure.difference is not None,
    }


def units(beside: Beside) -> Iterator[dict[str, object]]:
    """Amounts per unit of each known volume, exact in whole units of the currency."""
    for scenario in beside.scenarios:
        size = 10 ** currency_digits(scenario.comparison.currency)
        for one in per_unit(scenario.comparison):
            yield {
                "agreement": beside.heading.agreement,
                "scenario": scenario.name,
                "year": one.year,
                "party": one.party or None,
                "volume": one.name,
                "unit": one.unit or None,
                "before": None if one.before is None else str(one.before / size),
                "after": None if one.after is None else str(one.after / size),
                "currency": scenario.comparison.currency,
            }


def missing(beside: Beside) -> Iterator[dict[str, object]]:
    """The figures that are not known, before any change and after each."""
    for one in beside.scenarios:
        compared = one.comparison
        for side, statements in (("before", compared.before), ("after", compared.after)):
            for statement in statements:
                for lacking in statement.missing:
                    yield {
                        "agreement": lacking.agreement,
                        "scenario": one.name,
                        "side": side,
                        "year": lacking.year,
                        "what": lacking.what,
                    }
