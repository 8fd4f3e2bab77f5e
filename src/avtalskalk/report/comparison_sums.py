"""Comparisons of many agreements, summed over them by party, agreement, item or period."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from avtalskalk.model.comparison import ComparedYear, Comparison
from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.comparison import ScenarioSet
from avtalskalk.report.comparison_view import blocks, chart, table
from avtalskalk.report.document import Block, Document, of_blocks
from avtalskalk.report.group_view import MOST_NAMED, Portfolio
from avtalskalk.report.grouping import Group, Grouping, GroupTotal, in_order
from avtalskalk.report.options import By, Options
from avtalskalk.report.titles import selected
from avtalskalk.words.formats import amount, phrase, safe


def documents(comparisons: Iterable[ScenarioSet], options: Options) -> Iterator[Document]:
    """Each agreement that is affected, and then the sums over all of them.

    With a group asked for there are only the sums.
    """
    portfolio = ComparedPortfolio(options)
    several, unaffected = False, None
    for scenarios in comparisons:
        several = portfolio.started
        portfolio.add(scenarios)
        if not scenarios.select(options).differs:
            unaffected = scenarios
        elif not options.by:
            yield of_blocks(*blocks(scenarios, options))
    if options.by or (several and options.totals):
        yield of_blocks(*portfolio.blocks())
    elif unaffected and not several:
        yield of_blocks(*blocks(unaffected, options))


class ComparedPortfolio:
    """What is compared of many agreements, summed; by agreement and by party unless one is chosen.

    The agreements that nothing is different in are counted together, unless they are ``apart``.
    Amounts from other agreements follow what is different in these where they are two ``versions``,
    and do not in a what-if.
    """

    def __init__(self, options: Options, *, apart: bool = False, versions: bool = False) -> None:
        """Nothing is added yet."""
        self._options, self._apart, self._versions = options, apart, versions
        groups: tuple[By, ...] = (options.by,) if options.by else ("agreement", "party")
        self._groupings = [Grouping(by) for by in groups]
        self._portfolio = Portfolio(options._replace(by=groups[0]))
        self._only_on: dict[str, str] = {}
        self._unaffected: dict[str, set[str]] = {}
        self._one_sided: dict[str, list[tuple[str, str, list[int | None]]]] = {}
        self._first: ScenarioSet | None = None

    @property
    def started(self) -> bool:
        """Whether there is an agreement in it."""
        return self._first is not None

    def add(self, scenarios: ScenarioSet) -> None:
        """Take an agreement's years, before and after each change."""
        chosen = scenarios.select(self._options)
        self._first = self._first or chosen
        comparisons = [scenario.comparison for scenario in chosen.scenarios]
        before = {s.year: s for comparison in comparisons for s in comparison.before}
        after = [{s.year: s for s in comparison.after} for comparison in comparisons]
        unaffected = not (self._apart or chosen.differs)
        for year in in_order(year for side in (before, *after) for year in side):
            was = before.get(year)
            sides = [was, *(side.get(year) for side in after)]
            for place, side in enumerate(sides):
                if side and was and side.heading.currency != was.heading.currency:
                    # In the currency before nothing is known of it.
                    totals = tuple(total._replace(amount=None) for total in was.totals)
                    items = tuple(item._replace(amount=None) for item in was.items)
                    sides[place] = was._replace(rows=(), totals=totals, items=items)
            for grouping in self._groupings:
                grouping.add(*sides, unaffected=unaffected)
            known = [_known_total(side) if side else None for side in sides]
            unknown = [side is not None and _known_total(side) is None for side in sides]
            if any(unknown) and any(amount is not None for amount in known):
                of_currency = self._one_sided.setdefault(chosen.heading.currency, [])
                of_currency.append((chosen.heading.title, year, known))
        self._portfolio.know([s for comparison in comparisons for s in comparison.statements])
        heading = chosen.heading
        if unaffected:
            self._unaffected.setdefault(heading.currency, set()).add(heading.agreement)
        if not before or not any(after):
            self._only_on[heading.agreement] = "old" if before else "new"

    def figures(self) -> Iterator[tuple[By, Group, str, ComparedYear]]:
        """Each group's years under each scenario: what they are grouped by, and its name."""
        for grouping in self._groupings:
            for group, years in grouping.totals().items():
                for year in in_order(years):
                    was, *becomes = years[year].sides
                    for place, after in enumerate(becomes):
                        name = self._first.scenarios[place].name if self._first else ""
                        yield grouping.by, group, name, ComparedYear("", year, "", was, after)

    def blocks(self) -> Iterator[Block]:
        """The sums in each currency, as tables and where they fit as charts."""
        sums = [(grouping.by, grouping.totals()) for grouping in self._groupings]
        for currency in dict.fromkeys(group.currency for _, totals in sums for group in totals):
            for by, totals in sums:
                of_currency = {g: years for g, years in totals.items() if g.currency == currency}
                yield from self._blocks(by, currency, of_currency)

    def _known_in_some(self, currency: str, *, several_years: bool) -> Iterator[str]:
        """What is known on some sides only, by agreement: it is in none of the sums."""
        assert self._first is not None  # noqa: S101 - there are sums of something
        language, baseline = self._options.language, self._first.baseline
        before = baseline.name if baseline else phrase("before", language).lower()
        after = [
            scenario.name or phrase("after", language).lower() for scenario in self._first.scenarios
        ]
        texts = []
        for title, year, known in self._one_sided.get(currency, ()):
            sides = ", ".join(
                f"{safe(name)} {amount(minor, currency, language)}"
                for name, minor in zip((before, *after), known, strict=True)
                if minor is not None
            )
            texts.append(f"{safe(title)}{f' {year}' if several_years else ''} ({sides})")
        if texts:
            more = len(texts) - MOST_NAMED
            named = [
                *texts[:MOST_NAMED],
                *([phrase("more", language).format(count=more)] if more > 0 else []),
            ]
            yield phrase("known_in_some", language).replace("{figures}", "; ".join(named))

    def _blocks(
        self, by: By, currency: str, totals: Mapping[Group, Mapping[str, GroupTotal]]
    ) -> Iterator[Block]:
        """The groups before and after, as an agreement has its parties."""
        assert self._first is not None  # noqa: S101 - there are sums of something
        options, language = self._options, self._options.language
        # What is not affected stands last.
        groups = sorted(totals, key=lambda group: group == Group(currency) and by != "period")
        labels: dict[str, str] = {}
        for group in groups:
            name = phrase("rest", language)
            if by == "period" and group.start:
                name = f"{group.start} – {group.end}"
            elif group.payer or group.agreement:
                name = self._portfolio.label(group, language)
            elif by != "period":
                count = str(len(self._unaffected[currency]))
                name = phrase("unaffected", language).replace("{count}", count)
            if only := self._only_on.get(group.agreement):
                name = phrase(f"{only}_agreement", language).replace("{title}", name)
            if by == "item" and group.agreement:
                name = f"{self._portfolio.agreements[group.agreement].title}: {name}"
            labels[str(len(labels))] = name
        heading = Heading("", phrase(f"by_{by}", language), labels, currency, {})
        years = in_order(year for of_year in totals.values() for year in of_year)
        statements = tuple(Statement(heading, year, options.basis) for year in years)
        scenarios = []
        for place, scenario in enumerate(self._first.scenarios, 1):
            figures = tuple(
                ComparedYear("", year, key, sides[0], sides[place])
                for year in years
                for key, group in zip(labels, groups, strict=True)
                if year in totals[group]
                for sides in [totals[group][year].sides]
            )
            comparison = Comparison(statements, statements, currency, figures)
            scenarios.append(scenario._replace(comparison=comparison, since=""))
        about = (
            self._portfolio.subject(currency, language),
            *selected(self._portfolio.selected(options), language),
        )
        summed = self._first._replace(scenarios=tuple(scenarios), about=about)
        everybody = options._replace(party=(), item=())
        made = table(summed, everybody)
        below = [*self._portfolio.notes(currency, made.rows, language, "known_in_all")]
        below += self._known_in_some(currency, several_years=len(years) > 1)
        if not self._versions:
            below += self._portfolio.taken(currency, language)
        yield replace(made, notes=tuple(dict.fromkeys((*below, *made.notes))))
        if drawn := chart(summed, everybody):
            yield drawn


def _known_total(statement: Statement) -> int | None:
    """What all parties pay in a year; None where it is not known."""
    amounts = [total.amount for total in statement.totals]
    known = [minor for minor in amounts if minor is not None]
    return sum(known) if len(known) == len(amounts) else None
