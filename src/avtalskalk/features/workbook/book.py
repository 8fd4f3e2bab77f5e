"""The sheets of a workbook under way, and the figures that a reader may change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import Result
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.workbook.draft import SheetDraft
from avtalskalk.features.workbook.expression import Expression, constant, nearest
from avtalskalk.model.statement import Statement
from avtalskalk.report.workbook import CellKind
from avtalskalk.words import Language
from avtalskalk.words.formats import currency_digits, fill
from avtalskalk.words.workbook import WORDS

_WHERE: Mapping[str, CellKind] = {"agreement": "text", "year": "text"}
_ITEM: Mapping[str, CellKind] = {"item_id": "text", "item": "text", "what": "text"}
_PARTY: Mapping[str, CellKind] = {"party_id": "text", "party": "text"}
_DAYS: Mapping[str, CellKind] = {"start": "text", "end": "text"}

COLUMNS: Mapping[str, Mapping[str, CellKind]] = {
    "result": {
        "agreement": "text", "title": "text", "year": "text", **_PARTY, "amount": "money",
        "share": "share", "calculated": "money", "control": "control",
    },
    "inputs": {
        **_WHERE, **_ITEM, **_PARTY, "entry": "money", "calculated": "money",
        "changed": "control", "written": "text",
    },
    "shares": {
        "agreement": "text", "since": "text", "what": "text", **_PARTY, "basis": "number",
        "weight": "minor", "share": "share", "control": "control", "written": "text",
    },
    "split": {
        **_WHERE, **_ITEM, **_DAYS, **_PARTY, "share": "share", "cost": "exact",
        "exact": "exact", "floor": "minor", "remainder": "exact", "order": "minor",
        "extra": "minor", "given": "minor",
    },
    "limits": {
        **_WHERE, **_ITEM, **_PARTY, "before": "exact", "least": "exact", "most": "exact",
        "within": "exact", "difference": "exact", "taker": "exact", "after": "exact",
        "control": "control",
    },
    "amounts": {
        **_WHERE, **_PARTY, "item_id": "text", "item": "text", **_DAYS, "share": "share",
        "amount": "money", "calculated": "money", "control": "control", "note": "text",
    },
}  # fmt: skip
"""The sheets in their order, with their columns."""

Texts = Mapping[str, str]


class NotComputedError(Exception):
    """What the formulas come to is not what was calculated: a typed number must stand instead."""


class ShareCells(NamedTuple):
    """The parties' shares; where these are whole weights, those and their sum too."""

    share: Mapping[str, Expression]
    weight: Mapping[str, Expression] | None = None
    whole: Expression | None = None


@dataclass(slots=True)
class Book:
    """All sheets, with what several agreements and years share of them."""

    language: Language
    sheets: dict[str, SheetDraft]
    entries: dict[tuple[object, ...], Expression] = field(default_factory=dict)
    shares: dict[tuple[object, ...], ShareCells] = field(default_factory=dict)
    paid: dict[tuple[str, str, str], Expression] = field(default_factory=dict)

    def word(self, key: str, /, **arguments: Argument) -> str:
        """Words of workbooks."""
        return fill(WORDS[key].text(self.language), arguments, self.language, whole=True)


@dataclass(frozen=True, slots=True)
class BookYear:
    """One agreement's year on its way into the sheets."""

    book: Book
    plan: Plan
    statement: Statement
    result: Result

    @property
    def where(self) -> dict[str, str]:
        """What the first cells of each row say."""
        heading = self.statement.heading
        about = {"agreement": heading.agreement, "title": heading.title}
        return {**about, "year": self.statement.year}

    @property
    def unit(self) -> int:
        """How many minor units the currency's main unit is."""
        return int(10 ** currency_digits(self.statement.heading.currency))

    def party(self, party: str) -> Texts:
        """A party's id and name."""
        name = self.statement.heading.parties.get(party, party)
        return {"party_id": party, "party": name} if party else {}

    def items(self, names: tuple[str, ...]) -> Texts:
        """The ids and titles of what is on one line."""
        titles = self.statement.heading.items
        title = " + ".join(titles.get(name, name) for name in names)
        return {"item_id": " + ".join(names), "item": title}

    def entry(
        self, path: Path, value: Fraction | int, kind: CellKind, texts: Texts, day: str = ""
    ) -> Expression:
        """A figure that the reader may change, once however often it is used; money as minor units.

        It is known by its place in the file; ``day`` tells several there apart.
        """
        key = (self.statement.heading.agreement, path, day, value, kind)
        if key in self.book.entries:
            return self.book.entries[key]
        value = Fraction(value)
        book, draft = self.book, self.book.sheets["inputs"]
        where = self.where
        if not any(where["year"][:4] in str(key) for key in path):
            # It is the same in every year.
            where["year"] = ""
        row = draft.row({**where, **texts, "written": dotted(path)})
        shown = value / self.unit if kind == "money" else value
        text = constant(shown).text
        formula = text if "/" in text else ""
        for column in ("entry", "calculated"):
            draft.cell(row, column, shown, formula, kind, entry=column == "entry")
        entered = draft.named(row, "entry", shown)
        calculated = draft.named(row, "calculated", shown)
        changed = f'IF({entered.text}={calculated.text},"","{book.word("changed")}")'
        draft.cell(row, "changed", "", changed)
        minor = entered * constant(self.unit) if kind == "money" else entered
        whole = kind == "money" and value.denominator == 1
        self.book.entries[key] = nearest(minor) if whole else minor
        return self.book.entries[key]
