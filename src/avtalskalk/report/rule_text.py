"""An agreement's rules and figures in words: splits, amounts, spans of time, lengths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import (
    AsOf,
    By,
    Equal,
    Fixed,
    MeanOfLowest,
    Mix,
    Named,
    Parts,
    Split,
    Stage,
    Steps,
    Tolerance,
)
from avtalskalk.model.tables import Rows
from avtalskalk.model.values import PriceShare
from avtalskalk.periods import Span, year_label
from avtalskalk.report.titles import listed
from avtalskalk.words import Both, Language
from avtalskalk.words.descriptions import MONTHS, WORDS
from avtalskalk.words.formats import amount, currency_digits, decimals_of, number, safe, share

_MONTHS_A_YEAR = 12
_RECURRING = len("06-27")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language for one agreement."""

    agreement: Agreement
    language: Language

    def __call__(self, phrase: str, /, **parts: object) -> str:
        """A phrase of `words.descriptions`, by its key, with its parts put in."""
        return self.either(WORDS[phrase]).format(**parts)

    def either(self, words: Both) -> str:
        """A phrase in the language."""
        return words.text(self.language)

    def party(self, party: str) -> str:
        """A party's name."""
        known = self.agreement.parties.get(party)
        return safe(known.name if known else party)

    def parties(self, parties: Iterable[str]) -> str:
        """Several parties' names in a sentence."""
        return self.listed([self.party(party) for party in parties])

    def listed(self, words: list[str]) -> str:
        """Words with commas and an "and"."""
        return listed(words, self.language)

    def year(self, year: int) -> str:
        """What the agreement calls a year: ``2023``, or ``2023/24``."""
        return year_label(year, self.agreement.first_month)

    def party_amounts(self, amounts: Mapping[str, int]) -> str:
        """Parties with their amounts in a sentence."""
        return self.listed(
            [f"{self.party(party)} {self.money(minor)}" for party, minor in amounts.items()]
        )

    def money(self, minor: Fraction | int) -> str:
        """An amount in the agreement's currency; a price that is a share as such."""
        exact = Fraction(minor, 10 ** currency_digits(self.agreement.currency))
        if decimals_of(exact) is None:
            return self.percent(exact)
        return amount(minor, self.agreement.currency, self.language)

    def quantity(self, value: Fraction | int) -> str:
        """A number."""
        return number(value, self.language)

    def percent(self, value: Fraction) -> str:
        """A share as it is best said."""
        return share(value, self.language)

    # --- Time -----------------------------------------------------------------------------

    def span(self, span: Span) -> str:
        """Days from the first to the last, either of which may not be known."""
        return self.time(
            span.first if span.has_start else None, span.last if span.has_end else None
        )

    def time(self, first: date | None, last: date | None) -> str:
        """As `span`, of days."""
        match first, last:
            case None, None:
                return self("no_start_no_end")
            case None, _:
                return self("no_start", last=last)
            case _, None:
                return self("until_further_notice", first=first)
            case _:
                return self("span", first=first, last=last)

    def length(self, months: int) -> str:
        """A length in years and months."""
        years, rest = divmod(months, _MONTHS_A_YEAR)
        parts = []
        if years:
            parts.append(self("one_year") if years == 1 else self("years", years=years))
        if rest:
            parts.append(self("one_month") if rest == 1 else self("months", months=rest))
        return self.listed(parts)

    def paper_date(self, text: str) -> str:
        """A date as far as a paper gives it; without a year the month is named."""
        if len(text) != _RECURRING or "-" not in text:
            return safe(text)
        month, day = text.split("-")
        return self.day_of_year((int(month), int(day)))

    def day_of_year(self, recurring: tuple[int, int]) -> str:
        """A day that recurs each year: ``15 februari``."""
        month, day = recurring
        return self("day_of_month", day=day, month=self.month(month))

    def month(self, month: int) -> str:
        """A month's name."""
        return self.either(MONTHS[month - 1])

    # --- Splits ---------------------------------------------------------------------------

    def split(self, split: Split) -> str:  # noqa: PLR0911, PLR0912 - one per kind
        """How a cost is divided, in words."""
        match split:
            case Fixed(shares):
                parts = [
                    self("share", party=self.party(party), share=self.shares(dated))
                    for party, dated in shares.items()
                ]
                # A name may hold a comma of its own.
                comma = any("," in self.party(party) for party in shares)
                return ("; " if comma else ", ").join(parts)
            case Named("as_agreed"):
                return self("as_agreed")
            case Named("default"):
                return self("as_default")
            case Named(name):
                return self("named", name=safe(name))
            case Equal():
                among = split.equal
                words = self("equal_among", parties=self.parties(among)) if among else self("equal")
                return self._rounded(words, split.round)
            case Parts():
                parts = [f"{self.party(p)} {self.quantity(n)}" for p, n in split.parts.items()]
                return self._rounded(self("parts", parts=self.listed(parts)), split.round)
            case By():
                key, parties = self.key(split.by), self.parties(split.among or ())
                words = self("by_among" if split.among else "by", key=key, parties=parties)
                form, rows = next(iter(split.tables.items()), ("", ()))
                weighted = (
                    self(f"by_{form}", split=words, table=self.table(rows)) if form else words
                )
                return self._rounded(weighted, split.round)
            case Mix():
                mixed = "; ".join(
                    self("mix_part", weight=self.shares(p.weight), split=self.split(p.split))
                    for p in split.mix
                )
                return self._rounded(mixed, split.round)
            case Steps():
                return "; ".join(map(self._stage, split.steps))
            case Tolerance():
                band = split.tolerance
                agreed = "; ".join(
                    f"{safe(change.label)} {self.split(change.value)}".strip()
                    for change in band.agreed
                )
                points, actual = self.quantity(band.points), self.split(band.actual)
                words = self("tolerance", agreed=agreed, points=points, actual=actual)
                return self._rounded(words, band.round)
            case MeanOfLowest():
                lowest = split.mean_of_lowest
                words = self(
                    "mean_of_lowest",
                    party=self.party(lowest.party),
                    count=lowest.count,
                    splits=self.listed([self.split(candidate) for candidate in lowest.of]),
                    others=self.split(lowest.others),
                )
                return self._rounded(words, split.round)
            case AsOf():
                return self._as_of(split)
            case _:
                assert_never(split)

    def table(self, rows: Rows) -> str:
        """A table by size: each size with its amount, price, weight or factor."""
        texts = []
        for row in rows:
            if row.bound is None:
                size = self("above")
            else:
                key = "up_to" if row.below is None else "below"
                size = self(key, bound=self.quantity(row.bound))
            if row.amount is not None:
                value = self.amounts(row.amount)
            elif row.price is not None:
                value = self("price_each", price=self.amounts(row.price))
            elif row.weight is not None:
                value = self.quantity(row.weight)
            else:
                value = self.percent(row.factor or Fraction(0))
            texts.append(f"{size}: {value}")
        return ", ".join(texts)

    def _rounded(self, words: str, unit: Fraction | None) -> str:
        return self("rounded", split=words, unit=self.percent(unit)) if unit else words

    def shares(self, dated: Dated) -> str:
        """A share, or shares from year to year."""
        values = (
            self.percent(change.value) if isinstance(change.value, Fraction) else self("rest")
            for change in dated
        )
        return ", ".join(
            self._from("share_from", value, change.label, "share")
            for value, change in zip(values, dated, strict=True)
        )

    def _from(self, key: str, words: str, when: str, name: str) -> str:
        """A value and the year or day from which it holds, where one is written."""
        return self(key, when=safe(when), **{name: words}) if when else words

    def key(self, key: str) -> str:
        """A key's title, or its id with no break in it."""
        known = self.agreement.keys.get(key)
        return safe(known.title or known.unit or key if known else key)

    def _stage(self, stage: Stage) -> str:
        if stage.fixed is not None:
            amounts = [f"{self.party(p)} {self.amounts(d)}" for p, d in stage.fixed.items()]
            return self("step_fixed", amounts=self.listed(amounts))
        if stage.first is not None and stage.split is not None:
            return self(
                "step_first", amount=self.amounts(stage.first), split=self.split(stage.split)
            )
        return self("step_rest", split=self.split(stage.rest)) if stage.rest else ""

    def amounts(self, dated: Dated) -> str:
        """An amount, or amounts from day to day; a price may be a share of a value."""
        scale = 10 ** currency_digits(self.agreement.currency)
        texts = [
            self.percent(change.value / scale)
            if isinstance(change.value, PriceShare)
            else self.money(change.value)
            for change in dated
        ]
        return ", ".join(
            self._from("price_from", text, change.label, "price")
            for text, change in zip(texts, dated, strict=True)
        )

    def _as_of(self, split: AsOf) -> str:
        year = self.year(split.as_of)
        if split.split is None:
            return self("as_of", year=year)
        return self("split_as_of", split=self.split(split.split), year=year)

    def quantities(self, dated: Dated) -> str:
        """A number, or numbers from day to day."""
        return ", ".join(
            self._from("price_from", self.quantity(change.value), change.label, "price")
            for change in dated
        )
