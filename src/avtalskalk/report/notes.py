"""What stands below a table: what is conditional, missing, assumed, and where it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from avtalskalk.diagnostics import Amount, Argument, Sum
from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.figures import FigureKey, shares
from avtalskalk.report.pivot import MARK
from avtalskalk.report.scale import Scale
from avtalskalk.report.titles import listed, spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill, phrase, roughly, safe, say

# What a missing figure of a cost item is called, by the field that it would stand at.
_FIGURES = {
    **{basis: basis for basis in ("budget", "forecast", "actual")},
    **dict.fromkeys(("amount", "amounts", "total", "bands", "scale"), "the_amount"),
    "price": "the_price",
    "quantity": "the_quantity",
}

# What is missing of an agreement that states no costs at all.
_ALL_COSTS = "costs"


def notes(
    statements: Sequence[Statement], language: Language, shown: Scale | None = None
) -> tuple[str, ...]:
    """The sentences for statements of one agreement, what the figures hang on first.

    Amounts are on the scale of the table above, exact without one.
    """
    in_force = [statement.year for statement in statements if statement.in_force]
    outside = [statement.year for statement in statements if not statement.in_force]
    with_shares = [
        statement.year
        for statement in statements
        if any(row.share is not None for row in statement.rows)
        or any(item.shares for item in statement.items)
    ]
    conditional = _note_sentences(statements, language, shown, conditional=True)
    marked = any(row.conditional for statement in statements for row in statement.rows)
    if marked and not conditional:
        texts = [phrase("marked", language)]
    else:
        texts = [f"{MARK} {text}" for text in conditional]
    if outside:
        texts.append(_filled("not_in_force", language, year=spoken_years(outside)))
    if any(figure.what == _ALL_COSTS for year in statements for figure in year.missing):
        texts.append(phrase("no_costs", language))
    else:
        texts += spoken_lacking(lacking(statements, language), 0, language)
    if with_shares and with_shares != in_force:
        texts.append(_filled("shares_of", language, years=spoken_years(with_shares)))
    changes = _years_of_change(statements) if len(statements) > 1 else []
    if changes:
        texts.append(_filled("shares_change", language, years=spoken_years(changes)))
    texts += _note_sentences(statements, language, shown, conditional=False)
    assumptions = dict.fromkeys(text for statement in statements for text in statement.assumptions)
    texts += [assumption(text, language) for text in assumptions]
    return (*texts, *_sources(statements, language))


def assumption(text: str, language: Language) -> str:
    """An assumption as a sentence."""
    return phrase("assumption", language).replace("{text}", safe(text))


def _filled(key: str, language: Language, **arguments: Argument) -> str:
    return fill(phrase(key, language), arguments, language)


def _years_of_change(statements: Iterable[Statement]) -> list[str]:
    """When shares change, where a column of years shows only from what to what."""
    years: list[str] = []
    before: dict[FigureKey, Fraction] = {}
    for statement in statements:
        now = shares([statement], frozenset())
        if any((before.get(key, known[0]),) != known for key, known in now.items()):
            years.append(statement.year)
        before |= {key: known[-1] for key, known in now.items()}
    return years


# --- What is missing -------------------------------------------------------------------------


def lacking(statements: Iterable[Statement], language: Language) -> dict[str, dict[str, None]]:
    """The figures that are not known, in words with a place for their years, and which years."""
    years: dict[str, dict[str, None]] = {}
    for statement in statements:
        for missing in statement.missing:
            figure = missing_figure(missing.what, missing.year, statement.heading, language)
            years.setdefault(figure, {})[missing.year] = None
    return years


def missing_figure(what: str, year: str, heading: Heading, language: Language) -> str:
    """A figure that is not known in words, ``{years}`` where its years belong.

    ``what`` is its path, such as ``costs.drift.budget.2024``.
    """
    match what.split("."):
        case ["costs", item, figure, *last] if item in heading.items and figure in _FIGURES:
            key, names = "missing_cost", (phrase(_FIGURES[figure], language), heading.items[item])
            if last and last[0] not in (year, year[:4]):
                # A cap compares with a year before, and it is that one's figure that is missing.
                key, names = "missing_before", (f"{names[0]} {last[0]}", names[1])
        case ["keys" | "indices" as kind, name, "values", day] if day != year:
            key, names = f"missing_{kind}", (name, day)
        case _:
            key, names = "missing_other", (what.removesuffix(f".{year}"), "")
    figure, of = map(safe, names)
    return phrase(key, language).replace("{figure}", figure).replace("{of}", of)


def missing_in_words(what: str, year: str, heading: Heading, language: Language) -> str:
    """A figure that one year lacks: ``budget 2024 för Drift``."""
    return missing_figure(what, year, heading, language).replace("{years}", year)


def spoken_lacking(
    figures: Mapping[str, Iterable[str]], more: int, language: Language
) -> list[str]:
    """What is not known, where something is not; ``more`` is how much else goes unnamed."""
    if not figures:
        return []
    named = [figure.replace("{years}", spoken_years(years)) for figure, years in figures.items()]
    if more:
        named.append(phrase("more", language).format(count=more))
    return [phrase("missing_figures", language).replace("{figures}", "; ".join(named))]


def lacking_beyond(
    main: Mapping[str, Iterable[str]],
    name: str,
    statements: Iterable[Statement],
    language: Language,
) -> dict[str, list[str]]:
    """What another calculation lacks that the main one does not, under the other's name."""
    figures: dict[str, list[str]] = {}
    for figure, years in lacking(statements, language).items():
        beyond = [year for year in years if year not in main.get(figure, ())]
        if beyond:
            figures[f"{name}: {figure}"] = beyond
    return figures


