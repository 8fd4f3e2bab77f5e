"""A party's value of a key, as a tree: which observation is used, and by what rule of the key."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.nodes import Node
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.keys import Key, Observation


@dataclass(frozen=True, slots=True)
class Keys:
    """Explains the keys of one agreement."""

    agreement: Agreement

    def name(self, party: str) -> str:
        """A party's name."""
        known = self.agreement.parties.get(party)
        return known.name if known else party

    def names(self, parties: Mapping[str, object]) -> tuple[str, ...]:
        """Several parties' names, in the file's order."""
        return tuple(self.name(one) for one in self.agreement.parties if one in parties)

    def title(self, record: Record) -> str:
        """What a key is called."""
        key: Key = record.facts["key"]
        return key.title or key.unit or str(record.path[1])

    def observed(self, record: Record) -> tuple[str, ...]:
        """The days or years of the observations that a key uses; none of a formula's own."""
        return tuple(one.key for one in record.facts.get("used", ()) if one.key)

    def total(self, record: Record, values: Mapping[str, Fraction]) -> Node:
        """The sum of a key over parties."""
        facts: dict[str, Argument] = {
            "key": self.title(record),
            "parties": self.names(values),
            "when": self.observed(record),
        }
        children = tuple(self.value(record, one) for one in values)
        value = sum(values.values(), Fraction(0))
        return Node("key_sum", value, "number", "sum", facts, record.path, children=children)

    def value(self, record: Record, party: str) -> Node:
        """A party's value of a key."""
        return self._value(record, party, {})

    def _value(self, record: Record, party: str, known: dict[Path, Record]) -> Node:
        """A value; ``known`` are the keys told before, of which only the first mention has all."""
        first = known.setdefault(record.path, record)
        key: Key = record.facts["key"]
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "key": self.title(record),
            "name": str(record.path[1]),
        }
        if key.formula:
            return self._formula(record, party, facts, known)
        used: tuple[Observation, ...] = first.facts["used"]
        if len(used) == 1:
            return self._observed(record, facts | self._chosen(key, used[0]), used[0], party)
        facts |= {"count": len(used), "when": tuple(one.key for one in used)}
        return Node(
            "key_mean",
            record.result.of(party),
            "number",
            "mean",
            facts | self._chosen(key, used[-1]),
            (*record.path, "average"),
            key.source,
            tuple(self._observed(record, facts, one, party) for one in used),
        )

    def _formula(
        self, record: Record, party: str, facts: dict[str, Argument], known: dict[Path, Record]
    ) -> Node:
        """A key by its formula; one that several formulas name is told in full once."""
        key: Key = record.facts["key"]
        value = record.result.of(party)
        path = (*record.path, "formula")
        if known[record.path] is not record:
            return Node("key_again", value, "number", facts=facts, path=path, source=key.source)
        inner = tuple(self._value(one, party, known) for one in record.all("key"))
        facts |= {"formula": key.formula}
        return Node("key_formula", value, "number", "formula", facts, path, key.source, inner)

    def _observed(
        self, record: Record, facts: Mapping[str, Argument], one: Observation, party: str
    ) -> Node:
        """A value as it was observed."""
        path = (*record.path, "values", *([one.key] if one.key else []))
        value = one.values
        if not isinstance(value, Fraction):
            value, path = value[party], (*path, party)
        key: Key = record.facts["key"]
        rule = "key_value" if one.key else "key_value_undated"
        said = {**facts, "when": one.key}
        return Node(rule, value, "number", facts=said, path=path, source=key.source)

    def _chosen(self, key: Key, one: Observation) -> dict[str, Argument]:
        """By what rule of the key an observation was chosen; nothing where it is the year's own."""
        if one.when is None:
            return {}
        if key.frozen is not None:
            return {"chosen": "frozen", "when": one.key}
        use = key.use
        day = use.latest or use.date
        if day is None and not use.year:
            return {}
        rule = "latest" if use.latest else "date" if use.date else "year"
        said = "" if day is None else f"{day[0]:02d}-{day[1]:02d}"
        return {"chosen": rule, "day": said, "years": use.year}
