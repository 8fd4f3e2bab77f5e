"""A value that is refused is answered with what to write instead, as far as that is plain."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import pytest
import yaml

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.suggestions import home_of
from avtalskalk.model.validation import validate


def agreement(**data: Any) -> dict[str, Any]:
    """A small agreement's plain data, with some of it otherwise."""
    return {
        "avtalskalk": "1",
        "id": "lyktan",
        "title": "Lyktan",
        "parties": {"regionen": "Region Exempel", "kommunen": {"name": "Exempelby kommun"}},
        "periods": [{"from": "2023-01-01", "split": "equal"}],
    } | data


def only(data: object) -> Diagnostic:
    """The one finding there is."""
    (finding,) = validate(data).diagnostics
    return finding


def suggested(data: object) -> tuple[str, object]:
    """The one finding's code, and what it suggests."""
    result = only(data)
    return result.code, result.arguments.get("suggestion")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("en miljon", "1 mkr"),
        ("30 st", ""),
        ("mycket", ""),
        ("1 " * 60 + "kr", ""),
    ],
)
def test_an_amount_in_words_is_suggested_in_figures(written: str, meant: str) -> None:
    """Words for thousands and millions are answered with the format's own."""
    data = agreement(costs={"drift": {"amount": written}})
    assert suggested(data) == ("AV201", meant)


def test_another_currency_is_no_slip() -> None:
    """An amount that really is in another currency is answered as such."""
    assert only(agreement(costs={"drift": {"amount": "480 EUR"}})).code == "AV204"


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("1 150 kr per månad", ["price: 1 150 kr", "quantity: 12"]),
        ("1 150 kr/kvartal", ["price: 1 150 kr", "quantity: 4"]),
        ("31,25 kr per invånare", ["price: 31,25 kr", "per: population"]),
        ("44 kr per elev", ["price: 44 kr", "per: elever"]),
        (
            "1 150 per besök",
            ["price: 1 150", "quantity: …", "price: 1 150", "per: …"],
        ),
    ],
)
def test_a_price_is_no_amount(written: str, lines: list[str]) -> None:
    """A price for each of something is answered with the lines that say so."""
    keys = {"elever": {"unit": "Elev", "values": {"2023": {"regionen": "1", "kommunen": "2"}}}}
    result = only(agreement(costs={"drift": {"amount": written}}, keys=keys))
    asked = (result.arguments[name] for name in ("priced", "counted", "each", "per"))
    assert (result.code, [finding for finding in asked if finding]) == ("AV233", lines)


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ({"costs": {"drift": {"amount": "40 000 kr per år"}}}, "40 000 kr"),
        ({"frames": {"kommunen": {"2023": "40 kr per månad"}}}, ""),
        ({"costs": {"drift": {"amount": "1 kr per " + "x" * 100}}}, ""),
    ],
)
def test_the_amount_of_a_year_is_an_amount(data: dict[str, Any], meant: str) -> None:
    """`per år` is what an amount means; where no price can stand there is none to suggest."""
    assert suggested(agreement(**data)) == ("AV201", meant)


@pytest.mark.parametrize(("word", "kind"), [("efter", "AV291"), ("kommunen", "AV208")])
def test_a_split_by_the_papers_word(word: str, kind: str) -> None:
    """`{efter: invånare}` is answered with `by`; behind a party stands a share."""
    result = only(agreement(periods=[{"split": {word: "invånare"}}]))
    assert (result.code, result.arguments.get("nearest", "")) == (
        kind,
        "by" if kind == "AV291" else "",
    )


@pytest.mark.parametrize(
    ("written", "meant"), [("året före", "-1"), ("samma år", "0"), ("två", "2"), ("snart", "")]
)
def test_a_year_by_its_distance(written: str, meant: str) -> None:
    """The year of a key's observation is counted from the year that uses it."""
    key = {"use": {"year": written}, "values": {"2023": {"regionen": "1"}}}
    assert suggested(agreement(keys={"k": key})) == ("AV221", meant)


