"""Reading a file's bytes: plain data, and findings with the line they are on."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from avtalskalk.diagnostics import Path as Where
from avtalskalk.files import yaml_nodes
from avtalskalk.files.characters import REFUSED, STAND_IN
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_nodes import FAULTS
from avtalskalk.files.yaml_places import locate, unspaced

FILES = sorted(Path(__file__).parent.parent.parent.glob("[ae]*s/**/*.yaml"))


def data_of(text: str) -> object:
    document = read(text.encode(), "a.yaml")
    assert document.diagnostics == ()
    return document.data


def codes(document: YamlDocument) -> list[str]:
    return [diagnostic.code for diagnostic in document.diagnostics]


def found(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    raw = text if isinstance(text, bytes) else text.encode()
    places = [(one.code, one.place) for one in read(raw, "a.yaml").diagnostics]
    return [(code, at.line, at.column) if at else (code, 0, 0) for code, at in places]


def written_instead(text: str) -> object:
    (finding,) = read(text.encode(), "a.yaml").diagnostics
    return finding.arguments["instead"]


def test_every_scalar_stays_text() -> None:
    """No value is read as a number, a date, a time, yes or no."""
    text = "a: no\nb: 12:30\nc: 0010\nd: 2023-01-01\ne: ~\nf: 1_000\n2023: 33.10\n"
    assert data_of(text) == {
        "a": "no",
        "b": "12:30",
        "c": "0010",
        "d": "2023-01-01",
        "e": "~",
        "f": "1_000",
        "2023": "33.10",
    }


def test_the_usual_shapes() -> None:
    """Block and flow mappings and lists, quotes, comments and texts over several lines are read."""
    text = """\
# kommentar
a: {b: [c, "d # e"], f: 'g: h'}   # till
i:
  - j: k
    l: m
  - n
o: en text
  som fortsätter
p: |
  rad ett
  rad två
"""
    assert data_of(text) == {
        "a": {"b": ["c", "d # e"], "f": "g: h"},
        "i": [{"j": "k", "l": "m"}, "n"],
        "o": "en text som fortsätter",
        "p": "rad ett\nrad två\n",
    }


@pytest.mark.parametrize("text", ["a: 1\nb: {c: 12,5}\n", "a: [b]\nc: d: e\n", "a: é\nb:\n"])
def test_without_the_c_library(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The pure parser gives the same data and the same findings."""
    fast = read(text.encode(), "a.yaml")
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
    assert read(text.encode(), "a.yaml") == fast


