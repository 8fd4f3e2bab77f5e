"""Many what-ifs as tables: by one input, by two as a heat table, each alone, or as a range."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.features.whatif.inputs import Axis, Quantity
from avtalskalk.features.whatif.sweep import (
    Amounts,
    Bar,
    Coordinates,
    Extent,
    Outcomes,
    Ranges,
    Tornado,
    spread,
)
from avtalskalk.model.statement import Heading, Input, Statement
from avtalskalk.money import half_up
from avtalskalk.report.notes import MARK, notes, spoken_years
from avtalskalk.report.options import Options
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.table import BLANK, Cell, Column, Row, Table
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, capital, fill, number, percent, phrase, safe, share

MOST_ROWS, MOST_COLUMNS = 200, 24
"""A grid that is larger is shown by its extent alone."""

# From the least to the most; what is in between is told by how dark it is.
_SHADES = (" ", "░", "▒", "▓", "█")


class Subject(NamedTuple):
    """What was varied, of which agreement: its statements as it stands, one for each year."""

    statements: tuple[Statement, ...]
    parties: tuple[str, ...]
    axes: tuple[Axis, ...]
    inputs: tuple[Input, ...] = ()

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.statements[0].heading

    @property
    def years(self) -> list[str]:
        """The years asked about, as the agreement calls them."""
        return [one.year for one in self.statements]

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The year and the party of each amount, in the order of `Amounts`."""
        return [(year, party) for year in self.years for party in self.parties]

    def mark(self, year: str) -> str:
        """What stands after an amount of a year: whether it is conditional as it stands."""
        (found,) = (one for one in self.statements if one.year == year)
        return MARK if any(total.conditional for total in found.totals) else ""

    @property
    def currency(self) -> str:
        """The currency."""
        return self.heading.currency


def value(one: Quantity, currency: str, language: Language, *, relative: bool = False) -> str:
    """A value as a person reads it, with its sign where it is one to add."""
    match one.unit:
        case "share" | "change":
            text = share(one.value, language)
            if "/" in text:
                text = f"{text} ≈ {percent(one.value, language, 4)}"
        case "amount":
            text = amount(one.value, currency, language)
        case "day":
            return one.day.isoformat()
        case _:
            text = number(one.value, language)
    return f"+{text}" if relative and one.value > 0 else text


def fits(axes: Sequence[Axis]) -> bool:
    """Whether a grid can be shown whole: one input in rows, or two as rows and columns."""
    sizes = [len(axis.values) for axis in axes]
    if len(sizes) == 1:
        return sizes[0] <= MOST_ROWS
    return len(sizes) == 2 and sizes[0] <= MOST_ROWS and sizes[1] <= MOST_COLUMNS  # noqa: PLR2004


# --- The grid ------------------------------------------------------------------------------


def tables(
    subject: Subject, found: Sequence[tuple[Coordinates, Amounts]], options: Options
) -> tuple[Table, ...]:
    """A grid that fits: one table of one input, or of two a heat table for each amount."""
    shown = _scale(subject, (one for _, amounts in found for one in amounts), options)
    if len(subject.axes) == 1:
        return (_by_one(subject, found, shown, options),)
    several = [
        _heat(subject, {where: amounts[place] for where, amounts in found}, place, shown, options)
        for place in range(len(subject.figures))
    ]
    return tuple(several)


def _by_one(
    subject: Subject,
    found: Sequence[tuple[Coordinates, Amounts]],
    shown: Scale,
    options: Options,
) -> Table:
    """The values of one input, with what each party pays; year by year."""
    (axis,) = subject.axes
    parties = subject.parties
    names = [subject.heading.parties[party] for party in parties]
    rows: list[Row] = []
    several = len(subject.years) > 1
    for number_of_year, year in enumerate(subject.years):
        if several:
            rows.append(Row((Cell(year), *[Cell(BLANK)] * len(parties)), "head"))
        for (place,), amounts in found:
            start = number_of_year * len(parties)
            own = (
                Cell(_rounded(one, shown), subject.mark(year))
                for one in amounts[start : start + len(parties)]
            )
            rows.append(Row((_value(subject, axis, place, options), *own), level=int(several)))
    return Table(
        subject.heading.title,
        (Column(_name(axis), "text"), *map(shown.column, names)),
        tuple(rows),
        _subtitle(subject, "sweep", shown, options),
        _notes(subject, shown, options),
    )


