"""Statements to tables: every heading and every row that a reader of amounts sees."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from avtalskalk.model.statement import Heading, Statement
from avtalskalk.money import largest_remainder
from avtalskalk.report.figures import (
    Block,
    Figure,
    Figures,
    Key,
    Segment,
    blocks,
    figures,
    in_file_order,
    parties,
    segments,
    shares,
)
from avtalskalk.report.grouping import Group, Grouping, Sum, in_order
from avtalskalk.report.notes import MARK, lacking, notes, spoken_lacking, spoken_years
from avtalskalk.report.options import By, Options
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.selection import items_of, select
from avtalskalk.report.table import BLANK, NOTHING, Cell, Column, Role, Row, Table
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, phrase

# How many missing figures a table over many agreements names.
_MOST_NAMED = 5


class Report:
    """Statements in, tables out, one agreement at a time: no more than one is kept.

    The years of an agreement must follow each other.
    """

    def __init__(self, options: Options) -> None:
        """Nothing is added yet."""
        self._options = options
        self._years: list[Statement] = []
        self._names = _Names()
        # What is summed over all agreements: what was asked for, or each party's amounts.
        self._over_all = Grouping(options.by or "party")

    def add(self, statement: Statement) -> Iterator[Table]:
        """Take one more statement; the table of the agreement before, if that is now whole."""
        if self._years and self._years[0].heading.agreement != statement.heading.agreement:
            yield from self._finished()
        self._years.append(select(statement, self._options))

    def finish(self) -> Iterator[Table]:
        """The last agreement's table and those over all agreements."""
        if self._years:
            yield from self._finished()
        if self._options.by or self._options.totals:
            yield from _group_tables(self._over_all, self._names, self._options)

    def _finished(self) -> Iterator[Table]:
        if not self._options.by:
            yield agreement_table(self._years, self._options)
        for statement in self._years:
            if statement.in_force:
                self._over_all.add(statement)
                self._names.add(statement.heading)
        if self._options.by:
            # Otherwise the agreement's own table has said it.
            self._names.lack(self._years)
        self._years = []


class _Names:
    """What agreements, their items and their parties are called, and what figures they lack."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.agreements: dict[str, Heading] = {}
        self.parties: dict[str, str] = {}
        self._lacking: dict[str, dict[str, dict[str, None]]] = {}

    def add(self, heading: Heading) -> None:
        """Take an agreement's names; a party keeps the one it had first."""
        self.agreements[heading.agreement] = heading
        for party, name in heading.parties.items():
            self.parties.setdefault(party, name)

    def lack(self, statements: Sequence[Statement]) -> None:
        """Take what an agreement's years lack."""
        heading = statements[0].heading
        found = self._lacking.setdefault(heading.currency, {})
        for what, years in lacking(statements).items():
            found[f"{heading.agreement}: {what}"] = years

    def spoken_lacking(self, currency: str, language: Language) -> list[str]:
        """What the agreements in a currency lack, the first of it by name."""
        found = self._lacking.get(currency, {})
        named = dict(islice(found.items(), _MOST_NAMED))
        return spoken_lacking(named, len(found) - len(named), language)

    def selected(self, options: Options) -> str:
        """The parties and items that are picked out, by the names they had first."""
        headings = self.agreements.values()
        items = (
            next((one.items[item] for one in headings if item in one.items), item)
            for item in options.item
        )
        parties = (self.parties.get(party, party) for party in options.party)
        return ", ".join((*parties, *items))

    def titles(self, currency: str) -> list[str]:
        """The agreements in a currency."""
        return [one.title for one in self.agreements.values() if one.currency == currency]


# --- One agreement ---------------------------------------------------------------------------


def agreement_table(statements: Sequence[Statement], options: Options) -> Table:
    """What each party pays under one agreement: cost by cost, then in all; years as columns."""
    heading, language = statements[0].heading, options.language
    amounts = [row.amount for one in statements for row in one.rows]
    shown = scale(heading.currency, options.unit, amounts)
    grid = _Grid(statements, shown)
    rows = tuple(_rows(grid, options))
    below = notes(statements, language)
    if shown.rounds(amounts):
        below = (*below, shown.note(language))
    titles = [one.year for one in statements] if len(statements) > 1 else [_amount(language)]
    columns = (
        Column(BLANK, "text"),
        *([Column(phrase("share", language), "percent")] if grid.shares else []),
        *(shown.column(title) for title in titles),
    )
    return Table(heading.title, columns if rows else (), rows, _subtitle(grid, options), below)


def _amount(language: Language) -> str:
    return phrase("amount", language)