def test_sound_files_by_the_pure_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pure parser reads agreements as the C library does."""
    raw = FILES[0].read_bytes()
    fast = read(raw, "a.yaml")
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
    assert read(raw, "a.yaml") == fast


def test_marks_of_word_processors_and_systems() -> None:
    """A byte order mark and Windows line ends change nothing, and the fingerprint is the bytes'."""
    plain = read(b"a: 1\nb: 2\n", "a.yaml")
    windows = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")
    assert windows.data == plain.data == {"a": "1", "b": "2"}
    assert windows.diagnostics == plain.diagnostics == ()
    assert windows.sha256 != plain.sha256
    expected = "af5dca1b4b08b8e7ea71ab6b2ff6f21a42dd20a7ee3b0ceae5b04c3ff0d4f4b1"
    assert len(plain.sha256) == len(expected)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"a: 1\n" * 1_000_001, "AV001"),
        (b"", "AV002"),
        (b"  \n\n", "AV002"),
        (b"# bara en kommentar\n", "AV002"),
        (b"---\n", "AV002"),
        (b"PK\x03\x04\x00\x00abcdefghijkl", "AV003"),
        ("a: å\n".encode("utf-16"), "AV004"),
        ("a: å\n".encode("utf-16-be"), "AV004"),
        ("a: å\n".encode("utf-32"), "AV004"),
        (b"- a\n- b\n", "AV027"),
        (b"bara text\n", "AV027"),
        (b'""\n', "AV002"),
    ],
)
def test_files_that_hold_no_agreement(raw: bytes, code: str) -> None:
    """What is too large, empty, no text, in a wide encoding or no mapping is said so."""
    document = read(raw, "a.yaml")
    assert codes(document) == [code]
    assert document.data is None
    assert document.diagnostics[0].file == "a.yaml"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_file_in_an_older_encoding(end: bytes) -> None:
    """A byte that is not UTF-8 is named with its line and the letter it probably is."""
    document = read("a: é\n".encode() + b"titel: f\xf6rskola" + end, "a.yaml")
    (finding,) = document.diagnostics
    assert finding.code == "AV005"
    assert finding.arguments == {"byte": "F6", "line": 2, "letter": "ö"}
    assert finding.place
    assert (finding.place.line, finding.place.column) == (2, 9)
    assert finding.place.excerpt == "titel: förskola"


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x1b", "AV006"),
        ("\x7f", "AV006"),
        ("\x9f", "AV006"),
        ("\u202e", "AV006"),
        ("\u2067", "AV006"),
        ("\u061c", "AV006"),
        ("\x85", "AV006"),
        ("\u2028", "AV006"),
        ("\u2029", "AV006"),
        ("\ufeff", "AV006"),
        ("\uffff", "AV006"),
    ],
)
def test_characters_no_text_may_hold(character: str, code: str) -> None:
    """A control character, a mark of direction or a hidden one is refused where it stands."""
    text = f"a: 1\nb: x{character}y{character}\nc:\n"
    assert found(text) == [(code, 2, 5), ("AV028", 3, 1)]
    finding = read(text.encode(), "a.yaml").diagnostics[0]
    assert finding.arguments == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize(
    ("escape", "code"), [("\\e[31m", "AV006"), ("\\u202e", "AV006"), ("\\L", "AV006")]
)
def test_escapes_bring_in_nothing_refused(escape: str, code: str) -> None:
    """An escape in double quotes gives the same finding as the character itself."""
    assert found(f'a: "{escape}x"\n"b{escape}": 1\n') == [(code, 1, 4), (code, 2, 1)]
    document = read(f'a: "{escape}x"\n'.encode(), "a.yaml")
    assert document.diagnostics[0].path == ("a",)
    assert "\ufffd" in str(document.data)


def test_harmless_escapes() -> None:
    """A line break, a tab or a letter may be written as an escape."""
    assert data_of('a: "x\\n\\ty\\u00e5 & * ! <"\n') == {"a": "x\n\tyå & * ! <"}