def spoken_lacking_of(
    sides: Iterable[tuple[str, Iterable[Statement]]], language: Language
) -> list[str]:
    """What several calculations do not know, and which of them where it is not the first."""
    (_, first), *named_sides = sides
    main = lacking(first, language)
    figures: dict[str, Iterable[str]] = dict(main)
    for name, statements in named_sides:
        figures |= lacking_beyond(main, name, statements, language)
    return spoken_lacking(figures, 0, language)


# --- Notes and sources -----------------------------------------------------------------------


_CONDITIONAL = ("conditional", "condition_failed")


def _note_sentences(
    statements: Sequence[Statement], language: Language, shown: Scale | None, *, conditional: bool
) -> list[str]:
    """Notes as sentences; one that holds for several years is said once."""
    years_of: dict[str, dict[str, None]] = {}
    for statement in statements:
        for note in statement.notes:
            if note.key != "not_in_force" and (note.key in _CONDITIONAL) == conditional:
                # A note in words; one about days that may be open says them as they are.
                words = {
                    name: _argument(value, language, shown)
                    for name, value in note.arguments.items()
                }
                if note.key in _CONDITIONAL or note.key == "falls_back":
                    ends = bool(words["first"]), bool(words["last"])
                    keys = {(True, True): "days", (True, False): "days_from",
                            (False, True): "days_to"}  # fmt: skip
                    time = phrase(keys.get(ends, "days_all"), language)
                    words["time"] = time.format_map(words)
                text = capital(phrase(note.key, language).format_map(words))
                text = f"{words['of']}: {text}" if "of" in words else text
                years_of.setdefault(text, {})[note.year] = None
    in_force = [statement.year for statement in statements if statement.in_force]
    return [
        text if list(years) == in_force else f"{text.removesuffix('.')} ({spoken_years(years)})."
        for text, years in years_of.items()
    ]


def _argument(value: Argument, language: Language, shown: Scale | None) -> str:
    """An argument as a sentence has it: shares at a glance, names as a list is said."""
    if shown and isinstance(value, Amount):
        return shown.text(value.minor, language)
    if isinstance(value, Fraction):
        return roughly(value, language)
    if isinstance(value, Sum):
        parts = [f"{safe(name)} {_argument(term, language, shown)}" for name, term in value.terms]
        return listed(parts, language)
    if type(value) is tuple:
        return listed([say(item, language) for item in value], language)
    return say(value, language)


def _sources(statements: Sequence[Statement], language: Language) -> list[str]:
    """Where the amounts and the split come from, each source once."""
    amounts: dict[str, None] = {}
    splits: dict[str, None] = {}
    for statement in statements:
        papers = partial(_paper, statement.heading, language=language)
        stated = [item.source for item in statement.items]
        stated += [row.source for row in statement.rows]
        amounts |= dict.fromkeys(map(papers, filter(None, stated)))
        splits |= dict.fromkeys(map(papers, statement.share_sources))
    if not splits or amounts.keys() == splits.keys():
        kinds = {"source": amounts}
    else:
        kinds = {"amount_source": amounts, "share_source": splits}
    return [
        phrase(f"{kind}s" if len(titles) > 1 else kind, language).replace(
            "{sources}", "; ".join(titles)
        )
        for kind, titles in kinds.items()
        if titles
    ]


def _paper(heading: Heading, source: str, language: Language) -> str:
    """A source by its title, with what it is found by; one that is only a text as it stands."""
    title, dnr, paragraph, day = heading.sources.get(source, ("", "", "", ""))
    numbered = phrase("dnr", language).replace("{dnr}", safe(dnr)) if dnr else ""
    details = ", ".join(filter(None, (numbered, safe(paragraph), safe(day))))
    return f"{safe(title or source)} ({details})" if details else safe(title or source)
