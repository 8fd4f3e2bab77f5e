"""Agreements made at random, for a file and for the second calculation."""

import itertools
import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.second_opinion import Agreement, Item, Period, Shares

IDS = ["alfa", "beta", "gamma", "delta", "epsilon"]
UNITS = {"1 öre": 1, "1 kr": 100, "100 kr": 10_000}
YEARS = range(2023, 2027)
DAY = timedelta(days=1)

Written = dict[str, Any]
Values = Mapping[str, int]


def percent(share: Fraction) -> str:
    """A share of whole tenths of a per cent as a file writes it."""
    tenths = abs(share) * 1000
    return f"{'-' if share < 0 else ''}{tenths // 10}.{tenths % 10} %"


def kronor(minor: int) -> str:
    """An amount in öre as a file writes it."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d} kr"


class Maker:
    """What makes one agreement; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Choose the parties, the time, the keys and the index."""
        self.chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
        self.parties = IDS[: self.chance.randint(2, 5)]
        self.month = self.chance.choice([1, 1, 1, 4, 7, 9])
        start, after = date(2023, self.month, 1), date(2026, self.month, 1)
        self.first = start + DAY * self.chance.choice([0, 0, 0, self.chance.randint(1, 300)])
        self.last = after - DAY * self.chance.choice([1, 1, self.chance.randint(1, 300)])
        # Whether the same parties take part all the time, so that splits may name them.
        self.steady = self.chance.random() < 0.65
        self.written_keys: Written = {}
        self.keys: dict[str, Callable[[int], Values]] = {}
        for name in ["folk", "elever"][: self.chance.randint(0, 2)]:
            self.written_keys[name], self.keys[name] = self.key()
        self.index = {2022: Fraction(self.chance.randint(9000, 11000), 100)}
        for year in YEARS:
            self.index[year] = self.index[year - 1] + Fraction(self.chance.randint(-400, 900), 100)
        self.items: list[Item] = []
        self.seed = seed

    def day(self) -> date:
        """A day of the agreement's time, but not its first."""
        return self.first + DAY * self.chance.randint(1, (self.last - self.first).days)

    def year(self, year: int) -> str:
        """A fiscal year as a file writes it."""
        return str(year) if self.month == 1 else f"{year}/{(year + 1) % 100:02d}"

    # Keys and splits

    def key(self) -> tuple[Written, Callable[[int], Values]]:
        """A key that never changes, or one that has a value for each year."""

        def values() -> Values:
            return {party: self.chance.randint(1, 3000) for party in self.parties}

        if self.chance.random() < 0.4:
            always = values()
            return {"values": texts(always)}, lambda _: always
        back = self.chance.choice([0, -1])
        series = {year: values() for year in range(2022, 2028)}
        written: Written = {"values": {str(year): texts(row) for year, row in series.items()}}
        if back:
            written["use"] = {"date": "01-01", "year": "-1"}
        return written, lambda year: series[year + back]

    def shares(self, parties: list[str]) -> Shares:
        """Shares in tenths of a per cent that make 100 %."""
        cuts = [0, *sorted(self.chance.sample(range(1, 1000), len(parties) - 1)), 1000]
        return {
            party: Fraction(after - before, 1000)
            for party, before, after in zip(parties, cuts[:-1], cuts[1:], strict=True)
        }

    def some(self) -> list[str]:
        """Some of the parties."""
        return sorted(self.chance.sample(self.parties, self.chance.randint(1, len(self.parties))))

    def split(self, depth: int = 0) -> tuple[Any, Any]:
        """A split as a file writes it, and as the second calculation takes it."""
        kinds = [self.equal, self.parts]
        if self.keys:
            kinds += [self.by, self.by]
        if self.steady:
            kinds += [self.fixed, self.fixed]
        kind = self.chance.choice([*kinds, *([None] if depth < 2 else [])])
        return kind() if kind else self.nested(depth + 1)

    def equal(self) -> tuple[Any, Any]:
        """The same for all, or for some."""
        if self.steady and self.chance.random() < 0.3:
            among = self.some()
            return {"equal": among}, {"equal": among}
        return "equal", {"equal": None}

    def parts(self) -> tuple[Any, Any]:
        """Proportions."""
        parts = {party: self.chance.randint(1, 9) for party in self.parties}
        return {"parts": texts(parts)}, {"parts": parts}

    def by(self) -> tuple[Any, Any]:
        """As a key, among all or some."""
        name = self.chance.choice(list(self.keys))
        among = self.some() if self.steady and self.chance.random() < 0.3 else None
        written = {"by": name, "among": among} if among else {"by": name}
        return written, {"by": name, "among": among}

    def fixed(self) -> tuple[Any, Any]:
        """Agreed shares, one of them perhaps the rest."""
        shares = self.shares(self.some())
        written = {party: percent(share) for party, share in shares.items()}
        if self.chance.random() < 0.4:
            written[self.chance.choice(list(shares))] = "rest"
        return written, {"fixed": shares}

    def nested(self, depth: int) -> tuple[Any, Any]:
        """A split of splits."""
        kinds = ["mix", *(["tolerance", "mean_of_lowest"] if self.steady and self.keys else [])]
        kind = self.chance.choice(kinds)
        pieces = [self.split(depth) for _ in range(self.chance.randint(2, 4))]
        if kind == "mix":
            weights = list(self.shares([str(number) for number, _ in enumerate(pieces)]).values())
            rows = list(zip(weights, pieces, strict=True))
            return (
                {"mix": [{"weight": percent(weight), "split": of[0]} for weight, of in rows]},
                {"mix": [(weight, of[1]) for weight, of in rows]},
            )
        if kind == "tolerance":
            agreed, points = self.shares(self.parties), self.chance.randint(1, 40)
            shares = {party: percent(share) for party, share in agreed.items()}
            written = {"agreed": shares, "actual": pieces[0][0], "points": str(points)}
            second = ({"fixed": agreed}, pieces[0][1], Fraction(points, 100))
            return {"tolerance": written}, {"tolerance": second}
        *of, others = pieces
        count, party = self.chance.randint(1, len(of)), self.chance.choice(self.parties)
        written = {"count": str(count), "party": party, "of": [piece[0] for piece in of]}
        return (
            {"mean_of_lowest": written | {"others": others[0]}},
            {"mean_of_lowest": (count, party, [piece[1] for piece in of], others[1])},
        )

    def steps(self) -> tuple[Any, Any]:
        """Fixed amounts, a first amount and the rest; for a cost of a million kronor or more."""
        fixed = {party: self.chance.randint(0, 10**6) for party in self.parties if self.steady}
        first, of_first, of_rest = self.chance.randint(0, 10**9), self.split(), self.split()
        steps: list[Written] = [{"fixed": {party: kronor(step) for party, step in fixed.items()}}]
        steps.append({"first": kronor(first), "split": of_first[0]})
        steps.append({"rest": of_rest[0]})
        second = {"steps": (fixed, first, of_first[1], of_rest[1])}
        return {"steps": steps if fixed else steps[1:]}, second

    # Costs

    def item(self) -> Item:
        """A cost of any kind."""
        item = Item(f"post{len(self.items)}", {})
        kinds = [self.amount, self.amount, self.dated, self.annual, self.total, self.quantity]
        if self.keys:
            kinds += [self.per_unit, self.by_size]
        bases = [base.name for base in self.items if base.prices is None and not base.overhead]
        if bases:
            kinds.append(self.overhead)
        kind = self.chance.choice(kinds)
        if kind not in (self.overhead, self.total) and self.chance.random() < 0.3:
            item.first = self.day()
            item.written["from"] = item.first.isoformat()
        kind(item)
        if item.prices is not None:
            return item
        if not item.overhead and item.split is None and self.chance.random() < 0.2:
            item.written["kind"], item.sign = self.chance.choice(["revenue", "grant"]), -1
        if item.split is None and self.chance.random() < 0.4:
            item.written["split"], item.split = self.split()
        return item

    def sum(self) -> int:
        """An amount in öre, now and then below zero."""
        return self.chance.randint(-(10**7), 10**9)

    def amount(self, item: Item) -> None:
        """The same amount each year, by an index perhaps, and split in steps perhaps."""
        amount = self.sum()
        item.written["amount"] = kronor(amount)
        if amount > 10**8 and self.chance.random() < 0.4:
            item.written["split"], item.split = self.steps()
            item.yearly = lambda _year, _day: Fraction(amount)
            return
        change = self.change(item)
        item.yearly = lambda year, _: amount * change(year)

    def dated(self, item: Item) -> None:
        """An amount that changes on a day."""
        days = sorted({self.day(), self.day()})
        amounts = {day: self.sum() for day in [self.first, *days]}
        item.written["amount"] = {day.isoformat(): kronor(n) for day, n in amounts.items()}
        change = self.change(item)

        def yearly(year: int, day: date) -> Fraction:
            return amounts[max(since for since in amounts if since <= day)] * change(year)

        item.yearly = yearly

    def annual(self, item: Item) -> None:
        """An amount for each year, whole or for what is covered of it."""
        amounts = {year: self.sum() for year in YEARS}
        item.written["budget"] = {self.year(year): kronor(n) for year, n in amounts.items()}
        item.written["covers"] = self.chance.choice(["year", "period"])
        if item.written["covers"] == "period":
            item.covered = {year: Fraction(amount) for year, amount in amounts.items()}
        else:
            item.yearly = lambda year, _: Fraction(amounts[year])

    def total(self, item: Item) -> None:
        """One amount for the whole time."""
        item.total = Fraction(self.sum())
        item.written["total"] = kronor(int(item.total))

    def quantity(self, item: Item) -> None:
        """So many, at so much each."""
        price, quantity = self.chance.randint(1, 10**6), self.chance.randint(0, 5000)
        item.written |= {"price": kronor(price), "quantity": str(quantity), "covers": "year"}
        change = self.change(item)
        item.yearly = lambda year, _: price * quantity * change(year)

    def overhead(self, item: Item) -> None:
        """A percentage of other items."""
        bases = [base.name for base in self.items if base.prices is None and not base.overhead]
        share, of = Fraction(self.chance.randint(1, 300), 1000), self.chance.sample(bases, k=1)
        item.written |= {"percent": percent(share), "of": of}
        item.overhead = (share, of)

    def per_unit(self, item: Item) -> None:
        """Each party's own number of something, at so much each."""
        key, price = self.chance.choice(list(self.keys)), self.chance.randint(1, 10**5)
        item.written |= {"price": kronor(price), "per": key}
        item.prices = lambda year, party: Fraction(price * self.keys[key](year)[party])

    def by_size(self, item: Item) -> None:
        """A price that depends on the size, for all of it or for each part."""
        kind, key = self.chance.choice(["bands", "scale"]), self.chance.choice(list(self.keys))
        word = self.chance.choice(["below", "up_to"])
        bounds = sorted(self.chance.sample(range(1, 2000), 2))
        prices = [self.chance.randint(1, 10**5) for _ in range(3)]
        rows: list[Written] = [{word: str(bound)} for bound in bounds] + [{}]
        table = [row | {"price": kronor(price)} for row, price in zip(rows, prices, strict=True)]
        item.written[kind] = {"by": key, "table": table}

        def pays(year: int, party: str) -> Fraction:
            size = self.keys[key](year)[party]
            if kind == "bands":
                above = [size > bound or (size == bound and word == "below") for bound in bounds]
                return Fraction(size * prices[sum(above)])
            cuts = [0, *bounds, max(size, bounds[1])]
            parts = [max(0, min(size, top) - bottom) for bottom, top in itertools.pairwise(cuts)]
            return Fraction(sum(n * price for n, price in zip(parts, prices, strict=True)))

        item.prices = pays

    def change(self, item: Item) -> Callable[[int], Fraction]:
        """What a year's amount is multiplied by: a portion, an index, both or nothing."""
        portion = Fraction(1)
        if self.chance.random() < 0.3:
            portion = Fraction(self.chance.randint(1, 50), 51)
            item.written["portion"] = f"{portion.numerator}/{portion.denominator}"
        if self.chance.random() < 0.5:
            return lambda _: portion
        item.written["index"], index = self.indexed()
        return lambda year: portion * index(year)

    def indexed(self) -> tuple[Written, Callable[[int], Fraction]]:
        """An index as a file writes it, and what it multiplies a year's amount by."""
        if self.chance.random() < 0.3:
            yearly, first = Fraction(self.chance.randint(-40, 60), 1000), self.chance.choice(YEARS)
            written: Written = {"yearly": percent(yearly), "from": self.year(first)}
            return written, lambda year: (1 + yearly) ** max(0, year - first + 1)
        share = Fraction(self.chance.randint(1, 10), 10)
        written = {"series": "kpi", "base": "2022-10", "use": {"month": "10", "year": "-1"}}
        if share != 1:
            written["share"] = percent(share)
        kind = self.chance.choice(["plain", "collar", "one_way", "adjustment", "year"])
        low = Fraction(self.chance.randint(-20, 10), 1000)
        high = Fraction(self.chance.randint(11, 60), 1000)
        if kind == "collar":
            written |= {"floor": percent(low), "cap": percent(high)}
        elif kind == "one_way":
            written["one_way"] = "true"
        elif kind != "plain":
            written["threshold"] = {"above": percent(high), "since": kind}

        def moved(year: int) -> Fraction:
            index = [self.index[now - 1] for now in range(2023, year + 1)]
            if kind in ("plain", "one_way"):
                return (max(index) if kind == "one_way" else index[-1]) / index[0]
            result, followed = Fraction(1), index[0]
            for before, now in itertools.pairwise(index):
                if kind == "collar":
                    result *= 1 + min(max(now / before - 1, low), high)
                    continue
                since = before if kind == "year" else followed
                if abs(now / since - 1) > high:
                    result, followed = result * now / since, now
            return result

        return written, lambda year: 1 - share + share * moved(year)

    # The rest of the agreement

    def limit(self, agreement: Agreement) -> Written:
        """A cap or a floor as a file writes it, which the agreement then has."""
        difference = self.chance.choice(["others", "others", "none", self.parties[0]])
        limit: Written = {"difference": difference}
        written: Written = {"difference": difference}
        if difference == "others" and self.chance.random() < 0.6:
            limit["parties"], written["each"] = self.parties, "true"
        else:
            written["party"] = self.chance.choice(self.parties[1:])
            limit["parties"] = [written["party"]]
        key = self.chance.choice(["max", "min", "max_share", "min_share", "max_increase"])
        if key in ("max", "min"):
            limit[key] = Fraction(self.chance.randint(10**6, 5 * 10**8))
            written[key] = kronor(int(limit[key]))
        else:
            low, high = {"max_share": (250, 900), "min_share": (1, 250)}.get(key, (-50, 200))
            limit[key] = Fraction(self.chance.randint(low, high), 1000)
            written[key.removesuffix("_share")] = percent(limit[key])
        agreement.limits.append(limit)
        return written

    def membership(self, agreement: Agreement) -> Written:
        """The parties; where they are not the same all the time, one that comes or goes."""
        written: Written = {party: party.title() for party in self.parties}
        if not self.steady:
            party, day = self.parties[-1], self.day()
            key = self.chance.choice(["joined", "left"])
            getattr(agreement, key)[party] = day
            written[party] = {"name": party.title(), key: day.isoformat()}
        return written

    def agreement(self) -> Agreement:
        """The whole of it."""
        chance = self.chance
        rest_to = {"rest_to": chance.choice(self.parties)}
        unit = chance.choice(["1 öre", "1 öre", "1 kr", "100 kr"])
        agreement = Agreement(
            parties=self.parties,
            keys=self.keys,
            month=self.month,
            proration=chance.choice(["days", "days", "months", "quarters"]),
            unit=UNITS[unit],
            method=chance.choice(["largest_remainder", "half_up", "up", rest_to]),
            at_total=chance.random() < 0.4,
        )
        parties = self.membership(agreement)
        firsts = [self.first, *sorted({self.day() for _ in range(chance.randint(0, 2))})]
        periods: list[Written] = []
        for first, after in zip(firsts, [*firsts[1:], self.last + DAY], strict=True):
            written, split = self.split()
            agreement.periods.append(Period(first, after - DAY, split))
            last = (after - DAY).isoformat()
            periods.append({"from": first.isoformat(), "to": last, "split": written})
        for _ in range(chance.randint(1, 4)):
            self.items.append(self.item())
        agreement.items = self.items
        if chance.random() < 0.3:
            agreement.at_total = True
            limits = [self.limit(agreement) for _ in range(chance.randint(1, 2))]
            periods = [period | {"limits": limits} for period in periods]
            agreement.paid = {party: Fraction(chance.randint(10**7, 10**9)) for party in parties}
        else:
            for item in self.items:
                if item.prices is None and chance.random() < 0.1:
                    share = Fraction(chance.randint(1, 250), 1000)
                    item.surcharge = (share, [self.parties[0]])
                    surcharge = {"percent": percent(share), "parties": [self.parties[0]]}
                    item.written["surcharge"] = surcharge
        at = "total" if agreement.at_total else "item"
        agreement.written = {
            "avtalskalk": "1",
            "id": f"slump-{self.seed}",
            "title": "Slump",
            "parties": parties,
            "proration": agreement.proration,
            "rounding": {"to": unit, "method": agreement.method, "at": at},
            "periods": periods,
            "costs": {item.name: item.written for item in self.items},
        }
        if agreement.paid:
            paid = {party: kronor(int(amount)) for party, amount in agreement.paid.items()}
            agreement.written["paid"] = {self.year(2022): paid}
        if self.month != 1:
            agreement.written["fiscal_year"] = {"starts": f"{self.month:02d}-01"}
        if any("series" in item.written.get("index", {}) for item in self.items):
            values = {f"{year}-10": str(float(value)) for year, value in self.index.items()}
            agreement.written["indices"] = {"kpi": {"values": values}}
        if self.keys:
            agreement.written["keys"] = self.written_keys
        return agreement


def texts(values: Values) -> dict[str, str]:
    """Numbers as a file writes them."""
    return {name: str(value) for name, value in values.items()}


def agreement_at_random(seed: int) -> Agreement:
    """An agreement of a few parties, periods and costs; the same for the same seed."""
    return Maker(seed).agreement()
