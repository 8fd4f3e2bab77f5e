"""The settings of a workspace."""

from pathlib import Path

import pytest

from avtalskalk.files.settings import Settings, settings
from avtalskalk.model.files_beside import WrittenSettings


def read(folder: Path, text: str | bytes) -> Settings:
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "avtalskalk.toml").write_bytes(raw)
    return settings(folder, file="avtalskalk.toml")


def found(read: Settings) -> list[tuple[str, int]]:
    return [(one.code, one.place.line if one.place else 0) for one in read.diagnostics]


def test_values_as_on_the_command_line(tmp_path: Path) -> None:
    """Texts, dates and yes or no become the words one would write as flags."""
    said = read(tmp_path, 'lang = "sv"\r\ntoday = 2024-01-31\ntotals = false\nunit = "tkr"\n')
    assert said.values == {"lang": "sv", "today": "2024-01-31", "totals": "false", "unit": "tkr"}
    assert said.diagnostics == ()


def test_no_settings(tmp_path: Path) -> None:
    """A folder without the file, and an empty file, set nothing."""
    assert settings(tmp_path).values == {}
    assert settings(tmp_path).file.endswith("/avtalskalk.toml")
    assert read(tmp_path, "").values == {}


def test_unknown_settings(tmp_path: Path) -> None:
    """An unknown key is named with the nearest, or with all there are; nothing is set."""
    said = read(tmp_path, 'lnag = "sv"\nunit = "kr"\n\n[zzz]\na = 1\n')
    assert said.values == {}
    assert found(said) == [("AV291", 1), ("AV291", 4)]
    assert said.diagnostics[0].arguments["nearest"] == "lang"
    assert said.diagnostics[1].arguments["choices"] == tuple(WrittenSettings.model_fields)
    assert {one.file for one in said.diagnostics} == {"avtalskalk.toml"}


@pytest.mark.parametrize("key", WrittenSettings.model_fields)
def test_empty_values(tmp_path: Path, key: str) -> None:
    """An empty text sets nothing, and is refused for every key."""
    for text in ("", " ", "\u00a0"):
        assert found(read(tmp_path, f'{key} = "{text}"\n')) == [("AV218", 1)]


def test_values_of_another_kind(tmp_path: Path) -> None:
    """A list or a table is no word."""
    assert found(read(tmp_path, 'unit.a = 1\nlang = ["sv"]\n')) == [("AV295", 1), ("AV295", 2)]
    assert found(read(tmp_path, '"un\\u0069t" = []\n')) == [("AV295", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lang = sv\n", [("AV062", 1)]),
        ("a = 1\nlang = \n", [("AV062", 2)]),
        ('lang = "sv', [("AV062", 1)]),
        (b"lang = '\xff'", [("AV062", 0)]),
        ("a = " + "[" * 5000, [("AV062", 0)]),
        ("a = " + "9" * 5000, [("AV062", 1)]),
        ("#" * 200_000, [("AV062", 0)]),
    ],
)
def test_a_file_that_is_no_toml(
    tmp_path: Path, text: str | bytes, expected: list[tuple[str, int]]
) -> None:
    """Whatever the file holds, the answer is a finding."""
    said = read(tmp_path, text)
    assert found(said) == expected
    assert said.values == {}


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    """A folder in the file's place cannot be read."""
    (tmp_path / "avtalskalk.toml").mkdir()
    assert found(settings(tmp_path)) == [("AV053", 0)]
