"""The split rules as data: one small class per kind."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple, assert_never, cast

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import Path, one_of
from avtalskalk.model.dated import DATED_AMOUNT, DATED_SHARE, Dated, DatedValue, read_year_start
from avtalskalk.model.readers import read_mapping
from avtalskalk.model.record import REFERENCE, Record, reference
from avtalskalk.model.tables import Rows
from avtalskalk.model.values import (
    ID,
    NUMBER,
    SHARE,
    WHOLE,
    YEAR,
    Read,
    fault,
    read_id,
    read_share_or_rest,
)


class Fixed(NamedTuple):
    """Agreed shares: each party's, dated by year where it changes; one may be the rest."""

    shares: dict[str, Dated]


class Named(NamedTuple):
    """A split by its name: one of the period's ``splits`` or of the agreement's ``shares``."""

    name: str


class Equal(Record):
    """Equal shares, among all that take part or those named."""

    equal: tuple[Annotated[str, ID], ...] | None = None
    round: Annotated[Fraction | None, SHARE] = None


class Parts(Record):
    """Proportions: whole or decimal numbers, also amounts used as proportions."""

    parts: dict[Annotated[str, ID], Annotated[Fraction, NUMBER]] = Field(min_length=1)
    round: Annotated[Fraction | None, SHARE] = None


class By(Record):
    """Shares in proportion to a key, or to weights by its size, among all that take part or some.

    In ``bands`` a size has the weight, or the factor, of the row that it falls in; in a ``scale``
    each part of it has the factor of its own row.
    """

    by: Annotated[str, ID]
    bands: Rows | None = Field(None, min_length=1)
    scale: Rows | None = Field(None, min_length=1)
    among: tuple[Annotated[str, ID], ...] | None = None
    round: Annotated[Fraction | None, SHARE] = None

    @property
    def tables(self) -> dict[str, Rows]:
        """The table that gives each party its weight by its size, by its key."""
        tables = {"bands": self.bands, "scale": self.scale}
        return {key: table for key, table in tables.items() if table is not None}


class Weighted(Record):
    """One part of a mix: its weight and how that part is split."""

    weight: "Annotated[Dated, WEIGHT]"
    split: "Annotated[Split, SPLIT]"


class Mix(Record):
    """A weighted mix of splits."""

    mix: tuple[Weighted, ...] = Field(min_length=1)
    round: Annotated[Fraction | None, SHARE] = None


class Stage(Record):
    """One step of `Steps`: fixed amounts, a first amount, or the rest."""

    fixed: dict[Annotated[str, ID], Annotated[Dated, DATED_AMOUNT]] | None = None
    first: Annotated[Dated | None, DATED_AMOUNT] = None
    split: "Annotated[Split | None, SPLIT]" = None
    rest: "Annotated[Split | None, SPLIT]" = None


class Steps(Record):
    """Steps in order, each taking its part of the cost; the last takes the rest."""

    steps: tuple[Stage, ...] = Field(min_length=1)


class Band(Record):
    """The agreed shares hold until some party's actual share has moved far enough."""

    agreed: "Annotated[Any, AGREED]"
    actual: "Annotated[Split, SPLIT]"
    points: Annotated[Fraction, NUMBER]
    round: Annotated[Fraction | None, SHARE] = None


class Tolerance(Record):
    """A tolerance band around agreed shares."""

    tolerance: Band


class Lowest(Record):
    """One party bears the mean of the lowest of several results."""

    count: Annotated[int, WHOLE]
    party: Annotated[str, ID]
    of: "tuple[Annotated[Split, SPLIT], ...]" = Field(min_length=1)
    others: "Annotated[Split, SPLIT]"


class MeanOfLowest(Record):
    """The mean of the n lowest of several computed amounts, for one party."""

    mean_of_lowest: Lowest
    round: Annotated[Fraction | None, SHARE] = None


class AsOf(Record):
    """The split in force in an earlier year, or another split with that year's numbers."""

    as_of: Annotated[int, YEAR]
    split: "Annotated[Split | None, SPLIT]" = None


Split = Fixed | Named | Equal | Parts | By | Mix | Steps | Tolerance | MeanOfLowest | AsOf

KINDS: Mapping[str, type[Record]] = {
    "equal": Equal,
    "parts": Parts,
    "by": By,
    "mix": Mix,
    "steps": Steps,
    "tolerance": Tolerance,
    "mean_of_lowest": MeanOfLowest,
    "as_of": AsOf,
}


def children(  # noqa: C901, PLR0912 - one case a kind
    split: Split,
) -> Iterator[tuple[Path, Split]]:
    """The splits written right inside a split, each with its path below it."""
    match split:
        case Mix():
            for place, part in enumerate(split.mix):
                yield ("mix", place, "split"), part.split
        case Steps():
            for place, stage in enumerate(split.steps):
                if stage.split is not None:
                    yield ("steps", place, "split"), stage.split
                if stage.rest is not None:
                    yield ("steps", place, "rest"), stage.rest
        case Tolerance():
            yield ("tolerance", "actual"), split.tolerance.actual
            for change in split.tolerance.agreed:
                key = (change.key,) if change.key else ()
                yield ("tolerance", "agreed", *key), change.value
        case MeanOfLowest():
            for place, result in enumerate(split.mean_of_lowest.of):
                yield ("mean_of_lowest", "of", place), result
            yield ("mean_of_lowest", "others"), split.mean_of_lowest.others
        case AsOf():
            if split.split is not None:
                yield ("split",), split.split
        case Fixed() | Named() | Equal() | Parts() | By():
            return
        case _:
            assert_never(split)