def test_half_a_character_as_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of a surrogate pair is refused by either parser."""
    assert codes(read(b'a: "\\ud800"\n', "a.yaml")) == ["AV037"]
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
    assert codes(read(b'a: "\\ud800"\n', "a.yaml")) == ["AV006"]
    assert codes(read(b'a: "\\UFFFFFFFF"\n', "a.yaml")) == ["AV010"]


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 50_000, "a: " + "{" * 50_000, "- " * 50_000, "? " * 50_000]
)
def test_too_deep(text: str) -> None:
    """Tens of thousands of brackets are answered at once with one clear message."""
    start = time.perf_counter()
    document = read(text.encode(), "a.yaml")
    assert codes(document) == ["AV008"]
    assert time.perf_counter() - start < 1


@pytest.mark.slow
@pytest.mark.parametrize("with_c", [True, False])
def test_too_deep_with_few_marks(monkeypatch: pytest.MonkeyPatch, *, with_c: bool) -> None:
    """So many levels as a file may have that is composed at once end neither in a crash."""
    if not with_c:
        monkeypatch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
    for opening, closing in ("[]", "{}", ("- ", ""), ("? ", "")):
        levels = 990
        text = "a:\n " + opening * levels + "b" + closing * levels
        assert codes(read(text.encode(), "a.yaml")) == ["AV008"]


def test_more_marks_than_are_composed() -> None:
    """A file of many lines is read the longer way, and gives the same."""
    lines = [f"nr{number}: {number}\n" for number in range(3_000)]
    few, many = data_of("".join(lines[:100])), data_of("".join(lines))
    assert few == {f"nr{number}": str(number) for number in range(100)}
    assert many == {f"nr{number}": str(number) for number in range(3_000)}


def test_the_deepest() -> None:
    """Forty levels can be read, forty-one cannot."""
    assert data_of("a: " + "[" * 39 + "b" + "]" * 39)
    assert found("a: " + "[" * 40 + "b" + "]" * 40) == [("AV008", 1, 43)]
    assert data_of("a: " + "{a: " * 39 + "b" + "}" * 39)
    assert found("a: " + "{a: " * 40 + "b" + "}" * 40) == [("AV008", 1, 160)]
    assert data_of("a: " + "[{a: " * 19 + "[b]" + "}]" * 19)
    assert [code for code, *_ in found("a: " + "[{a: " * 20 + "b" + "}]" * 20)] == ["AV008"]
    levels = [" " * level + "a:\n" for level in range(41)]
    assert data_of("".join(levels[:40]) + " " * 40 + "b")
    assert [code for code, *_ in found("".join(levels) + " " * 41 + "b")] == ["AV008"]


def test_an_alias_bomb() -> None:
    """Anchors and aliases are refused one by one and never followed."""
    text = "a: &a [x, x]\n"
    for one, before in zip("bcdefghij", "abcdefghi", strict=True):
        text += f"{one}: &{one} [*{before}, *{before}]\n"
    document = read(text.encode(), "a.yaml")
    assert codes(document) == ["AV020", *["AV020", "AV021", "AV021"] * 9]
    assert isinstance(document.data, dict)
    assert document.data["b"] == ["", ""]
    assert document.diagnostics[0].arguments == {"written": "&a [x, x]"}


def test_more_values_than_any_agreement() -> None:
    """A file of more than a hundred thousand values is refused."""
    assert found("a: [" + "b, " * 110_000 + "]\n")[0][0] == "AV009"


def test_a_very_long_number_stays_text() -> None:
    """A number of five thousand digits is text like any other."""
    assert data_of("a: " + "9" * 5000) == {"a": "9" * 5000}


def test_more_findings_than_anyone_reads() -> None:
    """The hundred first findings are shown, and how many more there are."""
    document = read(b"a: 1\n" + b"b:\n" * 150, "a.yaml")
    assert len(document.diagnostics) == 101
    assert document.diagnostics[-1].code == "AV038"
    assert document.diagnostics[-1].arguments["shown"] == 100
    lines = read(b"a: 1 # \x1b\n" * 150, "a.yaml")
    assert codes(lines).count("AV006") == 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &b c\n", [("AV020", 1, 4)]),
        ("a: *b\n", [("AV021", 1, 4)]),
        ("*b : 1\nc: 2\n", [("AV021", 1, 1)]),
        ("&b a: 1\n", [("AV020", 1, 1)]),
        ("a: !!int 1\n", [("AV022", 1, 4)]),
        ("a: !b {c: d}\n", [("AV022", 1, 4)]),
        ("a: [!b c]\n", [("AV022", 1, 5)]),
        ("<<: {a: 1}\n", [("AV023", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("AV024", 2, 1)]),
        ("a: 1\n...\nb: 2\n", [("AV024", 3, 1)]),
        ("a: 1\nb: 2\na: 3\n", [("AV025", 3, 1)]),
        ("[a, b]: 1\n", [("AV026", 1, 1)]),
        ("? {a: b}\n: 1\n", [("AV026", 1, 3)]),
        ("a:\nb: 1\n", [("AV028", 1, 1)]),
        ("a: # b\n", [("AV028", 1, 1)]),
        ("a: {b: , c: 1}\n", [("AV028", 1, 5)]),
        ('a: ""\n', [("AV028", 1, 1)]),
        ("a: |\nb: 1\n", [("AV028", 1, 1)]),
        ("a:\n  - b\n  -\n", [("AV030", 3, 4)]),
        ("a:\n  - ''\n", [("AV030", 2, 5)]),
        (": 1\n", [("AV039", 1, 1)]),
        ('"": 1\n', [("AV039", 1, 1)]),
        ("a: {b, c: 1}\n", [("AV034", 1, 5)]),
        ("a: {b:1, c: 1}\n", [("AV012", 1, 5)]),
        ("a: {b # c\n , c: 1}\n", [("AV034", 1, 5)]),
    ],
)
def test_what_yaml_allows_and_agreements_do_not(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Each is said with its place, and the rest of the file is still read."""
    assert found(text) == expected


