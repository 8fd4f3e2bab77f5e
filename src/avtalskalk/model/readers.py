"""Readers made of other readers: of mappings, of lists, and of records."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import ValidationInfo

from avtalskalk.diagnostics import Path
from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import Read, fault

V = TypeVar("V")

KEY = "[key]"
"""Stands last in a path whose key, not its value, is meant; pydantic's own mark."""


class InnerError(ValueError):
    """Errors of several values inside one that a function reads; `validation` unfolds them."""

    def __init__(self, errors: list[tuple[Path, ValueError]]) -> None:
        """Keep each error with its path below the value."""
        super().__init__("see errors")
        self.errors = errors


def read_mapping(
    value: object, read_key: Callable[[object], Any], read_value: Callable[[Any], Any]
) -> list[tuple[Any, Any, str]]:
    """Read a mapping's keys and values, all of them, and refuse with every error at once.

    Returns key, value and the key as written; two keys that mean the same are refused.
    """
    if not isinstance(value, dict):
        fault("AV293", got="[]" if isinstance(value, list) else str(value))
    if not value:
        fault("AV296", least=1)
    rows: list[tuple[Any, Any, str]] = []
    errors: list[tuple[Path, ValueError]] = []
    written: dict[Any, str] = {}
    for key, inner in value.items():
        try:
            meaning = read_key(key)
            if meaning in written:
                fault("AV290", key=str(key), first=written[meaning])
        except ValueError as error:
            errors.append(((str(key), KEY), error))
            continue
        written[meaning] = str(key)
        try:
            rows.append((meaning, read_value(inner), str(key)))
        except ValueError as error:
            errors.append(((str(key),), error))
    if errors:
        raise InnerError(errors)
    return rows


def read_list(values: Iterable[object], read_value: Callable[[object], V]) -> tuple[V, ...]:
    """Read a list's values, all of them, and refuse with every error at once."""
    items: list[V] = []
    errors: list[tuple[Path, ValueError]] = []
    for place, value in enumerate(values):
        try:
            items.append(read_value(value))
        except ValueError as error:
            errors.append(((place,), error))
    if errors:
        raise InnerError(errors)
    return tuple(items)


def mapping_of(keys: Read, values: Read) -> Read:
    """A mapping whose keys and values are each read."""

    def read(value: object, info: ValidationInfo) -> dict[Any, Any]:
        rows = read_mapping(
            value, lambda key: keys.read(key, info), lambda inner: values.read(inner, info)
        )
        return {key: inner for key, inner, _ in rows}

    return Read(read, {"type": "object", "additionalProperties": dict(values.schema)}, info=True)


def list_or(values: Read, single: Read) -> Read:
    """A list whose values are read, or a single value instead."""

    def read(value: object, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever is read
        if isinstance(value, list):
            return read_list(value, lambda item: values.read(item, info))
        return single.read(value, info)

    array = {"type": "array", "items": dict(values.schema)}
    return Read(read, {"anyOf": [dict(single.schema), array]}, info=True)


def one_or_several(values: Read) -> Read:
    """One value, or a list of them: a tuple of all."""

    def alone(value: object, info: ValidationInfo) -> tuple[Any, ...]:
        return (values.read(value, info),)

    return list_or(values, Read(alone, values.schema, info=True))


def record_of(record: type[Record]) -> Read:
    """A part that few agreements have: pydantic builds its model when one does.

    A wrong part raises pydantic's error inside pydantic's error; `validation` joins them.
    """

    def read(value: object, info: ValidationInfo) -> Record:
        return record.model_validate(value, context=info.context)

    return Read(read, reference(record), info=True)


def record_or(record: type[Record], single: Read) -> Read:
    """A record where a mapping stands, otherwise a single value."""

    def read(value: object, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever is read
        if isinstance(value, dict):
            return record.model_validate(value, context=info.context)
        return single.read(value, info)

    return Read(read, {"anyOf": [dict(single.schema), reference(record)]}, info=True)
