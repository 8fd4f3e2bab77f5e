"""What somebody asks to have changed, and the data as it becomes, one change after the other."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, Literal, NamedTuple

from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.calculation.timeline import Term
from avtalskalk.checks.validation import plan_of_changed
from avtalskalk.diagnostics import Argument, Diagnostic, Path, Phrase, nearest
from avtalskalk.model.data_paths import MisfitError, misfit, set_value
from avtalskalk.model.dated import is_year
from avtalskalk.model.statement import Basis
from avtalskalk.model.validation import at_path, setting_of
from avtalskalk.model.values import Fault, read_first_day, year
from avtalskalk.periods import Span

Kind = Literal["set", "split", "share", "cost", "price", "index", "key", "leave"]


class ChangeRequest(NamedTuple):
    """One change as a person asks for it, in an option or in a scenario.

    ``target`` is what is changed (a path, an item, a party, an index, ``population.lerum``) and
    empty for all there is of the kind; ``value`` is as written, such as ``+3 %``.  With a
    ``start`` the change holds from that day on, otherwise for what holds in the years asked
    about.  ``path`` is where it is written in ``file``, a scenario; ``option`` is what stands on
    the command line.
    """

    kind: Kind
    target: str
    value: Any
    start: date | None = None
    path: Path = ()
    option: str = ""
    file: str = ""

    @property
    def written_at(self) -> Path:
        """Where it is written, as a finding has it: the option itself stands for its place."""
        return (self.option,) if self.option else self.path

    def finding(self, code: str, arguments: Mapping[str, Argument]) -> Diagnostic:
        """A finding on it."""
        return Diagnostic(code, arguments, self.written_at, file=self.file)


class Change(NamedTuple):
    """One value set in an agreement's plain data, by a path as `patch` takes it.

    ``value`` None: what stands there is taken away.
    """

    path: str
    value: Any
    asked: ChangeRequest


class Refused(Exception):  # noqa: N818 - a person's slip, not an error of the program
    """What is asked for cannot be done; its code and arguments say why."""

    def __init__(self, code: str, **arguments: Argument) -> None:
        """Keep what is to be said."""
        super().__init__(code)
        self.code, self.arguments = code, arguments


class Baseline(NamedTuple):
    """A valid agreement as it stands, and the years and the basis that changes to it are for.

    ``plan`` is that of ``data``, with options taken to be used and conditions judged by a day as
    `prepare` has it.
    """

    data: Any
    plan: Plan
    years: tuple[int, ...]
    basis: Basis = "budget"
    today: date | None = None
    assume_extended: bool = False

    def prepared(self, plan: Plan) -> Plan:
        """The plan of a changed agreement, with options and conditions as in the baseline's."""
        return prepared(plan, today=self.today, assume_extended=self.assume_extended)