def test_a_repeated_key_names_the_first() -> None:
    """The first value is kept, and the finding says on which line it stands."""
    document = read(b"a: 1\nb:\n  c: 2\n\n  c: 3\n", "a.yaml")
    assert document.data == {"a": "1", "b": {"c": "2"}}
    (finding,) = document.diagnostics
    assert finding.arguments == {"key": "c", "line": 3}
    assert (finding.path, finding.at) == (("b", "c"), "key")


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b: -\n  c: d\n",
        "a:\n  b: ?   # vet ej\n  c: d\n",
        "a: {b: ?, c: d}",
    ],
)
def test_marks_for_what_is_not_known(text: str) -> None:
    """A dash or a question mark alone is no value, whatever it is to YAML; the rest is read."""
    document = read(text.encode(), "a.yaml")
    (finding,) = document.diagnostics
    assert (finding.code, finding.path) == ("AV227", ("a", "b"))
    assert finding.place
    assert finding.place.excerpt[finding.place.column - 1] == finding.arguments["text"]
    assert document.data == {"a": {"b": "", "c": "d"}}


@pytest.mark.parametrize("mark", ["?", "-"])
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: ?\n  b: 1\n", {"a": {"b": "1"}}),
        ("a: ?\n  - b\n", {"a": ["b"]}),
        ("a: ?  # vet ej\n\n  b: 1\n  c: 2\n", {"a": {"b": "1", "c": "2"}}),
        ("a : ?\n  b: 1\n", {"a": {"b": "1"}}),
        ("x:\n  'a': ?\n    b: 1\n", {"x": {"a": {"b": "1"}}}),
        ("a: ?\n  b\n", {"a": "b"}),
        ("a: {b: ?\n  , c: d}\ne: ?\n  f: 1\n", {"a": {"b": "", "c": "d"}, "e": {"f": "1"}}),
    ],
)
def test_such_a_mark_with_the_value_below(text: str, data: object, mark: str) -> None:
    """It is no YAML, and the mark is reported; what stands below is still read."""
    text = text.replace("?", mark)
    document = read(text.encode(), "a.yaml")
    assert [finding.code for finding in document.diagnostics] == ["AV227"] * text.count(f": {mark}")
    assert document.data == data