@pytest.mark.parametrize(
    ("written", "percent", "literal"),
    [
        ("70", "70 %", ""),
        ("0.7", "70 %", "0.7 %"),
        ("0,7", "70 %", "0,7 %"),
        ("62.5", "62.5 %", ""),
        ("12,50", "12,5 %", ""),
    ],
)
def test_a_bare_number_is_asked_about_once(written: str, percent: str, literal: str) -> None:
    """A bare number that can only be percent is not given as two alternatives; its mark stays."""
    result = only(agreement(periods=[{"split": {"regionen": written, "kommunen": "rest"}}]))
    assert (result.arguments["percent"], result.arguments["literal"]) == (percent, literal)


@pytest.mark.parametrize(("written", "meant"), [("4 080 besök", "4 080"), ("många", "")])
def test_a_number_is_suggested_without_its_unit(written: str, meant: str) -> None:
    """A number with a unit after it is answered with the number alone."""
    assert suggested(agreement(volumes={"besök": {"2024": written}})) == ("AV205", meant)


@pytest.mark.parametrize("written", ["okänt", "Saknas", "?", "n/a", "–"])
def test_what_is_not_known_is_left_out(written: str) -> None:
    """A word for what is not known is answered with how the unknown is written: not at all."""
    data = agreement(costs={"drift": {"budget": {"2024": written}}})
    assert (only(data).code, only(data).arguments) == ("AV227", {"text": written})


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hälften", "1/2"), ("Resten", "rest"), ("en tredjedel", "1/3"), ("en del", "")],
)
def test_a_share_in_words_is_suggested_as_a_share(written: str, meant: str) -> None:
    """The papers' words for shares are answered with the shares that they are."""
    split = {"regionen": written, "kommunen": "50 %"}
    assert suggested(agreement(periods=[{"split": split}])) == ("AV208", meant)


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("december 2024", "AV210", "2024-12"),
        ("May 2024", "AV210", "2024-05"),
        ("31 december 2024", "AV210", "2024-12-31"),
        ("hösten 2024", "AV210", ""),
        ("i höst", "AV210", ""),
        ("2024-06-31", "AV211", "2024-06-30"),
        ("2024-13-01", "AV211", ""),
        ("2024-13", "AV211", ""),
    ],
)
def test_a_date_is_suggested_as_the_format_has_it(written: str, code: str, meant: str) -> None:
    """A month by its name, and a day that the month lacks, are answered with a date."""
    assert suggested(agreement(periods=[{"to": written}])) == (code, meant)


@pytest.mark.parametrize(("written", "meant"), [("24", "2024"), ("i år", "")])
def test_a_year_is_suggested_with_four_digits(written: str, meant: str) -> None:
    """A year of two digits is answered with four."""
    data = agreement(costs={"drift": {"budget": {written: "800 000 kr"}}})
    assert suggested(data) == ("AV212", meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sex månader", "6 months"), ("Two years", "2 years"), ("ett halvår", ""), ("0 år", "")],
)
def test_a_length_is_suggested_in_digits(written: str, meant: str) -> None:
    """A length in words is answered with the same length in digits."""
    assert suggested(agreement(periods=[{"notice": written}])) == ("AV214", meant)


def test_a_text_is_suggested_on_one_line() -> None:
    """A title over two lines is answered with the same words on one."""
    assert suggested(agreement(title="Lyktan\n\u202ei Exempelby")) == (
        "AV217",
        "Lyktan i Exempelby",
    )


def test_a_name_in_full_is_answered_with_its_id() -> None:
    """A party's name where its id should stand is one finding, with all its places."""
    data = agreement(host="Exempelby kommun", provider=["x"])
    data["periods"] = [{"split": {"Exempelby kommun": "50 %", "regionen": "rest"}}]
    result = next(d for d in validate(data).diagnostics if d.code == "AV101")
    assert result.arguments["nearest"] == "kommunen"
    assert {result.path, *result.related} == {
        ("host",),
        ("periods", 0, "split", "Exempelby kommun"),
    }


def test_a_name_among_the_parties_is_no_id() -> None:
    """A name where a party's id is given is not taken for a misspelt party."""
    result = only(agreement(parties={"a b": "a b", "kommunen": "Exempelby kommun"}))
    assert (result.code, result.arguments["suggestion"]) == ("AV215", "a-b")


@pytest.mark.parametrize(
    ("written", "code", "argument", "meant"),
    [
        ("cirka 30", "AV226", "exact", "30"),
        ("två eller tre", "AV215", "suggestion", "två-eller-tre"),
    ],
)
def test_about_so_many_is_no_name(written: str, code: str, argument: str, meant: str) -> None:
    """An approximate quantity is taken for a number, not for a name."""
    result = only(agreement(costs={"besök": {"price": "10", "quantity": written}}))
    assert (result.code, result.arguments[argument]) == (code, meant)


