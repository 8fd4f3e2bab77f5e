"""A settlement for people: each party's budget, outcome, payments and what is left, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import nobodys, payers
from avtalskalk.diagnostics import Argument
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.settle.sums import SettledPortfolio
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.comparison import Paid
from avtalskalk.model.statement import Statement
from avtalskalk.money import half_up
from avtalskalk.report.clauses import interest_words
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.figures import FigureKey, FigureLine, Figures, cost_lines, year_figures
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import MARK, rounded
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.rule_text import Wording
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.titles import line_name
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill, percent, phrase
from avtalskalk.words.settlement import WORDS


def documents(settlements: Iterable[Settlement], options: Options) -> Iterator[Document]:
    """A year's settlement, and who then pays whom; of several agreements also the sums."""
    portfolio = SettledPortfolio(options)
    for settlement in settlements:
        portfolio.add(settlement)
        yield of_blocks(*tables(settlement, options))
    sums = tuple(portfolio.tables()) if options.totals else ()
    if sums:
        yield of_blocks(*sums)


def tables(settlement: Settlement, options: Options, title: str = "") -> list[Table]:
    """A year's settlement, under a title that says so or else under the agreement's, and debts."""
    figures = [
        amount
        for share in settlement.shares
        for amount in (share.budget, share.outcome, share.bears, share.outlaid, share.left)
    ]
    budget, outcome = settlement.budget, settlement.outcome
    # What is carried to the year is paid all the same, so both sides have it.
    paid = [row for row in outcome.rows if row.line != "carried"]
    paid += [row for row in budget.rows if row.line == "carried"]
    sides = budget, outcome._replace(rows=tuple(paid))
    # A line may be known where the sum is not.
    figures += [row.amount for side in sides for row in side.rows]
    amounts = [amount for amount in figures if amount is not None]
    shown = scale(settlement.heading.currency, options.unit, amounts)
    about = settlement, sides, shown, options
    table = in_unit(partial(settlement_table, *about), shown, amounts, options)
    if title:
        table = replace(table, title=title, subtitle=capital(shown.unit_name(options.language)))
    if not settlement.transfers:
        return [table]
    paying = in_unit(partial(transfers_table, *about), shown, amounts, options)
    # The table above it says how both are rounded.
    notes = (_words("internal", options.language),)
    internal = any(transfer.internal for transfer in settlement.transfers)
    return [table, replace(paying, notes=notes if internal else ())]


def in_steps(
    settlement: Settlement, sides: tuple[Figures, Figures], step: int
) -> tuple[PartySettlement, ...]:
    """Each party's settlement in steps of so many minor units, so that rows and columns add up.

    Budget and outcome are as in the tables of their own; what is equal to one of them is shown
    as it is.  What is left is the difference of the figures shown.
    """
    shares = settlement.shares
    parties = [FigureKey(party=share.party) for share in shares]
    budget, outcome = ([side.get(key, Paid(None)).amount for key in parties] for side in sides)
    known = {
        tuple(share.budget for share in shares): budget,
        tuple(share.outcome for share in shares): outcome,
    }

    def column(*amounts: int | None) -> list[int | None]:
        alone = rounded([Paid(amount) for amount in amounts], step)
        return known.get(amounts, [paid.amount for paid in alone])

    bears = column(*(share.bears for share in shares))
    paid = column(*(share.outlaid for share in shares))
    interest = column(*(share.interest for share in shares))
    left: list[int | None] = []
    for place, share in enumerate(shares):
        exact = (share.bears or 0) - (share.outlaid or 0) + (share.interest or 0)
        shown = (bears[place] or 0) - (paid[place] or 0) + (interest[place] or 0)
        # What the host has not been paid for is left beside the difference.
        beside = None if share.left is None else half_up(share.left - exact, 1, step)
        left.append(None if beside is None else shown + beside)
    columns = zip(budget, outcome, bears, paid, left, interest, strict=True)
    return tuple(
        share._replace(
            budget=was,
            outcome=becomes,
            bears=part,
            outlays=0,
            paid=before,
            left=rest,
            interest=more,
        )
        for share, (was, becomes, part, before, rest, more) in zip(shares, columns, strict=True)
    )


def settlement_table(
    settlement: Settlement,
    sides: tuple[Statement, Statement],
    shown: Scale,
    options: Options,
    step: int,
) -> Table:
    """The parties with their items below them, budget and outcome side by side."""
    language, basis = options.language, settlement.outcome.basis
    titles = (basis, "bears", "paid", "left")
    columns = (
        Column(BLANK, "text"),
        shown.column(_words("budget", language)),
        shown.column(_words(titles[0], language)),
        Column(_words("share", language), "percent", places=options.decimals),
        *(shown.column(_words(title, language)) for title in titles[1:]),
    )
    whole = [share.outcome for share in settlement.shares]
    parts: list[Fraction | None] = [None] * len(whole)
    if None not in whole and any(whole):
        parts = [Fraction(part or 0, sum(amount or 0 for amount in whole)) for part in whole]
    budget, outcome = (year_figures(side, step) for side in sides)
    shares = in_steps(settlement, (budget, outcome), step)
    lines = cost_lines(sides)
    rows: list[Row] = []
    for share, part in zip(shares, parts, strict=True):
        rows += _rows(settlement, share, part, lines, (budget, outcome), language)
    if len(shares) > 1 and options.totals:
        rows.append(_total(shares, language))
    key = "title" if basis == "actual" else "preliminary_title"
    title = fill(_words(key, language), {"year": settlement.year}, language)
    return Table(
        settlement.heading.title,
        columns,
        tuple(rows),
        f"{title} · {shown.unit_name(language)}",
        tuple(_notes(settlement, shown, language)),
    )