@given(
    st.lists(
        st.sampled_from(["a", ": ", "?", "-", " ", "\n", "  ", "{", "}", ",", "#", "'", '"', "1"])
    )
)
def test_what_is_no_yaml_is_never_valid(pieces: list[str]) -> None:
    """Wherever PyYAML's own parser finds a fault something is reported."""
    text = "".join(pieces)
    try:
        list(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError:
        assert read(text.encode(), "a.yaml").diagnostics


@pytest.mark.parametrize(
    ("text", "echoes", "others"),
    [
        ("a: {b: 1, c}", [("a",)], [("a", "b"), ()]),
        ("a: {[b]: 1, c: 2}", [("a",)], [("a", "c")]),
        ("a: !b c", [("a",)], [()]),
        ("a: !b {c: d}", [], [("a",), ("a", "c")]),
        ("a:\nb: c", [("a",), ("a", "x")], [("b",), ()]),
    ],
)
def test_where_anything_said_would_be_an_echo(
    text: str, echoes: list[Where], others: list[Where]
) -> None:
    """In a mapping that is not whole, a text with a tag, and all of an empty value."""
    document = read(text.encode(), "a.yaml")
    assert all(document.explains(path) for path in echoes)
    assert not any(document.explains(path) for path in others)


def test_a_missing_space_in_braces_is_read_as_meant() -> None:
    """`b:50 %` in braces is told, and is the entry that was meant."""
    document = read(b"a: {b:50 %, c: 50 %}\n", "a.yaml")
    assert document.data == {"a": {"b": "50 %", "c": "50 %"}}
    assert [one.arguments["instead"] for one in document.diagnostics] == ["b: 50 %"]
    assert locate(document.text, ("a", "b"))


def test_unknown_values_are_listed() -> None:
    """Empty values stand in the data as empty text, and their paths are kept."""
    document = read(b"a:\nb: {c: [d, *e]}\n", "a.yaml")
    assert document.data == {"a": "", "b": {"c": ["d", ""]}}
    assert document.without_value == {("a",), ("b", "c", 1)}


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("a: {b: 12,5 %}", [("AV031", "12,5 %", "12.5 %")], {"a": {"b": "12.5 %"}}),
        (
            "a: {b: 12,5 %, c: 87,5 %}",
            [("AV031", "12,5 %", "12.5 %"), ("AV031", "87,5 %", "87.5 %")],
            {"a": {"b": "12.5 %", "c": "87.5 %"}},
        ),
        (
            "a: {2023: 1 914 476,50 kr}",
            [("AV031", "1 914 476,50 kr", "1 914 476.50 kr")],
            {"a": {"2023": "1 914 476.50 kr"}},
        ),
        ("a: {b: -1,5 mkr}", [("AV031", "-1,5 mkr", "-1.5 mkr")], {"a": {"b": "-1.5 mkr"}}),
        ("a: {b: 1,914 mkr}", [("AV033", "1,914 mkr", "1 914 mkr")], {"a": {"b": "1 914 mkr"}}),
        ("a: {b: 0,914 mkr}", [("AV031", "0,914 mkr", "0.914 mkr")], {"a": {"b": "0.914 mkr"}}),
        ("a: {b: 0,125}", [("AV031", "0,125", "0.125")], {"a": {"b": "0.125"}}),
        (
            "a: {b: 1,914,476 kr}",
            [("AV031", "1,914,476 kr", "1 914 476 kr")],
            {"a": {"b": "1 914 476 kr"}},
        ),
        ("a: {b: 1,914}", [("AV033", "1,914", "1 914")], {"a": {"b": "1 914"}}),
        (
            "a: [{b: 12,5 %, c: d}]",
            [("AV031", "12,5 %", "12.5 %")],
            {"a": [{"b": "12.5 %", "c": "d"}]},
        ),
        (
            "a: [12,5 %, 2,5 %]",
            [("AV031", "12,5 %", "12.5 %"), ("AV031", "2,5 %", "2.5 %")],
            {"a": ["12.5 %", "2.5 %"]},
        ),
        ("a: [b: 12,5 %]", [("AV031", "12,5 %", "12.5 %")], {"a": [{"b": "12.5 %"}]}),
        (
            "a: {name: Lerum, kommun}",
            [("AV031", "Lerum, kommun", '"Lerum, kommun"')],
            {"a": {"name": "Lerum, kommun"}},
        ),
        (
            "a: {title: Hyra, el,\n  vatten, b: 1}",
            [("AV031", "Hyra, el, vatten", '"Hyra, el, vatten"')],
            {"a": {"title": "Hyra, el, vatten", "b": "1"}},
        ),
        (
            "a: {b: Västra nämnden, i öst}",
            [("AV031", "Västra nämnden, i öst", '"Västra nämnden, i öst"')],
            {"a": {"b": "Västra nämnden, i öst"}},
        ),
        (
            'a: {title: O\'Neil "x", AB}',
            [("AV031", 'O\'Neil "x", AB', "'O''Neil \"x\", AB'")],
            {"a": {"title": 'O\'Neil "x", AB'}},
        ),
    ],
)
def test_a_comma_inside_braces(text: str, expected: list[object], data: object) -> None:
    """The comma is recognised before repeated keys and empty values, with the words to write."""
    document = read(text.encode(), "a.yaml")
    said = [
        (one.code, one.arguments["wrong"], one.arguments["right"]) for one in document.diagnostics
    ]
    assert said == expected
    assert document.data == data


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: 12, 5 %}",
        "a: {b: 50 %, c}",
        "a: {b: Ett, c}",
        "a: {b: 50 %,5}",
        "a: {b: '12',5}",
        "a: {b: 1,5 % x}",
        "a: {b: [1],5}",
        "a: {b: 5 000 kr, ungefär så}",
        "a: {b: 5.5 mkr, exkl. moms}",
    ],
)
def test_a_comma_that_may_mean_something_else(text: str) -> None:
    """What is not surely one value is left as it is, and the loose word is named."""
    assert codes(read(text.encode(), "a.yaml")) == ["AV034"]


