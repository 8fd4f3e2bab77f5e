"""What the file of a scenario may say: what it is made after, and what it changes."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from avtalskalk.model.readers import read_list
from avtalskalk.model.record import Record
from avtalskalk.model.values import FIRST_DAY, LINE, TEXT, Read, fault, read_text


def _read_names(value: object) -> tuple[str, ...]:
    """A name, or a list of them."""
    return read_list(value, read_text) if isinstance(value, list) else (read_text(value),)


def _read_text_or_lines(value: object) -> object:
    """A value for all there is of a kind, or lines of names and values."""
    if isinstance(value, list):
        fault("AV293", got="[]")
    return value if isinstance(value, dict) else read_text(value)


NAMES = Read(_read_names, TEXT)
TEXT_OR_LINES = Read(_read_text_or_lines, TEXT)


class WrittenScenario(Record):
    """The whole file; how each change reads is left to what makes it."""

    title: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    after: Annotated[tuple[str, ...], NAMES] = ()
    start: Annotated[date | None, FIRST_DAY] = Field(None, alias="from")
    set: Mapping[str, Any] = Field({})
    split: Any = None
    share: Mapping[str, Any] = Field({})
    cost: Annotated[Any, TEXT_OR_LINES] = None
    price: Annotated[Any, TEXT_OR_LINES] = None
    index: Annotated[Any, TEXT_OR_LINES] = None
    key: Mapping[str, Any] = Field({})
    leave: Annotated[tuple[str, ...], NAMES] = ()
