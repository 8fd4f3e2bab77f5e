"""Formulas over keys: a few exact operations, read from Python's syntax tree and never run.

``+ - * / ( )``, ``round(x, decimals)`` half up, ``min`` and ``max``, key names and numbers with
a decimal point; nothing else, in at most 500 characters.
"""

import ast
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from avtalskalk.money import half_up

MOST_CHARACTERS = 500
MOST_DECIMALS = 12
MOST_DEPTH = 100
MOST_DIGITS = 200


class FormulaError(ValueError):
    """A formula that cannot be read or computed; ``code`` and ``text`` make the diagnostic."""

    def __init__(self, code: str, text: str = "") -> None:
        """Keep the diagnostic's code, and the piece of the formula that it is about."""
        super().__init__(code)
        self.code, self.text = code, text


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has been read: its tree, its text in bytes, and the keys it names."""

    tree: ast.expr
    text: bytes
    names: tuple[str, ...]


@lru_cache(maxsize=256)
def parse(text: str) -> Formula:
    """Read a formula; raises `FormulaError` for anything but the few operations."""
    if len(text) > MOST_CHARACTERS:
        raise FormulaError("AV510")
    try:
        # What Python would only warn of, such as `1if`, is refused and never printed.
        with warnings.catch_warnings(action="error"):
            tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("AV511", text) from None
    encoded = text.strip().encode()
    if _depth(tree) > MOST_DEPTH:
        raise FormulaError("AV511", text)
    names = dict.fromkeys(_names(tree, encoded))
    return Formula(tree, encoded, tuple(names))


def _depth(tree: ast.expr) -> int:
    """How many operations stand inside each other, told without going into them one by one."""
    depth, level = 0, [tree]
    while level:
        depth += 1
        level = [
            inner for node in level for inner in ast.iter_child_nodes(node)
            if isinstance(inner, ast.expr)
        ]  # fmt: skip
    return depth


def _piece(node: ast.AST, text: bytes) -> str:
    """The part of the text that a node was read from."""
    start, stop = getattr(node, "col_offset", 0), getattr(node, "end_col_offset", None)
    return text[start:stop].decode(errors="replace")


def _names(node: ast.expr, text: bytes) -> Iterator[str]:
    """The keys that a formula names; raises for a node that is not allowed."""
    match node:
        case ast.Name():
            # Python takes letters that look alike for the same; only the key as written is meant.
            if _piece(node, text) != node.id:
                raise FormulaError("AV511", _piece(node, text))
            yield node.id
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            number(node, text)
        case ast.UnaryOp(op=ast.UAdd() | ast.USub()):
            yield from _names(node.operand, text)
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            yield from _names(node.left, text)
            yield from _names(node.right, text)
        case ast.Call(func=ast.Name(id="min" | "max"), args=[_, *_], keywords=[]):
            for argument in node.args:
                yield from _names(argument, text)
        case ast.Call(
            func=ast.Name(id="round"), args=[inner, ast.Constant(value=int(places))], keywords=[]
        ):
            if isinstance(places, bool) or not 0 <= places <= MOST_DECIMALS:
                raise FormulaError("AV511", _piece(node, text))
            yield from _names(inner, text)
        case _:
            raise FormulaError("AV511", _piece(node, text))


def number(node: ast.Constant, text: bytes) -> Fraction:
    """A number exactly as it is written, not as a float would have it."""
    written = _piece(node, text)
    if not written.replace(".", "", 1).isdecimal() or not written.isascii():
        raise FormulaError("AV511", written)
    return Fraction(written)


def evaluate(formula: Formula, values: Mapping[str, Fraction]) -> Fraction:
    """A formula's exact value; raises `FormulaError` for a division by zero."""
    return _value(formula.tree, formula.text, values)


def _value(node: ast.expr, text: bytes, values: Mapping[str, Fraction]) -> Fraction:
    def inner(part: ast.expr) -> Fraction:
        return _value(part, text, values)

    match node:
        case ast.Name():
            result = values[node.id]
        case ast.Constant():
            result = number(node, text)
        case ast.UnaryOp():
            result = -inner(node.operand) if isinstance(node.op, ast.USub) else inner(node.operand)
        case ast.BinOp():
            result = _operated(node, inner(node.left), inner(node.right), text)
        case ast.Call(func=ast.Name(id="round"), args=[rounded, ast.Constant(value=int(places))]):
            exact = inner(rounded) * 10**places
            result = Fraction(half_up(exact.numerator, exact.denominator), 10**places)
        case ast.Call(func=ast.Name(id=name)):
            chosen: Callable[[Sequence[Fraction]], Fraction] = min if name == "min" else max
            result = chosen([inner(argument) for argument in node.args])
        case _:
            raise FormulaError("AV511", _piece(node, text))
    if max(abs(result.numerator), result.denominator) >= 10**MOST_DIGITS:
        raise FormulaError("AV513", _piece(node, text))
    return result


def _operated(node: ast.BinOp, left: Fraction, right: Fraction, text: bytes) -> Fraction:
    match node.op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case _:
            if not right:
                raise FormulaError("AV512", _piece(node, text))
            return left / right
