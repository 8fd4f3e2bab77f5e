"""A change beside what it changes: what each party pays before and after, and who gains."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.comparison import compare, per_unit, summed
from avtalskalk.model.comparison import NOBODY, Comparison, Figure, Paid
from avtalskalk.model.statement import Heading
from avtalskalk.money import half_up, largest_remainder
from avtalskalk.report.notes import (
    MARK,
    lacking,
    lacking_beyond,
    notes,
    spoken_lacking,
    spoken_lacking_of,
    spoken_years,
)
from avtalskalk.report.options import Options
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.selection import select
from avtalskalk.report.table import BLANK, NOTHING, Cell, Column, Role, Row, Table
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, currency_digits, phrase, safe


class Scenario(NamedTuple):
    """One change: its short name and what it is in words (both may be empty), and what it does."""

    name: str
    title: str
    comparison: Comparison


class Beside(NamedTuple):
    """One agreement's scenarios, at least one, all beside the same baseline."""

    scenarios: tuple[Scenario, ...]

    @property
    def heading(self) -> Heading:
        """The agreement's own words after the first change."""
        return self.scenarios[0].comparison.heading

    @property
    def parties(self) -> dict[str, str]:
        """Every party before or after any change, with its name."""
        found: dict[str, str] = {}
        for one in self.scenarios:
            found = {**one.comparison.parties, **found}
        return found

    @property
    def years(self) -> list[str]:
        """The years compared."""
        statements = (each for one in self.scenarios for each in one.comparison.statements)
        return sorted({one.year for one in statements})

    @property
    def comparable(self) -> "Beside":
        """The scenarios that are in the baseline's currency; there may be none."""
        return Beside(tuple(one for one in self.scenarios if one.comparison.currency))

    def select(self, options: Options) -> "Beside":
        """The parties and the items asked for."""
        return Beside(tuple(_selected(one, options) for one in self.scenarios))


def _selected(one: Scenario, options: Options) -> Scenario:
    was = one.comparison
    before, after = ([select(each, options) for each in side] for side in (was.before, was.after))
    return one._replace(comparison=compare(before, after, was.volumes))


class _Line(NamedTuple):
    """One row's figures, one for each scenario; ``shown`` are rounded to what the table shows."""

    label: str
    exact: tuple[Figure, ...]
    shown: tuple[Figure, ...]


class _Layout(NamedTuple):
    """How figures become rows: the scenarios' names, and the difference that fills half a bar.

    Without ``longest`` there are neither bars nor relative differences.
    """

    names: tuple[str, ...]
    longest: int | None = None


def table(beside: Beside, options: Options) -> Table:
    """Each party before and after a change, the difference, and a bar of who gains and who pays.

    Of several scenarios each has a row below the party.
    """
    language, whole = options.language, beside.select(options)
    chosen = whole.comparable
    found = [figure for one in chosen.scenarios for figure in one.comparison.figures]
    amounts = [paid.amount or 0 for figure in found for paid in (figure.was, figure.becomes)]
    shown = scale(chosen.heading.currency if found else "SEK", options.unit, amounts)
    blocks = _blocks(chosen, shown.step, language) if found else []
    figures = [one for block in blocks for line in block for one in line.exact if one.party]
    layout = _Layout(
        tuple(one.name for one in chosen.scenarios),
        max((abs(one.difference or 0) for one in figures), default=0),
    )
    below = list(_notes(whole, found, language))
    if shown.rounds(amounts):
        below.append(shown.note(language))
    return Table(
        whole.heading.title,
        _columns(layout, shown, language) if found else (),
        tuple(_rows(blocks, layout, options)),
        _subtitle(whole, shown, options),
        tuple(below),
    )


def _columns(layout: _Layout, shown: Scale, language: Language) -> tuple[Column, ...]:
    """The columns of amounts; with several scenarios each has its amount on a row of its own."""
    titles = ("before", "after") if len(layout.names) == 1 else ("amount",)
    amounts = (
        Column(BLANK, "text"),
        *(shown.column(phrase(one, language)) for one in titles),
        shown.column(phrase("difference", language))._replace(kind="difference"),
    )
    if layout.longest is None:
        return amounts
    return (*amounts, Column(phrase("change", language), "relative"), Column("- │ +", "bar"))


# --- Rows ------------------------------------------------------------------------------------