@pytest.mark.parametrize("text", ["a: [1,5]", "a: [2021,2022]", "a: [b, c d]", "a: [{b: c}, 5 %]"])
def test_commas_of_lists(text: str) -> None:
    """Commas between the items of a list are what they are."""
    data_of(text)


def test_thousands_or_decimals() -> None:
    """Three digits after the comma are asked about, with both ways to write."""
    (finding,) = read(b"a: {b: 1,914 kr}", "a.yaml").diagnostics
    assert finding.arguments == {"wrong": "1,914 kr", "right": "1 914 kr", "decimals": "1.9140 kr"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", [("AV011", 2, 1)]),
        ("a: 1\n\t\nb: 2\n", [("AV011", 2, 1)]),
        ("a:\n  - b: 1\n\tc: 2\n", [("AV011", 3, 1)]),
        ("title:Avtal\nid: x\n", [("AV012", 1, 1)]),
        ("id: x\ntitle:Avtal\n", [("AV012", 2, 1)]),
        ("a:\n  b:50 %\n  c: 50 %\n", [("AV012", 2, 3)]),
        ('a: "b\nc: 1\n', [("AV013", 1, 4)]),
        ("a: 'b\nc: 1\n", [("AV013", 1, 4)]),
        ('a: "b\n---\n', [("AV013", 1, 4)]),
        ("a: {b: 1\nc: 2\n", [("AV014", 1, 4)]),
        ("a: [b, c\n", [("AV014", 1, 4)]),
        ("a: {b: [c], d: [e,\n", [("AV014", 1, 16)]),
        ("a: {b: c]}\n", [("AV014", 1, 4)]),
        ("a: [}\n", [("AV014", 1, 4)]),
        ("a: ]\n", [("AV019", 1, 4)]),
        ("a: !<b\n", [("AV017", 1, 4)]),
        ("a: !!\n", [("AV017", 1, 4)]),
        ("a: ,\n", [("AV044", 1, 4)]),
        ("a: {#}\n", [("AV010", 2, 1)]),
        ('a: {"b": "c": d}\n', [("AV014", 1, 4)]),
        ("a: {[,\n", [("AV044", 1, 6)]),
        ("a: [b, c}\n", [("AV014", 1, 4)]),
        ("a: 1\n  b: 2\n", [("AV015", 2, 1)]),
        ("a: 1\n\n  # c\n  b: 2\n", [("AV015", 4, 1)]),
        ("title: Avtal: del 2\n", [("AV016", 1, 8)]),
        ("a:\n  - Enligt: detta: hej # x\n", [("AV016", 2, 13)]),
        ("a: {b: c: d, e: f}\n", [("AV016", 1, 8)]),
        ("a: @b\n", [("AV017", 1, 4)]),
        ("a: `b`\n", [("AV017", 1, 4)]),
        ("a: %b\n", [("AV017", 1, 4)]),
        ("a: *b*\n", [("AV017", 1, 4)]),
        ("a: *b c*, d\n", [("AV017", 1, 4)]),
        ("a: 1\nb: *c d\n", [("AV017", 2, 4)]),
        ("a: > 5\n", [("AV017", 1, 4)]),
        ('a: "b" c\n', [("AV018", 1, 8)]),
        ("a: {b: 1} c\n", [("AV018", 1, 11)]),
        ("a: {b: 1}}\n", [("AV019", 1, 10)]),
        ('a: "b\\c"\n', [("AV037", 1, 6)]),
        ('a: "b\\\n', [("AV013", 1, 4)]),
        ('a: "b\nc\\d"\n', [("AV037", 2, 2)]),
        ("title Avtal\nid: x\n", [("AV040", 1, 1)]),
        ("id: x\ntitle Avtal\n", [("AV040", 2, 1)]),
        ("a:\n  - b\n  c: 2\n", [("AV041", 3, 1)]),
        ("a:\n  c: 2\n  - b\n", [("AV041", 3, 3)]),
        ("a:\n  b: 1\n c: 2\n", [("AV042", 3, 1)]),
        ("a:\n  - b: 1\n   c: 2\n", [("AV042", 3, 1)]),
        ("a: - b\n", [("AV043", 1, 4)]),
        ("a: {b: 1,, c: 2}\n", [("AV044", 1, 10)]),
        ("a: [&, b]\n", [("AV017", 1, 5)]),
        ("%YAML 2.0\n---\na: 1\n", [("AV010", 1, 1)]),
        ("a" * 1100 + ": 1\n", [("AV010", 1, 1101)]),
    ],
)
def test_mistakes_in_writing(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Each is said in the writer's words, at the line that is to be mended."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("title:Avtal\nid: x\n", "title: Avtal"),
        ("title = Avtal\nid: x\n", "title: Avtal"),
        ("x:\n  - a:b\n    c: d\n", "- a: b"),
        ("a: b: c # d\n", 'a: "b: c"'),
        ('a: b "x": c\n', "a: 'b \"x\": c'"),
        ("x: {a: b: c}\n", 'a: "b: c"'),
        ("a: @b\n", 'a: "@b"'),
        ("a: [@b c, d]\n", '"@b c"'),
        ("a: *b c\n", 'a: "*b c"'),
        ('a: "C:\\mapp"\n', "'C:\\mapp'"),
        ("a: - b\n", "- b"),
    ],
)
def test_the_words_to_paste(text: str, instead: str) -> None:
    """The finding holds the line as it should be written."""
    assert written_instead(text) == instead


