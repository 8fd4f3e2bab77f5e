"""What a reader has asked for: the one set of choices that every view and format takes."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from avtalskalk.model.statement import Basis, Payer
from avtalskalk.words import Language

By = Literal["party", "agreement", "item", "period"]
Across = Literal["year", "item"]
Unit = Literal["kr", "tkr", "mkr"]
Rounding = Literal["add-up", "plain"]
Sort = Literal["effect"]
Dialect = Literal["plain", "excel-sv"]

_NOTHING: Mapping[str, object] = {}


class Options(NamedTuple):
    """How statements are shown.

    Sums ``by`` something may have their ``change`` from year to year; ``frames`` stand beside
    what is paid instead of sums.  ``party`` and ``item`` are ids, empty for all; ``payers`` are the
    bodies that those parties are, as several agreements have them; ``across`` is what
    the columns of an agreement's table are; ``sort`` is how the parties stand where a change is
    shown (None: as in the file), and ``per_unit`` shows it per inhabitant, too; ``unit`` rounds
    what is read by people (None: exact, with decimals only where some amount has them), as a whole
    or ``plain``, each amount by itself; shares have so many ``decimals`` (None: as each needs);
    ``width`` is the terminal's in columns; ``dialect`` is that of CSV; ``version`` is the
    program's and ``asked`` what was asked of it, by the options' names; both are written into JSON.
    """

    language: Language = "sv"
    basis: Basis = "budget"
    unit: Unit | None = None
    rounding: Rounding = "add-up"
    decimals: int | None = None
    by: By | None = None
    change: bool = False
    frames: bool = False
    across: Across = "year"
    sort: Sort | None = None
    per_unit: bool = False
    party: tuple[str, ...] = ()
    payers: frozenset[Payer] = frozenset()
    item: tuple[str, ...] = ()
    totals: bool = True
    width: int = 80
    color: bool = False
    dialect: Dialect = "plain"
    version: str = ""
    today: date | None = None
    asked: Mapping[str, object] = _NOTHING
