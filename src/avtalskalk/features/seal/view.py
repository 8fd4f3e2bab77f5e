"""A sealed result that has been worked out again: what came out, in words and tables."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeVar

from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.features.seal.seal import Compared, Found, Pair, Recalculated, Row
from avtalskalk.model.comparison import NOBODY, Comparison, Paid
from avtalskalk.model.statement import Allocation, Heading, ItemTotal, Missing, Note, Total
from avtalskalk.report.document import Bullets, Document, Paragraph
from avtalskalk.report.document import Heading as Title
from avtalskalk.report.figures import Block, block_of, blocks
from avtalskalk.report.notes import MARK, spoken_years
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal, exact
from avtalskalk.report.scale import scale
from avtalskalk.report.table import BLANK, NOTHING, Cell, Column, Role, Table
from avtalskalk.report.table import Row as Line
from avtalskalk.report.views import Report, block_name
from avtalskalk.words import Language
from avtalskalk.words.formats import (
    capital,
    currency_digits,
    number,
    percent,
    phrase,
    roughly,
    say,
    share,
)

Paying = TypeVar("Paying", Allocation, Total, ItemTotal)

# So many files, or shares, are told of one by one.
_MOST_TOLD = 20

# So many more decimals than the currency has.
_FINER = 4


def document(found: Recalculated, options: Options, *, confirmed: bool = False) -> Document:
    """What came out: the verdict, why, and the figures, corrected row by row where they differ.

    ``confirmed`` says that the fingerprint was given, and is the right one.
    """
    language = options.language
    heading = _said("seal_title", language, fingerprint=found.seal.fingerprint)
    points = (*_made(found, language), *_why(found, confirmed, language))
    tables = _repeated(found, options) if found.reproduced else _corrections(found, language)
    return Document(
        (Title(heading), Paragraph(_verdict(found, language)), Bullets(points), *tables)
    )


def _said(key: str, language: Language, **arguments: Argument) -> str:
    said = {name: say(value, language) for name, value in arguments.items()}
    return phrase(key, language).format_map(said)


# --- In words ------------------------------------------------------------------------------


def _verdict(found: Recalculated, language: Language) -> str:
    if found.reproduced:
        return phrase("seal_reproduced", language)
    titles = _titles(found, lambda one: not one.reproduced)
    text = _said("seal_differs", language, agreements=_shortly(titles, language))
    same_amounts = all(one.same_amounts for one in found.years)
    return f"{text} {phrase('seal_differs_beside', language)}" if same_amounts else text


def _titles(found: Recalculated, which: Callable[[Compared], bool]) -> list[str]:
    """The agreements with such a year, by their titles then."""
    return list(dict.fromkeys(one.sealed.heading.title for one in found.years if which(one)))


def _shortly(texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Texts, the last of very many only counted."""
    if len(texts) <= _MOST_TOLD:
        return tuple(texts)
    more = phrase("more", language).format(count=len(texts) - _MOST_TOLD)
    return (*texts[:_MOST_TOLD], more)


def _made(found: Recalculated, language: Language) -> Iterator[str]:
    """When and how the result was sealed."""
    how = found.seal.how
    yield _said(
        "seal_made" if how.today else "seal_made_any_day",
        language,
        day=how.today or "",
        version=found.seal.version,
        basis=phrase(how.basis, language),
        years=spoken_years(sorted({one.sealed.year for one in found.years})),
    )
    if how.assume_extended:
        yield phrase("seal_extended", language)
    yield from _shortly(
        [
            _said("seal_reading", language, agreement=one.id, reading=one.reading)
            for one in found.seal.agreements
            if one.reading
        ],
        language,
    )


