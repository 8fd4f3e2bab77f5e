"""A party's value of a key as a formula: what was observed, its mean, or the key's own formula."""

import ast
import operator
from collections.abc import Mapping
from fractions import Fraction

from avtalskalk.calculation.formula import number, parse
from avtalskalk.calculation.keys import Values
from avtalskalk.diagnostics import Path
from avtalskalk.features.workbook.book import BookYear, Texts
from avtalskalk.features.workbook.expression import (
    Expression,
    constant,
    greatest,
    least,
    nearest,
    total,
)
from avtalskalk.model.keys import KeyPercent, Observation
from avtalskalk.report.workbook import CellKind

_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def key_value(year: BookYear, key: Values, party: str) -> Expression:
    """A party's value of a key."""
    if key.key.formula:
        formula = parse(key.key.formula)
        values = {name: key_value(year, inner, party) for name, inner in key.inner.items()}
        return _by_formula(formula.tree, formula.text, values)
    observed = []
    for observation in key.used:
        value = _observed(year, key, observation, party)
        if key.among:
            among = [_observed(year, key, observation, name) for name in key.among]
            value /= total(among)
        observed.append(value)
    return observed[0] if len(observed) == 1 else total(observed) / constant(len(observed))


def _observed(year: BookYear, key: Values, observation: Observation, party: str) -> Expression:
    """A party's value in one observation, as the reader may change it."""
    path: Path = ("keys", key.name, "values", *([observation.key] if observation.key else []))
    what = year.book.word("key", key=key.key.title or key.name, when=observation.key)
    texts: Texts = {"what": what.rstrip(", ")}
    value = observation.values
    if not isinstance(value, Fraction):
        value, path, texts = value[party], (*path, party), {**texts, **year.party(party)}
    kind: CellKind = "share" if isinstance(value, KeyPercent) else "number"
    return year.entry(path, value, kind, texts)


def _by_formula(node: ast.expr, text: bytes, values: Mapping[str, Expression]) -> Expression:
    """A key's formula over the values of the keys in it."""

    def inner(part: ast.expr) -> Expression:
        return _by_formula(part, text, values)

    match node:
        case ast.Name():
            return values[node.id]
        case ast.Constant():
            return constant(number(node, text))
        case ast.UnaryOp():
            term = inner(node.operand)
            return constant(0) - term if isinstance(node.op, ast.USub) else term
        case ast.BinOp():
            operated: Expression = _OPERATORS[type(node.op)](inner(node.left), inner(node.right))
            return operated
        case ast.Call(func=ast.Name(id="round"), args=[rounded, ast.Constant(value=int(places))]):
            return nearest(inner(rounded), places)
        case ast.Call(func=ast.Name(id=name)):
            chosen = least if name == "min" else greatest
            return chosen([inner(argument) for argument in node.args])
        case _:
            raise TypeError(node)
