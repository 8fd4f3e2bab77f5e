"""Many what-ifs as tables: by one input, by two as a heat table, each alone, or as a range."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.comparison import summed
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.whatif.inputs import Axis, Quantity, decimals_needed
from avtalskalk.features.whatif.sweep import (
    Amounts,
    Bar,
    Combination,
    Coordinates,
    Extent,
    Outcomes,
    Ranges,
    Tornado,
    spread,
)
from avtalskalk.model.comparison import ComparedYear, Paid
from avtalskalk.model.statement import Heading, Input, Statement
from avtalskalk.money import half_up
from avtalskalk.report.document import (
    BLANK,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Row,
    Slider,
    Sliders,
    Table,
    of_blocks,
)
from avtalskalk.report.messages import text_and_help
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import MARK, PART, PartyLine, YearLines, amount_cell, year_rows
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.table_chart import table_chart
from avtalskalk.report.titles import spoken_years, subtitle
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, fill, number, percent, phrase, safe, share

MOST_ROWS, MOST_COLUMNS = 200, 24
"""A grid that is larger is shown by its extent alone."""

# From the least to the most; what is in between is told by how dark it is.
_SHADES = (" ", "░", "▒", "▓", "█")


class SweptAgreement(NamedTuple):
    """What was varied, of which agreement: its statements as it stands, one for each year.

    ``below`` are notes on agreements that are summed.
    """

    statements: tuple[Statement, ...]
    parties: tuple[str, ...]
    axes: tuple[Axis, ...]
    inputs: tuple[Input, ...] = ()
    since: str = ""
    below: tuple[str, ...] = ()

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.statements[0].heading

    @property
    def years(self) -> list[str]:
        """The years asked about, as the agreement calls them."""
        return [statement.year for statement in self.statements]

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The year and the party of each amount, in the order of `Amounts`."""
        return [(year, party) for year in self.years for party in self.parties]

    def mark(self, year: str) -> str:
        """What stands after an amount of a year: whether it is conditional, or of what is known."""
        totals = self.statements[self.years.index(year)].totals
        conditional = MARK if any(total.conditional for total in totals) else ""
        partial = any(total.amount is not None and not total.complete for total in totals)
        return conditional + (PART if partial else "")

    @property
    def currency(self) -> str:
        """The currency."""
        return self.heading.currency


def value(quantity: Quantity, currency: str, language: Language, *, relative: bool = False) -> str:
    """A value as a person reads it, with its sign where it is one to add."""
    match quantity.unit:
        case "share" | "change":
            places = decimals_needed(quantity.value * 100)
            text = percent(quantity.value, language, places)
            if places is None:
                text = share(quantity.value, language)
                text = f"{text} ≈ {percent(quantity.value, language, 4)}"
        case "amount":
            text = amount(quantity.value, currency, language)
        case "day":
            return quantity.day.isoformat()
        case _:
            text = number(quantity.value, language)
    return f"+{text}" if relative and quantity.value > 0 else text


def fits(axes: Sequence[Axis]) -> bool:
    """Whether a grid can be shown whole: one input in rows, or two as rows and columns."""
    sizes = [len(axis.values) for axis in axes]
    if len(sizes) == 1:
        return sizes[0] <= MOST_ROWS
    return len(sizes) == 2 and sizes[0] <= MOST_ROWS and sizes[1] <= MOST_COLUMNS  # noqa: PLR2004


class _View(NamedTuple):
    """What every table of a sweep needs to know."""

    subject: SweptAgreement
    shown: Scale
    options: Options

    @property
    def language(self) -> Language:
        return self.options.language

    def rounded(self, minor: int | None) -> int | None:
        """An amount rounded to what is shown."""
        return None if minor is None else half_up(minor, 1, self.shown.step)

    def value(self, axis: Axis, place: int) -> str:
        """One of an input's values in words."""
        currency, relative = self.subject.currency, axis.relative
        return value(axis.values[place], currency, self.language, relative=relative)

    def subtitle(self, kind: str) -> str:
        """What a table shows."""
        kinds = [phrase(kind, self.language)]
        return subtitle(kinds, self.subject.years, self.shown, self.options)

    def notes(self) -> tuple[str, ...]:
        """What the agreement as it stands hangs on, and whether the table is rounded."""
        stands = notes(self.subject.statements, self.language, self.shown)
        below = (*self.subject.below, *stands)
        if self.subject.since:
            text = phrase("holds_since", self.language)
            below = (text.replace("{day}", self.subject.since), *below)
        if self.shown.step == 1:
            return below
        unit = self.shown.unit_name(self.language, "rounded")
        return (*below, phrase("rounded_each", self.language).replace("{unit}", unit))

    def by_year(self, amounts: Sequence[Sequence[int | None]]) -> tuple[Row, ...]:
        """A row for each party, its amounts those of a year; in the order of the figures."""
        names = self.subject.heading.parties
        lines: dict[str, list[PartyLine]] = {}
        for (year, party), row in zip(self.subject.figures, amounts, strict=True):
            mark = self.subject.mark(year)
            cells = tuple(Cell(self.rounded(minor), mark) for minor in row)
            lines.setdefault(year, []).append(PartyLine(names[party], cells))
        return tuple(year_rows([YearLines(*year) for year in lines.items()], ""))