def _why(found: Recalculated, confirmed: bool, language: Language) -> Iterator[str]:  # noqa: FBT001
    """What is the same as then and what is not: fingerprint, program, files, agreements."""
    yield phrase("seal_confirmed" if confirmed else "seal_unconfirmed", language)
    effect = phrase("seal_no_effect", language) if found.reproduced else ""
    if found.folder != ".":
        yield _said("seal_folder", language, folder=found.folder)
    changed = [one for one in found.files if one.state != "same"]
    if not changed:
        yield phrase("seal_all_same", language)
    yield from _shortly([_file(one, effect, language) for one in changed], language)
    if found.other_version:
        sides = {"sealed": found.seal.version, "now": found.version}
        yield _said("seal_version", language, effect=effect, **sides)
    if found.untouched and not found.reproduced:
        yield phrase("seal_only_version" if found.other_version else "seal_neither", language)
    absent = _titles(found, lambda one: one.now is None)
    reworded = _titles(found, lambda one: one.reworded)
    for key, titles in (("seal_absent", absent), ("seal_reworded", reworded)):
        yield from _shortly([_said(key, language, agreement=one) for one in titles], language)


def _file(one: Found, effect: str, language: Language) -> str:
    """What has become of a file, and whether that matters."""
    key = f"seal_file_{one.state}"
    return _said(key, language, sealed=one.sealed, now=one.now, effect=effect)


# --- In tables -----------------------------------------------------------------------------


def _repeated(found: Recalculated, options: Options) -> Iterator[Table]:
    """The figures that came out again, as `calc` shows them, with the fingerprint below."""
    report = Report(options._replace(basis=found.seal.how.basis))
    about = {"fingerprint": found.seal.fingerprint}
    for now in filter(None, (one.now for one in found.years)):
        note = Note(now.heading.agreement, now.year, "sealed", about)
        yield from report.add(now._replace(notes=(*now.notes, note)) if now.in_force else now)
    yield from report.finish()


def _corrections(found: Recalculated, language: Language) -> Iterator[Table]:
    """A table for each agreement's year that came out otherwise."""
    for one in found.years:
        if one.comparison and not one.reproduced:
            yield _correction(one, one.comparison, found.seal.fingerprint, language)


def _correction(
    one: Compared, comparison: Comparison, fingerprint: str, language: Language
) -> Table:
    """What a party's year was sealed with, what it is now, and the difference; row by row."""
    heading = _both(one)
    about = capital(f"{phrase(one.sealed.basis, language)} {one.sealed.year}")
    fingerprinted = _said("sealed", language, fingerprint=fingerprint)
    if not comparison.currency:
        sides = {"sealed": comparison.before[0].heading.currency, "now": heading.currency}
        other = _said("seal_currency", language, **sides)
        return Table(heading.title, (), (), about, (other, fingerprinted))
    lines = [*_details(one, heading, language), *_sums(comparison, heading, language)]
    amounts = [figure for line in lines for figure in line.amounts]
    shown = scale(comparison.currency, None, (one for one in amounts if one))
    columns = (
        Column(BLANK, "text"),
        shown.column(phrase("seal_sealed", language)),
        shown.column(phrase("seal_now", language)),
        shown.column(phrase("difference", language))._replace(kind="difference"),
    )
    rows = tuple(line.row() for line in lines)
    notes = (*_noted(one, comparison, heading, language), fingerprinted)
    return Table(heading.title, columns, rows, f"{about} · {shown.said(language)}", notes)


def _both(one: Compared) -> Heading:
    """An agreement's words now, with what it has no word for any more."""
    then, now = one.sealed.heading, (one.now or one.sealed).heading
    parties = {**now.parties, **then.parties, **now.parties}
    return now._replace(parties=parties, items={**now.items, **then.items, **now.items})


class _Line(NamedTuple):
    """A row on both sides, or a heading that has none."""

    label: str
    was: Paid | None = None
    now: Paid | None = None
    role: Role = "head"
    level: int = 0

    @property
    def difference(self) -> int | None:
        """How much more it is now, in minor units; None where that is not known."""
        was, now = (side.amount if side else None for side in (self.was, self.now))
        return None if was is None or now is None else now - was

    @property
    def amounts(self) -> list[int]:
        """What the row shows."""
        shown = (self.was and self.was.amount, self.now and self.now.amount, self.difference)
        return [one or 0 for one in shown]

    def row(self) -> Line:
        """The row of a table."""
        cells = (Cell(BLANK),) * 3
        if self.was and self.now:
            cells = (_cell(self.was), _cell(self.now), Cell(self.difference))
        return Line((Cell(self.label), *cells), self.role, self.level)


