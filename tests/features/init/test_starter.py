"""New agreements: nothing made up, every kind sound in both languages, every hint as good."""

import re
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies

from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.validation import examine
from avtalskalk.features.init.draft import KINDS, NewAgreement, short_name
from avtalskalk.features.init.starter import item_names, starter, yaml_text
from avtalskalk.files.yaml import read
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.starters import KINDS as KIND_WORDS

BARE = NewAgreement(
    id="lyktan",
    title="Familjecentralen Lyktan (påhittad)",
    parties=(("regionen", "Region Exempel"), ("kommunen", "Exempelby kommun")),
)

FILLED = replace(
    BARE, host="regionen", start="2024-01-01", end="2025-12-31", counted="11-01", year="2024"
)

SHARES = (("regionen", "62,5 %"), ("kommunen", "rest"))
PEOPLE = (("regionen", "30 000"), ("kommunen", "10 000"))
FIXED = (("regionen", "100 000 kr"), ("kommunen", "60 000 kr"))

# What each kind comes to for 1 000 000 kr, by hand:
# 62.5 %; three of four inhabitants; 840 000 kr of the same after the fixed parts; the same again.
CASES: dict[str, tuple[dict[str, Any], int]] = {
    "percent": ({"shares": SHARES, "counted": ""}, 625_000),
    "population": ({"population": PEOPLE}, 750_000),
    "fixed": ({"population": PEOPLE, "fixed": FIXED}, 100_000 + 630_000),
    "joint-board": ({"population": PEOPLE}, 750_000),
    "family-centre": ({"shares": SHARES, "counted": ""}, 625_000),
    "rescue": ({"population": PEOPLE}, 750_000),
    "it": ({"population": PEOPLE}, 750_000),
    "school": ({"population": PEOPLE}, 750_000),
    "transit": ({"shares": SHARES, "counted": ""}, 625_000),
    "utilities": ({"population": PEOPLE}, 750_000),
    "finsam": ({"shares": SHARES, "counted": ""}, 625_000),
    "service": ({"population": PEOPLE}, 750_000),
    "levy": ({"population": PEOPLE}, 750_000),
}

EVERY = [(kind, language) for kind in KINDS for language in LANGUAGES]

# A line that shows how to write something: a key or a list's dash after the mark.
HINT = re.compile(r"^( *)# ( *(?:- .+|[a-zåäö\d-][\w-]*:(?: .*)?))$")


def filled(kind: str, language: Language) -> NewAgreement:
    """A new agreement of a kind with all its figures."""
    item, _ = item_names(replace(BARE, kind=kind), language)[0]
    known, _ = CASES[kind]
    return replace(FILLED, kind=kind, amounts=((item, "1 000 000 kr"),), **known)


def codes(text: str) -> list[str]:
    """What `check` says of a text."""
    document = read(text.encode(), "new.yaml")
    return [one.code for one in (*document.diagnostics, *examine(document.data).diagnostics)]


def test_every_kind_has_its_words_and_its_case() -> None:
    """The kinds are those that have words, and each is worked out here."""
    assert list(KINDS) == list(KIND_WORDS) == list(CASES)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_what_is_not_known_is_left_out(kind: str, language: Language) -> None:
    """Without a figure no line that counts has a digit, but the format's version."""
    text = starter(replace(BARE, kind=kind), language)
    counted = [line.partition(" #")[0] for line in text.splitlines() if "# " not in line]
    assert [line for line in counted if re.search(r"\d", line)] == ["avtalskalk: 1"]
    assert codes(text) == []


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_kind_is_worked_out(kind: str, language: Language) -> None:
    """With its figures filled in, an agreement of each kind gives the amounts done by hand."""
    one = filled(kind, language)
    text = starter(one, language)
    assert codes(text) == []
    agreement = examine(read(text.encode(), "new.yaml").data).agreement
    assert agreement is not None
    statement = calculate(agreement, 2024, "budget")
    first = CASES[kind][1]
    totals = {total.party: total.amount for total in statement.totals}
    assert totals == {"regionen": first * 100, "kommunen": (1_000_000 - first) * 100}
    assert one.is_whole


def hints(text: str) -> list[list[int]]:
    """The places of the lines that show how to write something, those that belong together."""
    lines = enumerate(text.splitlines())
    groups = groupby(lines, lambda line: bool(HINT.match(line[1])))
    return [[place for place, _ in group] for is_hint, group in groups if is_hint]


