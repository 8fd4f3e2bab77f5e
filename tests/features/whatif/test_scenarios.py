"""Changes as options and scenario files say them."""

from datetime import date

import pytest

from avtalskalk.features.whatif.change_request import ChangeRequest, Kind, Refused, from_option
from avtalskalk.features.whatif.scenarios import read_scenario


@pytest.mark.parametrize(
    ("kind", "text", "target", "value"),
    [
        ("cost", "+3 %", "", "+3 %"),
        ("cost", "drift = +250 tkr", "drift", "+250 tkr"),
        ("index", "kpi=2,5 %", "kpi", "2,5 %"),
        ("key", "population.lerum=+500", "population.lerum", "+500"),
        ("share", "a=40 %", "a", "40 %"),
        ("set", "costs.x.title=a=b", "costs.x.title", "a=b"),
        ("split", "a=60 %,b=40 %", "", "a=60 %,b=40 %"),
        ("split", "drift:a=60 %,b=rest", "drift", "a=60 %,b=rest"),
        ("split", "{by: population}", "", {"by": "population"}),
        ("leave", " a ", "a", ""),
    ],
)
def test_an_option(kind: Kind, text: str, target: str, value: object) -> None:
    """An option says what is changed before the equals sign, and how after it."""
    assert from_option(kind, text, None) == ChangeRequest(
        kind, target, value, option=f"--{kind} {text}"
    )


def test_an_option_from_a_day() -> None:
    """The day from which a change holds is said with it."""
    one = from_option("cost", "+3 %", date(2024, 7, 1))
    assert (one.start, one.option) == (date(2024, 7, 1), "--cost +3 % --from 2024-07-01")


@pytest.mark.parametrize(
    ("kind", "text"),
    [("share", "40 %"), ("set", "title"), ("key", "+3 %"), ("cost", "=3"), ("cost", "x="),
     ("cost", " ")],
)  # fmt: skip
def test_an_option_without_a_name_or_a_value(kind: Kind, text: str) -> None:
    """An option that lacks one of them is refused with an example."""
    with pytest.raises(Refused) as refused:
        from_option(kind, text, None)
    assert refused.value.code == "AV773"


def test_a_scenario() -> None:
    """A scenario's keys are the options' words, each with its place in the file."""
    data = {
        "title": "T",
        "source": "S",
        "after": ["one", "two"],
        "from": "2024-07",
        "split": {"a": "60 %", "b": "rest"},
        "share": {"a": "40 %"},
        "cost": "+3 %",
        "price": {"x": "5"},
        "key": {"k.a": "+1", "l": {"b": "2"}, "m": "+3 %"},
        "leave": ["a", "b"],
    }
    found = read_scenario(data, "s.yaml")
    assert (found.title, found.source, found.after) == ("T", "S", ("one", "two"))
    assert found.diagnostics == ()
    assert {one.start for one in found.requests} == {date(2024, 7, 1)}
    assert {one.file for one in found.requests} == {"s.yaml"}
    assert [(one.kind, one.target, one.value, one.path) for one in found.requests] == [
        ("split", "", {"a": "60 %", "b": "rest"}, ("split",)),
        ("share", "a", "40 %", ("share", "a")),
        ("cost", "", "+3 %", ("cost",)),
        ("price", "x", "5", ("price", "x")),
        ("key", "k.a", "+1", ("key", "k.a")),
        ("key", "l.b", "2", ("key", "l", "b")),
        ("key", "m", "+3 %", ("key", "m")),
        ("leave", "a", "", ("leave",)),
        ("leave", "b", "", ("leave",)),
    ]


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ({"afetr": "x"}, "AV291", ("afetr",)),
        ({"share": "40 %"}, "AV293", ("share",)),
        ({"cost": ["+3 %"]}, "AV293", ("cost",)),
        ({"leave": [{"a": "b"}]}, "AV295", ("leave", 0)),
        ({"after": {"a": "b"}}, "AV295", ("after",)),
        ({"from": "then"}, "AV210", ("from",)),
        ({"title": {"a": "b"}}, "AV295", ("title",)),
    ],
)
def test_what_is_wrong_with_a_scenario(
    data: object, code: str, path: tuple[str | int, ...]
) -> None:
    """Each slip is told of at its place."""
    (one,) = read_scenario(data, "s.yaml").diagnostics
    assert (one.code, one.path, one.file) == (code, path, "s.yaml")


def test_a_file_that_is_no_mapping() -> None:
    """What is wrong with it the reader has said already."""
    assert read_scenario(None, "s.yaml") == ("", "", (), (), ())