@pytest.mark.parametrize(("written", "nearest"), [("50/50", "equal"), ("70/30", "")])
def test_a_split_in_figures_is_no_name(written: str, nearest: str) -> None:
    """A split written as two figures is answered with how a split is written."""
    result = only(agreement(periods=[{"split": written}]))
    assert (result.code, result.arguments["nearest"]) == ("AV101", nearest)


@pytest.mark.parametrize(
    ("data", "example"),
    [
        ({"costs": {"drift": {"budget": "800 000 kr"}}}, "2023: 800 000 kr"),
        ({"costs": {"drift": {"budget": {"2024": {"known_part": "5 kr"}}}}}, "regionen: 5 kr"),
        ({"costs": {"drift": "800 000 kr"}}, "amount: 800 000 kr"),
        ({"costs": {"drift": []}}, "amount: …"),
        ({"volumes": {"besök": "30"}}, "2023: 30"),
        ({"sources": {"avtal": "Avtal 2024"}}, "title: Avtal 2024"),
        ({"rounding": "1 kr"}, "to: 1 kr"),
        ({"periods": [{"split": ["regionen"]}]}, "regionen: 50 %"),
        ({"periods": [{"decisions": {"regionen": "ja"}}]}, "status: ja"),
        ({"periods": [], "volumes": {"besök": "30"}}, "2024: 30"),
        ({"costs": "800 000 kr"}, ""),
    ],
)
def test_a_single_value_is_answered_with_the_line_to_write(
    data: dict[str, Any], example: str
) -> None:
    """A value without its name is answered with the value behind the name it most likely has."""
    result = next(d for d in validate(agreement(**data)).diagnostics if d.code == "AV293")
    assert result.arguments["example"] == example


def test_examples_do_without_the_rest_of_the_file() -> None:
    """The line to write is given also where parties and periods are missing or wrong."""
    data = {"parties": "a b", "host": "a b", "periods": ["x"], "volumes": {"v": "30"}}
    result = {d.path: d for d in validate(data).diagnostics if d.code == "AV293"}
    assert result["volumes", "v"].arguments["example"] == "2024: 30"
    assert result["parties",].arguments["example"] == ""
    assert validate(["x"]).diagnostics[0].code == "AV293"


def test_a_missing_space_is_said_as_such() -> None:
    """A name and a value without a space between them are taken for what they are."""
    result = only(agreement(costs={"drift": {"budget": "2024:800 000 kr"}}))
    assert (result.code, result.arguments) == ("AV012", {"instead": "2024: 800 000 kr"})


@pytest.mark.parametrize(
    ("data", "path", "example"),
    [
        ({"periods": {"from": "2024-01-01"}}, ("periods",), "- from: 2024-01-01"),
        ({"periods": {"split": {"regionen": "50 %"}}}, ("periods",), "- split: …"),
        ({"periods": {}}, ("periods",), "- …: …"),
        ({"periods": "2024"}, ("periods",), "- …"),
        (
            {"periods": [{"split": {"equal": "regionen"}}]},
            ("periods", 0, "split", "equal"),
            "[regionen]",
        ),
        (
            {"periods": [{"split": {"by": "n", "scale": {"table": [{"factor": "50 %"}]}}}]},
            ("periods", 0, "split", "scale"),
            "- {up_to: 10 000, factor: 100 %}",
        ),
    ],
)
def test_what_should_be_a_list_is_answered_with_its_first_line(
    data: dict[str, Any], path: tuple[str | int, ...], example: str
) -> None:
    """Lines that should stand behind a dash are answered with the first of them so written."""
    result = only(agreement(**data))
    assert (result.code, result.path, result.arguments["example"]) == ("AV294", path, example)


@pytest.mark.parametrize(
    ("title", "example"),
    [(["Lyktan", "Exempelby"], '"Lyktan, Exempelby"'), ([["Lyktan"]], ""), ({"a": "b"}, "")],
)
def test_a_text_that_came_apart_is_put_in_quotes(title: object, example: str) -> None:
    """A list where a text should stand is answered with the text in quotes."""
    result = only(agreement(title=title))
    assert (result.code, result.arguments["example"]) == ("AV295", example)


