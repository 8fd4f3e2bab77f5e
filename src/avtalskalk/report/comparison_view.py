"""A change beside what it changes: what each party pays before and after, and who gains."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.comparison import per_unit, summed
from avtalskalk.model.comparison import NOBODY, ComparedYear, Paid
from avtalskalk.money import half_up
from avtalskalk.report.comparison import ComparedScenario, ScenarioSet
from avtalskalk.report.document import (
    BLANK,
    NOTHING,
    Block,
    Cell,
    Chart,
    Column,
    Row,
    Series,
    Table,
)
from avtalskalk.report.notes import (
    assumption,
    lacking,
    lacking_beyond,
    notes,
    spoken_lacking,
    spoken_lacking_of,
)
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import (
    PartyLine,
    YearLines,
    amount_cell,
    head_row,
    line_rows,
    rounded,
    year_rows,
)
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.table_chart import MOST_BARS
from avtalskalk.report.titles import selected, spoken_years, subtitle
from avtalskalk.words import Language
from avtalskalk.words.formats import currency_digits, phrase, safe


def blocks(scenarios: ScenarioSet, options: Options) -> list[Block]:
    """What each party pays, per unit too where that is asked for, and the differences drawn."""
    per_unit = unit_table(scenarios, options) if options.per_unit else None
    drawn = chart(scenarios, options)
    return [block for block in (table(scenarios, options), per_unit, drawn) if block]


class ScenarioLine(NamedTuple):
    """One row's figures, one for each scenario; ``shown`` are rounded to what the table shows."""

    label: str
    exact: tuple[ComparedYear, ...]
    shown: tuple[ComparedYear, ...]


class _Layout(NamedTuple):
    """How figures become rows: one change as before and after, or several across.

    ``longest`` is the difference that fills half a bar; without it there are neither bars nor
    relative differences.
    """

    across: bool
    language: Language
    longest: int | None = None


def table(scenarios: ScenarioSet, options: Options) -> Table:
    """Each party before and after a change, the difference, and a bar of who gains and who pays.

    Of several scenarios each has a column beside that of the baseline, and the differences stand
    below the amounts.
    """
    language, chosen = options.language, scenarios.select(options)
    comparable = chosen.comparable
    shown, lines_of_years = shown_lines(comparable, options)
    sides = comparable.sides
    differences = [
        abs(figure.difference or 0)
        for lines in lines_of_years
        for line in lines
        for figure in line.exact
        if figure.party
    ]
    several = len(comparable.scenarios) > 1
    layout = _Layout(several, language, max(differences, default=0))
    columns = _columns(comparable, layout, shown) if sides else ()
    with_total = options.totals and len(chosen.chosen_names(options)) != 1
    known = any(paid.partial for paid in sides) and any(paid.amount for paid in sides)

    def build(step: int) -> Table:
        rows = year_rows(
            [
                YearLines(
                    total.label,
                    [_party_line(line, layout) for line in parties],
                    _party_line(total, layout) if with_total else None,
                )
                for *parties, total in (_years(comparable, step, options) if sides else ())
            ],
            phrase("known_total" if known else "total", language),
        )
        return Table(
            chosen.heading.title,
            tuple(column._replace(places=options.decimals) for column in columns),
            tuple(rows),
            _subtitle(chosen, shown, options),
            tuple(_notes(chosen, sides, shown, options)),
        )

    return in_unit(build, shown, [paid.amount or 0 for paid in sides], options)


def _columns(scenarios: ScenarioSet, layout: _Layout, shown: Scale) -> tuple[Column, ...]:
    """The columns of amounts: before and after a change, or the baseline and each scenario."""
    language, baseline = layout.language, scenarios.baseline
    if layout.across:
        stands = baseline.name if baseline else phrase("now", language)
        titles = [stands, *(scenario.name for scenario in scenarios.scenarios)]
        return (Column(BLANK, "text"), *map(shown.column, titles))
    before = baseline.name if baseline else phrase("before", language)
    after = scenarios.scenarios[0].name if baseline else ""
    amounts = (
        Column(BLANK, "text"),
        shown.column(before),
        shown.column(after or phrase("after", language)),
        shown.column(phrase("difference", language))._replace(kind="difference"),
    )
    if layout.longest is None:
        return amounts
    return (*amounts, Column(phrase("change", language), "relative"), Column("- │ +", "bar"))