def test_reading_goes_on_after_mistakes() -> None:
    """Several mistakes of writing, slips and empty values are all found in one run."""
    text = "title: A: b\nid:x\na: {b: 1,5 %}\nc: @d\ne:\n"
    assert [code for code, *_ in found(text)] == ["AV016", "AV012", "AV031", "AV017", "AV028"]
    assert read(text.encode(), "a.yaml").data == {
        "title": "A: b",
        "id": "x",
        "a": {"b": "1.5 %"},
        "c": "@d",
        "e": "",
    }


def test_reading_past_tabs_gives_no_data() -> None:
    """How far a tab indents cannot be known, so nothing is computed from such a file."""
    document = read(b"a:\n\tb: 1\n\tc:\n", "a.yaml")
    assert [code for code, *_ in found("a:\n\tb: 1\n\tc:\n")] == ["AV011", "AV011", "AV028"]
    assert document.data is None


def test_consequences_are_not_reported() -> None:
    """What follows from a tab, or stands on a line already named, is no finding of its own."""
    assert found("a:\n  -\tb: 1\n    c: 2\n") == [("AV011", 2, 4)]
    assert found("a: b: c} d: [\n") == [("AV016", 1, 4)]
    assert found("a: @b: {\n") == [("AV017", 1, 4)]


def test_many_mistakes_of_writing() -> None:
    """Reading past mistakes ends after twenty."""
    assert len(found("".join(f"a{number}: b: c\n" for number in range(50)))) == 20


def test_a_long_file_is_read_past_no_mistake() -> None:
    """In a very long text the first mistake of writing ends the reading."""
    assert len(found("a: b: c\n" * 30_000)) == 1


TEXT = """\
avtalskalk: 1
parties: [a, b]
periods:
  - from: 2023-01-01
    split: {a: 50 %, b: 50 %}
costs:
  x:
    budget:
      2023/24: 1
      2024-01-01: 2
    forecast:
    notes: |
      text
"""


@pytest.mark.parametrize(
    ("path", "at", "expected"),
    [
        ((), "value", (1, 1, 14)),
        (("periods", 0, "split"), "value", (5, 12, 30)),
        (("periods", 0, "split"), "key", (5, 5, 10)),
        (("periods", 0, "split", "b"), "value", (5, 25, 29)),
        (("periods", 0, "split", "c"), "value", (5, 5, 10)),
        (("periods", 1), "value", (3, 1, 8)),
        (("periods", 0, "from", "x"), "value", (4, 5, 9)),
        (("costs", "x", "budget", "2023"), "value", (9, 16, 17)),
        (("costs", "x", "budget", "2024"), "key", (10, 7, 17)),
        (("costs", "x", "budget", "2025"), "value", (8, 5, 11)),
        (("costs", "x", "forecast"), "value", (11, 5, 13)),
        (("costs", "x", "notes"), "value", (12, 12, 13)),
        (("costs", "x"), "value", (7, 3, 4)),
        (("periods",), "value", (3, 1, 8)),
        (("periods", 0), "value", (4, 5, 21)),
        (("parties", "b"), "value", (2, 14, 15)),
        (("parties", "c"), "value", (2, 1, 8)),
        (("title",), "value", (1, 1, 14)),
    ],
)
def test_locate(path: tuple[str | int, ...], at: str, expected: tuple[int, int, int]) -> None:
    """A path leads to its key or value, or to the nearest key above it."""
    place = locate(TEXT, path, "key" if at == "key" else "value")
    assert place
    assert (place.line, place.column, place.end) == expected
    assert place.excerpt == TEXT.splitlines()[place.line - 1]