def _rows(blocks: Sequence[Sequence[_Line]], layout: _Layout, options: Options) -> Iterator[Row]:
    """A single year's parties and their total; of several years each with its parties below."""
    with_total = options.totals and len(options.party) != 1
    for *parties, total in blocks:
        if len(blocks) == 1:
            for line in parties:
                yield from _drawn(line, layout)
            if with_total:
                label = phrase("total", options.language)
                yield from _drawn(total._replace(label=label), layout, "total")
            return
        if with_total:
            yield from _drawn(total, layout, "subtotal")
        else:
            yield Row((Cell(total.label), *[Cell(BLANK)] * _width(layout)), "head")
        for line in parties:
            yield from _drawn(line, layout, level=1)


def _blocks(beside: Beside, step: int, language: Language) -> list[list[_Line]]:
    """The years with terms, and all of them together where they are several."""
    years = [found for year in beside.years if (found := _year(beside, year, step))]
    together = _together(years, phrase("all_years", language)) if len(years) > 1 else []
    # A sum that lacks a year is no sum, and so is a row of nothing else.
    known = [figure for line in together for figure in line.exact if figure.difference is not None]
    return [*years, together] if known else years


def _year(beside: Beside, year: str, step: int) -> list[_Line]:
    """A year's parties, and last their total under the year's name; none without terms."""
    found = [
        {one.party: one for one in scenario.comparison.figures if one.year == year}
        for scenario in beside.scenarios
    ]
    names = {
        party: name for party, name in beside.parties.items() if any(party in one for one in found)
    }
    absent = Figure(beside.heading.agreement, year, "", NOBODY, NOBODY)
    exact = [[one.get(party, absent._replace(party=party)) for party in names] for one in found]
    shown = [_rounded(column, step) for column in exact]
    lines = zip(names.values(), zip(*exact, strict=True), zip(*shown, strict=True), strict=True)
    return _with_total([_Line(*line) for line in lines], year)


def _with_total(lines: list[_Line], label: str) -> list[_Line]:
    """Lines and, where there are any, their total."""
    if not lines:
        return []
    exact = zip(*(line.exact for line in lines), strict=True)
    shown = zip(*(line.shown for line in lines), strict=True)
    return [*lines, _Line(label, tuple(map(summed, exact)), tuple(map(summed, shown)))]


def _together(years: Sequence[Sequence[_Line]], label: str) -> list[_Line]:
    """Each party's years as one."""
    by_party: dict[str, list[_Line]] = {}
    for *parties, _ in years:
        for line in parties:
            by_party.setdefault(line.exact[0].party, []).append(line)
    sums = [_with_total(lines, lines[0].label)[-1] for lines in by_party.values()]
    return _with_total(sums, label)


def _rounded(figures: Sequence[Figure], step: int) -> list[Figure]:
    """A year's figures with each side rounded so that it adds up."""
    was = _adding_up([one.was for one in figures], step)
    becomes = _adding_up([one.becomes for one in figures], step)
    return [
        one._replace(was=before, becomes=after)
        for one, before, after in zip(figures, was, becomes, strict=True)
    ]


def _adding_up(paid: Sequence[Paid], step: int) -> list[Paid]:
    rounded = largest_remainder([one.amount or 0 for one in paid], 1, step)
    return [
        one._replace(amount=None if one.amount is None else amount)
        for one, amount in zip(paid, rounded, strict=True)
    ]


def _drawn(line: _Line, layout: _Layout, role: Role = "body", level: int = 0) -> Iterator[Row]:
    """A line as a row; with several scenarios the baseline's, and below it one for each."""
    pairs = list(zip(line.exact, line.shown, strict=True))
    baseline = _paid(line.shown[0].was)
    if len(pairs) == 1:
        ((exact, shown),) = pairs
        cells = (baseline, _paid(shown.becomes), *_change(exact, shown, layout))
        yield Row((Cell(line.label), *cells), role, level)
        return
    blank = [Cell(BLANK)] * (_width(layout) - 1)
    yield Row((Cell(line.label), baseline, *blank), "subtotal" if role == "body" else role, level)
    for name, (exact, shown) in zip(layout.names, pairs, strict=True):
        cells = (_paid(shown.becomes), *_change(exact, shown, layout))
        yield Row((Cell(name), *cells), "body", level + 1)


def _width(layout: _Layout) -> int:
    """How many cells a row has after its label."""
    return (2 if len(layout.names) == 1 else 1) + (1 if layout.longest is None else 3)


def _paid(one: Paid) -> Cell:
    return Cell(one.amount, MARK if one.conditional else "") if one.there else Cell(NOTHING)


def _change(exact: Figure, shown: Figure, layout: _Layout) -> list[Cell]:
    """The difference, what part of the amount before that is, and the bar of one party."""
    there = exact.was.there or exact.becomes.there
    cells = [Cell(shown.difference if there else NOTHING)]
    if layout.longest is None:
        return cells
    nothing_before = exact.relative is None and exact.difference is not None
    cells.append(Cell(NOTHING if nothing_before else exact.relative))
    if exact.party and exact.difference is not None and layout.longest:
        return [*cells, Cell(Fraction(exact.difference, layout.longest))]
    return [*cells, Cell(BLANK)]


