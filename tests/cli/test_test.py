"""`test`: agreements' own tests, what fails of them, and amounts accepted into the file."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, WRONG, Command, written

AGREEMENT = (
    SOUND
    + """\
readings:
  hela: {title: Allt, set: {costs.drift.budget.2023: 2 000 000 kr}}
"""
)
PASSING = """\
# Uträknat för hand.
cases:
  - name: 2023 som skrivet
    year: 2023
    amounts: {region: 840 000, kommun: 360 000.00}    # 70/30
    total: 1 200 000 kr
    items:
      drift: 1 000 000,00
      lokal: {kommun: 60 000}
    conditional: no
    incomplete: false
    in_force: ja
  - year: 2023
    reading: hela
    total: 2 200 000
  - year: 2024
    incomplete: yes
  - years: 2022..2022
    in_force: no
  - years: [2023]
    basis: actual
    incomplete: yes
    today: 2023-05-01
    assume_extended: no
  - year: 2023
    set: {periods.2023.split: equal}
    amounts: {kommun: 600 000}
    tolerance: 0,00
  - year: 2023
    set: {periods.2023.split: {region: 70 %}}
    error: AV104
"""


@pytest.fixture
def tested(tmp_path: Path) -> Path:
    written(tmp_path, "lyktan.yaml", AGREEMENT)
    return tmp_path / written(tmp_path, "lyktan.test.yaml", PASSING)


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline="")


@pytest.mark.parametrize("path", ["lyktan.yaml", "lyktan.test.yaml", "."])
def test_all_is_as_expected(command: Command, tested: Path, path: str) -> None:
    """An agreement, its tests or their folder may be named; exit 0."""
    done = command("test", path)
    assert (done.code, done.err) == (0, "7 tests: all passed.\n")
    assert "lyktan.test.yaml      7       0" in done.out
    assert tested.exists()


def test_what_fails_is_shown_with_its_difference(command: Command, tested: Path) -> None:
    """Expected, got and difference; what the figure is made of; where the test stands."""
    change(tested, ("region: 840 000", "region: 839 999"), ("total: 2 200 000", "total: 2 000 000"))
    done = command("test", "lyktan.yaml", lang="sv")
    plain = done.out.replace("\u00a0", " ")
    assert done.code == 1
    assert done.err == "7 tester: 2 stämmer inte.\n"
    assert "2023 som skrivet\nlyktan.test.yaml:3 · budget 2023\n" in plain
    assert "Region Exempel  839 999  840 000         1\n" in plain
    assert "\nRegion Exempel betalar 70 % av 1 000 000 kr, alltså 700 000 kr.\n" in plain
    assert "2023 hela\nlyktan.test.yaml:13 · budget 2023 · tolkning hela\n" in plain
    assert "Summa  2 000 000  2 200 000   200 000\n" in plain


def test_other_outcomes(command: Command, tested: Path) -> None:
    """Conditional, incomplete, in force and an error are told in words."""
    change(
        tested,
        ("conditional: no", "conditional: yes"),
        ("error: AV104", "error: AV105"),
        ("set: {periods.2023.split: equal}", "set: {costs.lokal.title: Lokal}"),
        ("  - year: 2024\n    incomplete: yes", "  - year: 2024\n    amounts: {kommun: 1}"),
    )
    done = command("test", "lyktan.yaml")
    assert done.code == 1
    assert "\n2023: conditional: expected yes, got no.\n" in done.out
    assert "\nError: expected AV105, got AV104.\n" in done.out
    assert "with costs.lokal.title" in done.out
    assert "\nMissing: budget 2024 for lokal.\n" in done.out
    change(tested, ("set: {periods.2023.split: {region: 70 %}}", "basis: budget"))
    assert "\nError: expected AV105, got none.\n" in command("test", "lyktan.yaml").out


def test_several_years_and_items(command: Command, tested: Path) -> None:
    """A case of several years says which year failed, and an item's part says of what it is."""
    tested.write_text(
        "cases:\n  - years: 2023..2024\n    items: {drift: {region: 700 000}, lokal: 1}\n",
        encoding="utf-8",
    )
    out = re.sub(" +", " ", command("test", ".").out)
    assert "lyktan.test.yaml:2 · budget 2023, 2024\n" in out
    assert "2024, Driften, Region Exempel 700,000 770,000 70,000\n" in out
    assert "2024, lokal 1 missing missing\n" in out


