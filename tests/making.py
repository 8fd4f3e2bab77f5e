"""Statements made for tests of what is shown: invented amounts, split as they would be."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.model.statement import (
    Allocation,
    Heading,
    Input,
    ItemTotal,
    Line,
    Missing,
    Note,
    Statement,
    Total,
)
from avtalskalk.money import allocate, common

Shares = Mapping[str, Fraction]

HALF = Fraction(1, 2)


def heading(agreement: str = "drift", currency: str = "SEK", **items: str) -> Heading:
    """An agreement of two parties."""
    parties = {"regionen": "Region Exempel", "kommunen": "Exempelby kommun"}
    return Heading(agreement, "Avtal om drift (påhittat)", parties, currency, items)


def row(  # noqa: PLR0913 - a row has that many cells
    one: Heading,
    year: int,
    item: str,
    party: str,
    amount: int,
    share: Fraction | None = None,
    line: Line = "split",
    *,
    start: date | None = None,
    end: date | None = None,
    conditional: bool = False,
    source: str = "",
) -> Allocation:
    """One row of an allocation, of the whole year unless days are given."""
    return Allocation(
        one.agreement,
        str(year),
        start or date(year, 1, 1),
        end or date(year, 12, 31),
        item,
        line,
        "budget",
        party,
        share,
        amount,
        one.currency,
        conditional,
        source,
    )


def split(  # noqa: PLR0913 - a cost, how it is split, and when
    one: Heading,
    year: int,
    item: str,
    amount: int,
    shares: Shares,
    *,
    start: date | None = None,
    end: date | None = None,
    conditional: bool = False,
    source: str = "",
) -> list[Allocation]:
    """The rows of an amount of an item, split by shares."""
    weights, _ = common(list(shares.values()))
    parts = allocate(amount, weights)
    return [
        row(
            one,
            year,
            item,
            party,
            part,
            share,
            start=start,
            end=end,
            conditional=conditional,
            source=source,
        )
        for (party, share), part in zip(shares.items(), parts, strict=True)
    ]


def statement(
    one: Heading,
    year: int,
    rows: Sequence[Allocation],
    incomplete: Sequence[str] = (),
    notes: Mapping[str, Mapping[str, Argument]] | None = None,
) -> Statement:
    """A statement of rows, with totals that they sum to; ``incomplete`` items have no amount."""
    label = str(year)
    conditional = any(row.conditional for row in rows)
    sums = dict.fromkeys(one.parties, 0)
    items: dict[str, int] = {}
    for each in rows:
        sums[each.party] += each.amount
        if each.item:
            items[each.item] = items.get(each.item, 0) + each.amount
    totals = tuple(
        Total(
            one.agreement,
            label,
            party,
            None if incomplete else amount,
            one.currency,
            conditional,
            not incomplete,
        )
        for party, amount in sums.items()
    )
    return Statement(
        heading=one,
        year=label,
        basis="budget",
        rows=tuple(rows),
        totals=totals,
        items=tuple(
            item_total(one, label, item, items.get(item), conditional=conditional)
            for item in one.items
            if item in items or item in incomplete
        ),
        missing=tuple(
            Missing(one.agreement, label, f"costs.{item}.budget.{label}", ("costs", item))
            for item in incomplete
        ),
        notes=tuple(
            Note(one.agreement, label, key, arguments) for key, arguments in (notes or {}).items()
        ),
        inputs=(Input(f"avtal/{one.agreement}.yaml", "0" * 64),),
    )


def item_total(
    one: Heading, year: str, item: str, amount: int | None, *, conditional: bool = False
) -> ItemTotal:
    """What an item comes to."""
    exact = None if amount is None else Fraction(amount)
    return ItemTotal(
        agreement=one.agreement,
        year=year,
        item=item,
        title=one.items[item],
        kind="cost",
        exact=exact,
        amount=amount,
        currency=one.currency,
        solved=False,
        conditional=conditional,
        source="",
    )


def spadbarn() -> list[Statement]:
    """One cost, known for one year of three; that year is conditional and its total solved."""
    parties = {"hsnv": "Västra hälso- och sjukvårdsnämnden", "alingsas": "Alingsås kommun"}
    one = Heading(
        "spadbarn",
        "Samverkan om spädbarnsverksamhet",
        parties,
        "SEK",
        {"verksamhet": "Verksamhet"},
        {"tjansteskrivelse-2022": ("Tjänsteskrivelse", "2022.036 SN", "", "2022-05-18")},
    )
    rows = split(
        one,
        2023,
        "verksamhet",
        191_447_600,
        {"hsnv": HALF, "alingsas": HALF},
        conditional=True,
        source="tjansteskrivelse-2022",
    )
    notes: dict[str, dict[str, Argument]] = {
        "conditional": {
            "first": date(2023, 1, 1),
            "last": date(2023, 12, 31),
            "waiting": tuple(parties.values()),
        },
        "solved_total": {
            "item": "Verksamhet",
            "total": Amount(191_447_600, "SEK"),
            "party": "Alingsås kommun",
            "part": Amount(95_723_800, "SEK"),
        },
    }
    known = statement(one, 2023, rows, notes=notes)
    known = known._replace(assumptions=("957 238 kr läses som nämndens halva.",))
    shares = {2021: Fraction(7, 10), 2022: HALF}
    return [*(_without_amount(one, year, share) for year, share in shares.items()), known]


def _without_amount(one: Heading, year: int, share: Fraction) -> Statement:
    """A year whose split is known, but no amount."""
    made = statement(one, year, [], ["verksamhet"])
    shares = {"hsnv": share, "alingsas": 1 - share}
    return made._replace(items=tuple(item._replace(shares=shares) for item in made.items))


def lyktan(years: Sequence[int] = (2024,), ore: int = 0) -> list[Statement]:
    """Two costs with shares of their own and a grant, which is below zero."""
    one = heading("lyktan", personal="Personal", lokaler="Lokaler", bidrag="Statsbidrag")
    one = one._replace(title="Familjecentralen Lyktan (påhittad)")
    eighths = {"regionen": Fraction(5, 8), "kommunen": Fraction(3, 8)}
    return [
        statement(
            one,
            year,
            [
                *split(one, year, "personal", 124_000_000 + ore, eighths),
                *split(one, year, "lokaler", 48_000_000, {"regionen": HALF, "kommunen": HALF}),
                *split(one, year, "bidrag", -12_000_000, eighths),
            ],
        )
        for year in years
    ]


def october() -> list[Statement]:
    """One cost whose split changes on 3 October 2022, and the years around."""
    one = heading("hr", hr="HR och löner")._replace(title="Gemensam HR-tjänst (påhittad)")
    before = {"regionen": Fraction(74, 100), "kommunen": Fraction(26, 100)}
    after = {"regionen": Fraction(82, 100), "kommunen": Fraction(18, 100)}
    day = date(2022, 10, 3)
    return [
        statement(one, 2021, split(one, 2021, "hr", 365_000_000, before)),
        statement(
            one,
            2022,
            [
                *split(one, 2022, "hr", 275_000_000, before, end=date(2022, 10, 2)),
                *split(one, 2022, "hr", 90_000_000, after, start=day),
            ],
        ),
        statement(one, 2023, split(one, 2023, "hr", 365_000_000, after)),
    ]


def lines_of_their_own() -> list[Statement]:
    """A cost with what belongs to no item: a limit, a surcharge, a rounding, what is carried."""
    one = heading("granser", drift="Drift")
    rows = [
        *split(one, 2024, "drift", 100_000_050, {"regionen": HALF, "kommunen": HALF}),
        row(one, 2024, "drift", "kommunen", 3_000_000, line="surcharge"),
        row(one, 2024, "", "regionen", 500_000, line="limit"),
        row(one, 2024, "", "kommunen", -500_000, line="limit"),
        row(one, 2024, "", "kommunen", -50, line="rounding"),
        row(one, 2024, "", "kommunen", -1_200_000, line="carried"),
    ]
    return [statement(one, 2024, rows)]


def large(years: Sequence[int] = range(2021, 2027)) -> list[Statement]:
    """Twelve parties with long names, twenty costs, six years."""
    names = (
        "Alingsås kommun",
        "Härryda kommun och dess bolag i samverkan med Mölndals stad",
        "Västra Götalandsregionen, hälso- och sjukvårdsnämnden norra",
        *(f"Exempelby {number} kommun" for number in range(4, 13)),
    )
    parties = {f"part{place}": name for place, name in enumerate(names)}
    items = {
        f"kostnad{place}": f"Kostnadsslag {place}" + " med ett ganska långt namn" * (place % 3 == 0)
        for place in range(20)
    }
    title = "Samverkansavtal om gemensam ledningscentral för räddningstjänsten i tre län (påhittat)"
    one = Heading("stor", title, parties, "SEK", items)
    weights = (17, 13, 23, 5, 9, 3, 19, 2, 2, 3, 2, 2)
    shares = {party: Fraction(weight, 100) for party, weight in zip(parties, weights, strict=True)}
    amount: Callable[[int, int], int] = lambda place, year: (  # noqa: E731 - one line of sums
        (12_345_678 + place * 98_765_431 + year) * (-1 if place == 3 else 1)
    )
    return [
        statement(
            one,
            year,
            [
                each
                for place, item in enumerate(items)
                for each in split(one, year, item, amount(place, year), shares)
            ],
        )
        for year in years
    ]


def outside() -> list[Statement]:
    """An agreement that is not in force in the year."""
    return [Statement(heading("gammalt")._replace(title="Gammalt avtal"), "2024", "budget", False)]  # noqa: FBT003


def euro() -> list[Statement]:
    """Another currency, with thirds."""
    one = heading("euro", "EUR", drift="Drift")._replace(title="Avtal i euro")
    thirds = {"regionen": Fraction(1, 3), "kommunen": Fraction(2, 3)}
    return [statement(one, 2024, split(one, 2024, "drift", 10_000_000, thirds))]
