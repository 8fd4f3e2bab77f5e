"""The base of every part of an agreement, and how its parts are read from what stands there."""

from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema, core_schema

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


class Short:
    """A record that may be written short, as a text: its ``field`` alone."""

    def __init__(self, field: str) -> None:
        """Keep the field's name as it is written."""
        self.field = field

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Turn a text into the record with that field before it is validated."""
        field = self.field

        def lengthen(value: object) -> object:
            return value if isinstance(value, (dict, list, BaseModel)) else {field: value}

        return core_schema.no_info_before_validator_function(lengthen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Allow the text as well as the record."""
        return {"anyOf": [{"type": ["string", "number"]}, handler(schema["schema"])]}
