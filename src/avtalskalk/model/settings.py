"""What a workspace may set in its `avtalskalk.toml`."""

from typing import Annotated

from avtalskalk.model.record import Record
from avtalskalk.model.values import TEXT, Read, fault


def _read_word(value: object) -> str:
    """A text, a date, a number, yes or no, as one would write it on the command line."""
    if isinstance(value, dict | list):
        fault("AV295", got="{}" if isinstance(value, dict) else "[]", example="")
    if isinstance(value, str) and not value.strip():
        fault("AV218")
    return str(value).lower() if isinstance(value, bool) else str(value)


Word = Annotated[str, Read(_read_word, TEXT)]


class WrittenSettings(Record):
    """The whole file: the options that may be set for all commands."""

    basis: Word = ""
    by: Word = ""
    color: Word = ""
    dialect: Word = ""
    format: Word = ""
    lang: Word = ""
    today: Word = ""
    totals: Word = ""
    unit: Word = ""