def _heat(
    subject: Subject,
    found: dict[Coordinates, int | None],
    place: int,
    shown: Scale,
    options: Options,
) -> Table:
    """One party's year by two inputs, darker the more it is."""
    down, across = subject.axes
    year, party = subject.figures[place]
    known = [one for one in found.values() if one is not None]
    least, most = min(known, default=0), max(known, default=0)

    def cell(where: Coordinates) -> Cell:
        amount_ = found[where]
        if amount_ is None or most == least:
            return Cell(_rounded(amount_, shown))
        shade = len(_SHADES) * (amount_ - least) // (most - least)
        return Cell(_rounded(amount_, shown), _SHADES[min(shade, len(_SHADES) - 1)])

    titles = [
        value(one, subject.currency, options.language, relative=across.relative)
        for one in across.values
    ]
    rows = tuple(
        Row((_value(subject, down, row, options), *map(cell, _across(row, across))))
        for row in range(len(down.values))
    )
    name = subject.heading.parties[party]
    last = place == len(subject.figures) - 1
    return Table(
        f"{name}, {year}{subject.mark(year)}",
        (Column(f"{_name(down)} ↓  {_name(across)} →", "text"), *map(shown.column, titles)),
        rows,
        _subtitle(subject, "sweep", shown, options),
        (phrase("shades", options.language), *_notes(subject, shown, options)) if last else (),
    )


def _across(row: int, axis: Axis) -> Iterator[Coordinates]:
    return ((row, column) for column in range(len(axis.values)))


def extent_table(subject: Subject, found: Sequence[Extent], size: int, options: Options) -> Table:
    """A grid too large to show: the least, the mean and the most, and where the ends are."""
    language = options.language
    shown = _scale(
        subject, (one for each in found for one in (each.least, each.mean, each.most)), options
    )
    rows = _by_year(
        subject, [[_rounded(one, shown) for one in (e.least, e.mean, e.most)] for e in found]
    )
    unknown = max((one.unknown for one in found), default=0)
    said = fill(phrase("combinations", language), {"count": number(size, language)}, language)
    lacking = {"count": number(unknown, language)}
    return Table(
        subject.heading.title,
        (Column(BLANK, "text"), *(shown.column(phrase(k, language)) for k in _EXTENT)),
        tuple(rows),
        _subtitle(subject, "sweep", shown, options),
        (
            said,
            *_ends(subject, found, language),
            *([fill(phrase("not_known_at", language), lacking, language)] if unknown else []),
            *_notes(subject, shown, options),
        ),
    )


_EXTENT = ("least", "mean", "most")


def _ends(subject: Subject, found: Sequence[Extent], language: Language) -> Iterator[str]:
    """At which values each pays least and most, those at the same values together."""
    for key in ("least", "most"):
        groups: dict[Coordinates, dict[str, list[str]]] = {}
        for (year, party), one in zip(subject.figures, found, strict=True):
            where = one.at_least if key == "least" else one.at_most
            if where:
                groups.setdefault(where, {}).setdefault(party, []).append(year)
        for where, parties in groups.items():
            said = (
                f"{subject.heading.parties[party]} {spoken_years(years)}"
                for party, years in parties.items()
            )
            arguments = {"figures": "; ".join(said), "values": _values(subject, where, language)}
            yield phrase(f"{key}_at", language).format_map(arguments)


def _values(subject: Subject, where: Coordinates, language: Language) -> str:
    return ", ".join(
        f"{_name(axis)} "
        f"{value(axis.values[place], subject.currency, language, relative=axis.relative)}"
        for axis, place in zip(subject.axes, where, strict=True)
    )


# --- Each input alone ----------------------------------------------------------------------


def tornado_tables(subject: Subject, found: Tornado, options: Options) -> tuple[Table, ...]:
    """One table for each party's year: the inputs that move it most stand first."""
    every = (one for bar in found.bars for one in (*bar.low, *bar.high))
    shown = _scale(subject, (*every, *found.base), options)
    return tuple(
        _tornado(subject, found, place, shown, options) for place in range(len(subject.figures))
    )


def _tornado(subject: Subject, found: Tornado, place: int, shown: Scale, options: Options) -> Table:
    year, party = subject.figures[place]
    language = options.language
    bars = found.ordered(place)
    longest = max((spread(bar, place) or 0 for bar in bars), default=0)
    columns = (
        Column(phrase("input", language), "text"),
        shown.column(phrase("at_first", language)),
        shown.column(phrase("at_last", language)),
        shown.column(phrase("span", language)),
        Column("", "bar"),
    )
    base = found.base[place]
    said = "–" if base is None else amount(base, subject.currency, language)
    last = place == len(subject.figures) - 1
    stands = fill(phrase("as_it_stands", language), {"amount": said}, language)
    return Table(
        f"{subject.heading.parties[party]}, {year}{subject.mark(year)}",
        columns,
        tuple(_bar_row(subject, bar, place, longest, shown, options) for bar in bars),
        _subtitle(subject, "tornado", shown, options),
        (stands, *(_notes(subject, shown, options) if last else ())),
    )


