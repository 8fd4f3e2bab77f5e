"""A settlement for people: each party's budget, outcome, payments and what is left, and why."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import nobodys, payers
from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Statement
from avtalskalk.money import largest_remainder
from avtalskalk.report.clauses import interest_words
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.figures import FigureLine, cost_lines, line_of
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import MARK
from avtalskalk.report.rule_text import Wording
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.titles import line_name
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill, percent, phrase
from avtalskalk.words.settlement import WORDS


def documents(settlements: Iterable[Settlement], options: Options) -> Iterator[Document]:
    """A year's settlement, and who then pays whom."""
    for settlement in settlements:
        figures = (
            (share.budget, share.outcome, share.bears, share.paid, share.left)
            for share in settlement.shares
        )
        sides = settlement.budget, settlement.outcome
        # A line may be known where the sum is not.
        lines = (
            [_figure(side, line, share.party) for line in cost_lines(sides)]
            for side in sides
            for share in settlement.shares
        )
        exact = [
            amount for amounts in (*figures, *lines) for amount in amounts if amount is not None
        ]
        shown = scale(settlement.heading.currency, options.unit, exact)
        in_steps = rounded(settlement, shown.step) if shown.rounds(exact) else settlement
        table = settlement_table(settlement, in_steps, shown, options)
        paying = [transfers_table(in_steps, shown, options)] if settlement.transfers else []
        yield of_blocks(table, *paying)


def rounded(settlement: Settlement, step: int) -> Settlement:
    """A settlement in steps of so many minor units, so that every column of it adds up."""
    shares, columns = settlement.shares, []
    figures = ((s.budget, s.outcome, s.bears, _outlaid(s), s.left, s.interest) for s in shares)
    for column in zip(*figures, strict=True):
        amounts = largest_remainder([amount or 0 for amount in column], 1, step)
        pairs = zip(column, amounts, strict=True)
        columns.append([None if exact is None else amount for exact, amount in pairs])
    in_steps = [
        PartySettlement(share.party, budget, outcome, None, bears, 0, paid, left, (), interest)
        for share, budget, outcome, bears, paid, left, interest in zip(
            shares, *columns, strict=True
        )
    ]
    left = {share.party: abs(share.left or 0) for share in in_steps}
    host = payers(settlement.loaded.plan).get("") if settlement.loaded.plan else None
    transfers = (
        debt._replace(amount=left[debt.payer if debt.payee == host else debt.payee])
        for debt in settlement.transfers
    )
    return settlement._replace(shares=tuple(in_steps), transfers=tuple(transfers))


def _outlaid(share: PartySettlement) -> int | None:
    """All that a party has paid, on account and to suppliers."""
    return None if share.paid is None else share.paid + (share.outlays or 0)


def settlement_table(
    settlement: Settlement, in_steps: Settlement, shown: Scale, options: Options
) -> Table:
    """The parties with their items below them, budget and outcome side by side.

    ``in_steps`` is the settlement as it is shown, which may be rounded.
    """
    language, basis = options.language, settlement.outcome.basis
    titles = (basis, "bears", "paid", "left")
    columns = (
        Column(BLANK, "text"),
        shown.column(_words("budget", language)),
        shown.column(_words(titles[0], language)),
        Column(_words("share", language), "percent"),
        *(shown.column(_words(title, language)) for title in titles[1:]),
    )
    whole = [share.outcome for share in settlement.shares]
    parts: list[Fraction | None] = [None] * len(whole)
    if None not in whole and any(whole):
        parts = [Fraction(part or 0, sum(amount or 0 for amount in whole)) for part in whole]
    rows = [
        row
        for share, part in zip(in_steps.shares, parts, strict=True)
        for row in _rows(in_steps, share, part, shown.step, language)
    ]
    if len(settlement.shares) > 1 and options.totals:
        rows.append(_total(in_steps, language))
    notes = [*_notes(settlement, language)]
    if in_steps is not settlement:
        notes.append(shown.note(language))
    key = "title" if basis == "actual" else "preliminary_title"
    title = fill(_words(key, language), {"year": settlement.year}, language)
    return Table(
        settlement.heading.title,
        columns,
        tuple(rows),
        f"{title} · {shown.unit_name(language)}",
        tuple(notes),
    )


