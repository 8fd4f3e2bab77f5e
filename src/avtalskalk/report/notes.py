"""What stands below a table: what is conditional, missing, assumed, and where it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from avtalskalk.diagnostics import Argument
from avtalskalk.model.statement import Heading, Note, Statement
from avtalskalk.report.figures import FigureKey, shares
from avtalskalk.report.pivot import MARK
from avtalskalk.report.titles import spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill, phrase, roughly, safe, say

# What a missing figure of a cost item is called, by the field that it would stand at.
_FIGURES = {
    **{basis: basis for basis in ("budget", "forecast", "actual")},
    **dict.fromkeys(("amount", "amounts", "total", "bands"), "the_amount"),
    "price": "the_price",
    "quantity": "the_quantity",
}

# What is missing of an agreement that states no costs at all.
_ALL_COSTS = "costs"


def notes(statements: Sequence[Statement], language: Language) -> tuple[str, ...]:
    """The sentences for statements of one agreement, what the figures hang on first."""
    return (
        *_conditional(statements, language),
        *_not_in_force(statements, language),
        *_missing(statements, language),
        *_shares(statements, language),
        *_changes(statements, language),
        *_noted(statements, language, conditional=False),
        *_assumptions(statements, language),
        *_sources(statements, language),
    )


def _conditional(statements: Sequence[Statement], language: Language) -> list[str]:
    """Why figures are marked; at least that the mark means so."""
    found = _noted(statements, language, conditional=True)
    marked = any(row.conditional for one in statements for row in one.rows)
    if marked and not found:
        return [phrase("marked", language)]
    return [f"{MARK} {text}" for text in found]


def _not_in_force(statements: Sequence[Statement], language: Language) -> list[str]:
    outside = [one.year for one in statements if not one.in_force]
    if not outside:
        return []
    return [_filled("not_in_force", language, year=spoken_years(outside))]


def _shares(statements: Sequence[Statement], language: Language) -> list[str]:
    """Which years the shares are those of, where they are not those of all."""
    known = [
        one.year
        for one in statements
        if any(row.share is not None for row in one.rows) or any(item.shares for item in one.items)
    ]
    every = [one.year for one in statements if one.in_force]
    if not known or known == every:
        return []
    return [_filled("shares_of", language, years=spoken_years(known))]


def _changes(statements: Sequence[Statement], language: Language) -> list[str]:
    """When shares change, where a column of years shows only from what to what."""
    found: list[str] = []
    before: dict[FigureKey, Fraction] = {}
    for statement in statements:
        now = shares([statement], frozenset())
        if any((before.get(key, known[0]),) != known for key, known in now.items()):
            found.append(statement.year)
        before |= {key: known[-1] for key, known in now.items()}
    if not found or len(statements) == 1:
        return []
    return [_filled("shares_change", language, years=spoken_years(found))]


def lacking(statements: Iterable[Statement], language: Language) -> dict[str, dict[str, None]]:
    """The figures that are not known, in words with a place for their years, and which years."""
    found: dict[str, dict[str, None]] = {}
    for statement in statements:
        for missing in statement.missing:
            what = missing_figure(missing.what, missing.year, statement.heading, language)
            found.setdefault(what, {})[missing.year] = None
    return found


def missing_figure(what: str, year: str, heading: Heading, language: Language) -> str:
    """A figure that is not known in words, ``{years}`` where its years belong.

    ``what`` is its path, such as ``costs.drift.budget.2024``.
    """
    match what.split("."):
        case ["costs", item, figure, *_] if item in heading.items and figure in _FIGURES:
            key, names = "missing_cost", (phrase(_FIGURES[figure], language), heading.items[item])
        case ["keys" | "indices" as kind, name, "values", day] if day != year:
            key, names = f"missing_{kind}", (name, day)
        case _:
            key, names = "missing_other", (what.removesuffix(f".{year}"), "")
    figure, of = map(safe, names)
    return phrase(key, language).replace("{figure}", figure).replace("{of}", of)


def missing_in_words(what: str, year: str, heading: Heading, language: Language) -> str:
    """A figure that one year lacks: ``budget 2024 för Drift``."""
    return missing_figure(what, year, heading, language).replace("{years}", year)


def spoken_lacking(found: Mapping[str, Iterable[str]], more: int, language: Language) -> list[str]:
    """What is not known, where something is not; ``more`` is how much else goes unnamed."""
    if not found:
        return []
    named = [what.replace("{years}", spoken_years(years)) for what, years in found.items()]
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
    found: dict[str, list[str]] = {}
    for what, years in lacking(statements, language).items():
        beyond = [year for year in years if year not in main.get(what, ())]
        if beyond:
            found[f"{name}: {what}"] = beyond
    return found


def spoken_lacking_of(
    sides: Iterable[tuple[str, Iterable[Statement]]], language: Language
) -> list[str]:
    """What several calculations do not know, and which of them where it is not the first."""
    (_, first), *others = sides
    main = lacking(first, language)
    found: dict[str, Iterable[str]] = dict(main)
    for name, statements in others:
        found |= lacking_beyond(main, name, statements, language)
    return spoken_lacking(found, 0, language)


def _missing(statements: Sequence[Statement], language: Language) -> list[str]:
    """The figures that are not known, those that differ only in their year together."""
    if any(missing.what == _ALL_COSTS for one in statements for missing in one.missing):
        return [phrase("no_costs", language)]
    return spoken_lacking(lacking(statements, language), 0, language)


def _noted(statements: Sequence[Statement], language: Language, *, conditional: bool) -> list[str]:
    """Notes as sentences; one that holds for several years is said once."""
    found: dict[str, dict[str, None]] = {}
    for statement in statements:
        for note in statement.notes:
            if note.key != "not_in_force" and (note.key == "conditional") == conditional:
                found.setdefault(_sentence(note, language), {})[note.year] = None
    every = [statement.year for statement in statements if statement.in_force]
    return [
        text if list(years) == every else f"{text.removesuffix('.')} ({spoken_years(years)})."
        for text, years in found.items()
    ]


def _sentence(note: Note, language: Language) -> str:
    """A note in words; one about days that may be open says them as they are."""
    said = {name: _said(value, language) for name, value in note.arguments.items()}
    if note.key == "conditional":
        said["time"] = _days(said, language)
    return capital(phrase(note.key, language).format_map(said))


def _said(value: Argument, language: Language) -> str:
    """An argument as a sentence has it: shares at a glance, names as a list is said."""
    if isinstance(value, Fraction):
        return roughly(value, language)
    if type(value) is tuple:
        return listed([say(one, language) for one in value], language)
    return say(value, language)


def listed(names: Sequence[str], language: Language) -> str:
    """Names as a sentence lists them: ``A, B och C``."""
    *others, last = names
    return f"{', '.join(others)} {phrase('and', language)} {last}" if others else last


def _days(said: Mapping[str, str], language: Language) -> str:
    """From the first day to the last, as far as there are such."""
    keys = {(True, True): "days", (True, False): "days_from", (False, True): "days_to"}
    key = keys.get((bool(said["first"]), bool(said["last"])), "days_all")
    return phrase(key, language).format_map(said)


def _assumptions(statements: Sequence[Statement], language: Language) -> list[str]:
    texts = dict.fromkeys(text for one in statements for text in one.assumptions)
    template = phrase("assumption", language)
    return [template.replace("{text}", safe(text)) for text in texts]


def _sources(statements: Sequence[Statement], language: Language) -> list[str]:
    """Where the figures come from, each source once."""
    found = dict.fromkeys(
        _paper(one.heading, source, language)
        for one in statements
        for source in (
            *(item.source for item in one.items),
            *(row.source for row in one.rows),
        )
        if source
    )
    if not found:
        return []
    template = phrase("sources" if len(found) > 1 else "source", language)
    return [template.replace("{sources}", "; ".join(found))]


def _paper(heading: Heading, source: str, language: Language) -> str:
    """A source by its title, with what it is found by; one that is only a text as it stands."""
    title, dnr, paragraph, day = heading.sources.get(source, ("", "", "", ""))
    numbered = phrase("dnr", language).replace("{dnr}", safe(dnr)) if dnr else ""
    found_by = ", ".join(filter(None, (numbered, safe(paragraph), safe(day))))
    return f"{safe(title or source)} ({found_by})" if found_by else safe(title or source)


def _filled(key: str, language: Language, **arguments: Argument) -> str:
    return fill(phrase(key, language), arguments, language)
