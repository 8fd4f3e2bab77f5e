"""What the files beside an agreement may say: a workspace's settings, shared data, scenarios."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Field

from avtalskalk.model.readers import read_list
from avtalskalk.model.record import Record
from avtalskalk.model.values import (
    FIRST_DAY,
    LINE,
    SHARE,
    TEXT,
    Read,
    fault,
    read_choice,
    read_text,
)

# --- `avtalskalk.toml` ---------------------------------------------------------------------


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
    rounding: Word = ""
    today: Word = ""
    totals: Word = ""
    unit: Word = ""


# --- `shared.yaml` -------------------------------------------------------------------------


class WrittenShared(Record):
    """The whole file; what stands in its sections is validated in each agreement that uses it."""

    # The version may stand there as in every file.
    avtalskalk: Any = None
    parties: Mapping[str, Any] = Field({})
    keys: Mapping[str, Any] = Field({})
    indices: Mapping[str, Any] = Field({})
    sources: Mapping[str, Any] = Field({})


# --- Layouts of reports --------------------------------------------------------------------

SECTIONS: Final = (
    *(
        "summary",
        "amounts",
        "schedule",
        "chart",
        "change",
        "bridge",
        "proposals",
        "years",
        "per_unit",
    ),
    *("settlement", "invoices", "terms", "readings", "dates", "explanations", "inputs"),
)
"""What a report can have, in the order it stands where no layout says otherwise."""


class SectionChoice(NamedTuple):
    """A section by its name, under a heading of its own choice; ``text`` is the layout's own."""

    name: str
    heading: str = ""
    text: str = ""


def _read_sections(value: object) -> tuple[SectionChoice, ...]:
    """Each ``amounts``, ``amounts: A heading``, or ``text: A paragraph``."""

    def read_section(value: object) -> SectionChoice:
        if not isinstance(value, dict):
            return SectionChoice(read_choice(value, SECTIONS))
        names = [*value]
        if len(names) != 1:
            fault("AV293", got="{}")
        name, text = read_choice(names[0], (*SECTIONS, "text")), read_text(value[names[0]])
        return SectionChoice(name, text=text) if name == "text" else SectionChoice(name, text)

    if not isinstance(value, list):
        fault("AV294", got="{}" if isinstance(value, dict) else str(value))
    return read_list(value, read_section)


SECTION_LIST: Final = Read(
    _read_sections,
    {
        "type": "array",
        "items": {
            "anyOf": [
                {"enum": [*SECTIONS]},
                {
                    "type": "object",
                    "propertyNames": {"enum": [*SECTIONS, "text"]},
                    "additionalProperties": {"type": ["string", "number", "boolean"]},
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ]
        },
    },
)


class WrittenLayout(Record):
    """A layout: what a report has, in its order, under which headings."""

    title: Annotated[str, LINE] = ""
    sections: Annotated[tuple[SectionChoice, ...], SECTION_LIST]


LAYOUT_KEYS: Final = frozenset(WrittenLayout.model_fields)

# --- Scenarios -----------------------------------------------------------------------------


_MOST_PHASES = 100


def _read_names(value: object) -> tuple[str, ...]:
    """A name, or a list of them."""
    return read_list(value, read_text) if isinstance(value, list) else (read_text(value),)


def _read_text_or_lines(value: object) -> object:
    """A value for all there is of a kind, or lines of names and values."""
    if isinstance(value, list):
        fault("AV293", got="[]")
    return value if isinstance(value, dict) else read_text(value)


PhaseIn = tuple[int, int]
"""The first and the last fiscal year of a phasing in, by the calendar years they start in."""


def read_phase_in(value: object) -> PhaseIn:
    """``2025..2027``: part by part from the first year, in full in the last."""
    text = read_text(value)
    years = re.fullmatch(r"([0-9]{4})\s*\.\.\s*([0-9]{4})", text)
    if years is None or not 0 <= int(years[2]) - int(years[1]) < _MOST_PHASES:
        fault("AV807", given=text)
    return int(years[1]), int(years[2])


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
    blend: Annotated[Fraction | None, SHARE] = None
    phase_in: Annotated[PhaseIn | None, Read(read_phase_in, TEXT)] = None
    cost: Annotated[Any, TEXT_OR_LINES] = None
    price: Annotated[Any, TEXT_OR_LINES] = None
    index: Annotated[Any, TEXT_OR_LINES] = None
    key: Mapping[str, Any] = Field({})
    leave: Annotated[tuple[str, ...], NAMES] = ()
    join: Annotated[Any, TEXT_OR_LINES] = None
    extend: Annotated[str, LINE] = ""


SCENARIO_KEYS: Final = frozenset(
    field.alias or name for name, field in WrittenScenario.model_fields.items()
)
"""All that a scenario's file may say; an agreement's says more."""