def test_a_key_that_is_no_text_is_no_obstacle() -> None:
    """A program may hand over a year as a number; nothing is suggested then."""
    result = only(agreement(paid={2024: {"regionen": ["5"]}}))
    assert (result.code, result.arguments["example"]) == ("AV295", "")


@pytest.mark.parametrize(
    ("parties", "example"),
    [
        ([{"regionen": "Region Exempel"}], "regionen: Region Exempel"),
        ([{"regionen": {"name": "Region Exempel"}}], "regionen: …"),
        ([{}], ""),
        ([], ""),
    ],
)
def test_parties_behind_dashes_are_answered_with_the_first(
    parties: list[object], example: str
) -> None:
    """Parties in a list are answered with the first as it should stand."""
    result = next(d for d in validate(agreement(parties=parties)).diagnostics if d.code == "AV106")
    assert result.arguments["example"] == example


@pytest.mark.parametrize(
    ("data", "nearest", "elsewhere", "within"),
    [
        ({"kostnader": {}}, "costs", "", ""),
        ({"cost": {}}, "costs", "", ""),
        ({"split": "equal"}, "", "", "periods"),
        ({"fördelning": "lika"}, "", "", "periods"),
        ({"covers": "period"}, "", "", "costs"),
        ({"instalments": "quarterly"}, "", "invoicing", ""),
        ({"costs": {"drift": {"known_part": {}, "amount": "1"}}}, "", "", "costs.….budget"),
        ({"xyzzy": "1"}, "", "", ""),
    ],
)
def test_an_unknown_key_is_answered_with_the_right_one_or_its_place(
    data: dict[str, Any], nearest: str, elsewhere: str, within: str
) -> None:
    """A key in Swedish is answered with the format's own, a key in a wrong place with its place.

    What belongs to one of the costs is not sent to `costs` itself.
    """
    arguments = only(agreement(**data)).arguments
    places = (arguments["nearest"], arguments["elsewhere"], arguments["within"])
    assert places == (nearest, elsewhere, within)
    assert bool(arguments["choices"]) == (not any(places))


def test_the_place_of_a_key_at_the_top_is_no_place() -> None:
    """A key of the top level has nothing that it stands under."""
    assert home_of("title") == ""


def test_half_a_character_on_the_way_suggests_nothing() -> None:
    """What no file can hold, in a key above a refused text, stops nothing."""
    data = agreement(costs={"d\udcff": {"title": "x\udcff", "amount": "1"}})
    assert {finding.code for finding in validate(data).diagnostics} == {"AV217"}


# --- What is suggested is accepted ---------------------------------------------------------

SPELLINGS = """
    1 00 kr|12 34 kr|100 000 kr|480 TKR
    1234567890123456789 million|12,345 KR|1,2 miljoner|105.4 million|en miljon|16,107
    16,100|1,005|480.000 kr|480,125 kr|1,914 476 mkr|1.914.476 tkr|1,914,476|1'914'476
    1 914,476|12 EUR|$ 5|5 $|mycket|cirka 1,9 miljoner|ca 30|ca 70 %|ca 1,234|ca 70
    omkring en miljon|~5 kr|31,125 kr per elev|40 000 kr per år|1 150 kr/månad
    44 kr i kvartalet|4 080 st|4 08 st|4 080,5 besök|12 %|70|0.7|0,125|-5|1 200 000|120|101 %
    hälften|lika|resten|allt|1/0|3/2|rest|rest\u00a0|equal\u00a0|70 procents|hälften var|50/50
    lika delar|1 januari 2024|den 3 oktober 2022|1 oktober|december 2024|2024-13-01|2024-02-30
    2024/12/1|20240101|31.12.2024|31-12-24|24|2024/25|2024/26|2023/24|årsskiftet|11-01|1 nov
    02-30|två år|6 mån|sex månader|0 månader|100 år|1,5 år|fo\u0308rskola|Regionen
    Region Exempel|kommun en|12abc|!!|by|equal|Rest!|ja|nej|sant|true|$|kr|euro|Svenska kronor
    usd|dollar|godkänd|avslag|kvartal|månadsvis|året före|två|-1.0|+3|okänt|-|…|x
"""
TEXTS = [text for line in SPELLINGS.split("\n") for text in line.strip(" ").split("|") if text]
FIELDS = [
    "costs.drift.amount",
    "costs.drift.budget.2024",
    "costs.drift.budget.2024.value",
    "costs.drift.price",
    "costs.drift.quantity",
    "costs.drift.portion",
    "costs.drift.factor",
    "costs.drift.from",
    "costs.drift.to",
    "costs.drift.kind",
    "costs.drift.paid_by",
    "costs.drift.split",
    "costs.drift.split.kommunen",
    "costs.drift.split.equal",
    "costs.drift.surcharge.percent",
    "costs.drift.limits.0.max_increase",
    "costs.drift.limits.0.max",
    "costs.drift.index.base",
    "costs.drift.index.cap",
    "periods.0.notice",
    "periods.0.split.mix.0.weight",
    "periods.0.splits.x.by",
    "periods.0.decisions.kommunen.date",
    "periods.0.decisions.kommunen.status",
    "periods.0.continues",
    "periods.0.renews.years",
    "periods.0.option.extend",
    "keys.population.use.date",
    "keys.population.use.year",
    "keys.population.average",
    "keys.population.values.2024.kommunen",
    "currency",
    "proration",
    "host",
    "fiscal_year.starts",
    "rounding.to",
    "invoicing.instalments",
    "invoicing.due_days",
    "title",
]
SUGGESTED = ("suggestion", "thousands", "decimals", "percent", "literal", "exact", "example")


