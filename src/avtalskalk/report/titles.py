"""What tables and their rows are called: years, cost lines, and what a table shows."""

from collections.abc import Iterable, Sequence

from avtalskalk.model.statement import Heading
from avtalskalk.report.figures import FigureLine
from avtalskalk.report.options import Options
from avtalskalk.report.scale import Scale
from avtalskalk.report.selection import items_of
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, phrase


def listed(names: Sequence[str], language: Language) -> str:
    """Names as a sentence lists them: ``A, B och C``."""
    if not names:
        return ""
    *first, last = names
    return f"{', '.join(first)} {phrase('and', language)} {last}" if first else last


def spoken_years(years: Iterable[str], shortest: int = 3) -> str:
    """Years as they are said: ``2019, 2021``, ``2019–2023``, ``2022/23, 2023/24``.

    ``shortest`` is how many years that follow each other are said by the first and the last.
    """
    runs: list[list[str]] = []
    for year in years:
        if runs and int(year[:4]) == int(runs[-1][-1][:4]) + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) >= shortest else ", ".join(run) for run in runs
    )


def subtitle(parts: Iterable[str], years: Iterable[str], shown: Scale, options: Options) -> str:
    """What a table shows: its own parts, the basis and years, and the unit."""
    language = options.language
    basis = f"{phrase(options.basis, language)} {spoken_years(years)}"
    return capital(" · ".join([*parts, basis, shown.unit_name(language)]))


def selected(names: Sequence[str], language: Language) -> list[str]:
    """That only some parties and items are shown, where that is so."""
    if not names:
        return []
    return [phrase("selected", language).replace("{names}", ", ".join(names))]


def line_name(heading: Heading, line: FigureLine, language: Language) -> str:
    """What a cost line is called: the item's title, the line's name, or both."""
    names = items_of(line.item)
    title = " + ".join(heading.items.get(name, name) for name in names)
    if heading.items.get(names[0], names[0]) == names[0]:
        # An item without a title is called by its id, which is written small.
        title = capital(title)
    if line.item and line.line == "split":
        return title
    kind = phrase(f"line_{line.line}", language)
    if line.line == "surcharge":
        kind = heading.surcharges.get(line.item, kind)
    if not line.item:
        return kind
    return phrase("line_of_item", language).replace("{line}", kind).replace("{item}", title)