def test_json(command: Command, tested: Path) -> None:
    """Every case is a row, with its differences as text."""
    change(tested, ("region: 840 000", "region: 1"), ("year: 2024\n    inc", "year: 2023\n    inc"))
    change(tested, ("{periods.2023.split: equal}", "{periods.2029.split: equal}"))
    done = command("test", ".", "-f", "json")
    found = json.loads(done.out)
    assert (done.code, found["schema"]) == (3, "avtalskalk/test/1")
    first, _, third, *_, sixth, _ = found["cases"]
    assert first["differences"] == [
        {
            "year": "2023",
            "item": "",
            "party": "region",
            "expected": "1.00",
            "got": "840000.00",
            "difference": "839999.00",
            "currency": "SEK",
            "accepted": False,
        }
    ]
    assert third["otherwise"] == [
        {"year": "2023", "what": "incomplete", "expected": "yes", "got": "no"}
    ]
    assert sixth["errors"] == ["AV101"]
    (finding,) = found["diagnostics"]
    assert (finding["code"], finding["file"], finding["line"]) == ("AV101", tested.name, 26)


def test_accept_writes_the_amounts_alone(command: Command, tested: Path) -> None:
    """Each amount in the way that it was written, comments and all else as they were."""
    wrong = (
        ("region: 840 000", "region: 1"),
        ("kommun: 360 000.00", "kommun: 2.50"),
        ("total: 1 200 000 kr", "total: -5 kr"),
        ("drift: 1 000 000,00", "drift: '7,25'"),
        ("{kommun: 60 000}", "{kommun: 60000,00 kr}"),
        ("{kommun: 600 000}", "{kommun: 4711}"),
    )
    change(tested, *wrong)
    change(tested, ("{kommun: 60000,00 kr}", "{kommun: 60001.00 kr}"))
    done = command("test", ".", "--accept")
    text = tested.read_text("utf-8")
    assert done.code == 0
    assert "Wrote 6 amounts in lyktan.test.yaml." in done.err
    assert "was  written now" in done.out
    assert "amounts: {region: 840 000, kommun: 360 000.00}    # 70/30\n" in text
    assert "total: 1 200 000 kr\n" in text
    assert "drift: '1 000 000,00'\n" in text
    assert "{kommun: 60000.00 kr}" in text
    assert "amounts: {kommun: 600000}" in text
    assert command("test", ".", "--accept").err == "7 tests: all passed.\n"


def test_accept_writes_decimals_where_they_can_stand(command: Command, tmp_path: Path) -> None:
    """A decimal comma would cut an amount in braces in two, so there it is a point."""
    written(tmp_path, "a.yaml", AGREEMENT.replace("1 000 000 kr", "-1 000 000.25 kr"))
    test = written(
        tmp_path,
        "a.test.yaml",
        "cases:\r\n  - {year: 2023, amounts: {region: 1}, total: 5}\r\n"
        "  - year: 2023\r\n    items:\r\n      drift: 1\r\n",
    )
    assert command("test", ".", "--accept").code == 0
    text = (tmp_path / test).read_bytes().decode()
    assert "{region: -560 000.18}, total: -800 000.25}\r\n" in text
    assert "drift: -1 000 000,25\r\n" in text


def test_what_cannot_be_accepted_stays(command: Command, tested: Path) -> None:
    """Not what is missing, nor different amounts of several years, nor another outcome."""
    text = (
        "cases:\n  - years: 2023..2024\n    items: {drift: 5, lokal: 200 000}\n"
        "  - year: 2023\n    conditional: yes\n"
    )
    tested.write_text(text, encoding="utf-8")
    done = command("test", ".", "--accept")
    assert (done.code, done.err) == (1, "2 tests: 2 failed.\n")
    assert tested.read_text("utf-8") == text


def test_accept_leaves_an_unsound_file(command: Command, tested: Path) -> None:
    """Where something of the file cannot be read, nothing is written."""
    change(tested, ("total: 2 200 000", "total: 5"), ("basis: actual", "basis: utfall"))
    before = tested.read_text("utf-8")
    done = command("test", ".", "--accept")
    assert (done.code, tested.read_text("utf-8")) == (3, before)
    assert "allowed words: budget, forecast, actual" in done.err