def with_faults(
    subject: SweptAgreement, combinations: Iterable[Combination], options: Options
) -> SweptAgreement:
    """What was varied, with a note on each combination that cannot be, and why."""
    language = options.language
    texts = [*subject.below]
    for coordinates, _, fault in combinations:
        if fault is None:
            continue
        values = ", ".join(
            f"{_name(axis)} = "
            f"{value(axis.values[place], subject.currency, language, relative=axis.relative)}"
            for axis, place in zip(subject.axes, coordinates, strict=True)
        )
        words = phrase("not_calculated_at", language)
        texts.append(
            words.format_map({"values": values, "reason": safe(reason_of(fault, language))})
        )
    return subject._replace(below=tuple(texts))


def reason_of(fault: Diagnostic, language: Language) -> str:
    """Why something cannot be, in a line."""
    return text_and_help(fault, language)[0].partition("\n")[0]


def _view(subject: SweptAgreement, amounts: Iterable[int | None], options: Options) -> _View:
    shown = scale(subject.currency, options.unit, [minor or 0 for minor in amounts])
    return _View(subject, shown, options)


# --- The grid ------------------------------------------------------------------------------


def grid_tables(
    subject: SweptAgreement, combinations: Sequence[Combination], options: Options
) -> list[Table]:
    """A grid that fits: one table of one input, or of two a heat table for each amount."""
    amounts = (minor for _, amounts, _ in combinations for minor in amounts)
    view = _view(subject, amounts, options)
    if len(subject.axes) == 1:
        return [_by_one(view, combinations)]
    return [
        _heat(
            view, {coordinates: amounts[place] for coordinates, amounts, _ in combinations}, place
        )
        for place in range(len(subject.figures))
    ]


def swept_blocks(
    subject: SweptAgreement, combinations: Sequence[Combination], options: Options
) -> list[Block]:
    """Combinations that are all at hand: a grid where that fits, otherwise how far it reaches."""
    if fits(subject.axes):
        tables = grid_tables(subject, combinations, options)
        return [*tables, *grid_charts(tables, options)]
    extents = [Extent() for _ in subject.figures]
    for coordinates, amounts, _ in combinations:
        for extent, minor in zip(extents, amounts, strict=True):
            extent.add(minor, coordinates)
    return [extent_table(subject, extents, len(combinations), options)]


def _by_one(view: _View, combinations: Sequence[Combination]) -> Table:
    """The values of one input, with what each party pays; year by year."""
    subject = view.subject
    (axis,) = subject.axes
    parties = subject.parties
    years = []
    for place, year in enumerate(subject.years):
        first, mark = place * len(parties), subject.mark(year)
        lines = [
            PartyLine(
                view.value(axis, place_of_value),
                tuple(
                    Cell(view.rounded(minor), mark)
                    for minor in amounts[first : first + len(parties)]
                ),
            )
            for (place_of_value,), amounts, _ in combinations
        ]
        years.append(YearLines(year, lines))
    names = [subject.heading.parties[party] for party in parties]
    return Table(
        subject.heading.title,
        (Column(_name(axis), "text"), *map(view.shown.column, names)),
        tuple(year_rows(years, "")),
        view.subtitle("sweep"),
        view.notes(),
    )


def grid_charts(tables: Sequence[Table], options: Options) -> list[Chart]:
    """The charts of a grid that fits, as far as there is room for them."""
    about = phrase("sweep_chart", options.language)
    return [chart for table in tables if (chart := table_chart(table, about))]


