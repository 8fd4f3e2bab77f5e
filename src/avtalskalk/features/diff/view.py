"""What differs between two versions of an agreement, in sentences that a memo can take."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple, cast

from avtalskalk.calculation.comparison import summed
from avtalskalk.diagnostics import Amount, Argument, Path, Phrase
from avtalskalk.features.diff.differences import Difference, Differences, SplitChange
from avtalskalk.model.agreement import (
    Agreement,
    Body,
    Condition,
    Decision,
    Option,
    Party,
    Period,
    Reading,
    Renewal,
    Source,
)
from avtalskalk.model.comparison import Comparison
from avtalskalk.model.comparison import Figure as Paid
from avtalskalk.model.costs import Figure, Item, Surcharge
from avtalskalk.model.indices import Index, Indexation
from avtalskalk.model.keys import Key
from avtalskalk.model.limits import Limit
from avtalskalk.model.normal_form import Branch, Leaf, Tree, of_split
from avtalskalk.model.settling import Invoicing, Reconciliation
from avtalskalk.model.splits import KINDS, Equal, Fixed, Named, Split
from avtalskalk.model.values import REST
from avtalskalk.money import half_up
from avtalskalk.report.agreement_text import afterwards, decision_words, figure_words, item_words
from avtalskalk.report.clauses import (
    deviation_words,
    index_words,
    invoicing_words,
    limit_words,
    surcharge_words,
)
from avtalskalk.report.comparison_view import Beside, Scenario, table, unit_table
from avtalskalk.report.document import Block, Bullets, Document, Heading, Paragraph
from avtalskalk.report.notes import spoken_years
from avtalskalk.report.options import Options
from avtalskalk.report.plain import plain
from avtalskalk.report.rule_text import Wording
from avtalskalk.words import LANGUAGES, Both, Language
from avtalskalk.words.differences import CHOICES, SUBJECTS, WORDS
from avtalskalk.words.formats import (
    amount,
    capital,
    currency_digits,
    decimals_of,
    number,
    percent,
    phrase,
    safe,
    say,
    shortened,
    signed,
)

Locate = Callable[[Path], tuple[str, int | None]]
"""The file and the line that a path in the new version leads to."""

_MOST_SHORT = 3
_SPLITS = (Fixed, Named, *KINDS.values())


class Compared(NamedTuple):
    """Two sound versions of one agreement, what differs, and what that does to the amounts.

    ``comparison`` is None where the amounts have not been compared.
    """

    old: Agreement
    new: Agreement
    differences: Differences
    comparison: Comparison | None

    @property
    def reordered(self) -> bool:
        """Whether all there is to it is the order of the parties, which settles ties."""
        return not self.differences and bool(self.comparison and self.comparison.differs)

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.differences) or self.reordered


class Told(NamedTuple):
    """A sentence and where in the new version it is about."""

    text: str
    path: Path


# --- Sentences -------------------------------------------------------------------------------


def told(compared: Compared, language: Language) -> list[Told]:
    """Each difference in a sentence: how costs are split over time first."""
    telling = _telling(compared, language)
    said = [Told(telling.split_change(one), one.path) for one in compared.differences.splits]
    for one in compared.differences.others:
        said += telling.difference(one)
    if compared.reordered:
        said.append(Told(telling.words("order"), ("parties",)))
    return said


def _telling(compared: Compared, language: Language) -> "_Telling":
    return _Telling(Wording(compared.old, language), Wording(compared.new, language))


class _Telling(NamedTuple):
    """The words of one language for the two versions."""

    old: Wording
    new: Wording

    def words(self, key: str, **parts: str) -> str:
        return self.new.either(WORDS[key]).format_map(parts)

    # --- Splits over time -----------------------------------------------------------------

    def split_change(self, one: SplitChange) -> str:
        """From which day a split is another."""
        before, after = self._splits(one.before, one.after)
        name = "the_split" if one.name == "default" else "the_split_named"
        keys = {
            (True, True): "split_between",
            (True, False): "split_from",
            (False, True): "split_until",
            (False, False): "split_all",
        }
        return capital(
            self.words(
                keys[one.span.has_start, one.end is not None],
                start=str(one.span.first),
                end=str(one.end),
                subject=self.words(name, name=safe(one.name)),
                before=before,
                after=after,
            )
        )

    def _splits(self, before: Split | None, after: Split | None) -> tuple[str, str]:
        """Two splits in words: ``70/30`` where that says it, and is not the same for both."""
        if list(self.old.agreement.parties) == list(self.new.agreement.parties):
            was, becomes = (
                self._short(one) if one else self.words("no_split") for one in (before, after)
            )
            if was and becomes and was != becomes:
                return was, becomes
        return (
            self.old.split(before) if before else self.words("no_split"),
            self.new.split(after) if after else self.words("no_split"),
        )

    def _short(self, split: Split) -> str:
        """Shares of few parties as ``70/30``, in the order of the file; empty for all else."""
        parties = self.new.agreement.parties
        shares = _fixed(split, list(parties)) if len(parties) <= _MOST_SHORT else None
        if shares is None or any(decimals_of(one * 100) is None for one in shares):
            return ""
        return "/".join(number(one * 100, self.new.language) for one in shares)

    # --- All else -------------------------------------------------------------------------

    def difference(self, one: Difference) -> Iterator[Told]:
        """One difference; what looks the same as a whole, or is a part, is told part by part."""
        before, after = self._both(one)
        parts = (_model_of(one.before), _model_of(one.after))
        if one.details and (before == after or _are_known_parts(*parts)):
            for detail in one.details:
                yield from self.difference(detail)
            return
        key = "changed"
        if one.before is None or one.after is None:
            key = "added" if one.before is None else "removed"
            if isinstance(_model_of(one.after or one.before), _NAMED):
                key = f"{key}_alone"
        elif type(_model_of(one.after)) in _IN_CLAUSES:
            key = "instead"
        if before == after:
            key = "other"
        sentence = self.words(key, subject=self._subject(one.keys), before=before, after=after)
        yield Told(capital(sentence), one.path)

    def _both(self, one: Difference) -> tuple[str, str]:
        was, becomes = _model_of(one.before), _model_of(one.after)
        if isinstance(was, _SPLITS) and isinstance(becomes, _SPLITS):
            return self._splits(cast("Split", was), cast("Split", becomes))
        return (
            self.said(one.before, self.old, one.keys[-1]),
            self.said(one.after, self.new, one.keys[-1]),
        )

    def said(self, tree: Tree | None, words: Wording, key: str) -> str:
        """A value, or a part of an agreement, in few words."""
        if tree is None:
            return ""
        if isinstance(tree, Leaf):
            return self._value(tree.value, words, key)
        known = self._model(tree.model, words)
        if known:
            return known
        parts = (
            (name, self.said(child.tree, words, name))
            for name, child in tree.children.items()
            # That something is not so is not worth a word.
            if child.tree != Leaf(Phrase("no"))
        )
        # A list's places say nothing, the names of what stands below do.
        listed = type(tree.model) is tuple
        return "; ".join(
            said if listed or not name else f"{words.party(name)} {said}" for name, said in parts
        )

    def _value(self, value: Argument, words: Wording, key: str) -> str:
        if isinstance(value, int) and key == "notice":
            return words.length(value)
        if isinstance(value, Amount):
            return words.money(value.minor)
        if isinstance(value, str) and len(value.split()) > 1:
            return self.words("quoted", text=shortened(safe(" ".join(value.split()))))
        if isinstance(value, str) and key in _OF_PARTIES:
            return words.party(value)
        if isinstance(value, str) and value in CHOICES.get(key, {}):
            return words.either(CHOICES[key][value])
        return say(value, self.new.language)

    def _model(self, model: Any, words: Wording) -> str:  # noqa: ANN401 - any part there is
        """A part of an agreement in the words that describe it elsewhere; empty for others."""
        if isinstance(model, _SPLITS):
            return words.split(cast("Split", model))
        if type(model) is tuple and isinstance(model[0], Decision):
            return "; ".join(decision_words(words, one) for one in model)
        known: Mapping[type, Callable[[Any], str]] = {
            Figure: lambda figure: figure_words(words, figure),
            Item: lambda item: "; ".join(item_words(words, item)),
            Period: lambda period: self._terms(period, words),
            Limit: lambda limit: "; ".join(limit_words(words, limit)),
            Indexation: lambda clause: "; ".join(index_words(words, clause)),
            Surcharge: lambda surcharge: surcharge_words(words, surcharge),
            Body: lambda body: safe(body.name),
            Invoicing: lambda invoicing: _as_a_clause(invoicing_words(words, invoicing)),
            Reconciliation: lambda settled: "; ".join(
                _as_a_clause(deviation_words(words, kind, deviation))
                for kind in ("surplus", "deficit")
                if (deviation := getattr(settled, kind))
            ),
            Decision: lambda decision: decision_words(words, decision),
            Condition: lambda condition: self._condition(condition, words),
            Option: lambda option: self._option(option, words),
            Renewal: lambda renewal: "; ".join(
                afterwards(words, Period.model_construct(renews=renewal))
            ),
        }
        return known[type(model)](model) if type(model) in known else ""

    def _terms(self, period: Period, words: Wording) -> str:
        """How a period splits its costs, where it says so itself."""
        said = [words.split(period.split)] if period.split else []
        said += [f"{safe(name)} {words.split(one)}" for name, one in (period.splits or {}).items()]
        if said:
            return "; ".join(said)
        return self.words("same_terms" if period.continues else "without_split")

    def _option(self, option: Option, words: Wording) -> str:
        said = []
        if option.extend is not None:
            said.append(self.words("option_of", length=words.length(option.extend)))
        if option.extend_to is not None:
            said.append(self.words("option_until", day=str(option.extend_to)))
        if option.decide_by is not None:
            said.append(words("decide_by", day=option.decide_by))
        return "; ".join(said)

    def _condition(self, condition: Condition, words: Wording) -> str:
        said = []
        if condition.at_least is not None:
            count, parties = str(condition.at_least), words.parties(condition.of or ())
            said.append(self.words("at_least", count=count, parties=parties))
        if condition.silence_by:
            said.append(self.words("silence_by", day=str(condition.silence_by)))
        return "; ".join(said) or self.words("identical_decision")

    def _subject(self, keys: tuple[str, ...]) -> str:
        """What a part is called; what no words are for is named as a file names it."""
        for length in range(len(keys), 0, -1):
            found = _subject_of(keys[:length])
            if found:
                both, named = found
                said = {name: self._name(name, key) for name, key in named.items()}
                subject = self.new.either(both).format_map(said)
                rest = ".".join(filter(None, map(safe, keys[length:])))
                return f"{subject} (`{rest}`)" if rest else subject
        return f"`{'.'.join(map(safe, keys))}`"

    def _name(self, kind: str, key: str) -> str:
        """A party, an item, a key by its name in the new version, or the old where it is gone."""
        if kind == "period":
            return self._period(key)
        for words in (self.new, self.old):
            section = getattr(words.agreement, _SECTIONS.get(kind, ""), {})
            if key in section:
                known = section[key]
                return safe(getattr(known, "name", "") or getattr(known, "title", "") or key)
        return safe(key)

    def _period(self, key: str) -> str:
        """A period by its days in the new version, or in the old one where it is gone."""
        periods = (
            (words, one) for words in (self.new, self.old) for one in words.agreement.periods
        )
        words, period = next(one for one in periods if str(one[1].start or "") == key)
        return words.time(period.start, period.to)


_SECTIONS = {
    "party": "parties",
    "item": "costs",
    "key": "keys",
    "index": "indices",
    "source": "sources",
}
_IN_CLAUSES = (tuple, Decision, Condition, Renewal, Limit)
_NAMED = (Party, Key, Index, Source, Reading)
_OF_PARTIES = frozenset({"host", "paid_by", "party", "rest_to"})


def _fixed(split: Split, parties: Sequence[str]) -> list[Fraction] | None:
    """Each party's share where it is plain: fixed for all time, or the same for all."""
    if split == Equal():
        return [Fraction(1, len(parties))] * len(parties)
    if not isinstance(split, Fixed) or any(dated[0].start for dated in split.shares.values()):
        return None
    shares = {party: dated[0].value for party, dated in split.shares.items()}
    rest = 1 - sum((one for one in shares.values() if one is not REST), Fraction(0))
    return [rest if shares.get(one) is REST else shares.get(one, Fraction(0)) for one in parties]