# --- Rows ------------------------------------------------------------------------------------


def shown_lines(scenarios: ScenarioSet, options: Options) -> tuple[Scale, list[list[ScenarioLine]]]:
    """The lines of comparable scenarios, year by year, on the scale that they are shown in."""
    amounts = [paid.amount or 0 for paid in scenarios.sides]
    currency = scenarios.heading.currency if scenarios.sides else "SEK"
    shown = scale(currency, options.unit, amounts)
    return shown, _years(scenarios, shown.step, options) if scenarios.sides else []


def _years(scenarios: ScenarioSet, step: int, options: Options) -> list[list[ScenarioLine]]:
    """The years with terms, and all of them together where they are several.

    Each is its parties' lines, and last their total under the year's name.  Sorted by effect those
    that gain or lose most stand first.
    """

    def effect(line: ScenarioLine) -> int:
        return max(abs(figure.difference or 0) for figure in line.exact)

    def in_order(lines: list[ScenarioLine]) -> list[ScenarioLine]:
        return sorted(lines, key=effect, reverse=True) if options.sort == "effect" else lines

    years = [lines for year in scenarios.years if (lines := _year(scenarios, year, step))]
    years = [[*in_order(parties), total] for *parties, total in years]
    if len(years) <= 1:
        return years
    by_party: dict[str, list[ScenarioLine]] = {}
    for *parties, _ in years:
        for line in parties:
            by_party.setdefault(line.exact[0].party, []).append(line)
    sums = [_with_total(lines, lines[0].label)[-1] for lines in by_party.values()]
    together = _with_total(in_order(sums), phrase("all_years", options.language))
    # A sum that lacks a year is no sum, and so is a row of nothing else.
    known = any(figure.difference is not None for line in together for figure in line.exact)
    return [*years, together] if known else years


def _year(scenarios: ScenarioSet, year: str, step: int) -> list[ScenarioLine]:
    """A year's parties and their total; none without terms."""
    by_scenario = [
        {figure.party: figure for figure in scenario.comparison.figures if figure.year == year}
        for scenario in scenarios.scenarios
    ]
    names = {
        party: name
        for party, name in scenarios.parties.items()
        if any(party in figures for figures in by_scenario)
    }
    absent = ComparedYear(scenarios.heading.agreement, year, "", NOBODY, NOBODY)
    exact = [
        [figures.get(party, absent._replace(party=party)) for party in names]
        for figures in by_scenario
    ]
    shown = [_rounded(column, step) for column in exact]
    lines = zip(names.values(), zip(*exact, strict=True), zip(*shown, strict=True), strict=True)
    return _with_total([ScenarioLine(*line) for line in lines], year)


def _with_total(lines: list[ScenarioLine], label: str) -> list[ScenarioLine]:
    """Lines and, where there are any, their total."""
    if not lines:
        return []
    exact = zip(*(line.exact for line in lines), strict=True)
    shown = zip(*(line.shown for line in lines), strict=True)
    return [*lines, ScenarioLine(label, tuple(map(summed, exact)), tuple(map(summed, shown)))]


def _rounded(figures: Sequence[ComparedYear], step: int) -> list[ComparedYear]:
    """A year's figures with each side rounded so that it adds up."""
    was = rounded([figure.was for figure in figures], step)
    becomes = rounded([figure.becomes for figure in figures], step)
    return [
        figure._replace(was=before, becomes=after)
        for figure, before, after in zip(figures, was, becomes, strict=True)
    ]