class Draft:
    """An agreement's data while it is changed, for the years and the basis of the baseline.

    ``plan`` is the baseline's, its periods as they are cut by now.  ``places`` are where each
    change stands, in the order that they were made.  ``unsure`` says that anything may have been
    set, and that the data may not be valid.
    """

    def __init__(self, baseline: Baseline) -> None:
        """Begin with a copy of the data, in which nothing is changed."""
        self.baseline = baseline
        self.data = deepcopy(baseline.data)
        self.plan = baseline.plan
        self.years = tuple(sorted(baseline.years))
        self.setting = setting_of(baseline.data)
        self.changes: list[Change] = []
        self.places: list[tuple[Path, ChangeRequest]] = []
        self.unsure = False

    @property
    def spans(self) -> list[Span]:
        """The days of each year asked about."""
        return [self.plan.year(number).span for number in self.years]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the years asked about are called."""
        return tuple(self.plan.year(number).label for number in self.years)

    def years_from(self, start: date | None) -> list[int]:
        """The years asked about that begin on a day or later; it may not lie inside one."""
        if start is None:
            return list(self.years)
        first = start.toordinal()
        for number, span in zip(self.years, self.spans, strict=True):
            if span.start < first < span.stop:
                raise Refused("AV755", day=start, year=self.plan.year(number).label)
        return [n for n, span in zip(self.years, self.spans, strict=True) if first <= span.start]

    def nothing(self, names: Sequence[str]) -> Refused:
        """There is nothing of what is to be changed in the years."""
        return Refused("AV754", name=", ".join(names), years=self.labels)

    def at(self, *path: str | int) -> Any:  # noqa: ANN401 - plain data
        """What stands at a path by now; None where nothing does."""
        return at_path(self.data, path)

    def put(self, asked: ChangeRequest, path: Path | str, value: Any) -> None:  # noqa: ANN401
        """Set a value, unless it stands there already; None takes away what does."""
        if not isinstance(path, str):
            if self.at(*path) == value:
                return
            path = dotted(path)
        place = put(self.data, path, value)
        self.changes.append(Change(path, deepcopy(value), asked))
        self.places.append((place, asked))

    def look_again(self) -> bool:
        """Work out the terms anew where anything may have been set; False: it is not valid."""
        if self.unsure:
            before = self.baseline
            plan = plan_of_changed(before.plan.agreement, before.data, self.data)
            if plan is None:
                return False
            self.plan = before.prepared(plan)
            self.unsure = False
        return True

    def cut_terms(self, place: int, day: date) -> None:
        """Let the terms of a period that is cut on a day go on under the last period."""
        last, stop = len(self.at("periods")) - 1, day.toordinal()
        terms: list[Term] = []
        for term in self.plan.terms:
            parts = term.span.cut([stop]) if term.place == place else [term.span]
            for span in parts:
                later = term.place == place and span.start >= stop
                terms.append(term._replace(span=span, place=last if later else term.place))
        self.plan = replace(
            self.plan, terms=tuple(terms), years={}, results={}, weighed={}, borne={}
        )

    @staticmethod
    def known(what: str, name: str, names: Collection[str]) -> None:
        """Refuse a name that the agreement does not have."""
        if name not in names:
            near = nearest(name, names)
            raise Refused("AV750", what=Phrase(what), name=name, nearest=near, known=tuple(names))

    def year_key(self, mapping: object, number: int) -> str:
        """A year as a mapping writes it; as it would be written where it lacks it."""
        if isinstance(mapping, dict):
            for key in mapping:
                if is_year(str(key)) and year(str(key).strip(), self.setting.first_month) == number:
                    return str(key)
        return self.plan.year(number).label

    def first_day(self, key: str) -> date:
        """The day from which a dated value with a key holds."""
        if is_year(key):
            return date(year(key.strip(), self.setting.first_month), self.setting.first_month, 1)
        return read_first_day(key)


def put(data: Any, path: str, value: Any) -> Path:  # noqa: ANN401 - plain data
    """Set a value by path, in place, and give where; a period may be added after the last."""
    periods = data["periods"]
    if isinstance(periods, list) and path == f"periods.{len(periods) + 1}":
        periods.append(deepcopy(value))
        return ("periods", len(periods) - 1)
    place = set_value(data, path, deepcopy(value))
    if value is None:
        del at_path(data, place[:-1])[place[-1]]  # type: ignore[attr-defined]
    return place


def applied(data: Any, changes: Sequence[Change]) -> Any:  # noqa: ANN401 - plain data
    """A copy of an agreement's data with changes made."""
    result = deepcopy(data)
    for one in changes:
        put(result, one.path, one.value)
    return result


def why(asked: ChangeRequest, error: Refused | MisfitError | Fault) -> Diagnostic:
    """What is wrong with a change, at the change."""
    if isinstance(error, Refused):
        return asked.finding(error.code, error.arguments)
    if isinstance(error, MisfitError):
        found = misfit(error, asked.target)
        return asked.finding(found.code, found.arguments)
    return asked.finding(error.type, error.context or {})
