"""A figure's numbers in words: what each is called, its sentence, and where it is written."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.missing import AGREEMENTS
from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.features.explain.nodes import Node, Paper
from avtalskalk.model.statement import Statement
from avtalskalk.money import half_up
from avtalskalk.report.messages import dotted
from avtalskalk.report.titles import listed
from avtalskalk.words import Language
from avtalskalk.words.explanations import RULES, WORDS
from avtalskalk.words.formats import (
    NO_BREAK,
    amount,
    capital,
    currency_digits,
    decimals_of,
    number,
    percent,
    phrase,
    possessive,
    safe,
    say,
    share,
)

REPEATED = frozenset(
    {"flow_amount", "came", "held_at", "deducted", "share_rounding", "yearly_change"}
    | {"surcharge_exact", "surcharge_on", "surcharge_percent", "surcharge_rounding"}
)
"""The rules whose sentences only repeat what that of the number above has said."""

SAID_BY_ROW = frozenset(
    {"fixed_share", "part", "sum_of_parts", "key_value", "key_value_undated", "key_again"}
    | {"key_sum", "weight", "weight_rest", "points", "step_most", "step_left", "step_taken"}
    | {
        "yearly",
        "stated",
        "known_part",
        "amount",
        "total_for_time",
        "price",
        "own_price",
        "own_price_share",
    }
    | {"quantity", "volume", "agreed_amount", "own_together", "portion", "factor"}
    | {"index_share", "index_value", "weight_in_time", "part_of_piece", "paid_before"}
    | {"reduces_revenue", "reduces_grant"}
    | {"all_sides", "threshold_percent", "above_percent", "excess", "deviation", "carried_left_out"}
    | {"settlement_other", "outlay", "debt", "preliminary", "advance_rounded", "advance_received"}
    | {"advance_billed", "instalment_weight", "instalment_weights", "vat_percent", "bill_net"}
)
"""The rules whose sentences only repeat their row: its label, its value and its place."""

BILLS = frozenset({"bill_instalment", "bill_balance"})
"""The rules of bills that have days of their own."""

_NEGATIVE = frozenset(
    {"total", "line", "cost", "share_of", "side"}
    | {"settlement", "settlement_host", "settlement_other"}
)
"""The rules that have other words below zero."""

_UNKNOWN = {"total": "total_unknown", "settlement": "settlement_unknown"} | dict.fromkeys(
    BILLS, "bill_unknown"
)
"""The words of rules whose value is not known."""

Locate = Callable[[Path], tuple[str, int | None]]
"""Where a path is written: the file and the line (None where it is not known)."""

_NEARLY = 6
_FINE = 4
_GLANCE = 2

# Two of the rounding steps that have names of their own, in minor units of kronor.
_WHOLE = {1: "whole_minor", 100: "whole_major"}


@dataclass(frozen=True, slots=True)
class ExplanationWords:
    """The words of one language for one explanation; a list names at most so many."""

    statement: Statement
    language: Language
    locate: Locate
    most_named: int | None = None

    def word(self, key: str, **parts: str) -> str:
        """A phrase of `words.explanations`, with its parts put in."""
        return WORDS[key].text(self.language).format(**parts)

    @property
    def currency(self) -> str:
        """The agreement's currency."""
        return self.statement.heading.currency

    # --- Values ---------------------------------------------------------------------------

    def value(self, node: Node) -> str:
        """A node's value as a person reads it."""
        if node.value is None:
            return self.word("missing")
        return self._as(node, node.value)

    def _as(self, node: Node, value: Fraction) -> str:
        """A value in a node's unit."""
        if node.unit == "amount":
            return self._fine(value) if "rounding" in node.rule else self.money(value)
        if node.unit == "share":
            return self.share(value)
        if node.unit == "points":
            return self.word("points_of", value=self.number(value * 100))
        if node.unit == "price":
            # A price, or a share of each unit's value.
            exact = Fraction(value, 10 ** currency_digits(self.currency))
            if "of_value" in node.facts:
                return self.share(exact)
            return self.money(value)
        return self.word("flag") if node.unit == "flag" else self.number(value)

    def money(self, minor: Fraction | int) -> str:
        """An amount with its currency."""
        return amount(minor, self.currency, self.language)

    def _fine(self, minor: Fraction | int) -> str:
        """An amount that is to be rounded: more decimals than the currency has."""
        unit = 10 ** currency_digits(self.currency)
        exact = Fraction(minor, unit)
        if decimals_of(exact) is not None:
            return self.money(minor)
        scaled = half_up(exact.numerator * 10**_FINE, exact.denominator)
        return f"≈{NO_BREAK}{self.money(Fraction(scaled * unit, 10**_FINE))}"

    def share(self, value: Fraction) -> str:
        """A share as exactly as it can be said, and where that is a fraction how much it is."""
        text = share(value, self.language)
        if decimals_of(value * 100) is not None:
            return text
        return f"{text} (≈{NO_BREAK}{percent(value, self.language, _GLANCE)})"

    def number(self, value: Fraction | int) -> str:
        """A number; one whose decimals do not end is marked as nearly so."""
        if decimals_of(value) is None:
            return f"≈{NO_BREAK}{number(value, self.language, _NEARLY)}"
        return number(value, self.language)

    def exact(self, node: Node) -> str:
        """A value that cannot be written out, as a fraction; "" for all others."""
        if node.value is None or node.unit in ("share", "points", "price"):
            return ""
        scale = 10 ** currency_digits(self.currency) if node.unit == "amount" else 1
        value = Fraction(node.value, scale)
        if decimals_of(value) is not None:
            return ""
        return f"{value.numerator}/{value.denominator}"

    # --- Words ----------------------------------------------------------------------------

    def label(self, node: Node) -> str:
        """What a node is, in few words."""
        label = RULES[words_of(node)].label
        text = label.text(self.language).format_map(self._parts(node))
        text = capital(" ".join(text.split()))
        if node.facts.get("several"):
            text = f"{text} {self._days(node)}"
        return text if node.counts else f"({text})"

    def sentence(self, node: Node) -> str:
        """What a node says, in a sentence, with what else is to be known about it."""
        sentence = RULES[words_of(node)].sentence
        text = sentence.text(self.language).format_map(self._parts(node))
        text = capital(text)
        if "since" in node.facts:
            text = self.word(
                "fact_since", sentence=text.removesuffix("."), since=str(node.facts["since"])
            )
        if node.facts.get("several"):
            text = self.word("during", sentence=text, **self._ends(node))
        if node.facts.get("unused"):
            text = self.word("unused", sentence=text)
        return " ".join((text, *self._more(node)))

    def _more(self, node: Node) -> list[str]:
        """What else is to be known: why an observation, in what time, by whose rule."""
        sentences: list[str] = []
        facts = node.facts
        if node.rule.startswith("key_") and "chosen" in facts:
            sentences.append(self._chosen(node))
        if "holds" in facts:
            years, start = str(facts["holds"]), str(facts["from_year"])
            sentences.append(self.word("holds", years=years, start=start))
        if facts.get("pinned"):
            sentences.append(self.word("pinned", pinned=say(facts["pinned"], self.language)))
        if "spans" in facts:
            # When in the year a party takes part: spans of a first and a last day.
            given = facts["spans"]
            spans = [self._span(span) for span in given] if isinstance(given, tuple) else []
            times = listed(spans, self.language)
            sentences.append(self.word("times" if spans else "times_none", times=times))
        days = [name for name in ("billed", "due") if name in facts and node.rule in BILLS]
        sentences += [self.word(f"{name}_on", day=say(facts[name], self.language)) for name in days]
        if "rows" in facts and "row" not in facts:
            sentences.append(self.word("rows_add_up", rows=self._parts(node)["rows"]))
        if node.rule.startswith("rounding_") and node.rule != "rounding_line" and not node.path:
            sentences.append(self.word("not_stated"))
        return sentences

    def terms(self, node: Node) -> str:
        """How a split comes to hold in a period: it goes on, is renewed, has a condition."""
        sentences: list[str] = []
        if node.facts.get("goes_on"):
            sentences.append(self.word("goes_on", **self._ends(node)))
        if node.facts.get("standing") in ("renewed", "extended"):
            sentences.append(self.word(str(node.facts["standing"])))
        if node.facts.get("condition"):
            sentences.append(self.word(f"condition_{node.facts['condition']}"))
        return " ".join(sentences)

    def _ends(self, node: Node) -> dict[str, str]:
        return {name: say(node.facts[name], self.language) for name in ("first", "last")}

    def _days(self, node: Node) -> str:
        return self.word("time", **self._ends(node))

    def _chosen(self, node: Node) -> str:
        """By what rule of a key an observation was chosen."""
        facts = node.facts
        years = int(str(facts.get("years", 0)))
        back = {0: "back_same", -1: "back_one"}.get(years)
        parts = {name: str(facts.get(name, "")) for name in ("day", "when")}
        back = back or ("back_many" if years < 0 else "back_after")
        parts["back"] = self.word(back, years=str(abs(years)))
        return self.word(f"chosen_{facts['chosen']}", **parts)

    def _span(self, ends: Argument) -> str:
        first, last = say(ends, self.language).split(", ")
        return self.word("time", first=first, last=last)

    def _parts(self, node: Node) -> dict[str, str]:
        """Everything that a sentence may hold."""
        parts = {name: self._fact(node, name, value) for name, value in node.facts.items()}
        parts["value"] = self.value(node)
        parts["opposite"] = self._as(node, -(node.value or Fraction(0)))
        for place, child in enumerate(node.children[:2]):
            parts[("first_value", "second_value")[place]] = self.value(child)
        # What is summed may be very many.
        factors = [child for child in node.children if child.counts and node.how != "sum"]
        parts["factors"] = " × ".join(map(self._factor, factors))
        # What a limit bounds: ``at most …``, ``at least …``, or both.
        words = []
        if parts.get("most"):
            words.append(self.word("at_most", most=parts["most"]))
        if parts.get("least"):
            words.append(self.word("at_least", least=parts["least"]))
        if parts.get("smallest"):
            words.append(self.word("nothing_or", smallest=parts["smallest"]))
        parts["bounds"] = listed(words, self.language) if words else ""
        parts["subject"] = parts.get("item") or self.word("the_year")
        parts["owner"] = possessive(parts.get("party", ""), self.language)
        parts["level"] = next(
            (
                self.value(child)
                for child in node.children
                if child.bound
                and child.rule.startswith(("limit_max", "limit_min", "limit_nothing"))
            ),
            "",
        )
        if "first" in parts:
            whole = bool(node.facts.get("whole"))
            parts["time"] = parts["year"] if whole else self._days(node)
        for name, tell in _MORE.items():
            if name in node.facts:
                parts |= tell(self, node, parts)
        return parts

    def _fact(self, node: Node, name: str, value: Argument) -> str:
        if name == "basis":
            return self.word(str(value))
        if name in ("long", "all") and "proration" in node.facts and type(value) is Number:
            # A number of months or quarters: whole ones, and a fraction of a broken one.
            whole, rest = divmod(Fraction(value.value), 1)
            if not rest:
                return str(whole)
            return f"{whole}{NO_BREAK}{rest}" if whole else str(rest)
        if name in ("exact", "rows") and type(value) is Amount:
            return self._fine(value.minor)
        if name == "change" and isinstance(value, Fraction) and decimals_of(value * 100) is None:
            return f"≈{NO_BREAK}{percent(value, self.language, _GLANCE)}"
        return self._spoken(value)

    def _spoken(self, value: Argument) -> str:
        if isinstance(value, Fraction):
            return self.share(value)
        if type(value) is Number:
            return self.number(value.value)
        if type(value) is tuple:
            spoken = [self._spoken(item) for item in value[: self.most_named]]
            if len(spoken) == len(value):
                return listed(spoken, self.language)
            more = phrase("more", self.language).format(count=len(value) - len(spoken))
            return f"{', '.join(spoken)} {more}"
        return say(value, self.language)

    def _factor(self, node: Node) -> str:
        """A factor as it stands in a product: one below zero in brackets, a share as it is."""
        value = node.value or Fraction(0)
        text = share(value, self.language) if node.unit == "share" else self.value(node)
        return f"({text})" if value < 0 else text

    # --- What some facts are called ---------------------------------------------------------

    def interval(self, node: Node, parts: dict[str, str]) -> dict[str, str]:
        """The sizes that a row of a table is for."""
        words = []
        if parts["least"]:
            key = "from_up" if node.facts["from_inclusive"] else "above"
            words.append(self.word(key, least=parts["least"]))
        if parts["most"]:
            key = "up_to" if node.facts["to_inclusive"] else "below"
            words.append(self.word(key, most=parts["most"]))
        return {"interval": listed(words, self.language) if words else self.word("any")}

    def units(self, _: Node, parts: dict[str, str]) -> dict[str, str]:
        """What a part of the year is counted in."""
        return {"units": self.word(parts["proration"])}

    def key_when(self, _: Node, parts: dict[str, str]) -> dict[str, str]:
        """A key with the days of its observations."""
        return {"key_when": " ".join(filter(None, (parts["key"], parts.get("when", ""))))}

    def to_whole(self, node: Node, parts: dict[str, str]) -> dict[str, str]:
        """What is rounded to, and which way a cut goes."""
        to, exact = node.facts["to"], node.facts["exact"]
        assert type(to) is Amount  # noqa: S101 - for the type checker
        assert type(exact) is Amount  # noqa: S101
        word = _WHOLE.get(int(to.minor)) if self.currency == "SEK" else None
        return {
            "to_whole": self.word(word) if word else parts["to"],
            "down": self.word("down" if exact.minor >= 0 else "towards_zero"),
        }

    def titled(self, _: Node, parts: dict[str, str]) -> dict[str, str]:
        """What a surcharge is called."""
        return {"titled": parts["title"] or self.word("surcharge")}

    def taken_by(self, _: Node, parts: dict[str, str]) -> dict[str, str]:
        """Who takes a limit's difference."""
        taker = parts.get("taker", "")
        return {"taken_by": self.word(f"takes_{parts['takes']}", taker=taker)}

    def for_part(self, node: Node, parts: dict[str, str]) -> dict[str, str]:
        """What a yearly bound is for a part of the year."""
        if node.facts["part"] == 1:
            return {"for_part": ""}
        return {"for_part": self.word("for_part", part=parts["part"], limit=parts["limit"])}

    def awaited(self, _: Node, parts: dict[str, str]) -> dict[str, str]:
        """The observation that is waited for; an index's may have a last day of publication."""
        month, bracket, day = parts["when"].removesuffix(")").partition(" (")
        return {"when": self.word("published_by", month=month, day=day) if bracket else month}

    # --- Places and papers ----------------------------------------------------------------

    def place(self, node: Node) -> str:
        """File and line."""
        if not node.path:
            return ""
        file, line = self.locate(node.path)
        return f"{safe(file)}:{line}" if line else safe(file)

    def _reference(self, node: Node) -> str:
        """Where a value is written, or is to be written, as a sentence."""
        place = self.place(node)
        if not place or (node.rule == "missing" and not node.facts["item"]):
            return ""
        key = "to_write" if node.rule == "missing" else "according_to"
        path = node.path[2:] if node.path[0] == AGREEMENTS else node.path
        return self.word(key, path=dotted(path), place=place)

    def source(self, node: Node) -> str:
        """The paper that a value comes from, as a sentence."""
        if not node.source:
            return ""
        title, dnr, paragraph, day = self.statement.heading.sources.get(
            node.source, ("", "", "", "")
        )
        paper = self._reference_of(Paper("", "", title or node.source, dnr, paragraph, day))
        return self.word("source", paper=paper)

    def standing(self, node: Node) -> list[str]:
        """How a split comes to apply, and the decisions and documents behind it, as sentences."""
        by_time: dict[str, dict[str, None]] = {}
        for paper in node.papers:
            key = {(True, True): "time", (True, False): "time_from", (False, True): "time_to"}.get(
                (bool(paper.first), bool(paper.last)), "time_all"
            )
            time = self.word(key, first=paper.first, last=paper.last)
            text = self._reference_of(paper)
            if paper.party:
                named = paper._replace(title=self.word(paper.status))
                status = self._reference_of(named, paper.title)
                text = self.word("decided", party=safe(paper.party), status=status)
                if paper.recorded_in:
                    text = f"{text}, {self.word('recorded_in', paper=safe(paper.recorded_in))}"
            by_time.setdefault(time, {})[text] = None
        papers = [
            self.word("papers", time=time, papers="; ".join(texts))
            for time, texts in by_time.items()
        ]
        return [text for text in (self.terms(node), *papers) if text]

    def _reference_of(self, paper: Paper, body: str = "") -> str:
        """A paper by its title, with what it is filed under."""
        dnr = self.word("dnr", dnr=safe(paper.dnr)) if paper.dnr else ""
        paragraph = safe(paper.paragraph).replace("§ ", f"§{NO_BREAK}")
        reference = ", ".join(filter(None, (safe(body), dnr, paragraph, safe(paper.date))))
        return f"{safe(paper.title)} ({reference})" if reference else safe(paper.title)

    def whole(self, node: Node) -> str:
        """A sentence with all that belongs to it: where it is written, its papers."""
        parts = [self.sentence(node)]
        if node.rule not in ("line", "total"):
            parts.append(self._reference(node))
        parts += [*self.standing(node), self.source(node)]
        return " ".join(filter(None, parts))

    def needs_words(self, node: Node, known: Container[str]) -> bool:
        """Whether a sentence says more of a number than its row; ``known`` sources are named."""
        if node.rule in REPEATED:
            return False
        more = {"unused", "since", "several"} & {name for name, fact in node.facts.items() if fact}
        new_source = bool(node.source) and node.source not in known
        return node.rule not in SAID_BY_ROW or new_source or bool(more or self._more(node))

    def brief(self, node: Node, known: Container[str]) -> str:
        """A sentence beside a table that has the place: the rest stands at the end."""
        reference = self._reference(node) if node.rule == "missing" else ""
        source = "" if node.source in known else self.source(node)
        return " ".join(filter(None, (self.sentence(node), reference, source)))


