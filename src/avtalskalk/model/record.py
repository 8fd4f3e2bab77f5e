"""The base of every part of an agreement, and how its parts are read from what stands there."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo

from avtalskalk.model.values import Read

REFERENCE = "x-record"
"""Pydantic resolves every ``$ref`` at once, and a record that is built later is not there yet."""


class Record(BaseModel):
    """A part of an agreement: frozen, nothing extra, built when it is first needed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True
    )


def reference(model: type[Record]) -> dict[str, Any]:
    """A record in a JSON Schema, by its name; `schema` makes it a reference when all are known."""
    return {REFERENCE: model.__name__}


def later(record: type[Record]) -> Read:
    """A part that few agreements have: pydantic builds its model when one does.

    A wrong part raises pydantic's error inside pydantic's error; `validation` joins them.
    """

    def read(value: object, info: ValidationInfo) -> Record:
        return record.model_validate(value, context=info.context)

    return Read(read, reference(record), info=True)