def test_locate_in_a_text_that_cannot_be_read() -> None:
    """An unreadable text has no places, one with a byte order mark or a list as key has."""
    assert locate("a: [", ("a",)) is None
    marked = locate("\ufeffa: 1\n[b]: 2\n", ("b",))
    assert marked
    assert marked.line == 1
    assert locate("a: 1\n2023:\n  b: 1\n", ("2024",)) == locate("a: 1\n2023:\n  b: 1\n", ())


def test_lines_without_spaces_after_the_colon() -> None:
    """Lines that YAML reads as one text are named one by one where keys were meant."""
    text = "a:\n  b:50 %\n  c:50 %\nd: e\nf: |\n  g:1\n"
    said = unspaced(text, ("a",))
    assert [(one.code, one.arguments["instead"], one.path) for one in said] == [
        ("AV012", "b: 50 %", ("a",)),
        ("AV012", "c: 50 %", ("a",)),
    ]
    for path in [("d",), ("f",), ("x", "y"), ()]:
        assert unspaced(text, path) == ()
    assert unspaced("a: [", ("a",)) == ()


ODD = st.text(
    alphabet=st.sampled_from("ab12:,-?%&*!<>|{}[]\"'\\# \n\r\t@`~=\x1b\x85\u2028\ufeffåé😀")
)


@given(ODD | st.binary())
@example("%YAML 1." + "9" * 5000 + "\n---\na: 1\n")
@example('a: "\\UFFFFFFFF"')
@example("a: 'b\n...\n'")
def test_nothing_raises(content: str | bytes) -> None:
    """Whatever bytes a file holds, it is read or refused with a finding."""
    raw = content if isinstance(content, bytes) else content.encode()
    document = read(raw, "a.yaml")
    assert document.diagnostics or isinstance(document.data, dict)
    for finding in document.diagnostics:
        assert finding.place is None or finding.place.end > finding.place.column > 0
    locate(document.text, ("a", 0, "2023"))


@given(st.data())
def test_mutated_files_never_raise(data: st.DataObject) -> None:
    """A real agreement with bytes changed, cut or moved is read or refused."""
    raw = bytearray(data.draw(st.sampled_from(FILES)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw)))
        size = data.draw(st.integers(0, 5))
        raw[place : place + size] = data.draw(st.binary(max_size=5) | ODD.map(str.encode))
    document = read(bytes(raw), "a.yaml")
    assert document.diagnostics or isinstance(document.data, dict)


@given(ODD)
def test_both_parsers_find_the_same_data(text: str) -> None:
    """Where both parsers accept a text without refused characters, they read it alike."""
    text = REFUSED.sub(STAND_IN, text)
    read_by: list[object] = []
    for with_c in (True, False):
        with pytest.MonkeyPatch.context() as patch:
            if not with_c:
                patch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
            try:
                read_by.append(yaml_nodes.compose(text))
            except (*FAULTS, yaml_nodes.TooMuchError):
                return
    assert [_plain(root) for root, _ in read_by] == [_plain(read_by[0][0])] * 2  # type: ignore[index,misc,has-type]


def _plain(node: object) -> object:
    if isinstance(node, yaml.ScalarEvent):
        return node.value
    if isinstance(node, yaml_nodes.MappingNode):
        return [(_plain(key), _plain(value)) for key, value in node.pairs]
    return [_plain(item) for item in node.items] if isinstance(node, yaml_nodes.ListNode) else "*"
