"""What differs between two versions of an agreement, in sentences that a memo can take."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple, cast

from avtalskalk.calculation.comparison import summed
from avtalskalk.diagnostics import Amount, Argument, Path, Phrase
from avtalskalk.features.diff.compared import AgreementDiff
from avtalskalk.features.diff.differences import Difference, SplitChange
from avtalskalk.features.diff.normal_form import Branch, Leaf, Tree
from avtalskalk.model.agreement import (
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
from avtalskalk.model.comparison import ComparedYear, Comparison
from avtalskalk.model.costs import AnnualFigure, Item, Surcharge
from avtalskalk.model.indices import Index, Indexation
from avtalskalk.model.keys import Key
from avtalskalk.model.limits import IndexedChange, Limit
from avtalskalk.model.settling import Interest, Invoicing, Reconciliation
from avtalskalk.model.splits import KINDS, Equal, Fixed, Named, Split
from avtalskalk.model.values import REST
from avtalskalk.money import half_up
from avtalskalk.report.agreement_text import afterwards, decision_words
from avtalskalk.report.clauses import (
    deviation_words,
    figure_words,
    index_words,
    indexed_change_words,
    interest_words,
    invoicing_words,
    item_words,
    limit_words,
    surcharge_words,
)
from avtalskalk.report.rule_text import Wording
from avtalskalk.report.titles import spoken_years
from avtalskalk.words import Language
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

_MOST_SHORT = 3
_SPLITS = (Fixed, Named, *KINDS.values())


class Sentence(NamedTuple):
    """A sentence and where in the new version it is about."""

    text: str
    path: Path


def sentences(compared: AgreementDiff, language: Language) -> list[Sentence]:
    """Each difference in a sentence: how costs are split over time first."""
    text = difference_text(compared, language)
    changes = compared.differences.splits
    texts = [Sentence(text.split_change(change), change.path) for change in changes]
    for difference in compared.differences.others:
        texts += text.difference(difference)
    if compared.reordered:
        texts.append(Sentence(text.words("order"), ("parties",)))
    return texts


def difference_text(compared: AgreementDiff, language: Language) -> "DifferenceText":
    """The words for two versions."""
    return DifferenceText(Wording(compared.old, language), Wording(compared.new, language))


class DifferenceText(NamedTuple):
    """The words of one language for the two versions."""

    old: Wording
    new: Wording

    def words(self, key: str, **parts: str) -> str:
        """A phrase of differences with its parts put in."""
        return self.new.either(WORDS[key]).format_map(parts)

    # --- Splits over time -----------------------------------------------------------------

    def split_change(self, change: SplitChange) -> str:
        """From which day a split is another."""
        before, after = self._splits(change.before, change.after)
        name = "the_split" if change.name == "default" else "the_split_named"
        keys = {
            (True, True): "split_between",
            (True, False): "split_from",
            (False, True): "split_until",
            (False, False): "split_all",
        }
        return capital(
            self.words(
                keys[change.span.has_start, change.end is not None],
                start=str(change.span.first),
                end=str(change.end),
                subject=self.words(name, name=safe(change.name)),
                before=before,
                after=after,
            )
        )

    def _splits(self, before: Split | None, after: Split | None) -> tuple[str, str]:
        """Two splits in words: ``70/30`` where that says it, and is not the same for both."""
        if list(self.old.agreement.parties) == list(self.new.agreement.parties):
            was, becomes = (
                self._short(split) if split else self.words("no_split") for split in (before, after)
            )
            if was and becomes and was != becomes:
                return was, becomes
        return (
            self.old.split(before) if before else self.words("no_split"),
            self.new.split(after) if after else self.words("no_split"),
        )

    def _short(self, split: Split) -> str:
        """Shares of few parties as ``70/30``, in the order of the file; empty for all else.

        They are plain where they are fixed for all time, or the same for all.
        """
        parties = self.new.agreement.parties
        if len(parties) > _MOST_SHORT:
            return ""
        if split == Equal():
            shares = [Fraction(1, len(parties))] * len(parties)
        elif isinstance(split, Fixed) and not any(d[0].start for d in split.shares.values()):
            fixed = {party: dated[0].value for party, dated in split.shares.items()}
            rest = 1 - sum((share for share in fixed.values() if share is not REST), Fraction(0))
            shares = [
                rest if fixed.get(party) is REST else fixed.get(party, Fraction(0))
                for party in parties
            ]
        else:
            return ""
        if any(decimals_of(share * 100) is None for share in shares):
            return ""
        return "/".join(number(share * 100, self.new.language) for share in shares)

    # --- All else -------------------------------------------------------------------------

    def difference(self, difference: Difference) -> Iterator[Sentence]:
        """One difference; what looks the same as a whole, or is a part, part by part."""
        was, becomes = _model_of(difference.before), _model_of(difference.after)
        last = difference.keys[-1]
        if isinstance(was, _SPLITS) and isinstance(becomes, _SPLITS):
            before, after = self._splits(cast("Split", was), cast("Split", becomes))
        else:
            before = self._tree(difference.before, self.old, last)
            after = self._tree(difference.after, self.new, last)
        parties = [
            figure.party if isinstance(figure, AnnualFigure) else "" for figure in (was, becomes)
        ]
        same_part = parties[0] == parties[1] != ""
        if difference.details and (before == after or same_part):
            for detail in difference.details:
                yield from self.difference(detail)
            return
        key = "changed"
        if difference.before is None or difference.after is None:
            key = "added" if difference.before is None else "removed"
            if isinstance(_model_of(difference.after or difference.before), _NAMED):
                key = f"{key}_alone"
        elif type(becomes) in _IN_CLAUSES:
            key = "instead"
        if before == after:
            key = "other"
        subject = self._subject(difference.keys)
        sentence = self.words(key, subject=subject, before=before, after=after)
        yield Sentence(capital(sentence), difference.path)

    def _tree(self, tree: Tree | None, words: Wording, key: str) -> str:
        """A value, or a part of an agreement, in few words."""
        if tree is None:
            return ""
        if isinstance(tree, Leaf):
            return self._value(tree.value, words, key)
        known = self._model(tree.model, words)
        if known:
            return known
        parts = (
            (name, self._tree(child.tree, words, name))
            for name, child in tree.children.items()
            # That something is not so is not worth a word.
            if child.tree != Leaf(Phrase("no"))
        )
        # A list's places say nothing, the names of what stands below do.
        listed = type(tree.model) is tuple
        return "; ".join(
            part if listed or not name else f"{words.party(name)} {part}" for name, part in parts
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
            return "; ".join(decision_words(words, decision) for decision in model)
        known: Mapping[type, Callable[[Any], str]] = {
            AnnualFigure: lambda figure: figure_words(words, figure),
            Item: lambda item: "; ".join(item_words(words, item)),
            Period: lambda period: self._terms(period, words),
            Limit: lambda limit: "; ".join(limit_words(words, limit)),
            IndexedChange: lambda change: indexed_change_words(words, change),
            Indexation: lambda clause: "; ".join(index_words(words, clause)),
            Surcharge: lambda surcharge: surcharge_words(words, surcharge),
            Body: lambda body: safe(body.name),
            Invoicing: lambda invoicing: _as_a_clause(invoicing_words(words, invoicing)),
            Interest: lambda interest: _as_a_clause(interest_words(words, interest)),
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
        splits = [words.split(period.split)] if period.split else []
        by_name = (period.splits or {}).items()
        splits += [f"{safe(name)} {words.split(split)}" for name, split in by_name]
        if splits:
            return "; ".join(splits)
        return self.words("same_terms" if period.continues else "without_split")

    def _option(self, option: Option, words: Wording) -> str:
        clauses = []
        if option.extend is not None:
            clauses.append(self.words("option_of", length=words.length(option.extend)))
        if option.extend_to is not None:
            clauses.append(self.words("option_until", day=str(option.extend_to)))
        if option.decide_by is not None:
            clauses.append(words("decide_by", day=option.decide_by))
        return "; ".join(clauses)

    def _condition(self, condition: Condition, words: Wording) -> str:
        clauses = []
        if condition.at_least is not None:
            count, parties = str(condition.at_least), words.parties(condition.of or ())
            clauses.append(self.words("at_least", count=count, parties=parties))
        if condition.silence_by:
            clauses.append(self.words("silence_by", day=str(condition.silence_by)))
        return "; ".join(clauses) or self.words("identical_decision")

    def _subject(self, keys: tuple[str, ...]) -> str:
        """What a part is called; what no words are for is named as a file names it."""
        for length in range(len(keys), 0, -1):
            for pattern, words in SUBJECTS.items():
                pieces = pattern.split(".")
                pairs = list(zip(pieces, keys, strict=False))
                if len(pieces) != length or any(p[0] != "{" and p != key for p, key in pairs):
                    continue
                if any(piece == "{day}" and not key[:1].isdigit() for piece, key in pairs):
                    continue
                kinds = {p[1:-1]: key for p, key in pairs if p[0] == "{"}
                names = {kind: self._name(kind, key) for kind, key in kinds.items()}
                subject = self.new.either(words).format_map(names)
                rest = ".".join(filter(None, map(safe, keys[length:])))
                return f"{subject} (`{rest}`)" if rest else subject
        return f"`{'.'.join(map(safe, keys))}`"

    def _name(self, kind: str, key: str) -> str:
        """A party, an item, a key by its name in the new version, or the old where it is gone.

        A period is named by its days.
        """
        for words in (self.new, self.old):
            if kind == "period":
                for period in words.agreement.periods:
                    if str(period.start or "") == key:
                        if period.start and not period.to:
                            return words("onwards", first=period.start)
                        return words.time(period.start, period.to)
                continue
            section = getattr(words.agreement, _SECTIONS.get(kind, ""), {})
            if key in section:
                known = section[key]
                return safe(getattr(known, "name", "") or getattr(known, "title", "") or key)
        return safe(key)


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


def _as_a_clause(sentence: str) -> str:
    """A sentence as it can stand after a colon."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _model_of(tree: Tree | None) -> object:
    return tree.model if isinstance(tree, Branch) else None


