"""Which parties of several agreements are one legal body, and which a reader means by a word."""

from collections.abc import Iterable

from avtalskalk.model.statement import Heading, Payer
from avtalskalk.model.values import Fault, read_org_no
from avtalskalk.report.options import Options


def bodies(payers: Iterable[Payer]) -> dict[Payer, str]:
    """What each payer's body is known by.

    An id is an agreement's own word for a party, so it does not tell bodies apart.  One body has
    one organisation number, or where that is not stated anywhere one name.
    """
    payers = tuple(payers)
    numbers: dict[str, set[str]] = {}
    for payer in payers:
        if payer.org_no:
            numbers.setdefault(payer.name.casefold(), set()).add(payer.org_no)
    body_of: dict[Payer, str] = {}
    for payer in payers:
        name = payer.name.casefold()
        of_name = numbers.get(name, set())
        body_of[payer] = payer.org_no or (min(of_name) if len(of_name) == 1 else name)
    return body_of


def meant(word: str, payers: Iterable[Payer]) -> dict[str, list[Payer]]:
    """The bodies that a word may mean, each with all its payers: an id, a name or a number.

    Those that have the name of one with the id are among them: which of two it is, is not known
    where only one states its number.
    """
    body_of = bodies(payers)
    names = {payer.name.casefold() for payer in body_of if payer.party == word}
    names = names or {word.casefold()}
    of_names = {body for payer, body in body_of.items() if payer.name.casefold() in names}
    try:
        wanted = of_names or {read_org_no(word)}
    except Fault:
        wanted = set()
    of_bodies: dict[str, list[Payer]] = {}
    for payer, body in body_of.items():
        if body in wanted:
            of_bodies.setdefault(body, []).append(payer)
    return of_bodies


def chosen_parties(heading: Heading, options: Options) -> list[str]:
    """The ids of the parties in an agreement that are asked for."""
    return [party for party in heading.parties if is_chosen(heading, party, options)]


def chosen_names(headings: Iterable[Heading], options: Options) -> list[str]:
    """What those are called that are asked for: as agreements call them, or else as asked."""
    names: dict[str, None] = {}
    for heading in headings if options.party else ():
        names |= dict.fromkeys(heading.parties[p] for p in chosen_parties(heading, options))
    return list(names or options.party)


def is_chosen(heading: Heading, party: str, options: Options) -> bool:
    """Whether a party of an agreement is asked for, by its id or as the body that it is."""
    return party in options.party or heading.payer(party) in options.payers