def _bar_row(
    subject: Subject, bar: Bar, place: int, longest: int, shown: Scale, options: Options
) -> Row:
    """An input, from which value to which, what it then comes to, and how far that is."""
    first, last = (
        value(one, subject.currency, options.language, relative=bar.axis.relative)
        for one in (bar.axis.values[0], bar.axis.values[-1])
    )
    low, high, wide = bar.low[place], bar.high[place], spread(bar, place)
    drawn = Fraction(wide, longest) if wide is not None and longest else BLANK
    turned = -1 if low is not None and high is not None and high < low else 1
    return Row(
        (
            Cell(f"{_name(bar.axis)} {first} – {last}"),
            Cell(_rounded(low, shown)),
            Cell(_rounded(high, shown)),
            Cell(_rounded(wide, shown)),
            Cell(drawn * turned if isinstance(drawn, Fraction) else drawn),
        )
    )


# --- A range -------------------------------------------------------------------------------


def ranges_table(subject: Subject, found: Ranges, options: Options) -> Table:
    """Each party's year from the least to the most, and how it was found."""
    language = options.language
    every = [one for each in found.outcomes if each for one in each]
    shown = _scale(subject, every, options)
    blank: tuple[int | None, ...] = (None,) * len(Outcomes._fields)
    rows = _by_year(
        subject, [[_rounded(one, shown) for one in each or blank] for each in found.outcomes]
    )
    count = {"count": number(found.looked_at, language), "seed": str(found.seed)}
    return Table(
        subject.heading.title,
        (
            Column(BLANK, "text"),
            *(shown.column(phrase(f"range_{name}", language)) for name in Outcomes._fields),
        ),
        tuple(rows),
        _subtitle(subject, "range", shown, options),
        (
            phrase("range_weights", language),
            fill(phrase(f"range_{found.how}", language), count, language),
            *(_three(subject, axis, language) for axis in subject.axes),
            *_notes(subject, shown, options),
        ),
    )


def _three(subject: Subject, axis: Axis, language: Language) -> str:
    said = (value(one, subject.currency, language, relative=axis.relative) for one in axis.values)
    return f"{_name(axis)}: {' · '.join(said)}"


# --- Shared --------------------------------------------------------------------------------


def _name(axis: Axis) -> str:
    return safe(axis.input.name)


def _value(subject: Subject, axis: Axis, place: int, options: Options) -> Cell:
    one = axis.values[place]
    return Cell(value(one, subject.currency, options.language, relative=axis.relative))


def _scale(subject: Subject, amounts: Iterable[int | None], options: Options) -> Scale:
    return scale(subject.currency, options.unit, [one or 0 for one in amounts])


def _rounded(amount_: int | None, shown: Scale) -> int | None:
    """An amount rounded to what is shown."""
    return None if amount_ is None else half_up(amount_, 1, shown.step)


def _by_year(subject: Subject, amounts: Sequence[Sequence[int | None]]) -> Iterator[Row]:
    """A row for each party; of several years each with its parties below."""
    several = len(subject.years) > 1
    before = ""
    for (year, party), own in zip(subject.figures, amounts, strict=True):
        if several and year != before:
            yield Row((Cell(year), *[Cell(BLANK)] * len(own)), "head")
        before = year
        cells = (Cell(one, subject.mark(year)) for one in own)
        yield Row((Cell(subject.heading.parties[party]), *cells), level=int(several))


def _subtitle(subject: Subject, kind: str, shown: Scale, options: Options) -> str:
    language = options.language
    years = f"{phrase(options.basis, language)} {spoken_years(subject.years)}"
    return capital(" · ".join([phrase(kind, language), years, shown.said(language)]))


def _notes(subject: Subject, shown: Scale, options: Options) -> tuple[str, ...]:
    """What the agreement as it stands hangs on, and whether the table is rounded."""
    language = options.language
    unit = shown.said(language, "rounded")
    rounded = (phrase("rounded_each", language).replace("{unit}", unit),) if shown.step > 1 else ()
    return (*notes(subject.statements, language), *rounded)