def test_a_file_that_may_not_be_written(
    command: Command, tested: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told as everywhere."""
    change(tested, ("total: 2 200 000", "total: 5"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("avtalskalk.files.atomic_write.tempfile.mkstemp", refuse)
    assert "AV816" in command("test", ".", "--accept").err


WRONG_FILES = [
    ("cases: 5\n", "AV294"),
    ("cases: [text]\n", "AV293"),
    ("fall: []\n", "AV291"),
    ("{}\n", "AV292"),
    ("- 1\n", "AV027"),
    ("cases:\n  - year: 2023\n    amounts: {kommun: fel}\n", "AV201"),
    ("cases:\n  - year: 23\n    total: 1\n", "AV212"),
    ("cases:\n  - years: 2025..2023\n    total: 1\n", "AV807"),
    ("cases:\n  - years: 2025\n    total: 1\n", "AV807"),
    ("cases:\n  - year: 2023\n    items: 5\n", "AV293"),
    ("cases:\n  - year: 2023\n    items: {drfit: 5}\n", "AV101"),
    ("cases:\n  - year: 2023\n    reading: hel\n    total: 1\n", "AV101"),
    ("cases:\n  - year: 2023\n    set: 5\n    total: 1\n", "AV293"),
    ("cases:\n  - year: 2023\n    total: 1\n    today: igår\n", "AV210"),
    ("cases:\n  - year: 2023\n    conditional: kanske\n", "AV219"),
    ("cases:\n  - year: 2023\n    years: [2023]\n    total: 1\n", "AV297"),
    ("cases:\n  - year: 2023\n    set: {costs.x.amuont: 5}\n    total: 1\n", "AV101"),
    ("cases:\n  - year: 2023\n    total:\n", "AV028"),
]


@pytest.mark.parametrize(("text", "code"), WRONG_FILES)
def test_a_wrong_test_file(command: Command, tested: Path, text: str, code: str) -> None:
    """What is wrong has its code and its line in the test file; exit 3."""
    tested.write_text(text, encoding="utf-8")
    done = command("test", ".")
    assert done.code == 3
    assert f"error[{code}]: " in done.err
    assert "lyktan.test.yaml:" in done.err


def test_what_is_wrong_with_the_agreement(command: Command, tested: Path, tmp_path: Path) -> None:
    """An unsound agreement cannot be tested, the others are; a hole in a key is told too."""
    written(tmp_path, "fel.yaml", WRONG)
    done = command("test", ".")
    assert done.code == 3
    assert "error[AV104]: " in done.err
    assert done.err.endswith("7 tests: 0 failed, and one file could not be tested.\n")
    keys = "keys: {k: {values: {2022: {region: 1, kommun: 1}, 2024: {region: 1, kommun: 1}}}}\n"
    written(tmp_path, "lyktan.yaml", AGREEMENT + keys)
    change(tested, ("{periods.2023.split: equal}", "{periods.2023.split: {by: k}}"))
    found = command("test", "lyktan.yaml")
    assert found.code == 3
    assert "lyktan.yaml:" in found.err


def test_nothing_to_test(command: Command, tmp_path: Path) -> None:
    """Agreements without tests are passed over in a folder; if none is left, exit 3."""
    written(tmp_path, "a.yaml", SOUND)
    done = command("test", ".")
    assert (done.code, done.err) == (3, "Nothing was tested.\n")
    assert command("test").code == 2


def test_a_file_that_cannot_be_read(command: Command, tested: Path) -> None:
    """The tests may be a folder or too large."""
    tested.write_bytes(b"#" * 5_000_001)
    assert "AV001" in command("test", "lyktan.yaml").err


def test_tests_alone(command: Command, tested: Path, tmp_path: Path) -> None:
    """Tests without their agreement are found, also when they are named; hidden ones are not."""
    written(tmp_path, ".dold/a.test.yaml", PASSING)
    written(tmp_path, "under/b.test.yml", PASSING)
    assert "under/b.test.yml" in command("test", ".").err
    assert "AV887" in command("test", "under/b.test.yml").err
    assert ".dold" not in command("test", ".").err
    assert tested.exists()
