"""A spreadsheet's arithmetic, in doubles: what a workbook's formulas come to."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from io import BytesIO
from math import floor
from typing import Any

from openpyxl import load_workbook

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|(?P<number>\d+(?:\.\d+)?)|'
    r"(?:(?P<sheet>\w+)!)?\$?(?P<cell>[A-Z]{1,2}\$?\d+)(?::\$?(?P<to>[A-Z]{1,2}\$?\d+))?|"
    r"(?P<name>[A-Z]+)(?=\()|(?P<sign><>|<=|>=|[-+*/&=<>(),])"
)
_BINDS = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4}


def _round(number: float, decimals: float, how: str = ROUND_HALF_UP) -> float:
    # As Excel does: what is meant by the double is its shortest decimal of 15 digits.
    unit = Decimal(1).scaleb(-int(decimals))
    return float(Decimal(f"{number:.15g}").quantize(unit, how))


def _flat(values: Sequence[Any]) -> list[Any]:
    return [v for value in values for v in (value if isinstance(value, list) else [value])]


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ABS": abs,
    "INT": floor,
    "MOD": lambda number, divisor: number - divisor * floor(number / divisor),
    "ROUND": _round,
    "ROUNDUP": lambda number, decimals: _round(number, decimals, ROUND_UP),
    "SUM": lambda *values: sum(_flat(values)),
    "MAX": lambda *values: max(_flat(values)),
    "MIN": lambda *values: min(_flat(values)),
    "SMALL": lambda values, place: sorted(_flat([values]))[int(place) - 1],
    "RANK": lambda number, values: 1 + sum(v > number for v in _flat([values])),
    "COUNTIF": lambda values, wanted: sum(v == wanted for v in _flat([values])),
}


class Spreadsheet:
    """A workbook's cells; what has a formula is worked out from the others when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Read all cells of a workbook."""
        book = load_workbook(BytesIO(content))
        self.names = book.sheetnames
        self.cells = {
            (sheet.title, cell.coordinate): cell.value
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        self.formulas = {
            (sheet.title, cell.coordinate): str(cell.value)[1:]
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        self.known: dict[tuple[str, str], Any] = {}

    def rows(self, sheet: str, header: int = 4) -> Iterator[dict[str, str]]:
        """A sheet's rows: the cells' places by their columns' titles."""
        titles = {
            place.rstrip("0123456789"): value
            for (name, place), value in self.cells.items()
            if name == sheet and place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(header)
        }
        last = max(int(re.sub(r"\D", "", place)) for name, place in self.cells if name == sheet)
        for number in range(header + 1, last + 1):
            yield {str(title): f"{letter}{number}" for letter, title in titles.items()}

    def change(self, sheet: str, place: str, value: float) -> None:
        """Write a number, as its reader does."""
        self.cells[sheet, place] = value
        self.formulas.pop((sheet, place), None)
        self.known = {}

    def value(self, sheet: str, place: str) -> Any:
        """What a cell comes to; an empty one is nothing."""
        key = (sheet, place.replace("$", ""))
        if key not in self.known:
            content = self.cells.get(key, 0)
            if key in self.formulas:
                content = _Formula(self, sheet, self.formulas[key]).whole()
            self.known[key] = content
        return self.known[key]


class _Formula:
    """A formula that is being read from the left."""

    def __init__(self, book: Spreadsheet, sheet: str, text: str) -> None:
        self.book, self.sheet = book, sheet
        self.tokens = list(_TOKEN.finditer(text))
        assert "".join(token[0] for token in self.tokens) == text, text
        self.place = 0

    def whole(self) -> Any:
        value = self.expression(0, wanted=True)
        assert self.place == len(self.tokens)
        return value

    def sign(self) -> str:
        return (self.tokens[self.place]["sign"] or "") if self.place < len(self.tokens) else ""

    def expression(self, binds: int, *, wanted: bool) -> Any:
        """A part up to a sign that binds less; one that is not ``wanted`` is only read."""
        left = self.operand(wanted=wanted)
        while (sign := self.sign()) in _BINDS and _BINDS[sign] > binds:
            self.place += 1
            right = self.expression(_BINDS[sign], wanted=wanted)
            left = _operated(sign, left, right) if wanted else 0
        return left

    def operand(self, *, wanted: bool) -> Any:
        token = self.tokens[self.place]
        self.place += 1
        if token["text"] is not None:
            return token["text"]
        if token["number"]:
            return float(token["number"])
        if token["name"]:
            return self.function(token["name"], wanted=wanted)
        if token["cell"]:
            return self.cells(token) if wanted else 0
        if token["sign"] == "-":
            value = self.expression(3, wanted=wanted)
            return -value if wanted else 0
        assert token["sign"] == "(", token[0]
        value = self.expression(0, wanted=wanted)
        self.place += 1
        return value

    def function(self, name: str, *, wanted: bool) -> Any:
        """A function's value; of ``IF`` only the branch that is taken is worked out."""
        arguments: list[Any] = []
        while self.sign() != ")":
            self.place += 1
            taken = wanted
            if name == "IF" and arguments:
                taken = wanted and bool(arguments[0]) == (len(arguments) == 1)
            arguments.append(self.expression(0, wanted=taken))
        self.place += 1
        if not wanted:
            return 0
        if name == "IF":
            return arguments[1] if arguments[0] else arguments[2]
        return FUNCTIONS[name](*arguments)

    def cells(self, token: re.Match[str]) -> Any:
        sheet, first = token["sheet"] or self.sheet, token["cell"].replace("$", "")
        if not token["to"]:
            return self.book.value(sheet, first)
        column, last = first.rstrip("0123456789"), token["to"].replace("$", "")
        start, end = (int(place.lstrip(column)) for place in (first, last))
        return [self.book.value(sheet, f"{column}{row}") for row in range(start, end + 1)]


def _operated(sign: str, left: Any, right: Any) -> Any:  # noqa: PLR0911 - one a sign
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "&":
            return f"{left:g}{right}"
        case "=":
            return left == right
        case "<>":
            return left != right
        case "<":
            return left < right
        case ">":
            return left > right
        case "<=":
            return left <= right
        case _:
            return left >= right