def put(data: dict[str, Any], path: Sequence[str], value: object) -> dict[str, Any]:
    """Plain data with a value at a path, which is made where it is not there."""
    whole: dict[str, Any] = deepcopy(data)
    node: Any = whole
    for step, following in zip(path, (*path[1:], ""), strict=True):
        key = int(step) if isinstance(node, list) else step
        if not following:
            node[key] = value
            break
        fresh: Any = [{}] if following == "0" else {}
        if isinstance(node, list):
            node = node[int(step)]
            continue
        if not isinstance(node.get(step), (dict, list)):
            node[step] = fresh
        node = node[step]
    return whole


@pytest.mark.parametrize("currency", ["SEK", "USD", "JPY"])
@pytest.mark.parametrize("field", FIELDS)
def test_what_is_suggested_is_accepted_there(field: str, currency: str) -> None:
    """Every value that a message says to write has no error in the place of the wrong one."""
    path = field.split(".")
    place = tuple(int(step) if step == "0" else step for step in path)
    refused = []
    for text in TEXTS:
        data = agreement(currency=currency)
        for finding in validate(put(data, path, text)).diagnostics:
            if finding.path != place or finding.at != "value":
                continue
            suggestions = {finding.arguments.get(name, "") for name in SUGGESTED} - {""}
            for suggestion in (s for s in suggestions if "…" not in str(s)):
                value = yaml.load(str(suggestion), Loader=yaml.BaseLoader)  # noqa: S506 - text only
                after = validate(put(data, path, value)).diagnostics
                wrong = [other.code for other in after if other.path[: len(place)] == place]
                if wrong:
                    refused.append((text, finding.code, suggestion, wrong))
    assert refused == []


@pytest.mark.parametrize(
    ("record", "value"),
    [
        ("costs", {"amount": "1"}),
        ("costs.drift.budget", "1"),
        ("costs.drift.amount", "1"),
        ("keys.population.values", {"kommunen": "1"}),
        ("parties", "En part"),
        ("periods.0.split", "100 %"),
        ("paid", {"kommunen": "1"}),
    ],
)
def test_what_is_suggested_for_a_name_is_accepted_there(record: str, value: object) -> None:
    """So it is for ids, years and days in front of the colon."""
    path, refused = record.split("."), []
    place = tuple(int(step) if step == "0" else step for step in path)
    for text in TEXTS:
        data = agreement(costs={}, keys={})
        for finding in validate(put(data, path, {text: value})).diagnostics:
            suggestion = str(finding.arguments.get("suggestion", ""))
            if finding.path == (*place, text) and finding.at == "key" and suggestion:
                after = validate(put(data, path, {suggestion: value})).diagnostics
                if any(other.path == (*place, suggestion) and other.at == "key" for other in after):
                    refused.append((text, finding.code, suggestion))
    assert refused == []