# What a sentence may hold besides its facts, by the fact that it comes from.
_MORE: dict[str, Callable[[ExplanationWords, Node, dict[str, str]], dict[str, str]]] = {
    "row": ExplanationWords.interval,
    "proration": ExplanationWords.units,
    "key": ExplanationWords.key_when,
    "to": ExplanationWords.to_whole,
    "title": ExplanationWords.titled,
    "takes": ExplanationWords.taken_by,
    "last_year": ExplanationWords.for_part,
    "data": ExplanationWords.awaited,
}


def words_of(node: Node) -> str:  # noqa: PLR0911, PLR0912 - one for each rule with several
    """The words of a rule: some have other words below zero, or for what is not there."""
    rule, value = node.rule, node.value or Fraction(0)
    match rule:
        case _ if node.value is None and rule in _UNKNOWN:
            return _UNKNOWN[rule]
        case "missing":
            return _missing(node)
        case "debt" if node.facts["payee"]:
            return "debt_to"
        case _ if value < 0 and rule in _NEGATIVE:
            return f"{rule}_negative"
        case "limit_binds" | "limit_binds_after" if value > 0:
            return f"{rule}_more"
        case "limit_taken" if value < 0:
            return "limit_taken_less"
        case "index" | "index_partly" | "index_change" if value == 1:
            return f"{rule}_same"
        case "own_amount" if len(node.children) == 1:
            return "own_amount_plain"
        case "adjustment" if "adjusts" in node.facts:
            return "adjustment_for"
        case "index_value" if node.facts["published"]:
            return "index_value_published"
        case "lowest" if not node.facts["passed"]:
            return "lowest_of_all"
        case "steady" if node.facts["times"] in (0, 1):
            return "steady_once" if node.facts["times"] else "steady_not_yet"
        case _:
            return rule


def _missing(node: Node) -> str:
    """The words of what is missing; what concerns no item is what a limit compares with."""
    lacks = str(node.facts["lacks"])
    if lacks in ("figure", "costs") or node.facts["item"]:
        return f"missing_{lacks}"
    return "missing_before"
