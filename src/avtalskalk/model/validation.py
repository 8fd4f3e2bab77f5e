"""Plain data to an `Agreement`, with every value that is wrong named at its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any, Final, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from avtalskalk.diagnostics import Diagnostic, Path, missing_key, unknown_key
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.readers import KEY, InnerError
from avtalskalk.model.record import Record
from avtalskalk.model.values import Setting, read_currency, read_fiscal_start, read_way_of_writing

R = TypeVar("R", bound=Record)


class Checked(NamedTuple):
    """What validation gave: the agreement, or what is wrong with the data."""

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]


# How every other value is read depends on these.
_DECIDING: Final = frozenset({"currency", "fiscal_year", "numbers"})


def setting_of(data: object) -> Setting:
    """What the values of an agreement's data depend on: its currency, fiscal year and numbers."""
    default = Setting()
    if not isinstance(data, Mapping) or not data.keys() & _DECIDING:
        return default
    written = data.get("fiscal_year")
    fiscal_year = written if isinstance(written, Mapping) else {}
    try:
        currency = read_currency(data.get("currency", default.currency))
    except PydanticCustomError:
        currency = default.currency
    try:
        first_month = read_fiscal_start(fiscal_year.get("starts", "01-01"))
    except PydanticCustomError:
        first_month = default.first_month
    try:
        numbers = read_way_of_writing(data["numbers"]) if "numbers" in data else ""
    except PydanticCustomError:
        numbers = ""
    named = str(fiscal_year.get("named", ""))
    named = named if named in {"start", "end"} else ""
    return Setting(currency, first_month, named, numbers)


def validate(data: object) -> Checked:
    """Validate an agreement's plain data: text, lists and mappings as the file has them."""
    return Checked(*read_record(Agreement, data, setting_of(data)))


def read_record(
    record: type[R], data: object, setting: Setting | None = None
) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """Validate the plain data of a file, or of a part of it: the record, or what is wrong with it.

    ``setting`` is that of the agreement that the file is about.
    """
    try:
        return record.model_validate(data, context=setting or Setting()), ()
    except ValidationError as error:
        # Few files have anything wrong, and a start need not wait for what only they need.
        from avtalskalk.model.suggestions import improved

        try:
            errors = _unfolded(error, (), data, record)
            diagnostics = improved(errors, data, record, setting or Setting())
        except UnicodeEncodeError:
            # No file holds half a character, but a program can hand one over, and pydantic fails.
            return None, tuple(improved(_half_characters(data, ()), data, record, Setting()))
        return None, tuple(_without_echoes(diagnostics))


_READ_ALONE: Final = Agreement.model_fields.keys() - _DECIDING


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


def accepts(
    diagnostic: Diagnostic, text: str, data: object, record: type[Record], setting: Setting
) -> bool:
    """Whether a text can stand where a value, or a key, was refused.

    Only what leads to the place is validated, so that a file with many errors takes no longer.
    """
    if re.search("[\ud800-\udfff]", "".join(map(str, diagnostic.path))):
        return False  # Pydantic fails where a key has half a character.
    path: Path = tuple(0 if isinstance(step, int) else step for step in diagnostic.path)
    spine: Any = text
    if diagnostic.at == "key":
        path, spine = (*path[:-1], text), at_path(data, diagnostic.path)
    for step in reversed(path):
        spine = [spine] if isinstance(step, int) else {step: spine}
    try:
        record.model_validate(spine, context=setting)
    except ValidationError as error:
        refused = _unfolded(error, (), spine, record)
        return not any(
            there.path == path and there.at == diagnostic.at
            if diagnostic.at == "key"
            else there.path[: len(path)] == path
            for there in refused
        )
    return True


def _half_characters(node: object, path: Path) -> Iterator[Diagnostic]:
    """Every text with half a character (a lone surrogate) in it."""
    if isinstance(node, str) and not node.isascii() and re.search("[\ud800-\udfff]", node):
        yield Diagnostic("AV217", {"text": node}, path)
    elif isinstance(node, Mapping):
        for key, inner in node.items():
            for diagnostic in _half_characters(key, (*path, key)):
                yield replace(diagnostic, at="key")
            yield from _half_characters(inner, (*path, key))
    elif isinstance(node, list):
        for place, inner in enumerate(node):
            yield from _half_characters(inner, (*path, place))


