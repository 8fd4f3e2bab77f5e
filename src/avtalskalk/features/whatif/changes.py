"""An agreement's plain data while they are changed: one value set after another."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.calculation.timeline import Term
from avtalskalk.checks.validation import plan_of_changed
from avtalskalk.diagnostics import Path, Phrase, nearest
from avtalskalk.features.whatif.change_request import ChangeRequest, Refused
from avtalskalk.model.data_paths import set_value
from avtalskalk.model.dated import start_of
from avtalskalk.model.statement import Basis
from avtalskalk.model.validation import at_path, setting_of
from avtalskalk.model.values import FIRST_YEAR, is_year, year
from avtalskalk.periods import Span


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


class SetValue(NamedTuple):
    """One value set in an agreement's plain data, by a path as `set_value` takes it.

    ``value`` None: what stands there is taken away.
    """

    path: str
    value: Any
    request: ChangeRequest


class Draft:
    """An agreement's data while they are changed, for the years and the basis of the baseline.

    ``plan`` is the baseline's, its periods as they are cut by now.  ``request`` is what is being
    done, ``changes`` are the values set so far and ``places`` where each of them stands.
    ``claims`` are the places that requests have changed, cuts and solved totals not counted.
    ``since`` is the day that something is cut at for a request without a day of its own.
    ``unsure`` says that anything may have been set, and that the data may not be valid.
    """

    def __init__(self, baseline: Baseline) -> None:
        """Begin with a copy of the data, in which nothing is changed."""
        self.baseline = baseline
        self.data = deepcopy(baseline.data)
        self.plan = baseline.plan
        self.years = tuple(sorted(baseline.years))
        self.setting = setting_of(baseline.data)
        self.request = ChangeRequest("set", "", "")
        self.changes: list[SetValue] = []
        self.places: list[tuple[Path, ChangeRequest]] = []
        self.claims: list[tuple[Path, ChangeRequest]] | None = None
        self.since: date | None = None
        self.unsure = False

    @property
    def spans(self) -> list[Span]:
        """The days of each year asked about."""
        return [self.plan.year(number).span for number in self.years]

    def span_of(self, year: int) -> Span:
        """The days of a fiscal year."""
        return self.plan.year(year).span

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

    @property
    def first_day_asked(self) -> date:
        """The first day of the years asked about that terms hold for."""
        parts = (term.span.overlap(span) for term in self.plan.terms for span in self.spans)
        return min((part.first for part in parts if part), default=self.spans[0].first)

    @property
    def start(self) -> date:
        """The first day with what is asked for.

        Asked for some years it holds from the first of them: an earlier year, which a cap may
        compare with, stays what it was.
        """
        return self.request.start or self.first_day_asked

    def note_start(self) -> None:
        """Remember that something is cut at the request's start."""
        if self.request.start is None:
            self.since = self.start

    @property
    def agreed(self) -> date:
        """The first day of the agreement; long before any year where it has none."""
        span = self.plan.terms[0].span
        return span.first if span.has_start else date(FIRST_YEAR, 1, 1)

    def nothing(self, names: Sequence[str]) -> Refused:
        """The refusal of a change to what the agreement does not have in the years."""
        return Refused("AV754", name=", ".join(names), years=self.labels)

    def at(self, *path: str | int) -> Any:  # noqa: ANN401 - plain data
        """What stands at a path by now; None where nothing does."""
        return at_path(self.data, path)

    def put(self, path: Path | str, value: Any) -> None:  # noqa: ANN401 - plain data
        """Set a value, unless it stands there already; None takes away what does."""
        if not isinstance(path, str):
            if self._yields(path) or self.at(*path) == value:
                return
            path = dotted(path)
            place = _put(self.data, path, value)
        else:
            place = _put(self.data, path, value)
            self._yields(place)
        self.changes.append(SetValue(path, deepcopy(value), self.request))
        self.places.append((place, self.request))

    def _yields(self, place: Path) -> bool:
        """Whether a general request leaves a place to a particular one that changes it.

        Of two that change the same, from the same day and written in the same scenario or on the
        same command line, nobody can tell which holds: that is refused.
        """
        if self.claims is None:
            return False
        new = self.request
        for claimed, request in self.claims:
            if request is new or (request.file, request.start) != (new.file, new.start):
                continue
            if claimed[: len(place)] != place[: len(claimed)]:
                continue
            # Of those left all bear the parts of all who leave; what is set may be filled in.
            if request.kind == new.kind == "leave":
                continue
            if request.kind == "set" and len(claimed) < len(place):
                continue
            if new.general and not request.general:
                return True
            raise Refused("AV782", first=request.label, second=new.label, path=dotted(place))
        self.claims.append((place, new))
        return False

    def look_again(self) -> bool:
        """Work out the terms anew where anything may have been set; False: it is not valid."""
        if self.unsure:
            before = self.baseline
            plan = plan_of_changed(before.plan, before.data, self.data)
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
            spans = term.span.cut([stop]) if term.place == place else [term.span]
            for span in spans:
                later = term.place == place and span.start >= stop
                terms.append(term._replace(span=span, place=last if later else term.place))
        self.plan = replace(self.plan, terms=tuple(terms), years={}, results={}, weighings={})

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
                if is_year(str(key)) and year(str(key).strip(), self.setting) == number:
                    return str(key)
        return self.plan.year(number).label

    def first_day(self, key: str) -> date:
        """The day from which a dated value with a key holds."""
        return start_of(key, self.setting)


def _put(data: Any, path: str, value: Any) -> Path:  # noqa: ANN401 - plain data
    """Set a value by path, in place, and give where; a period may be added after the last."""
    periods = data["periods"]
    if isinstance(periods, list) and path == f"periods.{len(periods) + 1}":
        periods.append(deepcopy(value))
        return ("periods", len(periods) - 1)
    place = set_value(data, path, deepcopy(value))
    if value is None:
        del at_path(data, place[:-1])[place[-1]]  # type: ignore[attr-defined]
    return place


def applied(data: Any, changes: Sequence[SetValue]) -> Any:  # noqa: ANN401 - plain data
    """A copy of an agreement's data with values set."""
    result = deepcopy(data)
    for change in changes:
        _put(result, change.path, change.value)
    return result