def _cell(paid: Paid) -> Cell:
    """An amount with its mark; what does not exist is a dash."""
    if not paid.there:
        return Cell(NOTHING)
    return Cell(paid.amount, MARK if paid.conditional else "")


def _details(one: Compared, heading: Heading, language: Language) -> Iterator[_Line]:
    """The rows that differ, below what they are of; not where the sums say the same."""
    statements = [side for side in (one.sealed, one.now) if side]
    parts = blocks(statements)
    spans = {(row.start, row.end) for side in statements for row in side.rows}
    if len(parts) == 1 and len(spans) == 1:
        return
    for part in parts:
        found = [pair for pair in one.rows if block_of(_either(pair)) == part]
        if found:
            yield _Line(block_name(heading, part, language))
        for start, end in dict.fromkeys(_days(pair) for pair in found):
            if len(spans) > 1:
                yield _Line(f"{start} – {end}", level=1)
            for old, new in (pair for pair in found if _days(pair) == (start, end)):
                party = _either((old, new)).party
                name = heading.parties.get(party, party)
                yield _Line(name, _paid(old), _paid(new), "body", 1 + (len(spans) > 1))


def _days(pair: Pair[Allocation]) -> tuple[date, date]:
    row = _either(pair)
    return row.start, row.end


def _either(pair: Pair[Row]) -> Row:
    """A row as it is now, or as it was where it is not there any more."""
    return next(one for one in reversed(pair) if one)


def _paid(row: Allocation | Total | ItemTotal | None) -> Paid:
    """What a row comes to, nothing where there is none."""
    return Paid(row.amount, row.conditional) if row else NOBODY


def _sums(comparison: Comparison, heading: Heading, language: Language) -> Iterator[_Line]:
    """What each party pays, also one that pays the same: together they make up the total."""
    for one in comparison.figures:
        name = heading.parties.get(one.party, one.party)
        yield _Line(name, one.was, one.becomes, "sum")
    for one in comparison.totals:
        yield _Line(phrase("total", language), one.was, one.becomes, "total")


def _noted(
    one: Compared, comparison: Comparison, heading: Heading, language: Language
) -> Iterator[str]:
    """What amounts do not tell: shares, conditions, sums before rounding, missing figures."""
    if any(one.was.conditional or one.becomes.conditional for one in comparison.figures):
        yield phrase("marked", language)
    yield from _shortly(list(dict.fromkeys(_shares(one, heading, language))), language)
    for figure in comparison.figures:
        if figure.was.conditional != figure.becomes.conditional:
            key = "seal_conditional" if figure.becomes.conditional else "seal_unconditional"
            yield _said(key, language, party=heading.parties.get(figure.party, figure.party))
    for old, new in one.items:
        if old and new and old.exact != new.exact and old.amount == new.amount:
            name = block_name(heading, Block(new.item, "split"), language)
            sides = {"sealed": _exact(old, language), "now": _exact(new, language)}
            yield _said("seal_exact", language, item=name, **sides)
    for key, place in (("seal_missing_then", 0), ("seal_missing_now", 1)):
        figures = [missing.what for pair in one.missing if (missing := pair[place])]
        if figures:
            yield _said(key, language, figures=_shortly(figures, language))


def _shares(one: Compared, heading: Heading, language: Language) -> Iterator[str]:
    """The shares that are others than they were."""
    for old, new in one.rows:
        if old and new and old.share != new.share:
            was, now = _told_apart(old.share, new.share, language)
            yield _said(
                "seal_share",
                language,
                party=heading.parties.get(new.party, new.party),
                item=block_name(heading, block_of(new), language),
                sealed=was,
                now=now,
            )


def _told_apart(old: Fraction | None, new: Fraction | None, language: Language) -> tuple[str, str]:
    """Two shares at a glance; exactly where they would look the same."""

    def written(write: Callable[[Fraction, Language], str]) -> tuple[str, str]:
        was, now = (NOTHING if one is None else write(one, language) for one in (old, new))
        return was, now

    was, now = written(lambda one, language: percent(one, language, 2))
    return written(share if was == now else roughly)


