"""One agreement's scenarios beside the same baseline, for tables and rows of changes."""

from typing import NamedTuple

from avtalskalk.calculation.comparison import compare
from avtalskalk.model.comparison import Comparison, Paid
from avtalskalk.model.statement import Heading
from avtalskalk.report.bodies import chosen_names
from avtalskalk.report.options import Options
from avtalskalk.report.selection import select


class ComparedScenario(NamedTuple):
    """One change: its short name and what it is in words (both may be empty), and what it does.

    ``since`` is the day it holds from where it is for some years of an agreement that began
    earlier; empty where that goes without saying.
    """

    name: str
    title: str
    comparison: Comparison
    since: str = ""


class ScenarioSet(NamedTuple):
    """One agreement's scenarios, at least one, all beside the same baseline.

    With ``settled`` the figures are what is left to pay, not what the years come to.  ``baseline``
    is the scenario that the others are compared with, None where that is the agreement as it is.
    ``about`` says of which agreements they are, where these are several.
    """

    scenarios: tuple[ComparedScenario, ...]
    settled: bool = False
    baseline: ComparedScenario | None = None
    about: tuple[str, ...] = ()

    @property
    def heading(self) -> Heading:
        """The agreement's own words after the first change."""
        return self.scenarios[0].comparison.heading

    @property
    def parties(self) -> dict[str, str]:
        """Every party before or after any change, with its name."""
        parties: dict[str, str] = {}
        for scenario in self.scenarios:
            parties = {**scenario.comparison.parties, **parties}
        return parties

    def chosen_names(self, options: Options) -> list[str]:
        """What the parties are called that are asked for, before or after any change."""
        statements = (s for side in self.scenarios for s in side.comparison.statements)
        return chosen_names((statement.heading for statement in statements), options)

    @property
    def years(self) -> list[str]:
        """The years compared."""
        return sorted(
            {
                statement.year
                for scenario in self.scenarios
                for statement in scenario.comparison.statements
            }
        )

    @property
    def differs(self) -> bool:
        """Whether any change makes a difference."""
        return any(scenario.comparison.differs for scenario in self.scenarios)

    @property
    def comparable(self) -> "ScenarioSet":
        """The scenarios that are in the baseline's currency; there may be none."""
        comparable = (scenario for scenario in self.scenarios if scenario.comparison.currency)
        return self._replace(scenarios=tuple(comparable))

    @property
    def sides(self) -> list[Paid]:
        """What each party pays in each year, before and after each change."""
        figures = (figure for side in self.scenarios for figure in side.comparison.figures)
        return [paid for figure in figures for paid in (figure.was, figure.becomes)]

    def select(self, options: Options) -> "ScenarioSet":
        """The parties and the items asked for."""
        if not (options.party or options.item):
            return self
        chosen = []
        for scenario in self.scenarios:
            comparison = scenario.comparison
            before = [select(year, options) for year in comparison.before]
            after = [select(year, options) for year in comparison.after]
            comparison = compare(before, after, comparison.volumes)
            chosen.append(scenario._replace(comparison=comparison))
        return self._replace(scenarios=tuple(chosen))


def single(comparison: Comparison) -> ScenarioSet:
    """A comparison that has no name."""
    return ScenarioSet((ComparedScenario("", "", comparison),))