# --- What stands around the figures ----------------------------------------------------------


def _subtitle(beside: Beside, shown: Scale, options: Options) -> str:
    """What is compared: the scenario, who is picked out, the basis and years, the unit."""
    language, names = options.language, [safe(one.name) for one in beside.scenarios if one.name]
    parts = [phrase("before_after", language), *([", ".join(names)] if names else [])]
    if options.party or options.item:
        items = beside.heading.items
        picked = [beside.parties.get(one, one) for one in options.party]
        picked += [items.get(one, one) for one in options.item]
        parts.append(phrase("selected", language).replace("{names}", ", ".join(picked)))
    parts.append(f"{phrase(options.basis, language)} {spoken_years(beside.years)}")
    return capital(" · ".join([*parts, shown.said(language)]))


def _notes(beside: Beside, found: Sequence[Figure], language: Language) -> Iterator[str]:
    """What the scenarios are, and what is marked, missing and assumed."""
    for one in beside.scenarios:
        if one.title:
            yield _named(one, safe(one.title))
        if not one.comparison.currency:
            yield _named(one, phrase("other_currency", language))
    baseline = beside.scenarios[0].comparison.before
    if len(beside.scenarios) == 1:
        after = beside.scenarios[0].comparison.after
        yield from notes(after, language)
        beyond = lacking_beyond(lacking(after), phrase("before", language), baseline)
        yield from spoken_lacking(beyond, 0, language)
        return
    if any(paid.conditional for figure in found for paid in (figure.was, figure.becomes)):
        yield phrase("marked", language)
    sides = [("", baseline), *((one.name, one.comparison.after) for one in beside.scenarios)]
    yield from spoken_lacking_of(sides, language)
    for text in dict.fromkeys(text for one in baseline for text in one.assumptions):
        yield phrase("assumption", language).replace("{text}", safe(text))


def _named(one: Scenario, text: str) -> str:
    return f"{safe(one.name)}: {text}" if one.name else text


# --- Per inhabitant, visit or the like -------------------------------------------------------


def unit_table(beside: Beside, options: Options) -> Table | None:
    """What each party pays per inhabitant, or all per visit; None where no volume is known."""
    language, chosen = options.language, beside.select(options).comparable
    groups = _unit_groups(chosen, phrase("total", language))
    if not groups:
        return None
    layout = _Layout(tuple(one.name for one in chosen.scenarios))
    digits = currency_digits(chosen.heading.currency)
    shown = Scale(chosen.heading.currency, "kr", 1, digits, digits)
    several_years = len({year for _, year in groups}) > 1
    rows: list[Row] = []
    for (unit, year), lines in groups.items():
        said = _per(unit, language)
        label = f"{said} · {year}" if several_years else said
        rows.append(Row((Cell(label), *[Cell(BLANK)] * _width(layout)), "head"))
        for line in lines:
            rows += _drawn(
                line._replace(label=line.label or phrase("total", language)), layout, level=1
            )
    return Table(
        phrase("per_unit_title", language),
        _columns(layout, shown, language),
        tuple(rows),
        _subtitle(chosen, shown, options),
    )


def _per(unit: str, language: Language) -> str:
    """``Per invånare``; another unit is called as the file calls it."""
    if not unit:
        return phrase("per_inhabitant", language)
    return phrase("per_unit", language).replace("{unit}", safe(unit))


def _unit_groups(beside: Beside, total: str) -> dict[tuple[str, str], list[_Line]]:
    """The lines of each unit and year; amounts per unit are rounded half up, each for itself."""
    found: dict[tuple[str, str], dict[str, dict[int, Figure]]] = {}
    for place, scenario in enumerate(beside.scenarios):
        for one in per_unit(scenario.comparison):
            lines = found.setdefault((one.unit, one.year), {})
            figure = Figure("", one.year, one.party, _minor(one.before), _minor(one.after))
            lines.setdefault(one.party, {})[place] = figure
    absent = Figure("", "", "", NOBODY, NOBODY)
    groups: dict[tuple[str, str], list[_Line]] = {}
    for group, lines in found.items():
        for party, figures in lines.items():
            each = tuple(figures.get(place, absent) for place in range(len(beside.scenarios)))
            label = beside.parties.get(party, total)
            groups.setdefault(group, []).append(_Line(label, each, each))
    return groups


def _minor(exact: Fraction | None) -> Paid:
    return Paid(None if exact is None else half_up(exact.numerator, exact.denominator))