def _rows(
    settlement: Settlement,
    share: PartySettlement,
    part: Fraction | None,
    step: int,
    language: Language,
) -> Iterator[Row]:
    """A party's year, and below it its part of each line on both bases."""
    name = settlement.heading.parties[share.party]
    mark = MARK if share.party in settlement.conditional else ""
    cells = (
        Cell(share.budget, mark), Cell(share.outcome, mark), Cell(part), Cell(share.bears, mark),
        Cell(_outlaid(share)), Cell(share.left, mark),
    )  # fmt: skip
    sides = (settlement.budget, settlement.outcome)
    lines = cost_lines(sides)
    several = len(lines) > 1 or share.interest != 0
    yield Row((Cell(name), *cells), "subtotal" if several else "body")
    if not several:
        return
    columns: list[list[int | None]] = []
    for side, total in zip(sides, (share.budget, share.outcome), strict=True):
        # What is carried to the year is no part of its outcome, and is paid all the same.
        figures = [
            _figure(settlement.budget if line.line == "carried" else side, line, share.party)
            for line in lines
        ]
        if step > 1:
            exact = [figure or 0 for figure in figures]
            in_steps = largest_remainder(exact, 1, step, total)
            pairs = zip(figures, in_steps, strict=True)
            figures = [None if figure is None else amount for figure, amount in pairs]
        columns.append(figures)
    for line, budget, outcome in zip(lines, *columns, strict=True):
        if budget != 0 or outcome != 0:
            label = line_name(settlement.heading, line, language)
            blanks = [Cell(BLANK)] * 4
            yield Row((Cell(label), Cell(budget), Cell(outcome), *blanks), "body", 1)
    if share.interest != 0:
        label = _words("interest", language)
        yield Row((Cell(label), *[Cell(BLANK)] * 5, Cell(share.interest, mark)), "body", 1)


def _figure(side: Statement, line: FigureLine, party: str) -> int | None:
    """A party's part of a line on one basis; None where it is missing."""
    if any(total.item == line.item and total.amount is None for total in side.items):
        return None
    return sum(row.amount for row in side.rows if line_of(row) == line and row.party == party)


def _total(settlement: Settlement, language: Language) -> Row:
    columns = zip(
        *((s.budget, s.outcome, s.bears, _outlaid(s), s.left) for s in settlement.shares),
        strict=True,
    )
    sums = [None if None in column else sum(n or 0 for n in column) for column in columns]
    budget, outcome, bears, whole, left = sums
    share = None if outcome is None or not outcome else Fraction(1)
    cells = (budget, outcome, share, bears, whole, left)
    return Row((Cell(_words("total", language)), *map(Cell, cells)), "total")


def transfers_table(settlement: Settlement, shown: Scale, options: Options) -> Table:
    """Who pays whom what is left."""
    language, agreement = options.language, settlement.loaded.agreement
    assert agreement is not None  # noqa: S101 - it has been settled
    rows = [
        Row(
            (
                Cell(agreement.body_name(transfer.payer)),
                Cell(agreement.body_name(transfer.payee)),
                Cell(transfer.amount, MARK if transfer.internal else ""),
            )
        )
        for transfer in settlement.transfers
    ]
    internal = any(transfer.internal for transfer in settlement.transfers)
    return Table(
        _words("transfers", language),
        (
            Column(_words("from", language), "text"),
            Column(_words("to", language), "text"),
            shown.column(_words("amount", language)),
        ),
        tuple(rows),
        notes=(_words("internal", language),) if internal else (),
    )


def _words(key: str, language: Language) -> str:
    return WORDS[key].text(language)