def _unfolded(
    error: Exception, prefix: Path, data: object, record: type[Record]
) -> Iterator[Diagnostic]:
    """Every diagnostic inside an error, with its path from the top."""
    if isinstance(error, ValidationError):
        for details in error.errors(include_url=False, include_input=False):
            yield from _diagnostics(details, prefix, data, record)
    elif isinstance(error, InnerError):
        for path, inner in error.errors:
            yield from _unfolded(inner, prefix + path, data, record)
    elif isinstance(error, PydanticCustomError):
        yield _placed(error.type, error.context or {}, prefix)
    else:
        raise error


def _placed(code: str, arguments: Mapping[str, Any], path: Path) -> Diagnostic:
    """A diagnostic at a value, or at the key itself."""
    if path and path[-1] == KEY:
        return Diagnostic(code, arguments, path[:-1], at="key")
    return Diagnostic(code, arguments, path)


def _diagnostics(
    details: Any,  # noqa: ANN401 - pydantic's own dictionary
    prefix: Path,
    data: object,
    record: type[Record],
) -> Iterator[Diagnostic]:
    """One of pydantic's errors as diagnostics."""
    kind, context = details["type"], details.get("ctx", {})
    path = prefix + tuple(details["loc"])
    if kind.startswith("AV"):
        yield _placed(kind, context, path)
    elif kind == "value_error":
        yield from _unfolded(context["error"], path, data, record)
    elif kind == "extra_forbidden":
        arguments = unknown_key(str(path[-1]), _known_keys(record, path[:-1]))
        yield Diagnostic("AV291", arguments, path, at="key")
    elif kind == "missing":
        yield Diagnostic("AV292", missing_key(f"{path[-1]}: …"), path[:-1], at="key")
    elif kind in ("too_short", "dict_too_short"):
        yield Diagnostic("AV296", {"least": context["min_length"]}, path)
    else:
        code = "AV294" if kind in ("tuple_type", "list_type") else "AV293"
        value = at_path(data, path)
        got = "{}" if isinstance(value, Mapping) else "[]" if isinstance(value, list) else value
        yield Diagnostic(code, {"got": str(got)}, path)


def _known_keys(record: type[Record], path: Path) -> list[str]:
    """The keys that a file knows at a place; only agreements have records below records."""
    if record is Agreement:
        from avtalskalk.model.schema import known_keys

        return known_keys(path)
    return [field.alias or name for name, field in record.model_fields.items()]


_SETTINGS: Final = {"AV204": "currency", "AV231": "fiscal_year", "AV234": "fiscal_year"}


def _without_echoes(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics but those that only follow from another.

    A list is called short when its parts are wrong, a key missing when it is misspelt, and what
    depends on the currency or on the fiscal year is refused when that is wrong.  Years that need
    to be named are one question, however many they are.
    """
    unnamed = [diagnostic for diagnostic in diagnostics if diagnostic.code == "AV234"]
    settings = {d.path[0] for d in diagnostics if d.path[:1] in (("currency",), ("fiscal_year",))}
    misspelt = {(d.path[:-1], d.arguments["nearest"]) for d in diagnostics if d.code == "AV291"}
    # There may be thousands, so they are looked up and not compared with each other.
    above = {d.path[:length] for d in diagnostics for length in range(len(d.path))}
    for diagnostic in diagnostics:
        code, path = diagnostic.code, diagnostic.path
        if code == "AV296" and path in above:
            continue
        if code == "AV292" and (path, diagnostic.arguments["key"]) in misspelt:
            continue
        if _SETTINGS.get(code) in settings:
            continue
        if code != "AV234":
            yield diagnostic
        elif diagnostic is unnamed[0]:
            yield replace(diagnostic, related=tuple(d.path for d in unnamed[1:]))


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