def _party_line(line: ScenarioLine, layout: _Layout) -> PartyLine:
    """A line's cells; across, the baseline's and each scenario's, with the differences below."""
    baseline = amount_cell(line.shown[0].was)
    afterwards = [amount_cell(shown.becomes) for shown in line.shown]
    differences = tuple(map(_difference, line.shown))
    parts = tuple(map(_relative, line.exact))
    if layout.across:
        changes = {"difference": differences}
        if layout.longest is not None:
            changes["change"] = parts
        if not any(exact.difference != 0 for exact in line.exact):
            # The amounts say it already.
            changes = {}
        details = [
            PartyLine(phrase(key, layout.language), (Cell(BLANK), *cells))
            for key, cells in changes.items()
        ]
        return PartyLine(line.label, (baseline, *afterwards), tuple(details))
    cells = (baseline, *afterwards, *differences)
    if layout.longest is None:
        return PartyLine(line.label, cells)
    (exact,) = line.exact
    with_bar = exact.party and exact.difference is not None and layout.longest
    bar = Fraction(exact.difference or 0, layout.longest) if with_bar else BLANK
    return PartyLine(line.label, (*cells, *parts, Cell(bar)))


def _difference(shown: ComparedYear) -> Cell:
    there = shown.was.there or shown.becomes.there
    return Cell(shown.difference if there else NOTHING, kind="difference")


def _relative(exact: ComparedYear) -> Cell:
    """What part of the amount before the difference is."""
    nothing_before = exact.relative is None and exact.difference is not None
    return Cell(NOTHING if nothing_before else exact.relative, kind="relative")


# --- What stands around the figures ----------------------------------------------------------


def _subtitle(scenarios: ScenarioSet, shown: Scale, options: Options) -> str:
    """What is compared: the scenarios, who is picked out, the basis and years, the unit."""
    language, items = options.language, scenarios.heading.items
    names = ", ".join(safe(scenario.name) for scenario in scenarios.scenarios if scenario.name)
    chosen = scenarios.chosen_names(options)
    chosen += [items.get(item, item) for item in options.item]
    what = [phrase("settlement", language)] if scenarios.settled else []
    compared = phrase("before_after", language)
    if scenarios.baseline:
        baseline = {"name": safe(scenarios.baseline.name)}
        compared = phrase("compared_with", language).format_map(baseline)
    named = filter(None, [names])
    parts = [*what, compared, *scenarios.about, *named, *selected(chosen, language)]
    return subtitle(parts, scenarios.years, shown, options)


def _notes(
    scenarios: ScenarioSet, sides: Sequence[Paid], shown: Scale, options: Options
) -> Iterator[str]:
    """What the scenarios are, and what is marked, missing and assumed."""
    language = options.language
    if scenarios.settled:
        yield phrase("same_paid", language)
    with_baseline = [scenarios.baseline] if scenarios.baseline else []
    for scenario in (*with_baseline, *scenarios.scenarios):
        if scenario.title:
            yield _named(scenario, safe(scenario.title))
        if scenario.since:
            text = phrase("holds_since", language).replace("{day}", scenario.since)
            yield _named(scenario, text)
        if not scenario.comparison.currency:
            yield _named(scenario, phrase("other_currency", language))
    baseline = scenarios.scenarios[0].comparison.before
    if len(scenarios.scenarios) == 1:
        after = scenarios.scenarios[0].comparison.after
        # A changed split is in no paper.
        yield from notes([year._replace(share_sources=()) for year in after], language, shown)
        before = scenarios.baseline.name if scenarios.baseline else phrase("before", language)
        beyond = lacking_beyond(lacking(after, language), before, baseline, language)
        yield from spoken_lacking(beyond, 0, language)
        return
    if any(paid.conditional for paid in sides):
        yield phrase("marked", language)
    afterwards = ((side.name, side.comparison.after) for side in scenarios.scenarios)
    yield from spoken_lacking_of([("", baseline), *afterwards], language)
    for text in dict.fromkeys(text for statement in baseline for text in statement.assumptions):
        yield assumption(text, language)


def _named(scenario: ComparedScenario, text: str) -> str:
    return f"{safe(scenario.name)}: {text}" if scenario.name else text


# --- What changes do to each party as a chart ----------------------------------------------