def _are_known_parts(*figures: object) -> bool:
    """Whether two figures are both the known part of one party."""
    parties = {one.party if isinstance(one, Figure) else "" for one in figures}
    return len(parties) == 1 and "" not in parties


def _as_a_clause(sentence: str) -> str:
    """A sentence as it can stand after a colon."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _model_of(tree: Tree | None) -> object:
    return tree.model if isinstance(tree, Branch) else None


def _subject_of(keys: tuple[str, ...]) -> tuple[Both, dict[str, str]] | None:
    """The words for just these keys, and what stands where the words ask for a name."""
    for pattern, both in SUBJECTS.items():
        pieces = pattern.split(".")
        if len(pieces) != len(keys):
            continue
        pairs = list(zip(pieces, keys, strict=True))
        if all(piece.startswith("{") or piece == key for piece, key in pairs):
            return both, {piece[1:-1]: key for piece, key in pairs if piece.startswith("{")}
    return None


# --- What the parties pay --------------------------------------------------------------------


def paid(comparison: Comparison, language: Language) -> list[str]:
    """What the differences do to what each party pays, all years together."""
    if not comparison.currency:
        return [phrase("other_currency", language)]
    every = [one.year for one in comparison.totals]
    known = [one.year for one in comparison.totals if one.difference is not None]
    changed = [
        year for year in known
        if any(figure.difference for figure in comparison.figures if figure.year == year)
    ]  # fmt: skip
    said: list[str] = []
    if changed:
        said += _payments(comparison, changed, _years(changed, every, language), language)
    elif known:
        said.append(_said("no_amounts", language, years=_years(known, every, language)))
    if unknown := [year for year in every if year not in known]:
        said.append(_said("not_known", language, years=_years(unknown, every, language)))
    return said


def _payments(
    comparison: Comparison, years: list[str], spoken: str, language: Language
) -> Iterator[str]:
    """The cost where it is another, and then each party that pays more or less."""
    total = summed([one for one in comparison.totals if one.year in years])
    said = _Kronor(comparison.currency, language)
    if total.difference:
        before, after = said(total.before), said(total.after)
        yield _said(
            "cost",
            language,
            years=spoken,
            before=before,
            after=after,
            relative=_relative(total, language),
        )
    for party, name in comparison.parties.items():
        figures = [one for one in comparison.figures if one.party == party and one.year in years]
        one = summed(figures) if figures else None
        if one is None or not one.difference:
            continue
        key = ("more" if one.difference > 0 else "less") + ("_of_other" if total.difference else "")
        yield _said(
            key,
            language,
            party=safe(name),
            amount=said(abs(one.difference)),
            years=spoken,
            total=said(total.after),
            relative=_relative(one, language),
        )


class _Kronor(NamedTuple):
    """Amounts as a sentence has them: in whole kronor."""

    currency: str
    language: Language

    def __call__(self, minor: int | None) -> str:
        whole = half_up(minor or 0, 1, 10 ** currency_digits(self.currency))
        return amount(whole or minor or 0, self.currency, self.language)


def _relative(figure: Paid, language: Language) -> str:
    if figure.relative is None:
        return ""
    return f" ({signed(percent(figure.relative, language, 1), figure.relative)})"


def _years(years: list[str], every: list[str], language: Language) -> str:
    """For which years, where more than one is compared."""
    return _said("for_years", language, years=spoken_years(years)) if len(every) > 1 else ""


def _said(key: str, language: Language, **parts: str) -> str:
    both = WORDS[key]
    return (both.sv if language == "sv" else both.en).format_map(parts)


# --- The report ------------------------------------------------------------------------------


def document(compared: Compared, options: Options, locate: Locate) -> Document:
    """The sentences for a memo, each difference with its place, and what the parties pay."""
    language = options.language
    heading = Heading(safe(compared.new.title))
    if not compared.differs:
        return Document((heading, Paragraph(_said("same", language))))
    found = told(compared, language)
    comparison = compared.comparison
    memo = [one.text for one in found[: len(compared.differences.splits)]]
    blocks: list[Block] = [heading]
    if comparison:
        memo += paid(comparison, language)
    if memo:
        blocks.append(Paragraph(" ".join(memo)))
    blocks += [
        Heading(_said("changes", language), 2),
        Bullets(tuple(_with_place(one, locate) for one in found)),
    ]
    if comparison and comparison.figures and comparison.differs:
        beside = Beside((Scenario("", "", comparison),))
        title = _said("what_is_paid", language)
        per_unit = unit_table(beside, options)
        blocks += [replace(table(beside, options), title=title), *([per_unit] if per_unit else [])]
    return Document(tuple(blocks))


def _with_place(one: Told, locate: Locate) -> str:
    file, line = locate(one.path)
    return f"{one.text.removesuffix('.')} ({file}:{line})." if line else one.text


def records(compared: Compared, locate: Locate) -> Iterator[dict[str, object]]:
    """Each difference for a program: exact values, and the sentences in both languages.

    ``path`` leads to it, periods by their first day; ``before`` and ``after`` are null where it
    is not there.
    """
    telling = [_telling(compared, language) for language in LANGUAGES]
    for split in compared.differences.splits:
        keys = ("split",) if split.name == "default" else ("splits", split.name)
        values = of_split(compared.old, split.before), of_split(compared.new, split.after)
        texts = [one.split_change(split) for one in telling]
        days = {
            "from": str(split.span.first) if split.span.has_start else None,
            "to": str(split.end) if split.end else None,
        }
        yield _record(compared, keys, values, texts, locate(split.path)) | days
    for one in compared.differences.others:
        texts = [" ".join(each.text for each in words.difference(one)) for words in telling]
        yield _record(compared, one.keys, (one.before, one.after), texts, locate(one.path))
    if compared.reordered:
        texts = [words.words("order") for words in telling]
        yield _record(compared, ("parties",), (None, None), texts, locate(("parties",)))


def _record(
    compared: Compared,
    keys: tuple[str, ...],
    values: tuple[Tree | None, Tree | None],
    texts: Sequence[str],
    place: tuple[str, int | None],
) -> dict[str, object]:
    before, after = map(_plain, values)
    return {
        "agreement": compared.new.id,
        # Sentences have no names: what they say is their key.
        "path": ".".join(filter(None, keys[:1] if keys[0] == "assumptions" else keys)),
        "file": place[0],
        "line": place[1],
        "before": before,
        "after": after,
        "message": dict(zip(LANGUAGES, texts, strict=True)),
    }


def _plain(tree: Tree | None) -> object:
    """A value as JSON has it; a part of the agreement as an object of its values."""
    if tree is None:
        return None
    if isinstance(tree, Leaf):
        return plain({"": tree.value})[""]
    return {key: _plain(child.tree) for key, child in tree.children.items()}


def alone(title: str, *, new: bool, options: Options) -> list[Block]:
    """An agreement that only one of the versions has."""
    said = _said("only_new" if new else "only_old", options.language)
    return [Heading(safe(title)), Paragraph(said)]


def alike(count: int, *, every: bool, options: Options) -> list[Block]:
    """How many agreements are the same in both versions."""
    return [
        Paragraph(_said("all_same" if every else "others_same", options.language, count=str(count)))
    ]