class NamedParty(NamedTuple):
    """A party that a split names: the path below the split, and whether the key there says it.

    ``present`` says that the party has its share or amount there only while it takes part; the
    others have theirs whether they do or not, from the days in ``dated`` where it is dated.
    """

    party: str
    path: Path
    at: Literal["key", "value"]
    present: bool = False
    dated: Dated | None = None


def parties(split: Split) -> Iterator[NamedParty]:  # noqa: C901, PLR0912 - one case a kind
    """The parties that a split itself names; those that the splits inside it name are theirs."""
    match split:
        case Fixed():
            for party, share in split.shares.items():
                yield NamedParty(party, (party,), "key", dated=share)
        case Parts():
            for party in split.parts:
                yield NamedParty(party, ("parts", party), "key", present=True)
        case Equal():
            for place, party in enumerate(split.equal or ()):
                yield NamedParty(party, ("equal", place), "value", present=True)
        case By():
            for place, party in enumerate(split.among or ()):
                yield NamedParty(party, ("among", place), "value", present=True)
        case Steps():
            for place, stage in enumerate(split.steps):
                for party in stage.fixed or ():
                    yield NamedParty(party, ("steps", place, "fixed", party), "key")
        case MeanOfLowest():
            party = split.mean_of_lowest.party
            yield NamedParty(party, ("mean_of_lowest", "party"), "value")
        case Named() | Mix() | Tolerance() | AsOf():
            return
        case _:
            assert_never(split)


def read_split(value: object, info: ValidationInfo) -> Split:
    """A split: the word ``equal``, a name, one of the kinds by its key, or fixed shares."""
    if isinstance(value, (Fixed, Named, Record)):
        return cast("Split", value)
    if isinstance(value, dict):
        kinds = [kind for kind in KINDS if kind in value]
        tables = [value.get("bands"), value.get("scale")]
        # No share is a list or has a table: a key is what lacks, not a year.
        if not kinds and any(isinstance(t, list) or "table" in (t or ()) for t in tables):
            kinds = ["by"]
        if len(kinds) > 1:
            fault("AV297", **one_of(kinds, kinds, required=False))
        if kinds:
            return cast("Split", KINDS[kinds[0]].model_validate(value, context=info.context))
        return read_fixed(value, info)
    if not isinstance(value, str):
        fault("AV293", got="[]")
    name = value.strip()
    if name == "equal":
        return Equal()
    # The period's own split, where an item says it in so many words; else no name of a split.
    return Named("default" if name == "default" else read_id(name))


_SHARE_OR_REST = Read(read_share_or_rest, {"anyOf": [SHARE.schema, {"const": "rest"}]})


def read_fixed(value: object, info: ValidationInfo) -> Fixed:
    """Fixed shares by party; a share may be dated by year, one may be ``rest``."""
    rows = read_mapping(value, read_id, lambda share: read_weight(share, info))
    return Fixed({party: shares for party, shares, _ in rows})


def read_weight(value: object, info: ValidationInfo) -> Dated:
    """A share, or a weight of a mix: dated by year where it changes, or ``rest``."""
    if isinstance(value, dict):
        return cast("Dated", DATED_SHARE.function(value, info))
    return (DatedValue(None, read_share_or_rest(value), ""),)


def read_agreed(value: object, info: ValidationInfo) -> tuple[DatedValue, ...]:
    """Agreed shares of a tolerance band: fixed shares, or fixed shares by year."""
    if isinstance(value, dict) and all(str(key)[:1].isdigit() for key in value):
        rows = read_mapping(
            value, lambda key: read_year_start(key, info), lambda shares: read_fixed(shares, info)
        )
        return tuple(DatedValue(*row) for row in sorted(rows, key=lambda row: row[0]))
    return (DatedValue(None, read_fixed(value, info), ""),)


_SHARES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            _SHARE_OR_REST.schema,
            {"type": "object", "additionalProperties": _SHARE_OR_REST.schema},
        ]
    },
}


class _SplitSchema(Read):
    """A `Read` whose JSON Schema names the kinds."""

    def __init__(self) -> None:
        super().__init__(read_split, {}, info=True)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return {REFERENCE: "Split"}


def split_schema() -> dict[str, Any]:
    """The JSON Schema of a split, its kinds by reference."""
    kinds = [{"if": {"required": [key]}, "then": reference(model)} for key, model in KINDS.items()]
    fixed = {
        "if": {"not": {"anyOf": [{"required": [key]} for key in KINDS]}},
        "then": _SHARES,
    }
    return {
        "anyOf": [{"type": "string"}, {"type": "object", "allOf": [*kinds, fixed]}],
        "description": "How a cost is split between the parties.",
    }


SPLIT = _SplitSchema()
WEIGHT = Read(read_weight, {"type": ["string", "object"]}, info=True)
AGREED = Read(read_agreed, {"type": "object"}, info=True)
