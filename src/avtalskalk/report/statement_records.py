"""Statements for programs: every row, or totals by a group, with what stands beside them."""

from collections.abc import Iterable, Iterator, Sequence

from avtalskalk.model.statement import Input, Statement
from avtalskalk.report.options import Options
from avtalskalk.report.plain import plain
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.selection import select

INPUT = fields("text", "path", "sha256")
MISSING = fields("text", "agreement", "year", "what")

_ALLOCATION = (
    *fields("text", "agreement", "year"),
    *fields("day", "from", "to"),
    *fields("text", "item", "line", "basis", "party"),
    Field("share", "exact"),
    Field("amount", "money"),
    Field("currency"),
    Field("conditional", "flag"),
    Field("source"),
    Field("complete", "flag"),
)
"""As the fields of `Allocation`, and whether its amount is known."""

SUM = (Field("amount", "money"), Field("currency"), *fields("flag", "conditional", "complete"))
_TOTAL = (*fields("text", "agreement", "year", "party"), *SUM)
_ITEM = (
    *fields("text", "agreement", "year", "item", "kind"),
    *fields("money", "amount", "exact"),
    Field("currency"),
    *fields("flag", "solved", "conditional"),
    Field("source"),
)


def records(agreements: Iterable[Sequence[Statement]], options: Options) -> Records:
    """Agreements' statements, or with a group asked for the totals by it; notes, inputs and all."""
    lists = {
        "inputs": INPUT,
        "allocations": _ALLOCATION,
        "totals": _TOTAL,
        "items": _ITEM,
        "missing": MISSING,
        "notes": (),
        "assumptions": (),
        "share_sources": fields("text", "agreement", "year", "source"),
        "diagnostics": (),
    }
    rows, main = _rows(agreements, options), "allocations"
    if options.by:
        # Imported by those alone who group.
        from avtalskalk.report.group_records import columns, group_rows

        lists |= {"totals": columns(options.by, change=options.change)}
        rows, main = group_rows(agreements, options, options.by), "totals"
    elif options.frames:
        from avtalskalk.report.frame_view import FRAME, frame_rows

        lists = {
            name: lists[name] for name in lists if name not in ("allocations", "totals", "items")
        }
        lists["frames"], main = FRAME, "frames"
        rows = frame_rows(agreements, options)
    return Records("avtalskalk/statement/1", {"basis": options.basis}, lists, rows, main)


def _rows(agreements: Iterable[Sequence[Statement]], options: Options) -> Iterator[Rows]:
    """All rows, one agreement at a time."""
    written: set[Input] = set()
    for years in agreements:
        statements = [select(statement, options) for statement in years]
        currency = statements[0].heading.currency
        for year in statements:
            rows: list[tuple[object, ...]] = [(*row, True) for row in year.rows]
            # Without a row of its own, what is not known would look like nothing to pay.
            yield Rows("allocations", [*rows, *_unknown_rows(year)], currency)
        items = (
            (item.agreement, item.year, item.item, item.kind, item.amount, item.exact,
             item.currency, item.solved, item.conditional, item.source)
            for year in statements
            for item in year.items
        )  # fmt: skip
        yield Rows("items", items, currency)
        if options.totals:
            yield Rows("totals", [total for year in statements for total in year.totals], currency)
        yield from rows_beside(statements, written)


def _unknown_rows(statement: Statement) -> Iterator[tuple[object, ...]]:
    """Rows without an amount: a party's part of each item that is not known, or of the year."""
    of_year = {total.party: total for total in statement.totals if total.amount is None}
    of_items = [
        (total, item.item, item.shares.get(total.party), item.conditional, item.source)
        for item in statement.items
        if item.amount is None
        for total in of_year.values()
        if not item.shares or total.party in item.shares
    ]
    for total, *_ in of_items:
        of_year.pop(total.party, None)
    rest = [(total, "", None, total.conditional, "") for total in of_year.values()]
    for total, item, share, conditional, source in (*of_items, *rest):
        yield (
            total.agreement, total.year, None, None, item, "split", statement.basis, total.party,
            share, None, total.currency, conditional, source, False,
        )  # fmt: skip


def rows_beside(statements: Sequence[Statement], written: set[Input]) -> Iterator[Rows]:
    """What a reader of an agreement's figures must know; what its years share once.

    Without the inputs written before.
    """
    # Those of all years are the same.
    yield input_rows(statements[:1], written)
    agreement = statements[0].heading.agreement
    yield Rows(
        "missing",
        [(figure.agreement, figure.year, figure.what)
         for year in statements
         for figure in year.missing],
    )  # fmt: skip
    yield Rows(
        "notes",
        [{"agreement": note.agreement, "year": note.year, "key": note.key,
          "arguments": plain(note.arguments)}
         for year in statements
         for note in year.notes],
    )  # fmt: skip
    yield assumption_rows(statements)
    yield Rows(
        "share_sources",
        [(agreement, year.year, source) for year in statements for source in year.share_sources],
    )
    yield diagnostic_rows(statements, [])


def assumption_rows(statements: Sequence[Statement]) -> Rows:
    """What an agreement's figures assume, each sentence once with the years that rest on it."""
    years: dict[str, dict[str, None]] = {}
    for statement in statements:
        for text in statement.assumptions:
            years.setdefault(text, {})[statement.year] = None
    agreement = statements[0].heading.agreement
    return Rows(
        "assumptions",
        [
            {"agreement": agreement, "text": text, "years": [*known]}
            for text, known in years.items()
        ],
    )


def input_rows(statements: Iterable[Statement], written: set[Input]) -> Rows:
    """The files that some statements rest on, without those written before."""
    inputs = dict.fromkeys(file for statement in statements for file in statement.inputs)
    rows = [file for file in inputs if file not in written]
    written.update(rows)
    return Rows("inputs", rows)


def diagnostic_rows(statements: Iterable[Statement], written: list[object]) -> Rows:
    """What has been reported on some statements, each once and not if written before."""
    reported = [diagnostic for statement in statements for diagnostic in statement.diagnostics]
    if not reported:
        return Rows("diagnostics", ())
    # All the words of messages are not needed where there is nothing to say.
    from avtalskalk.report.messages import record

    rows: list[dict[str, object]] = []
    for row in map(record, reported):
        if row not in written:
            written.append(row)
            rows.append(row)
    return Rows("diagnostics", rows)