class _Grid:
    """The blocks, segments and parties of an agreement's years, and their figures."""

    def __init__(self, statements: Sequence[Statement], shown: Scale) -> None:
        self.statements = statements
        self.heading = statements[0].heading
        self.scale = shown
        self.blocks = blocks(statements)
        self.parties = parties(statements)
        # Over several years there is no room for days: there a share shows how it changes.
        self.segments: Mapping[Block, list[Segment]] = (
            {block: segments(statements[0], block) for block in self.blocks}
            if len(statements) == 1
            else {}
        )
        cut = [block for block, found in self.segments.items() if found]
        self.years: list[Figures] = [figures(one, cut, shown) for one in statements]
        self.shares = shares(statements, frozenset(cut))

    def row(self, label: str, key: Key, role: Role = "body", level: int = 0) -> Row:
        """The row of a figure: its label, its share where there is one, and its years."""
        share = self.shares.get(key, ())
        cells = [Cell(label)]
        if self.shares:
            cells.append(Cell(share if len(share) > 1 else share[0] if share else BLANK))
        cells += [_cell(year.get(key)) for year in self.years]
        return Row(tuple(cells), role, level)

    def has(self, key: Key) -> bool:
        """Whether some year has the figure."""
        return any(key in year for year in self.years)


def _cell(figure: Figure | Sum | None) -> Cell:
    """An amount with its mark; what does not exist is a dash."""
    if figure is None:
        return Cell(NOTHING)
    return Cell(figure.amount, MARK if figure.conditional else "")


def _rows(grid: _Grid, options: Options) -> Iterator[Row]:
    """Every block, then what the parties pay in all, then the grand total."""
    for block in grid.blocks:
        yield from _block_rows(grid, block, options.language)
    if not options.totals or not grid.blocks:
        return
    if len(grid.parties) > 1 and (len(grid.blocks) > 1 or any(grid.segments.values())):
        for party in grid.parties:
            yield grid.row(_party(grid, party), Key(party=party), "sum")
    if len(grid.parties) > 1 or len(grid.blocks) != 1 or any(grid.segments.values()):
        yield grid.row(phrase("total", options.language), Key(), "total")


def _block_rows(grid: _Grid, block: Block, language: Language) -> Iterator[Row]:
    """A block's sum and its parts; the block is not named where it is the only one."""
    label = block_name(grid.heading, block, language)
    cut = grid.segments.get(block)
    if len(grid.parties) == 1 and not cut:
        yield grid.row(label, Key(block, party=grid.parties[0]))
        return
    level = 0
    if len(grid.blocks) > 1:
        yield grid.row(label, Key(block), "subtotal")
        level = 1
    spans: list[Segment | None] = [*cut] if cut else [None]
    for segment in spans:
        if segment:
            days = f"{segment.start} – {segment.end}"
            yield grid.row(days, Key(block, segment), "subtotal", level)
        for party in grid.parties:
            key = Key(block, segment, party)
            if grid.has(key):
                yield grid.row(_party(grid, party), key, level=level + bool(segment))


def _party(grid: _Grid, party: str) -> str:
    return grid.heading.parties.get(party, party)


def block_name(heading: Heading, block: Block, language: Language) -> str:
    """What a block is called: the item's title, the line's name, or both."""
    names = items_of(block.item)
    title = " + ".join(heading.items.get(name, name) for name in names)
    if heading.items.get(names[0], names[0]) == names[0]:
        # An item without a title is called by its id, which is written small.
        title = capital(title)
    if block.item and block.line == "split":
        return title
    line = phrase(f"line_{block.line}", language)
    if block.line == "surcharge":
        line = heading.surcharges.get(block.item, line)
    if not block.item:
        return line
    return phrase("line_of_item", language).replace("{line}", line).replace("{item}", title)


def _subtitle(grid: _Grid, options: Options) -> str:
    """What the table shows: the only cost, the basis and years, the unit, who is picked out."""
    language = options.language
    parts = []
    if len(grid.blocks) == 1 and len(grid.parties) != 1:
        parts.append(block_name(grid.heading, grid.blocks[0], language))
    if len(grid.parties) == 1:
        parts.append(_party(grid, grid.parties[0]))
    elif options.party:
        names = ", ".join(_party(grid, party) for party in grid.parties)
        parts.append(phrase("selected", language).replace("{names}", names))
    years = spoken_years(one.year for one in grid.statements)
    parts.append(f"{phrase(options.basis, language)} {years}")
    parts.append(grid.scale.said(language))
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    """Parts of a subtitle, with a capital first."""
    return capital(" · ".join(parts))


# --- Over all agreements ---------------------------------------------------------------------


class _Line(NamedTuple):
    """A row over several agreements before it is rounded; without sums it is a heading."""

    label: str
    sums: Sequence[Sum | None] = ()
    level: int = 0


def _group_tables(grouping: Grouping, names: _Names, options: Options) -> Iterator[Table]:
    """The groups of each currency in a table, years as columns."""
    for currency in dict.fromkeys(group.currency for group in grouping.found):
        titles = names.titles(currency)
        # The sum over a single agreement has been shown as its own table.
        if options.by or len(titles) > 1:
            groups = [group for group in grouping.found if group.currency == currency]
            if grouping.by == "item":
                groups = list(_in_file_order(groups, names))
            found = {group: grouping.found[group] for group in groups}
            yield _group_table(currency, found, grouping.by, names, options)


