"""What a year's bills, or its final settlement, are booked as: balanced vouchers on both sides."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal, NamedTuple

from avtalskalk.calculation.bills import Bill, added
from avtalskalk.calculation.bills import Kind as BillKind
from avtalskalk.calculation.transfers import HOST, TransferPart, payers
from avtalskalk.diagnostics import Argument, Diagnostic, Path, Phrase
from avtalskalk.features.invoice.billing import Billing, bill
from avtalskalk.features.settle.settlement import Settlement, settle
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.accounting import ACCOUNT, HOST_KEY, ROLES, Accounts
from avtalskalk.model.agreement import Agreement, Body
from avtalskalk.model.statement import Heading, Statement

Of = Literal["invoices", "settlement"]
Kind = BillKind | Literal["settlement"]


class Claim(NamedTuple):
    """What one owes another, as it is booked: ``payer`` and ``payee`` as in a bill.

    ``parts`` and ``interest`` sum to what is owed without VAT, in minor units; each part is a cost
    of its party, and revenue of the other.  ``seller`` is the one that VAT is for, ``item`` one
    that is billed by itself; interest below zero is the payee's cost.
    """

    kind: Kind
    number: int
    year: str
    day: date | None
    payer: str
    payee: str
    seller: str
    parts: tuple[TransferPart, ...]
    vat: int
    rounding: int
    internal: bool
    item: str = ""
    interest: int = 0

    @property
    def both(self) -> tuple[str, str]:
        """The one who is paid, and the one who pays."""
        return self.payee, self.payer

    def other(self, party: str) -> str:
        """The counterparty of one of the two."""
        return self.payer if party == self.payee else self.payee


class Line(NamedTuple):
    """A part of a claim in the books of one of the two: above zero debit, below it credit."""

    party: str
    role: str
    item: str
    amount: int


class Object(NamedTuple):
    """A code of a dimension, such as a cost centre; ``name`` is empty where it has none."""

    number: int
    dimension: str
    code: str
    name: str


class Entry(NamedTuple):
    """One line of a voucher: above zero debit, below it credit, in minor units."""

    role: str
    account: str
    name: str
    objects: tuple[Object, ...]
    amount: int


class LegalBody(NamedTuple):
    """Who keeps the books: a party, or several with one organisation number by the first."""

    party: str
    name: str
    org_no: str
    currency: str

    @property
    def key(self) -> tuple[str, str]:
        """The same for the same body, and its books in one currency, in any agreement."""
        return self.org_no or self.name.casefold(), self.currency


class Voucher(NamedTuple):
    """One voucher in one body's books, of its party; its entries sum to zero."""

    body: LegalBody
    claim: Claim
    day: date
    party: str
    entries: tuple[Entry, ...]