def with_hints(text: str, *groups: list[int]) -> str:
    """A text in which hints count, their … filled in."""
    lines = text.splitlines()
    for place in (place for group in groups for place in group):
        line = HINT.sub(r"\1\2", lines[place].partition("  # ")[0])
        for key, value in (("date", "2023-11-15"), ("from", "2024-01-01"), ("to", "2026-12-31")):
            line = line.replace(f"{key}: …", f"{key}: {value}")
        lines[place] = line.replace("…", "10")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "one",
    [*(replace(BARE, kind=kind) for kind in KINDS), *(filled(kind, "sv") for kind in KINDS)],
    ids=lambda one: f"{one.kind}-{'filled' if one.start else 'bare'}",
)
def test_every_hint_may_be_followed(one: NewAgreement, language: Language) -> None:
    """Each thing that a comment shows how to write is sound, once its … is filled in."""
    text = starter(one, language)
    groups = hints(text)
    assert len(groups) > 2
    # What stands further in rests on the costs; a split by inhabitants rests on their numbers.
    tops = [group for group in groups if re.match("# (keys|costs):", text.splitlines()[group[0]])]
    for group in groups:
        rests = with_hints(text, group), with_hints(text, *tops, group)
        assert [] in map(codes, rests), rests[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_that_is_not_filled_in_is_caught(language: Language) -> None:
    """A line made to count with its … still in it is refused, never taken for a figure."""
    text = starter(replace(BARE, kind="fixed"), language)
    unfilled = "\n".join(HINT.sub(r"\1\2", line) for line in text.splitlines())
    assert codes(unfilled) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_no_wider_than_an_editor(language: Language) -> None:
    """No line is longer than a hundred columns."""
    texts = [starter(filled(kind, language), language) for kind in KINDS]
    assert max(len(line) for text in texts for line in text.splitlines()) <= 100


def test_numbers_of_some_are_kept_as_a_comment() -> None:
    """Numbers that are known for some parties only wait, with their places, in a comment."""
    text = starter(replace(BARE, kind="population", year="2024", population=PEOPLE[:1]), "sv")
    assert "#         regionen: 30 000\n#         kommunen: …\n" in text
    assert codes(text) == []


def test_a_number_of_nobody_is_for_check_to_see() -> None:
    """A number for somebody who is no party is written out, so that it is not lost."""
    people = (*PEOPLE[:1], ("komunen", "1"))
    text = starter(replace(BARE, kind="population", year="2024", population=people), "sv")
    assert codes(text) != []


def test_a_day_that_counts_is_of_the_year_before() -> None:
    """Inhabitants counted on 1 November are those of the year before the one worked out."""
    one = replace(filled("population", "sv"), year="2024")
    assert one.population_key == "2023-11-01"
    assert replace(one, counted="").population_key == "2024"
    assert replace(one, year="år").population_key == "år"


def test_how_the_cost_is_split_is_told_by_what_is_given() -> None:
    """A kind that leaves the split open takes it from the figures."""
    board = replace(BARE, kind="joint-board")
    assert board.shared_by == ""
    assert replace(board, shares=SHARES).shared_by == "percent"
    assert replace(board, equal=True).shared_by == "percent"
    assert replace(board, counted="11-01").shared_by == "population"
    assert replace(board, fixed=FIXED).shared_by == "fixed"
    assert replace(board, split="fixed").shared_by == "fixed"


def test_what_is_left_out_or_added() -> None:
    """Amounts for every year, equal shares, covers, a cost of one's own: all are sound."""
    one = replace(BARE, equal=True, start="2024-03-01", amounts=(("mat", "10 kr"),))
    assert "split: equal\n" in starter(one, "en")
    assert "  mat:\n    amount: 10 kr" in starter(one, "en")
    for covers in ("year", "period"):
        text = starter(replace(one, year="2024", covers=covers), "sv")
        assert f"    covers: {covers}\n" in text
        assert codes(text) == []
    premises = replace(one, kind="family-centre", amounts=(("lokaler", "10 kr"),))
    assert "# paid_by: kommunen" in starter(premises, "sv")


@given(strategies.text(strategies.characters(codec="utf-8"), max_size=30))
def test_any_text_is_written_so_that_it_is_read_back(text: str) -> None:
    """Whatever a title holds, YAML reads it as that very text."""
    document = f"title: {yaml_text(text)}\n{yaml_text(text)}: 1\n"
    read_back = yaml.load(document, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert read_back == {"title": text} | {text: "1"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Region Exempel", "region-exempel"),
        ("Alingsås kommun", "alingsås-kommun"),
        ("Exempelby kommun, socialnämnden", "exempelby-kommun"),
        ("Lyktan (påhittad)", "lyktan"),
        ("2024 års avtal", "års-avtal"),
        ("123", ""),
        ("å" * 80, "å" * 64),
    ],
)
def test_short_names(text: str, name: str) -> None:
    """A short name is made from the first part of a long one."""
    assert short_name(text) == name