def _exact(item: ItemTotal, language: Language) -> str:
    """What a cost comes to before it is rounded, with decimals enough to tell two apart."""
    if item.exact is None:
        return NOTHING
    digits = currency_digits(item.currency)
    return number(Fraction(item.exact, 10**digits), language, digits + _FINER)


# --- For a program -------------------------------------------------------------------------


def record(found: Recalculated, *, confirmed: bool = False) -> dict[str, object]:
    """What came out, for a program: amounts as text, the same in every language."""
    seal = found.seal
    return {
        "reproduced": found.reproduced,
        "seal": {
            "fingerprint": seal.fingerprint,
            "confirmed": confirmed,
            "checksum": seal.checksum,
            "version": seal.version,
            "basis": seal.how.basis,
            "today": seal.how.today.isoformat() if seal.how.today else None,
            "assume_extended": seal.how.assume_extended,
        },
        "inputs": [
            {"state": one.state, "sealed": one.sealed or None, "now": one.now or None}
            for one in found.files
        ],
        "years": [_year(one) for one in found.years],
        "corrections": [_total(*pair) for one in found.years for pair in one.totals],
        "rows": [_row(*pair) for one in found.years for pair in one.rows],
        "items": [_item(*pair) for one in found.years for pair in one.items],
        "missing": [_missing(*pair) for one in found.years for pair in one.missing],
    }


def _year(one: Compared) -> dict[str, object]:
    """One agreement's year: whether it is there, and whether it came out again."""
    return {
        "agreement": one.sealed.heading.agreement,
        "year": one.sealed.year,
        "found": one.now is not None,
        "reproduced": one.reproduced,
        "reworded": one.reworded,
    }


def _total(old: Total | None, new: Total | None) -> dict[str, object]:
    """A party's year that comes to something else."""
    row = _either((old, new))
    own = {"agreement": row.agreement, "year": row.year, "party": row.party}
    return {**own, **_sides(old, new, lambda _: {})}


def _row(old: Allocation | None, new: Allocation | None) -> dict[str, object]:
    """A row that is another; what tells it from the others is called as in `calc`."""
    row = _either((old, new))
    own = {
        "agreement": row.agreement,
        "year": row.year,
        "from": row.start.isoformat(),
        "to": row.end.isoformat(),
        "item": row.item,
        "line": row.line,
        "party": row.party,
    }
    return {**own, **_sides(old, new, lambda one: {"share": _text(one.share)})}


def _item(old: ItemTotal | None, new: ItemTotal | None) -> dict[str, object]:
    """A cost that comes to something else, perhaps only before it is rounded."""
    row = _either((old, new))
    own = {"agreement": row.agreement, "year": row.year, "item": row.item}

    def more(one: ItemTotal) -> dict[str, object]:
        whole = None if one.exact is None else exact(Amount(one.exact, one.currency))
        return {"exact": whole, "solved": one.solved}

    return {**own, **_sides(old, new, more)}


def _missing(old: Missing | None, new: Missing | None) -> dict[str, object]:
    """A figure that is missing on one side only."""
    row = _either((old, new))
    sides = {"sealed": old is not None, "now": new is not None}
    return {"agreement": row.agreement, "year": row.year, "what": row.what, **sides}


def _sides(
    old: Paying | None, new: Paying | None, more: Callable[[Paying], dict[str, object]]
) -> dict[str, object]:
    """A row's figures on both sides, null where it is not there, and the difference."""
    row = _either((old, new))

    def figures(one: Paying | None) -> dict[str, object] | None:
        if one is None:
            return None
        return {"amount": _amount(one.amount, row), "conditional": one.conditional, **more(one)}

    difference = _Line("", _paid(old), _paid(new)).difference
    sides = {"sealed": figures(old), "now": figures(new)}
    return {"currency": row.currency, **sides, "difference": _amount(difference, row)}


def _amount(minor: int | None, row: Allocation | Total | ItemTotal) -> str | None:
    return None if minor is None else decimal(minor, currency_digits(row.currency))


def _text(share: Fraction | None) -> str | None:
    return None if share is None else str(share)