def _heat(view: _View, amounts: dict[Coordinates, int | None], place: int) -> Table:
    """One party's year by two inputs, darker the more it is."""
    subject = view.subject
    down, across = subject.axes
    year, party = subject.figures[place]
    known = [minor for minor in amounts.values() if minor is not None]
    least, most = min(known, default=0), max(known, default=0)

    def cell(minor: int | None) -> Cell:
        if minor is None or most == least:
            return Cell(view.rounded(minor))
        shade = len(_SHADES) * (minor - least) // (most - least)
        return Cell(view.rounded(minor), _SHADES[min(shade, len(_SHADES) - 1)])

    columns = range(len(across.values))
    rows = tuple(
        Row(
            (
                Cell(view.value(down, row)),
                *(cell(amounts[row, column]) for column in columns),
            )
        )
        for row in range(len(down.values))
    )
    titles = [view.value(across, column) for column in columns]
    last = place == len(subject.figures) - 1
    return Table(
        f"{subject.heading.parties[party]}, {year}{subject.mark(year)}",
        (Column(f"{_name(down)} ↓  {_name(across)} →", "text"), *map(view.shown.column, titles)),
        rows,
        view.subtitle("sweep"),
        (phrase("shades", view.language), *view.notes()) if last else (),
    )


def extent_table(
    subject: SweptAgreement, extents: Sequence[Extent], size: int, options: Options
) -> Table:
    """A grid too large to show: the least, the mean and the most, and where the ends are."""
    language = options.language
    amounts = [(extent.least, extent.mean, extent.most) for extent in extents]
    view = _view(subject, (minor for row in amounts for minor in row), options)
    unknown = max((extent.unknown for extent in extents), default=0)
    count = fill(phrase("combinations", language), {"count": number(size, language)}, language)
    lacking = {"count": number(unknown, language)}
    titles = (phrase(key, language) for key in ("least", "mean", "most"))
    return Table(
        subject.heading.title,
        (Column(BLANK, "text"), *map(view.shown.column, titles)),
        view.by_year(amounts),
        view.subtitle("sweep"),
        (
            count,
            *_ends(view, extents),
            *([fill(phrase("not_known_at", language), lacking, language)] if unknown else []),
            *view.notes(),
        ),
    )


def _ends(view: _View, extents: Sequence[Extent]) -> Iterator[str]:
    """At which values each pays least and most, those at the same values together."""
    subject = view.subject
    for key in ("least", "most"):
        groups: dict[Coordinates, dict[str, list[str]]] = {}
        for (year, party), extent in zip(subject.figures, extents, strict=True):
            coordinates = extent.at_least if key == "least" else extent.at_most
            if coordinates:
                groups.setdefault(coordinates, {}).setdefault(party, []).append(year)
        for coordinates, parties in groups.items():
            figures = "; ".join(
                f"{subject.heading.parties[party]} {spoken_years(years)}"
                for party, years in parties.items()
            )
            values = ", ".join(
                f"{_name(axis)} {view.value(axis, place)}"
                for axis, place in zip(subject.axes, coordinates, strict=True)
            )
            arguments = {"figures": figures, "values": values}
            yield phrase(f"{key}_at", view.language).format_map(arguments)


# --- Sliders -------------------------------------------------------------------------------


def slider_table(
    subject: SweptAgreement,
    base: Amounts,
    combinations: Sequence[Combination],
    options: Options,
) -> Table:
    """Each party's year as it stands and at the values that the reader of a page chooses.

    A change is zero from the start where it can be, anything else in the middle.  What there is
    to say below stands below the tables that follow.
    """
    language = options.language
    amounts = (minor for _, amounts, _ in combinations for minor in amounts)
    view = _view(subject, (*amounts, *base), options)

    def rows(amounts: Amounts) -> Iterator[Row]:
        years: dict[str, list[ComparedYear]] = {}
        for (year, party), was, becomes in zip(subject.figures, base, amounts, strict=True):
            sides = (
                Paid(view.rounded(minor), bool(subject.mark(year))) for minor in (was, becomes)
            )
            years.setdefault(year, []).append(ComparedYear("", year, party, *sides))
        names = subject.heading.parties
        return year_rows(
            [
                YearLines(
                    year,
                    [PartyLine(names[figure.party], _cells(figure)) for figure in figures],
                    # The other parties are part of what all pay.
                    None if options.party else PartyLine("", _cells(summed(figures))),
                )
                for year, figures in years.items()
            ],
            phrase("total", language),
        )

    sliders = []
    for axis in subject.axes:
        values = tuple(view.value(axis, place) for place in range(len(axis.values)))
        none = [place for place, value in enumerate(axis.values) if not value.value]
        place = none[0] if axis.relative and none else len(values) // 2
        sliders.append(Slider(_name(axis), values, place))
    figures = tuple(
        tuple(cell for row in rows(amounts) if row.role != "head" for cell in row.cells[1:])
        for _, amounts, _ in combinations
    )
    start = tuple(slider.place for slider in sliders)
    standing = next(amounts for coordinates, amounts, _ in combinations if coordinates == start)
    return Table(
        subject.heading.title,
        (
            Column(BLANK, "text"),
            view.shown.column(phrase("before", language)),
            view.shown.column(phrase("after", language)),
            view.shown.column(phrase("difference", language))._replace(kind="difference"),
        ),
        tuple(rows(standing)),
        view.subtitle("sweep"),
        sliders=Sliders(tuple(sliders), figures),
    )


