"""Many what-ifs as flat rows for a program: amounts exact, as strings, and no language in them."""

from collections.abc import Iterator

from avtalskalk.features.whatif.inputs import Quantity
from avtalskalk.features.whatif.sweep import Outcomes, Ranges, Tornado
from avtalskalk.features.whatif.sweep_view import Subject
from avtalskalk.report.plain import decimal
from avtalskalk.words.formats import currency_digits

_MOST_PLACES = 15

TORNADO_AMOUNTS = ("amount", "at_first", "at_last")
RANGE_AMOUNTS = Outcomes._fields


def plain(one: Quantity, currency: str) -> str:
    """A value: a day, an amount in its unit, or an exact number, as a decimal where it ends."""
    if one.unit == "day":
        return one.day.isoformat()
    exact = one.value / 10 ** currency_digits(currency) if one.unit == "amount" else one.value
    for places in range(_MOST_PLACES):
        if 10**places % exact.denominator == 0:
            return decimal(exact.numerator * (10**places // exact.denominator), places)
    return str(exact)


def tornado_rows(subject: Subject, found: Tornado) -> Iterator[dict[str, object]]:
    """Each input alone, for each amount; ``amount`` is as the agreement stands."""
    for place, about in enumerate(_abouts(subject)):
        for bar in found.ordered(place):
            yield {
                **about,
                "input": bar.axis.input.name,
                "first": plain(bar.axis.values[0], subject.currency),
                "last": plain(bar.axis.values[-1], subject.currency),
                "amount": money(found.base[place], subject.currency),
                "at_first": money(bar.low[place], subject.currency),
                "at_last": money(bar.high[place], subject.currency),
                "currency": subject.currency,
            }


def ranges_rows(subject: Subject, found: Ranges) -> Iterator[dict[str, object]]:
    """The range of each amount, with how it was found."""
    for about, one in zip(_abouts(subject), found.outcomes, strict=True):
        amounts = one or (None,) * len(Outcomes._fields)
        yield {
            **about,
            **{
                name: money(amount, subject.currency)
                for name, amount in zip(Outcomes._fields, amounts, strict=True)
            },
            "currency": subject.currency,
            "method": found.how,
            "looked_at": found.looked_at,
            "seed": found.seed if found.how == "sample" else None,
        }


def _abouts(subject: Subject) -> Iterator[dict[str, object]]:
    for year, party in subject.figures:
        yield {"agreement": subject.heading.agreement, "year": year, "party": party}


def money(minor: int | None, currency: str) -> str | None:
    """An amount with a decimal point."""
    return None if minor is None else decimal(minor, currency_digits(currency))