class Vouchers(NamedTuple):
    """An agreement's year as it is booked; no vouchers where something is missing.

    ``source`` is what is booked, ``statements`` are those that it rests on, with what is missing
    to book it.  ``without`` are those that have a part in it and no accounts.
    """

    source: Billing | Settlement
    statements: tuple[Statement, ...]
    vouchers: tuple[Voucher, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def loaded(self) -> Loaded:
        """The agreement and its file."""
        return self.source.loaded

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.statements[0].heading

    @property
    def year(self) -> str:
        """The year that is booked."""
        return self.statements[0].year


def book(
    loaded: Loaded,
    years: Iterable[int] | None = None,
    of: Of = "invoices",
    *,
    parties: Collection[str] = (),
    day: date | None = None,
    today: date | None = None,
    assume_extended: bool = False,
) -> list[Vouchers]:
    """What an agreement's years are booked as; see `api.vouchers`."""
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    sources = (bill if of == "invoices" else settle)(loaded, years, **question)
    return [booked(source, parties, day) for source in sources]


def of_bodies(booked: Iterable[Vouchers]) -> dict[LegalBody, list[Vouchers]]:
    """The same vouchers by whose books they are for, also over several agreements."""
    bodies: dict[tuple[str, str], LegalBody] = {}
    by_body: dict[LegalBody, list[Vouchers]] = {}
    for year in booked:
        for voucher in year.vouchers:
            bodies.setdefault(voucher.body.key, voucher.body)
        for key, body in bodies.items():
            own = tuple(voucher for voucher in year.vouchers if voucher.body.key == key)
            if own:
                by_body.setdefault(body, []).append(year._replace(vouchers=own))
    return by_body


def left_for_settlement(billing: Billing) -> list[Bill]:
    """The bills of a year that its final settlement takes up: it would book them again.

    Those are what is billed in advance in part alone, and a correction with no bill to go with.
    """
    left: list[Bill] = []
    for row in billing.bills:
        days = {
            other.billed
            for other in billing.bills
            if other.kind in ("instalment", "item")
            and {other.payer, other.payee} == {row.payer, row.payee}
        }
        if row.kind == "balance" or (row.kind == "correction" and row.billed not in days):
            left.append(row)
    return left


def claims_of(source: Billing | Settlement) -> Iterator[Claim]:
    """What is booked: a year's bills, or what is left of each party's year, paid or paid back.

    What has been billed is in the books.
    """
    if isinstance(source, Billing):
        left = left_for_settlement(source)
        for row in source.bills:
            if row.payee is not None and row.kind != "billed" and row not in left:
                yield Claim(
                    row.kind, row.number, source.statement.year, row.billed, row.payer, row.payee,
                    row.payee, row.parts, row.vat, row.rounding, row.internal, row.debt.item,
                )  # fmt: skip
        return
    plan = source.loaded.plan
    host = payers(plan).get("", HOST) if plan else HOST
    interest = {share.party: share.interest or 0 for share in source.shares}
    for debt in source.transfers:
        invoicing = plan.agreement.invoicing if plan else None
        bearer = debt.payee if debt.payer == host else debt.payer
        more = interest[bearer] if bearer == debt.payer else -interest[bearer]
        net = debt.amount - more
        vat, rounding = added(invoicing, net, internal=debt.internal, interest=more)
        yield Claim(
            "settlement", 1, debt.year, source.on, debt.payer, debt.payee, host,
            (TransferPart("", bearer, net),), vat, rounding, debt.internal, interest=more,
        )  # fmt: skip


def lines(claim: Claim) -> list[Line]:
    """A claim on both sides, each of which sums to zero, and so do the two of each kind."""
    both = list(zip(claim.both, (-1, 1), strict=True))
    both_sides: list[Line] = []
    for part in claim.parts:
        for party, sign in both:
            role = "cost" if party == part.party else "revenue"
            both_sides.append(Line(party, role, part.item, sign * part.amount))
    for party, sign in both:
        vat = "output_vat" if party == claim.seller else "input_vat"
        both_sides.append(Line(party, vat, "", sign * claim.vat))
        both_sides.append(Line(party, "rounding", "", sign * claim.rounding))
        interest = "interest_cost" if sign * claim.interest > 0 else "interest_income"
        both_sides.append(Line(party, interest, "", sign * claim.interest))
    if not claim.internal:
        net = sum(part.amount for part in claim.parts) + claim.interest
        total = net + claim.vat + claim.rounding
        both_sides += [
            Line(claim.payee, "receivable", "", total),
            Line(claim.payer, "liability", "", -total),
        ]
        for party, _ in both:
            _balanced(line for line in both_sides if line.party == party)
    # Within each pair of accounts the two sides are the same amount.
    pairs = (("receivable", "liability"), ("revenue", "cost"), ("output_vat", "input_vat"))
    for pair in (*pairs, ("rounding",), ("interest_income", "interest_cost")):
        _balanced(line for line in both_sides if line.role in pair)
    return [line for line in both_sides if line.amount]


def _balanced(lines: Iterable[Line | Entry]) -> None:
    """Stop where debit and credit are not the same: money would be lost in somebody's books."""
    if sum(line.amount for line in lines):
        message = "debit and credit differ"
        raise ArithmeticError(message)


def booked(source: Billing | Settlement, chosen: Collection[str], day: date | None) -> Vouchers:
    """A year in the books of those chosen, or of all that have accounts."""
    loaded = source.loaded
    statements = (
        (source.statement,) if isinstance(source, Billing) else (source.budget, source.outcome)
    )
    first, *further = statements
    agreement, plan = loaded.agreement, loaded.plan
    if agreement is None or plan is None:
        return Vouchers(source, (first, *further))
    claims = list(claims_of(source))
    concerned = dict.fromkeys(party for claim in claims for party in claim.both)
    # Where nobody has accounts, the one who bills is the first to need them.
    keepers = chosen or agreement.accounting or [_key(party) for party in list(concerned)[:1]]
    vouchers: list[Voucher] = []
    missing: dict[tuple[str, Path], Diagnostic] = {}
    for claim in claims:
        both_sides = lines(claim)
        for side in [claim.both] if claim.internal else [(party,) for party in claim.both]:
            if not any(_key(party) in keepers for party in side):
                continue
            own = [line for line in both_sides if line.party in side]
            entries, lacking = entries_of(agreement, claim, own)
            on = day or claim.day
            if on is None:
                last = plan.year(int(claim.year[:4])).span.last
                lacking.append(Diagnostic("AV625", {"year": claim.year, "day": last}))
            missing |= {(found.code, found.path): found for found in lacking}
            if on is not None:
                body = legal_body(agreement, side[0])
                vouchers.append(Voucher(body, claim, on, side[0], entries))
    findings = [loaded.placed(replace(found, file=loaded.file)) for found in missing.values()]
    first = first._replace(diagnostics=(*first.diagnostics, *findings))
    without = [p for p in concerned if _key(p) not in agreement.accounting and not chosen]
    kept = () if missing else tuple(vouchers)
    return Vouchers(source, (first, *further), kept, tuple(without))


def _key(party: str) -> str:
    """A party as `accounting` names it."""
    return HOST_KEY if party == HOST else party


def legal_body(agreement: Agreement, party: str) -> LegalBody:
    """Who keeps a party's books: of several in one body the first."""
    host = agreement.host
    numbers = {name: known.org_no for name, known in agreement.parties.items()}
    if isinstance(host, Body):
        numbers[HOST] = host.org_no
    org_no = numbers[party]
    first = next((name for name, number in numbers.items() if org_no and number == org_no), party)
    return LegalBody(_key(first), agreement.body_name(first), org_no, agreement.currency)


def entries_of(
    agreement: Agreement, claim: Claim, booked: Iterable[Line]
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """Lines on their accounts, debit first, the same account once; or what is missing."""
    sums: dict[Entry, int] = {}
    missing: list[Diagnostic] = []
    for line in booked:
        entry = entry_of(agreement, claim, line)
        if isinstance(entry, Diagnostic):
            missing.append(entry)
        else:
            sums[entry] = sums.get(entry, 0) + line.amount
    if missing:
        return (), missing
    entries = [entry._replace(amount=amount) for entry, amount in sums.items() if amount]
    _balanced(entries)
    order = {role: place for place, role in enumerate(ROLES)}
    return tuple(sorted(entries, key=lambda e: (e.amount < 0, order[e.role]))), []


def entry_of(agreement: Agreement, claim: Claim, line: Line) -> Entry | Diagnostic:
    """The account and the objects of a line, without its amount; or which of them is missing."""
    party, other = _key(line.party), _key(claim.other(line.party))
    accounts = agreement.accounting.get(party, Accounts.model_construct())
    below, posting = accounts.posting(line.role, line.item, claim.kind)
    path: Path = ("accounting", party, *below)
    codes = {
        key: stated if isinstance(stated, str) else stated.get(other, "")
        for key, stated in (posting or {ACCOUNT: ""}).items()
    }
    unknown = next((key for key, code in codes.items() if not code), None)
    if unknown is not None:
        path = path if posting is None else (*path, unknown, other)
        about: dict[str, Argument] = {
            "what": Phrase(f"role_{line.role}"),
            "party": agreement.body_name(line.party),
            "key": ".".join(map(str, path)),
            "example": ": {".join(map(str, path)) + ": …" + "}" * (len(path) - 1),
        }
        return Diagnostic("AV624", about, path)
    # A code, and after a space its name.
    named = {key: (*code.split(maxsplit=1), "")[:2] for key, code in codes.items()}
    account, name = named.pop(ACCOUNT)
    objects = (Object(accounts.dimensions[key], key, *code) for key, code in named.items())
    return Entry(line.role, account, name, tuple(sorted(objects)), 0)
