"""Many what-ifs as rows for a program: a grid's piece by piece, so that memory stays flat."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from avtalskalk.features.whatif.sweep import Amounts, Coordinates
from avtalskalk.features.whatif.sweep_rows import plain
from avtalskalk.features.whatif.sweep_view import Subject
from avtalskalk.formats.csv import text_cell
from avtalskalk.formats.json_object import object_of
from avtalskalk.formats.row_cells import cut
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal
from avtalskalk.words.formats import currency_digits

Form = Literal["csv", "json"]

_MARK_OF_UTF8 = "\ufeff"


class Rows(NamedTuple):
    """How the combinations of a grid become rows: what is the same in all of them, as text.

    ``values`` are each input's, ``around`` what stands before and after each amount and what
    stands there when it is not known, and ``between`` what stands between two rows.
    """

    start: str
    values: tuple[tuple[str, ...], ...]
    around: tuple[tuple[str, str, str], ...]
    between: str
    digits: int
    mark: str

    def written(self, found: Iterable[tuple[Coordinates, Amounts]]) -> str:
        """The rows of some combinations."""
        shortest, point = cut(self.digits)
        mark = self.mark
        lines: list[str] = []
        for where, amounts in found:
            own = [values[place] for values, place in zip(self.values, where, strict=True)]
            head = self.start + "".join(own)
            for minor, (before, after, unknown) in zip(amounts, self.around, strict=True):
                if minor is None:
                    lines.append(f"{head}{unknown}")
                    continue
                figures = str(minor)
                if len(figures) > shortest:
                    figures = f"{figures[:point]}{mark}{figures[point:]}"
                else:
                    figures = decimal(minor, self.digits).replace(".", mark)
                lines.append(f"{head}{before}{figures}{after}")
        return self.between.join(lines)


def csv_rows(subject: Subject, *, swedish: bool = False) -> Rows:
    """The rows of a grid as CSV."""
    sign, mark = (";", ",") if swedish else (",", ".")
    currency = subject.heading.currency
    return Rows(
        text_cell(subject.heading.agreement) + sign,
        tuple(
            tuple(plain(one, currency).replace(".", mark) + sign for one in axis.values)
            for axis in subject.axes
        ),
        tuple(
            (before, f"{sign}{currency}", f"{before}{sign}{currency}")
            for year, party in subject.figures
            for before in [f"{text_cell(year)}{sign}{text_cell(party)}{sign}"]
        ),
        "\n",
        currency_digits(currency),
        mark,
    )


def json_rows(subject: Subject) -> Rows:
    """The rows of a grid as JSON."""
    currency = subject.heading.currency
    return Rows(
        f'{{"agreement": {_text(subject.heading.agreement)}, "values": {{',
        tuple(
            tuple(
                f"{', ' if place else ''}{_text(axis.input.name)}: {_text(plain(one, currency))}"
                for one in axis.values
            )
            for place, axis in enumerate(subject.axes)
        ),
        tuple(
            (f'{before}"', '"}', f"{before}null}}")
            for year, party in subject.figures
            for before in [f'}}, "year": {_text(year)}, "party": {_text(party)}, "amount": ']
        ),
        ",\n  ",
        currency_digits(currency),
        ".",
    )


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def csv_of(subject: Subject, pieces: Iterable[str], *, swedish: bool = False) -> Iterator[bytes]:
    """A grid as CSV, from its rows in pieces."""
    inputs = (axis.input.name for axis in subject.axes)
    names = ("agreement", *inputs, "year", "party", "amount", "currency")
    head = (";" if swedish else ",").join(map(text_cell, names))
    yield f"{_MARK_OF_UTF8 if swedish else ''}{head}\n".encode()
    for piece in pieces:
        yield f"{piece}\n".encode()


def json_of(subject: Subject, pieces: Iterable[str], version: str) -> Iterator[bytes]:
    """A grid as JSON, from its rows in pieces."""
    yield json.dumps(_head("sweep", subject, version), ensure_ascii=False)[:-1].encode()
    yield b',\n "rows": ['
    between = "\n  "
    for piece in pieces:
        yield f"{between}{piece}".encode("utf-8", "backslashreplace")
        between = ",\n  "
    yield b"]}\n"


def _head(kind: str, subject: Subject, version: str) -> dict[str, object]:
    return {
        "schema": f"avtalskalk/{kind}/1",
        "version": version,
        "basis": subject.statements[0].basis,
        "currency": subject.heading.currency,
        "inputs": [one._asdict() for one in subject.inputs],
    }


def few(
    kind: str,
    subject: Subject,
    found: Sequence[Mapping[str, object]],
    form: Form,
    options: Options,
    amounts: Sequence[str],
) -> Iterator[bytes]:
    """A few flat rows as one of the formats; ``amounts`` are the columns that hold amounts."""
    if form == "json":
        return object_of(_head(kind, subject, options.version), {"rows": found})
    return _few_csv(found, amounts, swedish=options.dialect == "excel-sv")


def _few_csv(
    found: Sequence[Mapping[str, object]], amounts: Sequence[str], *, swedish: bool
) -> Iterator[bytes]:
    sign, mark = (";", ",") if swedish else (",", ".")
    numbers = {*amounts, "first", "last"}
    yield f"{_MARK_OF_UTF8 if swedish else ''}{sign.join(found[0])}\n".encode()
    for row in found:
        cells = (
            str("" if one is None else one).replace(".", mark)
            if name in numbers
            else text_cell("" if one is None else str(one))
            for name, one in row.items()
        )
        yield f"{sign.join(cells)}\n".encode("utf-8", "backslashreplace")