def chart(scenarios: ScenarioSet, options: Options) -> Chart | None:
    """Each party's difference as the table has it, a bar for each scenario and year.

    None where there is nothing to draw, or too much.
    """
    language, chosen = options.language, scenarios.select(options).comparable
    shown, lines_of_years = shown_lines(chosen, options)
    # The years together are no bar beside their parts.
    figures = {
        (place, figure.year, figure.party): figure.difference
        and half_up(figure.difference, 1, shown.step)
        for lines in lines_of_years
        for line in lines
        for place, figure in enumerate(line.exact if options.rounding == "plain" else line.shown)
        if figure.year and figure.party
    }
    years = list(dict.fromkeys(year for _, year, _ in figures))
    parties = list(dict.fromkeys(party for _, _, party in figures))
    if not any(figures.values()) or len(figures) > MOST_BARS:
        return None
    several = len(chosen.scenarios) > 1, len(years) > 1
    series = [
        Series(
            " ".join(name for name, has in zip((scenario.name, year), several, strict=True) if has),
            tuple(figures.get((place, year, party), 0) for party in parties),
        )
        for place, scenario in enumerate(chosen.scenarios)
        for year in years
    ]
    labels = spoken_years(years)
    title = f"{chosen.heading.title}: {phrase('difference', language).lower()} {labels}"
    unit = shown.column(shown.unit_name(language))._replace(kind="difference")
    about = phrase("difference_chart", language).replace("{years}", labels)
    names = tuple(chosen.parties[party] for party in parties)
    return Chart(title, about, unit, names, tuple(series))


# --- Per inhabitant, visit or the like -------------------------------------------------------


def unit_table(scenarios: ScenarioSet, options: Options) -> Table | None:
    """What each party pays per inhabitant, or all per visit; None where no volume is known."""
    language, chosen = options.language, scenarios.select(options).comparable
    units = _unit_lines(chosen, phrase("total", language))
    if not units:
        return None
    layout = _Layout(len(chosen.scenarios) > 1, language)
    currency = chosen.heading.currency
    digits = currency_digits(currency)
    columns = _columns(chosen, layout, shown := Scale(currency, "kr", 1, digits, digits))
    several_years = len({year for _, year in units}) > 1
    rows: list[Row] = []
    for (unit, year), lines in units.items():
        per = phrase("per_unit", language).replace("{unit}", safe(unit))
        name = per if unit else phrase("per_inhabitant", language)
        label = f"{name} · {year}" if several_years else name
        rows.append(head_row(label, len(columns) - 1))
        for line in lines:
            rows += line_rows(_party_line(line, layout), level=1)
    title = phrase("per_unit_title", language)
    return Table(title, columns, tuple(rows), _subtitle(chosen, shown, options))


def _unit_lines(scenarios: ScenarioSet, total: str) -> dict[tuple[str, str], list[ScenarioLine]]:
    """The lines of each unit and year; amounts per unit are rounded half up, each for itself."""
    figures: dict[tuple[str, str], dict[str, dict[int, ComparedYear]]] = {}
    for place, scenario in enumerate(scenarios.scenarios):
        for unit_amount in per_unit(scenario.comparison):
            parties = figures.setdefault((unit_amount.unit, unit_amount.year), {})
            figure = ComparedYear(
                "",
                unit_amount.year,
                unit_amount.party,
                _minor(unit_amount.before),
                _minor(unit_amount.after),
            )
            parties.setdefault(unit_amount.party, {})[place] = figure
    absent = ComparedYear("", "", "", NOBODY, NOBODY)
    lines: dict[tuple[str, str], list[ScenarioLine]] = {}
    for unit_year, parties in figures.items():
        for party, by_place in parties.items():
            row = tuple(by_place.get(place, absent) for place in range(len(scenarios.scenarios)))
            label = scenarios.parties.get(party, total)
            lines.setdefault(unit_year, []).append(ScenarioLine(label, row, row))
    return lines


def _minor(exact: Fraction | None) -> Paid:
    return Paid(None if exact is None else half_up(exact.numerator, exact.denominator))