def _cells(figure: ComparedYear) -> tuple[Cell, ...]:
    """What is paid before and after, and the difference."""
    return amount_cell(figure.was), amount_cell(figure.becomes), Cell(figure.difference)


# --- Each input alone ----------------------------------------------------------------------


def tornado_document(subject: SweptAgreement, tornado: Tornado, options: Options) -> Document:
    """One table for each party's year: the inputs that move it most stand first."""
    amounts = (minor for bar in tornado.bars for minor in (*bar.low, *bar.high))
    view = _view(subject, (*amounts, *tornado.base), options)
    blocks: list[Block] = []
    for place in range(len(subject.figures)):
        table = _tornado(view, tornado, place)
        # How far each input moves the amount, with the sign of its bar.
        label, *_, span, _ = table.columns
        rows = []
        for row in table.rows:
            name, *_, wide, bar = row.cells
            less = isinstance(bar.value, Fraction) and bar.value < 0
            effect = -wide.value if less and isinstance(wide.value, int) else wide.value
            rows.append(Row((name, Cell(effect))))
        columns = label, span._replace(kind="difference")
        spans = Table(table.title, columns, tuple(rows))
        drawn = table_chart(spans, phrase("tornado_chart", options.language))
        blocks += [table, drawn] if drawn else [table]
    return of_blocks(*blocks)


def _tornado(view: _View, tornado: Tornado, place: int) -> Table:
    subject, language = view.subject, view.language
    year, party = subject.figures[place]
    bars = tornado.ordered(place)
    longest = max((spread(bar, place) or 0 for bar in bars), default=0)
    titles = (phrase(key, language) for key in ("at_lowest", "at_highest", "span"))
    columns = (
        Column(phrase("input", language), "text"),
        *map(view.shown.column, titles),
        Column("", "bar"),
    )
    base = tornado.base[place]
    stands = "–" if base is None else view.shown.text(base, language)
    last = place == len(subject.figures) - 1
    note = fill(phrase("as_it_stands", language), {"amount": stands}, language)
    return Table(
        f"{subject.heading.parties[party]}, {year}{subject.mark(year)}",
        columns,
        tuple(_bar_row(view, bar, place, longest) for bar in bars),
        view.subtitle("tornado"),
        (note, *(view.notes() if last else ())),
    )


def _bar_row(view: _View, bar: Bar, place: int, longest: int) -> Row:
    """An input, from which value to which, what it then comes to, and how far that is.

    The bar goes to the right where a party pays more at the highest value than at the lowest.
    """
    currency, relative = view.subject.currency, bar.axis.relative
    lowest, highest = (
        value(end, currency, view.language, relative=relative) for end in bar.axis.ends
    )
    low, high, wide = bar.low[place], bar.high[place], spread(bar, place)
    length: Fraction | str = BLANK
    if wide is not None and longest:
        downwards = low is not None and high is not None and high < low
        length = Fraction(-wide if downwards else wide, longest)
    amounts = (Cell(view.rounded(minor)) for minor in (low, high, wide))
    return Row((Cell(f"{_name(bar.axis)} {lowest} – {highest}"), *amounts, Cell(length)))


# --- A range -------------------------------------------------------------------------------


def range_document(subject: SweptAgreement, ranges: Ranges, options: Options) -> Document:
    """Each party's year from the least to the most, and how it was found."""
    language = options.language
    unknown: tuple[int | None, ...] = (None,) * len(Outcomes._fields)
    amounts = [outcomes or unknown for outcomes in ranges.outcomes]
    view = _view(subject, (minor for row in amounts for minor in row), options)
    count = {"count": number(ranges.looked_at, language), "seed": str(ranges.seed)}
    titles = (phrase(f"range_{name}", language) for name in Outcomes._fields)
    table = Table(
        subject.heading.title,
        (Column(BLANK, "text"), *map(view.shown.column, titles)),
        view.by_year(amounts),
        view.subtitle("range"),
        (
            phrase("range_weights", language),
            fill(phrase(f"range_{ranges.how}", language), count, language),
            *(
                f"{_name(axis)}: {' · '.join(view.value(axis, n) for n in range(len(axis.values)))}"
                for axis in subject.axes
            ),
            *view.notes(),
        ),
    )
    drawn = table_chart(table, phrase("sweep_chart", language))
    return of_blocks(table, *([drawn] if drawn else []))


def _name(axis: Axis) -> str:
    return safe(axis.input.name)