def _in_file_order(groups: Iterable[Group], names: _Names) -> Iterator[Group]:
    """Each agreement's items in the order of its file, then what belongs to none."""
    by_agreement: dict[str, dict[Block, Group]] = {}
    for group in groups:
        block = Block(group.item, group.line or "split")
        by_agreement.setdefault(group.agreement, {})[block] = group
    for agreement, own in by_agreement.items():
        order = names.agreements[agreement].items
        yield from (own[block] for block in in_file_order(own, order))


def _group_table(
    currency: str,
    found: Mapping[Group, Mapping[str, Sum]],
    by: By,
    names: _Names,
    options: Options,
) -> Table:
    language = options.language
    amounts = [one.amount or 0 for sums in found.values() for one in sums.values()]
    shown = scale(currency, options.unit, amounts)
    years = in_order(year for sums in found.values() for year in sums)
    if by == "period":
        lines, titles = _by_period(found, language), [_amount(language)]
    else:
        lines = list(_by_year(found, names, years, language))
        titles = years if len(years) > 1 else [_amount(language)]
    return Table(
        phrase(f"by_{by}" if options.by else "all_agreements", language),
        (Column(phrase(by, language), "text"), *map(shown.column, titles)),
        tuple(_group_rows(lines, shown, options)),
        _group_subtitle(years, shown, currency, names, options),
        (
            *_group_marked(lines, language),
            *names.spoken_lacking(currency, language),
            *([shown.note(language)] if shown.rounds(amounts) else []),
        ),
    )


def _by_year(
    found: Mapping[Group, Mapping[str, Sum]],
    names: _Names,
    years: Sequence[str],
    language: Language,
) -> Iterator[_Line]:
    """Each group on a row; items below their agreement where there are several."""
    several = len({group.agreement for group in found}) > 1
    before = ""
    for group, sums in found.items():
        below = several and bool(group.item or group.line)
        if below and group.agreement != before:
            before = group.agreement
            yield _Line(names.agreements[before].title)
        label = _group_label(group, names, language)
        yield _Line(label, [sums.get(year) for year in years], int(below))


def _by_period(found: Mapping[Group, Mapping[str, Sum]], language: Language) -> list[_Line]:
    """Each span of days on a row, and what is missing of a year after its known days."""
    spans = sorted(
        (year, group.start is None, str(group.start), str(group.end), one)
        for group, sums in found.items()
        for year, one in sums.items()
    )
    known = {year for year, without, *_ in spans if not without}
    rest = phrase("rest_of_year", language)
    return [
        _Line((rest if year in known else "{year}").format(year=year), [one])
        if without
        else _Line(f"{start} – {end}", [one])
        for year, without, start, end, one in spans
    ]


def _group_label(group: Group, names: _Names, language: Language) -> str:
    if group.party:
        return names.parties.get(group.party, group.party)
    heading = names.agreements[group.agreement]
    if group.item or group.line:
        return block_name(heading, Block(group.item, group.line or "split"), language)
    return heading.title


def _group_rows(lines: Sequence[_Line], shown: Scale, options: Options) -> Iterator[Row]:
    """The groups and their total, each year rounded so that it adds up."""
    sums = [line.sums for line in lines if line.sums]
    columns = [_group_column(column, shown.step) for column in zip(*sums, strict=True)]
    rounded = zip(*columns, strict=True)
    for line in lines:
        if line.sums:
            yield Row((Cell(line.label), *map(_cell, next(rounded))), "body", line.level)
        else:
            yield Row((Cell(line.label), *(Cell(BLANK) for _ in columns)), "head")
    if options.totals:
        cells = map(_cell, next(rounded))
        yield Row((Cell(phrase("total", options.language)), *cells), "total")


def _group_column(sums: Sequence[Sum | None], step: int) -> list[Sum | None]:
    """A year's sums rounded, and their total last."""
    # A single column needs no flow: cut down, and what is missing to those that lost most.
    amounts = [(one.amount or 0) if one else 0 for one in sums]
    rounded = largest_remainder(amounts, 1, step)
    there = [one for one in sums if one]
    whole = all(one.amount is not None for one in there)
    total = Sum(sum(rounded) if whole else None, any(one.conditional for one in there))
    return [
        *(
            one and Sum(None if one.amount is None else cell, one.conditional)
            for one, cell in zip(sums, rounded, strict=True)
        ),
        total,
    ]


def _group_subtitle(
    years: Sequence[str], shown: Scale, currency: str, names: _Names, options: Options
) -> str:
    """How much the table sums: which agreements, what is picked out of them, when, the unit."""
    language, titles = options.language, names.titles(currency)
    several = phrase("count_agreements", language).replace("{count}", str(len(titles)))
    picked = names.selected(options)
    return _joined(
        [
            several if len(titles) > 1 else titles[0],
            *([phrase("selected", language).replace("{names}", picked)] if picked else []),
            f"{phrase(options.basis, language)} {spoken_years(years)}",
            shown.said(language),
        ]
    )


def _group_marked(lines: Sequence[_Line], language: Language) -> list[str]:
    marked = any(one and one.conditional for line in lines for one in line.sums)
    return [phrase("marked", language)] if marked else []