def _notes(settlement: Settlement, language: Language) -> Iterator[str]:
    """What was done with the surplus or the deficit, what the payments are, and what is missing."""
    agreement = settlement.loaded.agreement
    basis = settlement.outcome.basis
    if agreement is None:
        return
    if basis != "actual":
        yield _words("from_forecast", language)
    if settlement.adjustment is not None:
        yield from _what_was_done(settlement, settlement.adjustment, agreement, language)
    yield _paid_note(settlement, agreement, language)
    for share in settlement.unbilled:
        about: dict[str, Argument] = {
            "party": settlement.heading.parties[share.party],
            "year": settlement.year,
        }
        yield fill(_words("unbilled", language), about, language)
    for share in settlement.shares:
        if share.interest is None and share.paid is not None:
            lacking: dict[str, Argument] = {
                "party": settlement.heading.parties[share.party],
                "year": settlement.year,
            }
            yield fill(_words("interest_missing", language), lacking, language)
    currency = settlement.heading.currency
    for party, paid in [
        (share.party, share.outlays) for share in settlement.shares if share.outlays
    ]:
        outlays: dict[str, Argument] = {
            "party": settlement.heading.parties[party],
            "amount": Amount(Fraction(abs(paid)), currency),
        }
        key = "outlays" if paid > 0 else "income"
        yield fill(_words(key, language), outlays, language)
    names = nobodys(settlement.loaded.plan) if settlement.loaded.plan else ()
    if names:
        items = tuple(settlement.heading.items[name] for name in names)
        yield fill(_words("nobodys", language), {"items": items}, language)
    agreed = agreement.reconciliation
    if agreed is not None and agreed.interest is not None:
        yield interest_words(Wording(agreement, language), agreed.interest)
    if any((share.left or 0) < 0 for share in settlement.shares):
        yield _words("minus", language)
    if settlement.on is not None:
        yield fill(_words("by_day", language), {"day": settlement.on}, language)
    known: dict[str, None] = {}
    for side in (settlement.budget, settlement.outcome):
        known |= dict.fromkeys(notes([side], language))
    yield from known


def _what_was_done(
    settlement: Settlement, adjustment: Adjustment, agreement: Agreement, language: Language
) -> Iterator[str]:
    """What the agreement says of such a deviation, and what that comes to."""
    currency = settlement.heading.currency

    def money(amount: Fraction) -> Amount:
        return Amount(abs(amount), currency)

    def sentence(key: str, **arguments: Argument) -> str:
        return capital(fill(_words(key, language), arguments, language))

    kind, rule = phrase(adjustment.kind, language), adjustment.rule
    if not adjustment.deviation:
        yield _words(f"same_{settlement.outcome.basis}", language)
        return
    about: dict[str, Argument] = {"kind": kind, "amount": money(Fraction(adjustment.deviation))}
    if rule is None:
        yield sentence("not_agreed", **about)
        return
    later = settlement.carried_to
    moved: dict[str, Argument] = {"moved": money(Fraction(adjustment.moved))}
    bounds = [(adjustment.least, rule.threshold), (adjustment.free, rule.above)]
    below = [(bound, part) for bound, part in bounds if abs(adjustment.deviation) < bound]
    if rule.do == "kept":
        yield sentence("kept", **about)
    elif below:
        bound, part = below[0]
        yield sentence("below", **about, share=_percent(part, language), bound=money(bound))
    elif rule.above:
        share = _percent(rule.above, language)
        key = "above" if later is None else "above_carried"
        yield sentence(key, **about, **moved, share=share, bound=money(adjustment.free))
    elif later is None:
        yield sentence("settled", **about)
    if adjustment.flow is not None and rule.split is not None:
        yield sentence("own_split", split=Wording(agreement, language).split(rule.split))
    if later is not None:
        whole = adjustment.moved == adjustment.deviation
        key = ("carried_whole" if whole else "carried") if later.segments else "carried_nowhere"
        yield sentence(key, **about, **moved, year=later.label)
    host = payers(settlement.loaded.plan).get("") if settlement.loaded.plan else None
    rest = adjustment.deviation - adjustment.moved
    if host is not None and rest:
        about = {"kind": kind, "rest": money(Fraction(rest)), "host": agreement.body_name(host)}
        yield sentence("rest_deficit" if rest > 0 else "rest_surplus", **about)


def _percent(part: Fraction | None, language: Language) -> str:
    return percent(part or Fraction(0), language)


def _paid_note(settlement: Settlement, agreement: Agreement, language: Language) -> str:
    """Where what is paid on account comes from."""
    if settlement.billed:
        return _words("billed", language)
    part = agreement.invoicing.preliminary if agreement.invoicing else None
    if part is None:
        return _words("on_budget", language)
    return fill(_words("on_part", language), {"share": percent(part, language)}, language)
