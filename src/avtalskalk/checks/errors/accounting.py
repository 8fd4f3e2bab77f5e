"""What is wrong with what an agreement is booked on."""

from collections.abc import Iterator

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Diagnostic, Findings, Path, out_of_range, unknown_name
from avtalskalk.model.accounting import ACCOUNT, HOST_KEY
from avtalskalk.model.agreement import Agreement, Body
from avtalskalk.model.splits import NamedParty

_FREE = 20
_RESERVED = (1, *range(6, 11))
"""The dimensions that SIE has given a meaning; from 20 on they are anybody's own."""


def booked_parties(agreement: Agreement) -> Iterator[NamedParty]:
    """Every place in the accounting that names a party."""
    hosts = {HOST_KEY} if isinstance(agreement.host, Body) else set()
    for party, accounts in agreement.accounting.items():
        places: list[Path] = [("accounting", party)]
        for below, posting in accounts.postings():
            for name, codes in posting.items():
                by_party = {} if isinstance(codes, str) else codes
                places += [("accounting", party, *below, name, other) for other in by_party]
        for path in places:
            if path[-1] not in hosts:
                yield NamedParty(str(path[-1]), path, "key")


def accounting_items(plan: Plan) -> Findings:
    """An exception for a cost item that is not there."""
    items = plan.agreement.costs
    for party, accounts in plan.agreement.accounting.items():
        for name in accounts.items:
            if name not in items:
                path = ("accounting", party, "items", name)
                yield Diagnostic("AV101", unknown_name("item", name, items), path, at="key")


def dimensions(plan: Plan) -> Findings:
    """Dimensions that are unknown, or have a number that SIE keeps, or the number of another."""
    for party, accounts in plan.agreement.accounting.items():
        first: dict[int, str] = {}
        for name, number in accounts.dimensions.items():
            path = ("accounting", party, "dimensions", name)
            if number not in _RESERVED and number < _FREE:
                yield Diagnostic("AV118", out_of_range(name, number, _FREE), path)
            elif number in first:
                twice = {"key": f"{name}: {number}", "first": f"{first[number]}: {number}"}
                yield Diagnostic("AV290", twice, path, at="key")
            first.setdefault(number, name)
        for below, posting in accounts.postings():
            for name in posting:
                if name != ACCOUNT and name not in accounts.dimensions:
                    about = unknown_name("dimension", name, accounts.dimensions, "dimension")
                    yield Diagnostic("AV101", about, ("accounting", party, *below, name), at="key")


CHECKS = (accounting_items, dimensions)
