"""What differs between two versions, for programs: exact values, sentences in both languages."""

from collections.abc import Iterator, Mapping, Sequence

from avtalskalk.features.diff.compared import AgreementDiff, Diffed
from avtalskalk.features.diff.difference_text import difference_text
from avtalskalk.features.diff.normal_form import Leaf, Tree, of_split
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Input
from avtalskalk.report.comparison import single
from avtalskalk.report.comparison_records import LISTS, comparison_rows
from avtalskalk.report.options import Options
from avtalskalk.report.plain import plain
from avtalskalk.report.records import Records, Rows, fields
from avtalskalk.report.statement_records import INPUT
from avtalskalk.words import LANGUAGES

_AGREEMENT = fields("text", "agreement", "change", "old", "new")


def records(diffed: Sequence[Diffed], options: Options) -> Records:
    """Every agreement, what differs in each, and its amounts before and after."""
    lists = {"inputs": INPUT, "agreements": _AGREEMENT, "differences": (), **LISTS}
    rows = _rows(diffed, options)
    return Records("avtalskalk/diff/1", {"basis": options.basis}, lists, rows)


def _rows(diffed: Sequence[Diffed], options: Options) -> Iterator[Rows]:
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    for pair in diffed:
        change = "changed" if pair.differs else "same"
        if pair.compared is None:
            change = "added" if pair.new else "removed"
        files = (loaded.file if loaded else None for loaded in (pair.old, pair.new))
        yield Rows("agreements", [(pair.name, change, *files)])
        if pair.compared and pair.new:
            yield Rows("differences", _differences(pair.compared, pair.new))
        if pair.comparison:
            yield from comparison_rows(single(pair.comparison), options, inputs, diagnostics)


def _differences(compared: AgreementDiff, new: Loaded) -> Iterator[Mapping[str, object]]:
    """Each difference: ``path`` leads to it, periods by their first day.

    ``before`` and ``after`` are null where it is not there.
    """
    texts = [difference_text(compared, language) for language in LANGUAGES]

    def row(
        keys: tuple[str, ...],
        sides: tuple[Tree | None, Tree | None],
        sentences: Sequence[str],
        place: tuple[str, int | None],
    ) -> dict[str, object]:
        return {
            "agreement": compared.new.id,
            # Sentences have no names: what they say is their key.
            "path": ".".join(filter(None, keys[:1] if keys[0] == "assumptions" else keys)),
            "file": place[0],
            "line": place[1],
            "before": _plain(sides[0]),
            "after": _plain(sides[1]),
            "message": dict(zip(LANGUAGES, sentences, strict=True)),
        }

    for split in compared.differences.splits:
        keys = ("split",) if split.name == "default" else ("splits", split.name)
        sides = of_split(compared.old, split.before), of_split(compared.new, split.after)
        sentences = [text.split_change(split) for text in texts]
        days = {
            "from": str(split.span.first) if split.span.has_start else None,
            "to": str(split.end) if split.end else None,
        }
        yield row(keys, sides, sentences, new.file_and_line(split.path)) | days
    for difference in compared.differences.others:
        sentences = [" ".join(part.text for part in text.difference(difference)) for text in texts]
        place = new.file_and_line(difference.path)
        yield row(difference.keys, (difference.before, difference.after), sentences, place)
    if compared.reordered:
        sentences = [text.words("order") for text in texts]
        yield row(("parties",), (None, None), sentences, new.file_and_line(("parties",)))


def _plain(tree: Tree | None) -> object:
    """A value as JSON has it; a part of the agreement as an object of its values."""
    if tree is None:
        return None
    if isinstance(tree, Leaf):
        return plain({"": tree.value})[""]
    return {key: _plain(child.tree) for key, child in tree.children.items()}
