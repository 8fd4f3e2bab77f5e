"""Plain data to an `Agreement`, with every value that is wrong named at its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from avtalskalk.diagnostics import Diagnostic, Path, missing_key, unknown_key
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import KEY, InnerError
from avtalskalk.model.values import Setting, read_currency, read_fiscal_start


class Checked(NamedTuple):
    """What validation gave: the agreement, or what is wrong with the data."""

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]


def setting_of(data: object) -> Setting:
    """The currency and the fiscal year that the values of an agreement's data depend on."""
    default = Setting()
    if not isinstance(data, Mapping) or not ("currency" in data or "fiscal_year" in data):
        return default
    fiscal_year = data.get("fiscal_year")
    try:
        currency = read_currency(data.get("currency", default.currency))
    except PydanticCustomError:
        currency = default.currency
    try:
        starts = fiscal_year.get("starts", "01-01") if isinstance(fiscal_year, Mapping) else "01-01"
        first_month = read_fiscal_start(starts)
    except PydanticCustomError:
        first_month = default.first_month
    return Setting(currency, first_month)


def validate(data: object) -> Checked:
    """Validate an agreement's plain data: text, lists and mappings as the file has them."""
    try:
        return Checked(Agreement.model_validate(data, context=setting_of(data)), ())
    except ValidationError as error:
        # What was meant is only asked when something is wrong: a sound file need not wait for it.
        from avtalskalk.model.suggestions import improved

        try:
            found = improved(_unfolded(error, (), data), data)
        except UnicodeEncodeError:
            # No file holds half a character, but a program can hand one over, and pydantic fails.
            return Checked(None, tuple(improved(_half_characters(data, ()), data)))
        return Checked(None, tuple(_without_echoes(found)))


# How every other value is read depends on the currency and the fiscal year.
_READ_ALONE: Final = Agreement.model_fields.keys() - {"currency", "fiscal_year"}


@lru_cache(maxsize=len(_READ_ALONE))
def _reader(key: str) -> TypeAdapter[Any]:
    """What reads the value of one of an agreement's keys."""
    field = Agreement.model_fields[key]
    annotation: Any = Annotated[field.annotation, field]
    return TypeAdapter(annotation)


def validate_changed(agreement: Agreement, before: Any, after: Any) -> Agreement | None:  # noqa: ANN401
    """A valid agreement as its plain data become; None where these are not valid.

    Only what stands under the keys that differ is validated: a sweep does this very many times.
    """
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    if not differing <= _READ_ALONE & after.keys():
        return validate(after).agreement
    context = setting_of(after)
    try:
        parts = {
            key: _reader(key).validate_python(after[key], context=context) for key in differing
        }
    except ValidationError:
        return None
    return agreement.model_copy(update=parts)


def _half_characters(node: object, path: Path) -> Iterator[Diagnostic]:
    """Every text with half a character (a lone surrogate) in it."""
    if isinstance(node, str) and not node.isascii() and re.search("[\ud800-\udfff]", node):
        yield Diagnostic("AV217", {"text": node}, path)
    elif isinstance(node, Mapping):
        for key, inner in node.items():
            yield from (replace(one, at="key") for one in _half_characters(key, (*path, key)))
            yield from _half_characters(inner, (*path, key))
    elif isinstance(node, list):
        for place, inner in enumerate(node):
            yield from _half_characters(inner, (*path, place))


def _unfolded(error: Exception, prefix: Path, data: object) -> Iterator[Diagnostic]:
    """Every finding inside an error, with its path from the top."""
    if isinstance(error, ValidationError):
        for one in error.errors(include_url=False, include_input=False):
            yield from _finding(one, prefix, data)
    elif isinstance(error, InnerError):
        for path, inner in error.errors:
            yield from _unfolded(inner, prefix + path, data)
    elif isinstance(error, PydanticCustomError):
        yield _placed(error.type, error.context or {}, prefix)
    else:
        raise error


def _placed(code: str, arguments: Mapping[str, Any], where: Path) -> Diagnostic:
    """A finding at a value, or at the key itself."""
    if where and where[-1] == KEY:
        return Diagnostic(code, arguments, where[:-1], at="key")
    return Diagnostic(code, arguments, where)


def _finding(one: Any, prefix: Path, data: object) -> Iterator[Diagnostic]:  # noqa: ANN401
    """One of pydantic's errors as a diagnostic."""
    kind, where, context = one["type"], prefix + tuple(one["loc"]), one.get("ctx", {})
    if kind.startswith("AV"):
        yield _placed(kind, context, where)
    elif kind == "value_error":
        yield from _unfolded(context["error"], where, data)
    elif kind == "extra_forbidden":
        yield unknown_key_at(where)
    elif kind == "missing":
        yield Diagnostic("AV292", missing_key(f"{where[-1]}: …"), where[:-1], at="key")
    elif kind in ("too_short", "dict_too_short"):
        yield Diagnostic("AV296", {"least": context["min_length"]}, where)
    else:
        code = "AV294" if kind in ("tuple_type", "list_type") else "AV293"
        yield Diagnostic(code, {"got": _got(data, where)}, where)


def _without_echoes(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings but those that only follow from another.

    A list is called short when its parts are wrong, and a key missing when it is misspelt.
    """
    misspelt = {(d.path[:-1], d.arguments["nearest"]) for d in found if d.code == "AV291"}
    # There may be thousands, and each is looked up once.
    above = {d.path[:length] for d in found for length in range(len(d.path))}
    for one in found:
        if one.code == "AV296" and one.path in above:
            continue
        if one.code == "AV292" and (one.path, one.arguments["key"]) in misspelt:
            continue
        yield one


def unknown_key_at(where: Path) -> Diagnostic:
    """A key that the format does not know, with the nearest one it does."""
    from avtalskalk.model.schema import known_keys

    arguments = unknown_key(str(where[-1]), known_keys(where[:-1]))
    return Diagnostic("AV291", arguments, where, at="key")


def at_path(data: object, path: Path) -> object:
    """What stands at a path of plain data; None where nothing does."""
    for key in path:
        if isinstance(data, Mapping):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def _got(data: object, where: Path) -> str:
    """What stands at a path, in few words."""
    value = at_path(data, where)
    if isinstance(value, Mapping):
        return "{}"
    return "[]" if isinstance(value, list) else str(value)
