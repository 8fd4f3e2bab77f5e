"""The base of every part of an agreement, and how its parts are read from what stands there."""

from typing import Any

from pydantic import BaseModel, ConfigDict

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
