"""Changes beside what they change, for programs: each party's year before and after."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from avtalskalk.calculation.comparison import per_unit
from avtalskalk.model.comparison import ComparedYear
from avtalskalk.model.statement import Input
from avtalskalk.report.comparison import ComparedScenario, ScenarioSet
from avtalskalk.report.comparison_sums import ComparedPortfolio
from avtalskalk.report.group_records import GROUPED_BY, group_values
from avtalskalk.report.options import Options
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import INPUT, diagnostic_rows, input_rows
from avtalskalk.words.formats import currency_digits

_OF_YEAR = fields("text", "agreement", "scenario", "year")
_SIDES = (
    *fields("money", "before", "after", "difference"),
    Field("relative", "exact"),
    Field("currency"),
    *fields("flag", "conditional", "complete"),
)
_UNIT = (
    *fields("text", "party", "volume", "unit"),
    *fields("exact", "before", "after"),
    Field("currency"),
)
LISTS: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        "scenarios": fields("text", "agreement", "name", "title", "since"),
        "figures": (*_OF_YEAR, Field("party"), *_SIDES),
        "totals": (*_OF_YEAR, *_SIDES),
        "units": (*_OF_YEAR, *_UNIT),
        "missing": fields("text", "agreement", "scenario", "side", "year", "what"),
        "diagnostics": (),
    }
)
"""The lists of a comparison, beside its inputs."""


def records(comparisons: Iterable[ScenarioSet], options: Options) -> Records:
    """Changes for a program, one agreement at a time."""
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    by = options.by
    lists = {"inputs": INPUT, **LISTS}
    if by:
        grouped = (*GROUPED_BY[by], Field("scenario"), *_SIDES)
        lists = {name: lists[name] for name in ("inputs", "scenarios", "missing", "diagnostics")}
        lists = {"figures": grouped, **lists}

    def rows() -> Iterator[Rows]:
        portfolio = ComparedPortfolio(options, apart=True) if by else None
        for scenarios in comparisons:
            if portfolio:
                portfolio.add(scenarios)
            for part in comparison_rows(scenarios, options, inputs, diagnostics):
                if not by or part.list not in ("figures", "totals", "units"):
                    yield part
        for group_by, group, name, figure in portfolio.figures() if portfolio else ():
            values = group_values(group, figure.year, group_by)
            row = (*values, name, *_sides(figure, group.currency))
            yield Rows("figures", [row], group.currency)

    return Records("avtalskalk/comparison/1", {"basis": options.basis}, lists, rows(), "figures")


def comparison_rows(
    scenarios: ScenarioSet, options: Options, inputs: set[Input], diagnostics: list[object]
) -> Iterator[Rows]:
    """One agreement's rows, without the inputs and diagnostics that have been written before."""
    agreement = scenarios.heading.agreement
    baseline = [scenarios.baseline] if scenarios.baseline else []
    yield Rows(
        "scenarios",
        [(agreement, scenario.name, scenario.title, scenario.since)
         for scenario in (*baseline, *scenarios.scenarios)
         if scenario.name or scenario.title],
    )  # fmt: skip
    for chosen in scenarios.select(options).scenarios:
        comparison = chosen.comparison
        currency = comparison.currency
        figures = [
            (figure.agreement, chosen.name, figure.year, figure.party, *_sides(figure, currency))
            for figure in comparison.figures
        ]
        yield Rows("figures", figures, currency)
        if options.totals:
            totals = [
                (figure.agreement, chosen.name, figure.year, *_sides(figure, currency))
                for figure in comparison.totals
            ]
            yield Rows("totals", totals, currency)
        yield Rows("units", _units(agreement, chosen))
    for scenario in scenarios.scenarios:
        comparison = scenario.comparison
        for side, statements in (("before", comparison.before), ("after", comparison.after)):
            missing = [
                (figure.agreement, scenario.name, side, figure.year, figure.what)
                for statement in statements
                for figure in statement.missing
            ]
            yield Rows("missing", missing)
        yield input_rows(comparison.statements, inputs)
        yield diagnostic_rows(comparison.statements, diagnostics)


def _sides(figure: ComparedYear, currency: str) -> tuple[object, ...]:
    """Both sides and the change; None where it is not known, or where there is nobody to pay.

    What is known of a sum is no sum.
    """
    conditional = figure.was.conditional or figure.becomes.conditional
    if figure.was.partial or figure.becomes.partial:
        return None, None, None, None, currency, conditional, False
    return (
        figure.before if figure.was.there else None,
        figure.after if figure.becomes.there else None,
        figure.difference,
        figure.relative,
        currency,
        conditional,
        figure.difference is not None,
    )


def _units(agreement: str, scenario: ComparedScenario) -> Iterator[tuple[object, ...]]:
    """Amounts per unit of each known volume, exact in whole units of the currency."""
    currency = scenario.comparison.currency
    size = 10 ** currency_digits(currency)
    for unit in per_unit(scenario.comparison):
        before, after = (
            None if amount is None else amount / size for amount in (unit.before, unit.after)
        )
        party, name = unit.party or None, unit.unit or None
        yield agreement, scenario.name, unit.year, party, unit.name, name, before, after, currency