def _rows(
    settlement: Settlement,
    share: PartySettlement,
    part: Fraction | None,
    lines: Sequence[FigureLine],
    sides: tuple[Figures, Figures],
    language: Language,
) -> Iterator[Row]:
    """A party's year, and below it its part of each line on both bases."""
    name = settlement.heading.parties[share.party]
    mark = MARK if share.party in settlement.conditional else ""
    cells = (
        Cell(share.budget, mark), Cell(share.outcome, mark), Cell(part), Cell(share.bears, mark),
        Cell(share.paid), Cell(share.left, mark),
    )  # fmt: skip
    several = len(lines) > 1 or share.interest != 0
    yield Row((Cell(name), *cells), "subtotal" if several else "body")
    if not several:
        return
    for line in lines:
        # An incomplete line has no figure of any party.
        amounts = [
            side.get(FigureKey(line, None, share.party), Paid(0)).amount
            if side.get(FigureKey(line), Paid(0)).amount is not None
            else None
            for side in sides
        ]
        if amounts != [0, 0]:
            label = line_name(settlement.heading, line, language)
            yield Row((Cell(label), *map(Cell, amounts), *[Cell(BLANK)] * 4), "body", 1)
    if share.interest != 0:
        label = _words("interest", language)
        yield Row((Cell(label), *[Cell(BLANK)] * 5, Cell(share.interest, mark)), "body", 1)


def _total(shares: Sequence[PartySettlement], language: Language) -> Row:
    columns = zip(*((s.budget, s.outcome, s.bears, s.paid, s.left) for s in shares), strict=True)
    sums = [None if None in column else sum(n or 0 for n in column) for column in columns]
    budget, outcome, bears, paid, left = sums
    share = None if outcome is None or not outcome else Fraction(1)
    cells = (budget, outcome, share, bears, paid, left)
    return Row((Cell(_words("total", language)), *map(Cell, cells)), "total")


def transfers_table(
    settlement: Settlement,
    sides: tuple[Statement, Statement],
    shown: Scale,
    options: Options,
    step: int,
) -> Table:
    """Who pays whom what is left."""
    language, plan = options.language, settlement.loaded.plan
    assert plan is not None  # noqa: S101 - it has been settled
    figures = year_figures(sides[0], step), year_figures(sides[1], step)
    left = {share.party: abs(share.left or 0) for share in in_steps(settlement, figures, step)}
    host = payers(plan).get("")
    rows = [
        Row(
            (
                Cell(plan.agreement.body_name(transfer.payer)),
                Cell(plan.agreement.body_name(transfer.payee)),
                Cell(
                    left[transfer.payer if transfer.payee == host else transfer.payee],
                    MARK if transfer.internal else "",
                ),
            )
        )
        for transfer in settlement.transfers
    ]
    titles = (_words("from", language), _words("to", language))
    columns = (
        *(Column(title, "text") for title in titles),
        shown.column(_words("amount", language)),
    )
    return Table(_words("transfers", language), columns, tuple(rows))


def _words(key: str, language: Language) -> str:
    return WORDS[key].text(language)


def _notes(settlement: Settlement, shown: Scale, language: Language) -> Iterator[str]:
    """What was done with the surplus or the deficit, what the payments are, and what is missing."""
    agreement = settlement.loaded.agreement
    basis = settlement.outcome.basis
    if agreement is None:
        return
    if basis != "actual":
        yield _words("from_forecast", language)
    if settlement.adjustment is not None:
        yield from _what_was_done(settlement, settlement.adjustment, agreement, shown, language)
    yield _paid_note(settlement, agreement, language)
    yield from lacking_notes(settlement, language)
    for party, paid in [
        (share.party, share.outlays) for share in settlement.shares if share.outlays
    ]:
        outlays: dict[str, Argument] = {
            "party": settlement.heading.parties[party],
            "amount": shown.text(abs(paid), language),
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
        known |= dict.fromkeys(notes([side], language, shown))
    yield from known


def lacking_notes(settlement: Settlement, language: Language) -> Iterator[str]:
    """What is missing beside the figures of the year itself: what was billed, and an interest."""
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


def _what_was_done(
    settlement: Settlement,
    adjustment: Adjustment,
    agreement: Agreement,
    shown: Scale,
    language: Language,
) -> Iterator[str]:
    """What the agreement says of such a deviation, and what that comes to."""

    def money(amount: Fraction | int) -> str:
        return shown.text(amount if amount >= 0 else -amount, language)

    def sentence(key: str, **arguments: Argument) -> str:
        return capital(fill(_words(key, language), arguments, language))

    kind, rule = phrase(adjustment.kind, language), adjustment.rule
    if not adjustment.deviation:
        yield _words(f"same_{settlement.outcome.basis}", language)
        return
    about: dict[str, Argument] = {"kind": kind, "amount": money(adjustment.deviation)}
    if rule is None:
        yield sentence("not_agreed", **about)
        return
    later = settlement.carried_to
    moved: dict[str, Argument] = {"moved": money(adjustment.moved)}
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
        about = {"kind": kind, "rest": money(rest), "host": agreement.body_name(host)}
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