# --- What the parties pay --------------------------------------------------------------------


def payment_sentences(comparison: Comparison, language: Language) -> list[str]:
    """What the differences do to what each party pays, all years together."""
    if not comparison.currency:
        return [phrase("other_currency", language)]
    years = [total.year for total in comparison.totals]
    known = [total.year for total in comparison.totals if total.difference is not None]
    changed = [
        year for year in known
        if any(figure.difference for figure in comparison.figures if figure.year == year)
    ]  # fmt: skip
    texts: list[str] = []
    if changed:
        texts += _payments(comparison, changed, _for_years(changed, years, language), language)
    elif known:
        texts.append(phrase_of("no_amounts", language, years=_for_years(known, years, language)))
    if unknown := [year for year in years if year not in known]:
        texts.append(phrase_of("not_known", language, years=_for_years(unknown, years, language)))
    return texts


def _payments(
    comparison: Comparison, years: list[str], spoken: str, language: Language
) -> Iterator[str]:
    """The cost where it is another, and then each party that pays more or less."""

    def kronor(minor: int | None) -> str:
        whole = half_up(minor or 0, 1, 10 ** currency_digits(comparison.currency))
        return amount(whole or minor or 0, comparison.currency, language)

    total = summed([figure for figure in comparison.totals if figure.year in years])
    if total.difference:
        yield phrase_of(
            "cost",
            language,
            years=spoken,
            before=kronor(total.before),
            after=kronor(total.after),
            relative=_relative(total, language),
        )
    for party, name in comparison.parties.items():
        figures = [
            figure
            for figure in comparison.figures
            if figure.party == party and figure.year in years
        ]
        payment = summed(figures) if figures else None
        if payment is None or not payment.difference:
            continue
        key = "more" if payment.difference > 0 else "less"
        yield phrase_of(
            f"{key}_of_other" if total.difference else key,
            language,
            party=safe(name),
            amount=kronor(abs(payment.difference)),
            years=spoken,
            total=kronor(total.after),
            relative=_relative(payment, language),
        )


def _relative(figure: ComparedYear, language: Language) -> str:
    if figure.relative is None:
        return ""
    return f" ({signed(percent(figure.relative, language, 1), figure.relative)})"


def _for_years(years: list[str], compared: list[str], language: Language) -> str:
    """For which years, where more than one is compared."""
    if len(compared) == 1:
        return ""
    return phrase_of("for_years", language, years=spoken_years(years))


def phrase_of(key: str, language: Language, **parts: str) -> str:
    """A phrase of differences with its parts put in."""
    return WORDS[key].text(language).format_map(parts)
